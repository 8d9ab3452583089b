//! What a page shows beside the article's own text: the byline and the date that a
//! readability library takes for furniture.

use super::{
    Article, Fact, Source,
    layout::{self, Hints},
    metadata,
};

/// Fills the facts that are not known yet from `page`, the whole text of the article's page.
pub fn complete(article: &mut Article, page: &str) {
    let missing = article.published.is_none()
        || article.authors.is_none()
        || article.title.is_none()
        || article.outlet.is_none();
    if !missing {
        return;
    }
    let title = article.title.as_ref().map(|title| title.value.as_str());
    let hints = Hints {
        title,
        ..Hints::default()
    };
    let laid = layout::read(page, hints);
    let mut whole = Article::new(article.path.clone(), page);
    metadata::read(&mut whole, &laid);
    fill(&mut article.title, whole.title, page);
    fill(&mut article.outlet, whole.outlet, page);
    fill(&mut article.agency, whole.agency, page);
    fill(&mut article.authors, whole.authors, page);
    if article.published.is_none() {
        fill(&mut article.published, whole.published, page);
        fill(&mut article.updated, whole.updated, page);
    }
}

/// Takes over a fact of the page, with the words that it was read from.
fn fill<T>(fact: &mut Option<Fact<T>>, shown: Option<Fact<T>>, page: &str) {
    let Some(shown) = shown.filter(|_| fact.is_none()) else {
        return;
    };
    let words = shown.span.map(|span| metadata::plain(span.of(page)));
    let told = words.map(|words| format!("the page shows “{words}”"));
    *fact = Some(Fact {
        source: match shown.source {
            Source::Text => Source::Markup,
            source => source,
        },
        span: None,
        reason: shown.reason.or(told),
        value: shown.value,
    });
}
