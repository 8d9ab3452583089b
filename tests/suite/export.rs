//! The exports: each format by a snapshot of an invented archive, what holds for any text by
//! properties, and what is written by the program itself.

mod archive;
mod files;
mod properties;

use dateline::export::{
    bibtex, csl, csv, html, ics, json, markdown, mermaid, source::sources, timelinejs,
};

use crate::fixture;
use archive::archive;

#[test]
fn markdown_is_a_chronology_with_footnotes() {
    insta::assert_snapshot!("export_markdown", markdown::document(&archive()));
}

#[test]
fn one_event_is_a_line_of_markdown() {
    let archive = archive();
    let line = markdown::line(&archive, &archive.events[2]);
    assert!(
        line.starts_with("**14 May 2024** (dates differ): Night ferry leaves"),
        "{line}"
    );
    assert!(
        line.contains("Kim Ha-neul, Jan van der Berg, “=HYPERLINK"),
        "{line}"
    );
    assert_eq!(line.lines().count(), 1);
}

#[test]
fn csv_is_a_row_an_event() {
    insta::assert_snapshot!("export_csv", csv::table(&archive()).replace("\r\n", "\n"));
}

#[test]
fn json_is_one_object() {
    insta::assert_snapshot!("export_json", json::document(&archive()));
}

#[test]
fn ics_is_an_entry_an_event() {
    let calendar = ics::calendar(&archive(), fixture::today());
    assert_eq!(
        calendar.matches('\n').count(),
        calendar.matches("\r\n").count()
    );
    insta::assert_snapshot!("export_ics", calendar.replace("\r\n", "\n"));
}

#[test]
fn the_end_of_an_entry_is_the_day_after_its_last() {
    let calendar = ics::calendar(&archive(), fixture::today());
    for (start, end) in [
        // Two days, a month, a day, a quarter, a year.
        ("20220629", "20220701"),
        ("20150301", "20150401"),
        ("20240514", "20240515"),
        ("20250701", "20251001"),
        ("20350101", "20360101"),
    ] {
        // Properties stand in the order of their names.
        let both = format!("DTEND;VALUE=DATE:{end}\r\nDTSTAMP:");
        let at = calendar
            .find(&both)
            .unwrap_or_else(|| panic!("{both}\n{calendar}"));
        let begins = format!("\r\nDTSTART;VALUE=DATE:{start}\r\n");
        assert!(calendar[at..].contains(&begins), "{begins}");
    }
}

#[test]
fn an_event_of_a_year_that_a_calendar_cannot_write_is_named() {
    let mut archive = archive();
    archive.events[0].date.first = fixture::day(-43, 3, 15);
    archive.events[4].date.last = fixture::day(9999, 12, 31);
    let out: Vec<&str> = ics::left_out(&archive)
        .map(|event| event.id.as_str())
        .collect();
    assert_eq!(out, ["e0plan", "e0year"]);
    let calendar = ics::calendar(&archive, fixture::today());
    assert_eq!(
        calendar.matches("BEGIN:VEVENT").count(),
        archive.events.len() - 2
    );
}

#[test]
fn timelinejs_is_a_slide_an_event() {
    insta::assert_snapshot!("export_timelinejs", timelinejs::document(&archive()));
}

#[test]
fn html_is_one_page() {
    insta::assert_snapshot!("export_html", without_assets(&html::page(&archive())));
}

/// The page without the words of its style and its script, with a line an element.
fn without_assets(page: &str) -> String {
    let mut page = page.to_owned();
    for name in ["style", "script"] {
        let (open, close) = (format!("<{name}>"), format!("</{name}>"));
        let start = page.find(&open).expect("it opens") + open.len();
        let end = start + page[start..].find(&close).expect("it closes");
        page.replace_range(start..end, "…");
    }
    page.replace("><", ">\n<")
}

#[test]
fn the_policy_of_the_page_allows_its_own_style_and_script_and_nothing_else() {
    use sha2::{Digest, Sha256};
    let page = html::page(&archive());
    for name in ["style", "script"] {
        let (open, close) = (format!("<{name}>"), format!("</{name}>"));
        assert_eq!(page.matches(&format!("<{name}")).count(), 1);
        let start = page.find(&open).expect("it opens") + open.len();
        let end = start + page[start..].find(&close).expect("it closes");
        let hash = base64(&Sha256::digest(&page[start..end]));
        let allowed = format!("{name}-src 'sha256-{hash}'");
        assert!(
            html::POLICY.contains(&allowed),
            "the policy has to say {allowed}"
        );
    }
    assert!(html::POLICY.starts_with("default-src 'none';"));
    assert!(page.contains(&html::POLICY.replace('\'', "&#39;")) || page.contains(html::POLICY));
    assert!(!page.contains("unsafe-inline"));
}

/// Base 64 of 32 bytes (RFC 4648 §4).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, i| {
            bits << 8 | u32::from(three.get(i).copied().unwrap_or(0))
        });
        for i in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * i)) as usize & 63];
            text.push(if i > three.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    text
}

#[test]
fn mermaid_is_a_diagram() {
    insta::assert_snapshot!("export_mermaid", mermaid::diagram(&archive()));
}

#[test]
fn bibtex_is_an_entry_an_article() {
    insta::assert_snapshot!("export_bibtex", bibtex::bibliography(&archive()));
}

#[test]
fn csl_is_an_item_an_article() {
    insta::assert_snapshot!("export_csl", csl::bibliography(&archive()));
}

#[test]
fn a_key_stays_when_articles_come_and_no_two_are_alike() {
    let mut more = archive();
    let before: Vec<String> = sources(&more)
        .into_iter()
        .map(|source| source.key)
        .collect();
    // The first article again, in another folder.
    let mut again = more.articles[0].clone();
    again.path = format!("elsewhere/{}", again.path);
    more.articles.push(again);
    let after: Vec<String> = sources(&more)
        .into_iter()
        .map(|source| source.key)
        .collect();
    assert_eq!(after[..before.len()], before);
    assert_eq!(after[before.len()], format!("{}-2", before[0]));
    let mut apart = after.clone();
    apart.sort();
    apart.dedup();
    assert_eq!(apart.len(), after.len());
}

#[test]
fn every_format_takes_an_empty_timeline() {
    let empty = dateline::timeline::Timeline::default();
    for text in [
        markdown::document(&empty),
        mermaid::diagram(&empty),
        csv::table(&empty),
        html::page(&empty),
    ] {
        assert!(!text.is_empty());
    }
    for text in [
        json::document(&empty),
        timelinejs::document(&empty),
        csl::bibliography(&empty),
    ] {
        serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
    }
    assert_eq!(bibtex::bibliography(&empty), "");
    let calendar = ics::calendar(&empty, fixture::today());
    assert!(calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
}
