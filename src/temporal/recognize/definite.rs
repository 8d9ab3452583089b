//! "The" and what it makes definite: "the 20th", "the day before", "the morning of April 19".

use super::clock::part_only;
use super::{AnchorRef, Clock, DEPTH, Expression, Found, Reader, Vague, When, Year, found};
use crate::temporal::lexicon::{Part, Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// "the" and what it makes definite.
    pub(super) fn the(&self, i: usize) -> Option<Found> {
        if self.depth > DEPTH {
            return None;
        }
        let at = i + 1;
        let from = |f: Found| Found { start: i, ..f };
        if let Some(f) = self.the_part_of(i) {
            return Some(f);
        }
        match self.word(at) {
            Word::Last
            | Word::Next
            | Word::Past
            | Word::Coming
            | Word::Previous
            | Word::Following
            | Word::Same
            | Word::Current => self.pointing(at, true).map(from),
            Word::Recent => self.far(i).or_else(|| self.pointing(at, true)),
            Word::Early | Word::Late | Word::Mid => {
                // "the late-November trip": the article belongs to the trip.
                let hyphen = self.tight(at + 1, b'-') && !matches!(self.word(at + 2), Word::Number);
                self.modified(at).map(|f| if hyphen { f } else { from(f) })
            }
            Word::End
            | Word::Beginning
            | Word::Start
            | Word::Middle
            | Word::Turn
            | Word::Close
            | Word::Latter
            | Word::Rest => self.edge(at).map(from),
            Word::Decades(_) => self.decade_word(at).map(from),
            Word::Number => self.the_number(i),
            Word::Ordinal(_) | Word::Tens(_) | Word::Unit(Unit::Second) => self.the_nth(i),
            Word::Cardinal(_) | Word::Few | Word::Several | Word::Many => self.the_counted(i),
            Word::Season(season) => self.the_season(i, season),
            Word::Part(part) => self.the_part(i, part),
            // "the year-ago quarter"
            Word::Unit(unit) => self
                .year_ago(at, unit)
                .filter(|f| matches!(f.expression, Expression::Date(When::YearBefore(_))))
                .map(from)
                .or_else(|| self.the_unit(i, unit)),
            Word::Units(unit) => self.ahead(i, at, unit),
            Word::Future
                if self.generic(at + 1) && (!self.token(at).capital || self.token(at).upper) =>
            {
                found(i, at + 1, Expression::Vague(Vague::Future))
            }
            Word::Present if self.generic(at + 1) => {
                found(i, at + 1, Expression::Vague(Vague::Present))
            }
            Word::Fiscal => self.plain(at).map(from),
            Word::Weekday(weekday) => {
                let Some(by) = self.beyond(at + 1) else {
                    return self.the_adjacent(i);
                };
                self.timed(
                    i,
                    at + 3,
                    When::WeekdayShift {
                        weekday,
                        by,
                        base: AnchorRef::Published,
                    },
                )
            }
            Word::Month(_) => None,
            // "incomplete at the time": the present of a story.
            _ if self.story
                && self.str(at) == "time"
                && self.is(i.wrapping_sub(1), Word::At)
                && self.generic(at + 1)
                && !matches!(self.word(at + 1), Word::Of | Word::That) =>
            {
                found(i, at + 1, Expression::Vague(Vague::Present))
            }
            _ if self.str(at) == "time" && self.str(at + 1) == "being" => {
                found(i, at + 2, Expression::Vague(Vague::Present))
            }
            _ if self.str(at) == "moment"
                && self.is(i.wrapping_sub(1), Word::At)
                && !self.is(at + 1, Word::Of) =>
            {
                found(i, at + 1, Expression::Vague(Vague::Present))
            }
            // "the '60s"
            _ if self.mark(at, b'\'') => self
                .short_year(at)
                .filter(|f| matches!(f.expression, Expression::Date(When::Decade(_))))
                .map(from),
            _ if self.str(at) == "latest" => self.the_latest(i),
            // "for the full year"
            Word::Full if self.is(at + 1, Word::Unit(Unit::Year)) && self.ends_clause(at + 2) => {
                let (unit, by, base) = (Unit::Year, 0, AnchorRef::Published);
                found(i, at + 2, Expression::Date(When::Shift { unit, by, base }))
            }
            _ => self.far(i),
        }
    }

    /// "the latest quarter", "the latest period", "the latest week".
    fn the_latest(&self, i: usize) -> Option<Found> {
        let when = match self.word(i + 2) {
            Word::Unit(Unit::Quarter) => When::Reported { latest: true },
            _ if self.str(i + 2) == "period" => When::Reported { latest: true },
            Word::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)) => When::Shift {
                unit,
                by: -1,
                base: AnchorRef::Published,
            },
            _ => return None,
        };
        found(i, i + 3, Expression::Date(when))
    }

    /// "the second Sunday after Easter", "the 20th", "the first two weeks".
    fn the_nth(&self, i: usize) -> Option<Found> {
        self.the_adjacent(i)
            .or_else(|| self.the_ordinal(i))
            .or_else(|| self.the_counted(i))
    }

    /// "the near future", "the distant past", "the other day".
    fn far(&self, i: usize) -> Option<Found> {
        let vague = |v| found(i, i + 3, Expression::Vague(v));
        let timely = matches!(
            self.word(i + 2),
            Word::Future | Word::Past | Word::Unit(_) | Word::Units(_)
        );
        if !timely {
            return None;
        }
        match (self.str(i + 1), self.word(i + 2)) {
            ("near" | "distant" | "foreseeable" | "immediate", Word::Future) => {
                vague(Vague::Future)
            }
            ("recent" | "distant", Word::Past) if self.generic(i + 3) => vague(Vague::Past),
            // "the small hours of Sunday"
            ("small" | "wee", Word::Units(Unit::Hour)) => self
                .hours_of(i + 1, i + 2, Word::Early)
                .map(|f| Found { start: i, ..f }),
            ("other", Word::Unit(Unit::Day)) if self.ends_clause(i + 3) => vague(Vague::Past),
            _ => None,
        }
    }

    /// "the 20th", "the 1990s", "the 19th century", "the 25th of August", "the 15 September".
    pub(super) fn the_number(&self, i: usize) -> Option<Found> {
        let at = i + 1;
        let from = |f: Found| Found { start: i, ..f };
        let year = self.number(at).and_then(|(n, _)| self.year_first(at, n));
        if let Some(f) = year
            .or_else(|| self.decade(at))
            .or_else(|| self.century(at))
        {
            return Some(from(f));
        }
        if let Some(f) = self.day_start(at) {
            return Some(from(f));
        }
        if let Some(f) = self.the_counted(i).or_else(|| self.the_ordinal(i)) {
            return Some(f);
        }
        let (day, end) = self.day(at)?;
        if let Some(f) = self.day_of_shared_month(i, day, end) {
            return Some(f);
        }
        let suffixed = end == at + 2;
        let free = self.token(end).kind != Kind::Word
            || matches!(
                self.word(end),
                Word::And
                    | Word::Or
                    | Word::To
                    | Word::At
                    | Word::In
                    | Word::For
                    | Word::PastVerb
                    | Word::PresentVerb
                    | Word::WillVerb
            )
            || (self.token(end).gap == Gap::Blank)
            || matches!(self.word(end), Word::The | Word::A)
            || matches!(
                self.str(end),
                "he" | "she" | "it" | "they" | "we" | "I" | "you"
            );
        (suffixed
            && free
            && !self.mark(end, b'-')
            && matches!(
                self.before(i),
                Word::On
                    | Word::By
                    | Word::Until
                    | Word::Since
                    | Word::From
                    | Word::To
                    | Word::Through
                    | Word::And
                    | Word::Before
                    | Word::After
                    | Word::Between
            ))
        .then(|| self.timed(i, end, When::day_of_month(day)))
        .flatten()
    }

    /// "the 22nd" of "the 22nd and the 23rd of April", whose day ends at `end`: the month and the year
    /// stand behind the second.
    fn day_of_shared_month(&self, i: usize, day: u8, end: usize) -> Option<Found> {
        let linked =
            matches!(self.word(end), Word::And | Word::Or | Word::To) || self.mark(end, b',');
        if !linked || !self.is(end + 1, Word::The) {
            return None;
        }
        let (_, mut at) = self.day(end + 2)?;
        // "the 1st, the 2nd and the 3rd of June"
        if matches!(self.word(at), Word::And | Word::Or)
            && self.is(at + 1, Word::The)
            && let Some((_, last)) = self.day(at + 2)
        {
            at = last;
        }
        let at = at + usize::from(self.is(at, Word::Of));
        let (month, stop) = self.month(at)?;
        let year = self.year_after(stop).map_or(Year::Missing, |y| y.0);
        let (month, day) = (Some(month), Some(day));
        let when = When::Calendar { year, month, day };
        found(i, end, Expression::Date(when))
    }

    /// "the four previous weeks", "the two weeks since": only where a word points.
    pub(super) fn the_counted(&self, i: usize) -> Option<Found> {
        let f = self.quantity_start(i + 1)?;
        matches!(
            f.expression,
            Expression::Duration {
                direction: Some(_),
                ..
            }
        )
        .then_some(Found { start: i, ..f })
    }

    /// "the morning of April 19", "in the evening".
    pub(super) fn the_part(&self, i: usize, part: Part) -> Option<Found> {
        let at = i + 1;
        if matches!(self.word(at + 1), Word::Of | Word::On) {
            let day = self.deeper().deeper().at(at + 2).and_then(|f| {
                // "the night of 9-10 November" began on the first.
                let when = match f.expression {
                    Expression::Range { first, .. } => Some(first),
                    _ => super::clock::day_of(&f),
                };
                when.map(|w| (w, f.end))
            });
            if let Some((when, end)) = day {
                return found(i, end, Expression::Time(Some(when), Clock::Part(part)));
            }
        }
        // "the night before last"
        if self.is(at + 1, Word::Before) && self.is(at + 2, Word::Last) {
            let when = When::Shift {
                unit: Unit::Day,
                by: -2,
                base: AnchorRef::Published,
            };
            return found(i, at + 3, Expression::Time(Some(when), Clock::Part(part)));
        }
        if matches!(self.word(at + 1), Word::Before | Word::After) && self.ends_clause(at + 2) {
            let by = if self.is(at + 1, Word::Before) { -1 } else { 1 };
            let when = When::Shift {
                unit: Unit::Day,
                by,
                base: AnchorRef::Named,
            };
            return found(i, at + 2, Expression::Time(Some(when), Clock::Part(part)));
        }
        if let Some(beside) = self.the_adjacent(i) {
            return Some(beside);
        }
        let led = matches!(
            self.before(i),
            Word::In | Word::During | Word::Throughout | Word::Through
        ) && self.token(i).gap != Gap::Blank;
        (led && !matches!(part, Part::Daytime))
            .then(|| part_only(i, at + 1, part))
            .flatten()
    }

    /// "the weekend", "the week of March 6", "the day before", "the year after".
    pub(super) fn the_unit(&self, i: usize, unit: Unit) -> Option<Found> {
        let at = i + 1;
        let next = self.word(at + 1);
        let shift = |by, base, end| found(i, end, Expression::Date(When::Shift { unit, by, base }));
        match (unit, next) {
            (Unit::Week | Unit::Weekend, Word::Of)
                if self.month(at + 2).is_some() || self.day(at + 2).is_some() =>
            {
                self.week_of(i, at + 2, unit)
            }
            _ if self.ended(at + 1) => self.period(i, unit),
            (Unit::Year | Unit::Month | Unit::Week | Unit::Day, _)
                if self.is(i.wrapping_sub(1), Word::For) && self.ends_clause(at + 1) =>
            {
                shift(0, AnchorRef::Published, at + 1)
            }
            (Unit::Day, Word::Before) if self.is(at + 2, Word::Yesterday) => {
                shift(-2, AnchorRef::Published, at + 3)
            }
            (Unit::Day, Word::After) if self.is(at + 2, Word::Tomorrow) => {
                shift(2, AnchorRef::Published, at + 3)
            }
            (
                Unit::Day | Unit::Week | Unit::Month | Unit::Year,
                Word::Before | Word::Earlier | Word::Previous,
            ) if self.ends_clause(at + 2) => shift(-1, AnchorRef::Named, at + 2),
            (Unit::Day | Unit::Week | Unit::Month | Unit::Year, Word::After | Word::Following)
                if self.ends_clause(at + 2) =>
            {
                shift(1, AnchorRef::Named, at + 2)
            }
            // "the year before last", "the week after next"
            (Unit::Week | Unit::Weekend | Unit::Month | Unit::Year, Word::Before | Word::After)
                if self.beyond(at + 1).is_some() =>
            {
                shift(self.beyond(at + 1)?, AnchorRef::Published, at + 3)
            }
            (_, Word::Before | Word::After | Word::Following | Word::Previous)
                if self.the_adjacent(i).is_some() =>
            {
                self.the_adjacent(i)
            }
            (Unit::Day, Word::Before | Word::After) if self.day_of_event(i).is_some() => {
                self.day_of_event(i)
            }
            // "for most of the decade"
            (Unit::Decade, _)
                if matches!(
                    self.before(i),
                    Word::In | Word::During | Word::Throughout | Word::Of
                ) && self.ends_clause(at + 1) =>
            {
                shift(0, AnchorRef::Published, at + 1)
            }
            (Unit::Weekend, _) => shift(0, AnchorRef::Published, at + 1),
            // "to end the day at 7,114": the day of trade that is told of.
            (Unit::Day, _) if self.closing(i) => shift(0, AnchorRef::Named, at + 1),
            (Unit::Week, _) if self.closing(i) => shift(0, AnchorRef::Published, at + 1),
            (Unit::Quarter, _)
                if matches!(
                    self.before(i),
                    Word::In | Word::For | Word::During | Word::Of
                ) && !self.is(at + 1, Word::Of) =>
            {
                let latest = false;
                found(i, at + 1, Expression::Date(When::Reported { latest }))
            }
            _ => None,
        }
    }
}
