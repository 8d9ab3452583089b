//! Sentences → the lines that the timeline shows for them.

use dateline::timeline::LONGEST;
use proptest::prelude::*;

use crate::fixture::week;

/// The events of an article of 14 May 2024 whose body is `body`: their dates' words and lines.
fn lines(body: &str) -> Vec<(String, String)> {
    let timeline = week(body);
    let events = timeline.events.into_iter().map(|event| {
        let telling = &event.tellings[0];
        let words = telling.timex.span.of(&timeline.articles[0].text);
        (words.to_owned(), event.summary)
    });
    events.collect()
}

/// The line of the event that `date` dates.
fn line(body: &str, date: &str) -> String {
    let found = lines(body);
    let line = found.iter().find(|(words, _)| words == date);
    line.unwrap_or_else(|| panic!("no event on {date:?}: {found:?}"))
        .1
        .clone()
}

/// Sentence, the words of the date, the line.
const TABLE: &[(&str, &str, &str)] = &[
    (
        "Anna Berg received her J.D. from Westport College in 1988 and her B.A., summa cum laude, from the University of Norland in 1985.",
        "1985",
        "Anna Berg received her B.A., summa cum laude, from the University of Norland",
    ),
    (
        "Anna Berg received her J.D. from Westport College in 1988 and her B.A. from the University of Norland in 1985.",
        "1988",
        "Anna Berg received her J.D. from Westport College",
    ),
    (
        "She won the harbour prize in 2001, the island medal in 2004, and the Norland cup in 2007.",
        "2004",
        "Won the island medal",
    ),
    (
        "Anna Berg received her B.A. from the Old Harbour College of Westport in 1988 and her J.D. from the University of Norland.",
        "1988",
        "Anna Berg received her B.A. from the Old Harbour College of Westport",
    ),
    (
        "The port director was asked about the ferries on Monday — MS. HALE:  Yeah, he was.",
        "Monday",
        "Port director was asked about the ferries",
    ),
    (
        "That is why the port director went to Oslo for talks on the ferry yesterday.",
        "yesterday",
        "Port director went to Oslo for talks on the ferry",
    ),
    (
        "I would also note that, as you all know, the port director spoke to the council on Monday.",
        "Monday",
        "Port director spoke to the council",
    ),
    (
        "There was a serious round of talks on the ferry in Oslo on Monday.",
        "Monday",
        "Serious round of talks on the ferry in Oslo",
    ),
    (
        "We are very pleased that the council signed the contract for the bridge on Monday.",
        "Monday",
        "Council signed the contract for the bridge",
    ),
    (
        "The high court of the northern islands ruled on Friday that consideration of birth in the admission to the harbour schools violates the law.",
        "Friday",
        "Consideration of birth in the admission to the harbour schools violates the law",
    ),
    (
        "On Tuesday, the city council approved the plan for a new bridge.",
        "Tuesday",
        "City council approved the plan for a new bridge",
    ),
    (
        "Since becoming a member of the league in 2006, Norland has sent observers to its meetings.",
        "2006",
        "Norland becomes a member of the league",
    ),
    (
        "While the allies agreed in 2014 to share the costs, the mood shifted after 2022 to demand more.",
        "2022",
        "Mood shifted to demand more",
    ),
    (
        "The partners are Norland, Sudland, Estland and Westland, who also met last year at a summit in Oslo.",
        "last year",
        "Norland, Sudland, Estland and Westland met at a summit in Oslo",
    ),
    (
        "Mayor Anna Berg signed the contract for the ferry on May 6.",
        "May 6",
        "Mayor Anna Berg signed the contract for the ferry",
    ),
    (
        "The island had a white Christmas in 2019.",
        "Christmas in 2019",
        "Island had a white Christmas in 2019",
    ),
    (
        "Forecasters saw smooth sailing into Thanksgiving.",
        "Thanksgiving",
        "Forecasters saw smooth sailing into Thanksgiving",
    ),
    (
        "The union will hold a rally in the old town on Friday, bringing thousands to the streets.",
        "Friday",
        "Union to hold a rally in the old town",
    ),
    (
        "“We will rebuild the harbour,” said Anna Berg on Monday.",
        "Monday",
        "Anna Berg: “We will rebuild the harbour”",
    ),
    (
        "The old contract, which the council signed in 2010, was never printed.",
        "2010",
        "Council signed the old contract",
    ),
    (
        "Mayor Anna Berg met the press on Monday. She visited the port on Tuesday.",
        "Tuesday",
        "Anna Berg visited the port",
    ),
    (
        "Mayor Anna Berg and Mayor Carl Dahl met on Monday. He visited the port on Tuesday.",
        "Tuesday",
        "Visited the port",
    ),
    (
        "It was built in Rostock in 1986 for a Danish firm.",
        "1986",
        "Built in Rostock for a Danish firm",
    ),
    (
        "The league thanked Mayor Anna Berg during her U.S. visit in April.",
        "April",
        "Anna Berg visits the United States",
    ),
    (
        "I, the mayor, by virtue of my office, do hereby proclaim June 5, 2024, as a Day of Trees.",
        "June 5, 2024",
        "Day of Trees proclaimed",
    ),
    (
        "Founded in 1977, the museum keeps the ships of the North.",
        "1977",
        "Museum founded",
    ),
    (
        "Mayor Anna Berg, 39, who won the race for the harbour seat in 2020, issued a statement.",
        "2020",
        "Mayor Anna Berg won the race for the harbour seat",
    ),
    (
        "Firefighters, who arrived at the harbour just after midnight on May 6, quickly put out the fire.",
        "May 6",
        "Firefighters arrived at the harbour just after midnight",
    ),
    (
        "The decade that began in 2010 ushered in the rise of the ferry.",
        "2010",
        "The decade began",
    ),
    (
        "Shortly after Sudland attacked Norland on May 3 the council of the islands closed the strait.",
        "May 3",
        "Sudland attacked Norland",
    ),
    (
        "Ola Lind was appointed only in January but has been credited with saving the port.",
        "January",
        "Ola Lind was appointed but has been credited with saving the port",
    ),
    (
        "The population – which mainly comes from Norland and Sudland – passed a million in 2019.",
        "2019",
        "Population passed a million",
    ),
    (
        "The man who shot the guard in May was sentenced to life on Monday.",
        "Monday",
        "Man was sentenced to life",
    ),
    (
        "The law that banned the sale of boats in 2019 was repealed on Monday.",
        "Monday",
        "Law was repealed",
    ),
    (
        "The law that banned the sale of boats in 2019 was repealed on Monday.",
        "2019",
        "Law banned the sale of boats",
    ),
    (
        "The council heard of a letter that indicates the mayor was preparing to close the port in 2019.",
        "2019",
        "Letter indicates the mayor was preparing to close the port",
    ),
];

#[test]
fn a_title_stands_for_nobody_whom_the_text_names_later() {
    let body = "The president was in Oslo all week. President Carl Dahl of Sudland sent a letter.\n\n\
                On Monday, the president signed the accord on the ferries.";
    assert_eq!(
        line(body, "Monday"),
        "President signed the accord on the ferries"
    );
}

#[test]
fn lines_read_like_headlines() {
    let wrong: Vec<String> = TABLE
        .iter()
        .filter_map(|(sentence, date, expected)| {
            let found = lines(sentence);
            let line = found.iter().find(|(words, _)| words == date);
            let line = line.map_or_else(|| format!("{found:?}"), |(_, line)| line.clone());
            (line != *expected).then(|| format!("{sentence}\n  want {expected}\n  have {line}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_sentence_in_brackets_has_a_line() {
    let line = line("(The council bought the old ferry in 2004.)", "2004");
    assert_eq!(line, "Council bought the old ferry");
}

/// What no line may be, whatever it was made from.
fn check(line: &str) -> Result<(), TestCaseError> {
    let length = line.chars().count();
    prop_assert!(length > 0 && length <= LONGEST, "{length}: {line:?}");
    prop_assert!(line.trim() == line, "{line:?}");
    prop_assert!(!line.contains(char::is_control), "{line:?}");
    let last = line.rsplit(' ').next().unwrap_or_default();
    let dangling = ["a", "an", "and", "of", "or", "the", "to", "which", "with"];
    let short = line.split(' ').count() < 4;
    prop_assert!(short || !dangling.contains(&last), "{line:?}");
    Ok(())
}

/// Words that a sentence can be thrown together from.
const WORDS: &[&str] = &[
    "the",
    "a",
    "council",
    "Anna",
    "Berg",
    "president",
    "President",
    "said",
    "signed",
    "met",
    "that",
    "which",
    "who",
    "and",
    "or",
    "of",
    "in",
    "on",
    "to",
    "from",
    "between",
    "since",
    "while",
    "agreement",
    "visit",
    "election",
    "was",
    "has",
    "will",
    "they",
    "he",
    "his",
    ",",
    "“",
    "”",
    "\"",
    "(",
    ")",
    "—",
    ";",
    ":",
    "approved",
    "becoming",
    "taking",
    "new",
    "large",
    "Norland’s",
    "harbour",
    "on Tuesday",
    "in 2019",
    "last year",
    "May 6",
    "2,000",
    "not",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_words_break_a_line(
        words in proptest::collection::vec(proptest::sample::select(WORDS), 1..60)
    ) {
        let sentence = format!("The council met on Monday. {} in 2021.", words.join(" "));
        for (_, line) in lines(&sentence) {
            check(&line)?;
        }
    }

    #[test]
    fn a_line_is_cut_between_words_only(
        words in proptest::collection::vec("[b-df-hj-np-tv-z]{3,9}", 4..40)
    ) {
        let sentence = format!("The council approved {} on May 6.", words.join(" "));
        for (_, line) in lines(&sentence) {
            check(&line)?;
            for word in line.split_whitespace().skip(2) {
                let word = word.trim_end_matches('…');
                prop_assert!(words.iter().any(|w| w == word), "{word:?} of {line:?}");
            }
        }
    }

    #[test]
    fn any_text_at_all_is_survived(noise in "\\PC{0,120}") {
        for (_, line) in lines(&format!("{noise} in 2019 {noise} on Tuesday. {noise}")) {
            check(&line)?;
        }
    }
}
