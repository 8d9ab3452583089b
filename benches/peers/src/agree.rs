//! The best 100 of 10,000 lines: the engine against the matcher on every line.

use std::cmp::Reverse;

use dateline::{
    search::{Finder, Item, fuzzy},
    text::fold::fold,
};

/// How many lines, queries and hits are compared.
const LINES: usize = 10_000;
const QUERIES: usize = 300;
const HITS: usize = 100;

/// Prints how many queries differ.
pub fn print(lines: &[String]) {
    let lines: Vec<&String> = lines
        .iter()
        .step_by((lines.len() / LINES).max(1))
        .take(LINES)
        .collect();
    let items: Vec<Item> = (0..)
        .zip(&lines)
        .map(|(i, line)| Item::line(i, *line))
        .collect();
    let folded: Vec<String> = lines.iter().map(|line| fold(line, 2_000).text).collect();
    let mut finder = Finder::new(items);
    let queries = queries(&lines);
    let differ = queries.iter().filter(|query| {
        let terms: Vec<String> = query
            .split_whitespace()
            .map(|t| fold(t, 400).text)
            .collect();
        let mut all: Vec<(Reverse<(usize, i64)>, usize, usize)> = folded
            .iter()
            .zip(0..)
            .filter_map(|(line, index)| {
                Some((Reverse(by_hand(line, &terms)?), lines[index].len(), index))
            })
            .collect();
        all.sort_unstable();
        let answer = finder.search(query, HITS, crate::today());
        let hits = answer.hits.iter().map(|hit| hit.item);
        // Where little is found, what the engine adds for a typing error comes last.
        let same = all
            .iter()
            .take(HITS)
            .map(|&(_, _, index)| index)
            .eq(hits.take(all.len()));
        !same || (all.len() >= dateline::search::finder::FEW_HITS && answer.total != all.len())
    });
    let differ = differ.count();
    println!(
        "best {HITS} of {} lines like brute force: {} of {} queries differ",
        lines.len(),
        differ,
        queries.len()
    );
}

/// How many terms stand without a gap, and the sum of the matcher's scores.
fn by_hand(line: &str, terms: &[String]) -> Option<(usize, i64)> {
    let mut all = (0, 0);
    for term in terms {
        all.1 += fuzzy::score(line, term)?.0;
        all.0 += usize::from(line.contains(term.as_str()));
    }
    Some((all.0, all.1.max(0)))
}

/// Letters of lines, some skipped, and a few that people type.
fn queries(lines: &[&String]) -> Vec<String> {
    const TYPED: &[&str] = &[
        "r",
        "ru",
        "rutte",
        "nato",
        "nato summit",
        "wi sunglac",
        "itpp",
        "defense industry",
        "zqxjkv",
        "sekerinska",
        "e",
        "tt",
        "committee",
        "von der leyen",
        "u.s.",
        "k9",
        "gp",
        "5%",
    ];
    let mut queries: Vec<String> = TYPED.iter().map(|&query| query.to_owned()).collect();
    let mut state = 12_345u64;
    let mut below = |count: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % count.max(1)
    };
    while queries.len() < QUERIES {
        let letters: Vec<char> = lines[below(lines.len())].chars().collect();
        let mut at = below(letters.len());
        let mut query = String::new();
        for _ in 0..1 + below(12) {
            let Some(&letter) = letters.get(at) else {
                break;
            };
            query.push(letter);
            at += 1 + if below(4) == 0 { below(8) } else { 0 };
        }
        // What the query's syntax or the reader of dates would take for something else.
        let plain = |c: char| c.is_alphabetic() || c == ' ' || !c.is_ascii();
        if query.chars().all(plain) && !query.trim().is_empty() {
            queries.push(query);
        }
    }
    queries
}
