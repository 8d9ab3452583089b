//! A sentence cut into clauses, by its marks, conjunctions and verbs.
//!
//! This is no parser: it finds the verbs that tables and endings give away and
//! the words that open a clause, which is enough to say what a date belongs to.

use std::ops::Range;

use super::{
    lexicon as lex,
    table::List,
    words::{Kind, Word, words},
};
use crate::text::Span;

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
    /// Its clauses, in order; together they are all its words.
    pub clauses: Vec<Clause>,
}

impl<'t> Sentence<'t> {
    /// Cuts the part `span` of `text`; `open` says whether a quotation was left open before it.
    #[must_use]
    pub fn read(text: &'t str, span: Span, open: bool) -> Self {
        let words = words(text, span);
        let quoted = quoted(&words, open);
        let mut sentence = Self {
            text,
            span,
            words,
            quoted,
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

    /// Whether the word `i` looks like a finite verb.
    #[must_use]
    pub fn finite(&self, i: usize) -> bool {
        let word = &self.words[i];
        if word.kind != Kind::Word {
            return false;
        }
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
                let subject = w.capital()
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

    /// Finds the clause boundaries.
    fn cut(&mut self) {
        let count = self.words.len();
        let mut clauses: Vec<Clause> = Vec::new();
        let mut start = 0;
        let mut opener = Opener::Main;
        for i in 1..count {
            if let Some(next) = self.opens(start, i) {
                clauses.push(Clause {
                    words: start..i,
                    opener,
                });
                start = i;
                opener = next;
            }
        }
        clauses.push(Clause {
            words: start..count,
            opener: if start == 0 {
                self.first_opener()
            } else {
                opener
            },
        });
        if let Some(first) = clauses.first_mut() {
            first.opener = self.first_opener();
        }
        self.clauses = clauses;
    }

    /// How the first clause begins.
    fn first_opener(&self) -> Opener {
        let Some(first) = self.words.first() else {
            return Opener::Main;
        };
        let second = self.words.get(1);
        if first.any(&[
            "after",
            "before",
            "since",
            "while",
            "by",
            "upon",
            "following",
        ]) && second.is_some_and(|w| is_gerund(w.text))
            || is_gerund(first.text) && !first.any(&["during", "according", "following"])
        {
            Opener::Gerund
        } else if first.any(&[
            "if", "although", "though", "because", "unless", "when", "while", "once",
        ]) || first.any(&["after", "before", "since", "as"]) && self.finite_before_mark(1)
        {
            Opener::Subordinate
        } else {
            Opener::Main
        }
    }

    /// Whether a finite verb comes after `from` and before the next mark.
    fn finite_before_mark(&self, from: usize) -> bool {
        (from..self.words.len())
            .take_while(|&j| self.words[j].kind != Kind::Mark)
            .any(|j| self.finite(j))
    }

    /// Whether a clause begins at the word `i`, and how, the clause before having begun at `start`.
    fn opens(&self, start: usize, i: usize) -> Option<Opener> {
        let word = &self.words[i];
        let before = &self.words[i - 1];
        let clock =
            before.text == ":" && word.kind == Kind::Number && word.span.start == before.span.end;
        if before.kind == Kind::Mark && matches!(before.text, ";" | ":") && !clock {
            return Some(Opener::Main);
        }
        if before.kind == Kind::Mark
            && matches!(before.text, "—" | "–" | "-")
            && self.text[..before.span.start].ends_with(char::is_whitespace)
            && !self.in_dashes(i)
        {
            return Some(Opener::Main);
        }
        if self.quoted[i - 1] && !self.quoted[i] && before.kind == Kind::Mark && i > start + 4 {
            // “…,” said X: the words after a quotation are a clause.
            let rest = &self.words[i..(i + 8).min(self.words.len())];
            if rest.iter().any(|w| w.listed(lex::SAYING)) {
                return Some(Opener::Main);
            }
        }
        if word.kind != Kind::Word || i + 1 >= self.words.len() {
            return None;
        }
        let next = &self.words[i + 1];
        let comma = before.text == ",";
        if word.any(&["which", "who", "whom", "whose", "where"]) {
            return Some(Opener::Relative);
        }
        if word.any(&[
            "because", "although", "though", "unless", "if", "whereas", "while", "when",
        ]) {
            return Some(if is_gerund(next.text) {
                Opener::Gerund
            } else {
                Opener::Subordinate
            });
        }
        if word.is("that") && (before.listed(lex::SAYING) || is_past(before.text)) {
            return Some(Opener::Subordinate);
        }
        if word.is("that") && self.describes(i) {
            return Some(Opener::Relative);
        }
        if word.any(&["after", "before", "since", "following", "until", "as"]) {
            if is_gerund(next.text) && !word.is("as") {
                return Some(Opener::Gerund);
            }
            if !word.is("following") && self.finite_before_mark(i + 1) && !next.is("a") {
                return Some(Opener::Subordinate);
            }
        }
        if comma
            && is_gerund(word.text)
            && !word.any(&["including", "according", "during", "following"])
        {
            return Some(Opener::Gerund);
        }
        if word.any(&["and", "but"]) {
            if self.finite(i + 1)
                || next.is("then") && self.words.get(i + 2).is_some() && self.finite(i + 2)
            {
                return Some(Opener::Coordinated);
            }
            if comma && self.finite_before_mark(i + 1) {
                return Some(Opener::Main);
            }
        }
        if comma && self.leading_adverbial(start, i - 1) {
            return None;
        }
        None
    }

    /// Whether the dash before the word `i` is one of two around what stands between a subject and
    /// its verb: "The others - Ann, Bo and Cy - attended".
    fn in_dashes(&self, i: usize) -> bool {
        let dash = |j: usize| {
            matches!(self.words[j].text, "—" | "–" | "-")
                && self.text[..self.words[j].span.start].ends_with(char::is_whitespace)
        };
        let verb = |j: usize| {
            j < self.words.len()
                && (self.finite(j)
                    || self.words[j].any(&["all", "also", "both"])
                        && j + 1 < self.words.len()
                        && self.finite(j + 1))
        };
        let Some(open) = (0..i).find(|&j| dash(j)) else {
            return false;
        };
        let Some(close) = (open + 1..self.words.len()).find(|&j| dash(j)) else {
            return false;
        };
        i <= close + 1 && verb(close + 1) && self.verb(0..open).is_none()
    }

    /// Whether "that" at `i` describes the noun before it: "the rules that took effect".
    fn describes(&self, i: usize) -> bool {
        let before = &self.words[i - 1];
        let noun = before.kind == Kind::Word
            && !before.listed(lex::PREPOSITIONS)
            && !before.listed(lex::DETERMINERS)
            && !before.listed(lex::CONNECTORS)
            && !before.listed(lex::MONTHS_DAYS)
            && !before.text.ends_with("ly")
            && !self.finite(i - 1);
        // "told reporters that he", "announced yesterday that": what follows is what was said.
        let said = self.words[i.saturating_sub(6)..i].iter().any(|w| {
            w.listed(lex::SAYING)
                || w.listed(lex::PRESENT)
                || w.any(&[
                    "agreed", "decided", "evidence", "fact", "hope", "idea", "know", "news", "say",
                    "sure", "tell", "telling", "saying", "think",
                ])
        });
        noun && !said && self.finite(i + 1)
    }

    /// Whether the words `start..comma` are an adverbial before the main clause: "On Monday,".
    #[must_use]
    pub fn leading_adverbial(&self, start: usize, comma: usize) -> bool {
        start < comma
            && comma - start <= 16
            && self.verb(start..comma).is_none()
            && (self.words[start].listed(lex::PREPOSITIONS)
                || self.words[start].listed(lex::CONNECTORS)
                || self.words[start].any(&["according", "following", "amid", "speaking"])
                || is_gerund(self.words[start].text))
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

/// Whether a word is a past form by its ending or the table.
#[must_use]
pub fn is_past(word: &str) -> bool {
    lex::IRREGULAR_PAST.has(word)
        || word.len() > 3
            && word.ends_with("ed")
            && !lex::NOT_PAST.has(word)
            && word.starts_with(|c: char| c.is_lowercase())
}

/// Whether a past form can also be a participle ("met", "signed", but not "went").
#[must_use]
pub fn is_participle(word: &str) -> bool {
    is_past(word)
        && (word.ends_with("ed") && !word.eq_ignore_ascii_case("fled")
            || [
                "built", "bought", "brought", "cast", "caught", "cut", "dealt", "fed", "felt",
                "fought", "found", "heard", "held", "hit", "hurt", "kept", "laid", "led", "left",
                "lost", "made", "met", "paid", "put", "read", "sent", "set", "shot", "sold",
                "spent", "struck", "taught", "told", "upheld", "won",
            ]
            .iter()
            .any(|p| word.eq_ignore_ascii_case(p)))
        || [
            "been",
            "begun",
            "broken",
            "chosen",
            "done",
            "drawn",
            "driven",
            "fallen",
            "forgotten",
            "frozen",
            "given",
            "gone",
            "grown",
            "hidden",
            "known",
            "ridden",
            "risen",
            "run",
            "seen",
            "shaken",
            "shown",
            "spoken",
            "stolen",
            "sung",
            "sworn",
            "taken",
            "thrown",
            "torn",
            "undertaken",
            "withdrawn",
            "written",
            "overthrown",
            "born",
        ]
        .iter()
        .any(|p| word.eq_ignore_ascii_case(p))
}

/// Words in -ing that are no verbs.
const NOT_GERUND: &List = &List::words(&[
    "anything",
    "being",
    "building",
    "ceiling",
    "concerning",
    "during",
    "evening",
    "everything",
    "including",
    "king",
    "meeting",
    "morning",
    "nothing",
    "notwithstanding",
    "outstanding",
    "pending",
    "regarding",
    "something",
    "spring",
    "string",
    "thing",
]);

/// Whether a word is an -ing form that can stand for a verb.
#[must_use]
pub fn is_gerund(word: &str) -> bool {
    word.len() > 4
        && word.is_ascii()
        && word.to_ascii_lowercase().ends_with("ing")
        && !NOT_GERUND.has(word)
}

/// Words in -s that are nouns at least as often as verbs.
const NOUNS_IN_S: &List = &List::words(&[
    "aims",
    "attacks",
    "attempts",
    "awards",
    "bans",
    "calls",
    "claims",
    "concerns",
    "costs",
    "cuts",
    "delays",
    "demands",
    "details",
    "drops",
    "effects",
    "efforts",
    "exchanges",
    "falls",
    "fires",
    "heads",
    "helps",
    "honors",
    "hopes",
    "hosts",
    "issues",
    "kicks",
    "launches",
    "leads",
    "marks",
    "means",
    "moves",
    "names",
    "needs",
    "notes",
    "offers",
    "officers",
    "orders",
    "plans",
    "pledges",
    "posts",
    "presents",
    "promises",
    "pushes",
    "reads",
    "reports",
    "requests",
    "restores",
    "returns",
    "rises",
    "rules",
    "runs",
    "scores",
    "sets",
    "shakes",
    "shares",
    "shows",
    "signs",
    "starts",
    "states",
    "stops",
    "strikes",
    "supports",
    "surges",
    "takes",
    "talks",
    "targets",
    "threatens",
    "travels",
    "turns",
    "updates",
    "uses",
    "visits",
    "votes",
    "wants",
    "warns",
    "wins",
]);

/// Whether a word in -s is at least as often a noun.
fn ambiguous_noun(word: &str) -> bool {
    NOUNS_IN_S.has(word)
}
