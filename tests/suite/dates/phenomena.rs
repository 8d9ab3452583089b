//! What decides on real pages: datelines, captions, headers, line breaks, case.

use dateline::temporal::{Context, Mode, tag};

use super::{Row, check, day};

#[test]
fn heads_of_articles() {
    check(HEADS, Mode::News);
}

const HEADS: &[Row] = &[
    (
        "SEOUL, June 26 (AJP) - He met",
        "2025-06-26",
        &[("June 26", "DATE", "2025-06-26")],
    ),
    (
        "WASHINGTON, August 8 (Xinhua) -- On Saturday",
        "1998-08-08",
        &[
            ("August 8", "DATE", "1998-08-08"),
            ("Saturday", "DATE", "1998-08-08"),
        ],
    ),
    (
        "Published 22 June 2022",
        "2022-06-22",
        &[("22 June 2022", "DATE", "2022-06-22")],
    ),
    (
        "Updated : June 27, 2025, 10:36",
        "2025-06-26",
        &[("June 27, 2025, 10:36", "TIME", "2025-06-27T10:36")],
    ),
    (
        "to promote Busan's 2030 World Expo bid",
        "2023-07-11",
        &[("2030", "DATE", "2030")],
    ),
    (
        "since he took office in May 10.",
        "2022-06-22",
        &[("May 10", "DATE", "2022-05-10")],
    ),
];

#[test]
fn case_and_line_breaks_inside_an_expression_do_not_matter() {
    let context = Context::news(day("2023-07-11"));
    for text in [
        "on June 24, 2025",
        "on 24 June 2025",
        "last week",
        "the previous day",
        "two days later",
        "three years ago",
        "on Tuesday morning",
        "early this month",
        "in September 2012",
        "the end of March",
        "every two weeks",
        "at 8 p.m. Tuesday",
        "the 19th century",
        "in the spring of 1916",
        "over the past seven months",
        "on Christmas Eve",
        "last October",
        "on June 29-30",
        "the day before yesterday",
        "more than two years",
        "in July",
    ] {
        let plain = tag(text, &context);
        assert_eq!(plain.len(), 1, "{text}");
        for other in [
            text.to_lowercase(),
            text.to_uppercase(),
            text.replace(' ', "\n"),
            text.replace(' ', "\r\n"),
            text.replace(' ', "  "),
        ] {
            let found = tag(&other, &context);
            let values: Vec<_> = found.iter().map(|t| t.value.as_str()).collect();
            assert_eq!(values, [plain[0].value.as_str()], "{other:?}");
        }
    }
}

#[test]
fn words_are_not_read_across_a_blank_line() {
    let found = tag(
        "He said in June\n\n24 people came",
        &Context::news(day("2023-07-11")),
    );
    let words: Vec<_> = found.iter().map(|t| t.value.as_str()).collect();
    assert_eq!(words, ["2023-06"]);
}

#[test]
fn spans_lie_on_letters_of_many_bytes() {
    let text = "Šekerinska’s visit — “June 24, 2025” – began… 24일에 “last week’s” 🎉May 5🎉";
    for timex in tag(text, &Context::news(day("2025-06-26"))) {
        assert!(timex.span.fits(text));
    }
}
