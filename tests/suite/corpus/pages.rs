//! Text as copied from pages: who, when, where, and what is known only by inference.

use chrono::NaiveDate;
use dateline::corpus::{BlockKind, Corpus, Source};

use super::{blocks, document, facts, open, open_one, options};

const BODY: &str = "The bridge was closed on Monday after a storm had damaged two of its pillars, the city said in a statement.\n\nIt will stay closed until the end of the summer, according to the engineers who looked at it.\n";

fn page(head: &str) -> String {
    let corpus = open_one("a.txt", format!("{head}\n\n{BODY}"));
    facts(&corpus.articles[0])
}

#[test]
fn bylines_and_stamps() {
    let title = "Bridge closed after storm damages its pillars";
    for (head, expected) in [
        (
            "By Ann Lee and Bo Ek\nPublished May 3, 2021",
            "Ann Lee, Bo Ek | 2021-05-03",
        ),
        (
            "BY ANN LEE [ann@example.org] 2021-05-03 10:11",
            "Ann Lee | 2021-05-03T10:11",
        ),
        (
            "Ann Lee | May 3, 2021 4:05 PM EST",
            "Ann Lee | 2021-05-03T16:05-05:00",
        ),
        ("Ann Lee\nMay 3, 2021", "Ann Lee | 2021-05-03"),
        (
            "ByAnn LeePublished: Mon 3 May 2021 15.30 BST",
            "Ann Lee | 2021-05-03T15:30",
        ),
        (
            "Ann Lee Staff Writer\n3 May 20219 May 2021",
            "Ann Lee | 2021-05-03",
        ),
        ("21/05/2021 by Ann Lee", "Ann Lee | 2021-05-21"),
        (
            "Updated: May 9, 2021\nPublished: May 3, 2021",
            "– | 2021-05-03",
        ),
        ("July 11, 2023 4:30 PM GMT+2", "– | 2023-07-11T16:30+02:00"),
        ("2023-07-11 16:30 UTC+05:30", "– | 2023-07-11T16:30+05:30"),
        (
            "입력 2023.07.11. 오후 4:40  수정 2023.07.12. 오전 9:12",
            "– | 2023-07-11",
        ),
        ("등록 2023.07.11", "– | 2023-07-11"),
        // Two readings and nothing that decides between them: silence.
        ("03/05/2021", "– | –"),
        ("03/05/2021 2:00 PM GMT", "– | 2021-05-03"),
    ] {
        let found = page(&format!("{title}\n\n{head}"));
        let mut parts = found.split(" | ");
        assert_eq!(parts.next(), Some(title), "{head}");
        let rest: Vec<&str> = parts.skip(1).take(2).collect();
        let rest = rest.join(" | ");
        assert!(rest.starts_with(expected), "{head}: {rest}");
    }
}

#[test]
fn datelines() {
    for (head, place) in [
        ("SEOUL, June 26 (AJP) - ", "SEOUL, June 26 (AJP)"),
        ("WASHINGTON (AP) — ", "WASHINGTON (AP)"),
        ("WASHINGTON — ", "WASHINGTON"),
        ("NEW DELHI: ", ""),
        ("(KRON) – ", "(KRON)"),
        ("BATTLE CREEK, Mich. -- ", "BATTLE CREEK, Mich."),
        (
            "RIVERTON, N.J. (July 11, 2023) - ",
            "RIVERTON, N.J. (July 11, 2023)",
        ),
        ("Nairobi (Kenya) (AFP) – ", "Nairobi (Kenya) (AFP)"),
        ("Brussels, February 11\n\n", "Brussels, February 11"),
        ("FILE - ", ""),
    ] {
        let corpus = open_one(
            "a.txt",
            format!("Bridge closed after storm\n\n{head}{BODY}"),
        );
        let found = blocks(&corpus.articles[0], BlockKind::Dateline).join("");
        assert_eq!(found, place, "{head}");
    }
}

/// An article with a day but no year at its head.
fn yearless() -> Vec<u8> {
    format!("Bridge closed after storm\n\nBrussels, February 11\n\n{BODY}").into()
}

#[test]
fn a_year_is_inferred_where_something_decides_it() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let undated = open(vec![document("d/a.txt", yearless())]);
    assert_eq!(undated.articles[0].published, None);
    assert!(
        undated.articles[0]
            .doubts()
            .iter()
            .any(|doubt| doubt.reason.contains("no date"))
    );

    let mut changed = document("d/a.txt", yearless());
    changed.modified = Some(day(2024, 2, 12));
    let corpus = Corpus::open(vec![changed], options(true));
    let published = corpus.articles[0].published.as_ref().unwrap();
    assert_eq!(
        (published.value.date, published.source),
        (day(2024, 2, 11), Source::Inferred)
    );

    // Unpacked years later: the file's day says nothing.
    let mut unpacked = document("d/a.txt", yearless());
    unpacked.modified = Some(day(2026, 11, 1));
    assert_eq!(
        Corpus::open(vec![unpacked], options(true)).articles[0].published,
        None
    );

    // Another article tells it where it is of the same story, and not because it lies there.
    let mate = |story: &str| {
        format!("Storm nears the coast\n\nPublished February 9, 2023\n\n{BODY}\n{story}\n")
    };
    let story =
        "The engineer Ann Lee of the Harbour Bureau went with mayor Bo Ek to the Norwick Bridge.";
    let corpus = open(vec![
        document("d/a.txt", [yearless(), story.into()].concat()),
        document("d/b.txt", mate("")),
    ]);
    assert_eq!(corpus.articles[0].published, None);
    let corpus = open(vec![
        document("d/a.txt", [yearless(), story.into()].concat()),
        document("d/b.txt", mate(story)),
    ]);
    let published = corpus.articles[0].published.as_ref().unwrap();
    assert_eq!(published.value.date, day(2023, 2, 11));
    assert!(published.reason.as_ref().unwrap().contains("d/b.txt"));
    assert_eq!(corpus.articles[0].doubts().len(), 1);
}

/// The date of an article with this head and text, alone in its folder.
fn dated(head: &str, more: &str) -> String {
    let text = format!("Bridge closed after storm\n\n{head}\n\n{BODY}\n{more}\n");
    let corpus = open_one("d/a.txt", text);
    match &corpus.articles[0].published {
        Some(date) => format!(
            "{} {:?} {}",
            date.value,
            date.source,
            date.reason.clone().unwrap_or_default()
        ),
        None => "none".to_owned(),
    }
}

#[test]
fn weekdays_decide_among_the_years_that_the_text_leaves_open() {
    // 11 July was a Tuesday in 2023; in 2024 to 2026 it was not.
    let since = "The bridge was last repaired in 2023, when the council paid for new pillars.";
    for head in [
        "VILNIUS, Tuesday, July 11",
        "Tuesday, July 11",
        "VILNIUS, July 11",
    ] {
        let more = format!("{since} It had been inspected on Monday, July 10, the city said.");
        let found = dated(head, &more);
        assert!(
            found.starts_with("2023-07-11 Inferred the only year from 2023"),
            "{head}: {found}"
        );
    }
    // Two years fit: 2015 and 2026. One that is ruled out by its weekday: none is left.
    assert_eq!(
        dated(
            "Saturday, July 11",
            "It was built in 2015, and it was painted blue that year."
        ),
        "none"
    );
    assert_eq!(dated("VILNIUS, Monday, July 11", since), "none");
    // The file's day and the mates count no more where the weekday is wrong.
    let wrong = format!("Bridge closed after storm\n\nVILNIUS, Friday, July 11\n\n{BODY}");
    let mut file = document("d/a.txt", wrong);
    file.modified = NaiveDate::from_ymd_opt(2023, 7, 12);
    let corpus = Corpus::open(vec![file], options(true));
    assert_eq!(corpus.articles[0].published, None);
}

#[test]
fn an_old_date_in_the_text_is_not_the_year_of_the_report() {
    let old = "On July 2, 2012, the old bridge fell into the river, and no one was hurt in it.";
    assert_eq!(
        dated(
            "VILNIUS, July 11",
            &format!("{old} The new one was opened in 2019, they said.")
        ),
        "none"
    );
    let new = "The storm of July 9, 2019 was the worst in years, and the river is still high.";
    assert!(
        dated("VILNIUS, July 11", new).starts_with("2019-07-11 Inferred year of “July 9, 2019”")
    );
}

#[test]
fn comments_and_lists_of_links_are_furniture() {
    let text = format!(
        "Home\nNews\n  • World\n  • Sport\n\nBridge closed after storm damages its pillars\n\nBy Ann Lee\n\n{BODY}\nShare this article\n\n12 Comments\n\nbob\nThis is a disgrace, and the city has known it for years but did nothing at all about it.\n\nalice\nI walked over it yesterday and it was fine, so I do not know what they are talking about.\n\nRelated\n\nTen things to know about the storm\nWhy the pillars of the old bridge were weak\n"
    );
    let corpus = open_one("a.txt", text);
    let article = &corpus.articles[0];
    assert_eq!(blocks(article, BlockKind::Paragraph).len(), 2);
    let furniture = blocks(article, BlockKind::Furniture).join("\n");
    for words in [
        "Home",
        "disgrace",
        "walked over it",
        "Ten things",
        "Share this",
    ] {
        assert!(furniture.contains(words), "{words}");
    }
}

#[test]
fn lines_broken_at_a_fixed_width_are_one_paragraph() {
    let text = "Bridge closed after storm\n\nThe bridge was closed on Monday after a storm had\ndamaged two of its pillars, the city said in a\nstatement that was read to reporters at noon, and\nwill stay closed.\n\nThe engineers who looked at it spoke of months, and\nasked for patience in a letter to the council that\nwas published on its page.\n";
    let corpus = open_one("a.txt", text);
    let found = blocks(&corpus.articles[0], BlockKind::Paragraph);
    assert_eq!(found.len(), 2);
    assert!(found[0].ends_with("will stay closed."));
}

/// The furniture and the body of a page of these lines.
fn parted(text: String) -> (String, String) {
    let corpus = open_one("a.txt", text);
    let article = &corpus.articles[0];
    (
        blocks(article, BlockKind::Furniture).join("\n"),
        blocks(article, BlockKind::Paragraph).join("\n"),
    )
}

#[test]
fn readers_who_wrote_more_than_the_article_are_not_the_article() {
    let comment = "  • Bo Ek on May 4, 2021 at 4:47 pm said:\n\n    I have walked over it for years, and it was always clear to me that the pillars were too thin for the trucks that they let on it.\n\n";
    let (furniture, body) = parted(format!(
        "Bridge closed after storm damages its pillars\n\n| by Ann\n\n{BODY}\nTell us in the comments what you think of it, or write to us at desk@example.org if you would rather not be read by others.\n\nComments\n\n{}",
        comment.repeat(12)
    ));
    assert!(body.contains("two of its pillars, the city said"), "{body}");
    assert!(!body.contains("walked over it"), "{body}");
    assert!(furniture.contains("walked over it"));
}

#[test]
fn consent_and_statements_of_the_site_are_furniture() {
    let consent = "When you visit our website, we store cookies on your browser to collect information. The cookies might relate to you, your preferences or your device, and are mostly used to make the site work as you expect it to.\n\n";
    for words in [
        consent,
        "We may earn a commission when you buy through links on our pages, which does not change what we say of a product.\n",
        "This story has been updated with what the city said about the engineers at noon.\n",
        "Jane Doe writes about bridges and towns for this paper and lives near the river.\n",
        "Prize-winning journalist Jane Doe writes a column that appears every Sunday in print.\n",
    ] {
        let (furniture, body) = parted(format!(
            "Bridge closed after storm damages its pillars\n\n{BODY}\nThe mayor, who was on the bridge at the time, thanked those who had helped to clear it.\n\nA new one is planned, but it is not known when it can be built or who is to pay for it.\n\nThe ferry will run from six in the morning to ten at night until then, the city said.\n\n{words}"
        ));
        assert!(furniture.contains(words.trim()), "{words}: {body}");
        assert!(body.contains("to ten at night"), "{words}: {body}");
    }
}

#[test]
fn a_heading_within_the_report_is_not_its_headline() {
    let (_, body) = parted(format!(
        "{BODY}\nThe mayor, who was on the bridge at the time, thanked those who had helped to clear it of the cars.\n\nSo when will the bridge be open again?\n\nThe engineers say that the pillars of the bridge will be looked at in June, and the bridge may open in August.\n"
    ));
    assert!(
        body.starts_with("The bridge was closed on Monday"),
        "{body}"
    );
}

#[test]
fn the_line_above_a_dateline_is_the_headline_however_short() {
    let report = BODY.strip_prefix("The").unwrap();
    let title = |head: &str, place: &str| {
        let text = format!("{head}\n\n{place}The{report}");
        facts(&open_one("a.txt", text).articles[0])
            .split(" | ")
            .next()
            .map(str::to_owned)
    };
    let told = "SOFIA, May 4, 2021 (Reuters) - ";
    assert_eq!(title("Bridge shut", told).as_deref(), Some("Bridge shut"));
    assert_eq!(title("Bridge shut", "").as_deref(), Some("–"));
    assert_eq!(title("World news", told).as_deref(), Some("–"));
}

#[test]
fn references_in_a_plain_headline_are_decoded() {
    let found = page(
        "&#8216;Bridge closed&#8217; after storm &amp; flood damage its pillars\n\nBy Ann Lee",
    );
    assert!(
        found.starts_with("‘Bridge closed’ after storm & flood damage its pillars |"),
        "{found}"
    );
}

#[test]
fn an_outlet_is_named_only_where_the_page_is_sure_of_it() {
    let title = "Bridge closed after storm damages its pillars";
    for (head, foot, outlet) in [
        (
            "",
            "© 2025 The Korea Herald. All rights reserved.",
            "The Korea Herald",
        ),
        (
            "EBONY",
            "Copyright ©2023 EBONY. All Rights Reserved.",
            "EBONY",
        ),
        (
            "By Ann Lee (ann@koreaherald.com)",
            "Read more in The Korea Herald",
            "Korea Herald",
        ),
        // A parent company, a wire, a free address, a name that nothing vouches for.
        (
            "",
            "© 2023 Penske Business Media, LLC. All rights reserved.",
            "–",
        ),
        (
            "",
            "Copyright 2023 The Associated Press. All rights reserved.",
            "–",
        ),
        ("By Ann Lee (ann@gmail.com)", "Write to Gmail", "–"),
        ("", "© 2023 Ziff Davis, LLC. All rights reserved.", "–"),
    ] {
        let text = format!("{head}\n\n{title}\n\n{head}\n\n{BODY}\n\n{foot}\n");
        let corpus = open_one("a.txt", text);
        let line = facts(&corpus.articles[0]);
        assert_eq!(line.split(" | ").nth(1), Some(outlet), "{foot}: {line}");
    }
    let found = page(&format!("{title} | The Harbour Gazette\n\nBy Ann Lee"));
    assert!(
        found.starts_with(&format!("{title} | The Harbour Gazette")),
        "{found}"
    );
}

#[test]
fn the_mark_of_a_later_version_is_no_part_of_a_headline() {
    for mark in ["(LEAD) ", "(2nd LD) ", ""] {
        let found = page(&format!(
            "{mark}Bridge closed after storm damages its pillars\n\nBy Ann Lee"
        ));
        assert!(found.starts_with("Bridge closed after"), "{found}");
    }
}

#[test]
fn stamps_behind_long_bylines_and_roles_are_the_articles() {
    for (head, expected) in [
        // The words before the last separator speak of themselves.
        (
            "By Ann Lee, in News, Travel, Business, Property, Tourism, Money · 3 May 2021, 20:02 · 0 Comments",
            "2021-05-03T20:02",
        ),
        (
            "By Ann Lee - The Upper Valley Evening Times and Post - Monday, May 3, 2021",
            "2021-05-03",
        ),
        // A role is not the credit of a picture.
        (
            "Ann LeeWriterManufacturerPhotographerBo EkIllustrator\nMay 3, 2021",
            "2021-05-03",
        ),
        ("Photo taken\nMay 3, 2021", "–"),
        (
            "• Ann Lee\n• Published: 11:25, 3 May 2021",
            "2021-05-03T11:25",
        ),
    ] {
        let title = "Bridge closed after storm damages its pillars";
        let read = page(&format!("{title}\n\n{head}"));
        assert_eq!(read.split(" | ").nth(3), Some(expected), "{head}");
    }
}

#[test]
fn a_labelled_day_counts_wherever_the_page_shows_it() {
    let lines = "Harbour page\n".repeat(40);
    let text = format!(
        "Bridge closed after storm damages its pillars\n\n{BODY}\n{lines}• Published: 3 May 2021\n"
    );
    let corpus = open_one("a.txt", text.clone());
    assert_eq!(
        corpus.articles[0]
            .published
            .as_ref()
            .unwrap()
            .value
            .to_string(),
        "2021-05-03"
    );
    let corpus = open_one("a.txt", text + "• Published: 4 May 2021\n");
    assert!(corpus.articles[0].published.is_none());
}

#[test]
fn stamps_of_a_list_of_articles_are_not_the_articles() {
    let list = "Feb 17, 2021,07:00am EST\nHow the harbour lost its last crane\n\
        Feb 16, 2021,05:30am EST\nStorm over the bridge of the northern line\n\
        Feb 15, 2021,07:14pm EST\nPillars damaged as the storm closed in\n\
        Feb 14, 2021,05:25pm EST\nA long walk across the old bridge\n";
    let title = "Bridge closed after storm damages its pillars";
    let read = page(&format!(
        "{list}Edit\n\n{title}\n\nAnn Lee\nSenior Contributor\nJan 3, 2021,03:53am EST"
    ));
    assert_eq!(
        read,
        format!("{title} | – | Ann Lee | 2021-01-03T03:53-05:00 | –")
    );
}

#[test]
fn what_the_page_calls_its_article_is_the_headline() {
    let text = format!(
        "Town\n\nHill town loses its only crossing\n\nStorm damages two pillars of the bridge and the city closes it for the summer\n\nBy Ann Lee\nImage for article titled Hill town loses its only crossing\n\n{BODY}"
    );
    let corpus = open_one("a.txt", text);
    assert_eq!(
        corpus.articles[0].title.as_ref().unwrap().value,
        "Hill town loses its only crossing"
    );
}

#[test]
fn furniture_is_no_headline() {
    let title = "Storm closes bridge";
    for furniture in [
        "Get the Bridge Report and other city newsletters",
        "COMMENTARY City Bridges",
    ] {
        let text = format!(
            "• City Bridges\n• Harbours\n\n{title}\n\n{furniture}\n\nMay 3, 2021\n\n{BODY}"
        );
        let corpus = open_one("a.txt", text);
        assert_eq!(
            corpus.articles[0].title.as_ref().unwrap().value,
            title,
            "{furniture}"
        );
    }
}

#[test]
fn a_dialogue_of_consent_is_furniture_whatever_it_calls_itself() {
    let dialogue = "If you have enabled privacy controls on your browser, such as a plugin, we have to take that as a request to opt-out, and the ads that our advertising partners show you will not follow your interests on our website.\n\n".repeat(6);
    let title = "Bridge closed after storm damages its pillars";
    let corpus = open_one(
        "a.txt",
        format!("{title}\n\nMay 3, 2021\n\n{BODY}\n{dialogue}"),
    );
    let article = &corpus.articles[0];
    assert_eq!(article.title.as_ref().unwrap().value, title);
    assert_eq!(blocks(article, BlockKind::Paragraph).len(), 2);
}
