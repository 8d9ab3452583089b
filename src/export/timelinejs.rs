//! `TimelineJS`: the JSON that Knight Lab's `TimelineJS` draws.
//!
//! Its texts are HTML (`headline` too), so that text from outside is escaped. A date is
//! written as finely as it is known, and `display_date` says it in words.

use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use serde_json::{Map, Value, json};

use super::{
    counts_of, dated, json, line_of, title_of,
    told::{Told, tellings},
};
use crate::{
    temporal::{Date, Granularity},
    timeline::{Event, Phase, Timeline},
};

/// The timeline as one JSON object.
#[must_use]
pub fn document(timeline: &Timeline) -> String {
    let (title, counts) = (title_of(timeline), counts_of(timeline));
    let slides: Vec<Value> = timeline
        .events
        .iter()
        .map(|event| slide(timeline, event))
        .collect();
    json::pretty(&json!({
        "scale": "human",
        "title": {"text": {"headline": escaped(&title), "text": escaped(&counts)}},
        "events": slides,
    }))
}

fn slide(timeline: &Timeline, event: &Event) -> Value {
    let notes = dated::bracketed(event);
    let mut slide = Map::new();
    slide.insert("unique_id".to_owned(), event.id.as_str().into());
    slide.insert(
        "start_date".to_owned(),
        point(&event.date, event.date.first),
    );
    if is_stretch(&event.date) {
        slide.insert("end_date".to_owned(), point(&event.date, event.date.last));
    }
    let when = format!("{}{notes}", dated::words(event));
    slide.insert("display_date".to_owned(), escaped(&when).into());
    let told = tellings(timeline, event);
    let text = html! { @for told in &told { (account(told)) } };
    slide.insert(
        "text".to_owned(),
        json!({"headline": escaped(&line_of(&event.summary)), "text": text.into_string()}),
    );
    if event.phase == Phase::Planned {
        slide.insert("group".to_owned(), "Planned".into());
    }
    Value::Object(slide)
}

/// Whether it takes two points to say it: a range, or what the format has no unit for.
fn is_stretch(date: &Date) -> bool {
    let unit = matches!(
        date.granularity,
        Granularity::Day | Granularity::Month | Granularity::Year
    );
    date.range || !unit
}

/// A day as finely as `date` is known.
fn point(date: &Date, day: NaiveDate) -> Value {
    match date.granularity {
        Granularity::Year => json!({"year": day.year()}),
        Granularity::Month => json!({"year": day.year(), "month": day.month()}),
        _ => json!({"year": day.year(), "month": day.month(), "day": day.day()}),
    }
}

/// The evidence, its source, and how the date was read.
fn account(told: &Told<'_>) -> Markup {
    let [before, words, behind] = &told.evidence;
    html! {
        blockquote {
            (before)
            @if !words.is_empty() { b { (words) } }
            (behind)
        }
        p {
            @match &told.citation.link {
                Some(link) => a href=(link) { (told.citation.words()) },
                None => (told.citation.words()),
            }
            @for remark in told.remarks() { "; " (remark) }
        }
        p { small { (told.reading()) } }
    }
}

fn escaped(text: &str) -> String {
    html! { (text) }.into_string()
}
