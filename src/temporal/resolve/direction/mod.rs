//! The direction of a clause: does what it dates lie behind or ahead of the day of writing?
//!
//! The nearest verb before a date decides, else the nearest behind it. `verb` says what a verb form
//! means, `ahead` and `behind` what else in the clause settles it.

mod ahead;
mod behind;
mod verb;

use crate::temporal::lexicon::Word;
use crate::temporal::recognize::Tok;
use crate::text::token::{Kind, pack};
use ahead::{heads_clause, intends, precedes, will_follows};
use behind::done;
pub(crate) use verb::Tense;
use verb::{progressive, verb};

const BUT: u128 = pack("but");
const AND: u128 = pack("and");

/// How far ahead of the expression it governs a verb may stand, in tokens.
const REACH: usize = 24;

/// How far behind it: "In May, two weeks after the …, the … fell".
const REACH_BEHIND: usize = 40;

/// The tense of the clause around tokens `start..end`: the nearest verb before it, else behind it.
///
/// "was elected in June" looks back, "will be elected in June" and "is due in June" look ahead; "next"
/// and "last" settle it, and so does what is traded ("crude for June delivery").
pub(crate) fn tense(toks: &[Tok], start: usize, end: usize) -> Tense {
    // "next Jan. 1", "last Oct. 23"
    match toks.get(start).map(|t| t.word) {
        Some(Word::Next) => return Tense::Future,
        Some(Word::Last) => return Tense::Past,
        _ => {}
    }
    // "crude for September delivery rose": what is traded is to come.
    let traded = |word| toks.get(end).is_some_and(|t| t.token.key == pack(word));
    if ["delivery", "contract", "contracts", "futures"]
        .into_iter()
        .any(traded)
    {
        return Tense::Future;
    }
    let told = clause(toks, start, end);
    // "was named president effective Jan. 1": what was decided may be yet to come.
    let effective = start > 0 && toks[start - 1].token.key == pack("effective");
    if effective && told == Tense::Past {
        return Tense::Unknown;
    }
    if done(toks, start, end, told) {
        return Tense::Done;
    }
    told
}

/// What the verbs around tokens `start..end` say.
fn clause(toks: &[Tok], start: usize, end: usize) -> Tense {
    // "Wednesday's ruling" is spoken of because it was made, whatever they would do about it.
    let possessive = end + 1 < toks.len()
        && toks[end].token.kind == Kind::Mark(b'\'')
        && toks[end + 1].word == Word::S;
    if awaited(toks, start) {
        return Tense::Future;
    }
    // "today's announcement follows Tuesday's meeting"
    let follows = [pack("follows"), pack("followed"), pack("following")];
    if possessive && start > 0 && follows.contains(&toks[start - 1].token.key) {
        return Tense::Past;
    }
    let limit = start.checked_sub(1).map_or(Word::None, |p| toks[p].word);
    if limit == Word::Since {
        return Tense::Past;
    }
    if heads_clause(toks, start) && will_follows(&toks[end..toks.len().min(end + REACH)]) {
        return Tense::Future;
    }
    let from = start.saturating_sub(REACH);
    let before = &toks[from..start];
    for i in (0..before.len()).rev() {
        if matches!(before[i].token.kind, Kind::Mark(b';')) {
            break;
        }
        // "his first trip since taking office in December", "since the launch of it in December"
        if before[i].word == Word::Since && since(&before[i + 1..]) {
            return Tense::Past;
        }
        if intends(before, i) || precedes(before, i) {
            return Tense::Future;
        }
        if let Some(tense) = verb(before, i, possessive) {
            return match tense {
                Tense::Future if undone(toks, from + i, end) => Tense::Unknown,
                Tense::Past if limit == Word::By && infinitive(&before[i + 1..]) => Tense::Future,
                tense => tense,
            };
        }
    }
    let after = &toks[end..toks.len().min(end + REACH_BEHIND)];
    for i in 0..after.len() {
        if matches!(after[i].token.kind, Kind::Mark(b';')) {
            break;
        }
        // What is going on says nothing of a date before it: "our third-quarter results show it is growing".
        let going = after[i].word == Word::PresentVerb && progressive(after, i);
        if !going && let Some(tense) = verb(after, i, possessive) {
            return tense;
        }
    }
    match limit {
        _ if possessive => Tense::Past,
        // "The show runs through Sunday", "offers by Friday": the end of what goes on.
        Word::Through | Word::By => Tense::Future,
        _ => Tense::Unknown,
    }
}

/// Whether what follows "since" is a thing or a deed with no verb of its own before its date.
fn since(toks: &[Tok]) -> bool {
    let article = [
        pack("the"),
        pack("its"),
        pack("his"),
        pack("her"),
        pack("their"),
        pack("our"),
    ];
    let Some(first) = toks.first() else {
        return false;
    };
    first.ends_ing()
        || article.contains(&first.token.key)
            && !toks
                .iter()
                .enumerate()
                .any(|(i, t)| t.token.kind == Kind::Mark(b',') || verb(toks, i, false).is_some())
}

/// Whether the expression is what somebody waits for: "postponed until Tuesday", "as early as
/// Tuesday"; but not "until Tuesday, they had" or "not until Tuesday".
fn awaited(toks: &[Tok], start: usize) -> bool {
    let back = |n: usize| start.checked_sub(n).and_then(|p| toks.get(p));
    let word = |n: usize| back(n).map_or(Word::None, |t| t.word);
    let key = |n: usize| back(n).map_or(0, |t| t.token.key);
    if word(1) == Word::Until {
        // "But until April, there was no way": the clause behind it tells.
        let fronted = start == 2 && matches!(toks[0].token.key, BUT | AND);
        return start > 1
            && !fronted
            && key(2) != pack("up")
            && !lasted(toks, start - 1)
            && !(2..7)
                .any(|n| key(n) == pack("had") || key(n) == pack("not") || key(n) == pack("t"));
    }
    if word(1) == Word::Of && [pack("ahead"), pack("eve")].contains(&key(2)) {
        return true;
    }
    key(1) == pack("as")
        && (key(2) == pack("early") || key(2) == pack("soon"))
        && key(3) == pack("as")
}

/// Whether what went on until the date was over by then: "was president until May", "served until".
fn lasted(toks: &[Tok], until: usize) -> bool {
    const STAYED: [&str; 8] = [
        "served", "lived", "worked", "remained", "stayed", "ruled", "led", "ran",
    ];
    for i in (until.saturating_sub(8)..until).rev() {
        let tok = &toks[i];
        if STAYED.iter().any(|word| tok.token.key == pack(word)) {
            return true;
        }
        if tok.word == Word::PastVerb {
            let be = [pack("was"), pack("were")].contains(&tok.token.key);
            // "was given until Monday"
            let done =
                |t: &Tok| t.ends_ed() || t.word == Word::Plan || t.token.key == pack("given");
            return be && toks.get(i + 1).is_some_and(|t| !done(t));
        }
        if tok.ends_ed() || matches!(tok.word, Word::Plan | Word::WillVerb | Word::PresentVerb) {
            return false;
        }
    }
    false
}

/// Whether an infinitive stands in `toks`: "told them to leave the city by".
fn infinitive(toks: &[Tok]) -> bool {
    toks.windows(2)
        .any(|t| t[0].word == Word::To && t[1].word == Word::None && !t[1].token.capital)
}

/// Whether a plan at `plan` is told of as past by the verb right behind its date: "the rally planned
/// for Saturday was canceled".
fn undone(toks: &[Tok], plan: usize, end: usize) -> bool {
    plan > 0
        && toks[plan - 1].word == Word::None
        && matches!(toks.get(end), Some(t) if t.word == Word::PastVerb)
        && toks.get(end + 1).is_some_and(|t| t.word != Word::To)
}
