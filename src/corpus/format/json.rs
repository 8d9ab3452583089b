//! JSON and JSON Lines: one article an object, under the field names that the
//! usual tools write.
//!
//! | tool | title | text | date | author | outlet |
//! |---|---|---|---|---|---|
//! | news-please | `title`, `title_page`, `title_rss` | `maintext`, `text` | `date_publish` | `authors` | `source_domain` |
//! | trafilatura | `title` | `text`, `raw_text` | `date` | `author` | `source-hostname`, `hostname` |
//! | wallabag | `title` | `content` (HTML) | `published_at` | `published_by` | `domain_name` |
//! | ninjs 1.x | `headline` | `body_xhtml`, `body_text` | `firstcreated`, `versioncreated` | `byline` | `infosource`, `copyrightholder` |
//! | ninjs 2, 3 | `headlines[].value` | `bodies[].value` | `firstCreated`, `versionCreated` | `by` | `infoSources`, `copyrightHolder` |
//! | CSL-JSON | `title` | – (`abstract`) | `issued` | `author[]` | `container-title` |
//! | JSON Feed 1.1 | `title` | `content_html`, `content_text` | `date_published` | `authors[].name` | the feed's `title` |
//! | schema.org | `headline` | `articleBody` | `datePublished` | `author.name` | `publisher.name` |
//!
//! Where the names were read:
//! - news-please: the class `NewsArticle`, <https://github.com/fhamborg/news-please>
//!   (`newsplease/NewsArticle.py`); an unknown date is the word `None`.
//! - trafilatura 2: `build_json_output`, <https://github.com/adbar/trafilatura>
//!   (`trafilatura/xml.py`): `source` is the address and `source-hostname` the site's name.
//! - wallabag: the entity `Entry`, <https://github.com/wallabag/wallabag>
//!   (`src/Entity/Entry.php`): `created_at` and `updated_at` are the reader's own doing.
//! - ninjs: <https://iptc.org/std/ninjs/userguide/> and the examples in
//!   <https://github.com/iptc/newsinjson>; of the `bodies`, the one with markup keeps the paragraphs.
//! - CSL-JSON: `csl-data.json`, <https://github.com/citation-style-language/schema>:
//!   `source` is the catalogue a record was taken from, `accessed` the day of looking.
//! - JSON Feed: <https://www.jsonfeed.org/version/1.1/>: the feed's authors are those of
//!   an item without its own.

use serde_json::{Map, Value};

use super::{Draft, MOST, broken, fact, markdown, marked, markup, moment, names};
use crate::{
    corpus::{
        Article, Fact, Warning,
        fields::{Field, Fields},
    },
    temporal::Timestamp,
};

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

/// How many broken lines of a file are named one by one.
const BROKEN: usize = 10;

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
    let drafts = read(path, text, warnings);
    if drafts.len() >= MOST {
        let reason = format!("more than {MOST} items, of which the further ones were not read");
        warnings.push(Warning::new(path, reason));
    }
    drafts
}

fn read(path: &str, text: &str, warnings: &mut Vec<Warning>) -> Vec<Draft> {
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
        let mut bad_lines: Vec<Warning> = Vec::new();
        let mut more = 0;
        for (n, line) in text.lines().enumerate() {
            match broken::value(line) {
                _ if line.trim().is_empty() => {}
                Ok(value) => collect(path, &value, None, 0, &mut drafts),
                Err(error) if bad_lines.len() < BROKEN => bad_lines.push(bad(path, n + 1, &error)),
                Err(_) => more += 1,
            }
        }
        if more > 0 {
            let reason = format!("{more} more lines are not valid JSON");
            bad_lines.push(Warning::new(path, reason));
        }
        if drafts.is_empty() {
            for warning in &mut bad_lines {
                warning.skipped = true;
            }
        }
        warnings.extend(bad_lines);
        return drafts;
    }
    match broken::value(text) {
        Ok(value) => collect(path, &value, None, 0, &mut drafts),
        Err(_) if broken::sequence(text).is_some() => {
            for value in broken::sequence(text).into_iter().flatten() {
                collect(path, &value, None, 0, &mut drafts);
            }
        }
        Err(error) => {
            let mut warning = bad(path, error.line(), &error);
            // What stands whole before the break is not lost.
            for value in broken::whole_objects(text) {
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

/// The articles in `value`: itself, the items of a list, or what a wrapper holds.
fn collect(
    path: &str,
    value: &Value,
    feed: Option<&Map<String, Value>>,
    depth: usize,
    drafts: &mut Vec<Draft>,
) {
    match value {
        Value::Array(items) if depth < 4 => {
            for item in items {
                collect(path, item, feed, depth + 1, drafts);
            }
        }
        Value::Object(object) => {
            let feed = object
                .get("version")
                .and_then(Value::as_str)
                .is_some_and(|v| v.contains("jsonfeed.org"))
                .then_some(object)
                .or(feed);
            let head = feed.is_some_and(|feed| std::ptr::eq(feed, object));
            let fields = fields_of(object);
            let text = body(&fields);
            let wrapped = WRAPPERS
                .iter()
                .filter_map(|key| object.get(*key))
                .find(|value| value.is_array() || value.is_object());
            match wrapped {
                Some(inner) if (head || text.is_none()) && depth < 4 => {
                    collect(path, inner, feed, depth + 1, drafts);
                }
                _ if drafts.len() >= MOST => {}
                _ => drafts.extend(article(path, &fields, feed)),
            }
        }
        _ => {}
    }
}

/// One object as an article; `None` where it has neither text nor title.
fn article(path: &str, fields: &Read, feed: Option<&Map<String, Value>>) -> Option<Draft> {
    let title = fields.of(Field::Title).find_map(words);
    let text = body(fields);
    if text.is_none() && title.is_none() {
        return None;
    }
    let text = text
        .map(|text| readable(&text))
        .or_else(|| fields.of(Field::Summary).find_map(words))
        .unwrap_or_default();
    let head = feed.map(fields_of);
    let mut draft = Draft::alone(Article::new(path, text));
    let article = &mut draft.article;
    article.title = title.and_then(|title| fact(&markup::unescape(&title)));
    article.outlet = fields
        .of(Field::Outlet)
        .filter_map(words)
        .find(|outlet| !outlet.contains("://"))
        .or_else(|| head.as_ref()?.of(Field::Title).find_map(words))
        .and_then(|outlet| fact(&outlet));
    let mut addresses = fields.of(Field::Url).filter_map(words);
    article.url = addresses
        .find(|url| url.contains("://"))
        .and_then(|url| fact(&url));
    article.authors = authors(fields).or_else(|| authors(head.as_ref()?));
    article.published =
        date(fields, Field::Published).or_else(|| fields.of(Field::Issued).find_map(issued));
    draft.saved = date(fields, Field::Saved).map(|when| when.value.date);
    // The reader's own: when an entry was filed or touched.
    let own = fields.of(Field::Reader).next().is_some();
    article.updated = date(fields, Field::Updated).filter(|updated| {
        let first = article.published.as_ref();
        !own && first.is_none_or(|first| first.value != updated.value)
    });
    Some(draft)
}

/// The fields of an object.
type Read<'v> = Fields<&'v Value>;

fn fields_of(object: &Map<String, Value>) -> Read<'_> {
    Fields::read(object.iter().map(|(name, value)| (name.as_str(), value)))
}

/// The text of an object: a list of paragraphs is joined.
fn body(fields: &Read) -> Option<String> {
    fields.of(Field::Text).find_map(|value| match value {
        Value::Array(items) if items.len() > 1 && items.iter().all(Value::is_string) => {
            let parts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            Some(parts.join("\n\n")).filter(|text| !text.trim().is_empty())
        }
        value => words(value),
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
pub fn string(object: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| words(object.get(*key)?))
}

fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()).filter(|words| !words.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => [
            "name", "title", "literal", "value", "text", "rendered", "#text", "@value",
        ]
        .iter()
        .find_map(|key| object.get(*key).and_then(Value::as_str))
        .map(str::to_owned),
        Value::Array(items) => best(items).filter(|item| !item.is_array()).and_then(words),
        _ => None,
    }
}

/// The first of a list; of ninjs's `bodies`, the first with markup, else the main one.
fn best(items: &[Value]) -> Option<&Value> {
    let with = |test: &dyn Fn(&str) -> bool| {
        let say = |item: &&Value| {
            ["contenttype", "contentType", "role"]
                .iter()
                .any(|key| item.get(key).and_then(Value::as_str).is_some_and(test))
        };
        items.iter().find(say)
    };
    with(&|kind| kind.contains("html"))
        .or_else(|| with(&|role| role == "main"))
        .or(items.first())
}

/// The names on one line: parted by semicolons, commas, "and".
pub fn split(line: &str) -> impl Iterator<Item = &str> {
    line.split([';', ',']).flat_map(|part| part.split(" and "))
}

fn authors(fields: &Read) -> Option<Fact<Vec<String>>> {
    fields.of(Field::Author).find_map(|value| {
        let list: Vec<String> = match value {
            Value::String(line) => split(line).map(str::to_owned).collect(),
            Value::Array(items) => items.iter().filter_map(person).collect(),
            value => person(value).into_iter().collect(),
        };
        names(list.iter().map(String::as_str))
    })
}

/// A person as a string, as `{name}`, or as CSL's `{given, family, literal}`.
fn person(value: &Value) -> Option<String> {
    if let Value::Object(object) = value
        && object.get("family").is_some_and(Value::is_string)
    {
        let parts = [
            "given",
            "dropping-particle",
            "non-dropping-particle",
            "family",
            "suffix",
        ];
        let parts: Vec<&str> = parts
            .iter()
            .filter_map(|part| object.get(*part)?.as_str())
            .filter(|part| !part.is_empty())
            .collect();
        return Some(parts.join(" "));
    }
    words(value)
}

fn date(fields: &Read, field: Field) -> Option<Fact<Timestamp>> {
    fields.of(field).find_map(|value| moment(&words(value)?))
}

/// CSL's `{"date-parts": [[2025, 6, 24]]}`, or `{"raw": "2025-06-24"}`, or `edtf`.
fn issued(value: &Value) -> Option<Fact<Timestamp>> {
    if let Some(raw) = value
        .get("raw")
        .or_else(|| value.get("edtf"))
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
