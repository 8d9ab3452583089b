//! Parts of a written date: months, days of the month, eras, years, and what may stand behind it.

use super::{AnchorRef, Clock, Count, Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// The month named at `i` and the end of its name. "May" and abbreviations need a capital
    /// letter or a number beside them.
    pub(super) fn month(&self, i: usize) -> Option<(u8, usize)> {
        let token = self.token(i);
        let led = || {
            matches!(
                self.before(i),
                Word::Of
                    | Word::In
                    | Word::Since
                    | Word::Until
                    | Word::Early
                    | Word::Late
                    | Word::Mid
                    | Word::Last
                    | Word::Next
                    | Word::During
                    | Word::By
            )
        };
        // "YOU MAY GO": capitals say nothing where everything is set in them.
        let capital = token.capital
            && !(token.upper && self.is(i, Word::May) && i > 0 && self.token(i - 1).upper);
        let numbered =
            || led() || self.number(i + 1).is_some() || (i > 0 && self.number(i - 1).is_some());
        match self.word(i) {
            Word::Month(m) => (capital || numbered()).then_some((m, i + 1)),
            Word::May => (capital || numbered()).then_some((5, i + 1)),
            // "the published SEP": set in capitals, three letters may stand for anything.
            Word::MonthShort(m) if capital && !token.upper || numbered() => {
                let end = if self.tight(i + 1, b'.') {
                    i + 2
                } else {
                    i + 1
                };
                Some((m, end))
            }
            _ => None,
        }
    }

    /// A day of the month at `i`, as a number, an ordinal or a number word.
    pub(super) fn day(&self, i: usize) -> Option<(u8, usize)> {
        if let Word::Ordinal(n) = self.word(i) {
            return Some((n, i + 1));
        }
        if let (Word::Tens(tens @ (20 | 30)), true, Word::Ordinal(n @ 1..=9)) =
            (self.word(i), self.mark(i + 1, b'-'), self.word(i + 2))
        {
            return (tens + n <= 31).then_some((tens + n, i + 3));
        }
        let (n, digits) = self.number(i)?;
        if digits > 2 || !(1..=31).contains(&n) {
            return None;
        }
        let mut end = i + 1;
        if self.joined(end) {
            match self.word(end) {
                Word::St | Word::Nd | Word::Rd | Word::Th => end += 1,
                _ if self.token(end).kind == Kind::Word => return None,
                _ => {}
            }
            let more = self.number(end + 1).is_some() && self.joined(end + 1);
            if self.tight(end, b'%')
                || (self.tight(end, b':') && more)
                || (self.tight(end, b'.') && more)
                || (self.tight(end, b',') && more && self.number(end + 1).is_some_and(|n| n.1 == 3))
                || (self.tight(end, b'/') && more)
            {
                return None;
            }
        }
        Some((n as u8, end))
    }

    /// Whether an era stands at `i`: the end of it, and whether it is before Christ.
    pub(super) fn era(&self, i: usize) -> Option<(bool, usize)> {
        match self.word(i) {
            Word::Bc => Some((true, i + 1)),
            // "his company, 3AD", but "in 3AD"
            Word::Ad
                if self.joined(i)
                    && i > 1
                    && self.number(i - 1).is_some_and(|(_, digits)| digits < 3)
                    && matches!(self.token(i - 2).kind, Kind::Mark(_)) =>
            {
                None
            }
            Word::Ad if self.token(i).upper => Some((false, i + 1)),
            Word::None => {
                let dotted = |a: &str, b: &str| {
                    self.str(i) == a
                        && self.tight(i + 1, b'.')
                        && self.joined(i + 2)
                        && self.str(i + 2) == b
                };
                let bc = dotted("B", "C");
                (bc || dotted("A", "D")).then(|| (bc, self.skip_tight(i + 3, b'.')))
            }
            _ => None,
        }
    }

    /// Past an optional mark joined to the token before.
    pub(super) fn skip_tight(&self, i: usize, mark: u8) -> usize {
        if self.tight(i, mark) { i + 1 } else { i }
    }

    /// A year after a month or a season: four digits, an era, '98, or "last year".
    pub(super) fn year(&self, i: usize) -> Option<(Year, usize)> {
        if self.mark(i, b'\'') && self.joined(i + 1) {
            let (n, digits) = self.number(i + 1)?;
            return (digits == 2).then_some((Year::Short(n as u8), i + 2));
        }
        if let Some((n, digits)) = self.number(i) {
            if self.joined(i + 1)
                && matches!(self.token(i + 1).kind, Kind::Mark(b':' | b',' | b'.'))
                && self.joined(i + 2)
                && self.number(i + 2).is_some()
            {
                return None;
            }
            let spaced = self.era(i + 1);
            return match spaced {
                Some((true, end)) if digits <= 5 => Some((Year::Full(-(n as i32)), end)),
                Some((false, end)) if digits <= 4 => Some((Year::Full(n as i32), end)),
                _ if digits == 4
                    && (1000..=2999).contains(&n)
                    && !self.token_word_joined(i + 1) =>
                {
                    Some((Year::Full(n as i32), i + 1))
                }
                _ => None,
            };
        }
        // "January nineteen ninety-seven"
        if let Some((year, end)) = self.year_in_words(i) {
            return Some((Year::Full(year), end));
        }
        self.relative_year(i)
    }

    /// Whether a word is glued to the number before `i`.
    pub(super) fn token_word_joined(&self, i: usize) -> bool {
        self.joined(i) && matches!(self.token(i).kind, Kind::Word | Kind::Foreign)
    }

    /// "last year", "of that year", "this year", "two years ago" behind a month or season.
    pub(super) fn relative_year(&self, i: usize) -> Option<(Year, usize)> {
        if let Some((Count::Exact(thousandths), unit)) = self.count(i)
            && matches!(
                self.word(unit),
                Word::Unit(Unit::Year) | Word::Units(Unit::Year)
            )
            && self.is(unit + 1, Word::Ago)
            && thousandths % 1000 == 0
        {
            let years = i32::try_from(thousandths / 1000).ok()?;
            return Some((Year::Shift(-years, AnchorRef::Published), unit + 2));
        }
        let (word, at) = if self.is(i, Word::The) {
            (self.word(i + 1), i + 1)
        } else {
            (self.word(i), i)
        };
        if !self.is(at + 1, Word::Unit(Unit::Year)) {
            return None;
        }
        let year = match word {
            Word::Last => Year::Shift(-1, AnchorRef::Published),
            Word::Next => Year::Shift(1, AnchorRef::Published),
            Word::This => Year::Shift(0, AnchorRef::Published),
            Word::That | Word::Same => Year::Shift(0, AnchorRef::Named),
            Word::Previous => Year::Shift(-1, AnchorRef::Named),
            Word::Following => Year::Shift(1, AnchorRef::Named),
            _ => return None,
        };
        Some((year, at + 2))
    }

    /// A year after an optional comma or "of"; a relative one only after "of" or directly.
    pub(super) fn year_after(&self, i: usize) -> Option<(Year, usize)> {
        let at = self.comma(i);
        let at = if at == i && (self.is(i, Word::Of) || self.is(i, Word::In)) {
            i + 1
        } else {
            at
        };
        let (year, end) = self.year(at)?;
        if matches!(year, Year::Shift(..)) && self.mark(i, b',') {
            return None;
        }
        if self.is(i, Word::In) && !matches!(year, Year::Full(_)) {
            return None;
        }
        Some((year, end))
    }

    /// A date that ends at `end`, with a part of the day or a time behind it where there is one.
    pub(super) fn timed(&self, i: usize, end: usize, when: When) -> Option<Found> {
        if let Word::Part(part) = self.word(end)
            && self.token(end).gap != Gap::None
        {
            return found(i, end + 1, Expression::Time(Some(when), Clock::Part(part)));
        }
        let mut at = self.comma(end);
        if self.is(at, Word::At) {
            at += 1;
            at += usize::from(matches!(self.word(at), Word::About));
        }
        if let Some((clock, stop)) = self.clock(at)
            && (at > end || self.token(at).gap != Gap::None)
        {
            return self
                .hours(i, stop, Some(when), clock)
                .or_else(|| found(i, stop, Expression::Time(Some(when), clock)));
        }
        if self.is(end, Word::At)
            && let Word::Part(part) = self.word(end + 1)
        {
            return found(i, end + 2, Expression::Time(Some(when), Clock::Part(part)));
        }
        found(i, end, Expression::Date(when))
    }
}
