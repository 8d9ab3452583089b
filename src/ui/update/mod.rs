//! `update(&mut State, Action) -> Option<Effect>`: the only place where the state changes.
//!
//! What is open gets an action first (finder, help, a prompt); then what holds everywhere;
//! then the pane that has the focus.

pub mod copy;
pub mod finder;
pub mod goto;
pub mod help;
pub mod list;
pub mod load;
pub mod mouse;
pub mod reader;
pub mod select;

use super::{
    action::{Action, Effect},
    layout,
    state::{Focus, State, help::Help},
};

/// Brings a new state to its first screen.
pub fn open(state: &mut State) {
    list::settle(state);
    load::open(state);
    reader::settle(state);
}

/// Carries out `action`.
pub fn update(state: &mut State, action: Action) -> Option<Effect> {
    let effect = route(state, action);
    list::settle(state);
    // Whatever changed the panes may have changed the measure of the text.
    reader::settle(state);
    finder::settle(state);
    effect
}

/// Hands an action to whom it concerns.
fn route(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Quit => return Some(Effect::Quit),
        Action::Pending => return None,
        Action::Resize(columns, rows) => {
            state.size = (columns, rows);
            state.grip = None;
            list::settle(state);
            list::reveal(state);
            return reader::update(state, Action::Resize(columns, rows));
        }
        Action::Notice(line) => {
            state.notice = Some(line);
            return None;
        }
        Action::Loaded(loaded) => {
            load::swap(state, loaded);
            return finder::again(state);
        }
        Action::Items(_) | Action::Found { .. } => return finder::update(state, action),
        _ => state.notice = None,
    }
    if state.help.is_some() {
        help::update(state, &action)
    } else if state.finder.is_some() {
        finder::update(state, action)
    } else if state.date.is_some() {
        goto::update(state, &action)
    } else if state.reader.typing() {
        reader::update(state, action)
    } else {
        anywhere(state, action)
    }
}

/// What means the same in every pane.
fn anywhere(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Close if state.alone => state.alone = false,
        Action::Close if state.focus != Focus::Timeline => state.focus = Focus::Timeline,
        Action::Close => return Some(Effect::Quit),
        Action::Back => back(state),
        Action::Focus(by) => focus(state, by, false),
        Action::Cycle(by) => focus(state, by, true),
        Action::Event(by) => select::event(state, by),
        Action::Year(by) => list::year(state, by),
        Action::Zoom(by) => list::zoom(state, by),
        Action::Jump(by) => select::travel(state, by),
        Action::GoToDate => goto::open(state),
        Action::Help => state.help = Some(Help::default()),
        Action::Copy(what) => return copy::copy(state, what),
        Action::Open(opener) => return copy::open(state, opener),
        Action::Press(..) | Action::Drag(..) | Action::Release(..) | Action::Wheel(..) => {
            return mouse::update(state, action);
        }
        Action::Divider(by) => {
            let layout = layout::of(state);
            let share = i32::from(layout.divider.x) * 1000 / i32::from(layout.screen.width.max(1));
            if layout.divider.width > 0 {
                state.divider = u16::try_from((share + by.saturating_mul(25)).clamp(0, 1000)).ok();
            }
        }
        Action::Reload => {
            state.reloading = true;
            state.notice = Some("reading again".to_owned());
            return Some(Effect::Reload);
        }
        Action::ToggleReader => {
            state.alone = !state.alone;
            state.focus = Focus::Reader;
        }
        Action::ToggleScale => {
            state.list.to_scale = !state.list.to_scale;
            let words = if state.list.to_scale {
                "time drawn to scale"
            } else {
                "stretches without events drawn short"
            };
            state.notice = Some(words.to_owned());
        }
        Action::ToggleMouse => {
            state.mouse = !state.mouse;
            let words = if state.mouse {
                "the mouse points here again"
            } else {
                "the mouse is the terminal’s: it selects text; M takes it back"
            };
            state.notice = Some(words.to_owned());
            return Some(Effect::Mouse(state.mouse));
        }
        Action::Find if state.focus == Focus::Timeline => return finder::update(state, action),
        Action::NextTelling
        | Action::DatedWords(_)
        | Action::Match(_)
        | Action::ToggleFurniture
        | Action::Find => return reader::update(state, action),
        _ => return focused(state, action),
    }
    None
}

/// What means something of its own in each pane.
fn focused(state: &mut State, action: Action) -> Option<Effect> {
    match state.focus {
        Focus::Timeline => list::update(state, &action),
        Focus::Reader | Focus::Evidence => reader::update(state, action),
    }
}

/// One step back; never quits.
fn back(state: &mut State) {
    if reader::back(state) {
        return;
    }
    state.alone = false;
    state.focus = Focus::Timeline;
}

/// To the next pane that is on the screen, or behind the one that is.
fn focus(state: &mut State, by: i32, around: bool) {
    let third = layout::of(state).evidence.width > 0;
    let panes = [Focus::Timeline, Focus::Reader, Focus::Evidence];
    let count = if third { 3 } else { 2 };
    let at = panes
        .iter()
        .position(|pane| *pane == state.focus)
        .unwrap_or(0);
    let next = (at as i32).saturating_add(by);
    let next = if around {
        next.rem_euclid(count)
    } else {
        next.clamp(0, count - 1)
    };
    state.focus = panes[next as usize];
    if state.focus == Focus::Timeline {
        state.alone = false;
    }
}
