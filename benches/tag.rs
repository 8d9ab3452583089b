//! Tagging speed beside two yardsticks over the same bytes: one scan for a letter by `memchr`, and
//! a plain regular expression of month names.
//!
//! `cargo bench --bench tag [FILE]` prints MB/s and ratios; without a file, the public-domain
//! sample below is repeated. Hostile texts of 50 MB follow, each with its half, to show that time
//! grows in proportion.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use chrono::NaiveDate;
use dateline::temporal::{Context, tag};
use regex::Regex;

/// How long a hostile text is.
const HOSTILE: usize = 50 << 20;

/// In the manner of a government's press release; written for this bench.
const SAMPLE: &str = "WASHINGTON, March 4, 2024 - The President spoke on Tuesday with the Prime \
Minister about the security of the region. The two leaders, who met last year in Madrid, agreed to \
continue their consultations over the coming months. Officials said that the new programme, which \
began in September 2022, had already reached more than two million households, and that a further \
report would be published by the end of the year. Nothing in this statement changes the position \
of the Government on questions of trade, transport, energy or the environment, which remain as \
described in the annual report to the legislature.\n\n";

fn main() {
    let file = std::env::args().skip(1).find(|a| !a.starts_with('-'));
    let text = match file {
        Some(path) => std::fs::read_to_string(&path).expect("a UTF-8 file"),
        None => SAMPLE.repeat(20_000),
    };
    let published = NaiveDate::from_ymd_opt(2024, 3, 5).expect("a day");
    let context = Context::news(published);
    let months = Regex::new(
        r"(?i-u)\b(january|february|march|april|may|june|july|august|september|october|november|december)\b",
    )
    .expect("a regular expression");

    let tagging = best(|| tag(&text, &context).len());
    let scanning = best(|| memchr::memchr_iter(b'J', text.as_bytes()).count());
    let matching = best(|| months.find_iter(&text).count());
    let speed = |time: Duration| text.len() as f64 / 1e6 / time.as_secs_f64();
    println!("{:.1} MB of text", text.len() as f64 / 1e6);
    println!("tag                 {:9.1} MB/s", speed(tagging));
    for (name, time) in [
        ("memchr for a letter", scanning),
        ("regex of months", matching),
    ] {
        println!(
            "{name:20}{:9.1} MB/s, tag takes {:.1} times as long",
            speed(time),
            tagging.as_secs_f64() / time.as_secs_f64()
        );
    }
    println!();
    println!(
        "hostile texts of {} MB: speed; how often longer than the yardsticks; than half of it",
        HOSTILE >> 20
    );
    for (name, piece) in [
        ("digits", "0123456789"),
        ("one line of digits and spaces", "12 "),
        ("May May May", "May "),
        ("words", "the quick brown fox jumps over 13 lazy dogs "),
        ("quotes", "\""),
        ("brackets", "("),
        ("letters of three bytes", "년"),
        ("the end of", "the end of "),
        ("the early", "the early "),
        ("another", "another "),
        ("the morning of", "the morning of the "),
        ("new", "new "),
        ("dates", "on June 24, 2025 "),
    ] {
        let twice = piece.repeat(HOSTILE / piece.len());
        let half = piece.len() * (HOSTILE / piece.len() / 2);
        let part = &twice[..half];
        let (a, b) = doubled(|| tag(part, &context).len(), || tag(&twice, &context).len());
        let scanning = best(|| memchr::memchr_iter(b'J', twice.as_bytes()).count());
        let matching = best(|| months.find_iter(&twice).count());
        println!(
            "{name:30}{:8.1} MB/s {:8.1} x memchr {:6.1} x regex {:6.2} x half",
            twice.len() as f64 / 1e6 / b.as_secs_f64(),
            b.as_secs_f64() / scanning.as_secs_f64(),
            b.as_secs_f64() / matching.as_secs_f64(),
            b.as_secs_f64() / a.as_secs_f64()
        );
    }
}

/// The shorter of two runs.
fn best(mut run: impl FnMut() -> usize) -> Duration {
    (0..2).map(|_| once(&mut run)).min().unwrap_or_default()
}

/// The shortest times of `half` and of `whole`, measured in turn so that a slow spell of the machine
/// falls on both.
fn doubled(
    mut half: impl FnMut() -> usize,
    mut whole: impl FnMut() -> usize,
) -> (Duration, Duration) {
    let mut shortest = (Duration::MAX, Duration::MAX);
    let begun = Instant::now();
    let mut rounds = 0;
    while rounds < 3 || rounds < 12 && begun.elapsed() < Duration::from_millis(1500) {
        shortest.0 = shortest.0.min(once(&mut half));
        shortest.1 = shortest.1.min(once(&mut whole));
        rounds += 1;
    }
    shortest
}

/// How long one run takes: the mean of as many as the clock, which ticks a few times in a hundredth
/// of a second, can tell apart.
fn once(run: &mut impl FnMut() -> usize) -> Duration {
    const LEAST: Duration = Duration::from_millis(200);
    let start = Clock::start();
    let mut runs = 0;
    loop {
        black_box(run());
        runs += 1;
        let elapsed = start.elapsed();
        if elapsed >= LEAST {
            return elapsed / runs;
        }
    }
}

/// Time spent on a core, so that other work on the machine does not count; by the wall where the
/// system does not tell.
struct Clock {
    core: Option<u64>,
    wall: Instant,
}

impl Clock {
    fn start() -> Self {
        Self {
            core: Self::core(),
            wall: Instant::now(),
        }
    }

    fn elapsed(&self) -> Duration {
        match (self.core, Self::core()) {
            (Some(start), Some(end)) => Duration::from_nanos(end.saturating_sub(start).max(1)),
            _ => self.wall.elapsed(),
        }
    }

    /// Nanoseconds that this thread has run, as Linux counts them.
    fn core() -> Option<u64> {
        let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        text.split_whitespace().next()?.parse().ok()
    }
}
