//! The table of newspaper sentences in `tests/fixtures/dates/news.txt`: one line a row.

use dateline::temporal::{Context, tag};

use super::day;

const TABLE: &str = include_str!("../../fixtures/dates/news.txt");

/// The day of publication where a row names none: a Tuesday.
const PUBLISHED: &str = "2023-07-11";

#[test]
fn sentences_of_ordinary_news_are_dated() {
    let rows = TABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows {
        let mut parts: Vec<&str> = row.split('|').map(str::trim).collect();
        if parts.len() == 2 {
            parts.insert(0, PUBLISHED);
        }
        let [published, text, expected] = parts[..] else {
            panic!("a row has a text and what is in it: {row}");
        };
        let got: Vec<String> = tag(text, &Context::news(day(published)))
            .iter()
            .map(|t| format!("{}={}", t.span.of(text), t.value))
            .collect();
        let got = got.join("; ");
        if got != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {got}"));
        }
        count += 1;
    }
    assert!(count > 300, "{count} rows were read");
    assert!(
        wrong.is_empty(),
        "{} rows differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
