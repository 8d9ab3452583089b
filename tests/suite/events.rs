//! Articles → events, scored against articles annotated by hand.
//!
//! `fixtures/events/shipped` annotates the shipped articles, `statements` ten statements of the
//! White House archive (works of the US government, in the public domain), `kinds` seven more of its
//! papers (fact sheet, remarks, gaggle, proclamation, readout, statement, article) and three wire
//! reports of things that never happened, written for this.

use std::{collections::HashSet, fs, path::Path};

use dateline::{
    corpus::Corpus,
    text::Span,
    timeline::{Event, Phase, Role, Timeline},
};
use proptest::prelude::*;
use serde::Deserialize;

use crate::fixture::{document, options, shipped};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/events");

#[derive(Deserialize)]
struct Annotated {
    events: Vec<Wanted>,
}

#[derive(Deserialize)]
struct Wanted {
    date: String,
    #[serde(default)]
    accept: Vec<String>,
    role: String,
    evidence: String,
    /// Neither rewarded nor held against.
    #[serde(default)]
    optional: bool,
}

/// The words of a text, lower-cased, mark-up left out.
fn words(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut tag = false;
    for c in text.chars() {
        match c {
            '<' => tag = true,
            '>' if tag => tag = false,
            c if !tag => plain.push(c),
            _ => {}
        }
    }
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Whether two passages share a run of four words (or all of the shorter).
fn overlap(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let n = a.len().min(b.len()).min(4);
    let runs: HashSet<&[String]> = a.windows(n.max(1)).collect();
    n > 0 && b.windows(n).any(|run| runs.contains(run))
}

/// Right, spurious and missed events, and how many of the right ones have the right role.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    spurious: usize,
    missed: usize,
    roles: usize,
    faults: Vec<String>,
}

impl Score {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.spurious + self.missed) as f64
    }

    /// Compares what the timeline tells from article `article` with what was annotated.
    fn add(&mut self, timeline: &Timeline, article: usize, mut wanted: Vec<Wanted>) {
        let text = &timeline.articles[article].text;
        let mine: Vec<(&Event, &str)> = timeline
            .events
            .iter()
            .flat_map(|e| e.tellings.iter().map(move |t| (e, t)))
            .filter(|(_, t)| t.article == article)
            .map(|(e, t)| (e, t.evidence.of(text)))
            .collect();
        let mut used = HashSet::new();
        wanted.sort_by_key(|w| w.optional);
        for w in &wanted {
            let hit = mine.iter().enumerate().position(|(i, (event, evidence))| {
                !used.contains(&i)
                    && (event.value == w.date || w.accept.contains(&event.value))
                    && overlap(&w.evidence, evidence)
            });
            if let Some(hit) = hit {
                used.insert(hit);
            }
            match hit {
                Some(hit) if !w.optional => {
                    self.right += 1;
                    self.roles += usize::from(role_of(mine[hit].0, &w.role));
                }
                None if !w.optional => {
                    self.missed += 1;
                    self.faults
                        .push(format!("missed {} {:.60}", w.date, w.evidence));
                }
                _ => {}
            }
        }
        for (i, (event, evidence)) in mine.iter().enumerate() {
            let optional = wanted
                .iter()
                .any(|w| w.optional && overlap(&w.evidence, evidence));
            if !used.contains(&i) && !optional {
                self.spurious += 1;
                self.faults
                    .push(format!("spurious {} {evidence:.60}", event.value));
            }
        }
    }
}

fn role_of(event: &Event, wanted: &str) -> bool {
    match wanted {
        "main" => event.role == Role::Main,
        "background" => event.role == Role::Background,
        _ => event.phase == Phase::Planned,
    }
}

fn annotated(folder: &str, stem: &str) -> Vec<Wanted> {
    let path = Path::new(FIXTURES)
        .join(folder)
        .join(format!("{stem}.json"));
    let text = fs::read_to_string(&path).expect("an annotation for every article");
    serde_json::from_str::<Annotated>(&text)
        .expect("annotations are JSON")
        .events
}

fn stem(path: &str) -> &str {
    Path::new(path)
        .file_stem()
        .and_then(|s| s.to_str())
        .expect("a name")
}

fn score(timeline: &Timeline, folder: &str) -> Score {
    let mut score = Score::default();
    for (i, article) in timeline.articles.iter().enumerate() {
        score.add(timeline, i, annotated(folder, stem(&article.path)));
    }
    score
}

#[test]
fn the_shipped_articles_tell_what_a_person_reads_in_them() {
    let score = score(&shipped(), "shipped");
    assert!(score.f1() >= 0.93, "F1 {:.3}: {score:#?}", score.f1());
    assert!(score.roles * 10 >= score.right * 9, "{score:#?}");
}

/// The articles of a folder of fixtures, read together and scored.
fn scored(folder: &str) -> Score {
    let mut documents = Vec::new();
    for entry in fs::read_dir(Path::new(FIXTURES).join(folder)).expect("fixtures") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|e| e == "md") {
            let name = path.file_name().and_then(|n| n.to_str()).expect("a name");
            documents.push(document(name, fs::read(&path).expect("a file")));
        }
    }
    let timeline = Timeline::build(Corpus::open(documents, options(false)));
    assert_eq!(timeline.articles.len(), 10);
    score(&timeline, folder)
}

#[test]
fn statements_tell_what_a_person_reads_in_them() {
    let score = scored("statements");
    assert!(score.f1() >= 0.90, "F1 {:.3}: {score:#?}", score.f1());
}

#[test]
fn articles_of_other_kinds_tell_what_a_person_reads_in_them() {
    let score = scored("kinds");
    assert!(score.f1() >= 0.93, "F1 {:.3}: {score:#?}", score.f1());
    assert!(score.roles * 10 >= score.right * 9, "{score:#?}");
}

/// The outlets that tell the event whose summary or evidence holds `words`.
fn told_by(timeline: &Timeline, value: &str, words: &str) -> usize {
    timeline
        .events
        .iter()
        .filter(|e| e.value == value)
        .filter(|e| {
            e.tellings.iter().any(|t| {
                t.evidence
                    .of(&timeline.articles[t.article].text)
                    .contains(words)
            })
        })
        .map(|e| e.tellings.len())
        .max()
        .unwrap_or(0)
}

#[test]
fn one_event_told_by_two_articles_is_one_event() {
    let timeline = shipped();
    assert_eq!(told_by(&timeline, "2035", "of their GDP by 2035"), 2);
    assert_eq!(told_by(&timeline, "2025-06-25", "joint declaration"), 2);
    assert_eq!(told_by(&timeline, "2022-06-29", "NATO summit in Madrid"), 2);
}

#[test]
fn a_shared_date_alone_joins_nothing() {
    let timeline = Timeline::build(Corpus::open(
        vec![
            document(
                "a.txt",
                "Bridge opens\n\nPublished 3 May 2024\n\nThe mayor opened a bridge over the river on 2 May 2024.\n",
            ),
            document(
                "b.txt",
                "Team wins cup\n\nPublished 3 May 2024\n\nThe home team won the national cup in Leeds on 2 May 2024.\n",
            ),
        ],
        options(false),
    ));
    let day: Vec<usize> = timeline
        .events
        .iter()
        .filter(|e| e.value == "2024-05-02")
        .map(|e| e.tellings.len())
        .collect();
    assert_eq!(day, [1, 1]);
}

#[test]
fn an_undated_report_dates_no_event_by_guessing() {
    let text = "The minister met the delegation on Tuesday and will travel next week.\n\
                The first treaty was signed in September 2012.\n";
    let timeline = Timeline::build(Corpus::open(
        vec![document("report.txt", text)],
        options(false),
    ));
    let values: Vec<&str> = timeline.events.iter().map(|e| e.value.as_str()).collect();
    assert_eq!(values, ["2012-09"]);
    assert_eq!(timeline.undated().count(), 1);
}

/// What holds of every timeline, whatever it was read from.
fn sound(timeline: &Timeline) {
    for (article, timexes) in timeline.articles.iter().zip(&timeline.timexes) {
        let mut end = 0;
        for timex in timexes {
            assert!(timex.span.fits(&article.text) && timex.span.start >= end);
            end = timex.span.end;
        }
        let mut end = 0;
        for block in &article.blocks {
            assert!(block.span.fits(&article.text) && block.span.start >= end);
            end = block.span.end;
        }
    }
    let mut ids = HashSet::new();
    for event in &timeline.events {
        assert!(ids.insert(&event.id), "two events are called {}", event.id);
        let letters = event.summary.chars().count();
        assert!((1..=96).contains(&letters), "{:?}", event.summary);
        assert!(!event.summary.chars().any(char::is_control));
        assert!(!event.tellings.is_empty());
        for telling in &event.tellings {
            let text = &timeline.articles[telling.article].text;
            assert!(telling.evidence.fits(text) && !telling.evidence.is_empty());
            assert!(telling.timex.span.fits(text));
            // News without words of its date has an empty span at its evidence.
            let dated = Span::overlaps(telling.evidence, telling.timex.span);
            assert!(dated || telling.timex.span.start == telling.evidence.start);
        }
    }
    let firsts: Vec<_> = timeline.events.iter().map(|e| e.date.first).collect();
    assert!(firsts.is_sorted());
}

#[test]
fn the_shipped_timeline_is_sound() {
    sound(&shipped());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_makes_a_sound_timeline(
        text in "(\\PC{0,20}|On |Tuesday|, |he said|met |June 24, 2025| in 2012|\n\n|“|”|\\.|the |Mr\\. |NATO |서울|to |[A-Z][a-z]{1,8} ){0,60}"
    ) {
        sound(&Timeline::build(Corpus::open(vec![document("any.txt", text)], options(false))));
    }
}
