//! The timeline pane: rows, scrolling, folds, zoom.

use chrono::Datelike;

use super::select;
use crate::ui::{
    action::{Action, Effect},
    layout,
    state::{
        Focus, State,
        rows::{End, Place, Room, Rows, Shape},
        window::Window,
    },
};

/// From so many rows on, titles may take two lines.
const TITLES: u16 = 14;
/// From so many rows on, there is room to say who took part.
const ACTORS: u16 = 21;

/// Carries out an action while the timeline has the focus.
pub fn update(state: &mut State, action: &Action) -> Option<Effect> {
    let page = i64::from(layout::of(state).timeline.height.max(1));
    match *action {
        Action::Move(by) => select::step(state, i64::from(by)),
        Action::HalfPage(by) => lines(state, i64::from(by) * (page / 2).max(1)),
        Action::Page(by) => lines(state, i64::from(by) * (page - 2).max(1)),
        Action::Top => select::end(state, -1),
        Action::Bottom(None) => select::end(state, 1),
        Action::Bottom(Some(nth)) => {
            let last = state.timeline.events.len();
            let event = (nth as usize).clamp(1, last.max(1)) - 1;
            select::jump(state, Place::Event(event));
        }
        Action::Enter => enter(state),
        _ => {}
    }
    None
}

/// Opens what is under the cursor.
pub fn enter(state: &mut State) {
    match state.list.cursor {
        Some(Place::Fold(end)) => {
            let open = &mut state.list.shape.open[end as usize];
            *open = !*open;
            rebuild(state);
        }
        Some(Place::NoDay(year)) => {
            let years = &mut state.list.shape.years;
            match years.iter().position(|&open| open == year) {
                Some(at) => drop(years.remove(at)),
                None => years.push(year),
            }
            rebuild(state);
        }
        Some(Place::Event(_) | Place::Article(_)) => state.focus = Focus::Reader,
        None => {}
    }
}

/// Moves the cursor by so many lines, down positive.
fn lines(state: &mut State, by: i64) {
    let rows = &state.list.rows;
    let from = state.list.cursor.and_then(|place| rows.find(place));
    let top = from.map_or(0, |row| rows.extent(row).0) as i64;
    let line = top.saturating_add(by).clamp(0, rows.lines() as i64) as usize;
    let mut row = rows.near_line(line);
    if row == from {
        // A screen of rows that cannot be selected must not hold the cursor.
        row = rows.step(from, by.signum());
    }
    if let Some(place) = row.and_then(|row| rows.place(row)) {
        select::select(state, place);
    }
}

/// To the first event of another year.
pub fn year(state: &mut State, by: i32) {
    let rows = &state.list.rows;
    let from = state.list.cursor.and_then(|place| rows.find(place));
    let row = rows.step_group(from.unwrap_or(0), i64::from(by));
    if let Some(place) = row.and_then(|row| rows.place(row)) {
        select::select(state, place);
    }
}

/// Zooms by so many steps, in positive, around the selected event; 0 shows everything,
/// and when everything is shown, what the timeline opened on.
pub fn zoom(state: &mut State, by: i32) {
    let all = Window::all(&state.timeline);
    if by == 0 {
        let opening = Window::opening(&state.timeline);
        state.list.outer.clear();
        state.list.opening = state.list.shape.window == all;
        let window = if state.list.opening { opening } else { all };
        return show(state, window);
    }
    let height = usize::from(layout::of(state).timeline.height);
    let seen = || {
        state
            .list
            .rows
            .seen(state.list.top, height)
            .map(|seen| seen.0)
    };
    let middle = state.selected.or_else(seen);
    let day = middle.and_then(|event| Some(state.timeline.events.get(event)?.date.first));
    // A window cannot be halved or doubled more often than this without standing still.
    for _ in 0..by.unsigned_abs().min(40) {
        let window = state.list.shape.window;
        let next = if by > 0 {
            state.list.outer.push(window);
            let middle = window.first + (window.last - window.first) / 2;
            window.nearer(day.unwrap_or(middle))
        } else {
            let wider = || window.wider(all);
            state.list.outer.pop().unwrap_or_else(wider)
        };
        if next == window {
            if by > 0 {
                state.list.outer.pop();
            }
            break;
        }
        state.list.shape.window = next;
    }
    state.list.opening = false;
    show(state, state.list.shape.window);
}

fn show(state: &mut State, window: Window) {
    state.list.shape.window = window;
    state.list.shape.open = [false; 2];
    state.list.shape.years.clear();
    rebuild(state);
}

/// Computes the rows anew and finds the cursor in them: events that the window leaves out
/// take the cursor with them into their fold.
pub fn rebuild(state: &mut State) {
    state.list.rows = Rows::new(&state.timeline, &state.list.shape);
    state.list.computed = true;
    if let Some(Place::Event(event)) = state.list.cursor
        && state.list.rows.find(Place::Event(event)).is_none()
    {
        state.list.cursor = Some(fold_of(state, event));
    }
    let rows = &state.list.rows;
    let lost = |place: Place| rows.find(place).is_none();
    if state.list.cursor.is_some_and(lost) {
        // Where a fold has gone, what is read is what is selected; failing that the first place.
        let read = state
            .selected
            .map(Place::Event)
            .filter(|place| !lost(*place));
        let first = || rows.place(rows.step(None, 0)?);
        state.list.cursor = None;
        if let Some(place) = read.or_else(first) {
            select::select(state, place);
        }
    }
    reveal(state);
}

/// The fold that hides an event.
fn fold_of(state: &State, event: usize) -> Place {
    let first = state.timeline.events[event].date.first;
    let window = state.list.shape.window;
    let end = if first < window.first {
        End::Before
    } else {
        End::After
    };
    if window.holds(first) || state.list.is_open(end) {
        Place::NoDay(first.year())
    } else {
        Place::Fold(end)
    }
}

/// Unfolds what hides an event: an end, a year without days, or both.
pub fn unfold(state: &mut State, event: usize) {
    for _ in 0..2 {
        if state.list.rows.find(Place::Event(event)).is_some() {
            return;
        }
        match fold_of(state, event) {
            Place::Fold(end) => state.list.shape.open[end as usize] = true,
            Place::NoDay(year) => state.list.shape.years.push(year),
            Place::Event(_) | Place::Article(_) => {}
        }
        state.list.rows = Rows::new(&state.timeline, &state.list.shape);
    }
}

/// Computes the rows anew where the pane has another shape than they were made for.
pub fn settle(state: &mut State) {
    let mut layout = layout::of(state);
    if state.focus == Focus::Evidence && layout.evidence.is_empty() {
        state.focus = Focus::Reader;
        layout = layout::of(state);
    }
    let (window, columns) = (state.list.shape.window, layout.scrubber.width);
    let to_scale = state.list.to_scale;
    let density = &mut state.list.density;
    density.settle(&state.timeline, window, columns, to_scale);
    let area = layout.timeline;
    let computed = state.list.computed;
    if area.is_empty() && computed {
        return;
    }
    let shape = Shape {
        columns: layout::columns(area.width).titles(),
        until: !layout::columns(area.width).wide(),
        room: match area.height {
            ..TITLES => Room::None,
            TITLES..ACTORS => Room::Title,
            _ => Room::More,
        },
        rows: usize::from(area.height),
        ..state.list.shape.clone()
    };
    if shape != state.list.shape || !computed {
        state.list.shape = shape;
        rebuild(state);
    }
    stay(state, usize::from(area.height));
}

/// Scrolls so that the cursor is seen, with a little of what surrounds it.
pub fn reveal(state: &mut State) {
    let height = usize::from(layout::of(state).timeline.height);
    let rows = &state.list.rows;
    let Some(row) = state.list.cursor.and_then(|place| rows.find(place)) else {
        return;
    };
    if height == 0 {
        return;
    }
    let (first, end) = rows.extent(row);
    // The header that stays in sight takes the first line.
    let margin = (height / 6).clamp(1, 3).min((height - 1) / 2);
    let lowest = first.saturating_sub(margin);
    let highest = (end + margin).saturating_sub(height);
    let top = state.list.top.min(lowest).max(highest);
    let is_first = rows.step(Some(row), -1) == Some(row);
    state.list.top = if is_first { 0 } else { whole(rows, top) };
    stay(state, height);
}

/// The line to begin at, so that under the header no second line stands without its first.
fn whole(rows: &Rows, top: usize) -> usize {
    match rows.at_line(top + 1).map(|row| rows.extent(row)) {
        Some((first, end)) if top > 0 && first == top => end - 1,
        _ => top,
    }
}

/// Scrolls no further than to the last line.
fn stay(state: &mut State, height: usize) {
    let rows = &state.list.rows;
    let most = whole(rows, rows.lines().saturating_sub(height));
    state.list.top = state.list.top.min(most);
}

/// Scrolls by so many lines and leaves the cursor where it is.
pub fn scroll(state: &mut State, by: i32) {
    let height = usize::from(layout::of(state).timeline.height);
    let top = state.list.top.saturating_add_signed(by as isize);
    state.list.top = match by {
        // On the way up, `whole` would lead back down to where one came from.
        ..0 => top,
        _ => whole(&state.list.rows, top),
    };
    stay(state, height);
}
