//! Dates that the words name: numeric formats, words, years, holidays, Korean.

use dateline::temporal::Mode;

use super::{Row, check};

#[test]
fn numeric_formats() {
    check(NUMERIC, Mode::News);
}

const NUMERIC: &[Row] = &[
    (
        "on 2025-06-24.",
        "",
        &[("2025-06-24", "DATE", "2025-06-24")],
    ),
    (
        "at 2025-06-24T16:21:00Z",
        "",
        &[("2025-06-24T16:21:00Z", "TIME", "2025-06-24T16:21:00Z")],
    ),
    (
        "2025-10-20 17:15:20",
        "",
        &[("2025-10-20 17:15:20", "TIME", "2025-10-20T17:15:20")],
    ),
    (
        "2025-10-20T17:15:20+09:00",
        "",
        &[(
            "2025-10-20T17:15:20+09:00",
            "TIME",
            "2025-10-20T17:15:20+09:00",
        )],
    ),
    ("on 10/20/2025", "", &[("10/20/2025", "DATE", "2025-10-20")]),
    ("on 20/10/2025", "", &[("20/10/2025", "DATE", "2025-10-20")]),
    // The document's own evidence decides what could be read both ways.
    (
        "on 20/10/2025 and 04/07/2025",
        "",
        &[
            ("20/10/2025", "DATE", "2025-10-20"),
            ("04/07/2025", "DATE", "2025-07-04"),
        ],
    ),
    ("on 04/07/2025", "", &[("04/07/2025", "DATE", "2025-04-07")]),
    (
        "on 3/8/99",
        "1999-06-01",
        &[("3/8/99", "DATE", "1999-03-08")],
    ),
    (
        "am 24.06.2025 war",
        "",
        &[("24.06.2025", "DATE", "2025-06-24")],
    ),
    (
        "2025. 6. 24. was",
        "",
        &[("2025. 6. 24.", "DATE", "2025-06-24")],
    ),
    (
        "file 20251020 of",
        "",
        &[("20251020", "DATE", "2025-10-20")],
    ),
    ("on 24.VI.2025", "", &[("24.VI.2025", "DATE", "2025-06-24")]),
    ("24-Jun-2025", "", &[("24-Jun-2025", "DATE", "2025-06-24")]),
    ("in 2025-W26", "", &[("2025-W26", "DATE", "2025-W26")]),
    ("in 2023-07", "", &[("2023-07", "DATE", "2023-07")]),
    (
        "in 2023Q3 and Q4 2022",
        "",
        &[
            ("2023Q3", "DATE", "2023-Q3"),
            ("Q4 2022", "DATE", "2022-Q4"),
        ],
    ),
];

#[test]
fn months_and_days_in_words() {
    check(WORDS, Mode::News);
}

const WORDS: &[Row] = &[
    (
        "on June 24, 2025.",
        "",
        &[("June 24, 2025", "DATE", "2025-06-24")],
    ),
    (
        "on 24 June 2025.",
        "",
        &[("24 June 2025", "DATE", "2025-06-24")],
    ),
    (
        "Jun. 22, 2022.",
        "",
        &[("Jun. 22, 2022", "DATE", "2022-06-22")],
    ),
    (
        "on the 25th of August, 1917",
        "",
        &[("the 25th of August, 1917", "DATE", "1917-08-25")],
    ),
    (
        "Saturday, June 24, 1950",
        "",
        &[("Saturday, June 24, 1950", "DATE", "1950-06-24")],
    ),
    (
        "in September 2012.",
        "",
        &[("September 2012", "DATE", "2012-09")],
    ),
    (
        "in September, 2012.",
        "",
        &[("September, 2012", "DATE", "2012-09")],
    ),
    (
        "in February of 1940",
        "",
        &[("February of 1940", "DATE", "1940-02")],
    ),
    (
        "on June 29-30, 2022",
        "",
        &[("June 29-30, 2022", "DATE", "2022-06-29/2022-06-30")],
    ),
    (
        "from 29-30 June 2022",
        "",
        &[("29-30 June 2022", "DATE", "2022-06-29/2022-06-30")],
    ),
    (
        "June 29 - July 2, 2022",
        "",
        &[("June 29 - July 2, 2022", "DATE", "2022-06-29/2022-07-02")],
    ),
    (
        "on April 24 and 25",
        "1999-02-10",
        &[
            ("April 24", "DATE", "1999-04-24"),
            ("25", "DATE", "1999-04-25"),
        ],
    ),
    (
        "on the 28 and 29 August 1918",
        "",
        &[
            ("the 28", "DATE", "1918-08-28"),
            ("29 August 1918", "DATE", "1918-08-29"),
        ],
    ),
    (
        "In April and June 1955, he",
        "",
        &[
            ("April", "DATE", "1955-04"),
            ("June 1955", "DATE", "1955-06"),
        ],
    ),
    (
        "December 1979-February 1980",
        "",
        &[
            ("December 1979", "DATE", "1979-12"),
            ("February 1980", "DATE", "1980-02"),
        ],
    ),
    (
        "In mid-September 1942",
        "",
        &[("mid-September 1942", "DATE", "1942-09")],
    ),
    (
        "by the end of March 1944",
        "",
        &[("the end of March 1944", "DATE", "1944-03")],
    ),
    (
        "on the night of April 18, 1775",
        "",
        &[("the night of April 18, 1775", "TIME", "1775-04-18TNI")],
    ),
];

#[test]
fn years_and_what_only_looks_like_them() {
    check(YEARS, Mode::News);
}

const YEARS: &[Row] = &[
    ("agreed in 2014 to", "", &[("2014", "DATE", "2014")]),
    (
        "from 1991 to 1997.",
        "",
        &[("1991", "DATE", "1991"), ("1997", "DATE", "1997")],
    ),
    (
        "in 1994, 1995 and 1997",
        "",
        &[
            ("1994", "DATE", "1994"),
            ("1995", "DATE", "1995"),
            ("1997", "DATE", "1997"),
        ],
    ),
    (
        "throughout 1915-17, the",
        "",
        &[("1915", "DATE", "1915"), ("17", "DATE", "1917")],
    ),
    (
        "in 2012-13",
        "",
        &[("2012", "DATE", "2012"), ("13", "DATE", "2013")],
    ),
    ("since '98", "1999-05-01", &[("'98", "DATE", "1998")]),
    ("in the 1990s", "", &[("the 1990s", "DATE", "199")]),
    ("the early 2000s", "", &[("the early 2000s", "DATE", "200")]),
    (
        "in the 19th century",
        "",
        &[("the 19th century", "DATE", "18")],
    ),
    ("20th-century art", "", &[("20th-century", "DATE", "19")]),
    (
        "in the 5th century BC",
        "",
        &[("the 5th century BC", "DATE", "BC04")],
    ),
    (
        "in 493 BC and 479 B.C.",
        "",
        &[("493 BC", "DATE", "BC0493"), ("479 B.C.", "DATE", "BC0479")],
    ),
    (
        "the war (240-238 BC)",
        "",
        &[("240", "DATE", "BC0240"), ("238 BC", "DATE", "BC0238")],
    ),
    (
        "in August 480 BC",
        "",
        &[("August 480 BC", "DATE", "BC0480-08")],
    ),
    ("in AD 79", "", &[("79", "DATE", "0079")]),
    ("mid-2023", "", &[("mid-2023", "DATE", "2023")]),
    (
        "fiscal year 2023",
        "",
        &[("fiscal year 2023", "DATE", "2023")],
    ),
    (
        "some 2000 people, $2010, flight 1998, No. 2015, 2,000 men, 1999.5 and 2020%",
        "",
        &[],
    ),
    (
        "UN Resolution 1973 and Boeing 1950 jets cost USD 2001",
        "",
        &[],
    ),
    ("Room 2012 and page 1999", "", &[]),
];

#[test]
fn seasons_quarters_and_halves() {
    check(SEASONS, Mode::News);
}

const SEASONS: &[Row] = &[
    (
        "in the spring of 1916",
        "",
        &[("the spring of 1916", "DATE", "1916-SP")],
    ),
    ("in summer 2007", "", &[("summer 2007", "DATE", "2007-SU")]),
    (
        "in the autumn of 1917",
        "",
        &[("the autumn of 1917", "DATE", "1917-FA")],
    ),
    (
        "the winter of 1941",
        "",
        &[("the winter of 1941", "DATE", "1941-WI")],
    ),
    (
        "third quarter of 1999",
        "",
        &[("third quarter of 1999", "DATE", "1999-Q3")],
    ),
    (
        "the first half of 2008",
        "",
        &[("the first half of 2008", "DATE", "2008-H1")],
    ),
    (
        "in the final quarter of 2009",
        "",
        &[("the final quarter of 2009", "DATE", "2009-Q4")],
    ),
    (
        "the first nine months of 1999",
        "",
        &[("the first nine months of 1999", "DURATION", "P9M")],
    ),
];

#[test]
fn holidays() {
    check(HOLIDAYS, Mode::News);
}

const HOLIDAYS: &[Row] = &[
    (
        "on Christmas 2007",
        "",
        &[("Christmas 2007", "DATE", "2007-12-25")],
    ),
    (
        "on Thanksgiving Day",
        "2000-01-07",
        &[("Thanksgiving Day", "DATE", "1999-11-25")],
    ),
    (
        "last Thanksgiving",
        "2000-02-10",
        &[("last Thanksgiving", "DATE", "1999-11-25")],
    ),
    (
        "on New Year's Eve",
        "2000-01-07",
        &[("New Year's Eve", "DATE", "1999-12-31")],
    ),
    (
        "on Good Friday",
        "2025-04-20",
        &[("Good Friday", "DATE", "2025-04-18")],
    ),
    (
        "as Easter week began",
        "2000-04-17",
        &[("Easter week", "DATE", "2000-W16")],
    ),
    (
        "over Labor Day weekend 1999",
        "",
        &[("Labor Day weekend 1999", "DATE", "1999-W35-WE")],
    ),
    (
        "before Easter 2000",
        "",
        &[("Easter 2000", "DATE", "2000-04-23")],
    ),
    (
        "during Chuseok 2023",
        "",
        &[("Chuseok 2023", "DATE", "2023-09-29")],
    ),
    (
        "the Lunar New Year 2024",
        "",
        &[("Lunar New Year 2024", "DATE", "2024-02-10")],
    ),
    (
        "by Election Day.",
        "1998-10-26",
        &[("Election Day", "DATE", "1998-11-03")],
    ),
    (
        "on Memorial Day 2024",
        "",
        &[("Memorial Day 2024", "DATE", "2024-05-27")],
    ),
];

#[test]
fn korean() {
    check(KOREAN, Mode::News);
}

const KOREAN: &[Row] = &[
    (
        "It said (2025년 6월 24일) so",
        "",
        &[("2025년 6월 24일", "DATE", "2025-06-24")],
    ),
    (
        "24일에 만났다",
        "2025-06-26",
        &[("24일", "DATE", "2025-06-24")],
    ),
    (
        "6월 24일",
        "2025-06-26",
        &[("6월 24일", "DATE", "2025-06-24")],
    ),
    (
        "지난달 was busy, 어제는 not",
        "2025-06-26",
        &[
            ("지난달", "DATE", "2025-05"),
            ("어제", "DATE", "2025-06-25"),
        ],
    ),
    (
        "지난 주 and 내년",
        "2025-06-26",
        &[("지난 주", "DATE", "2025-W25"), ("내년", "DATE", "2026")],
    ),
    (
        "2022년 and 화요일",
        "2023-07-12",
        &[("2022년", "DATE", "2022"), ("화요일", "DATE", "2023-07-11")],
    ),
    (
        "3개월 and 2년 전",
        "2025-06-26",
        &[("3개월", "DURATION", "P3M"), ("2년 전", "DATE", "2023")],
    ),
];

#[test]
fn dates_that_do_not_exist_stay_text_with_the_reason() {
    for text in [
        "31 February 2020",
        "June 31, 2021",
        "0000-00-00",
        "2021-13-40",
        "30/30/2020",
        "29 February 2023",
        "2023-02-30",
    ] {
        let found = dateline::temporal::tag(text, &dateline::temporal::Context::default());
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].rule.name, "no such date", "{text}");
        assert_eq!(found[0].value, "", "{text}");
        assert!(found[0].date.is_none() && !found[0].explanation.is_empty());
        assert_eq!(found[0].span.of(text), text);
    }
}
