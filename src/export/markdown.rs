//! Markdown: a chronology with footnoted citations, for documents.
//!
//! `CommonMark` with footnotes, as GitHub, Pandoc and Obsidian read it. Text from
//! outside is escaped, so that no headline becomes a heading, a link or HTML.

use std::fmt::Write;

use chrono::Datelike;

use super::{
    cite::Citation,
    counts_of, dated, line_of, title_of,
    told::{Told, tellings},
};
use crate::timeline::{Event, Timeline};

/// The whole document.
#[must_use]
pub fn document(timeline: &Timeline) -> String {
    let mut page = format!(
        "# {}\n\n{}.\n",
        escaped(&title_of(timeline)),
        counts_of(timeline)
    );
    let mut notes = Vec::new();
    let mut year = None;
    for event in &timeline.events {
        let first = event.date.first.year();
        if year != Some(first) {
            // Writing to a string cannot fail.
            let _ = writeln!(page, "\n## {first}\n");
            year = Some(first);
        }
        let mut references = String::new();
        for told in tellings(timeline, event) {
            notes.push(footnote(&told));
            let _ = write!(references, " [^{}]", notes.len());
        }
        let _ = writeln!(page, "- {}{references}", head(event));
    }
    if !timeline.articles.is_empty() {
        page.push_str("\n## Sources\n\n");
    }
    for article in &timeline.articles {
        let _ = writeln!(page, "- {}", cited(&Citation::new(article)));
    }
    for (note, number) in notes.iter().zip(1..) {
        let _ = writeln!(page, "\n[^{number}]: {note}");
    }
    page
}

/// One event as a line of Markdown with its citations:
/// `**14 May 2024** (dates differ): Night ferry leaves (Ása Nolsøe, “…”, …; “…”, …)`.
#[must_use]
pub fn line(timeline: &Timeline, event: &Event) -> String {
    let sources = tellings(timeline, event);
    let sources: Vec<String> = sources.iter().map(|told| cited(&told.citation)).collect();
    format!("{} ({})", head(event), sources.join("; "))
}

/// Date, what is doubtful about it, summary.
fn head(event: &Event) -> String {
    format!(
        "**{}**{}: {}",
        escaped(&dated::words(event)),
        dated::bracketed(event),
        escaped(&line_of(&event.summary))
    )
}

/// The evidence, its source, and how the date was read.
fn footnote(told: &Told<'_>) -> String {
    let mut note = format!("“{}” ", escaped(&told.quote()));
    note.push_str(&cited(&told.citation));
    for remark in told.remarks() {
        let _ = write!(note, "; {}", escaped(&remark));
    }
    let _ = write!(note, ". {}.", escaped(&told.reading()));
    note
}

/// A citation with its link.
fn cited(citation: &Citation) -> String {
    let words = escaped(&citation.words());
    match &citation.link {
        // What is encoded has no angle brackets.
        Some(link) => format!("{words}, <{link}>"),
        None => words,
    }
}

/// `text`, one line of it, with a backslash before whatever Markdown would obey. A line that
/// another text stands before needs no more than this (`CommonMark` 0.31 §2.4).
///
/// ```
/// use dateline::export::markdown::escaped;
/// assert_eq!(escaped("5 * <b>3</b> [x](y) 나토"), r"5 \* \<b\>3\</b\> \[x\](y) 나토");
/// ```
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '&'
                | '~'
                | '|'
                | '$'
                | '^'
                | '#'
                | '{'
                | '}'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
