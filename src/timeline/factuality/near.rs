//! A date among its words: what the judges of dates ask of the words around it.

use std::ops::Range;

use super::{
    super::{
        clause::Sentence,
        words::{Kind, Word},
    },
    is_describable,
};

/// The words around a date.
pub(super) struct Near<'s, 't> {
    /// The sentence that it stands in.
    pub(super) sentence: &'s Sentence<'t>,
    /// The words of the date.
    pub(super) at: &'s Range<usize>,
}

impl<'s, 't> Near<'s, 't> {
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

    /// Whether the date is one number.
    pub(super) fn is_number(&self) -> bool {
        self.at.len() == 1 && self.first().kind == Kind::Number
    }

    /// Whether a noun follows that the date could describe.
    pub(super) fn describes(&self) -> bool {
        is_describable(self.sentence, self.at.end)
    }
}
