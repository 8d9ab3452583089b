//! Keys in, screen out: reader, evidence, finder.

use std::sync::Arc;

use dateline::{
    search::{Finder, items},
    ui::action::{Action, Effect, Items},
};

use crate::{fixture::ferries, keys::Screen};

/// Answers what the finder asked, as its worker would.
pub fn answer(screen: &mut Screen) {
    let mut finder = Finder::new(items(&screen.state.timeline));
    screen.act(Action::Items(Items(Arc::clone(finder.items()))));
    for effect in std::mem::take(&mut screen.effects) {
        if let Effect::Search { ticket, query } = effect {
            let answer = finder.search(&query, 100, screen.state.today);
            screen.act(Action::Found {
                ticket,
                hits: answer.hits,
                total: answer.total,
                complete: true,
            });
        }
    }
}

#[test]
fn look() {
    for (keys, size) in [
        ("/ busan", (120, 30)),
        ("/", (120, 30)),
        ("/ ferry", (80, 24)),
        ("/ ferry Down", (40, 12)),
        ("/ ferry", (20, 5)),
        ("/ 운항 Enter", (100, 24)),
        ("j j l / ferry", (100, 20)),
    ] {
        let mut screen = Screen::new(&ferries(), size);
        for word in keys.split(' ') {
            screen.keys(word);
            answer(&mut screen);
        }
        println!(
            "== {keys} {size:?} {:?}\n{}",
            screen.state.reader.position(&screen.state.timeline),
            screen.text()
        );
    }
}
