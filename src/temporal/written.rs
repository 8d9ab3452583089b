//! Dates in words, as people write them in English.

use chrono::{Datelike, NaiveDate};

use super::{Date, Granularity, date::MONTHS};

/// The English name of a month.
#[must_use]
pub fn month(day: NaiveDate) -> &'static str {
    MONTHS[day.month0() as usize]
}

/// Its first three letters.
#[must_use]
pub fn month_short(day: NaiveDate) -> &'static str {
    &month(day)[..3]
}

/// In full, on its own: `11 July 2023`, `29–30 June 2022`, `June 2025`, `summer 2024`.
#[must_use]
pub fn full(date: &Date, ascii: bool) -> String {
    let dash = if ascii { "-" } else { "–" };
    let (a, b) = (date.first, date.last);
    match date.granularity {
        Granularity::Day | Granularity::Week if a == b => day(a),
        Granularity::Day | Granularity::Week => {
            if (a.year(), a.month()) == (b.year(), b.month()) {
                format!("{}{dash}{} {} {}", a.day(), b.day(), month(b), b.year())
            } else if a.year() == b.year() {
                format!("{} {} {dash} {}", a.day(), month(a), day(b))
            } else {
                format!("{} {dash} {}", day(a), day(b))
            }
        }
        _ if date.range && a.year() != b.year() => {
            format!("{} {dash} {}", end(date, a), end(date, b))
        }
        Granularity::Month if date.range => {
            format!("{}{dash}{} {}", month(a), month(b), b.year())
        }
        _ => end(date, a),
    }
}

/// One end of a date coarser than a week.
fn end(date: &Date, day: NaiveDate) -> String {
    let year = day.year();
    match date.granularity {
        Granularity::Day | Granularity::Week => self::day(day),
        Granularity::Month => format!("{} {year}", month(day)),
        Granularity::Quarter => format!("Q{} {year}", day.month0() / 3 + 1),
        Granularity::Season => format!("{} {year}", season(date)),
        Granularity::Half if day.month() <= 6 => format!("first half of {year}"),
        Granularity::Half => format!("second half of {year}"),
        Granularity::Year => year.to_string(),
        Granularity::Decade => format!("{year}s"),
        Granularity::Century => format!("{} century", ordinal(year.div_euclid(100) + 1)),
    }
}

/// A day in full: `11 July 2023`.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// The English name of the season that `date` begins in.
#[must_use]
pub fn season(date: &Date) -> &'static str {
    match date.first.month() {
        3..=5 => "spring",
        6..=8 => "summer",
        9..=11 => "autumn",
        _ => "winter",
    }
}

fn ordinal(number: i32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
