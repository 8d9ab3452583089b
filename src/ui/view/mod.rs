//! `&State` → cells; one file a pane. Where each stands is drawn in [`super::layout`].

pub mod empty;
pub mod evidence;
pub mod finder;
pub mod help;
pub mod paint;
pub mod plain;
pub mod reader;
pub mod scrubber;
pub mod status;
pub mod timeline;
pub mod title;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    layout::{self, Layout},
    marks,
    state::State,
    theme::Role,
};

/// Draws the whole screen.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let layout = layout::of(state);
    // A frame may be asked for while the news of a new size is still on its way.
    let fits = layout.screen.intersection(buffer.area) == layout.screen;
    if layout.screen.is_empty() || !fits {
        return;
    }
    if let Some(help) = &state.help {
        help::draw(state, help, layout.screen, buffer);
    } else {
        panes(state, &layout, buffer);
    }
    if state.theme.ascii {
        plain::ascii(buffer);
    }
    let _ = area;
}

fn panes(state: &State, layout: &Layout, buffer: &mut Buffer) {
    if layout.line {
        status::line(state, layout.screen, buffer);
    } else {
        if !layout.title.is_empty() {
            title::draw(state, layout.title, buffer);
        }
        if !layout.timeline.is_empty() {
            timeline::draw(state, layout.timeline, buffer);
        }
        if !layout.reader.is_empty() {
            reader::draw(state, layout.reader, buffer);
        }
        if !layout.evidence.is_empty() {
            evidence::draw(state, layout.evidence, buffer);
        }
        let line = marks::LINE.symbol(state.theme.ascii);
        for area in [layout.divider, layout.second] {
            paint::hairline(buffer, area, line, state.theme.style(Role::Rule));
        }
        scrubber::draw(state, layout, buffer);
        status::draw(state, layout.status, buffer);
    }
    if state.finder.is_some() {
        finder::draw(state, layout.screen, buffer);
    }
}
