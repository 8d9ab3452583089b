//! Markdown with the front matter of clippers and site builders.
//!
//! | tool | title | address | author | published | changed |
//! |---|---|---|---|---|---|
//! | Obsidian Web Clipper | `title` | `source` | `author` (`[[…]]`) | `published` | – |
//! | `MarkDownload` | the heading | `source` | `author` | – | – |
//! | Jekyll | `title` | – | `author`, `authors` | `date` | `last_modified_at` |
//! | Hugo | `title` | – | `author`, `authors` | `publishDate`, `date` | `lastmod` |
//! | trafilatura | `title` | `url` | `author` | `date` | – |
//!
//! `created` is the day of clipping and says nothing of the article.
//! - Obsidian: the default template (<https://help.obsidian.md/web-clipper/variables>).
//! - `MarkDownload`: the default of `frontmatter`
//!   (<https://github.com/deathau/markdownload>, `src/common/options.js`): `created`,
//!   `tags`, `source`, `author`, then the heading and a quoted "Excerpt", which the page
//!   says again below.
//! - Jekyll: <https://jekyllrb.com/docs/front-matter/>; `author` may be a table with a `name`.
//! - Hugo: <https://gohugo.io/content-management/front-matter/>: `pubdate` and `published`
//!   are other names of `publishDate`, `modified` of `lastmod`; between `+++` it is TOML.

use std::fmt;

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::{Draft, fact, moment, names};
use crate::corpus::{Article, Warning};

/// Whether `text` begins with front matter.
pub fn has_front(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    ["---", "+++"].iter().any(|fence| {
        let mut lines = text.lines();
        lines.next().is_some_and(|line| line.trim_end() == *fence)
            && lines.next().is_some_and(|line| line.contains([':', '=']))
            && lines.take(200).any(|line| line.trim_end() == *fence)
    })
}

/// Reads a Markdown file as one article.
pub fn parse(path: &str, text: &str, warnings: &mut Vec<Warning>) -> Draft {
    let rendered = render(text);
    let front = rendered.front.as_ref().map(|(kind, front)| match kind {
        MetadataBlockKind::YamlStyle => yaml(path, front, warnings),
        MetadataBlockKind::PlusesStyle => tables(path, front, warnings),
    });
    let clipped = front.is_some();
    let front = front.unwrap_or_default();
    let first = |keys: &[&str]| {
        keys.iter().find_map(|key| {
            front
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(key))
                .and_then(|(_, values)| values.first())
                .map(String::as_str)
        })
    };
    let mut article = Article::new(path, rendered.text);
    article.title = first(&["title", "headline"]).and_then(fact);
    if article.title.is_none() {
        article.title = rendered.heading.as_deref().and_then(fact);
    }
    article.url = first(&[
        "source",
        "url",
        "link",
        "canonical",
        "canonical_url",
        "clipped_from",
    ])
    .filter(|url| url.contains("://"))
    .and_then(fact);
    article.outlet = first(&[
        "outlet",
        "site",
        "site_name",
        "sitename",
        "publisher",
        "publication",
    ])
    .and_then(fact);
    article.published = first(&[
        "published",
        "publishdate",
        "publish_date",
        "pubdate",
        "published_time",
        "datepublished",
        "date",
    ])
    .and_then(moment);
    article.updated =
        first(&["updated", "lastmod", "modified", "last_modified_at"]).and_then(moment);
    let authors = front.iter().find(|(key, _)| {
        ["author", "authors", "byline"]
            .iter()
            .any(|name| key.eq_ignore_ascii_case(name))
    });
    article.authors = authors.and_then(|(_, values)| {
        names(
            values
                .iter()
                .flat_map(|value| value.split(','))
                .flat_map(|value| value.split(" and ")),
        )
    });
    Draft {
        body_only: clipped,
        ..Draft::new(article)
    }
}

/// The plain text of a piece of Markdown.
pub fn text_of(text: &str) -> String {
    render(text).text
}

#[derive(Default)]
struct Rendered {
    text: String,
    front: Option<(MetadataBlockKind, String)>,
    /// The first heading of level one.
    heading: Option<String>,
}

/// The deepest nesting of quotes and lists that is rendered.
const DEPTH: usize = 60;

fn render(text: &str) -> Rendered {
    let mut out = Rendered::default();
    let mut meta: Option<MetadataBlockKind> = None;
    let mut heading: Option<usize> = None;
    let mut quote: Option<usize> = None;
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH;
    let shallow = shallow(text);
    for event in Parser::new_ext(&shallow, options) {
        match event {
            Event::Start(Tag::BlockQuote(_)) if quote.is_none() => {
                apart(&mut out.text);
                quote = Some(out.text.len());
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                // MarkDownload quotes the page's own summary above the page.
                if let Some(start) = quote.take()
                    && out
                        .text
                        .get(start..)
                        .is_some_and(|q| q.starts_with("Excerpt\n"))
                {
                    out.text.truncate(start);
                }
            }
            Event::Start(Tag::MetadataBlock(kind)) => {
                meta = Some(kind);
                out.front = Some((kind, String::new()));
            }
            Event::End(TagEnd::MetadataBlock(_)) => meta = None,
            Event::Text(words) | Event::Code(words) => match (&mut out.front, meta) {
                (Some((_, front)), Some(_)) => front.push_str(&words),
                _ => out.text.push_str(&words),
            },
            Event::SoftBreak => out.text.push(' '),
            Event::HardBreak | Event::Rule | Event::End(TagEnd::TableRow | TagEnd::TableHead) => {
                out.text.push('\n');
            }
            Event::Start(Tag::Heading { level, .. }) => {
                apart(&mut out.text);
                heading = (level == pulldown_cmark::HeadingLevel::H1 && out.heading.is_none())
                    .then_some(out.text.len());
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(start) = heading.take() {
                    out.heading = out.text.get(start..).map(str::to_owned);
                }
                apart(&mut out.text);
            }
            Event::Start(Tag::Item) => {
                if !out.text.is_empty() && !out.text.ends_with('\n') {
                    out.text.push('\n');
                }
                out.text.push_str("• ");
            }
            Event::Start(Tag::Paragraph) if out.text.ends_with("• ") => {}
            Event::Start(
                Tag::Paragraph
                | Tag::BlockQuote(_)
                | Tag::Table(_)
                | Tag::CodeBlock(_)
                | Tag::List(_),
            )
            | Event::End(TagEnd::Paragraph | TagEnd::List(_) | TagEnd::Table) => {
                apart(&mut out.text);
            }
            Event::End(TagEnd::TableCell) => out.text.push_str("  "),
            _ => {}
        }
    }
    let end = out.text.trim_end().len();
    out.text.truncate(end);
    out
}

/// An empty line, unless the text has just begun.
fn apart(text: &mut String) {
    let end = text.trim_end_matches([' ', '\n']).len();
    text.truncate(end);
    if !text.is_empty() {
        text.push_str("\n\n");
    }
}

/// The text with markers of quotes nested beyond any article's need taken off.
fn shallow(text: &str) -> std::borrow::Cow<'_, str> {
    let deep = |line: &str| {
        line.bytes()
            .take_while(|b| matches!(b, b'>' | b' ' | b'-' | b'*' | b'+' | b'\t'))
            .filter(|b| *b != b' ')
            .count()
            > DEPTH
    };
    if !text.lines().any(deep) {
        return text.into();
    }
    text.lines()
        .map(|line| {
            if deep(line) {
                line.trim_start_matches(['>', ' ', '-', '*', '+', '\t'])
            } else {
                line
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
        .into()
}

/// The keys of front matter with their values as words.
type Front = Vec<(String, Vec<String>)>;

fn yaml(path: &str, front: &str, warnings: &mut Vec<Warning>) -> Front {
    match serde_saphyr::from_str::<Fields>(front) {
        Ok(fields) => fields.0,
        Err(error) => {
            warnings.push(broken(path, "YAML", &error.to_string()));
            lines(front, ':')
        }
    }
}

/// The warning for front matter that cannot be read as what it says it is.
fn broken(path: &str, kind: &str, error: &str) -> Warning {
    let first = error.lines().next().unwrap_or_default();
    let first = first.strip_prefix("error: ").unwrap_or(first);
    // "line 2 column 1: …", counted from the line below the fence.
    let (line, said) = match first.split_once(": ") {
        Some((at, said)) if at.starts_with("line ") => (
            at.split(' ').nth(1).and_then(|n| n.parse::<usize>().ok()),
            said,
        ),
        _ => (None, first),
    };
    // What the library would have its caller do is nothing to the reader.
    let said = if said.contains("budget") || said.contains("recursion") {
        "it is nested or repeated beyond any need"
    } else {
        said.split(", set ").next().unwrap_or(said)
    };
    let mut warning = Warning::new(path, format!("front matter is not valid {kind}: {said}"));
    warning.line = line.map(|line| line + 1);
    warning.fix = Some("its plain lines are read all the same".to_owned());
    warning
}

/// TOML front matter; where it is broken, its plain lines.
fn tables(path: &str, front: &str, warnings: &mut Vec<Warning>) -> Front {
    let table = match front.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            warnings.push(broken(path, "TOML", error.message()));
            return lines(front, '=');
        }
    };
    let mut found = Vec::new();
    for (key, value) in &table {
        // Hugo keeps what it does not know itself under [params].
        match value.as_table().filter(|_| key == "params") {
            Some(inner) => found.extend(inner.iter().map(|(k, v)| (k.clone(), scalars(v)))),
            None => found.push((key.clone(), scalars(value))),
        }
    }
    found
}

/// The words of a TOML value: its own, those of its items, or its `name`.
fn scalars(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::Array(items) => items.iter().flat_map(scalars).collect(),
        toml::Value::Table(table) => table.get("name").map(scalars).unwrap_or_default(),
        toml::Value::String(words) => vec![words.clone()],
        value => vec![value.to_string()],
    }
}

/// Front matter read as lines of `key: value`.
fn lines(front: &str, mark: char) -> Front {
    let strip = |value: &str| {
        value
            .trim()
            .trim_matches(['"', '\'', '[', ']'])
            .trim()
            .to_owned()
    };
    front
        .lines()
        .filter(|line| !line.starts_with([' ', '\t', '-', '#']))
        .filter_map(|line| line.split_once(mark))
        .map(|(key, value)| (key.trim().to_owned(), vec![strip(value)]))
        .filter(|(_, values)| values.iter().any(|value| !value.is_empty()))
        .collect()
}

/// A mapping whose values are words or lists of words; deeper values are passed over.
struct Fields(Front);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a mapping of keys to words")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    let Words(values) = map.next_value()?;
                    fields.push((key, values));
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(Map)
    }
}

/// A scalar or a list of scalars as words.
struct Words(Vec<String>);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("words")
            }

            fn visit_str<E>(self, words: &str) -> Result<Words, E> {
                Ok(Words(vec![words.to_owned()]))
            }

            fn visit_bool<E>(self, value: bool) -> Result<Words, E> {
                Ok(Words(vec![value.to_string()]))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Words, E> {
                Ok(Words(vec![value.to_string()]))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Words, E> {
                Ok(Words(vec![value.to_string()]))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Words, E> {
                Ok(Words(vec![value.to_string()]))
            }

            fn visit_unit<E>(self) -> Result<Words, E> {
                Ok(Words(Vec::new()))
            }

            fn visit_none<E>(self) -> Result<Words, E> {
                Ok(Words(Vec::new()))
            }

            fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Words, D::Error> {
                Words::deserialize(inner)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Words, A::Error> {
                let mut all = Vec::new();
                while let Some(Words(mut words)) = seq.next_element()? {
                    all.append(&mut words);
                }
                Ok(Words(all))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
                // A person as a table: the name says who.
                let mut found = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    if key == "name" {
                        let Words(mut words) = map.next_value()?;
                        found.append(&mut words);
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(Words(found))
            }
        }
        deserializer.deserialize_any(Any)
    }
}
