//! `BibTeX`: the articles as a bibliography, for LaTeX and reference managers.
//!
//! UTF-8, as biber and reference managers read it. The title stands in two pairs of
//! braces, so that no style lowers its capitals.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::source::{Author, Source, sources};
use crate::timeline::Timeline;

/// The names that `BibTeX` knows the months by.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// An entry an article, with an empty line between them.
#[must_use]
pub fn bibliography(timeline: &Timeline) -> String {
    let entries: Vec<String> = sources(timeline).iter().map(entry).collect();
    entries.join("\n")
}

/// `@article` for what a newspaper or site published, `@misc` for the rest.
fn entry(source: &Source) -> String {
    let kind = if source.outlet.is_some() {
        "article"
    } else {
        "misc"
    };
    let mut entry = format!("@{kind}{{{},\n", source.key);
    let mut field = |name: &str, value: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(entry, "  {name} = {value},");
    };
    let authors: Vec<String> = source.authors.iter().map(author).collect();
    if !authors.is_empty() {
        field("author", &format!("{{{}}}", authors.join(" and ")));
    }
    field("title", &format!("{{{{{}}}}}", escaped(&source.title)));
    if let Some(outlet) = &source.outlet {
        field("journal", &format!("{{{}}}", escaped(outlet)));
    }
    if let Some(day) = source.published {
        field("year", &format!("{{{}}}", day.year()));
        field("month", month(day));
        field("day", &format!("{{{}}}", day.day()));
    }
    if let Some(link) = &source.link {
        // Encoded: it holds no brace, and its field is read as it stands.
        field("url", &format!("{{{link}}}"));
    }
    if let Some(doubt) = &source.doubt {
        field("note", &format!("{{{}}}", escaped(doubt)));
    }
    entry.push_str("}\n");
    entry
}

/// "Nolsøe, Ása"; what is no person in braces of its own, so that it is not taken apart.
fn author(author: &Author) -> String {
    match author {
        Author::Person { family, given } => format!("{}, {}", escaped(family), escaped(given)),
        Author::Literal(name) => format!("{{{}}}", escaped(name)),
    }
}

fn month(day: NaiveDate) -> &'static str {
    MONTHS[day.month0() as usize]
}

/// `text` so that LaTeX prints it letter by letter. Braces become commands, for `BibTeX` counts
/// them even behind a backslash; what LaTeX would join to a dash or a quotation mark is kept
/// apart.
///
/// ```
/// use dateline::export::bibtex::escaped;
/// assert_eq!(escaped("50% & {$1}"), r"50\% \& \textbraceleft{}\$1\textbraceright{}");
/// assert_eq!(escaped("5--3"), "5-{}-3");
/// ```
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '|' => escaped.push_str("\\textbar{}"),
            '`' => escaped.push_str("\\textasciigrave{}"),
            '-' | '\'' if escaped.ends_with(c) => {
                escaped.push_str("{}");
                escaped.push(c);
            }
            '%' | '$' | '#' | '&' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}
