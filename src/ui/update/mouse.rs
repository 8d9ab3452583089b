//! The mouse: it points at what keys would reach.

use super::{finder, list, reader, select};
use crate::ui::{
    action::{Action, Effect},
    layout::{self, Layout},
    state::{Focus, Grip, State, rows::Place},
};

/// Carries out an action of the mouse.
pub fn update(state: &mut State, action: Action) -> Option<Effect> {
    let layout = layout::of(state);
    match action {
        Action::Press(column, row) => return press(state, &layout, column, row),
        Action::Drag(column, _) => drag(state, &layout, column),
        Action::Release(..) => state.grip = None,
        Action::Wheel(column, row, by) => {
            if Layout::holds(layout.timeline, column, row) {
                list::scroll(state, by);
            } else if Layout::holds(layout.reader, column, row)
                || Layout::holds(layout.evidence, column, row)
            {
                return reader::update(state, action);
            } else if Layout::holds(layout.scrubber, column, row) {
                select::step(state, i64::from(by.signum()));
            }
        }
        _ => {}
    }
    None
}

fn press(state: &mut State, layout: &Layout, column: u16, row: u16) -> Option<Effect> {
    let on = |area| Layout::holds(area, column, row);
    if on(layout.timeline) {
        state.focus = Focus::Timeline;
        click(state, layout, row);
    } else if on(layout.divider) {
        state.grip = Some(Grip::Divider);
    } else if on(layout.scrubber) || on(layout.labels) {
        state.grip = Some(Grip::Scrubber);
        seek(state, layout, column);
    } else if on(layout.reader) {
        state.focus = Focus::Reader;
        return reader::update(state, Action::Press(column, row));
    } else if on(layout.evidence) {
        state.focus = Focus::Evidence;
        return reader::update(state, Action::Press(column, row));
    } else if on(layout.title) && column + 8 >= layout.title.right() {
        state.help = Some(crate::ui::state::help::Help::default());
    } else if on(layout.title) && column + 16 >= layout.title.right() {
        state.focus = Focus::Timeline;
        return finder::update(state, Action::Find);
    }
    None
}

/// Selects what stands on a row of the timeline; a fold opens or closes.
fn click(state: &mut State, layout: &Layout, row: u16) {
    let line = state.list.top + usize::from(row - layout.timeline.y);
    let rows = &state.list.rows;
    let Some(place) = rows.at_line(line).and_then(|row| rows.place(row)) else {
        return;
    };
    // A second click on what is selected goes deeper, as Enter does.
    let again = state.list.cursor == Some(place);
    select::select(state, place);
    if again || matches!(place, Place::Fold(_) | Place::NoDay(_)) {
        list::enter(state);
    }
}

fn drag(state: &mut State, layout: &Layout, column: u16) {
    match state.grip {
        Some(Grip::Divider) => {
            let share = u32::from(column) * 1000 / u32::from(layout.screen.width.max(1));
            state.divider = u16::try_from(share).ok();
        }
        Some(Grip::Scrubber) => seek(state, layout, column),
        None => {}
    }
}

/// Selects the event nearest to the days that a column of the scrubber stands for.
fn seek(state: &mut State, layout: &Layout, column: u16) {
    let Some(scale) = &state.list.density.scale else {
        return;
    };
    let column = column.min(layout.scrubber.right().saturating_sub(1));
    let (first, last) = scale.days(column - layout.scrubber.x);
    if let Some(event) = select::nearest(state, first, last)
        && state.selected != Some(event)
    {
        select::select(state, Place::Event(event));
    }
}
