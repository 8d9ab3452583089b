//! Actions while the help is open.

use crate::ui::{
    action::{Action, Effect},
    layout,
    state::{State, prompt::Prompt},
    view,
};

/// Carries out an action while the help is open.
pub fn update(state: &mut State, action: &Action) -> Option<Effect> {
    let page = i64::from(layout::of(state).screen.height.saturating_sub(4).max(1));
    let help = state.help.as_mut()?;
    let by = match action {
        Action::Back if !help.prompt.text.is_empty() => {
            help.prompt = Prompt::default();
            0
        }
        // Nothing that is searched for holds a question mark: the key that opened it closes it.
        Action::Back | Action::Enter | Action::Help | Action::Close | Action::Type('?') => {
            state.help = None;
            return None;
        }
        Action::Move(by) | Action::Wheel(_, _, by) => i64::from(*by),
        Action::Page(by) => i64::from(*by) * page,
        action => {
            if help.prompt.edit(action) {
                help.top = 0;
            }
            0
        }
    };
    let last = view::help::last(state);
    if let Some(help) = &mut state.help {
        help.top = (help.top as i64).saturating_add(by).clamp(0, last as i64) as usize;
    }
    None
}
