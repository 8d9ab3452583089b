//! Stretches of the calendar with checked arithmetic and their TIMEX3 spelling.

use std::fmt;

use chrono::{Datelike, Days, IsoWeek, Months, NaiveDate, Weekday};

use crate::temporal::date::{Certainty, Date, Granularity};
use crate::temporal::lexicon::{Season, Unit};

/// A stretch of the calendar that has a TIMEX3 value. Years before Christ are negative: −493 is 493 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    Day(NaiveDate),
    Week(NaiveDate),
    Weekend(NaiveDate),
    Month(i32, u8),
    Quarter(i32, u8),
    Season(i32, Season),
    Half(i32, u8),
    Year(i32),
    /// The ten years that begin with this one.
    Decade(i32),
    /// The n-th century, negative before Christ.
    Century(i32),
}

/// The year as chrono counts it, with a year 0 that is 1 BC.
const fn astronomical(year: i32) -> i32 {
    if year < 0 { year + 1 } else { year }
}

/// The year as people count it.
const fn historical(year: i32) -> i32 {
    if year <= 0 { year - 1 } else { year }
}

/// The Monday of `day`'s ISO week.
fn monday(day: NaiveDate) -> NaiveDate {
    let back = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(back)).unwrap_or(day)
}

/// The last day of a month.
fn month_end(year: i32, month: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(astronomical(year), u32::from(month), 1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()
}

fn ymd(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(astronomical(year), u32::from(month), u32::from(day))
}

impl Point {
    /// The day, where it exists.
    pub(crate) fn day(year: i32, month: u8, day: u8) -> Option<Self> {
        ymd(year, month, day).map(Self::Day)
    }

    /// The ISO week, where it exists.
    pub(crate) fn iso_week(year: i32, week: u32) -> Option<Self> {
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(Self::Week)
    }

    /// The stretch of length `unit` that holds `day`.
    pub(crate) fn around(day: NaiveDate, unit: Unit) -> Self {
        let year = historical(day.year());
        let month = day.month() as u8;
        match unit {
            Unit::Week | Unit::Fortnight => Self::Week(monday(day)),
            Unit::Weekend => Self::Weekend(monday(day)),
            Unit::Month => Self::Month(year, month),
            Unit::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year - year.rem_euclid(10)),
            Unit::Century | Unit::Millennium => Self::Century(century(year)),
            _ => Self::Day(day),
        }
    }

    /// The first and the last day.
    pub(crate) fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        Some(match self {
            Self::Day(day) => (day, day),
            Self::Week(day) => (day, day.checked_add_days(Days::new(6))?),
            Self::Weekend(day) => (
                day.checked_add_days(Days::new(5))?,
                day.checked_add_days(Days::new(6))?,
            ),
            Self::Month(y, m) => (ymd(y, m, 1)?, month_end(y, m)?),
            Self::Quarter(y, q) => (ymd(y, q * 3 - 2, 1)?, month_end(y, q * 3)?),
            Self::Half(y, h) => (ymd(y, h * 6 - 5, 1)?, month_end(y, h * 6)?),
            Self::Season(y, season) => match season {
                Season::Spring => (ymd(y, 3, 1)?, month_end(y, 5)?),
                Season::Summer => (ymd(y, 6, 1)?, month_end(y, 8)?),
                Season::Fall => (ymd(y, 9, 1)?, month_end(y, 11)?),
                Season::Winter => (
                    ymd(y, 12, 1)?,
                    month_end(historical(astronomical(y).checked_add(1)?), 2)?,
                ),
            },
            Self::Year(y) => (ymd(y, 1, 1)?, ymd(y, 12, 31)?),
            Self::Decade(y) if y < 0 => (ymd(y, 1, 1)?, ymd(y.checked_add(9)?.min(-1), 12, 31)?),
            Self::Decade(y) => (ymd(y, 1, 1)?, ymd(y.checked_add(9)?, 12, 31)?),
            Self::Century(c) if c < 0 => (ymd(c * 100, 1, 1)?, ymd(c * 100 + 99, 12, 31)?),
            Self::Century(c) => (ymd(c * 100 - 99, 1, 1)?, ymd(c * 100, 12, 31)?),
        })
    }

    /// The first day.
    pub(crate) fn first(self) -> Option<NaiveDate> {
        self.days().map(|d| d.0)
    }

    /// How fine it is.
    pub(crate) const fn granularity(self) -> Granularity {
        match self {
            Self::Day(_) => Granularity::Day,
            Self::Week(_) | Self::Weekend(_) => Granularity::Week,
            Self::Month(..) => Granularity::Month,
            Self::Quarter(..) => Granularity::Quarter,
            Self::Season(..) => Granularity::Season,
            Self::Half(..) => Granularity::Half,
            Self::Year(_) => Granularity::Year,
            Self::Decade(_) => Granularity::Decade,
            Self::Century(_) => Granularity::Century,
        }
    }

    /// The year it lies in, where it lies in one.
    pub(crate) fn year(self) -> Option<i32> {
        match self {
            Self::Decade(_) | Self::Century(_) => None,
            Self::Year(y)
            | Self::Month(y, _)
            | Self::Quarter(y, _)
            | Self::Half(y, _)
            | Self::Season(y, _) => Some(y),
            Self::Day(d) | Self::Week(d) | Self::Weekend(d) => Some(historical(d.year())),
        }
    }

    /// The same stretch cut or widened to `unit`, and moved by `n` of them.
    pub(crate) fn shift(self, unit: Unit, n: i64) -> Option<Self> {
        let day = self.first()?;
        let n = i32::try_from(n).ok()?;
        let around = Self::around(day, unit);
        Some(match around {
            Self::Day(d) => Self::Day(add_days(d, i64::from(n))?),
            Self::Week(d) => Self::Week(add_days(d, i64::from(n) * 7)?),
            Self::Weekend(d) => Self::Weekend(add_days(d, i64::from(n) * 7)?),
            Self::Month(y, m) => {
                let (y, m) = add_months(y, m, n)?;
                Self::Month(y, m)
            }
            Self::Quarter(y, q) => {
                let (y, m) = add_months(y, q * 3, n.checked_mul(3)?)?;
                Self::Quarter(y, m / 3)
            }
            Self::Year(y) => Self::Year(add_years(y, n)?),
            Self::Decade(y) => Self::Decade(add_years(y, n.checked_mul(10)?)?),
            Self::Century(c) => Self::Century(c.checked_add(n)?),
            other => other,
        })
    }

    /// The resolved interval.
    pub(crate) fn date(self, certainty: Certainty) -> Option<Date> {
        let (first, last) = self.days()?;
        Some(Date {
            first,
            last,
            granularity: self.granularity(),
            certainty,
            range: false,
        })
    }
}

/// The century a year lies in: 1901–2000 is the 20th.
const fn century(year: i32) -> i32 {
    if year < 0 {
        -((-year + 99) / 100)
    } else {
        (year + 99) / 100
    }
}

/// `day` moved by `n` days.
pub(crate) fn add_days(day: NaiveDate, n: i64) -> Option<NaiveDate> {
    let days = Days::new(n.unsigned_abs());
    if n < 0 {
        day.checked_sub_days(days)
    } else {
        day.checked_add_days(days)
    }
}

/// A year moved by `n`, without a year 0, within what chrono can count.
pub(crate) fn add_years(year: i32, n: i32) -> Option<i32> {
    let moved = astronomical(year).checked_add(n)?;
    (-200_000..=200_000)
        .contains(&moved)
        .then(|| historical(moved))
}

/// A month moved by `n` months.
fn add_months(year: i32, month: u8, n: i32) -> Option<(i32, u8)> {
    let months = astronomical(year)
        .checked_mul(12)?
        .checked_add(i32::from(month) - 1)?
        .checked_add(n)?;
    let year = months.div_euclid(12);
    (-200_000..=200_000)
        .contains(&year)
        .then(|| (historical(year), (months.rem_euclid(12) + 1) as u8))
}

/// The years of TIMEX3: four digits, "BC" before those before Christ.
struct Years(i32);

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 {
            write!(f, "BC{:04}", -self.0)
        } else {
            write!(f, "{:04}", self.0)
        }
    }
}

/// Writes `number` into `digits`, its last digit last.
const fn fill(digits: &mut [u8], mut number: u32) {
    let mut at = digits.len();
    while at > 0 {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
    }
}

/// A day after Christ in ISO 8601: most values are days, so they are spelled without the formatter.
fn spell_day(day: NaiveDate) -> Option<[u8; 10]> {
    let year = u32::try_from(day.year())
        .ok()
        .filter(|y| (1..=9999).contains(y))?;
    let mut text = *b"0000-00-00";
    fill(&mut text[..4], year);
    fill(&mut text[5..7], day.month());
    fill(&mut text[8..], day.day());
    Some(text)
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Day(day) = self
            && let Some(text) = spell_day(*day)
        {
            return f.write_str(std::str::from_utf8(&text).unwrap_or_default());
        }
        let week = |d: &NaiveDate| -> IsoWeek { d.iso_week() };
        match self {
            Self::Day(d) => write!(
                f,
                "{}-{:02}-{:02}",
                Years(historical(d.year())),
                d.month(),
                d.day()
            ),
            Self::Week(d) => write!(
                f,
                "{}-W{:02}",
                Years(historical(week(d).year())),
                week(d).week()
            ),
            Self::Weekend(d) => write!(
                f,
                "{}-W{:02}-WE",
                Years(historical(week(d).year())),
                week(d).week()
            ),
            Self::Month(y, m) => write!(f, "{}-{m:02}", Years(*y)),
            Self::Quarter(y, q) => write!(f, "{}-Q{q}", Years(*y)),
            Self::Half(y, h) => write!(f, "{}-H{h}", Years(*y)),
            Self::Season(y, season) => write!(f, "{}-{}", Years(*y), season_code(*season)),
            Self::Year(y) => write!(f, "{}", Years(*y)),
            Self::Decade(y) if *y < 0 => write!(f, "BC{:03}", -y / 10),
            Self::Decade(y) => write!(f, "{:03}", y / 10),
            Self::Century(c) if *c < 0 => write!(f, "BC{:02}", -c - 1),
            Self::Century(c) => write!(f, "{:02}", c - 1),
        }
    }
}

/// The two letters of a season.
pub(crate) const fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Fall => "FA",
        Season::Winter => "WI",
    }
}
