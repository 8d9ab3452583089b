//! Query + items → hits, best first.
//!
//! [`query`] reads what a person types, [`rank`] says how well an item answers
//! it, [`finder`] finds the best of a million items without ranking them all,
//! and [`worker`] does so on a thread of its own while the person types on.

mod alphabet;
mod best;
mod eighths;
mod encode;
pub mod finder;
pub mod fuzzy;
mod items;
mod lanes;
mod marks;
mod memory;
mod near;
mod pack;
mod plan;
mod plane;
pub mod query;
pub mod rank;
mod scan;
mod shortfall;
mod token;
pub mod worker;

use chrono::NaiveDate;

pub use finder::{Answer, Finder};
pub use items::{items, titles};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it leads to.
    pub target: Target,
    /// What is matched and shown, on one line; its first 2,000 letters are searched.
    pub text: String,
    /// More words that match but rank lower: actors, outlet.
    pub more: String,
    /// Its date, which breaks ties and answers date words in the query.
    pub date: Option<NaiveDate>,
}

impl Item {
    /// Line `number` (from 0) of a plain list.
    #[must_use]
    pub fn line(number: usize, text: impl Into<String>) -> Self {
        Self {
            target: Target::Line(number),
            text: text.into(),
            more: String::new(),
            date: None,
        }
    }
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
