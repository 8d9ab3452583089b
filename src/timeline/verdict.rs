//! Every dated expression with what became of it: the event that it dates, or the reason why none.

use std::collections::HashMap;

use super::{Event, Reason, Timeline, clause::Sentence, extract::clause_span, factuality::reason};
use crate::{
    corpus::Article,
    temporal::Timex,
    text::{Span, sentence::sentences_in},
};

/// A dated expression of an article and what became of it.
#[derive(Clone, Copy, Debug)]
pub struct Verdict<'t> {
    /// The index of the article.
    pub article: usize,
    /// The expression.
    pub timex: &'t Timex,
    /// The event that it dates.
    pub event: Option<&'t Event>,
    /// Why it dates none; also given where it dates one together with another expression.
    pub reason: Option<&'static Reason>,
    /// The sentence that it stands in.
    pub sentence: Span,
}

impl Verdict<'_> {
    /// The clause of the expression, as the program reads the sentence.
    #[must_use]
    pub fn clause(&self, article: &Article) -> Span {
        let sentence = Sentence::read(&article.text, self.sentence, false);
        let at = sentence.covered(self.timex.span);
        if at.is_empty() {
            return self.sentence;
        }
        clause_span(&sentence, at.start)
    }
}

/// Every dated expression of a timeline's articles, in their order, with what became of it.
///
/// ```
/// use dateline::{corpus::{Article, Corpus}, timeline::{Timeline, verdicts}};
/// let article = Article::new("a.txt", "The bridge has been closed since 3 May 1999.");
/// let timeline = Timeline::build(Corpus { articles: vec![article], ..Corpus::default() });
/// let reasons: Vec<&str> = verdicts(&timeline).filter_map(|v| Some(v.reason?.name)).collect();
/// assert_eq!(reasons, ["bound of a stretch"]);
/// ```
pub fn verdicts(timeline: &Timeline) -> impl Iterator<Item = Verdict<'_>> {
    let mut events: HashMap<(usize, usize), &Event> = HashMap::new();
    for event in &timeline.events {
        for telling in &event.tellings {
            let key = (telling.article, telling.timex.span.start);
            events.entry(key).or_insert(event);
        }
    }
    let articles = timeline.articles.iter().zip(&timeline.timexes);
    articles
        .enumerate()
        .flat_map(move |(index, (article, timexes))| {
            let reasons = timeline.reasons.get(index).map_or(&[][..], Vec::as_slice);
            let mut sentences = Sentences::of(article);
            let mut before = None;
            let rows: Vec<Verdict<'_>> = timexes
                .iter()
                .enumerate()
                .map(|(i, timex)| {
                    let reason = reasons.get(i).copied().flatten();
                    let mut event = events.get(&(index, timex.span.start)).copied();
                    if reason == Some(&reason::RANGE_END) {
                        event = before;
                    }
                    before = event;
                    Verdict {
                        article: index,
                        timex,
                        event,
                        reason,
                        sentence: sentences.around(timex.span),
                    }
                })
                .collect();
            rows
        })
}

/// The sentences of an article, gone through once.
struct Sentences<'t> {
    article: &'t Article,
    block: usize,
    inside: Vec<Span>,
}

impl<'t> Sentences<'t> {
    fn of(article: &'t Article) -> Self {
        Self {
            article,
            block: usize::MAX,
            inside: Vec::new(),
        }
    }

    /// The sentence that `span` stands in; spans are asked for in their order.
    fn around(&mut self, span: Span) -> Span {
        let blocks = &self.article.blocks;
        let block = blocks.partition_point(|b| b.span.end <= span.start);
        if block != self.block {
            self.block = block;
            let whole = blocks
                .get(block)
                .map_or_else(|| Span::new(0, self.article.text.len()), |b| b.span);
            self.inside = sentences_in(&self.article.text, whole);
        }
        let at = self.inside.partition_point(|s| s.end <= span.start);
        self.inside
            .get(at)
            .copied()
            .filter(|sentence| sentence.start <= span.start)
            .unwrap_or(span)
    }
}
