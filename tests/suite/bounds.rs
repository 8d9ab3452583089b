//! Nothing that a text holds may make the work on it grow faster than the text does, and no
//! file may take more than its size allows.

#[path = "../../benches/bombs/prose.rs"]
mod prose;

use chrono::{Datelike, NaiveDate};
use dateline::{
    corpus::{Corpus, Document, Options, embedded},
    text::steps,
    timeline::Timeline,
};
use rusqlite::Connection;

fn open(documents: Vec<(String, Vec<u8>)>) -> Corpus {
    let documents = documents.into_iter().map(|(path, bytes)| Document {
        path,
        bytes: bytes.into(),
        modified: None,
    });
    let options = Options {
        dossier: true,
        today: NaiveDate::from_ymd_opt(2026, 2, 14).expect("a day"),
    };
    Corpus::open(documents.collect(), options)
}

/// The steps that it takes to make a timeline of so many bytes of a prose.
fn taken(prose: &prose::Prose, bytes: usize) -> u64 {
    let mut documents = vec![(prose.path.to_owned(), prose::fill(prose, bytes))];
    if prose.path == "dateline.toml" {
        let item = "{\"title\":\"x\",\"text\":\"They met on Tuesday.\"}\n";
        documents.push(("items.jsonl".to_owned(), item.repeat(bytes / 100).into()));
    }
    steps::counted(|| Timeline::build(open(documents))).1
}

#[test]
fn twice_the_text_takes_twice_the_steps() {
    for prose in prose::PROSE {
        let [one, four] = [10_000, 40_000].map(|bytes| taken(prose, bytes));
        // Four times the text: what grows with its square would take sixteen times as many.
        assert!(
            four < 6 * one + 20_000,
            "{}: {one} steps, then {four}",
            prose.name
        );
    }
}

#[test]
fn prose_takes_a_small_part_of_the_steps_that_a_text_may() {
    for prose in prose::PROSE.iter().filter(|prose| prose.path == "a.txt") {
        let steps = taken(prose, 20_000);
        assert!(steps < 20 * 20_000, "{}: {steps} steps", prose.name);
    }
}

#[test]
fn news_takes_less_than_a_step_a_byte() {
    for document in embedded() {
        let bytes = document.bytes.len();
        let document = (document.path, document.bytes.into_owned());
        let steps = steps::counted(|| Timeline::build(open(vec![document]))).1;
        assert!(steps < bytes as u64, "{steps} steps for {bytes} bytes");
    }
}

/// A database of newsboat's, changed by `more`.
fn database(more: &str) -> Vec<u8> {
    let mut database = Connection::open_in_memory().expect("memory");
    database
        .execute_batch(&format!(
            "CREATE TABLE rss_item (id INTEGER PRIMARY KEY, title, author, url, feedurl, pubDate, content);
             INSERT INTO rss_item VALUES (1, 'A bridge', 'A', 'https://a.example/1', 'f', 1, 'It opened on 3 May 1999.');
             {more}"
        ))
        .expect("the statements are sound");
    database.serialize("main").expect("its bytes").to_vec()
}

/// What is read of a database: how many articles, and what is said of it.
fn read(bytes: Vec<u8>) -> (usize, String) {
    let corpus = open(vec![("notes.txt".to_owned(), bytes)]);
    let said: Vec<String> = corpus.warnings.iter().map(ToString::to_string).collect();
    (corpus.articles.len(), said.join("\n"))
}

/// Numbers without end.
const ENDLESS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";

#[test]
fn a_database_is_read_row_by_row() {
    let feeds = "CREATE TABLE rss_feed (rssurl PRIMARY KEY, title); INSERT INTO rss_feed VALUES ('f', 'The Ledger');";
    let corpus = open(vec![("cache.db".to_owned(), database(feeds))]);
    assert_eq!(corpus.warnings, []);
    let outlet = corpus.articles[0].outlet.as_ref();
    assert_eq!(outlet.map(|fact| fact.value.as_str()), Some("The Ledger"));
}

#[test]
fn a_database_computes_nothing() {
    let view =
        format!("CREATE VIEW rss_feed AS {ENDLESS} SELECT 'z' || i rssurl, 't' title FROM n;");
    let (articles, said) = read(database(&view));
    assert_eq!(articles, 0);
    assert!(said.contains("rss_feed is computed, not stored"), "{said}");
    let view = format!(
        "DROP TABLE rss_item; CREATE VIEW rss_item AS {ENDLESS} SELECT i id, 'a' title, 'b' author, \
         'c' url, 'd' feedurl, 1 pubDate, 'e' content FROM n;"
    );
    let (articles, said) = read(database(&view));
    assert_eq!(articles, 0);
    assert!(said.contains("rss_item is computed, not stored"), "{said}");
    let generated = "DROP TABLE rss_item; CREATE TABLE rss_item (id INTEGER PRIMARY KEY, title, author, \
                     url, feedurl, pubDate, content AS (hex(zeroblob(200000000)))); \
                     INSERT INTO rss_item VALUES (1, 'A', 'A', 'u', 'f', 1);";
    let (articles, said) = read(database(generated));
    assert_eq!(articles, 0);
    assert!(said.contains("content is computed, not stored"), "{said}");
}

#[test]
fn a_database_holds_no_more_than_its_size() {
    // What stands in the schema once stands in every row that is too short for it.
    let long = "x".repeat(50_000);
    let grown = format!(
        "{ENDLESS} INSERT INTO rss_item (title) SELECT 'a' FROM n LIMIT 5000; \
         ALTER TABLE rss_item ADD COLUMN content_mime_type DEFAULT '{long}';"
    );
    let (articles, said) = read(database(&grown));
    assert!(articles < 5_000, "{articles}");
    assert!(said.contains("holds more than its size allows"), "{said}");
}

#[test]
fn any_number_at_all_is_a_day_in_the_years_of_print_or_none() {
    for number in [
        "0",
        "-1",
        "1688000000",
        "9999999999",
        "8210298412799",
        "9223372036854775807",
        "-9223372036854775808",
    ] {
        let update = format!("UPDATE rss_item SET pubDate = {number};");
        let json = format!(
            "[{{\"title\":\"a\",\"text\":\"They met on Tuesday.\",\"date\":{number}}},\
             {{\"title\":\"a\",\"text\":\"They met on Tuesday.\",\"issued\":{{\"date-parts\":[[{number},1,1]]}}}},\
             {{\"title\":\"a\",\"text\":\"They met on Tuesday.\",\"issued\":{{\"date-parts\":[[262142,12,31]]}}}}]"
        );
        let files = [
            ("cache.db", database(&update)),
            ("a.json", json.into_bytes()),
        ];
        for (name, bytes) in files {
            let corpus = open(vec![(name.to_owned(), bytes)]);
            assert!(!corpus.articles.is_empty());
            for article in &corpus.articles {
                let year = article
                    .published
                    .as_ref()
                    .map(|fact| fact.value.date.year());
                assert!(
                    year.is_none_or(|year| (1600..2200).contains(&year)),
                    "{number}: {year:?}"
                );
            }
            drop(Timeline::build(corpus));
        }
    }
}

#[test]
fn a_text_longer_than_any_article_costs_itself_alone() {
    let long = "The bridge was opened to traffic. ".repeat(270_000);
    let files = vec![
        ("a.txt".to_owned(), long.into_bytes()),
        ("b.txt".to_owned(), b"They met on 3 May 1999.\n".to_vec()),
    ];
    let corpus = open(files);
    assert_eq!(corpus.articles.len(), 1);
    assert_eq!(corpus.warnings.len(), 1);
    assert!(corpus.warnings[0].skipped && corpus.warnings[0].path == "a.txt");
}

#[test]
fn magic_letters_alone_do_not_make_a_text_a_picture() {
    for head in [
        "ID3 tags are older than they look",
        "RIFF raff in Vilnius",
        "BZh is no word",
        "%PDF files were banned",
        "GIF8 is short",
    ] {
        let text = format!("{head}\n\nVILNIUS, July 11, 2023 — Leaders met on Tuesday.\n");
        let corpus = open(vec![("a.txt".to_owned(), text.into_bytes())]);
        assert_eq!(corpus.articles.len(), 1, "{head}");
    }
}
