//! Moving the selection: every way to another event comes through here.

use chrono::NaiveDate;

use super::{list, reader};
use crate::{
    temporal::Granularity,
    ui::state::{State, rows::Place},
};

/// Puts the cursor on a place, unfolds what hides it, shows it in the reader.
pub fn select(state: &mut State, place: Place) {
    match place {
        Place::Event(event) if event < state.timeline.events.len() => {
            list::unfold(state, event);
            state.selected = Some(event);
            state.list.cursor = Some(place);
            reader::show(state, event, 0);
        }
        Place::Article(article) if state.list.rows.find(place).is_some() => {
            state.list.cursor = Some(place);
            reader::show_article(state, article);
        }
        Place::Fold(_) | Place::NoDay(_) if state.list.rows.find(place).is_some() => {
            state.list.cursor = Some(place);
        }
        _ => return,
    }
    list::reveal(state);
}

/// As [`select`], and the jump list remembers where one was.
pub fn jump(state: &mut State, place: Place) {
    if let Some(from) = state.list.cursor
        && from != place
    {
        state.jumps.leave(from);
    }
    select(state, place);
}

/// To the first event (−1) or the last (1), as a jump; where there is none, to an article.
pub fn end(state: &mut State, which: i64) {
    match (state.timeline.events.len(), which) {
        (0, _) => step(state, which.signum() * i64::from(i32::MAX)),
        (_, ..0) => jump(state, Place::Event(0)),
        (count, _) => jump(state, Place::Event(count - 1)),
    }
}

/// Moves the cursor by so many places, down positive.
pub fn step(state: &mut State, by: i64) {
    let rows = &state.list.rows;
    let from = state.list.cursor.and_then(|place| rows.find(place));
    let row = rows.step(from, by);
    if let Some(place) = row.and_then(|row| rows.place(row)) {
        select(state, place);
    }
}

/// Moves by so many events, down positive; what is folded stays folded.
pub fn event(state: &mut State, by: i32) {
    let rows = &state.list.rows;
    let mut row = state.list.cursor.and_then(|place| rows.find(place));
    let mut landed = None;
    let mut left = by.unsigned_abs();
    while left > 0 {
        let next = rows.step(row, i64::from(by.signum()));
        if next == row {
            break;
        }
        row = next;
        if let Some(place @ Place::Event(_)) = row.and_then(|row| rows.place(row)) {
            landed = Some(place);
            left -= 1;
        }
    }
    if let Some(place) = landed {
        select(state, place);
    }
}

/// The event nearest to a stretch of days: the first that lies in it, failing that the closest.
///
/// A date as coarse as a year reaches as far as its middle only: else a decade would be
/// nearest to each of its days.
#[must_use]
pub fn nearest(state: &State, first: NaiveDate, last: NaiveDate) -> Option<usize> {
    let distance = |event: &usize| {
        let date = &state.timeline.events[*event].date;
        if first <= date.first && date.last <= last {
            let same = (date.first, date.last) == (first, last);
            return (0, !same, Granularity::Day, date.first);
        }
        let middle = date.first + (date.last - date.first) / 2;
        let (from, to) = match date.granularity {
            Granularity::Half | Granularity::Year | Granularity::Decade | Granularity::Century => {
                (middle, middle)
            }
            _ => (date.first, date.last),
        };
        let away = (first - to).max(from - last).num_days().max(0);
        (away, true, date.granularity, date.first)
    };
    (0..state.timeline.events.len()).min_by_key(distance)
}

/// To the place jumped from (−1), or forward again (1).
pub fn travel(state: &mut State, by: i32) {
    for _ in 0..by.unsigned_abs().min(200) {
        let Some(here) = state.list.cursor else {
            return;
        };
        let place = if by < 0 {
            state.jumps.back(here)
        } else {
            state.jumps.forward()
        };
        match place {
            Some(place) => select(state, place),
            None => return,
        }
    }
}
