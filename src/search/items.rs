//! What of a timeline can be found: events, articles, sentences.

use std::collections::HashSet;

use super::{Item, Target};
use crate::{
    corpus::Article,
    text::{Span, sentence::sentences_in},
    timeline::{Event, Timeline},
};

/// Everything in `timeline` that can be found: its events, its articles, and the
/// sentences of the articles' bodies, in this order.
#[must_use]
pub fn items(timeline: &Timeline) -> Vec<Item> {
    let mut items = titles(timeline);
    for (index, article) in timeline.articles.iter().enumerate() {
        items.extend(sentences(article).map(|span| Item {
            target: Target::Sentence {
                article: index,
                span,
            },
            text: one_line(span.of(&article.text)),
            more: String::new(),
            date: article.published.as_ref().map(|fact| fact.value.date),
        }));
    }
    items
}

/// The events and articles of `timeline`, with which [`items`] begins: they are there at once,
/// where the sentences of many articles take their time.
#[must_use]
pub fn titles(timeline: &Timeline) -> Vec<Item> {
    let events = timeline.events.iter().enumerate();
    let articles = timeline.articles.iter().enumerate();
    let mut items: Vec<Item> = events.map(|(i, e)| event(timeline, i, e)).collect();
    items.extend(articles.map(|(index, article)| Item {
        target: Target::Article(index),
        text: one_line(article.label()),
        more: more_of_article(article),
        date: article.published.as_ref().map(|fact| fact.value.date),
    }));
    items
}

fn event(timeline: &Timeline, index: usize, event: &Event) -> Item {
    let mut more: Vec<&str> = event.actors.iter().map(|a| a.name.as_str()).collect();
    more.extend(event.place.as_deref());
    let mut known: HashSet<&str> = more.iter().copied().collect();
    for telling in &event.tellings {
        let article = timeline.articles.get(telling.article);
        let outlet = article.and_then(|article| article.outlet.as_ref());
        if let Some(outlet) = outlet.map(|fact| fact.value.as_str())
            && known.insert(outlet)
        {
            more.push(outlet);
        }
    }
    Item {
        target: Target::Event(index),
        text: one_line(&event.summary),
        more: one_line(&more.join(" ")),
        date: Some(event.date.first),
    }
}

fn more_of_article(article: &Article) -> String {
    let mut more: Vec<&str> = Vec::new();
    more.extend(article.outlet.as_ref().map(|fact| fact.value.as_str()));
    more.extend(article.agency.as_ref().map(|fact| fact.value.as_str()));
    if let Some(authors) = &article.authors {
        more.extend(authors.value.iter().map(String::as_str));
    }
    one_line(&more.join(" "))
}

/// The sentences of an article's body, each a range of its text.
fn sentences(article: &Article) -> impl Iterator<Item = Span> + '_ {
    let body = article.blocks.iter().filter(|block| block.kind.is_body());
    body.flat_map(|block| sentences_in(&article.text, block.span))
}

/// `text` with every run of white space as one space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
