//! Days before and after a day that is named with them.

use chrono::{Datelike, NaiveDate};

use super::day::back as days_back;
use super::point::{Point, add_days};
use super::relative::unit_name;
use super::time::part_code;
use super::{Answer, Resolver, date_timex, rules};
use crate::temporal::lexicon::{Part, Unit};
use crate::temporal::recognize::{Found, Reader, Step, day_named};
use crate::temporal::timex::{Timex, TimexType};
use crate::text::Span;

impl Resolver {
    /// "two weeks before Christmas": `step` from the day that stands at token `at`.
    pub(super) fn adjacent(
        &mut self,
        reader: &Reader<'_>,
        found: &Found,
        span: Span,
        (step, back, at, part): (Step, bool, usize, Option<Part>),
    ) -> Timex {
        let kind = if part.is_some() {
            TimexType::Time
        } else {
            TimexType::Date
        };
        let day = reader.landmark_at(at);
        let Some((when, day)) = day.and_then(|day| Some((day_named(&day)?, day))) else {
            return date_timex(span, kind, found.modifier, Answer::unanchored());
        };
        let named = self.date(when, (reader.toks, day.start, day.end));
        let Some(first) = named.point.and_then(Point::first) else {
            return date_timex(span, kind, found.modifier, named);
        };
        let point = stepped(first, step, back);
        let words = if back { "before" } else { "after" };
        let answer = Answer {
            point,
            rule: &rules::ADJACENT,
            alternative: None,
            explanation: format!("{} {words} {first}", said(step)).into(),
            ..named
        };
        self.remember(&answer, when, span, (reader.toks, found.start, found.end));
        let value = part.and_then(|part| Some(format!("{}{}", answer.point?, part_code(part))));
        date_timex(span, kind, found.modifier, Answer { value, ..answer })
    }
}

/// What lies `step` before or after `day`.
fn stepped(day: NaiveDate, step: Step, back: bool) -> Option<Point> {
    let way = if back { -1 } else { 1 };
    match step {
        Step::Count(n, unit) => {
            let n = i64::from(n) * way;
            match unit {
                Unit::Month => Point::Day(day).shift(Unit::Month, n),
                Unit::Fortnight => add_days(day, n * 14).map(Point::Day),
                Unit::Week => add_days(day, n * 7).map(Point::Day),
                _ => add_days(day, n).map(Point::Day),
            }
        }
        // The seven days right before: the week that holds most of them.
        Step::Whole(Unit::Week) => {
            add_days(day, 4 * way).map(|middle| Point::around(middle, Unit::Week))
        }
        Step::Whole(Unit::Weekend) => {
            // The last Sunday before it, the first Saturday after it.
            let edge = if back { 7 } else { 6 };
            weekday(day, edge, way, 1).map(|day| Point::around(day, Unit::Weekend))
        }
        Step::Whole(unit) => Point::Day(day).shift(unit, way),
        Step::Weekday {
            weekday: name, nth, ..
        } => weekday(day, name, way, nth).map(Point::Day),
    }
}

/// The n-th day called `name` (Monday = 1) before or after `day`.
fn weekday(day: NaiveDate, name: u8, way: i64, nth: u8) -> Option<NaiveDate> {
    let back = days_back(day, name);
    let near = if way < 0 {
        if back == 0 { -7 } else { -back }
    } else {
        7 - back
    };
    let found = add_days(day, near + 7 * way * (i64::from(nth) - 1))?;
    debug_assert_eq!(found.weekday().number_from_monday(), u32::from(name));
    Some(found)
}

/// A step in words: "a day", "two weeks" as "2 weeks".
fn said(step: Step) -> String {
    match step {
        Step::Count(1, unit) | Step::Whole(unit) => format!("a {}", unit_name(unit)),
        Step::Count(n, unit) => format!("{n} {}s", unit_name(unit)),
        Step::Weekday { weekday, nth: 1 } => format!("the {}", super::day::name(weekday)),
        Step::Weekday { weekday, nth } => format!("{} number {nth}", super::day::name(weekday)),
    }
}
