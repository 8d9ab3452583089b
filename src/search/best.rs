//! The best so far, and what a newcomer has to beat.

use std::cmp::Reverse;

/// A rank and the position that breaks ties: the greater, the better.
pub(super) type Key = (i64, Reverse<u32>);

/// The best few of many candidates.
#[derive(Clone, Debug)]
pub(super) struct Best {
    /// How many are kept at least, where there are so many.
    most: usize,
    /// The candidates, in no order, some more than `most`.
    kept: Vec<Key>,
    /// A rank below this is not wanted any more.
    least: i64,
    /// No candidate that was turned away is better.
    turned_away: Option<Key>,
}

impl Best {
    /// Keeps the best `most` (at least one).
    pub(super) fn new(most: usize) -> Self {
        Self {
            most: most.max(1),
            kept: Vec::new(),
            least: i64::MIN,
            turned_away: None,
        }
    }

    /// Nobody yet, but what is wanted is as here.
    pub(super) fn heir(&self) -> Self {
        Self {
            most: self.most,
            kept: Vec::new(),
            least: self.least,
            turned_away: self.turned_away,
        }
    }

    /// A rank below this is not wanted any more.
    pub(super) fn least(&self) -> i64 {
        self.least
    }

    /// Takes in a candidate.
    pub(super) fn push(&mut self, rank: i64, position: u32) {
        if rank < self.least {
            return;
        }
        self.kept.push((rank, Reverse(position)));
        if self.kept.len() >= 4 * self.most {
            self.cut();
        }
    }

    /// Says that every later candidate has a later position: it then has to be
    /// better than the last that is kept, not merely as good.
    pub(super) fn later_from_here(&mut self) {
        if self.kept.len() >= self.most {
            let last = self.cut();
            self.least = self.least.max(last.0 + 1);
        }
    }

    /// Takes in everyone of another.
    pub(super) fn join(&mut self, other: Self) {
        self.kept.extend(other.kept);
        self.turned_away = self.turned_away.max(other.turned_away);
        self.least = self.least.max(other.least);
    }

    /// The candidates, best first, and a bound on those that were turned away.
    pub(super) fn ranked(mut self) -> (Vec<Key>, Option<Key>) {
        self.kept.sort_unstable_by_key(|&key| Reverse(key));
        (self.kept, self.turned_away)
    }

    /// Keeps the best `most` and gives the last of them.
    fn cut(&mut self) -> Key {
        let last = self.most - 1;
        self.kept
            .select_nth_unstable_by_key(last, |&key| Reverse(key));
        self.kept.truncate(self.most);
        let key = self.kept[last];
        self.least = self.least.max(key.0);
        self.turned_away = self.turned_away.max(Some(key));
        key
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn keeps_the_best(ranks in prop::collection::vec(0i64..20, 0..500), most in 1usize..20) {
            let mut best = Best::new(most);
            for (position, &rank) in (0u32..).zip(&ranks) {
                if position % 37 == 0 {
                    best.later_from_here();
                }
                best.push(rank, position);
            }
            let (kept, _) = best.ranked();
            let mut all: Vec<Key> = (0u32..).zip(&ranks).map(|(p, &r)| (r, Reverse(p))).collect();
            all.sort_unstable_by_key(|&key| Reverse(key));
            let wanted = most.min(all.len());
            prop_assert_eq!(&kept[..wanted], &all[..wanted]);
        }
    }
}
