//! What a file holds: one parser a format, chosen by content first, name second.

mod broken;
mod database;
mod feed;
mod feed_repair;
mod front_matter;
mod html;
mod json;
mod markdown;
mod markup;
mod nexis;
mod plain;
mod references;
mod ris;

pub use references::unescape;

use std::collections::HashSet;

use super::{Article, Document, Fact, Source, Warning, metadata, stamp};
use chrono::NaiveDate;

use crate::{
    temporal::Timestamp,
    text::{Span, decode::decode},
};

/// An article as a format's parser found it, before the facts of its text are read.
#[derive(Debug)]
pub struct Draft {
    /// The text and the facts that stand around it.
    pub article: Article,
    /// Whether the text is known to be the article alone.
    pub body_only: bool,
    /// The part of the text that is the body, where the format says so.
    pub body: Option<Span>,
    /// The whole page as a reader sees it, where the text is only a part of it.
    pub shown: Option<String>,
    /// Lines of fields at the head of the text, which were read already.
    pub fields: Option<Span>,
    /// The day a reader saved it: it was published by then.
    pub saved: Option<NaiveDate>,
    /// Facts that count where the text and the page show none.
    pub fallback: Fallback,
}

/// Facts that say less than what is shown does.
#[derive(Debug, Default)]
pub struct Fallback {
    /// Days of publication, the best first.
    pub published: Vec<Fact<Timestamp>>,
    /// An organisation that stands for the author.
    pub authors: Option<Fact<Vec<String>>>,
}

impl Draft {
    /// A draft of a text of which nothing else is known.
    #[must_use]
    pub fn new(article: Article) -> Self {
        Self {
            article,
            body_only: false,
            body: None,
            shown: None,
            fields: None,
            saved: None,
            fallback: Fallback::default(),
        }
    }

    /// A draft of a text that is known to be the article alone.
    #[must_use]
    pub fn alone(article: Article) -> Self {
        Self {
            body_only: true,
            ..Self::new(article)
        }
    }
}

/// The most articles that are read together: more than the largest archive that anybody
/// walks through, and as many as the memory of a small machine holds.
pub const MOST: usize = 250_000;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Feed,
    Html,
    Json,
    Markdown,
    Nexis,
    Plain,
    Ris,
}

/// Parses a document; what it could not read goes to `warnings`.
pub fn parse(document: &Document, warnings: &mut Vec<Warning>) -> Vec<Draft> {
    let path = document.path.as_str();
    if let Some(reason) = foreign(&document.bytes) {
        warnings.push(Warning::skipped(path, reason));
        return Vec::new();
    }
    if document.bytes.starts_with(b"SQLite format 3\0") {
        return numbered(database::parse(path, &document.bytes, warnings), path, true);
    }
    let decoded = decode(&document.bytes);
    if decoded.replaced > 0 {
        let reason = format!(
            "{} characters could not be read as {}",
            decoded.replaced, decoded.encoding
        );
        let mut warning = Warning::new(path, reason);
        warning.fix = Some("save the file as UTF-8".to_owned());
        warnings.push(warning);
    }
    let text = &*decoded.text;
    if text.trim().is_empty() {
        warnings.push(Warning::skipped(path, "the file holds no text"));
        return Vec::new();
    }
    let format = match sniff(path, text) {
        Ok(format) => format,
        Err(reason) => {
            warnings.push(Warning::skipped(path, reason));
            return Vec::new();
        }
    };
    let before = warnings.len();
    let drafts = match format {
        Format::Plain => return vec![plain::parse(path, decoded.text)],
        Format::Markdown => return vec![markdown::parse(path, text, warnings)],
        Format::Html => return vec![html::parse(path, text)],
        Format::Nexis | Format::Ris => {
            let found = if format == Format::Ris {
                ris::parse(path, text)
            } else {
                nexis::parse(path, text)
            };
            // What only looks like an export is a text all the same.
            if found.is_empty() {
                return vec![plain::parse(path, decoded.text)];
            }
            found
        }
        Format::Feed => feed::parse(path, text, warnings),
        Format::Json => json::parse(path, text, warnings),
    };
    if drafts.is_empty() && warnings.len() == before {
        warnings.push(Warning::skipped(path, "no article found in the file"));
    }
    let many = drafts.len() > 1 || format == Format::Feed;
    warnings.extend(records(path, &drafts));
    numbered(drafts, path, many)
}

/// What to say of the entries that have no text, however many they are.
fn records(path: &str, drafts: &[Draft]) -> Option<Warning> {
    let mut bare = drafts.iter().filter(|draft| draft.article.text.is_empty());
    let first = &bare.next()?.article.title;
    let title = first.as_ref().map_or("an entry", |title| &title.value);
    let title = title.chars().take(80).collect::<String>();
    let reason = match bare.count() {
        0 => format!("“{title}” is a record without a text: only its facts are known"),
        more => format!(
            "“{title}” and {more} more are records without a text: only their facts are known"
        ),
    };
    Some(Warning {
        lost: false,
        ..Warning::new(path, reason)
    })
}

/// Numbers the articles of a file that holds many: `file#n`, from 1.
fn numbered(mut drafts: Vec<Draft>, path: &str, many: bool) -> Vec<Draft> {
    if many {
        for (n, draft) in drafts.iter_mut().enumerate() {
            draft.article.path = format!("{path}#{}", n + 1);
        }
    }
    drafts
}

/// Why these bytes are no text, where their first ones say so.
#[must_use]
pub fn foreign(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (
            b"%PDF-1.",
            "a PDF; save its text, for instance with pdftotext",
        ),
        (
            b"PK\x03\x04",
            "a zip archive or an office document; save its text",
        ),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF87a", "a picture"),
        (b"GIF89a", "a picture"),
        (b"\x1f\x8b", "a gzip archive; unpack it"),
        (b"\xfd7zXZ", "an xz archive; unpack it"),
        (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it"),
        (b"7z\xbc\xaf", "a 7z archive; unpack it"),
        (b"\x7fELF", "a program"),
        (b"\xd0\xcf\x11\xe0", "an old office document; save its text"),
        (b"{\\rtf1", "a rich text document; save it as plain text"),
    ];
    let found = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    found.map(|&(_, reason)| reason).or_else(|| lettered(bytes))
}

/// The same for formats that begin with plain letters: only what follows tells them from a text.
fn lettered(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, kind @ ..]
            if [b"WAVE", b"AVI ", b"WEBP"]
                .iter()
                .any(|k| kind.starts_with(*k)) =>
        {
            Some("a sound or picture file")
        }
        // The digits of pi open its blocks.
        [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, 0x26, ..] => {
            Some("a bzip2 archive; unpack it")
        }
        [b'I', b'D', b'3', 2..=4, 0..=9, ..] => Some("a sound file"),
        [b'%', b'P', b'D', b'F', b'-', b'2', b'.', ..] => {
            Some("a PDF; save its text, for instance with pdftotext")
        }
        _ => None,
    }
}

/// The format of `text`; the reason to leave it out where it is none of ours.
fn sniff(path: &str, text: &str) -> Result<Format, &'static str> {
    let head = text.trim_start();
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let extension = name
        .rsplit_once('.')
        .map_or("", |(_, extension)| extension)
        .to_ascii_lowercase();
    if controls(text) {
        return Err("not a text: it is full of control characters");
    }
    match head.as_bytes().first() {
        Some(b'{' | b'[') if json::looks(head, &extension) => return Ok(Format::Json),
        Some(b'<') => {
            if let Some(format) = tagged(head) {
                return format;
            }
        }
        _ => {}
    }
    if matches!(extension.as_str(), "html" | "htm" | "xhtml") && markup::has_tags(text) {
        return Ok(Format::Html);
    }
    if matches!(extension.as_str(), "md" | "markdown" | "mdown" | "mkd")
        || front_matter::has_front(text)
    {
        return Ok(Format::Markdown);
    }
    if ris::looks(head) {
        return Ok(Format::Ris);
    }
    if nexis::looks(text) {
        return Ok(Format::Nexis);
    }
    if matches!(
        extension.as_str(),
        "toml"
            | "css"
            | "js"
            | "ts"
            | "py"
            | "rs"
            | "c"
            | "h"
            | "sh"
            | "yaml"
            | "yml"
            | "ini"
            | "lock"
            | "csv"
            | "tsv"
            | "svg"
            | "bib"
            | "log"
            | "tex"
    ) {
        return Err("not a kind of file that holds articles");
    }
    Ok(Format::Plain)
}

/// What a text that begins with a tag is; `None` where the tag may be stray.
fn tagged(head: &str) -> Option<Result<Format, &'static str>> {
    let mut end = head.len().min(4096);
    while !head.is_char_boundary(end) {
        end -= 1;
    }
    let lower = head[..end].to_ascii_lowercase();
    let has = |what: &str| lower.contains(what);
    if has("<!doctype html")
        || has("<html")
        || has("<head")
        || has("<body")
        || lower.starts_with("<article")
        || lower.starts_with("<meta")
    {
        Some(Ok(Format::Html))
    } else if has("<rss") || has("<rdf:rdf") || has("<feed") {
        Some(Ok(Format::Feed))
    } else if lower.starts_with("<?xml")
        || lower.starts_with("<!doctype")
        || lower.starts_with("<svg")
    {
        Some(Err(
            "XML of a kind that is not read: neither RSS nor Atom nor XHTML",
        ))
    } else {
        None
    }
}

/// Whether control characters other than white space make up a good part of the text.
fn controls(text: &str) -> bool {
    let sample = &text.as_bytes()[..text.len().min(8192)];
    let control = |b: u8| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    // Without a check for overflow many bytes are counted at once.
    let count = |bad: usize, &b: &u8| bad.wrapping_add(usize::from(control(b)));
    sample.iter().fold(0, count) * 20 > sample.len()
}

/// A fact read from fields around the text; `None` where the field is blank.
fn fact(words: &str) -> Option<Fact<String>> {
    let value = metadata::plain(words);
    (!value.is_empty()).then(|| marked(value))
}

/// A value as a fact from markup.
fn marked<T>(value: T) -> Fact<T> {
    Fact {
        value,
        source: Source::Markup,
        span: None,
        reason: None,
    }
}

/// A moment read from a field; `None` where it cannot be read or has two readings.
fn moment(words: &str) -> Option<Fact<Timestamp>> {
    stamp::field(words)
        .filter(|stamp| stamp.other.is_none())
        .map(|stamp| marked(stamp.when))
}

/// Names read from fields, `[[wiki links]]` and a leading "By" taken off.
fn names<'a>(fields: impl IntoIterator<Item = &'a str>) -> Option<Fact<Vec<String>>> {
    let mut found: Vec<String> = Vec::new();
    let mut known = HashSet::new();
    for field in fields {
        let bare = field.trim().trim_start_matches("[[").trim_end_matches("]]");
        // "[[people/jane|Jane Doe]]" shows what stands behind the bar.
        let bare = bare.rsplit_once('|').map_or(bare, |(_, shown)| shown);
        let bare = bare
            .strip_prefix("By ")
            .or_else(|| bare.strip_prefix("by "))
            .unwrap_or(bare);
        let name = metadata::plain(bare);
        // An address is a way to reach someone, not a name.
        let address = name.contains("://") || name.contains('@') && !name.contains(' ');
        if !name.is_empty() && !address && known.insert(name.clone()) {
            found.push(name);
        }
    }
    (!found.is_empty()).then(|| marked(found))
}
