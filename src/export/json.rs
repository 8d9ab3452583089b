//! JSON Lines: one event or article a line, offsets in code points; and all of it as one object.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::offsets::CodePoints;
use crate::{
    corpus::{Article, Fact, Source},
    temporal::Timex,
    timeline::{Actor, Event, Telling, Timeline, article_id, value_of},
};

/// Every event in order, one JSON object a line without its line break.
pub fn events(timeline: &Timeline) -> impl Iterator<Item = String> + '_ {
    // Events of one article stand far apart in the order of dates: the tables are kept.
    let mut points: Vec<Option<CodePoints<'_>>> = timeline.articles.iter().map(|_| None).collect();
    timeline.events.iter().map(move |event| {
        for telling in &event.tellings {
            if let (Some(slot @ None), Some(article)) = (
                points.get_mut(telling.article),
                timeline.articles.get(telling.article),
            ) {
                *slot = Some(CodePoints::new(&article.text));
            }
        }
        line(&EventLine::new(timeline, event, &points))
    })
}

/// Every article in order, one JSON object a line without its line break.
pub fn articles(timeline: &Timeline) -> impl Iterator<Item = String> + '_ {
    let mut counts = vec![0_usize; timeline.articles.len()];
    for event in &timeline.events {
        let mut told: Vec<usize> = event.tellings.iter().map(|t| t.article).collect();
        told.sort_unstable();
        told.dedup();
        for article in told {
            if let Some(count) = counts.get_mut(article) {
                *count += 1;
            }
        }
    }
    timeline
        .articles
        .iter()
        .zip(counts)
        .map(|(article, count)| line(&article_line(article, count)))
}

/// One event as a JSON value, as [`events`] writes it.
#[must_use]
pub fn event(timeline: &Timeline, event: &Event) -> Value {
    let points: Vec<Option<CodePoints<'_>>> = timeline
        .articles
        .iter()
        .enumerate()
        .map(|(i, article)| {
            let told = event.tellings.iter().any(|t| t.article == i);
            told.then(|| CodePoints::new(&article.text))
        })
        .collect();
    serde_json::to_value(EventLine::new(timeline, event, &points)).unwrap_or_default()
}

/// One article as a JSON value, as [`articles`] writes it; `events` is how many events it tells.
#[must_use]
pub fn article(article: &Article, events: usize) -> Value {
    serde_json::to_value(article_line(article, events)).unwrap_or_default()
}

/// A value as one line. Nothing is lost, but what a terminal would obey is written as an
/// escape: `serde_json` leaves DEL, the C1 controls and what turns lines around as they are.
///
/// ```
/// assert_eq!(dateline::export::json::line(&"\u{9b}2J"), r#""\u009b2J""#);
/// ```
#[must_use]
pub fn line(value: &impl Serialize) -> String {
    // What is serialised here has string keys and finite numbers: it cannot fail.
    safe(serde_json::to_string(value).unwrap_or_default())
}

/// A value on many lines, for a file of its own, with the same escapes as [`line()`].
#[must_use]
pub fn pretty(value: &impl Serialize) -> String {
    let mut text = safe(serde_json::to_string_pretty(value).unwrap_or_default());
    text.push('\n');
    text
}

/// The whole timeline as one JSON object: title, span, articles and events, each of these on
/// a line of its own as [`articles`] and [`events`] write it.
#[must_use]
pub fn document(timeline: &Timeline) -> String {
    let span = timeline
        .span
        .map(|(first, last)| [first.to_string(), last.to_string()]);
    let articles: Vec<String> = articles(timeline).collect();
    let events: Vec<String> = events(timeline).collect();
    format!(
        "{{\n\"title\": {},\n\"span\": {},\n\"articles\": [\n{}\n],\n\"events\": [\n{}\n]\n}}\n",
        line(&timeline.title),
        line(&span),
        articles.join(",\n"),
        events.join(",\n"),
    )
}

/// JSON without what a terminal would obey, which stands in strings alone.
fn safe(line: String) -> String {
    if !line.contains(is_obeyed) {
        return line;
    }
    let mut safe = String::with_capacity(line.len() + 16);
    for c in line.chars() {
        if is_obeyed(c) {
            // Writing to a string cannot fail.
            let _ = write!(safe, "\\u{:04x}", c as u32);
        } else {
            safe.push(c);
        }
    }
    safe
}

/// Controls, and what reorders or breaks a line; all of them have four hexadecimal digits.
fn is_obeyed(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[derive(Serialize)]
struct EventLine<'a> {
    id: &'a str,
    date: &'a str,
    end: Option<String>,
    granularity: crate::temporal::Granularity,
    certainty: crate::temporal::Certainty,
    summary: &'a str,
    phase: crate::timeline::Phase,
    role: crate::timeline::Role,
    actors: &'a [Actor],
    place: Option<&'a str>,
    conflict: bool,
    tellings: Vec<TellingLine<'a>>,
}

#[derive(Serialize)]
struct TellingLine<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    timex: TimexLine<'a>,
    date: String,
    role: crate::timeline::Role,
    copy_of: Option<&'a str>,
}

#[derive(Serialize)]
struct TimexLine<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: crate::temporal::TimexType,
    value: &'a str,
    rule: &'a str,
    anchor: Option<String>,
}

impl<'a> EventLine<'a> {
    fn new(timeline: &'a Timeline, event: &'a Event, points: &[Option<CodePoints<'a>>]) -> Self {
        let telling = |telling: &'a Telling| {
            let article = timeline.articles.get(telling.article)?;
            let points = points.get(telling.article)?.as_ref()?;
            Some(telling_line(timeline, telling, article, points))
        };
        Self {
            id: &event.id,
            date: &event.value,
            end: event.ends().map(|day| day.to_string()),
            granularity: event.date.granularity,
            certainty: event.date.certainty,
            summary: &event.summary,
            phase: event.phase,
            role: event.role,
            actors: &event.actors,
            place: event.place.as_deref(),
            conflict: event.conflict,
            tellings: event.tellings.iter().filter_map(telling).collect(),
        }
    }
}

fn telling_line<'a>(
    timeline: &'a Timeline,
    telling: &'a Telling,
    article: &'a Article,
    points: &CodePoints<'a>,
) -> TellingLine<'a> {
    let (start, end) = points.span(telling.evidence);
    TellingLine {
        article: &article.path,
        start,
        end,
        text: telling.evidence.of(&article.text),
        timex: timex_line(&telling.timex, article, points),
        date: value_of(&telling.date),
        role: telling.role,
        copy_of: telling
            .copy_of
            .and_then(|i| timeline.articles.get(i))
            .map(|a| a.path.as_str()),
    }
}

fn timex_line<'a>(
    timex: &'a Timex,
    article: &'a Article,
    points: &CodePoints<'a>,
) -> TimexLine<'a> {
    let (start, end) = points.span(timex.span);
    TimexLine {
        start,
        end,
        text: timex.span.of(&article.text),
        kind: timex.kind,
        value: &timex.value,
        rule: timex.rule.name,
        anchor: timex.anchor.map(|a| a.date.to_string()),
    }
}

#[derive(Serialize)]
struct ArticleLine<'a> {
    id: String,
    path: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    agency: Option<&'a str>,
    author: Option<String>,
    published: Option<String>,
    updated: Option<String>,
    url: Option<&'a str>,
    how: Map<String, Value>,
    why: Map<String, Value>,
    blocks: Vec<Value>,
    events: usize,
}

fn article_line(article: &Article, events: usize) -> ArticleLine<'_> {
    let points = CodePoints::new(&article.text);
    let (mut how, mut why) = (Map::new(), Map::new());
    note(&mut how, &mut why, "title", article.title.as_ref());
    note(&mut how, &mut why, "outlet", article.outlet.as_ref());
    note(&mut how, &mut why, "agency", article.agency.as_ref());
    note(&mut how, &mut why, "author", article.authors.as_ref());
    note(&mut how, &mut why, "published", article.published.as_ref());
    note(&mut how, &mut why, "updated", article.updated.as_ref());
    note(&mut how, &mut why, "url", article.url.as_ref());
    let block = |block: &crate::corpus::Block| {
        let (start, end) = points.span(block.span);
        json!({"kind": block.kind, "start": start, "end": end})
    };
    ArticleLine {
        id: article_id(article),
        path: &article.path,
        title: article.title.as_ref().map(|f| f.value.as_str()),
        outlet: article.outlet.as_ref().map(|f| f.value.as_str()),
        agency: article.agency.as_ref().map(|f| f.value.as_str()),
        author: (article.authors.as_ref())
            .map(|f| f.value.join(", "))
            .filter(|names| !names.is_empty()),
        published: article.published.as_ref().map(|f| f.value.to_string()),
        updated: article.updated.as_ref().map(|f| f.value.to_string()),
        url: article.url.as_ref().map(|f| f.value.as_str()),
        how,
        why,
        blocks: article.blocks.iter().map(block).collect(),
        events,
    }
}

/// Writes where a fact was read into `how`, and the reason, where there is one, into `why`.
fn note<T>(
    how: &mut Map<String, Value>,
    why: &mut Map<String, Value>,
    field: &str,
    fact: Option<&Fact<T>>,
) {
    let Some(fact) = fact else { return };
    let source = match fact.source {
        Source::Text => "text".to_owned(),
        Source::Markup => "markup".to_owned(),
        Source::Dossier => "dossier".to_owned(),
        Source::Name => "name".to_owned(),
        Source::Inferred => match &fact.reason {
            Some(reason) => format!("inferred: {reason}"),
            None => "inferred".to_owned(),
        },
    };
    how.insert(field.to_owned(), source.into());
    if let Some(reason) = &fact.reason {
        why.insert(field.to_owned(), reason.as_str().into());
    }
}
