//! Opening: documents → drafts → articles with their facts.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{
    Article, Corpus, Document, Fact, Options, Source, Warning, address,
    dossier::{self, Dossier},
    entries::{Entries, Names},
    format::{self, Draft},
    guard::{Step, guarded},
    hands,
    layout::{self, Hints},
    metadata, shown,
    year::{self, Around},
};
use crate::{
    temporal::Timestamp,
    text::{Span, decode::decode},
};

/// An article, and what is still to be decided about it.
struct Reading {
    article: Article,
    modified: Option<NaiveDate>,
    /// A day without a year at the head of the report.
    partial: Option<(u32, u32, Span)>,
}

impl Corpus {
    /// Reads every document. Never fails: what cannot be read becomes a warning.
    #[must_use]
    pub fn open(mut documents: Vec<Document>, options: Options) -> Self {
        documents.sort_by(|a, b| a.path.cmp(&b.path));
        let mut corpus = Self::default();
        let mut dossiers = Vec::new();
        let mut readings = Vec::new();
        let (apart, documents): (Vec<_>, Vec<_>) = documents
            .into_iter()
            .partition(|document| dossier::is_dossier(&document.path));
        for document in apart.iter().filter(|_| options.dossier) {
            let text = decode(&document.bytes).text;
            dossiers.push(dossier::parse(&document.path, &text, &mut corpus.warnings));
        }
        let read_document = |document: Document| {
            let mut warnings = Vec::new();
            let drafts = guarded(Step::Parse, &document.path, || {
                format::parse(&document, &mut warnings)
            });
            let readings = hands::each(
                drafts.unwrap_or_else(|fault| {
                    warnings.push(fault);
                    Vec::new()
                }),
                |draft| draft.article.text.len(),
                |draft| {
                    let path = draft.article.path.clone();
                    guarded(Step::Layout, &path, || read(draft, document.modified))
                },
            );
            let mut sound = Vec::with_capacity(readings.len());
            for reading in readings {
                match reading {
                    Ok(reading) => sound.push(reading),
                    Err(fault) => warnings.push(fault),
                }
            }
            (sound, warnings)
        };
        for (read, warnings) in
            hands::each(documents, |document| document.bytes.len(), read_document)
        {
            readings.extend(read);
            corpus.warnings.extend(warnings);
        }
        infer_years(&mut readings, options.today);
        apply(&dossiers, &mut readings, &mut corpus.warnings);
        if let Some(first) = dossiers
            .iter()
            .find(|d| d.title.is_some() || d.span.is_some())
        {
            corpus.title.clone_from(&first.title);
            corpus.span = first.span;
        }
        corpus.articles = readings
            .into_iter()
            .map(|reading| reading.article)
            .collect();
        corpus
    }
}

fn read(draft: Draft, modified: Option<NaiveDate>) -> Reading {
    let Draft {
        mut article,
        body_only,
        body,
        shown,
        fallback,
    } = draft;
    let title = article.title.as_ref().map(|title| title.value.as_str());
    let page = layout::read(
        &article.text,
        Hints {
            title,
            body_only,
            body,
        },
    );
    article.blocks = page.blocks();
    let saved = metadata::read(&mut article, &page);
    if let Some(shown) = shown {
        shown::complete(&mut article, &shown);
    }
    article.authors = article.authors.take().or(fallback.authors);
    let published = article.published.take();
    article.published = published.or_else(|| fallback.published.into_iter().next());
    address::complete(&mut article);
    let published = article.published.as_ref().map(|fact| fact.value.date);
    article.chronology = page.entries(&article.text, published);
    let partial = page
        .dateline
        .as_ref()
        .and_then(|(_, dateline)| dateline.day);
    Reading {
        article,
        // A copy may be changed long after the page was saved.
        modified: saved.into_iter().chain(modified).min(),
        partial,
    }
}

/// Completes days without a year from the text, the folder or the file.
fn infer_years(readings: &mut [Reading], today: NaiveDate) {
    let undated =
        |reading: &Reading| reading.article.published.is_none() && reading.partial.is_some();
    if !readings.iter().any(undated) {
        return;
    }
    let mut dated: HashMap<&str, Vec<(NaiveDate, &str)>> = HashMap::new();
    for article in readings.iter().map(|reading| &reading.article) {
        if let Some(published) = &article.published {
            let folder = dated.entry(folder(&article.path)).or_default();
            folder.push((published.value.date, &article.path));
        }
    }
    let mut mates: HashMap<(&str, u32, u32), Vec<year::Mate<'_>>> = HashMap::new();
    let mut found = Vec::new();
    for (i, reading) in readings.iter().enumerate().filter(|(_, r)| undated(r)) {
        let Some((month, day, span)) = reading.partial else {
            continue;
        };
        let folder = folder(&reading.article.path);
        let mates = mates.entry((folder, month, day)).or_insert_with(|| {
            let dated = dated.get(folder).map_or(&[][..], Vec::as_slice);
            year::mates(dated, month, day)
        });
        let around = Around {
            mates,
            modified: reading.modified,
            today: Some(today),
        };
        if let Some((date, reason)) = year::of(&reading.article.text, month, day, &around) {
            let fact = Fact {
                value: Timestamp::day(date),
                source: Source::Inferred,
                span: Some(span),
                reason: Some(reason),
            };
            found.push((i, fact));
        }
    }
    for (i, fact) in found {
        readings[i].article.published = Some(fact);
    }
}

fn folder(path: &str) -> &str {
    path.rfind(['/', '\\']).map_or("", |at| &path[..at])
}

/// Lets the dossiers override and complete; an entry that finds no article becomes a warning.
fn apply(dossiers: &[Dossier], readings: &mut [Reading], warnings: &mut Vec<Warning>) {
    if dossiers.iter().all(|dossier| dossier.entries.is_empty()) {
        return;
    }
    let entries = Entries::of(dossiers);
    let mut met: HashSet<(usize, usize)> = HashSet::new();
    for reading in readings.iter_mut() {
        let found = entries.about(&reading.article.path);
        for &(dossier, entry) in &found {
            let entry = &dossiers[dossier].entries[entry];
            entry.apply(&mut reading.article, reading.partial);
        }
        met.extend(found);
    }
    let paths = readings.iter().map(|reading| reading.article.path.as_str());
    let mut names = Names::of(paths);
    for (d, dossier) in dossiers.iter().enumerate() {
        for (e, entry) in dossier.entries.iter().enumerate() {
            if !met.contains(&(d, e)) {
                warnings.push(entry.unmatched(dossier, &mut names));
            }
        }
    }
}
