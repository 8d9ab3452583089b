//! `dateline.toml`: what it completes, and what it says of its own mistakes.

use super::{document, open};

const TEXT: &str = "Bridge to close\n\nBrussels, February 11\n\nThe bridge will close for a week in the spring, the city said in a statement on its page.\n";

#[test]
fn mistakes_name_file_line_and_nearest_key() {
    let toml = "titel = \"x\"\nspan = [\"2024\", \"2023\"]\n\n[[article]]\nfile = \"a.txt\"\nyaer = 2024\npublished = \"soon\"\n\n[[article]]\ntitle = \"no file\"\n";
    let corpus = open(vec![
        document("d/dateline.toml", toml),
        document("d/a.txt", TEXT),
    ]);
    let lines: Vec<String> = corpus.warnings.iter().map(ToString::to_string).collect();
    let line = |n: usize, words: &str| {
        let head = format!("d/dateline.toml:{n}: ");
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with(&head) && line.contains(words)),
            "{n} {words}: {lines:#?}"
        );
    };
    line(1, "unknown key “titel”; did you mean “title”?");
    line(2, "span is not two dates in order");
    line(6, "unknown key “yaer”; did you mean “year”?");
    line(7, "“soon” is not a date");
    line(9, "an article without “file”");
    assert_eq!(corpus.articles.len(), 1);
}

#[test]
fn a_year_completes_the_date_of_the_text() {
    let toml = "[[article]]\nfile = \"a.txt\"\nyear = { is = 2024, why = \"the only leap year in question\" }\nauthor = [\"Ann Lee\", \"Bo Ek\"]\n";
    let corpus = open(vec![
        document("d/a.txt", TEXT),
        document("d/dateline.toml", toml),
    ]);
    let article = &corpus.articles[0];
    let published = article.published.as_ref().unwrap();
    assert_eq!(published.value.to_string(), "2024-02-11");
    assert_eq!(published.span.unwrap().of(&article.text), "February 11");
    assert_eq!(
        article.authors.as_ref().unwrap().value,
        ["Ann Lee", "Bo Ek"]
    );
}

#[test]
fn it_speaks_only_of_its_own_folder() {
    let toml = "[[article]]\nfile = \"a.txt\"\ntitle = \"Named\"\n";
    let corpus = open(vec![
        document("d/dateline.toml", toml),
        document("d/sub/a.txt", TEXT),
        document("e/a.txt", TEXT),
    ]);
    let titles: Vec<&str> = corpus
        .articles
        .iter()
        .map(dateline::corpus::Article::label)
        .collect();
    assert_eq!(titles, ["Named", "Bridge to close"]);
}

#[test]
fn malformed_toml_is_a_warning() {
    let corpus = open(vec![
        document(
            "dateline.toml",
            "title = \"open\nspan = [\"2022\", \"2023\"]\n[[article]\n",
        ),
        document("a.txt", TEXT),
    ]);
    assert!(!corpus.warnings.is_empty());
    assert!(
        corpus
            .warnings
            .iter()
            .all(|warning| !warning.skipped && warning.line.is_some())
    );
    assert_eq!(corpus.articles.len(), 1);
}

#[test]
fn one_that_nobody_wrote_by_hand_is_not_read() {
    let toml = format!("title = \"x\"\n{}\n", ".".repeat(2_000_000));
    let corpus = open(vec![
        document("d/dateline.toml", toml),
        document("d/a.txt", TEXT),
    ]);
    let lines: Vec<String> = corpus.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "d/dateline.toml: larger than a megabyte, so it was not read; write only what the articles do not show",
        ]
    );
    assert_eq!(corpus.articles.len(), 1);
}

#[test]
fn an_entry_that_matches_no_article_is_named() {
    let toml = "[[article]]\nfile = \"b.txt\"\ntitle = \"x\"\n\n[[article]]\nfile = \"brigde-report.txt\"\n\n[[article]]\nfile = \"bridge-report.txt\"\n";
    let corpus = open(vec![
        document("d/dateline.toml", toml),
        document("d/bridge-report.txt", TEXT),
    ]);
    let lines: Vec<String> = corpus.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "d/dateline.toml:1: no article was read from “b.txt”; name a file of the folder, or take the entry out",
            "d/dateline.toml:5: no article was read from “brigde-report.txt”; did you mean “bridge-report.txt”?",
        ]
    );
}

#[test]
fn an_entry_may_speak_of_one_article_of_a_file_or_of_all() {
    let toml = "[[article]]\nfile = \"a.jsonl\"\noutlet = \"The O\"\n\n[[article]]\nfile = \"a.jsonl#2\"\nauthor = \"A B\"\n";
    let lines = "{\"title\":\"S\",\"text\":\"x\"}\n{\"title\":\"T\",\"text\":\"x\"}\n";
    let corpus = open(vec![
        document("d/dateline.toml", toml),
        document("d/a.jsonl", lines),
    ]);
    assert_eq!(corpus.warnings, []);
    let facts: Vec<String> = corpus.articles.iter().map(super::facts).collect();
    assert_eq!(facts, ["S | The O | – | – | –", "T | The O | A B | – | –"]);
}
