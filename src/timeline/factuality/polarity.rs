//! What did not happen: negated verbs, and plans that were called off.
//!
//! A negated verb asserts that its event did not take place ("did not meet on Monday"), unless the
//! date is where that ends ("did not win a title until 1993"). A plan whose noun or verb is the
//! object of a verb of cancelling never takes place; the day of the cancelling itself is told.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_participle},
        lexicon as lex,
        words::{Kind, Word},
    },
    near::{Near, Predication},
};
use crate::{language::Class, text::table::List};

/// Verbs of two words that call something off, the first in its forms, and the second: "called off".
const PHRASAL: &[(&[&str], &[&str])] = &[
    (&["call", "called", "calls"], &["off"]),
    (&["pull", "pulled", "pulls", "drop", "dropped"], &["out"]),
    (&["put", "puts"], &["off"]),
    (&["pushed", "push"], &["back"]),
    (&["withdrew", "withdraw", "withdrawn"], &["from"]),
];

/// What is meant to be and not yet done: "a vote scheduled for Monday", "plans to open it in 2026".
static PLANNED: &List = &List::words(&[
    "due",
    "expected",
    "intended",
    "meant",
    "plan",
    "planned",
    "plans",
    "scheduled",
    "set",
    "slated",
    "supposed",
]);

/// How many words a plan and what calls it off may stand apart.
const APART: usize = 12;

/// Whether the word `i` calls something off.
fn cancels(sentence: &Sentence<'_>, i: usize) -> bool {
    let words = &sentence.words;
    let next = words.get(i + 1);
    sentence.is_verb(i) && sentence.is_a(i, Class::Cancel)
        || PHRASAL
            .iter()
            .any(|(first, second)| words[i].any(first) && next.is_some_and(|w| w.any(second)))
}

/// Whether a verb of cancelling governs "until" or "to" before the date, which is then the new one:
/// "postponed until May 21".
pub(super) fn put_off_until(near: &Near<'_, '_>) -> bool {
    let moved = (2..=5).any(|n| {
        near.at
            .start
            .checked_sub(n)
            .is_some_and(|i| cancels(near.sentence, i) && !near.words()[i].text.starts_with("drop"))
    });
    near.is(1, &["until", "till", "to"]) && moved
}

/// Whether somebody has until the date to do something: "gave them until July 7 to decide".
pub(super) fn deadline_to(near: &Near<'_, '_>) -> bool {
    let holds = ["gave", "give", "given", "gives", "had", "has", "have"];
    let given = (2..=6).any(|n| near.is(n, &holds));
    near.is(1, &["until", "till"]) && given && near.next(0).is_some_and(|w| w.is("to"))
}

/// Whether a negated verb ends at the date: "did not win a title until 1993".
pub(super) fn not_until(near: &Near<'_, '_>) -> bool {
    let start = near.sentence.clauses[near.sentence.clause(near.at.start)]
        .words
        .start;
    near.is(1, &["until", "till"])
        && (start..near.at.start).any(|i| {
            negates(&near.words()[i]) && near.sentence.verb(start..near.at.start).is_some()
        })
}

/// Whether a word negates its verb: "not", "never", "didn’t".
fn negates(word: &Word<'_>) -> bool {
    word.any(&["never", "not"]) || contracted(word.text)
}

/// Whether a word ends in "n't".
pub(super) fn contracted(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.ends_with("n't") || lower.ends_with("n’t")
}

/// "The two did not meet on Monday", "never closed in 2022", "Nobody came on Monday".
pub(super) fn is_negated(predication: &Predication<'_, '_>) -> bool {
    let near = &predication.near;
    let Some(verb) = predication.verb else {
        return false;
    };
    if not_until(near) {
        return false;
    }
    let words = near.words();
    let group = group(near.sentence, verb, &predication.range);
    let only = |i: usize| words.get(i + 1).is_some_and(|w| w.any(&["just", "only"]));
    let verb_negated = group
        .clone()
        .any(|i| negates(&words[i]) && !only(i) && !near.at.contains(&i));
    let longer = words[group]
        .windows(2)
        .any(|two| two[0].is("no") && two[1].is("longer"));
    let subject = words[predication.range.start.min(verb)..verb]
        .iter()
        .find(|w| w.kind == Kind::Word && !w.listed(lex::CONNECTORS));
    let nobody = subject.is_some_and(|w| w.any(&["neither", "no", "nobody", "none", "nothing"]));
    verb_negated || longer || nobody
}

/// The words of the verb group that begins at the finite verb `verb`: auxiliaries, adverbs and the
/// first verb that is none.
fn group(sentence: &Sentence<'_>, verb: usize, clause: &Range<usize>) -> Range<usize> {
    let words = &sentence.words;
    let start = verb.saturating_sub(1).max(clause.start.min(verb));
    let mut end = verb + 1;
    if words[verb].listed(lex::AUXILIARY) || contracted(words[verb].text) {
        let inside = |w: &Word<'_>| {
            w.listed(lex::AUXILIARY)
                || negates(w)
                || w.any(&["also", "been", "ever", "longer", "no", "yet"])
                || w.text.ends_with("ly")
        };
        while end < words.len() && end < verb + 5 && inside(&words[end]) {
            end += 1;
        }
    }
    start..end
}

/// "The match scheduled for Saturday has been called off", "scrapped plans to open a plant in 2026":
/// the date is of what is called off.
pub(super) fn is_cancelled(predication: &Predication<'_, '_>) -> bool {
    let near = &predication.near;
    let (words, at) = (near.words(), near.at);
    let from = at.start.saturating_sub(APART);
    let Some(plan) = (from..at.start).rev().find(|&i| words[i].listed(PLANNED)) else {
        return false;
    };
    let between = plan + 1..at.start;
    if between
        .clone()
        .any(|i| cancels(near.sentence, i) || words[i].text == ";")
    {
        return false;
    }
    let finite = between.clone().any(|i| near.sentence.finite(i));
    if finite {
        return false;
    }
    let refused = |i: usize| {
        words[i.saturating_sub(3)..i]
            .iter()
            .any(|w| w.any(&["declined", "not", "refused"]))
    };
    let before = (plan.saturating_sub(APART)..plan)
        .rev()
        .take_while(|&i| words[i].text != ";")
        .any(|i| cancels(near.sentence, i) && !refused(i));
    // "was called off": the plan is the subject.
    let after = (at.end..words.len().min(at.end + 8))
        .take_while(|&i| words[i].text != ";")
        .any(|i| {
            let passive = i > 0
                && (words[i - 1].any(&["been", "is", "was", "were", "are"])
                    || i > 1 && words[i - 2].any(&["been", "is", "was", "were", "are"]));
            cancels(near.sentence, i) && passive
        });
    before || after
}

/// "The board had been expected to meet on Monday but did not", "a summit that had been due to open
/// on Friday": a plan told in the pluperfect did not come about.
pub(super) fn is_unrealised(predication: &Predication<'_, '_>) -> bool {
    let near = &predication.near;
    let (words, at) = (near.words(), near.at);
    (at.start.saturating_sub(APART)..at.start).any(|i| {
        words[i].listed(PLANNED)
            && i > 1
            && words[i - 1].is("been")
            && (words[i - 2].is("had") || i > 2 && words[i - 3].is("had"))
            && words
                .get(i + 1)
                .is_some_and(|w| w.any(&["for", "on", "to"]))
            && (i + 1..at.start).all(|j| !near.sentence.finite(j) || is_participle(words[j].text))
    })
}
