//! What is no text: databases, and the numbers that stand for moments.

use std::{
    borrow::Cow,
    time::{Duration, UNIX_EPOCH},
};

use chrono::{DateTime, Datelike};
use dateline::{cli::clock, corpus::Document, text::clean::clean as cleaned, timeline::Timeline};

use super::{assert_harmless, build, plant};

/// The years in which something may have been published.
const PRINT: std::ops::Range<i32> = 1600..2200;

fn assert_in_print(timeline: &Timeline) {
    for article in &timeline.articles {
        for fact in article.published.iter().chain(&article.updated) {
            assert!(PRINT.contains(&fact.value.date.year()), "{fact:?}");
        }
    }
}

/// A feed reader's database, with the pages that its header names.
pub fn database(bytes: &[u8]) {
    let mut file = b"SQLite format 3\0".to_vec();
    file.extend(bytes.iter().skip(file.len()));
    let length = file.len();
    let document = Document {
        path: "cache.db".to_owned(),
        bytes: Cow::Owned(file),
        modified: None,
    };
    let timeline = build(document, None);
    let held: usize = timeline
        .articles
        .iter()
        .map(|article| article.text.len())
        .sum();
    assert!(held <= 8 * length, "{held} bytes out of {length}");
    for warning in &timeline.warnings {
        assert_harmless(&cleaned(&warning.to_string()));
    }
    assert_in_print(&timeline);
    plant(
        timeline
            .articles
            .iter()
            .any(|article| article.authors.iter().flat_map(|fact| &fact.value).count() > 2),
    );
}

/// Moments: the first eight bytes are seconds of a clock, the rest is what a field holds.
pub fn stamps(bytes: &[u8]) {
    let Some((head, rest)) = bytes.split_first_chunk::<8>() else {
        return;
    };
    let seconds = i64::from_le_bytes(*head);
    let length = Duration::from_secs(seconds.unsigned_abs());
    let moment = if seconds < 0 {
        UNIX_EPOCH.checked_sub(length)
    } else {
        UNIX_EPOCH.checked_add(length)
    };
    let day = moment.and_then(clock::day);
    if let Some(day) = day {
        let here = DateTime::from_timestamp(seconds, 0)
            .expect("it has a day")
            .date_naive();
        assert!((day - here).num_days().abs() <= 1, "{day} for {here}");
    }
    let field = String::from_utf8_lossy(rest);
    let quoted = serde_json::to_string(&field).expect("a string");
    let items = format!(
        "[{{\"title\":\"a\",\"text\":\"They met on Tuesday.\",\"date\":{seconds}}},\
         {{\"title\":\"b\",\"text\":\"They met on Tuesday.\",\"date\":{quoted}}}]"
    );
    let page = format!(
        "<html><head><meta property=\"article:published_time\" content={quoted}></head>\
         <body><h1>A bridge</h1><p>It was opened on Tuesday.</p></body></html>"
    );
    let line = format!("A bridge\nPublished {field}\n\nIt was opened on Tuesday.\n");
    for (path, text) in [("a.json", items), ("a.html", page), ("a.txt", line)] {
        let document = Document {
            path: path.to_owned(),
            bytes: Cow::Owned(text.into_bytes()),
            modified: day,
        };
        let timeline = build(document, None);
        // What is lost is told: a text of control characters is none.
        assert!(
            !timeline.articles.is_empty() || timeline.warnings.iter().any(|warning| warning.lost)
        );
        assert_in_print(&timeline);
        plant(timeline.articles.iter().any(|article| {
            let published = article.published.as_ref();
            published.is_some_and(|fact| {
                fact.value.offset == Some(-210) || fact.value.date.year() == 1812
            })
        }));
    }
}
