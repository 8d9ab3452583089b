//! Words looked for in the article that is read.

use crate::{
    text::{Span, fold},
    ui::state::prompt::Prompt,
};

/// A search in the text.
#[derive(Debug, Default)]
pub struct Search {
    /// What is looked for.
    pub prompt: Prompt,
    /// Whether it is still being typed.
    pub typing: bool,
    /// Where it was found, in order.
    pub matches: Vec<Span>,
    /// The match one stands at, by its index.
    pub current: usize,
    /// The first row shown when the search began: where Esc comes back to.
    pub from: usize,
}

/// Where `query` stands in `text`: case, accents and invisible characters folded away,
/// and any white space, line breaks included, as good as any other. Linear in the text.
///
/// ```
/// use dateline::ui::state::reader::search::find;
/// let text = "the Šeke\u{200b}rinska\nvisit";
/// let found = find(text, "sekerinska visit");
/// assert_eq!(found[0].of(text), "Šeke\u{200b}rinska\nvisit");
/// ```
#[must_use]
pub fn find(text: &str, query: &str) -> Vec<Span> {
    let mut needle = String::new();
    flat(query.trim(), |letter, _| needle.push(letter));
    if needle.is_empty() {
        return Vec::new();
    }
    let mut folded = String::with_capacity(text.len());
    let mut origins: Vec<u32> = Vec::with_capacity(text.len());
    flat(text, |letter, at| {
        folded.push(letter);
        origins.extend(std::iter::repeat_n(at, letter.len_utf8()));
    });
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let byte = |character: usize| starts.get(character).copied().unwrap_or(text.len());
    memchr::memmem::find_iter(folded.as_bytes(), &needle)
        .map(|at| {
            let first = origins[at] as usize;
            let last = origins[at + needle.len() - 1] as usize;
            Span::new(byte(first), byte(last + 1))
        })
        .collect()
}

/// As [`find`], but only where a word begins with `query`; anywhere, where it begins with no
/// letter of ASCII: as the finder matches.
#[must_use]
pub fn find_words(text: &str, query: &str) -> Vec<Span> {
    let mut found = find(text, query);
    let begins = |span: &Span| {
        let before = text[..span.start].chars().next_back();
        before.is_none_or(|before| !before.is_alphanumeric())
            || !span.of(text).starts_with(|c: char| c.is_ascii())
    };
    found.retain(begins);
    found
}

/// Folds `text`, with every run of white space as one space; gives each letter with
/// the index of the character it came from.
fn flat(text: &str, mut emit: impl FnMut(char, u32)) {
    let mut space = false;
    fold::each(text, usize::MAX, |letter, at| {
        if !letter.is_whitespace() {
            emit(letter, at);
        } else if !space {
            emit(' ', at);
        }
        space = letter.is_whitespace();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_across_lines_accents_and_what_cannot_be_seen() {
        let text = "Jens\r\n  Stolten\u{ad}berg and Rado\u{301}";
        assert_eq!(find(text, "jens stoltenberg")[0].start, 0);
        assert_eq!(find(text, "rado").len(), 1);
        assert_eq!(find(text, "x").len(), 0);
        assert_eq!(find(text, " ").len(), 0);
        assert_eq!(find("aaaa", "aa").len(), 2);
    }
}
