//! The shipped articles against what a careful reader found in them.

use dateline::corpus::{BlockKind, Corpus, Source, embedded};

use super::{blocks, facts, options};

/// Title, outlet, authors, published, updated of each, as the text alone shows them.
const SHOWN: &[&str] = &[
    "Top security adviser attends NATO summit on behalf of Lee | AJP | Im Yoon-seo | 2025-06-26T16:21 | 2025-06-27T10:36",
    "NATO Chief Rutte, South Korea's Lee Boost Defense Ties Amid Global Security Crises | – | – | – | –",
    "NATO Deputy Secretary General Pledges to Strengthen Substantive Cooperation with South Korea, Including Defense Industry | – | KO YONG-CHUL | 2025-10-20T17:15:20 | –",
    "– | – | Sarah Kim | – | –",
    "South Korea Wants To Establish a NATO Mission | – | – | 2022-06-22 | –",
];

#[test]
fn the_text_alone_shows_these_facts() {
    let corpus = Corpus::open(embedded(), options(false));
    let found: Vec<String> = corpus.articles.iter().map(facts).collect();
    assert_eq!(found, SHOWN);
    assert_eq!(corpus.title, None);
}

#[test]
fn the_dossier_completes_them() {
    let corpus = Corpus::open(embedded(), options(true));
    assert_eq!(corpus.warnings, []);
    assert_eq!(
        corpus.title.as_deref(),
        Some("NATO and South Korea, 2022–2026")
    );
    let (first, last) = corpus.span.unwrap();
    assert_eq!(format!("{first} {last}"), "2022-05-01 2026-02-28");
    let published: Vec<String> = corpus
        .articles
        .iter()
        .map(|article| article.published.as_ref().unwrap().value.date.to_string())
        .collect();
    assert_eq!(
        published,
        [
            "2025-06-26",
            "2026-02-11",
            "2025-10-20",
            "2023-07-11",
            "2022-06-22"
        ]
    );
    let second = corpus.articles[1].published.as_ref().unwrap();
    assert_eq!(second.source, Source::Dossier);
    assert!(second.reason.as_ref().unwrap().contains("June 2025"));
    assert_eq!(
        second.span.unwrap().of(&corpus.articles[1].text),
        "February 11"
    );
    assert_eq!(
        corpus.articles[3].outlet.as_ref().unwrap().value,
        "Korea JoongAng Daily"
    );
    assert!(
        corpus
            .articles
            .iter()
            .all(|article| article.doubts().is_empty())
    );
}

#[test]
fn body_and_furniture_are_told_apart() {
    let corpus = Corpus::open(embedded(), options(false));
    let body = |i: usize| blocks(&corpus.articles[i], BlockKind::Paragraph);
    let furniture = |i: usize| blocks(&corpus.articles[i], BlockKind::Furniture).join("\n");

    let first = body(0);
    assert_eq!(first.len(), 8);
    assert!(first[0].starts_with("National Security Adviser Wi Sung-lac met"));
    assert_eq!(
        blocks(&corpus.articles[0], BlockKind::Dateline),
        ["SEOUL, June 26 (AJP)"]
    );
    assert_eq!(blocks(&corpus.articles[0], BlockKind::Caption).len(), 4);
    assert!(furniture(0).contains("0 comments") && furniture(0).ends_with("닫기"));

    let second = body(1);
    assert_eq!(second.len(), 7);
    assert!(second[0].starts_with("NATO Secretary General Mark Rutte held discussions"));
    assert_eq!(
        blocks(&corpus.articles[1], BlockKind::Dateline),
        ["Brussels, February 11"]
    );
    assert!(furniture(1).contains("Key Points") && furniture(1).contains("Jai Hind!"));

    assert_eq!(body(2).len(), 5);
    assert_eq!(furniture(2), "WEEKLY HOT");
    assert_eq!(body(3).len(), 27);
    assert_eq!(furniture(3), "");

    let fifth = body(4);
    assert_eq!(fifth.len(), 8);
    assert!(fifth[0].starts_with("According to South Korean National Security Adviser"));
    assert!(furniture(4).contains("google plus"));
    assert!(furniture(4).contains("Hundreds Protest Biden’s Visit to South Korea"));
    assert!(furniture(4).contains("Post with no comments."));
}
