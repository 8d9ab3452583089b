//! A sentence cut into clauses, by its marks, conjunctions and verbs.
//!
//! This is no parser: it finds the verbs that tables and endings give away and
//! the words that open a clause, which is enough to say what a date belongs to.

use std::ops::Range;

use self::forms::ambiguous_noun;
pub use self::forms::{is_gerund, is_participle, is_past};
use super::{
    lexicon as lex,
    words::{Kind, Word, words},
};
use crate::{language::Penn, text::Span};

mod cut;
mod forms;
mod tagged;

/// How a clause begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
    /// A main clause.
    Main,
    /// "which kicked off …", "who also met …"
    Relative,
    /// "since taking office", "after attending", ", seeking"
    Gerund,
    /// "since he took office", "because", "if", "that"
    Subordinate,
    /// "and said he …": a second verb with the subject of the clause before.
    Coordinated,
}

/// A part of a sentence, as a range of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The words, the opening one included.
    pub words: Range<usize>,
    /// How it begins.
    pub opener: Opener,
}

/// A sentence with its words and clauses.
#[derive(Debug)]
pub struct Sentence<'t> {
    /// The text it stands in.
    pub text: &'t str,
    /// Where.
    pub span: Span,
    /// Its words.
    pub words: Vec<Word<'t>>,
    /// For each word, whether it stands between quotation marks.
    pub quoted: Vec<bool>,
    /// For each word, its part of speech.
    pub tags: Vec<Penn>,
    /// Its clauses, in order; together they are all its words.
    pub clauses: Vec<Clause>,
}

impl<'t> Sentence<'t> {
    /// Cuts the part `span` of `text`; `open` says whether a quotation was left open before it.
    #[must_use]
    pub fn read(text: &'t str, span: Span, open: bool) -> Self {
        let words = words(text, span);
        let quoted = quoted(&words, open);
        let tags = tagged::tags(text, span, &words);
        let mut sentence = Self {
            text,
            span,
            words,
            quoted,
            tags,
            clauses: Vec::new(),
        };
        sentence.cut();
        sentence
    }

    /// The words that `span` covers.
    #[must_use]
    pub fn covered(&self, span: Span) -> Range<usize> {
        let from = self.words.partition_point(|w| w.span.end <= span.start);
        let to = self.words.partition_point(|w| w.span.start < span.end);
        from..to.max(from)
    }

    /// The clause that holds the word `at`.
    #[must_use]
    pub fn clause(&self, at: usize) -> usize {
        self.clauses
            .partition_point(|c| c.words.end <= at)
            .min(self.clauses.len().saturating_sub(1))
    }

    /// The first finite verb in a range of words.
    #[must_use]
    pub fn verb(&self, range: Range<usize>) -> Option<usize> {
        range.into_iter().find(|&i| self.finite(i))
    }

    /// The first verb in a range of words that its form makes finite.
    #[must_use]
    pub fn verb_by_form(&self, range: Range<usize>) -> Option<usize> {
        range.into_iter().find(|&i| self.by_form(i))
    }

    /// Whether the word `i` is a finite verb: by its part of speech, or by its form where the
    /// tagger takes a past form for a participle.
    #[must_use]
    pub fn finite(&self, i: usize) -> bool {
        let word = &self.words[i];
        if word.kind != Kind::Word {
            return false;
        }
        let finite = |i: usize| {
            let tag = self.tags.get(i);
            tag.is_some_and(|tag| matches!(tag, Penn::Vbd | Penn::Vbz | Penn::Vbp | Penn::Md))
        };
        // "the harbour schools violates": of two that stand together the second is the verb.
        let next = finite(i + 1) || i + 1 < self.words.len() && self.by_form(i + 1);
        let noun = self.tags[i] == Penn::Vbz && next;
        finite(i) && !noun || self.by_form(i)
    }

    /// Whether the form of the word `i` and the words beside it make it a finite verb.
    #[must_use]
    pub fn by_form(&self, i: usize) -> bool {
        let word = &self.words[i];
        if word.listed(lex::AUXILIARY) {
            return !word.any(&["be", "been", "being", "may", "might"])
                || word.any(&["may", "might"]) && !word.capital();
        }
        let before = i.checked_sub(1).map(|j| &self.words[j]);
        if word.capital() && before.is_some() {
            return false;
        }
        let after_to = before.is_some_and(|w| w.is("to"));
        if is_past(word.text) {
            let described = before.is_some_and(|w| {
                w.listed(lex::DETERMINERS) && !w.any(&["this", "that", "these", "those", "all"])
                    || w.possessive()
                    || w.text == "("
                    || w.listed(lex::PREPOSITIONS) && !w.any(&["in", "on", "off"])
            });
            return !described && !after_to && !self.participle(i);
        }
        word.listed(lex::PRESENT)
            && before.is_some_and(|w| {
                let subject = w.capital() && !w.listed(lex::DETERMINERS)
                    || w.any(&["he", "she", "it", "who", "which", "that", "this", "and"])
                    || w.text == ","
                    || w.kind == Kind::Word
                        && !w.listed(lex::DETERMINERS)
                        && !w.listed(lex::PREPOSITIONS)
                        && !w.possessive()
                        && !ambiguous_noun(word.text);
                subject && !w.is("to")
            })
    }

    /// Whether the past form at `i` describes the noun before it: "a deal signed by", "a body set up last year".
    #[must_use]
    pub fn participle(&self, i: usize) -> bool {
        let word = &self.words[i];
        if !is_participle(word.text) {
            return false;
        }
        let Some(before) = i.checked_sub(1).map(|j| &self.words[j]) else {
            return true;
        };
        if before.listed(lex::AUXILIARY) {
            // "was signed": part of a verb group, whose auxiliary is the finite one.
            return true;
        }
        if before.any(&["not", "also", "been", "being", "be", "jointly", "newly"])
            && i >= 2
            && self.words[i - 2].listed(lex::AUXILIARY)
        {
            return true;
        }
        self.words.get(i + 1).is_some_and(|w| w.is("by")) && before.kind == Kind::Word
    }
}

/// Whether each word stands inside quotation marks.
fn quoted(words: &[Word<'_>], open: bool) -> Vec<bool> {
    let mut inside = open;
    words
        .iter()
        .map(|word| match word.text {
            "“" | "«" | "「" => {
                inside = true;
                true
            }
            "”" | "»" | "」" => {
                inside = false;
                true
            }
            "\"" => {
                inside = !inside;
                true
            }
            _ => inside,
        })
        .collect()
}
