//! What looks ahead: plans, intentions, what is awaited, and dates that open a clause of the future.

use super::tense::{ARE, IS, verb};
use crate::temporal::lexicon::Word;
use crate::temporal::recognize::Tok;
use crate::text::token::{Kind, pack};

/// Whether the "plan" at `i` is a thing that somebody has made: "unveiled the SAVE plan in June";
/// "their plan to close it in June" and "the plan for June" look ahead.
pub(super) fn object(toks: &[Tok], i: usize) -> bool {
    let plan = [pack("plan"), pack("plans")].contains(&toks[i].token.key);
    let open = toks
        .get(i + 1)
        .is_some_and(|t| matches!(t.word, Word::To | Word::For));
    // "we plan", "they plan", "do not plan"
    let named = (0..i).rev().find(|&p| !toks[p].token.capital);
    let thing = named.is_some_and(|p| {
        let key = toks[p].token.key;
        i - p < 5
            && ["the", "a", "an", "his", "her", "its", "this", "that"]
                .iter()
                .any(|word| key == pack(word))
    });
    plan && thing && !open
}

/// Whether the word at `i` is of what somebody is to do then: "invited the king to visit in June",
/// "their desire to go on with the talks on Saturday".
pub(super) fn intends(toks: &[Tok], i: usize) -> bool {
    const INTENTS: [u128; 6] = [
        pack("desire"),
        pack("intent"),
        pack("intention"),
        pack("invitation"),
        pack("readiness"),
        pack("willingness"),
    ];
    let rest = &toks[i + 1..];
    let reach = match toks[i].token.key {
        key if INTENTS.contains(&key) => 1,
        key if key == pack("invited") => 6,
        _ => return false,
    };
    rest.iter().take(reach).any(|t| t.word == Word::To)
        && !rest
            .iter()
            .any(|t| matches!(t.word, Word::After | Word::Since))
}

/// Whether the word at `i` ends "in advance of" or "ahead of", with what is awaited behind it:
/// "ahead of their meeting in Oslo on Wednesday".
pub(super) fn precedes(toks: &[Tok], i: usize) -> bool {
    let before = |n: usize| i.checked_sub(n).map_or(0, |p| toks[p].token.key);
    let near = toks.len() - i <= 14
        && !toks[i..]
            .iter()
            .any(|t| t.token.kind == Kind::Mark(b',') || t.word == Word::PastVerb);
    toks[i].word == Word::Of
        && near
        && (before(1) == pack("ahead") || before(1) == pack("advance") && before(2) == pack("in"))
}

/// Whether the date at `start` stands at the head of a clause that another opens: "announced that,
/// on Wednesday, …", "let me just say: On Thursday, …".
pub(super) fn heads_clause(toks: &[Tok], start: usize) -> bool {
    let on = start > 0 && matches!(toks[start - 1].word, Word::On | Word::In | Word::At);
    let at = start - usize::from(on);
    let comma = at > 0 && matches!(toks[at - 1].token.kind, Kind::Mark(b','));
    let at = at - usize::from(comma);
    at.checked_sub(1).is_some_and(|before| {
        toks[before].word == Word::That || matches!(toks[before].token.kind, Kind::Mark(b':'))
    })
}

/// Whether the first verb of `toks` is "will".
pub(super) fn will_follows(toks: &[Tok]) -> bool {
    let first = (0..toks.len()).find(|&i| verb(toks, i, false).is_some());
    first.is_some_and(|i| toks[i].word == Word::WillVerb)
}

/// Whether a form of "be" at `i` with "to" behind it says what is arranged: "is to appear".
pub(super) fn to_come(toks: &[Tok], i: usize) -> bool {
    [IS, ARE, pack("was"), pack("were")].contains(&toks[i].token.key)
        && toks.get(i + 1).is_some_and(|t| t.word == Word::To)
}

/// Whether the word at `i` is the "be" of what a noun before it waits for: "the talks to be held";
/// "found to be closed" is none.
pub(super) fn awaits(toks: &[Tok], i: usize) -> bool {
    let noun = i.checked_sub(2).map(|p| &toks[p]);
    toks[i].token.key == pack("be")
        && noun.is_some_and(|t| {
            t.word == Word::None && t.token.kind == Kind::Word && !t.ends_ed() && !t.ends_ing()
        })
        && toks[i - 1].word == Word::To
        // "asked for the files to be handed over in September"
        && !toks[i.saturating_sub(10)..i]
            .iter()
            .any(|t| t.word == Word::Aims && t.ends_ed())
        && toks.get(i + 1).is_some_and(|t| t.token.kind == Kind::Word)
}
