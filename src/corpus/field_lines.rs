//! Fields at the head of a text, a line each: "source: https://…", "Author: Jana Moll". Clippers
//! and exports of text write them without a fence around.
//!
//! Two fields or more on lines next to each other are such a head; one alone may be the
//! beginning of a sentence. `created`, `clipped` and `saved` are the reader's day, not the
//! article's.

use super::{
    fields::{Field, field},
    lines,
};
use crate::text::Span;

/// How many lines may stand above the fields: the headline and a rule.
const ABOVE: usize = 4;
/// How many fields there may be.
const MOST: usize = 30;

/// The fields at the head of a text.
#[derive(Debug, Default)]
pub struct Head {
    /// The fields with the place of their values.
    pub fields: Vec<(Field, Span)>,
    /// From the first field to the last.
    pub span: Span,
}

/// The fields at the head of `text`, where it has any.
pub fn read(text: &str) -> Option<Head> {
    let rows = lines::head(text, ABOVE + MOST);
    for start in 0..rows.len().min(ABOVE + 1) {
        let mut head = Head::default();
        let mut end = start;
        while let Some(row) = rows.get(end)
            && let Some((name, value)) = pair(text, row.span)
        {
            if let Some(known) = field(name) {
                head.fields.push((known, value));
            }
            end += 1;
        }
        // A field that names an address, a day or a writer: prose has none of them twice.
        if end - start >= 2 && head.fields.len() >= 2 {
            head.span = Span::new(rows[start].span.start, rows[end - 1].span.end);
            return Some(head);
        }
    }
    None
}

/// A line's name and the place of its value: one to three words before a colon.
fn pair(text: &str, line: Span) -> Option<(&str, Span)> {
    let raw = line.of(text);
    let (name, rest) = raw.split_once(':')?;
    let name = name.trim_matches(['*', '_', ' ', '-']);
    let words = name.split_whitespace().count();
    // "Ferry returns: a year in dock" is a headline, "https://…" an address.
    let value = rest.trim_matches(['*', '_', ' ', '"', '\u{a0}']);
    if !(1..=3).contains(&words) || name.len() > 32 || rest.starts_with("//") || value.is_empty() {
        return None;
    }
    let start = line.start + raw.len() - rest.len() + rest.find(value)?;
    Some((name, Span::new(start, start + value.len())))
}
