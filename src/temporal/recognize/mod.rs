//! What is written: tokens → expressions.
//!
//! A recogniser is asked at one token and looks right; nothing is looked at
//! twice from further left than a few tokens, so a text costs time in
//! proportion to its length. Each file holds one family of expressions.

mod adjacent;
mod approximation;
mod away;
mod bound;
mod calendar;
mod clock;
mod counted;
mod definite;
mod deictic;
mod duration;
pub(crate) mod expression;
mod follow;
mod hours;
mod korean;
mod modified;
mod months;
mod numeric;
mod period;
mod plain_number;
mod pointed_length;
mod pointing;
mod quantity;
mod quarter;
mod season;
mod set;
mod shared_clock;
mod spoken_clock;
mod weekday;
mod years;

use std::mem::discriminant;

use crate::temporal::lexicon::{Unit, Word};
use crate::text::Span;
use crate::text::token::{Gap, Kind, Token};
pub(crate) use adjacent::day_named;
pub(crate) use counted::LAST;
pub(crate) use expression::{
    AnchorRef, Clock, Count, Direction, Expression, Found, OfMonth, Recurring, Start, Step, Vague,
    When, Year,
};

/// A token and what the lexicon says of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tok {
    pub(crate) token: Token,
    pub(crate) word: Word,
}

/// Tokens of (at most) one sentence, with the text they stand in.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a str,
    pub(crate) toks: &'a [Tok],
    /// The year that the text last spoke of.
    pub(crate) era: Option<i32>,
    /// The events whose day the text named, a bit each.
    pub(crate) told: u8,
    /// Whether the text is a story, where a season is that of its year: "the summer offensive".
    pub(crate) story: bool,
    /// How many expressions this one is asked for inside of.
    pub(crate) depth: u8,
}

/// How deep expressions may stand in each other: "the end of the first week of August".
pub(super) const DEPTH: u8 = 2;

impl<'a> Reader<'a> {
    /// The expression that begins at token `i`, where one does.
    pub(crate) fn at(&self, i: usize) -> Option<Found> {
        if self.depth > DEPTH {
            return None;
        }
        let tok = self.toks.get(i)?;
        match tok.token.kind {
            Kind::Foreign => return self.korean(i),
            Kind::Mark(b'\'') => return self.short_year(i),
            Kind::Word | Kind::Number => {}
            _ => return None,
        }
        if !tok.word.starts() || self.part_of_name(i) {
            return None;
        }
        match tok.word {
            Word::Number => self.number_start(i),
            Word::Month(_) | Word::MonthShort(_) | Word::May => self.month_start(i),
            Word::Weekday(_) | Word::WeekdayShort(_) => self.weekday_start(i),
            Word::Feast(_) => self.feast(i),
            Word::Weekdays(_)
            | Word::Parts(_)
            | Word::Each
            | Word::Every(_)
            | Word::Cycle(..)
            | Word::Twice
            | Word::Per => self.set(i),
            Word::Once => self.times(i, i + 1, 1),
            Word::The => self.the(i),
            Word::A
            | Word::Cardinal(_)
            | Word::Tens(_)
            | Word::Few
            | Word::Several
            | Word::Many
            | Word::Couple
            | Word::Dozen
            | Word::Dozens
            | Word::Half
            | Word::Another
            | Word::Power(_) => self
                .set(i)
                .or_else(|| self.word_clock(i))
                .or_else(|| self.spoken_year(i))
                .or_else(|| self.quantity_start(i))
                .or_else(|| self.vague_ago(i)),
            Word::About
            | Word::Nearly
            | Word::More
            | Word::Less
            | Word::Fewer
            | Word::Over
            | Word::Under => self.approximate(i),
            Word::Some => self.approximate(i).or_else(|| self.vague_ago(i)),
            Word::At => self.at_least(i),
            Word::Early | Word::Late | Word::Mid | Word::Earlier | Word::Later => self.modified(i),
            Word::End
            | Word::Beginning
            | Word::Start
            | Word::Middle
            | Word::Turn
            | Word::Close
            | Word::Latter
            | Word::Rest => self.edge(i),
            Word::Last
            | Word::Next
            | Word::This
            | Word::These
            | Word::That
            | Word::Past
            | Word::Coming
            | Word::Previous
            | Word::Following
            | Word::Same
            | Word::Recent => self.pointing(i, false),
            Word::Season(_) | Word::Part(_) | Word::Units(_) | Word::Ordinal(_) | Word::Fiscal => {
                self.plain(i)
            }
            Word::Unit(Unit::Second) => self
                .nth_weekday(i, i)
                .or_else(|| self.century(i))
                .or_else(|| self.ordinal_part(i)),
            Word::Q | Word::H => self.quarter_code(i),
            _ => self.deictic(i),
        }
    }

    /// Whether the words before `i` make it rough: "around 2010", "in about 1950".
    pub(crate) fn rough(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else {
            return false;
        };
        self.is(before, Word::About)
            && (!self.str(before).eq_ignore_ascii_case("about")
                || matches!(
                    self.before(before),
                    Word::In | Word::At | Word::Since | Word::By | Word::From
                ))
            || self.mark(before, b'.') && before > 0 && matches!(self.str(before - 1), "ca" | "c")
    }

    /// Whether token `i` stands inside the address of a page: `example.org/2025/05/30`.
    pub(crate) fn in_link(&self, i: usize) -> bool {
        /// How far before it the address may begin.
        const REACH: usize = 60;
        let mut at = i;
        while at > i.saturating_sub(REACH) && at > 0 && self.joined(at) {
            at -= 1;
            if self.mark(at, b'/') && self.tight(at + 1, b'/') || self.str(at) == "www" {
                return true;
            }
        }
        false
    }

    /// The same reader, asked for a part of an expression.
    pub(super) const fn deeper(&self) -> Self {
        Self {
            depth: self.depth + 1,
            ..*self
        }
    }

    /// What token `i` can mean; nothing beyond the end.
    #[inline]
    pub(super) fn word(&self, i: usize) -> Word {
        self.toks.get(i).map_or(Word::None, |t| t.word)
    }

    /// What the token before `i` can mean.
    pub(super) fn before(&self, i: usize) -> Word {
        i.checked_sub(1).map_or(Word::None, |p| self.word(p))
    }

    /// Token `i`; beyond the end one that nothing is made of, behind a blank line.
    #[inline]
    pub(super) fn token(&self, i: usize) -> &'a Token {
        static END: Token = Token {
            span: Span { start: 0, end: 0 },
            kind: Kind::Other,
            gap: Gap::Blank,
            capital: false,
            upper: false,
            key: 0,
            number: 0,
        };
        self.toks.get(i).map_or(&END, |t| &t.token)
    }

    /// The letters of token `i`.
    pub(super) fn str(&self, i: usize) -> &'a str {
        self.token(i).span.of(self.text)
    }

    /// Whether token `i` is the mark `mark`.
    pub(super) fn mark(&self, i: usize, mark: u8) -> bool {
        self.toks
            .get(i)
            .is_some_and(|t| t.token.kind == Kind::Mark(mark))
    }

    /// Whether token `i` follows the one before it without a space.
    pub(super) fn joined(&self, i: usize) -> bool {
        self.toks.get(i).is_some_and(|t| t.token.gap == Gap::None)
    }

    /// Whether token `i` is the mark `mark`, joined to the token before.
    pub(super) fn tight(&self, i: usize, mark: u8) -> bool {
        self.mark(i, mark) && self.joined(i)
    }

    /// The number at token `i` and how many digits it has.
    pub(super) fn number(&self, i: usize) -> Option<(u64, usize)> {
        let tok = self.toks.get(i)?;
        (tok.token.kind == Kind::Number).then(|| (tok.token.number, tok.token.span.len()))
    }

    /// Past an optional mark at `i`.
    pub(super) fn skip(&self, i: usize, mark: u8) -> usize {
        if self.mark(i, mark) { i + 1 } else { i }
    }

    /// Past an optional comma at `i`.
    pub(super) fn comma(&self, i: usize) -> usize {
        self.skip(i, b',')
    }

    /// Whether token `i` is one of `words`.
    #[inline]
    pub(super) fn is(&self, i: usize, word: Word) -> bool {
        let is = self.word(i);
        // Most words differ in kind, which is told without a look at what they carry.
        discriminant(&is) == discriminant(&word) && is == word
    }

    /// Whether token `i` is a capitalised word the lexicon does not know: a name, in mid-sentence.
    pub(super) fn name(&self, i: usize) -> bool {
        self.toks.get(i).is_some_and(|t| {
            t.token.capital && t.word == Word::None && t.token.kind != Kind::Number
        })
    }

    /// Whether the word at `i` belongs to a hyphenated or dotted name, a mail address or a link.
    fn part_of_name(&self, i: usize) -> bool {
        // "Mr. Friday", "Ms. June"
        if i > 1
            && self.mark(i - 1, b'.')
            && matches!(
                self.str(i - 2),
                "Mr" | "Mrs" | "Ms" | "Dr" | "Sen" | "Rep" | "Gov"
            )
        {
            return true;
        }
        // "today.com"
        if self.tight(i + 1, b'.')
            && self.joined(i + 2)
            && self.token(i + 2).kind == Kind::Word
            && matches!(self.str(i + 2), "com" | "org" | "net" | "gov" | "co")
        {
            return true;
        }
        if i == 0 || !self.joined(i) {
            return false;
        }
        self.mark(i - 1, b'@') || self.mark(i - 1, b'_') || self.mark(i - 1, b'#')
    }

    /// The bytes of tokens `start..end`.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let first = self.token(start).span;
        let last = self.token(end.saturating_sub(1)).span;
        Span::new(first.start, last.end)
    }
}

/// A found expression without a modifier: always some, as every recogniser answers.
#[expect(clippy::unnecessary_wraps, reason = "the answer of every recogniser")]
pub(super) fn found(start: usize, end: usize, expression: Expression) -> Option<Found> {
    Some(Found::new(start, end, expression))
}
