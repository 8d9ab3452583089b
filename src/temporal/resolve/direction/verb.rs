//! What a verb says of the direction its clause looks in.

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

const IS: u128 = pack("is");
const ARE: u128 = pack("are");

impl Tok {
    /// Whether the word is a form in -ing.
    pub(in crate::temporal::resolve) fn ends_ing(&self) -> bool {
        // The last three letters of a packed word.
        self.token.key & 0xff_ffff == pack("ing") && self.token.span.len() > 4
    }

    /// Whether the word is a form of the past in -ed.
    pub(in crate::temporal::resolve) fn ends_ed(&self) -> bool {
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

/// What the word at `i` says of the tense, where it says anything.
///
/// A form of the past looks back, but not behind "to", "will" or a form of "be" in the present ("is
/// held"); "will", a plan and a present of what is arranged look ahead ("arrives on Wednesday"), but
/// not before a possessive ("would fight Wednesday's ruling").
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
pub(super) fn progressive(toks: &[Tok], i: usize) -> bool {
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

/// Whether the "plan" at `i` is a thing that somebody has made: "unveiled the SAVE plan in June";
/// "their plan to close it in June" and "the plan for June" look ahead.
fn object(toks: &[Tok], i: usize) -> bool {
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

/// Whether a form of "be" at `i` with "to" behind it says what is arranged: "is to appear".
fn to_come(toks: &[Tok], i: usize) -> bool {
    [IS, ARE, pack("was"), pack("were")].contains(&toks[i].token.key)
        && toks.get(i + 1).is_some_and(|t| t.word == Word::To)
}

/// Whether the word at `i` is the "be" of what a noun before it waits for: "the talks to be held";
/// "found to be closed" is none.
fn awaits(toks: &[Tok], i: usize) -> bool {
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
