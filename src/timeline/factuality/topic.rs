//! Dates that are themselves what is spoken of: "January 6th was a dark day", "to mark 9/11".

use super::{
    super::{lexicon as lex, words::Kind},
    near::Near,
};
use crate::text::table::List;

/// What comes down to us from a date: "the spirit of 1776", "the trauma of October 7".
static HERITAGE: &List = &List::words(&[
    "anniversary",
    "ghosts",
    "horrors",
    "legacy",
    "lessons",
    "memory",
    "promise",
    "scale",
    "spirit",
    "terror",
    "trauma",
]);

/// Verbs of talk that need "about" to say anything.
pub(super) static TALKED: &List =
    &List::words(&["chatted", "spoke", "spoken", "talk", "talked", "talking"]);

impl Near<'_, '_> {
    /// "June 5th is a Monday", "January 6th was a dark day", "yesterday reminded me": the day itself
    /// is spoken of; but "2020 saw three fires".
    pub(super) fn is_subject(&self) -> bool {
        let leads = match self.back(1) {
            None => true,
            Some(w) => {
                w.any(&["and", "but", "because", "that", "so"])
                    || matches!(w.text, "," | "—" | "–" | ":" | "“")
            }
        };
        let comma = self.next(0).is_some_and(|w| w.text == ",");
        let said = ["is", "isn’t", "remains", "stands", "was", "wasn’t"];
        // "2021 should be a turning point", too
        let spoken_of = [
            "serves", "changed", "cost", "could", "happened", "has", "may", "might", "must",
            "reminded", "should", "will",
        ];
        let verb = self
            .next(usize::from(comma))
            .is_some_and(|w| w.any(&said) || !comma && w.any(&spoken_of));
        leads && verb && !(comma && self.is_mark(1, ","))
    }

    /// "to mark 9/11", "imagine March of 1865", "the spirit of 1776", "the observance of May 3".
    pub(super) fn commemorated(&self) -> bool {
        let kept = [
            "commemorate",
            "commemorated",
            "commemorates",
            "commemorating",
            "imagine",
            "mark",
            "marked",
            "marking",
            "marks",
            "recall",
            "remember",
            "remembering",
        ];
        let dated = self.first().kind == Kind::Number || self.first().listed(lex::MONTHS_DAYS);
        let heritage = self.is(1, &["of"]) && self.back(2).is_some_and(|w| w.listed(HERITAGE));
        let observed =
            self.is(1, &["of"]) && self.is(2, &["celebration", "commemoration", "observance"]);
        dated && self.is(1, &kept) || heritage || observed
    }

    /// "celebrate Juneteenth", "the second Monday of October each year as Columbus Day": a feast is
    /// only spoken of.
    pub(super) fn is_feast(&self) -> bool {
        let dates = self.at.start.checked_sub(1).is_none_or(|i| {
            let before = &self.words()[i];
            before.any(&[
                "before", "by", "during", "into", "last", "next", "on", "over", "this",
            ]) || before.kind == Kind::Mark && !matches!(before.text, "“" | "\"" | "‘")
        });
        // "a white Christmas in 2019"
        let own_year = self.own().iter().any(|w| w.kind == Kind::Number);
        self.timex.rule.name == "holiday" && !dates && !own_year
    }

    /// "plays dumb about 2025", "the plan that he talked about yesterday"; but "on or about May 3".
    pub(super) fn talked_of(&self) -> bool {
        let near = self.is(2, &["and", "at", "by", "from", "in", "on", "or"]);
        let talk = self.back(2).is_some_and(|w| {
            w.listed(TALKED)
                || w.any(&["asked", "asking", "dumb", "know", "said", "speech", "think"])
        });
        let counted = self.last().any(&["ago", "later"]);
        self.is(1, &["about"]) && !near && !counted && !self.owns() && (!self.is_number() || talk)
    }

    /// "the beauty of spring".
    pub(super) fn season_itself(&self) -> bool {
        self.at.len() == 1
            && self.is(1, &["of"])
            && self.first().any(&["autumn", "spring", "summer", "winter"])
    }
}
