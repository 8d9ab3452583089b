//! Bad input: nothing fails a load, nothing takes more than linear time.

use proptest::prelude::*;

use super::{assert_sound, open_one};

/// Opens a file and checks that what came out is sound; gives the number of articles.
fn survives(path: &str, bytes: impl Into<Vec<u8>>) -> usize {
    let corpus = open_one(path, bytes);
    corpus.articles.iter().for_each(assert_sound);
    corpus.articles.len()
}

#[test]
fn nested_and_swollen_pages() {
    let page = |body: &str| format!("<!doctype html><html><body>{body}</body></html>");
    survives("a.html", page(&"<ul><li>".repeat(32_000)));
    survives("a.html", page(&"<b><i><font>x".repeat(20_000)));
    survives(
        "a.html",
        page(&format!("<p {}>text</p>", "a=1 ".repeat(25_000))),
    );
    survives("a.html", page(&"<table><tr><td>".repeat(10_000)));
    survives("a.html", page(&"<!--".repeat(50_000)));
    survives("a.html", page(&"<a b=\"".repeat(50_000)));
    survives("a.html", page(&"&#27;[31m&amp".repeat(10_000)));
    survives("a.html", "<html><head><title>never closed");
}

#[test]
fn nested_and_swollen_data() {
    survives("a.json", "[".repeat(500_000));
    survives(
        "a.json",
        format!("{{\"title\":{}", "{\"a\":".repeat(100_000)),
    );
    survives(
        "a.jsonl",
        "{\"title\":\"\\u001b[2J\",\"title\":\"b\",\"text\":\"\\u0000x\"}\n{\"title\"\n",
    );
    survives(
        "a.xml",
        format!("<rss><channel>{}", "<a:b>".repeat(100_000)),
    );
    survives(
        "a.xml",
        format!(
            "<rss version='2.0'><channel {}/></rss>",
            "a='1' ".repeat(25_000)
        ),
    );
    survives(
        "a.xml",
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><rss version='2.0'><channel><title>&b;</title><link>l</link><description/><item><title>&b;</title><description>d</description></item></channel></rss>",
    );
    survives("a.md", "> ".repeat(100_000));
    survives("a.md", "[".repeat(100_000));
    survives("a.md", format!("---\na: {}\n---\nx", "[".repeat(20_000)));
    survives(
        "a.md",
        "---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c\n---\nbody text\n",
    );
    survives("dateline.toml", format!("a = {}", "[".repeat(100_000)));
}

/// What `check` would say of a file.
fn warnings(path: &str, bytes: impl Into<Vec<u8>>) -> Vec<String> {
    let corpus = open_one(path, bytes);
    corpus.warnings.iter().map(ToString::to_string).collect()
}

#[test]
fn one_line_says_what_is_broken_and_the_rest_loads() {
    for (path, bytes, expected) in [
        (
            "a.md",
            "---\ntitle: A\ntitle: B\n---\nText of it.\n",
            "a.md:3: front matter is not valid YAML: duplicate mapping key: title; its plain lines are read all the same",
        ),
        (
            "a.md",
            "+++\ntitle = 'A'\ntitle = 'B'\n+++\nText of it.\n",
            "a.md: front matter is not valid TOML: duplicate key; its plain lines are read all the same",
        ),
        (
            "a.jsonl",
            "{\"title\":\"A\",\"text\":\"x\"}\n{\"title\":\"B\",\"te",
            "a.jsonl:2: not valid JSON: EOF while parsing a string",
        ),
    ] {
        assert_eq!(warnings(path, bytes), [expected]);
        assert_eq!(survives(path, bytes), 1, "{path}");
    }
    let whole = "{\"title\":\"A\",\"text\":\"x\"}\n";
    let broken = warnings("a.jsonl", whole.to_owned() + &"{\"te\n".repeat(300));
    assert_eq!(broken.len(), 11);
    assert_eq!(broken[10], "a.jsonl: 290 more lines are not valid JSON");
    let none = open_one("a.jsonl", "{\"te\n{\"te\n");
    assert!(none.warnings.iter().all(|warning| warning.skipped));
}

#[test]
fn half_a_surrogate_pair_is_an_unknown_character() {
    let corpus = open_one(
        "a.json",
        r#"{"title":"\ud800 half \ud83d\ude00 \udc00 \\ud800","text":"x"}"#,
    );
    let title = &corpus.articles[0].title.as_ref().unwrap().value;
    assert_eq!(title, "\u{fffd} half 😀 \u{fffd} \\ud800");
}

#[test]
fn long_lines_and_endless_words() {
    for pattern in [
        "a",
        "By ",
        "June 26, ",
        "1/",
        "2025-06-",
        "• x\n",
        "photo: ",
        "(AP) - ",
        "— ",
        "Lee Kim\n2025-01-01\n",
        ". ",
        "\"",
        "12:",
        "\r",
        "TY  - x\n",
        "1 of 2 DOCUMENTS\n",
    ] {
        survives("a.txt", pattern.repeat(100_000 / pattern.len()));
    }
}

#[test]
fn line_ends_and_wrapped_fields() {
    let text = "Bridge closed after storm\n\nBy Ann Lee\nMay 3, 2021\n\nThe bridge was closed on Monday after a storm had damaged two of its pillars, the city said.\n\nIt will stay closed until the end of June, according to the engineers.\n";
    let expected = super::facts(&open_one("a.txt", text).articles[0]);
    assert_eq!(
        expected,
        "Bridge closed after storm | – | Ann Lee | 2021-05-03 | –"
    );
    for end in ["\r\n", "\r"] {
        let corpus = open_one("a.txt", text.replace('\n', end));
        assert_eq!(super::facts(&corpus.articles[0]), expected, "{end:?}");
    }
    let corpus = open_one(
        "a.json",
        r#"{"title":"Bridge\r\nclosed","author":"Ann\nLee","date":"2021-05-03","text":"x\r\ny"}"#,
    );
    assert_eq!(
        super::facts(&corpus.articles[0]),
        "Bridge closed | – | Ann Lee | 2021-05-03 | –"
    );
}

#[test]
fn encodings() {
    let text = "Müller läuft davon\n\nBy Jörg Müller\n12 May 2020\n\nDer Läufer überquerte die Brücke und grüßte die Gäste am Ufer, während die Bürger für die Läufer klatschten.\n";
    let (latin, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let utf16be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let bom = format!("\u{feff}{text}");
    for (name, bytes) in [
        ("latin", latin.as_ref()),
        ("utf16", &utf16),
        ("utf16be", &utf16be),
        ("bom", bom.as_bytes()),
    ] {
        let corpus = open_one("a.txt", bytes);
        assert_eq!(corpus.articles[0].text, text, "{name}");
    }
    let korean = "서울에서 열린 정상회담에서 두 지도자는 방위 산업 협력을 논의했다. 회담은 수요일에 끝났다.\n";
    let (cp949, ..) = encoding_rs::EUC_KR.encode(korean);
    assert_eq!(open_one("a.txt", cp949.as_ref()).articles[0].text, korean);
    // One bad byte does not make a text legacy.
    let mut torn = text.as_bytes().to_vec();
    torn.push(0xc3);
    let corpus = open_one("a.txt", torn);
    assert!(corpus.articles[0].text.starts_with("Müller läuft"));
    assert_eq!(corpus.warnings.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_give_sound_articles(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        survives("a.txt", bytes);
    }

    #[test]
    fn any_lines_give_sound_articles(
        lines in proptest::collection::vec("(By |Posted |• |SEOUL, |- )?[A-Za-zé한\u{a0} .,0-9:/()|@—\\-]{0,40}(June 26, 2025|12/11/2023 4:05 PM|\\(AP\\) - )?", 0..20),
        end in "\r\n|\n|\r|\n\n",
        name in "a\\.(txt|md|html|json|xml|ris)",
    ) {
        survives(&name, lines.join(&end));
    }
}
