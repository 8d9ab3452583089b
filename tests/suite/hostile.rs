//! Text, files and terminals that mean harm.
//!
//! Whatever an article, a file name or a query holds, a terminal obeys nothing but our
//! own commands, a reader sees every letter that is there, and the frame stays whole.

mod cases;
mod commands;
mod costume;
mod sinks;
mod terminal;

use std::sync::Arc;

use dateline::{
    text::{
        Span,
        clean::{clean, is_invisible, sieve, tally, truncate, width},
    },
    timeline::Timeline,
    ui::{
        action::Action,
        wrap::{Breaks, wrap},
    },
};
use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect};

use crate::{fixture::told, keys::Screen, reader::answer};
use terminal::{borders, faults};

/// Keys that lead through every view, one after the other.
const TOUR: [&str; 6] = [
    "",
    "j Enter e e t p",
    "/ e Enter n",
    "Esc Esc q / x",
    "Down Down",
    "Esc ? a",
];

/// Keys that lead from the opening to one view each.
const VIEWS: [&str; 8] = [
    "",
    "j Enter e e t p",
    "Tab / e Enter n",
    "/ x",
    "/ e Down Down",
    "? a",
    "g d",
    "z t",
];

/// Shows every view at `size` and gives what is wrong with any of them.
fn tour(timeline: &Arc<Timeline>, size: (u16, u16), query: &str) -> Vec<String> {
    follow(&TOUR, timeline, size, query)
}

/// Types `steps` one after the other and gives what is wrong with the frame after each.
fn follow(steps: &[&str], timeline: &Arc<Timeline>, size: (u16, u16), query: &str) -> Vec<String> {
    let mut screen = Screen::new(timeline, size);
    let mut wrong = Vec::new();
    for keys in steps {
        screen.keys(keys);
        let state = &screen.state;
        if state.finder.is_some() || state.date.is_some() || state.reader.typing() {
            screen.act(Action::Paste(query.to_owned()));
        }
        answer(&mut screen);
        screen.act(Action::Notice(query.to_owned()));
        let buffer = screen.buffer();
        let found = faults(&buffer)
            .into_iter()
            .chain(borders(&screen.state, &buffer));
        wrong.extend(found.map(|fault| format!("{size:?} after {keys:?}: {fault}")));
    }
    wrong
}

fn opened(bytes: Vec<u8>) -> Arc<Timeline> {
    Arc::new(told("clippings/case.txt", bytes))
}

#[test]
fn no_case_of_the_corpus_reaches_the_terminal() {
    let cases = cases::all();
    assert!(cases.len() >= 150, "{} cases", cases.len());
    let sizes = [(161, 20), (20, 5), (58, 14), (80, 20), (9, 3)];
    for ((name, bytes), size) in cases.into_iter().zip(sizes.into_iter().cycle()) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let query = text.get(..80).unwrap_or("\u{1b}]52;c;eA==\u{7}");
        let costume = costume::of(&text);
        let mut wrong = tour(&opened(bytes), (62, 14), query);
        wrong.extend(tour(&costume, size, query));
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
        sinks::check(&name, &costume);
    }
}

/// A megabyte of one thing: nothing overflows, nothing takes for ever.
#[test]
fn no_megabyte_reaches_the_terminal() {
    for (name, bytes) in cases::megabytes() {
        let wrong = tour(&opened(bytes), (80, 24), "e");
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        // A view and every sink each; PROPTEST_CASES asks for more.
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(96),
        ..ProptestConfig::default()
    })]
    #[test]
    fn no_text_reaches_the_terminal_raw(
        text in hostile_text(),
        size in prop_oneof![Just((165, 40)), Just((100, 24)), (1_u16..80, 1_u16..30)],
        view in prop::sample::select(&VIEWS[..]),
    ) {
        let timeline = costume::of(&text);
        let wrong = follow(&[view], &timeline, size, &text);
        prop_assert!(wrong.is_empty(), "{wrong:#?}");
        sinks::check("generated", &timeline);
    }
}

proptest! {
    #[test]
    fn cleaning_is_total_and_settles(text in hostile_text()) {
        let once = clean(&text).into_owned();
        prop_assert_eq!(clean(&once), once.as_str());
        prop_assert!(!once.chars().any(char::is_control));
        prop_assert_eq!(tally(&once).hidden, 0);
        for columns in [0, 1, 2, 7, 30] {
            prop_assert!(width(&truncate(&text, columns)) <= columns);
        }
    }

    #[test]
    fn spans_leave_nothing_out(text in hostile_text()) {
        let whole = Span::new(0, text.len());
        let mut at = 0;
        for shown in sieve(&text, whole).graphemes() {
            prop_assert_eq!(shown.span.start, at);
            prop_assert!(shown.span.fits(&text));
            at = shown.span.end;
        }
        // Where nothing at all can be shown, there is no letter to hang the rest on.
        prop_assert!(at == text.len() || at == 0);
        for breaks in [Breaks::Keep, Breaks::Flow] {
            let mut end = 0;
            for line in wrap(&text, whole, 9, breaks) {
                prop_assert!(line.fits(&text) && line.start >= end);
                end = line.end;
            }
        }
    }
}

/// Text out of what does harm, with letters between.
fn hostile_text() -> impl Strategy<Value = String> {
    let harm = prop::sample::select(cases::harm());
    let piece = prop_oneof![
        3 => harm,
        2 => "[a-zé한漢가-힣 ]{1,6}",
        1 => any::<char>().prop_map(String::from),
        1 => Just("14 May 2024".to_owned()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The gate itself: a view that writes what it was given is caught.
#[test]
fn a_planted_leak_is_caught() {
    let leaks = [
        "\u{1b}[31mred",
        "\u{1b}]52;c;ZXZpbA==\u{7}",
        "\u{9b}2J",
        "\u{1b}P+q544e\u{1b}\\",
        "\u{202e}txt.exe",
        "a\u{200b}b",
        "\u{7}",
        "\u{e0041}",
        &format!("e{}", "\u{301}".repeat(200)),
    ];
    for leak in leaks {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
        assert!(faults(&buffer).is_empty());
        // What a careless view does: the text as it came, into a cell.
        buffer[(3, 1)].set_symbol(leak);
        assert!(!faults(&buffer).is_empty(), "{leak:?} went through");
    }
    // Letters that only look dangerous are no leak.
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
    buffer.set_string(
        0,
        0,
        clean("한국 👩\u{200d}👧 \u{1b}[31m"),
        ratatui::style::Style::new(),
    );
    assert_eq!(faults(&buffer), Vec::<String>::new());
}

/// A border that a wide letter pushed aside is caught.
#[test]
fn a_crooked_border_is_caught() {
    let screen = Screen::new(&crate::fixture::ferries(), (100, 24));
    let mut buffer = screen.buffer();
    assert_eq!(borders(&screen.state, &buffer), Vec::<String>::new());
    let divider = dateline::ui::layout::of(&screen.state).divider;
    buffer[(divider.x - 1, divider.y + 3)].set_symbol("漢");
    assert!(!borders(&screen.state, &buffer).is_empty());
}

#[test]
fn what_is_left_out_is_noted_and_found() {
    let timeline = opened(
        "Rut\u{200b}te cal\u{ad}led Lee on 3\u{202e} March 2024.\n\nMore \u{1b}[1mtext.\n".into(),
    );
    let mut screen = Screen::new(&timeline, (100, 24));
    screen.keys("Tab");
    let shown = screen.letters();
    assert!(shown.contains("3 invisible characters left out"), "{shown}");
    assert!(shown.contains("1 control"), "{shown}");
    assert!(shown.contains("␛[1mtext"), "{shown}");
    screen.keys("/ rutte Space called");
    assert!(screen.letters().contains("1/1"), "{}", screen.letters());
    assert!(is_invisible('\u{200b}') && !is_invisible('a'));
}
