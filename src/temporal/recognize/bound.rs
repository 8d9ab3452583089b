//! Dates that only bound what they date: "after 2022", "by May", "since 1997", "until 1992".
//!
//! The preposition before a date decides (the signal of the TIMEX3 guidelines). A date that describes a noun bounds
//! nothing: "after Monday's vote", "by a May deadline".

use super::{Expression, Found, Reader};
use crate::temporal::lexicon::Word;
use crate::temporal::timex::Bound;
use crate::text::token::Kind;

impl Reader<'_> {
    /// How the words around `found` bound what it dates, where they do.
    ///
    /// "since 1997" is [`Bound::Since`]; "not until Thursday" names the day itself, and "two days after
    /// Christmas" is counted from it.
    pub(crate) fn bound(&self, found: &Found) -> Option<Bound> {
        let dated = matches!(
            found.expression,
            Expression::Date(_) | Expression::Time(Some(_), _) | Expression::Adjacent { .. }
        );
        let at = found.start.checked_sub(1).filter(|_| dated)?;
        // Every preposition that bounds is a word of the lexicon, or stands before "than" and "to".
        let bound = match self.word(at) {
            Word::After => (!self.close_by(at)).then_some(Bound::After)?,
            Word::Before if self.denied(at) => Bound::After,
            Word::Before => (!self.close_by(at)).then_some(Bound::Before)?,
            Word::Since => Bound::Since,
            Word::By => Bound::By,
            Word::Until => (!self.denied(at)).then_some(Bound::Until)?,
            Word::Through if !self.ends_span(at) => Bound::Until,
            Word::From if self.goes_on(found.end) => Bound::Since,
            Word::To if at > 0 => match self.str(at - 1) {
                "prior" | "Prior" => Bound::Before,
                "up" | "Up" => Bound::Until,
                _ => return None,
            },
            Word::Than if at > 0 => self.than(at)?,
            Word::None if matches!(self.str(at), "beyond" | "Beyond") => Bound::After,
            _ => return None,
        };
        (!self.describes_behind(found.end)).then_some(bound)
    }

    /// "no later than", "later than", "not earlier than", whose "than" stands at `at`.
    fn than(&self, at: usize) -> Option<Bound> {
        let denied = at > 1 && matches!(self.str(at - 2), "no" | "not" | "No" | "Not");
        match (self.word(at - 1), denied) {
            (Word::Later, true) => Some(Bound::By),
            (Word::Later, false) | (Word::Earlier, true) => Some(Bound::After),
            (Word::Earlier, false) => Some(Bound::Before),
            _ => None,
        }
    }

    /// Whether what stands before the preposition at `at` says how far from the date it is: "shortly
    /// after", "two days before", "the week after".
    fn close_by(&self, at: usize) -> bool {
        at > 0
            && (matches!(
                self.word(at - 1),
                Word::Unit(_) | Word::Units(_) | Word::Just
            ) || matches!(
                self.str(at - 1),
                "shortly" | "Shortly" | "soon" | "Soon" | "immediately" | "right" | "long"
            ))
    }

    /// Whether the clause before the preposition at `at` is denied: "was not seen until Thursday".
    fn denied(&self, at: usize) -> bool {
        let from = at.saturating_sub(8);
        (from..at)
            .rev()
            .take_while(|&i| !matches!(self.token(i).kind, Kind::Mark(b',' | b';')))
            .any(|i| matches!(self.str(i), "not" | "Not" | "never" | "t" | "nobody" | "no"))
    }

    /// Whether "through" at `at` ends a span whose beginning stands before it: "June through August".
    fn ends_span(&self, at: usize) -> bool {
        matches!(
            self.before(at),
            Word::Number | Word::Month(_) | Word::MonthShort(_) | Word::May | Word::Weekday(_)
        )
    }

    /// "on", "onward" at `end`: "from 2015 on".
    fn goes_on(&self, end: usize) -> bool {
        matches!(self.str(end), "onward" | "onwards" | "forward")
            || self.is(end, Word::On) && self.ends_clause(end + 1)
    }

    /// Whether the date that ends at `end` describes a noun behind it: "Monday's vote", "2022 sales".
    fn describes_behind(&self, end: usize) -> bool {
        let token = self.token(end);
        let owns = self.mark(end, b'\'') && self.is(end + 1, Word::S) && self.joined(end + 1);
        let pronoun = matches!(
            self.str(end),
            "he" | "she"
                | "it"
                | "they"
                | "we"
                | "you"
                | "nobody"
                | "there"
                | "who"
                | "which"
                | "when"
                | "if"
                | "as"
        );
        let noun = token.kind == Kind::Word
            && !token.capital
            && self.word(end) == Word::None
            && !pronoun
            && !self.str(end).ends_with("ed")
            && !self.str(end).ends_with("ing");
        owns || noun
    }
}
