//! Time bombs: thirty patterns at n, 2n and 4n bytes for everything that reads
//! what strangers wrote; 4n is a megabyte. The parser `prose` takes texts as people
//! write them, with ever new names and dates, through the whole program.
//!
//! `cargo bench --bench bombs [-- PARSER]` prints a line for each parser and fails where a
//! doubling of the input takes three times as long, or a megabyte a second or
//! 200 MB. With `-- --all` every pattern has its line. Each parser runs in a process of its
//! own, so that none pays for what another left behind.

#![allow(missing_docs)]

mod measure;
mod parsers;
mod patterns;
mod prose;

use std::process::{Command, ExitCode};

use measure::{Cost, cost};
use parsers::{PARSERS, Parser};

/// The largest input.
const MEGABYTE: usize = 1_000_000;
/// A doubling of the input may take so many times as long, not more.
const RATIO: f64 = 3.0;
/// Seconds that a megabyte may take.
const SECONDS: f64 = 1.0;
/// Megabytes of memory that the process may hold at its peak.
const MEMORY: f64 = 200.0;
/// Seconds under which a ratio is noise: what grows from so little stays harmless
/// at any size that is read.
const FLOOR: f64 = 0.005;

/// What one pattern did to one parser.
struct Row {
    pattern: String,
    /// Seconds at n, 2n, 4n.
    seconds: [f64; 3],
    memory: f64,
}

impl Row {
    fn of(parser: &Parser, pattern: &str) -> Self {
        let make = |bytes: usize| (parser.input)(pattern, bytes);
        let inputs = [MEGABYTE / 4, MEGABYTE / 2, MEGABYTE].map(make);
        let first = inputs.each_ref().map(|input| cost(|| (parser.run)(input)));
        let mut row = Self {
            pattern: pattern.to_owned(),
            seconds: first.each_ref().map(|cost: &Cost| cost.seconds),
            memory: first[2].megabytes,
        };
        // What looks bad may be a busy machine: the best of some tries counts.
        for _ in 0..9 {
            if !row.fails() {
                break;
            }
            for (seconds, input) in row.seconds.iter_mut().zip(&inputs) {
                *seconds = seconds.min(cost(|| (parser.run)(input)).seconds);
            }
        }
        row
    }

    /// The worse of both doublings; 0 where they are too quick to tell.
    fn ratio(&self) -> f64 {
        let [one, two, four] = self.seconds;
        let ratio = |less: f64, more: f64| {
            if more < FLOOR {
                0.0
            } else {
                more / less.max(FLOOR / 4.0)
            }
        };
        ratio(one, two).max(ratio(two, four))
    }

    fn fails(&self) -> bool {
        self.ratio() >= RATIO || self.seconds[2] > SECONDS || self.memory > MEMORY
    }

    fn print(&self, parser: &str) {
        let [one, two, four] = self.seconds.map(|seconds| seconds * 1e3);
        println!(
            "{:<10} {:<24} {one:>8.1} {two:>8.1} {four:>8.1} {:>6.2} {:>6.0}{}",
            parser,
            self.pattern,
            self.ratio(),
            self.memory,
            if self.fails() { "  FAILS" } else { "" }
        );
    }
}

/// A pattern as it is printed.
fn named(unit: &str) -> String {
    let name = unit.escape_debug().to_string();
    match name.char_indices().nth(22) {
        Some((at, _)) => format!("{}…", &name[..at]),
        None => name,
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    let all = arguments.iter().any(|argument| argument == "--all");
    let names = arguments.iter().filter(|name| !name.starts_with("--"));
    let is_alone = arguments.iter().any(|argument| argument == "--alone");
    if let (true, Some(name)) = (is_alone, names.clone().next()) {
        let parser = PARSERS.iter().find(|parser| parser.name == name);
        return parser.map_or(ExitCode::FAILURE, |parser| measure(parser, all));
    }
    println!(
        "{:<10} {:<24} {:>8} {:>8} {:>8} {:>6} {:>6}",
        "parser", "worst pattern", "n ms", "2n ms", "4n ms", "ratio", "MB"
    );
    let wanted = |parser: &&Parser| {
        let mut names = names.clone().peekable();
        names.peek().is_none() || names.any(|name| name == parser.name)
    };
    let failed: Vec<&str> = PARSERS
        .iter()
        .filter(wanted)
        .filter(|parser| !alone(parser, all))
        .map(|parser| parser.name)
        .collect();
    println!("failed: {failed:?}");
    if failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Measures one parser in a process of its own; whether it holds.
fn alone(parser: &Parser, all: bool) -> bool {
    let Ok(program) = std::env::current_exe() else {
        return false;
    };
    let mut command = Command::new(program);
    command.args(["--alone", parser.name]);
    command.args(all.then_some("--all"));
    command.status().is_ok_and(|status| status.success())
}

/// Measures one parser: a line for its worst patterns, and for each that fails.
fn measure(parser: &Parser, all: bool) -> ExitCode {
    let mut rows: Vec<Row> = Vec::new();
    let units: Vec<&str> = if parser.name == "prose" {
        prose::PROSE.iter().map(|prose| prose.name).collect()
    } else {
        patterns::of(parser.own).collect()
    };
    for unit in units {
        let mut row = Row::of(parser, unit);
        row.pattern = named(unit);
        if all || row.fails() {
            row.print(parser.name);
        }
        rows.push(row);
    }
    let worst = |key: fn(&Row) -> f64| rows.iter().max_by(|a, b| key(a).total_cmp(&key(b)));
    for row in [
        worst(Row::ratio),
        worst(|row| row.seconds[2]),
        worst(|row| row.memory),
    ]
    .into_iter()
    .flatten()
    {
        row.print(parser.name);
    }
    if rows.iter().any(Row::fails) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
