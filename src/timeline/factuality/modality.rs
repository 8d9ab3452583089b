//! What only is, could be or should be.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_participle, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    intention::infinitive,
    near::{Near, Predication},
    tense::is_due,
};
use crate::text::table::List;

/// Participles that "is" and "are" make an event of today with: "is being held", "are expected".
pub(super) static SETTLED: &List = &List::words(&[
    "announced",
    "being",
    "closed",
    "due",
    "expected",
    "held",
    "issued",
    "launched",
    "opened",
    "planned",
    "published",
    "released",
    "scheduled",
    "set",
    "signed",
    "slated",
    "sworn",
]);

/// The verb that the date of a clause goes with: the last finite one before it, else the first
/// after it; of a date set off at the head ("As we know, on May 3, the plant closed") the next.
pub(super) fn governing(
    sentence: &Sentence<'_>,
    clause: &Range<usize>,
    at: &Range<usize>,
) -> Option<usize> {
    let after = || sentence.verb(at.end..clause.end);
    let before = (clause.start..at.start)
        .rev()
        .find(|&i| sentence.finite(i))
        .map(|i| modal_before(&sentence.words, clause, i).unwrap_or(i));
    let comma = |i: usize| sentence.words.get(i).is_some_and(|w| w.text == ",");
    // "shall, by May 3, open the port"
    if before.is_some_and(|i| sentence.words[i].any(MODAL) && comma(i + 1)) {
        return before;
    }
    let led = (clause.start..at.start).rev().take(4).any(comma);
    let fronted = comma(at.end) && (led || before.is_none());
    if fronted {
        after().or(before)
    } else {
        before.or_else(after)
    }
}

/// Modal verbs.
const MODAL: &[&str] = &[
    "can", "could", "may", "might", "must", "shall", "should", "will", "would",
];

/// The modal before a past form that is an infinitive as well: "no shop should shut this winter".
fn modal_before(words: &[Word<'_>], clause: &Range<usize>, verb: usize) -> Option<usize> {
    let modal = |i: usize| words[i].any(MODAL) && !words[i].capital();
    let adverb =
        |i: usize| words[i].any(&["also", "never", "not"]) || words[i].text.ends_with("ly");
    // "may have been there" tells of what may be done already.
    let perfect =
        words[verb].is("have") && words.get(verb + 1).is_some_and(|w| is_participle(w.text));
    if perfect {
        return None;
    }
    let first = verb.checked_sub(1).filter(|&i| i >= clause.start)?;
    if modal(first) {
        return Some(first);
    }
    first
        .checked_sub(1)
        .filter(|&i| i >= clause.start && adverb(first) && modal(i))
}

/// What a clause says of its event besides that it happened or will happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Modality {
    /// "if the council meets on Monday"
    Conditional,
    /// "usually meets on Monday"
    Habitual,
    /// "looked forward to seeing him on Tuesday"
    Desired,
    /// "has to pass it this year"
    Needed,
    /// "would have opened in May"
    Counterfactual,
    /// "is projected to grow this quarter"
    Forecast,
    /// "I propose that we meet again in May"
    Proposed,
    /// "may have noticed it in May"
    Possible,
    /// "can apply from June"
    Modal,
    /// "are encouraged to apply by June"
    Advised,
    /// "I talked about this last week"
    Repeated,
}

/// What a clause whose verb the date goes with says of its event.
pub(super) fn of_verb(predication: &Predication<'_, '_>) -> Option<Modality> {
    let Near { sentence, at, .. } = predication.near;
    let (clause, verb) = (&predication.range, predication.verb);
    let words = &sentence.words;
    let before = &words[clause.start..at.start.max(clause.start)];
    if grows(before, words, at) || foretold(before) {
        return Some(Modality::Forecast);
    }
    // "tariffs due to take effect on March 4", "starting in July, callers can"
    let set = before
        .windows(3)
        .any(|three| three[1].is("to") && three[0].listed(SETTLED) && infinitive(&three[2]))
        || before
            .iter()
            .rev()
            .take(3)
            .any(|w| w.any(&["beginning", "effective", "starting"]));
    if set {
        return None;
    }
    // "the measures adopted on that date, on May 3, must go on": the date is of what was done.
    let adopted = verb.is_some_and(|verb| verb >= at.end)
        && before
            .iter()
            .any(|w| w.any(&["adopted", "issued", "passed", "signed"]));
    let near = &predication.near;
    if !adopted && verb.is_some_and(|verb| is_modal(words, verb) && !is_due(near, clause, verb)) {
        return Some(Modality::Modal);
    }
    let past = words[clause.clone()]
        .iter()
        .any(|w| is_past(w.text) && !w.is("got"));
    // "we need to pass it this year", "critical to reach it by 2050"
    let planned = |w: &Word<'_>, who: &Word<'_>| {
        near.is_day_ahead() && w.any(&["hope", "hopes"]) && !who.any(&["i", "we"])
    };
    let needed = before.windows(3).any(|three| {
        three[2].is("to")
            && three[1].listed(NEEDED)
            && !three[0].any(&["was", "were"])
            && !planned(&three[1], &three[0])
    });
    // "organizations are encouraged to apply by June"
    let advised = before.windows(3).any(|three| {
        three[0].any(&["are", "is"])
            && three[1].any(&[
                "advised",
                "asked",
                "encouraged",
                "reminded",
                "required",
                "urged",
            ])
            && three[2].is("to")
    });
    if advised {
        return Some(Modality::Advised);
    }
    if needed && !past {
        return Some(Modality::Needed);
    }
    let figure = words[clause.clone()]
        .iter()
        .any(|w| matches!(w.text, "%" | "$" | "€" | "£") || w.is("percent"));
    if (figure || !near.is_day_ahead()) && forecast(words, before, verb, at) {
        return Some(Modality::Forecast);
    }
    repeated(words, before, at).then_some(Modality::Repeated)
}

/// "is set to only accelerate in 2026", "are expected to reach a billion in 2030": a figure is
/// foreseen.
fn grows(before: &[Word<'_>], words: &[Word<'_>], at: &Range<usize>) -> bool {
    let coarse = words[at.clone()].iter().all(|w| w.kind == Kind::Number);
    coarse
        && (0..before.len()).any(|i| {
            let to = before[i].listed(LIKELY) && before.get(i + 1).is_some_and(|w| w.is("to"));
            let adverb = before.get(i + 2).is_some_and(|w| w.text.ends_with("ly"));
            to && before
                .get(i + 2 + usize::from(adverb))
                .is_some_and(|w| w.listed(GROWING))
        })
}

/// "are now predicting a slump starting this year".
fn foretold(before: &[Word<'_>]) -> bool {
    before
        .iter()
        .rev()
        .take(10)
        .take_while(|w| w.text != ",")
        .any(|w| w.any(&["anticipating", "forecasting", "predicting", "projecting"]))
}

/// "is projected to grow 6% this quarter", "he projects that the two programs — by 2030, we will
/// have …", "estimates that".
fn forecast(
    words: &[Word<'_>],
    before: &[Word<'_>],
    verb: Option<usize>,
    at: &Range<usize>,
) -> bool {
    let projected = verb.is_some_and(|verb| {
        (verb..words.len().min(verb + 3)).any(|i| {
            words[i].listed(FORECASTS) && words.get(i + 1).is_some_and(|w| w.any(&["to", "that"]))
        })
    });
    let reckoned = words[..at.start]
        .windows(2)
        .any(|pair| pair[0].listed(FORECASTS) && pair[1].is("that"))
        && words.iter().any(|w| w.is("will"));
    let estimate = before
        .windows(2)
        .any(|pair| pair[1].is("that") && pair[0].listed(FORECASTS));
    projected || reckoned || estimate
}

/// "we were supposed to", "we did that", "I talked about this last week", "I talked about it at the
/// top yesterday": what was said before is only pointed to.
fn repeated(words: &[Word<'_>], before: &[Word<'_>], at: &Range<usize>) -> bool {
    let idle = before.windows(2).any(|pair| {
        pair[0].is("supposed") && pair[1].is("to")
            || pair[0].is("to") && pair[1].is("need")
            || pair[0].is("more") && pair[1].is("to")
            || pair[0].any(&["did", "done", "do", "does"]) && pair[1].any(&["that", "so", "it"])
    });
    let this = words[at.start].is("this")
        && at.len() > 2
        && before.last().is_some_and(|w| w.any(&["about", "of", "to"]))
        || before.len() > 1
            && before[before.len() - 1].any(&["it", "that", "this"])
            && before[before.len() - 2].any(&["about", "of", "to"]);
    let aside = before.windows(3).any(|three| {
        three[0].any(&["speak", "spoke", "talk", "talked", "talking"])
            && three[1].any(&["about", "on", "to"])
            && three[2].any(&["it", "that", "this"])
    });
    idle || this || aside
}

/// Verbs that say what somebody reckons will be.
static FORECASTS: &List = &List::words(&[
    "estimate",
    "estimated",
    "estimates",
    "forecast",
    "forecasts",
    "predict",
    "predicted",
    "predicts",
    "project",
    "projected",
    "projects",
]);

/// What makes a forecast of the verb after "to".
static LIKELY: &List = &List::words(&[
    "expected",
    "forecast",
    "going",
    "likely",
    "poised",
    "predicted",
    "set",
]);

/// Verbs of what figures do.
pub(super) static GROWING: &List = &List::words(&[
    "accelerate",
    "account",
    "climb",
    "contract",
    "cost",
    "create",
    "decline",
    "decrease",
    "double",
    "exceed",
    "fall",
    "generate",
    "grow",
    "increase",
    "jump",
    "reach",
    "rebound",
    "reduce",
    "rise",
    "save",
    "shrink",
    "slow",
    "soar",
    "supply",
    "surpass",
    "total",
    "triple",
]);

/// What stands before "to" where something is wanted and not yet done.
static NEEDED: &List = &List::words(&[
    "able",
    "appropriate",
    "critical",
    "crucial",
    "essential",
    "got",
    "has",
    "have",
    "hope",
    "hopes",
    "important",
    "like",
    "necessary",
    "need",
    "needs",
    "ought",
    "possible",
    "proper",
    "ready",
    "vital",
    "want",
    "wants",
]);

/// Whether the verb at `verb` says what can, should or might be.
fn is_modal(words: &[Word<'_>], verb: usize) -> bool {
    if words[verb].any(&[
        "can",
        "can't",
        "can’t",
        "cannot",
        "may",
        "must",
        "ought",
        "shall",
        "should",
        "shouldn't",
        "shouldn’t",
    ]) {
        return true;
    }
    // "would" tells what somebody said or agreed to do; alone it tells what might be.
    let told = words.iter().any(|w| {
        w.listed(lex::SAYING) && is_past(w.text)
            || w.any(&[
                "agreed", "decided", "expected", "ordered", "pledged", "promised", "ruled", "vowed",
            ])
    });
    // "She would return to the games in 2016" looks on from a past.
    let onward = words.get(verb + 1).is_some_and(|w| {
        w.any(&[
            "become",
            "eventually",
            "go",
            "later",
            "return",
            "serve",
            "win",
        ])
    });
    words[verb].any(&["would", "wouldn’t", "wouldn't"]) && !told && !onward
}

/// What a clause says of its event, whatever the date is bound to.
pub(super) fn of_clause(predication: &Predication<'_, '_>) -> Option<Modality> {
    let Near { sentence, at, .. } = predication.near;
    let clause = &predication.range;
    let words = &sentence.words[clause.clone()];
    // "asked on Monday whether it could": only what it opens is in doubt.
    let governs = |i: usize| i < at.start || Some(i) == predication.verb;
    let unsure = |i: usize, w: &Word<'_>| {
        governs(clause.start + i)
            && (w.listed(lex::UNSURE) && (i == 0 || !w.capital()) || w.is("if"))
    };
    if words.iter().enumerate().any(|(i, w)| unsure(i, w)) {
        return Some(Modality::Conditional);
    }
    let habit = |i: usize, w: &Word<'_>| {
        w.listed(lex::HABIT) && !at.contains(&(clause.start + i)) && w.text != "May"
    };
    let past = words.iter().any(|w| is_past(w.text));
    if !past && words.iter().enumerate().any(|(i, w)| habit(i, w)) {
        return Some(Modality::Habitual);
    }
    if desired(words) {
        return Some(Modality::Desired);
    }
    // "The important thing is that the House moves this week"
    let urged = sentence.words[..at.start].windows(2).any(|two| {
        two[1].any(&["that", "thing"])
            && two[0].any(&[
                "crucial",
                "essential",
                "imperative",
                "important",
                "key",
                "vital",
            ])
    });
    if urged && !past {
        return Some(Modality::Needed);
    }
    let pair = |first: &[&str], second: &[&str]| {
        words
            .windows(2)
            .any(|pair| pair[0].any(first) && pair[1].any(second))
    };
    if pair(&["would", "should"], &["have"]) {
        return Some(Modality::Counterfactual);
    }
    // "on track for a record in 2026"
    let opens = words
        .windows(2)
        .any(|pair| pair[0].is("track") && pair[1].is("to"))
        && predication.near.is_day_ahead();
    if pair(&["on"], &["track", "pace"]) && !opens {
        return Some(Modality::Forecast);
    }
    // "I propose that we meet again in May"
    if pair(&["propose", "recommend", "suggest"], &["that"]) {
        return Some(Modality::Proposed);
    }
    // "drivers may have noticed it", but "may have had a part in the attack in May"
    let perhaps = words
        .windows(3)
        .any(|three| three[2].is("have") && three[1].any(&["may", "might"]) && !three[0].is("you"))
        && !sentence.words[at.start.saturating_sub(6)..at.start]
            .iter()
            .any(|w| w.listed(lex::EVENTFUL));
    perhaps.then_some(Modality::Possible)
}

/// "looked forward to seeing him on Tuesday", "we’d love to get that passed next year".
fn desired(words: &[Word<'_>]) -> bool {
    let looks = words
        .windows(2)
        .any(|pair| pair[1].is("forward") && pair[0].any(&["looked", "looking", "look", "looks"]));
    let loved = words.windows(4).any(|four| {
        four[0].any(&["i'd", "i’d", "they'd", "they’d", "we'd", "we’d", "would"])
            && four[2].is("to")
            && (four[1].is("love")
                || four[1].any(&["like", "prefer", "want"])
                    && four[3].any(&["get", "have", "pass", "see"]))
    });
    looks || loved
}
