//! A timeline in which one text stands wherever a text can stand.

use std::sync::Arc;

use chrono::NaiveDate;
use dateline::{
    corpus::{Article, Block, BlockKind, Fact, Source, Warning},
    temporal::{Certainty, Date, Granularity, Rule, Timestamp, Timex, TimexType},
    text::Span,
    timeline::{Actor, ActorKind, Event, Phase, Role, Telling, Timeline},
};

static RULE: Rule = Rule {
    name: "full date",
    doc: "as written",
    example: "14 May 2024",
    source: "ISO 8601",
};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, 14).expect("a day")
}

fn fact<T>(value: T, reason: &str) -> Option<Fact<T>> {
    Some(Fact {
        value,
        source: Source::Dossier,
        span: None,
        reason: Some(reason.to_owned()),
    })
}

/// The timeline in this costume.
pub fn of(text: &str) -> Arc<Timeline> {
    let articles = vec![article(text, true), article(text, false)];
    let timex = timex(&articles[0].text, text);
    let telling = |article: usize| Telling {
        article,
        evidence: articles[article].blocks[1].span,
        timex: timex.clone(),
        date: timex.date.unwrap_or_else(|| Date::day(day())),
        summary: text.to_owned(),
        role: Role::Main,
        copy_of: None,
    };
    let event = |id: &str, granularity, phase| Event {
        id: id.to_owned(),
        date: Date {
            granularity,
            certainty: Certainty::Inferred,
            ..Date::day(day())
        },
        value: text.to_owned(),
        summary: text.to_owned(),
        phase,
        role: Role::Main,
        actors: vec![Actor {
            name: text.to_owned(),
            kind: ActorKind::Country,
        }],
        place: Some(text.to_owned()),
        tellings: vec![telling(0), telling(1)],
        conflict: true,
    };
    Arc::new(Timeline {
        reasons: Vec::new(),
        title: text.to_owned(),
        span: None,
        timexes: vec![vec![timex.clone()], vec![timex.clone()]],
        events: vec![
            event("one", Granularity::Day, Phase::Past),
            event("two", Granularity::Month, Phase::Planned),
        ],
        warnings: vec![Warning {
            path: text.to_owned(),
            line: Some(1),
            reason: text.to_owned(),
            fix: Some(text.to_owned()),
            skipped: false,
            lost: true,
        }],
        articles,
    })
}

fn article(text: &str, dated: bool) -> Article {
    let mut article = Article::new(format!("folder/{text}/{text}.txt"), "");
    for kind in [
        BlockKind::Headline,
        BlockKind::Paragraph,
        BlockKind::Furniture,
        BlockKind::Caption,
        BlockKind::Quote,
    ] {
        let start = article.text.len();
        article.text.push_str("14 May 2024 ");
        article.text.push_str(text);
        article.text.push_str(" 한국");
        let span = Span::new(start, article.text.len());
        article.blocks.push(Block { kind, span });
        article.text.push_str("\n\n");
    }
    article.title = fact(text.to_owned(), text);
    article.outlet = fact(text.to_owned(), text);
    article.agency = fact(text.to_owned(), text);
    article.authors = fact(vec![text.to_owned(), text.to_owned()], text);
    article.url = fact(text.to_owned(), text);
    if dated {
        article.published = fact(Timestamp::day(day()), text);
    }
    article
}

fn timex(article: &str, text: &str) -> Timex {
    // The words of the date, with the text: it is what a recogniser might have taken.
    let end = article.len().min(12 + text.len());
    Timex {
        span: Span::new(0, end),
        kind: TimexType::Date,
        value: text.to_owned(),
        modifier: None,
        bound: None,
        quant: None,
        freq: None,
        begin: None,
        end: None,
        date: Some(Date::day(day())),
        rule: &RULE,
        anchor: None,
        alternative: Some(text.into()),
        explanation: text.to_owned().into(),
    }
}
