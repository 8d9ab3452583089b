//! Keys in, screen out: reader, evidence, finder.

mod choosing;
mod finding;
mod page;
mod reading;
mod room;

use std::sync::Arc;

use dateline::{
    search::{Finder, items},
    ui::{
        action::{Action, Effect, Items},
        layout,
    },
};

use ratatui::buffer::Buffer;

use crate::{
    fixture::ferries,
    keys::{Screen, print},
};

const SIZES: [(u16, u16); 5] = [(200, 50), (120, 30), (80, 24), (40, 12), (20, 5)];

/// Answers what the finder asked, as its worker would.
pub fn answer(screen: &mut Screen) {
    let asked = |effect: &Effect| matches!(effect, Effect::Search { .. });
    if !screen.effects.iter().any(asked) {
        return;
    }
    answer_from(screen, &mut Finder::new(items(&screen.state.timeline)));
}

/// Answers from `finder` what was asked; the other effects stay.
fn answer_from(screen: &mut Screen, finder: &mut Finder) {
    screen.act(Action::Items(Items(Arc::clone(finder.items()))));
    for effect in std::mem::take(&mut screen.effects) {
        let Effect::Search { ticket, query } = effect else {
            screen.effects.push(effect);
            continue;
        };
        let answer = finder.search(&query, 100, screen.state.today);
        screen.act(Action::Found {
            ticket,
            hits: answer.hits,
            days: answer.days,
            total: answer.total,
            complete: true,
        });
    }
}

/// An explorer of the ferries with these keys typed, each answered.
fn after(keys: &str, size: (u16, u16)) -> Screen {
    let mut screen = Screen::new(&ferries(), size);
    for word in keys.split_whitespace() {
        screen.keys(word);
        answer(&mut screen);
    }
    screen
}

/// One snapshot a size: `NAME_120x30.snap`. What belongs to the timeline is left blank.
fn snap(name: &str, keys: &str) {
    for size in SIZES {
        let screen = after(keys, size);
        let mut buffer = screen.buffer();
        let layout = layout::of(&screen.state);
        if screen.state.finder.is_none() && screen.state.reader.search.is_none() {
            let status = layout.status;
            status.positions().for_each(|cell| buffer[cell].reset());
        }
        if screen.state.finder.is_none() {
            for area in [
                layout.title,
                layout.timeline,
                layout.rule,
                layout.scrubber,
                layout.labels,
            ] {
                area.positions().for_each(|cell| buffer[cell].reset());
            }
        }
        keep(name, size, &buffer);
    }
}

/// One snapshot of the whole screen.
fn shoot(name: &str, screen: &Screen) {
    keep(name, screen.state.size, &screen.buffer());
}

fn keep(name: &str, size: (u16, u16), buffer: &Buffer) {
    insta::with_settings!({
        snapshot_path => "snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), print(buffer));
    });
}

#[test]
fn reader() {
    snap("ferries_reader", "j Enter");
}

#[test]
fn dated_words() {
    snap("ferries_dated_words", "j Enter e e");
}

#[test]
fn page_as_it_came() {
    snap("ferries_page", "j Enter z p");
}

#[test]
fn search_in_the_text() {
    snap("ferries_search", "j Enter / ferry Enter n");
}

#[test]
fn finder() {
    snap("ferries_finder", "/ 'torshavn Down");
}

#[test]
fn empty_finder() {
    snap("ferries_finder_empty", "/");
}

#[test]
fn nothing_found() {
    snap("ferries_finder_nothing", "/ xyzzyx");
}
