//! HTML: one self-contained page, for readers who have only a browser.
//!
//! ```text
//! Ferries                         title, counts
//! [ search            ] keys
//! ▂ ▇ ▁                           a bar a year, its number of events
//! 2024
//!   14 May 2024 ● Night ferry leaves Busan   dates differ · 2 tellings
//!                 | The night ferry … on Tuesday …     the evidence, opened
//!                 | Ása Nolsøe, “Night ferry …”, 15 May 2024
//! Sources
//! ```
//!
//! It asks for nothing: no font, picture or script comes from elsewhere, and a
//! Content-Security-Policy forbids it to. Style and script are allowed by their
//! SHA-256; text from outside is escaped by the template (maud) and could not
//! run if it were not. Without the script everything is still there to read.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    cite::Citation,
    counted, counts_of, dated, dates, line_of, plain, title_of,
    told::{Told, tellings},
};
use crate::{
    temporal::Granularity,
    timeline::{Event, Role, Timeline},
};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// What the page may do: have its own style and its own script, and nothing else.
pub const POLICY: &str = "default-src 'none'; \
    style-src 'sha256-DBwj2HdOmmsp1yu74IpqMv5I17lfgJ+mt9LmTgm5h3o='; \
    script-src 'sha256-o+MmM9nLcfD/agNJ76Umnp7Z/JKQKxmfNQiYEQSpnWQ='; \
    base-uri 'none'; form-action 'none'";

/// How high the tallest bar is.
const TALLEST: usize = 40;

/// So many days without an event are named: half a year.
const LONG: i64 = 183;

/// The whole page.
#[must_use]
pub fn page(timeline: &Timeline) -> String {
    let title = title_of(timeline);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="generator" content="dateline";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 dir="auto" { (title) }
                    p #count aria-live="polite" { (counts_of(timeline)) }
                    (search())
                    (bars(timeline))
                }
                main { (years(timeline)) }
                (sources(timeline))
                footer { (legend()) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    let mut page = page.into_string();
    page.push('\n');
    page
}

/// What only works with the script is shown by the script.
fn search() -> Markup {
    html! {
        div #tools hidden {
            input #search type="search" placeholder="Search events, quotes and sources"
                aria-label="Search events, quotes and sources" autocomplete="off";
            button #all type="button" { "Open all" }
            button #theme type="button" { "Light or dark" }
            p #keys {
                kbd { "/" } " search " kbd { "j" } " " kbd { "k" } " next, previous event "
                kbd { "Enter" } " its evidence " kbd { "a" } " all evidence "
                kbd { "d" } " light or dark " kbd { "Esc" } " all events again"
            }
        }
    }
}

/// A bar a year, as high as it has events, leading to it.
fn bars(timeline: &Timeline) -> Markup {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for event in &timeline.events {
        *counts.entry(event.date.first.year()).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(1);
    html! {
        nav aria-label="Years" {
            @for (year, &count) in &counts {
                @let height = (count * TALLEST / most).max(2);
                a href={ "#y" (year) } title=(counted(count, "event")) {
                    svg viewBox={ "0 0 10 " (TALLEST) } preserveAspectRatio="none" aria-hidden="true" {
                        rect x="0" y=(TALLEST - height) width="10" height=(height) {}
                    }
                    span { (year) }
                }
            }
        }
    }
}

/// A section a year; a long stretch without events is named before the year that ends it.
fn years(timeline: &Timeline) -> Markup {
    let years = timeline
        .events
        .chunk_by(|a, b| a.date.first.year() == b.date.first.year());
    let mut latest = None;
    let years: Vec<(Option<String>, &[Event])> = years
        .map(|events| {
            let gap = latest.and_then(|latest| gap(latest, events[0].date.first));
            let last = events.iter().map(|event| event.date.last).max();
            latest = latest.max(last);
            (gap, events)
        })
        .collect();
    html! {
        @for (gap, events) in &years {
            @let year = events[0].date.first.year();
            section id={ "y" (year) } {
                @if let Some(gap) = gap { p.gap { "┊ " (gap) } }
                h2 { (year) }
                ol { @for event in *events { (entry(timeline, event)) } }
            }
        }
    }
}

/// The time between two days, where it is long.
fn gap(from: NaiveDate, to: NaiveDate) -> Option<String> {
    let days = (to - from).num_days();
    (days >= LONG).then(|| dates::stretch(days))
}

/// One event: date, mark, summary, what is doubtful; its evidence behind it.
fn entry(timeline: &Timeline, event: &Event) -> Markup {
    let told = tellings(timeline, event);
    let actors: Vec<String> = event.actors.iter().map(|a| line_of(&a.name)).collect();
    let place = event.place.as_deref().map(line_of);
    html! {
        li.event.background[event.role == Role::Background] id={ "e-" (event.id) } {
            details {
                summary {
                    time datetime=[datetime(event)] { (dated::words(event)) }
                    span.mark aria-hidden="true" { (plain::mark(event, false)) }
                    span.what {
                        span dir="auto" { (line_of(&event.summary)) }
                        @for note in dated::notes(event) { " " small.note { (note) } }
                        @if told.len() > 1 { " " small { (counted(told.len(), "telling")) } }
                    }
                }
                div.evidence {
                    @for told in &told { (account(told)) }
                    @if !actors.is_empty() || place.is_some() {
                        p.who dir="auto" {
                            (actors.join(", "))
                            @if let Some(place) = &place {
                                @if !actors.is_empty() { " · " }
                                (place)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The date as HTML has one: a day, week, month or year, neither a range nor a rough one.
fn datetime(event: &Event) -> Option<&str> {
    let unit = matches!(
        event.date.granularity,
        Granularity::Day | Granularity::Week | Granularity::Month | Granularity::Year
    );
    (unit && !event.date.range && !dated::is_rough(event)).then_some(event.value.as_str())
}

/// One telling: the evidence with its dated words marked, the source, how the date was read.
fn account(told: &Told<'_>) -> Markup {
    let [before, words, behind] = &told.evidence;
    html! {
        figure {
            blockquote dir="auto" {
                (before)
                @if !words.is_empty() { mark { (words) } }
                (behind)
            }
            figcaption {
                (cited(&told.citation))
                @for remark in told.remarks() { "; " em { (remark) } }
                p { (told.reading()) }
            }
        }
    }
}

fn cited(citation: &Citation) -> Markup {
    html! {
        span dir="auto" {
            (citation.words())
            @if let Some(link) = &citation.link {
                ", " a href=(link) rel="noreferrer noopener" { (link) }
            }
        }
    }
}

/// Every article, cited.
fn sources(timeline: &Timeline) -> Markup {
    html! {
        @if !timeline.articles.is_empty() {
            section #sources {
                h2 { "Sources" }
                ul {
                    @for article in &timeline.articles {
                        li { (cited(&Citation::new(article))) }
                    }
                }
            }
        }
    }
}

/// What the marks mean.
fn legend() -> Markup {
    let marks = [
        ("●", "a day"),
        ("◐", "a week or month"),
        ("○", "longer"),
        ("━", "from one day to another"),
        ("◌", "inferred or approximate"),
        ("◇", "planned when it was written"),
    ];
    html! {
        p {
            @for (mark, meaning) in marks { span { (mark) " " (meaning) } " " }
        }
        p { "Made by dateline from the articles named above: for every date the words that it was read from." }
    }
}
