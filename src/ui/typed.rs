//! Dates as people type them into the prompt, read on the timeline that they look at.
//!
//! The tagger reads the words. What it cannot know is which year is meant by one who walks
//! a timeline of 2022 to 2026 and types `11 jul`, or whether `jul 23` is a day or a month:
//! of such readings the one is taken that leads closest to an event, and of those the one
//! closest to where one stands.

use chrono::{Datelike, NaiveDate};

use super::{
    dates,
    state::{State, rows::Place},
};
use crate::{
    temporal::{self, Certainty, Date, Granularity},
    timeline::Timeline,
};

/// The most years in which a day without a year is looked for.
const YEARS: i32 = 300;

/// What was typed, as a date; nothing where it is none.
#[must_use]
pub fn read(state: &State, text: &str) -> Option<Date> {
    let text = text.trim();
    let mut readings: Vec<Date> = temporal::read_date(text, state.today).into_iter().collect();
    if let Some((month, number)) = month_and_number(text) {
        readings.extend(without_year(state, month, number));
    }
    let here = match state.list.cursor {
        Some(Place::Event(event)) => state.timeline.events.get(event)?.date.first,
        _ => state.today,
    };
    let distance = |date: &Date| {
        (
            away(&state.timeline, date),
            (date.first - here).num_days().abs(),
        )
    };
    readings.into_iter().min_by_key(distance)
}

/// The most events that are looked at on either side of a date.
const NEAR: usize = 8;

/// How many days lie between a date and the closest of the events around it, and whether that
/// is known more coarsely: a quarter that a day lies in is not what the day was typed for.
fn away(timeline: &Timeline, date: &Date) -> Option<(i64, bool)> {
    let events = &timeline.events;
    let at = events.partition_point(|event| event.date.first < date.first);
    let near = &events[at.saturating_sub(NEAR)..(at + NEAR).min(events.len())];
    let distance = |found: &Date| {
        let days = (date.first - found.last)
            .max(found.first - date.last)
            .num_days();
        (days.max(0), found.granularity > date.granularity)
    };
    near.iter().map(|event| distance(&event.date)).min()
}

/// A month from 1, and the number beside it: `11 jul`, `jul 23`, `july`.
fn month_and_number(text: &str) -> Option<(u32, Option<u32>)> {
    let mut month = None;
    let mut number = None;
    for part in text.split([' ', '.', ',']).filter(|part| !part.is_empty()) {
        if let (None, Ok(typed)) = (number, part.parse::<u32>()) {
            number = Some(typed);
        } else if month.is_none() {
            month = Some(dates::month_of(part)?);
        } else {
            return None;
        }
    }
    Some((month?, number)).filter(|(_, number)| number.is_none_or(|number| number < 100))
}

/// The readings of a month without a year, in the years of the timeline.
fn without_year(state: &State, month: u32, number: Option<u32>) -> Vec<Date> {
    let years = state
        .timeline
        .events
        .iter()
        .map(|event| event.date.first.year());
    let (first, last) = years.fold((i32::MAX, i32::MIN), |(first, last), year| {
        (first.min(year), last.max(year))
    });
    if first > last {
        return Vec::new();
    }
    let mut readings = Vec::new();
    for year in first..=last.min(first.saturating_add(YEARS)) {
        readings.extend(match number {
            Some(day) => NaiveDate::from_ymd_opt(year, month, day).map(Date::day),
            None => whole_month(year, month),
        });
    }
    // Two digits may be a year as well: of this century, then of the last.
    if let Some(number) = number.and_then(|number| i32::try_from(number).ok()) {
        readings.extend(
            [2000, 1900]
                .into_iter()
                .filter_map(|age| whole_month(age + number, month)),
        );
    }
    readings
}

fn whole_month(year: i32, month: u32) -> Option<Date> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first
        .checked_add_months(chrono::Months::new(1))?
        .pred_opt()?;
    Some(Date {
        first,
        last,
        granularity: Granularity::Month,
        certainty: Certainty::Exact,
        range: false,
    })
}
