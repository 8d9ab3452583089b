//! Whether a date only labels or measures something.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_gerund, is_participle, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    talk::DEICTIC,
};
use crate::temporal::Timex;

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
pub(super) fn is_label(
    sentence: &Sentence<'_>,
    at: &Range<usize>,
    coarse: bool,
    year: bool,
) -> bool {
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
    // "at a 2022 meeting" tells of a meeting; "above the 2023 enacted level" of a level.
    if year && before.listed(lex::DETERMINERS) && words[at.start].kind == Kind::Number {
        let tells = before.is("a") && after.is_some_and(|w| w.listed(lex::EVENTFUL));
        return !tells;
    }
    // "Sweet July Books"
    let month = at.len() == 1 && words[at.start].kind == Kind::Word && coarse;
    if month
        && before.capital()
        && !before.listed(lex::PREPOSITIONS)
        && after.is_some_and(|w| w.capital() && !w.listed(lex::MONTHS_DAYS))
    {
        return true;
    }
    if before.text == "(" && after.is_none_or(|w| matches!(w.text, ")" | "-" | "–" | "—")) {
        return true;
    }
    if after.is_some_and(|w| w.listed(lex::MEASURES)) && coarse {
        return true;
    }
    if before.any(&[
        "fiscal", "fy", "fy2", "class", "model", "calendar", "academic", "no.", "section", "since",
        "until", "till", "through", "any", "pre", "post", "mid", "beyond", "like",
    ]) || is_limit(sentence, at)
    {
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
                || year && w.any(&["period", "war"])
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
    // "a different phase than we were in March 2020", but "more than 300 died in 2020"
    let near = at.start.saturating_sub(6);
    if (near..at.start).any(|i| {
        words[i].is("than") && words[i + 1].any(&["it", "in", "they", "we", "was", "were"])
    }) {
        return true;
    }
    let far = &words[at.start.saturating_sub(3)..at.start];
    far.iter()
        .any(|w| w.listed(lex::COMPARING) && !w.any(&["over", "under", "above", "below"]))
        || before.any(&["from", "over"])
            && after.is_some_and(|w| w.any(&["levels", "to", "figures"]))
            && coarse
}

/// Whether a feast is only spoken of and dates nothing: "celebrate Juneteenth", "the second Monday
/// of October each year as Columbus Day".
pub(super) fn is_feast(sentence: &Sentence<'_>, at: &Range<usize>, timex: &Timex) -> bool {
    let dates = at.start.checked_sub(1).is_none_or(|i| {
        let before = &sentence.words[i];
        before.any(&[
            "before", "by", "during", "into", "last", "next", "on", "over", "this",
        ]) || before.kind == Kind::Mark && !matches!(before.text, "“" | "\"" | "‘")
    });
    // "a white Christmas in 2019"
    let own_year = sentence.words[at.clone()]
        .iter()
        .any(|w| w.kind == Kind::Number);
    timex.rule.name == "holiday" && !dates && !own_year
}

/// Whether the date only bounds something or is looked forward to: "on or after May 1", "ready for
/// Monday", "ahead of today", "in the lead up to the 2024 and 2025 elections".
fn is_limit(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let words = &sentence.words;
    let back = |n: usize| at.start.checked_sub(n).map(|i| &words[i]);
    let is = |n: usize, any: &[&str]| back(n).is_some_and(|w| w.any(any));
    // "8 of March 30": the number belongs to the name before it.
    let torn = words[at.start].kind == Kind::Number
        && words[at.end - 1].listed(lex::MONTHS_DAYS)
        && words.get(at.end).is_some_and(|w| w.kind == Kind::Number);
    // "the second Monday of October each year"
    let ordinals = ["first", "second", "third", "fourth", "fifth", "last"];
    let yearly = words.get(at.end).is_some_and(|w| w.any(&["each", "every"]))
        || words.get(at.end).is_some_and(|w| w.any(&["in", "of"]))
            && words[at.end - 1].listed(lex::MONTHS_DAYS)
            && (is(1, &ordinals) || words[at.start].any(&ordinals))
        || is(1, &["in", "of"])
            && is(3, &ordinals)
            && back(2).is_some_and(|w| w.listed(lex::MONTHS_DAYS));
    // "one year ago today": the day is a year back; "whose 2030 targets"; "first quarter century"
    let other = is(1, &["ago", "whose"])
        || words
            .get(at.end)
            .is_some_and(|w| w.any(&["century", "centuries"]));
    // "the end of September retail figures", "2022-2026": not a day on which something happens.
    let parts = ["beginning", "end", "middle", "start"];
    let partial = words[at.start].is("the")
        && words.get(at.start + 1).is_some_and(|w| w.any(&parts))
        && words.get(at.end).is_some_and(|w| {
            w.kind == Kind::Word
                && !w.capital()
                && !w.listed(lex::PREPOSITIONS)
                && !w.listed(lex::CONNECTORS)
                && !w.listed(lex::SUBORDINATORS)
                && !w.listed(lex::AUXILIARY)
                && !w.listed(lex::DETERMINERS)
                && !w.listed(lex::PRONOUNS)
                && !sentence.finite(at.end)
                && !w.any(&["or", "as", "than"])
        });
    let bounded = yearly
        || partial
        || other
        || (1..=9).any(|n| is(n, &["after", "before"]) && is(n + 1, &["or"]) && is(n + 2, &["on"]))
        || is(1, &["of"]) && is(2, &["ahead", "advance"])
        || is(1, &["to"]) && is(2, &["prior"])
        || is(1, &["for"])
            && is(
                2,
                &[
                    "prepare",
                    "prepared",
                    "prepares",
                    "preparing",
                    "ready",
                    "time",
                ],
            );
    let leads = (2..=5)
        .any(|n| is(n, &["up"]) && is(n - 1, &["to"]) && is(n + 1, &["lead", "leading", "run"]));
    // "the 2024 and 2025 elections": the years are part of the name.
    let paired = is(1, &["the"])
        && words[at.start].kind == Kind::Number
        && words.get(at.end).is_some_and(|w| w.any(&["and", "or"]))
        && words
            .get(at.end + 1)
            .is_some_and(|w| w.kind == Kind::Number)
        && words.get(at.end + 2).is_some_and(|w| {
            w.kind == Kind::Word && !w.listed(lex::PREPOSITIONS) && !w.listed(lex::AUXILIARY)
        });
    // "last visited July 14, 2022", "(…, 4/18/2023]": when a page was looked at or written.
    let cited = is(1, &["accessed", "retrieved", "viewed", "visited"])
        || words
            .get(at.end)
            .is_some_and(|w| matches!(w.text, "]" | "\\"));
    // "this storied Saturday ritual"
    let ritual = at.len() == 1
        && words[at.start].listed(lex::MONTHS_DAYS)
        && (2..=3).any(|n| back(n).is_some_and(|w| w.listed(lex::DETERMINERS)))
        && back(1).is_some_and(|w| {
            w.kind == Kind::Word
                && !w.capital()
                && !w.listed(lex::PREPOSITIONS)
                && !w.listed(lex::CONNECTORS)
        })
        && words.get(at.end).is_some_and(|w| {
            w.kind == Kind::Word
                && !w.listed(lex::PREPOSITIONS)
                && !w.listed(lex::CONNECTORS)
                && !w.listed(lex::AUXILIARY)
                && !w.listed(lex::EVENTFUL)
                && !sentence.finite(at.end)
        })
        && (back(2).is_some_and(|w| w.listed(lex::DETERMINERS))
            || !back(1).is_some_and(|w| is_past(w.text)));
    // "with the help of the members here today"
    let present =
        is(1, &["here"]) && (at.start.saturating_sub(4)..at.start).all(|i| !sentence.finite(i));
    // "a rate of just 64% in 2020"
    let rate = back(2).is_some_and(|w| w.text == "%") && (4..=6).any(|n| is(n, &["of"]));
    torn || bounded || leads || paired || rate || cited || ritual || present
}
