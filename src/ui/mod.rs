//! Keys → state → screen.
//!
//! An event of the terminal becomes an [`action::Action`] ([`input`], with the key table of
//! [`keymap`]); [`update::update`] is the only place where the [`state::State`] changes;
//! [`view::draw`] turns the state into cells. What the world has to do comes out of `update`
//! as an [`action::Effect`].

pub mod action;
pub mod entry;
pub mod keymap;
pub mod layout;
pub mod marks;
pub mod scale;
pub mod state;
pub mod terminal;
pub mod theme;
pub mod ticks;
pub mod typed;
pub mod update;
pub mod view;
pub mod wrap;

pub use crate::export::dates;

use crossterm::event::{Event, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};

use action::Action;
use state::State;

/// What an event of the terminal means, given what is open. `None`: nothing, so nothing is drawn.
///
/// The state is touched in one place only: the decoder keeps the count and the sequence
/// that were typed so far.
pub fn input(event: Event, state: &mut State) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            let context = state.context();
            state.keys.feed(key, context)
        }
        Event::Mouse(mouse) => self::mouse(mouse),
        Event::Paste(text) if state.context().types() => Some(Action::Paste(text)),
        Event::Resize(columns, rows) => Some(Action::Resize(columns, rows)),
        _ => None,
    }
}

/// How many lines one notch of the wheel moves.
const NOTCH: i32 = 3;

fn mouse(mouse: MouseEvent) -> Option<Action> {
    let (column, row) = (mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Action::Press(column, row)),
        MouseEventKind::Drag(MouseButton::Left) => Some(Action::Drag(column, row)),
        MouseEventKind::Up(MouseButton::Left) => Some(Action::Release(column, row)),
        MouseEventKind::ScrollDown => Some(Action::Wheel(column, row, NOTCH)),
        MouseEventKind::ScrollUp => Some(Action::Wheel(column, row, -NOTCH)),
        _ => None,
    }
}
