//! Weights as the program reads them: see [`crate::language::weights`].

use super::{
    Kept,
    perceptron::{Keys, Perceptron, Ranked},
};
use crate::language::weights::slot;

/// How much the number of changes counts in what is learnt again.
const LEARNT: f64 = 0.6;

/// The `most` features that matter most.
pub(super) fn important(model: &Perceptron, most: usize) -> Keys {
    let ranked = model.ranked(4.0, LEARNT);
    ranked
        .into_iter()
        .take(most)
        .map(|feature| feature.key)
        .collect()
}

/// The features in buckets of four, what matters most first; what finds no place, or a
/// fingerprint like its own, is left out.
fn buckets(ranked: Vec<Ranked>, count: usize) -> Vec<Vec<(u16, Vec<i8>)>> {
    let mut buckets = vec![Vec::new(); count];
    for feature in ranked {
        let (at, print) = slot(feature.key, count);
        let bucket: &mut Vec<(u16, Vec<i8>)> = &mut buckets[at];
        if bucket.len() < 4 && bucket.iter().all(|(other, _)| *other != print) {
            bucket.push((print, feature.row));
        }
    }
    buckets
}

/// The fingerprints of a bucket.
fn prints(bucket: &[(u16, Vec<i8>)], out: &mut Vec<u8>) {
    for place in 0..4 {
        let print = bucket.get(place).map_or(0, |(print, _)| *print);
        out.extend(print.to_le_bytes());
    }
}

/// A table of three classes of what `kept` tells.
pub(super) fn ternary(model: &Perceptron, kept: Kept) -> Vec<u8> {
    let mut out = Vec::new();
    for bucket in buckets(model.ranked(kept.scale, kept.changes), kept.features / 4) {
        prints(&bucket, &mut out);
        for place in 0..4 {
            let pair = bucket
                .get(place)
                .map_or([0; 2], |(_, row)| [row[1], row[2]]);
            out.extend(pair.map(i8::cast_unsigned));
        }
    }
    out
}

/// A table of many classes of what `kept` tells.
pub(super) fn sparse(model: &Perceptron, kept: Kept) -> Vec<u8> {
    let ranked = model.ranked(kept.scale, kept.changes);
    let count = kept.features.min(ranked.len() * 10 / 9) / 4;
    let mut table = (count as u32).to_le_bytes().to_vec();
    let mut pairs = Vec::new();
    for bucket in buckets(ranked, count) {
        prints(&bucket, &mut table);
        let base = (pairs.len() / 2) as u32;
        for place in 0..4 {
            let before = pairs.len();
            for (class, weight) in bucket
                .get(place)
                .iter()
                .flat_map(|(_, row)| row.iter().enumerate())
            {
                if *weight != 0 {
                    pairs.extend([class as u8, weight.cast_unsigned()]);
                }
            }
            table.push(((pairs.len() - before) / 2) as u8);
        }
        table.extend(base.to_le_bytes());
    }
    table.extend(pairs);
    table
}
