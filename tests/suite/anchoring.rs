//! Sentences with a date inside a clause or phrase → the events that they tell, by the words that
//! the date belongs to.

use crate::fixture::week;

/// A sentence of an article of 14 May 2024, and its events: the words of the date, the line.
type Row = (&'static str, &'static [(&'static str, &'static str)]);

/// The events of an article whose body is `body`, in the order of the text.
fn told(body: &str) -> Vec<(String, String)> {
    let timeline = week(body);
    let mut events: Vec<_> = timeline
        .events
        .iter()
        .map(|event| {
            let timex = &event.tellings[0].timex;
            let words = timex.span.of(&timeline.articles[0].text);
            (timex.span.start, words.to_owned(), event.summary.clone())
        })
        .collect();
    events.sort();
    events
        .into_iter()
        .map(|(_, words, line)| (words, line))
        .collect()
}

/// Relative clauses, with a pronoun and without.
const RELATIVE: &[Row] = &[
    (
        "Anna Berg took over the firm after the death of her husband, the banker Ola Lind, who in 1987 bought a shipyard for 900 crowns.",
        &[("1987", "Banker Ola Lind bought a shipyard for 900 crowns")],
    ),
    (
        "The mayor will visit a town that he won in 2020.",
        &[("2020", "He won a town")],
    ),
    (
        "The mayor will visit a town he won in 2020.",
        &[("2020", "He won a town")],
    ),
    (
        "The council praised the plan the mayor announced on Monday.",
        &[("Monday", "Mayor announced the plan")],
    ),
    (
        "The talks with Norland, which began in April, ended on Friday.",
        &[
            ("April", "Talks with Norland began"),
            ("Friday", "Talks with Norland ended"),
        ],
    ),
    (
        "The council met Anna Berg, who won the cup in 2019, on Friday in Oslo.",
        &[
            ("2019", "Anna Berg won the cup"),
            ("Friday", "Council met Anna Berg in Oslo"),
        ],
    ),
    (
        "A native of the island who grew up on a farm, Ola Lind received the harbour prize in 2001.",
        &[("2001", "Ola Lind received the harbour prize")],
    ),
    (
        "The police know of an attack in Oslo that took the lives of two men on May 3.",
        &[("May 3", "Attack in Oslo took the lives of two men")],
    ),
    (
        "The council guarded the rights that the rebels sought to destroy in 2001.",
        &[("2001", "Rebels sought to destroy the rights")],
    ),
    (
        "The council praised what the mayor calls progress, which is why the ferry sailed on Monday.",
        &[("Monday", "Ferry sailed")],
    ),
    (
        "The office offered to help the towns, which will get maps and are scheduled for a visit in September 2025.",
        &[("September 2025", "Towns are scheduled for a visit")],
    ),
    (
        "Aid to the government of Norland, which began in 2015, has helped ten ports.",
        &[("2015", "Aid to the government of Norland began")],
    ),
    (
        "This law builds on steps that Mayor Anna Berg announced on Monday to repair the pier.",
        &[(
            "Monday",
            "Mayor Anna Berg announced steps to repair the pier",
        )],
    ),
    (
        "The island has also bought three ferries, which were approved by the port office on Monday.",
        &[("Monday", "Three ferries were approved by the port office")],
    ),
    // nobody in particular, and what somebody thinks
    ("The islanders honor those who served in 1998.", &[]),
    (
        "The two mayors discussed many plans that today I find will give us new ferries.",
        &[],
    ),
];

/// Participles and nouns with a date of their own.
const PHRASES: &[Row] = &[
    (
        "I transmit herewith the Ferry Treaty between the Government of Norland and the Government of Vestria (the “Treaty”), signed at Oslo on December 22, 2020.",
        &[("December 22, 2020", "Ferry Treaty signed at Oslo")],
    ),
    (
        "The firm will invest a billion crowns in new ferries, building on harbour bills passed out of committee earlier this year.",
        &[("earlier this year", "Harbour bills passed out of committee")],
    ),
    (
        "The four new members will join 26 members previously appointed by the mayor in August 2022.",
        &[("August 2022", "26 members appointed by the mayor")],
    ),
    (
        "In addition to the relief of up to $20,000 announced by Mayor Anna Berg in August, the council has proposed a plan to help the islanders.",
        &[(
            "August",
            "Relief of up to $20,000 announced by Mayor Anna Berg",
        )],
    ),
    (
        "Building on the first conversation of the two mayors 18 months ago, on Monday the council announced that a ferry would sail.",
        &[
            ("18 months ago", "First conversation of the two mayors"),
            ("Monday", "Council announced that a ferry would sail"),
        ],
    ),
    (
        "Since Norland’s brutal invasion of Vestria last year, the world has seen much courage.",
        &[("last year", "Norland’s brutal invasion of Vestria")],
    ),
    (
        "Since its establishment in 2001, the harbour council has built ten piers.",
        &[("2001", "Harbour council’s establishment")],
    ),
    (
        "Since it was founded in 2001, the harbour council has built ten piers.",
        &[("2001", "Harbour council was founded")],
    ),
    (
        "Since the Ports Act (PA) became law in 1984, the league has invested a billion crowns.",
        &[("1984", "Ports Act became law")],
    ),
    (
        "By a joint resolution approved June 4, 1958, the council has asked the mayor to help.",
        &[("June 4, 1958", "Joint resolution approved")],
    ),
    (
        "Following Mayor Ola Lind’s death in December 2021, the island elected Anna Berg.",
        &[("December 2021", "Mayor Ola Lind’s death")],
    ),
    (
        "Vestria called for more wind power and recalled the establishment last year of an open “Ferry Club”.",
        &[("last year", "Establishment of an open “Ferry Club”")],
    ),
    (
        "The new piers are to be built within six months of the mayor’s harbour order last May.",
        &[("last May", "Mayor’s harbour order")],
    ),
    (
        "This also builds on the harbour’s December 2021 announcement of grants to ten towns.",
        &[(
            "December 2021",
            "Harbour’s announcement of grants to ten towns",
        )],
    ),
    (
        "The answer is that this is why the mayor held the summit with Vestria on Monday.",
        &[("Monday", "Mayor held the summit with Vestria")],
    ),
    // the phrase says when, and nothing that happened
    (
        "Since the latest update in January 2023, the office has taken four steps to help the islanders.",
        &[],
    ),
    (
        "The council has paid ten million crowns for ferries, including two million since we last met in February.",
        &[],
    ),
    (
        "The league asks the council to pass a law before the end of the fiscal year on September 30.",
        &[],
    ),
    (
        "The storm closed the schools, and by March 2021, had already cost ten lives.",
        &[],
    ),
    (
        "The office will work towards ending the use of coal, as identified in the report of the league in 2022.",
        &[],
    ),
    (
        "The islanders must work longer to earn what their neighbours earned in 2023.",
        &[],
    ),
];

/// Several verbs, each with its own date or none.
const VERBS: &[Row] = &[
    (
        "Anna Berg has been a friend of the island for her entire career, championed the Ferry Ban back in the council in 1994, and has never stopped.",
        &[(
            "1994",
            "Anna Berg championed the Ferry Ban back in the council",
        )],
    ),
    (
        "Five towns will receive grants for new piers, the harbour office announced Friday.",
        &[("Friday", "Five towns to receive grants for new piers")],
    ),
    // nobody will do last year what is not done
    (
        "The ministry will send help to areas hard-hit by storms in 2019.",
        &[],
    ),
    // as each other
    (
        "Anna Berg and Ola Lind were elected to the council and joined the harbour club the same year.",
        &[],
    ),
];

fn check(rows: &[Row]) {
    let wrong: Vec<_> = rows
        .iter()
        .filter_map(|(sentence, wanted)| {
            let told = told(sentence);
            let same = told.len() == wanted.len()
                && told
                    .iter()
                    .zip(*wanted)
                    .all(|(a, b)| a.0 == b.0 && a.1 == b.1);
            (!same).then_some((sentence, told))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_relative_clause_tells_its_own_date() {
    check(RELATIVE);
}

#[test]
fn a_phrase_keeps_its_date_to_itself() {
    check(PHRASES);
}

#[test]
fn each_verb_has_its_own_date() {
    check(VERBS);
}
