//! iCalendar (RFC 5545): every event as an all-day entry, for calendars.
//!
//! The end of an all-day entry is the day after its last (§3.6.1). What is known by its
//! month or year alone covers all of it and says so in its summary; so does what is only
//! bounded ("by 2035"), for which a calendar has no place but its bound. Entries block no time.

use std::fmt::Write;

use ::icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus, Property};
use chrono::{Datelike, NaiveDate, NaiveTime};

use super::{
    dated, line_of, title_of,
    told::{Told, tellings},
};
use crate::{
    temporal::Granularity,
    timeline::{Event, Phase, Role, Timeline},
};

/// The calendar. `today` stamps the entries that no dated article tells.
#[must_use]
pub fn calendar(timeline: &Timeline, today: NaiveDate) -> String {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//dateline//timeline//EN"),
        ("CALSCALE", "GREGORIAN"),
    ] {
        calendar.append_property((name, value));
    }
    let title = title_of(timeline);
    calendar.append_property(("X-WR-CALNAME", title.as_str()));
    for event in timeline.events.iter().filter(|event| is_written(event)) {
        calendar.push(entry(timeline, event, today));
    }
    refolded(&calendar.to_string())
}

/// The most octets of a line without its line break (§3.1).
const LONGEST: usize = 75;

/// The lines folded anew, between characters: the crate lets the last part of a folded line
/// have 76 octets (icalendar 0.17.17).
fn refolded(calendar: &str) -> String {
    let mut folded = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let (mut rest, mut room) = (line, LONGEST);
        while rest.len() > room {
            let (part, behind) = rest.split_at(rest.floor_char_boundary(room));
            folded.push_str(part);
            folded.push_str("\r\n ");
            // The space that a part begins with is one of its octets.
            (rest, room) = (behind, LONGEST - 1);
        }
        folded.push_str(rest);
        folded.push_str("\r\n");
    }
    folded
}

/// The events whose years iCalendar cannot write: it has four digits for one.
pub fn left_out(timeline: &Timeline) -> impl Iterator<Item = &Event> {
    timeline.events.iter().filter(|event| !is_written(event))
}

fn is_written(event: &Event) -> bool {
    (1..=9999).contains(&event.date.first.year()) && end(event).is_some()
}

/// The day after the last.
fn end(event: &Event) -> Option<NaiveDate> {
    let end = event.date.last.max(event.date.first).succ_opt()?;
    (end.year() <= 9999).then_some(end)
}

fn entry(timeline: &Timeline, event: &Event, today: NaiveDate) -> Entry {
    let tellings = tellings(timeline, event);
    let published = tellings
        .iter()
        .filter_map(|told| told.article.published.as_ref());
    // A new telling is a new version of the entry.
    let stamp = published.map(|fact| fact.value.date).max().unwrap_or(today);
    let mut entry = Entry::new();
    entry.uid(&format!("{}@dateline", event.id));
    entry.timestamp(stamp.and_time(NaiveTime::MIN).and_utc());
    entry.starts(event.date.first);
    if let Some(end) = end(event) {
        entry.ends(end);
    }
    entry.summary(&summary(event));
    entry.description(&description(event, &tellings));
    entry.status(match event.phase {
        Phase::Past => EventStatus::Confirmed,
        Phase::Planned => EventStatus::Tentative,
    });
    entry.append_property(Property::new("TRANSP", "TRANSPARENT"));
    for note in dated::notes(event) {
        entry.append_multi_property(Property::new("CATEGORIES", note));
    }
    if event.role == Role::Background {
        entry.append_multi_property(Property::new("CATEGORIES", "background"));
    }
    if let Some(place) = &event.place {
        entry.location(&line_of(place));
    }
    if let Some(link) = tellings.iter().find_map(|told| told.citation.link.as_ref()) {
        entry.url(link);
    }
    entry
}

/// The summary with what is doubtful; with the date in words where it is coarser than a day.
fn summary(event: &Event) -> String {
    let mut notes = dated::notes(event);
    let words = dated::words(event);
    if event.date.granularity != Granularity::Day || dated::is_rough(event) {
        notes.insert(0, &words);
    }
    let summary = line_of(&event.summary);
    if notes.is_empty() {
        summary
    } else {
        format!("{summary} ({})", notes.join("; "))
    }
}

/// The date in words and each telling: evidence, source, how the date was read.
fn description(event: &Event, tellings: &[Told<'_>]) -> String {
    let mut text = format!("{}{}", dated::words(event), dated::bracketed(event));
    for told in tellings {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n\n“{}”\n{}", told.quote(), told.citation);
        for remark in told.remarks() {
            let _ = write!(text, "; {remark}");
        }
        let _ = write!(text, "\n{}", told.reading());
    }
    text
}
