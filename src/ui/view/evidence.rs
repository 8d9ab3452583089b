//! The third pane: evidence, tellings, actors.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::ui::state::State;

/// Draws into `area`.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let _ = (state, area, buffer);
}

/// The last row that can be the first one shown.
#[must_use]
pub fn last_top(state: &State) -> usize {
    let _ = state;
    0
}
