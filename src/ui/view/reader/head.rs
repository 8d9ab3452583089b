//! The head of the reader: what happened, when, read from which words, by whom told.

use chrono::NaiveDate;
use ratatui::text::{Line, Span as Run};

use super::run;
use crate::{
    corpus::{Article, Fact, Source},
    temporal::{AnchorSource, Certainty, Date, Granularity, Timex, TimexType},
    text::clean,
    timeline::{Event, Telling},
    ui::{
        dates, marks,
        state::State,
        theme::Role,
        wrap::{Breaks, wrap},
    },
};

/// From this many rows on the head has all its lines; below, what happened and when.
const WHOLE: u16 = 12;
/// Below this many rows it is one line.
const TWO: u16 = 6;

/// The lines of the head in a pane of so many rows, each at most `measure` columns wide.
pub(super) fn lines(state: &State, measure: usize, rows: u16) -> Vec<Line<'static>> {
    let Some(article) = state
        .reader
        .article
        .and_then(|i| state.timeline.articles.get(i))
    else {
        return Vec::new();
    };
    let shown = state.reader.shown(&state.timeline);
    let mut lines = title(state, article, shown.map(|(event, _)| event), measure, rows);
    if rows < TWO {
        return lines;
    }
    lines.extend(date(state, article, measure, rows >= WHOLE));
    if rows < WHOLE {
        return lines;
    }
    if let Some((event, telling)) = shown {
        lines.extend(conflict(state, event, telling, measure));
    }
    lines.push(source(state, article, measure));
    lines.extend(hidden(state, measure));
    lines.push(Line::default());
    lines
}

/// What happened, on two rows at most; on a small screen its day goes before it.
fn title(
    state: &State,
    article: &Article,
    event: Option<&Event>,
    measure: usize,
    rows: u16,
) -> Vec<Line<'static>> {
    let role = Role::Accent;
    let words = event.map_or_else(|| article.label(), |event| event.summary.as_str());
    let words = clean::clean(words);
    if rows < TWO {
        let day = event.map(|event| dates::narrow(&event.date));
        let words = match day {
            Some(day) => format!("{day} {words}"),
            None => words.into_owned(),
        };
        return vec![Line::from(run(
            state,
            role,
            &clean::truncate(&words, measure),
        ))];
    }
    let spans = wrap(
        &words,
        crate::text::Span::new(0, words.len()),
        measure,
        Breaks::Flow,
    );
    let most = if rows < WHOLE { 1 } else { 2 };
    let mut lines = Vec::new();
    for (index, span) in spans.iter().take(most).enumerate() {
        let last = index + 1 == most;
        let words = if last {
            &words[span.start..]
        } else {
            span.of(&words)
        };
        lines.push(Line::from(run(
            state,
            role,
            &clean::truncate(words, measure),
        )));
    }
    lines
}

/// The date, how finely it is known, the words it was read from, and why they mean it.
/// What does not fit goes below, or where there is no room for that, goes.
fn date(state: &State, article: &Article, measure: usize, wrapped: bool) -> Vec<Line<'static>> {
    let Some(timex) = state.reader.words(&state.timeline) else {
        return Vec::new();
    };
    let walked = state.reader.word.is_some();
    let shown = state.reader.shown(&state.timeline);
    let date = match shown {
        Some((_, telling)) if !walked => Some(telling.date),
        _ => timex.date,
    };
    let ascii = state.theme.ascii;
    let value = date.map_or_else(|| value(timex), |date| dates::full(&date, ascii));
    let precision = precision(timex, date, ascii);
    let words = clean::clean(timex.span.of(&article.text));
    let words = format!("“{}”", clean::truncate(&words, measure / 2));
    let arrow = if ascii { "=>" } else { "⇒" };
    let why = why(timex);
    let run = |role: Role, words: &str| run(state, role, words);
    let told = |precision: &str| {
        if walked {
            vec![
                run(Role::Accent, &words),
                run(Role::Dim, &format!(" {arrow} ")),
                run(Role::Strong, &value),
                run(Role::Dim, precision),
            ]
        } else {
            vec![
                run(Role::Strong, &value),
                run(Role::Dim, &format!("{precision} · from ")),
                run(Role::Accent, &words),
            ]
        }
    };
    let precision = format!(" · {precision}");
    let joint = if walked {
        " · ".to_owned()
    } else {
        format!(" {arrow} ")
    };
    let mut line = told(&precision);
    line.push(run(Role::Dim, &format!("{joint}{why}")));
    if columns(&line) <= measure {
        return vec![Line::from(line)];
    }
    line.pop();
    if columns(&line) > measure {
        line = told("");
    }
    let below = run(
        Role::Dim,
        &clean::truncate(&format!("{arrow} {why}"), measure),
    );
    let mut lines = vec![Line::from(line)];
    lines.extend(wrapped.then(|| Line::from(below)));
    lines
}

fn columns(line: &[Run<'_>]) -> usize {
    line.iter().map(|run| clean::width(&run.content)).sum()
}

/// Why the words mean that, as a person would say it: days in words, and the day of
/// publication by that name.
pub(in crate::ui::view) fn why(timex: &Timex) -> String {
    let mut why = timex.explanation.clone();
    if why.is_empty() {
        timex.rule.name.clone_into(&mut why);
    }
    if let Some(anchor) = timex.anchor
        && anchor.source == AnchorSource::Published
    {
        why = why.replace(&anchor.date.to_string(), "publication");
    }
    if let Some(other) = &timex.alternative {
        why = format!("{why}, or else {other}");
    }
    let mut said = String::with_capacity(why.len());
    let mut rest = why.as_str();
    // Days as ISO 8601 writes them, ten characters.
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let day = rest
            .get(at..at + 10)
            .and_then(|day| day.parse::<NaiveDate>().ok());
        said.push_str(&rest[..at]);
        let taken = if let Some(day) = day {
            said.push_str(&dates::day_short(day));
            10
        } else {
            let digits = rest[at..].bytes().take_while(u8::is_ascii_digit).count();
            said.push_str(&rest[at..at + digits]);
            digits
        };
        rest = &rest[at + taken..];
    }
    said.push_str(rest);
    said
}

/// A value that is no calendar date, in words where there are some.
fn value(timex: &Timex) -> String {
    match timex.value.as_str() {
        "" => "not resolved".to_owned(),
        "PRESENT_REF" => "now".to_owned(),
        "PAST_REF" => "the past".to_owned(),
        "FUTURE_REF" => "the future".to_owned(),
        value => value.to_owned(),
    }
}

/// How finely it is known, with a mark where the words alone do not say it.
fn precision(timex: &Timex, date: Option<Date>, ascii: bool) -> String {
    let kind = match (timex.kind, date) {
        (TimexType::Duration, _) => "duration",
        (TimexType::Set, _) => "recurring",
        (TimexType::Time, _) => "time",
        (TimexType::Date, None) => "no calendar date",
        (TimexType::Date, Some(date)) => granularity(&date),
    };
    let mark = if ascii { "~" } else { "◌" };
    match date.map(|date| date.certainty) {
        Some(Certainty::Approximate) => format!("{kind}, {mark} approximate"),
        Some(Certainty::Inferred) => format!("{kind}, {mark} inferred"),
        _ => kind.to_owned(),
    }
}

fn granularity(date: &Date) -> &'static str {
    match date.granularity {
        Granularity::Day if date.range => "days",
        Granularity::Day => "day",
        Granularity::Week => "week",
        Granularity::Month => "month",
        Granularity::Quarter => "quarter",
        Granularity::Season => "season",
        Granularity::Half => "half year",
        Granularity::Year => "year",
        Granularity::Decade => "decade",
        Granularity::Century => "century",
    }
}

/// What the other tellings give instead, where they disagree.
fn conflict(
    state: &State,
    event: &Event,
    telling: &Telling,
    measure: usize,
) -> Option<Line<'static>> {
    let other = event.tellings.iter().find(|other| {
        event.conflict
            && (other.date.first, other.date.last) != (telling.date.first, telling.date.last)
    })?;
    let article = state.timeline.articles.get(other.article)?;
    let date = dates::full(&other.date, state.theme.ascii);
    let words = clean::clean(other.timex.span.of(&article.text));
    let mut line = vec![
        run(state, Role::Warning, "tellings differ: "),
        run(state, Role::Strong, &date),
    ];
    let from = format!(" from “{words}” in {}", name(article));
    let room = measure.saturating_sub(columns(&line));
    line.push(run(state, Role::Dim, &clean::truncate(&from, room)));
    Some(Line::from(line))
}

/// Outlet, author, publication; where there is no room for all, the author goes first.
fn source(state: &State, article: &Article, measure: usize) -> Line<'static> {
    let outlet = article.outlet.as_ref().or(article.agency.as_ref());
    let outlet = outlet.map(|fact| clean::clean(&fact.value).into_owned());
    let authors = article.authors.as_ref().map(|fact| fact.value.join(", "));
    let authors = authors.map(|authors| clean::clean(&authors).into_owned());
    let ascii = state.theme.ascii;
    let published = article.published.as_ref();
    let day = published.map_or_else(
        || "undated".to_owned(),
        |fact| match provenance(fact) {
            Some(_) => format!(
                "{} {}",
                dates::day_short(fact.value.date),
                marks::ROUGH.symbol(ascii)
            ),
            None => dates::day_short(fact.value.date),
        },
    );
    let from = published.and_then(provenance);
    let long = from.map(|from| format!("{day} {from}"));
    let choices = [
        [&outlet, &authors, &long],
        [&outlet, &authors, &Some(day.clone())],
        [&outlet, &None, &Some(day)],
    ];
    let mut line = String::new();
    for parts in choices {
        if parts[2].is_none() {
            continue;
        }
        let parts: Vec<&str> = parts.into_iter().filter_map(Option::as_deref).collect();
        line = parts.join(" · ");
        if clean::width(&line) <= measure {
            break;
        }
    }
    Line::from(run(state, Role::Dim, &clean::truncate(&line, measure)))
}

/// Where a fact was read that the text does not show.
pub(in crate::ui::view) fn provenance<T>(fact: &Fact<T>) -> Option<&'static str> {
    match fact.source {
        Source::Text | Source::Markup => None,
        Source::Dossier => Some("from the dossier"),
        Source::Name => Some("from the file’s name"),
        Source::Inferred => Some("inferred"),
    }
}

/// What the text holds that is not shown as it is.
fn hidden(state: &State, measure: usize) -> Option<Line<'static>> {
    let tally = state.reader.page.tally;
    let mut parts = Vec::new();
    if tally.hidden > 0 {
        parts.push(format!(
            "{} left out",
            dates::count(tally.hidden as i64, "invisible character")
        ));
    }
    if tally.controls > 0 {
        parts.push(format!(
            "{} shown as marks",
            dates::count(tally.controls as i64, "control character")
        ));
    }
    (!parts.is_empty()).then(|| {
        Line::from(run(
            state,
            Role::Dim,
            &clean::truncate(&parts.join(" · "), measure),
        ))
    })
}

/// What an article is called for short: its outlet, or else its title.
pub(in crate::ui::view) fn name(article: &Article) -> String {
    let outlet = article.outlet.as_ref().or(article.agency.as_ref());
    let outlet = outlet.map(|fact| fact.value.as_str());
    clean::clean(outlet.unwrap_or_else(|| article.label())).into_owned()
}
