//! The head of the reader: what happened, when, read from which words, who and where,
//! by whom told.

use ratatui::text::Line;

use super::{
    run,
    told::{Told, columns},
};
use crate::{
    corpus::{Article, Fact, Source},
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
/// The most lines, the blank one under them aside.
const MOST: usize = 5;
/// From this many rows on a title has two.
const AIRY: u16 = 22;
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
    let heading = match state.reader.walked(&state.timeline) {
        Some(_) => walked_event(state),
        None => shown.map(|(event, _)| event),
    };
    let mut lines = title(state, article, heading, measure, rows);
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
    if let Some((event, _)) = shown {
        lines.extend(people(state, event, measure));
    }
    lines.truncate(MOST);
    if lines.len() < MOST {
        lines.extend(hidden(state, measure));
    }
    lines.push(Line::default());
    lines
}

/// The event that the dated words date to which one walked; Enter goes to it.
fn walked_event(state: &State) -> Option<&Event> {
    let (article, timex) = (state.reader.article?, state.reader.walked(&state.timeline)?);
    let tells = |told: &Telling| told.article == article && told.timex.span == timex.span;
    let mut events = state.timeline.events.iter();
    events.find(|event| event.tellings.iter().any(tells))
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
    let most = if rows < AIRY { 1 } else { 2 };
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
/// Words that were walked to take as many lines as the event's own, so that the text
/// below stays where it is.
fn date(state: &State, article: &Article, measure: usize, wrapped: bool) -> Vec<Line<'static>> {
    let timeline = &state.timeline;
    let walked = state.reader.walked(timeline);
    let shown = state.reader.shown(timeline).map(|(_, telling)| telling);
    let own = shown.map(|telling| {
        let told = Told::new(&telling.timex, Some(telling.date), article, measure);
        told.lines(state, false, measure, if wrapped { 2 } else { 1 })
    });
    match (walked, own) {
        (None, own) => own.unwrap_or_default(),
        (Some(timex), own) => {
            let told = Told::new(timex, timex.date, article, measure);
            let most = own.map_or(if wrapped { 2 } else { 1 }, |own| own.len());
            let mut lines = told.lines(state, true, measure, most);
            while lines.len() < most {
                lines.push(Line::default());
            }
            lines
        }
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
    let words = other.timex.quoted(&article.text);
    let mut line = vec![
        run(state, Role::Warning, "tellings differ: "),
        run(state, Role::Strong, &date),
    ];
    let from = format!(" from {} in {}", clean::clean(&words), name(article));
    let room = measure.saturating_sub(columns(&line));
    line.push(run(state, Role::Dim, &clean::truncate(&from, room)));
    Some(Line::from(line))
}

/// Who takes part, and where: "Mark Rutte, Lee Jae-myung · The Hague".
fn people(state: &State, event: &Event, measure: usize) -> Option<Line<'static>> {
    let names: Vec<&str> = event
        .actors
        .iter()
        .map(|actor| actor.name.as_str())
        .collect();
    let names = clean::clean(&names.join(", ")).into_owned();
    let place = event.place.as_deref().map(clean::clean);
    let line = match place {
        // The place is short: it is the names that give way.
        Some(place) if !names.is_empty() => {
            let room = measure.saturating_sub(clean::width(&place) + 3);
            format!("{} · {place}", clean::truncate(&names, room))
        }
        Some(place) => place.into_owned(),
        None => names,
    };
    (!line.is_empty()).then(|| Line::from(run(state, Role::Text, &clean::truncate(&line, measure))))
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
