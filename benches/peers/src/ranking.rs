//! Where each finder puts the item that people want, among the shipped items and an archive.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use chrono::Datelike;
use dateline::{
    corpus::{Corpus, Options, embedded},
    search::{Finder, Item, Target, items},
    text::Span,
    timeline::Timeline,
};

/// The same table that the tests hold the shipped items to.
const WANTED: &str = include_str!("../../../tests/suite/finder/wanted.tsv");
/// How far down a person looks.
const LOOKED_AT: u32 = 20;

/// Prints a table with `fzf` (where it is installed), skim and nucleo on the same lines.
pub fn print(archive: &[String]) {
    let options = Options {
        dossier: true,
        today: crate::today(),
    };
    let mut all = items(&Timeline::build(Corpus::open(embedded(), options)));
    let target = Target::Sentence {
        article: usize::MAX,
        span: Span::new(0, 0),
    };
    all.extend(archive.iter().map(|line| Item {
        target,
        ..Item::line(0, line)
    }));
    let lines: Vec<&str> = all.iter().map(|item| item.text.as_str()).collect();
    let mut finder = Finder::new(all.clone());
    let mut nucleo = others::Worker::new(&lines);
    println!(
        "{} items; the place of the wanted one, - beyond {LOOKED_AT}",
        lines.len()
    );
    println!("| query | dateline | fzf | skim | nucleo |\n|---|---|---|---|---|");
    let mut firsts = [0; 4];
    let mut fives = [0; 4];
    let rows = WANTED.lines().filter(|row| !row.starts_with('#'));
    for row in rows.clone() {
        let fields: Vec<&str> = row.split('\t').collect();
        let query = fields[0];
        let is_wanted = |&index: &usize| {
            let item = &all[index];
            let kind = match fields[1] {
                "any" => true,
                "article" => matches!(item.target, Target::Article(_)),
                year => item
                    .date
                    .is_some_and(|date| date.year().to_string() == year),
            };
            let mut words = fields
                .get(2)
                .into_iter()
                .flat_map(|words| words.split(" + "));
            kind && words.all(|word| item.text.contains(word))
        };
        let answer = finder.search(query, LOOKED_AT as usize, crate::today());
        nucleo.search(query);
        let found: [Vec<usize>; 4] = [
            answer.hits.iter().map(|hit| hit.item).collect(),
            fzf(&lines, query),
            others::skim(&lines, query),
            nucleo.best(LOOKED_AT),
        ];
        let places = found.map(|found| {
            let place = found
                .iter()
                .take(LOOKED_AT as usize)
                .position(|index| is_wanted(index));
            place.map(|place| place + 1)
        });
        for (finder, place) in places.iter().enumerate() {
            firsts[finder] += usize::from(*place == Some(1));
            fives[finder] += usize::from(place.is_some_and(|place| place <= 5));
        }
        let places = places.map(|place| place.map_or("-".to_owned(), |place| place.to_string()));
        println!("| {} | {} |", query.replace('|', "\\|"), places.join(" | "));
    }
    let of = rows.count();
    println!(
        "| first of {of} | {} |",
        firsts.map(|n| n.to_string()).join(" | ")
    );
    println!(
        "| among five | {} |",
        fives.map(|n| n.to_string()).join(" | ")
    );
}

/// The lines that `fzf --filter` finds, best first; none where it is not installed.
fn fzf(lines: &[&str], query: &str) -> Vec<usize> {
    let child = Command::new("fzf")
        .args(["--filter", query])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        return Vec::new();
    };
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let stdin = child.stdin.take();
    let writer =
        std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().expect("fzf's output");
    let _ = writer.join();
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    let index = |line: &str| lines.iter().position(|other| *other == line);
    found
        .lines()
        .take(LOOKED_AT as usize)
        .filter_map(index)
        .collect()
}
