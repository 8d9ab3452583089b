//! Actions of the reader.

mod search;
mod sight;

use super::select;
use crate::{
    text::Span,
    ui::{
        action::{Action, Effect},
        layout::{self, Layout},
        state::{Focus, State, rows::Place},
        view::reader::{regions, text},
    },
};
pub use search::mark;
pub use sight::settle;
use sight::{arrive, reveal, scroll};

/// Lines that a notch of the wheel moves.
const NOTCH: i32 = 3;

/// Carries out an action while the reader has the focus.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature of every update"
)]
pub fn update(state: &mut State, action: Action) -> Option<Effect> {
    if state.reader.typing() {
        return search::typed(state, &action);
    }
    let page = state.reader.rows.max(2) as i32;
    match action {
        Action::Move(by) => scroll(state, by),
        Action::HalfPage(by) => scroll(state, by.saturating_mul(page / 2)),
        Action::Page(by) => scroll(state, by.saturating_mul(page - 1)),
        Action::Top => scroll(state, i32::MIN),
        Action::Bottom(_) => scroll(state, i32::MAX),
        Action::DatedWords(by) => dated_words(state, by),
        Action::NextTelling => next_telling(state),
        Action::ToggleFurniture => toggle_furniture(state),
        Action::Find => search::begin(state),
        Action::Match(by) => search::next_match(state, by),
        Action::Enter => enter(state),
        Action::Wheel(column, row, by) => wheel(state, (column, row), by),
        Action::Press(column, row) => press(state, column, row),
        _ => {}
    }
    None
}

/// Shows the telling `telling` of event `event`: called when the selection moves.
pub fn show(state: &mut State, event: usize, telling: usize) {
    let found = state.timeline.events.get(event);
    let Some(found) = found.and_then(|event| event.tellings.get(telling)) else {
        return;
    };
    let (article, evidence) = (found.article, found.evidence);
    leave(state, article);
    state.reader.telling = Some((event, telling));
    state.reader.passage = None;
    arrive(state, evidence);
}

/// Shows an article without going to an event.
pub fn show_article(state: &mut State, article: usize) {
    leave(state, article);
    state.reader.telling = None;
    state.reader.passage = None;
    arrive(state, Span::default());
}

/// Shows a sentence of an article.
pub fn show_passage(state: &mut State, article: usize, passage: Span) {
    leave(state, article);
    state.reader.telling = None;
    state.reader.passage = Some(passage);
    arrive(state, passage);
}

/// Puts the bar beside a sentence of the article that is shown, and shows it.
pub fn stand_at(state: &mut State, passage: Span) {
    state.reader.passage = Some(passage);
    arrive(state, passage);
}

/// One step back inside the reader; false where there is nothing to go back from.
pub fn back(state: &mut State) -> bool {
    let search = state.reader.search.take().is_some();
    let word = state.reader.word.take().is_some();
    // From a sentence that was found, back to the event that is selected.
    if let (Some(_), Some(event)) = (state.reader.passage.take(), state.selected) {
        let telling = state.reader.telling.filter(|(shown, _)| *shown == event);
        show(state, event, telling.map_or(0, |(_, telling)| telling));
        return true;
    }
    search || word
}

/// Leaves the article for `next`.
fn leave(state: &mut State, next: usize) {
    state.reader.leave();
    state.reader.word = None;
    state.reader.evidence_top = 0;
    if state.reader.article != Some(next) {
        state.reader.search = None;
    }
    state.reader.article = Some(next);
}

/// Walks to the dated words so many further on, from those one stands at or reads at.
fn dated_words(state: &mut State, by: i32) {
    let timeline = std::sync::Arc::clone(&state.timeline);
    let reader = &mut state.reader;
    let Some(timexes) = reader
        .article
        .and_then(|article| timeline.timexes.get(article))
    else {
        return;
    };
    let shown: Vec<usize> = (0..timexes.len())
        .filter(|&index| reader.page.shows(timexes[index].span))
        .collect();
    let at = reader
        .word
        .map(|word| timexes[word.min(timexes.len() - 1)].span.start);
    let at = at.or_else(|| reader.place(&timeline)).unwrap_or(0);
    let next = step(
        &shown,
        by,
        |&index| timexes[index].span.start,
        at,
        reader.word.is_some(),
    );
    let Some(&index) = next.and_then(|next| shown.get(next)) else {
        state.notice = Some("no dated words in this article".to_owned());
        return;
    };
    reader.word = Some(index);
    let span = timexes[index].span;
    reveal(state, span);
    state.reader.leave();
}

/// The item so many after the place `at` (before it for a negative `by`), round the ends.
/// Where one does not stand on an item yet, the first step takes the nearest one.
fn step<T>(
    items: &[T],
    by: i32,
    start: impl Fn(&T) -> usize,
    at: usize,
    stands: bool,
) -> Option<usize> {
    let count = items.len() as i64;
    if count == 0 {
        return None;
    }
    let before = items.partition_point(|item| start(item) < at) as i64;
    let by = i64::from(by);
    let next = match (stands, by > 0) {
        (true, _) | (false, false) => before + by,
        (false, true) => before + by - 1,
    };
    Some(next.rem_euclid(count) as usize)
}

fn next_telling(state: &mut State) {
    let Some((event, telling)) = state.reader.telling else {
        return;
    };
    let count = state
        .timeline
        .events
        .get(event)
        .map_or(0, |event| event.tellings.len());
    if count < 2 {
        state.notice = Some("one article tells this".to_owned());
        return;
    }
    let next = (telling + 1) % count;
    show(state, event, next);
    state.notice = Some(format!("telling {} of {count}", next + 1));
}

fn toggle_furniture(state: &mut State) {
    state.reader.as_it_came = !state.reader.as_it_came;
    let words = state.reader.words(&state.timeline).map(|timex| timex.span);
    settle(state);
    if words.is_some_and(|span| !state.reader.page.shows(span)) {
        state.reader.word = None;
    }
}

/// One step deeper: from dated words to the event that they date, from folded furniture to the page.
fn enter(state: &mut State) {
    let Some((article, word)) = state.reader.article.zip(state.reader.word) else {
        return;
    };
    let Some(timex) = state
        .timeline
        .timexes
        .get(article)
        .and_then(|t| t.get(word))
    else {
        return;
    };
    let span = timex.span;
    let tells = |event: &crate::timeline::Event| {
        let mut tellings = event.tellings.iter();
        tellings.position(|telling| telling.article == article && telling.timex.span == span)
    };
    let found = state
        .timeline
        .events
        .iter()
        .enumerate()
        .find_map(|(i, e)| Some((i, tells(e)?)));
    match found {
        Some((event, telling)) => {
            select::jump(state, Place::Event(event));
            show(state, event, telling);
        }
        None => state.notice = Some("these words date no event".to_owned()),
    }
}

fn wheel(state: &mut State, (column, row): (u16, u16), by: i32) {
    let layout = layout::of(state);
    let focus = state.focus;
    state.focus = if Layout::holds(layout.evidence, column, row) {
        Focus::Evidence
    } else {
        Focus::Reader
    };
    scroll(state, by.saturating_mul(NOTCH));
    state.focus = focus;
}

/// A click: on dated words walks to them, on folded furniture shows the page.
fn press(state: &mut State, column: u16, row: u16) {
    let area = layout::of(state).reader;
    let lines = regions(state, area).text;
    if !Layout::holds(lines, column, row) {
        return;
    }
    let Some(at) = text::at(state, lines, column, row) else {
        return;
    };
    let timexes = state
        .reader
        .article
        .and_then(|article| state.timeline.timexes.get(article));
    let word = timexes.and_then(|timexes| timexes.iter().position(|timex| timex.span.holds(at)));
    match word {
        Some(word) => state.reader.word = Some(word),
        None if !state.reader.page.shows(Span::new(at, at + 1)) => toggle_furniture(state),
        None => {}
    }
}
