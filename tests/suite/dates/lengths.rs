//! Lengths of time, sets, times of day, and words for now, past and future.

use dateline::temporal::{Context, Mode, Modifier, tag};

use super::{Row, check, day};

#[test]
fn lengths() {
    check(LENGTHS, Mode::News);
}

const LENGTHS: &[Row] = &[
    (
        "after three days of questioning",
        "",
        &[("three days", "DURATION", "P3D")],
    ),
    ("a 16-hour flight", "", &[("16-hour", "DURATION", "PT16H")]),
    ("the two-day summit", "", &[("two-day", "DURATION", "P2D")]),
    (
        "for 2 1/2 years",
        "",
        &[("2 1/2 years", "DURATION", "P2.5Y")],
    ),
    ("5 1/2 hours", "", &[("5 1/2 hours", "DURATION", "PT5H30M")]),
    ("24 hours later that", "", &[("24 hours later", "TIME", "")]),
    ("within 24 hours", "", &[("24 hours", "DURATION", "PT24H")]),
    (
        "over the past seven months",
        "2026-02-11",
        &[("the past seven months", "DURATION", "P7M")],
    ),
    (
        "in recent weeks and for years",
        "",
        &[
            ("recent weeks", "DURATION", "PXW"),
            ("years", "DURATION", "PXY"),
        ],
    ),
    (
        "several months, a few days, a couple of weeks",
        "",
        &[
            ("several months", "DURATION", "PXM"),
            ("a few days", "DURATION", "PXD"),
            ("a couple of weeks", "DURATION", "P2W"),
        ],
    ),
    (
        "two hundred and five years",
        "",
        &[("two hundred and five years", "DURATION", "P205Y")],
    ),
    (
        "twenty-one days",
        "",
        &[("twenty-one days", "DURATION", "P21D")],
    ),
    (
        "over the past decade",
        "",
        &[("the past decade", "DURATION", "P10Y")],
    ),
    (
        "decades-long and month-long",
        "",
        &[
            ("decades-long", "DURATION", "PXY"),
            ("month-long", "DURATION", "P1M"),
        ],
    ),
    (
        "more than 40 days, at least 72 hours, less than a year",
        "",
        &[
            ("more than 40 days", "DURATION", "P40D"),
            ("at least 72 hours", "DURATION", "PT72H"),
            ("less than a year", "DURATION", "P1Y"),
        ],
    ),
    (
        "the four previous weeks",
        "",
        &[("the four previous weeks", "DURATION", "P4W")],
    ),
    (
        "an hour and a half",
        "",
        &[("an hour and a half", "DURATION", "PT1H30M")],
    ),
    // Ages and sums are no lengths of time.
    (
        "the 44-year-old, 18 years old, raised $300 million last year",
        "2000-01-01",
        &[("last year", "DATE", "1999")],
    ),
    ("his second consecutive attempt", "", &[]),
];

#[test]
fn sets() {
    check(SETS, Mode::News);
}

const SETS: &[Row] = &[
    (
        "held daily and weekly",
        "",
        &[("daily", "SET", "P1D"), ("weekly", "SET", "P1W")],
    ),
    (
        "every day, each year",
        "",
        &[("every day", "SET", "P1D"), ("each year", "SET", "P1Y")],
    ),
    (
        "every Tuesday",
        "",
        &[("every Tuesday", "SET", "XXXX-WXX-2")],
    ),
    ("on Mondays", "", &[("Mondays", "SET", "XXXX-WXX-1")]),
    (
        "every morning",
        "",
        &[("every morning", "SET", "XXXX-XX-XXTMO")],
    ),
    (
        "every two weeks, every other month",
        "",
        &[
            ("every two weeks", "SET", "P2W"),
            ("every other month", "SET", "P2M"),
        ],
    ),
    ("twice a month", "", &[("twice a month", "SET", "P1M")]),
    (
        "100 per week and 30 a day",
        "",
        &[("per week", "SET", "P1W"), ("a day", "SET", "P1D")],
    ),
    (
        "They hold hundreds of interviews a day.",
        "",
        &[("a day", "SET", "P1D")],
    ),
    ("He told the Israeli daily Haaretz so.", "", &[]),
    ("Haaretz appears daily.", "", &[("daily", "SET", "P1D")]),
    ("He spoke on CBS's \"60 Minutes.\"", "", &[]),
    (
        "He said \"30 minutes.\"",
        "",
        &[("30 minutes", "DURATION", "PT30M")],
    ),
    (
        "They fled at night.",
        "",
        &[("night", "SET", "XXXX-XX-XXTNI")],
    ),
];

#[test]
fn sets_say_how_often() {
    let found = tag("twice a month, every year", &Context::default());
    assert_eq!(found[0].freq.as_deref(), Some("2X"));
    assert_eq!(found[1].quant, Some("EVERY"));
}

#[test]
fn modifiers() {
    let context = Context::news(day("2023-07-11"));
    for (text, modifier) in [
        ("early 2023", Modifier::Start),
        ("mid-2023", Modifier::Mid),
        ("the end of March", Modifier::End),
        ("about three years", Modifier::Approx),
        ("more than two hours", Modifier::MoreThan),
        ("less than two hours", Modifier::LessThan),
        ("at least two hours", Modifier::EqualOrMore),
        ("more than a decade ago", Modifier::Before),
    ] {
        assert_eq!(tag(text, &context)[0].modifier, Some(modifier), "{text}");
    }
}

#[test]
fn lengths_that_lie_somewhere_have_ends() {
    let found = tag(
        "in the past seven months",
        &Context::news(day("2026-02-11")),
    );
    assert_eq!(found[0].begin.as_deref(), Some("2025-07"));
    assert_eq!(found[0].end.as_deref(), Some("2026-02"));
}

#[test]
fn now_then_and_soon() {
    check(VAGUE, Mode::News);
}

const VAGUE: &[Row] = &[
    (
        "He now lives there and is currently away.",
        "",
        &[
            ("now", "DATE", "PRESENT_REF"),
            ("currently", "DATE", "PRESENT_REF"),
        ],
    ),
    (
        "It was recently sold.",
        "",
        &[("recently", "DATE", "PAST_REF")],
    ),
    (
        "They will soon meet.",
        "",
        &[("soon", "DATE", "FUTURE_REF")],
    ),
    ("The army was soon divided.", "", &[]),
    (
        "in the future, in the past,",
        "",
        &[
            ("the future", "DATE", "FUTURE_REF"),
            ("the past", "DATE", "PAST_REF"),
        ],
    ),
    (
        "for the time being, to this day, in present-day Belize",
        "",
        &[
            ("the time being", "DATE", "PRESENT_REF"),
            ("this day", "DATE", "PRESENT_REF"),
            ("present-day", "DATE", "PRESENT_REF"),
        ],
    ),
];

#[test]
fn times_of_day() {
    check(TIMES, Mode::News);
}

const TIMES: &[Row] = &[
    (
        "at 8 p.m. Tuesday",
        "2023-07-11",
        &[("8 p.m. Tuesday", "TIME", "2023-07-11T20:00")],
    ),
    (
        "They wait until 9 a.m. EST Friday to",
        "2023-07-11",
        &[("9 a.m. EST Friday", "TIME", "2023-07-14T09:00")],
    ),
    (
        "at 15:00 GMT Saturday",
        "2023-07-11",
        &[("15:00 GMT Saturday", "TIME", "2023-07-08T15:00Z")],
    ),
    (
        "at 10:35 a.m. (0735 GMT) Friday",
        "1998-08-08",
        &[
            ("10:35 a.m.", "TIME", "1998-08-07T10:35"),
            ("0735 GMT", "TIME", "1998-08-07T07:35Z"),
            ("Friday", "DATE", "1998-08-07"),
        ],
    ),
    (
        "Posted : June 26, 2025, 16:21 Updated",
        "",
        &[("June 26, 2025, 16:21", "TIME", "2025-06-26T16:21")],
    ),
    (
        "On Monday he came. He left at 11:30 a.m.",
        "2023-07-11",
        &[
            ("Monday", "DATE", "2023-07-10"),
            ("11:30 a.m.", "TIME", "2023-07-10T11:30"),
        ],
    ),
    (
        "at four o'clock in the afternoon",
        "2023-07-11",
        &[("four o'clock in the afternoon", "TIME", "2023-07-11T16:00")],
    ),
    (
        "at noon Tuesday",
        "2023-07-11",
        &[("noon Tuesday", "TIME", "2023-07-11T12:00")],
    ),
    (
        "at midnight.",
        "2023-07-11",
        &[("midnight", "TIME", "2023-07-11T24:00")],
    ),
    (
        "this morning, last night and tonight",
        "2023-07-11",
        &[
            ("this morning", "TIME", "2023-07-11TMO"),
            ("last night", "TIME", "2023-07-10TNI"),
            ("tonight", "TIME", "2023-07-11TNI"),
        ],
    ),
    (
        "He came on Monday. Later in the evening he left.",
        "2023-07-11",
        &[
            ("Monday", "DATE", "2023-07-10"),
            ("Later in the evening", "TIME", "2023-07-10TEV"),
        ],
    ),
    (
        "at 24:00 and at 23:59:60",
        "2023-07-11",
        &[
            ("24:00", "TIME", "2023-07-11T24:00"),
            ("23:59:60", "TIME", "2023-07-11T23:59:60"),
        ],
    ),
    ("at 25:61 or 99:99", "2023-07-11", &[]),
    ("won 3-2, 10:1 and 4:30.5", "2023-07-11", &[]),
];
