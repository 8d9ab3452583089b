//! What people type, and what they want to see first.

use std::sync::OnceLock;

use chrono::Datelike;
use dateline::{
    corpus::{Corpus, Options, embedded},
    search::{Finder, Hit, Item, Target, items},
    timeline::Timeline,
};

use super::{lines, today};

/// Queries with what people want: see the head of the file.
const WANTED: &str = include_str!("wanted.tsv");

/// A query and the item that a person wants.
struct Want {
    query: &'static str,
    kind: &'static str,
    /// Words that its text holds.
    words: Vec<&'static str>,
    /// Whether the query is misspelt.
    typo: bool,
}

fn wanted() -> Vec<Want> {
    let rows = WANTED.lines().filter(|row| !row.starts_with('#'));
    let fields = rows.map(|row| row.split('\t').collect::<Vec<_>>());
    let want = fields.map(|fields| Want {
        query: fields[0],
        kind: fields[1],
        words: fields
            .get(2)
            .map_or(Vec::new(), |words| words.split(" + ").collect()),
        typo: fields.get(3) == Some(&"typo"),
    });
    want.collect()
}

fn shipped() -> &'static Timeline {
    static SHIPPED: OnceLock<Timeline> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let options = Options {
            dossier: true,
            today: today(),
        };
        Timeline::build(Corpus::open(embedded(), options))
    })
}

/// The place, from 1, of the first hit that a person would take for the wanted one.
fn place(want: &Want, items: &[Item], hits: &[Hit]) -> Option<usize> {
    let is_wanted = |hit: &Hit| {
        let item = &items[hit.item];
        let kind = match want.kind {
            "any" => true,
            "article" => matches!(item.target, Target::Article(_)),
            year => item
                .date
                .is_some_and(|date| date.year().to_string() == year),
        };
        kind && want.words.iter().all(|word| item.text.contains(word))
    };
    hits.iter().position(is_wanted).map(|place| place + 1)
}

#[test]
fn the_wanted_item_comes_first() {
    let mut finder = Finder::new(items(shipped()));
    let items = finder.items().clone();
    let (mut first, mut late) = (0, Vec::new());
    let wanted = wanted();
    assert!(wanted.len() >= 40);
    for want in &wanted {
        let answer = finder.search(want.query, 20, today());
        let place = place(want, &items, &answer.hits);
        first += usize::from(place == Some(1));
        if place != Some(1) {
            late.push((want.query, place));
        }
        assert!(
            want.typo || place.is_some_and(|place| place <= 5),
            "{}: at {place:?}, after {:?}",
            want.query,
            answer
                .hits
                .iter()
                .take(5)
                .map(|hit| &items[hit.item].text)
                .collect::<Vec<_>>()
        );
    }
    // Nine in ten.
    assert!(
        first * 10 >= wanted.len() * 9,
        "{first} of {}: {late:?}",
        wanted.len()
    );
}

#[test]
fn an_exact_substring_outranks_scattered_letters() {
    let items = lines(["N.A.T.O a-t-o n a t o", "xxnatoxx", "n-a-t-o"]);
    let answer = Finder::new(items).search("nato", 10, today());
    assert_eq!(answer.hits[0].item, 1);
    assert_eq!(answer.hits[0].positions, [2, 3, 4, 5]);
}

#[test]
fn a_title_outranks_a_sentence_and_further_words() {
    let sentence = Target::Sentence {
        article: 0,
        span: dateline::text::Span::new(0, 1),
    };
    let item = |target, text: &str, more: &str| Item {
        target,
        text: text.to_owned(),
        more: more.to_owned(),
        date: None,
    };
    let items = vec![
        item(Target::Event(0), "Talks", "Rutte"),
        item(sentence, "Rutte called.", ""),
        item(Target::Article(0), "A call by Rutte", ""),
    ];
    let answer = Finder::new(items).search("rutte", 10, today());
    let order: Vec<usize> = answer.hits.iter().map(|hit| hit.item).collect();
    assert_eq!(order, [2, 1, 0]);
    assert_eq!(answer.total, 3);
}

/// Sentences of one article.
fn sentences(texts: &[&str]) -> Vec<Item> {
    let sentence = |text: &&str| Item {
        target: Target::Sentence {
            article: 0,
            span: dateline::text::Span::new(0, 1),
        },
        ..Item::line(0, *text)
    };
    texts.iter().map(sentence).collect()
}

/// The items found, best first.
fn found(items: &[Item], query: &str) -> Vec<usize> {
    let answer = Finder::new(items.to_vec()).search(query, 10, today());
    answer.hits.iter().map(|hit| hit.item).collect()
}

#[test]
fn letters_strewn_over_prose_are_no_hit() {
    let texts = [
        "They strengthen substantive ties.",
        "The senator has a signatory.",
        "Rutte called.",
        "NATO met.",
    ];
    assert_eq!(found(&sentences(&texts), "rutte"), [2]);
    assert_eq!(found(&sentences(&texts), "nato"), [3]);
    // In names and paths they may be.
    assert_eq!(found(&lines(texts), "nato"), [3, 1]);
}

#[test]
fn words_in_order_then_words_then_beginnings_then_one_typing_error() {
    let texts = [
        "Parters meet.",
        "A partnership programmer speaks.",
        "The programme of the partnership.",
        "A partnership programme begins.",
    ];
    let items = sentences(&texts);
    assert_eq!(found(&items, "partnership programme"), [3, 2, 1]);
    assert_eq!(found(&items, "partner"), [3, 1, 2, 0]);
}

#[test]
fn short_terms_may_be_initials() {
    let items = sentences(&["Wi Sung-lac met Rutte.", "Worlds apart."]);
    assert_eq!(found(&items, "wsl"), [0]);
    let answer = Finder::new(items).search("wsl", 10, today());
    assert_eq!(answer.hits[0].positions, [0, 3, 8]);
}

#[test]
fn a_control_character_ends_no_word() {
    let items = sentences(&["Rutte\u{1}called.", "Rutte called."]);
    assert_eq!(found(&items, "rutte"), [1, 0]);
}

#[test]
fn hangul_goes_on_without_a_space() {
    let items = sentences(&["나토정상회의가 열렸다.", "Nothing."]);
    assert_eq!(found(&items, "정상회의"), [0]);
}

#[test]
fn hangul_and_accents_in_either_normal_form() {
    let nfd = "\u{110b}\u{1175}\u{110c}\u{1162}\u{1106}\u{1167}\u{11bc}";
    let items = lines([
        "회담하는 이재명 대통령",
        &format!("회담하는 {nfd} 대통령"),
        "S\u{30c}ekerinska",
    ]);
    let mut finder = Finder::new(items);
    for query in ["이재명", nfd] {
        let answer = finder.search(query, 10, today());
        assert_eq!(answer.total, 2, "{query}");
    }
    // Positions are those of the text as it came: five letters and a space stand before.
    let answer = finder.search("이재명", 10, today());
    assert_eq!(answer.hits[0].positions, [5, 6, 7]);
    assert_eq!(answer.hits[1].positions, [5, 7, 9]);
    let answer = finder.search("šek", 10, today());
    assert_eq!(answer.hits[0].positions, [0, 2, 3]);
}

#[test]
fn equals_come_newest_first() {
    let item = |year: Option<i32>| Item {
        date: year.and_then(|year| chrono::NaiveDate::from_ymd_opt(year, 1, 1)),
        ..Item::line(0, "nato")
    };
    let items = vec![
        item(None),
        item(Some(2022)),
        item(Some(2025)),
        item(Some(2022)),
    ];
    let answer = Finder::new(items).search("nato", 10, today());
    let order: Vec<usize> = answer.hits.iter().map(|hit| hit.item).collect();
    assert_eq!(order, [2, 1, 3, 0]);
}

#[test]
fn an_error_is_forgiven_only_where_little_is_found() {
    let mut texts = vec!["Rutte".to_owned()];
    let answer = Finder::new(lines(&texts)).search("rutet", 10, today());
    assert_eq!(answer.total, 1);
    texts.extend((0..10).map(|n| format!("rutet {n}")));
    let answer = Finder::new(lines(&texts)).search("rutet", 20, today());
    assert_eq!(answer.total, 10);
}
