//! What a scan leaves behind, and how it is divided among those who scan.

use super::lanes::LANES;

/// What a scan leaves behind.
#[derive(Debug, Default)]
pub(super) struct Marks<'m> {
    /// One word a group, given with the texts to look at: those that match.
    pub(super) alive: &'m mut [u64],
    /// One byte a lane, given all 0: the shortfalls; empty where they are not kept.
    pub(super) short: &'m mut [u8],
}

impl Marks<'_> {
    /// The same, for a while.
    pub(super) fn reborrow(&mut self) -> Marks<'_> {
        Marks {
            alive: self.alive,
            short: self.short,
        }
    }

    /// Those of the first `groups` groups, and the others.
    pub(super) fn split_at(self, groups: usize) -> (Self, Self) {
        let (alive, other_alive) = self.alive.split_at_mut(groups);
        let lanes = (groups * LANES).min(self.short.len());
        let (short, other_short) = self.short.split_at_mut(lanes);
        let others = Marks {
            alive: other_alive,
            short: other_short,
        };
        (Self { alive, short }, others)
    }
}
