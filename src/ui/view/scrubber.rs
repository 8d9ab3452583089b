//! The scrubber: the window of time, how dense it is, where one stands in it. Stretches
//! without events are drawn short, with a dotted line.

use ratatui::{buffer::Buffer, layout::Rect};

use super::paint::{fill, put};
use crate::{
    temporal::Date,
    ui::{
        layout::Layout,
        marks,
        scale::Scale,
        state::{State, rows::Place},
        theme::Role,
    },
};

/// Draws the blocks, the years under them and the hairline over them.
pub fn draw(state: &State, layout: &Layout, buffer: &mut Buffer) {
    rule(state, layout, buffer);
    let area = layout.scrubber;
    if area.is_empty() || state.timeline.events.is_empty() {
        return;
    }
    let Some(scale) = &state.list.density.scale else {
        return;
    };
    let here = here(state);
    let own = here.map(|date| (scale.column(date.first), scale.column(date.last)));
    let density = &state.list.density;
    for column in 0..area.width {
        let count = density
            .counts
            .get(usize::from(column))
            .copied()
            .unwrap_or(0);
        let role = if own.is_some_and(|(first, last)| (first..=last).contains(&column)) {
            Role::Bar
        } else {
            Role::Dim
        };
        for row in 0..area.height {
            let ascii = state.theme.ascii;
            let bar = match (count, row) {
                (0, 0) if scale.is_short(column) => marks::SHORT.symbol(ascii),
                _ => marks::bar_of(count, density.most, area.height, row, ascii),
            };
            let at = (area.x + column, area.bottom() - 1 - row);
            put(buffer, at, area.right(), bar, state.theme.style(role));
        }
    }
    labels(
        state,
        layout.labels,
        here.map(|date| pointer(state, &date, scale)),
        buffer,
    );
}

/// The date of what the cursor stands on.
fn here(state: &State) -> Option<Date> {
    match state.list.cursor? {
        Place::Event(event) => Some(state.timeline.events.get(event)?.date),
        Place::Fold(_) | Place::NoDay(_) | Place::Article(_) => None,
    }
}

/// Where ▲ stands; at an end, where the date lies outside the window.
fn pointer(state: &State, date: &Date, scale: &Scale) -> (u16, marks::Mark) {
    let window = state.list.shape.window;
    let middle = date.first + (date.last - date.first) / 2;
    let mark = match middle {
        _ if middle < window.first => marks::EARLIER,
        _ if middle > window.last => marks::LATER,
        _ => marks::HERE,
    };
    (scale.column(middle), mark)
}

fn labels(state: &State, area: Rect, here: Option<(u16, marks::Mark)>, buffer: &mut Buffer) {
    let mut free = 0;
    for &(column, ref label) in &state.list.density.labels {
        let end = column + label.len() as u16;
        // What ▲ would fall on is left out: where one is goes before.
        let hit = here.is_some_and(|(here, _)| (column..=end + 1).contains(&(here + 1)));
        if column >= free && end <= area.width && !hit {
            let at = (area.x + column, area.y);
            put(
                buffer,
                at,
                area.right(),
                label,
                state.theme.style(Role::Dim),
            );
            free = end + 2;
        }
    }
    if let Some((column, mark)) = here {
        let at = (area.x + column, area.y);
        let symbol = mark.symbol(state.theme.ascii);
        put(
            buffer,
            at,
            area.right(),
            symbol,
            state.theme.style(Role::Bar),
        );
    }
}

/// The hairline, with a foot where one between panes stands on it.
fn rule(state: &State, layout: &Layout, buffer: &mut Buffer) {
    let area = layout.rule;
    if area.is_empty() {
        return;
    }
    let (ascii, style) = (state.theme.ascii, state.theme.style(Role::Rule));
    fill(
        buffer,
        (area.x, area.y),
        area.right(),
        marks::RULE.symbol(ascii),
        style,
    );
    for line in [layout.divider, layout.second] {
        if !line.is_empty() {
            put(
                buffer,
                (line.x, area.y),
                area.right(),
                marks::FOOT.symbol(ascii),
                style,
            );
        }
    }
}
