//! What points: this, last and next units, "ago", "later", seasons and parts of years.

use chrono::{Datelike, NaiveDate};

use super::calendar::{anchor_year, month_name};
use super::earnings::years_before;
use super::point::{Point, add_years};
use super::{Answer, Resolver, Tense, anchor, rules, tense};
use crate::temporal::Mode;
use crate::temporal::date::Granularity;
use crate::temporal::lexicon::{Unit, Word};
use crate::temporal::recognize::{AnchorRef, Count, Tok};
use crate::temporal::timex::Anchor;

impl Resolver {
    /// The point that a relative unit counts from, and the anchor to name for it.
    ///
    /// A report counts "last week" from its own day, "that week" from the date named in the last four
    /// sentences; days and times count from a day that is near enough. A history counts all of them
    /// from the date it has reached.
    pub(super) fn base(&self, unit: Unit, base: AnchorRef) -> Option<(Point, Anchor)> {
        let fine = unit <= Unit::Night;
        let named = if let AnchorRef::Event(deed) = base {
            self.events.day(deed)
        } else if fine {
            self.near_day()
                .or_else(|| self.just_named(base))
                .or_else(|| self.told_day(unit, base))
        } else {
            self.named
                .filter(|n| self.mode == Mode::Narrative || n.sentence + 4 >= self.sentence)
        };
        let named = named.and_then(|n| Some((n.point, anchor(n)?)));
        let published = self.published.filter(|_| self.mode == Mode::News).map(|p| {
            (
                Point::Day(p.date),
                Anchor {
                    date: p.date,
                    source: self.source,
                },
            )
        });
        let fallback = || self.published().map(|a| (Point::Day(a.date), a));
        match base {
            AnchorRef::Published if self.mode == Mode::News => published,
            AnchorRef::Published => named.or_else(fallback),
            AnchorRef::Named | AnchorRef::Event(_) => named.or(published).or_else(fallback),
        }
    }

    /// The last day named, where a time of day goes on from it: "an hour later" is never counted from
    /// the day of publication while a day is being told.
    fn told_day(&self, unit: Unit, base: AnchorRef) -> Option<super::Named> {
        self.named_day.filter(|n| {
            base == AnchorRef::Named && unit < Unit::Day && n.sentence + 12 >= self.sentence
        })
    }

    /// The day that "the next morning", "the day before" and "that day" go on from where none is near:
    /// no report that names a day means the morning after its publication.
    fn onward(&self, base: AnchorRef) -> Option<(Point, Anchor)> {
        let near = self.near_day().or_else(|| self.just_named(base));
        let named = self.named_day.filter(|n| {
            base == AnchorRef::Named && near.is_none() && n.sentence + 6 >= self.sentence
        })?;
        Some((named.point, anchor(named)?))
    }

    /// The coarser date that the same sentence or the one before named, where no day is near: "that
    /// day" behind "last October" is a day of October.
    fn just_named(&self, base: AnchorRef) -> Option<super::Named> {
        self.named
            .filter(|n| base == AnchorRef::Named && n.sentence + 1 >= self.sentence)
            .filter(|n| matches!(n.point, super::Point::Month(..) | super::Point::Year(_)))
    }

    /// "last week", "this year", "the previous day", "that month": the anchor cut to the unit and moved
    /// by the pointing word. Where the date named is coarser than the unit, only that much is known:
    /// "that month" behind "1915" is 1915-XX.
    pub(super) fn shift(
        &self,
        unit: Unit,
        by: i32,
        base: AnchorRef,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        if self.mode == Mode::Narrative
            && unit == Unit::Day
            && base == AnchorRef::Published
            && by == 0
        {
            return Answer {
                value: Some("PRESENT_REF".to_owned()),
                ..Answer::exact(
                    None,
                    &rules::VAGUE,
                    "the time of writing, which a narrative does not tell",
                )
            };
        }
        // "That day 40 people died", "The day before, …"; "released the previous day" is the report's.
        let fronted = around.1 == 0 || matches!(around.0[around.1].word, Word::That);
        let onward = (unit == Unit::Day && (by > 0 || fronted))
            .then(|| self.onward(base))
            .flatten()
            // "what happened on that day" is none of the days that lie ahead.
            .filter(|(_, named)| {
                let ahead = self.published.is_some_and(|p| named.date > p.date);
                !ahead || by > 0 || !tense(around.0, around.1, around.2).past()
            });
        let Some((point, anchor)) = onward.or_else(|| self.base(unit, base)) else {
            return Answer::unanchored();
        };
        let rule = match (base, unit) {
            (AnchorRef::Named | AnchorRef::Event(_), _) => &rules::NAMED,
            (_, Unit::Day) => &rules::DAY_WORD,
            _ => &rules::UNIT,
        };
        if unit == Unit::Weekend && by == 0 {
            return weekend(point, anchor, around);
        }
        // "that month" of a year that was named is not its January.
        if coarser(point, unit) && base == AnchorRef::Named {
            return placeholder(point, unit, rule, anchor);
        }
        let moved = match (unit, by) {
            (Unit::Weekend, -1) => weekend_before(anchor.date),
            _ => point.shift(unit, i64::from(by)),
        };
        let name = unit_name(unit);
        let words = match (unit, by) {
            (Unit::Day, 0) => String::new(),
            (Unit::Day, -1) => "the day before ".to_owned(),
            (Unit::Day, 1) => "the day after ".to_owned(),
            (Unit::Day, by) if by < 0 => format!("{} days before ", -by),
            (Unit::Day, by) => format!("{by} days after "),
            (_, 0) => format!("the {name} of "),
            (_, by) if by < 0 => format!("the {name} before that of "),
            _ => format!("the {name} after that of "),
        };
        Answer::from_anchor(moved, rule, anchor, format!("{words}{}", anchor.date))
    }

    /// "three days ago", "two weeks later": a length before or after the anchor, as coarse as its unit.
    ///
    /// Years of a comparison are those of the period reported ("from a year ago" is a quarter); halves of
    /// a year are months; hours leave the day with an unsaid time.
    pub(super) fn offset(
        &self,
        count: Count,
        unit: Unit,
        back: bool,
        base: AnchorRef,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        if unit == Unit::Year
            && back
            && let Some(years) = count.units().and_then(|n| i32::try_from(n).ok())
            && let Some(answer) = self.compared_period(years, around)
        {
            return answer;
        }
        let rule = if matches!(base, AnchorRef::Named | AnchorRef::Event(_)) {
            &rules::LATER
        } else {
            &rules::AGO
        };
        let Count::Exact(thousandths) = count else {
            let value = if back { "PAST_REF" } else { "FUTURE_REF" };
            return Answer {
                value: Some(value.to_owned()),
                ..Answer::exact(None, rule, "an unsaid number of units away")
            };
        };
        let Some((point, anchor)) = self.base(unit, base) else {
            return Answer::unanchored();
        };
        if base == AnchorRef::Named && coarser(point, unit) {
            return placeholder(point, unit, rule, anchor);
        }
        let written = unit;
        let (unit, factor) = match unit {
            Unit::Decade => (Unit::Year, 10),
            Unit::Century => (Unit::Year, 100),
            Unit::Millennium => (Unit::Year, 1000),
            Unit::Fortnight => (Unit::Week, 2),
            Unit::Night => (Unit::Day, 1),
            other => (other, 1),
        };
        let (unit, amount) = match (
            unit,
            (thousandths.wrapping_mul(factor)).is_multiple_of(1000),
        ) {
            (Unit::Year, false) => (
                Unit::Month,
                thousandths.checked_mul(12 * factor).map(|t| t / 1000),
            ),
            (Unit::Second | Unit::Minute | Unit::Hour, _) => (Unit::Day, Some(0)),
            _ => (unit, thousandths.checked_mul(factor).map(|t| t / 1000)),
        };
        let amount = amount.and_then(|a| i64::try_from(a).ok());
        let moved = amount.and_then(|a| {
            let by = if back { a.checked_neg()? } else { a };
            compared(point, unit, base, by).or_else(|| point.shift(unit, by))
        });
        let Some(moved) = moved else {
            return Answer::impossible("so far away that no calendar reaches it");
        };
        let words = if back { "before" } else { "after" };
        let value = (written <= Unit::Hour).then(|| format!("{moved}TXX"));
        let answer = Answer::from_anchor(
            Some(moved),
            rule,
            anchor,
            format!(
                "{} {}s {words} {}",
                thousandths as f64 / 1000.0,
                unit_name(written),
                anchor.date
            ),
        );
        Answer { value, ..answer }
    }

    /// "the same period last year": the stretch last named, a year before; else the anchor's month.
    pub(super) fn year_before(&self, unit: Unit) -> Answer {
        let Some((point, anchor)) = self.base(Unit::Month, AnchorRef::Named) else {
            return Answer::unanchored();
        };
        let day = matches!(point, Point::Day(_));
        let (point, anchor) = self
            .reported_period()
            .filter(|_| day || unit == Unit::Quarter)
            .unwrap_or((point, anchor));
        let moved = years_before(point, 1).or_else(|| match unit {
            // No quarter was named: the one that ended last is reported.
            Unit::Quarter if day => point.shift(Unit::Quarter, -5),
            Unit::Quarter => point.shift(Unit::Quarter, -4),
            _ => point.shift(Unit::Month, -12),
        });
        Answer::from_anchor(
            moved,
            &rules::LATER,
            anchor,
            format!("a year before {}", anchor.date),
        )
    }

    /// "last October", "next May", "this June": the month of that name strictly before or after the
    /// anchor's, or in its year.
    pub(super) fn month_shift(&self, month: u8, by: i32, base: AnchorRef) -> Answer {
        let Some((_, anchor)) = self.base(Unit::Month, base) else {
            return Answer::unanchored();
        };
        let now = anchor.date.month() as u8;
        let year = anchor_year(anchor);
        let years = match by {
            b if b < 0 => {
                if month < now {
                    0
                } else {
                    -1
                }
            }
            0 => 0,
            _ => i32::from(month <= now),
        };
        let point = add_years(year, years).map(|y| Point::Month(y, month));
        let words = match by {
            0 => "of the year of",
            b if b < 0 => "before",
            _ => "after",
        };
        Answer::from_anchor(
            point,
            &rules::MONTH_SHIFT,
            anchor,
            format!("{} {words} {}", month_name(month), anchor.date),
        )
    }
}

/// A unit's English name.
pub(super) const fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Second => "second",
        Unit::Minute => "minute",
        Unit::Hour => "hour",
        Unit::Day => "day",
        Unit::Night => "night",
        Unit::Week => "week",
        Unit::Weekend => "weekend",
        Unit::Fortnight => "fortnight",
        Unit::Month => "month",
        Unit::Quarter => "quarter",
        Unit::Year => "year",
        Unit::Decade => "decade",
        Unit::Century => "century",
        Unit::Millennium => "millennium",
    }
}

/// The weekend before the week of `day`.
fn weekend_before(day: NaiveDate) -> Option<Point> {
    Point::Day(day).shift(Unit::Weekend, -1)
}

/// Whether `point` is too coarse to count `unit`s from.
fn coarser(point: Point, unit: Unit) -> bool {
    let finest = match unit {
        Unit::Week | Unit::Weekend | Unit::Fortnight => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century | Unit::Millennium => Granularity::Century,
        _ => Granularity::Day,
    };
    point.granularity() > finest
}

/// The value where only the coarser part is known: "1915-XX".
fn placeholder(
    point: Point,
    unit: Unit,
    rule: &'static crate::temporal::timex::Rule,
    anchor: Anchor,
) -> Answer {
    let value = match (point, unit) {
        (Point::Year(_), Unit::Month) => format!("{point}-XX"),
        (Point::Year(_), Unit::Week | Unit::Fortnight | Unit::Weekend) => format!("{point}-WXX"),
        (Point::Year(_), _) => format!("{point}-XX-XX"),
        (Point::Month(..), Unit::Week | Unit::Fortnight | Unit::Weekend) => format!("{point}"),
        (Point::Month(..), _) => format!("{point}-XX"),
        _ => format!("{point}"),
    };
    Answer {
        value: Some(value),
        ..Answer::from_anchor(
            None,
            rule,
            anchor,
            "only the coarser part of the anchor is known",
        )
    }
}

/// "the weekend", "this weekend": the last one, unless the clause looks ahead.
fn weekend(point: Point, anchor: Anchor, around: (&[Tok], usize, usize)) -> Answer {
    let tense = tense(around.0, around.1, around.2);
    let weekday = anchor.date.weekday().number_from_monday();
    let on = weekday >= 6;
    // From Wednesday on "this weekend" and "through the weekend" are those to come, unless told as past.
    let before = around.1.checked_sub(1).map(|at| around.0[at].word);
    let until = matches!(before, Some(Word::Through | Word::Until));
    let this = (until || around.0[around.1].word == Word::This) && weekday >= 3;
    let ahead = tense == Tense::Future || this && tense == Tense::Unknown;
    let last = !on && !ahead;
    let point = if last {
        weekend_before(anchor.date)
    } else {
        point.shift(Unit::Weekend, 0)
    };
    Answer::from_anchor(
        point,
        &rules::UNIT,
        anchor,
        format!("the weekend nearest to {}", anchor.date),
    )
}

/// "a year earlier" than a quarter is that quarter of the year before.
fn compared(point: Point, unit: Unit, base: AnchorRef, by: i64) -> Option<Point> {
    if unit != Unit::Year || base != AnchorRef::Named {
        return None;
    }
    let by = i32::try_from(by).ok()?;
    match point {
        Point::Quarter(y, q) => Some(Point::Quarter(add_years(y, by)?, q)),
        Point::Half(y, h) => Some(Point::Half(add_years(y, by)?, h)),
        _ => None,
    }
}
