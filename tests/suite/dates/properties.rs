//! What holds for any text.

use dateline::temporal::{Context, Mode, tag};
use proptest::prelude::*;

use super::day;

/// Words that the tagger listens to, numbers, marks and noise.
const PIECES: &[&str] = &[
    "June",
    "May",
    "march",
    "Sept.",
    "Jan.",
    "Tuesday",
    "sun",
    "24",
    "31",
    "2025",
    "1998",
    "0",
    "99",
    "1990s",
    "the",
    "a",
    "of",
    "last",
    "next",
    "this",
    "that",
    "early",
    "late",
    "mid",
    "end",
    "beginning",
    "first",
    "second",
    "20th",
    "century",
    "week",
    "weeks",
    "days",
    "year",
    "years",
    "ago",
    "later",
    "before",
    "two",
    "hundred",
    "million",
    "half",
    "and",
    "to",
    "-",
    "–",
    "/",
    ":",
    ",",
    ".",
    "'",
    "(",
    ")",
    "\n",
    "\n\n",
    "\r\n",
    "a.m.",
    "p.m.",
    "GMT",
    "o'clock",
    "BC",
    "AD",
    "every",
    "twice",
    "now",
    "summer",
    "fall",
    "morning",
    "night",
    "noon",
    "Christmas",
    "Easter",
    "quarter",
    "Q3",
    "2025-06-24",
    "10/20/2025",
    "24.06.2025",
    "T16:21",
    "2025년",
    "6월",
    "24일에",
    "지난달",
    "어제",
    "é",
    "🎉",
    "\u{a0}",
    "in",
    "on",
    "at",
    "by",
    "until",
    "since",
    "more",
    "than",
    "about",
    "past",
    "coming",
    "will",
    "was",
    "999999999999999999999999",
    "1/2",
    "½",
    "+09:00",
    "Z",
    "W26",
    "weekend",
    "decade",
    "fiscal",
    "same",
    "previous",
    "following",
    "day",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        9 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let glue = prop_oneof![3 => Just(" "), 1 => Just("")];
    prop::collection::vec((piece, glue), 0..60).prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(piece, glue)| piece + glue)
            .collect()
    })
}

fn contexts() -> [Context; 3] {
    let published = Context::news(day("2023-07-11"));
    [
        published,
        Context {
            mode: Mode::Narrative,
            ..published
        },
        Context::default(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_ordered_disjoint_and_aligned(text in text()) {
        for context in contexts() {
            let mut last = 0;
            for timex in tag(&text, &context) {
                prop_assert!(timex.span.fits(&text));
                prop_assert!(!timex.span.is_empty());
                prop_assert!(timex.span.start >= last);
                last = timex.span.end;
                prop_assert!(!timex.value.is_empty() || !timex.explanation.is_empty());
                if let Some(date) = timex.date {
                    prop_assert!(date.first <= date.last, "{timex:?}");
                }
            }
        }
    }

    #[test]
    fn any_characters_give_an_answer(text in any::<String>()) {
        for context in contexts() {
            let _ = tag(&text, &context);
        }
    }

    #[test]
    fn a_prefix_agrees_up_to_its_last_sentence(first in text(), second in text()) {
        let first = format!("{}.\n\n", first.trim());
        let whole = format!("{first}{second}");
        for context in contexts() {
            let mut all = tag(&whole, &context);
            all.retain(|t| t.span.end <= first.len());
            prop_assert_eq!(tag(&first, &context), all);
        }
    }
}

#[test]
fn numbers_that_no_calendar_holds_are_harmless() {
    for text in [
        "10000000000000000000 years ago",
        "999999-12-31",
        "99999999999999999999",
        "year 999999",
        "in 262143 and 99999 BC",
        "18446744073709551615 days later",
        "9999999999 million billion trillion years ago",
        "every 99999999999999999 weeks",
        "300000 years from now",
        "99999 BC, a century earlier, two hundred thousand years later",
        "in 9999, 100000 months later",
    ] {
        for context in contexts() {
            let _ = tag(text, &context);
        }
    }
}

#[test]
fn expressions_inside_each_other_end() {
    for piece in [
        "the end of ",
        "early in ",
        "the morning of the ",
        "the first week of ",
        "5:00 on ",
        "another ",
        "later in the ",
        "million ",
        "the early ",
        "noon of the ",
        "the latest the latest ",
    ] {
        let _ = tag(&piece.repeat(5000), &Context::news(day("2023-07-11")));
    }
}

#[test]
fn where_nothing_is_found_nothing_is_kept() {
    let text = "More than 2,000 people heard the Prime Minister speak of trade. ".repeat(500);
    let found = tag(&text, &Context::news(day("2023-07-11")));
    assert_eq!((found.len(), found.capacity()), (0, 0));
}
