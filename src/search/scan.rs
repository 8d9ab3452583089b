//! One pass over the plane: which texts match, and which could be the best.
//!
//! For each block, cheapest test first: presence bits rule out most texts, the
//! item-parallel tests of [`lanes`] the rest; what is left is counted, and unless
//! the best so far cannot be beaten any more, an upper bound of its rank decides
//! whether it is worth an exact score. Where only a few of 64 texts are left
//! they are packed together with those of other groups.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined into a dispatched function is compiled for SSE2 only"
)]

mod score;

use std::{panic::resume_unwind, sync::Mutex, thread};

use pulp::Arch;

use super::{
    Item,
    best::Best,
    lanes::{self, LANES},
    marks::Marks,
    pack::{Pack, View, count, lanes_of, ones, reuse},
    plan::{Find, Plan, PlanGroup, PlanTerm},
    plane::{Block, GROUPS, Plane},
    rank,
    shortfall::Earlier,
};
use crate::corpus::guard;

/// Where fewer of 64 texts are left to be matched, they are packed: moving one
/// costs about as much as testing six.
const FEW_TO_MATCH: u32 = 10;
/// The same for texts to be scored, which takes three times as long.
const FEW_TO_SCORE: u32 = 24;

/// Fewer texts are scanned before a second thread has begun to.
const FEW_TO_SHARE: usize = 1 << 15;

/// What a scan works with.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) items: &'a [Item],
    pub(super) plane: &'a Plane,
    pub(super) plan: &'a Plan<'a>,
    pub(super) arch: Arch,
    /// What a shorter word left behind.
    pub(super) earlier: Option<Earlier<'a>>,
    /// Says whether the answer is not wanted any more: asked once a block.
    pub(super) stop: &'a (dyn Fn() -> bool + Sync),
}

impl Scan<'_> {
    /// Scans the blocks `blocks`: leaves its `marks` (of the whole plane), and adds the
    /// best to `best`. Gives up, with a wrong result, where `stop` says so.
    pub(super) fn run(
        self,
        blocks: std::ops::Range<usize>,
        marks: Marks,
        best: &mut Best,
        threads: usize,
    ) {
        let blocks = &self.plane.blocks[blocks];
        let Some(first) = blocks.first().map(|block| block.first_group) else {
            return;
        };
        let (_, mut rest) = marks.split_at(first);
        let threads = threads.min(blocks.len());
        let groups = blocks.iter().map(|block| block.groups).sum();
        let shared = threads > 1 && count(self.arch, &rest.alive[..groups]) >= FEW_TO_SHARE;
        let work = blocks.iter().map(|block| {
            let (mine, others) = std::mem::take(&mut rest).split_at(block.groups);
            rest = others;
            (block, mine)
        });
        if !shared {
            *best = self.pull(&Mutex::new(work), best);
            return;
        }
        let work = Mutex::new(work);
        best.later_from_here();
        let heir = best.heir();
        let quiet = guard::held();
        let help = || {
            guard::hold(quiet);
            self.pull(&work, &heir)
        };
        let found: Vec<Best> = thread::scope(|scope| {
            // Where no thread is to be had, this one does the work.
            let helpers: Vec<_> = (1..threads)
                .map_while(|_| thread::Builder::new().spawn_scoped(scope, help).ok())
                .collect();
            let mut found = vec![self.pull(&work, &heir)];
            for helper in helpers {
                found.push(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
            }
            found
        });
        for other in found {
            best.join(other);
        }
    }

    /// Takes blocks and scans them until none is left.
    fn pull<'b>(
        self,
        work: &Mutex<impl Iterator<Item = (&'b Block, Marks<'b>)>>,
        best: &Best,
    ) -> Best {
        let mut pass = Pass {
            scan: self,
            best: best.clone(),
            unmatched: Pack::default(),
            unscored: Pack::default(),
            possible: [u64::MAX; GROUPS],
        };
        while !(self.stop)() {
            let Some((block, mut marks)) = work.lock().ok().and_then(|mut work| work.next()) else {
                break;
            };
            pass.best.later_from_here();
            pass.block(block, &mut marks);
        }
        pass.best
    }
}

/// What one thread carries from block to block.
struct Pass<'a> {
    scan: Scan<'a>,
    best: Best,
    /// Texts that have the letters, in some order.
    unmatched: Pack,
    /// Texts that match.
    unscored: Pack,
    /// The texts of each group of the block that can be among the best.
    possible: [u64; GROUPS],
}

impl Pass<'_> {
    fn block(&mut self, block: &Block, marks: &mut Marks) {
        let arch = self.scan.arch;
        arch.dispatch(
            #[inline(always)]
            || self.presence(block, marks.alive),
        );
        let wanted = self.scan.plan.most(block.class);
        let earlier = self.scan.earlier.map(|earlier| {
            let least = self.scan.plan.least_sum(block.class, self.best.least());
            (earlier, least)
        });
        for group in 0..block.groups {
            let here = std::mem::take(&mut marks.alive[group]);
            if here == 0 {
                continue;
            }
            if let Some((earlier, least)) = earlier {
                let first = (block.first_group + group) * LANES;
                let short = marks.short.get_mut(group * LANES..(group + 1) * LANES);
                self.possible[group] = earlier.possible(first, least, short.unwrap_or_default());
            }
            let lanes = std::array::from_fn(|lane| (group * LANES + lane) as u16);
            let view = View {
                block,
                cells: self.scan.plane.cells(block, group),
                lanes: &lanes,
            };
            let here = self.sieve(&view, here);
            let few = here.count_ones();
            if few < FEW_TO_MATCH && !self.scan.plan.is_sure_by_presence() {
                if !self.unmatched.has_room(few) {
                    self.empty_unmatched(block, marks, wanted);
                }
                self.unmatched.add(&view, here);
                continue;
            }
            let here = self.matching(&view, here);
            marks.alive[group] = here;
            let here = here & self.possible[group];
            if here != 0 && wanted >= self.best.least() {
                self.score_or_pack(&view, here, marks.short);
            }
        }
        self.empty_unmatched(block, marks, wanted);
        self.empty_unscored(block, marks.short);
    }

    /// The texts of `here` that the sieves of long terms let through.
    fn sieve(&self, view: &View, mut here: u64) -> u64 {
        for group in self.scan.plan.groups.iter().filter(|group| !group.held) {
            if let ([term], false) = (&group.any[..], group.not)
                && let Some(sieve) = &term.sieve
                && here.count_ones() >= FEW_TO_MATCH
            {
                here &= lanes::subsequence(self.scan.arch, view.cells, sieve);
            }
        }
        here
    }

    /// Leaves in `alive` the texts that have all the letters asked for.
    #[inline(always)]
    fn presence(&self, block: &Block, alive: &mut [u64]) {
        if let Some(last) = alive.last_mut() {
            *last &= block.taken(block.groups - 1);
        }
        let asked = |group: &&PlanGroup| !group.not && !group.held;
        for group in self.scan.plan.groups.iter().filter(asked) {
            if let [term] = &group.any[..]
                && !matches!(term.find, Find::Dated(..))
            {
                for &bit in &term.needs {
                    let mut left = 0;
                    for (word, present) in alive.iter_mut().zip(self.scan.plane.present(block, bit))
                    {
                        *word &= present;
                        left |= *word;
                    }
                    if left == 0 {
                        return;
                    }
                }
                if let Some(ordered) = &term.ordered {
                    block.eighths.sift(self.scan.arch, ordered, alive);
                }
            } else if !group
                .any
                .iter()
                .any(|term| matches!(term.find, Find::Dated(..)))
            {
                let mut any = [0; GROUPS];
                for term in group.any.iter().filter(|term| !term.covered) {
                    self.add_present(term, block, alive, &mut any);
                }
                for (word, any) in alive.iter_mut().zip(any) {
                    *word &= any;
                }
            }
        }
    }

    /// Adds to `any`, group by group, those texts of `alive` that have all the letters
    /// of `term`, or all but one where an error is forgiven.
    #[inline(always)]
    fn add_present(&self, term: &PlanTerm, block: &Block, alive: &[u64], any: &mut [u64; GROUPS]) {
        let (mut one_missing, mut more_missing) = ([0; GROUPS], [0; GROUPS]);
        for &bit in &term.needs {
            let missing = one_missing.iter_mut().zip(&mut more_missing);
            for ((one, more), present) in missing.zip(self.scan.plane.present(block, bit)) {
                *more |= *one & !present;
                *one |= !present;
            }
        }
        let mut present = if term.find == Find::Near {
            more_missing
        } else {
            one_missing
        };
        for (present, alive) in present.iter_mut().zip(alive) {
            *present = !*present & alive;
        }
        let present = &mut present[..alive.len()];
        if let Some(ordered) = &term.ordered {
            block.eighths.sift(self.scan.arch, ordered, present);
        }
        for (any, present) in any.iter_mut().zip(present) {
            *any |= *present;
        }
    }

    fn empty_unmatched(&mut self, block: &Block, marks: &mut Marks, wanted: i64) {
        let pack = std::mem::take(&mut self.unmatched);
        if let Some((lanes, here)) = lanes_of(&pack) {
            let view = View {
                block,
                cells: &pack.cells,
                lanes: &lanes,
            };
            let here = self.matching(&view, here);
            let mut possible = 0;
            for lane in ones(here) {
                let home = usize::from(lanes[lane]);
                marks.alive[home / LANES] |= 1 << (home % LANES);
                possible |= (self.possible[home / LANES] >> (home % LANES) & 1) << lane;
            }
            if possible != 0 && wanted >= self.best.least() {
                self.score_or_pack(&view, possible, marks.short);
            }
        }
        self.unmatched = reuse(pack);
    }

    fn score_or_pack(&mut self, view: &View, here: u64, short: &mut [u8]) {
        let here = self.without_gaps(view, here);
        if here == 0 {
            return;
        }
        let few = here.count_ones();
        if few >= FEW_TO_SCORE || self.scan.plan.asked == 0 {
            self.score(view, here, short);
            return;
        }
        if !self.unscored.has_room(few) {
            self.empty_unscored(view.block, short);
        }
        self.unscored.add(view, here);
    }

    /// The texts of `here` that can be among the best: where enough were found that match
    /// several terms without a gap, only such. (Of one word all are bounded: what is known
    /// of them then serves for the word typed on.)
    fn without_gaps(&self, view: &View, mut here: u64) -> u64 {
        let plan = self.scan.plan;
        if plan.asked < 2 || self.best.least() <= plan.most_scattered(view.block.class) {
            return here;
        }
        for group in plan.groups.iter().filter(|group| !group.not) {
            if let [term] = &group.any[..]
                && term.find == Find::Subsequence
                && here != 0
            {
                here &= lanes::contiguous(self.scan.arch, view.cells, &term.codes);
            }
        }
        here
    }

    fn empty_unscored(&mut self, block: &Block, short: &mut [u8]) {
        let pack = std::mem::take(&mut self.unscored);
        if let Some((lanes, here)) = lanes_of(&pack) {
            self.score(
                &View {
                    block,
                    cells: &pack.cells,
                    lanes: &lanes,
                },
                here,
                short,
            );
        }
        self.unscored = reuse(pack);
    }

    /// The texts of `here` that match.
    fn matching(&self, view: &View, mut here: u64) -> u64 {
        for group in self.scan.plan.groups.iter().filter(|group| !group.held) {
            if here == 0 {
                break;
            }
            let alone = group.any.len() == 1 && !group.not;
            let any = group.any.iter().fold(0, |any, term| {
                any | self.matching_term(term, view, here & !any, alone)
            });
            here &= if group.not { !any } else { any };
        }
        here
    }

    /// The texts of `here` that match `term`; where it stands `alone`, presence bits
    /// have been looked at already.
    fn matching_term(&self, term: &PlanTerm, view: &View, here: u64, alone: bool) -> u64 {
        if here == 0 {
            return 0;
        }
        let arch = self.scan.arch;
        let found = match term.find {
            Find::Dated(first, last) => {
                let dated = |&lane: &usize| {
                    let entry = view.block.entry(usize::from(view.lanes[lane]));
                    self.scan.plane.is_dated(entry, first, last)
                };
                return ones(here)
                    .filter(dated)
                    .fold(0, |found, lane| found | 1 << lane);
            }
            Find::Near => {
                // One error leaves one of three pieces whole: wrong letters touch one
                // piece, swapped ones two.
                let pieces = term.codes.chunks(term.codes.len().div_ceil(3));
                let whole = |any, piece| any | lanes::contiguous(arch, view.cells, piece);
                let here = here & pieces.fold(0, whole);
                let near = ones(here).filter(|&lane| view.begins_near(term, lane));
                near.fold(0, |found, lane| found | 1 << lane)
            }
            Find::Subsequence | Find::Contiguous if alone && term.is_sure_by_presence() => here,
            Find::Subsequence => here & lanes::subsequence(arch, view.cells, &term.codes),
            Find::Contiguous => here & lanes::contiguous(arch, view.cells, &term.codes),
            Find::Prefix => here & lanes::prefix(view.cells, &term.codes),
            Find::Begin => here & lanes::beginning(arch, view.cells, &term.codes, false),
            Find::Initials => {
                let here = here & lanes::initials(arch, view.cells, &term.codes);
                let meant = ones(here).filter(|&lane| view.has_initials(term, lane));
                meant.fold(0, |found, lane| found | 1 << lane)
            }
        };
        if term.sure {
            return found;
        }
        let matches = |&lane: &usize| {
            let entry = view.block.entry(usize::from(view.lanes[lane]));
            let entry = self.scan.plane.entries[entry as usize];
            rank::matches(term.term, &self.scan.items[entry.item()], entry.with_more())
        };
        ones(found)
            .filter(matches)
            .fold(0, |found, lane| found | 1 << lane)
    }
}
