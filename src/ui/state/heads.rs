//! What stands under what: days, months, years.

use chrono::{Datelike, NaiveDate};

use super::window::Unit;
use crate::temporal::{Date, Granularity};

/// What an event stands under: a year is in no month.
#[must_use]
pub fn head(unit: Unit, date: &Date) -> (Unit, NaiveDate) {
    let unit = match unit {
        Unit::Month | Unit::Day if date.granularity >= Granularity::Year => Unit::Year,
        Unit::Day if date.granularity >= Granularity::Week => Unit::Month,
        unit => unit,
    };
    (unit, start(unit, date.first))
}

/// The first day of the day, month or year that a day lies in.
#[must_use]
pub fn start(unit: Unit, day: NaiveDate) -> NaiveDate {
    let (month, date) = match unit {
        Unit::Day => (day.month(), day.day()),
        Unit::Month => (day.month(), 1),
        Unit::Year => (1, 1),
    };
    NaiveDate::from_ymd_opt(day.year(), month, date).unwrap_or(day)
}

/// Whether a date is known finely enough for a gap to begin or end at it.
#[must_use]
pub fn is_fine(date: &Date) -> bool {
    date.granularity <= Granularity::Month
}

/// Whether no more than the year, or less, is known of a date.
#[must_use]
pub fn is_year(date: &Date) -> bool {
    date.granularity >= Granularity::Year
}
