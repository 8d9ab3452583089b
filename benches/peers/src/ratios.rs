//! Processor time a query, beside the others.

use std::{hint::black_box, time::Instant};

use dateline::search::{Finder, Item};
use rustix::time::{ClockId, clock_gettime};

/// What is typed, one query a key, and the most of frizbee's time that it may take.
const SESSIONS: &[(&str, &[&str], Option<f64>)] = &[
    ("one letter", &["r"], Some(0.05)),
    ("two letters", &["ru"], Some(0.20)),
    ("a name", &["rutte"], Some(0.30)),
    ("a long name", &["sekerinska"], Some(0.30)),
    ("two words", &["nato summit"], Some(0.20)),
    ("two long words", &["defense industry"], Some(0.20)),
    ("no match", &["zqxjkv"], Some(0.06)),
    (
        "five keys",
        &["r", "ru", "rut", "rutt", "rutte"],
        Some(0.25),
    ),
    ("initials", &["itpp"], None),
    ("misspelt", &["rutet"], None),
];
/// The most of the time of nucleo's worker.
const OF_NUCLEO: f64 = 0.05;
/// How many hits are asked for.
const HITS: usize = 100;

fn processor_ms() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    now.tv_sec as f64 * 1e3 + now.tv_nsec as f64 * 1e-6
}

fn timed<T>(times: &mut Vec<f64>, work: impl FnOnce() -> T) -> T {
    let start = processor_ms();
    let made = black_box(work());
    times.push(processor_ms() - start);
    made
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Prints the table.
pub fn print(lines: &[String], rounds: usize) {
    let letters: usize = lines.iter().map(|line| line.chars().count()).sum();
    println!(
        "{} lines, {:.1} letters on average",
        lines.len(),
        letters as f64 / lines.len() as f64
    );
    let items: Vec<Item> = (0..)
        .zip(lines)
        .map(|(i, line)| Item::line(i, line))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let (mut build, wall) = (Vec::new(), Instant::now());
    let mut finder = timed(&mut build, || Finder::new(items));
    let bytes = finder.bytes() as f64 / lines.len() as f64;
    println!(
        "plane: {:.0} ms to build on one thread ({:.0} of the clock), {bytes:.1} bytes an item",
        build[0],
        wall.elapsed().as_secs_f64() * 1e3
    );
    let mut nucleo = others::Worker::new(&lines);
    println!("processor ms a query, one thread, medians of {rounds} rounds");
    println!(
        "| typed | matches | dateline | frizbee | of frizbee | gate | nucleo | of nucleo | gate |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for (name, keys, gate) in SESSIONS {
        let (mut ours, mut frizbee, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
        let mut matches = 0;
        for _ in 0..rounds {
            finder.forget();
            matches = timed(&mut ours, || {
                keys.iter()
                    .map(|key| finder.search(key, HITS, crate::today()).total)
                    .last()
            })
            .unwrap_or_default();
            timed(&mut frizbee, || {
                keys.iter().map(|key| others::frizbee(&lines, key)).last()
            });
            nucleo.search("");
            timed(&mut theirs, || {
                keys.iter().map(|key| nucleo.search(key)).last()
            });
        }
        let (ours, frizbee, nucleo) = (median(ours), median(frizbee), median(theirs));
        let gate = gate.map_or("-".to_owned(), |gate| verdict(ours / frizbee, gate));
        println!(
            "| {name}: {} | {matches} | {ours:.2} | {frizbee:.1} | {:.3} | {gate} | {nucleo:.0} | {:.4} | {} |",
            keys.last().unwrap_or(&""),
            ours / frizbee,
            ours / nucleo,
            verdict(ours / nucleo, OF_NUCLEO)
        );
    }
}

fn verdict(ratio: f64, gate: f64) -> String {
    format!("≤ {gate} {}", if ratio <= gate { "yes" } else { "NO" })
}
