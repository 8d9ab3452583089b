//! Articles as sources of a bibliography: stable keys, persons and corporate authors.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::{cite, line_of};
use crate::{
    corpus::{Article, Source as Origin, is_name},
    text::fold::fold,
    timeline::{Timeline, actors::family_first, article_id},
};

/// Who wrote an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// A person whose family name is known from how the name is built.
    Person {
        /// The family name, with its particles.
        family: String,
        /// The other names.
        given: String,
    },
    /// An agency, an office, or a name that does not show which part is the family's.
    Literal(String),
}

/// An article as a bibliography has it, each part cleaned.
#[derive(Clone, Debug)]
pub struct Source {
    /// What it is cited by: family name and year, and letters that stay the same while the
    /// article's name and text do (`nolsoe2024-4k2m9x`).
    pub key: String,
    /// Who wrote it; the news agency where no one signed.
    pub authors: Vec<Author>,
    /// The headline, or failing that the name of the file.
    pub title: String,
    /// The newspaper, agency or site.
    pub outlet: Option<String>,
    /// The day of publication.
    pub published: Option<NaiveDate>,
    /// Why that day is not certain, where it is not.
    pub doubt: Option<String>,
    /// The address.
    pub link: Option<String>,
}

/// The articles of `timeline` as sources, in their order, each with a key of its own.
#[must_use]
pub fn sources(timeline: &Timeline) -> Vec<Source> {
    let mut keys: HashMap<String, usize> = HashMap::new();
    let mut sources: Vec<Source> = timeline.articles.iter().map(source).collect();
    for source in &mut sources {
        // The same file under the same name in two folders has the same letters.
        let before = keys.entry(source.key.clone()).or_default();
        *before += 1;
        if *before > 1 {
            source.key = format!("{}-{before}", source.key);
        }
    }
    sources
}

fn source(article: &Article) -> Source {
    let outlet = article.outlet.as_ref().map(|fact| line_of(&fact.value));
    let agency = article.agency.as_ref().map(|fact| line_of(&fact.value));
    let offices = [outlet.as_deref(), agency.as_deref()];
    let mut authors: Vec<Author> = (article.authors.iter())
        .flat_map(|fact| &fact.value)
        .map(|name| line_of(name))
        .filter(|name| !name.is_empty())
        .map(|name| author(name, offices))
        .collect();
    if let (true, Some(agency)) = (authors.is_empty(), &agency) {
        authors.push(Author::Literal(agency.clone()));
    }
    let published = article.published.as_ref();
    let doubt = published.filter(|fact| fact.source == Origin::Inferred);
    let day = published.map(|fact| fact.value.date);
    Source {
        key: key(article, &authors, outlet.as_deref(), day),
        authors,
        title: line_of(article.label()),
        outlet: outlet.or(agency),
        published: day,
        doubt: doubt.map(|fact| match &fact.reason {
            Some(reason) => format!("date of publication inferred: {}", line_of(reason)),
            None => "date of publication inferred".to_owned(),
        }),
        link: cite::link(article),
    }
}

/// Which part of a name is the family's, where the name shows it. Two words of which the
/// second is hyphened with a small letter ("Kim Ha-neul") have it first; a name that begins
/// with a family name of such a language may have it on either side and stays whole, as does
/// what is not built like a person's name; all others have it last, with its particles ("van
/// der Berg").
fn author(name: String, offices: [Option<&str>; 2]) -> Author {
    let is_office = (offices.iter().flatten()).any(|office| office.eq_ignore_ascii_case(&name));
    if !is_name(&name) || is_office {
        return Author::Literal(name);
    }
    let words: Vec<&str> = name.split(' ').collect();
    let at = match words.as_slice() {
        [family, given] if is_hyphened_given(given) => {
            return Author::Person {
                family: (*family).to_owned(),
                given: (*given).to_owned(),
            };
        }
        _ if family_first(&name) => return Author::Literal(name),
        words => (1..words.len())
            .find(|&at| words[at].starts_with(char::is_lowercase))
            .unwrap_or(words.len() - 1),
    };
    Author::Person {
        family: words[at..].join(" "),
        given: words[..at].join(" "),
    }
}

/// "Ha-neul", "Tse-tung", but not "Smith-Jones".
fn is_hyphened_given(word: &str) -> bool {
    word.split_once(['-', '‑'])
        .is_some_and(|(a, b)| !a.is_empty() && b.starts_with(char::is_lowercase))
}

/// The key of [`Source`].
fn key(
    article: &Article,
    authors: &[Author],
    outlet: Option<&str>,
    published: Option<NaiveDate>,
) -> String {
    let name = match authors.first() {
        Some(Author::Person { family, .. }) => Some(family.as_str()),
        Some(Author::Literal(name)) => Some(name.as_str()),
        None => outlet,
    };
    let name = fold(name.unwrap_or_default(), 64).text;
    let mut name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    if name.is_empty() {
        "source".clone_into(&mut name);
    }
    let year = published.map_or_else(|| "nd".to_owned(), |day| day.year().to_string());
    let id = article_id(article);
    format!("{name}{year}-{}", id.trim_start_matches('a'))
}

#[cfg(test)]
mod tests {
    use super::{Author, author};

    fn parts(name: &str) -> (String, String) {
        match author(name.to_owned(), [Some("Reuters"), None]) {
            Author::Person { family, given } => (family, given),
            Author::Literal(name) => (name, String::new()),
        }
    }

    #[test]
    fn a_family_name_is_told_apart_where_the_name_shows_it() {
        for (name, family, given) in [
            ("Ása Nolsøe", "Nolsøe", "Ása"),
            ("Anna Smith-Jones", "Smith-Jones", "Anna"),
            ("Jan van der Berg", "van der Berg", "Jan"),
            ("Kim Ha-neul", "Kim", "Ha-neul"),
            ("Yoon Suk Yeol", "Yoon Suk Yeol", ""),
            ("김하늘", "김하늘", ""),
            ("Reuters", "Reuters", ""),
            ("University of Tórshavn", "University of Tórshavn", ""),
        ] {
            assert_eq!(parts(name), (family.to_owned(), given.to_owned()), "{name}");
        }
    }
}
