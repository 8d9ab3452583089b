//! "today", "now", "tomorrow" as our times, not as a day: "the challenges of today".

use super::{super::clause::is_gerund, near::Near, register::DEICTIC};

/// What is of our days rather than of a day: "the economy of tomorrow".
const LASTING: &[&str] = &[
    "challenges",
    "children",
    "demands",
    "economy",
    "generation",
    "generations",
    "industries",
    "jobs",
    "leaders",
    "needs",
    "problems",
    "realities",
    "technologies",
    "threats",
    "workforce",
    "world",
];

impl Near<'_, '_> {
    /// "the challenges of today", "belief in tomorrow".
    pub(super) fn of_our_days(&self) -> bool {
        let timeless = self.at.start > 1 && self.is(1, &["of"]) && self.is(2, LASTING);
        let tomorrow =
            self.at.len() == 1 && self.first().is("tomorrow") && self.is(1, &["in", "of"]);
        timeless && self.last().any(&["today", "tomorrow"]) || tomorrow
    }

    /// "still today", "even now".
    pub(super) fn still(&self) -> bool {
        self.is(1, &["still", "even"]) && self.first().listed(DEICTIC)
    }

    /// "in our world today", "with the members here today", "a year ago today".
    pub(super) fn where_we_are(&self) -> bool {
        let world = [
            "communities",
            "community",
            "country",
            "nation",
            "society",
            "world",
        ];
        let now = self.at.len() == 1 && self.first().any(&["now", "today"]);
        let times = now && self.is(1, &world) && self.is(2, &["our", "the", "this"]);
        let gathered = ["assembled", "convened", "gathered", "present"];
        let mut before = self.at.start.saturating_sub(4)..self.at.start;
        let here = self.is(1, &["here"])
            && (before.clone().all(|i| !self.sentence.finite(i))
                || before.any(|i| self.words()[i].any(&gathered)));
        times || here || self.is(1, &["ago"])
    }

    /// "crimes affecting families today", "a loss still felt today": what somebody lives in, or what
    /// lasts till now.
    pub(super) fn lasting(&self) -> bool {
        let now = self.own().iter().any(|w| w.any(&["now", "today"]));
        let before = &self.words()[self.at.start.saturating_sub(6)..self.at.start];
        now && (before.iter().any(|w| {
            !w.capital() && w.any(&["affecting", "facing", "living", "serving", "working"])
        }) || before[before.len().saturating_sub(3)..]
            .windows(2)
            .any(|two| two[0].is("still") && !is_gerund(two[1].text)))
    }
}
