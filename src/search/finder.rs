//! Items in, hits out.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    Hit, Item,
    query::Query,
    rank::{Class, rank},
};

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// How many items match in all.
    pub total: usize,
}

/// Items that can be searched.
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
    /// The items by class and date: the order of hits that score alike.
    order: Vec<u32>,
}

impl Finder {
    /// Makes `items` searchable.
    #[must_use]
    pub fn new(items: impl Into<Arc<Vec<Item>>>) -> Self {
        let items = items.into();
        let mut order: Vec<u32> = (0..items.len() as u32).collect();
        order.sort_by_key(|&index| {
            let item = &items[index as usize];
            std::cmp::Reverse((Class::of(item), item.date))
        });
        Self { items, order }
    }

    /// The items, in the order they were given.
    #[must_use]
    pub fn items(&self) -> &Arc<Vec<Item>> {
        &self.items
    }

    /// The best `limit` hits for what was typed. A `query` without a term finds
    /// everything. `today` is what words such as "yesterday" are read against.
    pub fn search(&mut self, query: &str, limit: usize, today: NaiveDate) -> Answer {
        let query = Query::parse(query, today);
        let mut hits: Vec<Hit> = self
            .order
            .iter()
            .filter_map(|&index| {
                let rank = rank(&query, &self.items[index as usize])?;
                Some(Hit {
                    item: index as usize,
                    score: rank.score,
                    positions: rank.positions,
                })
            })
            .collect();
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
        let total = hits.len();
        hits.truncate(limit);
        Answer { hits, total }
    }
}
