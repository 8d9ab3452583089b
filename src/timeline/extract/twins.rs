//! Events that one article tells twice.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Candidate, shared};

/// With so many events of one date a telling is compared: with the first ones, which stand in
/// the lead, and with the last ones, which stand near it. No article that people wrote has more.
const COMPARED: usize = 48;

/// The events of an article by their dates.
#[derive(Default)]
pub(super) struct Twins {
    /// The places of the events of a date, in order.
    of_date: HashMap<(NaiveDate, NaiveDate), Vec<usize>>,
}

impl Twins {
    /// The place of the event that `candidate` tells once more.
    pub(super) fn of(&self, made: &[Candidate], candidate: &Candidate) -> Option<usize> {
        let places = self.of_date.get(&date(candidate))?;
        let first = &places[..places.len().min(COMPARED)];
        let last = &places[first.len().max(places.len().saturating_sub(COMPARED))..];
        let mut near = first.iter().chain(last).copied();
        near.find(|&i| twins(&made[i], candidate) || depicts(&made[i], candidate))
    }

    /// Whether the article tells an event of this date already.
    pub(super) fn dates(&self, candidate: &Candidate) -> bool {
        self.of_date.contains_key(&date(candidate))
    }

    /// Adds an event at a place.
    pub(super) fn add(&mut self, place: usize, candidate: &Candidate) {
        self.of_date.entry(date(candidate)).or_default().push(place);
    }
}

fn date(candidate: &Candidate) -> (NaiveDate, NaiveDate) {
    (candidate.date.first, candidate.date.last)
}

/// Whether two events of one date are one: nearly the same words, and neither with a name of its
/// own (talks with one minister are not the talks with another).
fn twins(a: &Candidate, b: &Candidate) -> bool {
    let smaller = a.features.len().min(b.features.len());
    let own_name = |mine: &[(u64, bool)], other: &[(u64, bool)]| {
        mine.iter()
            .any(|(word, name)| *name && other.binary_search_by_key(word, |f| f.0).is_err())
    };
    smaller > 0
        && a.evidence != b.evidence
        && 10 * shared(&a.features, &b.features) >= 7 * smaller
        && !(own_name(&a.features, &b.features) && own_name(&b.features, &a.features))
}

/// Whether a caption and a sentence of one date tell of one event: two telling words in common.
fn depicts(a: &Candidate, b: &Candidate) -> bool {
    a.caption != b.caption && shared(&a.features, &b.features) >= 2
}
