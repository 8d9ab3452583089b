//! The finder, over the panes.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::ui::state::State;

/// Draws into `area`.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let _ = (state, area, buffer);
}
