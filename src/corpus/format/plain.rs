//! Plain text, as copied from a page or exported by a tool.

use std::borrow::Cow;

use super::{Draft, fact, moment, names};
use crate::{
    corpus::{Article, Fact, Source, field_lines, fields::Field, lines, metadata},
    text::Span,
};

/// One article: the whole text.
pub fn parse(path: &str, text: Cow<str>) -> Draft {
    let mut draft = Draft::new(Article::new(path, text));
    let Some((found, span)) = fields(&draft.article.text) else {
        return draft;
    };
    found.complete(&mut draft, true);
    draft.fields = Some(span);
    draft.body = Some(Span::new(span.end, draft.article.text.len()));
    draft
}

/// The facts that the lines of fields at the head of a text give.
pub struct Found(Draft);

/// Reads the lines of fields at the head of `text`, where it has some; gives their place too.
pub fn fields(text: &str) -> Option<(Found, Span)> {
    let head = field_lines::read(text)?;
    let mut draft = Draft::new(Article::new("", ""));
    let article = &mut draft.article;
    for (field, span) in head.fields {
        let words = span.of(text);
        match field {
            Field::Title => fill(&mut article.title, fact(words), span),
            Field::Outlet | Field::Url if words.contains("://") => {
                fill(&mut article.url, fact(words), span);
            }
            Field::Outlet => fill(&mut article.outlet, fact(words), span),
            Field::Author => {
                let parts = words.split([',', ';']).flat_map(|part| part.split(" and "));
                fill(&mut article.authors, names(parts), span);
            }
            Field::Published => fill(&mut article.published, moment(words), span),
            Field::Updated => fill(&mut article.updated, moment(words), span),
            Field::Saved => draft.saved = moment(words).map(|when| when.value.date),
            _ => {}
        }
    }
    // The line above the fields is the headline.
    let above = lines::head(text, 2);
    if article.title.is_none()
        && let Some(first) = above.first()
        && first.span.end <= head.span.start
        && above
            .get(1)
            .is_none_or(|second| second.span.start >= head.span.start)
    {
        let bare = first.span.of(text).trim_start_matches(['#', ' ']);
        let span = Span::new(first.span.end - bare.len(), first.span.end);
        article.title = Some(Fact::text(metadata::plain(bare), span));
    }
    Some((Found(draft), head.span))
}

impl Found {
    /// Fills what is not known of a draft; `same` says that its text is the one that was
    /// read, so that the places hold there.
    pub fn complete(self, draft: &mut Draft, same: bool) {
        let found = self.0.article;
        let article = &mut draft.article;
        take(&mut article.title, found.title, same);
        take(&mut article.outlet, found.outlet, same);
        take(&mut article.authors, found.authors, same);
        take(&mut article.published, found.published, same);
        take(&mut article.updated, found.updated, same);
        take(&mut article.url, found.url, same);
        draft.saved = draft.saved.or(self.0.saved);
    }
}

fn take<T>(fact: &mut Option<Fact<T>>, found: Option<Fact<T>>, same: bool) {
    if fact.is_none() {
        *fact = found.map(|found| Fact {
            source: if same { found.source } else { Source::Markup },
            span: found.span.filter(|_| same),
            ..found
        });
    }
}

/// Takes a fact over with its place in the text.
fn fill<T>(fact: &mut Option<Fact<T>>, found: Option<Fact<T>>, span: Span) {
    if fact.is_none() {
        *fact = found.map(|found| Fact {
            source: Source::Text,
            span: Some(span),
            ..found
        });
    }
}
