//! Dates that were reckoned too loosely to put an event on.

use std::ops::Range;

use chrono::Datelike;

use super::{
    super::{clause::Sentence, lexicon as lex, words::Kind},
    near::Near,
};
use crate::temporal::{Anchor, AnchorSource};

/// From how many years ago on a length that is only nearly so many years names no year.
const FAR: i32 = 20;

/// Whether nobody could say from the words which day, week or year is meant: "five years later"
/// with nothing named that it is later than, "nearly ten years ago", "in the next year".
pub(super) fn is_loose(near: &Near<'_, '_>) -> bool {
    let Near {
        sentence,
        at,
        timex,
        ..
    } = *near;
    let published = near.published();
    let words = &sentence.words[at.clone()];
    let says = |any: &[&str]| words.iter().any(|w| w.any(any));
    // The text may name the day of its publication itself.
    let from_now = timex.anchor.is_some_and(|anchor| {
        !matches!(anchor.source, AnchorSource::Named(_)) || Some(anchor.date) == published
    });
    match timex.rule.name {
        // A story counts on from what it told before, not from the day of writing.
        "later/earlier" => from_now || says(&["century", "centuries", "decade", "decades"]),
        "that/the previous unit" => {
            let year = says(&["coming", "following", "next"]) && says(&["year"]);
            let day = says(&["after", "following", "next"]) && says(&["day", "morning", "night"]);
            let prior = says(&["prior"]) && !says(&["day"]);
            from_now && (year || day || prior)
        }
        // The twelve months from now are no calendar year.
        "this/last/next unit" => says(&["coming"]) && says(&["year"]),
        "ago" if says(&["minute", "minutes", "moment", "moments", "seconds"]) => true,
        "ago" => {
            let years = timex
                .anchor
                .zip(timex.date)
                .map_or(0, |(anchor, date)| anchor.date.year() - date.first.year());
            let modified = says(&["about", "around", "more", "over", "roughly", "some"]);
            // In autumn "nearly four years ago" is most often of the January after.
            let late = timex.anchor.is_some_and(|anchor| anchor.date.month() >= 10);
            let short = says(&["almost", "nearly"]) && (late || years >= FAR / 2);
            let round = says(&["century", "centuries"]);
            round || short && years > 0 || modified && years >= FAR || years >= 1_000
        }
        // The oath is taken in the year after a leap year.
        "holiday" if says(&["inauguration"]) => timex
            .date
            .is_some_and(|d| d.first.year().rem_euclid(4) != 1),
        // "we got up at 5:00 in the morning", told of some other day
        "clock time" => from_now && idle_hour(sentence, at),
        _ => false,
    }
}

/// Whether an hour is that of a story: "about 2:00 in the morning".
fn idle_hour(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let words = &sentence.words[at.clone()];
    let part = words
        .windows(2)
        .any(|two| two[0].is("the") && two[1].any(&["morning", "afternoon", "evening"]));
    let day = words
        .iter()
        .any(|w| w.any(&["this", "today", "tomorrow", "yesterday"]));
    part && !day && words.iter().any(|w| w.kind == Kind::Number)
}

/// "the same year" with no year named before but that of writing: the same as each other,
/// whichever that was.
pub(super) fn is_same(near: &Near<'_, '_>) -> bool {
    let year = near.own().iter().any(|w| w.is("year"));
    let written = |anchor: &Anchor| {
        anchor.source == AnchorSource::Published || year && Some(anchor.date) == near.published()
    };
    near.own().iter().any(|w| w.is("same")) && near.timex.anchor.as_ref().is_none_or(written)
}

impl Near<'_, '_> {
    /// "one Friday", "on a Saturday", "any Tuesday", "started the day", "reports from that day": some
    /// day, whichever.
    pub(super) fn some_day(&self) -> bool {
        let second = self.words().get(self.at.start + 1);
        let day =
            self.at.len() == 2 && self.first().is("the") && second.is_some_and(|w| w.is("day"));
        let that = self.is(1, &["from"]) && self.first().is("that");
        let some = self.is(1, &["one"]) && !self.is(2, &["another", "this"])
            || self.is(1, &["a"]) && self.is(2, &["on"]) && !self.describes();
        day || that
            || self.is(1, &["any"])
            || self.at.len() == 1 && self.first().listed(lex::MONTHS_DAYS) && some
    }

    /// "actions that fall within the rules": no season.
    pub(super) fn other_sense(&self) -> bool {
        self.at.start > 0
            && self.first().is("that")
            && self.last().any(&["fall", "spring"])
            && self.next(0).is_some_and(|w| {
                w.any(&[
                    "behind", "below", "from", "into", "on", "outside", "short", "under", "within",
                ])
            })
    }
}
