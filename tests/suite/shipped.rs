//! The shipped timeline on the screen, whole, at every size that the design names.
//!
//! These screens change with whatever reads, extracts or draws: look at the difference, then
//! `INSTA_UPDATE=always cargo test --test suite shipped`.

use std::sync::{Arc, OnceLock};

use dateline::timeline::Timeline;

use crate::{
    fixture::{shipped, today},
    keys::{Screen, print},
    reader::answer,
};

const SIZES: [(u16, u16); 5] = [(200, 50), (120, 30), (80, 24), (40, 12), (20, 5)];

fn timeline() -> Arc<Timeline> {
    static SHIPPED: OnceLock<Arc<Timeline>> = OnceLock::new();
    Arc::clone(SHIPPED.get_or_init(|| Arc::new(shipped())))
}

/// An explorer of the shipped timeline with these keys typed, each word answered.
fn after(keys: &str, size: (u16, u16)) -> Screen {
    let mut screen = Screen::new(&timeline(), size);
    screen.state.today = today();
    for word in keys.split_whitespace() {
        screen.keys(word);
        answer(&mut screen);
    }
    screen
}

/// One snapshot a size: `NAME_120x30.snap`.
fn snap(name: &str, keys: &str) {
    for size in SIZES {
        insta::with_settings!({
            snapshot_path => "snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            let shown = print(&after(keys, size).buffer());
            insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), shown);
        });
    }
}

#[test]
fn opening() {
    snap("shipped_opening", "");
}

#[test]
fn walking() {
    snap("shipped_walking", "gd 2023-07-11 Enter");
}

#[test]
fn reading() {
    snap("shipped_reading", "gd 2025-06-25 Enter Enter e");
}

#[test]
fn finding() {
    snap("shipped_finding", "/ sekerinska");
}

#[test]
fn help() {
    snap("shipped_help", "?");
}

/// Every event can be walked to, and its evidence stands on the screen.
#[test]
fn every_event_is_reached() {
    let mut screen = after("0 gg", (120, 30));
    let last = screen.state.timeline.events.len() - 1;
    for event in 0..=last {
        assert_eq!(screen.state.selected, Some(event));
        let words = screen.state.reader.words(&screen.state.timeline);
        let words = words.expect("the event has dated words").span;
        let row = screen.state.reader.row(words.start);
        let (top, rows) = (screen.state.reader.top, screen.state.reader.rows);
        assert!((top..top + rows).contains(&row), "event {event}");
        screen.keys("j");
    }
}
