//! A sentence as words: what the readers of clauses and names look at.

use super::table::List;
use crate::text::Span;

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

impl<'t> Word<'t> {
    /// The word without a possessive ending: "Lee's" → "Lee", "allies'" → "allies".
    #[must_use]
    pub fn base(&self) -> &'t str {
        for ending in ["'s", "’s", "'S", "’S", "'", "’"] {
            if let Some(base) = self.text.strip_suffix(ending) {
                return base;
            }
        }
        self.text
    }

    /// Whether it ends in a possessive.
    #[must_use]
    pub fn possessive(&self) -> bool {
        self.base().len() < self.text.len()
    }

    /// Whether it begins with a capital letter.
    #[must_use]
    pub fn capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is this lower-case ASCII word, whatever its case.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these lower-case words, whatever its case.
    #[must_use]
    pub fn any(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(w))
    }

    /// Whether it stands in `list`, whatever its case.
    #[must_use]
    pub fn listed(&self, list: &List) -> bool {
        list.has(self.text)
    }
}

/// Short forms that keep their full stop as part of the word.
const DOTTED: &List = &List::words(&[
    "adm", "amb", "capt", "cmdr", "col", "dr", "gen", "gov", "hon", "jr", "lt", "maj", "mr", "mrs",
    "ms", "no", "prof", "rep", "reps", "rev", "sen", "sens", "sgt", "sr", "st",
]);

/// The words of the part `within` of `text`.
#[must_use]
pub fn words(text: &str, within: Span) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(within.len() / 5);
    let mut at = within.start;
    while let Some(c) = text
        .get(at..within.end)
        .and_then(|rest| rest.chars().next())
    {
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
            at = word_end(text, start, within.end);
        }
        found.push(Word {
            text: &text[start..at],
            span: Span::new(start, at),
            kind,
        });
    }
    found
}

/// Where the word that begins at `start` ends.
fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let mut at = start;
    let mut dots = 0;
    let bytes = &text.as_bytes()[..limit];
    loop {
        // Most letters are ASCII: they are passed over without decoding.
        at += bytes[at..]
            .iter()
            .take_while(|b| b.is_ascii_alphanumeric())
            .count();
        let Some(c) = text[at..limit].chars().next() else {
            break;
        };
        let next = at + c.len_utf8();
        let more = || {
            text[next..limit]
                .chars()
                .next()
                .is_some_and(char::is_alphanumeric)
        };
        let inner = c.is_alphanumeric()
            || c == '_'
            || matches!(c, '\u{300}'..='\u{36f}')
            || (matches!(
                c,
                '-' | '\u{2010}' | '\u{2011}' | '\u{2060}' | '&' | '.' | '/'
            ) && more())
            || (matches!(c, '\'' | '’') && more())
            || (c == ',' && is_thousands(text, start, at, limit));
        if !inner {
            break;
        }
        dots += usize::from(c == '.');
        at = next;
    }
    let rest = &text[at..limit];
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
fn is_thousands(text: &str, start: usize, at: usize, limit: usize) -> bool {
    let bytes = &text.as_bytes()[..limit];
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
