//! What somebody means to reach by a date: a goal is no event, a binding promise is one.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_gerund, is_participle, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    modality::{GROWING, SETTLED},
    near::Near,
};
use crate::text::table::List;

/// How many words before "by" the verb that it goes with may stand.
const REACH: usize = 40;

/// What is done once and then is done: "will open by 2027", "is to be completed by June".
static COMPLETES: &List = &List::words(&[
    "adopt",
    "adopted",
    "announce",
    "announced",
    "ban",
    "banned",
    "began",
    "begin",
    "begun",
    "built",
    "close",
    "closed",
    "complete",
    "completed",
    "deliver",
    "delivered",
    "end",
    "ended",
    "enter",
    "establish",
    "established",
    "expire",
    "finalize",
    "finalized",
    "finish",
    "finished",
    "held",
    "hold",
    "host",
    "hosted",
    "installed",
    "issue",
    "issued",
    "join",
    "launch",
    "launched",
    "leave",
    "made",
    "move",
    "open",
    "opened",
    "operational",
    "publish",
    "published",
    "ratified",
    "ratify",
    "ready",
    "release",
    "released",
    "replaced",
    "retire",
    "return",
    "sign",
    "signed",
    "start",
    "started",
    "submit",
    "submitted",
    "withdraw",
]);

/// Verbs that bind whoever they are said of: "agreed to cut it by 2035".
static BINDS: &List = &List::words(&[
    "agreed",
    "commits",
    "committed",
    "decided",
    "pledged",
    "promised",
    "voted",
    "vowed",
]);

/// Nouns of what is wanted: "set a target of 30 gigawatts by 2030".
static WANTED: &List = &List::words(&[
    "aim",
    "ambition",
    "goal",
    "goals",
    "objective",
    "pathway",
    "target",
    "targets",
    "vision",
]);

/// Whether the date says by when somebody means to have reached something.
pub(super) fn is_aim(near: &Near<'_, '_>) -> bool {
    let Near { sentence, at, .. } = *near;
    let (coarse, ahead) = (near.coarse(), near.ahead());
    let words = &sentence.words;
    let Some(by) = at.start.checked_sub(1) else {
        return false;
    };
    // "the mayor wanted a vote on it by Thursday"
    let hope = |i: usize| words[i].any(&["hoped", "hopes", "wanted", "wants"]);
    let hoped = ahead
        && words[by].is("by")
        && (by.saturating_sub(REACH)..by)
            .rev()
            .find(|&i| sentence.finite(i) || words[i].text == ",")
            .is_some_and(hope);
    if hoped {
        return true;
    }
    if !words[by].is("by") {
        let year = words[at.clone()].iter().all(|w| w.kind == Kind::Number);
        let goal = year && words[by].any(&["during", "in"]) && is_goal(words, by);
        let hoped = ahead && (is_hoped(words, by) || targets(sentence, at.start));
        return hoped || coarse && (goal || is_committing(words, at.start));
    }
    // "set a goal on May 2 of reaching ten towns by Monday"
    if is_goal(words, by) {
        return true;
    }
    // "by the end of the year" is when a plan ends, "by 2030" what a target is set for.
    if !coarse || !words[at.clone()].iter().any(|w| w.kind == Kind::Number) {
        return false;
    }
    for i in (by.saturating_sub(REACH)..by).rev() {
        let word = &words[i];
        if word.text == ";" {
            return true;
        }
        if word.is("to")
            && words
                .get(i + 1)
                .is_some_and(|w| i + 1 < by && infinitive(w))
        {
            return wanted(sentence, i, by);
        }
        // What was done cannot have been done by a date ahead: "electricity produced from the wind".
        let past = ahead
            && is_participle(words[i].text)
            && !word.listed(BINDS)
            && !word.listed(lex::SAYING)
            && !joined(words, i, by);
        if sentence.finite(i) && !past && !attributive(words, i) {
            return wants(sentence, i, by) || ahead && joined(words, i, by);
        }
        if is_gerund(word.text) && heads(words, i) {
            return !commits(words, i);
        }
    }
    // "By 2025, the firm will have opened": the verb comes after.
    sentence
        .verb(at.end..words.len())
        .is_none_or(|i| wants(sentence, i, words.len()))
}

/// Whether somebody "is committing" or "is committed" to what is to be done by then.
fn is_committing(words: &[Word<'_>], until: usize) -> bool {
    words[until.saturating_sub(16)..until]
        .windows(3)
        .any(|three| {
            three[0].any(&["are", "is"])
                && three[1].any(&["committed", "committing"])
                && three[2].is("to")
        })
}

/// Whether the date in a year goes with what a goal is of: "a goal of ending the fire in 2025"; but
/// "met its goal of ending it in 2022".
fn is_goal(words: &[Word<'_>], until: usize) -> bool {
    let from = until.saturating_sub(16);
    (from..until).any(|i| {
        words[i].listed(WANTED)
            && !words[i].capital()
            && words[i + 1].any(&["for", "of", "on", "to"])
            && !words[from..i].iter().any(|w| {
                w.any(&[
                    "achieved",
                    "exceeded",
                    "met",
                    "missed",
                    "reached",
                    "surpassed",
                ])
            })
    })
}

/// Whether what a goal is of goes on right up to the date: "with the aim of closing it in early
/// 2026"; but "the goals for the talks to be held in June".
fn is_hoped(words: &[Word<'_>], until: usize) -> bool {
    is_goal(words, until)
        && (until.saturating_sub(16)..until)
            .rev()
            .take_while(|&i| !words[i].listed(WANTED))
            .all(|i| {
                let event = words[i].listed(lex::EVENTFUL) && words[i - 1].is("the");
                words[i].text != "," && !words[i].any(&["held", "including"]) && !event
            })
}

/// Whether something is only being targeted: "targeting delivery as soon as 2026".
fn targets(sentence: &Sentence<'_>, until: usize) -> bool {
    let words = &sentence.words;
    (until.saturating_sub(20)..until)
        .rev()
        .take_while(|&i| !sentence.finite(i) || words[i].any(&["are", "is"]))
        .any(|i| {
            words[i].is("targeting")
                && i > 0
                && (words[i - 1].kind == Kind::Mark
                    || words[i - 1].any(&["and", "are", "in", "is", "now"]))
        })
}

/// Whether the past form at `i` only describes the noun after it: "20 million underserved people",
/// "low-income and disadvantaged households", "to reduce vented gas".
fn attributive(words: &[Word<'_>], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|j| &words[j]) else {
        return false;
    };
    let counted = before.kind == Kind::Number
        || before.any(&["billion", "hundred", "million", "more", "thousand"]);
    let paired = before.is("and")
        && i > 1
        && words[i - 2].kind == Kind::Word
        && words[i - 2].text.contains('-');
    let object = i > 1 && words[i - 2].is("to") && infinitive(before);
    is_participle(words[i].text)
        && (counted || paired || object)
        && words
            .get(i + 1)
            .is_some_and(|w| w.kind == Kind::Word && is_noun(w))
}

/// Whether a word could be a noun: no word that a sentence is built with.
fn is_noun(word: &Word<'_>) -> bool {
    let built_with = [
        lex::CONNECTORS,
        lex::DETERMINERS,
        lex::MONTHS_DAYS,
        lex::PREPOSITIONS,
        lex::PRONOUNS,
    ];
    !built_with.iter().any(|list| word.listed(list)) && !word.text.ends_with("ly")
}

/// Whether the gerund at `i` is a verb of its own: "by cutting it", not "defense spending".
fn heads(words: &[Word<'_>], i: usize) -> bool {
    !words[i].capital()
        && !words[i].listed(lex::EVENTFUL)
        && i.checked_sub(1).is_none_or(|b| {
            let before = &words[b];
            before.kind == Kind::Mark
                || before.listed(lex::PREPOSITIONS)
                || before.listed(lex::AUXILIARY)
                || before.any(&["and", "be", "been", "by", "of", "to"])
        })
}

/// Whether a word could be the verb after "to".
pub(super) fn infinitive(word: &Word<'_>) -> bool {
    let plural = word.text.ends_with('s') && !word.text.ends_with("ss") && !word.is("focus");
    let built_with = [
        lex::DETERMINERS,
        lex::PRONOUNS,
        lex::PREPOSITIONS,
        lex::MONTHS_DAYS,
    ];
    word.kind == Kind::Word
        && !word.capital()
        && !word.possessive()
        && !plural
        && !is_gerund(word.text)
        && !built_with.iter().any(|list| word.listed(list))
}

/// Whether "to" at `to` with its verb says what is only wanted: "aims to reach", "a plan to cut".
fn wanted(sentence: &Sentence<'_>, to: usize, by: usize) -> bool {
    let words = &sentence.words;
    let Some(governor) = (0..to).rev().find(|&i| !words[i].text.ends_with("ly")) else {
        return true;
    };
    let once = completes(sentence, to + 1..by) || (to + 1..by).take(4).any(|i| sentence.is_once(i));
    let word = &words[governor];
    if word.listed(SETTLED) {
        let grows = words[to + 1..by.min(to + 4)]
            .iter()
            .any(|w| w.listed(GROWING));
        // "is expected to catalyze over two billion": a forecast of a figure.
        let figure = words[to + 1..by.min(to + 7)]
            .iter()
            .any(|w| w.kind == Kind::Number || matches!(w.text, "$" | "€" | "£"));
        return grows || !once && (figure || words[to + 1].is("be"));
    }
    // "the dam is to reach full capacity by 2027", but "the goal is to"
    if word.any(&["are", "is", "was", "were"]) {
        return words[governor.saturating_sub(8)..governor]
            .iter()
            .any(|w| w.listed(WANTED));
    }
    let has = governor
        .checked_sub(1)
        .is_some_and(|i| words[i].any(&["are", "has", "have", "is"]));
    if word.listed(BINDS) && !has {
        return false;
    }
    !(once && word.any(&["intend", "intends", "plan", "planned", "planning", "plans"]))
}

/// Whether the finite verb at `i` says what is wanted or foreseen by then.
fn wants(sentence: &Sentence<'_>, i: usize, by: usize) -> bool {
    let words = &sentence.words;
    let end = by.max(i + 1);
    let rest = &words[i + 1..end];
    let near = &rest[..rest.len().min(4)];
    if words[i].any(&["aims", "hopes", "seeks", "wants"]) {
        return true;
    }
    if words[i].any(&["are", "has", "have", "is"]) {
        let settled = near.iter().any(|w| w.listed(SETTLED)) || completes(sentence, i + 1..end);
        let done = words[i].any(&["has", "have"])
            && near
                .iter()
                .any(|w| is_participle(w.text) && !w.listed(BINDS));
        return !settled && !done;
    }
    if is_past(words[i].text) || words[i].any(&["had", "was", "were", "did"]) {
        // "will create courses mapped to it by 2026": the verb stands before the participle.
        let will = (i.saturating_sub(14)..i)
            .rev()
            .find(|&w| words[w].is("will"));
        if let Some(will) = will.filter(|_| is_participle(words[i].text)) {
            return !completes(sentence, will + 1..i);
        }
        return rest.iter().any(|w| w.listed(WANTED));
    }
    !completes(sentence, i + 1..end)
}

/// Whether what was done at `i` cannot have been done by a date ahead, which ends the name of a
/// paper or plan: "many countries joined the Declaration on Clean Ships by 2050".
fn joined(words: &[Word<'_>], i: usize, by: usize) -> bool {
    words[i].any(&[
        "adopted",
        "endorsed",
        "issued",
        "joined",
        "launched",
        "published",
        "released",
        "signed",
    ]) && words[i + 1..by].iter().any(Word::capital)
        && !words[i + 1..by]
            .iter()
            .any(|w| w.any(&["to", "that", "which", "will"]))
}

/// Whether one of the first words after an auxiliary is of what is done once.
fn completes(sentence: &Sentence<'_>, range: Range<usize>) -> bool {
    range.take(4).any(|i| sentence.words[i].listed(COMPLETES))
}

/// Whether a finite verb binds somebody to the gerund at `i`: "commits all members to raising it".
fn commits(words: &[Word<'_>], i: usize) -> bool {
    i > 1
        && words[i - 1].is("to")
        && words[i.saturating_sub(10)..i - 1]
            .iter()
            .any(|w| w.any(&["commits", "committed", "commit", "agreed"]))
        && !words[i.saturating_sub(12)..i]
            .iter()
            .any(|w| w.any(&["are", "has", "have", "is"]))
}

/// What is set for a date and need not come: "the goal for July 4th".
static AIMS: &List = &List::words(&[
    "deadline",
    "forecast",
    "forecasts",
    "goal",
    "goals",
    "plans",
    "priorities",
    "target",
    "targets",
    "timeline",
]);

impl Near<'_, '_> {
    /// "the goal for July 4th", "the timeline was August 31st", "a deadline of May 1".
    pub(super) fn is_deadline(&self) -> bool {
        let aim = self.at.start.checked_sub(2).is_some_and(|i| {
            // "is forecast for May 21"
            let verb = i > 0
                && self.sentence.is_verb(i)
                && self.words()[i - 1].any(&["are", "is", "was", "were"]);
            self.words()[i].listed(AIMS) && !verb
        });
        let due = ["date", "deadline", "goal", "target", "timeline"];
        let set = self.is(1, &["of"]) && (2..=10).any(|n| self.is(n, &due));
        aim && self.is(1, &["for", "was"]) || set
    }
}
