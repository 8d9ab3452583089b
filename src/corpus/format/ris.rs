//! RIS records (`TY  - NEWS … ER  -`): facts without a text, as reference managers export them.
//!
//! A tag is two capitals or a capital and a digit, two spaces, a dash and a space
//! (<https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html>); what a tag
//! means for `NEWS`, `MGZN` and `ELEC` is read from Zotero's translator
//! (<https://github.com/zotero/translators>, `RIS.js`) and the specification of 2011:
//! `TI` or `T1` the title, `AU` or `A1` the authors ("Doe, Jane"), `JO`, `JF`, `T2` (a subtitle where a journal is named too),
//! `JA`, `J2`, `BT`, failing these `PB` the outlet, `DA` or `Y1` the date
//! ("2018/10/09/evening"), `AB` or `N2` the abstract. `Y2` is the day of looking.

use super::{Draft, fact, moment, names};
use crate::corpus::Article;

/// Whether the text begins with a RIS record.
pub fn looks(head: &str) -> bool {
    tag(head.lines().next().unwrap_or_default()).is_some_and(|(tag, _)| tag == "TY")
}

/// Reads every record.
pub fn parse(path: &str, text: &str) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut fields: Vec<(&str, String)> = Vec::new();
    for line in text.split(['\n', '\r']) {
        match tag(line) {
            Some(("TY", _)) => fields.clear(),
            Some(("ER", _)) => drafts.extend(record(path, &std::mem::take(&mut fields))),
            Some((tag, value)) => fields.push((tag, value.to_owned())),
            // A long value goes on below.
            None => {
                if let Some((_, value)) = fields.last_mut()
                    && !line.trim().is_empty()
                {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            }
        }
    }
    // A record cut off before its end.
    drafts.extend(record(path, &fields));
    drafts
}

/// The tag at the head of a line, and its value. One space before the dash is written too.
fn tag(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.split_at_checked(2)?;
    let mut letters = tag.chars();
    let built = letters.next()?.is_ascii_uppercase()
        && letters
            .next()
            .is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let value = rest.trim_start_matches(' ').strip_prefix('-')?;
    (built && rest.starts_with(' ')).then(|| (tag, value.trim()))
}

fn record(path: &str, fields: &[(&str, String)]) -> Option<Draft> {
    let get = |tags: &[&str]| {
        tags.iter()
            .find_map(|tag| {
                fields
                    .iter()
                    .find(|(t, value)| t == tag && !value.is_empty())
            })
            .map(|(_, value)| value.as_str())
    };
    let mut article = Article::new(path, get(&["AB", "N2"]).unwrap_or_default());
    article.title = fact(get(&["TI", "T1", "CT"])?);
    article.outlet = get(&["JO", "JF", "T2", "JA", "J2", "BT", "PB"]).and_then(fact);
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
    Some(Draft::alone(article))
}

/// "Doe, Jane" as "Jane Doe".
fn given_first(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) => format!("{} {}", given.trim(), family.trim()),
        None => name.to_owned(),
    }
}
