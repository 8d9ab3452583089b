//! Dates and stretches of time in words, as people read them in a list.

use chrono::{Datelike, NaiveDate};

pub use crate::temporal::written::{day, full, month, month_short, season};
use crate::temporal::{Date, Granularity, date::MONTHS};

/// The number of a month from 1, from its English name or at least three letters of it.
#[must_use]
pub fn month_of(name: &str) -> Option<u32> {
    let name = name.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| {
        let month = month.to_ascii_lowercase();
        name.len() >= 3 && month.starts_with(&name) || name == "sept" && month == "september"
    });
    at.map(|at| at as u32 + 1)
}

/// Under a header that names the year, in at most six columns: `11 Jul`, `Jun`, `Q3`,
/// `summer`. Of a range or a week, its first day.
#[must_use]
pub fn narrow(date: &Date) -> String {
    let first = date.first;
    match date.granularity {
        Granularity::Day | Granularity::Week => {
            format!("{} {}", first.day(), month_short(first))
        }
        Granularity::Month => month_short(first).to_owned(),
        Granularity::Quarter => format!("Q{}", first.month0() / 3 + 1),
        Granularity::Season => season(date).to_owned(),
        Granularity::Half => format!("half {}", first.month0() / 6 + 1),
        Granularity::Year => first.year().to_string(),
        Granularity::Decade | Granularity::Century => format!("{}s", first.year()),
    }
}

/// Under a header that names the year, in at most nine columns: `29–30 Jun`, `23–29 Jun`,
/// otherwise as [`narrow`].
#[must_use]
pub fn wide(date: &Date, ascii: bool) -> String {
    let dash = if ascii { "-" } else { "–" };
    let days = matches!(date.granularity, Granularity::Week)
        || date.range && date.granularity == Granularity::Day;
    if days && (date.first.year(), date.first.month()) == (date.last.year(), date.last.month()) {
        return format!(
            "{}{dash}{} {}",
            date.first.day(),
            date.last.day(),
            month_short(date.first)
        );
    }
    let months = date.granularity == Granularity::Half
        || date.range && date.granularity == Granularity::Month;
    if months && date.first.year() == date.last.year() {
        return format!(
            "{}{dash}{}",
            month_short(date.first),
            month_short(date.last)
        );
    }
    narrow(date)
}

/// A day in short, on its own: `11 Jul 2023`.
#[must_use]
pub fn day_short(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month_short(day), day.year())
}

/// A stretch of so many days in words, to the precision a person would say it with.
///
/// ```
/// use dateline::export::dates::stretch;
/// assert_eq!(stretch(1), "1 day");
/// assert_eq!(stretch(28), "4 weeks");
/// assert_eq!(stretch(276), "9 months");
/// assert_eq!(stretch(365 * 3), "3 years");
/// ```
#[must_use]
pub fn stretch(days: i64) -> String {
    // A Gregorian month has 30.44 days on average, a year 365.25.
    let months = (days * 100 + 1522) / 3044;
    match days {
        ..21 => count(days, "day"),
        21..61 => count((days + 3) / 7, "week"),
        _ if months < 24 => count(months, "month"),
        _ => count((days * 4 + 730) / 1461, "year"),
    }
}

/// A number with its noun: `1 day`, `31 events`.
#[must_use]
pub fn count(number: i64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
