//! Talk and formulas: sentences with a date that tell nothing.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_past},
        lexicon as lex,
        words::{Kind, Word, before_apostrophe},
    },
    attitude,
    near::{Near, Predication},
    verbs::DONE,
};
use crate::{language::Penn, text::table::List};

/// Words of a timex that only make sense where and when they are said.
pub(super) static DEICTIC: &List = &List::words(&[
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
]);

/// Words that a sentence begins with when it goes on from the one before and names nobody.
static VAGUE: &List = &List::words(&[
    "he",
    "he's",
    "he’s",
    "it",
    "it's",
    "it’s",
    "she",
    "she's",
    "she’s",
    "that",
    "that's",
    "that’s",
    "there",
    "there's",
    "there’s",
    "these",
    "they",
    "they're",
    "they've",
    "they’re",
    "they’ve",
    "this",
    "those",
    "what",
    "yeah",
    "yes",
]);

/// Whether a sentence is talk rather than telling: what "I", "we" and "you" say to each other about
/// today or next week (transcripts of briefings are full of it).
pub(super) fn is_talk(predication: &Predication<'_, '_>) -> bool {
    let Near { sentence, at, .. } = predication.near;
    let (clause, verb) = (&predication.range, predication.verb);
    let spoken = predication.near.register.spoken;
    // What a noun tells by itself is told whoever speaks and whatever the sentence says of it.
    if predication.tells_noun() {
        return false;
    }
    let words = &sentence.words;
    let pointing = words[at.clone()].iter().any(|w| w.listed(DEICTIC));
    let deictic = pointing || words[at.clone()].iter().all(|w| w.kind == Kind::Word);
    let done = is_done(sentence, clause, at, verb);
    // "And September 11th has had its consequences."
    let leads = words[..at.start]
        .iter()
        .all(|w| w.kind != Kind::Word || w.listed(lex::CONNECTORS));
    let holds = leads
        && spoken
        && words
            .get(at.end)
            .is_some_and(|w| w.any(&["has", "have", "is", "was", "were"]));
    if holds {
        return true;
    }
    if !deictic {
        let told = verb.is_some_and(|v| named(sentence, clause, v) || attitude::acts(sentence, v));
        return !done && (points(sentence, at) || spoken && !told);
    }
    // "Today is …": the day is what is spoken of, not when something happened.
    let spoken_of = words
        .get(at.end)
        .is_some_and(|w| w.any(&["is", "was", "isn’t", "marks"]));
    if spoken_of {
        return true;
    }
    let said = words[clause.clone()]
        .iter()
        .any(|w| w.listed(lex::SAYING) && is_past(w.text));
    let told = pointing && !said && verb.is_some_and(|v| by_pronoun(sentence, clause, v));
    let spoken = spoken && !verb.is_some_and(|v| named(sentence, clause, v));
    !done
        && (spoken && !is_held(words)
            || told
            || addressed(sentence, clause)
            || vague(sentence, at) && (spoken || !verb.is_some_and(|v| tells(sentence, v)))
            || few(sentence, at))
}

/// Whether a sentence asks a question, opens the turn of one who asks, or bids somebody do something.
pub(super) fn is_asked(sentence: &Sentence<'_>) -> bool {
    let words = &sentence.words;
    let asked = words.iter().rev().take(3).any(|w| w.text == "?");
    let turn = words.first().is_some_and(|w| w.text == "Q");
    turn || asked && !sentence.quoted.iter().any(|&q| q) || bids(sentence)
}

/// Whether somebody with a name does, did or will do what `verb` says.
pub(super) fn named(sentence: &Sentence<'_>, clause: &Range<usize>, verb: usize) -> bool {
    let words = &sentence.words;
    let acts = is_past(words[verb].text)
        || words[verb].listed(lex::PRESENT)
        || words[verb].any(&["will", "is", "are", "has", "had", "was", "were"]);
    acts && words[clause.start..verb].iter().enumerate().any(|(i, w)| {
        w.kind == Kind::Word
            && (w.capital() && !w.listed(lex::MONTHS_DAYS) && !w.listed(lex::STOPWORDS))
            && (clause.start + i > 0 || w.text.len() > 3)
    })
}

/// Whether the verb that the date goes with, or a word right beside the date, tells of a deed.
pub(super) fn is_done(
    sentence: &Sentence<'_>,
    clause: &Range<usize>,
    at: &Range<usize>,
    verb: Option<usize>,
) -> bool {
    let deed = |range: Range<usize>| {
        sentence.words[range.start..range.end.min(clause.end).max(range.start)]
            .iter()
            .any(|w| w.listed(DONE))
    };
    verb.is_some_and(|v| deed(v..v + 5))
        || deed(clause.start.max(at.start.saturating_sub(4))..at.start)
}

/// Whether a sentence bids somebody think or wait: "Think about how distant this looked five years
/// ago", "Stay tuned for tomorrow".
fn bids(sentence: &Sentence<'_>) -> bool {
    if sentence
        .words
        .windows(2)
        .any(|two| two[0].is("stay") && two[1].is("tuned"))
    {
        return true;
    }
    let first = sentence.words.iter().position(|w| w.kind == Kind::Word);
    first.is_some_and(|i| {
        // "What I announced yesterday was our policy"
        if sentence.words[i].is("what") {
            return true;
        }
        sentence.words[i].any(&["consider", "imagine", "look", "recall", "remember", "think"])
            && sentence
                .words
                .get(i + 1)
                .is_some_and(|w| w.kind == Kind::Word && !w.capital())
    })
}

/// Whether the verb group that begins at `verb` tells a deed: "She shared the photographs".
fn tells(sentence: &Sentence<'_>, verb: usize) -> bool {
    let end = sentence.words.len().min(verb + 4);
    (verb..end)
        .take_while(|&i| i == verb || sentence.is_verb(i) || sentence.words[i].text.ends_with("ly"))
        .filter(|&i| sentence.is_verb(i))
        .last()
        .is_some_and(|i| sentence.is_done(i) && sentence.is_deed(i))
}

/// Whether a sentence names nobody and only points: "There were two in 2020."
fn points(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let first = sentence.words.iter().find(|w| w.kind == Kind::Word);
    first.is_some_and(|w| {
        w.any(&[
            "that",
            "that's",
            "that’s",
            "there",
            "there's",
            "there’s",
            "these",
            "this",
            "those",
        ])
    }) && vague(sentence, at)
}

/// Whether a pronoun is the subject of `verb`.
fn by_pronoun(sentence: &Sentence<'_>, clause: &Range<usize>, verb: usize) -> bool {
    // "the rules that took effect last month" has no pronoun for its subject.
    let relative = |i: usize| sentence.tags[i] == Penn::Wdt;
    (clause.start.max(verb.saturating_sub(2))..verb).any(|i| {
        let word = &sentence.words[i];
        !relative(i) && word.any(&["he", "it", "she", "that", "there", "they", "this"])
    }) || sentence.words[verb].listed(VAGUE)
}

/// Whether somebody speaks of himself or to others in the clause, outside quotation marks.
fn addressed(sentence: &Sentence<'_>, clause: &Range<usize>) -> bool {
    clause.clone().any(|i| {
        let person = before_apostrophe(sentence.words[i].text);
        // "as you all know" only fills.
        let known = (i + 1..sentence.words.len().min(i + 3)).any(|j| sentence.words[j].is("know"));
        !sentence.quoted[i]
            && !known
            && ["i", "we", "you", "let"]
                .iter()
                .any(|p| person.eq_ignore_ascii_case(p))
    })
}

/// Whether something is said to be held: "There will be a vote tomorrow".
fn is_held(words: &[Word<'_>]) -> bool {
    let there = ["there", "there's", "there’s"];
    words.iter().any(|w| w.any(&there)) && words.iter().any(|w| w.listed(lex::EVENTFUL))
}

/// Whether a sentence names nobody and goes on from the one before: "He slept well last night."
fn vague(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let words = &sentence.words;
    let begins = words
        .iter()
        .enumerate()
        .filter(|(i, w)| w.kind == Kind::Word && !at.contains(i) && !w.listed(lex::CONNECTORS))
        .take(2)
        .any(|(i, w)| {
            // "these new prices" names them
            let names = w.any(&["that", "these", "this", "those", "what"])
                && !words
                    .get(i + 1)
                    .is_some_and(|w| w.listed(lex::AUXILIARY) || sentence.finite(i + 1));
            w.listed(VAGUE) && !names
        });
    begins
        && !is_held(words)
        && words.iter().enumerate().all(|(i, w)| {
            i == 0 || at.contains(&i) || sentence.quoted[i] || !w.capital() || w.listed(VAGUE)
        })
}

/// Whether next to nothing stands there but the date: "Safe travels tomorrow."
fn few(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let others = sentence
        .words
        .iter()
        .enumerate()
        .filter(|(i, w)| w.kind != Kind::Mark && !at.contains(i))
        .count();
    others <= 2 && !sentence.words.iter().any(|w| is_past(w.text))
}

/// Whether a sentence is a formula of papers: a line of capitals that says who signed where, or
/// "In witness whereof, I have hereunto set my hand".
pub(super) fn is_formula(sentence: &Sentence<'_>) -> bool {
    let witnessed = sentence
        .words
        .iter()
        .any(|w| w.any(&["hereunto", "whereof"]));
    // "in the year of our Lord two thousand and five"
    let reckoned = sentence
        .words
        .windows(2)
        .any(|pair| pair[0].is("our") && pair[1].text == "Lord");
    witnessed || reckoned || is_signature(sentence)
}

/// Whether a sentence is a line of capitals with a date: who signed where.
fn is_signature(sentence: &Sentence<'_>) -> bool {
    let mut letters = sentence
        .words
        .iter()
        .filter(|w| w.kind == Kind::Word)
        .peekable();
    letters.peek().is_some()
        && letters.all(Word::capital)
        && sentence
            .words
            .iter()
            .any(|w| w.text.len() > 3 && w.text.chars().all(char::is_uppercase))
}

/// Whether the date is relative and stands in somebody's quoted words.
pub(super) fn in_loose_quotation(near: &Near<'_, '_>) -> bool {
    let Near {
        sentence,
        at,
        timex,
        ..
    } = *near;
    sentence.quoted[at.start]
        && (sentence.words[at.clone()].iter().any(|w| w.listed(DEICTIC))
            || timex
                .span
                .of(sentence.text)
                .chars()
                .all(char::is_alphabetic)
                && sentence.quoted.iter().all(|&q| q))
}

/// Whether a text is speech: of a hundred words, two and more are "I", "we" and "you".
///
/// Reports and papers keep well below one in a hundred outside quotation marks (Biber 1988,
/// "Variation across speech and writing", dimension 1: first and second person pronouns).
#[must_use]
pub fn is_spoken(words: &[Word<'_>]) -> bool {
    let mut person = 0;
    let mut inside = false;
    for word in words {
        match word.text {
            "“" => inside = true,
            "”" => inside = false,
            _ => {}
        }
        let base = || before_apostrophe(word.text);
        let one = match word.text.as_bytes() {
            [b'I', ..] => base() == "I",
            [b'w' | b'W', ..] => base().eq_ignore_ascii_case("we"),
            [b'y' | b'Y', ..] => base().eq_ignore_ascii_case("you"),
            _ => false,
        };
        person += usize::from(one && !inside);
    }
    person * 50 > words.len()
}
