//! What the keys and the mouse do in the finder.

use std::sync::Arc;

use dateline::ui::{
    action::{Action, Effect, Loaded},
    state::{Focus, finder::Row},
};

use super::{after, answer};

const SIZE: (u16, u16) = (120, 30);

#[test]
fn esc_comes_back_to_where_one_was() {
    let mut screen = after("j", SIZE);
    let before = screen.text();
    screen.keys("/");
    answer(&mut screen);
    screen.keys("ferry");
    answer(&mut screen);
    screen.keys("Down Down Esc");
    assert_eq!(screen.text(), before);
}

#[test]
fn enter_goes_to_an_event() {
    let screen = after("/ second Enter", SIZE);
    assert!(screen.state.finder.is_none());
    assert_eq!(screen.state.selected, Some(2));
}

#[test]
fn enter_goes_to_a_sentence_of_an_event() {
    let screen = after("/ 'waited Enter", SIZE);
    assert_eq!(
        (screen.state.focus, screen.state.reader.article),
        (Focus::Reader, Some(0))
    );
    let passage = screen.state.reader.passage.expect("a sentence");
    let text = &screen.state.timeline.articles[0].text;
    assert!(passage.of(text).contains("We have waited"));
    assert!(screen.letters().contains("We have waited long enough"));
}

#[test]
fn enter_goes_to_an_article_without_events() {
    let screen = after("/ remembers Enter", SIZE);
    assert_eq!(screen.state.reader.article, Some(2));
    let mut screen = after("/ note.txt Enter", SIZE);
    assert_eq!(screen.state.reader.article, Some(2));
    screen.keys("Esc");
    assert_eq!(screen.state.focus, Focus::Timeline);
}

#[test]
fn what_is_typed_is_edited() {
    let mut screen = after("/ ferr Home x End y", SIZE);
    assert_eq!(
        screen.state.finder.as_ref().map(|f| f.prompt.text.as_str()),
        Some("xferry")
    );
    screen.keys("Left Backspace Ctrl-w");
    assert_eq!(
        screen.state.finder.as_ref().map(|f| f.prompt.text.as_str()),
        Some("y")
    );
    screen.keys("End Ctrl-u");
    assert_eq!(
        screen.state.finder.as_ref().map(|f| f.prompt.text.as_str()),
        Some("")
    );
}

#[test]
fn a_pasted_book_is_cut_and_said_to_be() {
    let mut screen = after("/", SIZE);
    screen.act(Action::Paste("ferry ".repeat(2_000_000)));
    answer(&mut screen);
    let typed = screen
        .state
        .finder
        .as_ref()
        .map(|finder| finder.prompt.text.chars().count());
    assert_eq!(typed, Some(400));
    assert!(
        screen.letters().contains("cut to 400 characters"),
        "{}",
        screen.letters()
    );
}

#[test]
fn an_answer_that_comes_late_is_dropped() {
    let mut screen = after("/ ferry", SIZE);
    let before = screen.text();
    screen.act(Action::Found {
        ticket: 1,
        hits: Vec::new(),
        total: 0,
        complete: true,
    });
    assert_eq!(screen.text(), before);
    let sent = |effects: &[Effect]| {
        effects
            .iter()
            .filter_map(|e| match e {
                Effect::Search { ticket, .. } => Some(*ticket),
                _ => None,
            })
            .max()
    };
    screen.keys("Esc /");
    assert!(
        sent(&screen.effects) > Some(6),
        "numbers grow over openings"
    );
}

#[test]
fn a_click_selects_and_a_second_goes() {
    let mut screen = after("/ ferry", SIZE);
    let rows = &screen.state.finder.as_ref().expect("open").rows;
    let hits: Vec<usize> = (0..rows.len())
        .filter(|row| matches!(rows[*row], Row::Hit(_)))
        .collect();
    let y = hits[1] as u16 + 2;
    screen.act(Action::Press(10, y));
    assert_eq!(
        screen.state.finder.as_ref().map(|finder| finder.selected),
        Some(hits[1])
    );
    screen.act(Action::Press(10, y));
    assert!(screen.state.finder.is_none());
}

#[test]
fn the_selection_stays_in_sight() {
    for size in [(120, 30), (80, 24), (40, 12), (20, 5)] {
        let mut screen = after("/", size);
        for keys in [
            "Ctrl-n", "Ctrl-j", "Down", "Ctrl-p", "PgDn", "PgDn", "Ctrl-k", "PgUp", "Up",
        ] {
            screen.keys(keys);
            let letters = screen.letters();
            assert_eq!(
                letters.matches('▌').count(),
                1,
                "{size:?} {keys}\n{letters}"
            );
        }
    }
}

#[test]
fn another_timeline_is_searched_anew() {
    let mut screen = after("/ ferry", SIZE);
    let before = screen.letters();
    let same = dateline::timeline::Timeline::clone(&screen.state.timeline);
    screen.act(Action::Loaded(Loaded {
        timeline: Arc::new(same),
        progress: None,
    }));
    assert_ne!(
        screen.letters(),
        before,
        "nothing is shown of the old timeline"
    );
    answer(&mut screen);
    assert_eq!(screen.letters(), before);
}
