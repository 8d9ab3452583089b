//! `update(&mut State, Action) -> Option<Effect>`: the only place where the state changes.

pub mod finder;
pub mod reader;

use super::{
    action::{Action, Effect},
    state::State,
};

/// Carries out `action`.
pub fn update(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Resize(columns, rows) => state.size = (columns, rows),
        Action::Quit | Action::Close => return Some(Effect::Quit),
        _ => {}
    }
    None
}
