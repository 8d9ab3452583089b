//! What a file holds: one parser a format, chosen by content first, name second.

pub mod plain;

use super::{Article, Document, Warning};

/// An article as a format's parser found it, before the facts of its text are read.
#[derive(Debug)]
pub struct Draft {
    /// The text and the facts that stand around it.
    pub article: Article,
    /// Whether the text is known to be the article alone.
    pub body_only: bool,
}

impl Draft {
    /// A draft of a text of which nothing else is known.
    #[must_use]
    pub fn new(article: Article) -> Self {
        Self {
            article,
            body_only: false,
        }
    }
}

/// Parses a document; what it could not read goes to `warnings`.
pub fn parse(document: &Document, warnings: &mut Vec<Warning>) -> Vec<Draft> {
    plain::parse(document, warnings)
}
