//! The participle or noun of happening right before a date.

use std::ops::Range;

use super::super::{
    clause::{Sentence, is_participle},
    lexicon as lex,
    words::Kind,
};

/// The participle that the timex follows and that describes a noun, where the clause has its verb before.
#[must_use]
pub fn participle_before(
    sentence: &Sentence<'_>,
    before: &Range<usize>,
    verb: Option<usize>,
) -> Option<usize> {
    let candidate = before.clone().rev().take(14).find(|&i| {
        let word = &sentence.words[i];
        is_participle(word.text) && !word.capital() && i > before.start
    })?;
    let previous = &sentence.words[candidate - 1];
    // "stronger than people predicted"
    let compared = sentence.words[before.start.max(candidate.saturating_sub(4))..candidate]
        .iter()
        .any(|w| w.is("than"));
    let after_noun = !compared
        && previous.kind == Kind::Word
        && !previous.listed(lex::AUXILIARY)
        && !previous.listed(lex::PRONOUNS)
        && !previous.listed(lex::DETERMINERS)
        && !previous.any(&[
            "and",
            "or",
            "not",
            "also",
            "who",
            "which",
            "that",
            "previously",
            "to",
            "have",
            "been",
            "be",
        ])
        && !previous.possessive()
        && !previous.listed(lex::PREPOSITIONS)
        || matches!(previous.text, "”" | ")" | "\"" | ",")
            && sentence
                .words
                .get(candidate + 1)
                .is_some_and(|w| w.is("by") || w.is("at"));
    // "the pledge adopted by leaders in June commits": a finite verb comes after.
    let finite_after = (candidate + 1..sentence.words.len())
        .take_while(|&i| sentence.words[i].text != ",")
        .any(|i| i > before.end && sentence.finite(i));
    let earlier = verb.is_some_and(|v| v < candidate);
    (after_noun && (earlier || finite_after)).then_some(candidate)
}

/// The noun of happening that the timex belongs to: "the talks on", "his U.S. visit in", "the dinner in Washington in".
#[must_use]
pub fn noun_before(sentence: &Sentence<'_>, before: &Range<usize>) -> Option<usize> {
    let words = &sentence.words;
    let mut i = before.end;
    // the preposition before the date
    if i > before.start && words[i - 1].listed(lex::PREPOSITIONS) {
        i -= 1;
    }
    // one phrase of place: "in Washington", "in the Hague"
    let mut j = i;
    let mut steps = 0;
    while j > before.start
        && steps < 5
        && (words[j - 1].capital() || words[j - 1].is("the"))
        && !words[j - 1].listed(lex::PREPOSITIONS)
    {
        j -= 1;
        steps += 1;
    }
    if j > before.start && j < i && words[j - 1].any(&["in", "at"]) {
        i = j - 1;
    }
    let noun = i.checked_sub(1).filter(|&n| n >= before.start)?;
    let word = &words[noun];
    let led = noun.checked_sub(1).map(|n| &words[n]);
    let verb_before = sentence.verb(before.start..noun);
    let nominal = word.listed(lex::EVENTFUL)
        && !word.capital()
        && led.is_some_and(|w| !w.listed(lex::PRONOUNS) && !w.is("to"));
    // With a verb before it in the clause, only a noun inside a phrase of its own has the date:
    // "thanked him during his visit in April", not "held a meeting on Tuesday".
    let inner = (before.start..noun)
        .rev()
        .take(6)
        .find(|&k| words[k].listed(lex::PREPOSITIONS));
    let own = inner.is_some_and(|k| {
        words[k].any(&[
            "during",
            "following",
            "after",
            "since",
            "before",
            "from",
            "of",
        ]) && words
            .get(k + 1)
            .is_some_and(|w| w.listed(lex::DETERMINERS) || w.possessive())
    });
    (nominal && (verb_before.is_none() || own)).then_some(noun)
}
