//! Which letters each eighth of a text has: an item-parallel test of their order
//! that reads a twentieth of what the letters themselves take.
//!
//! Presence bits say that a text has the letters of a term, not that they come in
//! order. Of a million English lines 405,000 have those of "sekerinska", 9,700 have
//! them in order; the letters of its parts leave 172,000 when there are four parts,
//! 54,000 when there are eight, 30,000 with twelve. Eight cost 26 bytes a text.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined into a dispatched function is compiled for SSE2 only"
)]

use pulp::{Arch, Simd, WithSimd};

use super::{
    lanes::START_BIT,
    pack::count,
    plane::{GROUPS, Lane},
};

/// Parts of a text.
const PARTS: usize = 8;
/// Letters that are told apart: a to z.
const LETTERS: usize = 26;
/// Most letters of a term that are looked at.
const MOST: usize = 12;
/// The fewest letters of a term for which the test pays.
const LEAST: usize = 4;

/// For each letter and each part one word a group, one bit a text.
#[derive(Debug)]
pub(super) struct Eighths {
    groups: usize,
    words: Vec<u64>,
}

impl Eighths {
    /// No text yet, of so many groups.
    pub(super) fn new(groups: usize) -> Self {
        Self {
            groups,
            words: vec![0; LETTERS * PARTS * groups],
        }
    }

    /// Takes in the codes of the text in a lane.
    pub(super) fn add(&mut self, lane: Lane, codes: &[u8]) {
        let part = codes.len().div_ceil(PARTS).max(1);
        for (number, part) in codes.chunks(part).enumerate() {
            let mut letters = part
                .iter()
                .filter_map(|&code| index(code))
                .fold(0u32, |all, at| all | 1 << at);
            while letters != 0 {
                let row = letters.trailing_zeros() as usize * PARTS + number;
                letters &= letters - 1;
                self.words[row * self.groups + lane.group] |= 1 << lane.bit;
            }
        }
    }

    /// Leaves in `alive`, one word a group, the texts that can have the letters of
    /// `term` in order: each in the part of the one before it or a later one.
    pub(super) fn sift(&self, arch: Arch, term: &Ordered, alive: &mut [u64]) {
        // The rows of a letter take about as much reading as the letters of 64 texts do.
        if count(arch, alive) > term.letters.len() {
            let sift = Sift {
                eighths: self,
                letters: &term.letters,
                alive,
            };
            if term.forgiving {
                arch.dispatch(Forgiving(sift));
            } else {
                arch.dispatch(sift);
            }
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.words.len() * 8
    }
}

/// The letters of a term that can be told apart, in order.
#[derive(Debug)]
pub(super) struct Ordered {
    letters: Vec<usize>,
    /// Whether one of them may be missing: a term with a letter wrong, too many,
    /// missing or swapped with the next has all others in order.
    forgiving: bool,
}

impl Ordered {
    /// Those of `codes`; nothing where there are too few to say much.
    pub(super) fn of(codes: &[u8], forgiving: bool) -> Option<Self> {
        let letters = codes.iter().filter_map(|&code| index(code));
        let letters: Vec<usize> = letters.take(MOST).collect();
        (letters.len() >= LEAST).then_some(Self { letters, forgiving })
    }
}

/// The number of a letter from a to z.
fn index(code: u8) -> Option<usize> {
    let at = usize::from((code & !START_BIT).wrapping_sub(b'a'));
    (at < LETTERS).then_some(at)
}

struct Sift<'a> {
    eighths: &'a Eighths,
    letters: &'a [usize],
    alive: &'a mut [u64],
}

/// The same with one letter missing.
struct Forgiving<'a>(Sift<'a>);

/// One word a group for each number of letters: the texts whose parts so far hold so
/// many of the first letters in order.
type Reached = [[u64; GROUPS]; MOST + 1];

impl Sift<'_> {
    /// For a part of the texts and a letter, the texts that have it there.
    #[inline(always)]
    fn row(&self, part: usize, letter: usize) -> &[u64] {
        let Eighths { groups, words } = self.eighths;
        let row = (letter * PARTS + part) * groups;
        &words[row..row + groups]
    }
}

impl WithSimd for Sift<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let mut reached: Reached = [[0; GROUPS]; MOST + 1];
        reached[0][..self.alive.len()].copy_from_slice(self.alive);
        for part in 0..PARTS {
            for (i, &letter) in self.letters.iter().enumerate() {
                step(&mut reached, i, self.row(part, letter));
            }
        }
        for (alive, reached) in self.alive.iter_mut().zip(&reached[self.letters.len()]) {
            *alive = *reached;
        }
    }
}

impl WithSimd for Forgiving<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let sift = self.0;
        let mut reached: Reached = [[0; GROUPS]; MOST + 1];
        // All of the first letters but one.
        let mut slipped = reached;
        reached[0][..sift.alive.len()].copy_from_slice(sift.alive);
        for part in 0..PARTS {
            for (i, &letter) in sift.letters.iter().enumerate() {
                let row = sift.row(part, letter);
                step(&mut reached, i, row);
                step(&mut slipped, i, row);
                for (slipped, reached) in slipped[i + 1].iter_mut().zip(&reached[i]) {
                    *slipped |= reached;
                }
            }
        }
        let letters = sift.letters.len();
        let reached = reached[letters].iter().zip(&slipped[letters]);
        for (alive, (reached, slipped)) in sift.alive.iter_mut().zip(reached) {
            *alive = reached | slipped;
        }
    }
}

/// Adds to those that hold one letter more the texts that have it in this part.
#[inline(always)]
fn step(rows: &mut Reached, i: usize, present: &[u64]) {
    let (before, after) = rows.split_at_mut(i + 1);
    for ((after, before), present) in after[0].iter_mut().zip(&before[i]).zip(present) {
        *after |= before & present;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn passes(text: &str, term: &str, forgiving: bool) -> bool {
        let mut eighths = Eighths::new(1);
        eighths.add(Lane { group: 0, bit: 5 }, text.as_bytes());
        // With the others, which have no letter, there are enough for a test.
        let mut alive = [u64::MAX];
        if let Some(term) = Ordered::of(term.as_bytes(), forgiving) {
            eighths.sift(Arch::new(), &term, &mut alive);
        }
        alive[0] & 1 << 5 != 0
    }

    #[test]
    fn order_counts() {
        let text = "the secretary general spoke of industry and of defense";
        assert!(passes(text, "generaldefense", false));
        assert!(!passes(text, "defenseindustry", false));
        assert!(!passes(text, "seoul", false));
        assert!(!passes("", "seoul", true));
        assert!(!passes("the secretary", "sekretary", false));
        assert!(passes("the secretary", "sekretary", true));
    }

    proptest! {
        #[test]
        fn nothing_that_matches_is_lost(text in "[a-e ]{0,60}", kept in prop::collection::vec(any::<bool>(), 60)) {
            let letters = text.chars().zip(kept).filter(|(_, kept)| *kept);
            let term: String = letters.map(|(letter, _)| letter).collect();
            prop_assert!(passes(&text, &term, false));
            prop_assert!(passes(&text, &term, true));
            let wrong = format!("z{term}");
            prop_assert!(passes(&text, &wrong, true));
        }
    }
}
