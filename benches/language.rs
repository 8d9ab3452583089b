//! Sentences of news, read: words, tags, tree, clauses.
//!
//! `cargo bench --bench language`

#![allow(missing_docs)]

use dateline::{
    language::en::{governor, read},
    text::{Span, sentence::sentences},
};
use divan::{Bencher, counter::ItemsCount};

fn main() {
    divan::main();
}

/// The shipped articles.
const ARTICLES: [&str; 5] = [
    include_str!("../seeds/000_e8b2fe9ec3e4ab21.txt"),
    include_str!("../seeds/001_5fcc3b0b6a5f046b.txt"),
    include_str!("../seeds/002_0786d34240ad74f5.txt"),
    include_str!("../seeds/003_4bc7f6b14aea3614.txt"),
    include_str!("../seeds/004_f8c8f4a6be7c1175.txt"),
];

/// Reads every sentence of the shipped articles; counts words.
#[divan::bench]
fn reading(bencher: Bencher<'_, '_>) {
    let split: Vec<(&str, Vec<Span>)> = ARTICLES.map(|text| (text, sentences(text))).into();
    let work = || -> usize {
        let all = split.iter();
        all.flat_map(|(text, spans)| spans.iter().map(|span| read(text, *span, &[]).len()))
            .sum()
    };
    let words = work();
    bencher.counter(ItemsCount::new(words)).bench(work);
}

/// One sentence with a date, from nothing: what the first one costs.
#[divan::bench]
fn one_sentence() -> usize {
    let text = "The minister, who resigned in March, will testify before parliament on Monday.";
    let date = Span::new(71, 77);
    let sentence = read(divan::black_box(text), Span::new(0, text.len()), &[date]);
    governor(&sentence, date).map_or(0, |found| found.place)
}
