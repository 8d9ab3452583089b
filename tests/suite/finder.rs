//! The search engine against brute force, and its ranking.

use std::cmp::Reverse;

use chrono::NaiveDate;
use dateline::{
    search::{Finder, Hit, Item, Target, finder::FEW_HITS, fuzzy, query::Query, rank::rank},
    text::{Span, fold::fold},
};
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, 1).unwrap()
}

fn lines(lines: impl IntoIterator<Item = impl Into<String>>) -> Vec<Item> {
    (0..)
        .zip(lines)
        .map(|(number, line)| Item::line(number, line))
        .collect()
}

/// The best hits by ranking every single item, and how many match.
fn brute_force(items: &[Item], query: &str, limit: usize) -> (Vec<(usize, i64)>, usize) {
    let query = Query::parse(query, today());
    let ranked = ranked(items, &query);
    let ranked = match query.forgiving() {
        Some(forgiving) if ranked.len() < FEW_HITS => self::ranked(items, &forgiving),
        _ => ranked,
    };
    let total = ranked.len();
    (ranked.into_iter().take(limit).collect(), total)
}

fn ranked(items: &[Item], query: &Query) -> Vec<(usize, i64)> {
    let mut all: Vec<_> = (0..items.len())
        .filter_map(|i| {
            let rank = rank(query, &items[i])?;
            Some((Reverse((rank.score, rank.class, items[i].date)), i))
        })
        .collect();
    all.sort_unstable();
    all.into_iter()
        .map(|(Reverse((score, ..)), i)| (i, score))
        .collect()
}

fn engine(finder: &mut Finder, query: &str, limit: usize) -> (Vec<(usize, i64)>, usize) {
    let answer = finder.search(query, limit, today());
    let hits = answer
        .hits
        .iter()
        .map(|hit: &Hit| (hit.item, hit.score))
        .collect();
    (hits, answer.total)
}

/// The sum of the matcher's scores where every term matches: the matcher itself, by hand.
fn matcher_sum(line: &str, query: &str) -> Option<i64> {
    let line = fold(line, 2_000).text;
    query
        .split_whitespace()
        .map(|term| fuzzy::score(&line, &fold(term, 100).text).map(|(score, _)| score))
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Any text, any query, any limit, dates and further words: the engine agrees with brute force.
    #[test]
    fn agrees_with_brute_force_on_anything(
        texts in prop::collection::vec(("[a-c /]{0,12}|\\PC{0,20}|[가-각ㄱé]{0,5}", "|[a-d]{1,4}", 0i64..4, any::<bool>()), 0..90),
        queries in prop::collection::vec("[a-c]{1,4}|['^!]?[a-c]{1,3}[$']?( [a-c]{1,2}| \\| [b-d]{1,2})?|\\PC{1,6}|[가-각]{1,2}|[a-c]{9,14}|[a-c]{5,6}", 1..4),
        limit in 0usize..20,
    ) {
        let items: Vec<Item> = texts
            .into_iter()
            .map(|(text, more, day, sentence)| Item {
                target: if sentence {
                    Target::Sentence { article: 0, span: Span::new(0, 0) }
                } else {
                    Target::Event(0)
                },
                text,
                more,
                date: (day > 0).then(|| today() - chrono::Days::new(day as u64)),
            })
            .collect();
        let mut finder = Finder::new(items.clone());
        for query in queries {
            let (hits, total) = engine(&mut finder, &query, limit);
            let (expected, expected_total) = brute_force(&items, &query, limit);
            prop_assert_eq!(total, expected_total, "{}", &query);
            prop_assert_eq!(hits, expected, "{}", &query);
        }
    }
}
