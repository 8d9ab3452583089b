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

    let mate = format!("Storm nears the coast\n\nPublished February 9, 2023\n\n{BODY}");
    let corpus = open(vec![
        document("d/a.txt", yearless()),
        document("d/b.txt", mate),
    ]);
    let published = corpus.articles[0].published.as_ref().unwrap();
    assert_eq!(published.value.date, day(2023, 2, 11));
    assert!(published.reason.as_ref().unwrap().contains("d/b.txt"));
    assert_eq!(corpus.articles[0].doubts().len(), 1);
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
