//! Citations: an article as a reader cites it.

use std::fmt::{self, Write};

use super::line_of;
use crate::{
    corpus::{Article, Source},
    temporal::written,
};

/// What a citation of an article says, each part cleaned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Who wrote it: "Ása Nolsøe, Kim Ha-neul".
    pub authors: Option<String>,
    /// The headline, or failing that the name of the file.
    pub title: String,
    /// The newspaper, agency or site; failing that the agency it came from.
    pub outlet: Option<String>,
    /// The day of publication: "15 May 2024", "15 May 2024 (inferred)", "undated".
    pub published: String,
    /// The address, where it is one that a browser may follow.
    pub link: Option<String>,
    /// The address as it was given, where it is no link.
    pub address: Option<String>,
}

impl Citation {
    /// What is known of `article`.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let outlet = article.outlet.as_ref().or(article.agency.as_ref());
        let published = article.published.as_ref().map_or_else(
            || "undated".to_owned(),
            |fact| {
                let day = written::day(fact.value.date);
                match fact.source {
                    Source::Inferred => format!("{day} (inferred)"),
                    _ => day,
                }
            },
        );
        let link = link(article);
        let address = article.url.as_ref().filter(|_| link.is_none());
        Self {
            authors: (article.authors.as_ref())
                .map(|fact| line_of(&fact.value.join(", ")))
                .filter(|names| !names.is_empty()),
            title: line_of(article.label()),
            outlet: outlet.map(|fact| line_of(&fact.value)),
            published,
            address: address.map(|fact| line_of(&fact.value)),
            link,
        }
    }

    /// The citation without its link: author, title, outlet, date.
    #[must_use]
    pub fn words(&self) -> String {
        let title = format!("“{}”", self.title);
        let parts = [
            self.authors.as_deref(),
            Some(&title),
            self.outlet.as_deref(),
            Some(&self.published),
            self.address.as_deref(),
        ];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        parts.join(", ")
    }
}

/// Author, title, outlet, date and address, as far as they are known.
impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())?;
        match &self.link {
            Some(link) => write!(f, ", {link}"),
            None => Ok(()),
        }
    }
}

/// The article's address where it is one of the web, with everything that RFC 3986 has no
/// place for percent-encoded. Another scheme (`javascript:`) is no link.
#[must_use]
pub fn link(article: &Article) -> Option<String> {
    let url = article.url.as_ref()?.value.trim();
    let scheme = url.split_once("://")?.0;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        .then(|| encoded(url))
}

/// Percent-encodes what may not stand in a URI (RFC 3986 §2).
fn encoded(url: &str) -> String {
    let mut encoded = String::with_capacity(url.len());
    for byte in url.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => encoded.push(byte.into()),
            _ if b"-._~:/?#[]@!$&()*+,;=%".contains(&byte) => encoded.push(byte.into()),
            // Writing to a string cannot fail.
            _ => drop(write!(encoded, "%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn an_address_holds_nothing_that_ends_it() {
        let hostile = "https://example.org/기사?a=1&b=\"><script> '{}\\^`|";
        let safe = encoded(hostile);
        assert!(safe.starts_with("https://example.org/%EA%B8%B0%EC%82%AC?a=1&b=%22%3E"));
        assert!(!safe.contains(['"', '<', '>', ' ', '\'', '{', '}', '\\', '`', '|']));
        assert_eq!(encoded("https://a.b/c%20d"), "https://a.b/c%20d");
    }
}
