//! Moving the selection.

use super::reader;
use crate::ui::state::State;

/// Selects an event and shows it in the reader.
pub fn select(state: &mut State, event: usize) {
    if event < state.timeline.events.len() {
        state.selected = Some(event);
        reader::show(state, event, 0);
    }
}

/// Jumps to an event: as [`select`], and Ctrl-o comes back.
pub fn jump(state: &mut State, event: usize) {
    select(state, event);
}

/// Moves the selection by so many events, down positive.
pub fn step(state: &mut State, by: i32) {
    let Some(last) = state.timeline.events.len().checked_sub(1) else {
        return;
    };
    let at = state.selected.unwrap_or(0) as i64;
    let next = (at + i64::from(by)).clamp(0, last as i64);
    select(state, next as usize);
}
