//! More articles came: another timeline takes the place of the one that is shown.

use std::{collections::HashSet, sync::Arc};

use super::{list, select};
use crate::{
    timeline::{Role, Timeline},
    ui::{
        action::Loaded,
        dates,
        state::{State, rows::Place, window::Window},
    },
};

/// Swaps the timeline; what was selected stays selected, by its name.
pub fn swap(state: &mut State, loaded: Loaded) {
    state.progress = loaded.progress;
    if Arc::ptr_eq(&state.timeline, &loaded.timeline) {
        return;
    }
    if std::mem::take(&mut state.reloading) {
        state.notice = Some(changes(&state.timeline, &loaded.timeline));
    }
    let old = std::mem::replace(&mut state.timeline, loaded.timeline);
    let place = state.list.cursor;
    let cursor = place.and_then(|place| follow(&old, &state.timeline, place));
    let held = state
        .selected
        .and_then(|event| follow(&old, &state.timeline, Place::Event(event)));
    state.jumps.clear();
    state.source.items = None;
    state.list.density.forget();
    state.reader.fitted = None;
    // The text may be another: it is wrapped anew, at the place where it was read.
    if let Some((_, measure, _)) = &mut state.reader.page.made {
        *measure = 0;
    }
    state.list.cursor = cursor;
    state.selected = match held {
        Some(Place::Event(event)) => Some(event),
        _ => None,
    };
    if state.list.opening {
        state.list.shape.window = Window::opening(&state.timeline);
    }
    list::rebuild(state);
    // An article may have left the undated ones; and one that was opened on because
    // there were no events yet gives way to the first that are.
    let stands = |place| match place {
        Place::Event(_) => true,
        place => state.list.rows.find(place).is_some() && !old.events.is_empty(),
    };
    let cursor = cursor.filter(|&place| stands(place));
    state.list.cursor = cursor;
    // The reader holds indices: where they still mean the same, it is not disturbed.
    let nothing = state.list.cursor.is_none();
    if nothing || (cursor, place) != (state.list.cursor, cursor) || !same_article(state, &old) {
        state.reader.forget();
        open(state);
    }
}

/// What another reading brought.
fn changes(old: &Timeline, new: &Timeline) -> String {
    let ids = |timeline: &Timeline| -> HashSet<String> {
        timeline
            .events
            .iter()
            .map(|event| event.id.clone())
            .collect()
    };
    let (old, new) = (ids(old), ids(new));
    let (came, went) = (new.difference(&old).count(), old.difference(&new).count());
    match (came, went) {
        (0, 0) => "read again; the events are the same".to_owned(),
        (came, 0) => format!("read again; {}", dates::count(came as i64, "new event")),
        (came, went) => format!(
            "read again; {}, {went} gone",
            dates::count(came as i64, "new event")
        ),
    }
}

/// Shows what the cursor stands on; where it stands on nothing, the first event that is news.
pub fn open(state: &mut State) {
    let rows = &state.list.rows;
    let first = || {
        let places = (0..rows.len()).filter_map(|row| rows.place(row));
        let open = |place: &Place| !matches!(place, Place::Fold(_) | Place::NoDay(_));
        let is_main = |place: &Place| match place {
            Place::Event(event) => state.timeline.events[*event].role == Role::Main,
            Place::Fold(_) | Place::NoDay(_) | Place::Article(_) => false,
        };
        let main = places.clone().find(is_main);
        main.or_else(|| places.clone().find(open))
            .or_else(|| places.clone().next())
    };
    let place = match state.list.cursor {
        Some(place) if !matches!(place, Place::Fold(_) | Place::NoDay(_)) => Some(place),
        fold => first().or(fold),
    };
    if let Some(place) = place {
        select::select(state, place);
    }
}

/// Whether the article in the reader has the same number in both timelines.
fn same_article(state: &State, old: &Timeline) -> bool {
    let path = |timeline: &Timeline| {
        let article = timeline.articles.get(state.reader.article?)?;
        Some(article.path.clone())
    };
    path(old) == path(&state.timeline)
}

/// The same place in another timeline.
fn follow(old: &Timeline, new: &Timeline, place: Place) -> Option<Place> {
    match place {
        Place::Event(event) => {
            let id = &old.events.get(event)?.id;
            let found = new.events.iter().position(|event| event.id == *id)?;
            Some(Place::Event(found))
        }
        Place::Article(article) => {
            let path = &old.articles.get(article)?.path;
            let found = new
                .articles
                .iter()
                .position(|article| article.path == *path)?;
            Some(Place::Article(found))
        }
        fold @ (Place::Fold(_) | Place::NoDay(_)) => Some(fold),
    }
}
