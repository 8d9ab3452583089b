//! Clock times that take what they lack from their neighbours: "between 9 and 11 a.m.", "8:30 tonight",
//! and four digits that are hours and minutes: "0735 GMT".

use super::clock::{at, of_half, shift};
use super::{Clock, Expression, Found, Reader, found};
use crate::temporal::lexicon::{Part, Word};
use crate::text::token::Kind;

impl Reader<'_> {
    /// "0735 GMT", "at 1949 local time", "1830 hours", "at 0830": hours and minutes in four digits.
    pub(super) fn packed_clock(&self, i: usize, n: u64) -> Option<(Clock, usize)> {
        if n >= 2400 || n % 100 > 59 {
            return None;
        }
        let led = self.before(i);
        let time = at(n / 100, Some(n % 100), None, None);
        let early = self.str(i).starts_with('0');
        let timely = matches!(
            led,
            Word::At
                | Word::By
                | Word::Until
                | Word::Before
                | Word::After
                | Word::About
                | Word::From
        );
        // "In 1949 CT scans were unknown", "since 1949 EST": a year.
        if matches!(led, Word::In | Word::Since | Word::During | Word::Of) && !early {
            return None;
        }
        if matches!(self.str(i + 1), "hours" | "hrs" | "h") {
            return (early || timely || self.joined(i + 1)).then_some((time, i + 2));
        }
        let (zone, end) = self.zone(i + 1);
        let spaced = self.token(i + 1).kind == Kind::Word || self.is(i + 1, Word::Z);
        if end > i + 1 && spaced {
            return Some((at(n / 100, Some(n % 100), None, zone), end));
        }
        (early && n >= 30 && led == Word::At && !self.joined(i + 1)).then_some((time, i + 1))
    }

    /// "12 noon", "12:00 midnight".
    pub(super) fn noon(&self, i: usize) -> Option<(Clock, usize)> {
        let written = self.tight(i + 1, b':') && self.str(i + 2) == "00";
        let at = if written { i + 3 } else { i + 1 };
        match self.word(at) {
            Word::Part(part @ (Part::Noon | Part::Midnight))
                if self.str(i) == "12" && !self.joined(at) =>
            {
                Some((Clock::Part(part), at + 1))
            }
            _ => None,
        }
    }

    /// "14h30", and "16hrs" behind "at": an hour with its letter, which stands at `end`.
    pub(super) fn lettered(&self, i: usize, hour: u64, end: usize) -> Option<(Clock, usize)> {
        if !self.joined(end) {
            return None;
        }
        let minutes = self.joined(end + 1).then(|| self.number(end + 1)).flatten();
        if let ("h", Some((m @ 0..=59, 2))) = (self.str(end), minutes) {
            return Some((at(hour, Some(m), None, None), end + 2));
        }
        let timely = matches!(
            self.before(i),
            Word::At | Word::From | Word::By | Word::Until
        );
        (timely && matches!(self.str(end), "hrs" | "h"))
            .then(|| (at(hour, None, None, None), end + 1))
    }

    /// The clock time of tokens `i..end` in the half of the day that the words behind name, where
    /// it names none itself: "8:30 tonight".
    pub(super) fn in_its_half(&self, i: usize, end: usize, clock: Clock, day: &Found) -> Clock {
        let Expression::Time(_, Clock::Part(part)) = day.expression else {
            return clock;
        };
        let told = (i + 1..end).any(|at| self.half_day(at).is_some());
        match clock {
            Clock::At {
                hour,
                minute,
                second,
                zone,
            } if !told => Clock::At {
                hour: shift(u64::from(hour), Word::Part(part)) as u8,
                minute,
                second,
                zone,
            },
            other => other,
        }
    }

    /// The hour of the day of the first of two clock times, which ends at `end` and has its half of the day from
    /// the second: "between 9 and 11 a.m.", "from 11 to 2 p.m.", "5:30-7 p.m.".
    pub(super) fn shared_half(&self, i: usize, hour: u64, end: usize) -> Option<u64> {
        let dash = self.tight(end, b'-');
        let led = matches!(self.before(i), Word::Between | Word::From) || end > i + 1;
        let linked = dash || led && matches!(self.word(end), Word::To | Word::And | Word::Until);
        if !linked {
            return None;
        }
        let (second, digits) = self.number(end + 1)?;
        let colon = self.tight(end + 2, b':') || self.tight(end + 2, b'.');
        let stop = end + 2 + 2 * usize::from(colon && self.joined(end + 3));
        let (afternoon, _) = self.half_day(stop)?;
        if digits > 2 || !(1..=12).contains(&second) {
            return None;
        }
        // "from 11 to 2 p.m." begins before noon.
        let crossed = hour % 12 > second % 12;
        Some(of_half(hour, afternoon != crossed))
    }

    /// The first of two times that share the day behind the second: "from 7 to 9 p.m. Sunday".
    pub(super) fn paired(&self, i: usize, end: usize, clock: Clock) -> Option<Found> {
        if !self.tight(end, b'-') && !matches!(self.word(end), Word::To | Word::And | Word::Until) {
            return None;
        }
        let (second, stop) = self.clock(end + 1)?;
        let day = self.day_behind(end + 1, stop, second);
        let Expression::Time(when @ Some(_), _) = day.expression else {
            return None;
        };
        found(i, end, Expression::Time(when, clock))
    }
}
