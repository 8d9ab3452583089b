//! A text → the codes of its letters, as the plane has them.

use super::{
    Item, alphabet::Alphabet, fuzzy::is_break, lanes::START_BIT, plane::Entry,
    rank::SEARCHED_LETTERS,
};
use crate::text::fold;

/// The first two of the three bytes of U+2000 to U+203F: typographic quotes, dashes
/// and spaces, which are nearly all that news has beyond ASCII.
const MARK: [u8; 2] = [0xe2, 0x80];

/// Appends the codes of what of an entry is searched.
pub(super) fn encode(entry: Entry, items: &[Item], alphabet: &Alphabet, codes: &mut Vec<u8>) {
    let item = &items[entry.item()];
    let limit = codes.len() + SEARCHED_LETTERS;
    let mut encoder = Encoder {
        alphabet,
        codes,
        start: START_BIT,
    };
    encoder.add(&item.text, limit);
    if entry.with_more() {
        encoder.add(" ", limit);
        encoder.add(&item.more, limit);
    }
    codes.truncate(limit);
}

struct Encoder<'a> {
    alphabet: &'a Alphabet,
    codes: &'a mut Vec<u8>,
    /// [`START_BIT`] if the next letter begins a word.
    start: u8,
}

impl Encoder<'_> {
    fn add(&mut self, text: &str, limit: usize) {
        let mut rest = text;
        while !rest.is_empty() && self.codes.len() < limit {
            let bytes = rest.as_bytes();
            let ascii = bytes.iter().take_while(|byte| byte.is_ascii()).count();
            self.ascii(&bytes[..ascii]);
            rest = &rest[ascii..];
            if let Some(mark) = self.alphabet.mark(rest) {
                self.ascii(mark.as_bytes());
                rest = &rest[MARK.len() + 1..];
                continue;
            }
            // Nothing joins across a letter of ASCII: what stands between two of them
            // is folded by itself.
            let other = rest.find(|c: char| c.is_ascii()).unwrap_or(rest.len());
            fold::each(&rest[..other], SEARCHED_LETTERS, |letter, _| {
                self.codes.push(self.alphabet.code(letter) | self.start);
                self.start = if is_break(letter) { START_BIT } else { 0 };
            });
            rest = &rest[other..];
        }
    }

    fn ascii(&mut self, letters: &[u8]) {
        let mut start = self.start;
        let table = &self.alphabet.ascii;
        self.codes.extend(letters.iter().map(|byte| {
            let (code, starts_next) = table[usize::from(byte & 0x7f)];
            code | std::mem::replace(&mut start, starts_next)
        }));
        self.start = start;
    }
}

/// What each of the marks is folded to, where that is letters of ASCII.
pub(super) fn marks() -> Vec<String> {
    let folded = |mark: u8| {
        let bytes = [MARK[0], MARK[1], mark];
        let folded = fold::fold(str::from_utf8(&bytes).unwrap_or_default(), 4).text;
        if folded.is_ascii() {
            folded
        } else {
            String::new()
        }
    };
    (0x80..0xc0).map(folded).collect()
}

impl Alphabet {
    /// What the mark that a text begins with is folded to.
    fn mark(&self, text: &str) -> Option<&str> {
        let &[first, second, mark, ..] = text.as_bytes() else {
            return None;
        };
        if [first, second] != MARK {
            return None;
        }
        let folded = self.marks.get(usize::from(mark & 0x3f))?;
        // One that folds to nothing may stand between two letters that join.
        (!folded.is_empty()).then_some(folded)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn like_the_folded_text(text in "(\\PC|[a-z’“…\u{200b}\u{2011}\u{1100}\u{1161}\u{11a8}]){0,40}") {
            let items = [Item::line(0, text.as_str())];
            let alphabet = Alphabet::count(&items);
            let mut codes = Vec::new();
            encode(Entry::alone(0), &items, &alphabet, &mut codes);
            let folded = fold::fold(&text, SEARCHED_LETTERS).text;
            let mut before = '\0';
            let wanted: Vec<u8> = folded.chars().map(|letter| {
                let start = if is_break(std::mem::replace(&mut before, letter)) { START_BIT } else { 0 };
                alphabet.code(letter) | start
            }).collect();
            prop_assert_eq!(codes, wanted);
        }
    }
}
