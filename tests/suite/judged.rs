//! Which sentences with a date tell an event, and which only talk, measure or wish.

use crate::fixture::week;

/// The dated words of the events that an article of 14 May 2024 with this body tells.
fn told(body: &str) -> Vec<String> {
    let timeline = week(body);
    let words = |event: &dateline::timeline::Event| {
        let telling = &event.tellings[0];
        let words = telling.timex.span.of(&timeline.articles[0].text);
        words.to_owned()
    };
    timeline.events.iter().map(words).collect()
}

/// Sentences that tell an event, with the words of its date.
const TELLS: &[(&str, &str)] = &[
    (
        "Officials from the council and the port took part in the talks on Monday.",
        "Monday",
    ),
    (
        "Yesterday, Mayor Anna Berg, her deputy, and the port director hosted a dinner.",
        "Yesterday",
    ),
    ("She would return to the Games in 2016.", "2016"),
    ("The company said it would close the plant in June.", "June"),
    (
        "New tariffs, due to take effect on June 4, may cost the port a fortune.",
        "June 4",
    ),
    ("As all know, on May 3, the plant closed.", "May 3"),
    (
        "Starting in July, callers can reach the office by text.",
        "July",
    ),
    (
        "It is the worst fire since December 1998, when the Star ran aground.",
        "December 1998",
    ),
    (
        "In April, when the office extended the ban, the court ruled against it.",
        "April",
    ),
    ("The new rules that took effect in 2021 are strict.", "2021"),
    (
        "Today, the ministry is publishing new rules for ferries.",
        "Today",
    ),
    (
        "There’s a meeting of the council today in the old town.",
        "today",
    ),
    (
        "The two sides met at a 2022 meeting of the league in Oslo.",
        "2022",
    ),
    ("On Easter, the choir sang for the king.", "Easter"),
];

/// Sentences that tell none.
const TELLS_NOTHING: &[&str] = &[
    "Safe travels tomorrow.",
    "He slept well last night.",
    "We will see you next week.",
    "You should see the harbour today.",
    "That was in 2019.",
    "There were two in 2020.",
    "Think about how distant this looked five years ago.",
    "Today, the economy of the islands is strong.",
    "Today, many islanders are still denied a ferry.",
    "The firm grew in spite of the challenges facing the industry today.",
    "Today’s announcement is a game changer.",
    "Families need to reach the mainland this year.",
    "It is critical to reach net zero by 2050.",
    "The bank estimates that exports will reach two billion in 2030.",
    "Trade is projected to grow 6% in 2025.",
    "Goods that are landed on or after June 1, 2024 must be declared.",
    "The emergency must continue beyond October 21, 2024.",
    "The office helps towns to get ready for November 8.",
    "The money is meant for the lead up to the 2024 and 2025 elections.",
    "The sum is 5 million above the 2023 enacted level.",
    "The island had a rate of just 64% in 2020.",
    "Families celebrate Christmas.",
    "The council proclaimed the second Monday of October each year as “Columbus Day”.",
    "In witness whereof, I have hereunto set my hand this fifth day of May.",
    "Q The harbour master left yesterday.",
    "What the council announced yesterday was no policy.",
    "Love of this storied Saturday ritual is passed on from one generation to the next.",
    "With the help of the members here today, the league signed the pact.",
    "Today, 46 towns have launched ferries.",
    "The notice is in the register (last visited July 14, 2022).",
];

#[test]
fn a_deed_with_a_date_is_told() {
    for (sentence, date) in TELLS {
        let told = told(sentence);
        assert!(
            told.iter().any(|words| words == date),
            "{sentence}: {told:?}"
        );
    }
}

#[test]
fn talk_wishes_and_measures_tell_nothing() {
    let told: Vec<_> = TELLS_NOTHING
        .iter()
        .filter(|sentence| !told(sentence).is_empty())
        .collect();
    assert!(told.is_empty(), "{told:#?}");
}
