//! Actions of the finder.

use std::sync::Arc;

use super::{reader, select};
use crate::{
    search::{
        Item, Target,
        query::{How, Query},
    },
    text::Span,
    timeline::{Role, Telling},
    ui::{
        action::{Action, Effect},
        layout::{self, Layout},
        state::{
            Focus, State,
            finder::{Finder, Kind, Preview, Row, letters},
            reader::{page::Page, search::find_words},
            rows::Place,
        },
        view::finder::{Regions, regions},
    },
};

/// Carries out an action of the finder: opens it, or what happens while it is open.
pub fn update(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Items(items) => state.source.items = Some(items.0),
        Action::Found {
            ticket,
            hits,
            total,
            days,
            complete,
        } => {
            let finder = state.finder.as_mut()?;
            if ticket != finder.ticket {
                return None;
            }
            finder.hits = hits;
            finder.total = total;
            finder.days = days;
            finder.complete = complete;
            finder.preview = None;
            let go_there = complete && std::mem::take(&mut finder.awaited);
            arrange(state);
            if go_there {
                return go(state);
            }
        }
        Action::Find if state.finder.is_none() => {
            state.finder = Some(Finder::default());
            return ask(state);
        }
        Action::Back | Action::Close if state.source.lines => return Some(Effect::Quit),
        Action::Back | Action::Close => state.finder = None,
        Action::Enter => {
            let finder = state.finder.as_mut()?;
            finder.awaited = !finder.complete;
            if finder.complete {
                return go(state);
            }
        }
        Action::Press(column, row) => return press(state, column, row),
        Action::Wheel(column, row, by) => wheel(state, (column, row), by),
        action => return list(state, &action),
    }
    settle(state);
    None
}

/// Moves in the list, or types.
fn list(state: &mut State, action: &Action) -> Option<Effect> {
    let page = i32::from(places(state).list.height.max(2)) - 1;
    let finder = state.finder.as_mut()?;
    finder.awaited = false;
    match action {
        Action::Move(by) => finder.step(*by),
        Action::Page(by) => finder.step(by.saturating_mul(page)),
        Action::HalfPage(by) => finder.step(by.saturating_mul(page / 2)),
        action => {
            let before = finder.prompt.text.clone();
            finder.prompt.edit(action);
            state.notice.clone_from(&finder.prompt.trouble);
            if finder.prompt.text != before {
                return ask(state);
            }
        }
    }
    settle(state);
    None
}

/// Sends what was typed to the worker.
fn ask(state: &mut State) -> Option<Effect> {
    state.source.ticket += 1;
    let finder = state.finder.as_mut()?;
    finder.ticket = state.source.ticket;
    finder.complete = false;
    Some(Effect::Search {
        ticket: finder.ticket,
        query: finder.prompt.text.clone(),
    })
}

/// Asks again what is typed, where another timeline took the place of the one it was found in.
pub fn again(state: &mut State) -> Option<Effect> {
    if state.source.items.is_some() {
        return None;
    }
    let finder = state.finder.as_mut()?;
    finder.hits.clear();
    finder.rows.clear();
    finder.days.clear();
    finder.preview = None;
    ask(state)
}

fn places(state: &State) -> Regions {
    regions(layout::of(state).screen, state.source.lines)
}

fn arrange(state: &mut State) {
    let list = places(state).list;
    let heads = list.height >= 9 && list.width >= 40;
    if let (Some(finder), Some(items)) = (&mut state.finder, &state.source.items) {
        finder.arrange(items, heads);
    }
}

/// Keeps the selection in sight and the preview its own.
pub fn settle(state: &mut State) {
    let places = places(state);
    let Some(finder) = &mut state.finder else {
        return;
    };
    if finder.rows.is_empty() {
        finder.preview = None;
        return;
    }
    finder.reveal(usize::from(places.list.height));
    let Some(item) = finder.hit().map(|hit| hit.item) else {
        return;
    };
    let size = (places.preview.width, places.preview.height);
    let made = (item, size.0, size.1);
    let same = finder
        .preview
        .as_ref()
        .is_some_and(|preview| preview.made == made);
    if places.preview.is_empty() {
        finder.preview = None;
    } else if !same {
        let preview = preview(state, item, size);
        if let Some(finder) = &mut state.finder {
            finder.preview = preview;
        }
    }
}

/// The article of an item, wrapped, scrolled to it, with what matches.
fn preview(state: &State, index: usize, (width, height): (u16, u16)) -> Option<Preview> {
    let item = state.source.items.as_ref()?.get(index)?;
    let (article, marked) = place(state, item)?;
    let source = state.timeline.articles.get(article)?;
    let measure = usize::from(crate::ui::view::finder::measure(width));
    let page = Page::of(article, source, measure, false);
    let mut matches = words(state)
        .iter()
        .flat_map(|word| find_words(&source.text, word))
        .collect::<Vec<_>>();
    let hit = state
        .finder
        .as_ref()?
        .hits
        .iter()
        .find(|hit| hit.item == index);
    if let (Some(span), Some(hit), Kind::Sentence) = (marked, hit, Kind::of(item.target)) {
        let own = letters(span.of(&source.text), &hit.positions);
        matches.extend(
            own.iter()
                .map(|s| Span::new(s.start + span.start, s.end + span.start)),
        );
    }
    let matches = join(matches);
    let at = marked
        .or_else(|| matches.first().copied())
        .unwrap_or_default();
    let rows = usize::from(height.saturating_sub(crate::ui::view::finder::HEAD));
    let last = page.rows.len().saturating_sub(rows.max(1));
    let top = page.row(at.start).saturating_sub(rows / 3).min(last);
    Some(Preview {
        made: (index, width, height),
        article,
        page,
        top,
        marked,
        matches,
    })
}

/// The article an item is in, and the passage of it.
fn place(state: &State, item: &Item) -> Option<(usize, Option<Span>)> {
    match item.target {
        Target::Event(event) => {
            let telling = state.timeline.events.get(event)?.tellings.first()?;
            Some((telling.article, Some(telling.evidence)))
        }
        Target::Article(article) => Some((article, None)),
        Target::Sentence { article, span } => Some((article, Some(span))),
        Target::Line(_) => None,
    }
}

/// The words of the query that a text can hold as they are.
fn words(state: &State) -> Vec<String> {
    let query = Query::parse(&typed(state), state.today);
    let groups = query.groups.into_iter().filter(|group| !group.not);
    let terms = groups.flat_map(|group| group.any);
    let terms = terms.filter(|term| !matches!(term.how, How::Dated(..)));
    terms
        .map(|term| term.text)
        .filter(|text| text.chars().count() > 1)
        .collect()
}

/// Spans in order, those that touch joined.
pub(super) fn join(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// Goes to the selected hit; with a line that was chosen the program is done.
fn go(state: &mut State) -> Option<Effect> {
    let items = state.source.items.as_ref().map(Arc::clone)?;
    let hit = state.finder.as_ref().and_then(Finder::hit)?.item;
    let target = items.get(hit)?.target;
    if state.source.lines {
        state.source.chosen = Some(hit);
        return Some(Effect::Quit);
    }
    let (typed, words) = (typed(state), words(state));
    state.finder = None;
    go_to(state, target);
    reader::mark(state, &typed, &words);
    None
}

/// What was typed.
fn typed(state: &State) -> String {
    let finder = state.finder.as_ref();
    finder.map_or_else(String::new, |finder| finder.prompt.text.clone())
}

fn go_to(state: &mut State, target: Target) {
    match target {
        Target::Event(event) => {
            select::jump(state, Place::Event(event));
            state.focus = Focus::Timeline;
            state.alone = false;
        }
        Target::Article(article) => go_to_article(state, article),
        Target::Sentence { article, span } => {
            match telling(state, |t| t.article == article && t.evidence.overlaps(span)) {
                Some((event, telling)) => {
                    select::jump(state, Place::Event(event));
                    reader::show(state, event, telling);
                    reader::stand_at(state, span);
                }
                None => reader::show_passage(state, article, span),
            }
            state.focus = Focus::Reader;
        }
        Target::Line(_) => {}
    }
}

/// To the first event that the article tells as news, failing that to any it tells; one
/// without events is read.
fn go_to_article(state: &mut State, article: usize) {
    let told = |telling: &Telling| telling.article == article;
    let news = telling(state, |t| told(t) && t.role == Role::Main);
    if let Some((event, telling)) = news.or_else(|| telling(state, told)) {
        select::jump(state, Place::Event(event));
        reader::show(state, event, telling);
    } else if state.list.rows.find(Place::Article(article)).is_some() {
        select::jump(state, Place::Article(article));
    } else {
        reader::show_article(state, article);
    }
    state.focus = Focus::Reader;
}

/// The first telling, in the order of time, that `is` it.
fn telling(state: &State, is: impl Fn(&Telling) -> bool) -> Option<(usize, usize)> {
    let events = state.timeline.events.iter().enumerate();
    events
        .into_iter()
        .find_map(|(index, event)| Some((index, event.tellings.iter().position(&is)?)))
}

/// A click selects a hit; a click on the selected one goes there.
fn press(state: &mut State, column: u16, row: u16) -> Option<Effect> {
    let list = places(state).list;
    let finder = state.finder.as_mut()?;
    let at = finder.top + usize::from(row.saturating_sub(list.y));
    if !Layout::holds(list, column, row) || !matches!(finder.rows.get(at), Some(Row::Hit(_))) {
        return None;
    }
    if finder.selected == at {
        return go(state);
    }
    finder.selected = at;
    settle(state);
    None
}

/// The wheel moves in the list, or scrolls the preview.
fn wheel(state: &mut State, (column, row): (u16, u16), by: i32) {
    let places = places(state);
    let Some(finder) = &mut state.finder else {
        return;
    };
    match &mut finder.preview {
        Some(preview) if Layout::holds(places.preview, column, row) => {
            let last = preview.page.rows.len().saturating_sub(1);
            let by = by.saturating_mul(3) as isize;
            preview.top = preview.top.saturating_add_signed(by).min(last);
        }
        _ => finder.step(by),
    }
}
