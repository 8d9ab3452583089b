//! What many tests begin with: documents, today, and a timeline made by hand, for screens that
//! must not change with the extraction.

use std::{borrow::Cow, sync::Arc};

use chrono::NaiveDate;
use dateline::{
    corpus::{Article, Block, BlockKind, Corpus, Document, Fact, Options, Source, embedded},
    temporal::{
        Anchor, AnchorSource, Certainty, Date, Granularity, Rule, Timestamp, Timex, TimexType,
    },
    text::Span,
    timeline::{Actor, ActorKind, Event, Phase, Role, Telling, Timeline},
};

static WEEKDAY: Rule = Rule {
    name: "weekday",
    doc: "A weekday alone is the nearest one in the direction of the tense.",
    example: "on Tuesday",
    source: "TIMEX3 guidelines",
};
static FULL: Rule = Rule {
    name: "full date",
    doc: "Day, month and year as written.",
    example: "11 July 2023",
    source: "ISO 8601",
};

/// A document of these bytes.
pub fn document(path: &str, bytes: impl Into<Vec<u8>>) -> Document {
    Document {
        path: path.to_owned(),
        bytes: Cow::Owned(bytes.into()),
        modified: None,
    }
}

/// How documents are opened, on the day that the tests take for today.
pub fn options(dossier: bool) -> Options {
    Options {
        dossier,
        today: today(),
    }
}

/// The day that the tests take for today.
pub fn today() -> NaiveDate {
    day(2026, 11, 22)
}

/// The timeline of one document.
pub fn told(path: &str, bytes: impl Into<Vec<u8>>) -> Timeline {
    Timeline::build(Corpus::open(vec![document(path, bytes)], options(true)))
}

/// The timeline of the shipped dossier.
pub fn shipped() -> Timeline {
    Timeline::build(Corpus::open(embedded(), options(true)))
}

/// The timeline of an article of 14 May 2024 whose body is `body`.
pub fn week(body: &str) -> Timeline {
    let text = format!("# A week in the harbour towns\n\nMay 14, 2024\n\n{body}\n");
    told("article.md", text)
}

/// A day.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// Where `words` stand in `text`.
pub fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("words of the text");
    Span::new(start, start + words.len())
}

/// An article of blocks, each with its kind, a blank line between them.
pub fn article(path: &str, blocks: &[(BlockKind, &str)]) -> Article {
    let mut article = Article::new(path, "");
    for (kind, words) in blocks {
        if !article.text.is_empty() {
            article.text.push_str("\n\n");
        }
        let start = article.text.len();
        article.text.push_str(words);
        let span = Span::new(start, article.text.len());
        article.blocks.push(Block { kind: *kind, span });
    }
    article
}

/// Something known about an article, from `source`.
pub fn fact<T>(value: T, source: Source, reason: Option<&str>) -> Option<Fact<T>> {
    Some(Fact {
        value,
        source,
        span: None,
        reason: reason.map(str::to_owned),
    })
}

/// A date read from `words` of `text`.
pub fn timex(
    text: &str,
    words: &str,
    value: &str,
    date: Date,
    rule: &'static Rule,
    why: &str,
) -> Timex {
    Timex {
        span: span(text, words),
        kind: TimexType::Date,
        value: value.to_owned(),
        modifier: None,
        bound: None,
        quant: None,
        freq: None,
        begin: None,
        end: None,
        date: Some(date),
        rule,
        anchor: Some(Anchor {
            date: day(2024, 5, 15),
            source: AnchorSource::Published,
        }),
        alternative: (rule.name == "weekday").then(|| "2024-05-21".into()),
        explanation: why.to_owned().into(),
    }
}

fn month(year: i32, month: u32, last: u32, certainty: Certainty) -> Date {
    Date {
        first: day(year, month, 1),
        last: day(year, month, last),
        granularity: Granularity::Month,
        certainty,
        range: false,
    }
}

fn actor(name: &str, kind: ActorKind) -> Actor {
    Actor {
        name: name.to_owned(),
        kind,
    }
}

/// Three invented articles about a ferry line: two tell its opening, one of them a day apart
/// from the other, and one has no date.
pub fn ferries() -> Arc<Timeline> {
    let mut courier = article(
        "clippings/01_courier.txt",
        &[
            (BlockKind::Headline, "Night ferry to Tórshavn opens at last"),
            (BlockKind::Byline, "By Ása Nolsøe\n15 May 2024"),
            (
                BlockKind::Paragraph,
                "The night ferry between Busan and Tórshavn left its berth on Tuesday, nine years \
                 after it was promised and to the sound of two brass bands that had not agreed on a key.",
            ),
            (
                BlockKind::Paragraph,
                "“We have waited long enough,” harbour master 김하늘 told the guests. The line, \
                 planned since March 2015, is to run all year round. 부산과 토르스하운을 잇는 야간 \
                 여객선은 매주 두 번 운항한다.",
            ),
            (
                BlockKind::Furniture,
                "Share this article\nPrint\nMail\nRelated: how to pack for a storm",
            ),
            (
                BlockKind::Paragraph,
                "A second ship is expected around September 2025, the owners said; tickets for her \
                 first crossing were gone within an hour. Critics point to the harbour dues, which \
                 have doubled since the first plans, and to the herring.",
            ),
            (BlockKind::Furniture, "Comments (2)\nfirst!\nnice boat"),
        ],
    );
    courier.title = fact(
        "Night ferry to Tórshavn opens at last".to_owned(),
        Source::Text,
        None,
    );
    courier.outlet = fact("Harbour Courier".to_owned(), Source::Text, None);
    courier.authors = fact(vec!["Ása Nolsøe".to_owned()], Source::Text, None);
    courier.published = fact(Timestamp::day(day(2024, 5, 15)), Source::Text, None);
    let mut post = article(
        "clippings/02_post.txt",
        &[(
            BlockKind::Paragraph,
            "The ferry from Busan was due to sail on 15 May 2024, a spokeswoman for the line \
             confirmed by telephone.",
        )],
    );
    post.outlet = fact(
        "Island Post".to_owned(),
        Source::Dossier,
        Some("stamp on the clipping"),
    );
    post.published = fact(
        Timestamp::day(day(2024, 5, 14)),
        Source::Dossier,
        Some("stamp on the clipping"),
    );
    let note = article(
        "clippings/note.txt",
        &[(
            BlockKind::Paragraph,
            "Nobody remembers when the old ferry sank.",
        )],
    );
    timeline(vec![courier, post, note])
}

fn timeline(articles: Vec<Article>) -> Arc<Timeline> {
    let courier = &articles[0].text;
    let tuesday = timex(
        courier,
        "Tuesday",
        "2024-05-14",
        Date::day(day(2024, 5, 14)),
        &WEEKDAY,
        "Tuesday before or on 2024-05-15",
    );
    let march = month(2015, 3, 31, Certainty::Exact);
    let march = timex(
        courier,
        "March 2015",
        "2015-03",
        march,
        &FULL,
        "month and year as written",
    );
    let september = month(2025, 9, 30, Certainty::Approximate);
    let september = timex(
        courier,
        "September 2025",
        "2025-09",
        september,
        &FULL,
        "month and year as written",
    );
    let post = timex(
        &articles[1].text,
        "15 May 2024",
        "2024-05-15",
        Date::day(day(2024, 5, 15)),
        &FULL,
        "as written",
    );
    let telling = |article: usize, evidence: &str, timex: &Timex, summary: &str| Telling {
        article,
        evidence: span(&articles[article].text, evidence),
        timex: timex.clone(),
        date: timex.date.expect("dated"),
        summary: summary.to_owned(),
        role: Role::Main,
        copy_of: None,
    };
    let event = |id: &str, summary: &str, phase, tellings: Vec<Telling>| Event {
        id: id.to_owned(),
        date: tellings[0].date,
        value: tellings[0].timex.value.clone(),
        summary: summary.to_owned(),
        phase,
        role: Role::Main,
        actors: vec![
            actor("김하늘", ActorKind::Person),
            actor("Harbour Board of Tórshavn", ActorKind::Organisation),
        ],
        place: Some("Tórshavn".to_owned()),
        conflict: tellings.len() > 1,
        tellings,
    };
    let opening = vec![
        telling(
            0,
            "The night ferry between Busan and Tórshavn left its berth on Tuesday, nine years after \
             it was promised and to the sound of two brass bands that had not agreed on a key.",
            &tuesday,
            "Night ferry leaves Busan for Tórshavn",
        ),
        telling(
            1,
            "The ferry from Busan was due to sail on 15 May 2024",
            &post,
            "Ferry from Busan to sail",
        ),
    ];
    let plans = vec![telling(
        0,
        "The line, planned since March 2015, is to run all year round.",
        &march,
        "Plans for a night ferry begin",
    )];
    let second = vec![telling(
        0,
        "A second ship is expected around September 2025, the owners said",
        &september,
        "Second ship to join the line",
    )];
    let events = vec![
        event("plans", "Plans for a night ferry begin", Phase::Past, plans),
        event(
            "opening",
            "Night ferry leaves Busan for Tórshavn",
            Phase::Past,
            opening,
        ),
        event(
            "second",
            "Second ship to join the line",
            Phase::Planned,
            second,
        ),
    ];
    Arc::new(Timeline {
        reasons: Vec::new(),
        title: "Ferries".to_owned(),
        span: Some((day(2015, 1, 1), day(2025, 12, 31))),
        timexes: vec![vec![tuesday, march, september], vec![post], Vec::new()],
        articles,
        events,
        warnings: Vec::new(),
    })
}
