//! Letters → the codes of the plane, seven bits each.

use std::{cmp::Reverse, collections::HashMap};

use super::{Item, encode::marks, fuzzy::is_break, lanes::START_BIT, rank::SEARCHED_LETTERS};
use crate::text::fold;

/// Which code a letter has in the plane.
///
/// The printable characters of ASCII have their own. Of all others the 31 most
/// frequent have a code each; the rest share 26 (those of A to Z, which folding
/// leaves unused), so that a match of theirs has to be checked.
#[derive(Clone, Debug)]
pub(super) struct Alphabet {
    frequent: HashMap<char, u8>,
    /// For each character of ASCII its code, folded, and [`START_BIT`] if a word
    /// starts after it.
    pub(super) ascii: [(u8, u8); 128],
    /// What typographic marks are folded to.
    pub(super) marks: Vec<String>,
}

impl Alphabet {
    /// The code of a folded letter.
    pub(super) fn code(&self, letter: char) -> u8 {
        match letter {
            ' '..='~' => letter as u8,
            _ => match self.frequent.get(&letter) {
                Some(&code) => code,
                // Fibonacci hashing: neighbours in a script fall apart.
                None => b'A' + ((letter as u32).wrapping_mul(0x9e37_79b1) >> 16) as u8 % 26,
            },
        }
    }

    /// Whether no other letter has the code of this one.
    pub(super) fn is_own(&self, letter: char) -> bool {
        matches!(letter, ' '..='~') || self.frequent.contains_key(&letter)
    }

    /// The alphabet for these items.
    pub(super) fn count(items: &[Item]) -> Self {
        // A sample is enough: a rare letter with a shared code only costs time.
        let step = items.len() / 20_000 + 1;
        let mut counts: HashMap<char, usize> = HashMap::new();
        for item in items
            .iter()
            .step_by(step)
            .filter(|item| !item.text.is_ascii())
        {
            fold::each(&item.text, SEARCHED_LETTERS, |letter, _| {
                if !letter.is_ascii() {
                    *counts.entry(letter).or_default() += 1;
                }
            });
        }
        let mut counts: Vec<(char, usize)> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|&(letter, count)| (Reverse(count), letter));
        let letters = counts.into_iter().map(|(letter, _)| letter);
        let mut alphabet = Self {
            frequent: letters.zip(1..b' ').collect(),
            ascii: [(0, 0); 128],
            marks: marks(),
        };
        alphabet.ascii = std::array::from_fn(|byte| {
            let letter = (byte as u8).to_ascii_lowercase() as char;
            let start = if is_break(letter) { START_BIT } else { 0 };
            (alphabet.code(letter), start)
        });
        alphabet
    }
}

/// The presence bit of a code: letters and digits have one each, the rest share 28.
pub(super) const fn presence_bit(code: u8) -> usize {
    match code {
        b'a'..=b'z' => (code - b'a') as usize,
        b'0'..=b'9' => 26 + (code - b'0') as usize,
        _ => 36 + (code % 28) as usize,
    }
}
