//! `&State` → cells; one file a pane.

pub mod evidence;
pub mod finder;
pub mod reader;

use ratatui::{buffer::Buffer, layout::Rect};

use super::state::State;

/// Draws the whole screen.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let _ = (state, area, buffer);
}
