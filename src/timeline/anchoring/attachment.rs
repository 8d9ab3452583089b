//! A date in its sentence, with the words that lead to it.

use std::{iter, ops::Range};

use super::{
    super::{
        clause::{Clause, Sentence, is_participle},
        lexicon as lex,
        words::{Kind, Word},
    },
    Governor, Nested, TriggerKind,
};
use crate::temporal::{Date, Granularity};

/// Where a date stands.
pub(super) struct Attachment<'s, 't> {
    /// The sentence.
    pub(super) sentence: &'s Sentence<'t>,
    /// The words of the date.
    pub(super) at: &'s Range<usize>,
    /// Where the date begins with its prepositions: at "early" in "early in May".
    pub(super) from: usize,
    /// The days that it means.
    pub(super) date: Option<Date>,
}

/// Words that lead to a date and belong to it.
const LEADING: &[&str] = &[
    "again", "around", "at", "back", "during", "early", "in", "just", "late", "later", "on",
    "only", "over",
];

/// Parts of a time: "the end of".
const PARTS: &[&str] = &[
    "beginning",
    "end",
    "half",
    "middle",
    "quarter",
    "spring",
    "start",
    "summer",
    "fall",
    "autumn",
    "winter",
];

impl<'s, 't> Attachment<'s, 't> {
    pub(super) fn new(
        sentence: &'s Sentence<'t>,
        at: &'s Range<usize>,
        date: Option<Date>,
    ) -> Self {
        let words = &sentence.words;
        let mut from = at.start;
        while from > 0 {
            let word = &words[from - 1];
            let of = word.is("of") && from > 1 && words[from - 2].any(PARTS);
            let part = words[from].is("of") && word.any(PARTS);
            let the = word.is("the") && words[from].any(PARTS);
            // "about 1990", but "talked about last week"
            let about = word.is("about") && words[from].kind == Kind::Number;
            if !(of || part || the || about || word.any(LEADING)) {
                break;
            }
            from -= 1;
        }
        Self {
            sentence,
            at,
            from,
            date,
        }
    }

    pub(super) fn word(&self, i: usize) -> &'s Word<'t> {
        &self.sentence.words[i]
    }

    /// The clause that the date stands in.
    pub(super) fn clause(&self) -> &'s Clause {
        &self.sentence.clauses[self.sentence.clause(self.at.start)]
    }

    /// Whether the date is a month, a year or more.
    pub(super) fn coarse(&self) -> bool {
        self.date
            .is_some_and(|d| d.granularity >= Granularity::Month)
    }

    /// Whether a word can be a noun or go with one: none that a sentence is built with.
    pub(super) fn content(&self, i: usize) -> bool {
        let word = self.word(i);
        word.kind == Kind::Word
            && !word.function()
            && !word.any(&["if", "not", "or", "than", "whether", "what", "why", "how"])
            && !word.text.ends_with("ly")
    }

    /// Whether the words `range` are adverbs and marks, if anything.
    pub(super) fn adverbs(&self, mut range: Range<usize>) -> bool {
        range.all(|i| {
            let word = self.word(i);
            word.text == ","
                || word.text.ends_with("ly")
                || word.any(&[
                    "also", "already", "first", "had", "has", "have", "just", "later", "not",
                    "once", "then",
                ])
        })
    }

    /// Whether the past form at `i` describes the noun before it, without an object of its own:
    /// "bills passed out of committee", "a pier opened in May".
    pub(super) fn reduced(&self, i: usize) -> bool {
        let Some(next) = self.sentence.words.get(i + 1) else {
            return false;
        };
        let word = self.word(i);
        let bare = i + 1 == self.from
            || next.text == ","
            || next.listed(lex::PREPOSITIONS)
            || next.text.ends_with("ly");
        let noun = self.before_adverb(i);
        noun > 0
            && is_participle(word.text)
            && !word.capital()
            && bare
            && (self.content(noun - 1)
                || self.word(noun - 1).kind == Kind::Number
                || matches!(self.word(noun - 1).text, "”" | ")" | "\"" | ","))
    }

    /// Where the adverb before the participle at `i` begins, if there is one: "previously announced".
    pub(super) fn before_adverb(&self, i: usize) -> usize {
        let adverb = i > 1
            && self
                .word(i - 1)
                .any(&["first", "just", "previously", "recently"]);
        i - usize::from(adverb)
    }

    /// Where what is told from the date on ends: at a comma that closes it, or the verb around it.
    pub(super) fn end(&self, from: usize, set_off: bool) -> usize {
        let limit = self.clause().words.end.max(from);
        (from..limit)
            .find(|&i| {
                let word = self.word(i);
                let closes =
                    word.text == "," && (set_off || i + 1 < limit && self.sentence.finite(i + 1));
                closes
                    || word.text == ";"
                    || word.text == ")" && (from..i).all(|j| self.word(j).text != "(")
                    || i == self.at.end && (self.sentence.finite(i) || word.is("also"))
            })
            .unwrap_or(limit)
    }

    /// The subject of the clause that begins at `start` and whose verb is `verb`, without what
    /// leads up to it.
    pub(super) fn subject(&self, start: usize, verb: usize) -> Option<Range<usize>> {
        let mut from = start;
        if let Some(comma) = (from..verb).find(|&i| self.word(i).text == ",")
            && self.sentence.leading_adverbial(from, comma)
        {
            from = comma + 1;
        }
        while from < verb
            && (self.word(from).kind == Kind::Mark && !matches!(self.word(from).text, "“" | "\"")
                || self.word(from).listed(lex::CONNECTORS)
                || self.word(from).is("that"))
        {
            from += 1;
        }
        let to = (from..verb)
            .find(|&i| matches!(self.word(i).text, "," | "(" | "–" | "—"))
            .unwrap_or(verb);
        (from < to && to - from <= 16).then_some(from..to)
    }
}

impl Nested {
    /// What a verb tells.
    pub(super) fn verb(parts: Vec<Range<usize>>, range: Range<usize>, verb: usize) -> Governor {
        Governor::Nested(Self {
            binding: TriggerKind::Verb,
            parts,
            range,
            verb: Some(verb),
            aside: true,
        })
    }

    /// What a verb of the sentence itself tells, one of several.
    pub(super) fn main(parts: Vec<Range<usize>>, range: Range<usize>, verb: usize) -> Governor {
        Governor::Nested(Self {
            binding: TriggerKind::Verb,
            parts,
            range,
            verb: Some(verb),
            aside: false,
        })
    }

    /// What a noun or the participle behind it tells.
    pub(super) fn phrase(binding: TriggerKind, parts: Vec<Range<usize>>) -> Governor {
        let start = parts.iter().map(|p| p.start).min().unwrap_or(0);
        let end = parts.iter().map(|p| p.end).max().unwrap_or(0);
        Governor::Nested(Self {
            binding,
            parts,
            range: start..end,
            verb: None,
            aside: true,
        })
    }
}

/// The words of an event that stand together.
pub(super) fn alone(part: Range<usize>) -> Vec<Range<usize>> {
    iter::once(part).collect()
}
