//! Golden tables and properties of the temporal tagger.

mod absolute;
mod adjacent;
mod event_anchors;
mod lengths;
mod news;
mod phenomena;
mod properties;
mod relative;
mod seeds;

use chrono::NaiveDate;
use dateline::temporal::{Context, Mode, Timestamp, Timex, TimexType, read_date, rules, tag};

/// Text, day of writing, and what is to be found: words, type, value.
type Row = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str, &'static str)],
);

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn kind(timex: &Timex) -> &'static str {
    match timex.kind {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}

/// Every row of a table, in one mode; all that differ are reported together.
fn check(rows: &[Row], mode: Mode) {
    let mut wrong = Vec::new();
    for (text, published, expected) in rows {
        let published = (!published.is_empty()).then(|| Timestamp::day(day(published)));
        let found = tag(
            text,
            &Context {
                published,
                dateline: None,
                mode,
            },
        );
        let got: Vec<_> = found
            .iter()
            .map(|t| (t.span.of(text), kind(t), t.value.as_str()))
            .collect();
        if got != *expected {
            wrong.push(format!(
                "{text:?}\n  expected {expected:?}\n  found    {got:?}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} rows differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_rule_resolves_its_own_example() {
    let published = Context::news(day("2000-01-20"));
    for rule in rules() {
        let context = if rule.name == "no anchor" {
            Context::default()
        } else {
            published
        };
        let text = format!("They met on June 1, 1999. It was {}.", rule.example);
        let text = if rule.name == "no anchor" {
            rule.example.to_owned()
        } else {
            text
        };
        let found = tag(&text, &context);
        let last = found
            .last()
            .unwrap_or_else(|| panic!("{}: nothing found in {text:?}", rule.name));
        assert_eq!(
            last.rule.name,
            rule.name,
            "{text:?} gave {:?}",
            last.span.of(&text)
        );
        assert!(!rule.doc.is_empty() && !rule.source.is_empty());
    }
}

#[test]
fn typed_dates_are_read() {
    let today = day("2023-09-05");
    for (text, first, last) in [
        ("jul 23", "2023-07-23", "2023-07-23"),
        ("2023Q3", "2023-07-01", "2023-09-30"),
        ("Q3 2022", "2022-07-01", "2022-09-30"),
        ("last summer", "2023-06-01", "2023-08-31"),
        ("2023-07", "2023-07-01", "2023-07-31"),
        ("july 2022", "2022-07-01", "2022-07-31"),
        ("july", "2023-07-01", "2023-07-31"),
        ("may", "2023-05-01", "2023-05-31"),
        ("2012", "2012-01-01", "2012-12-31"),
        ("2022-06-29", "2022-06-29", "2022-06-29"),
        ("June 29-30", "2023-06-29", "2023-06-30"),
        ("tuesday", "2023-09-05", "2023-09-05"),
        ("yesterday", "2023-09-04", "2023-09-04"),
        ("3 days ago", "2023-09-02", "2023-09-02"),
        ("christmas 2022", "2022-12-25", "2022-12-25"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("summer", "2023-06-01", "2023-08-31"),
        ("20th", "2023-09-20", "2023-09-20"),
    ] {
        let date = read_date(text, today).unwrap_or_else(|| panic!("{text:?} is not read"));
        assert_eq!((date.first, date.last), (day(first), day(last)), "{text:?}");
    }
    for text in [
        "",
        "vilnius",
        "two days",
        "31 February 2020",
        "july and august",
        "99999",
    ] {
        assert_eq!(read_date(text, today), None, "{text:?}");
    }
}

#[test]
fn the_interval_says_how_finely_and_how_surely() {
    use dateline::temporal::{Certainty, Granularity};
    let context = Context::news(day("2022-06-22"));
    let one = |text: &str| tag(text, &context).remove(0).date.expect("an interval");
    let range = one("on June 29-30");
    assert!(range.range);
    assert_eq!(
        (range.first, range.last),
        (day("2022-06-29"), day("2022-06-30"))
    );
    assert_eq!(one("on June 24, 2025").certainty, Certainty::Exact);
    assert_eq!(one("on Tuesday").certainty, Certainty::Exact);
    assert_eq!(one("in around 2010").certainty, Certainty::Approximate);
    assert_eq!(one("in September 2012").granularity, Granularity::Month);
    assert_eq!(one("last week").granularity, Granularity::Week);
    assert_eq!(one("in the 1990s").granularity, Granularity::Decade);
}

#[test]
fn close_calls_name_the_other_reading() {
    let found = tag("The vote: Friday.", &Context::news(day("2023-07-11")));
    assert_eq!(found[0].value, "2023-07-07");
    assert_eq!(found[0].alternative.as_deref(), Some("2023-07-14"));
    assert_eq!(found[0].explanation, "Friday before or on 2023-07-11");
    for (text, value, other) in [
        ("They meet on Friday.", "2023-07-14", Some("2023-07-07")),
        ("They met on Friday.", "2023-07-07", None),
        ("See you next Friday.", "2023-07-14", Some("2023-07-21")),
        ("The report: January.", "2023-01", Some("2024-01")),
        ("The report: Jan. 14.", "2023-01-14", Some("2024-01-14")),
        ("In winter, snow.", "2022-WI", Some("2023-WI")),
        ("Profit in the first quarter.", "2023-Q1", Some("2024-Q1")),
        ("On Christmas, snow.", "2022-12-25", Some("2023-12-25")),
    ] {
        let found = tag(text, &Context::news(day("2023-07-11")));
        let got = (found[0].value.as_str(), found[0].alternative.as_deref());
        assert_eq!(got, (value, other), "{text}");
    }
    let found = tag("on 4/7/2023", &Context::default());
    assert_eq!(found[0].alternative.as_deref(), Some("2023-07-04"));
}
