//! Which events are shown.

use chrono::NaiveDate;

use super::Event;

/// The events that share a day with `first ..= last`, with their indices, in order.
pub fn between(
    events: &[Event],
    first: NaiveDate,
    last: NaiveDate,
) -> impl Iterator<Item = (usize, &Event)> {
    // Events are in order of their first day: those that begin later need no look.
    let to = events.partition_point(|event| event.date.first <= last);
    events[..to]
        .iter()
        .enumerate()
        .filter(move |(_, event)| event.date.last >= first)
}

/// The events that the article at `article` tells, with their indices, in order.
pub fn told_by(events: &[Event], article: usize) -> impl Iterator<Item = (usize, &Event)> {
    events
        .iter()
        .enumerate()
        .filter(move |(_, event)| event.tellings.iter().any(|t| t.article == article))
}
