//! Mermaid: a `timeline` diagram, for pages that draw it (GitHub, GitLab, Obsidian).
//!
//! ```text
//! timeline
//!     title Ferries
//!     section 2024
//!         14 May 2024 : Night ferry leaves Busan (dates differ)
//! ```

use std::fmt::Write;

use chrono::Datelike;

use super::{dated, line_of, title_of};
use crate::timeline::Timeline;

/// The diagram: a section a year, a period a date, its events behind it.
#[must_use]
pub fn diagram(timeline: &Timeline) -> String {
    let mut diagram = format!("timeline\n    title {}\n", escaped(&title_of(timeline)));
    let (mut year, mut period) = (None, String::new());
    for event in &timeline.events {
        let first = event.date.first.year();
        if year != Some(first) {
            // Writing to a string cannot fail.
            let _ = writeln!(diagram, "    section {first}");
            (year, period) = (Some(first), String::new());
        }
        let date = escaped(&dated::words(event));
        let summary = escaped(&line_of(&event.summary));
        let notes = escaped(&dated::bracketed(event));
        if date == period {
            let _ = writeln!(diagram, "            : {summary}{notes}");
        } else {
            let _ = writeln!(diagram, "        {date} : {summary}{notes}");
            period = date;
        }
    }
    diagram
}

/// `text` with every ASCII character but letters, digits and a few harmless marks as an entity
/// code (`#58;`): the diagram's grammar reads colons, semicolons, number signs and percent
/// signs, and what draws it reads markup.
///
/// ```
/// use dateline::export::mermaid::escaped;
/// assert_eq!(escaped("a: <b>#1; 나토"), "a#58; #60;b#62;#35;1#59; 나토");
/// ```
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        let harmless = c.is_ascii_alphanumeric() || " ,.'()-/?!".contains(c) || !c.is_ascii();
        if harmless {
            escaped.push(c);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "#{};", c as u32);
        }
    }
    escaped
}
