//! The search in the text.

use super::sight::reveal;
use crate::ui::{
    action::Action,
    state::{
        State,
        reader::search::{Search, find},
    },
};

pub(super) fn begin(state: &mut State) {
    state.reader.search = Some(Search {
        typing: true,
        from: state.reader.top,
        ..Search::default()
    });
}

pub(super) fn typed(state: &mut State, action: &Action) {
    let Some(search) = &mut state.reader.search else {
        return;
    };
    match action {
        Action::Enter => {
            search.typing = false;
            if search.matches.is_empty() {
                state.reader.search = None;
            }
        }
        Action::Back | Action::Close => {
            state.reader.top = search.from;
            state.reader.search = None;
        }
        action if search.prompt.edit(action) => look(state),
        _ => {}
    }
}

/// Looks for what was typed, and goes to the first match after where the search began.
pub(super) fn look(state: &mut State) {
    let Some(article) = state
        .reader
        .article
        .and_then(|i| state.timeline.articles.get(i))
    else {
        return;
    };
    let reader = &mut state.reader;
    let Some(search) = &mut reader.search else {
        return;
    };
    let mut matches = find(&article.text, &search.prompt.text);
    matches.retain(|span| reader.page.shows(*span));
    let from = reader
        .page
        .rows
        .get(search.from)
        .map_or(0, |row| row.span.start);
    search.current = matches.partition_point(|span| span.start < from);
    if search.current == matches.len() {
        search.current = 0;
    }
    let found = matches.get(search.current).copied();
    search.matches = matches;
    reader.top = search.from;
    if let Some(span) = found {
        reveal(state, span);
    }
}

pub(super) fn next_match(state: &mut State, by: i32) {
    let Some(search) = &mut state.reader.search else {
        return;
    };
    let count = search.matches.len() as i64;
    if count == 0 {
        return;
    }
    search.current = (search.current as i64 + i64::from(by)).rem_euclid(count) as usize;
    let span = search.matches[search.current];
    reveal(state, span);
    state.reader.leave();
}
