//! Sentences that only lead in what follows their colon: "The actions taken today are:".

use std::ops::Range;

use super::{
    super::{
        clause::Sentence,
        words::{Kind, Word},
    },
    talk::DEICTIC,
};
use crate::text::table::List;

/// Verbs that say nothing without the list after them.
static LISTING: &List = &List::words(&["are", "include", "included", "includes", "is", "were"]);

/// What a list can be of and tell nothing yet: "the following actions:".
static LISTED: &List = &List::words(&[
    "actions",
    "announcements",
    "commitments",
    "efforts",
    "following",
    "initiatives",
    "measures",
    "points",
    "principles",
    "remarks",
    "statement",
    "steps",
    "updates",
]);

/// The words before the colon that a sentence ends in.
fn led<'s, 't>(sentence: &'s Sentence<'t>) -> Option<&'s [Word<'t>]> {
    let end = sentence
        .words
        .iter()
        .rposition(|w| w.kind != Kind::Mark || !matches!(w.text, "*" | "_" | "\"" | "”"))?;
    (sentence.words[end].text == ":").then(|| &sentence.words[..end])
}

/// Whether the clause of the date ends in a verb that only opens a list: "Options available today
/// include:", "The actions announced today will:".
pub(super) fn opens_list(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let Some(words) = led(sentence) else {
        return false;
    };
    let Some(last) = words.last() else {
        return false;
    };
    let whole = sentence.clause(at.start) == sentence.clause(words.len() - 1);
    let first = sentence
        .verb(0..words.len())
        .is_none_or(|i| i + 1 == words.len());
    whole && (last.listed(LISTING) || first && last.is("will"))
}

/// Whether somebody is only said to have announced or done "the following": "The council has taken
/// the following steps:", "Today, the council announced:".
pub(super) fn is_bare(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let Some(words) = led(sentence) else {
        return false;
    };
    let announced = words
        .last()
        .is_some_and(|w| w.any(&["announce", "announced", "announces", "announcing"]));
    let from = words.len().saturating_sub(4);
    let following = words[from..].iter().any(|w| w.is("following"))
        && words.last().is_some_and(|w| w.listed(LISTED));
    // "the two, having met in Oslo on May 3, declare the following:" tells of the meeting
    let now = sentence.words[at.clone()].iter().any(|w| w.listed(DEICTIC));
    now && (announced || following)
}
