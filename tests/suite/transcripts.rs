//! Remarks, briefings and readouts: who says "I", and on which day he says "today"; which of several
//! tellings are of one event, and which of them names it.

use dateline::{temporal::AnchorSource, timeline::Timeline};

use crate::fixture::told;

/// The timeline of speeches in JSON Lines: title, moment of publication, text.
fn speeches(all: &[(&str, &str, &str)]) -> Timeline {
    let line = |(title, date, text): &(&str, &str, &str)| {
        serde_json::json!({ "title": title, "date": date, "text": text }).to_string()
    };
    let lines: Vec<String> = all.iter().map(line).collect();
    told("speeches.jsonl", lines.join("\n"))
}

/// Date and line of each event.
fn events(timeline: &Timeline) -> Vec<(&str, &str)> {
    let events = timeline.events.iter();
    events
        .map(|e| (e.value.as_str(), e.summary.as_str()))
        .collect()
}

const REMARKS: &str = "Remarks by Mayor Anna Berg at the Harbour";

#[test]
fn a_day_in_brackets_at_the_head_is_the_day_of_speaking() {
    let text = "Via Teleconference\n\n(June 29, 2021)\n\nMAYOR BERG:  Good evening.\n\nToday, the council closed the old pier.\n";
    let timeline = speeches(&[(REMARKS, "2021-06-30", text)]);
    assert_eq!(
        events(&timeline),
        [("2021-06-29", "Council closed the old pier")]
    );
    let anchor = timeline.events[0].tellings[0].timex.anchor;
    assert_eq!(anchor.map(|a| a.source), Some(AnchorSource::Dateline));
    // What lies too far back is no day of speaking, nor is what comes after publication.
    for date in ["2021-08-30", "2021-06-28"] {
        let timeline = speeches(&[(REMARKS, date, text)]);
        assert_eq!(timeline.events[0].value, date);
    }
}

#[test]
fn what_began_in_the_evening_was_not_published_that_morning() {
    let text = |clock: &str| {
        format!(
            "{clock}\n\nMAYOR BERG:  Good evening.\n\nToday, the council closed the old pier.\n"
        )
    };
    let value = |clock: &str| {
        let published = "2021-07-19T07:00:00-04:00";
        let timeline = speeches(&[(REMARKS, published, &text(clock))]);
        timeline.events[0].value.clone()
    };
    assert_eq!(value("6:02 P.M. EDT"), "2021-07-18");
    assert_eq!(value("**6:02 P.M. EDT**"), "2021-07-18");
    // An hour or two off is the clock of the page, and a zone unknown says nothing.
    assert_eq!(value("8:02 A.M. EDT"), "2021-07-19");
    assert_eq!(value("6:02 P.M. (Local)"), "2021-07-19");
    assert_eq!(value("6:02 P.M. XYZ"), "2021-07-19");
    // 11 in the evening in Seoul was ten in the morning in New York.
    assert_eq!(value("7:59 P.M. KST"), "2021-07-19");
}

#[test]
fn the_one_who_speaks_is_named() {
    let summary = |title: &str, text: &str| {
        let timeline = speeches(&[(title, "2021-06-30", text)]);
        timeline.events[0].summary.clone()
    };
    let met = "Yesterday, I met with the governors of both islands.\n";
    let line = "Anna Berg met with the governors of both islands";
    assert_eq!(summary(REMARKS, met), line);
    // "THE MAYOR" is the one whose remarks they are.
    let labelled = format!("THE MAYOR:  Thank you all.\n\n{met}");
    assert_eq!(summary(REMARKS, &labelled), line);
    let briefing = "Press Briefing on the Ferries";
    let label = format!("MS. HALE:  Thank you, Port Director Carla Hale is my name.\n\n{met}");
    assert_eq!(
        summary(briefing, &label),
        "Carla Hale met with the governors of both islands"
    );
    // Nobody is named where two speak, where a question is asked, or inside a quotation.
    let several = "Remarks by Mayor Anna Berg and Governor Olaf Lind";
    let nobody = "Met with the governors of both islands";
    assert_eq!(summary(several, met), nobody);
    let question = format!("MS. HALE:  Thank you.\n\nQ\u{a0}\u{a0}\u{a0}Thank you.  {met}");
    assert_eq!(summary(briefing, &question), nobody);
}

#[test]
fn the_clearest_telling_names_the_event() {
    let timeline = speeches(&[
        (
            "Press Briefing",
            "2021-06-01",
            "On June 9, Mayor Anna Berg will open the new Harbour Bridge in Westport for ferries from Norland.\n",
        ),
        (
            "The Week in Westport",
            "2021-06-10",
            "On June 9, Mayor Anna Berg opened the new Harbour Bridge in Westport for ferries from Norland.\n",
        ),
    ]);
    assert_eq!(timeline.events.len(), 1, "{:?}", events(&timeline));
    assert_eq!(timeline.events[0].tellings.len(), 2);
    assert!(
        timeline.events[0].summary.contains("opened"),
        "{}",
        timeline.events[0].summary
    );
}

#[test]
fn months_side_by_side_are_one_stretch() {
    let stretch = |text: &str| {
        let timeline = speeches(&[("Report on the Port", "2021-06-30", text)]);
        let found = timeline.events.iter();
        found
            .map(|e| format!("{}..{}", e.date.first, e.date.last))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        stretch("The port created 900 jobs in January and February.\n"),
        ["2021-01-01..2021-02-28"]
    );
    assert_eq!(
        stretch("The council will choose a builder in July or August.\n"),
        ["2021-07-01..2021-08-31"]
    );
    // Months apart are two.
    assert_eq!(
        stretch("The council met in January and April.\n"),
        ["2021-01-01..2021-01-31", "2021-04-01..2021-04-30"]
    );
}

#[test]
fn a_name_in_a_headline_keeps_its_capital() {
    let text =
        "On Monday, the mayor will sign the harbour bridge act into law at the old town hall.\n";
    let timeline = speeches(&[(
        "Mayor Anna Berg to Sign the Harbour Bridge Act into Law on Monday",
        "2021-06-25",
        text,
    )]);
    let line = &timeline.events[0].summary;
    assert!(line.starts_with("Mayor Anna Berg to sign the"), "{line}");
}

#[test]
fn calls_of_one_day_with_two_people_are_two_events() {
    let call = |who: &str| {
        format!(
            "Governor Carla Hale spoke today with {who} about the harbour treaty and the ferries.\n"
        )
    };
    let timeline = speeches(&[
        (
            "Readout of a Call",
            "2021-06-30",
            &call("President Olaf Lind of Norland"),
        ),
        (
            "Readout of a Second Call",
            "2021-06-30",
            &call("Chancellor Ida Moor of Sudland"),
        ),
        (
            "Readout of the First Call",
            "2021-06-30",
            &call("President Olaf Lind of Norland"),
        ),
    ]);
    let tellings: Vec<usize> = timeline.events.iter().map(|e| e.tellings.len()).collect();
    assert_eq!(tellings, [2, 1], "{:?}", events(&timeline));
}
