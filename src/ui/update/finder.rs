//! Actions of the finder.

use crate::ui::{
    action::{Action, Effect},
    state::State,
};

/// Carries out an action while the finder is open.
pub fn update(state: &mut State, action: Action) -> Option<Effect> {
    let _ = (state, action);
    None
}
