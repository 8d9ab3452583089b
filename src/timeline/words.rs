//! A sentence as words: what the readers of clauses and names look at.

use super::lexicon as lex;
use crate::text::{Span, split::char_at, table::List};

/// What a word is, as far as its letters tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with inner hyphens, apostrophes and full stops.
    Word,
    /// Begins with a digit.
    Number,
    /// One character of punctuation.
    Mark,
}

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub struct Word<'t> {
    /// The word as it stands.
    pub text: &'t str,
    /// Where.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// "I'm" → "I", "we’ll" → "we".
pub(super) fn before_apostrophe(word: &str) -> &str {
    word.split(['’', '\'']).next().unwrap_or_default()
}

impl<'t> Word<'t> {
    /// Whether a sentence is built with it: prepositions, auxiliaries, pronouns and the like, which
    /// grammars call function words.
    pub(super) fn function(&self) -> bool {
        [
            lex::PREPOSITIONS,
            lex::AUXILIARY,
            lex::SUBORDINATORS,
            lex::PRONOUNS,
            lex::DETERMINERS,
            lex::CONNECTORS,
        ]
        .iter()
        .any(|list| self.listed(list))
    }

    /// The word without a possessive ending: "Lee's" → "Lee", "allies'" → "allies".
    #[must_use]
    #[inline]
    pub fn base(&self) -> &'t str {
        // Few words end so: the last byte tells.
        if !matches!(self.text.as_bytes(), [.., b's' | b'S' | b'\'' | 0x99]) {
            return self.text;
        }
        for ending in ["'s", "’s", "'S", "’S", "'", "’"] {
            if let Some(base) = self.text.strip_suffix(ending) {
                return base;
            }
        }
        self.text
    }

    /// Whether it ends in a possessive.
    #[must_use]
    #[inline]
    pub fn possessive(&self) -> bool {
        self.base().len() < self.text.len()
    }

    /// Whether it begins with a capital letter.
    #[must_use]
    #[inline]
    pub fn capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is this lower-case ASCII word, whatever its case.
    #[must_use]
    #[inline]
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these lower-case words, whatever its case.
    #[must_use]
    #[inline]
    pub fn any(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(w))
    }

    /// Whether it stands in `list`, whatever its case.
    #[must_use]
    #[inline]
    pub fn listed(&self, list: &List) -> bool {
        list.has(self.text)
    }
}

/// Short forms that keep their full stop as part of the word.
static DOTTED: &List = &List::words(&[
    "adm", "amb", "capt", "cmdr", "col", "dr", "gen", "gov", "hon", "jr", "lt", "maj", "mr", "mrs",
    "ms", "no", "prof", "rep", "reps", "rev", "sen", "sens", "sgt", "sr", "st",
]);

/// The words of the part `within` of `text`.
#[must_use]
pub fn words(text: &str, within: Span) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(within.len() / 5);
    append(text, within, &mut found);
    found
}

/// Adds the words of the part `within` of `text` to those `found` before.
pub fn append<'t>(text: &'t str, within: Span, found: &mut Vec<Word<'t>>) {
    let Some(text) = text.get(..within.end) else {
        return;
    };
    let mut at = within.start;
    while let Some(c) = char_at(text, at) {
        let start = at;
        at += c.len_utf8();
        if c.is_whitespace() {
            continue;
        }
        let kind = if c.is_alphabetic() {
            Kind::Word
        } else if c.is_ascii_digit() {
            Kind::Number
        } else {
            Kind::Mark
        };
        if kind != Kind::Mark {
            at = word_end(text, start);
        }
        found.push(Word {
            text: &text[start..at],
            span: Span::new(start, at),
            kind,
        });
    }
}

/// Where the word that begins at `start` ends.
fn word_end(text: &str, start: usize) -> usize {
    let mut at = start;
    let mut dots = 0;
    loop {
        // Most letters are ASCII: they are passed over without decoding.
        let rest = &text.as_bytes()[at..];
        let letters = rest.iter().position(|byte| !byte.is_ascii_alphanumeric());
        at += letters.unwrap_or(rest.len());
        let Some(c) = char_at(text, at).filter(|c| *c != ' ') else {
            break;
        };
        let next = at + c.len_utf8();
        let more = || char_at(text, next).is_some_and(char::is_alphanumeric);
        let inner = c.is_alphanumeric()
            || c == '_'
            || matches!(c, '\u{300}'..='\u{36f}')
            || (matches!(
                c,
                '-' | '\u{2010}' | '\u{2011}' | '\u{2060}' | '&' | '.' | '/'
            ) && more())
            || (matches!(c, '\'' | '’') && more())
            || (c == ',' && is_thousands(text, start, at));
        if !inner {
            break;
        }
        dots += usize::from(c == '.');
        at = next;
    }
    let rest = &text[at..];
    if rest.starts_with('.') {
        let word = &text[start..at];
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        let acronym = dots > 0 && word.rsplit('.').next().is_some_and(|last| last.len() <= 2);
        let digits = word.as_bytes()[0].is_ascii_digit();
        if !digits && (initial || acronym || DOTTED.has(word)) {
            return at + 1;
        }
    }
    // "allies'" but not the closing quote of 'yes'
    if rest.starts_with('’') && text[start..at].ends_with('s') {
        return at + '’'.len_utf8();
    }
    at
}

/// Whether the comma at `at` groups the digits of a number: "28,500".
fn is_thousands(text: &str, start: usize, at: usize) -> bool {
    let bytes = text.as_bytes();
    let group = bytes.get(at + 1..at + 4);
    bytes[start].is_ascii_digit()
        && at > start
        && bytes[at - 1].is_ascii_digit()
        && group.is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
        && !bytes.get(at + 4).is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_belongs_to_them() {
        let text = "U.S. Sen. John D. Lee's 28,500 co-op allies’ plan, won’t (end).";
        let found: Vec<&str> = words(text, Span::new(0, text.len()))
            .iter()
            .map(|w| w.text)
            .collect();
        assert_eq!(
            found,
            [
                "U.S.",
                "Sen.",
                "John",
                "D.",
                "Lee's",
                "28,500",
                "co-op",
                "allies’",
                "plan",
                ",",
                "won’t",
                "(",
                "end",
                ")",
                "."
            ]
        );
    }
}
