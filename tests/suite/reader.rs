//! Keys in, screen out: reader, evidence, finder.

use crate::{fixture::ferries, keys::Screen};

#[test]
fn look() {
    for (keys, size) in [
        ("j l", (120, 30)),
        ("j l e e", (80, 24)),
        ("j Enter", (40, 12)),
        ("j Enter", (20, 5)),
        ("j l p G", (100, 30)),
        ("j l / ferry", (100, 20)),
    ] {
        let mut screen = Screen::new(&ferries(), size);
        screen.act(dateline::ui::action::Action::Resize(size.0, size.1));
        screen.keys(keys);
        println!(
            "== {keys} {size:?} {:?}\n{}",
            screen.state.reader.position(&screen.state.timeline),
            screen.text()
        );
    }
}
