//! RIS records (`TY  - NEWS … ER  -`): facts without a text, as reference managers export them.

use super::{Draft, fact, moment, names};
use crate::corpus::Article;

/// Whether the text begins with a RIS record.
pub fn looks(head: &str) -> bool {
    head.starts_with("TY  - ")
}

/// Reads every record.
pub fn parse(path: &str, text: &str) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for line in text.split(['\n', '\r']) {
        let Some((tag, value)) = line.split_once("  -") else {
            continue;
        };
        let (tag, value) = (tag.trim(), value.trim());
        match tag {
            "TY" => fields.clear(),
            "ER" => drafts.extend(record(path, &std::mem::take(&mut fields))),
            _ if tag.len() == 2 && !value.is_empty() => fields.push((tag, value)),
            _ => {}
        }
    }
    // A record cut off before its end.
    drafts.extend(record(path, &fields));
    drafts
}

fn record(path: &str, fields: &[(&str, &str)]) -> Option<Draft> {
    let get = |tags: &[&str]| {
        tags.iter()
            .find_map(|tag| fields.iter().find(|(t, _)| t == tag))
            .map(|(_, value)| *value)
    };
    let mut article = Article::new(path, get(&["AB", "N2"]).unwrap_or_default());
    article.title = fact(get(&["TI", "T1", "CT"])?);
    article.outlet = get(&["T2", "JO", "JF", "JA", "PB"]).and_then(fact);
    article.url = get(&["UR", "L2", "LK"]).and_then(fact);
    // "2025/06/24/" with parts that may be empty: only a whole date is one.
    article.published =
        get(&["DA", "Y1", "PY"]).and_then(|date| moment(date.trim_end_matches('/')));
    let authors = fields
        .iter()
        .filter(|(tag, _)| matches!(*tag, "AU" | "A1"))
        .map(|(_, value)| given_first(value))
        .collect::<Vec<_>>();
    article.authors = names(authors.iter().map(String::as_str));
    Some(Draft {
        article,
        body_only: true,
        body: None,
    })
}

/// "Doe, Jane" as "Jane Doe".
fn given_first(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) => format!("{} {}", given.trim(), family.trim()),
        None => name.to_owned(),
    }
}
