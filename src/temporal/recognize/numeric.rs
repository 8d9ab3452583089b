//! Expressions that begin with digits: ISO, slashed, dotted and packed dates.

use super::{Clock, Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::Word;
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// What begins with the number at `i`.
    pub(super) fn number_start(&self, i: usize) -> Option<Found> {
        if self.plain_count(i) || self.joined(i) && i > 0 && self.inside_number(i) {
            return None;
        }
        let dated = (!self.released(i)).then(|| self.numeric_date(i));
        dated
            .flatten()
            .or_else(|| self.year_quarter(i))
            .or_else(|| self.counted_code(i))
            .or_else(|| self.korean_number(i))
            .or_else(|| self.clock_start(i))
            .or_else(|| self.day_start(i))
            .or_else(|| self.decade(i))
            .or_else(|| self.century(i))
            .or_else(|| self.set(i))
            .or_else(|| self.quantity_start(i))
            .or_else(|| self.bare_year(i))
    }

    /// Whether the number at `i` is at first sight none of a date: too short or too long for a year,
    /// and before a word in lower case that has nothing to do with time, or before another number.
    /// Asked first, so that tables and counts cost little.
    fn plain_count(&self, i: usize) -> bool {
        let Some((_, digits)) = self.number(i) else {
            return true;
        };
        // "AD 79"
        if self.before(i) == Word::Ad {
            return false;
        }
        let Some(next) = self.toks.get(i + 1) else {
            return !matches!(digits, 4 | 8);
        };
        let mid_chain = i > 1 && self.tight(i - 1, b'-') && self.number(i - 2).is_some();
        if mid_chain && self.tight(i + 1, b'-') && self.number(i + 2).is_some() {
            return true;
        }
        if matches!(digits, 4 | 8) || next.token.gap == Gap::None {
            return false;
        }
        match next.token.kind {
            Kind::Number => !self.tight(i + 2, b'/'),
            Kind::Word => {
                next.word == Word::None
                    && !next.token.capital
                    && next.token.span.len() > 1
                    && !matches!(self.word(i + 2), Word::Units(_))
            }
            _ => false,
        }
    }

    /// Whether the number at `i` goes on from something that makes it no number of its own:
    /// "1,700", "3.5", "$20", "A320", "No.5".
    pub(super) fn inside_number(&self, i: usize) -> bool {
        match self.token(i - 1).kind {
            Kind::Mark(b'$' | b'#' | b'@' | b'&' | b'_' | b'=' | b'+' | b'*' | b'\\')
            | Kind::Word
            | Kind::Other => true,
            Kind::Mark(b',' | b'.' | b':' | b'/') => {
                i > 1 && self.joined(i - 1) && self.number(i - 2).is_some()
            }
            _ => false,
        }
    }

    /// Whether the number at `i` is that of a release: "version 1.2.2020".
    fn released(&self, i: usize) -> bool {
        i > 0
            && ["version", "release", "section", "v"]
                .iter()
                .any(|w| w.eq_ignore_ascii_case(self.str(i - 1)))
    }

    /// A date all in digits.
    pub(super) fn numeric_date(&self, i: usize) -> Option<Found> {
        let (n, digits) = self.number(i)?;
        if digits == 8
            && (1900..=2100).contains(&(n / 10_000))
            && !(self.joined(i + 1) && self.number(i + 2).is_some())
        {
            let (month, day) = (n / 100 % 100, n % 100);
            if (1..=12).contains(&month) && (1..=31).contains(&day) {
                return found(i, i + 1, Expression::Date(full(n / 10_000, month, day)));
            }
        }
        if digits > 4 {
            return None;
        }
        let mark = match self.token(i + 1).kind {
            Kind::Mark(m @ (b'-' | b'/' | b'.')) if self.joined(i + 1) => m,
            _ => return None,
        };
        // "9903.01.31" is a heading of a tariff.
        if mark == b'.' && digits == 4 && !(1000..=2999).contains(&n) {
            return None;
        }
        // A Korean or Japanese date is dotted with spaces: "2025. 6. 24."
        let spaced = mark == b'.' && digits == 4 && self.token(i + 2).gap == Gap::Space;
        if !self.joined(i + 2) && !spaced {
            return None;
        }
        if mark == b'-'
            && digits == 4
            && self.str(i + 2).len() == 1
            && let Some(week) = self.iso_week(i, n)
        {
            return Some(week);
        }
        // 24-Jun-2025
        if mark == b'-' && digits <= 2 && self.month(i + 2).is_some() {
            return self.day_start(i);
        }
        if let Some(attack) = self.nine_eleven(i) {
            return Some(attack);
        }
        let (second, second_digits) = self.number(i + 2).or_else(|| self.roman_month(i + 2))?;
        let month_year = mark == b'/' && digits <= 2 && second_digits == 4;
        if second_digits > 2 && !(mark == b'-' && digits == 4 || month_year) {
            return None;
        }
        let third = (self.tight(i + 3, mark) && (self.joined(i + 4) || spaced))
            .then(|| self.number(i + 4))
            .flatten();
        let Some((third, third_digits)) = third else {
            return self.numeric_month(i, n, digits, second, second_digits, mark);
        };
        if digits == 4 && second_digits <= 2 && third_digits <= 2 {
            let end = if spaced {
                self.skip_tight(i + 5, b'.')
            } else {
                i + 5
            };
            return self.iso_timed(i, end, full(n, second, third));
        }
        if digits > 2 || !(third_digits == 4 || third_digits == 2) || second_digits > 2 {
            return None;
        }
        if self.joined(i + 5)
            && self.mark(i + 5, mark)
            && self.joined(i + 6)
            && self.number(i + 6).is_some()
        {
            return None;
        }
        let year = if third_digits == 4 {
            if !(1000..=2999).contains(&third) {
                return None;
            }
            Year::Full(third as i32)
        } else {
            // A pair of two-digit numbers joined by dots or dashes is as often a score or a version.
            if mark != b'/' {
                return None;
            }
            Year::Short(third as u8)
        };
        let roman = self.number(i + 2).is_none();
        if n == 0 || second == 0 || n > 31 || second > 31 {
            return if third_digits == 4 {
                impossible(i, i + 5)
            } else {
                None
            };
        }
        let when = if roman {
            When::Calendar {
                year,
                month: Some(second as u8),
                day: Some(n as u8),
            }
        } else {
            When::Numeric {
                first: n as u8,
                second: second as u8,
                year,
            }
        };
        self.iso_timed(i, i + 5, when)
    }

    /// "9/11", which stands for one day of 2001.
    fn nine_eleven(&self, i: usize) -> Option<Found> {
        let written = self.str(i) == "9" && self.str(i + 2) == "11";
        let alone = !matches!(self.token(i + 3).kind, Kind::Mark(b'/' | b'-' | b'.') if {
            self.joined(i + 3) && self.number(i + 4).is_some() && self.joined(i + 4)
        });
        let attacks = self.mark(i + 1, b'/')
            || matches!(
                self.str(i + 3),
                "attack" | "attacks" | "terrorist" | "hijackers"
            );
        (written && alone && attacks && !self.token_word_joined(i + 3))
            .then(|| found(i, i + 3, Expression::Date(full(2001, 9, 11))))
            .flatten()
    }

    /// "2023-07", "07/2023"; other pairs are fractions, scores and ranges.
    pub(super) fn numeric_month(
        &self,
        i: usize,
        n: u64,
        digits: usize,
        second: u64,
        second_digits: usize,
        mark: u8,
    ) -> Option<Found> {
        let end = i + 3;
        if self.tight(end, mark) && self.joined(end + 1) {
            return None;
        }
        // "07/2023"
        if digits <= 2
            && second_digits == 4
            && mark == b'/'
            && (1..=12).contains(&n)
            && (1900..2100).contains(&second)
        {
            let when = When::Calendar {
                year: Year::Full(second as i32),
                month: Some(n as u8),
                day: None,
            };
            return found(i, end, Expression::Date(when));
        }
        if digits == 4
            && second_digits == 2
            && mark == b'-'
            && (1000..=2999).contains(&n)
            && (1..=12).contains(&second)
        {
            // "2012-13" is two years, "2001-02" as well where the second follows the first.
            if second <= n % 100 {
                let when = When::Calendar {
                    year: Year::Full(n as i32),
                    month: Some(second as u8),
                    day: None,
                };
                return found(i, end, Expression::Date(when));
            }
        }
        None
    }

    /// "2025-W26", "2023-Q3".
    pub(super) fn iso_week(&self, i: usize, year: u64) -> Option<Found> {
        let rest = self.str(i + 2);
        let (n, _) = self.joined(i + 3).then(|| self.number(i + 3)).flatten()?;
        let year = i32::try_from(year).ok()?;
        match rest {
            "W" | "w" if (1..=53).contains(&n) => found(
                i,
                i + 4,
                Expression::Date(When::IsoWeek {
                    year,
                    week: n as u32,
                }),
            ),
            "Q" | "q" if (1..=4).contains(&n) => found(
                i,
                i + 4,
                Expression::Date(When::Quarter {
                    quarter: n as u8,
                    year: Year::Full(year),
                }),
            ),
            _ => None,
        }
    }

    /// A month in Roman numerals, as in 24.VI.2025, with a number's digits for its length.
    pub(super) fn roman_month(&self, i: usize) -> Option<(u64, usize)> {
        const ROMAN: [&str; 12] = [
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
        ];
        let text = self.str(i);
        let month = ROMAN.iter().position(|r| *r == text)?;
        Some((month as u64 + 1, 2))
    }

    /// A full date with an ISO time behind it where there is one: "2025-06-24T16:21:00Z".
    pub(super) fn iso_timed(&self, i: usize, end: usize, when: When) -> Option<Found> {
        let at = match self.word(end) {
            Word::T if self.joined(end) && self.joined(end + 1) => end + 1,
            _ => self.comma(end),
        };
        if let Some((clock, stop)) = self.clock(at)
            && matches!(clock, Clock::At { .. })
            && (at > end || !self.joined(end))
        {
            return found(i, stop, Expression::Time(Some(when), clock));
        }
        self.timed(i, end, when)
    }
}

/// A full date in numbers, which may not exist.
fn full(year: u64, month: u64, day: u64) -> When {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || year == 0 {
        return When::Impossible;
    }
    When::Calendar {
        year: Year::Full(year as i32),
        month: Some(month as u8),
        day: Some(day as u8),
    }
}

/// Digits laid out as a date that no calendar has.
fn impossible(i: usize, end: usize) -> Option<Found> {
    found(i, end, Expression::Date(When::Impossible))
}
