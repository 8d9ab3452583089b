//! Days named by another one: "the day after Thanksgiving", "two weeks before Christmas".

use dateline::temporal::{Context, Mode, tag};

use super::{Row, check, day};

#[test]
fn days_beside_a_day() {
    check(DAYS, Mode::News);
}

const DAYS: &[Row] = &[
    (
        "The lights go on two weeks before Christmas.",
        "2022-11-20",
        &[("two weeks before Christmas", "DATE", "2022-12-11")],
    ),
    (
        "They will reopen the day after Thanksgiving.",
        "2023-11-10",
        &[("the day after Thanksgiving", "DATE", "2023-11-24")],
    ),
    (
        "The shop closed the Monday after Easter.",
        "2023-05-02",
        &[("the Monday after Easter", "DATE", "2023-04-10")],
    ),
    (
        "School begins the Friday before Labor Day.",
        "2023-08-20",
        &[("the Friday before Labor Day", "DATE", "2023-09-01")],
    ),
    (
        "They choose a mayor on the first Tuesday after the first Monday in November.",
        "2023-09-05",
        &[(
            "the first Tuesday after the first Monday in November",
            "DATE",
            "2023-11-07",
        )],
    ),
    (
        "The day before last Friday's vote, they met.",
        "2023-07-11",
        &[("The day before last Friday", "DATE", "2023-07-06")],
    ),
    (
        "It fell three days before July 4, 2023.",
        "2024-02-01",
        &[("three days before July 4, 2023", "DATE", "2023-07-01")],
    ),
    (
        "The fair opened on the second Sunday after Easter.",
        "2023-05-02",
        &[("the second Sunday after Easter", "DATE", "2023-04-23")],
    ),
    (
        "He was back the day prior to Halloween.",
        "2023-11-03",
        &[("the day prior to Halloween", "DATE", "2023-10-30")],
    ),
    (
        "He resigned a week following Easter.",
        "2023-05-02",
        &[("a week following Easter", "DATE", "2023-04-16")],
    ),
    (
        "About three days after Christmas the snow came.",
        "2023-01-10",
        &[("About three days after Christmas", "DATE", "2022-12-28")],
    ),
    (
        "Two months before Christmas 2022 the price rose.",
        "2023-07-11",
        &[("Two months before Christmas 2022", "DATE", "2022-10")],
    ),
];

#[test]
fn weeks_and_nights_beside_a_day() {
    check(STRETCHES, Mode::News);
}

const STRETCHES: &[Row] = &[
    // Christmas was a Sunday: the days before it are those of its own week.
    (
        "The week before Christmas was quiet.",
        "2023-01-10",
        &[("The week before Christmas", "DATE", "2022-W51")],
    ),
    (
        "The weekend after Thanksgiving brought snow.",
        "2023-12-05",
        &[("The weekend after Thanksgiving", "DATE", "2023-W47-WE")],
    ),
    (
        "He called the night before Christmas.",
        "2023-01-10",
        &[("the night before Christmas", "TIME", "2022-12-24TNI")],
    ),
    (
        "She left on the morning after Halloween.",
        "2023-11-10",
        &[("the morning after Halloween", "TIME", "2023-11-01TMO")],
    ),
];

#[test]
fn lengths_beside_a_day_stay_lengths() {
    check(LENGTHS, Mode::News);
}

const LENGTHS: &[Row] = &[
    (
        "For two weeks before Christmas the shops stay open.",
        "2022-12-01",
        &[
            ("two weeks", "DURATION", "P2W"),
            ("Christmas", "DATE", "2022-12-25"),
        ],
    ),
    (
        "The two weeks before Christmas are busy.",
        "2022-12-01",
        &[
            ("two weeks", "DURATION", "P2W"),
            ("Christmas", "DATE", "2022-12-25"),
        ],
    ),
    (
        "They met two days before the phone was shown.",
        "2022-12-01",
        &[("two days", "DURATION", "P2D")],
    ),
    // How long before what happened on the day.
    (
        "He quit two days before Monday's vote.",
        "2023-07-11",
        &[
            ("two days", "DURATION", "P2D"),
            ("Monday", "DATE", "2023-07-10"),
        ],
    ),
    (
        "It was seen two days before the Oct. 23 fire.",
        "2023-11-11",
        &[
            ("two days", "DURATION", "P2D"),
            ("Oct. 23", "DATE", "2023-10-23"),
        ],
    ),
    // The month of fasting has no one day after it.
    (
        "They met the day after Ramadan.",
        "2023-05-01",
        &[("Ramadan", "DATE", "2023-03-23/2023-04-20")],
    ),
];

#[test]
fn stories_count_from_the_new_year() {
    check(
        &[(
            "War came on 1 September 1939. Eight days before the new year, they met.",
            "",
            &[
                ("1 September 1939", "DATE", "1939-09-01"),
                ("Eight days before the new year", "DATE", "1939-12-24"),
            ],
        )],
        Mode::Narrative,
    );
}

#[test]
fn a_day_beside_another_says_how_it_was_found() {
    let context = Context::news(day("2023-11-10"));
    let found = tag("They reopen the day after Thanksgiving.", &context);
    assert_eq!(found[0].rule.name, "before/after a day");
    assert_eq!(found[0].explanation, "a day after 2023-11-23");
    let anchor = found[0].anchor.expect("an anchor").date;
    assert_eq!(anchor, day("2023-11-10"));
}
