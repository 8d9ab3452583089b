//! The prompt for a typed date.

use super::select;
use crate::ui::{
    action::{Action, Effect},
    dates,
    state::{State, prompt::Prompt, rows::Place},
    typed,
};

/// Opens the prompt.
pub fn open(state: &mut State) {
    state.date = Some(Prompt::default());
}

/// Carries out an action while the prompt is open.
pub fn update(state: &mut State, action: &Action) -> Option<Effect> {
    let prompt = state.date.as_mut()?;
    match action {
        Action::Back | Action::Close => state.date = None,
        Action::Enter => enter(state),
        action => {
            prompt.edit(action);
        }
    }
    None
}

/// Goes to the event nearest to what was typed, or says why not.
fn enter(state: &mut State) {
    let Some(prompt) = &state.date else {
        return;
    };
    if prompt.text.trim().is_empty() {
        state.date = None;
        return;
    }
    let typed = prompt.text.clone();
    let Some(date) = typed::read(state, &typed) else {
        if let Some(prompt) = &mut state.date {
            prompt.trouble = Some("no date in that; try: jul 23, 2023Q3, last summer".to_owned());
        }
        return;
    };
    state.date = None;
    match select::nearest(state, date.first, date.last) {
        Some(event) => {
            select::jump(state, Place::Event(event));
            let found = &state.timeline.events[event].date;
            if !(found.first <= date.last && date.first <= found.last) {
                let asked = dates::full(&date, state.theme.ascii);
                state.notice = Some(format!("nothing on {asked}; this is the nearest"));
            }
        }
        None => state.notice = Some("there are no events to go to".to_owned()),
    }
}
