//! Readings as they come → a timeline that can be used all the while.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::{
    Event, Role, Timeline,
    extract::{Candidate, Reading, read},
    factuality::Reason,
    merge::merge,
    people::Names,
};
use crate::{
    corpus::{Article, Corpus, Warning, hands},
    temporal::Timex,
};

/// Two texts are copies of each other from this share of common runs of words on.
const COPY: f64 = 0.8;

/// Texts with fewer runs of words than this are too short to be told a copy.
const SHORT: usize = 24;

/// Takes articles as they come and joins what was read so far into a timeline.
///
/// Reading ([`read`]) is the slow part and can be done in any thread; joining is
/// quick, so that a loader may do both by turns and show each result.
///
/// ```
/// use dateline::{corpus::Article, timeline::{Builder, read}};
/// let mut builder = Builder::default();
/// builder.add(read(Article::new("a.txt", "The city opened its bridge on 3 May 1999.")));
/// assert_eq!(builder.timeline().articles.len(), 1);
/// ```
#[derive(Debug, Default)]
pub struct Builder {
    title: String,
    span: Option<(NaiveDate, NaiveDate)>,
    warnings: Vec<Warning>,
    articles: Vec<Article>,
    timexes: Vec<Vec<Timex>>,
    reasons: Vec<Vec<Option<&'static Reason>>>,
    candidates: Vec<Vec<Candidate>>,
    copies: Vec<Option<usize>>,
    sketches: Vec<Vec<u64>>,
    /// The articles whose sketch has a hash among its smallest ones.
    sketched: HashMap<u64, Vec<usize>>,
    names: Names,
}

impl Builder {
    /// A builder of the timeline called `title`, which opens on `span` where one is given.
    #[must_use]
    pub fn new(title: impl Into<String>, span: Option<(NaiveDate, NaiveDate)>) -> Self {
        Self {
            title: title.into(),
            span,
            ..Self::default()
        }
    }

    /// Adds what was read from one article.
    pub fn add(&mut self, reading: Reading) {
        let index = self.articles.len();
        self.copies.push(self.copied(&reading.sketch));
        for hash in reading.sketch.iter().take(8) {
            let list = self.sketched.entry(*hash).or_default();
            if list.len() < 16 {
                list.push(index);
            }
        }
        self.names.add(&reading.people);
        self.warnings.extend(reading.fault);
        self.articles.push(reading.article);
        self.timexes.push(reading.timexes);
        self.reasons.push(reading.reasons);
        self.candidates.push(reading.candidates);
        self.sketches.push(reading.sketch);
    }

    /// Adds what could not be read.
    pub fn warn(&mut self, warnings: impl IntoIterator<Item = Warning>) {
        self.warnings.extend(warnings);
    }

    /// How many articles were added.
    #[must_use]
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether nothing was added yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The earlier article that a text with this sketch is a copy of.
    fn copied(&self, sketch: &[u64]) -> Option<usize> {
        if sketch.len() < SHORT {
            return None;
        }
        let mut near: Vec<usize> = sketch
            .iter()
            .take(8)
            .filter_map(|hash| self.sketched.get(hash))
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        let original = near
            .into_iter()
            .find(|&i| resemblance(&self.sketches[i], sketch) >= COPY)?;
        // A copy of a copy is a copy of the first.
        Some(self.copies[original].unwrap_or(original))
    }

    /// The events of everything added so far.
    fn events(&self) -> Vec<Event> {
        let mut events = merge(&self.articles, &self.candidates, &self.copies);
        let names = self.names.resolved();
        for event in &mut events {
            names.rename(&mut event.actors);
        }
        events
    }

    /// The timeline of everything added so far.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        let events = self.events();
        Timeline {
            title: self.title.clone(),
            span: self.span.or_else(|| main_span(&events)),
            articles: self.articles.clone(),
            timexes: self.timexes.clone(),
            reasons: self.reasons.clone(),
            events,
            warnings: self.warnings.clone(),
        }
    }

    /// The timeline of everything added; nothing is copied.
    #[must_use]
    pub fn finish(self) -> Timeline {
        let events = self.events();
        Timeline {
            title: self.title,
            span: self.span.or_else(|| main_span(&events)),
            articles: self.articles,
            timexes: self.timexes,
            reasons: self.reasons,
            events,
            warnings: self.warnings,
        }
    }
}

/// Reads every article of a corpus and joins what they tell.
#[must_use]
pub fn build(corpus: Corpus) -> Timeline {
    let mut builder = Builder::new(corpus.title.unwrap_or_default(), corpus.span);
    builder.warn(corpus.warnings);
    for reading in read_all(corpus.articles) {
        builder.add(reading);
    }
    builder.finish()
}

/// Reads articles in several threads; the order stays.
#[must_use]
pub fn read_all(articles: Vec<Article>) -> Vec<Reading> {
    hands::each(articles, |article| article.text.len(), read)
}

/// The first and the last day of the main events; of all where none is main.
fn main_span(events: &[Event]) -> Option<(NaiveDate, NaiveDate)> {
    let span = |events: &mut dyn Iterator<Item = &Event>| {
        events.fold(None, |span: Option<(NaiveDate, NaiveDate)>, event| {
            let (first, last) = (event.date.first, event.date.last);
            Some(span.map_or((first, last), |(a, b)| (a.min(first), b.max(last))))
        })
    };
    let main = span(&mut events.iter().filter(|e| e.role == Role::Main));
    let (first, last) = main.or_else(|| span(&mut events.iter()))?;
    // A span of one day has no length to draw.
    let last = if first == last {
        last.checked_add_days(Days::new(1)).unwrap_or(last)
    } else {
        last
    };
    Some((first, last))
}

/// The share of common runs of words of two texts, from their sketches: 0 ..= 1.
fn resemblance(a: &[u64], b: &[u64]) -> f64 {
    let keep = a.len().min(b.len());
    let (mut i, mut j, mut both, mut seen) = (0, 0, 0, 0);
    while seen < keep && i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both += 1;
                i += 1;
                j += 1;
            }
        }
        seen += 1;
    }
    if keep == 0 {
        0.0
    } else {
        f64::from(both) / keep as f64
    }
}
