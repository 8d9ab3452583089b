//! Finds people by their names, so that nobody is compared with everybody.

use std::{collections::BTreeSet, hash::BuildHasher};

use super::{Map, Person};
use crate::text::steps;

/// By which of their names people are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// The whole name.
    Name,
    /// The part that short forms use.
    Family,
    /// The same part, of those of whom no more is known.
    Bare,
}

/// The letters of a name, or a title, as a number.
pub(super) type Key = u64;

/// No title in particular.
const ANY: Key = 0;

/// The people of a text by their names and titles, the one introduced first in front.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    seed: foldhash::fast::RandomState,
    found: BTreeSet<(By, Key, Key, u32)>,
    /// Who of a family was named last.
    last: Map<Key, usize>,
}

impl Index {
    /// What two names share that have the same letters, whatever their case, hyphens and spaces.
    pub(super) fn key(&self, name: &str) -> Key {
        let letters: String = if name.is_ascii() {
            let plain = name.bytes().filter(u8::is_ascii_alphanumeric);
            plain.map(|b| b.to_ascii_lowercase() as char).collect()
        } else {
            let letters = name.chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        self.seed.hash_one(letters)
    }

    /// What stands for a title.
    pub(super) fn title(&self, title: &str) -> Key {
        self.seed.hash_one(title).max(1)
    }

    /// The first person of this name, of those who bear `title` where one is given.
    pub(super) fn first(&self, by: By, name: Key, title: Option<Key>) -> Option<usize> {
        steps::take(1);
        let title = title.unwrap_or(ANY);
        let from = (by, name, title, 0);
        let to = (by, name, title, u32::MAX);
        let first = self.found.range(from..=to).next()?;
        Some(first.3 as usize)
    }

    /// Adds a person, with all titles.
    pub(super) fn insert(&mut self, i: usize, person: &Person) {
        for key in self.keys(i, person) {
            self.found.insert(key);
        }
    }

    /// Takes a person out, to come back under another name.
    pub(super) fn remove(&mut self, i: usize, person: &Person) {
        for key in self.keys(i, person) {
            self.found.remove(&key);
        }
    }

    /// Adds one more title of a person; whether it is new.
    pub(super) fn bears(&mut self, i: usize, person: &Person, title: Key) -> bool {
        let mut is_new = false;
        for (by, name) in self.names(person) {
            is_new |= self.found.insert((by, name, title, i as u32));
        }
        is_new
    }

    /// Notes that a person was named.
    pub(super) fn named(&mut self, i: usize, family: Key) {
        self.last.insert(family, i);
    }

    /// Who of a family was named last.
    pub(super) fn last(&self, family: Key) -> Option<usize> {
        self.last.get(&family).copied()
    }

    fn names(&self, person: &Person) -> impl Iterator<Item = (By, Key)> + use<> {
        let family = self.key(&person.family);
        let bare = (person.name == person.family).then_some((By::Bare, family));
        [(By::Name, self.key(&person.name)), (By::Family, family)]
            .into_iter()
            .chain(bare)
    }

    fn keys(&self, i: usize, person: &Person) -> Vec<(By, Key, Key, u32)> {
        let titles = person.titles.iter().map(|title| self.title(title));
        let titles: Vec<Key> = [ANY].into_iter().chain(titles).collect();
        let names = self.names(person);
        names
            .flat_map(|(by, name)| titles.iter().map(move |title| (by, name, *title, i as u32)))
            .collect()
    }
}
