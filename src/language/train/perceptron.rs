//! The averaged perceptron (Collins 2002): whole numbers, exact keys.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

use crate::language::weights::Weights;

/// Keys are hashes already.
#[derive(Default)]
pub(super) struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key ^ (key >> 31);
    }
}

/// A set of keys.
pub(super) type Keys = HashSet<u64, BuildHasherDefault<Same>>;

/// Weights of `classes` classes while they are learnt.
#[derive(Clone, Default)]
pub(super) struct Perceptron {
    pub(super) classes: usize,
    /// The row of each feature.
    rows: HashMap<u64, u32, BuildHasherDefault<Same>>,
    weights: Vec<i32>,
    /// Sum of the changes of each weight, each times the time when it came.
    late: Vec<i64>,
    /// How often each row was changed.
    changes: Vec<u32>,
    /// How many decisions there have been.
    pub(super) time: i64,
    /// The only features that are learnt, where not all are.
    only: Option<Keys>,
}

/// Averaged weights are whole numbers of this part of one.
pub(super) const PARTS: f64 = 1024.0;

/// A feature with its weights, and how much it matters.
pub(super) struct Ranked {
    pub(super) key: u64,
    pub(super) weight: f64,
    pub(super) row: Vec<i8>,
}

impl Perceptron {
    pub(super) fn new(classes: usize, only: Option<Keys>) -> Self {
        Self {
            classes,
            only,
            ..Self::default()
        }
    }

    /// Number of features.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Adds `by` to the weight of `key` for `class`.
    pub(super) fn change(&mut self, key: u64, class: usize, by: i32) {
        if self.only.as_ref().is_some_and(|only| !only.contains(&key)) {
            return;
        }
        let next = self.rows.len() as u32;
        let row = *self.rows.entry(key).or_insert(next);
        if row == next {
            self.weights.resize(self.weights.len() + self.classes, 0);
            self.late.resize(self.weights.len(), 0);
            self.changes.push(0);
        }
        self.changes[row as usize] += 1;
        let at = row as usize * self.classes + class;
        self.weights[at] += by;
        self.late[at] += i64::from(by) * self.time;
    }

    /// Right for wrong: what a mistake teaches.
    pub(super) fn learn(&mut self, keys: &[u64], right: usize, wrong: usize) {
        for key in keys {
            self.change(*key, right, 1);
            self.change(*key, wrong, -1);
        }
    }

    /// The mean of each weight over time, in parts of [`PARTS`].
    pub(super) fn average(mut self) -> Self {
        let time = self.time.max(1) as f64;
        for (weight, late) in self.weights.iter_mut().zip(&self.late) {
            *weight = ((f64::from(*weight) - *late as f64 / time) * PARTS).round() as i32;
        }
        self.late = Vec::new();
        self
    }

    /// Takes the rows of `other` as they stand, and as what matters most.
    pub(super) fn adopt(&mut self, other: &Self) {
        let mut rows: Vec<_> = other.rows.iter().collect();
        rows.sort_unstable();
        for (key, row) in rows {
            let start = *row as usize * self.classes;
            self.rows.insert(*key, self.changes.len() as u32);
            self.weights
                .extend(&other.weights[start..start + self.classes]);
            self.changes.push(1 << 20);
        }
    }

    /// The features as small weights, what matters most first: the largest weight of a feature
    /// times how often it was changed to the power `alpha`. A weight of one becomes `scale`.
    pub(super) fn ranked(&self, scale: f64, alpha: f64) -> Vec<Ranked> {
        let small = |weight: i32| {
            (f64::from(weight) / PARTS * scale)
                .round()
                .clamp(-127.0, 127.0) as i8
        };
        let ranked = self.rows.iter().filter_map(|(key, at)| {
            let start = *at as usize * self.classes;
            let weights = &self.weights[start..start + self.classes];
            // Of three classes the first scores nothing.
            let base = if self.classes == 3 { weights[0] } else { 0 };
            let row: Vec<i8> = weights.iter().map(|weight| small(weight - base)).collect();
            let most = row.iter().map(|weight| weight.unsigned_abs()).max()?;
            let changes = f64::from(self.changes[*at as usize]);
            (most > 0).then(|| Ranked {
                key: *key,
                weight: f64::from(most) * changes.powf(alpha),
                row,
            })
        });
        let mut ranked: Vec<Ranked> = ranked.collect();
        ranked.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.key.cmp(&b.key)));
        ranked
    }
}

impl Weights for Perceptron {
    #[inline]
    fn add(&self, key: u64, scores: &mut [i32]) {
        if let Some(row) = self.rows.get(&key) {
            let start = *row as usize * self.classes;
            let weights = &self.weights[start..start + self.classes];
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += weight;
            }
        }
    }

    fn first(&self, key: u64) -> Option<(u8, i32)> {
        let start = *self.rows.get(&key)? as usize * self.classes;
        let weights = &self.weights[start..start + self.classes];
        let at = weights.iter().position(|weight| *weight != 0)?;
        Some((at as u8, weights[at]))
    }
}

/// Puts `order` into another order, the same every time.
pub(super) fn shuffle(order: &mut [usize], seed: &mut u64) {
    for i in (1..order.len()).rev() {
        *seed = crate::language::weights::mix(*seed, i as u64 | 1);
        order.swap(i, (*seed >> 33) as usize % (i + 1));
    }
}
