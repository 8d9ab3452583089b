//! Whether a dated clause tells an event.

use std::ops::Range;

use super::{
    belong::{noun_before, participle_before},
    clause::{Sentence, is_gerund, is_participle, is_past},
    lexicon as lex,
    words::{Kind, Word},
};
use crate::temporal::{Granularity, Timex, TimexType};

/// Words of a timex that only make sense where and when they are said.
const DEICTIC: &[&str] = &[
    "ago",
    "coming",
    "current",
    "currently",
    "last",
    "later",
    "next",
    "now",
    "past",
    "present",
    "recent",
    "recently",
    "soon",
    "these",
    "this",
    "today",
    "tomorrow",
    "tonight",
    "yesterday",
];

/// How the date of a clause is bound to what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// To a verb of its clause.
    Verb,
    /// To a participle after a noun: "a body established last year".
    Participle,
    /// To a gerund: "since taking office this month".
    Gerund,
    /// To a noun that names something that happens: "the talks on Tuesday".
    Noun,
}

/// Whether a timex has a date that an event could have: a year or finer, no vague reference.
#[must_use]
pub fn datable(timex: &Timex) -> bool {
    matches!(timex.kind, TimexType::Date | TimexType::Time)
        && !timex.value.ends_with("_REF")
        && timex
            .date
            .is_some_and(|date| date.granularity <= Granularity::Year)
}

/// Decides whether the timex at the words `at` of `sentence` dates an event, and how it is bound.
#[must_use]
pub fn judge(
    sentence: &Sentence<'_>,
    at: &Range<usize>,
    timex: &Timex,
    caption: bool,
) -> Option<Binding> {
    let coarse = timex
        .date
        .is_some_and(|d| d.granularity >= Granularity::Month);
    let year = timex
        .date
        .is_some_and(|d| d.granularity >= Granularity::Year);
    if is_label(sentence, at, coarse, year) || in_loose_quotation(sentence, at, timex) {
        return None;
    }
    if is_talk(sentence, at) || is_signature(sentence) {
        return None;
    }
    let clause = &sentence.clauses[sentence.clause(at.start)];
    let range = clause.words.clone();
    if is_state(sentence, &range) {
        return None;
    }
    if unsettled(sentence, &range, at) {
        return None;
    }
    binding(sentence, &range, at, caption)
}

/// What somebody in the first person did that others would put on a timeline.
const DONE: &[&str] = &[
    "announce",
    "announced",
    "announces",
    "announcing",
    "approved",
    "attended",
    "convened",
    "declare",
    "declared",
    "hosted",
    "hosting",
    "issued",
    "issuing",
    "launched",
    "launching",
    "met",
    "nominated",
    "ordered",
    "proclaim",
    "revoked",
    "signed",
    "signing",
    "spoke",
    "submitted",
    "transmit",
    "traveled",
    "travelled",
    "vetoed",
    "visited",
    "welcomed",
    "won",
];

/// Whether a sentence is talk rather than telling: a question, or what "I", "we" and "you" say
/// to each other about today or next week (transcripts of briefings are full of it).
fn is_talk(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let words = &sentence.words;
    let asked = words.iter().rev().take(3).any(|w| w.text == "?")
        || words.first().is_some_and(|w| w.text == "Q");
    if asked && !sentence.quoted.iter().any(|&q| q) {
        return true;
    }
    let outside = |i: usize| !sentence.quoted[i];
    let addressed = words.iter().enumerate().any(|(i, w)| {
        let person = w.text.split(['’', '\'']).next().unwrap_or("");
        outside(i)
            && ["i", "we", "you", "us", "me", "your", "let"]
                .iter()
                .any(|p| person.eq_ignore_ascii_case(p))
            && !matches!(w.text, "US" | "U.S." | "U.S")
    });
    let deictic = words[at.clone()].iter().any(|w| w.any(DEICTIC))
        || words[at.clone()].iter().all(|w| w.kind == Kind::Word);
    // "Today is …": the day is what is spoken of, not when something happened.
    let spoken_of = words
        .get(at.end)
        .is_some_and(|w| w.any(&["is", "was", "isn’t", "marks"]))
        && deictic;
    spoken_of || addressed && deictic && !words.iter().any(|w| w.listed(DONE))
}

/// Whether the clause only says how things are: "is", "are" and no doing after it.
fn is_state(sentence: &Sentence<'_>, clause: &Range<usize>) -> bool {
    let Some(verb) = sentence.verb(clause.clone()) else {
        return false;
    };
    if !sentence.words[verb].any(&["is", "are", "am"]) {
        return false;
    }
    let only = sentence.verb(verb + 1..clause.end).is_none();
    let doing = sentence.words[verb + 1..clause.end.min(verb + 4).max(verb + 1)]
        .iter()
        .any(|w| {
            is_participle(w.text)
                || is_past(w.text)
                || w.text.ends_with("ing")
                || w.listed(lex::EVENTFUL)
                || w.any(&["to", "set", "due"])
        });
    only && !doing
}

/// Whether a sentence is a line of capitals with a date: who signed where.
fn is_signature(sentence: &Sentence<'_>) -> bool {
    let mut letters = sentence
        .words
        .iter()
        .filter(|w| w.kind == Kind::Word)
        .peekable();
    letters.peek().is_some()
        && letters.all(super::words::Word::capital)
        && sentence
            .words
            .iter()
            .any(|w| w.text.len() > 3 && w.text.chars().all(char::is_uppercase))
}

/// The words before and after a timex.
fn around<'s, 't>(
    sentence: &'s Sentence<'t>,
    at: &Range<usize>,
) -> (Option<&'s Word<'t>>, Option<&'s Word<'t>>) {
    (
        at.start.checked_sub(1).map(|i| &sentence.words[i]),
        sentence.words.get(at.end),
    )
}

/// Whether the date only labels or measures something: "2024 dollars", "the 2014 pledge", "Act of 2021", "(2006)".
///
/// `coarse`: of month granularity or coarser; `year`: of year granularity or coarser.
#[allow(clippy::too_many_lines)] // a list of patterns, read from top to bottom
fn is_label(sentence: &Sentence<'_>, at: &Range<usize>, coarse: bool, year: bool) -> bool {
    let (before, after) = around(sentence, at);
    let words = &sentence.words;
    let last = &words[at.end - 1];
    let noun_follows = after.is_some_and(|w| {
        w.kind == Kind::Word
            && !w.listed(lex::PREPOSITIONS)
            && !w.listed(lex::AUXILIARY)
            && !w.listed(lex::SUBORDINATORS)
            && !w.listed(lex::PRONOUNS)
            && !w.listed(lex::DETERMINERS)
            && !w.listed(lex::CONNECTORS)
            && !w.any(&["or", "again", "as", "alone", "than", "to"])
            && (!is_past(w.text) || is_participle(w.text))
            && !is_gerund(w.text)
            && !sentence.finite(at.end)
    });
    if last.possessive() {
        return coarse || !after.is_some_and(|w| w.listed(lex::EVENTFUL));
    }
    let Some(before) = before else {
        return coarse
            && noun_follows
            && words[at.start].kind == Kind::Number
            && !after.is_some_and(Word::capital);
    };
    if before.text == "(" && after.is_none_or(|w| w.text == ")") {
        return true;
    }
    if after.is_some_and(|w| w.listed(lex::MEASURES)) && coarse {
        return true;
    }
    if before.any(&[
        "fiscal", "fy", "fy2", "class", "model", "calendar", "academic", "no.", "section", "since",
        "until", "till", "through", "any", "pre", "post", "mid",
    ]) {
        return true;
    }
    if before.any(&["still", "even"]) && words[at.start].any(DEICTIC) {
        return true;
    }
    let attributive = before.listed(lex::DETERMINERS)
        || before.possessive()
        || before.capital() && !before.listed(lex::PREPOSITIONS) && at.start > 1
        || before.any(&["new", "first", "annual", "and", "his", "her"]);
    if noun_follows && (attributive && !words[at.start].any(DEICTIC)) {
        // "the June 2022 summit" happened then; "the 2014 pledge" is a name.
        return year || !after.is_some_and(|w| w.listed(lex::EVENTFUL));
    }
    if coarse
        && (before.any(&["to", "from"]) || matches!(before.text, "-" | "–" | "—") && at.start > 1)
    {
        // "from 1996 to 2001", "2006-2008": a length of time.
        return true;
    }
    let head = words[at.start].text.get(..2).unwrap_or("");
    if words[at.start].is("fiscal") || head == "FY" || coarse && before.is("between") {
        return true;
    }
    let second = at.start.checked_sub(2).map(|i| &words[i]);
    if before.is("to") && second.is_some_and(|w| w.any(&["subsequent", "prior", "up"])) {
        return true;
    }
    // "Order 13978 of January 18": the date of a paper is part of its name.
    if before.is("of") && second.is_some_and(|w| w.kind == Kind::Number) {
        return true;
    }
    if before.is("of") {
        let of = at.start.checked_sub(2).map(|i| &words[i]);
        return of.is_some_and(|w| {
            w.listed(lex::LAWS)
                || w.capital() && coarse
                || w.any(&[
                    "class",
                    "summer",
                    "spring",
                    "autumn",
                    "winter",
                    "fall",
                    "end",
                    "start",
                    "beginning",
                    "rest",
                ]) && !coarse
                || w.is("as")
        }) || coarse
            && of.is_some_and(|w| {
                w.any(&["levels", "prices", "that", "those", "much", "most", "half"])
            });
    }
    if before.capital()
        && coarse
        && before.kind == Kind::Word
        && words[at.start].kind == Kind::Number
        && !before.listed(lex::PREPOSITIONS)
        && at.start > 1
    {
        // "Expo 2030", "COP 28", "Act, 2022" stand as names.
        return true;
    }
    let far = &words[at.start.saturating_sub(3)..at.start];
    far.iter()
        .any(|w| w.listed(lex::COMPARING) && !w.any(&["over", "under", "above", "below"]))
        || before.any(&["from", "over"])
            && after.is_some_and(|w| w.any(&["levels", "to", "figures"]))
            && coarse
}

/// Whether the date is relative and stands in somebody's quoted words.
fn in_loose_quotation(sentence: &Sentence<'_>, at: &Range<usize>, timex: &Timex) -> bool {
    sentence.quoted[at.start]
        && (sentence.words[at.clone()].iter().any(|w| w.any(DEICTIC))
            || timex
                .span
                .of(sentence.text)
                .chars()
                .all(char::is_alphabetic)
                && sentence.quoted.iter().all(|&q| q))
}

/// Whether the clause is conditional, habitual, or only in somebody's mind.
fn unsettled(sentence: &Sentence<'_>, clause: &Range<usize>, at: &Range<usize>) -> bool {
    let words = &sentence.words[clause.clone()];
    if words
        .iter()
        .any(|w| w.listed(lex::UNSURE) && !w.capital() || w.is("if"))
    {
        return true;
    }
    let habitual = words
        .iter()
        .enumerate()
        .any(|(i, w)| w.listed(lex::HABIT) && !at.contains(&(clause.start + i)) && w.text != "May");
    if habitual && !words.iter().any(|w| is_past(w.text)) {
        return true;
    }
    // "looked forward to seeing him on Tuesday", "hoped to meet in May"
    let looks = words
        .windows(2)
        .any(|pair| pair[0].any(&["looked", "looking", "look", "looks"]) && pair[1].is("forward"));
    let would_have = words
        .windows(2)
        .any(|pair| pair[0].any(&["would", "should"]) && pair[1].is("have"));
    // "on track for a record in 2026"
    let tracks = words
        .windows(2)
        .any(|pair| pair[0].is("on") && pair[1].any(&["track", "pace"]));
    looks || would_have || tracks
}

/// What the timex is bound to, if its clause tells anything.
fn binding(
    sentence: &Sentence<'_>,
    clause: &Range<usize>,
    at: &Range<usize>,
    caption: bool,
) -> Option<Binding> {
    use super::clause::Opener;
    let opener = sentence.clauses[sentence.clause(at.start)].opener;
    let before = clause.start..at.start;
    if opener == Opener::Gerund && sentence.verb(clause.clone()).is_none_or(|v| v > at.start) {
        return Some(Binding::Gerund);
    }
    // A noun right before the date, through its own prepositional phrases: "his visit in April".
    let verb = sentence.verb(before.clone());
    if participle_before(sentence, &before, verb).is_some() {
        return Some(Binding::Participle);
    }
    if noun_before(sentence, &before).is_some() {
        return Some(Binding::Noun);
    }
    if sentence.verb(clause.clone()).is_some() {
        return Some(Binding::Verb);
    }
    // A clause without a verb of its own: a heading, a list item, an apposition.
    let group = sentence.words[clause.clone()]
        .iter()
        .filter(|w| w.kind == Kind::Word)
        .count();
    let eventful = sentence.words[clause.clone()]
        .iter()
        .any(|w| w.listed(lex::EVENTFUL) || is_past(w.text) || is_gerund(w.text));
    let whole = sentence.verb(0..sentence.words.len()).is_some();
    // "On Monday, officials from the council, and others, met": the verb comes after the cut.
    let leads = clause.start == 0
        && sentence.words[0].listed(lex::PREPOSITIONS)
        && sentence.leading_adverbial(0, at.end.max(1));
    if leads && whole && group >= 4 {
        return Some(Binding::Verb);
    }
    (group >= 4 && (eventful || caption && group >= 6) && (whole || eventful))
        .then_some(Binding::Verb)
}
