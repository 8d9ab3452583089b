//! JSON-LD in pages: schema.org's articles and what they refer to.
//!
//! Properties of `NewsArticle` (<https://schema.org/NewsArticle>): `headline`,
//! `articleBody`, `datePublished`, `dateModified`, `author`, `publisher`,
//! `isPartOf`, `url`. A value may be words, an object with a `name`, a list of
//! either, or a reference `{"@id": …}` to another object of the page
//! (<https://www.w3.org/TR/json-ld11/#node-identifiers>), in `@graph` or beside it.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::super::{Draft, broken, fact, json, markup, moment, names};

/// The deepest nesting of lists and graphs that is searched for articles.
const DEPTH: usize = 4;

/// The JSON-LD of a page.
#[derive(Debug, Default)]
pub struct Linked {
    /// Its articles.
    articles: Vec<Map<String, Value>>,
    /// The names of everything that has an identifier.
    named: HashMap<String, String>,
}

impl Linked {
    /// Adds what one script element says.
    pub fn read(&mut self, text: &str) {
        if let Some(value) = broken::lenient(bare(text)) {
            self.gather(value, 0);
        }
    }

    fn gather(&mut self, value: Value, depth: usize) {
        match value {
            Value::Array(items) if depth < DEPTH => {
                for item in items {
                    self.gather(item, depth + 1);
                }
            }
            Value::Object(mut object) if depth < DEPTH => {
                for inner in ["@graph", "mainEntity"] {
                    if let Some(inner) = object.remove(inner) {
                        self.gather(inner, depth + 1);
                    }
                }
                for part in ["publisher", "author", "isPartOf"] {
                    match object.get(part) {
                        Some(Value::Object(part)) => self.note(part),
                        Some(Value::Array(parts)) => {
                            let parts = parts.iter().filter_map(Value::as_object);
                            parts.for_each(|part| self.note(part));
                        }
                        _ => {}
                    }
                }
                self.note(&object);
                if is_article(object.get("@type")) {
                    self.articles.push(object);
                }
            }
            _ => {}
        }
    }

    /// Keeps the name of an object that others may refer to.
    fn note(&mut self, object: &Map<String, Value>) {
        let name = object.get("name").and_then(Value::as_str);
        if let (Some(Value::String(id)), Some(name)) = (object.get("@id"), name) {
            self.named
                .entry(id.clone())
                .or_insert_with(|| name.to_owned());
        }
    }

    /// The text of the article, where it is given whole.
    pub fn body(&self) -> Option<&str> {
        let bodies = self
            .articles
            .iter()
            .filter_map(|a| a.get("articleBody")?.as_str());
        bodies.max_by_key(|body| body.len())
    }

    /// The objects that speak of the page at `address` with one of these `titles`; all of
    /// them, where nothing tells them apart.
    fn own(&self, address: Option<&str>, titles: &[String]) -> Vec<&Map<String, Value>> {
        let place = address.map(place);
        let addresses = |object: &Map<String, Value>| -> Vec<String> {
            ["url", "mainEntityOfPage", "@id"]
                .iter()
                .filter_map(|key| match object.get(*key)? {
                    Value::String(url) => Some(url.clone()),
                    Value::Object(page) => json::string(page, &["@id", "url"]),
                    _ => None,
                })
                .filter(|url| url.contains("://"))
                .collect()
        };
        let here = |object: &&Map<String, Value>| {
            addresses(object)
                .iter()
                .any(|url| Some(self::place(url)) == place)
        };
        let headed = |object: &&Map<String, Value>| {
            let title =
                json::string(object, &["headline", "name"]).map(|t| key(&markup::unescape(&t)));
            title.is_some_and(|title| {
                !title.is_empty() && titles.iter().any(|shown| key(shown).contains(&title))
            })
        };
        let all = || self.articles.iter();
        let found: Vec<_> = all().filter(here).collect();
        if !found.is_empty() {
            return found;
        }
        let found: Vec<_> = all().filter(headed).collect();
        if !found.is_empty() {
            return found;
        }
        // Of another address, all of them: other articles.
        let other = |object: &&Map<String, Value>| place.is_some() && !addresses(object).is_empty();
        match self.articles.as_slice() {
            [one] => vec![one],
            _ => all().filter(|object| !other(object)).collect(),
        }
    }

    /// Fills the facts that are not known yet.
    pub fn facts(&self, draft: &mut Draft, address: Option<&str>, titles: &[String]) {
        for object in self.own(address, titles) {
            let article = &mut draft.article;
            let word = |keys: &[&str]| json::string(object, keys).map(|w| markup::unescape(&w));
            let title = article.title.take();
            article.title = title.or_else(|| fact(&word(&["headline", "name"])?));
            let outlet = article.outlet.take();
            article.outlet = outlet.or_else(|| {
                let name = |key: &str| self.names(object.get(key)?).into_iter().next();
                fact(&markup::unescape(
                    &name("publisher").or_else(|| name("isPartOf"))?,
                ))
            });
            let given = object.get("author").or(object.get("creator"));
            let found = given.map(|given| self.names(given)).unwrap_or_default();
            let authors = names(found.iter().flat_map(|name| json::split(name)));
            if given.is_some_and(is_organisation) {
                // Where the page shows a person, the organisation is only the outlet.
                article.outlet = article.outlet.take().or_else(|| fact(found.first()?));
                draft.fallback.authors = draft.fallback.authors.take().or(authors);
            } else {
                article.authors = article.authors.take().or(authors);
            }
            let published = article.published.take();
            article.published =
                published.or_else(|| moment(&word(&["datePublished", "dateCreated"])?));
            let updated = article.updated.take();
            article.updated = updated.or_else(|| moment(&word(&["dateModified"])?));
            let url = article.url.take();
            article.url =
                url.or_else(|| fact(&word(&["url"])?).filter(|url| url.value.contains("://")));
        }
    }

    /// The names that a value gives: its words, its `name`, or that of the object it refers to.
    fn names(&self, value: &Value) -> Vec<String> {
        match value {
            Value::String(name) => vec![name.clone()],
            Value::Array(items) => items.iter().flat_map(|item| self.names(item)).collect(),
            Value::Object(object) => match object.get("name") {
                Some(name @ (Value::String(_) | Value::Array(_))) => self.names(name),
                _ => object
                    .get("@id")
                    .and_then(|id| self.named.get(id.as_str()?).cloned())
                    .into_iter()
                    .collect(),
            },
            _ => Vec::new(),
        }
    }
}

/// Whether a type, alone or in a list, is one of schema.org's articles.
fn is_article(kind: Option<&Value>) -> bool {
    match kind {
        Some(Value::String(kind)) => ["Article", "BlogPosting", "Report"]
            .iter()
            .any(|known| kind.contains(known)),
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| is_article(Some(kind))),
        _ => false,
    }
}

/// Whether a value is an organisation, or a list of nothing else.
fn is_organisation(value: &Value) -> bool {
    match value {
        Value::Array(items) => !items.is_empty() && items.iter().all(is_organisation),
        Value::Object(object) => object
            .get("@type")
            .and_then(Value::as_str)
            .is_some_and(|kind| kind.contains("Organization")),
        _ => false,
    }
}

/// An address without its scheme, `www.`, query, fragment and closing slash.
fn place(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    let bare = bare.split(['?', '#']).next().unwrap_or_default();
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    bare.trim_end_matches('/').to_ascii_lowercase()
}

/// The letters and digits of a title, in lower case.
fn key(title: &str) -> String {
    title
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The JSON itself, without the comment or CDATA marks that some pages put around it.
fn bare(text: &str) -> &str {
    let text = text
        .split_once("<![CDATA[")
        .map_or(text, |(_, inner)| inner);
    let text = text.rsplit_once("]]>").map_or(text, |(inner, _)| inner);
    let start = text.find(['{', '[']).unwrap_or(0);
    let end = text.rfind(['}', ']']).map_or(text.len(), |at| at + 1);
    text.get(start..end).unwrap_or_default()
}
