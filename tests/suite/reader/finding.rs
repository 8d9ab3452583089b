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

/// What is shown of the selected hit, and of the whole screen.
fn shown(keys: &str, size: (u16, u16)) -> String {
    after(keys, size).letters()
}

#[test]
fn hits_are_counted_and_dated_at_every_width() {
    for width in [60, 80, 99, 100, 120, 200] {
        let letters = shown("/ ferry", (width, 30));
        assert!(letters.contains("hits"), "{letters}");
        assert!(letters.contains("EVENTS"), "{letters}");
        assert!(letters.contains("2024 ●"), "{width}: {letters}");
    }
}

#[test]
fn rows_begin_at_their_beginning_where_the_hit_is_seen_from_there() {
    let screen = after("/ torshavn", SIZE);
    let letters = screen.letters();
    let items = screen.state.source.items.as_ref().expect("items");
    let hits = &screen.state.finder.as_ref().expect("open").hits;
    let mut whole = hits.iter().map(|hit| items[hit.item].text.as_str());
    // Columns for a title beside the date and the mark.
    assert!(whole.clone().any(|text| text.chars().count() == 37));
    assert!(
        whole.all(|text| text.chars().count() > 38 || letters.contains(text)),
        "{letters}"
    );
    assert!(letters.contains("…ferry between Busan and Tórshavn"));
}

#[test]
fn what_led_there_is_marked_and_walked() {
    let mut screen = after("/ 'waited Enter", SIZE);
    let search = screen.state.reader.search.as_ref().expect("marked");
    let text = &screen.state.timeline.articles[0].text;
    assert!(search.matches.iter().all(|span| span.of(text) == "waited"));
    let mut screen_of = after("/ ferry Enter", SIZE);
    let current = |screen: &crate::keys::Screen| {
        let search = screen.state.reader.search.as_ref().expect("marked");
        (search.current, search.matches.len())
    };
    let (first, count) = current(&screen_of);
    assert!(count > 1);
    screen_of.keys("n");
    assert_eq!(current(&screen_of).0, (first + 1) % count);
    screen_of.keys("N");
    assert_eq!(current(&screen_of).0, first);
    screen_of.keys("Esc n");
    assert!(screen_of.letters().contains("no words are looked for"));
    screen.keys("Esc");
    assert!(screen.state.reader.search.is_none());
}

#[test]
fn a_second_stroke_looks_everywhere() {
    let mut screen = after("Enter /", SIZE);
    assert!(screen.state.reader.typing() && screen.state.finder.is_none());
    screen.keys("/");
    assert!(!screen.state.reader.typing() && screen.state.finder.is_some());
}

#[test]
fn while_more_is_being_read_it_says_so() {
    let mut screen = after("/ qqxyzzy", SIZE);
    assert!(screen.letters().contains("nothing matches"));
    screen.state.progress = Some((20, 502));
    assert!(
        screen
            .letters()
            .contains("nothing yet; 20 of 502 files are read")
    );
    screen.state.progress = None;
    screen.keys("Ctrl-u ferr");
    answer(&mut screen);
    screen.keys("y");
    assert!(screen.letters().contains("so far"), "{}", screen.letters());
}

#[test]
fn without_colours_dates_hits_and_the_selection_look_unlike() {
    use dateline::ui::theme::{Palette, Role, Theme};
    let theme = Theme {
        palette: Palette::Mono,
        ascii: false,
    };
    let styles = [Role::Text, Role::Accent, Role::Dated, Role::Hit].map(|role| theme.style(role));
    for (at, one) in styles.iter().enumerate() {
        assert!(!styles[..at].contains(one), "{one:?}");
    }
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
        days: Vec::new(),
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
