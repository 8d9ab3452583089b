//! What the keys and the mouse do in the reader.

use dateline::ui::{action::Action, layout, state::Focus};

use super::after;
use crate::keys::Screen;

const SIZE: (u16, u16) = (120, 30);

/// Where `words` stand on the screen.
fn cell(screen: &Screen, words: &str) -> (u16, u16) {
    let letters = screen.letters();
    let mut rows = letters.lines().enumerate();
    let found = rows.find_map(|(y, line)| {
        let at = line.find(words)?;
        Some((dateline::text::clean::width(&line[..at]) as u16, y as u16))
    });
    found.unwrap_or_else(|| panic!("{words} is not on the screen:\n{letters}"))
}

#[test]
fn dated_words_are_walked_and_explained() {
    let mut screen = after("j Enter e", SIZE);
    assert!(screen.letters().contains("“Tuesday” ⇒ 14 May 2024 · day"));
    assert!(
        screen
            .letters()
            .contains("⇒ Tuesday before or on publication, or else 21 May 2024")
    );
    screen.keys("e");
    assert!(
        screen
            .letters()
            .contains("“March 2015” ⇒ March 2015 · month")
    );
    screen.keys("e");
    assert!(
        screen
            .letters()
            .contains("“September 2025” ⇒ September 2025 · month, ◌ approximate")
    );
    screen.keys("e");
    assert!(screen.letters().contains("“Tuesday” ⇒"), "round the end");
    screen.keys("2E");
    assert!(screen.letters().contains("“March 2015” ⇒"));
    screen.keys("Esc");
    assert!(
        screen
            .letters()
            .contains("14 May 2024 · day · from “Tuesday”")
    );
    assert_eq!(screen.state.focus, Focus::Reader);
    screen.keys("Esc");
    assert_eq!(screen.state.focus, Focus::Timeline);
}

#[test]
fn enter_on_dated_words_goes_to_their_event() {
    let mut screen = after("j Enter e e Enter", SIZE);
    assert_eq!(screen.state.selected, Some(0));
    screen.keys("Ctrl-o");
    assert_eq!(screen.state.selected, Some(1));
}

#[test]
fn tellings_are_walked() {
    let mut screen = after("j Enter", SIZE);
    assert!(screen.letters().contains("tellings differ: 15 May 2024"));
    screen.keys("t");
    assert_eq!(screen.state.reader.article, Some(1));
    assert!(
        screen
            .letters()
            .contains("15 May 2024 · day · from “15 May 2024”")
    );
    screen.keys("t");
    assert_eq!(screen.state.reader.article, Some(0));
}

#[test]
fn furniture_unfolds_and_folds() {
    let mut screen = after("j Enter", (120, 50));
    assert!(screen.letters().contains("▸ 4 lines of page furniture"));
    assert!(!screen.letters().contains("Share this article"));
    screen.keys("p");
    assert!(screen.letters().contains("Share this article"));
    screen.keys("p");
    let (x, y) = cell(&screen, "▸ 4 lines");
    screen.act(Action::Press(x, y));
    assert!(
        screen.letters().contains("Share this article"),
        "a click unfolds, too"
    );
}

#[test]
fn each_article_is_found_where_it_was_left() {
    let mut screen = after("j Enter j j j", (100, 20));
    let top = screen.state.reader.top;
    assert!(top > 0);
    screen.keys("J");
    screen.keys("K");
    assert_eq!(screen.state.reader.top, top);
}

#[test]
fn the_text_is_searched() {
    let mut screen = after("j Enter / torshavn", SIZE);
    assert!(screen.letters().contains("in the text / torshavn   1/2"));
    screen.keys("Enter n");
    assert!(screen.letters().contains("2/2"));
    screen.keys("n");
    assert!(screen.letters().contains("1/2"));
    screen.keys("3N");
    assert!(screen.letters().contains("2/2"));
    screen.keys("Esc");
    assert!(!screen.letters().contains("in the text"));
    // Over a line break, and in Hangul.
    screen.keys("/ left Space its Space berth Space on Enter");
    assert!(screen.letters().contains("1/1"));
    screen.keys("/ 야간 Enter");
    assert!(screen.letters().contains("1/1"));
    screen.keys("/ nowhere");
    assert!(screen.letters().contains("not in this text"));
    screen.keys("Esc");
    assert!(screen.state.reader.search.is_none());
}

#[test]
fn the_mouse_points_and_scrolls() {
    let mut screen = after("j Enter", (100, 20));
    let (x, y) = cell(&screen, "Tuesday,");
    screen.act(Action::Press(x + 2, y));
    assert_eq!(screen.state.reader.word, Some(0));
    let reader = layout::of(&screen.state).reader;
    let before = screen.state.reader.top;
    screen.act(Action::Wheel(reader.x + 5, reader.y + 5, 1));
    assert_eq!(screen.state.reader.top, before + 3);
    screen.act(Action::Wheel(reader.x + 5, reader.y + 5, -9));
    assert_eq!(screen.state.reader.top, 0);
}

#[test]
fn undated_articles_are_read() {
    let screen = after("G j Enter", SIZE);
    assert_eq!(screen.state.reader.article, Some(2));
    assert!(
        screen
            .letters()
            .contains("Nobody remembers when the old ferry sank.")
    );
    assert!(screen.letters().contains("undated"));
}

#[test]
fn a_guess_is_marked_and_gives_its_reason() {
    let screen = after("j Enter t", SIZE);
    assert!(
        screen.letters().contains("14 May 2024 ◌ from the dossier"),
        "{}",
        screen.letters()
    );
    let screen = after("j Enter t", (200, 50));
    assert!(
        screen
            .letters()
            .contains("from the dossier: stamp on the clipping")
    );
}

#[test]
fn the_third_pane_shows_both_tellings_and_the_rule() {
    let letters = after("j Enter", (200, 50)).letters();
    for words in [
        "Told by 2 articles",
        "Harbour Courier · 15 May 2024",
        "Island Post · 14 May 2024",
        "the tellings differ on the date",
        "“Tuesday” ⇒ 14 May 2024",
        "counted from 15 May 2024",
        "The rule:",
        "or else 21 May 2024",
        "Harbour Board of Tórshavn",
    ] {
        assert!(letters.contains(words), "{words}:\n{letters}");
    }
}

#[test]
fn one_scrolls_to_every_line_and_no_further() {
    for size in [(200, 50), (80, 24), (40, 12), (20, 5)] {
        let mut screen = after("j Enter G", size);
        let bottom = screen.state.reader.top;
        screen.keys("9j");
        assert_eq!(screen.state.reader.top, bottom);
        let reader = &screen.state.reader;
        assert!(
            reader.top + reader.rows >= reader.page.rows.len(),
            "{size:?}"
        );
        screen.keys("gg");
        assert_eq!(screen.state.reader.top, 0);
    }
}

#[test]
fn where_one_reads_is_told() {
    let screen = after("j Enter", SIZE);
    assert!(
        screen.letters().contains("paragraph 1 of 3"),
        "{}",
        screen.letters()
    );
}
