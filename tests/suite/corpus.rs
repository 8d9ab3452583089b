//! Documents → articles, checked on real and hostile files.

mod aliases;
mod chronology;
mod clips;
mod dossier;
mod fields;
mod formats;
mod hostile;
mod pages;
mod seeds;
mod shown;

use dateline::corpus::{Article, BlockKind, Corpus, Document};

use crate::fixture::{document, options};

/// Opens documents, dossiers read.
fn open(documents: Vec<Document>) -> Corpus {
    Corpus::open(documents, options(true))
}

/// Opens one file of these bytes.
fn open_one(path: &str, bytes: impl Into<Vec<u8>>) -> Corpus {
    open(vec![document(path, bytes)])
}

/// The blocks of `kind`, as text.
fn blocks(article: &Article, kind: BlockKind) -> Vec<&str> {
    let of_kind = article.blocks.iter().filter(|block| block.kind == kind);
    of_kind.map(|block| block.span.of(&article.text)).collect()
}

/// The facts as a line: title | outlet | authors | published | updated.
fn facts(article: &Article) -> String {
    let words = |fact: &Option<dateline::corpus::Fact<String>>| {
        fact.as_ref()
            .map_or_else(|| "–".to_owned(), |fact| fact.value.clone())
    };
    let when = |fact: &Option<dateline::corpus::Fact<dateline::temporal::Timestamp>>| {
        fact.as_ref()
            .map_or_else(|| "–".to_owned(), |fact| fact.value.to_string())
    };
    let authors = article.authors.as_ref();
    let authors = authors.map_or_else(|| "–".to_owned(), |names| names.value.join(", "));
    format!(
        "{} | {} | {authors} | {} | {}",
        words(&article.title),
        words(&article.outlet),
        when(&article.published),
        when(&article.updated),
    )
}

/// Holds for every article: spans valid, blocks in order and disjoint.
fn assert_sound(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(
            block.span.fits(&article.text),
            "{block:?} of {}",
            article.path
        );
        assert!(block.span.start >= end, "{block:?} of {}", article.path);
        assert!(!block.span.is_empty(), "{block:?} of {}", article.path);
        end = block.span.end;
    }
    let facts = [
        &article.title,
        &article.outlet,
        &article.agency,
        &article.url,
    ];
    let words = facts.into_iter().flatten().filter_map(|fact| fact.span);
    let dates = [&article.published, &article.updated];
    let dates = dates.into_iter().flatten().filter_map(|fact| fact.span);
    let authors = article.authors.as_ref().and_then(|fact| fact.span);
    for span in words.chain(dates).chain(authors) {
        assert!(span.fits(&article.text), "{span:?} of {}", article.path);
    }
}
