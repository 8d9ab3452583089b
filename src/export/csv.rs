//! CSV: one row an event, for spreadsheets.
//!
//! UTF-8 with a byte-order mark, without which Excel reads Hangul wrongly, and with lines
//! that end as RFC 4180 has it. Of an event told several times, the columns behind
//! `tellings` hold a line a telling, in the same order.
//!
//! A spreadsheet computes a cell that begins as a formula, and a headline may begin so
//! (`=HYPERLINK(…)`): such a cell gets an apostrophe before it ([`guarded`]), and all
//! cells are quoted, so that no other separator cuts a new cell out of one.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{
    dated, line_of,
    told::{Told, tellings},
};
use crate::timeline::{Event, Timeline};

/// The names of the columns.
pub const COLUMNS: [&str; 20] = [
    "id",
    "date",
    "when",
    "first_day",
    "last_day",
    "granularity",
    "certainty",
    "phase",
    "role",
    "conflict",
    "summary",
    "actors",
    "place",
    "tellings",
    "told_dates",
    "words",
    "rules",
    "quotes",
    "sources",
    "links",
];

/// The table with its head.
#[must_use]
pub fn table(timeline: &Timeline) -> String {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Rows of one length into a vector: writing cannot fail.
    let _ = writer.write_record(COLUMNS);
    for event in &timeline.events {
        let _ = writer.write_record(row(timeline, event));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The cells of an event, as [`COLUMNS`] names them.
#[must_use]
pub fn row(timeline: &Timeline, event: &Event) -> [String; 20] {
    let tellings = tellings(timeline, event);
    let lines = |cell: &dyn Fn(&Told<'_>) -> String| {
        let lines: Vec<String> = tellings.iter().map(cell).collect();
        lines.join("\n")
    };
    let actors: Vec<String> = event.actors.iter().map(|a| line_of(&a.name)).collect();
    let cells = [
        name_of(&event.id),
        event.value.clone(),
        dated::words(event),
        event.date.first.to_string(),
        event.date.last.to_string(),
        name(event.date.granularity),
        name(event.date.certainty),
        name(event.phase),
        name(event.role),
        if event.conflict { "yes" } else { "no" }.to_owned(),
        line_of(&event.summary),
        actors.join("; "),
        event.place.as_deref().map(line_of).unwrap_or_default(),
        tellings.len().to_string(),
        lines(&|told| told.date.clone()),
        lines(&|told| told.words.clone().unwrap_or_default()),
        lines(&|told| told.telling.timex.rule.name.to_owned()),
        lines(&|told| told.quote()),
        lines(&|told| told.citation.words()),
        lines(&|told| told.citation.link.clone().unwrap_or_default()),
    ];
    cells.map(guarded)
}

/// An id; with an apostrophe before it where a spreadsheet would take it for a number, for ids
/// are made of letters and digits (`12e456`).
fn name_of(id: &str) -> String {
    if id.parse::<f64>().is_ok() {
        format!("'{id}")
    } else {
        id.to_owned()
    }
}

/// The name of a value, as the JSON exports write it.
fn name(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The cell with an apostrophe before it where a spreadsheet would take it for a formula: it
/// begins with `=`, `+`, `-`, `@` (also as wide letters), a tab or a line break.
///
/// ```
/// use dateline::export::csv::guarded;
/// assert_eq!(guarded("=1+1".to_owned()), "'=1+1");
/// assert_eq!(guarded("1+1".to_owned()), "1+1");
/// ```
#[must_use]
pub fn guarded(cell: String) -> String {
    let begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(begins) {
        format!("'{cell}")
    } else {
        cell
    }
}
