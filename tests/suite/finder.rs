//! The search engine against brute force, and its ranking.

mod ranking;

use std::cmp::Reverse;

use chrono::NaiveDate;
use dateline::{
    search::{
        Finder, Hit, Item, Target,
        finder::{FEW_HITS, is_prose},
        fuzzy,
        query::Query,
        rank::rank,
        worker::Worker,
    },
    text::{Span, fold::fold},
};
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, 1).unwrap()
}

fn lines(lines: impl IntoIterator<Item = impl Into<String>>) -> Vec<Item> {
    (0..)
        .zip(lines)
        .map(|(number, line)| Item::line(number, line))
        .collect()
}

/// The best hits by ranking every single item, and how many match.
fn brute_force(items: &[Item], query: &str, limit: usize) -> (Vec<(usize, i64)>, usize) {
    let query = Query::parse(query, today());
    let query = if is_prose(items) {
        query.words()
    } else {
        query
    };
    let ranked = ranked(items, &query);
    let ranked = match query.forgiving() {
        Some(forgiving) if ranked.len() < FEW_HITS => self::ranked(items, &forgiving),
        _ => ranked,
    };
    let total = ranked.len();
    (ranked.into_iter().take(limit).collect(), total)
}

fn ranked(items: &[Item], query: &Query) -> Vec<(usize, i64)> {
    let mut all: Vec<_> = (0..items.len())
        .filter_map(|i| {
            let rank = rank(query, &items[i])?;
            let best = Reverse((rank.score, rank.class, items[i].date));
            let asked = !query.groups.is_empty();
            Some((best, asked.then_some(items[i].text.len()), i))
        })
        .collect();
    all.sort_unstable();
    all.into_iter()
        .map(|(Reverse((score, ..)), _, i)| (i, score))
        .collect()
}

fn engine(finder: &mut Finder, query: &str, limit: usize) -> (Vec<(usize, i64)>, usize) {
    let answer = finder.search(query, limit, today());
    let hits = answer
        .hits
        .iter()
        .map(|hit: &Hit| (hit.item, hit.score))
        .collect();
    (hits, answer.total)
}

/// Short lines of a few common words, always the same: enough for several blocks.
fn many_lines(count: usize) -> Vec<Item> {
    const WORDS: [&str; 16] = [
        "nato",
        "summit",
        "Seoul",
        "Rutte",
        "run",
        "the",
        "test",
        "Šekerinska",
        "visit",
        "2025",
        "defense",
        "industry",
        "of",
        "이재명",
        "Ukraine",
        "talks",
    ];
    let mut state = 1u64;
    let mut word = || {
        // Knuth's MMIX generator.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        WORDS[(state >> 60) as usize]
    };
    lines((0..count).map(|n| {
        let words: Vec<&str> = (0..=n % 7).map(|_| word()).collect();
        words.join(" ")
    }))
}

/// The matcher itself, by hand: how many words stand without a gap, and the sum of scores.
fn by_hand(line: &str, query: &str) -> Option<(usize, i64)> {
    let line = fold(line, 2_000).text;
    let mut all = (0, 0);
    for word in query.split_whitespace() {
        let word = fold(word, 100).text;
        all.1 += fuzzy::score(&line, &word)?.0;
        all.0 += usize::from(line.contains(&word));
    }
    Some((all.0, all.1.max(0)))
}

#[test]
fn where_nothing_is_asked_lines_stay_as_they_are() {
    let mut finder = Finder::new(lines(["a long line", "short", "of some length"]));
    assert_eq!(engine(&mut finder, "", 2).0, [(0, 131_072), (1, 131_072)]);
    let order = |answer: (Vec<(usize, i64)>, usize)| {
        answer
            .0
            .into_iter()
            .map(|(item, _)| item)
            .collect::<Vec<_>>()
    };
    assert_eq!(order(engine(&mut finder, "o", 9)), [2, 1, 0]);
    assert_eq!(order(engine(&mut finder, " ", 9)), [0, 1, 2]);
}

#[test]
fn agrees_with_the_matcher_on_many_lines() {
    let items = many_lines(9_000);
    for threads in [1, 3] {
        let mut finder = Finder::with_threads(items.clone(), threads);
        for query in [
            "r",
            "ru",
            "rut",
            "nato summit",
            "test sekerinska",
            "dfin",
            "이명",
            "2025 the",
        ] {
            let mut all: Vec<_> = items
                .iter()
                .enumerate()
                .filter_map(|(i, item)| {
                    Some((Reverse(by_hand(&item.text, query)?), item.text.len(), i))
                })
                .collect();
            all.sort_unstable();
            let answer = finder.search(query, 100, today());
            assert_eq!(answer.total, all.len(), "{query}");
            let expected: Vec<usize> = all.into_iter().take(100).map(|(_, _, i)| i).collect();
            let hits: Vec<usize> = answer.hits.iter().map(|hit| hit.item).collect();
            assert_eq!(hits, expected, "{query} on {threads} threads");
        }
    }
}

#[test]
fn going_back_finds_the_same() {
    let mut typed = Finder::new(many_lines(5_000));
    let mut fresh = Finder::new(many_lines(5_000));
    for query in [
        "r", "ru", "rut", "ru", "run", "", "'ru", "'run", "!run", "!ru", "run | ru",
    ] {
        fresh.forget();
        let answer = typed.search(query, 50, today());
        assert_eq!(answer, fresh.search(query, 50, today()), "{query}");
    }
}

/// What the shorter word left known of the scores must rule out nothing that is among the best.
#[test]
fn words_typed_letter_by_letter_find_what_they_find_at_once() {
    let mut typed = Finder::new(many_lines(20_000));
    let mut fresh = Finder::new(many_lines(20_000));
    for word in [
        "rutte", "rtet", "dfins", "smti", "uktal", "nsds", "2205", "nato sum", "te skr",
    ] {
        typed.forget();
        for (at, letter) in word.char_indices() {
            let query = &word[..at + letter.len_utf8()];
            fresh.forget();
            let answer = typed.search(query, 20, today());
            assert_eq!(answer, fresh.search(query, 20, today()), "{query}");
        }
    }
}

#[test]
fn a_search_can_be_given_up() {
    let mut finder = Finder::new(many_lines(5_000));
    let answer = finder.search_until("rutte", 10, today(), &|| true, &mut |_| {});
    assert_eq!(answer, None);
    assert!(finder.search("rutte", 10, today()).total > 0);
}

#[test]
fn the_worker_answers_the_newest_query() {
    let (out, found) = std::sync::mpsc::channel();
    let build = || Finder::with_threads(many_lines(140_000), 2);
    let tell = move |answer| {
        out.send(answer).ok();
    };
    let worker = Worker::spawn(None, Box::new(build), today(), tell, drop).unwrap();
    for (ticket, query) in (1..).zip(["r", "ru", "rut"]) {
        worker.send(ticket, query.to_owned());
    }
    let answers: Vec<_> = found
        .iter()
        .take_while(|answer| !(answer.ticket == 3 && answer.complete))
        .collect();
    // What came of the last query before it was finished is a part of it.
    let early = answers.iter().filter(|answer| answer.ticket == 3);
    for answer in early {
        assert!(!answer.complete && !answer.hits.is_empty());
    }
    drop(worker);
    assert!(
        found.iter().next().is_none(),
        "a worker that is dropped ends"
    );
}

#[test]
fn the_worker_looks_in_the_first_part_while_the_whole_is_built() {
    let (out, found) = std::sync::mpsc::channel();
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let first = || Finder::new(many_lines(20));
    let whole = move || {
        wait.recv().ok();
        Finder::new(many_lines(9_000))
    };
    let tell = move |answer| {
        out.send(answer).ok();
    };
    let worker =
        Worker::spawn(Some(Box::new(first)), Box::new(whole), today(), tell, drop).unwrap();
    worker.send(1, "nato".to_owned());
    let early = found.recv().unwrap();
    assert!(early.total > 0 && !early.complete);
    go.send(()).unwrap();
    let whole = found.iter().find(|answer| answer.complete).unwrap();
    assert!(whole.ticket == 1 && whole.total > early.total);
}

#[test]
fn early_answers_come_before_the_whole() {
    let mut finder = Finder::new(many_lines(140_000));
    let mut early = Vec::new();
    let whole = finder.search_until("sum", 10, today(), &|| false, &mut |answer| {
        early.push(answer);
    });
    let whole = whole.unwrap();
    assert!(!early.is_empty());
    assert!(early.iter().all(|answer| answer.total < whole.total));
}

#[test]
fn of_a_long_line_the_head_is_searched() {
    let long = format!("head {} tail", "x".repeat(1 << 20));
    let mut finder = Finder::new(lines([long]));
    assert_eq!(finder.search("head", 10, today()).total, 1);
    assert_eq!(finder.search("tail", 10, today()).total, 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Any text, any query, any limit, dates and further words: the engine agrees with brute force.
    #[test]
    fn agrees_with_brute_force_on_anything(
        texts in prop::collection::vec(("[a-c /]{0,12}|\\PC{0,20}|[가-각ㄱé]{0,5}", "|[a-d]{1,4}", 0i64..4, any::<bool>()), 0..90),
        list in any::<bool>(),
        queries in prop::collection::vec("[a-c]{1,4}|['^!]?[a-c]{1,3}[$']?( [a-c]{1,2}| \\| [b-d]{1,2})?|\\PC{1,6}|[가-각]{1,2}|[a-c]{9,14}|[a-c]{5,6}|[a-c]{3,4} [a-c]", 1..4),
        limit in 0usize..20,
    ) {
        let items: Vec<Item> = texts
            .into_iter()
            .map(|(text, more, day, sentence)| Item {
                target: if list {
                    Target::Line(0)
                } else if sentence {
                    Target::Sentence { article: 0, span: Span::new(0, 0) }
                } else {
                    Target::Event(0)
                },
                text,
                more,
                date: (day > 0).then(|| today() - chrono::Days::new(day as u64)),
            })
            .collect();
        let mut finder = Finder::new(items.clone());
        for query in queries {
            let (hits, total) = engine(&mut finder, &query, limit);
            let (expected, expected_total) = brute_force(&items, &query, limit);
            prop_assert_eq!(total, expected_total, "{}", &query);
            prop_assert_eq!(hits, expected, "{}", &query);
        }
    }
}
