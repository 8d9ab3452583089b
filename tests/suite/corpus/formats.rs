//! Every format that is read, by a small file of it.

use dateline::corpus::{Article, BlockKind, Source};

use super::{assert_sound, blocks, facts, open_one};

/// Opens a fixture; its articles as lines of facts, its warnings as lines.
fn read(name: &str) -> (Vec<Article>, Vec<String>, Vec<String>) {
    let path = format!(
        "{}/tests/fixtures/corpus/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    let corpus = open_one(name, std::fs::read(path).unwrap());
    corpus.articles.iter().for_each(assert_sound);
    let lines = corpus.articles.iter().map(facts).collect();
    let warnings = corpus.warnings.iter().map(ToString::to_string).collect();
    (corpus.articles, lines, warnings)
}

fn paragraphs(article: &Article) -> Vec<&str> {
    blocks(article, BlockKind::Paragraph)
}

#[test]
fn obsidian_clipping() {
    let (articles, lines, warnings) = read("clipper.md");
    assert_eq!(warnings, [""; 0]);
    assert_eq!(
        lines,
        [
            "Harbour bridge reopens: what changes for ferries | – | Mira Okafor, Jonas Lindqvist | 2024-05-14 | –"
        ]
    );
    let article = &articles[0];
    assert_eq!(article.published.as_ref().unwrap().source, Source::Markup);
    assert_eq!(
        article.url.as_ref().unwrap().value,
        "https://www.example.org/news/2024/05/harbour-bridge"
    );
    assert_eq!(
        paragraphs(article)[0],
        "The harbour bridge reopened on Tuesday after nine months of repairs, the port authority said."
    );
    assert!(
        article
            .text
            .contains("until the end of June, officials said at the ceremony.")
    );
    assert!(!article.text.contains("clippings"));
}

#[test]
fn hugo_front_matter() {
    let (articles, lines, _) = read("hugo.md");
    assert_eq!(
        lines,
        ["Lighthouse lit again | – | Ana Petrov | 2023-11-02T08:30:00+01:00 | –"]
    );
    assert!(articles[0].text.starts_with("The lighthouse"));
}

#[test]
fn broken_front_matter_is_read_line_by_line() {
    let text = "---\ntitle: Two: colons\nauthor: [unclosed\npublished: 2024-01-02\n---\nThe text of the article goes on here for a while, as texts do.\n";
    let corpus = open_one("a.md", text);
    assert_eq!(corpus.warnings.len(), 1);
    assert_eq!(
        facts(&corpus.articles[0]),
        "Two: colons | – | unclosed | 2024-01-02 | –"
    );
}

#[test]
fn saved_page() {
    let (articles, lines, warnings) = read("page.html");
    assert_eq!(warnings, [""; 0]);
    assert_eq!(
        lines,
        [
            "Dam talks end without a deal | The Valley Courier | Lena Abebe, Tom Hale | 2022-03-09T18:04:05+02:00 | 2022-03-10T09:00:00+02:00"
        ]
    );
    let article = &articles[0];
    assert_eq!(
        article.url.as_ref().unwrap().value,
        "https://courier.example/dam-talks"
    );
    assert_eq!(paragraphs(article).len(), 4);
    assert!(paragraphs(article)[1].starts_with("“We came close,” the chief negotiator"));
    assert!(!article.text.contains("Home"));
}

#[test]
fn json_lines_with_a_bad_line() {
    let (articles, lines, warnings) = read("lines.jsonl");
    assert_eq!(
        lines,
        [
            "First of three | council.example | Ida Berg | 2021-04-06T10:00:00 | –",
            "Third of three | council.example | Ola Nord | 2021-04-16T09:00:00+02:00 | –",
        ]
    );
    assert_eq!(warnings.len(), 1);
    assert!(
        warnings[0].starts_with("lines.jsonl:2: not valid JSON"),
        "{warnings:?}"
    );
    assert_eq!(articles[1].path, "lines.jsonl#2");
    assert_eq!(
        paragraphs(&articles[1]),
        ["The trees were planted on Friday.", "Children helped."]
    );
}

#[test]
fn records_without_a_text() {
    let (articles, lines, warnings) = read("csl.json");
    assert_eq!(
        lines,
        [
            "Canal opens to night traffic | Port Gazette | Claire Moreau | 2019-07-03 | –",
            "Locks to close | Port Gazette | – | – | –",
        ]
    );
    assert!(articles.iter().all(|article| article.text.is_empty()));
    assert_eq!(
        warnings,
        [
            "csl.json: “Canal opens to night traffic” and 1 more are records without a text: only their facts are known"
        ]
    );
    let (_, lines, warnings) = read("record.ris");
    assert_eq!(
        lines,
        ["Old mill to become a museum | Hill Country Times | Inés Sandoval | 2018-10-09 | –"]
    );
    assert_eq!(warnings.len(), 1);
}

#[test]
fn ninjs_and_json_feed() {
    let (articles, lines, _) = read("ninjs.json");
    assert_eq!(
        lines,
        ["Ferry strike called off | Northern Wire | Sara Lund | 2020-02-11T16:05:00Z | –"]
    );
    assert_eq!(
        blocks(&articles[0], BlockKind::Dateline),
        ["COPENHAGEN, Feb 11 (NW)"]
    );
    let (articles, lines, _) = read("feed.json");
    assert_eq!(
        lines,
        [
            "School rebuilt | Island News | Ben Cole | 2023-08-01T07:00:00Z | –",
            "Storm warning | Island News | – | 2023-08-04 | –",
        ]
    );
    assert_eq!(articles[0].text, "The school was rebuilt in June.");
}

#[test]
fn plain_json_objects() {
    let corpus = open_one(
        "one.json",
        r#"{"title":"A","date":"2020-05-06","text":"One sentence."}"#,
    );
    assert_eq!(facts(&corpus.articles[0]), "A | – | – | 2020-05-06 | –");
    assert_eq!(corpus.articles[0].path, "one.json");
    let corpus = open_one(
        "list.json",
        r#"{"articles":[{"headline":"B","publishedAt":"2020-05-06T01:02:03Z","content":"x","source":{"id":null,"name":"Outlet"}}]}"#,
    );
    assert_eq!(
        facts(&corpus.articles[0]),
        "B | Outlet | – | 2020-05-06T01:02:03Z | –"
    );
}

#[test]
fn database_exports() {
    let (articles, lines, warnings) = read("nexis.txt");
    assert_eq!(warnings, [""; 0]);
    assert_eq!(
        lines,
        [
            "Rail Line Through the Gorge Is Approved | The Morning Ledger | ANNA FORD, PETER QUILL | 2014-06-05 | –",
            "Signatures Gathered Against Rail Line | The Morning Ledger | – | 2014-06-09 | –",
        ]
    );
    assert_eq!(articles[1].path, "nexis.txt#2");
    assert_eq!(paragraphs(&articles[0]).len(), 2);
    assert!(paragraphs(&articles[0])[0].starts_with("The parliament approved"));
    let (articles, lines, _) = read("nexis_uni.txt");
    assert_eq!(
        lines,
        ["Reservoir falls to record low | The Plains Herald | Ruth Adler | 2022-08-21 | –"]
    );
    assert_eq!(paragraphs(&articles[0]).len(), 2);
    let (articles, lines, _) = read("factiva.txt");
    assert_eq!(
        lines,
        ["Tunnel breakthrough comes early | The Alpine Post | Marek Novak | 2017-09-14 | –"]
    );
    assert!(paragraphs(&articles[0])[0].starts_with("Workers broke through"));
}

#[test]
fn feeds() {
    let (articles, lines, warnings) = read("rss.xml");
    assert_eq!(warnings, [""; 0]);
    assert_eq!(
        lines,
        [
            "Pier & promenade reopen | Coast Daily | Nia Webb | 2023-07-04T06:30:00+01:00 | –",
            "Second | Coast Daily | – | 2023-07-07T12:00:00Z | –",
        ]
    );
    assert_eq!(articles[0].path, "rss.xml#1");
    assert_eq!(
        paragraphs(&articles[0]),
        ["The pier reopened on Monday.", "Hundreds came."]
    );
    let (_, lines, _) = read("atom.xml");
    assert_eq!(
        lines,
        [
            "Ice breaks on the river | River Notes | Pia Holm | 2024-02-01T09:15:00+03:00 | 2024-02-02T10:00:00Z"
        ]
    );
}

#[test]
fn a_truncated_feed_keeps_its_whole_items() {
    let whole = include_str!("../../fixtures/corpus/rss.xml");
    let cut = whole.find("Plain words").unwrap();
    let corpus = open_one("rss.xml", &whole[..cut]);
    assert_eq!(corpus.articles.len(), 1);
    assert_eq!(corpus.warnings.len(), 1);
    assert!(!corpus.warnings[0].skipped);
}

#[test]
fn newsboat_cache() {
    let (articles, lines, warnings) = read("cache.db");
    assert_eq!(warnings, [""; 0]);
    assert_eq!(
        lines,
        ["Beavers return | Forest Weekly | Eli Stone | 2022-04-15T05:20:00Z | –"]
    );
    assert_eq!(articles[0].text, "Beavers returned to the forest in April.");
    assert_eq!(articles[0].path, "cache.db#1");
}

#[test]
fn newsboat_items_come_by_date_then_as_they_were_stored() {
    let mut database = rusqlite::Connection::open_in_memory().unwrap();
    database
        .execute_batch(
            "CREATE TABLE rss_feed (rssurl, title);
             CREATE TABLE rss_item
               (id INTEGER PRIMARY KEY, title, author, url, feedurl, pubDate, content);
             INSERT INTO rss_item (id, title, pubDate, content) VALUES
               (1, 'Third', 1650000300, 'c'), (2, 'First', 1650000100, 'a'),
               (9, 'Fourth', 1650000300, 'd'), (4, 'Second', 1650000200, 'b');",
        )
        .unwrap();
    let mut bytes = database.serialize("main").unwrap().to_vec();
    // As newsboat leaves it: in write-ahead mode.
    bytes[18..20].fill(2);
    let corpus = open_one("cache.db", bytes);
    assert_eq!(corpus.warnings.len(), 0, "{:?}", corpus.warnings);
    let title = |article: &Article| article.title.clone().unwrap().value;
    let titles: Vec<String> = corpus.articles.iter().map(title).collect();
    assert_eq!(titles, ["First", "Second", "Third", "Fourth"]);
}

#[test]
fn what_is_no_article_is_skipped_with_a_reason() {
    for (name, bytes, words) in [
        ("a.pdf", b"%PDF-1.7 ...".as_slice(), "a PDF"),
        ("a.docx", b"PK\x03\x04....", "zip"),
        (
            "a.bin",
            b"\x01\x02\x03\x04\x05\x06\x07\x08",
            "control characters",
        ),
        ("a.svg", b"<svg xmlns='x'></svg>", "XML of a kind"),
        ("empty.txt", b" \n ", "no text"),
        ("a.json", b"[1, 2, 3]", "no article"),
        ("a.db", b"SQLite format 3\0 and then nothing", "database"),
    ] {
        let corpus = open_one(name, bytes);
        assert!(corpus.articles.is_empty(), "{name}");
        assert_eq!(corpus.warnings.len(), 1, "{name}");
        assert!(corpus.warnings[0].skipped, "{name}");
        assert!(
            corpus.warnings[0].reason.contains(words),
            "{name}: {}",
            corpus.warnings[0]
        );
    }
}
