//! An article's own news: what it reports where no words date it, and how it is marked.

use dateline::{
    temporal::Certainty,
    timeline::{Event, Phase, Role, Timeline},
};

use crate::fixture::{day, told, week};

fn article(title: &str, lead: &str) -> Timeline {
    told(
        "article.md",
        format!("# {title}\n\nMay 14, 2024\n\n{lead}\n\nThe council meets in the old town hall.\n"),
    )
}

fn only(timeline: &Timeline) -> &Event {
    assert_eq!(timeline.events.len(), 1, "{:#?}", timeline.events);
    &timeline.events[0]
}

#[test]
fn a_headline_that_reports_is_told_on_the_day_of_publication() {
    let mut wrong = Vec::new();
    let rows = include_str!("../fixtures/events/news.txt").lines();
    for row in rows.filter(|row| !row.starts_with('#')) {
        let [title, lead, want] = row.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("{row}");
        };
        let timeline = article(title, lead);
        let got = timeline.events.first().map_or("-", |e| e.summary.as_str());
        if got != want {
            wrong.push(format!("{title}: {got}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn news_without_words_is_inferred_and_says_so() {
    let timeline = article(
        "Harbour office approves new ferry line",
        "The harbour office has approved a new ferry line to the outer islands.",
    );
    let event = only(&timeline);
    assert_eq!(event.date.first, day(2024, 5, 14));
    assert_eq!(event.date.certainty, Certainty::Inferred);
    assert_eq!((event.role, event.phase), (Role::Main, Phase::Past));
    let telling = &event.tellings[0];
    let text = &timeline.articles[0].text;
    assert_eq!(telling.timex.rule.name, "publication");
    assert_eq!(telling.timex.quoted(text), "the day of publication");
    assert!(
        telling
            .evidence
            .of(text)
            .starts_with("The harbour office has approved")
    );
}

#[test]
fn words_that_date_the_news_leave_nothing_to_infer() {
    let timeline = article(
        "Harbour office approves new ferry line",
        "The harbour office approved a new ferry line to the outer islands on Friday.",
    );
    let event = only(&timeline);
    assert_eq!(event.value, "2024-05-10");
    assert_eq!(event.date.certainty, Certainty::Exact);
    assert_eq!(event.summary, "Harbour office approves new ferry line");
}

#[test]
fn an_undated_article_has_no_news() {
    let lead = "The harbour office has approved a new ferry line to the outer islands.";
    let text = format!("# Harbour office approves new ferry line\n\n{lead}\n");
    assert!(told("article.md", text).events.is_empty());
}

#[test]
fn what_the_headline_names_at_publication_or_the_day_before_is_news() {
    let timeline = told(
        "article.md",
        "# Storm hits lighthouse, market hall opens\n\nMay 14, 2024\n\nThe council had closed the \
         pier on May 3 for repairs.\n\nA storm hit the lighthouse on Monday.\n\nThe council \
         opened the market hall by the lighthouse today.\n\nThe mayor had breakfast with two captains today.\n",
    );
    let main: Vec<&str> = (timeline.events.iter())
        .filter(|event| event.role == Role::Main)
        .map(|event| event.value.as_str())
        .collect();
    assert_eq!(main, ["2024-05-13", "2024-05-14"]);
}

#[test]
fn a_date_that_only_names_an_event_tells_no_second_one() {
    let timeline = week(
        "Raiders attacked the freighter Anna off the coast on May 3.\n\nThe May 3 attack was the \
         first in ten years.",
    );
    assert_eq!(only(&timeline).value, "2024-05-03");
}

#[test]
fn each_entry_of_a_chronology_is_an_event_on_its_own_date() {
    let timeline = told(
        "article.txt",
        "Timeline: How the night tram came back\n\nBy Ruth Adler\nMarch 4, 2021\n\nThe tram ran \
         again on Wednesday. Here is how the town got there.\n\nMay 2, 2020: A guard found cracks \
         in the rails and the office closed the line.\n\nJune 10, 2020 — The council voted to mend \
         the rails.\n",
    );
    let told: Vec<(&str, &str)> = (timeline.events.iter())
        .map(|event| (event.value.as_str(), event.summary.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                "2020-05-02",
                "Guard found cracks in the rails and the office closed the line"
            ),
            ("2020-06-10", "Council voted to mend the rails"),
            ("2021-03-03", "Tram ran"),
        ]
    );
    for event in &timeline.events {
        let telling = &event.tellings[0];
        assert!(!telling.timex.span.is_empty(), "{}", event.summary);
    }
}

#[test]
fn a_date_that_heads_its_paragraph_dates_it() {
    let timeline = told(
        "article.md",
        "# How the night tram came back\n\nMarch 4, 2021\n\nHere is how the town got there.\n\n### \
         May 2, 2020\n\nA guard found cracks in the rails.\n\n### June 10, 2020\n\nThe council \
         voted to mend the rails.\n",
    );
    let told: Vec<(&str, &str)> = (timeline.events.iter())
        .map(|event| (event.value.as_str(), event.summary.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("2020-05-02", "Guard found cracks in the rails"),
            ("2020-06-10", "Council voted to mend the rails"),
        ]
    );
}
