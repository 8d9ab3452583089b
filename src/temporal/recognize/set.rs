//! What recurs: "daily", "every Tuesday", "twice a month", "each morning".

use super::{Count, Expression, Found, Reader, Recurring, found};
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::Gap;

impl Reader<'_> {
    /// A recurring time at `i`.
    pub(super) fn set(&self, i: usize) -> Option<Found> {
        match self.word(i) {
            Word::Every(_) if self.newspaper(i) => None,
            Word::Every(unit) => set(i, i + 1, Recurring::Unit(Count::whole(1), unit), None, None),
            Word::Cycle(n, unit) => {
                let what = Recurring::Unit(Count::whole(u64::from(n)), unit);
                set(i, i + 1, what, None, None)
            }
            Word::Weekdays(weekday) => set(i, i + 1, Recurring::Weekday(weekday), None, None),
            Word::Each => self.each(i),
            Word::Twice => self.times(i, i + 1, 2),
            Word::A => self.rate(i),
            Word::Per => match self.word(i + 1) {
                Word::Unit(unit) if unit > Unit::Minute => {
                    set(i, i + 2, Recurring::Unit(Count::whole(1), unit), None, None)
                }
                _ => None,
            },
            Word::Cardinal(n) if self.is(i + 1, Word::Times) => self.times(i, i + 2, n),
            Word::Number if self.is(i + 1, Word::Times) => {
                let (n, _) = self.number(i)?;
                self.times(i, i + 2, u8::try_from(n).ok()?)
            }
            _ => None,
        }
    }

    /// "the Israeli daily Haaretz", "the Communist Party daily Granma": a newspaper and its name.
    fn newspaper(&self, i: usize) -> bool {
        // "The Daily Mail", "in the Weekly Standard"
        if self.token(i).capital && i > 0 && !self.token(i).upper {
            return self.is(i - 1, Word::The)
                && self.name(i + 1)
                && self.token(i + 1).gap == Gap::Space;
        }
        !self.token(i).capital
            && matches!(self.str(i), "daily" | "weekly" | "monthly")
            && self.token(i + 1).gap == Gap::Space
            && self.name(i + 1)
            && self.word(i + 1) == Word::None
            && i > 0
            && self.name(i - 1)
    }

    /// "30 a day", "20 miles a day", "$5 million a year": what is counted comes once each unit.
    fn rate(&self, i: usize) -> Option<Found> {
        let Word::Unit(unit) = self.word(i + 1) else {
            return None;
        };
        let before = i.checked_sub(1)?;
        let counted = matches!(
            self.word(before),
            Word::Number | Word::Power(_) | Word::Cardinal(_)
        ) || matches!(self.word(before), Word::Units(_))
            || self.mark(before, b')')
            || self.plural_noun(before) && !self.plural_verb(before);
        let fits = matches!(
            unit,
            Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year
        ) || unit == Unit::Quarter && !self.is(i + 2, Word::Of);
        let behind = matches!(
            self.word(i + 2),
            Word::Ago | Word::Later | Word::Earlier | Word::Before | Word::After
        ) || self.mark(i + 2, b'-');
        (counted && fits && !behind)
            .then(|| set(i, i + 2, Recurring::Unit(Count::whole(1), unit), None, None))
            .flatten()
    }

    /// Whether the word at `i`, which ends in s, is rather a verb: no article or number leads it.
    fn plural_verb(&self, i: usize) -> bool {
        let mut at = i;
        for _ in 0..3 {
            let Some(before) = at.checked_sub(1) else {
                return true;
            };
            if matches!(
                self.word(before),
                Word::Number
                    | Word::Power(_)
                    | Word::Cardinal(_)
                    | Word::Tens(_)
                    | Word::Several
                    | Word::Many
                    | Word::Dozens
                    | Word::Few
            ) || matches!(self.str(before), "hundreds" | "thousands" | "millions")
            {
                return false;
            }
            at = before;
        }
        true
    }

    /// "24 hours a day", "seven days per week": so much of each unit, whose part of it ends at `end`.
    pub(super) fn share(&self, i: usize, end: usize, count: Count, of: Unit) -> Option<Found> {
        let Word::Unit(each) = self.word(end + 1) else {
            return None;
        };
        let led = matches!(self.word(end), Word::A | Word::Per | Word::Each);
        let away = matches!(
            self.word(end + 2),
            Word::Ago | Word::Later | Word::Earlier | Word::Before | Word::After
        ) || self.mark(end + 2, b'-');
        let n = u16::try_from(count.units()?).ok()?;
        let fits = of < each && of >= Unit::Minute && each <= Unit::Year;
        (led && fits && !away)
            .then(|| set(i, end + 2, Recurring::Share { n, of, each }, None, None))
            .flatten()
    }

    /// "a month", "per week", "each year" behind a number of times.
    pub(super) fn times(&self, i: usize, at: usize, times: u8) -> Option<Found> {
        if !matches!(self.word(at), Word::A | Word::Per | Word::Each) {
            return match self.word(at) {
                Word::Every(unit) => set(
                    i,
                    at + 1,
                    Recurring::Unit(Count::whole(1), unit),
                    None,
                    Some(times),
                ),
                _ => None,
            };
        }
        let Word::Unit(unit) = self.word(at + 1) else {
            return None;
        };
        set(
            i,
            at + 2,
            Recurring::Unit(Count::whole(1), unit),
            None,
            Some(times),
        )
    }

    /// "every day", "each Tuesday morning", "every two weeks", "every other month".
    fn each(&self, i: usize) -> Option<Found> {
        let quant = if self.str(i).eq_ignore_ascii_case("each") {
            "EACH"
        } else {
            "EVERY"
        };
        let make = |end, what| set(i, end, what, Some(quant), None);
        let at = i + 1;
        match self.word(at) {
            Word::Other => match self.word(at + 1) {
                Word::Unit(unit) => make(at + 2, Recurring::Unit(Count::whole(2), unit)),
                Word::Weekday(w) => make(at + 2, Recurring::Weekday(w)),
                _ => None,
            },
            // "each of the last three years"
            Word::Of => {
                let stretch = self.deeper().at(at + 1)?;
                let Expression::Duration {
                    count: Count::Exact(2000..),
                    unit,
                    direction: Some(_),
                } = stretch.expression
                else {
                    return None;
                };
                make(stretch.end, Recurring::Unit(Count::whole(1), unit))
            }
            Word::Unit(Unit::Second) => None,
            Word::Unit(unit) => make(at + 1, Recurring::Unit(Count::whole(1), unit)),
            Word::Weekday(w) => match self.word(at + 1) {
                Word::Part(part) => make(at + 2, Recurring::WeekdayPart(w, part)),
                _ => make(at + 1, Recurring::Weekday(w)),
            },
            Word::Part(part) => make(at + 1, Recurring::Part(part)),
            Word::Season(season) => make(at + 1, Recurring::Season(season)),
            Word::Month(month) => make(at + 1, Recurring::Month(month)),
            Word::May => make(at + 1, Recurring::Month(5)),
            _ => {
                let (count, end) = self.count(at)?;
                let (unit, _) = self.unit(end)?;
                make(end + 1, Recurring::Unit(count, unit))
            }
        }
    }
}

/// A set as a found expression.
fn set(
    start: usize,
    end: usize,
    what: Recurring,
    quant: Option<&'static str>,
    times: Option<u8>,
) -> Option<Found> {
    found(start, end, Expression::Set { what, quant, times })
}
