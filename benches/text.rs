//! A megabyte of text on its way to the screen: cleaned, wrapped, searched.
//!
//! `cargo bench --bench text`

#![allow(missing_docs)]

use dateline::{
    text::{
        Span,
        clean::{clean, tally, truncate, width},
    },
    ui::{
        state::reader::search::find,
        wrap::{Breaks, wrap},
    },
};
use divan::{Bencher, counter::BytesCount};

fn main() {
    divan::main();
}

/// What takes longest where a step is not linear.
const UNITS: [(&str, &str); 10] = [
    ("prose", "The night ferry left its berth on Tuesday. "),
    ("hangul", "야간 여객선은 매주 두 번 운항한다. "),
    ("jamo", "\u{1112}\u{1161}\u{11ab}"),
    ("ideographs", "北大西洋条約機構。"),
    ("one word", "x"),
    ("marks", "\u{301}"),
    ("emoji", "👩\u{200d}"),
    ("flags", "🇰"),
    ("invisible", "\u{202e}"),
    ("escapes", "\u{1b}["),
];

fn names() -> impl Iterator<Item = &'static str> {
    UNITS.into_iter().map(|(name, _)| name)
}

fn megabyte(name: &str) -> String {
    let unit = UNITS.iter().find(|(other, _)| *other == name);
    let unit = unit.map_or("x", |(_, unit)| unit);
    unit.repeat(1_000_000 / unit.len())
}

fn bench(bencher: Bencher<'_, '_>, name: &str, work: impl Fn(&str) -> usize + Sync) {
    let text = megabyte(name);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| work(divan::black_box(&text)));
}

#[divan::bench(args = names(), sample_count = 5)]
fn cleaning(bencher: Bencher<'_, '_>, name: &str) {
    bench(bencher, name, |text| clean(text).len());
}

#[divan::bench(args = names(), sample_count = 5)]
fn measuring(bencher: Bencher<'_, '_>, name: &str) {
    bench(bencher, name, |text| width(text) + tally(text).hidden);
}

#[divan::bench(args = names(), sample_count = 5)]
fn truncating(bencher: Bencher<'_, '_>, name: &str) {
    bench(bencher, name, |text| truncate(text, 60).len());
}

#[divan::bench(args = names(), sample_count = 5)]
fn wrapping(bencher: Bencher<'_, '_>, name: &str) {
    bench(bencher, name, |text| {
        wrap(text, Span::new(0, text.len()), 72, Breaks::Flow).len()
    });
}

#[divan::bench(args = names(), sample_count = 5)]
fn searching(bencher: Bencher<'_, '_>, name: &str) {
    bench(bencher, name, |text| find(text, "berth on tuesday").len());
}
