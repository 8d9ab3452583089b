//! Chronologies: what each date of a list dates.

use dateline::{
    corpus::{Article, BlockKind},
    temporal::Certainty,
};

use super::open_one;

const HEAD: &str = "How the cable car came back\n\nBy Ines Roth\nMay 6, 2020\n\nThe cable car went up the Drum again on Tuesday. Here is how the town got there.";

fn one(path: &str, text: impl Into<Vec<u8>>) -> Article {
    open_one(path, text).articles.remove(0)
}

/// The entries as "date…date text".
fn entries(article: &Article) -> Vec<String> {
    let entry = |entry: &dateline::corpus::DatedEntry| {
        let words = entry.text.of(&article.text);
        let first = words.split_whitespace().take(2).collect::<Vec<_>>();
        let last = words.rsplit(' ').next().unwrap_or_default();
        let inferred = if entry.date.certainty == Certainty::Inferred {
            "~"
        } else {
            ""
        };
        let (from, to) = (entry.date.first, entry.date.last);
        if from == to {
            format!("{inferred}{from} {} … {last}", first.join(" "))
        } else {
            format!("{inferred}{from}/{to} {} … {last}", first.join(" "))
        }
    };
    article.chronology.iter().map(entry).collect()
}

fn text(body: &str) -> Vec<String> {
    let article = one("a.txt", format!("{HEAD}\n\n{body}\n"));
    assert_eq!(
        article.published.as_ref().unwrap().value.to_string(),
        "2020-05-06",
        "{body}"
    );
    entries(&article)
}

const RUST: &str = "An inspector found rust in the cables and the town closed the line.";
const VOTE: &str = "The council voted to pay for two new cables after a long night.";

#[test]
fn a_date_with_a_mark_behind_it_dates_its_line() {
    let expected = ["2018-03-02 An inspector … line."];
    for mark in [": ", " — ", " - ", " – ", " | ", "\t"] {
        assert_eq!(
            text(&format!("March 2, 2018{mark}{RUST}")),
            expected,
            "{mark}"
        );
    }
    for label in [
        "2 March 2018",
        "Friday, March 2, 2018",
        "**March 2, 2018**",
        "• 2018-03-02",
    ] {
        assert_eq!(text(&format!("{label}: {RUST}")), expected, "{label}");
    }
}

#[test]
fn lists_of_dates_need_no_day_and_no_mark() {
    for (first, second, expected) in [
        (
            "March 2018: ",
            "2019: ",
            ["2018-03-01/2018-03-31", "2019-01-01/2019-12-31"],
        ),
        (
            "March 2, 2018\n",
            "April 9, 2019\n",
            ["2018-03-02", "2019-04-09"],
        ),
        (
            "### March 2, 2018\n\n",
            "### April 9, 2019\n\n",
            ["2018-03-02", "2019-04-09"],
        ),
        (
            "**March 2, 2018** ",
            "**April 9, 2019** ",
            ["2018-03-02", "2019-04-09"],
        ),
        (
            "2018\n\nMarch 2: ",
            "2019\n\nApril 9: ",
            ["~2018-03-02", "~2019-04-09"],
        ),
        ("Nov. 2, 2018: ", "April 9: ", ["2018-11-02", "~2019-04-09"]),
        ("Nov. 2: ", "April 9: ", ["~2019-11-02", "~2020-04-09"]),
    ] {
        let found = text(&format!("{first}{RUST}\n\n{second}{VOTE}"));
        let [one, two] = expected;
        assert_eq!(
            found,
            [
                format!("{one} An inspector … line."),
                format!("{two} The council … night.")
            ],
            "{first:?}"
        );
    }
}

#[test]
fn an_entry_under_its_date_has_all_its_paragraphs() {
    let body = format!(
        "March 2, 2018\n\n{RUST}\n\n{VOTE}\n\nApril 9, 2019\n\n{VOTE}\n\n{RUST}\n\nThe town is proud of all this and says so."
    );
    assert_eq!(
        text(&body),
        [
            "2018-03-02 An inspector … night.",
            "2019-04-09 The council … line."
        ]
    );
}

#[test]
fn dates_alone_stay_in_the_body() {
    let article = one(
        "a.txt",
        format!("{HEAD}\n\nMarch 2, 2018\n\n{RUST}\n\nApril 9, 2019\n\n{VOTE}\n"),
    );
    for entry in &article.chronology {
        let block = article
            .blocks
            .iter()
            .find(|block| block.span.start <= entry.text.start && entry.text.end <= block.span.end);
        assert_eq!(block.unwrap().kind, BlockKind::Paragraph);
        let label = article.blocks.iter().find(|block| {
            block.span.start <= entry.label.start && entry.label.end <= block.span.end
        });
        assert_eq!(label.unwrap().kind, BlockKind::Paragraph);
    }
    assert_eq!(article.chronology.len(), 2);
}

/// How a page marks up an entry: of its date and its words.
type Shape = fn(&str, &str) -> String;

#[test]
fn markup_of_any_kind_gives_the_same_entries() {
    let expected = [
        "2018-03-02 An inspector … line.",
        "2019-04-09 The council … night.",
    ];
    let shapes: [Shape; 6] = [
        |date, words| format!("<h3>{date}</h3><p>{words}</p>"),
        |date, words| format!("<p><strong>{date}</strong><br>{words}</p>"),
        |date, words| format!("<li><b>{date}:</b> {words}</li>"),
        |date, words| format!("<dt>{date}</dt><dd>{words}</dd>"),
        |date, words| format!("<div><div>{date}</div><div>{words}</div></div>"),
        |date, words| format!("<tr><td>{date}</td><td>{words}</td></tr>"),
    ];
    for (n, shape) in shapes.iter().enumerate() {
        let list = shape("March 2, 2018", RUST) + &shape("April 9, 2019", VOTE);
        let around = ["div", "div", "ul", "dl", "div", "table"][n];
        let list = format!("<{around}>{list}</{around}>");
        let lead = "The cable car went up the Drum again on Tuesday. Here is how the town got there after two winters without a way up the hill, and what the repairs have cost it so far.";
        let html = format!(
            "<html><head><meta name=\"date\" content=\"2020-05-06\"></head><body><article><h1>How the cable car came back</h1><p>{lead}</p>{list}</article></body></html>"
        );
        let article = one("a.html", html);
        assert_eq!(entries(&article), expected, "shape {n}: {}", article.text);
    }
    let markdown = format!(
        "# How the cable car came back\n\nThe cable car went up again.\n\n- **March 2, 2018** — {RUST}\n- **April 9, 2019** — {VOTE}\n"
    );
    assert_eq!(entries(&one("a.md", markdown)), expected);
}

#[test]
fn what_only_looks_like_a_chronology_is_none() {
    for body in [
        // Comments, teasers, the program of a day, a sentence.
        format!("Bo Ek\nMarch 2, 2018\n{RUST}\n\nUma Lind\nMarch 9, 2018\n{VOTE}"),
        "March 2, 2018\nTunnel plan\n\nMarch 1, 2018\nNew mayor\n".to_owned(),
        "10:30: The doors open.\n\n11:00: The mayor speaks to the town.\n".to_owned(),
        "March 2, 2018 was the day on which the line closed for good.".to_owned(),
        format!("March 2018\n\n{RUST}"),
    ] {
        let found = one("a.txt", format!("{HEAD}\n\n{body}\n"));
        assert_eq!(entries(&found), Vec::<String>::new(), "{body}");
    }
}
