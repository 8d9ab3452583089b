//! Where clauses begin.

use super::{
    super::{lexicon as lex, words::Kind},
    Clause, Opener, Sentence,
    forms::{is_gerund, is_past},
};
use crate::text::table::List;

/// Words that can open a clause.
#[rustfmt::skip]
static OPENING: &List = &List::words(&[
    "after", "although", "and", "as", "because", "before", "but", "following", "if", "since",
    "that", "though", "unless", "until", "when", "where", "whereas", "which", "while", "who",
    "whom", "whose",
]);

impl Sentence<'_> {
    /// Finds the clause boundaries.
    pub(super) fn cut(&mut self) {
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
        if comma
            && is_gerund(word.text)
            && !word.any(&["including", "according", "during", "following"])
        {
            return Some(Opener::Gerund);
        }
        if !word.listed(OPENING) {
            return None;
        }
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
