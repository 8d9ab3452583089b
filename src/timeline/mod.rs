//! Articles → events → timeline.

pub mod actors;
mod anchoring;
mod build;
mod clause;
pub mod event;
pub mod extract;
pub mod factuality;
pub mod filter;
mod headline;
mod lexicon;
mod merge;
mod people;
mod verdict;
mod words;

pub use build::{Builder, read_all};
pub use event::{Actor, ActorKind, Event, Phase, Role, Telling, article_id, value_of};
pub use extract::{Reading, read};
pub use factuality::Reason;
pub use headline::LONGEST;
pub use verdict::{Verdict, verdicts};

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
    /// For each of them, the reason why it dates no event; nothing where it dates one.
    pub reasons: Vec<Vec<Option<&'static Reason>>>,
    /// The events, in order of their dates.
    pub events: Vec<Event>,
    /// What could not be read, dated or told apart.
    pub warnings: Vec<Warning>,
}

impl Timeline {
    /// Tags, extracts, merges and orders everything in `corpus`.
    #[must_use]
    pub fn build(corpus: Corpus) -> Self {
        build::build(corpus)
    }

    /// The articles without a publication date: they stand in a group of their own at the foot.
    pub fn undated(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.articles.len()).filter(|&i| self.articles[i].published.is_none())
    }
}
