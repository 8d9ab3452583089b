//! One source document: its text, its blocks, and the facts about it.

use std::fmt;

use serde::Serialize;

use super::{DatedEntry, language::Language};
use crate::{temporal::Timestamp, text::Span};

/// Where a fact about an article was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The article's own text.
    Text,
    /// Fields around the text: front matter, meta elements, JSON keys.
    Markup,
    /// The dossier's `dateline.toml`.
    Dossier,
    /// The file's name or address.
    Name,
    /// Concluded from something else; the reason says from what.
    Inferred,
}

/// Something known about an article, and how it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact<T> {
    /// What is known.
    pub value: T,
    /// Where it was read.
    pub source: Source,
    /// The words it was read from, where it stands in the text.
    pub span: Option<Span>,
    /// Why, in a few words, where the source alone does not say it.
    pub reason: Option<String>,
}

impl<T> Fact<T> {
    /// A fact read from `span` of the text.
    pub const fn text(value: T, span: Span) -> Self {
        Self {
            value,
            source: Source::Text,
            span: Some(span),
            reason: None,
        }
    }
}

/// What a block of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The title of the article.
    Headline,
    /// Who wrote it and when.
    Byline,
    /// The place and date at the head of a report.
    Dateline,
    /// A paragraph of the body (a deck under the headline counts as one).
    Paragraph,
    /// The words under a picture.
    Caption,
    /// A block quotation of the body.
    Quote,
    /// Share buttons, comment forms, reader comments, related links, menus, summaries.
    Furniture,
}

impl BlockKind {
    /// Whether a reader came for it.
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Dateline | Self::Paragraph | Self::Quote)
    }
}

/// A byte range of the article's text with a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands; blocks are in order and disjoint.
    pub span: Span,
}

/// One source document.
#[derive(Clone, Debug)]
pub struct Article {
    /// The file as it was opened (`file#n` for the n-th article of a file that holds many).
    pub path: String,
    /// The text, decoded once and never rewritten.
    pub text: String,
    /// What each part of the text is.
    pub blocks: Vec<Block>,
    /// The language that it is written in, where something tells it.
    pub language: Option<Language>,
    /// The entries of a chronology, in order and disjoint: what each dates.
    pub chronology: Vec<DatedEntry>,
    /// The headline.
    pub title: Option<Fact<String>>,
    /// The newspaper, agency or site that published it.
    pub outlet: Option<Fact<String>>,
    /// The news agency it came from, where that is not the outlet.
    pub agency: Option<Fact<String>>,
    /// Who wrote it.
    pub authors: Option<Fact<Vec<String>>>,
    /// When it was published.
    pub published: Option<Fact<Timestamp>>,
    /// When it was last updated.
    pub updated: Option<Fact<Timestamp>>,
    /// Its address.
    pub url: Option<Fact<String>>,
}

impl Article {
    /// An article of which only the text is known.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            blocks: Vec::new(),
            language: None,
            chronology: Vec::new(),
            title: None,
            outlet: None,
            agency: None,
            authors: None,
            published: None,
            updated: None,
            url: None,
        }
    }

    /// What is not known of the article or was only concluded, one line each: its date and
    /// its title, with the reason; and whether its language is one that dates are read in.
    #[must_use]
    pub fn doubts(&self) -> Vec<Warning> {
        let mut doubts = Vec::new();
        let mut doubt = |reason: String, fix: &str| {
            let mut warning = Warning::new(&self.path, reason);
            warning.fix = Some(fix.to_owned());
            doubts.push(warning);
        };
        match &self.title {
            None => doubt(
                "no title found".to_owned(),
                "give one as title in dateline.toml",
            ),
            Some(title) if title.source == Source::Inferred => {
                let why = title.reason.as_deref().unwrap_or("from the text");
                doubt(
                    format!("title inferred: {why}"),
                    "check it, or give it in dateline.toml",
                );
            }
            Some(_) => {}
        }
        match &self.published {
            None => doubt(
                "no date found".to_owned(),
                "give one as published in dateline.toml",
            ),
            Some(date) if date.source == Source::Inferred => {
                let why = date.reason.as_deref().unwrap_or("from the text");
                doubt(
                    format!("date {} inferred: {why}", date.value),
                    "check it, or give it in dateline.toml",
                );
            }
            Some(_) => {}
        }
        if let Some(language) = self.language.filter(|language| !language.is_read()) {
            doubt(
                format!(
                    "written in {}: dates are read in English and Korean only",
                    language.name
                ),
                "look for its dates yourself",
            );
        }
        doubts
    }

    /// The title, or failing that the file's name: what lists show.
    #[must_use]
    pub fn label(&self) -> &str {
        match &self.title {
            Some(title) => &title.value,
            None => self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path),
        }
    }
}

/// One thing that could not be read, dated or told apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// The file.
    pub path: String,
    /// The line, from 1, where one is to blame.
    pub line: Option<usize>,
    /// What is wrong and why.
    pub reason: String,
    /// What to do about it.
    pub fix: Option<String>,
    /// Whether the whole file was left out, or everything that it tells.
    pub skipped: bool,
    /// Whether something that stands in the file is not shown.
    pub lost: bool,
}

impl Warning {
    /// Something wrong in `path` that costs a part of it.
    #[must_use]
    pub fn new(path: &str, reason: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line: None,
            reason: reason.into(),
            fix: None,
            skipped: false,
            lost: true,
        }
    }

    /// `path` was left out altogether.
    #[must_use]
    pub fn skipped(path: &str, reason: impl Into<String>) -> Self {
        Self {
            skipped: true,
            ..Self::new(path, reason)
        }
    }
}

/// One line: `path:line: reason; fix`.
impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.reason)?;
        if let Some(fix) = &self.fix {
            write!(f, "; {fix}")?;
        }
        Ok(())
    }
}
