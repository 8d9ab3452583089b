//! A made-up timeline with every kind of date, for tests of the explorer.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use dateline::{
    corpus::{Article, Block, BlockKind, Fact},
    temporal::{Certainty, Date, Granularity, Rule, Timestamp, Timex, TimexType},
    text::Span,
    timeline::{Actor, ActorKind, Event, Phase, Role, Telling, Timeline},
};

const RULE: Rule = Rule {
    name: "calendar date",
    doc: "A day that the words name.",
    example: "11 July 2023",
    source: "ISO 8601",
};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day as ISO 8601 writes it")
}

/// The events: first day, last day, granularity, summary, actors, place, notes
/// (p planned, b background, i inferred, r range, 2 told twice).
const EVENTS: &[(&str, &str, Granularity, &str, &str, &str, &str)] = {
    use Granularity::{Day, Decade, Half, Month, Quarter, Season, Week, Year};
    &[
        (
            "2006-01-01",
            "2006-12-31",
            Year,
            "Harbour towns first meet",
            "",
            "",
            "b",
        ),
        (
            "2012-09-01",
            "2012-09-30",
            Month,
            "A first charter is signed",
            "Ann Miller",
            "Port Alba",
            "b",
        ),
        (
            "2020-01-01",
            "2029-12-31",
            Decade,
            "A decade of dredging is announced",
            "",
            "",
            "b",
        ),
        (
            "2022-05-10",
            "2022-05-10",
            Day,
            "Ann Miller takes office",
            "Ann Miller",
            "",
            "2",
        ),
        (
            "2022-06-22",
            "2022-06-22",
            Day,
            "Port Alba opens a customs mission",
            "Ann Miller;Jon Bell",
            "Quay House",
            "",
        ),
        (
            "2022-06-29",
            "2022-06-30",
            Day,
            "Harbour summit in Port Alba",
            "Harbour League",
            "Port Alba",
            "r2",
        ),
        (
            "2023-04-01",
            "2023-04-30",
            Month,
            "“Sea Shanty” sung at the state dinner",
            "",
            "",
            "",
        ),
        (
            "2023-06-01",
            "2023-06-30",
            Month,
            "Miller presents the bid of the coast",
            "",
            "",
            "",
        ),
        (
            "2023-07-10",
            "2023-07-10",
            Day,
            "Miller arrives in Eastport",
            "",
            "",
            "",
        ),
        (
            "2023-07-11",
            "2023-07-11",
            Day,
            "Coast and League upgrade their partnership",
            "Ann Miller;Jon Bell",
            "Eastport",
            "",
        ),
        (
            "2023-07-11",
            "2023-07-12",
            Day,
            "League summit in Eastport",
            "",
            "",
            "r",
        ),
        (
            "2023-07-12",
            "2023-07-12",
            Day,
            "Four leaders to meet",
            "",
            "",
            "p",
        ),
        (
            "2025-06-01",
            "2025-06-30",
            Month,
            "Lee Park takes office as the harbour master of the western approaches",
            "",
            "",
            "",
        ),
        (
            "2025-06-16",
            "2025-06-22",
            Week,
            "Talks on tariffs for herring",
            "",
            "",
            "",
        ),
        (
            "2025-06-24",
            "2025-06-24",
            Day,
            "Minister meets the secretary in The Bay",
            "Lee Park",
            "",
            "",
        ),
        (
            "2025-06-24",
            "2025-06-24",
            Day,
            "Minister and envoy agree on an early summit",
            "",
            "",
            "",
        ),
        (
            "2025-06-25",
            "2025-06-25",
            Day,
            "Allies agree to spend five per cent on harbours, roads and the bridges between them",
            "",
            "The Bay",
            "2",
        ),
        (
            "2025-07-01",
            "2025-09-30",
            Quarter,
            "Talks on dredging go on",
            "",
            "",
            "i",
        ),
        (
            "2025-10-19",
            "2025-10-19",
            Day,
            "Šekerová begins her visit",
            "",
            "",
            "",
        ),
        (
            "2025-10-20",
            "2025-10-20",
            Day,
            "서울 회의에서 협력을 약속하다",
            "",
            "서울",
            "",
        ),
        (
            "2026-02-03",
            "2026-02-03",
            Day,
            "Park calls Bell",
            "",
            "",
            "",
        ),
        (
            "2026-06-01",
            "2026-08-31",
            Season,
            "Next summit",
            "",
            "",
            "p",
        ),
        (
            "2030-07-01",
            "2030-12-31",
            Half,
            "The bridge is to open",
            "",
            "",
            "pb",
        ),
        (
            "2035-01-01",
            "2035-12-31",
            Year,
            "Allies to reach their goal",
            "",
            "",
            "pb",
        ),
    ]
};

/// An article whose every paragraph is the summary of an event.
fn article(number: usize, published: Option<&str>) -> Article {
    let mut text = format!("Report number {number} from the coast\n\nBy Ann Author\n");
    let mut blocks = vec![block(BlockKind::Headline, 0, text.find('\n').unwrap_or(0))];
    for (first, _, _, summary, ..) in EVENTS {
        text.push('\n');
        let start = text.len();
        text.push_str(&format!("On {first} it was reported: {summary}.\n"));
        blocks.push(block(BlockKind::Paragraph, start, text.len() - 1));
    }
    let mut article = Article::new(format!("fixture/{number:03}_coast.txt"), text);
    article.blocks = blocks;
    article.title = Some(Fact::text(
        format!("Report number {number} from the coast"),
        Span::new(0, 0),
    ));
    article.published =
        published.map(|date| Fact::text(Timestamp::day(day(date)), Span::new(0, 0)));
    article
}

fn block(kind: BlockKind, start: usize, end: usize) -> Block {
    Block {
        kind,
        span: Span::new(start, end),
    }
}

/// The fixture: 24 events, three articles, of which one has no date.
pub fn timeline() -> Arc<Timeline> {
    let articles = vec![
        article(0, Some("2023-07-11")),
        article(1, Some("2026-02-04")),
        article(2, None),
    ];
    let events: Vec<Event> = EVENTS
        .iter()
        .enumerate()
        .map(|(at, _)| event(at, &articles))
        .collect();
    let words = |index| {
        events.iter().flat_map(move |event: &Event| {
            event
                .tellings
                .iter()
                .filter(move |t| t.article == index)
                .map(|t| t.timex.clone())
        })
    };
    let timexes = (0..articles.len())
        .map(|index| words(index).collect())
        .collect();
    Arc::new(Timeline {
        reasons: Vec::new(),
        title: "The coast and the League, 2022–2026".to_owned(),
        span: Some((day("2022-05-01"), day("2026-02-28"))),
        timexes,
        articles,
        events,
        warnings: Vec::new(),
    })
}

fn event(at: usize, articles: &[Article]) -> Event {
    let (first, last, granularity, summary, actors, place, notes) = EVENTS[at];
    let has = |note| notes.contains(note);
    let date = Date {
        first: day(first),
        last: day(last),
        granularity,
        certainty: if has('i') {
            Certainty::Inferred
        } else {
            Certainty::Exact
        },
        range: has('r'),
    };
    let role = if has('b') {
        Role::Background
    } else {
        Role::Main
    };
    let tellings = (0..if has('2') { 2 } else { 1 })
        .map(|article| {
            let text = &articles[article].text;
            let start = text.find(summary).unwrap_or(0);
            let words = text[..start].rfind(first).unwrap_or(0);
            Telling {
                article,
                evidence: Span::new(start, start + summary.len()),
                timex: Timex {
                    span: Span::new(words, words + first.len()),
                    kind: TimexType::Date,
                    value: first.to_owned(),
                    modifier: None,
                    bound: None,
                    quant: None,
                    freq: None,
                    begin: None,
                    end: None,
                    date: Some(date),
                    rule: &RULE,
                    anchor: None,
                    alternative: None,
                    explanation: "named in full".into(),
                },
                date,
                summary: summary.to_owned(),
                role,
                copy_of: None,
            }
        })
        .collect();
    Event {
        id: format!("e{}-{at}", date.first.year()),
        date,
        value: first.to_owned(),
        summary: summary.to_owned(),
        phase: if has('p') {
            Phase::Planned
        } else {
            Phase::Past
        },
        role,
        actors: actors
            .split(';')
            .filter(|name| !name.is_empty())
            .map(|name| Actor {
                name: name.to_owned(),
                kind: ActorKind::Person,
            })
            .collect(),
        place: (!place.is_empty()).then(|| place.to_owned()),
        tellings,
        conflict: false,
    }
}
