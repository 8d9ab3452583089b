//! The optional `dateline.toml` of a folder: its title, its span, and facts that
//! the texts do not show.
//!
//! ```toml
//! title = "NATO and South Korea"
//! span = ["2022-05", "2026-02"]
//!
//! [[article]]
//! file = "report.txt"
//! outlet = { is = "teleSUR", why = "the page's logo" }
//! published = "2023-07-11"
//! year = 2026
//! ```
//!
//! Every fact of an article is a value alone, or `{ is = value, why = "…" }`.

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Article, Fact, Source, Warning, stamp};
use crate::text::edits;

/// A `dateline.toml`, read.
#[derive(Clone, Debug, Default)]
pub struct Dossier {
    /// Its own path.
    pub path: String,
    /// The folder it stands in, with a slash at its end; empty for the root.
    pub folder: String,
    /// The title of the collection.
    pub title: Option<String>,
    /// First and last day.
    pub span: Option<(NaiveDate, NaiveDate)>,
    /// What it says of single articles.
    pub entries: Vec<Entry>,
}

/// What the dossier says of one article.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The file's name, or the end of its path.
    pub file: String,
    /// The line of the entry, from 1.
    pub line: usize,
    /// The facts.
    pub facts: Vec<(Key, String, Option<String>)>,
}

/// The facts that an entry can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The headline.
    Title,
    /// The outlet.
    Outlet,
    /// The agency.
    Agency,
    /// The authors, parted by commas or as a list.
    Author,
    /// The day or moment of publication.
    Published,
    /// The day or moment of the last update.
    Updated,
    /// The year of a date that the text gives without one.
    Year,
    /// The address.
    Url,
}

const KEYS: &[(&str, Key)] = &[
    ("title", Key::Title),
    ("outlet", Key::Outlet),
    ("agency", Key::Agency),
    ("author", Key::Author),
    ("published", Key::Published),
    ("updated", Key::Updated),
    ("year", Key::Year),
    ("url", Key::Url),
];

/// Whether `path` names a dossier's file.
#[must_use]
pub fn is_dossier(path: &str) -> bool {
    name(path) == "dateline.toml"
}

fn name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The longest `dateline.toml` that is read, in bytes: people write them by hand, and a
/// parser of TOML takes two hundred times the memory of what is nothing but dots.
const LONGEST: usize = 1 << 20;

/// So many entries may speak of one file.
const SAME: usize = 64;

/// Reads a `dateline.toml`; what is malformed or unknown becomes a warning.
pub fn parse(path: &str, text: &str, warnings: &mut Vec<Warning>) -> Dossier {
    let folder = path[..path.len() - name(path).len()].to_owned();
    let mut dossier = Dossier {
        path: path.to_owned(),
        folder,
        ..Dossier::default()
    };
    if text.len() > LONGEST {
        let mut warning = Warning::new(path, "larger than a megabyte, so it was not read");
        warning.fix = Some("write only what the articles do not show".to_owned());
        warnings.push(warning);
        return dossier;
    }
    let mut reader = Reader {
        path,
        breaks: memchr::memchr_iter(b'\n', text.as_bytes()).collect(),
        warnings,
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors.iter().take(3) {
        let at = error.span().map_or(0, |span| span.start);
        let message = error
            .message()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        reader.warn(at, message, Some("see TOML's syntax at toml.io".to_owned()));
    }
    for (key, value) in table.get_ref() {
        let at = key.span().start;
        match key.get_ref().as_ref() {
            "title" => dossier.title = reader.words(value),
            "span" => dossier.span = reader.period(value),
            "article" => dossier.entries = reader.entries(value),
            other => reader.unknown(at, other, &["title", "span", "article"]),
        }
    }
    dossier
}

struct Reader<'a> {
    path: &'a str,
    /// Where the lines end.
    breaks: Vec<usize>,
    warnings: &'a mut Vec<Warning>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    fn line(&self, at: usize) -> usize {
        self.breaks.partition_point(|end| *end < at) + 1
    }

    fn warn(&mut self, at: usize, reason: impl Into<String>, fix: Option<String>) {
        let mut warning = Warning::new(self.path, reason);
        warning.line = Some(self.line(at));
        warning.fix = fix;
        self.warnings.push(warning);
    }

    fn unknown(&mut self, at: usize, key: &str, known: &[&str]) {
        let near = nearest(key, known);
        self.warn(
            at,
            format!("unknown key “{key}”"),
            Some(format!("did you mean “{near}”?")),
        );
    }

    /// A string, number or date as the words it was written with; a list's items joined by commas.
    fn words(&mut self, value: &Value) -> Option<String> {
        match value.get_ref() {
            DeValue::String(words) => Some(words.trim().to_owned()).filter(|w| !w.is_empty()),
            DeValue::Integer(number) => Some(number.as_str().to_owned()),
            DeValue::Datetime(when) => Some(when.to_string()),
            DeValue::Array(items) => {
                let items: Vec<String> = items.iter().filter_map(|item| self.words(item)).collect();
                Some(items.join(", ")).filter(|w| !w.is_empty())
            }
            _ => {
                self.warn(value.span().start, "a string was expected here", None);
                None
            }
        }
    }

    fn period(&mut self, value: &Value) -> Option<(NaiveDate, NaiveDate)> {
        let ends = value.get_ref().as_array().filter(|ends| ends.len() == 2);
        let found = ends.and_then(|ends| {
            let first = self.words(ends.first()?)?;
            let last = self.words(ends.get(1)?)?;
            Some((day(&first, false)?, day(&last, true)?))
        });
        if found.is_none_or(|(first, last)| first > last) {
            self.warn(
                value.span().start,
                "span is not two dates in order",
                Some("write span = [\"2022-05\", \"2026-02\"]".to_owned()),
            );
            return None;
        }
        found
    }

    fn entries(&mut self, value: &Value) -> Vec<Entry> {
        let Some(tables) = value.get_ref().as_array() else {
            self.warn(
                value.span().start,
                "article is not a list of tables",
                Some("write [[article]]".to_owned()),
            );
            return Vec::new();
        };
        let mut entries = Vec::new();
        let mut count: HashMap<String, usize> = HashMap::new();
        for table in tables {
            let Some(entry) = self.entry(table) else {
                continue;
            };
            let count = count.entry(entry.file.clone()).or_default();
            *count += 1;
            match *count {
                ..=SAME => entries.push(entry),
                n if n == SAME + 1 => {
                    let reason = format!("more than {SAME} entries for “{}”", entry.file);
                    let fix = "put what they say in one; the further ones were not read";
                    self.warn(table.span().start, reason, Some(fix.to_owned()));
                }
                _ => {}
            }
        }
        entries
    }

    fn entry(&mut self, value: &Value) -> Option<Entry> {
        let at = value.span().start;
        let table = value.get_ref().as_table()?;
        let mut entry = Entry {
            line: self.line(at),
            ..Entry::default()
        };
        for (key, value) in table {
            let known = KEYS
                .iter()
                .find(|(name, _)| *name == key.get_ref().as_ref());
            match known {
                Some((_, fact)) => entry.facts.extend(self.fact(*fact, value)),
                None if key.get_ref() == "file" => {
                    entry.file = self.words(value).unwrap_or_default();
                }
                None => {
                    let mut names: Vec<&str> = KEYS.iter().map(|(name, _)| *name).collect();
                    names.push("file");
                    self.unknown(key.span().start, key.get_ref(), &names);
                }
            }
        }
        if entry.file.is_empty() {
            self.warn(
                at,
                "an article without “file”",
                Some("name the file it speaks of".to_owned()),
            );
            return None;
        }
        Some(entry)
    }

    fn fact(&mut self, key: Key, value: &Value) -> Option<(Key, String, Option<String>)> {
        let (words, why) = match value.get_ref() {
            DeValue::Table(table) => {
                let (mut is, mut why) = (None, None);
                for (part, value) in table {
                    match part.get_ref().as_ref() {
                        "is" => is = self.words(value),
                        "why" => why = self.words(value),
                        other => self.unknown(part.span().start, other, &["is", "why"]),
                    }
                }
                (is, why)
            }
            _ => (self.words(value), None),
        };
        let words = words?;
        let readable = match key {
            Key::Published | Key::Updated => stamp::field(&words).is_some(),
            Key::Year => words
                .parse::<i32>()
                .is_ok_and(|year| (1600..=2199).contains(&year)),
            _ => true,
        };
        if !readable {
            self.warn(
                value.span().start,
                format!("“{words}” is not a date"),
                Some("write it as 2023-07-11".to_owned()),
            );
            return None;
        }
        Some((key, words, why))
    }
}

/// The first or last day of "2022", "2022-05" or "2022-05-29".
fn day(words: &str, last: bool) -> Option<NaiveDate> {
    let mut parts = words.splitn(3, '-').map(str::parse::<u32>);
    let year = i32::try_from(parts.next()?.ok()?).ok()?;
    let month = parts.next().transpose().ok()?;
    let day = parts.next().transpose().ok()?;
    let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1))?;
    let length = match (month, day) {
        (_, Some(_)) => return Some(first),
        (Some(_), None) => 1,
        (None, None) => 12,
    };
    if last {
        first.checked_add_months(Months::new(length))?.pred_opt()
    } else {
        Some(first)
    }
}

/// So much of a name as is compared with others: what is typed is not longer.
#[must_use]
pub fn head(name: &str) -> &str {
    name.char_indices()
        .nth(64)
        .map_or(name, |(end, _)| &name[..end])
}

/// The known key that takes the fewest edits to reach.
fn nearest<'k>(key: &str, known: &[&'k str]) -> &'k str {
    known
        .iter()
        .copied()
        .min_by_key(|candidate| edits(head(key), candidate))
        .unwrap_or_default()
}

impl Entry {
    /// Overrides and completes what the text showed. `partial` is a day without
    /// a year that the text gives, with its span.
    pub fn apply(&self, article: &mut Article, partial: Option<(u32, u32, crate::text::Span)>) {
        for (key, words, why) in &self.facts {
            let reason = why.clone();
            match key {
                Key::Title => article.title = Some(fact(words.clone(), reason)),
                Key::Outlet => article.outlet = Some(fact(words.clone(), reason)),
                Key::Agency => article.agency = Some(fact(words.clone(), reason)),
                Key::Url => article.url = Some(fact(words.clone(), reason)),
                Key::Author => {
                    let names = words
                        .split(',')
                        .map(|name| name.trim().to_owned())
                        .collect();
                    article.authors = Some(fact(names, reason));
                }
                Key::Published => {
                    article.published = stamp::field(words).map(|s| fact(s.when, reason));
                }
                Key::Updated => article.updated = stamp::field(words).map(|s| fact(s.when, reason)),
                Key::Year => set_year(article, partial, words.parse().unwrap_or_default(), reason),
            }
        }
    }
}

fn set_year(
    article: &mut Article,
    partial: Option<(u32, u32, crate::text::Span)>,
    year: i32,
    reason: Option<String>,
) {
    if let Some((month, day, span)) = partial {
        if let Some(date) = NaiveDate::from_ymd_opt(year, month, day) {
            let mut known = fact(crate::temporal::Timestamp::day(date), reason);
            known.span = Some(span);
            article.published = Some(known);
        }
    } else if let Some(known) = &mut article.published
        && let Some(date) = known.value.date.with_year(year)
    {
        known.value.date = date;
        known.source = Source::Dossier;
        known.reason = reason;
    }
}

fn fact<T>(value: T, reason: Option<String>) -> Fact<T> {
    Fact {
        value,
        source: Source::Dossier,
        span: None,
        reason,
    }
}
