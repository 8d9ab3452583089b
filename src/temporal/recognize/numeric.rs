//! Expressions that begin with digits: ISO and slashed dates, years, decades, centuries.

use super::{Clock, Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::Word;
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// What begins with the number at `i`.
    pub(super) fn number_start(&self, i: usize) -> Option<Found> {
        if self.joined(i) && i > 0 && self.inside_number(i) {
            return None;
        }
        self.numeric_date(i)
            .or_else(|| self.year_quarter(i))
            .or_else(|| self.korean_number(i))
            .or_else(|| self.clock_start(i))
            .or_else(|| self.day_start(i))
            .or_else(|| self.decade(i))
            .or_else(|| self.century(i))
            .or_else(|| self.set(i))
            .or_else(|| self.quantity_start(i))
            .or_else(|| self.bare_year(i))
    }

    /// Whether the number at `i` goes on from something that makes it no number of its own:
    /// "1,700", "3.5", "$20", "A320", "No.5".
    fn inside_number(&self, i: usize) -> bool {
        match self.token(i - 1).kind {
            Kind::Mark(b'$' | b'#' | b'@' | b'&' | b'_' | b'=' | b'+' | b'*' | b'\\') => true,
            Kind::Mark(b',' | b'.' | b':' | b'/') => {
                i > 1 && self.joined(i - 1) && self.number(i - 2).is_some()
            }
            Kind::Word | Kind::Other => true,
            _ => false,
        }
    }

    /// A date all in digits.
    fn numeric_date(&self, i: usize) -> Option<Found> {
        let (n, digits) = self.number(i)?;
        if digits == 8
            && (1900..=2100).contains(&(n / 10_000))
            && !self.joined(i + 1) | !self.number(i + 2).is_some()
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
        // A Korean or Japanese date is dotted with spaces: "2025. 6. 24."
        let spaced = mark == b'.' && digits == 4 && self.token(i + 2).gap == Gap::Space;
        if !self.joined(i + 2) && !spaced {
            return None;
        }
        if mark == b'-' && digits == 4 && self.str(i + 2).len() == 1 {
            if let Some(week) = self.iso_week(i, n) {
                return Some(week);
            }
        }
        // 24-Jun-2025
        if mark == b'-' && digits <= 2 && self.month(i + 2).is_some() {
            return self.day_start(i);
        }
        let (second, second_digits) = self.number(i + 2).or_else(|| self.roman_month(i + 2))?;
        if second_digits > 2 && !(mark == b'-' && digits == 4) {
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
                self.impossible(i, i + 5)
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

    /// "2023-07", "07/2023"; other pairs are fractions, scores and ranges.
    fn numeric_month(
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
        if digits == 4
            && second_digits == 2
            && mark == b'-'
            && (1000..=2999).contains(&n)
            && (1..=12).contains(&second)
        {
            // "2012-13" is two years, "2001-02" as well where the second follows the first.
            if second != n % 100 + 1 && self.str(i + 2).len() == 2 && !(second > n % 100) {
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
    fn iso_week(&self, i: usize, year: u64) -> Option<Found> {
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
    fn roman_month(&self, i: usize) -> Option<(u64, usize)> {
        const ROMAN: [&str; 12] = [
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
        ];
        let text = self.str(i);
        let month = ROMAN.iter().position(|r| *r == text)?;
        Some((month as u64 + 1, 2))
    }

    /// A full date with an ISO time behind it where there is one: "2025-06-24T16:21:00Z".
    fn iso_timed(&self, i: usize, end: usize, when: When) -> Option<Found> {
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

    /// Digits laid out as a date that no calendar has.
    pub(super) fn impossible(&self, i: usize, end: usize) -> Option<Found> {
        found(i, end, Expression::Date(When::Impossible))
    }

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

    /// "in his 30s", "temperatures in the 70s".
    fn ages(&self, i: usize) -> bool {
        let at = if matches!(self.before(i), Word::Early | Word::Mid | Word::Late) {
            i - 1
        } else {
            i
        };
        let chained =
            matches!(self.before(at), Word::And | Word::Or) && at > 1 && self.is(at - 2, Word::S);
        !chained && !self.is(at.wrapping_sub(1), Word::The) && !self.mark(i.wrapping_sub(1), b'\'')
    }

    /// "19th century", "the 5th century BC".
    pub(super) fn century(&self, i: usize) -> Option<Found> {
        let (n, at) = self.ordinal(i)?;
        let at = self.skip(at, b'-');
        if !matches!(
            self.word(at),
            Word::Unit(crate::temporal::lexicon::Unit::Century)
        ) {
            return None;
        }
        if !(1..=30).contains(&n) {
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
            Word::Unit(crate::temporal::lexicon::Unit::Second) => Some((2, i + 1)),
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
    fn bare_year(&self, i: usize) -> Option<Found> {
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
        if self.is(i.wrapping_sub(1), Word::Ad) && digits <= 4 && n > 0 {
            return found(i, i + 1, Expression::Date(calendar_year(n as i32)));
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

    /// Whether the four digits at `i` are rather a number than a year.
    fn quantity_like(&self, i: usize, n: u64) -> bool {
        let near = (1900..=2059).contains(&n);
        // Behind: "2000 people", "2,000", "1984.5", "1500%", "2010-ft"
        if self.joined(i + 1) {
            match self.token(i + 1).kind {
                Kind::Mark(b'%' | b'$' | b'@' | b'_' | b'=' | b'+' | b'*') => return true,
                Kind::Mark(b',' | b'.' | b':' | b'/')
                    if self.joined(i + 2) && self.number(i + 2).is_some() =>
                {
                    let years = self.mark(i + 1, b'/')
                        && self.number(i + 2).is_some_and(|(_, d)| d == 2 || d == 4);
                    if !years || !near {
                        return true;
                    }
                }
                Kind::Mark(b'-') if self.joined(i + 2) && self.number(i + 2).is_some() => {
                    let (other, digits) = self.number(i + 2).unwrap_or_default();
                    let range =
                        digits == 4 && other >= n && other < 2100 || digits == 2 && other > n % 100;
                    if !range || (self.tight(i + 3, b'-') && self.joined(i + 4)) {
                        return true;
                    }
                }
                Kind::Other => return true,
                _ => {}
            }
        }
        if i > 0 && self.joined(i) {
            match self.token(i - 1).kind {
                Kind::Mark(b'-') if i > 1 && self.joined(i - 1) => {
                    // "post-1959", "mid-2023" and "1915-1918" are years; "AK-1947" is not.
                    let from = self.number(i - 2).is_some_and(|(a, d)| d == 4 && a <= n);
                    let prefix = self.is(i - 2, Word::Mid)
                        || matches!(
                            self.str(i - 2),
                            "post" | "pre" | "Post" | "Pre" | "early" | "late"
                        );
                    return !(from || prefix);
                }
                Kind::Mark(b'/')
                    if i > 1 && self.number(i - 2).is_some_and(|(a, d)| d == 4 && a <= n) =>
                {
                    return false;
                }
                Kind::Mark(b'(' | b'[' | b'"' | b'\'' | b'-' | b'*' | b'|') => {}
                _ => return true,
            }
        }
        if matches!(self.word(i + 1), Word::Power(_) | Word::Units(_)) && !self.joined(i + 1) {
            return true;
        }
        let before = self.before(i);
        let led = matches!(
            before,
            Word::In
                | Word::Of
                | Word::Since
                | Word::Until
                | Word::By
                | Word::From
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::During
                | Word::Before
                | Word::After
                | Word::Between
                | Word::Throughout
                | Word::Through
                | Word::Fiscal
                | Word::Season(_)
                | Word::End
        );
        if led {
            // "of 2000 men" counts men.
            return n.is_multiple_of(100) && self.plural_noun(i + 1);
        }
        if matches!(
            before,
            Word::About
                | Word::Nearly
                | Word::Over
                | Word::Under
                | Word::Than
                | Word::Some
                | Word::Least
                | Word::Most
                | Word::Each
        ) {
            return !(matches!(before, Word::About | Word::Over)
                && near
                && !self.plural_noun(i + 1)
                && !n.is_multiple_of(100));
        }
        if i > 0
            && matches!(
                self.str(i - 1),
                "No" | "no"
                    | "number"
                    | "Number"
                    | "page"
                    | "p"
                    | "flight"
                    | "Flight"
                    | "resolution"
                    | "Resolution"
                    | "Room"
                    | "room"
                    | "Rule"
                    | "Section"
                    | "Article"
                    | "article"
                    | "Highway"
                    | "Route"
                    | "Street"
                    | "Box"
                    | "Form"
                    | "Act"
                    | "Boeing"
                    | "HR"
                    | "Order"
                    | "EO"
                    | "Proclamation"
                    | "USD"
                    | "US"
                    | "Rs"
                    | "Windows"
                    | "Public"
                    | "Title"
            )
        {
            return true;
        }
        if i > 1
            && self.mark(i - 1, b'.')
            && matches!(
                self.str(i - 2),
                "No" | "no" | "Nos" | "p" | "pp" | "Rs" | "Sec"
            )
        {
            return true;
        }
        if self.is(i.wrapping_sub(1), Word::A) && !self.joined(i) {
            return self.plural_noun(i + 1)
                || self.mark(i + 1, b'-')
                || !(near || self.current_era(n))
                || self
                    .toks
                    .get(i + 1)
                    .is_none_or(|t| t.token.kind != Kind::Word);
        }
        let near = near
            || self.current_era(n)
            || self.is(i.wrapping_sub(1), Word::The)
                && (1600..1900).contains(&n)
                && !self.measure(i + 1);
        if !near {
            let enclosed = i > 0 && (self.mark(i - 1, b'(') || self.mark(i - 1, b'-'));
            let chained = self.chained(i);
            return !(enclosed || chained) || self.plural_noun(i + 1);
        }
        if matches!(before, Word::The) {
            return false;
        }
        if n.is_multiple_of(100) && i > 0 && self.name(i - 1) && self.token(i).gap == Gap::Space {
            return true;
        }
        let owned = i > 0
            && (self.is(i - 1, Word::S)
                || matches!(
                    self.str(i - 1),
                    "its" | "their" | "his" | "her" | "our" | "my"
                ));
        if owned {
            return self.measure(i + 1);
        }
        // "1992 protests" stays a year where nothing counts; "2000 people" does not.
        if self.plural_noun(i + 1) {
            return !self.is(i.wrapping_sub(1), Word::And) || n.is_multiple_of(100);
        }
        false
    }

    /// Whether a unit of measure stands at `i`.
    fn measure(&self, i: usize) -> bool {
        matches!(
            self.str(i),
            "meter"
                | "meters"
                | "metre"
                | "metres"
                | "mile"
                | "miles"
                | "km"
                | "foot"
                | "feet"
                | "yard"
                | "yards"
                | "pound"
                | "pounds"
                | "people"
                | "men"
                | "troops"
                | "soldiers"
                | "ton"
                | "tons"
                | "cc"
                | "square"
        ) || self.mark(i, b'-')
    }

    /// Whether the year `n` lies in the era that the text was last speaking of.
    fn current_era(&self, n: u64) -> bool {
        self.era
            .is_some_and(|era| i64::from(era).abs_diff(n as i64) <= 60)
    }

    /// Whether the number stands in a chain of years: "1752, 1753 and 1754".
    fn chained(&self, i: usize) -> bool {
        let year = |j: usize| {
            self.number(j)
                .is_some_and(|(n, d)| d == 4 && (1000..2100).contains(&n))
        };
        i > 1
            && (matches!(self.word(i - 1), Word::And | Word::Or | Word::To)
                || self.mark(i - 1, b','))
            && year(i - 2)
    }

    /// Whether token `i` looks like a noun in the plural: lower case, ending in s, or people.
    pub(super) fn plural_noun(&self, i: usize) -> bool {
        let token = self.token(i);
        if token.kind != Kind::Word
            || token.capital
            || token.gap == Gap::None
            || self.word(i) != Word::None
        {
            return false;
        }
        let text = self.str(i);
        matches!(
            text,
            "people" | "men" | "women" | "children" | "troops" | "km" | "ft" | "miles"
        ) || (text.len() > 3
            && text.ends_with('s')
            && !text.ends_with("ss")
            && !text.ends_with("us")
            && !text.ends_with("is")
            && text != "was"
            && text != "has")
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

/// A year alone.
pub(super) const fn calendar_year(year: i32) -> When {
    When::Calendar {
        year: Year::Full(year),
        month: None,
        day: None,
    }
}
