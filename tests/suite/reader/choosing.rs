//! The finder over a list of lines: nothing else is there.

use std::sync::Arc;

use dateline::{
    search::{Finder, Hit, Item},
    timeline::Timeline,
    ui::action::{Action, Effect},
};

use super::{SIZES, answer_from, shoot};
use crate::keys::Screen;

const LINES: [&str; 7] = [
    "The harbour was closed on Monday",
    "Two ferries of the northern line collided in the fog off the outer harbour, and the crews of both were brought ashore before midnight",
    "A café’s roof came off in the storm",
    "Tórshavn waits for the ferry",
    "The mayor spoke of a new pier",
    "이재명 대통령이 항구를 방문했다",
    "Nobody was hurt",
];

/// The finder over the lines with these keys typed, each answered.
fn after(keys: &str, size: (u16, u16)) -> Screen {
    let items: Vec<Item> = (0..)
        .zip(LINES)
        .map(|(number, line)| Item::line(number, line))
        .collect();
    let mut finder = Finder::new(items);
    let mut screen = Screen::new(&Arc::new(Timeline::default()), size);
    screen.state.source.lines = true;
    screen.act(Action::Find);
    for word in ["Home"].into_iter().chain(keys.split_whitespace()) {
        screen.keys(word);
        answer_from(&mut screen, &mut finder);
    }
    screen
}

#[test]
fn a_line_is_chosen() {
    let screen = after("torshavn Enter", (80, 24));
    assert_eq!(screen.effects, [Effect::Quit]);
    assert_eq!(screen.state.source.chosen, Some(3));
}

/// Enter takes what was typed, not what is still on the screen.
#[test]
fn enter_waits_for_the_answer() {
    let mut screen = after("harbour", (80, 24));
    screen.keys("Ctrl-u mayor Enter");
    let asked = screen.effects.pop();
    assert_eq!(screen.state.source.chosen, None);
    let Some(Effect::Search { ticket, .. }) = asked else {
        panic!("{asked:?}");
    };
    let mut found = |complete| {
        screen.act(Action::Found {
            ticket,
            hits: vec![Hit {
                item: 4,
                score: 1,
                positions: Vec::new(),
            }],
            days: Vec::new(),
            total: 1,
            complete,
        });
        screen.state.source.chosen
    };
    assert_eq!(found(false), None);
    assert_eq!(found(true), Some(4));
}

#[test]
fn no_line_is_chosen() {
    for keys in ["Esc", "ferry Esc", "ferry Ctrl-c", "xyzzyx Enter Esc"] {
        let screen = after(keys, (80, 24));
        assert_eq!(screen.effects, [Effect::Quit], "{keys}");
        assert_eq!(screen.state.source.chosen, None, "{keys}");
    }
}

#[test]
fn the_second_click_chooses() {
    let mut screen = after("harbour", (80, 24));
    screen.act(Action::Press(5, 3));
    assert_eq!(screen.state.source.chosen, None);
    screen.act(Action::Press(5, 3));
    assert_eq!(screen.state.source.chosen, Some(1));
}

#[test]
fn lines() {
    for size in SIZES {
        shoot("lines_all", &after("Down", size));
        shoot("lines_harbour", &after("harbour Down", size));
    }
}
