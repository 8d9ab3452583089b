//! Which entry of a dossier speaks of which article.

use std::collections::{HashMap, HashSet};

use super::{
    Warning,
    dossier::{Dossier, Entry, head},
};
use crate::text::{edits, steps};

/// So many steps are spent on the names that entries may have meant which speak of no article;
/// a dossier in which more is wrong was not written for the folder.
const STEPS: usize = 2_000_000;

/// The steps that a comparison letter by letter takes.
const COMPARISON: usize = 64;

/// The entries of dossiers by the files that they name.
pub struct Entries<'d> {
    /// The dossiers of a folder.
    folders: HashMap<&'d str, Vec<usize>>,
    /// The entries of a dossier that name a file.
    files: HashMap<(usize, &'d str), Vec<usize>>,
}

impl<'d> Entries<'d> {
    /// Gathers the entries of all dossiers.
    #[must_use]
    pub fn of(dossiers: &'d [Dossier]) -> Self {
        let mut entries = Self {
            folders: HashMap::new(),
            files: HashMap::new(),
        };
        for (d, dossier) in dossiers.iter().enumerate() {
            let folder = entries.folders.entry(dossier.folder.as_str());
            folder.or_default().push(d);
            for (e, entry) in dossier.entries.iter().enumerate() {
                let file = entries.files.entry((d, entry.file.as_str()));
                file.or_default().push(e);
            }
        }
        entries
    }

    /// The entries that speak of the article at `path`, as indexes of dossier and entry, in
    /// their order: by its own name ("items.jsonl#2") or by that of the file it lies in.
    #[must_use]
    pub fn about(&self, path: &str) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for folder in starts(path).map(|at| &path[..at]) {
            steps::take(1);
            let Some(dossiers) = self.folders.get(folder) else {
                continue;
            };
            let inner = &path[folder.len()..];
            let file = inner.rsplit_once('#').and_then(|(file, number)| {
                number.bytes().all(|b| b.is_ascii_digit()).then_some(file)
            });
            let names = || [inner].into_iter().chain(file);
            for &dossier in dossiers {
                for name in names().flat_map(|name| starts(name).map(move |at| &name[at..])) {
                    steps::take(1);
                    let entries = self.files.get(&(dossier, name)).into_iter().flatten();
                    found.extend(entries.map(|entry| (dossier, *entry)));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Where the parts of a path begin: 0, and after every slash.
fn starts(path: &str) -> impl Iterator<Item = usize> {
    let slashes = path.bytes().enumerate();
    let after = slashes.filter(|(_, byte)| matches!(byte, b'/' | b'\\'));
    [0].into_iter().chain(after.map(|(at, _)| at + 1))
}

/// The names of the files that were read, each once, to offer the nearest of them.
pub struct Names<'a> {
    paths: Vec<&'a str>,
    /// The steps that are left.
    steps: usize,
}

impl<'a> Names<'a> {
    /// The files of articles.
    pub fn of(articles: impl Iterator<Item = &'a str>) -> Self {
        let files = articles.map(|path| path.split('#').next().unwrap_or(path));
        let mut known = HashSet::new();
        Self {
            paths: files.filter(|path| known.insert(*path)).collect(),
            steps: STEPS,
        }
    }

    /// The name in `folder` that takes the fewest edits to make `name` of.
    fn nearest(&mut self, folder: &str, name: &str) -> Option<(usize, &'a str)> {
        let length = name.chars().count();
        let mut nearest: Option<(usize, &str)> = None;
        for path in &self.paths {
            if self.steps == 0 {
                break;
            }
            self.steps -= 1;
            steps::take(1);
            let Some(path) = path.strip_prefix(folder) else {
                continue;
            };
            // As many edits as the lengths differ by are needed at least.
            let least = path.chars().count().abs_diff(length);
            if least <= length && nearest.is_none_or(|(edits, _)| least <= edits) {
                self.steps = self.steps.saturating_sub(COMPARISON);
                let this = (edits(name, path), path);
                nearest = Some(nearest.map_or(this, |best| best.min(this)));
            }
        }
        nearest.filter(|(edits, path)| *edits * 3 <= path.chars().count())
    }
}

impl Entry {
    /// What to say of an entry that speaks of no article that was read; the nearest name
    /// of a file that was is offered.
    #[must_use]
    pub fn unmatched(&self, dossier: &Dossier, names: &mut Names<'_>) -> Warning {
        let mut warning = Warning::new(
            &dossier.path,
            format!("no article was read from “{}”", self.file),
        );
        warning.line = Some(self.line);
        let near = names.nearest(&dossier.folder, head(&self.file));
        warning.fix = Some(match near {
            Some((_, path)) => format!("did you mean “{path}”?"),
            None => "name a file of the folder, or take the entry out".to_owned(),
        });
        warning
    }
}
