//! Dates that point: weekdays, months without a year, last and next, ago and later.

use dateline::temporal::Mode;

use super::{Row, check};

#[test]
fn weekdays() {
    check(WEEKDAYS, Mode::News);
}

/// The publication date is a Tuesday where it is 2023-07-11.
const WEEKDAYS: &[Row] = &[
    (
        "Meeting on Tuesday, they agreed.",
        "2023-07-11",
        &[("Tuesday", "DATE", "2023-07-11")],
    ),
    (
        "On Monday, they arrived.",
        "2023-07-11",
        &[("Monday", "DATE", "2023-07-10")],
    ),
    (
        "On Wednesday, they will meet.",
        "2023-07-11",
        &[("Wednesday", "DATE", "2023-07-12")],
    ),
    (
        "They were scheduled to meet on Wednesday.",
        "2023-07-11",
        &[("Wednesday", "DATE", "2023-07-12")],
    ),
    (
        "It was postponed until Friday.",
        "2023-07-11",
        &[("Friday", "DATE", "2023-07-14")],
    ),
    (
        "Until Friday, they had waited.",
        "2023-07-11",
        &[("Friday", "DATE", "2023-07-07")],
    ),
    (
        "It could come as early as Thursday.",
        "2023-07-11",
        &[("Thursday", "DATE", "2023-07-13")],
    ),
    (
        "Neither of them could be reached Wednesday.",
        "2000-01-06",
        &[("Wednesday", "DATE", "2000-01-05")],
    ),
    (
        "It could be over Wednesday.",
        "2000-01-06",
        &[("Wednesday", "DATE", "2000-01-12")],
    ),
    (
        "Talks were to resume Friday.",
        "2023-07-11",
        &[("Friday", "DATE", "2023-07-14")],
    ),
    (
        "She is to appear in court on Friday.",
        "2023-07-11",
        &[("Friday", "DATE", "2023-07-14")],
    ),
    (
        "They may leave Friday.",
        "2023-07-11",
        &[("Friday", "DATE", "2023-07-14")],
    ),
    (
        "They are not likely to meet Friday.",
        "2023-07-11",
        &[("Friday", "DATE", "2023-07-14")],
    ),
    (
        "The hearing begins Friday.",
        "2023-07-11",
        &[("Friday", "DATE", "2023-07-14")],
    ),
    (
        "Talks resumed Friday.",
        "2023-07-11",
        &[("Friday", "DATE", "2023-07-07")],
    ),
    (
        "Critics would fight Friday's ruling.",
        "2023-07-11",
        &[("Friday", "DATE", "2023-07-07")],
    ),
    (
        "last Wednesday and next Friday",
        "2023-07-11",
        &[
            ("last Wednesday", "DATE", "2023-07-05"),
            ("next Friday", "DATE", "2023-07-14"),
        ],
    ),
    (
        "On Tuesday morning, he met",
        "2023-07-11",
        &[("Tuesday morning", "TIME", "2023-07-11TMO")],
    ),
    (
        "said on Thursday, April 6:",
        "2000-04-06",
        &[("Thursday, April 6", "DATE", "2000-04-06")],
    ),
    (
        "on Tuesday and Wednesday, bringing",
        "2023-07-13",
        &[
            ("Tuesday", "DATE", "2023-07-11"),
            ("Wednesday", "DATE", "2023-07-12"),
        ],
    ),
    ("he told The Sunday Times", "2023-07-11", &[]),
];

#[test]
fn months_and_days_without_a_year() {
    check(MONTHS, Mode::News);
}

const MONTHS: &[Row] = &[
    (
        "They are expected to join in April.",
        "1998-12-05",
        &[("April", "DATE", "1999-04")],
    ),
    (
        "It was found in December.",
        "1999-04-10",
        &[("December", "DATE", "1998-12")],
    ),
    (
        "In January, soon after the 25th birthday of a long and much debated decision of the \
         Supreme Court of the United States on the right to an abortion, a bomb killed a guard.",
        "1998-10-25",
        &[("January", "DATE", "1998-01")],
    ),
    (
        "The statement adopted in June commits",
        "2025-10-20",
        &[("June", "DATE", "2025-06")],
    ),
    (
        "return him by Jan. 14.",
        "2000-01-05",
        &[("Jan. 14", "DATE", "2000-01-14")],
    ),
    (
        "He was rescued on Nov. 25.",
        "2000-01-07",
        &[("Nov. 25", "DATE", "1999-11-25")],
    ),
    (
        "since the Oct. 23 slaying",
        "1999-05-06",
        &[("Oct. 23", "DATE", "1998-10-23")],
    ),
    (
        "last October, next May and last July",
        "1999-04-19",
        &[
            ("last October", "DATE", "1998-10"),
            ("next May", "DATE", "1999-05"),
            ("last July", "DATE", "1998-07"),
        ],
    ),
    (
        "On the 20th, she met them.",
        "2025-10-20",
        &[("the 20th", "DATE", "2025-10-20")],
    ),
    (
        "by the 5th.",
        "2025-10-28",
        &[("the 5th", "DATE", "2025-11-05")],
    ),
    (
        "last summer, next winter, this spring",
        "1999-04-10",
        &[
            ("last summer", "DATE", "1998-SU"),
            ("next winter", "DATE", "1999-WI"),
            ("this spring", "DATE", "1999-SP"),
        ],
    ),
    (
        "They may march on, and the sun may fall in a second.",
        "2023-07-11",
        &[],
    ),
    ("the March for Life and the Long March", "2023-07-11", &[]),
    ("Theresa May spoke to April Jones.", "2023-07-11", &[]),
];

#[test]
fn units_that_point() {
    check(UNITS, Mode::News);
}

const UNITS: &[Row] = &[
    (
        "last week, this month, next year",
        "2000-04-03",
        &[
            ("last week", "DATE", "2000-W13"),
            ("this month", "DATE", "2000-04"),
            ("next year", "DATE", "2001"),
        ],
    ),
    (
        "early this week",
        "2025-06-26",
        &[("early this week", "DATE", "2025-W26")],
    ),
    (
        "taking office early this month.",
        "2025-06-26",
        &[("early this month", "DATE", "2025-06")],
    ),
    (
        "earlier this year and later this month",
        "1998-10-26",
        &[
            ("earlier this year", "DATE", "1998"),
            ("later this month", "DATE", "1998-10"),
        ],
    ),
    (
        "last quarter",
        "1999-05-10",
        &[("last quarter", "DATE", "1999-Q1")],
    ),
    (
        "over the weekend",
        "2000-04-03",
        &[("the weekend", "DATE", "2000-W13-WE")],
    ),
    (
        "this decade",
        "1999-05-10",
        &[("this decade", "DATE", "199")],
    ),
    (
        "yesterday, today and tomorrow",
        "2000-03-01",
        &[
            ("yesterday", "DATE", "2000-02-29"),
            ("today", "DATE", "2000-03-01"),
            ("tomorrow", "DATE", "2000-03-02"),
        ],
    ),
    (
        "the day before yesterday",
        "2000-03-01",
        &[("the day before yesterday", "DATE", "2000-02-28")],
    ),
    (
        "the week of March 6",
        "2000-02-24",
        &[("the week of March 6", "DATE", "2000-W10")],
    ),
    (
        "by year's end",
        "1999-05-10",
        &[("year's end", "DATE", "1999")],
    ),
    (
        "at the end of the year",
        "1999-05-10",
        &[("the end of the year", "DATE", "1999")],
    ),
];

#[test]
fn counted_from_an_anchor() {
    check(COUNTED, Mode::News);
}

const COUNTED: &[Row] = &[
    (
        "11 days ago",
        "1999-04-19",
        &[("11 days ago", "DATE", "1999-04-08")],
    ),
    (
        "six weeks ago",
        "2000-01-06",
        &[("six weeks ago", "DATE", "1999-W47")],
    ),
    (
        "two months ago",
        "2000-01-28",
        &[("two months ago", "DATE", "1999-11")],
    ),
    (
        "almost four years ago",
        "1999-03-12",
        &[("almost four years ago", "DATE", "1995")],
    ),
    (
        "41 years ago",
        "2000-01-15",
        &[("41 years ago", "DATE", "1959")],
    ),
    (
        "a few years ago",
        "2000-01-15",
        &[("a few years ago", "DATE", "PAST_REF")],
    ),
    (
        "a week from now",
        "2000-01-06",
        &[("a week from now", "DATE", "2000-W02")],
    ),
    (
        "On Oct. 23, 1998 it fell. Two days later it rose.",
        "1999-05-06",
        &[
            ("Oct. 23, 1998", "DATE", "1998-10-23"),
            ("Two days later", "DATE", "1998-10-25"),
        ],
    ),
    (
        "It rose in the third quarter of 1999. A year earlier it fell.",
        "2000-05-06",
        &[
            ("the third quarter of 1999", "DATE", "1999-Q3"),
            ("A year earlier", "DATE", "1998-Q3"),
        ],
    ),
    (
        "It was signed on May 3, 1999. The following day they left.",
        "2000-05-06",
        &[
            ("May 3, 1999", "DATE", "1999-05-03"),
            ("The following day", "DATE", "1999-05-04"),
        ],
    ),
    (
        "in a declaration released the previous day,",
        "2025-06-26",
        &[("the previous day", "DATE", "2025-06-25")],
    ),
    (
        "He fled in June 1998 and came back later that year.",
        "2000-01-28",
        &[
            ("June 1998", "DATE", "1998-06"),
            ("later that year", "DATE", "1998"),
        ],
    ),
    (
        "1000000000000 years ago",
        "2000-01-28",
        &[("1000000000000 years ago", "DATE", "")],
    ),
    (
        "the year-ago quarter",
        "1989-11-02",
        &[("the year-ago quarter", "DATE", "1988-Q3")],
    ),
    (
        "Sales rose 43% in February 2010 from the same period last year.",
        "2010-03-02",
        &[
            ("February 2010", "DATE", "2010-02"),
            ("the same period last year", "DATE", "2009-02"),
        ],
    ),
    (
        "It runs Monday through Friday.",
        "1989-11-02",
        &[
            ("Monday", "DATE", "1989-10-30"),
            ("Friday", "DATE", "1989-11-03"),
        ],
    ),
    (
        "The vote is on Friday.",
        "1989-11-02",
        &[("Friday", "DATE", "1989-11-03")],
    ),
    (
        "He met them on Black Friday in the Giving Tuesday hall.",
        "1989-11-02",
        &[
            ("Black Friday", "DATE", "1988-11-25"),
            ("Giving Tuesday", "DATE", "1989-11-28"),
        ],
    ),
];

#[test]
fn narratives_count_from_the_last_date_named() {
    check(NARRATIVE, Mode::Narrative);
}

const NARRATIVE: &[Row] = &[
    (
        "On May 10, 1940, it began. That same day they left. On June 10, it ended.",
        "2009-12-19",
        &[
            ("May 10, 1940", "DATE", "1940-05-10"),
            ("That same day", "DATE", "1940-05-10"),
            ("June 10", "DATE", "1940-06-10"),
        ],
    ),
    (
        "In December 1941 they met. In February they left.",
        "2009-12-19",
        &[
            ("December 1941", "DATE", "1941-12"),
            ("February", "DATE", "1942-02"),
        ],
    ),
    (
        "He spoke on 4 August 1964. The files (opened in 2005) say so. On 7 August it passed.",
        "2009-12-19",
        &[
            ("4 August 1964", "DATE", "1964-08-04"),
            ("2005", "DATE", "2005"),
            ("7 August", "DATE", "1964-08-07"),
        ],
    ),
    (
        "From 5-12 September 1914 they fought. It is now quiet.",
        "2009-12-19",
        &[
            ("5", "DATE", "1914-09-05"),
            ("12 September 1914", "DATE", "1914-09-12"),
            ("now", "DATE", "PRESENT_REF"),
        ],
    ),
    (
        "In 1917 it fell. By the spring they knew.",
        "",
        &[("1917", "DATE", "1917"), ("the spring", "DATE", "1917-SP")],
    ),
    (
        "In 1942 they began their summer offensive.",
        "2009-12-19",
        &[("1942", "DATE", "1942"), ("summer", "DATE", "1942-SU")],
    ),
    (
        "He returned in November 1918 and married two years later. His son was born that December, \
         before the last year of the strike.",
        "2009-12-19",
        &[
            ("November 1918", "DATE", "1918-11"),
            ("two years later", "DATE", "1920"),
            ("that December", "DATE", "1920-12"),
            ("the last year", "DURATION", "P1Y"),
        ],
    ),
    (
        "On May 1, 2003, it ended. In January 2005 they voted. The same month, 31 died on the 26th.",
        "2009-12-19",
        &[
            ("May 1, 2003", "DATE", "2003-05-01"),
            ("January 2005", "DATE", "2005-01"),
            ("The same month", "DATE", "2005-01"),
            ("the 26th", "DATE", "2005-01-26"),
        ],
    ),
    (
        "She retired in January 1993 and died ten years later, at the age of 81, on 3 February.",
        "2009-12-19",
        &[
            ("January 1993", "DATE", "1993-01"),
            ("ten years later", "DATE", "2003"),
            ("3 February", "DATE", "2003-02-03"),
        ],
    ),
    (
        "In 1845 it was annexed. The next spring, war began. It ended two years later, in February. \
         The following year, on 3 March, they left.",
        "2009-12-19",
        &[
            ("1845", "DATE", "1845"),
            ("The next spring", "DATE", "1846-SP"),
            ("two years later", "DATE", "1848"),
            ("February", "DATE", "1848-02"),
            ("The following year", "DATE", "1849"),
            ("3 March", "DATE", "1849-03-03"),
        ],
    ),
    (
        "In September 1939, they came. On the 17th, others followed. Warsaw fell on the 27th.",
        "2009-12-19",
        &[
            ("September 1939", "DATE", "1939-09"),
            ("the 17th", "DATE", "1939-09-17"),
            ("the 27th", "DATE", "1939-09-27"),
        ],
    ),
    (
        "In the first week of September 1914, it was near. On the 6th the battle began.",
        "2009-12-19",
        &[
            ("the first week of September 1914", "DURATION", "P1W"),
            ("the 6th", "DATE", "1914-09-06"),
        ],
    ),
    (
        "In 1951 it was unfinished at the time. By this time, night attacks and daytime flights \
         were rare; from 5-6 p.m. and 19:00-21:00 it was still.",
        "2009-12-19",
        &[
            ("1951", "DATE", "1951"),
            ("the time", "DATE", "PRESENT_REF"),
            ("this time", "DATE", "PRESENT_REF"),
            ("night", "SET", "XXXX-XX-XXTNI"),
            ("daytime", "SET", "XXXX-XX-XXTDT"),
            ("5", "TIME", "XXXX-XX-XXT17:00"),
            ("6 p.m.", "TIME", "XXXX-XX-XXT18:00"),
            ("19:00", "TIME", "XXXX-XX-XXT19:00"),
            ("21:00", "TIME", "XXXX-XX-XXT21:00"),
        ],
    ),
    (
        "It was in June 1944. By 1938, as he said, they knew. In July they left.",
        "2009-12-19",
        &[
            ("June 1944", "DATE", "1944-06"),
            ("1938", "DATE", "1938"),
            ("July", "DATE", "1938-07"),
        ],
    ),
];

#[test]
fn a_text_without_a_date_starts_from_its_first_full_date() {
    check(
        &[(
            "It began on Tuesday, June 24, 2025. On Thursday they left.",
            "",
            &[
                ("Tuesday, June 24, 2025", "DATE", "2025-06-24"),
                ("Thursday", "DATE", "2025-06-26"),
            ],
        )],
        Mode::News,
    );
}
