//! Dates that were reckoned too loosely to put an event on.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::super::{clause::Sentence, words::Kind};
use crate::temporal::{AnchorSource, Timex};

/// From how many years ago on a length that is only nearly so many years names no year.
const FAR: i32 = 20;

/// Whether nobody could say from the words which day, week or year is meant: "five years later"
/// with nothing named that it is later than, "nearly ten years ago", "in the next year".
pub(super) fn is_loose(
    sentence: &Sentence<'_>,
    at: &Range<usize>,
    timex: &Timex,
    published: Option<NaiveDate>,
) -> bool {
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
