//! Whether a date only labels or measures something.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_gerund, is_participle, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    is_describable, limit,
    register::DEICTIC,
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

/// What is of our days rather than of a day: "the economy of tomorrow".
const LASTING: &[&str] = &[
    "challenges",
    "children",
    "demands",
    "economy",
    "generation",
    "generations",
    "industries",
    "jobs",
    "leaders",
    "needs",
    "problems",
    "realities",
    "technologies",
    "threats",
    "workforce",
    "world",
];

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
    let noun_follows = is_describable(sentence, at.end)
        && after.is_some_and(|w| {
            !w.any(&["again", "alone", "to"])
                && (!is_past(w.text) || is_participle(w.text))
                && !is_gerund(w.text)
        });
    if last.possessive() {
        return coarse || !after.is_some_and(|w| w.listed(lex::EVENTFUL));
    }
    let Some(before) = before else {
        return limit::only(sentence, at)
            || coarse
                && noun_follows
                && words[at.start].kind == Kind::Number
                && !after.is_some_and(Word::capital);
    };
    // "the challenges of today"
    let timeless = |i: usize| words[i].any(LASTING);
    if last.any(&["today", "tomorrow"]) && before.is("of") && at.start > 1 && timeless(at.start - 2)
    {
        return true;
    }
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
    // "the Secured Overnight Financing Rate"
    let word = at.len() == 1 && words[at.start].kind == Kind::Word && words[at.start].capital();
    if word
        && !words[at.start].listed(lex::MONTHS_DAYS)
        && !words[at.start].listed(DEICTIC)
        && before.kind == Kind::Word
        && before.capital()
        && !before.listed(lex::PREPOSITIONS)
        && after.is_some_and(Word::capital)
    {
        return true;
    }
    // "“I will be back” (1/28/23, Oslo)"
    let slashed = words[at.start].text.contains('/') && after.is_some_and(|w| w.text == ",");
    if before.text == "(" && slashed {
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
    ]) || limit::only(sentence, at)
    {
        return true;
    }
    // "actions that fall within the rules"
    let falls = words[at.start].is("that")
        && words[at.end - 1].any(&["fall", "spring"])
        && after.is_some_and(|w| {
            w.any(&[
                "behind", "below", "from", "into", "on", "outside", "short", "under", "within",
            ])
        });
    if falls {
        return true;
    }
    if before.any(&["still", "even"]) && words[at.start].listed(DEICTIC) {
        return true;
    }
    let attributive = before.listed(lex::DETERMINERS)
        || before.possessive()
        || before.capital() && !before.listed(lex::PREPOSITIONS) && at.start > 1
        || before.any(&["new", "first", "annual", "and", "his", "her"]);
    if noun_follows && (attributive && !words[at.start].listed(DEICTIC)) {
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
        return second.is_some_and(|w| {
            w.listed(lex::LAWS)
                || w.is("class")
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
            && second.is_some_and(|w| {
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
    // "just as the town did in 2020", "the work you did back in 2020"
    let on = usize::from(before.any(&["in", "on"]));
    let did = at.start.checked_sub(1 + on).map(|i| &words[i]);
    let did = did
        .filter(|w| w.is("back"))
        .and_then(|_| at.start.checked_sub(2 + on).map(|i| &words[i]))
        .or(did);
    if did.is_some_and(|w| w.is("did")) {
        return true;
    }
    let near = at.start.saturating_sub(6);
    if (near..at.start).any(|i| {
        words[i].is("than") && words[i + 1].any(&["it", "in", "they", "we", "was", "were", "what"])
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
