//! Whether two tellings are of one event.

use super::super::{
    event::{Actor, ActorKind},
    extract::Candidate,
};
use crate::temporal::{Date, Granularity};

/// How well two tellings agree.
pub(super) struct Likeness {
    /// The weight of the shared words over that of the shorter telling, 0 ..= 1.
    pub(super) share: f64,
    /// How many words they share.
    pub(super) words: usize,
    /// How many of these are names.
    pub(super) names: usize,
    /// Whether both name the same gathering at the same place.
    pub(super) gathering: bool,
}

/// Whether each names a person of a family that the other does not name.
fn others(a: &Candidate, b: &Candidate) -> bool {
    let families = |c: &Candidate| -> Vec<String> {
        let people = c.actors.iter().filter(|a| a.kind == ActorKind::Person);
        let family = |actor: &Actor| {
            let words = actor.name.split([' ', ',']);
            let mut own = words.filter(|w| !w.is_empty() && !w.ends_with('.'));
            own.next_back().map(str::to_lowercase)
        };
        people.filter_map(family).collect()
    };
    let (of_a, of_b) = (families(a), families(b));
    let alone = |mine: &[String], known: &[String]| mine.iter().any(|f| !known.contains(f));
    alone(&of_a, &of_b) && alone(&of_b, &of_a)
}

/// Whether the tellings `one` (the finer date) and `other` are of one event: `Some(conflict)`.
pub(super) fn verdict(likeness: &Likeness, one: &Candidate, other: &Candidate) -> Option<bool> {
    let (a, b): (&Date, &Date) = (&one.date, &other.date);
    let Likeness {
        share,
        words,
        names,
        gathering,
    } = *likeness;
    let telling = names >= 1 && words >= 3 || words >= 5;
    let same = a.first == b.first && a.last == b.last;
    if same {
        // One day's calls with two people are two events, and so are two people's degrees of one year.
        let least = match a.granularity {
            _ if others(one, other) => 0.60,
            Granularity::Day | Granularity::Week | Granularity::Month => 0.40,
            _ => 0.55,
        };
        return (telling && share >= least).then_some(false);
    }
    if a.contains(b) || b.contains(a) {
        let wide = a.granularity.max(b.granularity) >= Granularity::Quarter;
        let enough = if wide {
            names >= 3 && words >= 4
        } else {
            telling && words >= 4
        };
        // "met last year at the summit in Madrid" recalls the summit in Madrid of that June.
        let recalled = wide && gathering && words >= 3;
        // Much happens in a year: a telling that knows no more of its date has to say more of the event.
        let least = if wide { 0.50 } else { 0.36 };
        return (recalled || enough && share >= least).then_some(false);
    }
    if a.granularity != b.granularity {
        return None;
    }
    // Nearly the same words with days that differ a little: one event, told with two dates.
    let apart = (a.first - b.first).num_days().abs();
    let close = a.granularity == Granularity::Day && apart <= 3;
    (close && share >= 0.80 && words >= 7 && names >= 3).then_some(true)
}
