//! Items in, hits out.

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use pulp::Arch;

use super::{
    Hit, Item, Target,
    best::{Best, Key},
    lanes::LANES,
    marks::Marks,
    pack::{count, ones},
    plan::Plan,
    plane::Plane,
    query::Query,
    rank::{Class, is_excluded, rank_text},
    scan::Scan,
    shortfall::{self, Earlier, Shortfall},
};

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// How many items match in all.
    pub total: usize,
    /// On which days they are dated, and how many on each; of lines none.
    pub days: Vec<(NaiveDate, u32)>,
}

/// Most earlier queries whose matches are remembered.
const MOST_LEVELS: usize = 64;
/// Where a query finds fewer items, a typing error is forgiven.
pub const FEW_HITS: usize = 10;
/// Blocks that are scanned before a first answer is given, where one is wanted early.
const FIRST_BLOCKS: usize = 32;

/// Items that can be searched.
///
/// Queries that a person types letter by letter are fast: a longer query only
/// looks at what the shorter one found, and going back costs nothing.
///
/// ```
/// use dateline::search::{Finder, Item};
/// let today = chrono::NaiveDate::from_ymd_opt(2026, 2, 1).unwrap();
/// let lines = ["Rutte calls Lee", "Šekerinska in Seoul"];
/// let items: Vec<Item> = (0..).zip(lines).map(|(i, line)| Item::line(i, line)).collect();
/// let answer = Finder::new(items).search("sekerinska", 10, today);
/// assert_eq!(answer.hits[0].item, 1);
/// assert_eq!(answer.total, 1);
/// ```
#[derive(Debug)]
pub struct Finder {
    items: Arc<Vec<Item>>,
    plane: Plane,
    /// Whether words are looked for: the items are not the lines of a list.
    prose: bool,
    /// Whether the items are in the order in which they are shown where nothing is asked.
    in_order: bool,
    arch: Arch,
    threads: usize,
    /// Earlier queries, each narrower than the one before.
    levels: Vec<Level>,
}

/// A query with what it found.
#[derive(Debug)]
struct Level {
    query: Query,
    limit: usize,
    /// For each group of the plane, the texts that match.
    alive: Vec<u64>,
    /// What it leaves known of the scores, for the word typed on.
    short: Shortfall,
    answer: Answer,
}

/// Whether words are looked for in `items`, not the scattered letters of names and paths:
/// they are events, articles and sentences, not the lines of a list.
#[must_use]
pub fn is_prose(items: &[Item]) -> bool {
    let first = items.first();
    first.is_some_and(|item| !matches!(item.target, Target::Line(_)))
}

/// The order of items where nothing is asked.
fn newest_first(item: &Item) -> Reverse<(Class, Option<NaiveDate>)> {
    Reverse((Class::of(item), item.date))
}

impl Finder {
    /// Makes `items` searchable, on one thread.
    #[must_use]
    pub fn new(items: impl Into<Arc<Vec<Item>>>) -> Self {
        Self::with_threads(items, 1)
    }

    /// Makes `items` searchable, on so many threads.
    #[must_use]
    pub fn with_threads(items: impl Into<Arc<Vec<Item>>>, threads: usize) -> Self {
        let items = items.into();
        Self {
            plane: Plane::new(&items, threads),
            prose: is_prose(&items),
            in_order: items.is_sorted_by_key(newest_first),
            items,
            arch: Arch::new(),
            threads,
            levels: Vec::new(),
        }
    }

    /// The items, in the order they were given.
    #[must_use]
    pub fn items(&self) -> &Arc<Vec<Item>> {
        &self.items
    }

    /// How many bytes the finder takes beside the items themselves.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.plane.bytes()
    }

    /// Forgets earlier queries, so that the next one looks at every item.
    pub fn forget(&mut self) {
        self.levels.clear();
    }

    /// The best `limit` hits for what was typed. A `query` without a term finds
    /// everything. `today` is what words such as "yesterday" are read against.
    pub fn search(&mut self, query: &str, limit: usize, today: NaiveDate) -> Answer {
        let query = self.read(query, today);
        self.answer(query, limit, &|| false, None)
            .unwrap_or_default()
    }

    /// As [`search`](Self::search), but gives up as soon as `stop` says so (asked
    /// several times a millisecond), and gives what it found so far to `early`
    /// while there is much left to do.
    pub fn search_until(
        &mut self,
        query: &str,
        limit: usize,
        today: NaiveDate,
        stop: &(dyn Fn() -> bool + Sync),
        early: &mut dyn FnMut(Answer),
    ) -> Option<Answer> {
        let query = self.read(query, today);
        self.answer(query, limit, stop, Some(early))
    }

    fn read(&self, typed: &str, today: NaiveDate) -> Query {
        let query = Query::parse(typed, today);
        if self.prose { query.words() } else { query }
    }

    fn answer(
        &mut self,
        query: Query,
        limit: usize,
        stop: &(dyn Fn() -> bool + Sync),
        early: Option<&mut dyn FnMut(Answer)>,
    ) -> Option<Answer> {
        if query.groups.is_empty() {
            self.levels.clear();
            return Some(self.everything(&query, limit));
        }
        while self
            .levels
            .pop_if(|level| !query.narrows(&level.query))
            .is_some()
        {}
        if let Some(level) = self.levels.last()
            && level.query == query
            && level.limit == limit
        {
            return Some(level.answer.clone());
        }
        let wider = self.levels.last();
        let mut alive = match wider {
            Some(level) => level.alive.clone(),
            None => vec![u64::MAX; self.plane.groups],
        };
        let kept = if shortfall::is_kept(&query) {
            self.plane.groups * LANES
        } else {
            0
        };
        let mut short = vec![0; kept];
        let marks = Marks {
            alive: &mut alive,
            short: &mut short,
        };
        let mut answer = self.scan(&query, limit, wider, marks, stop, early)?;
        if answer.total < FEW_HITS
            && let Some(forgiving) = query.forgiving()
        {
            let mut alive = vec![u64::MAX; self.plane.groups];
            let marks = Marks {
                alive: &mut alive,
                short: &mut [],
            };
            answer = self.scan(&forgiving, limit, None, marks, stop, None)?;
            answer.days = self.days(&alive);
        } else {
            answer.days = self.days(&alive);
        }
        if self.levels.len() < MOST_LEVELS {
            self.levels.push(Level {
                query,
                limit,
                alive,
                short,
                answer: answer.clone(),
            });
        }
        Some(answer)
    }

    /// What is found where nothing is asked: all items, in their own order but for
    /// class and date. A list of lines stays as it is.
    fn everything(&self, query: &Query, limit: usize) -> Answer {
        let first: Vec<usize> = if self.in_order {
            (0..self.items.len().min(limit)).collect()
        } else {
            let mut all: Vec<usize> = (0..self.items.len()).collect();
            all.sort_by_key(|&index| newest_first(&self.items[index]));
            all.truncate(limit);
            all
        };
        let hit = |item: usize| {
            let score = rank_text(query, &self.items[item], false)?.score;
            Some(Hit {
                item,
                score,
                positions: Vec::new(),
            })
        };
        Answer {
            hits: first.into_iter().filter_map(hit).collect(),
            total: self.items.len(),
            days: Vec::new(),
        }
    }

    /// Looks at the texts alive, which are those that `wider` found, and marks them.
    fn scan(
        &self,
        query: &Query,
        limit: usize,
        wider: Option<&Level>,
        mut marks: Marks,
        stop: &(dyn Fn() -> bool + Sync),
        mut early: Option<&mut dyn FnMut(Answer)>,
    ) -> Option<Answer> {
        let phrase = query.phrase();
        let wider_query = wider.map(|level| &level.query);
        let plan = Plan::new(query, phrase.as_ref(), wider_query, &self.plane);
        let scan = Scan {
            items: &self.items,
            plane: &self.plane,
            plan: &plan,
            arch: self.arch,
            earlier: wider.and_then(|level| Earlier::new(query, &level.query, &level.short)),
            stop,
        };
        // A quarter more than asked for: bounds are tight, so that few are turned
        // away by the exact score.
        let mut most = limit + limit / 4 + 8;
        let mut best = Best::new(most);
        let all = self.plane.blocks.len();
        let mut from = 0;
        while from < all {
            let to = match &early {
                Some(_) => all.min(from.max(FIRST_BLOCKS / 4) * 4),
                None => all,
            };
            scan.run(from..to, marks.reborrow(), &mut best, self.threads);
            if stop() {
                return None;
            }
            let scanned = self
                .plane
                .blocks
                .get(to)
                .map_or(self.plane.groups, |b| b.first_group);
            if let (Some(early), true) = (&mut early, to < all) {
                let (hits, _) = self.exact(query, limit, best.clone());
                early(Answer {
                    hits,
                    total: self.total(query, &mut marks.alive[..scanned]),
                    days: Vec::new(),
                });
            }
            from = to;
        }
        let total = self.total(query, marks.alive);
        let (mut hits, mut certain) = self.exact(query, limit, best);
        while !certain {
            // Bounds that promised too much crowded better items out: look again, for more.
            most *= 8;
            let mut best = Best::new(most);
            let again = Marks {
                alive: &mut marks.alive.to_vec(),
                short: marks.short,
            };
            scan.run(0..all, again, &mut best, self.threads);
            if stop() {
                return None;
            }
            (hits, certain) = self.exact(query, limit, best);
        }
        Some(Answer {
            hits,
            total,
            days: Vec::new(),
        })
    }

    /// On which days the items alive are dated.
    fn days(&self, alive: &[u64]) -> Vec<(NaiveDate, u32)> {
        let mut days = BTreeMap::new();
        if !self.prose {
            return Vec::new();
        }
        let mut seen = vec![false; self.items.len()];
        for block in &self.plane.blocks {
            for group in 0..block.groups {
                for lane in ones(alive[block.first_group + group]) {
                    let position = block.entry(group * LANES + lane);
                    let item = self.plane.entries[position as usize].item();
                    // An item may match by its text and with its further words.
                    if let (Some(date), false) = (self.items[item].date, seen[item]) {
                        seen[item] = true;
                        *days.entry(date).or_default() += 1;
                    }
                }
            }
        }
        days.into_iter().collect()
    }

    /// Scores the candidates exactly, best bound first, until none that is left can
    /// be among the best `limit`; and whether no item that was turned away could.
    fn exact(&self, query: &Query, limit: usize, best: Best) -> (Vec<Hit>, bool) {
        let excludes = query.groups.iter().any(|group| group.not);
        let (candidates, turned_away) = best.ranked();
        let mut hits: Vec<(Key, Hit)> = Vec::new();
        let is_beaten = |hits: &[(Key, Hit)], bound: Key| {
            let last = limit.checked_sub(1).map(|last| hits.get(last));
            last.is_none_or(|last| last.is_some_and(|(key, _)| *key > bound))
        };
        for bound in candidates {
            if is_beaten(&hits, bound) {
                break;
            }
            let entry = self.plane.entries[bound.1.0 as usize];
            let item = &self.items[entry.item()];
            let Some(rank) = rank_text(query, item, entry.with_more()) else {
                continue;
            };
            if excludes && is_excluded(query, item) {
                continue;
            }
            let key = (rank.score, bound.1);
            debug_assert!(
                key <= bound,
                "a bound has to be a bound: {key:?} > {bound:?}"
            );
            if let Some(twin) = hits.iter().position(|(_, hit)| hit.item == entry.item()) {
                if hits[twin].0 > key {
                    continue;
                }
                hits.remove(twin);
            }
            let hit = Hit {
                item: entry.item(),
                score: rank.score,
                positions: rank.positions,
            };
            let place = hits.partition_point(|(other, _)| *other > key);
            hits.insert(place, (key, hit));
            hits.truncate(limit);
        }
        let certain = turned_away.is_none_or(|bound| is_beaten(&hits, bound));
        (hits.into_iter().map(|(_, hit)| hit).collect(), certain)
    }

    /// How many items match. An item that holds what is excluded in its text or its further
    /// words does not, and is taken out of `alive`.
    fn total(&self, query: &Query, alive: &mut [u64]) -> usize {
        let word = |bit: u32| (bit as usize / LANES, 1u64 << (bit as usize % LANES));
        let is_alive = |alive: &[u64], bit| {
            let (word, mask) = word(bit);
            alive.get(word).is_some_and(|word| word & mask != 0)
        };
        let excludes = query.groups.iter().any(|group| group.not);
        let mut both = 0;
        for &(item, alone, with_more) in &self.plane.twins {
            let (is_alone, is_with_more) = (is_alive(alive, alone), is_alive(alive, with_more));
            if is_alone && is_with_more {
                both += 1;
            } else if excludes
                && (is_alone || is_with_more)
                && is_excluded(query, &self.items[item as usize])
            {
                let (word, mask) = word(if is_alone { alone } else { with_more });
                alive[word] &= !mask;
            }
        }
        count(self.arch, alive) - both
    }
}
