//! Does the clause around an expression look back or ahead?

use super::done::done;
use super::plans::{awaits, heads_clause, intends, object, precedes, to_come, will_follows};
use crate::temporal::lexicon::Word;
use crate::temporal::recognize::Tok;
use crate::text::token::{Kind, pack};

/// The direction a clause looks in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// Told as done: the date lies behind, however near the next one is.
    Done,
    Past,
    Future,
    Unknown,
}

impl Tense {
    /// Whether the clause looks back.
    pub(crate) fn past(self) -> bool {
        matches!(self, Self::Done | Self::Past)
    }
}

pub(super) const IS: u128 = pack("is");
pub(super) const ARE: u128 = pack("are");

/// How far ahead of the expression it governs a verb may stand, in tokens.
const REACH: usize = 24;

/// How far behind it: "In May, two weeks after the …, the … fell".
const REACH_BEHIND: usize = 40;

/// The tense of the clause around tokens `start..end`: the nearest verb before it, else behind it.
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

impl Tok {
    /// Whether the word is a form in -ing.
    pub(super) fn ends_ing(&self) -> bool {
        // The last three letters of a packed word.
        self.token.key & 0xff_ffff == pack("ing") && self.token.span.len() > 4
    }

    /// Whether the word is a form of the past in -ed.
    pub(super) fn ends_ed(&self) -> bool {
        const OTHERS: [u128; 10] = [
            pack("need"),
            pack("hundred"),
            pack("indeed"),
            pack("speed"),
            pack("feed"),
            pack("seed"),
            pack("proceed"),
            pack("exceed"),
            pack("succeed"),
            pack("sacred"),
        ];
        // The last two letters of a packed word.
        self.token.key & 0xffff == pack("ed")
            && self.token.span.len() > 3
            && !OTHERS.contains(&self.token.key)
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
        return start > 1
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

/// What the word at `i` says of the tense, where it says anything.
pub(super) fn verb(toks: &[Tok], i: usize, possessive: bool) -> Option<Tense> {
    let next = |n: usize| toks.get(i + n).map_or(Word::None, |t| t.word);
    match toks[i].word {
        // "the Rescue Plan" is a name.
        Word::Plan if toks[i].token.capital && toks[i].token.key == pack("plan") => None,
        Word::Plan if object(toks, i) => None,
        Word::WillVerb | Word::Plan => Some(Tense::Future),
        // "arrives on Wednesday", "when they meet Thursday": the present of what is arranged.
        Word::Comes => comes(toks, i).then_some(Tense::Future),
        // "they visit Leeds on Tuesday", "who play Houston on Wednesday"
        Word::None if arranged(toks, i) => Some(Tense::Future),
        Word::Set if matches!(next(1), Word::To | Word::For) => Some(Tense::Future),
        // "asked to comment on the findings in December"
        Word::Aims if next(1) == Word::To => {
            let to = toks.get(i + 2).map_or(0, |t| t.token.key);
            // "agreed to a deal in July" had a deal then.
            let thing = [
                pack("a"),
                pack("an"),
                pack("the"),
                pack("its"),
                pack("their"),
            ];
            if toks[i].token.key == pack("agreed") && thing.contains(&to) {
                return Some(Tense::Past);
            }
            (to != pack("comment")).then_some(Tense::Future)
        }
        Word::Aims => toks[i].ends_ed().then_some(Tense::Past),
        // "snow is forecast tomorrow"
        Word::Set if !participle(toks, i) => Some(Tense::Future),
        Word::Set => Some(Tense::Past),
        // "could not be reached": what could not be done, was not done.
        Word::WouldVerb if toks[i].token.key == pack("could") && denied(toks, i) => {
            Some(Tense::Past)
        }
        // "would" is the future seen from the past.
        Word::WouldVerb => (!possessive).then_some(Tense::Future),
        // "may" in lower case is no month.
        Word::May if !toks[i].token.capital => (!possessive).then_some(Tense::Future),
        // "is to appear", "were to resume".
        Word::PastVerb | Word::PresentVerb if to_come(toks, i) => {
            (!possessive).then_some(Tense::Future)
        }
        // "expected to hit land", "will hit land": an infinitive that looks like a form of the past.
        Word::PastVerb if governed(toks, i) => None,
        // "let me say"
        Word::PastVerb
            if toks[i].token.key == pack("let")
                && toks
                    .get(i + 1)
                    .is_some_and(|t| t.token.key == pack("me") || t.token.key == pack("us")) =>
        {
            None
        }
        // "won't", "let's"
        Word::PastVerb if contracted(toks, i) => Some(Tense::Future),
        Word::PastVerb => participle(toks, i).then(|| {
            // "was scheduled to", "were expected to" look ahead.
            let plan = next(1) == Word::Plan || next(2) == Word::Plan;
            if plan { Tense::Future } else { Tense::Past }
        }),
        // "is expected", and "the vote is on Friday": what is at a time, is to come.
        Word::PresentVerb => {
            let be = matches!(toks[i].token.key, IS | ARE);
            let dated = matches!(next(1), Word::At | Word::On | Word::Weekday(_))
                || next(1) == Word::From && (next(2) == Word::Number || i + 2 == toks.len())
                || i + 1 == toks.len();
            let arranged = next(1) == Word::Plan || next(2) == Word::Plan || be && dated;
            (arranged || be && progressive(toks, i)).then_some(Tense::Future)
        }
        // "the talks to be held in June"
        Word::None if awaits(toks, i) => (!possessive).then_some(Tense::Future),
        Word::None if toks[i].token.kind == Kind::Word && !toks[i].token.capital => {
            (toks[i].ends_ed() && participle(toks, i)).then_some(Tense::Past)
        }
        _ => None,
    }
}

/// Whether "to" or a verb such as "will" stands right before the verb at `i`: "may not cut".
fn governed(toks: &[Tok], i: usize) -> bool {
    let governs = |n: usize| {
        i.checked_sub(n).is_some_and(|at| match toks[at].word {
            Word::To | Word::WillVerb | Word::WouldVerb => true,
            Word::May => !toks[at].token.capital,
            _ => false,
        })
    };
    let between = ["not", "also", "likely", "probably"];
    let apart = i > 0
        && between
            .iter()
            .any(|word| toks[i - 1].token.key == pack(word));
    governs(1) || apart && governs(2)
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

/// Whether the present form at `i` tells what is arranged; "did not meet" and "had to go" do not.
fn comes(toks: &[Tok], i: usize) -> bool {
    let key = |n: usize| i.checked_sub(n).map_or(0, |p| toks[p].token.key);
    let past = |n: usize| {
        i.checked_sub(n)
            .is_some_and(|p| toks[p].word == Word::PastVerb)
    };
    let to = i > 0 && toks[i - 1].word == Word::To;
    let denied = ["not", "t", "s", "never", "the"];
    let told = past(1) || to && past(2);
    !told && denied.iter().all(|word| key(1) != pack(word))
}

/// Whether the word at `i` is the present of what somebody is to do: "they visit Leeds", "who play".
fn arranged(toks: &[Tok], i: usize) -> bool {
    const VERBS: [u128; 10] = [
        pack("visit"),
        pack("play"),
        pack("face"),
        pack("host"),
        pack("leave"),
        pack("return"),
        pack("travel"),
        pack("fly"),
        pack("vote"),
        pack("depart"),
    ];
    const WHO: [u128; 4] = [pack("they"), pack("who"), pack("we"), pack("which")];
    i > 0 && VERBS.contains(&toks[i].token.key) && WHO.contains(&toks[i - 1].token.key)
}

/// Whether "won" or "let" at `i` is half of "won't" or "let's".
fn contracted(toks: &[Tok], i: usize) -> bool {
    let tail = |word| {
        toks.get(i + 1)
            .is_some_and(|t| t.token.kind == Kind::Mark(b'\''))
            && toks.get(i + 2).is_some_and(|t| t.token.key == pack(word))
    };
    let key = toks[i].token.key;
    key == pack("won") && tail("t") || key == pack("let") && tail("s")
}

/// Whether the "is" or "are" at `i` goes on with what is arranged: "is meeting the king on Friday";
/// "is recovering after the attack on Friday" is not.
fn progressive(toks: &[Tok], i: usize) -> bool {
    let ing = toks.get(i + 1).is_some_and(|t| {
        t.word == Word::None
            && t.ends_ing()
            && ![pack("saying"), pack("facing"), pack("being")].contains(&t.token.key)
    });
    ing && !toks[i + 2..].iter().any(|t| {
        matches!(t.word, Word::After | Word::Since | Word::From) || t.token.key == pack("following")
    })
}

/// Whether the "could" at `i` is denied: "could not", "neither of them could".
fn denied(toks: &[Tok], i: usize) -> bool {
    let is = |t: &Tok, words: &[u128]| words.contains(&t.token.key);
    toks.get(i + 1).is_some_and(|t| is(t, &[pack("not")]))
        || toks[i.saturating_sub(12)..i]
            .iter()
            .any(|t| is(t, &[pack("neither"), pack("nobody"), pack("none")]))
}

/// Whether the form of the past at `i` tells the past: "is heard" and "be held" do not, "has been
/// held" does.
fn participle(toks: &[Tok], i: usize) -> bool {
    let before = |n: usize| i.checked_sub(n).and_then(|p| toks.get(p));
    let be = |t: Option<&Tok>| {
        t.is_some_and(|t| {
            t.token.key == pack("be")
                || t.token.key == pack("being")
                || t.token.key == pack("is")
                || t.token.key == pack("are")
                || ["get", "gets", "getting", "when", "if", "unless"]
                    .iter()
                    .any(|word| t.token.key == pack(word))
        })
    };
    // "to be co-hosted"
    let hyphen = before(1).is_some_and(|t| t.token.kind == Kind::Mark(b'-'));
    !be(before(if hyphen { 3 } else { 1 }))
}
