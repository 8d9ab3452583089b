//! Plain text: one event a line under year headings, for pipes and pagers.

use chrono::{Datelike, NaiveDate};

use super::{counted, dates};
use crate::{
    temporal::{Certainty, Date, Granularity},
    text::clean::clean,
    timeline::{Event, Phase, Timeline},
};

/// Columns that the date takes: the widest is "28 May–12 Jun".
const DATE_WIDTH: usize = 13;

/// The timeline as lines of text without their line breaks. `ascii` writes the
/// marks with letters of US-ASCII; the words of the articles stay as they are.
pub fn lines(timeline: &Timeline, ascii: bool) -> impl Iterator<Item = String> + '_ {
    let mut year = None;
    let events = timeline.events.iter().flat_map(move |event| {
        let first = event.date.first.year();
        let heading = (year != Some(first)).then(|| [String::new(), first.to_string()]);
        year = Some(first);
        heading
            .into_iter()
            .flatten()
            .chain(std::iter::once(event_line(event, ascii)))
    });
    std::iter::once(heading(timeline))
        .chain(events)
        .chain(undated(timeline))
}

/// The title and the counts.
fn heading(timeline: &Timeline) -> String {
    let counts = format!(
        "{} · {}",
        counted(timeline.events.len(), "event"),
        counted(timeline.articles.len(), "article")
    );
    if timeline.title.is_empty() {
        counts
    } else {
        format!("{} · {counts}", clean(&timeline.title))
    }
}

/// One event: date, mark, summary, and how many articles tell it where it is more than one.
fn event_line(event: &Event, ascii: bool) -> String {
    let date = short_date(event);
    let pad = DATE_WIDTH.saturating_sub(date.chars().count());
    let told = match event.tellings.len() {
        0 | 1 => String::new(),
        n => format!("  {}{n}", if ascii { 'x' } else { '×' }),
    };
    let conflict = if event.conflict { "  dates differ" } else { "" };
    format!(
        "{:pad$}{date} {} {}{told}{conflict}",
        "",
        mark(event, ascii),
        clean(&event.summary)
    )
}

/// The mark of an event's date: how finely it is known, a range, inferred, planned.
pub(super) fn mark(event: &Event, ascii: bool) -> char {
    let (wide, plain) = if event.phase == Phase::Planned {
        ('◇', '>')
    } else if event.date.certainty != Certainty::Exact {
        ('◌', '~')
    } else if event.date.range {
        ('━', '=')
    } else {
        match event.date.granularity {
            Granularity::Day => ('●', '*'),
            Granularity::Week | Granularity::Month => ('◐', 'o'),
            _ => ('○', '-'),
        }
    };
    if ascii { plain } else { wide }
}

/// The date under its year heading: "29–30 Jun", "Jun", "23 Jun–29 Jun", "2035".
fn short_date(event: &Event) -> String {
    let Date { first, .. } = event.date;
    if let Some(last) = event.ends() {
        return if (first.year(), first.month()) == (last.year(), last.month()) {
            format!("{}–{}", first.day(), day(last))
        } else if first.year() == last.year() {
            format!("{}–{}", day(first), day(last))
        } else {
            format!("{}–{}", first.year(), last.year())
        };
    }
    match event.date.granularity {
        Granularity::Week => format!("{}–{}", day(first), day(event.date.last)),
        _ => dates::wide(&event.date, false),
    }
}

fn day(day: NaiveDate) -> String {
    format!("{} {}", day.day(), day.format("%b"))
}

/// The articles that could not be dated, at the foot.
fn undated(timeline: &Timeline) -> impl Iterator<Item = String> + '_ {
    let mut first = true;
    timeline.undated().flat_map(move |i| {
        let heading = std::mem::take(&mut first).then(|| [String::new(), "undated".to_owned()]);
        let article = format!("{:DATE_WIDTH$} {}", "", clean(timeline.articles[i].label()));
        heading
            .into_iter()
            .flatten()
            .chain(std::iter::once(article))
    })
}
