//! An archive made by hand of everything that makes an export hard: headlines that other
//! programs would obey, Hangul, ranges, dates that are planned, inferred, approximate, or told
//! differently, a copy, an article without a date.

use dateline::{
    corpus::{Article, BlockKind, Source},
    temporal::{Certainty, Date, Granularity, Rule, Timestamp, Timex},
    text::Span,
    timeline::{Actor, ActorKind, Event, Phase, Role, Telling, Timeline, value_of},
};

use crate::fixture::{article, day, fact, span, timex};

static RULE: Rule = Rule {
    name: "as written",
    doc: "What is written in full.",
    example: "11 July 2023",
    source: "ISO 8601",
};

const FERRY: &str = "The night ferry for <i>Tórshavn</i> left its berth on Tuesday, *bold* and \
    [linked](javascript:alert(1)); \"mayors\" of 부산 & Tórshavn met on June 29-30, 2022.";
const POST: &str = "=SUM(A1:A9) | The ferry was to sail on 15 May 2024. Plans go back to about \
    March 2015, and the harbour is to be finished in 2035.";
const NEWS: &str = "부산과 토르스하운을 잇는 야간 여객선이 매주 두 번 운항할 예정이며 시민들은 이 소식을 크게 반겼다고 항만 관계자가 전했다.";

fn granular(from: (i32, u32, u32), to: (i32, u32, u32), granularity: Granularity) -> Date {
    Date {
        first: day(from.0, from.1, from.2),
        last: day(to.0, to.1, to.2),
        granularity,
        certainty: Certainty::Exact,
        range: false,
    }
}

fn articles() -> Vec<Article> {
    let paragraph = |path: &str, text: &str| article(path, &[(BlockKind::Paragraph, text)]);
    let text = |value: &str| fact(value.to_owned(), Source::Text, None);
    let mut ferry = paragraph("clippings/ferry.txt", FERRY);
    ferry.title = text(
        "=HYPERLINK(\"https://bad.example\",\"<script>alert(1)</script>\") <img src=x onerror=alert(2)>",
    );
    ferry.outlet = text("Harbour & Sons {100%}; \"Daily\"");
    let authors = vec!["Kim Ha-neul".to_owned(), "Jan van der Berg".to_owned()];
    ferry.authors = fact(authors, Source::Text, None);
    ferry.published = fact(Timestamp::day(day(2024, 5, 15)), Source::Text, None);
    ferry.url = text("https://example.org/기사?a=1&b=\"><script>alert(3)</script>");
    let mut post = paragraph("clippings/post.txt", POST);
    post.agency = text("Island Press");
    post.published = fact(
        Timestamp::day(day(2024, 5, 14)),
        Source::Inferred,
        Some("the file was last changed then"),
    );
    post.url = text("javascript:alert(4)");
    let mut copy = paragraph("clippings/copy.txt", FERRY);
    copy.title = text("@everyone: night ferry\u{202e} #1 ```mermaid %%");
    copy.outlet = text("Second Daily");
    copy.authors = fact(vec!["Second Daily".to_owned()], Source::Text, None);
    copy.published = fact(Timestamp::day(day(2024, 5, 16)), Source::Text, None);
    let mut news = paragraph("clippings/news.txt", NEWS);
    news.title = text("야간 여객선, 매주 두 번");
    news.authors = fact(vec!["김하늘".to_owned()], Source::Text, None);
    vec![ferry, post, copy, news]
}

fn telling(articles: &[Article], article: usize, evidence: Span, timex: Timex) -> Telling {
    assert!(evidence.fits(&articles[article].text));
    Telling {
        article,
        evidence,
        date: timex.date.expect("dated"),
        timex,
        summary: String::new(),
        role: Role::Main,
        copy_of: None,
    }
}

fn event(id: &str, summary: &str, tellings: Vec<Telling>) -> Event {
    let date = tellings[0].date;
    Event {
        id: id.to_owned(),
        date,
        value: value_of(&date),
        summary: summary.to_owned(),
        phase: Phase::Past,
        role: Role::Main,
        actors: Vec::new(),
        place: None,
        tellings,
        conflict: false,
    }
}

/// The archive.
pub fn archive() -> Timeline {
    let articles = articles();
    let read = |article: usize, words: &str, date: Date, why: &str| {
        let text = &articles[article].text;
        let timex = timex(text, words, &value_of(&date), date, &RULE, why);
        telling(&articles, article, Span::new(0, text.len()), timex)
    };
    let about = Date {
        certainty: Certainty::Approximate,
        ..granular((2015, 3, 1), (2015, 3, 31), Granularity::Month)
    };
    let mut plan = event(
        "e0plan",
        "-1 + 1: plans; begin # %% {now} \\ ~ ^ _ $ <br/>",
        vec![read(
            1,
            "about March 2015",
            about,
            "month and year as written",
        )],
    );
    plan.role = Role::Background;
    let two_days = Date {
        range: true,
        ..granular((2022, 6, 29), (2022, 6, 30), Granularity::Day)
    };
    let mut meeting = event(
        "e0days",
        "Mayors meet, twice",
        vec![read(0, "June 29-30, 2022", two_days, "two days as written")],
    );
    meeting.place = Some("Tórshavn; harbour, \\pier 1".to_owned());
    let tuesday = Date::day(day(2024, 5, 14));
    let mut copied = read(2, "Tuesday", tuesday, "Tuesday before or on 2024-05-16");
    copied.copy_of = Some(0);
    let mut opening = event(
        "e0open",
        "Night ferry leaves <Busan> for Tórshavn\u{1b}[31m",
        vec![
            read(0, "Tuesday", tuesday, "Tuesday before or on 2024-05-15"),
            read(1, "15 May 2024", Date::day(day(2024, 5, 15)), "as written"),
            copied,
        ],
    );
    opening.conflict = true;
    opening.actors = ["김하늘", "O'Neil | Sons"]
        .map(|name| Actor {
            name: name.to_owned(),
            kind: ActorKind::Person,
        })
        .to_vec();
    let mut news = event("e0news", NEWS, vec![published_news(&articles)]);
    news.phase = Phase::Planned;
    let year = granular((2035, 1, 1), (2035, 12, 31), Granularity::Year);
    let mut harbour = event(
        "e0year",
        "Harbour to be finished",
        vec![read(1, "2035", year, "year as written")],
    );
    harbour.phase = Phase::Planned;
    let timexes = vec![Vec::new(); articles.len()];
    Timeline {
        title: "Ferries </title><script>alert(5)</script> & co".to_owned(),
        span: Some((day(2015, 1, 1), day(2025, 12, 31))),
        timexes,
        articles,
        events: vec![plan, meeting, opening, news, harbour],
        ..Timeline::default()
    }
}

/// What is dated by the day of publication alone: no words give the date.
fn published_news(articles: &[Article]) -> Telling {
    let quarter = Date {
        certainty: Certainty::Inferred,
        ..granular((2025, 7, 1), (2025, 9, 30), Granularity::Quarter)
    };
    let text = &articles[3].text;
    let mut timex = timex(
        text,
        "부산",
        "2025-Q3",
        quarter,
        &RULE,
        "from its publication",
    );
    let whole = Span::new(0, text.len());
    timex.span = Span::new(0, 0);
    telling(articles, 3, whole, timex)
}

/// The archive with these words in every place that text from outside comes into.
pub fn of(words: &str) -> Timeline {
    let mut archive = archive();
    words.clone_into(&mut archive.title);
    let body = format!("{words} on Tuesday {words}");
    for article in &mut archive.articles {
        article.text.clone_from(&body);
        article.blocks.clear();
        article.title = fact(words.to_owned(), Source::Text, None);
        article.outlet = fact(words.to_owned(), Source::Text, None);
        article.authors = fact(vec![words.to_owned()], Source::Text, None);
        article.url = fact(format!("https://example.org/{words}"), Source::Text, None);
    }
    for event in &mut archive.events {
        words.clone_into(&mut event.summary);
        event.place = Some(words.to_owned());
        event.actors = vec![Actor {
            name: words.to_owned(),
            kind: ActorKind::Person,
        }];
        for telling in &mut event.tellings {
            telling.evidence = Span::new(0, body.len());
            telling.timex.span = span(&body, "Tuesday");
            telling.timex.explanation = words.to_owned().into();
        }
    }
    archive
}
