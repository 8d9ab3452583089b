//! What the tagger allocates: nothing where nothing is found.
//!
//! `cargo bench --bench tag_allocations` prints for each text, beside the time, how often and how
//! much was allocated; a text without dates has no such lines.

use chrono::NaiveDate;
use dateline::temporal::{Context, tag};
use divan::AllocProfiler;

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

/// A paragraph that speaks of no time at all.
const PLAIN: &str = "The two leaders agreed to deepen their cooperation on trade, transport and \
energy. More than 2,000 people attended, and the 1,500 delegates heard from the Prime Minister, \
who said that nothing in the statement changes the position of her Government.\n\n";

/// A paragraph with three dates.
const DATED: &str = "They met on Tuesday, a day after the vote, and will meet again in June.\n\n";

fn main() {
    divan::main();
}

fn context() -> Context {
    Context::news(NaiveDate::from_ymd_opt(2024, 3, 5).expect("a day"))
}

/// Nothing is found, so nothing may be allocated.
#[divan::bench(sample_count = 20)]
fn without_dates(bencher: divan::Bencher<'_, '_>) {
    let text = PLAIN.repeat(100);
    let context = context();
    assert!(tag(&text, &context).is_empty(), "the text names no date");
    bencher.bench_local(|| tag(&text, &context));
}

/// The yardstick: the same length with dates in it.
#[divan::bench(sample_count = 20)]
fn with_dates(bencher: divan::Bencher<'_, '_>) {
    let text = DATED.repeat(300);
    let context = context();
    bencher.bench_local(|| tag(&text, &context));
}
