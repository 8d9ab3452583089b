//! The tables of sentences in `tests/fixtures/dates/`: one line a row.

use dateline::temporal::{Bound, Context, tag};

use super::day;

/// The tables, and how many rows each has at least.
const TABLES: [(&str, &str, usize); 6] = [
    (
        "news.txt",
        include_str!("../../fixtures/dates/news.txt"),
        800,
    ),
    (
        "episodes.txt",
        include_str!("../../fixtures/dates/episodes.txt"),
        25,
    ),
    (
        "earnings.txt",
        include_str!("../../fixtures/dates/earnings.txt"),
        25,
    ),
    (
        "kinds.txt",
        include_str!("../../fixtures/dates/kinds.txt"),
        50,
    ),
    (
        "chronologies.txt",
        include_str!("../../fixtures/dates/chronologies.txt"),
        14,
    ),
    (
        "quotations.txt",
        include_str!("../../fixtures/dates/quotations.txt"),
        10,
    ),
];

/// The day of publication where a row names none: a Tuesday.
const PUBLISHED: &str = "2023-07-11";

/// Reads the rows of one table; `\n` in a text is a line break.
fn check(name: &str, table: &str, least: usize) {
    let rows = table
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
            panic!("a row of {name} has a text and what is in it: {row}");
        };
        let text = text.replace("\\n", "\n");
        let got: Vec<String> = tag(&text, &Context::news(day(published)))
            .iter()
            .map(|t| format!("{}={}", t.span.of(&text), t.value))
            .collect();
        let got = got.join("; ");
        if got != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {got}"));
        }
        count += 1;
    }
    assert!(count >= least, "{count} rows of {name} were read");
    assert!(
        wrong.is_empty(),
        "{} rows of {name} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn sentences_of_ordinary_news_are_dated() {
    for (name, table, least) in TABLES {
        check(name, table, least);
    }
}

/// The words of a bound, as the table has them.
fn name(bound: Option<Bound>) -> &'static str {
    match bound {
        None => "-",
        Some(Bound::After) => "after",
        Some(Bound::Since) => "since",
        Some(Bound::Before) => "before",
        Some(Bound::By) => "by",
        Some(Bound::Until) => "until",
    }
}

#[test]
fn a_date_that_only_bounds_says_so() {
    let rows = include_str!("../../fixtures/dates/bounds.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    for row in rows {
        let (text, expected) = row.split_once('|').expect("a row has a text and bounds");
        let text = text.trim();
        let got: Vec<String> = tag(text, &Context::news(day("2024-05-15")))
            .iter()
            .map(|t| format!("{}={}", t.span.of(text), name(t.bound)))
            .collect();
        let got = got.join("; ");
        if got != expected.trim() {
            wrong.push(format!("{text}\n  expected{expected}\n  found    {got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} rows differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
