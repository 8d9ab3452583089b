//! Tellings of one event across articles → one event.
//!
//! Tellings are taken finest date first, so that a coarser one ("in June") finds
//! the finer one (25 June) that it belongs to. Two tellings are one event where
//! their dates agree and they share telling words, the rarer the better; a date
//! alone never merges. Events are looked up by month and word, never all by all.

use std::collections::{HashMap, HashSet};

use chrono::Datelike;

use self::alike::{Likeness, verdict};
use super::{
    event::{Event, Phase, Telling, short_hash, value_of},
    extract::Candidate,
    words::before_apostrophe,
};
use crate::{
    corpus::Article,
    temporal::{Date, Granularity},
    text::steps,
};

mod alike;

/// Found by words that are hashes already: a quick, seeded hash is enough.
type Map<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

/// Likewise.
type Set<T> = HashSet<T, foldhash::fast::RandomState>;

/// A month, counted from year 0; years have a list of their own.
type Bucket = i32;

/// The list of the events known only by year.
const YEARS: i32 = 1_000_000;

/// Words on longer lists tell nothing apart.
const LONG_LIST: usize = 48;

/// How many events a telling is compared with at most.
const COMPARED: usize = 12;

/// One candidate of one article.
#[derive(Clone, Copy)]
struct Told<'a> {
    article: usize,
    candidate: &'a Candidate,
}

/// Joins the candidates of all articles into events, in order of their dates.
/// `candidates[i]` are those of `articles[i]`; `copies[i]` is the earlier article of which it is a copy.
#[must_use]
pub fn merge(
    articles: &[Article],
    candidates: &[Vec<Candidate>],
    copies: &[Option<usize>],
) -> Vec<Event> {
    let mut told: Vec<Told<'_>> = candidates
        .iter()
        .enumerate()
        .flat_map(|(article, list)| {
            list.iter()
                .map(move |candidate| Told { article, candidate })
        })
        .collect();
    told.sort_by_key(|t| {
        let c = t.candidate;
        (
            c.date.granularity,
            copies[t.article].is_some(),
            c.role,
            t.article,
            c.evidence.start,
        )
    });
    let mut merger = Merger::new(&told);
    for one in told {
        merger.take(one);
    }
    merger.finish(articles, copies)
}

struct Group<'a> {
    tellings: Vec<Told<'a>>,
    conflict: bool,
}

impl Group<'_> {
    /// Puts first, of the tellings with the finest date, the one that tells the event best: one
    /// that has seen it happen rather than announced it, in words that stand without the speaker.
    fn lead(&mut self, copies: &[Option<usize>]) {
        let past = phase(&self.tellings) == Phase::Past;
        let date = self.tellings[0].candidate.date;
        self.tellings.sort_by_cached_key(|t| {
            let c = t.candidate;
            (
                c.date.granularity,
                c.date != date,
                copies[t.article].is_some(),
                c.role,
                past && c.phase == Phase::Planned,
                talks(&c.summary),
            )
        });
    }
}

/// Whether a summary is somebody's talk: it says "I" or "you", or begins with a word that points.
fn talks(summary: &str) -> bool {
    let base = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        before_apostrophe(word).to_lowercase()
    };
    let mut words = summary.split_whitespace().map(base);
    let first = words.next().unwrap_or_default();
    POINTING.contains(&first.as_str())
        || SPEAKING.contains(&first.as_str())
        || words.any(|word| word != "us" && SPEAKING.contains(&word.as_str()))
}

/// Words that point at what was said before.
const POINTING: [&str; 10] = [
    "he", "it", "she", "that", "there", "these", "they", "this", "those", "who",
];

/// Words of one who speaks.
const SPEAKING: [&str; 8] = ["i", "me", "my", "our", "us", "we", "you", "your"];

struct Merger<'a> {
    groups: Vec<Group<'a>>,
    /// For each month and word, the groups that have it.
    lists: Map<(Bucket, u64), Vec<u32>>,
    /// Which group has a telling of which article.
    told: Set<(u32, u32)>,
    /// How many tellings have each word.
    frequency: Map<u64, u32>,
    count: f64,
}

impl<'a> Merger<'a> {
    fn new(told: &[Told<'a>]) -> Self {
        let words = told.iter().map(|one| one.candidate.features.len()).sum();
        let mut frequency: Map<u64, u32> =
            Map::with_capacity_and_hasher(words, foldhash::fast::RandomState::default());
        for one in told {
            for (word, _) in &one.candidate.features {
                *frequency.entry(*word).or_default() += 1;
            }
        }
        Self {
            groups: Vec::new(),
            lists: Map::default(),
            told: Set::default(),
            frequency,
            count: told.len() as f64,
        }
    }

    /// Joins a telling to the event it tells, or makes a new one of it.
    fn take(&mut self, told: Told<'a>) {
        let mut best: Option<(f64, usize, bool)> = None;
        for id in self.near(told.candidate) {
            if self.told.contains(&(id as u32, told.article as u32)) {
                continue;
            }
            let group = &self.groups[id];
            for other in group.tellings.iter().take(4) {
                let likeness = self.likeness(other.candidate, told.candidate);
                let Some(conflict) = verdict(&likeness, other.candidate, told.candidate) else {
                    continue;
                };
                let score = likeness.share - f64::from(u8::from(conflict));
                if best.is_none_or(|(most, ..)| score > most) {
                    best = Some((score, id, conflict));
                }
            }
        }
        let id = if let Some((_, id, conflict)) = best {
            self.groups[id].conflict |= conflict;
            self.groups[id].tellings.push(told);
            id
        } else {
            self.groups.push(Group {
                tellings: vec![told],
                conflict: false,
            });
            self.groups.len() - 1
        };
        self.told.insert((id as u32, told.article as u32));
        for bucket in buckets(&told.candidate.date) {
            // What no other telling says is never looked for.
            let common = |word: &&(u64, bool)| self.frequency.get(&word.0).is_some_and(|n| *n > 1);
            for (word, _) in told.candidate.features.iter().filter(common) {
                let list = self.lists.entry((bucket, *word)).or_default();
                if list.last() != Some(&(id as u32)) && list.len() <= LONG_LIST {
                    list.push(id as u32);
                }
            }
        }
    }

    /// The events that share the rarest words with a telling in its months.
    fn near(&self, candidate: &Candidate) -> Vec<usize> {
        let mut words: Vec<(u32, u64)> = candidate
            .features
            .iter()
            .map(|(word, _)| (self.frequency.get(word).copied().unwrap_or(1), *word))
            .filter(|&(frequency, _)| frequency > 1)
            .collect();
        words.sort_unstable();
        let mut votes: Map<u32, u32> = Map::default();
        for bucket in searched(&candidate.date) {
            for (_, word) in words.iter().take(16) {
                let Some(list) = self.lists.get(&(bucket, *word)) else {
                    continue;
                };
                if list.len() > LONG_LIST {
                    continue;
                }
                for &id in list {
                    *votes.entry(id).or_default() += 1;
                }
            }
        }
        let mut ranked: Vec<(u32, u32)> = votes
            .into_iter()
            .filter(|&(_, n)| n > 1)
            .map(|(id, n)| (n, id))
            .collect();
        ranked.sort_unstable_by_key(|&(n, id)| (std::cmp::Reverse(n), id));
        ranked
            .into_iter()
            .take(COMPARED)
            .map(|(_, id)| id as usize)
            .collect()
    }

    fn weight(&self, word: u64) -> f64 {
        let frequency = self.frequency.get(&word).copied().unwrap_or(1);
        (1.0 + self.count / f64::from(frequency)).ln()
    }

    fn likeness(&self, a: &Candidate, b: &Candidate) -> Likeness {
        steps::take(1);
        let total = |c: &Candidate| c.features.iter().map(|f| self.weight(f.0)).sum::<f64>();
        let (mut weight, mut words, mut names) = (0.0, 0, 0);
        let mut other = b.features.iter().peekable();
        for &(word, name) in &a.features {
            while other.peek().is_some_and(|f| f.0 < word) {
                other.next();
            }
            if let Some(&&(same, also)) = other.peek()
                && same == word
            {
                weight += self.weight(word);
                words += 1;
                names += usize::from(name || also);
            }
        }
        let smaller = total(a).min(total(b)).max(f64::MIN_POSITIVE);
        Likeness {
            share: weight / smaller,
            words,
            names,
            gathering: a.gatherings.iter().any(|g| b.gatherings.contains(g)),
        }
    }

    /// Makes the events, in order.
    fn finish(self, articles: &[Article], copies: &[Option<usize>]) -> Vec<Event> {
        let mut events: Vec<Event> = self
            .groups
            .into_iter()
            .map(|mut group| {
                group.lead(copies);
                event(&group, articles, copies)
            })
            .collect();
        events.sort_by_key(order);
        tell_apart(&mut events);
        events
    }
}

/// Gives events that say the same different ids.
fn tell_apart(events: &mut [Event]) {
    let mut taken = HashSet::new();
    // Where the search for a free id ended, by the id that was taken.
    let mut ended: HashMap<String, (String, u32)> = HashMap::new();
    for event in events {
        if taken.insert(event.id.clone()) {
            continue;
        }
        let own = event.id.clone();
        let (mut id, mut salt) = ended.remove(&own).unwrap_or_else(|| (own.clone(), 0));
        while !taken.insert(id.clone()) {
            steps::take(1);
            salt += 1;
            id = short_hash([id.as_str(), &salt.to_string()]);
        }
        event.id.clone_from(&id);
        ended.insert(own, (id, salt));
    }
}

/// What the order of events goes by: the day, the coarser first, ranges after days, then the text.
fn order(event: &Event) -> impl Ord + use<> {
    let first = &event.tellings[0];
    (
        event.date.first,
        std::cmp::Reverse(event.date.granularity),
        event.date.range,
        event.role,
        first.article,
        first.evidence.start,
    )
}

/// One group of tellings as an event.
fn event(group: &Group<'_>, articles: &[Article], copies: &[Option<usize>]) -> Event {
    let first = group.tellings[0];
    let mut known = HashSet::new();
    let actors = group.tellings.iter().flat_map(|t| &t.candidate.actors);
    let actors = actors.filter(|actor| known.insert(*actor)).cloned();
    let actors = actors.collect();
    let telling = |t: &Told<'_>| Telling {
        article: t.article,
        evidence: t.candidate.evidence,
        timex: t.candidate.timex.clone(),
        date: t.candidate.date,
        summary: t.candidate.summary.clone(),
        role: t.candidate.role,
        copy_of: copies[t.article],
    };
    let article = &articles[first.article];
    let name = article
        .path
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or(&article.path);
    let value = value_of(&first.candidate.date);
    let place = group
        .tellings
        .iter()
        .find_map(|t| t.candidate.place.clone());
    Event {
        id: short_hash([
            name,
            first.candidate.evidence.of(&article.text),
            &value,
            &first.candidate.summary,
        ]),
        date: first.candidate.date,
        value,
        summary: first.candidate.summary.clone(),
        phase: phase(&group.tellings),
        role: group
            .tellings
            .iter()
            .map(|t| t.candidate.role)
            .min()
            .unwrap_or(first.candidate.role),
        actors,
        place,
        tellings: group.tellings.iter().map(telling).collect(),
        conflict: group.conflict,
    }
}

/// Past where any telling has seen it happen.
fn phase(tellings: &[Told<'_>]) -> Phase {
    let past = tellings.iter().any(|t| t.candidate.phase == Phase::Past);
    if past { Phase::Past } else { Phase::Planned }
}

fn bucket(year: i32, month: u32) -> Bucket {
    year * 12 + month as i32 - 1
}

/// The lists that an event stands on.
fn buckets(date: &Date) -> Vec<Bucket> {
    if date.granularity >= Granularity::Quarter {
        return vec![YEARS + date.first.year()];
    }
    vec![bucket(date.first.year(), date.first.month())]
}

/// The lists where the events that a date could mean stand.
fn searched(date: &Date) -> Vec<Bucket> {
    let from = bucket(date.first.year(), date.first.month());
    let to = bucket(date.last.year(), date.last.month()).min(from + 12);
    let mut lists: Vec<Bucket> =
        (from - i32::from(date.granularity == Granularity::Day && date.first.day() <= 3)..=to)
            .collect();
    if date.granularity >= Granularity::Quarter {
        lists.push(YEARS + date.first.year());
    }
    lists
}
