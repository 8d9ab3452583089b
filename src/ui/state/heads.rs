//! What stands under what: months, years, decades.

use chrono::{Datelike, NaiveDate};

use super::window::Unit;
use crate::temporal::{Date, Granularity};

/// What an event stands under: a year is in no month.
#[must_use]
pub fn head(unit: Unit, date: &Date) -> (Unit, NaiveDate) {
    let unit = match unit {
        Unit::Month if date.granularity >= Granularity::Year => Unit::Year,
        unit => unit,
    };
    (unit, start(unit, date.first))
}

/// The coarsest dates that have a place within a header's histogram.
#[must_use]
pub const fn within(unit: Unit) -> Granularity {
    match unit {
        Unit::Month => Granularity::Week,
        Unit::Year => Granularity::Month,
        Unit::Decade => Granularity::Year,
    }
}

/// The first day of the month, year or decade that a day lies in.
#[must_use]
pub fn start(unit: Unit, day: NaiveDate) -> NaiveDate {
    let (year, month) = match unit {
        Unit::Month => (day.year(), day.month()),
        Unit::Year => (day.year(), 1),
        Unit::Decade => (day.year().div_euclid(10) * 10, 1),
    };
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(day)
}

/// About how many days a header spans.
#[must_use]
pub const fn length(unit: Unit) -> i64 {
    match unit {
        Unit::Month => 31,
        Unit::Year => 366,
        Unit::Decade => 3653,
    }
}

/// Whether a date is known finely enough for a gap to begin or end at it.
#[must_use]
pub fn is_fine(date: &Date) -> bool {
    date.granularity <= Granularity::Month
}
