//! Upper bounds of the ranks of texts that match.

use super::{
    super::{
        lanes::{self, LANES},
        pack::{View, ones},
        plan::{Find, PlanTerm},
        query::How,
        rank,
    },
    Pass,
};

impl Pass<'_> {
    /// The point of texts in which the terms stand side by side.
    fn in_order(&self, view: &View, here: u64) -> [u8; LANES] {
        let mut points = [0; LANES];
        if let Some(phrase) = &self.scan.plan.phrase {
            let found = match phrase.find {
                Find::Begin => lanes::beginning(self.scan.arch, view.cells, &phrase.codes, true),
                _ => lanes::contiguous(self.scan.arch, view.cells, &phrase.codes),
            };
            ones(here & found).for_each(|lane| points[lane] = 1);
        }
        points
    }

    /// Raises the bounds of scores and points to what `term` can have in the texts `here`.
    fn bound(
        &self,
        term: &PlanTerm,
        view: &View,
        here: u64,
        (most, gained): (&mut [u16; LANES], &mut [u8; LANES]),
    ) {
        let mut scores = [0u16; LANES];
        let arch = self.scan.arch;
        if term.term.how == How::Begin {
            let found = self.matching_term(term, view, here, false);
            let whole = match term.find {
                Find::Begin => lanes::beginning(arch, view.cells, &term.codes, true),
                _ => u64::MAX,
            };
            for lane in ones(found) {
                scores[lane] = term.most;
                let points = if whole >> lane & 1 == 1 {
                    rank::WHOLE
                } else {
                    1
                };
                gained[lane] = gained[lane].max(points);
            }
        } else if let Find::Dated(..) | Find::Near | Find::Initials = term.find {
            let matching = self.matching_term(term, view, here, false);
            ones(matching).for_each(|lane| scores[lane] = term.most);
        } else {
            term.bound(arch, view.cells, &mut scores);
        }
        for lane in 0..LANES {
            most[lane] = most[lane].max(scores[lane]);
            if term.term.how != How::Begin && scores[lane] >= term.least_exact {
                gained[lane] = gained[lane].max(1);
            }
        }
    }

    /// Offers the texts `here`, which match, to the best.
    pub(super) fn score(&mut self, view: &View, here: u64, short: &mut [u8]) {
        let asked = self.scan.plan.asked;
        let least = self.best.least();
        let mut sums = [0u16; LANES];
        let mut points = self.in_order(view, here);
        let mut bounds = Vec::new();
        for group in self.scan.plan.groups.iter().filter(|group| !group.not) {
            let mut most = [0u16; LANES];
            let mut gained = [0u8; LANES];
            for term in &group.any {
                self.bound(term, view, here, (&mut most, &mut gained));
            }
            for lane in 0..LANES {
                sums[lane] += most[lane];
                points[lane] += gained[lane];
            }
            bounds.push(gained);
        }
        let class = view.block.class;
        for lane in ones(here) {
            if let Some(short) = short.get_mut(usize::from(view.lanes[lane])) {
                *short = u8::MAX - sums[lane].min(u16::from(u8::MAX)) as u8;
            }
        }
        for lane in ones(here) {
            let sum = i64::from(sums[lane]);
            let possible = rank::total(i64::from(points[lane]), asked, class, sum);
            if possible < least {
                continue;
            }
            let groups = self.scan.plan.groups.iter().filter(|group| !group.not);
            let lost = groups.zip(&bounds).filter(|(group, bound)| {
                bound[lane] != 0 && !group.any.iter().any(|term| view.is_gapless(term, lane))
            });
            let lost: u8 = lost.map(|(_, bound)| bound[lane]).sum();
            let bound = rank::total(i64::from(points[lane] - lost), asked, class, sum);
            let entry = view.block.entry(usize::from(view.lanes[lane]));
            self.best.push(bound, entry);
        }
    }
}
