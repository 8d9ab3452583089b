//! Days that are counted: "the third Thursday in November", "a week from Friday".

use chrono::{Datelike, NaiveDate};

use super::calendar::anchor_year;
use super::point::{Point, add_days, add_years};
use super::relative::unit_name;
use super::{Answer, Resolver, day, holiday, rules};
use crate::temporal::lexicon::Unit;
use crate::temporal::lexicon::holidays::Feast;
use crate::temporal::recognize::{AnchorRef, LAST, OfMonth, Start, Tok, When};

impl Resolver {
    /// "the third Thursday in November".
    pub(super) fn nth(
        &self,
        n: u8,
        weekday: u8,
        of: OfMonth,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        let explanation = "the weekdays of the month counted";
        match of {
            OfMonth::Named(month, year) => Answer {
                rule: &rules::NTH,
                explanation: explanation.into(),
                ..self.holiday(Feast::Nth(month, weekday, n), year, around)
            },
            OfMonth::Shift(by, base) => {
                let Some((point, anchor)) = self.base(Unit::Month, base) else {
                    return Answer::unanchored();
                };
                let day = match point.shift(Unit::Month, i64::from(by)) {
                    Some(Point::Month(y, m)) => holiday::day(Feast::Nth(m, weekday, n), y),
                    _ => None,
                };
                Answer::from_anchor(day.map(Point::Day), &rules::NTH, anchor, explanation)
            }
        }
    }

    /// "the first week of March", the ISO week that holds most of those seven days; "the last day
    /// of March".
    pub(super) fn nth_unit(
        &mut self,
        n: u8,
        unit: Unit,
        of: OfMonth,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        let answer = match of {
            OfMonth::Named(month, year) => {
                let (month, day) = (Some(month), None);
                self.date(When::Calendar { year, month, day }, around)
            }
            OfMonth::Shift(by, base) => self.shift(Unit::Month, by, base, around),
        };
        let within = answer.point.and_then(Point::days);
        let day = within.and_then(|(first, last)| {
            let n = i64::from(n);
            let day = match (unit, n == i64::from(LAST)) {
                (Unit::Week, true) => add_days(last, -3),
                (Unit::Week, false) => add_days(first, n * 7 - 4),
                (_, true) => Some(last),
                (_, false) => add_days(first, n - 1),
            };
            day.filter(|day| *day <= last)
        });
        Answer {
            point: day.map(|day| Point::around(day, unit)),
            rule: &rules::NTH,
            alternative: None,
            explanation: format!("the {} of the month counted", unit_name(unit)).into(),
            ..answer
        }
    }

    /// "one Saturday in May": none in particular.
    pub(super) fn any_weekday(weekday: u8) -> Answer {
        Answer {
            value: Some(format!("XXXX-WXX-{weekday}")),
            ..Answer::exact(None, &rules::WEEKDAY, "any day of its name")
        }
    }

    /// "a week from Friday", "40 years ago this month": as fine as what it is counted from. What lies
    /// ahead is counted from the next such weekday, what lies back from the last.
    pub(super) fn counted_from(&self, count: u32, unit: Unit, back: bool, start: Start) -> Answer {
        let Some((point, anchor)) = self.base(Unit::Day, AnchorRef::Published) else {
            return Answer::unanchored();
        };
        let today = point.first().unwrap_or(anchor.date);
        let first = match start {
            Start::Weekday(weekday) => {
                let ago = day::back(today, weekday);
                // What lies ahead is counted from the next one, what lies back from the last one.
                let by = if back || ago == 0 { -ago } else { 7 - ago };
                add_days(today, by).map(Point::Day)
            }
            Start::Unit(of, by) => Point::Day(today).shift(of, i64::from(by)),
        };
        let moved =
            first.and_then(|p| moved(p, unit, if back { -1 } else { 1 } * i64::from(count)));
        let Some(moved) = moved else {
            return Answer::impossible("so far away that no calendar reaches it");
        };
        Answer::from_anchor(
            Some(moved),
            if back { &rules::AGO } else { &rules::FROM },
            anchor,
            format!("counted from a day named near {}", anchor.date),
        )
    }

    /// "Tuesday of last week".
    pub(super) fn weekday_in(&self, weekday: u8, by: i32) -> Answer {
        let Some((point, anchor)) = self.base(Unit::Week, AnchorRef::Published) else {
            return Answer::unanchored();
        };
        let day = match point.shift(Unit::Week, i64::from(by)) {
            Some(Point::Week(monday)) => add_days(monday, i64::from(weekday) - 1),
            _ => None,
        };
        let explanation = format!("in a week counted from {}", anchor.date);
        Answer::from_anchor(
            day.map(Point::Day),
            &rules::WEEKDAY_SHIFT,
            anchor,
            explanation,
        )
    }

    /// "the 5th inst.", "the 12th ult.".
    pub(super) fn day_in(&self, day: u8, by: i32) -> Answer {
        let Some((point, anchor)) = self.base(Unit::Month, AnchorRef::Published) else {
            return Answer::unanchored();
        };
        let day = match point.shift(Unit::Month, i64::from(by)) {
            Some(Point::Month(y, m)) => Point::day(y, m, day),
            _ => None,
        };
        let explanation = format!("in a month counted from {}", anchor.date);
        Answer::from_anchor(day, &rules::DAY_OF_MONTH, anchor, explanation)
    }

    /// "last Christmas", "next Easter", "this Thanksgiving": the feast strictly before or after the
    /// anchor, or in its year; a feast of another calendar may fall twice in one.
    pub(super) fn holiday_shift(&self, feast: Feast, by: i32) -> Answer {
        let Some((_, anchor)) = self.base(Unit::Month, AnchorRef::Published) else {
            return Answer::unanchored();
        };
        let year = anchor_year(anchor);
        let days = |years: std::ops::RangeInclusive<i32>| {
            years
                .filter_map(|y| add_years(year, y))
                .flat_map(|year| holiday::days(feast, year))
        };
        let best = match by {
            0 => days(0..=0).next(),
            b if b < 0 => days(-2..=0).filter(|d| *d < anchor.date).last(),
            _ => days(0..=2).find(|d| *d > anchor.date),
        };
        let words = match by {
            0 => "in the year of",
            b if b < 0 => "before",
            _ => "after",
        };
        Answer::from_anchor(
            best.map(Point::Day),
            &rules::HOLIDAY,
            anchor,
            format!("the holiday {words} {}", anchor.date),
        )
    }
}

/// A point moved by `n` units and as fine as it was: a day stays a day, a month a month.
fn moved(point: Point, unit: Unit, n: i64) -> Option<Point> {
    // A week is where its middle lies.
    let first = match point {
        Point::Week(monday) => add_days(monday, 3)?,
        other => other.first()?,
    };
    let months = match unit {
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Year => 12,
        Unit::Decade => 120,
        Unit::Century => 1200,
        Unit::Millennium => 12_000,
        _ => 0,
    };
    let moved = match unit {
        _ if months > 0 => add_months(first, n.checked_mul(months)?)?,
        Unit::Week => add_days(first, n.checked_mul(7)?)?,
        Unit::Fortnight => add_days(first, n.checked_mul(14)?)?,
        _ => add_days(first, n)?,
    };
    Some(match point {
        Point::Week(_) => Point::around(moved, Unit::Week),
        Point::Weekend(_) => Point::around(moved, Unit::Weekend),
        Point::Month(..) => Point::around(moved, Unit::Month),
        _ => Point::Day(moved),
    })
}

/// A day moved by whole months, to the last day of a month that is too short.
fn add_months(day: NaiveDate, n: i64) -> Option<NaiveDate> {
    let months = chrono::Months::new(u32::try_from(n.unsigned_abs()).ok()?);
    let moved = if n < 0 {
        day.checked_sub_months(months)
    } else {
        day.checked_add_months(months)
    }?;
    (-200_000..=200_000)
        .contains(&moved.year())
        .then_some(moved)
}
