//! The head of the reader: what happened, when, read from which words, by whom told.

use ratatui::text::Line;

use super::run;
use crate::{
    corpus::{Article, Fact, Source},
    temporal::{Certainty, Date, Granularity, Timestamp, Timex, TimexType},
    text::clean,
    timeline::{Event, Telling},
    ui::{
        dates,
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
        lines.extend(conflict(state, event, telling));
    }
    lines.push(source(state, article));
    lines.extend(hidden(state));
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
fn date(state: &State, article: &Article, measure: usize, wrapped: bool) -> Vec<Line<'static>> {
    let Some(timex) = state.reader.words(&state.timeline) else {
        return Vec::new();
    };
    let shown = state.reader.shown(&state.timeline);
    let date = match (state.reader.word, shown) {
        (None, Some((_, telling))) => Some(telling.date),
        _ => timex.date,
    };
    let value = date.map_or_else(
        || value(timex),
        |date| dates::full(&date, state.theme.ascii),
    );
    let precision = precision(timex, date, state.theme.ascii);
    let words = clean::clean(timex.span.of(&article.text)).into_owned();
    let words = clean::truncate(&words, measure / 2).into_owned();
    let arrow = if state.theme.ascii { "=>" } else { "⇒" };
    let mut line = if state.reader.word.is_some() {
        vec![
            run(state, Role::Accent, &format!("“{words}”")),
            run(state, Role::Dim, &format!(" {arrow} ")),
            run(state, Role::Strong, &value),
            run(state, Role::Dim, &format!(" · {precision}")),
        ]
    } else {
        vec![
            run(state, Role::Strong, &value),
            run(state, Role::Dim, &format!(" · {precision} · from ")),
            run(state, Role::Accent, &format!("“{words}”")),
        ]
    };
    let why = match &timex.alternative {
        Some(other) => format!("{}, or else {other}", timex.explanation),
        None => timex.explanation.clone(),
    };
    let why = if why.is_empty() {
        timex.rule.name.to_owned()
    } else {
        why
    };
    let joint = if state.reader.word.is_some() {
        " · "
    } else {
        &format!(" {arrow} ")
    };
    let used: usize = line.iter().map(|run| clean::width(&run.content)).sum();
    if used + clean::width(joint) + clean::width(&why) <= measure {
        line.push(run(state, Role::Dim, &format!("{joint}{why}")));
        return vec![Line::from(line)];
    }
    if !wrapped {
        return vec![Line::from(line)];
    }
    let why = format!("{arrow} {why}");
    let below = run(state, Role::Dim, &clean::truncate(&why, measure));
    vec![Line::from(line), Line::from(below)]
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
fn conflict(state: &State, event: &Event, telling: &Telling) -> Option<Line<'static>> {
    let other = event.tellings.iter().find(|other| {
        event.conflict
            && (other.date.first, other.date.last) != (telling.date.first, telling.date.last)
    })?;
    let article = state.timeline.articles.get(other.article)?;
    let date = dates::full(&other.date, state.theme.ascii);
    let name = name(article);
    let words = clean::clean(other.timex.span.of(&article.text)).into_owned();
    Some(Line::from(vec![
        run(state, Role::Warning, "tellings differ: "),
        run(state, Role::Strong, &date),
        run(state, Role::Dim, &format!(" from “{words}” in {name}")),
    ]))
}

/// Outlet, author, publication.
fn source(state: &State, article: &Article) -> Line<'static> {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(article.outlet.as_ref().map(|fact| fact.value.clone()));
    if let Some(authors) = &article.authors {
        parts.push(authors.value.join(", "));
    }
    parts.push(match &article.published {
        Some(published) => publication(published, state.theme.ascii),
        None => "undated".to_owned(),
    });
    Line::from(run(state, Role::Dim, &parts.join(" · ")))
}

/// The day of publication, with the reason where the text does not show it.
fn publication(published: &Fact<Timestamp>, ascii: bool) -> String {
    let day = dates::day_short(published.value.date);
    let mark = if ascii { "~" } else { "◌" };
    let from = match published.source {
        Source::Text | Source::Markup => return day,
        Source::Dossier => "from the dossier",
        Source::Name => "from the file’s name",
        Source::Inferred => "inferred",
    };
    match &published.reason {
        Some(reason) => format!("{day} {mark} {from}: {reason}"),
        None => format!("{day} {mark} {from}"),
    }
}

/// What the text holds that is not shown as it is.
fn hidden(state: &State) -> Option<Line<'static>> {
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
    (!parts.is_empty()).then(|| Line::from(run(state, Role::Dim, &parts.join(" · "))))
}

/// What an article is called for short: its outlet, or else its title.
pub(in crate::ui::view) fn name(article: &Article) -> String {
    let outlet = article.outlet.as_ref().map(|fact| fact.value.as_str());
    clean::clean(outlet.unwrap_or_else(|| article.label())).into_owned()
}
