//! Quarters and halves of a year: "Q3 2023", "first quarter", "the second half of 2008".

use super::{AnchorRef, Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::classes::{self, MATCHES};
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::pack;

impl Reader<'_> {
    /// "Q3 2023", "Q3", "H1 2024"; also behind a year, as in "2023Q3".
    pub(super) fn quarter_code(&self, i: usize) -> Option<Found> {
        let part = self.part_code(i)?;
        if i > 0 && self.joined(i) {
            return None;
        }
        let (year, end) = self.code_year(i + 2).unwrap_or((Year::Missing, i + 2));
        found(i, end, Expression::Date(part(year)))
    }

    /// "3Q24", "4Q 2018", "2Q"; "1H 2019" only with its year.
    pub(super) fn counted_code(&self, i: usize) -> Option<Found> {
        let (n, 1) = self.number(i)? else { return None };
        if !self.joined(i + 1) || !self.token(i + 1).capital || i > 0 && self.joined(i) {
            return None;
        }
        let year = self.code_year(i + 2);
        let half = match (self.word(i + 1), n) {
            (Word::Q, 1..=4) => false,
            (Word::H, 1..=2) if year.is_some() => true,
            _ => return None,
        };
        if year.is_none() && self.token_word_joined(i + 2) {
            return None;
        }
        let (year, end) = year.unwrap_or((Year::Missing, i + 2));
        let n = n as u8;
        let when = if half {
            When::Half { half: n, year }
        } else {
            When::Quarter { quarter: n, year }
        };
        found(i, end, Expression::Date(when))
    }

    /// The year behind the code of a quarter: "24" of "3Q24", "FY2024", "-2019".
    fn code_year(&self, i: usize) -> Option<(Year, usize)> {
        let at = i + usize::from(self.tight(i, b'-') && self.joined(i + 1));
        let at = at + usize::from(self.is(at, Word::Fiscal));
        self.glued_year(at).or_else(|| {
            let year = if at > i {
                self.year(at)
            } else {
                self.year_after(at)
            };
            year.filter(|y| at == i || matches!(y.0, Year::Full(_)))
        })
    }

    /// Two digits glued to what is before them: "24" of "3Q24" and "FY24".
    pub(super) fn glued_year(&self, i: usize) -> Option<(Year, usize)> {
        let (n, digits) = self.joined(i).then(|| self.number(i)).flatten()?;
        (digits == 2 && !self.token_word_joined(i + 1)).then_some((Year::Short(n as u8), i + 1))
    }

    /// "2023Q3", "2023 Q3".
    pub(super) fn year_quarter(&self, i: usize) -> Option<Found> {
        let (n, 4) = self.number(i)? else { return None };
        let part = self.part_code(i + 1)?;
        let year = Year::Full(
            i32::try_from(n)
                .ok()
                .filter(|n| (1000..=2999).contains(n))?,
        );
        found(i, i + 3, Expression::Date(part(year)))
    }

    /// What "Q3" or "H1" at `i` makes of a year.
    fn part_code(&self, i: usize) -> Option<impl Fn(Year) -> When + use<>> {
        let (n, 1) = self.joined(i + 1).then(|| self.number(i + 1)).flatten()? else {
            return None;
        };
        let n = n as u8;
        let quarter = match self.word(i) {
            Word::Q if (1..=4).contains(&n) => true,
            Word::H if (1..=2).contains(&n) && self.token(i).capital => false,
            _ => return None,
        };
        Some(move |year| {
            if quarter {
                When::Quarter { quarter: n, year }
            } else {
                When::Half { half: n, year }
            }
        })
    }

    /// "final quarter of 2009", "last quarter of the year": the fourth.
    pub(super) fn last_quarter(&self, i: usize, at: usize) -> Option<Found> {
        if !self.is(at, Word::Unit(Unit::Quarter)) || !self.is(at + 1, Word::Of) {
            return None;
        }
        let (year, end) = self.part_year(at + 1);
        (end > at + 1)
            .then(|| found(i, end, Expression::Date(When::Quarter { quarter: 4, year })))
            .flatten()
    }

    /// "first quarter", "second half of 2008", "first nine months of the year".
    pub(super) fn ordinal_part(&self, i: usize) -> Option<Found> {
        let (n, at) = self.ordinal(i)?;
        let at = self.skip(at, b'-');
        let at = at + usize::from(self.is(at, Word::Fiscal));
        match self.word(at) {
            Word::Unit(Unit::Quarter) if (1..=4).contains(&n) => {
                let (year, end) = self.part_year(at + 1);
                // "the second quarter of the game"; "of its fiscal year" stays.
                let owned = end == at + 1
                    && self.is(end, Word::Of)
                    && !(end + 2..end + 6).any(|j| self.is(j, Word::Unit(Unit::Year)));
                if year == Year::Missing && (owned || self.played()) {
                    return None;
                }
                found(i, end, Expression::Date(When::Quarter { quarter: n, year }))
            }
            Word::Half if n <= 2 => self.half_of(i, at + 1, n),
            _ => None,
        }
    }

    /// Whether the sentence tells of business, whose halves are those of a year.
    fn earned(&self) -> bool {
        const WORDS: [u128; 15] = [
            pack("results"),
            pack("loss"),
            pack("losses"),
            pack("growth"),
            pack("profit"),
            pack("profits"),
            pack("earnings"),
            pack("sales"),
            pack("revenue"),
            pack("revenues"),
            pack("income"),
            pack("output"),
            pack("exports"),
            pack("imports"),
            pack("deficit"),
        ];
        !self.played() && self.tells_of(&WORDS)
    }

    /// The half-year behind "first half".
    pub(super) fn half_of(&self, i: usize, end: usize, half: u8) -> Option<Found> {
        let (year, stop) = self.part_year(end);
        if year == Year::Missing && stop == end && (self.is(end, Word::Of) || !self.earned()) {
            return None;
        }
        found(i, stop, Expression::Date(When::Half { half, year }))
    }

    /// Whether this sentence or what stands before it tells of a match, whose quarters are no part of a
    /// year: "scored twice. The visitors drew level in the third quarter", "led 28-20".
    fn played(&self) -> bool {
        /// How far before its sentence, in bytes.
        const REACH: usize = 800;
        let Some(end) = self.toks.last().map(|t| t.token.span.end) else {
            return false;
        };
        let from = self.token(0).span.start.saturating_sub(REACH);
        let from = self.text.ceil_char_boundary(from);
        let told = self.text[from..end]
            .split(|c: char| !c.is_ascii_alphabetic())
            .filter(|word| word.len() <= 16)
            .any(|word| classes::is(MATCHES, pack(&word.to_ascii_lowercase())));
        let ahead = ["led", "lead", "up", "ahead", "trailed", "won", "lost"];
        told || (1..self.toks.len()).any(|i| {
            let points = |i| self.number(i).is_some_and(|(n, _)| n < 200);
            let score = points(i) && self.tight(i + 1, b'-') && points(i + 2);
            score && ahead.contains(&self.str(i - 1))
        })
    }

    /// Whether one of these words stands in the sentence.
    fn tells_of(&self, words: &[u128]) -> bool {
        self.toks.iter().any(|t| words.contains(&t.token.key))
    }

    /// The year behind a quarter or half, where one stands there.
    fn part_year(&self, end: usize) -> (Year, usize) {
        if let Some((year, stop)) = self.year_after(end)
            && !self.mark(end, b',')
        {
            return (year, stop);
        }
        let of = usize::from(self.is(end, Word::Of));
        let the = usize::from(self.is(end + of, Word::The));
        if of == 1 && the == 1 && self.is(end + 2, Word::Unit(Unit::Year)) {
            return (Year::Shift(0, AnchorRef::Published), end + 3);
        }
        if of == 1
            && self.is(end + 1, Word::Fiscal)
            && let Some((year, stop)) = self.year(end + 2)
        {
            return (year, stop);
        }
        (Year::Missing, end)
    }
}
