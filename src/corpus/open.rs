//! Opening: documents → drafts → articles with their facts.

use std::{
    collections::{HashMap, HashSet},
    sync::atomic::{AtomicUsize, Ordering},
};

use chrono::NaiveDate;

use super::{
    Article, Corpus, Document, Fact, Options, Source, Warning, address,
    dossier::{self, Dossier},
    entries::{Entries, Names},
    format::{self, Draft, MOST},
    guard::{Step, guarded},
    hands, language,
    layout::{self, Hints},
    metadata, own_day, shown, stamp,
    story::Stories,
    year::{self, Around},
};
use crate::{
    temporal::Timestamp,
    text::{Span, decode::decode, steps},
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
            let warnings = &mut corpus.warnings;
            let parsed = guarded(Step::Parse, &document.path, || {
                let text = decode(&document.bytes).text;
                steps::within(steps::allowed(text.len()), || {
                    dossier::parse(&document.path, &text, warnings)
                })
            });
            match parsed {
                Ok(dossier) => dossiers.push(dossier),
                Err(fault) => corpus.warnings.push(fault),
            }
        }
        let room = AtomicUsize::new(MOST);
        let read_document = |document: Document| read_document(&document, &room);
        for (read, warnings) in
            hands::each(documents, |document| document.bytes.len(), read_document)
        {
            readings.extend(read);
            corpus.warnings.extend(warnings);
        }
        infer_years(&mut readings, options.today, &mut corpus.warnings);
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

/// The longest text that is taken for one article, in bytes: twice the longest novels.
const LONGEST: usize = 8 << 20;

/// Reads a document's articles; there is `room` for so many more of all documents.
fn read_document(document: &Document, room: &AtomicUsize) -> (Vec<Reading>, Vec<Warning>) {
    let mut warnings = Vec::new();
    let most = steps::allowed(document.bytes.len());
    let drafts = guarded(Step::Parse, &document.path, || {
        steps::within(most, || format::parse(document, &mut warnings))
    });
    let mut drafts = drafts.unwrap_or_else(|fault| {
        warnings.push(fault);
        Vec::new()
    });
    drafts.retain(|draft| {
        let fits = draft.article.text.len() <= LONGEST;
        if !fits {
            let reason = "the text is longer than the 8 MiB that are read of one article";
            let mut warning = Warning::skipped(&draft.article.path, reason);
            warning.fix = Some("divide it".to_owned());
            warnings.push(warning);
        }
        fits
    });
    let wanted = drafts.len();
    let take = |room: usize| Some(room.saturating_sub(wanted));
    let left = room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take);
    let left = left.unwrap_or_default();
    if wanted > left {
        drafts.truncate(left);
        let reason = format!(
            "more than {MOST} articles together; {} were not read",
            wanted - left
        );
        let mut warning = Warning::new(&document.path, reason);
        warning.fix = Some("open a part of the folder".to_owned());
        warnings.push(warning);
    }
    let modified = document.modified;
    let weight = |draft: &Draft| draft.article.text.len();
    let readings = hands::each(drafts, weight, |draft| {
        let path = draft.article.path.clone();
        let most = steps::allowed(draft.article.text.len());
        guarded(Step::Layout, &path, || {
            steps::within(most, || read(draft, modified))
        })
    });
    let mut sound = Vec::with_capacity(readings.len());
    for reading in readings {
        match reading {
            Ok(reading) => sound.push(reading),
            Err(fault) => warnings.push(fault),
        }
    }
    (sound, warnings)
}

fn read(draft: Draft, modified: Option<NaiveDate>) -> Reading {
    let Draft {
        mut article,
        body_only,
        body,
        shown,
        fields,
        saved,
        fallback,
    } = draft;
    let title = article.title.as_ref().map(|title| title.value.as_str());
    let page = layout::read(
        &article.text,
        Hints {
            title,
            body_only,
            body,
            fields,
        },
    );
    article.blocks = page.blocks();
    let saved = metadata::read(&mut article, &page)
        .into_iter()
        .chain(saved)
        .min();
    if let Some(shown) = shown {
        shown::complete(&mut article, &shown);
    }
    article.authors = article.authors.take().or(fallback.authors);
    let published = article.published.take();
    article.published = published.or_else(|| fallback.published.into_iter().next());
    address::complete(&mut article);
    // A stranger's field may name any year, and the calendar ends somewhere.
    let in_print = |fact: &Fact<Timestamp>| stamp::in_print(fact.value.date);
    article.published = article.published.filter(in_print);
    article.updated = article.updated.filter(in_print);
    let partial = page
        .dateline
        .as_ref()
        .and_then(|(_, dateline)| dateline.day);
    let day = partial.map(|(month, day, _)| (month, day));
    own_day::settle(&mut article, &page, day);
    article.language = language::of(&article.text, page.small());
    let published = article.published.as_ref().map(|fact| fact.value.date);
    article.chronology = page.entries(&article.text, published);
    Reading {
        article,
        // A copy may be changed long after the page was saved.
        modified: saved.into_iter().chain(modified).min(),
        partial,
    }
}

/// Completes days without a year from the text, the folder or the file.
fn infer_years(readings: &mut [Reading], today: NaiveDate, warnings: &mut Vec<Warning>) {
    let undated =
        |reading: &Reading| reading.article.published.is_none() && reading.partial.is_some();
    if !readings.iter().any(undated) {
        return;
    }
    let mut folders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, reading) in readings.iter().enumerate() {
        let folder = folders.entry(folder(&reading.article.path)).or_default();
        folder.push(i);
    }
    let mut stories: HashMap<&str, Stories> = HashMap::new();
    let mut found = Vec::new();
    for (i, reading) in readings.iter().enumerate().filter(|(_, r)| undated(r)) {
        let Some((month, day, span)) = reading.partial else {
            continue;
        };
        let folder = folder(&reading.article.path);
        let inside = &folders[folder];
        let stories = stories.entry(folder).or_insert_with(|| {
            Stories::of(inside.iter().map(|&i| readings[i].article.text.as_str()))
        });
        // Only an article of the same story tells the year of its day.
        let own = inside.partition_point(|&other| other < i);
        let same = stories.same(own).into_iter().filter_map(|at| {
            let article = &readings[inside[at]].article;
            let published = article.published.as_ref()?;
            Some((published.value.date, article.path.as_str()))
        });
        let same: Vec<(NaiveDate, &str)> = same.collect();
        let mates = year::mates(&same, month, day);
        let around = Around {
            mates: &mates,
            modified: reading.modified,
            today: Some(today),
        };
        let article = &reading.article;
        let year = guarded(Step::Layout, &article.path, || {
            year::of(&article.text, month, day, &around)
        });
        let year = year.unwrap_or_else(|fault| {
            warnings.push(fault);
            None
        });
        if let Some((date, reason)) = year {
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
