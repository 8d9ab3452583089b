//! What of the article is in sight: wrapping, scrolling, arriving.

use ratatui::layout::Rect;

use super::{show, show_article};
use crate::{
    text::Span,
    ui::{
        layout,
        state::{
            Focus, State,
            reader::{
                Fitted,
                page::{Page, RowKind},
            },
        },
        view::{
            evidence,
            reader::{measure, regions},
        },
    },
};

/// Wraps the text anew where the article or the width changed: called after every action.
pub fn settle(state: &mut State) {
    if state.reader.article.is_none() {
        // Where nothing is selected there may still be something to read.
        match state.selected {
            Some(event) => show(state, event, 0),
            None if state.list.cursor.is_none() && !state.timeline.articles.is_empty() => {
                show_article(state, 0);
            }
            None => {}
        }
    }
    let area = layout::of(state).reader;
    if area.is_empty() || !make_page(state, area) {
        return;
    }
    fit(state, area);
    if let Some(span) = state.reader.arriving.take() {
        if !state.reader.page.shows(span) && !span.is_empty() && !state.reader.as_it_came {
            // What is told in the page's furniture is shown there.
            state.reader.as_it_came = true;
            make_page(state, area);
            fit(state, area);
        }
        land(state, span);
        fit(state, area);
    }
}

/// Makes the page where it is not the one to show; false where there is nothing to read.
pub(super) fn make_page(state: &mut State, area: Rect) -> bool {
    let Some(index) = state.reader.article else {
        return false;
    };
    let timeline = std::sync::Arc::clone(&state.timeline);
    let Some(article) = timeline.articles.get(index) else {
        return false;
    };
    let measure = measure(area);
    let reader = &mut state.reader;
    let made = (index, measure, reader.as_it_came);
    if reader.page.made != Some(made) {
        let same = reader.page.made.is_some_and(|made| made.0 == index);
        let top = reader.page.rows.get(reader.top).filter(|_| same);
        let held = reader.held.filter(|held| held.0 == reader.top);
        let at = top.map(|row| held.map_or(row.span.start, |held| held.1));
        reader.page = Page::of(index, article, measure, reader.as_it_came);
        reader.top = at.map_or(0, |at| reader.row(at));
        reader.held = at.map(|at| (reader.top, at));
    }
    true
}

/// Measures how much is in sight, where that may have changed. The head is known only when
/// the page is: it tells what is hidden.
pub(super) fn fit(state: &mut State, area: Rect) {
    let fitted = Some(Fitted {
        area,
        ascii: state.theme.ascii,
        third: !layout::of(state).evidence.is_empty(),
        article: state.reader.article,
        telling: state.reader.telling,
        word: state.reader.word,
    });
    if state.reader.fitted != fitted {
        let regions = regions(state, area);
        state.reader.rows = usize::from(regions.text.height);
        state.reader.trailing = usize::from(regions.trailing);
        state.reader.fitted = fitted;
    }
    let reader = &mut state.reader;
    reader.top = reader.top.min(reader.last_top());
}

/// Goes to `span`, or to where the text was left, as soon as there is a pane.
pub(super) fn arrive(state: &mut State, span: Span) {
    state.reader.arriving = Some(span);
    settle(state);
}

/// Scrolls to where the text was left, or else so that `span` is in sight, in the upper
/// third where it was not.
pub(super) fn land(state: &mut State, span: Span) {
    let reader = &mut state.reader;
    let left = reader.was_left().filter(|_| reader.passage.is_none());
    if let Some(left) = left {
        reader.top = reader.row(left);
        return;
    }
    let (first, last) = (
        reader.row(span.start),
        reader.row(span.end.saturating_sub(1)),
    );
    let air = (reader.rows / 5).min(3);
    if first < reader.top + air || last + air >= reader.top + reader.rows {
        reader.top = first.saturating_sub(reader.rows / 3);
        skip_blank(state);
    }
}

/// A blank first row would only look like a gap under the head.
fn skip_blank(state: &mut State) {
    let reader = &mut state.reader;
    let first = reader.page.rows.get(reader.top);
    reader.top += usize::from(first.is_some_and(|row| row.kind == RowKind::Blank));
}

/// Scrolls as little as needed for `span` to be in sight, with a little text around it.
pub(super) fn reveal(state: &mut State, span: Span) {
    let reader = &mut state.reader;
    let (first, last) = (
        reader.row(span.start),
        reader.row(span.end.saturating_sub(1)),
    );
    let air = (reader.rows / 5).min(3);
    let seen = reader.top + reader.rows;
    if first < reader.top + air {
        reader.top = first.saturating_sub(air);
    } else if last + air >= seen {
        let bottom = (last + air + 1).saturating_sub(reader.rows);
        reader.top = bottom.min(first.saturating_sub(air));
    } else {
        return;
    }
    reader.top = reader.top.min(reader.last_top());
    skip_blank(state);
}

pub(super) fn scroll(state: &mut State, by: i32) {
    let third = state.focus == Focus::Evidence;
    let reader = &mut state.reader;
    let last = if third { usize::MAX } else { reader.last_top() };
    let top = if third {
        &mut reader.evidence_top
    } else {
        &mut reader.top
    };
    *top = top.saturating_add_signed(by as isize).min(last);
    if third {
        let most = evidence::last_top(state);
        state.reader.evidence_top = state.reader.evidence_top.min(most);
    } else {
        state.reader.leave();
    }
}
