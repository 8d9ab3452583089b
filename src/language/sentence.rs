//! A sentence as it was read.

use super::{
    Penn, Pos, Relation,
    clause::{Clause, Quote},
};
use crate::text::Span;

/// A word of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// Its part of speech.
    pub pos: Pos,
    /// Its finer tag.
    pub penn: Penn,
    /// The word that it depends on, by its place in the sentence; none for a root.
    pub head: Option<usize>,
    /// What it is to its head.
    pub relation: Relation,
}

/// The words of a sentence and how they hang together.
#[derive(Clone, Debug)]
pub struct Sentence<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    /// The dependents of each word, in order: a run of `dependents` a word.
    dependents: Vec<u32>,
    /// Where the run of each word begins; one more than there are words.
    starts: Vec<u32>,
    clauses: Vec<Clause>,
    /// The clause of each word.
    clause_of: Vec<u32>,
    quotes: Vec<Quote>,
}

impl<'t> Sentence<'t> {
    /// The sentence of `tokens`, whose spans are into `text`.
    pub(crate) fn new(text: &'t str, tokens: Vec<Token>) -> Self {
        let mut starts = vec![0u32; tokens.len() + 2];
        for head in tokens.iter().filter_map(|token| token.head) {
            starts[head + 2] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut dependents = vec![0; starts[tokens.len() + 1] as usize];
        for (at, token) in tokens.iter().enumerate() {
            if let Some(head) = token.head {
                let next = &mut starts[head + 1];
                dependents[*next as usize] = at as u32;
                *next += 1;
            }
        }
        starts.pop();
        Self {
            text,
            tokens,
            dependents,
            starts,
            clauses: Vec::new(),
            clause_of: Vec::new(),
            quotes: Vec::new(),
        }
    }

    /// The sentence with its clauses; `clause_of` has the clause of each word.
    pub(crate) fn with_clauses(mut self, clauses: Vec<Clause>, clause_of: Vec<u32>) -> Self {
        self.clauses = clauses;
        self.clause_of = clause_of;
        self
    }

    /// The sentence with its quotations.
    pub(crate) fn with_quotes(mut self, quotes: Vec<Quote>) -> Self {
        self.quotes = quotes;
        self
    }

    /// The clauses, in the order of their heads.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The number of the innermost clause that the word at `at` stands in.
    #[must_use]
    pub fn clause_of(&self, at: usize) -> Option<usize> {
        self.clause_of.get(at).map(|clause| *clause as usize)
    }

    /// What stands between quotation marks, in order.
    #[must_use]
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// The text that the spans of the tokens are into.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The words, in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// How many words there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The word at `at` as it is written; empty past the end.
    #[must_use]
    pub fn form(&self, at: usize) -> &'t str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    /// The words that depend on the word at `at`, in order.
    #[must_use]
    pub fn dependents(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let range = match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        };
        self.dependents[range].iter().map(|at| *at as usize)
    }

    /// The first dependent of the word at `at` that is one of `relations` to it.
    #[must_use]
    pub fn dependent(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.dependents(at)
            .find(|at| relations.contains(&self.tokens[*at].relation))
    }

    /// The places of the words that overlap `span`.
    #[must_use]
    pub fn places(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.end <= span.start);
        let len = self.tokens[start..].partition_point(|t| t.span.start < span.end);
        start..start + len
    }
}
