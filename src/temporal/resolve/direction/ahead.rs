//! What looks ahead: intentions, what is awaited, and dates that open a clause of the future.

use super::verb::verb;
use crate::temporal::lexicon::Word;
use crate::temporal::recognize::Tok;
use crate::text::token::{Kind, pack};

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
