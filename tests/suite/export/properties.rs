//! What holds of the exports whatever the articles say.

use dateline::{
    export::{bibtex, csl, csv, html, ics, json, markdown, mermaid, timelinejs},
    text::{clean::clean, split::single_spaced},
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use super::archive::{archive, of};
use crate::fixture;

/// Letters of several writings, and what the formats themselves are written with.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z0-9 ]{1,8}",
        2 => "[가-힣 ]{1,12}",
        3 => "[-=+@#%&;:,.'\"`*_~^$|<>{}()\\[\\]\\\\/!? \t\r\n]{1,6}",
        1 => prop::sample::select(vec![
            "<script>", "</script>", "-->", "]]>", "&amp;", "&#60;", "[^1]", "](", "\u{feff}",
            "\u{202e}", "\u{1b}[2J", "\r\nBEGIN:VEVENT", "%%{init", "\\n", "＝1", "style:#x;",
            "@article{", "}}", "e\u{301}", "👨‍👩‍👧", "1. ", "- ", "\u{2028}",
        ]).prop_map(str::to_owned),
    ];
    // Every other text begins as a formula does.
    let first = prop_oneof![
        Just(""),
        prop::sample::select(vec!["=", "+", "-", "@", "\t", "＝"])
    ];
    (first, prop::collection::vec(piece, 1..12))
        .prop_map(|(first, pieces)| first.to_owned() + &pieces.concat())
        // Text that shows nothing stands for no headline.
        .prop_filter("something to see", |text| !line(text).is_empty())
}

fn line(text: &str) -> String {
    single_spaced(&clean(text))
}

/// Content lines without their folds (RFC 5545 §3.1).
fn unfolded(calendar: &str) -> Vec<String> {
    let whole = calendar.replace("\r\n ", "");
    whole.split_terminator("\r\n").map(str::to_owned).collect()
}

/// A TEXT value as it was before it was escaped (RFC 5545 §3.3.11).
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next().expect("a letter behind the backslash") {
                'n' => text.push('\n'),
                c => {
                    assert!(matches!(c, '\\' | ',' | ';'), "\\{c}");
                    text.push(c);
                }
            },
            c => {
                assert!(!matches!(c, ',' | ';'), "{c} stands bare in {value}");
                text.push(c);
            }
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn csv_reads_back_to_the_same_rows_and_computes_nothing(words in words()) {
        let timeline = of(&words);
        let table = csv::table(&timeline);
        let mut reader = ::csv::ReaderBuilder::new().from_reader(table.as_bytes());
        prop_assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), csv::COLUMNS);
        let mut rows = 0;
        for (record, event) in reader.records().zip(&timeline.events) {
            let record = record.unwrap();
            let row = csv::row(&timeline, event);
            prop_assert_eq!(record.iter().collect::<Vec<_>>(), row.each_ref());
            for cell in &record {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']));
            }
            let summary = record.get(10).unwrap();
            let guarded = summary.strip_prefix('\'').filter(|rest| !line(&words).starts_with(summary) && !rest.is_empty());
            prop_assert_eq!(guarded.unwrap_or(summary), line(&words));
            rows += 1;
        }
        prop_assert_eq!(rows, timeline.events.len());
    }

    #[test]
    fn ics_lines_are_short_and_unfold_to_the_same_text(words in words()) {
        let timeline = of(&words);
        let calendar = ics::calendar(&timeline, fixture::today());
        for line in calendar.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {}", line.len(), line);
            prop_assert!(!line.contains(char::is_control), "{line:?}");
        }
        let lines = unfolded(&calendar);
        prop_assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), timeline.events.len());
        let values = |name: &str| -> Vec<String> {
            lines.iter().filter_map(|line| line.strip_prefix(name)).map(unescaped).collect()
        };
        for summary in values("SUMMARY:") {
            prop_assert!(summary.starts_with(&line(&words)), "{summary}");
        }
        for place in values("LOCATION:") {
            prop_assert_eq!(place, line(&words));
        }
        prop_assert_eq!(values("X-WR-CALNAME:"), [line(&words)]);
        let quoted = line(&format!("{words} on Tuesday {words}"));
        for description in values("DESCRIPTION:") {
            prop_assert!(description.contains(&quoted), "{description}");
        }
    }

    #[test]
    fn json_parses_and_keeps_every_letter(words in words()) {
        let timeline = of(&words);
        let all: Value = serde_json::from_str(&json::document(&timeline)).unwrap();
        prop_assert_eq!(&all["title"], words.as_str());
        prop_assert_eq!(&all["events"][0]["summary"], words.as_str());
        prop_assert_eq!(&all["articles"][0]["title"], words.as_str());
        let slides: Value = serde_json::from_str(&timelinejs::document(&timeline)).unwrap();
        prop_assert_eq!(slides["events"].as_array().unwrap().len(), timeline.events.len());
        for slide in slides["events"].as_array().unwrap() {
            prop_assert!(!slide["text"]["headline"].as_str().unwrap().contains(['<', '>']));
        }
        let items: Value = serde_json::from_str(&csl::bibliography(&timeline)).unwrap();
        for item in items.as_array().unwrap() {
            let title = line(&words);
            prop_assert_eq!(&item["title"], title.as_str());
        }
    }

    #[test]
    fn html_has_no_mark_that_the_articles_brought(words in words()) {
        // The same page of harmless words has as many elements and attributes.
        let (page, plain) = (html::page(&of(&words)), html::page(&of("words")));
        for mark in ["<", ">", "\"", "<script", "onerror="] {
            prop_assert_eq!(page.matches(mark).count(), plain.matches(mark).count(), "{}", mark);
        }
        let escaped = line(&words)
            .replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        prop_assert!(page.contains(&format!("<title>{escaped}</title>")), "{escaped}");
    }

    #[test]
    fn markdown_reads_as_the_words_and_nothing_else(words in words()) {
        let text = line(&words);
        let page = format!("- **when**: {}\n", markdown::escaped(&text));
        let mut said = String::new();
        // Typographic quotes would be other letters.
        let options = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);
        for event in Parser::new_ext(&page, options) {
            match event {
                Event::Text(part) => said.push_str(&part),
                Event::Start(Tag::List(_) | Tag::Item | Tag::Strong)
                | Event::End(TagEnd::List(_) | TagEnd::Item | TagEnd::Strong) => {}
                other => prop_assert!(false, "{other:?} in {page}"),
            }
        }
        prop_assert_eq!(said.strip_prefix("when: ").unwrap().trim_end(), text.trim_end());
    }

    #[test]
    fn mermaid_has_the_lines_of_harmless_words(words in words()) {
        let diagram = mermaid::diagram(&of(&words));
        let plain = mermaid::diagram(&of("words"));
        prop_assert_eq!(diagram.lines().count(), plain.lines().count());
        for (line, harmless) in diagram.lines().zip(plain.lines()) {
            prop_assert_eq!(line.matches(':').count(), harmless.matches(':').count(), "{}", line);
            prop_assert!(!line.contains("%%"), "{line}");
        }
        let said = mermaid::escaped(&line(&words));
        let mut text = String::new();
        for part in said.split_inclusive(';') {
            let (before, code) = part.strip_suffix(';').and_then(|part| part.rsplit_once('#')).unwrap_or((part, ""));
            text.push_str(before);
            text.extend(code.parse().ok().and_then(char::from_u32));
        }
        prop_assert_eq!(text, line(&words));
    }

    #[test]
    fn bibtex_braces_are_even_and_entries_as_many_as_articles(words in words()) {
        let timeline = of(&words);
        let text = bibtex::bibliography(&timeline);
        let mut depth = 0;
        let mut entries = 0;
        for (at, c) in text.char_indices() {
            if c == '@' && depth == 0 {
                entries += 1;
            }
            depth += i32::from(c == '{') - i32::from(c == '}');
            prop_assert!(depth >= 0, "{}", &text[..at]);
        }
        prop_assert_eq!((depth, entries), (0, timeline.articles.len()));
    }
}

#[test]
fn the_archive_goes_through_the_same_gates() {
    let timeline = archive();
    for part in ics::calendar(&timeline, fixture::today()).split("\r\n") {
        assert!(part.len() <= 75, "{part}");
    }
    let page = html::page(&timeline);
    assert_eq!(page.matches("<script").count(), 1);
    assert!(!page.contains("<img"));
    assert!(!page.contains("href=\"javascript"));
    assert!(!page.contains('\u{202e}'));
}
