//! Times of day in words: "four o'clock", "half past three", "two in the morning".

use super::clock::{at, day_of, shift};
use super::{Clock, Expression, Found, Reader, found};
use crate::temporal::lexicon::{Part, Unit, Word};

impl Reader<'_> {
    /// "half past three", "quarter to nine".
    pub(super) fn past_hour(&self, i: usize) -> Option<Found> {
        let at_word = i + usize::from(self.is(i, Word::A));
        let quarter = match self.word(at_word) {
            Word::Half => false,
            Word::Unit(Unit::Quarter) => true,
            _ => return None,
        };
        // "at half nine"
        if !quarter
            && at_word == i
            && self.is(i.wrapping_sub(1), Word::At)
            && let Word::Cardinal(hour @ 1..=12) = self.word(i + 1)
            && !matches!(self.word(i + 2), Word::Units(_) | Word::Unit(_))
        {
            let (clock, end) = self.day_half(u64::from(hour), Some(30), i + 2);
            return Some(self.day_behind(i, end, clock));
        }
        let at_word = at_word + usize::from(self.tight(at_word + 1, b'-'));
        let hour = self.hour(at_word + 2)?;
        let (hour, minute) = match (self.word(at_word + 1), quarter) {
            (Word::Past, false) => (hour, 30),
            (Word::Past, true) => (hour, 15),
            (Word::To, true) => (if hour == 1 { 12 } else { hour - 1 }, 45),
            _ => return None,
        };
        let (clock, end) = self.day_half(hour, Some(minute), at_word + 3);
        Some(self.day_behind(i, end, clock))
    }

    /// An hour of the clock in words or digits.
    fn hour(&self, i: usize) -> Option<u64> {
        match self.word(i) {
            Word::Cardinal(hour @ 1..=12) => Some(u64::from(hour)),
            Word::Number => self.number(i).map(|n| n.0).filter(|h| (1..=12).contains(h)),
            _ => None,
        }
    }

    /// "ten past four", "twenty to six" behind "at".
    fn minutes_past(&self, i: usize) -> Option<Found> {
        let minute = match self.word(i) {
            Word::Cardinal(n @ (5 | 10)) | Word::Tens(n @ 20) => u64::from(n),
            _ => return None,
        };
        let led = matches!(
            self.before(i),
            Word::At | Word::By | Word::Before | Word::After | Word::Until | Word::About
        );
        let hour = self.hour(i + 2)?;
        let (hour, minute) = match self.word(i + 1) {
            Word::Past => (hour, minute),
            Word::To => (if hour == 1 { 12 } else { hour - 1 }, 60 - minute),
            _ => return None,
        };
        let counted = matches!(self.word(i + 3), Word::Units(_)) || self.plural_noun(i + 3);
        if !led || counted {
            return None;
        }
        let (clock, end) = self.day_half(hour, Some(minute), i + 3);
        Some(self.day_behind(i, end, clock))
    }

    /// "9 this morning", "seven last night", "11 Tuesday night", "8 tonight" behind "at".
    pub(super) fn hour_of_part(&self, i: usize) -> Option<Found> {
        let led = matches!(
            self.before(i),
            Word::At | Word::About | Word::By | Word::Until | Word::Before | Word::After
        );
        if !led {
            return None;
        }
        let part = matches!(self.word(i + 2), Word::Part(_));
        let day = match self.word(i + 1) {
            Word::Tonight => self.deictic(i + 1),
            Word::Weekday(_) if part => self.weekday_start(i + 1),
            Word::Tomorrow | Word::Yesterday if part => self.deictic(i + 1),
            Word::This | Word::Last | Word::That if part => self.pointing(i + 1, false),
            _ => None,
        }?;
        let Expression::Time(Some(when), Clock::Part(part)) = day.expression else {
            return None;
        };
        let clock = at(shift(self.hour(i)?, Word::Part(part)), None, None, None);
        found(i, day.end, Expression::Time(Some(when), clock))
    }

    /// "four o'clock", "noon Tuesday": a number word as an hour.
    pub(super) fn word_clock(&self, i: usize) -> Option<Found> {
        if let Some(found) = self.minutes_past(i) {
            return Some(found);
        }
        let Word::Cardinal(hour @ 1..=12) = self.word(i) else {
            return self.past_hour(i);
        };
        if self.in_part(i + 1).is_some()
            && matches!(
                self.before(i),
                Word::At | Word::About | Word::Until | Word::By
            )
        {
            let (clock, end) = self.day_half(u64::from(hour), None, i + 1);
            return Some(self.day_behind(i, end, clock));
        }
        if let Some(found) = self.hour_of_part(i) {
            return Some(found);
        }
        if let Some(end) = self.o_clock(i + 1) {
            let (clock, end) = self.day_half(u64::from(hour), None, end);
            return Some(self.day_behind(i, end, clock));
        }
        let (afternoon, end) = self.half_day(i + 1)?;
        let hour = if afternoon { hour % 12 + 12 } else { hour % 12 };
        Some(self.day_behind(i, end, at(u64::from(hour), None, None, None)))
    }

    /// "o'clock" at `i`.
    pub(super) fn o_clock(&self, i: usize) -> Option<usize> {
        if matches!(self.str(i), "o" | "O")
            && self.mark(i + 1, b'\'')
            && self.is(i + 2, Word::Clock)
        {
            return Some(i + 3);
        }
        None
    }

    /// "four o'clock" with its half of the day, where the words give it.
    pub(super) fn day_half(&self, hour: u64, minute: Option<u64>, end: usize) -> (Clock, usize) {
        match self.in_part(end) {
            Some(stop) => (
                at(shift(hour, self.word(stop - 1)), minute, None, None),
                stop,
            ),
            None => (at(hour, minute, None, None), end),
        }
    }

    /// "early hours of Sunday", "early morning hours of 30 April", "late hours of Friday night", "early
    /// morning hours".
    pub(super) fn hours_of(&self, i: usize, at: usize, word: Word) -> Option<Found> {
        let (said, hours) = match self.word(at) {
            Word::Part(part) => (Some(part), at + 1),
            _ => (None, at),
        };
        if !self.is(hours, Word::Units(Unit::Hour)) {
            return None;
        }
        if !self.is(hours + 1, Word::Of) {
            // "in the early morning hours", "the early morning hours Tuesday"
            return said.map(|part| self.day_behind(i, hours + 1, Clock::Part(part)));
        }
        let inner = self.deeper().at(hours + 2)?;
        let (when, told) = match inner.expression {
            Expression::Time(Some(when), Clock::Part(part)) => (when, Some(part)),
            _ => (day_of(&inner)?, None),
        };
        let usual = match word {
            Word::Early => Part::Morning,
            Word::Late => Part::Night,
            _ => return None,
        };
        let part = said.or(told).unwrap_or(usual);
        found(
            i,
            inner.end,
            Expression::Time(Some(when), Clock::Part(part)),
        )
    }
}
