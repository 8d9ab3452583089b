//! The other finders, each as it is meant to be used, on one thread.

use std::sync::Arc;

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use nucleo::{
    Config, Nucleo, Utf32String,
    pattern::{CaseMatching, Normalization},
};

/// frizbee: how many lines match.
pub fn frizbee(lines: &[&str], query: &str) -> usize {
    let config = frizbee::Config::default();
    frizbee::Matcher::from_query(query, &config)
        .match_list(lines)
        .len()
}

/// skim's matcher in a loop: the lines that match, best first.
pub fn skim(lines: &[&str], query: &str) -> Vec<usize> {
    let matcher = SkimMatcherV2::default();
    let scores = lines.iter().map(|line| matcher.fuzzy_match(line, query));
    let mut found: Vec<(i64, usize)> = scores
        .zip(0..)
        .filter_map(|(score, index)| Some((-score?, index)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, index)| index).collect()
}

/// nucleo's worker, as helix uses it.
pub struct Worker {
    nucleo: Nucleo<u32>,
    typed: String,
}

impl Worker {
    /// A worker that knows all lines.
    pub fn new(lines: &[&str]) -> Self {
        let nucleo = Nucleo::new(Config::DEFAULT, Arc::new(|| {}), Some(1), 1);
        let injector = nucleo.injector();
        for (index, line) in (0u32..).zip(lines) {
            injector.push(index, |_, columns| columns[0] = Utf32String::from(*line));
        }
        let mut worker = Self {
            nucleo,
            typed: String::new(),
        };
        worker.wait();
        worker
    }

    /// Types `query` and gives the number of matches; a longer query narrows.
    pub fn search(&mut self, query: &str) -> usize {
        let longer = !self.typed.is_empty() && query.starts_with(&self.typed);
        let (case, accents) = (CaseMatching::Smart, Normalization::Smart);
        self.nucleo.pattern.reparse(0, query, case, accents, longer);
        query.clone_into(&mut self.typed);
        self.wait();
        self.nucleo.snapshot().matched_item_count() as usize
    }

    /// The best lines of the last search.
    pub fn best(&self, most: u32) -> Vec<usize> {
        let snapshot = self.nucleo.snapshot();
        let found = snapshot.matched_items(0..most.min(snapshot.matched_item_count()));
        found.map(|item| *item.data as usize).collect()
    }

    fn wait(&mut self) {
        while self.nucleo.tick(1_000).running {}
    }
}
