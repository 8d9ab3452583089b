//! The foot of the reader: who else tells it, and when it became known.

use chrono::NaiveDate;
use ratatui::text::Line;

use super::{head::name, run};
use crate::{
    text::clean,
    timeline::{Event, Phase},
    ui::{dates, state::State, theme::Role},
};

/// Columns of the labels.
const LABEL: usize = 14;

/// The lines of the foot; none where no event is shown.
pub(super) fn lines(state: &State, measure: usize) -> Vec<Line<'static>> {
    let Some((event, _)) = state.reader.shown(&state.timeline) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let mut row = |label: &str, words: &str| {
        let room = measure.saturating_sub(LABEL);
        lines.push(Line::from(vec![
            run(state, Role::Dim, &format!("{label:LABEL$}")),
            run(state, Role::Dim, &clean::truncate(words, room)),
        ]));
    };
    let others = others(state, event);
    if others.is_empty() {
        row("ALSO TOLD BY", "nobody else");
    }
    for (index, words) in others.iter().enumerate() {
        row(if index == 0 { "ALSO TOLD BY" } else { "" }, words);
    }
    if let Some(words) = known(state, event) {
        row("REPORTED", &words);
    }
    lines
}

/// The other tellings, each with its own words for the date.
fn others(state: &State, event: &Event) -> Vec<String> {
    let shown = state.reader.telling.map(|(_, telling)| telling);
    let tellings = event.tellings.iter().enumerate();
    let others = tellings.filter(|(index, _)| Some(*index) != shown);
    others
        .filter_map(|(_, telling)| {
            let article = state.timeline.articles.get(telling.article)?;
            let words = telling.timex.quoted(&article.text);
            Some(format!("{} · {}", name(article), clean::clean(&words)))
        })
        .collect()
}

/// How long after it happened, or before it is to happen, the first article told it.
pub(in crate::ui::view) fn known(state: &State, event: &Event) -> Option<String> {
    let tellings = event.tellings.iter();
    let published = tellings.filter_map(|telling| {
        let article = state.timeline.articles.get(telling.article)?;
        Some(article.published.as_ref()?.value.date)
    });
    Some(delay(event, published.min()?))
}

fn delay(event: &Event, published: NaiveDate) -> String {
    if event.date.first <= published && published <= event.date.last {
        let one_day = event.date.first == event.date.last;
        let words = if one_day {
            "the same day"
        } else {
            "while it lasted"
        };
        return words.to_owned();
    }
    let ahead = published < event.date.first;
    let days = if ahead {
        (event.date.first - published).num_days()
    } else {
        (published - event.date.last).num_days()
    };
    match (ahead, days, event.phase) {
        (false, 1, _) => "the next day".to_owned(),
        (false, ..) => format!("{} later", dates::stretch(days)),
        (true, 1, _) => "the day before".to_owned(),
        (true, _, Phase::Planned) => format!("{} before, as planned", dates::stretch(days)),
        (true, _, Phase::Past) => format!("{} before", dates::stretch(days)),
    }
}
