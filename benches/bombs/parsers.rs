//! Everything that reads what strangers wrote, each with a way to feed it.

use chrono::NaiveDate;
use dateline::{
    corpus::{Corpus, Document, Options},
    export,
    search::{Finder, Item, items, query::Query},
    temporal::{Context, Mode, tag},
    text::{
        Span,
        clean::{clean, sieve, tally, truncate, width},
        decode::decode,
        fold::fold,
        sentence::sentences,
    },
    timeline::Timeline,
    ui::{
        state::reader::search::find,
        terminal::input::Decoder,
        wrap::{Breaks, wrap},
    },
};

use super::prose::{self, PROSE};

use super::patterns::{
    ATOM, BYTES, FACTIVA, FEED, FRONT, HTML, JSON, KEYS, LINES, MARKDOWN, NEXIS, Own, PLAIN, QUERY,
    RIS, TAGGER, TOML, WORDS, fill,
};

/// Something that reads.
pub struct Parser {
    pub name: &'static str,
    /// Eight patterns that are its own.
    pub own: Own,
    /// An input of so many bytes that repeats a pattern.
    pub input: fn(&str, usize) -> Vec<u8>,
    pub run: fn(&[u8]) -> usize,
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, 14).unwrap_or_default()
}

fn bare(unit: &str, bytes: usize) -> Vec<u8> {
    fill(unit, bytes).into_bytes()
}

/// A pattern between a head and a tail.
fn between(head: &str, unit: &str, tail: &str, bytes: usize) -> Vec<u8> {
    format!("{head}{}{tail}", fill(unit, bytes)).into_bytes()
}

fn open(path: &str, bytes: &[u8]) -> Corpus {
    let mut documents = vec![Document {
        path: path.to_owned(),
        bytes: bytes.to_vec().into(),
        modified: None,
    }];
    if path == "dateline.toml" {
        documents.extend([Document {
            path: "a.txt".to_owned(),
            bytes: b"They met on Tuesday.\n".as_slice().into(),
            modified: None,
        }]);
    }
    let options = Options {
        dossier: true,
        today: today(),
    };
    Corpus::open(documents, options)
}

fn articles(path: &str, bytes: &[u8]) -> usize {
    open(path, bytes).articles.len()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// A file of a format: the path says which, `head` and `tail` stand around the pattern.
macro_rules! file {
    ($name:literal, $own:ident, $path:literal, $head:expr, $tail:expr) => {
        file!($name, $own, $path, |unit, bytes| between(
            $head, unit, $tail, bytes
        ))
    };
    ($name:literal, $own:ident, $path:literal, $input:expr) => {
        Parser {
            name: $name,
            own: $own,
            input: $input,
            run: |bytes| articles($path, bytes),
        }
    };
}

/// The pattern as words inside a JSON string; what is JSON's own stays as it is.
fn quoted(own: Own, head: &str, unit: &str, tail: &str, bytes: usize) -> Vec<u8> {
    if own.contains(&unit) {
        return between(head, unit, tail, bytes);
    }
    let text = serde_json::to_string(unit).unwrap_or_default();
    between(head, &text[1..text.len() - 1], tail, bytes)
}

/// A newsboat cache whose one item holds the pattern.
fn cache(unit: &str, bytes: usize) -> Vec<u8> {
    let build = || -> rusqlite::Result<Vec<u8>> {
        let mut database = rusqlite::Connection::open_in_memory()?;
        database.execute_batch(
            "CREATE TABLE rss_feed (rssurl, title);
             CREATE TABLE rss_item (id INTEGER PRIMARY KEY, title, author, url, feedurl, pubDate, content);",
        )?;
        let content = fill(unit, bytes);
        database.execute(
            "INSERT INTO rss_item (title, author, url, feedurl, pubDate, content) VALUES ('x', 'y', 'z', 'f', 1, ?1)",
            [content],
        )?;
        Ok(database.serialize("main")?.to_vec())
    };
    build().unwrap_or_default()
}

/// Something that reads a text and gives a length.
macro_rules! words {
    ($name:literal, $own:ident, $run:expr) => {
        Parser {
            name: $name,
            own: $own,
            input: bare,
            run: |bytes| $run(text(bytes)),
        }
    };
}

fn tagged(text: &str, mode: Mode) -> usize {
    let mut context = Context::news(today());
    context.mode = mode;
    tag(text, &context).len()
}

fn typed(query: &str) -> usize {
    let items: Vec<Item> = (0..100)
        .map(|n| Item::line(n, "Leaders met in Vilnius"))
        .collect();
    Query::parse(query, today()).groups.len() + Finder::new(items).search(query, 10, today()).total
}

fn searched(text: &str) -> usize {
    let items: Vec<Item> = text
        .lines()
        .enumerate()
        .map(|(n, line)| Item::line(n, line))
        .collect();
    let mut finder = Finder::new(items);
    ["xa", "min tue", "!x 1", "\"today the\"", "'11", "may 2023"]
        .map(|query| finder.search(query, 50, today()).total)
        .iter()
        .sum()
}

fn told(bytes: &[u8]) -> usize {
    let timeline = Timeline::build(open("a.txt", bytes));
    let plain: usize = export::plain::lines(&timeline, false)
        .map(|line| line.len())
        .sum();
    plain
        + export::json::events(&timeline)
            .map(|line| line.len())
            .sum::<usize>()
}

fn cleaned(text: &str) -> usize {
    let whole = Span::new(0, text.len());
    clean(text).len()
        + width(text)
        + tally(text).hidden
        + truncate(text, 60).len()
        + sieve(text, whole).graphemes().count()
}

fn wrapped(text: &str) -> usize {
    let whole = Span::new(0, text.len());
    [1, 9, 72]
        .map(|measure| {
            wrap(text, whole, measure, Breaks::Keep).len()
                + wrap(text, whole, measure, Breaks::Flow).len()
        })
        .iter()
        .sum()
}

/// A news report with the pattern below its first paragraph.
fn report(unit: &str, bytes: usize) -> Vec<u8> {
    let head = "Leaders meet\n\nVILNIUS, July 11, 2023 — Leaders met on Tuesday.\n\n";
    between(head, unit, "\n", bytes)
}

/// A text that is no UTF-8, so that its encoding has to be guessed.
fn spoilt(unit: &str, bytes: usize) -> Vec<u8> {
    let mut all = vec![0xe9, b' '];
    all.extend(fill(unit, bytes).chars().map(|c| c as u32 as u8));
    all
}

/// Prose with the name of its file in front.
fn written(name: &str, bytes: usize) -> Vec<u8> {
    let Some(prose) = PROSE.iter().find(|prose| prose.name == name) else {
        return Vec::new();
    };
    let mut all = format!("{}\n", prose.path).into_bytes();
    all.extend(prose::fill(prose, bytes));
    all
}

/// Everything that is done with a file, whose name is the first line.
fn whole(bytes: &[u8]) -> usize {
    let cut = bytes.iter().position(|b| *b == b'\n').unwrap_or(0);
    let path = text(&bytes[..cut]).to_owned();
    let is_dossier = path == "dateline.toml";
    let document = |path: String, bytes: Vec<u8>| Document {
        path,
        bytes: bytes.into(),
        modified: None,
    };
    let mut documents = vec![document(path, bytes[cut + 1..].to_vec())];
    if is_dossier {
        let written = "{\"title\":\"x\",\"text\":\"They met on Tuesday.\"}\n";
        let written = written.repeat(bytes.len() / 100);
        documents.push(document("items.jsonl".to_owned(), written.into_bytes()));
    }
    let options = Options {
        dossier: true,
        today: today(),
    };
    let timeline = Timeline::build(Corpus::open(documents, options));
    export::json::events(&timeline)
        .map(|line| line.len())
        .sum::<usize>()
        + Finder::new(items(&timeline))
            .search("bridge 1999", 50, today())
            .total
}

/// The parsers, in the order in which a text goes through them.
pub const PARSERS: &[Parser] = &[
    Parser {
        name: "decode",
        own: BYTES,
        input: spoilt,
        run: |bytes| decode(bytes).text.len(),
    },
    file!("plain", PLAIN, "a.txt", "Leaders meet\n\n", "\n"),
    file!("markdown", MARKDOWN, "a.md", "# Leaders meet\n\n", "\n"),
    file!(
        "front",
        FRONT,
        "a.md",
        "---\ntitle: x\nmore: ",
        "\n---\n\nThey met.\n"
    ),
    file!(
        "html",
        HTML,
        "a.html",
        "<html><body><article><p>Leaders met.</p><p>",
        "</p></article></body></html>"
    ),
    file!("json", JSON, "a.json", |unit, bytes| quoted(
        JSON,
        "[{\"title\":\"x\",\"text\":\"",
        unit,
        "\"}]",
        bytes
    )),
    file!("jsonraw", JSON, "a.json", "[{\"text\":", "}]"),
    file!("jsonl", LINES, "a.jsonl", |unit, bytes| quoted(
        LINES,
        "{\"text\":\"",
        unit,
        "\"}\n{}\n",
        bytes
    )),
    file!("jsonfeed", JSON, "a.json", |unit, bytes| quoted(
        JSON,
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_html\":\"<p>",
        unit,
        "\"}]}",
        bytes
    )),
    file!(
        "nexis",
        NEXIS,
        "a.txt",
        "1 of 2 DOCUMENTS\n\nThe Ledger\n\nJune 5, 2014 Thursday\n\nTitle\n\nLENGTH: 120 words\n\n",
        "\n\nLOAD-DATE: June 5, 2014\n\n2 of 2 DOCUMENTS\n\nx\n"
    ),
    file!(
        "factiva",
        FACTIVA,
        "a.txt",
        "HD\nTitle\nWC\n92 words\nPD\n14 September 2017\nSN\nThe Post\nLP\nWorkers.\nTD\n",
        "\nAN\nDocument A\n"
    ),
    file!(
        "rss",
        FEED,
        "a.xml",
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title><item><title>x</title><description>",
        "</description></item></channel></rss>"
    ),
    file!(
        "atom",
        ATOM,
        "a.xml",
        "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><id>a</id><updated>2024-02-02T10:00:00Z</updated><entry><title>x</title><id>b</id><updated>2024-02-02T10:00:00Z</updated><content type=\"html\">",
        "</content></entry></feed>"
    ),
    file!("cache.db", HTML, "cache.db", cache),
    file!(
        "ris",
        RIS,
        "a.ris",
        "TY  - NEWS\nTI  - x\nN2  - ",
        "\nER  - \n"
    ),
    file!("dossier", TOML, "dateline.toml", "title = \"x\"\n", "\n"),
    file!("dossiers", TOML, "dateline.toml", "title = \"", "\"\n"),
    words!("clean", WORDS, cleaned),
    words!("fold", WORDS, |text| fold(text, usize::MAX).text.len()),
    words!("wrap", WORDS, wrapped),
    words!("sentences", WORDS, |text| sentences(text).len()),
    words!("news", TAGGER, |text| tagged(text, Mode::News)),
    words!("narrative", TAGGER, |text| tagged(text, Mode::Narrative)),
    Parser {
        name: "timeline",
        own: PLAIN,
        input: report,
        run: told,
    },
    Parser {
        name: "events",
        own: TAGGER,
        input: report,
        run: told,
    },
    Parser {
        name: "prose",
        own: PLAIN,
        input: written,
        run: whole,
    },
    words!("query", QUERY, typed),
    words!("search", WORDS, searched),
    words!("find", WORDS, |text| find(text, "xa").len()
        + find(text, text).len()),
    Parser {
        name: "keys",
        own: KEYS,
        input: bare,
        run: |bytes| {
            let (mut decoder, mut events) = (Decoder::default(), 0);
            for piece in bytes.chunks(4096) {
                decoder.feed(piece, &mut |_| events += 1);
            }
            events
        },
    },
];
