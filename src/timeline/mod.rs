//! Articles → events → timeline.

pub mod actors;
pub mod event;
pub mod extract;
pub mod filter;
pub mod merge;
pub mod words;

pub use event::{Actor, ActorKind, Event, Phase, Role, Telling, article_id, value_of};

use chrono::NaiveDate;

use crate::{
    corpus::{Article, Corpus, Warning},
    temporal::Timex,
};

/// Events in order, with the articles they were read from.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// What it is about: the dossier's title, or the folder's name.
    pub title: String,
    /// The span of time it opens on, first and last day: the dossier's, or that of the main events.
    pub span: Option<(NaiveDate, NaiveDate)>,
    /// The articles, as the corpus had them.
    pub articles: Vec<Article>,
    /// The timexes of each article, in order: `timexes[article]`.
    pub timexes: Vec<Vec<Timex>>,
    /// The events, in order of their dates.
    pub events: Vec<Event>,
    /// What could not be read, dated or told apart.
    pub warnings: Vec<Warning>,
}

impl Timeline {
    /// Tags, extracts, merges and orders everything in `corpus`.
    #[must_use]
    pub fn build(corpus: Corpus) -> Self {
        Self {
            title: corpus.title.unwrap_or_default(),
            span: corpus.span,
            timexes: corpus.articles.iter().map(|_| Vec::new()).collect(),
            articles: corpus.articles,
            events: Vec::new(),
            warnings: corpus.warnings,
        }
    }

    /// The articles without a publication date: they stand in a group of their own at the foot.
    pub fn undated(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.articles.len()).filter(|&i| self.articles[i].published.is_none())
    }
}
