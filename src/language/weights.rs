//! Weights of linear models, read where they lie.
//!
//! A model is a hash table over a byte slice that the trainer has written: nothing is decoded
//! or copied, so that opening one costs nothing and only the pages that a sentence touches are
//! read. A feature is a 64-bit key; the table keeps 16 bits of it as a fingerprint, in buckets
//! of four. A key that was never trained meets a stranger's fingerprint about once in 20,000
//! times, which costs one wrong weight among many.

/// Whatever adds the weights of a feature to the scores of the classes.
pub(crate) trait Weights {
    /// Adds the weights of `key` to `scores`; a feature never seen adds nothing.
    fn add(&self, key: u64, scores: &mut [i32]);
    /// The first class that `key` has a weight for, and that weight.
    fn first(&self, key: u64) -> Option<(u8, i32)>;
}

/// Joins `x` to the hash `h` (a multiplicative hash, as Fibonacci hashing).
#[inline]
pub(crate) const fn mix(h: u64, x: u64) -> u64 {
    (h.rotate_left(23) ^ x).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The bucket of `key` among `buckets`, and its fingerprint, which is never zero.
#[inline]
pub(crate) const fn slot(key: u64, buckets: usize) -> (usize, u16) {
    let bucket = ((key >> 32) * buckets as u64) >> 32;
    (bucket as usize, (key >> 12) as u16 | 1)
}

/// A one in each of four 16-bit lanes.
const LANES: u64 = 0x0001_0001_0001_0001;

/// A bit at the top of the lane of `prints` that holds `print`; no bit where none does.
#[inline]
const fn find(prints: u64, print: u16) -> u64 {
    let differs = prints ^ (print as u64).wrapping_mul(LANES);
    differs.wrapping_sub(LANES) & !differs & (LANES << 15)
}

/// A bucket's fingerprints and what stands beside them.
#[inline]
const fn halves(bucket: [u8; 16]) -> (u64, u64) {
    let both = u128::from_le_bytes(bucket);
    (both as u64, (both >> 64) as u64)
}

/// The first `u32` of `bytes`, and the rest; zero where there is none.
fn word(bytes: &[u8]) -> (usize, &[u8]) {
    bytes.split_first_chunk().map_or((0, bytes), |(n, rest)| {
        (u32::from_le_bytes(*n) as usize, rest)
    })
}

/// The next part of `bytes`, which its length in bytes precedes, and the rest.
pub(crate) fn section(bytes: &[u8]) -> (&[u8], &[u8]) {
    let (len, rest) = word(bytes);
    rest.split_at(len.min(rest.len()))
}

/// Weights of three classes, the first of which always scores nothing.
///
/// A bucket of 16 bytes: four fingerprints, then four pairs of weights (`i8`).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ternary<'m>(&'m [[u8; 16]]);

impl<'m> Ternary<'m> {
    /// The table that `bytes` hold.
    pub(crate) fn new(bytes: &'m [u8]) -> Self {
        Self(bytes.as_chunks().0)
    }
}

impl Weights for Ternary<'_> {
    #[inline]
    fn add(&self, key: u64, scores: &mut [i32]) {
        let (bucket, print) = slot(key, self.0.len());
        let (Some(bucket), [_, one, two, ..]) = (self.0.get(bucket), scores) else {
            return;
        };
        // Whether a feature is known cannot be foreseen: no branch on it.
        let (prints, pairs) = halves(*bucket);
        let lane = find(prints, print);
        let known = u64::from(lane != 0).wrapping_neg();
        let pair = (pairs & known) >> (lane.trailing_zeros() & 0x30);
        *one += i32::from(pair as u8 as i8);
        *two += i32::from((pair >> 8) as u8 as i8);
    }

    fn first(&self, _: u64) -> Option<(u8, i32)> {
        None
    }
}

/// Weights of many classes, most of which a feature says nothing of.
///
/// The number of buckets (`u32`); buckets of 16 bytes: four fingerprints, the number of
/// weights of each, and where the first begins (`u32`); then the weights, as pairs of a class
/// and an `i8`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sparse<'m> {
    buckets: &'m [[u8; 16]],
    pairs: &'m [[u8; 2]],
}

impl<'m> Sparse<'m> {
    /// The table that `bytes` hold.
    pub(crate) fn new(bytes: &'m [u8]) -> Self {
        let (buckets, rest) = word(bytes);
        let (table, pairs) = rest.split_at((16 * buckets).min(rest.len()));
        Self {
            buckets: table.as_chunks().0,
            pairs: pairs.as_chunks().0,
        }
    }

    /// The weights of `key`, class by class.
    #[inline]
    fn row(&self, key: u64) -> &'m [[u8; 2]] {
        let (bucket, print) = slot(key, self.buckets.len());
        let Some((prints, rest)) = self.buckets.get(bucket).copied().map(halves) else {
            return &[];
        };
        let lane = find(prints, print);
        if lane == 0 {
            return &[];
        }
        let place = (lane.trailing_zeros() / 16) as usize;
        let lengths = (rest as u32).to_le_bytes();
        let before: usize = lengths[..place].iter().map(|len| usize::from(*len)).sum();
        let start = (rest >> 32) as usize + before;
        self.pairs
            .get(start..start + usize::from(lengths[place]))
            .unwrap_or_default()
    }
}

impl Weights for Sparse<'_> {
    #[inline]
    fn add(&self, key: u64, scores: &mut [i32]) {
        for [class, weight] in self.row(key) {
            if let Some(score) = scores.get_mut(usize::from(*class)) {
                *score += i32::from(*weight as i8);
            }
        }
    }

    #[inline]
    fn first(&self, key: u64) -> Option<(u8, i32)> {
        let [class, weight] = *self.row(key).first()?;
        Some((class, i32::from(weight as i8)))
    }
}

/// The class with the highest score; the first of equals.
#[inline]
pub(crate) fn best(scores: &[i32]) -> usize {
    let mut best = 0;
    for (class, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = class;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_any_bytes_is_read_without_a_fault() {
        for len in 0..70usize {
            let bytes: Vec<u8> = (0..len).map(|i| (i * 37 + len) as u8).collect();
            let mut scores = [0; 9];
            for key in 0..2000 {
                let key = mix(key, 7);
                Sparse::new(&bytes).add(key, &mut scores);
                Ternary::new(&bytes).add(key, &mut scores);
                Sparse::new(&bytes).first(key);
            }
        }
    }

    #[test]
    fn a_fingerprint_is_found_in_each_lane() {
        for lane in 0..4 {
            let prints = 0x1111_2221_3331_4441_u64;
            let print = (prints >> (16 * lane)) as u16;
            assert_eq!(find(prints, print).trailing_zeros() / 16, lane);
        }
        assert_eq!(find(0, 1), 0);
    }
}
