//! CSL-JSON: the articles as a bibliography, for Zotero, Pandoc and citation processors.

use chrono::Datelike;
use serde_json::{Map, Value, json};

use super::{
    json,
    source::{Author, Source, sources},
};
use crate::timeline::Timeline;

/// The articles as one JSON array of CSL items.
#[must_use]
pub fn bibliography(timeline: &Timeline) -> String {
    let items: Vec<Value> = sources(timeline).iter().map(item).collect();
    json::pretty(&items)
}

/// `article-newspaper` for what a newspaper or site published, `webpage` for what has only an
/// address, `document` for the rest.
fn item(source: &Source) -> Value {
    let kind = match (&source.outlet, &source.link) {
        (Some(_), _) => "article-newspaper",
        (None, Some(_)) => "webpage",
        (None, None) => "document",
    };
    let mut item = Map::new();
    let mut set = |name: &str, value: Value| item.insert(name.to_owned(), value);
    set("id", source.key.as_str().into());
    set("type", kind.into());
    set("title", source.title.as_str().into());
    if !source.authors.is_empty() {
        set("author", source.authors.iter().map(name).collect());
    }
    if let Some(outlet) = &source.outlet {
        set("container-title", outlet.as_str().into());
    }
    if let Some(day) = source.published {
        let mut issued = json!({"date-parts": [[day.year(), day.month(), day.day()]]});
        if source.doubt.is_some() {
            issued["circa"] = true.into();
        }
        set("issued", issued);
    }
    if let Some(link) = &source.link {
        set("URL", link.as_str().into());
    }
    if let Some(doubt) = &source.doubt {
        set("note", doubt.as_str().into());
    }
    Value::Object(item)
}

fn name(author: &Author) -> Value {
    match author {
        Author::Person { family, given } => json!({"family": family, "given": given}),
        Author::Literal(name) => json!({"literal": name}),
    }
}
