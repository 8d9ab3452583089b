//! Seasons, quarters, halves and holidays: parts of a year that may be written without one.

use chrono::{Datelike, NaiveDate};

use super::calendar::{anchor_year, close, weigh};
use super::discourse::ReferenceTime;
use super::earnings::followed_by;
use super::point::{Point, add_days, add_years};
use super::{Answer, Resolver, Tense, holiday, rules};
use crate::temporal::lexicon::classes::{BOOKED, FIGURES};
use crate::temporal::lexicon::holidays::Feast;
use crate::temporal::lexicon::{Season, Unit};
use crate::temporal::recognize::{AnchorRef, Tok, Year};
use crate::temporal::timex::Anchor;

impl Resolver {
    /// "last summer", "next spring", "this fall": the season that a pointing word picks.
    ///
    /// "last" is the one that has ended before the anchor, "next" the one that begins after the whole of
    /// what was named, "this" the one of the anchor's year. "last summer" in July 2023 is 2022-SU.
    pub(super) fn season_shift(&self, season: Season, by: i32, base: AnchorRef) -> Answer {
        let Some((from, anchor)) = self.base(Unit::Month, base) else {
            return Answer::unanchored();
        };
        let year = anchor_year(anchor);
        let after = from.days().map_or(anchor.date, |(_, last)| last);
        let candidates = || {
            (-2..=2).filter_map(|y| add_years(year, y)).filter_map(|y| {
                let point = Point::Season(y, season);
                Some((point, point.days()?))
            })
        };
        let point = match by {
            b if b < 0 => candidates()
                .rfind(|(_, (_, last))| *last < anchor.date)
                .and_then(|(p, days)| {
                    Some((Point::Season(add_years(p.year()?, b + 1)?, season), days))
                }),
            0 => candidates()
                .find(|(_, (_, last))| *last >= anchor.date)
                .map(|found| {
                    // Early in the year "this summer" is still to come; late in it, it was.
                    candidates()
                        .find(|(p, _)| p.year() == Some(year))
                        .unwrap_or(found)
                }),
            // "In 1845 …. The next spring": after the whole of what was named.
            _ => candidates().find(|(_, (first, _))| *first > after),
        };
        Answer::from_anchor(
            point.map(|p| p.0),
            &rules::SEASON,
            anchor,
            format!("the season counted from {}", anchor.date),
        )
    }

    /// "the spring of 1916", "the summer": the season of the year written, else the one nearest to the
    /// reference time, weighed by the tense of the clause.
    ///
    /// A season that holds the anchor costs nothing; "in the summer" told as past in May is last year's.
    pub(super) fn season(
        &self,
        season: Season,
        year: Year,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        if let Some((y, anchor)) = self.year(year) {
            let point = Some(Point::Season(y, season));
            return match anchor {
                Some(anchor) => Answer::from_anchor(
                    point,
                    &rules::SEASON,
                    anchor,
                    "the year is counted from the anchor",
                ),
                None => Answer::exact(point, &rules::SEASON, "as written"),
            };
        }
        let Some(ReferenceTime {
            anchor,
            told,
            within,
            tense,
            ..
        }) = self.reference_time(around)
        else {
            return Answer::unanchored();
        };
        let year = anchor_year(anchor);
        // A winter lies in two years.
        let reach = i32::from(!within || season == Season::Winter);
        let points =
            (-reach..=reach).filter_map(|by| Some(Point::Season(add_years(year, by)?, season)));
        let (best, alternative) = ranked(points, anchor, |p| {
            let (first, last) = p.days().unwrap_or((NaiveDate::MIN, NaiveDate::MIN));
            if first <= anchor.date && anchor.date <= last {
                0
            } else {
                let days = if first > anchor.date {
                    (first - anchor.date).num_days()
                } else {
                    (last - anchor.date).num_days()
                };
                weigh(days, told, tense, 80)
            }
        });
        Answer {
            alternative,
            ..Answer::from_anchor(
                best,
                &rules::SEASON,
                anchor,
                format!("the season nearest to {}", anchor.date),
            )
        }
    }

    /// A quarter or half of a year that is written, else the one nearest to the reference time.
    ///
    /// What is told as past, and the figures that are known at its end only ("fourth-quarter loss"),
    /// have ended; what lies ahead may be running ("expects sales to grow in the fourth quarter").
    pub(super) fn part_of_year(
        &self,
        year: Year,
        part: impl Fn(i32) -> Point,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        if let Some((y, anchor)) = self.year(year) {
            let point = Some(part(y));
            return match anchor {
                Some(anchor) => Answer::from_anchor(
                    point,
                    &rules::QUARTER,
                    anchor,
                    "the year is counted from the anchor",
                ),
                None => Answer::exact(point, &rules::QUARTER, "as written"),
            };
        }
        let Some(ReferenceTime {
            anchor,
            told,
            tense,
            ..
        }) = self.reference_time(around)
        else {
            return Answer::unanchored();
        };
        // "Second-quarter earnings are due Thursday": what is yet to be reported has ended or soon will.
        let due = tense == Tense::Future && followed_by(FIGURES, around.0, around.2);
        // "Third-quarter loss widens"
        let booked = followed_by(BOOKED, around.0, around.2);
        let year = anchor_year(anchor);
        let points = (-1..=1).filter_map(|by| Some(part(add_years(year, by)?)));
        let (best, alternative) = ranked(points, anchor, |p| {
            // What is told of a quarter as past is told when it has ended; what is ahead may be running.
            let unknown = tense == Tense::Unknown && (booked || matches!(p, Point::Half(..)));
            let ended = due || tense.past() || unknown && !told;
            let running = |(first, last)| first <= anchor.date && anchor.date <= last;
            if tense == Tense::Future && !due && p.days().is_some_and(running) {
                return 0;
            }
            let end = |(first, last): (NaiveDate, NaiveDate)| if ended { last } else { first };
            let days = p
                .days()
                .map(end)
                .map_or(i64::MAX / 100, |d| (d - anchor.date).num_days());
            if due {
                return days.abs();
            }
            weigh(
                days,
                told,
                if unknown && !told { Tense::Past } else { tense },
                100,
            )
        });
        Answer {
            alternative,
            ..Answer::from_anchor(
                best,
                &rules::QUARTER,
                anchor,
                format!("the one nearest to {}", anchor.date),
            )
        }
    }

    /// A holiday in the year written, else the one nearest to the reference time ("on Boxing Day" told
    /// as past on 28 December is two days ago).
    pub(super) fn holiday(
        &self,
        feast: Feast,
        year: Year,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        if let Some((y, anchor)) = self.year(year) {
            let day = holiday::day(feast, y).map(Point::Day);
            let explanation = "the holiday in the year written";
            return match anchor {
                Some(anchor) => Answer::from_anchor(day, &rules::HOLIDAY, anchor, explanation),
                None => Answer::exact(day, &rules::HOLIDAY, explanation),
            };
        }
        let Some(ReferenceTime {
            anchor,
            told,
            within,
            tense,
            ..
        }) = self.reference_time(around)
        else {
            return Answer::unanchored();
        };
        let year = anchor_year(anchor);
        let reach = if within { 0 } else { holiday::reach(feast) };
        let days = (-reach..=reach)
            .filter_map(|by| add_years(year, by))
            .flat_map(|year| holiday::days(feast, year))
            .map(Point::Day);
        let (best, alternative) = ranked(days, anchor, |p| {
            let days = p
                .first()
                .map_or(i64::MAX / 100, |d| (d - anchor.date).num_days());
            weigh(days, told, tense, 25)
        });
        Answer {
            alternative,
            ..Answer::from_anchor(
                best,
                &rules::HOLIDAY,
                anchor,
                format!("the holiday nearest to {}", anchor.date),
            )
        }
    }

    /// The week or weekend of a holiday: "Easter week", "Labor Day weekend".
    pub(super) fn holiday_week(
        &self,
        feast: Feast,
        unit: Unit,
        year: Year,
        around: (&[Tok], usize, usize),
    ) -> Answer {
        let answer = self.holiday(feast, year, around);
        let point = answer.point.and_then(Point::first).and_then(|day| {
            // The weekend of a holiday on Monday or Tuesday is the one before it.
            let early = unit == Unit::Weekend && day.weekday().number_from_monday() < 3;
            Some(Point::around(
                add_days(day, if early { -3 } else { 0 })?,
                unit,
            ))
        });
        Answer {
            point,
            rule: &rules::WEEK_OF,
            alternative: None,
            explanation: "the ISO week that holds the holiday".into(),
            ..answer
        }
    }
}

/// The point that costs least, and the next one where it was a close call.
fn ranked(
    points: impl Iterator<Item = Point>,
    anchor: Anchor,
    cost: impl Fn(&Point) -> i64,
) -> (Option<Point>, Option<Point>) {
    let mut points: Vec<Point> = points.collect();
    points.sort_by_key(cost);
    let best = points.first().copied();
    let other = points
        .get(1)
        .copied()
        .filter(|p| best.is_some_and(|b| close(b, *p, anchor.date)));
    (best, other)
}
