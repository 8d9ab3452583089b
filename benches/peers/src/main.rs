//! The finder beside the finders people know, on the same lines in the same run.
//!
//! `peers [LINES] [--rounds N]` prints how long the finder takes to build and how
//! much memory it needs, whether it agrees with brute force, processor time a query
//! beside frizbee's and nucleo's, and how long a typed key takes to be on the screen.
//! `peers ranking [LINES]` prints where each finder puts the item that people want.
//!
//! LINES is a file of lines, or JSON lines with `title` and `text` (`.jsonl`, or
//! `.jsonl.xz` where `xz` is installed); without it, lines are made up.

mod agree;
mod lines;
mod ranking;
mod ratios;
mod typed;

use chrono::NaiveDate;

/// What the finder is told that today is.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, 1).expect("a day")
}

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let rounds = match arguments.iter().position(|argument| argument == "--rounds") {
        Some(at) => arguments
            .drain(at..at + 2)
            .nth(1)
            .and_then(|n| n.parse().ok())
            .expect("a number"),
        None => 7,
    };
    if arguments
        .first()
        .is_some_and(|argument| argument == "ranking")
    {
        ranking::print(&lines::read(arguments.get(1).map(String::as_str), 100_000));
        return;
    }
    let lines = lines::read(arguments.first().map(String::as_str), 1_000_000);
    println!("{}", machine());
    agree::print(&lines);
    ratios::print(&lines, rounds);
    typed::print(&lines);
}

fn machine() -> String {
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unknown processor", |(_, model)| model);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{model}, {threads} threads, {}", std::env::consts::OS)
}
