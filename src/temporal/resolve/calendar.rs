//! Dates as they are written: years, months, days, and what is missing of them.

use chrono::{Datelike, NaiveDate};

use super::discourse::ReferenceTime;
use super::point::{Point, add_years};
use super::{Answer, Resolver, Tense, rules};
use crate::temporal::date::MONTHS;
use crate::temporal::lexicon::Word;
use crate::temporal::recognize::{AnchorRef, Tok, When, Year};
use crate::temporal::timex::Anchor;

impl Resolver {
    /// What a date means here: the one place where each form of [`When`] finds its rule.
    pub(super) fn date(&mut self, when: When, around: (&[Tok], usize, usize)) -> Answer {
        match when {
            When::Impossible => Answer::impossible("no calendar has this date"),
            When::IsoWeek { year, week } => Answer::exact(
                Point::iso_week(year, week),
                &rules::ISO_WEEK,
                format!("week {week} of {year}"),
            ),
            When::Decade(year) => Answer::exact(
                Some(Point::Decade(year)),
                &rules::DECADE,
                "ten years by their first three digits",
            ),
            When::Century(n) => Answer::exact(
                Some(Point::Century(n)),
                &rules::CENTURY,
                "a hundred years by their first two digits",
            ),
            When::Numeric {
                first,
                second,
                year,
            } => self.numeric(first, second, year),
            When::Calendar { year, month, day } => self.calendar(year, month, day, around),
            When::Season { season, year } => self.season(season, year, around),
            When::Quarter { quarter, year } => {
                self.part_of_year(year, |y| Point::Quarter(y, quarter), around)
            }
            When::Half { half, year } => self.part_of_year(year, |y| Point::Half(y, half), around),
            When::Weekday(weekday) => self.weekday(weekday, around),
            When::WeekdayShift { weekday, by, base } => {
                self.weekday_shift(weekday, by, base, around)
            }
            When::WeekdayIn { weekday, by } => self.weekday_in(weekday, by),
            When::DayIn { day, by } => self.day_in(day, by),
            When::MonthShift { month, by, base } => self.month_shift(month, by, base),
            When::SeasonShift { season, by, base } => self.season_shift(season, by, base),
            When::Shift { unit, by, base } => self.shift(unit, by, base, around),
            When::Offset {
                count,
                unit,
                back,
                base,
            } => self.offset(count, unit, back, base, around),
            When::YearBefore(unit) => self.year_before(unit),
            When::Reported { latest } => self.reported(latest, around),
            When::DayOfMonth { day, weekday } => self.day_of_month(day, weekday, around),
            When::HolidayShift(feast, by) => self.holiday_shift(feast, by),
            When::Nth { n, weekday, of } => self.nth(n, weekday, of, around),
            When::NthUnit { n, unit, of } => self.nth_unit(n, unit, of, around),
            When::AnyWeekday(weekday) => Self::any_weekday(weekday),
            When::From {
                count,
                unit,
                back,
                start,
            } => self.counted_from(count, unit, back, start),
            When::Holiday(feast, year) => self.holiday(feast, year, around),
            When::HolidayWeek(feast, unit, year) => self.holiday_week(feast, unit, year, around),
            When::WeekOf {
                unit,
                month,
                day,
                year,
            } => {
                let answer = self.calendar(year, Some(month), Some(day), around);
                let point = answer
                    .point
                    .and_then(Point::first)
                    .map(|d| Point::around(d, unit));
                Answer {
                    point,
                    rule: &rules::WEEK_OF,
                    alternative: None,
                    explanation: "the ISO week that holds the day".into(),
                    ..answer
                }
            }
        }
    }

    /// The year that is written, where one is, and the anchor where it is counted from one.
    ///
    /// Two digits take the century that brings the year nearest to the day of writing, at most ten
    /// years ahead: '98 in 2023 is 1998, '30 is 2030.
    pub(super) fn year(&self, year: Year) -> Option<(i32, Option<Anchor>)> {
        match year {
            Year::Missing => None,
            Year::Full(y) => Some((y, None)),
            Year::Short(n) => {
                let anchor = self.published();
                let now = anchor.map_or(2000, |a| a.date.year());
                let mut y = now - now.rem_euclid(100) + i32::from(n);
                if y > now + 10 {
                    y -= 100;
                } else if y <= now - 80 {
                    y += 100;
                }
                Some((y, None))
            }
            Year::Shift(by, base) => {
                let anchor = match base {
                    AnchorRef::Published => self.published(),
                    AnchorRef::Named | AnchorRef::Event(_) => {
                        self.named().or_else(|| self.published())
                    }
                }?;
                Some((add_years(anchor_year(anchor), by)?, Some(anchor)))
            }
        }
    }

    /// Year, month, day, each perhaps missing: as written where the year is, else by the reference time
    /// of the discourse; at the head of an entry by its chronology.
    fn calendar(
        &self,
        year: Year,
        month: Option<u8>,
        day: Option<u8>,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        let written = self.year(year).or_else(|| {
            let (year, anchor) = self.head_year(month?, day)?;
            Some((year, Some(anchor)))
        });
        let Some((y, anchor)) = written else {
            return match (month, day) {
                (Some(month), Some(day)) => self.month_day(month, day, around),
                (Some(month), None) => self.month(month, around),
                _ => Answer::unanchored(),
            };
        };
        let (point, rule) = match (month, day) {
            (Some(m), Some(d)) => match Point::day(y, m, d) {
                Some(point) => (point, &rules::FULL),
                None => return Answer::impossible(format!("month {m} of {y} has no day {d}")),
            },
            (Some(m), None) => (Point::Month(y, m), &rules::MONTH_YEAR),
            _ => (
                Point::Year(y),
                if matches!(year, Year::Short(_)) {
                    &rules::SHORT_YEAR
                } else {
                    &rules::YEAR
                },
            ),
        };
        match anchor {
            Some(anchor) => Answer::from_anchor(
                Some(point),
                rule,
                anchor,
                "the year is counted from the anchor",
            ),
            None => Answer::exact(Some(point), rule, "as written"),
        }
    }

    /// Day and month in digits: in the order that only one reading allows, else the document's, else
    /// month first. A date that allows one reading only settles the order for what follows.
    fn numeric(&mut self, first: u8, second: u8, year: Year) -> Answer {
        let Some((y, _)) = self.year(year) else {
            return Answer::unanchored();
        };
        let day_first = match (first > 12, second > 12) {
            (true, true) => {
                return Answer::impossible(format!("neither {first} nor {second} is a month"));
            }
            (true, false) => true,
            (false, true) => false,
            (false, false) => self.day_first.unwrap_or(false),
        };
        if (first > 12) != (second > 12) {
            self.day_first = Some(day_first);
        }
        let (month, day) = if day_first {
            (second, first)
        } else {
            (first, second)
        };
        let Some(point) = Point::day(y, month, day) else {
            return Answer::impossible(format!("month {month} of {y} has no day {day}"));
        };
        let other = (first <= 12 && second <= 12 && first != second)
            .then(|| Point::day(y, day, month))
            .flatten();
        Answer {
            alternative: other,
            ..Answer::exact(
                Some(point),
                &rules::NUMERIC,
                if day_first {
                    "day before month"
                } else {
                    "month before day"
                },
            )
        }
    }

    /// "June 24": the year that brings it nearest to the reference time.
    ///
    /// The tense of the clause weighs the two sides; "next" and "last" settle it. A date of an episode
    /// never lies behind the day of writing.
    fn month_day(&self, month: u8, day: u8, around: (&[Tok], usize, usize)) -> Answer {
        let Some(ReferenceTime {
            anchor,
            told,
            within,
            tense,
            latest,
        }) = self.reference_time(around)
        else {
            return Answer::unanchored();
        };
        let year = anchor_year(anchor);
        let cost = |d: NaiveDate| {
            let days = (d - anchor.date).num_days();
            weigh(days, told, tense, 60)
        };
        let mut days: Vec<Point> = (-1..=1)
            .filter(|by| *by == 0 || !within)
            .filter_map(|by| Point::day(add_years(year, by)?, month, day))
            .collect();
        if days.is_empty() {
            // 29 February in a year that has none, or 31 June.
            days = (-8..=8)
                .filter_map(|by| Point::day(add_years(year, by)?, month, day))
                .collect();
        }
        // "next March 3", "last Oct. 23": never the other side, however near.
        let side = match around.0[around.1].word {
            Word::Next => 1,
            Word::Last => -1,
            _ => 0,
        };
        let away = |p: &Point| p.first().map_or(0, |d| (d - anchor.date).num_days());
        days.retain(|p| side == 0 || away(p).signum() == side);
        days.retain(|p| latest.is_none_or(|day| p.first().is_some_and(|d| d <= day)));
        days.sort_by_key(|p| p.first().map_or(i64::MAX, cost));
        let Some(best) = days.first().copied() else {
            return Answer::impossible(format!("month {month} has no day {day}"));
        };
        let other = days
            .get(1)
            .copied()
            .filter(|p| close(best, *p, anchor.date));
        Answer {
            alternative: other,
            ..Answer::from_anchor(
                Some(best),
                &rules::MONTH_DAY,
                anchor,
                format!("the {} {day} nearest to {}", month_name(month), anchor.date),
            )
        }
    }

    /// "June": the latest or the next one, within the year told where a whole year is the reference
    /// time ("In 1987 … in October").
    fn month(&self, month: u8, around: (&[Tok], usize, usize)) -> Answer {
        let Some(ReferenceTime {
            anchor,
            told,
            within,
            tense,
            latest,
        }) = self.reference_time(around)
        else {
            return Answer::unanchored();
        };
        let year = anchor_year(anchor);
        let now = i64::from(anchor.date.month());
        let cost = |by: i32| {
            let months = i64::from(by) * 12 + i64::from(month) - now;
            weigh(months * 30, told, tense, 120)
        };
        let at = |by| add_years(year, by).map(|y| Point::Month(y, month));
        let ahead = |by| {
            let first = at(by).and_then(Point::first);
            latest.is_some_and(|day| first.is_none_or(|first| first > day))
        };
        let mut years = [-1, 0, 1];
        years.sort_by_key(|&by| {
            let years = if within {
                i64::from(i32::abs(by))
            } else {
                cost(by)
            };
            (ahead(by), years)
        });
        let best = at(years[0]);
        let direction = match years[0] {
            _ if best.and_then(Point::first).is_some_and(|d| d > anchor.date) => "after",
            _ => "up to",
        };
        Answer {
            alternative: at(years[1]).filter(|p| best.is_some_and(|b| close(b, *p, anchor.date))),
            ..Answer::from_anchor(
                best,
                &rules::MONTH,
                anchor,
                format!("the {} {direction} {}", month_name(month), anchor.date),
            )
        }
    }
}

/// How far a candidate lies from the anchor, weighted by what the clause says: the least is taken.
///
/// `past` is the weight in tenths of a day ahead where the clause looks back: 60 for a day, so that
/// "on June 24" told as past two weeks before it is last year's only where that one is nearer than six
/// times as far.
#[expect(clippy::match_same_arms, reason = "a table: one row a case")]
pub(super) fn weigh(days: i64, told: bool, tense: Tense, past: i64) -> i64 {
    let ahead = days > 0;
    let tenths = match (told, tense, ahead) {
        // A story goes on: ahead is nearer than back.
        (true, _, true) => 10,
        (true, _, false) => 14,
        (false, Tense::Future, true) => 10,
        (false, Tense::Future, false) => 80,
        (false, Tense::Past, true) => past,
        (false, Tense::Done, true) => 1_000,
        (false, Tense::Unknown, true) => 13,
        (false, _, false) => 10,
    };
    days.abs() * tenths
}

/// Whether the second candidate was a close call.
pub(super) fn close(best: Point, other: Point, anchor: NaiveDate) -> bool {
    let far = |p: Point| {
        p.first()
            .map_or(i64::MAX, |d| (d - anchor).num_days().abs())
    };
    far(other) < 2 * far(best).max(30)
}

/// The year of an anchor as people count it.
pub(super) fn anchor_year(anchor: Anchor) -> i32 {
    let year = anchor.date.year();
    if year <= 0 { year - 1 } else { year }
}

/// A month's English name.
pub(super) fn month_name(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or("month")
}
