//! What people clip and export: fields without fences, feeds with faults, other encodings,
//! other languages, stamps that count elsewhere.

use chrono::NaiveDate;
use dateline::corpus::{Article, BlockKind, Source};

use super::{blocks, facts, open_one};

const P: &str = "The cable car went up the Drum again on Thursday after two years of repairs, and forty people stood in the snow at the foot of the hill to watch it.";

fn one(path: &str, bytes: impl Into<Vec<u8>>) -> Article {
    let mut corpus = open_one(path, bytes);
    assert!(corpus.warnings.is_empty(), "{:?}", corpus.warnings);
    assert_eq!(corpus.articles.len(), 1);
    corpus.articles.remove(0)
}

/// What the one article of a JSON file with these fields says.
fn json(fields: &str) -> Article {
    one("a.json", format!("{{{fields}}}"))
}

#[test]
fn the_day_is_the_one_where_the_outlet_is() {
    let stamp = |time: &str, more: &str, text: &str| {
        json(&format!(
            r#""title":"Cable car returns","published_at":"2020-05-07T{time}Z"{more},"text":"{text}""#
        ))
        .published
        .unwrap()
    };
    for (time, more, text, expected, why) in [
        (
            "23:30:00",
            "",
            "DRUMHILL, May 8 — The cable car went up again, the operator said.",
            "2020-05-08",
            "the day in the dateline",
        ),
        (
            "03:30:00",
            "",
            "DRUMHILL, May 6 (HW) — The cable car went up again, the operator said.",
            "2020-05-06",
            "the day in the dateline",
        ),
        (
            "23:30:00",
            r#","url":"https://hill.example.kr/1""#,
            "The cable car went up again.",
            "2020-05-08T08:30:00+09:00",
            "the outlet's address ends in .kr",
        ),
        (
            "23:30:00",
            "",
            "케이블카가 2년 만에 다시 운행을 시작했다고 운영사가 밝혔다.",
            "2020-05-08T08:30:00+09:00",
            "the text is in Korean",
        ),
        (
            "23:30:00",
            "",
            "The cable car went up the hill again after two years, the operator said on Friday, and the whole town came to see it.",
            "2020-05-08",
            "the report tells of Friday as past",
        ),
    ] {
        let found = stamp(time, more, text);
        assert_eq!(found.value.to_string(), expected, "{text}");
        assert_eq!(found.source, Source::Inferred);
        let reason = found.reason.unwrap();
        assert!(
            reason.starts_with(why) && reason.contains("counts in UTC"),
            "{reason}"
        );
    }
    for (time, text) in [
        (
            "03:30:00",
            "The cable car went up the hill again, the operator said on Friday, and the whole town came to see it.",
        ),
        (
            "23:30:00",
            "The cable car will go up the hill again on Friday, and the whole town will come to see it.",
        ),
        (
            "12:30:00",
            "DRUMHILL, May 1 — The cable car went up again, the operator said.",
        ),
    ] {
        assert_eq!(stamp(time, "", text).source, Source::Markup, "{text}");
    }
}

#[test]
fn the_day_of_saving_is_not_the_day_of_publication() {
    for (path, head) in [
        (
            "a.md",
            "# Cable car returns\n\ncreated: 2023-06-08T10:10:10 (UTC +01:00)\nsource: https://wire.example/car\nauthor: Ines Roth",
        ),
        (
            "a.txt",
            "Cable car returns\n\nSource: https://wire.example/car\nAuthor: Ines Roth\nDate saved: 8 June 2023",
        ),
    ] {
        let article = one(path, format!("{head}\n\n{P}\n\n{P}\n"));
        assert_eq!(
            facts(&article),
            "Cable car returns | – | Ines Roth | – | –",
            "{head}"
        );
        assert_eq!(
            article.url.as_ref().unwrap().value,
            "https://wire.example/car"
        );
        assert!(
            blocks(&article, BlockKind::Paragraph)
                .iter()
                .all(|block| block.starts_with("The cable"))
        );
    }
    // It bounds the year of a day without one.
    let text = format!(
        "Cable car returns\n\nSource: https://wire.example/car\nClipped: 2019-06-08\n\nDRUMHILL, June 6 (HW) — {P}\n"
    );
    let published = one("a.txt", text).published.unwrap();
    assert_eq!(
        published.value.date,
        NaiveDate::from_ymd_opt(2019, 6, 6).unwrap()
    );
    // What a reader's list updates is its entry.
    let read = json(
        r#""title":"T","savedAt":"2023-06-08","updatedAt":"2023-06-09","publishedAt":"2020-05-06","content":"x""#,
    );
    assert_eq!(facts(&read), "T | – | – | 2020-05-06 | –");
}

#[test]
fn lines_of_fields_are_facts_in_a_text() {
    let text = format!(
        "Title: Cable car returns\nByline: Ines Roth and Bo Ek\nPublication: Hill Wire\nPublished on: 6 May 2020\n\n{P}\n"
    );
    assert_eq!(
        facts(&one("a.txt", text)),
        "Cable car returns | Hill Wire | Ines Roth, Bo Ek | 2020-05-06 | –"
    );
}

#[test]
fn names_of_fields_are_one_whatever_their_spelling() {
    for name in [
        "publish_date",
        "publishDate",
        "Date Published",
        "date-published",
        "PUBLISHED_AT",
        "article:published_time",
    ] {
        assert_eq!(
            facts(&json(&format!(
                r#""title":"T","text":"x","{name}":"2020-05-06""#
            ))),
            "T | – | – | 2020-05-06 | –",
            "{name}"
        );
        let front = format!("---\ntitle: T\n\"{name}\": 2020-05-06\n---\n\n{P}\n");
        assert_eq!(
            facts(&one("a.md", front)),
            "T | – | – | 2020-05-06 | –",
            "{name}"
        );
    }
}

#[test]
fn shapes_of_common_exports() {
    let read = json(
        r#""title":"T","date":"2020-05-06","text":["The cable car went up.","The council met."]"#,
    );
    assert_eq!(read.text, "The cable car went up.\n\nThe council met.");
    let read = one(
        "a.json",
        r#"[{"title":{"rendered":"Car &amp; hill"},"content":{"rendered":"<p>The cable car went up.</p>"},"date":"2020-05-06"}]"#,
    );
    assert_eq!(
        (facts(&read).as_str(), read.text.as_str()),
        (
            "Car & hill | – | – | 2020-05-06 | –",
            "The cable car went up."
        )
    );
    let object = "{\n  \"title\": \"T\",\n  \"text\": \"x\"\n}\n";
    assert_eq!(open_one("a.json", object.repeat(3)).articles.len(), 3);
}

#[test]
fn a_fault_in_a_feed_costs_one_item() {
    let feed = |items: &str| {
        format!(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Hill Wire</title><link>https://x.example/</link><description>d</description>{items}</channel></rss>"
        )
    };
    let item = |title: &str, date: &str| {
        format!(
            "<item><title>{title}</title><description>x</description><pubDate>{date}</pubDate></item>"
        )
    };
    let read = one(
        "a.xml",
        feed(&item(
            "Car & hill &nbsp;again",
            "Thu, 03 Sep 15 00:01:01 +0200",
        )),
    );
    assert_eq!(
        facts(&read),
        "Car & hill again | Hill Wire | – | 2015-09-03T00:01:01+02:00 | –"
    );
    let broken = feed(&(item("One", "") + "<item><title>Two</b></item>" + &item("Three", "")));
    let corpus = open_one("a.xml", broken);
    let titles: Vec<_> = corpus
        .articles
        .iter()
        .map(|a| a.title.as_ref().unwrap().value.as_str())
        .collect();
    assert_eq!(titles, ["One", "Three"]);
    assert_eq!(corpus.warnings.len(), 1);
}

#[test]
fn an_entry_without_a_day_has_none() {
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Hill Wire</title><id>1</id><updated>2020-05-06T00:00:00Z</updated><entry><title>T</title><id>2</id><content>x</content></entry></feed>";
    assert_eq!(facts(&one("a.xml", atom)), "T | Hill Wire | – | – | –");
}

#[test]
fn what_an_aggregator_passes_on_has_its_own_outlet() {
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Google Alert - cable car</title><id>1</id><updated>2020-05-06T00:00:00Z</updated><entry><title type=\"html\">&lt;b&gt;Cable car&lt;/b&gt; returns - Hill Wire</title><id>2</id><link href=\"https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://hill.example/a%3Fb&amp;ct=ga\"/><published>2020-05-06T07:00:00Z</published><updated>2020-05-06T07:00:00Z</updated><content type=\"html\">x</content></entry></feed>";
    let read = one("a.xml", atom);
    assert!(
        facts(&read).starts_with("Cable car returns | Hill Wire |"),
        "{}",
        facts(&read)
    );
    assert_eq!(read.url.unwrap().value, "https://hill.example/a?b");
}

#[test]
fn a_declared_encoding_is_honoured_once() {
    let (title, word) = ("Канатная дорога", "Гора");
    let rss = format!(
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss version=\"2.0\"><channel><title>{word}</title><link>https://x.example/</link><description>d</description><item><title>{title}</title><description>x</description></item></channel></rss>"
    );
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&rss);
    assert!(facts(&one("a.xml", &*bytes)).starts_with(&format!("{title} | {word}")));
    let rss = rss
        .replace("windows-1251", "EUC-KR")
        .replace(title, "케이블카 재개")
        .replace(word, "산");
    let (bytes, _, _) = encoding_rs::EUC_KR.encode(&rss);
    assert!(facts(&one("a.xml", &*bytes)).starts_with("케이블카 재개 | 산"));
    let html = format!(
        "<html><head><meta charset=\"macintosh\"><title>Café du Drum</title></head><body><p>{P}</p></body></html>"
    );
    let (bytes, _, _) = encoding_rs::MACINTOSH.encode(&html);
    assert!(facts(&one("a.html", &*bytes)).starts_with("Café du Drum"));
    let html = html
        .replace("macintosh", "iso-8859-15")
        .replace("Café", "Œuvre à 5 €");
    let (bytes, _, _) = encoding_rs::ISO_8859_15.encode(&html);
    assert!(facts(&one("a.html", &*bytes)).starts_with("Œuvre à 5 € du Drum"));
}

#[test]
fn html_in_markdown_is_text() {
    let read = one(
        "a.md",
        format!("{P}\n\n<p>The mayor resigned on March 1, 2021.</p>\n\n{P}\n"),
    );
    assert!(
        read.text
            .contains("\n\nThe mayor resigned on March 1, 2021.\n\n"),
        "{}",
        read.text
    );
    let read = one(
        "a.md",
        "The car stopped on March 1, 2021.<br>The mayor <b>resigned</b>.\n",
    );
    assert_eq!(
        read.text,
        "The car stopped on March 1, 2021.\nThe mayor resigned."
    );
    let read = one(
        "a.md",
        "The car stopped on Wednesday[^1].\n\n[^1]: So the operator said.\n",
    );
    assert!(
        read.text.starts_with("The car stopped on Wednesday.\n"),
        "{}",
        read.text
    );
    assert!(read.text.contains("So the operator said."));
}

#[test]
fn databases_keep_dates_in_headlines_and_covers_apart() {
    let entry = format!(
        "Rebuilding after May 2, 2020: part 1\nThe Plains Herald\nMarch 3, 2021 Wednesday\nLength: 44 words\nByline: Ruth Adler\n\nBody\n\n{P}\nEnd of Document\n"
    );
    let expected =
        "Rebuilding after May 2, 2020: part 1 | The Plains Herald | Ruth Adler | 2021-03-03 | –";
    assert_eq!(facts(&one("a.txt", entry.clone())), expected);
    let cover = "User Name: =\nDate and Time: = Monday, March 8, 2021 10:00:00 AM\nJob Number: = 1234567\n\nDocuments (1)\n\n1. Rebuilding after May 2, 2020: part 1\n\n";
    assert_eq!(facts(&one("a.txt", format!("{cover}{entry}"))), expected);
    let old = format!(
        "1 of 1 DOCUMENTS\n\nThe Plains Herald\n\nNovember 9, 2015 Monday\n FIRST EDITION\n\nTown counts the cost\n\nBYLINE: Ruth Adler\n\nLENGTH: 44 words\n\n{P}\n"
    );
    assert_eq!(
        facts(&one("a.txt", old)),
        "Town counts the cost | The Plains Herald | Ruth Adler | 2015-11-09 | –"
    );
    let shown = format!(
        "Town counts the cost\nRuth Adler\n1,044 words\n9 November 2015\n06:00\nThe Plains Herald\nPLAINH\nEnglish\nCopyright 2015 The Plains Herald\n{P}\nDocument PLAINH0020151109eb9000001\n"
    );
    assert_eq!(
        facts(&one("a.txt", shown)),
        "Town counts the cost | The Plains Herald | Ruth Adler | 2015-11-09 | –"
    );
    let record =
        "TY  - NEWS\nTI  - T\nT2  - A subtitle\nJO  - The Plains Herald\nDA  - 2015/11/09\nER  -\n";
    assert!(facts(&open_one("a.ris", record).articles[0]).starts_with("T | The Plains Herald"));
}

#[test]
fn fields_are_read_in_other_languages() {
    for (date, expected) in [
        ("3 mars 2019", "2019-03-03"),
        ("Mi, 05 Dez 2018 10:00:00 GMT", "2018-12-05T10:00:00"),
        ("4. März 2021", "2021-03-04"),
        ("4 de marzo de 2021", "2021-03-04"),
        ("2021年3月4日", "2021-03-04"),
    ] {
        let read = json(&format!(r#""title":"T","text":"x","date":"{date}""#));
        assert!(
            read.published
                .unwrap()
                .value
                .to_string()
                .starts_with(expected),
            "{date}"
        );
    }
    let german = format!(
        "1 of 1 DOCUMENTS\n\nBergpost\n\n4. März 2021\n\nDie Bahn fährt wieder\n\nAutor: Ines Roth\n\nLänge: 60 Wörter\n\n{P}\n"
    );
    let read = facts(&one("a.txt", german));
    assert!(
        read.starts_with("Die Bahn fährt wieder | Bergpost | Ines Roth"),
        "{read}"
    );
    // What only looks like an export is a text.
    let text = format!("Length: 3 words\n\n{P}\n\n{P}\n\nLoad-Date: none\n");
    assert_eq!(open_one("a.txt", text).articles.len(), 1);
}

#[test]
fn a_stamp_of_digits_has_its_time() {
    let html = format!(
        "<html><head><meta property=\"og:regDate\" content=\"20210304180111\"><title>T</title></head><body><p>{P}</p></body></html>"
    );
    assert_eq!(
        one("a.html", html).published.unwrap().value.to_string(),
        "2021-03-04T18:01:11"
    );
}

#[test]
fn narrow_columns_are_paragraphs() {
    let mut lines = String::new();
    for (i, word) in format!("{P} {P}").split(' ').enumerate() {
        lines.push_str(word);
        lines.push(if i % 6 == 5 { '\n' } else { ' ' });
    }
    let read = one(
        "a.txt",
        format!("Cable car returns to the Drum\n\nBy Ines Roth\nMay 6, 2020\n\n{lines}\n"),
    );
    assert_eq!(
        facts(&read),
        "Cable car returns to the Drum | – | Ines Roth | 2020-05-06 | –"
    );
    assert_eq!(blocks(&read, BlockKind::Paragraph).len(), 1);
}

#[test]
fn places_where_a_word_may_break_are_no_part_of_it() {
    let html = format!(
        "<html><body><article><p>The car stopped on Wed&shy;nes\u{ad}day.</p><p>{P}</p><p>{P}</p></article></body></html>"
    );
    assert!(one("a.html", html).text.contains("on Wednesday."));
}

#[test]
fn a_korean_page_has_its_facts() {
    let body = "운영사는 2018년 3월 2일 케이블에서 녹을 발견하고 운행을 중단했다.\n\n시의회는 두 개의 새 케이블 비용을 지불하기로 결정했다.\n";
    let read = one(
        "a.txt",
        format!("케이블카 2년 만에 재개\n\n홍길동 기자\n승인 2020.05.06 18:01\n\n{body}"),
    );
    assert_eq!(
        facts(&read),
        "케이블카 2년 만에 재개 | – | 홍길동 | 2020-05-06T18:01 | –"
    );
}
