//! `&State` → cells; one file a pane. Where each stands is drawn in [`super::layout`].

pub mod evidence;
pub mod finder;
pub mod reader;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{layout, state::State};

/// Draws the whole screen.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let layout = layout::of(state);
    let screen = layout.screen.intersection(area);
    if screen.is_empty() {
        return;
    }
    if !layout.reader.is_empty() {
        reader::draw(state, layout.reader, buffer);
    }
    if !layout.evidence.is_empty() {
        evidence::draw(state, layout.evidence, buffer);
    }
    if state.finder.is_some() {
        finder::draw(state, screen, buffer);
    }
}
