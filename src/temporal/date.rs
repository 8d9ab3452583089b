//! Resolved calendar intervals.

use std::fmt;

use chrono::{FixedOffset, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// The English names of the months, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English names of the days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// How finely a date is known, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Granularity {
    /// One calendar day (or a time within it).
    Day,
    /// An ISO 8601 week, or a weekend.
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// A season (TIMEX3 `-SP -SU -FA -WI`).
    Season,
    /// Six calendar months.
    Half,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// How a date came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The words name it, in full or counted from a known date.
    Exact,
    /// The words name it roughly ("around 2010").
    Approximate,
    /// Part of it was concluded: it counts from a date that is itself a conclusion.
    Inferred,
}

/// A resolved calendar interval: both days belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The first day.
    pub first: NaiveDate,
    /// The last day; the same as `first` for a single day.
    pub last: NaiveDate,
    /// How finely each end is known.
    pub granularity: Granularity,
    /// How it came to be known.
    pub certainty: Certainty,
    /// Whether two dates were named ("June 29-30"), so that `last` is the end of a range.
    pub range: bool,
}

impl Date {
    /// The single day `day`, exactly known.
    #[must_use]
    pub const fn day(day: NaiveDate) -> Self {
        Self {
            first: day,
            last: day,
            granularity: Granularity::Day,
            certainty: Certainty::Exact,
            range: false,
        }
    }

    /// Whether every day of `other` lies in this interval.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }
}

/// A moment as articles are stamped with: a day, perhaps with a time of day and an offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Timestamp {
    /// The calendar day at the place of publication.
    pub date: NaiveDate,
    /// The time of day, where given.
    pub time: Option<NaiveTime>,
    /// Whether the time was given to the second.
    pub seconds: bool,
    /// The offset from UTC, where given.
    pub offset: Option<FixedOffsetSeconds>,
}

/// An offset from UTC in seconds, east positive (−86,399 ..= 86,399).
pub type FixedOffsetSeconds = i32;

impl Timestamp {
    /// A day without a time.
    #[must_use]
    pub const fn day(date: NaiveDate) -> Self {
        Self {
            date,
            time: None,
            seconds: false,
            offset: None,
        }
    }

    /// The offset as chrono knows it, where it is in range.
    #[must_use]
    pub fn offset(&self) -> Option<FixedOffset> {
        self.offset.and_then(FixedOffset::east_opt)
    }
}

/// ISO 8601, to the precision given: `2025-06-26`, `2025-06-26T16:21`, `2025-10-20T17:15:20+09:00`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date.format("%Y-%m-%d"))?;
        if let Some(time) = self.time {
            let pattern = if self.seconds { "T%H:%M:%S" } else { "T%H:%M" };
            write!(f, "{}", time.format(pattern))?;
            if let Some(offset) = self.offset() {
                if offset.local_minus_utc() == 0 {
                    f.write_str("Z")?;
                } else {
                    write!(f, "{offset}")?;
                }
            }
        }
        Ok(())
    }
}
