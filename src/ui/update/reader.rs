//! Actions of the reader.

use crate::ui::{
    action::{Action, Effect},
    state::State,
};

/// Carries out an action while the reader has the focus.
pub fn update(state: &mut State, action: Action) -> Option<Effect> {
    let _ = (state, action);
    None
}

/// Shows the telling `telling` of event `event`: called when the selection moves.
pub fn show(state: &mut State, event: usize, telling: usize) {
    let _ = (state, event, telling);
}

/// Shows an article without going to an event.
pub fn show_article(state: &mut State, article: usize) {
    state.reader.article = Some(article);
}

/// One step back inside the reader; false where there is nothing to go back from.
pub fn back(state: &mut State) -> bool {
    let _ = state;
    false
}
