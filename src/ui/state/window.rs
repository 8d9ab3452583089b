//! The stretch of time that the timeline pane and the scrubber show unfolded.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::timeline::{Role, Timeline};

/// First and last day of a stretch of time; whole years, months or days, after its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// The first day.
    pub first: NaiveDate,
    /// The last day, not before the first.
    pub last: NaiveDate,
}

/// From so many days on, a window is made of whole years: a year and a half.
const YEARS: i64 = 540;
/// From so many days on, a window is made of whole months.
const MONTHS: i64 = 45;

/// What the rows of a window stand under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Months: the window is about a year or less.
    Month,
    /// Years.
    Year,
    /// Days, where a month is longer than a screen.
    Day,
}

/// The first day of the year, as far as the calendar reaches.
fn new_year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(if year < 0 {
        NaiveDate::MIN
    } else {
        NaiveDate::MAX
    })
}

fn day_before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}

/// The first day of the month `by` months after that of `day`.
fn month(day: NaiveDate, by: i32) -> NaiveDate {
    let first = day.with_day(1).unwrap_or(day);
    let months = Months::new(by.unsigned_abs());
    let moved = if by < 0 {
        first.checked_sub_months(months)
    } else {
        first.checked_add_months(months)
    };
    moved.unwrap_or(first)
}

impl Window {
    /// The window that holds both days, rounded outwards to whole years, months or days.
    #[must_use]
    pub fn around(first: NaiveDate, last: NaiveDate) -> Self {
        let last = last.max(first);
        match (last - first).num_days() {
            YEARS.. => Self {
                first: new_year(first.year()),
                last: day_before(new_year(last.year().saturating_add(1))),
            },
            MONTHS.. => Self {
                first: month(first, 0),
                last: day_before(month(last, 1)),
            },
            _ => Self { first, last },
        }
    }

    /// The window that the timeline opens on: its own span, failing that what holds the bulk
    /// of the news that it tells, failing that everything.
    #[must_use]
    pub fn opening(timeline: &Timeline) -> Self {
        if let Some((first, last)) = timeline.span {
            return Self::around(first, last);
        }
        let main = timeline.events.iter();
        let main = main.filter(|event| event.role == Role::Main);
        let mut days: Vec<NaiveDate> = main.map(|event| event.date.first).collect();
        days.sort_unstable();
        Self::bulk(&days).unwrap_or_else(|| Self::all(timeline))
    }

    /// The window that holds all of `days`, which ascend; where nine in ten lie in less than
    /// half of it, the shortest that holds those.
    fn bulk(days: &[NaiveDate]) -> Option<Self> {
        let (first, last) = (*days.first()?, *days.last()?);
        let most = (days.len() * 9).div_ceil(10);
        let runs = days
            .windows(most)
            .map(|run| (run[most - 1] - run[0], run[0]));
        let (length, from) = runs.min()?;
        if length * 2 < last - first {
            return Some(Self::around(from, from + length));
        }
        Some(Self::around(first, last))
    }

    /// The window that holds every event.
    #[must_use]
    pub fn all(timeline: &Timeline) -> Self {
        let days = timeline.events.iter().map(|event| event.date.first);
        Self::span(days).unwrap_or(Self {
            first: NaiveDate::default(),
            last: NaiveDate::default(),
        })
    }

    fn span(days: impl Iterator<Item = NaiveDate>) -> Option<Self> {
        let (first, last) = days.fold(None, |span, day| match span {
            None => Some((day, day)),
            Some((first, last)) => Some((day.min(first), day.max(last))),
        })?;
        Some(Self::around(first, last))
    }

    /// Length in days, at least one.
    #[must_use]
    pub fn days(self) -> i64 {
        (self.last - self.first).num_days().max(0) + 1
    }

    /// Whether the day lies in the window.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// What its rows stand under.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self.days() {
            ..=400 => Unit::Month,
            _ => Unit::Year,
        }
    }

    /// Half as long, around `day`.
    #[must_use]
    pub fn nearer(self, day: NaiveDate) -> Self {
        let days = self.days() / 2;
        let years = i32::try_from((days + 5) / 365).unwrap_or(1);
        let months = i32::try_from((days + 3) / 30).unwrap_or(1);
        if years >= 1 {
            let first = day.year() - (years - 1) / 2;
            Self {
                first: new_year(first),
                last: day_before(new_year(first + years)),
            }
        } else if months >= 1 {
            let first = month(day, -(months - 1) / 2);
            Self {
                first,
                last: day_before(month(first, months)),
            }
        } else {
            let half = Days::new((days / 2).max(3) as u64);
            Self {
                first: day.checked_sub_days(half).unwrap_or(day),
                last: day.checked_add_days(half).unwrap_or(day),
            }
        }
    }

    /// Twice as long, but not longer than `all`.
    #[must_use]
    pub fn wider(self, all: Self) -> Self {
        let half = Days::new((self.days() / 2).max(1) as u64);
        let first = self.first.checked_sub_days(half).unwrap_or(self.first);
        let last = self.last.checked_add_days(half).unwrap_or(self.last);
        let wide = Self::around(first, last);
        Self {
            first: wide.first.max(all.first.min(self.first)),
            last: wide.last.min(all.last.max(self.last)),
        }
    }

    /// Gaps shorter than so many days are not worth a row: about a tenth of a screen of time.
    #[must_use]
    pub fn gap(self) -> i64 {
        match self.days() {
            days @ ..720 => (days / 8).max(3),
            days => (days / 40).max(90),
        }
    }
}
