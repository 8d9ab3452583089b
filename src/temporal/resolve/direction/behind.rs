//! What is told as done: a date that a clause puts behind itself, however near the next one lies.

use super::verb::{Tense, verb};
use crate::temporal::lexicon::Word;
use crate::temporal::lexicon::classes::{self, MISHAPS, RECORDS};
use crate::temporal::recognize::Tok;
use crate::text::token::{Kind, pack};

/// How far behind a fronted date its verb may stand, in tokens.
const REACH: usize = 24;

/// What may stand between a verb and its date: "brought them in June", "took office on May 3".
const LIGHT: [u128; 14] = [
    pack("us"),
    pack("them"),
    pack("him"),
    pack("her"),
    pack("me"),
    pack("you"),
    pack("it"),
    pack("up"),
    pack("out"),
    pack("off"),
    pack("down"),
    pack("office"),
    pack("place"),
    pack("hostage"),
];

/// Whether the clause around tokens `start..end`, of tense `told`, tells what was done then, so that
/// the date lies behind however near the next one is.
///
/// It does where the date describes what is known because it happened or was made ("the January 6
/// attack", "under a June agreement"), where a verb of the past stands right before it ("met on June
/// 3"), where what was done is built on ("building on the summit in May"), and where the date opens a
/// clause whose first verb tells the past.
pub(super) fn done(toks: &[Tok], start: usize, end: usize, told: Tense) -> bool {
    let key = |n: usize| start.checked_sub(n).map_or(0, |p| toks[p].token.key);
    let after = toks.get(end).map_or(0, |t| t.token.key);
    // "you have to go back to October 7th"
    let going = ["go", "goes", "going", "went"];
    if start > 2
        && toks[start - 1].word == Word::To
        && key(2) == pack("back")
        && going.iter().any(|word| key(3) == pack(word))
    {
        return true;
    }
    if start == 0 || !matches!(toks[start - 1].word, Word::On | Word::In | Word::Of) {
        // "the January 6 attack"
        let day = matches!(
            toks[start].word,
            Word::Weekday(_) | Word::Month(_) | Word::MonthShort(_)
        );
        // "its September announcement", "under a June agreement" are known because they were made; a
        // "Friday deadline" is not.
        let made = classes::is(RECORDS, after) && !expected(toks, start);
        return made && day || classes::is(MISHAPS, after) || day && direct(toks, start);
    }
    let mishap = classes::is(MISHAPS, key(2));
    mishap
        || back(toks, start - 2.min(start), told)
        || built_on(toks, start - 1)
        || direct(toks, start - 1)
        || fronted(toks, start - 1, end)
}

/// Whether the words before token `start` look forward to what stands behind its date: "ahead of a
/// June report", "before its Friday decision", "will release a September report".
fn expected(toks: &[Tok], start: usize) -> bool {
    toks[start.saturating_sub(6)..start].iter().any(|t| {
        matches!(
            t.word,
            Word::Before | Word::Until | Word::WillVerb | Word::Plan | Word::Next
        ) || t.token.key == pack("ahead")
    })
}

/// Whether the word at `at` is the "back" of what lies behind: "back in December"; but not "will be
/// back in December".
fn back(toks: &[Tok], at: usize, told: Tense) -> bool {
    const RETURNING: [&str; 16] = [
        "be", "bring", "come", "comes", "coming", "get", "go", "going", "he", "is", "are", "it",
        "move", "moved", "pushed", "put",
    ];
    let Some(before) = at.checked_sub(1).map(|p| toks[p].token.key) else {
        return toks[at].token.key == pack("back");
    };
    toks[at].token.key == pack("back")
        && (told == Tense::Past || !RETURNING.iter().any(|word| before == pack(word)))
}

/// Whether what stands before the preposition at `at` is what one builds on: "building on the
/// summit in August", "as agreed at the summit in November".
fn built_on(toks: &[Tok], at: usize) -> bool {
    const BUILDING: [&str; 8] = [
        "build",
        "builds",
        "building",
        "built",
        "agreed",
        "announced",
        "discussed",
        "outlined",
    ];
    for i in (at.saturating_sub(16)..at).rev() {
        let key = toks[i].token.key;
        if matches!(toks[i].token.kind, Kind::Mark(b',' | b';')) {
            return false;
        }
        if BUILDING.iter().any(|word| key == pack(word)) {
            let build = BUILDING[..4].iter().any(|word| key == pack(word));
            let on = toks
                .get(i + 1)
                .is_some_and(|t| t.word == Word::On || t.token.key == pack("upon"));
            let as_said = i > 0 && toks[i - 1].token.key == pack("as");
            return if build { on } else { as_said };
        }
        if matches!(toks[i].word, Word::WillVerb | Word::Plan | Word::PastVerb) {
            return false;
        }
    }
    false
}

/// Whether the word right before token `at` tells what was done: "met on", "were killed on",
/// "took place"; but not "is held on", "planned for", "agreed to meet in".
fn direct(toks: &[Tok], at: usize) -> bool {
    let Some(last) = at.checked_sub(1) else {
        return false;
    };
    let light = LIGHT.contains(&toks[last].token.key);
    let i = last.saturating_sub(usize::from(light));
    let past = match toks[i].word {
        // "had it in June" and "was on Friday" look back; "the deadline was August 31st" may not.
        Word::PastVerb => {
            let be = [pack("was"), pack("were")].contains(&toks[i].token.key);
            toks[i].token.key != pack("let") && !(be && at < toks.len() && dated(toks, at))
        }
        // "voted on the week’s bill": on is the verb's own.
        Word::None => {
            !toks[i].token.capital && toks[i].ends_ed() && toks[i].token.key != pack("voted")
        }
        _ => false,
    };
    // "to be held on", "accepted beginning in", "to split in June"
    let before = i.checked_sub(1).map(|p| &toks[p]);
    let open = before.is_some_and(|t| {
        t.word == Word::To || [pack("being"), pack("get"), pack("getting")].contains(&t.token.key)
    });
    past && !open && verb(toks, i, false) == Some(Tense::Past)
}

/// Whether a date with its preposition at `at` begins a clause whose first verb tells what was done:
/// "On Tuesday, the council closed the pier", "I want to say that, in June, the firm opened it".
fn fronted(toks: &[Tok], at: usize, end: usize) -> bool {
    if toks[at].word == Word::Of {
        return false;
    }
    let comma = |t: Option<&Tok>| t.is_some_and(|t| t.token.kind == Kind::Mark(b','));
    let said = [
        pack("and"),
        pack("but"),
        pack("heard"),
        pack("know"),
        pack("mentioned"),
        pack("said"),
        pack("seen"),
        pack("that"),
        pack("then"),
    ];
    let goes_on = at >= 2 && said.contains(&toks[at - 2].token.key);
    let leads = match at.checked_sub(1).map(|p| &toks[p]) {
        None => true,
        // "you will recall that in February the council ordered it"
        Some(t) => t.word == Word::That || matches!(t.token.kind, Kind::Mark(_)) && !comma(Some(t)),
    };
    let set_off = comma(toks.get(end));
    let aside = goes_on && comma(at.checked_sub(1).map(|p| &toks[p]));
    if !((leads || set_off && aside) && names(toks, end + usize::from(set_off))) {
        return false;
    }
    let behind = &toks[end..toks.len().min(end + REACH)];
    let told = (1..behind.len()).find_map(|i| {
        // "decided to cut", "vowed to close": decided is what was done then.
        let aims = behind[i].word == Word::Aims && behind[i].ends_ed() || vows(&behind[i]);
        let tense = if aims {
            Some(Tense::Past)
        } else {
            verb(behind, i, false)
        };
        tense.map(|tense| (i, tense))
    });
    let Some((i, Tense::Past)) = told else {
        return false;
    };
    // "the panel that met in May will", "the bill passed by the House will"
    let other = matches!(behind[i - 1].word, Word::That)
        || [pack("who"), pack("which")].contains(&behind[i - 1].token.key)
        || behind.get(i + 1).is_some_and(|t| t.word == Word::By);
    let ahead = behind
        .iter()
        .take_while(|t| t.token.kind != Kind::Mark(b';'))
        .any(|t| !t.token.capital && matches!(t.word, Word::WillVerb | Word::Plan) && !vows(t));
    !other && !ahead
}

/// Whether the word gives one's word for what is to come.
fn vows(tok: &Tok) -> bool {
    [pack("pledged"), pack("vowed")].contains(&tok.token.key)
}

/// Whether a subject begins at `at`: "On Monday Anna Berg closed", "On Monday, they closed".
fn names(toks: &[Tok], at: usize) -> bool {
    const OPENERS: [u128; 13] = [
        pack("the"),
        pack("a"),
        pack("an"),
        pack("his"),
        pack("her"),
        pack("its"),
        pack("our"),
        pack("their"),
        pack("he"),
        pack("i"),
        pack("it"),
        pack("they"),
        pack("we"),
    ];
    toks.get(at).is_some_and(|t| {
        t.token.kind == Kind::Word && (t.token.capital || OPENERS.contains(&t.token.key))
    })
}

/// Whether the date itself begins at `at`, with no preposition.
fn dated(toks: &[Tok], at: usize) -> bool {
    !matches!(toks[at].word, Word::On | Word::In | Word::At)
}
