//! What an event says in the list: its title in one line or two, and what a second line adds.

use std::borrow::Cow;

use super::{
    dates,
    state::rows::{Room, Shape},
};
use crate::{
    corpus::Source,
    export::dated,
    temporal::{AnchorSource, Certainty, Granularity},
    text::clean::{clean, truncate, width},
    timeline::{ActorKind, Event, Timeline},
};

/// The most actors that a second line names.
const ACTORS: usize = 3;

/// How many lines the event takes.
#[must_use]
pub fn height(event: &Event, timeline: &Timeline, shape: &Shape) -> u16 {
    let room = first_line(event, shape.columns);
    let long = || width(&event.summary) > usize::from(room);
    let second = match shape.room {
        Room::None => false,
        Room::Title => long() || doubt(event, timeline).is_some(),
        Room::More => long() || adds(event, timeline, shape.until),
    };
    1 + u16::from(second)
}

/// The columns of a title's first line, where a title has `columns`: less, where the number
/// of tellings stands at its end.
#[must_use]
pub fn first_line(event: &Event, columns: u16) -> u16 {
    let conflict = if event.conflict { 2 } else { 0 };
    let told = match articles(event) {
        ..2 => 0,
        told => told.ilog10() as u16 + 3,
    };
    columns.saturating_sub(told + conflict)
}

/// The title in at most `lines` lines of `columns`, broken between words.
#[must_use]
pub fn title(event: &Event, columns: u16, lines: u16) -> (Cow<'_, str>, Option<String>) {
    let first = usize::from(first_line(event, columns));
    if lines < 2 || width(&event.summary) <= first {
        return (truncate(&event.summary, first), None);
    }
    let whole = clean(&event.summary);
    let (mut before, mut end) = (0, 0);
    for (at, _) in whole.match_indices(' ') {
        if width(&whole[..at]) > first {
            break;
        }
        (before, end) = (end, at);
    }
    // A word does not stand alone on the second line.
    if before > 0 && !whole[end..].trim_start().contains(' ') {
        end = before;
    }
    if end == 0 {
        return (truncate(&event.summary, first), None);
    }
    let rest = whole[end..].trim_start();
    let rest = truncate(rest, usize::from(columns)).into_owned();
    (Cow::Owned(whole[..end].to_owned()), Some(rest))
}

/// Whether a second line says something that the title does not.
fn adds(event: &Event, timeline: &Timeline, until: bool) -> bool {
    doubt(event, timeline).is_some()
        || until && ends(event)
        || named_place(event).is_some()
        || actors(event).next().is_some()
}

/// The second line: what is not certain of the date, and who and where, as far as the title
/// does not say it.
#[must_use]
pub fn second(event: &Event, timeline: &Timeline, until: bool, ascii: bool) -> String {
    let mut parts = Vec::new();
    parts.extend(doubt(event, timeline));
    if until && ends(event) {
        let mut last = event.date;
        last.first = last.last;
        parts.push(format!("to {}", dates::narrow(&last)));
    }
    let names: Vec<&str> = actors(event).take(ACTORS).collect();
    if !names.is_empty() {
        parts.push(names.join(", "));
    }
    if let Some(place) = named_place(event) {
        parts.push(place.to_owned());
    }
    parts.join(if ascii { " - " } else { " · " })
}

/// Why the date is not to be taken for certain, in a few words; nothing where it is.
#[must_use]
pub fn doubt(event: &Event, timeline: &Timeline) -> Option<String> {
    let telling = event.tellings.first()?;
    if telling.timex.bound.is_some() {
        return Some(dated::words(event));
    }
    let article = timeline.articles.get(telling.article);
    let published = article.and_then(|article| article.published.as_ref());
    let counted = telling.timex.anchor;
    let counted = counted.is_some_and(|anchor| anchor.source == AnchorSource::Published);
    match event.date.certainty {
        Certainty::Approximate => Some("about this date".to_owned()),
        Certainty::Inferred => Some("date inferred".to_owned()),
        Certainty::Exact => (counted
            && published.is_some_and(|fact| fact.source == Source::Inferred))
        .then(|| "date inferred: the article shows none".to_owned()),
    }
}

/// Whether the event is a range of days, of which the list shows the first.
fn ends(event: &Event) -> bool {
    let weeks = event.date.granularity == Granularity::Week;
    weeks || event.date.range && event.date.granularity <= Granularity::Week
}

/// The place, where the title does not name it.
fn named_place(event: &Event) -> Option<&str> {
    let place = event.place.as_deref()?;
    (!says(&event.summary, place)).then_some(place)
}

/// The people that the title does not name: an organisation alone says little, and the
/// third pane names them all.
fn actors(event: &Event) -> impl Iterator<Item = &str> {
    event
        .actors
        .iter()
        .filter(|actor| actor.kind == ActorKind::Person && !says(&event.summary, &actor.name))
        .map(|actor| actor.name.as_str())
}

/// Whether `title` names `name`, by any capitalised word of it.
fn says(title: &str, name: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
        .any(|word| word.len() > 1 && title.contains(word))
}

/// How many articles tell the event, in words of their own: a copy tells nothing of its own.
#[must_use]
pub fn articles(event: &Event) -> usize {
    if event.tellings.len() < 2 {
        return event.tellings.len();
    }
    let own = event.tellings.iter();
    let own = own.filter(|telling| telling.copy_of.is_none());
    let mut articles: Vec<usize> = own.map(|telling| telling.article).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len().max(1)
}

/// How many copies of those articles tell it too.
#[must_use]
pub fn copies(event: &Event) -> usize {
    let copies = event.tellings.iter();
    let copies = copies.filter(|telling| telling.copy_of.is_some());
    let mut articles: Vec<usize> = copies.map(|telling| telling.article).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}
