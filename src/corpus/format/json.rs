//! JSON and JSON Lines: one article an object, under the field names that the
//! usual tools write.
//!
//! | tool | title | text | date | author | outlet |
//! |---|---|---|---|---|---|
//! | news-please | `title` | `maintext` | `date_publish` | `authors` | `source_domain` |
//! | trafilatura | `title` | `text`, `raw_text` | `date` | `author` | `source-hostname`, `hostname` |
//! | wallabag | `title` | `content` (HTML) | `published_at` | `published_by` | `domain_name` |
//! | ninjs (IPTC) | `headline` | `body_text`, `body_xhtml` | `versioncreated`, `firstcreated` | `byline` | `copyrightholder` |
//! | CSL-JSON (Zotero) | `title` | – (`abstract`) | `issued.date-parts` | `author[].family/given` | `container-title` |
//! | JSON Feed 1.1 | `title` | `content_text`, `content_html` | `date_published` | `authors[].name` | the feed's `title` |
//! | schema.org | `headline` | `articleBody` | `datePublished` | `author.name` | `publisher.name` |

use serde_json::{Map, Value};

use super::{Draft, fact, markdown, marked, markup, moment, names};
use crate::{
    corpus::{Article, Warning},
    temporal::Timestamp,
};

const TITLE: &[&str] = &["title", "headline", "name"];
const TEXT: &[&str] = &[
    "text",
    "maintext",
    "body_text",
    "articleBody",
    "content_text",
    "body",
    "content",
    "content_html",
    "body_xhtml",
    "body_html",
    "raw_text",
    "full_text",
    "fulltext",
    "article_text",
];
const DATE: &[&str] = &[
    "published",
    "date_publish",
    "datePublished",
    "date_published",
    "published_at",
    "publishedAt",
    "published_date",
    "publication_date",
    "pubDate",
    "pub_date",
    "pubdate",
    "published_time",
    "versioncreated",
    "firstcreated",
    "date",
    "timestamp",
    "created_utc",
];
const UPDATED: &[&str] = &[
    "updated",
    "date_modify",
    "dateModified",
    "date_modified",
    "updated_at",
    "updatedAt",
    "modified",
    "lastmod",
];
const AUTHOR: &[&str] = &[
    "authors",
    "author",
    "byline",
    "published_by",
    "creator",
    "writer",
];
const OUTLET: &[&str] = &[
    "outlet",
    "publisher",
    "source",
    "site_name",
    "sitename",
    "siteName",
    "container-title",
    "copyrightholder",
    "publication",
    "newspaper",
    "source-hostname",
    "source_domain",
    "hostname",
    "domain_name",
];
const URL: &[&str] = &[
    "url",
    "URL",
    "link",
    "canonical_url",
    "external_url",
    "uri",
    "given_url",
];
/// Keys whose list or object holds the articles.
const WRAPPERS: &[&str] = &[
    "articles",
    "items",
    "entries",
    "docs",
    "documents",
    "results",
    "data",
    "_embedded",
    "hits",
    "news",
];

/// Whether `head` is JSON rather than a text in brackets.
pub fn looks(head: &str, extension: &str) -> bool {
    if matches!(extension, "json" | "jsonl" | "ndjson" | "jl") {
        return true;
    }
    let inner = head[1..].trim_start();
    match head.as_bytes()[0] {
        b'{' => {
            inner.starts_with('"')
                && inner
                    .get(..400.min(inner.len()))
                    .unwrap_or(inner)
                    .contains("\":")
                || inner.starts_with('}')
        }
        _ => inner.starts_with('{') && inner[1..].trim_start().starts_with('"'),
    }
}

/// Reads a JSON or JSON Lines file; a bad line is a warning with its number.
pub fn parse(path: &str, text: &str, warnings: &mut Vec<Warning>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let many = first.trim_start().starts_with('{')
        && lines
            .next()
            .is_some_and(|line| line.trim_start().starts_with('{'));
    if many
        || serde_json::from_str::<serde::de::IgnoredAny>(text).is_err()
            && first.trim_end().ends_with('}')
            && first.trim_start().starts_with('{')
    {
        for (n, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
        {
            match serde_json::from_str(line) {
                Ok(value) => collect(path, &value, None, 0, &mut drafts),
                Err(error) => warnings.push(bad(path, n + 1, &error)),
            }
        }
        return drafts;
    }
    match serde_json::from_str(text) {
        Ok(value) => collect(path, &value, None, 0, &mut drafts),
        Err(error) => {
            let mut warning = bad(path, error.line(), &error);
            // What stands whole before the break is not lost.
            for value in whole_objects(text) {
                collect(path, &value, None, 0, &mut drafts);
            }
            warning.skipped = drafts.is_empty();
            warnings.push(warning);
        }
    }
    drafts
}

fn bad(path: &str, line: usize, error: &serde_json::Error) -> Warning {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    let mut warning = Warning::new(path, format!("not valid JSON: {reason}"));
    warning.line = Some(line);
    warning
}

/// The objects of a broken list that can still be read, up to the break.
fn whole_objects(text: &str) -> Vec<Value> {
    let Some(start) = text.find('[') else {
        return Vec::new();
    };
    let mut rest = text[start + 1..].trim_start();
    let mut found = Vec::new();
    while rest.starts_with('{') {
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        let Some(Ok(value)) = stream.next() else {
            break;
        };
        found.push(value);
        rest = rest[stream.byte_offset()..]
            .trim_start()
            .trim_start_matches(',')
            .trim_start();
    }
    found
}

/// The articles in `value`: itself, the items of a list, or what a wrapper holds.
fn collect(path: &str, value: &Value, outlet: Option<&str>, depth: usize, drafts: &mut Vec<Draft>) {
    match value {
        Value::Array(items) if depth < 4 => {
            for item in items {
                collect(path, item, outlet, depth + 1, drafts);
            }
        }
        Value::Object(object) => {
            let feed = object
                .get("version")
                .and_then(Value::as_str)
                .is_some_and(|v| v.contains("jsonfeed.org"));
            let outlet =
                if feed { string(object, TITLE) } else { None }.or(outlet.map(str::to_owned));
            let text = string(object, TEXT);
            let wrapped = WRAPPERS
                .iter()
                .filter_map(|key| object.get(*key))
                .find(|value| value.is_array() || value.is_object());
            match wrapped {
                Some(inner) if (feed || text.is_none()) && depth < 4 => {
                    collect(path, inner, outlet.as_deref(), depth + 1, drafts);
                }
                _ => drafts.extend(article(path, object, text, outlet)),
            }
        }
        _ => {}
    }
}

/// One object as an article; `None` where it has neither text nor title.
fn article(
    path: &str,
    object: &Map<String, Value>,
    text: Option<String>,
    outlet: Option<String>,
) -> Option<Draft> {
    let title = string(object, TITLE);
    let note = || {
        string(
            object,
            &["abstract", "description", "summary", "description_text"],
        )
    };
    if text.is_none() && title.is_none() {
        return None;
    }
    let text = text
        .map(|text| readable(&text))
        .or_else(note)
        .unwrap_or_default();
    let mut article = Article::new(path, text);
    article.title = title.and_then(|title| fact(&markup::unescape(&title)));
    article.outlet = string(object, OUTLET)
        .filter(|outlet| !outlet.contains("://"))
        .or(outlet)
        .and_then(|outlet| fact(&outlet));
    article.url = string(object, URL).and_then(|url| fact(&url));
    article.authors = authors(object);
    article.published = date(object, DATE).or_else(|| issued(object.get("issued")?));
    article.updated = date(object, UPDATED);
    Some(Draft {
        article,
        body_only: true,
        body: None,
    })
}

/// A text field as a reader sees it: HTML and Markdown made plain.
fn readable(text: &str) -> String {
    if text.contains("</") && markup::has_tags(text) || text.contains("<p>") || text.contains("<br")
    {
        markup::text_of(text)
    } else if text.contains("](http") || text.contains("](/") {
        markdown::text_of(text)
    } else {
        text.to_owned()
    }
}

/// The first of `keys` that holds a word: a string, a number, the `name` of an
/// object, the first of a list.
fn string(object: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| words(object.get(*key)?))
}

fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()).filter(|words| !words.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => ["name", "title", "literal", "text", "#text", "@value"]
            .iter()
            .find_map(|key| object.get(*key).and_then(Value::as_str))
            .map(str::to_owned),
        Value::Array(items) => items
            .first()
            .filter(|item| !item.is_array())
            .and_then(words),
        _ => None,
    }
}

fn authors(object: &Map<String, Value>) -> Option<crate::corpus::Fact<Vec<String>>> {
    AUTHOR.iter().find_map(|key| {
        let list: Vec<String> = match object.get(*key)? {
            Value::String(line) => line
                .split([';', ','])
                .flat_map(|part| part.split(" and "))
                .map(str::to_owned)
                .collect(),
            Value::Array(items) => items.iter().filter_map(person).collect(),
            value => person(value).into_iter().collect(),
        };
        names(list.iter().map(String::as_str))
    })
}

/// A person as a string, as `{name}`, or as CSL's `{given, family, literal}`.
fn person(value: &Value) -> Option<String> {
    if let Value::Object(object) = value
        && let Some(family) = object.get("family").and_then(Value::as_str)
    {
        let given = object
            .get("given")
            .and_then(Value::as_str)
            .unwrap_or_default();
        return Some(format!("{given} {family}"));
    }
    words(value)
}

fn date(object: &Map<String, Value>, keys: &[&str]) -> Option<crate::corpus::Fact<Timestamp>> {
    keys.iter()
        .find_map(|key| moment(&words(object.get(*key)?)?))
}

/// CSL's `{"date-parts": [[2025, 6, 24]]}`, or `{"raw": "2025-06-24"}`.
fn issued(value: &Value) -> Option<crate::corpus::Fact<Timestamp>> {
    if let Some(raw) = value
        .get("raw")
        .or_else(|| value.get("literal"))
        .or(Some(value))
        .and_then(Value::as_str)
    {
        return moment(raw);
    }
    let parts = value.get("date-parts")?.get(0)?.as_array()?;
    let part = |i: usize| -> Option<i64> {
        parts
            .get(i)
            .and_then(|v| v.as_i64().or_else(|| v.as_str()?.parse().ok()))
    };
    let day = chrono::NaiveDate::from_ymd_opt(
        i32::try_from(part(0)?).ok()?,
        u32::try_from(part(1)?).ok()?,
        u32::try_from(part(2)?).ok()?,
    )?;
    Some(marked(Timestamp::day(day)))
}

/// The article objects of a JSON-LD element, `@graph` included.
pub fn linked(text: &str, found: &mut Vec<Value>) {
    let Ok(value) = serde_json::from_str::<Value>(text.trim()) else {
        return;
    };
    gather(value, 0, found);
}

fn gather(value: Value, depth: usize, found: &mut Vec<Value>) {
    match value {
        Value::Array(items) if depth < 4 => items
            .into_iter()
            .for_each(|item| gather(item, depth + 1, found)),
        Value::Object(mut object) => {
            if let Some(graph) = object.remove("@graph") {
                gather(graph, depth + 1, found);
            }
            let kinds = match object.get("@type") {
                Some(Value::Array(kinds)) => kinds
                    .iter()
                    .filter_map(Value::as_str)
                    .collect::<Vec<_>>()
                    .join(" "),
                Some(Value::String(kind)) => kind.clone(),
                _ => String::new(),
            };
            if kinds.contains("Article")
                || kinds.contains("BlogPosting")
                || kinds.contains("Report")
            {
                found.push(Value::Object(object));
            }
        }
        _ => {}
    }
}

/// The facts of a schema.org article; what is known already stays.
pub fn schema(value: &Value, article: &mut Article) {
    let Value::Object(object) = value else { return };
    let known = article.clone();
    article.title = known
        .title
        .or_else(|| fact(&markup::unescape(&string(object, &["headline", "name"])?)));
    article.outlet = known
        .outlet
        .or_else(|| fact(&markup::unescape(&string(object, &["publisher"])?)));
    article.authors = known.authors.or_else(|| authors(object));
    article.published = known
        .published
        .or_else(|| moment(&string(object, &["datePublished", "dateCreated"])?));
    article.updated = known
        .updated
        .or_else(|| moment(&string(object, &["dateModified"])?));
    article.url = known
        .url
        .or_else(|| fact(&string(object, &["url"])?).filter(|url| url.value.contains("://")));
}
