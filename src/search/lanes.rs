//! Loops over 64 texts side by side.
//!
//! The letters of 64 texts lie transposed: first the 64 first letters, then the
//! 64 second ones. One step of a loop over `[u8; 64]` then does the work of 64
//! steps, and the compiler makes vector instructions of it: SSE2 everywhere,
//! AVX2 or AVX-512 where `pulp` finds them at run time. All of it is safe code.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined into a dispatched function is compiled for SSE2 only"
)]

use pulp::{Arch, Simd, WithSimd};

use super::fuzzy::{ADJACENT, GAP, MATCH, START, WIDER};

/// How many texts lie side by side.
pub(super) const LANES: usize = 64;
/// The bit of a cell that says that its letter begins a word.
pub(super) const START_BIT: u8 = 0x80;
/// The code of a cell beyond the end of its text.
pub(super) const END: u8 = 0;
/// Most letters that one run of [`bound`] takes: more would overflow its bytes.
pub(super) const BOUND_LETTERS: usize = 10;
/// Most letters that one run of [`subsequence`] or [`contiguous`] takes.
pub(super) const FIND_LETTERS: usize = 12;

/// One cell of each of the 64 texts.
pub(super) type Column = [u8; LANES];

/// Runs `$kernel` for the longest of the lengths (given in descending order)
/// that `$term` has letters for; the length is known to the compiler.
macro_rules! run {
    ($arch:expr, $kernel:ident, $cells:expr, $term:expr; $($n:literal)+) => {
        $(if let Some(letters) = $term.first_chunk::<$n>() {
            let cells = $cells.as_chunks::<LANES>().0;
            return $arch.dispatch($kernel { cells, letters });
        })+
    };
}

/// The texts in which the letters of `term` occur in order, as bits; of a term
/// longer than [`FIND_LETTERS`], its first letters.
pub(super) fn subsequence(arch: Arch, cells: &[u8], term: &[u8]) -> u64 {
    run!(arch, Subsequence, cells, term; 12 11 10 9 8 7 6 5 4 3 2 1);
    u64::MAX
}

/// The texts in which the letters of `term` occur without a gap, as bits; of a
/// term longer than [`FIND_LETTERS`], its first letters.
pub(super) fn contiguous(arch: Arch, cells: &[u8], term: &[u8]) -> u64 {
    run!(arch, Contiguous, cells, term; 12 11 10 9 8 7 6 5 4 3 2 1);
    u64::MAX
}

/// The texts in which a word begins with `term`, as bits, or with `whole` is `term`; of a
/// term longer than [`FIND_LETTERS`], those in which a word begins with its first letters.
pub(super) fn beginning(arch: Arch, cells: &[u8], term: &[u8], whole: bool) -> u64 {
    if whole && term.len() <= FIND_LETTERS {
        run!(arch, WholeWord, cells, term; 12 11 10 9 8 7 6 5 4 3 2 1);
    } else {
        run!(arch, Beginning, cells, term; 12 11 10 9 8 7 6 5 4 3 2 1);
    }
    u64::MAX
}

/// The texts in which words begin with the letters of `term` in order, as bits; of a term
/// longer than [`FIND_LETTERS`], its first letters.
pub(super) fn initials(arch: Arch, cells: &[u8], term: &[u8]) -> u64 {
    run!(arch, Initials, cells, term; 12 11 10 9 8 7 6 5 4 3 2 1);
    u64::MAX
}

/// The texts that begin with `term`, as bits.
pub(super) fn prefix(cells: &[u8], term: &[u8]) -> u64 {
    let (columns, _) = cells.as_chunks::<LANES>();
    if columns.len() < term.len() {
        return 0;
    }
    let mut alive = [0xff; LANES];
    for (column, &letter) in columns.iter().zip(term) {
        for lane in 0..LANES {
            alive[lane] &= mask(column[lane] & !START_BIT == letter);
        }
    }
    bits(&alive)
}

/// For each text, no less than the score of `term` plus [`bias`]; of a term
/// longer than [`BOUND_LETTERS`], of its first letters. For a text that does not
/// hold the letters in order the number means nothing.
///
/// This is the recurrence of `SkimMatcherV2` (`matched`: the best score with this
/// letter matched here; `gone`: with letters skipped since) in bytes: what falls
/// below zero stays zero, so that the result can be too high but never too low.
pub(super) fn bound(arch: Arch, cells: &[u8], term: &[u8]) -> Column {
    run!(arch, Bound, cells, term; 10 9 8 7 6 5 4 3 2 1);
    [0; LANES]
}

/// What [`bound`] adds to the score of a term of so many letters.
pub(super) const fn bias(letters: usize) -> u8 {
    let letters = if letters < BOUND_LETTERS {
        letters
    } else {
        BOUND_LETTERS
    };
    u8::MAX - (MATCH + START) * letters as u8
}

/// All bits for yes, none for no.
#[inline(always)]
const fn mask(yes: bool) -> u8 {
    if yes { 0xff } else { 0 }
}

/// One bit for each lane that has all bits (of lanes that have all or none).
#[inline(always)]
fn bits(lanes: &Column) -> u64 {
    let mut bits = 0;
    for (eight, lanes) in lanes.as_chunks::<8>().0.iter().enumerate() {
        // One bit a byte, gathered into the top byte by a multiplication.
        let ones = u64::from_le_bytes(*lanes) & 0x0101_0101_0101_0101;
        bits |= (ones.wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * eight);
    }
    bits
}

/// The letters of a column, without the bits for word starts.
#[inline(always)]
fn letters(column: &Column) -> Column {
    let mut letters = [0; LANES];
    for lane in 0..LANES {
        letters[lane] = column[lane] & !START_BIT;
    }
    letters
}

struct Subsequence<'a, const M: usize> {
    cells: &'a [Column],
    letters: &'a [u8; M],
}

impl<const M: usize> WithSimd for Subsequence<'_, M> {
    type Output = u64;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> u64 {
        // `seen[i]`: the texts in which the letters up to `i` have been seen in order.
        let mut seen = [[0u8; LANES]; M];
        for column in self.cells {
            let cell = letters(column);
            for i in (1..M).rev() {
                let before = seen[i - 1];
                for lane in 0..LANES {
                    seen[i][lane] |= before[lane] & mask(cell[lane] == self.letters[i]);
                }
            }
            for lane in 0..LANES {
                seen[0][lane] |= mask(cell[lane] == self.letters[0]);
            }
        }
        bits(&seen[M - 1])
    }
}

struct Contiguous<'a, const M: usize> {
    cells: &'a [Column],
    letters: &'a [u8; M],
}

impl<const M: usize> WithSimd for Contiguous<'_, M> {
    type Output = u64;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> u64 {
        // `run[i]`: the texts in which the letters up to `i` end at this column.
        let mut run = [[0u8; LANES]; M];
        let mut found = [0u8; LANES];
        for column in self.cells {
            let cell = letters(column);
            for i in (1..M).rev() {
                let before = run[i - 1];
                for lane in 0..LANES {
                    run[i][lane] = before[lane] & mask(cell[lane] == self.letters[i]);
                }
            }
            for lane in 0..LANES {
                run[0][lane] = mask(cell[lane] == self.letters[0]);
                found[lane] |= run[M - 1][lane];
            }
        }
        bits(&found)
    }
}

struct Beginning<'a, const M: usize> {
    cells: &'a [Column],
    letters: &'a [u8; M],
}

impl<const M: usize> WithSimd for Beginning<'_, M> {
    type Output = u64;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> u64 {
        // As `Contiguous`, but the first letter has to begin a word.
        let mut run = [[0u8; LANES]; M];
        let mut found = [0u8; LANES];
        let first = self.letters[0] | START_BIT;
        for column in self.cells {
            let cell = letters(column);
            for i in (1..M).rev() {
                let before = run[i - 1];
                for lane in 0..LANES {
                    run[i][lane] = before[lane] & mask(cell[lane] == self.letters[i]);
                }
            }
            for lane in 0..LANES {
                run[0][lane] = mask(column[lane] == first);
                found[lane] |= run[M - 1][lane];
            }
        }
        bits(&found)
    }
}

struct WholeWord<'a, const M: usize> {
    cells: &'a [Column],
    letters: &'a [u8; M],
}

impl<const M: usize> WithSimd for WholeWord<'_, M> {
    type Output = u64;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> u64 {
        // As `Beginning`, but what follows the last letter has to be no letter.
        let mut run = [[0u8; LANES]; M];
        let mut found = [0u8; LANES];
        let first = self.letters[0] | START_BIT;
        for column in self.cells {
            let cell = letters(column);
            for lane in 0..LANES {
                found[lane] |= run[M - 1][lane] & mask(is_mark(cell[lane]));
            }
            for i in (1..M).rev() {
                let before = run[i - 1];
                for lane in 0..LANES {
                    run[i][lane] = before[lane] & mask(cell[lane] == self.letters[i]);
                }
            }
            for lane in 0..LANES {
                run[0][lane] = mask(column[lane] == first);
            }
        }
        for lane in 0..LANES {
            found[lane] |= run[M - 1][lane];
        }
        bits(&found)
    }
}

/// Whether a code is no letter or digit: a mark of ASCII, or the end.
#[inline(always)]
const fn is_mark(code: u8) -> bool {
    code == END
        || code.wrapping_sub(b' ') < 16
        || code.wrapping_sub(b':') < 7
        || code.wrapping_sub(b'[') < 6
        || code.wrapping_sub(b'{') < 4
}

struct Initials<'a, const M: usize> {
    cells: &'a [Column],
    letters: &'a [u8; M],
}

impl<const M: usize> WithSimd for Initials<'_, M> {
    type Output = u64;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> u64 {
        // As `Subsequence`, over the letters that begin words.
        let mut seen = [[0u8; LANES]; M];
        for column in self.cells {
            for i in (1..M).rev() {
                let before = seen[i - 1];
                for lane in 0..LANES {
                    let is = mask(column[lane] == self.letters[i] | START_BIT);
                    seen[i][lane] |= before[lane] & is;
                }
            }
            for lane in 0..LANES {
                seen[0][lane] |= mask(column[lane] == self.letters[0] | START_BIT);
            }
        }
        bits(&seen[M - 1])
    }
}

struct Bound<'a, const M: usize> {
    cells: &'a [Column],
    letters: &'a [u8; M],
}

impl<const M: usize> WithSimd for Bound<'_, M> {
    type Output = Column;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> Column {
        let first = bias(M) - WIDER;
        let mut matched = [[0u8; LANES]; M];
        let mut gone = [[0u8; LANES]; M];
        let mut best = [0u8; LANES];
        for column in self.cells {
            let cell = letters(column);
            // A letter's points after a gap, and right after the letter matched before it.
            let mut skipped = [0; LANES];
            let mut adjacent = [0; LANES];
            for lane in 0..LANES {
                let starts = column[lane] >= START_BIT;
                skipped[lane] = if starts { MATCH + START } else { MATCH };
                adjacent[lane] = if starts {
                    MATCH + START
                } else {
                    MATCH + ADJACENT
                };
            }
            for i in (0..M).rev() {
                for lane in 0..LANES {
                    let opened = matched[i][lane].saturating_sub(GAP);
                    gone[i][lane] = gone[i][lane].saturating_sub(WIDER).max(opened);
                }
                if i == 0 {
                    for lane in 0..LANES {
                        let score = first.saturating_add(skipped[lane]);
                        matched[0][lane] = score & mask(cell[lane] == self.letters[0]);
                    }
                } else {
                    let (before, gap) = (matched[i - 1], gone[i - 1]);
                    for lane in 0..LANES {
                        let near = before[lane].saturating_add(adjacent[lane]);
                        let far = gap[lane].saturating_add(skipped[lane]);
                        matched[i][lane] = near.max(far) & mask(cell[lane] == self.letters[i]);
                    }
                }
            }
            for lane in 0..LANES {
                best[lane] = best[lane].max(matched[M - 1][lane]);
            }
        }
        best
    }
}
