//! Years, decades and centuries that stand by themselves.

use super::{Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// "the 1990s", "1980's", "1400s".
    pub(super) fn decade(&self, i: usize) -> Option<Found> {
        let (n, digits) = self.number(i)?;
        if n % 10 != 0 || !matches!(digits, 2 | 4) {
            return None;
        }
        let at = self.skip_tight(i + 1, b'\'');
        if !self.is(at, Word::S) || !self.joined(at) {
            return None;
        }
        // "the 1980's" are ten years, "2020's climb" was that year's.
        let led = matches!(
            self.before(i),
            Word::The | Word::Early | Word::Late | Word::Mid | Word::And
        ) || self.mark(i.wrapping_sub(1), b'-');
        if at > i + 1 && digits == 4 && !led {
            return None;
        }
        let year = match digits {
            4 if (1000..=2999).contains(&n) => n as i32,
            2 if (20..=90).contains(&n) => {
                if self.ages(i) {
                    return None;
                }
                1900 + n as i32
            }
            _ => return None,
        };
        let (negative, end) = self.era(at + 1).unwrap_or((false, at + 1));
        let year = if negative { -year } else { year };
        // "the 1800s" are a hundred years; "the 1900s" and "the 2000s" are as often ten.
        if digits == 4 && n % 100 == 0 && n < 1900 {
            let century = year / 100 + year.signum();
            return found(i, end, Expression::Date(When::Century(century)));
        }
        found(i, end, Expression::Date(When::Decade(year)))
    }

    /// "nineteen ninety-eight", "nineteen fourteen", as speech is written down.
    pub(super) fn spoken_year(&self, i: usize) -> Option<Found> {
        let led = matches!(
            self.before(i),
            Word::In
                | Word::Since
                | Word::Until
                | Word::By
                | Word::Of
                | Word::From
                | Word::To
                | Word::And
                | Word::Early
                | Word::Late
                | Word::Before
                | Word::After
                | Word::During
        );
        led.then_some(())?;
        let (year, end) = self.year_in_words(i)?;
        found(i, end, Expression::Date(calendar_year(year)))
    }

    /// The year that number words at `i` make, and their end: "nineteen ninety-seven"; "nineteen
    /// ninety-pound bags" make none.
    pub(super) fn year_in_words(&self, i: usize) -> Option<(i32, usize)> {
        let Word::Cardinal(hundreds @ 13..=19) = self.word(i) else {
            return None;
        };
        let at = self.skip(i + 1, b'-');
        let (rest, end) = match (self.word(at), self.skip(at + 1, b'-')) {
            (Word::Tens(tens), next) => match self.word(next) {
                Word::Cardinal(n @ 1..=9) => (tens + n, next + 1),
                _ => (tens, at + 1),
            },
            (Word::Cardinal(n @ 10..=19), _) => (n, at + 1),
            _ => return None,
        };
        let counts = matches!(
            self.word(end),
            Word::Units(_) | Word::Unit(_) | Word::Power(_) | Word::Cardinal(_)
        ) || self.plural_noun(end)
            || self.mark(end, b'-');
        let year = i32::from(hundreds) * 100 + i32::from(rest);
        (!counts).then_some((year, end))
    }

    /// "sixties" behind "the".
    pub(super) fn decade_word(&self, i: usize) -> Option<Found> {
        let Word::Decades(decade) = self.word(i) else {
            return None;
        };
        let warm = self.heated(i);
        let year = if decade == 0 { 2000 } else { 1900 } + i32::from(decade);
        (!warm)
            .then(|| found(i, i + 1, Expression::Date(When::Decade(year))))
            .flatten()
    }

    /// Whether temperatures are spoken of before `at`.
    fn heated(&self, at: usize) -> bool {
        let warm = |t: &super::Tok| {
            let word = t.token.span.of(self.text);
            [
                "temperature",
                "temperatures",
                "highs",
                "lows",
                "degrees",
                "mercury",
            ]
            .iter()
            .any(|w| w.eq_ignore_ascii_case(word))
        };
        self.toks[..at].iter().rev().take(12).any(warm)
    }

    /// "in his 30s", "temperatures in the 70s".
    pub(super) fn ages(&self, i: usize) -> bool {
        let at = if matches!(self.before(i), Word::Early | Word::Mid | Word::Late) {
            i - 1
        } else {
            i
        };
        if self.heated(at) {
            return true;
        }
        let chained =
            matches!(self.before(at), Word::And | Word::Or) && at > 1 && self.is(at - 2, Word::S);
        !chained && !self.is(at.wrapping_sub(1), Word::The) && !self.mark(i.wrapping_sub(1), b'\'')
    }

    /// "19th century", "the 5th century BC".
    pub(super) fn century(&self, i: usize) -> Option<Found> {
        let (n, at) = self.ordinal(i)?;
        let at = self.skip(at, b'-');
        if !matches!(self.word(at), Word::Unit(Unit::Century)) {
            return self.one_of_centuries(i, n, at);
        }
        // "20th Century Fox"
        let name = self.token(at).capital
            && !self.token(at).upper
            && self.name(at + 1)
            && self.token(at + 1).gap == Gap::Space;
        if !(1..=30).contains(&n) || name {
            return None;
        }
        let (negative, end) = self.era(at + 1).unwrap_or((false, at + 1));
        let n = i32::from(n);
        found(
            i,
            end,
            Expression::Date(When::Century(if negative { -n } else { n })),
        )
    }

    /// "11th" and "12th centuries" of "the 11th and 12th centuries", whose ordinal ends at `at`.
    fn one_of_centuries(&self, i: usize, n: u8, at: usize) -> Option<Found> {
        let linked = |word| matches!(word, Word::And | Word::Or | Word::To);
        let plural = |at| self.is(at, Word::Units(Unit::Century));
        let (end, stop) = if plural(at) && linked(self.before(i)) {
            (at + 1, at + 1)
        } else {
            let next = linked(self.word(at)).then(|| self.ordinal(at + 1));
            let (_, last) = next.flatten().filter(|(_, last)| plural(*last))?;
            (at, last + 1)
        };
        let (negative, after) = self.era(stop).unwrap_or((false, stop));
        let end = if end == stop { after } else { end };
        let n = i32::from(n);
        (1..=30)
            .contains(&n)
            .then(|| {
                found(
                    i,
                    end,
                    Expression::Date(When::Century(if negative { -n } else { n })),
                )
            })
            .flatten()
    }

    /// An ordinal of any kind: "19th", "nineteenth", "twenty-first".
    pub(super) fn ordinal(&self, i: usize) -> Option<(u8, usize)> {
        if let Word::Tens(tens) = self.word(i)
            && let at = self.skip(i + 1, b'-')
            && let Word::Ordinal(n @ 1..=9) = self.word(at)
        {
            return Some((tens + n, at + 1));
        }
        match self.word(i) {
            Word::Ordinal(n) => Some((n, i + 1)),
            Word::Unit(Unit::Second) => Some((2, i + 1)),
            Word::Number => {
                let (n, digits) = self.number(i)?;
                let suffix = matches!(self.word(i + 1), Word::St | Word::Nd | Word::Rd | Word::Th);
                (digits <= 2 && suffix && self.joined(i + 1)).then_some((n as u8, i + 2))
            }
            _ => None,
        }
    }

    /// '98, or the second half of "1915-'17".
    pub(super) fn short_year(&self, i: usize) -> Option<Found> {
        let (n, digits) = self.joined(i + 1).then(|| self.number(i + 1)).flatten()?;
        if digits != 2 || (self.joined(i) && i > 0 && self.token(i - 1).kind == Kind::Word) {
            return None;
        }
        if self.is(i + 2, Word::S) && self.joined(i + 2) && n % 10 == 0 {
            let year = if n < 30 { 2000 } else { 1900 } + n as i32;
            return found(i, i + 3, Expression::Date(When::Decade(year)));
        }
        // "Office '97" is a product; "in '97", "the class of '97" are years.
        if i > 0
            && self.word(i - 1) == Word::None
            && self.str(i - 1).contains(|c: char| c.is_ascii_uppercase())
        {
            return None;
        }
        if self.token_word_joined(i + 2)
            || matches!(self.word(i + 2), Word::Units(_) | Word::Unit(_))
        {
            return None;
        }
        let when = When::Calendar {
            year: Year::Short(n as u8),
            month: None,
            day: None,
        };
        found(i, i + 2, Expression::Date(when))
    }

    /// A year alone, where its surroundings do not make it a quantity, an address or a name.
    pub(super) fn bare_year(&self, i: usize) -> Option<Found> {
        let (n, digits) = self.number(i)?;
        if let Some((negative, end)) = self.era(i + 1) {
            if digits <= 4 && n > 0 {
                let year = if negative { -(n as i32) } else { n as i32 };
                return found(i, end, Expression::Date(calendar_year(year)));
            }
            return None;
        }
        // "240-238 BC": the first takes its era from the second.
        if (self.mark(i + 1, b'-') || matches!(self.word(i + 1), Word::And | Word::To | Word::Or))
            && digits <= 4
            && let Some((later, _)) = self.number(i + 2)
            && let Some((true, _)) = self.era(i + 3)
            && later <= n
            && n > 0
        {
            return found(i, i + 1, Expression::Date(calendar_year(-(n as i32))));
        }
        if digits <= 4 && n > 0 && self.called_year(i, digits) {
            return found(i, i + 1, Expression::Date(calendar_year(n as i32)));
        }
        if let Some(part) = self.year_first(i, n) {
            return Some(part);
        }
        if digits != 4 || !(1000..=2999).contains(&n) || self.token_word_joined(i + 1) {
            return None;
        }
        if self.quantity_like(i, n) {
            return None;
        }
        // "2023Q3" is two tokens: the number and the quarter.
        found(i, i + 1, Expression::Date(calendar_year(n as i32)))
    }

    /// Whether the words before the number at `i` say that it is a year: "AD 79", "A.D. 500", "the
    /// year 800", "circa 1750".
    fn called_year(&self, i: usize, digits: usize) -> bool {
        let Some(before) = i.checked_sub(1) else {
            return false;
        };
        let dotted = i > 3
            && self.mark(before, b'.')
            && self.str(i - 2) == "D"
            && self.tight(i - 3, b'.')
            && self.str(i - 4) == "A";
        let named = self.is(before, Word::Unit(Unit::Year)) && self.before(before) == Word::The;
        let roughly = digits >= 3
            && (self.str(before).eq_ignore_ascii_case("circa")
                || self.mark(before, b'.') && i > 1 && matches!(self.str(i - 2), "c" | "ca"));
        let whole = !self.joined(i + 1)
            || !matches!(self.token(i + 1).kind, Kind::Mark(b',' | b'.' | b'%' | b'-') if {
                self.joined(i + 2) && self.number(i + 2).is_some()
            }) && !self.token_word_joined(i + 1);
        whole && (self.is(before, Word::Ad) || dotted || (named || roughly) && digits >= 3)
    }

    /// "the 1988 third quarter", "the 1990 first half": the year before the part of it.
    pub(super) fn year_first(&self, i: usize, n: u64) -> Option<Found> {
        if !(1900..2100).contains(&n) || self.joined(i + 1) {
            return None;
        }
        let part = self.ordinal_part(i + 1)?;
        let year = Year::Full(n as i32);
        let when = match part.expression {
            Expression::Date(When::Quarter {
                quarter,
                year: Year::Missing,
            }) => When::Quarter { quarter, year },
            _ => return None,
        };
        found(i, part.end, Expression::Date(when))
    }

    /// Whether the year `n` lies in the era that the text was last speaking of.
    pub(super) fn current_era(&self, n: u64) -> bool {
        self.era
            .is_some_and(|era| i64::from(era).abs_diff(n as i64) <= 60)
    }

    /// Whether the number stands in a chain of years: "1752, 1753 and 1754".
    pub(super) fn chained(&self, i: usize) -> bool {
        let year = |j: usize| {
            self.number(j)
                .is_some_and(|(n, d)| d == 4 && (1000..2100).contains(&n))
        };
        // "sections 383, 737, 1070, 1235"
        let section = |j: usize| self.number(j).is_some_and(|(_, d)| d != 4);
        let mut first = i;
        while first > 2 && year(first - 2) && !self.joined(first) {
            first -= 2;
        }
        let sections = first > 1 && self.mark(first - 1, b',') && section(first - 2)
            || self.mark(i + 1, b',') && section(i + 2);
        i > 1
            && (matches!(self.word(i - 1), Word::And | Word::Or | Word::To)
                || self.mark(i - 1, b','))
            && year(i - 2)
            && !sections
    }
}

/// A year alone.
pub(super) const fn calendar_year(year: i32) -> When {
    When::Calendar {
        year: Year::Full(year),
        month: None,
        day: None,
    }
}
