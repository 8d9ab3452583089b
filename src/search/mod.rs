//! Query + items → hits, best first.

pub mod finder;
pub mod fuzzy;
pub mod query;

use chrono::NaiveDate;

use crate::text::Span;

/// What a hit leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// An event, by its index in the timeline.
    Event(usize),
    /// An article, by its index in the timeline.
    Article(usize),
    /// A sentence of an article.
    Sentence {
        /// The index of the article in the timeline.
        article: usize,
        /// Where the sentence stands in the article's text.
        span: Span,
    },
    /// A line of a plain list, by its number from 0.
    Line(usize),
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it leads to.
    pub target: Target,
    /// What is matched and shown, on one line.
    pub text: String,
    /// More words that match but rank lower: actors, outlet.
    pub more: String,
    /// Its date, which breaks ties and answers date words in the query.
    pub date: Option<NaiveDate>,
}

/// A search result: what matched, and with which letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The index of the item.
    pub item: usize,
    /// The higher the better.
    pub score: i64,
    /// The characters of the item's `text` that matched, by index, ascending.
    pub positions: Vec<usize>,
}
