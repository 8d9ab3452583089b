//! Dates that bound, name, cite or measure something: nothing happens on them.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    is_describable,
};

/// Whether the date only bounds something, is part of a name, says when a page was looked at, or
/// measures.
pub(super) fn only(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let near = Near { sentence, at };
    near.bounds() || near.recurs() || near.names() || near.cites() || near.measures()
}

/// The words around a date.
struct Near<'s, 't> {
    sentence: &'s Sentence<'t>,
    at: &'s Range<usize>,
}

impl<'s, 't> Near<'s, 't> {
    /// The word `n` places before the date, counted from 1.
    fn back(&self, n: usize) -> Option<&'s Word<'t>> {
        let i = self.at.start.checked_sub(n)?;
        Some(&self.sentence.words[i])
    }

    /// The word `n` places after the date, counted from 0.
    fn next(&self, n: usize) -> Option<&'s Word<'t>> {
        self.sentence.words.get(self.at.end + n)
    }

    /// Whether the word `n` places before the date is one of `any`.
    fn is(&self, n: usize, any: &[&str]) -> bool {
        self.back(n).is_some_and(|w| w.any(any))
    }

    /// The first word of the date.
    fn first(&self) -> &'s Word<'t> {
        &self.sentence.words[self.at.start]
    }

    /// Whether a noun follows that the date could describe.
    fn describes(&self) -> bool {
        is_describable(self.sentence, self.at.end)
    }

    /// "on or after May 1", "ahead of today", "ready for Monday", "until 6 a.m. on Saturday",
    /// "since before January 6", "the last month before he took office", "in the lead up to 2024".
    fn bounds(&self) -> bool {
        let after = (1..=9).any(|n| {
            self.is(n, &["after", "before"]) && self.is(n + 1, &["or"]) && self.is(n + 2, &["on"])
        });
        let ahead = self.is(1, &["of"]) && self.is(2, &["ahead", "advance"])
            || self.is(1, &["to"]) && self.is(2, &["prior"]);
        let ready = [
            "prepare",
            "prepared",
            "prepares",
            "preparing",
            "ready",
            "time",
        ];
        let awaited = self.is(1, &["for"]) && self.is(2, &ready);
        let leads = (2..=5).any(|n| {
            self.is(n, &["up"])
                && self.is(n - 1, &["to"])
                && self.is(n + 1, &["lead", "leading", "run"])
        });
        let until = (2..=6).any(|n| {
            let whole = |i: usize| !self.sentence.finite(i) && self.sentence.words[i].text != ",";
            self.is(n, &["until", "till"]) && (self.at.start - n..self.at.start).all(whole)
        });
        let since = self.is(1, &["before"]) && self.is(2, &["since"]);
        let last = self.first().is("the") && self.next(0).is_some_and(|w| w.is("before"));
        after || ahead || awaited || leads || until || since || last
    }

    /// "the second Monday of October each year", "this storied Saturday ritual".
    fn recurs(&self) -> bool {
        let ordinals = ["first", "second", "third", "fourth", "fifth", "last"];
        let last = &self.sentence.words[self.at.end - 1];
        let each = self.next(0).is_some_and(|w| w.any(&["each", "every"]));
        let weekday = self.next(0).is_some_and(|w| w.any(&["in", "of"]))
            && last.listed(lex::MONTHS_DAYS)
            && (self.is(1, &ordinals) || self.first().any(&ordinals));
        let month = self.is(1, &["in", "of"])
            && self.is(3, &ordinals)
            && self.back(2).is_some_and(|w| w.listed(lex::MONTHS_DAYS));
        let determined = |n: usize| self.back(n).is_some_and(|w| w.listed(lex::DETERMINERS));
        let ritual = self.at.len() == 1
            && last.listed(lex::MONTHS_DAYS)
            && (determined(2) || determined(3) && !self.back(1).is_some_and(|w| is_past(w.text)))
            && self.back(1).is_some_and(|w| {
                w.kind == Kind::Word
                    && !w.capital()
                    && !w.listed(lex::PREPOSITIONS)
                    && !w.listed(lex::CONNECTORS)
            })
            && self.describes()
            && !self.next(0).is_some_and(|w| w.listed(lex::EVENTFUL));
        each || weekday || month || ritual
    }

    /// "8 of March 30", "the 2024 and 2025 elections", "whose 2030 targets", "the end of September
    /// retail figures", "started the day".
    fn names(&self) -> bool {
        let number = |w: Option<&Word<'_>>| w.is_some_and(|w| w.kind == Kind::Number);
        let torn = number(Some(self.first()))
            && self.sentence.words[self.at.end - 1].listed(lex::MONTHS_DAYS)
            && number(self.next(0));
        let paired = self.is(1, &["the"])
            && number(Some(self.first()))
            && self.next(0).is_some_and(|w| w.any(&["and", "or"]))
            && number(self.next(1))
            && self.next(2).is_some_and(|w| {
                w.kind == Kind::Word && !w.listed(lex::PREPOSITIONS) && !w.listed(lex::AUXILIARY)
            });
        let second = self.sentence.words.get(self.at.start + 1);
        let partial = self.first().is("the")
            && second.is_some_and(|w| w.any(&["beginning", "end", "middle", "start"]))
            && self.describes()
            && !self.next(0).is_some_and(Word::capital);
        let day =
            self.at.len() == 2 && self.first().is("the") && second.is_some_and(|w| w.is("day"));
        torn || paired || partial || day || self.is(1, &["whose"])
    }

    /// "last visited July 14, 2022", "(…, 4/18/2023]"; "with the members here today", "a year ago today".
    fn cites(&self) -> bool {
        let cited = self.is(1, &["accessed", "retrieved", "viewed", "visited"])
            || self.next(0).is_some_and(|w| matches!(w.text, "]" | "\\"));
        let before = self.at.start.saturating_sub(4)..self.at.start;
        let present = self.is(1, &["here"]) && before.into_iter().all(|i| !self.sentence.finite(i));
        cited || present || self.is(1, &["ago"])
    }

    /// "a rate of just 64% in 2020", "up from 49 percent five weeks ago", "the first quarter century".
    fn measures(&self) -> bool {
        let rate =
            self.back(2).is_some_and(|w| w.text == "%") && (4..=6).any(|n| self.is(n, &["of"]));
        let compared = (2..=6).any(|n| self.is(n, &["from"]) && self.is(n + 1, &["down", "up"]));
        let century = self
            .next(0)
            .is_some_and(|w| w.any(&["century", "centuries"]));
        rate || compared || century
    }
}
