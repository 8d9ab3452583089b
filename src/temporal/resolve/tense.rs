//! Does the clause around an expression look back or ahead?

use crate::temporal::lexicon::Word;
use crate::temporal::recognize::Tok;
use crate::text::token::Kind;

/// The direction a clause looks in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How far a verb may stand from the expression it governs, in tokens.
const REACH: usize = 24;

/// The tense of the clause around tokens `start..end`: the nearest verb before it, else behind it.
/// The words right before the expression ("by", "until", "due") count as well.
pub(crate) fn tense(toks: &[Tok], start: usize, end: usize) -> Tense {
    let before = &toks[start.saturating_sub(REACH)..start];
    for (i, tok) in before.iter().enumerate().rev() {
        if matches!(tok.token.kind, Kind::Mark(b';')) {
            break;
        }
        if let Some(tense) = verb(before, i) {
            return tense;
        }
    }
    let after = &toks[end..toks.len().min(end + REACH)];
    for (i, tok) in after.iter().enumerate() {
        if matches!(tok.token.kind, Kind::Mark(b';')) {
            break;
        }
        if let Some(tense) = verb(after, i) {
            return tense;
        }
    }
    Tense::Unknown
}

/// What the word at `i` says of the tense, where it says anything.
fn verb(toks: &[Tok], i: usize) -> Option<Tense> {
    let tok = &toks[i];
    match tok.word {
        Word::WillVerb | Word::Plan => Some(Tense::Future),
        // "would" is the future seen from the past: it says nothing by itself.
        Word::WouldVerb => Some(Tense::Future),
        Word::PastVerb => {
            // "was scheduled to", "were expected to" look ahead.
            let plan = toks[i + 1..].iter().take(2).any(|t| t.word == Word::Plan);
            Some(if plan { Tense::Future } else { Tense::Past })
        }
        Word::PresentVerb => {
            let plan = toks[i + 1..].iter().take(2).any(|t| t.word == Word::Plan);
            plan.then_some(Tense::Future)
        }
        Word::None if tok.token.kind == Kind::Word && !tok.token.capital => {
            // The last two letters of a packed word.
            (tok.token.key & 0xffff == u128::from(b'e') << 8 | u128::from(b'd')
                && tok.token.span.len() > 3)
                .then_some(Tense::Past)
        }
        _ => None,
    }
}
