//! Texts side by side: a group of the plane, or what is left of many groups.

use pulp::Arch;

use super::{
    fuzzy::is_break,
    lanes::{self, LANES, START_BIT},
    near::near,
    plan::PlanTerm,
    plane::Block,
    query::How,
};

/// Some texts side by side, of one group or from many.
pub(super) struct View<'a> {
    pub(super) block: &'a Block,
    pub(super) cells: &'a [u8],
    /// The lane of the block that each lane here came from.
    pub(super) lanes: &'a [u16; LANES],
}

impl View<'_> {
    /// Whether a word in a lane begins with the codes of `term`, but for one error.
    pub(super) fn begins_near(&self, term: &PlanTerm, lane: usize) -> bool {
        let columns = self.cells.as_chunks::<LANES>().0;
        let at = |column: usize| columns.get(column).map(|cells| cells[lane] & !START_BIT);
        let mut starts = (0..columns.len()).filter(|&column| columns[column][lane] >= START_BIT);
        starts.any(|start| near(&term.codes, |i| at(start + i)).is_some())
    }

    /// Whether words that follow one another in a lane begin with the codes of `term`.
    pub(super) fn has_initials(&self, term: &PlanTerm, lane: usize) -> bool {
        let columns = self.cells.as_chunks::<LANES>().0;
        let starts = columns.iter().map(|column| column[lane]);
        let starts = starts.filter(|&cell| cell >= START_BIT);
        let codes: Vec<u8> = starts.map(|cell| cell & !START_BIT).collect();
        let words: Vec<u8> = codes.into_iter().filter(|&code| !is_broken(code)).collect();
        words.windows(term.codes.len()).any(|run| run == term.codes)
    }

    /// Whether the codes of `term` stand in a lane without a gap.
    pub(super) fn is_gapless(&self, term: &PlanTerm, lane: usize) -> bool {
        match term.term.how {
            How::Fuzzy => {}
            How::Near | How::Initials => return false,
            _ => return true,
        }
        let columns = self.cells.as_chunks::<LANES>().0;
        columns.windows(term.codes.len()).any(|window| {
            let mut letters = window.iter().zip(&term.codes);
            letters.all(|(column, &code)| column[lane] & !START_BIT == code)
        })
    }
}

/// Whether a letter of this code ends a word: after it another begins.
fn is_broken(code: u8) -> bool {
    code.is_ascii() && code >= b' ' && is_break(code as char) || code == lanes::END
}

/// The few texts left of many groups, packed into one.
#[derive(Default)]
pub(super) struct Pack {
    pub(super) cells: Vec<u8>,
    lanes: Vec<u16>,
}

impl Pack {
    /// Adds the texts `alive` of `view`; groups come in the order of their lengths.
    pub(super) fn add(&mut self, view: &View, alive: u64) {
        if self.cells.len() < view.cells.len() {
            self.cells.resize(view.cells.len(), lanes::END);
        }
        for lane in ones(alive) {
            let free = self.lanes.len() % LANES;
            let from = view.cells.as_chunks::<LANES>().0;
            let to = self.cells.as_chunks_mut::<LANES>().0;
            for (to, from) in to.iter_mut().zip(from) {
                to[free] = from[lane];
            }
            self.lanes.push(view.lanes[lane]);
        }
    }

    /// Whether so many more texts fit.
    pub(super) fn has_room(&self, texts: u32) -> bool {
        self.lanes.len() + texts as usize <= LANES
    }
}

/// The positions of the bits of `word`, ascending.
pub(super) fn ones(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (word != 0).then(|| word.trailing_zeros() as usize % LANES)?;
        word &= word - 1;
        Some(bit)
    })
}

/// How many bits of `words` are set.
pub(super) fn count(arch: Arch, words: &[u64]) -> usize {
    arch.dispatch(|| words.iter().map(|word| word.count_ones() as usize).sum())
}

/// The lanes of a pack as a view has them, and which of them are taken.
pub(super) fn lanes_of(pack: &Pack) -> Option<([u16; LANES], u64)> {
    let mut lanes = [0; LANES];
    lanes[..pack.lanes.len()].copy_from_slice(&pack.lanes);
    match pack.lanes.len() {
        0 => None,
        LANES.. => Some((lanes, u64::MAX)),
        few => Some((lanes, (1 << few) - 1)),
    }
}

/// The pack, empty, with its memory.
pub(super) fn reuse(mut pack: Pack) -> Pack {
    pack.cells.clear();
    pack.lanes.clear();
    pack
}
