//! Weekdays and days of the month.

use chrono::{Datelike, NaiveDate};

use super::point::{Point, add_days};
use super::{Answer, Named, Resolver, Tense, anchor, rules, tense};
use crate::temporal::Mode;
use crate::temporal::date::WEEKDAYS;
use crate::temporal::recognize::{AnchorRef, Tok};
use crate::temporal::timex::AnchorSource;

/// The English name of a weekday, Monday = 1.
pub(super) fn name(weekday: u8) -> &'static str {
    WEEKDAYS
        .get(usize::from(weekday).wrapping_sub(1))
        .copied()
        .unwrap_or("day")
}

/// Days from `day` back to the last `weekday`, 0–6.
pub(super) fn back(day: NaiveDate, weekday: u8) -> i64 {
    let now = i64::from(day.weekday().number_from_monday());
    (now - i64::from(weekday)).rem_euclid(7)
}

impl Resolver {
    /// The last single day named, where it stands near enough to be meant by "the next day": in this
    /// sentence, in the one before, or up to three back in its paragraph; in an entry of a chronology
    /// the head of the entry.
    pub(super) fn near_day(&self) -> Option<Named> {
        let near = self.named_day.filter(|n| {
            self.mode == Mode::Narrative
                || n.sentence + 1 >= self.sentence
                || (n.paragraph == self.paragraph && n.sentence + 3 >= self.sentence)
        });
        near.or_else(|| self.entry().filter(|e| matches!(e.point, Point::Day(_))))
    }

    /// "Tuesday": the latest one up to the anchor, or the next one where the clause looks ahead.
    ///
    /// A history goes on from the day it named, to the nearest such day. A report counts from its own
    /// day, unless it tells an episode by its weekdays or an entry of a chronology.
    pub(super) fn weekday(&self, weekday: u8, around: (&[Tok], usize, usize)) -> Answer {
        if let Some(answer) = self.weekday_of_episode(weekday, around) {
            return answer;
        }
        let told = self.mode == Mode::Narrative || self.published.is_none();
        let anchor = if told {
            self.near_day()
                .and_then(anchor)
                .or_else(|| self.published())
        } else {
            self.published()
        };
        let Some(anchor) = anchor else {
            return Answer::unanchored();
        };
        let ago = back(anchor.date, weekday);
        let tense = tense(around.0, around.1, around.2);
        let ahead = (ago > 0)
            && if told {
                ago > 3
            } else {
                tense == Tense::Future
            };
        let day = |by: i64| add_days(anchor.date, by).map(Point::Day);
        let (point, other, words) = if ahead {
            (day(7 - ago), day(-ago), "after")
        } else {
            (day(-ago), day(7 - ago), "before or on")
        };
        Answer {
            // A verb that looks back settles it; one that looks ahead was weighed against the rule.
            alternative: other.filter(|_| ago > 0 && !tense.past()),
            ..Answer::from_anchor(
                point,
                &rules::WEEKDAY,
                anchor,
                format!("{} {words} {}", name(weekday), anchor.date),
            )
        }
    }

    /// "On Friday, 22 April 2023, … By Sunday …": the next such day of an episode that is told by its
    /// weekdays, or of the entry of a chronology.
    fn weekday_of_episode(&self, weekday: u8, around: (&[Tok], usize, usize)) -> Option<Answer> {
        let entry = self.entry_of(around.0);
        let told = || self.episode(around).filter(|e| e.by_weekday);
        let reached = entry.or_else(|| told().map(|e| e.reached))?;
        let Point::Day(day) = reached.point else {
            return None;
        };
        let ahead = (7 - back(day, weekday)) % 7;
        let point = add_days(day, ahead).map(Point::Day);
        let explanation = format!("{} after or on {day}", name(weekday));
        Some(Answer::from_anchor(
            point,
            &rules::WEEKDAY,
            anchor(reached)?,
            explanation,
        ))
    }

    /// "last Tuesday", "next Tuesday", "this Tuesday": the weekday that a pointing word picks.
    ///
    /// "next Friday" is to some the one of next week, so that it has an alternative; "that Friday" lies
    /// in the week of the day named.
    pub(super) fn weekday_shift(
        &self,
        weekday: u8,
        by: i32,
        base: AnchorRef,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        let anchor = match base {
            AnchorRef::Published => self.published(),
            AnchorRef::Named | AnchorRef::Event(_) => self
                .near_day()
                .and_then(anchor)
                .or_else(|| self.published()),
        };
        let Some(anchor) = anchor else {
            return Answer::unanchored();
        };
        let ago = back(anchor.date, weekday);
        let (days, words) = match by {
            // "that Friday": in the week of the day named.
            0 if base == AnchorRef::Named => {
                let now = i64::from(anchor.date.weekday().number_from_monday());
                (i64::from(weekday) - now, "in the week of")
            }
            0 if ago == 0 => (0, "the day of writing"),
            0 if tense(around.0, around.1, around.2).past() && ago < 6 => (-ago, "before"),
            0 => (7 - ago, "after"),
            b if b < 0 => {
                let last = if ago == 0 { -7 } else { -ago };
                (last + 7 * (i64::from(b) + 1), "before")
            }
            b => (7 * i64::from(b) - ago, "after"),
        };
        let point = |days| add_days(anchor.date, days).map(Point::Day);
        // "next Friday" is to some the one of next week, "last Friday" on a Saturday that of last week.
        let other = match by {
            1 => point(days + 7),
            -1 if (1..=2).contains(&ago) => point(days - 7),
            _ => None,
        };
        Answer {
            alternative: other,
            ..Answer::from_anchor(
                point(days),
                &rules::WEEKDAY_SHIFT,
                anchor,
                format!("{} {words} {}", name(weekday), anchor.date),
            )
        }
    }

    /// "the 20th": in the month of the last day named or of the anchor; with a weekday ("Friday the
    /// 13th") in the nearest month in which both agree.
    pub(super) fn day_of_month(
        &self,
        day: u8,
        weekday: Option<u8>,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        let anchor = match self.near_day() {
            Some(named) if self.mode == Mode::Narrative || named.sentence + 2 >= self.sentence => {
                anchor(named)
            }
            _ => None,
        };
        // "The same month … on the 26th": the month was named after the last day.
        let month = self.named.filter(|n| {
            matches!(n.point, Point::Month(..))
                && weekday.is_none()
                && n.sentence + 1 >= self.sentence
                && self.named_day.is_none_or(|d| d.span.start < n.span.start)
        });
        if let Some(Point::Month(y, m)) = month.map(|n| n.point)
            && let (Some(anchor), Some(point)) =
                (month.and_then(super::anchor), Point::day(y, m, day))
        {
            let explanation = format!("day {day} of the month named before");
            return Answer::from_anchor(Some(point), &rules::DAY_OF_MONTH, anchor, explanation);
        }
        let Some(anchor) = anchor.or_else(|| self.published()) else {
            return Answer::unanchored();
        };
        let tense = tense(around.0, around.1, around.2);
        // A month in which the day falls on the weekday named is never more than fourteen away.
        let reach = if weekday.is_some() { 14 } else { 1 };
        let fits = |p: &Point| {
            let on = p.first().map(|d| d.weekday().number_from_monday());
            weekday.is_none_or(|w| on == Some(u32::from(w)))
        };
        let best = (-reach..=reach)
            .filter_map(|by| {
                let Some(Point::Month(y, m)) =
                    Point::Day(anchor.date).shift(crate::temporal::lexicon::Unit::Month, by)
                else {
                    return None;
                };
                Point::day(y, m, day)
            })
            .filter(fits)
            .min_by_key(|p| {
                let days = p
                    .first()
                    .map_or(i64::MAX / 100, |d| (d - anchor.date).num_days());
                let away =
                    i64::from(p.first().is_none_or(|d| d.month() != anchor.date.month())) * 12;
                // A story goes on from the day it named; a report looks back from its own.
                let back = tense.past() && !matches!(anchor.source, AnchorSource::Named(_));
                let ahead = if back && days > 0 { 4 } else { 1 };
                days.abs() * ahead + away
            });
        let Some(best) = best else {
            return Answer::impossible(format!("no month near {} has a day {day}", anchor.date));
        };
        Answer::from_anchor(
            Some(best),
            &rules::DAY_OF_MONTH,
            anchor,
            format!("day {day} of the month nearest to {}", anchor.date),
        )
    }
}
