//! What is told of a date: value, precision, the words it was read from, and why.

use chrono::NaiveDate;
use ratatui::text::{Line, Span as Run};

use super::run;
use crate::{
    corpus::Article,
    temporal::{AnchorSource, Certainty, Date, Granularity, Timex, TimexType},
    text::clean,
    ui::{dates, state::State, theme::Role},
};

/// What is told of a date.
pub(super) struct Told<'a> {
    timex: &'a Timex,
    date: Option<Date>,
    /// The words, in quotation marks.
    words: String,
}

impl<'a> Told<'a> {
    pub(super) fn new(
        timex: &'a Timex,
        date: Option<Date>,
        article: &Article,
        measure: usize,
    ) -> Self {
        let words = timex.quoted(&article.text);
        let words = clean::truncate(&clean::clean(&words), measure / 2).into_owned();
        Self { timex, date, words }
    }

    /// On one line where it fits, else on two where there may be two; what has no room goes.
    pub(super) fn lines(
        &self,
        state: &State,
        walked: bool,
        measure: usize,
        most: usize,
    ) -> Vec<Line<'static>> {
        let ascii = state.theme.ascii;
        let arrow = if ascii { "=>" } else { "⇒" };
        let precision = match precision(self.timex, self.date, ascii) {
            words if words.is_empty() => words,
            words => format!(" · {words}"),
        };
        let why = why(self.timex);
        // A range whose ends are named says no more than the date itself.
        let why = if self.date.is_some_and(|date| date.range) && why.starts_with("from ") {
            String::new()
        } else {
            why
        };
        let joint = if walked { "·" } else { arrow };
        let mut line = self.line(state, walked, &precision);
        let whole = columns(&line) + clean::width(&why) + 2 + clean::width(joint);
        if why.is_empty() || whole <= measure {
            if !why.is_empty() {
                line.push(run(state, Role::Dim, &format!(" {joint} {why}")));
            }
            return vec![Line::from(cut(line, measure))];
        }
        if columns(&line) > measure {
            line = self.line(state, walked, "");
        }
        let line = cut(line, measure);
        if most < 2 {
            return vec![Line::from(line)];
        }
        let why = clean::truncate(&format!("{arrow} {why}"), measure).into_owned();
        vec![Line::from(line), Line::from(run(state, Role::Dim, &why))]
    }

    /// Value, precision and words; of words that were walked to the words go first.
    fn line(&self, state: &State, walked: bool, precision: &str) -> Vec<Run<'static>> {
        let ascii = state.theme.ascii;
        let value = value(self.timex, self.date, ascii);
        let value = run(state, Role::Strong, &value);
        let words = run(state, Role::Accent, &self.words);
        if walked {
            let arrow = if ascii { " => " } else { " ⇒ " };
            let arrow = run(state, Role::Dim, arrow);
            vec![words, arrow, value, run(state, Role::Dim, precision)]
        } else {
            let from = format!("{precision} · from ");
            vec![value, run(state, Role::Dim, &from), words]
        }
    }
}

/// The line in so many columns; what has no room is cut with an ellipsis.
fn cut(line: Vec<Run<'static>>, measure: usize) -> Vec<Run<'static>> {
    let mut left = measure;
    let mut shown = Vec::new();
    for part in line.into_iter().filter(|part| !part.content.is_empty()) {
        let whole = clean::width(&part.content);
        if left == 0 {
            break;
        }
        let words = clean::truncate(&part.content, left).into_owned();
        left -= whole.min(left);
        shown.push(Run::styled(words, part.style));
    }
    shown
}

pub(super) fn columns(line: &[Run<'_>]) -> usize {
    line.iter().map(|run| clean::width(&run.content)).sum()
}

/// Why the words mean that, as a person would say it: days in words, and the day of
/// publication by that name.
pub(in crate::ui::view) fn why(timex: &Timex) -> String {
    let mut why = timex.explanation.to_string();
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

/// What the words mean, in words: a date with the time of day where there is one, a length
/// of time.
pub(in crate::ui::view) fn value(timex: &Timex, date: Option<Date>, ascii: bool) -> String {
    if let Some(date) = date {
        let day = dates::full(&date, ascii);
        let time = timex.value.split_once('T').map(|(_, time)| time);
        return match time.filter(|_| timex.kind == TimexType::Time) {
            Some(time) => format!("{day}, {}", time_of_day(time)),
            None => day,
        };
    }
    if let Some(length) = length(&timex.value) {
        return match timex.kind {
            TimexType::Set => format!("every {length}"),
            _ => length,
        };
    }
    match timex.value.as_str() {
        "" => "not resolved".to_owned(),
        "PRESENT_REF" => "now".to_owned(),
        "PAST_REF" => "the past".to_owned(),
        "FUTURE_REF" => "the future".to_owned(),
        _ if timex.kind == TimexType::Set => "again and again".to_owned(),
        _ => "some time that the text does not name".to_owned(),
    }
}

/// A time of day as TIMEX3 writes it behind its T: `14:05`, `MO`.
fn time_of_day(time: &str) -> String {
    match time {
        "MO" => "morning".to_owned(),
        "MI" => "midday".to_owned(),
        "AF" => "afternoon".to_owned(),
        "EV" => "evening".to_owned(),
        "NI" => "night".to_owned(),
        _ => time.get(..5).unwrap_or(time).to_owned(),
    }
}

/// A length of time as TIMEX3 writes it (`P6D`, `PT3H`, `PXY`), in words.
fn length(value: &str) -> Option<String> {
    let rest = value.strip_prefix('P')?;
    let (clock, rest) = match rest.strip_prefix('T') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let unit = rest.find(|c: char| c.is_ascii_alphabetic() && c != 'X')?;
    let (number, unit) = rest.split_at(unit);
    let noun = match (unit, clock) {
        ("S", true) => "second",
        ("M", true) => "minute",
        ("H", true) => "hour",
        ("D", false) => "day",
        ("WE", false) => "weekend",
        ("W", false) => "week",
        ("M", false) => "month",
        ("Q", false) => "quarter",
        ("Y", false) => "year",
        ("DE", false) => "decade",
        ("CE", false) => "century",
        _ => return None,
    };
    Some(match number {
        "1" => format!("1 {noun}"),
        "X" => format!("some {noun}s"),
        _ => format!("{number} {noun}s"),
    })
}

/// How finely it is known, with a mark where the words alone do not say it.
fn precision(timex: &Timex, date: Option<Date>, ascii: bool) -> String {
    let kind = match (timex.kind, date) {
        (TimexType::Duration, _) => "duration",
        (TimexType::Set, _) => "recurring",
        (TimexType::Time, Some(_)) => "",
        (TimexType::Time, None) => "time of day",
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
