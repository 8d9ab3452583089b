//! The search in the text.

use super::sight::reveal;
use crate::{
    corpus::Article,
    text::Span,
    ui::{
        action::{Action, Effect},
        state::{
            State,
            prompt::Prompt,
            reader::search::{Search, find, find_words},
        },
        update::finder::{self, join},
    },
};

pub(super) fn begin(state: &mut State) {
    state.reader.search = Some(Search {
        typing: true,
        from: state.reader.top,
        ..Search::default()
    });
}

/// Marks the words that led to the article, so that one can walk from one to the next.
pub fn mark(state: &mut State, typed: &str, words: &[String]) {
    let reader = &mut state.reader;
    let article = reader.article.and_then(|i| state.timeline.articles.get(i));
    let found = |article: &Article| -> Vec<Span> {
        let words = words.iter();
        words
            .flat_map(|word| find_words(&article.text, word))
            .collect()
    };
    let matches = join(article.map(found).unwrap_or_default());
    if matches.is_empty() {
        return;
    }
    let from = reader.marked(&state.timeline).map_or(0, |span| span.start);
    let current = matches.partition_point(|span| span.start < from);
    reader.search = Some(Search {
        prompt: Prompt::of(typed),
        current: if current == matches.len() { 0 } else { current },
        matches,
        from: reader.top,
        ..Search::default()
    });
}

pub(super) fn typed(state: &mut State, action: &Action) -> Option<Effect> {
    let search = state.reader.search.as_mut()?;
    match action {
        Action::Type('/') if search.prompt.text.is_empty() => {
            // A second stroke looks everywhere.
            state.reader.search = None;
            return finder::update(state, Action::Find);
        }
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
    None
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
        state.notice = Some("no words are looked for; / finds some".to_owned());
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
