//! Days that are counted: "the third Thursday in November", "a week from Friday", "two summers ago".

use super::{
    AnchorRef, Count, Expression, Found, OfMonth, Reader, Start, Vague, When, Year, found,
};
use crate::temporal::lexicon::classes::{self, WEATHER};
use crate::temporal::lexicon::{Unit, Word};

/// The ordinal of what is last.
pub(crate) const LAST: u8 = u8::MAX;

impl Reader<'_> {
    /// "third Thursday in November", "last Friday of the month", whose ordinal stands at `at`.
    pub(super) fn nth_weekday(&self, i: usize, at: usize) -> Option<Found> {
        // Asked of every "the", so that the weekday is looked for first.
        if !(at + 1..at + 4).any(|j| matches!(self.word(j), Word::Weekday(_))) {
            return None;
        }
        let (n, at) = match self.word(at) {
            Word::Last => (5, at + 1),
            _ if self.str(at) == "final" => (5, at + 1),
            _ => self.ordinal(at).filter(|(n, _)| (1..=5).contains(n))?,
        };
        let Word::Weekday(weekday) = self.word(at) else {
            return None;
        };
        if !matches!(self.word(at + 1), Word::Of | Word::In) {
            return None;
        }
        let (of, end) = self.of_month(at + 2)?;
        found(i, end, Expression::Date(When::Nth { n, weekday, of }))
    }

    /// "first week of March", "last day in January", whose ordinal stands at `at`.
    pub(super) fn nth_unit(&self, i: usize, at: usize) -> Option<Found> {
        let unit = (at + 1..at + 4).find_map(|j| match self.word(j) {
            Word::Unit(unit @ (Unit::Week | Unit::Day)) => Some(unit),
            _ => None,
        })?;
        let most = match unit {
            Unit::Week => 4,
            _ => 31,
        };
        let (n, at) = match self.word(at) {
            Word::Last => (LAST, at + 1),
            _ if self.str(at) == "final" => (LAST, at + 1),
            _ => self.ordinal(at).filter(|(n, _)| (1..=most).contains(n))?,
        };
        let linked = matches!(self.word(at + 1), Word::Of | Word::In);
        if !self.is(at, Word::Unit(unit)) || !linked {
            return None;
        }
        let (of, end) = self.of_month(at + 2)?;
        found(i, end, Expression::Date(When::NthUnit { n, unit, of }))
    }

    /// "a while ago", "some time ago", "a long time ago".
    pub(super) fn vague_ago(&self, i: usize) -> Option<Found> {
        let long = matches!(self.str(i + 1), "long" | "short" | "very");
        let at = i + 1 + usize::from(long);
        let some = matches!(self.str(at), "while" | "time" | "generation");
        (some && self.is(at + 1, Word::Ago))
            .then(|| found(i, at + 2, Expression::Vague(Vague::Past)))
            .flatten()
    }

    /// Whether the weekday of tokens `i..end` is any of its name: "one Saturday", "on a Saturday";
    /// "a Saturday rally" was on the last one.
    pub(super) fn any_weekday(&self, i: usize, end: usize) -> bool {
        let end = end + usize::from(matches!(self.word(end), Word::Part(_)));
        match self.before(i) {
            Word::Cardinal(1) => true,
            // "on a cold Sunday", "one rainy Friday"
            Word::None | Word::Season(_)
                if i > 1
                    && matches!(self.word(i - 2), Word::A | Word::Cardinal(1))
                    && classes::is(WEATHER, self.token(i - 1).key) =>
            {
                true
            }
            Word::A => {
                let dated =
                    self.month(self.comma(end)).is_some() || self.day(self.comma(end)).is_some();
                let clause = matches!(self.word(end), Word::The | Word::A)
                    || matches!(
                        self.str(end),
                        "he" | "she" | "it" | "they" | "we" | "I" | "you"
                    );
                (clause || self.generic(end)) && !dated && !self.mark(end, b'-')
            }
            _ => false,
        }
    }

    /// "November", "May 2023", "next month", "the month".
    fn of_month(&self, i: usize) -> Option<(OfMonth, usize)> {
        if let Some((month, end)) = self.month(i) {
            if self.day(end).is_some() {
                return None;
            }
            let (year, end) = self.year_after(end).unwrap_or((Year::Missing, end));
            return Some((OfMonth::Named(month, year), end));
        }
        if !self.is(i + 1, Word::Unit(Unit::Month)) {
            return None;
        }
        let (by, base) = match self.word(i) {
            Word::The | Word::This => (0, AnchorRef::Published),
            Word::Next => (1, AnchorRef::Published),
            Word::Last => (-1, AnchorRef::Published),
            Word::That => (0, AnchorRef::Named),
            _ => return None,
        };
        Some((OfMonth::Shift(by, base), i + 2))
    }

    /// "two summers ago", "three Sundays ago": what recurs, counted back.
    pub(super) fn recurring_ago(&self, i: usize, count: Count, at: usize) -> Option<Found> {
        if !self.is(at + 1, Word::Ago) {
            return None;
        }
        let by = -i32::try_from(count.units().filter(|n| (1..=99).contains(n))?).ok()?;
        let base = AnchorRef::Published;
        let when = match self.word(at) {
            Word::Seasons(season) | Word::Season(season) => When::SeasonShift { season, by, base },
            Word::Weekdays(weekday) => When::WeekdayShift { weekday, by, base },
            _ => return None,
        };
        found(i, at + 2, Expression::Date(when))
    }

    /// "from Friday", "from tomorrow" behind a length that ends at `i`; "closed for two weeks from
    /// Friday" is a length and its first day.
    pub(super) fn length_from(&self, first: usize, i: usize) -> Option<(Start, usize)> {
        let lasts = self.before(first) == Word::For
            || first > 0
                && matches!(
                    self.str(first - 1),
                    "lasting" | "last" | "lasts" | "runs" | "run" | "running"
                );
        let start = match self.word(i + 1) {
            _ if lasts || !self.is(i, Word::From) => return None,
            Word::Weekday(weekday) => Start::Weekday(weekday),
            Word::Today => Start::Unit(Unit::Day, 0),
            Word::Tomorrow => Start::Unit(Unit::Day, 1),
            Word::Yesterday => Start::Unit(Unit::Day, -1),
            _ => return None,
        };
        let on = matches!(self.word(i + 2), Word::To | Word::Until | Word::Through);
        (!on && !self.mark(i + 2, b'-')).then_some((start, i + 2))
    }

    /// "this month", "today", "Friday" behind an "ago" that ends at `i`, where `unit` was counted.
    pub(super) fn ago_from(&self, i: usize, unit: Unit) -> Option<(Start, usize)> {
        if self.token(i).gap > crate::text::token::Gap::Line {
            return None;
        }
        let by = match self.word(i) {
            Word::Weekday(weekday) => {
                let dated = self.month(self.comma(i + 1)).is_some();
                return (!dated && unit > Unit::Night).then_some((Start::Weekday(weekday), i + 1));
            }
            Word::Today => return Some((Start::Unit(Unit::Day, 0), i + 1)),
            Word::Yesterday => return Some((Start::Unit(Unit::Day, -1), i + 1)),
            Word::Tomorrow => return Some((Start::Unit(Unit::Day, 1), i + 1)),
            Word::This => 0,
            Word::Last => -1,
            Word::Next => 1,
            _ => return None,
        };
        let Word::Unit(of @ (Unit::Week | Unit::Weekend | Unit::Month)) = self.word(i + 1) else {
            return None;
        };
        (unit > of).then_some((Start::Unit(of, by), i + 2))
    }
}
