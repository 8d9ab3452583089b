//! A date among its words: what the reasons ask of the words around it.

use std::ops::Range;

use chrono::NaiveDate;

use super::{
    super::{
        anchoring::Nested,
        clause::{Sentence, is_gerund, is_participle, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    Register,
};
use crate::temporal::{Granularity, Timex};

/// A date and the words around it.
#[derive(Clone, Copy)]
pub(super) struct Near<'s, 't> {
    /// The sentence that it stands in.
    pub(super) sentence: &'s Sentence<'t>,
    /// The words of the date.
    pub(super) at: &'s Range<usize>,
    /// The date.
    pub(super) timex: &'s Timex,
    /// In what kind of text the sentence stands.
    pub(super) register: Register,
}

/// A date with the clause or phrase that it belongs to.
pub(super) struct Predication<'s, 't> {
    /// The date.
    pub(super) near: Near<'s, 't>,
    /// The words of the clause.
    pub(super) range: Range<usize>,
    /// The verb that governs the date, if any.
    pub(super) verb: Option<usize>,
    /// What is told inside the clause, where the date belongs to that.
    pub(super) nested: Option<&'s Nested>,
}

impl<'s, 't> Near<'s, 't> {
    /// The words of the sentence.
    pub(super) fn words(&self) -> &'s [Word<'t>] {
        &self.sentence.words
    }

    /// The words of the date.
    pub(super) fn own(&self) -> &'s [Word<'t>] {
        &self.sentence.words[self.at.clone()]
    }

    /// The word `n` places before the date, counted from 1.
    pub(super) fn back(&self, n: usize) -> Option<&'s Word<'t>> {
        let i = self.at.start.checked_sub(n)?;
        Some(&self.sentence.words[i])
    }

    /// The word `n` places after the date, counted from 0.
    pub(super) fn next(&self, n: usize) -> Option<&'s Word<'t>> {
        self.sentence.words.get(self.at.end + n)
    }

    /// Whether the word `n` places before the date is one of `any`.
    pub(super) fn is(&self, n: usize, any: &[&str]) -> bool {
        self.back(n).is_some_and(|w| w.any(any))
    }

    /// Whether the word `n` places before the date is this mark.
    pub(super) fn is_mark(&self, n: usize, mark: &str) -> bool {
        self.back(n).is_some_and(|w| w.text == mark)
    }

    /// The first word of the date.
    pub(super) fn first(&self) -> &'s Word<'t> {
        &self.sentence.words[self.at.start]
    }

    /// The last word of the date.
    pub(super) fn last(&self) -> &'s Word<'t> {
        &self.sentence.words[self.at.end - 1]
    }

    /// Whether the date is one number.
    pub(super) fn is_number(&self) -> bool {
        self.at.len() == 1 && self.first().kind == Kind::Number
    }

    /// Whether a noun follows that the date could describe.
    pub(super) fn describes(&self) -> bool {
        is_describable(self.sentence, self.at.end)
    }

    /// Whether a noun follows, and no verb form: "the 2014 pledge".
    pub(super) fn noun_follows(&self) -> bool {
        self.describes()
            && self.next(0).is_some_and(|w| {
                !w.any(&["again", "alone", "to"])
                    && (!is_past(w.text) || is_participle(w.text))
                    && !is_gerund(w.text)
            })
    }

    /// Whether the date owns what follows: "Tuesday’s vote".
    pub(super) fn owns(&self) -> bool {
        self.last().possessive()
    }

    /// Whether a noun of happening follows: "the June 2022 summit".
    pub(super) fn before_event(&self) -> bool {
        let at = self.at.end;
        self.next(0).is_some_and(|w| w.listed(lex::EVENTFUL))
            || at < self.words().len() && self.sentence.is_event_noun(at)
    }

    /// Whether the date is a month or longer.
    pub(super) fn coarse(&self) -> bool {
        self.granularity().is_some_and(|g| g >= Granularity::Month)
    }

    /// Whether the date is a year or longer.
    pub(super) fn year(&self) -> bool {
        self.granularity().is_some_and(|g| g >= Granularity::Year)
    }

    /// How fine the date is.
    fn granularity(&self) -> Option<Granularity> {
        self.timex.date.map(|date| date.granularity)
    }

    /// Whether the date lies after the day of publication.
    pub(super) fn ahead(&self) -> bool {
        self.timex
            .date
            .zip(self.published())
            .is_some_and(|(date, published)| date.first > published)
    }

    /// Whether the date is a day or week that lies ahead: what is set for it is a plan.
    pub(super) fn is_day_ahead(&self) -> bool {
        self.ahead() && self.granularity().is_some_and(|g| g <= Granularity::Week)
    }

    /// The day of publication.
    pub(super) fn published(&self) -> Option<NaiveDate> {
        self.register.published
    }
}

impl Predication<'_, '_> {
    /// Whether a noun tells it by itself.
    pub(super) fn tells_noun(&self) -> bool {
        self.nested.is_some_and(|nested| nested.verb.is_none())
    }
}

/// Whether the word `i` is one that the date before it could describe: no word that a
/// sentence is built with, no verb.
pub(super) fn is_describable(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.words.get(i).is_some_and(|w| {
        w.kind == Kind::Word
            && !w.function()
            && !w.any(&["or", "as", "than"])
            && !sentence.finite(i)
    })
}
