//! Which articles of a folder tell the same story: those that share names which few others have.

use std::collections::{HashMap, HashSet};

use super::{lines, stamp};
use crate::{
    temporal::date::WEEKDAYS,
    text::{
        fnv1a,
        split::{bare, pieces},
    },
};

/// How many words of a text are looked at.
const WORDS: usize = 3_000;
/// How many rare names two texts share at the least.
const SHARED: usize = 3;
/// A name is rare in a folder where no more texts than this have it, or one in ten.
const RARE: usize = 3;

/// The names of a text, hashed: capitalised words within a sentence.
fn names(text: &str) -> HashSet<u64> {
    let mut found = HashSet::new();
    let mut opens = true;
    for piece in pieces(text).take(WORDS) {
        let word = bare(piece);
        let capital = word.starts_with(char::is_uppercase);
        let name = capital
            && !opens
            && word.chars().count() >= 3
            && stamp::month(word).is_none()
            && !WEEKDAYS.contains(&word)
            && !lines::is_small(&word.to_lowercase());
        if name {
            let stem = word.trim_end_matches("'s").trim_end_matches("’s");
            found.insert(fnv1a(stem.bytes().map(|b| b.to_ascii_lowercase())));
        }
        opens = piece.ends_with(['.', '!', '?', ':', '”', '"', '—', '–', '-']);
    }
    found
}

/// The stories of a folder.
#[derive(Debug, Default)]
pub struct Stories {
    /// The rare names of each text.
    texts: Vec<HashSet<u64>>,
    /// The texts that have a rare name.
    places: HashMap<u64, Vec<usize>>,
}

impl Stories {
    /// Reads the texts of a folder.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut texts: Vec<HashSet<u64>> = texts.map(names).collect();
        let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
        for (i, names) in texts.iter().enumerate() {
            for name in names {
                places.entry(*name).or_default().push(i);
            }
        }
        let most = RARE.max(texts.len() / 10);
        places.retain(|_, texts| texts.len() <= most);
        for names in &mut texts {
            names.retain(|name| places.contains_key(name));
        }
        Self { texts, places }
    }

    /// The texts that tell the story of text `i`, those that share most with it first.
    pub fn same(&self, i: usize) -> Vec<usize> {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for name in &self.texts[i] {
            for &other in self.places.get(name).into_iter().flatten() {
                *shared.entry(other).or_default() += usize::from(other != i);
            }
        }
        // A quarter of the names of the shorter text.
        let mut same: Vec<(usize, usize)> = shared
            .into_iter()
            .filter(|&(other, count)| {
                let least = self.texts[i].len().min(self.texts[other].len());
                count >= SHARED && count * 4 >= least
            })
            .collect();
        same.sort_by_key(|&(other, count)| (std::cmp::Reverse(count), other));
        same.into_iter().map(|(other, _)| other).collect()
    }
}
