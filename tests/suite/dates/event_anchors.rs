//! What goes on from a deed or a day that the text told of before.

use dateline::temporal::{Context, Mode, tag};

use super::{Row, check, day};

#[test]
fn times_of_a_deed_whose_day_was_named() {
    check(DEEDS, Mode::News);
}

const DEEDS: &[Row] = &[
    (
        "Berg was killed at her home on June 3. Neighbours heard nothing. Police said little.\n\n\
         The mayor thanked them. She spoke of grief.\n\nBerg, 52, was shot at 10 p.m. as she read.",
        "2023-07-11",
        &[
            ("June 3", "DATE", "2023-06-03"),
            ("10 p.m.", "TIME", "2023-06-03T22:00"),
        ],
    ),
    // Another man, another day.
    (
        "Berg was killed at her home on June 3. Neighbours heard nothing. Police said little.\n\n\
         The mayor thanked them. She spoke of grief.\n\nA man was shot in the park at 10 p.m. by a guard.",
        "2023-07-11",
        &[
            ("June 3", "DATE", "2023-06-03"),
            ("10 p.m.", "TIME", "2023-07-11T22:00"),
        ],
    ),
    (
        "Berg was killed on June 3. Neighbours heard nothing. Police said little.\n\nThe search went on.\n\n\
         A baker saw the van near the house at 6 a.m. ten days before the killing.",
        "2023-07-11",
        &[
            ("June 3", "DATE", "2023-06-03"),
            ("6 a.m.", "TIME", "2023-05-24T06:00"),
            ("ten days", "DATE", "2023-05-24"),
        ],
    ),
    (
        "Two were hurt in the May 2 bombing. The street is closed. People are angry.\n\nNobody was caught.\n\n\
         A guard saw a car there at 9 p.m. two days before the blast, and wrote its number down.",
        "2023-07-11",
        &[
            ("May 2", "DATE", "2023-05-02"),
            ("9 p.m.", "TIME", "2023-04-30T21:00"),
            ("two days", "DATE", "2023-04-30"),
        ],
    ),
    (
        "Berg was killed on June 3. Neighbours heard nothing. Police said little.\n\n\
         Two strangers came to the house the day after her death.",
        "2023-07-11",
        &[
            ("June 3", "DATE", "2023-06-03"),
            ("the day", "DATE", "2023-06-04"),
        ],
    ),
    (
        "Two strangers came to the house the day after her death.",
        "2023-07-11",
        &[],
    ),
    // Which of the two is meant, nobody can say.
    (
        "One man was killed on June 3. Another was killed on June 9. They were seen the day after the killing.",
        "2023-07-11",
        &[
            ("June 3", "DATE", "2023-06-03"),
            ("June 9", "DATE", "2023-06-09"),
        ],
    ),
    // The day on which somebody speaks of a deed is not its day.
    (
        "Police said on Monday that the killing was planned. They came the day after the killing.",
        "2023-07-11",
        &[("Monday", "DATE", "2023-07-10")],
    ),
];

#[test]
fn days_and_hours_that_go_on_from_a_day_told() {
    check(ONWARD, Mode::News);
}

const ONWARD: &[Row] = &[
    (
        "The bus overturned on Friday. It slid down a bank. Two men pulled the driver out. \
         They carried him up to the road. An hour later, he died.",
        "2023-07-11",
        &[
            ("Friday", "DATE", "2023-07-07"),
            ("An hour later", "TIME", "2023-07-07TXX"),
        ],
    ),
    (
        "She went to his house on Friday to talk. Nobody would say what was said.\n\n\
         She fell ill on the way back. A doctor came. She was well enough to appear the next morning.",
        "2023-07-11",
        &[
            ("Friday", "DATE", "2023-07-07"),
            ("the next morning", "TIME", "2023-07-08TMO"),
        ],
    ),
    (
        "Stocks fell on Monday. The index lost 3 percent to end the day at 7,114.",
        "2009-02-24",
        &[
            ("Monday", "DATE", "2009-02-23"),
            ("the day", "DATE", "2009-02-23"),
        ],
    ),
    (
        "He has been in Leeds for the last week.",
        "2023-07-11",
        &[("the last week", "DURATION", "P1W")],
    ),
    (
        "The ship sails on November 11, three days later than planned.",
        "2023-11-05",
        &[
            ("November 11", "DATE", "2023-11-11"),
            ("three days", "DURATION", "P3D"),
        ],
    ),
];

#[test]
fn what_recurs_in_each_of_several() {
    check(
        &[
            (
                "The club has won in each of the last three years.",
                "2023-07-11",
                &[("each of the last three years", "SET", "P1Y")],
            ),
            (
                "The shop is open 24 hours a day, seven days a week.",
                "2023-07-11",
                &[
                    ("24 hours a day", "SET", "P1D"),
                    ("seven days a week", "SET", "P1W"),
                ],
            ),
            (
                "He trains two hours per day.",
                "2023-07-11",
                &[("two hours per day", "SET", "P1D")],
            ),
            (
                "It took two days a week ago.",
                "2023-07-11",
                &[
                    ("two days", "DURATION", "P2D"),
                    ("a week ago", "DATE", "2023-W27"),
                ],
            ),
        ],
        Mode::News,
    );
    let found = tag(
        "It is open 24 hours a day.",
        &Context::news(day("2023-07-11")),
    );
    assert_eq!(found[0].freq.as_deref(), Some("24H"));
}

#[test]
fn overnight_is_a_night_only_where_something_took_one() {
    check(
        &[
            (
                "Snow fell overnight.",
                "2023-07-11",
                &[("overnight", "TIME", "2023-07-11TNI")],
            ),
            (
                "The storm did not weaken overnight.",
                "2023-07-11",
                &[("overnight", "TIME", "2023-07-11TNI")],
            ),
            (
                "It became a hurricane overnight.",
                "2023-07-11",
                &[("overnight", "TIME", "2023-07-11TNI")],
            ),
            ("The trade died almost overnight.", "2023-07-11", &[]),
            ("The book was an overnight success.", "2023-07-11", &[]),
            ("He was an overnight sensation in Leeds.", "2023-07-11", &[]),
            ("She became a star overnight.", "2023-07-11", &[]),
            ("Overnight, he had become famous.", "2023-07-11", &[]),
            ("Such change does not happen overnight.", "2023-07-11", &[]),
            ("The shortage won't be solved overnight.", "2023-07-11", &[]),
        ],
        Mode::News,
    );
}

#[test]
fn stories_do_not_go_on_from_what_they_look_back_to() {
    check(STORIES, Mode::Narrative);
}

const STORIES: &[Row] = &[
    (
        "In March 2008 the army went in. The dead fell to 40, from a peak of 300 in June 2006. In September the town was calm.",
        "",
        &[
            ("March 2008", "DATE", "2008-03"),
            ("June 2006", "DATE", "2006-06"),
            ("September", "DATE", "2008-09"),
        ],
    ),
    (
        "In April 2008 bombings rose to 250, surpassing the May 2007 high. In early June the people fled.",
        "",
        &[
            ("April 2008", "DATE", "2008-04"),
            ("May 2007", "DATE", "2007-05"),
            ("early June", "DATE", "2008-06"),
        ],
    ),
    (
        "The cabinet took office on May 20, 2006. This followed the vote in December 2005. On November 23 a bomb went off.",
        "",
        &[
            ("May 20, 2006", "DATE", "2006-05-20"),
            ("December 2005", "DATE", "2005-12"),
            ("November 23", "DATE", "2006-11-23"),
        ],
    ),
    (
        "The mill burned in May 1923. It was rebuilt by August 1923.\n\n\
         Both firms came together in 1921 in Leeds. In June they bought the yard.",
        "",
        &[
            ("May 1923", "DATE", "1923-05"),
            ("August 1923", "DATE", "1923-08"),
            ("1921", "DATE", "1921"),
            ("June", "DATE", "1921-06"),
        ],
    ),
    // What lies further off is no place to go on from.
    (
        "The mill burned in May 1923.\n\nIts owners, a family known since 1850, were away. In June they came back.",
        "",
        &[
            ("May 1923", "DATE", "1923-05"),
            ("1850", "DATE", "1850"),
            ("June", "DATE", "1923-06"),
        ],
    ),
    (
        "In 1945 he came home. Back in 1938 he had signed the lease. In May he sold the farm.",
        "",
        &[
            ("1945", "DATE", "1945"),
            ("1938", "DATE", "1938"),
            ("May", "DATE", "1945-05"),
        ],
    ),
];
