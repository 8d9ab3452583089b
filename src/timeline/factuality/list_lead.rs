//! Sentences that only lead in what follows their colon: "The actions taken today are:".

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_gerund, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    near::{Near, Predication},
    register::DEICTIC,
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
pub(super) fn opens_list(near: &Near<'_, '_>) -> bool {
    let Near { sentence, at, .. } = *near;
    if lists(sentence, at) {
        return true;
    }
    let Some(words) = led(sentence) else {
        return false;
    };
    let Some(last) = words.last() else {
        return false;
    };
    // "announced a plan that includes:", "will hire men to include:" tell what was done
    let aside = words.len() > 1 && words[words.len() - 2].any(&["that", "to", "which", "who"]);
    let whole = !aside
        && words.len() <= at.end + 14
        && sentence.clause(at.start) == sentence.clause(words.len() - 1);
    let verb = sentence.verb(0..words.len());
    let first = verb.is_none_or(|i| i + 1 == words.len());
    // "In September, according to the bureau:"
    let bare = verb.is_none()
        && words[0].listed(lex::PREPOSITIONS)
        && !words
            .iter()
            .any(|w| is_past(w.text) || w.listed(lex::EVENTFUL));
    whole && (last.listed(LISTING) || first && last.is("will") || bare)
}

/// Whether the clause of the date ends in "included:" and the list goes on in the same sentence:
/// "Guests of today’s meeting included: Ann, Bo and Cy".
fn lists(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let here = &sentence.clauses[sentence.clause(at.start)].words;
    let words = &sentence.words[here.clone()];
    let guests = at.start > here.start
        && sentence.words[at.end - 1].possessive()
        && sentence
            .words
            .get(at.end)
            .is_some_and(|w| w.listed(lex::EVENTFUL));
    guests
        && words.len() > 1
        && words[words.len() - 1].text == ":"
        && words[words.len() - 2].any(&["include", "included", "includes"])
}

/// Whether somebody is only said to have announced or done "the following": "The council has taken
/// the following steps:", "Today, the council announced:".
pub(super) fn is_bare(predication: &Predication<'_, '_>) -> bool {
    let Near { sentence, at, .. } = predication.near;
    if predication.nested.is_some() {
        return false;
    }
    let Some(words) = led(sentence) else {
        return false;
    };
    let announced = words
        .last()
        .is_some_and(|w| w.any(&["announce", "announced", "announces", "announcing"]));
    // "Beginning today, the office is releasing:"
    let doing = words.last().is_some_and(|w| is_gerund(w.text))
        && words
            .iter()
            .rev()
            .take(4)
            .any(|w| w.any(&["are", "is", "we're", "we’re"]));
    let from = words.len().saturating_sub(4);
    let following = words[from..].iter().any(|w| w.is("following"))
        && words.last().is_some_and(|w| w.listed(LISTED));
    // "the two, having met in Oslo on May 3, declare the following:" tells of the meeting
    let now = sentence.words[at.clone()].iter().any(|w| w.listed(DEICTIC));
    now && (announced || doing || following)
}
