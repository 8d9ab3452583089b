//! Queries over a hundred thousand lines, or over those of a file, one a line.
//!
//! `cargo bench --bench search`, `LINES=million.txt cargo bench --bench search`

#![allow(missing_docs)]

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use dateline::search::{Finder, Item};
use divan::{Bencher, counter::ItemsCount};

fn main() {
    divan::main();
}

/// What is typed, one query a key.
const TYPED: [&str; 9] = [
    "r",
    "ru",
    "rutte",
    "sekerinska",
    "nato summit",
    "defense industry",
    "itpp",
    "stoltenburg",
    "zqxjkv",
];

/// Lines that are made up: words of syllables, the frequent ones first in both lists,
/// with a few names among them.
fn made_up(count: usize) -> Vec<String> {
    const ONSETS: [&str; 16] = [
        "t", "s", "r", "n", "d", "l", "c", "m", "p", "w", "b", "f", "g", "k", "st", "v",
    ];
    const RESTS: [&str; 12] = [
        "e", "a", "i", "o", "er", "an", "in", "on", "al", "ing", "ion", "y",
    ];
    const NAMES: [&str; 6] = [
        "Rutte",
        "NATO",
        "summit",
        "Šekerinska",
        "defense",
        "industry",
    ];
    // Knuth's MMIX generator; the square of a share is a smaller one.
    let mut state = 1u64;
    let mut below = |count: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let share = (state >> 40) as usize;
        (((share * share) >> 24) * count) >> 24
    };
    let line = |_| {
        let mut line = String::new();
        let letters = 45 + below(130);
        while line.len() < letters {
            if below(40) == 39 {
                line.push_str(NAMES[below(NAMES.len())]);
            }
            for _ in 0..=below(4) {
                line.push_str(ONSETS[below(ONSETS.len())]);
                line.push_str(RESTS[below(RESTS.len())]);
            }
            line.push(' ');
        }
        line
    };
    (0..count).map(line).collect()
}

static ITEMS: LazyLock<Arc<Vec<Item>>> = LazyLock::new(|| {
    let text = std::env::var_os("LINES").map(|path| std::fs::read(path).expect("a file of lines"));
    let lines = match text {
        Some(text) => String::from_utf8_lossy(&text)
            .lines()
            .map(str::to_owned)
            .collect(),
        None => made_up(100_000),
    };
    Arc::new(
        (0..)
            .zip(lines)
            .map(|(number, line)| Item::line(number, line))
            .collect(),
    )
});

fn today() -> NaiveDate {
    NaiveDate::default()
}

/// Each query on its own, on one thread.
#[divan::bench(args = TYPED, sample_count = 20)]
fn query(bencher: Bencher<'_, '_>, typed: &str) {
    let mut finder = Finder::new(Arc::clone(&ITEMS));
    bencher
        .counter(ItemsCount::new(ITEMS.len()))
        .bench_local(|| {
            finder.forget();
            finder.search(divan::black_box(typed), 100, today())
        });
}

/// A query typed letter by letter: what it finds narrows from key to key.
#[divan::bench(args = ["rutte", "nato summit"], sample_count = 20)]
fn session(bencher: Bencher<'_, '_>, typed: &str) {
    let mut finder = Finder::new(Arc::clone(&ITEMS));
    bencher
        .counter(ItemsCount::new(ITEMS.len()))
        .bench_local(|| {
            finder.forget();
            let keys = typed
                .char_indices()
                .map(|(at, letter)| at + letter.len_utf8());
            keys.map(|end| finder.search(&typed[..end], 100, today()).total)
                .last()
        });
}

/// The plane is built.
#[divan::bench(sample_count = 3)]
fn build(bencher: Bencher<'_, '_>) {
    bencher
        .counter(ItemsCount::new(ITEMS.len()))
        .bench(|| Finder::new(Arc::clone(&ITEMS)));
}
