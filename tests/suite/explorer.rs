//! Keys in, screen out: timeline, scrubber, status line, help.

use std::collections::HashSet;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use dateline::{
    timeline::Timeline,
    ui::{
        action::{Action, Copied, Effect, Loaded, Opener},
        keymap::{Chord, Context, Keys, TABLE, rows},
        state::{Focus, rows::Place},
    },
};
use proptest::prelude::*;

use crate::{coast, keys::Screen};

fn open(size: (u16, u16)) -> Screen {
    Screen::new(&coast::timeline(), size)
}

fn title(screen: &Screen) -> &str {
    &screen.state.event().expect("an event is selected").summary
}

#[test]
fn every_chord_of_the_table_parses() {
    for key in TABLE.iter().flat_map(|row| row.keys) {
        for chord in key.keys.split(' ') {
            assert!(Chord::parse(chord).is_some(), "{chord} in {}", key.keys);
        }
    }
}

/// In one context no sequence stands twice, and none begins another: it would never end.
#[test]
fn no_key_hides_another() {
    for context in Context::ALL {
        let keys: Vec<Vec<Chord>> = rows(context)
            .flat_map(|row| row.keys)
            .map(|key| key.chords().collect())
            .collect();
        for (at, one) in keys.iter().enumerate() {
            for (other_at, other) in keys.iter().enumerate() {
                assert!(
                    at == other_at || !other.starts_with(one),
                    "{one:?} {context:?}"
                );
            }
        }
    }
}

/// What people read in help, man page and README: every key of the design is there.
#[test]
fn every_key_of_the_design_is_in_the_table() {
    let written: HashSet<&str> = rows(Context::Timeline)
        .chain(rows(Context::Reader))
        .flat_map(|row| row.keys)
        .map(|key| key.keys)
        .collect();
    let design = "j k Up Down Ctrl-n Ctrl-p Ctrl-d Ctrl-u PgUp PgDn Space G Home End h l Left Right \
                  Tab Enter Esc q Ctrl-c J K e E t / n N + - 0 { } Ctrl-o Alt-Left Alt-Right o O | \
                  ? M z";
    for key in design
        .split_whitespace()
        .chain(["g g", "g d", "y c", "y q", "y d", "y l"])
    {
        assert!(written.contains(key), "{key}");
    }
}

/// Every action that a person asks for has a key somewhere.
#[test]
fn every_action_has_a_key() {
    let mut reached: HashSet<String> = HashSet::new();
    for key in TABLE.iter().flat_map(|row| row.keys) {
        let name = format!("{:?}", (key.action)(None));
        reached.insert(name.split('(').next().unwrap_or_default().to_owned());
    }
    for action in [
        Action::Move(1),
        Action::HalfPage(1),
        Action::Page(1),
        Action::Top,
        Action::Bottom(None),
        Action::Enter,
        Action::Back,
        Action::Close,
        Action::Quit,
        Action::Focus(1),
        Action::Event(1),
        Action::DatedWords(1),
        Action::NextTelling,
        Action::Find,
        Action::Match(1),
        Action::Zoom(0),
        Action::Year(1),
        Action::GoToDate,
        Action::Jump(1),
        Action::ToggleFurniture,
        Action::ToggleReader,
        Action::ToggleMouse,
        Action::Help,
        Action::Copy(Copied::Date),
        Action::Open(Opener::Pager),
        Action::Backspace,
        Action::DeleteWord,
        Action::DeleteAll,
    ] {
        let name = format!("{action:?}");
        let name = name.split('(').next().unwrap_or_default();
        assert!(reached.contains(name), "{name}");
    }
}

#[test]
fn counts_and_sequences() {
    let mut keys = Keys::default();
    let mut feed = |c| keys.feed(KeyEvent::from(KeyCode::Char(c)), Context::Timeline);
    assert_eq!(
        (feed('1'), feed('0')),
        (Some(Action::Pending), Some(Action::Pending))
    );
    assert_eq!(feed('j'), Some(Action::Move(10)));
    assert_eq!(feed('0'), Some(Action::Zoom(0)));
    assert_eq!(
        (feed('g'), feed('d')),
        (Some(Action::Pending), Some(Action::GoToDate))
    );
    assert_eq!(
        (feed('g'), feed('x')),
        (Some(Action::Pending), Some(Action::Pending))
    );
    assert_eq!(feed('x'), None);
    for _ in 0..40 {
        feed('9');
    }
    assert!(matches!(feed('k'), Some(Action::Move(by)) if by < -1_000_000));
    assert_eq!(keys.pending(), "");
}

#[test]
fn a_control_key_types_nothing() {
    let mut keys = Keys::default();
    let key = KeyEvent::new(KeyCode::Char('x'), KeyModifiers::CONTROL);
    assert_eq!(keys.feed(key, Context::Finder), None);
    let key = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
    for context in Context::ALL {
        assert_eq!(keys.feed(key, context), Some(Action::Quit));
    }
}

#[test]
fn the_window_folds_what_lies_outside() {
    let mut screen = open((120, 30));
    assert_eq!(title(&screen), "Ann Miller takes office");
    assert!(screen.letters().contains("before 2022 · 3 events"));
    screen.keys("k Enter");
    let shown = screen.letters();
    assert!(
        shown.contains("Harbour towns first meet") && shown.contains("2012"),
        "{shown}"
    );
    screen.keys("G");
    assert_eq!(screen.state.list.cursor, Some(Place::Article(2)));
    screen.keys("0 12G");
    assert!(!screen.letters().contains("before 2022"));
    assert_eq!(screen.state.selected, Some(11));
}

#[test]
fn zoom_comes_back_the_way_it_went() {
    let mut screen = open((120, 30));
    screen.keys("9G");
    let seen = screen.text();
    let opening = screen.state.list.shape.window;
    let mut last = opening;
    for _ in 0..5 {
        screen.keys("+");
        let window = screen.state.list.shape.window;
        assert!(
            window.days() < last.days()
                && window.holds(screen.state.event().expect("one").date.first)
        );
        last = window;
    }
    screen.keys("5-");
    assert_eq!(screen.state.list.shape.window, opening);
    assert_eq!(screen.text(), seen);
    screen.keys("9-");
    assert_eq!(screen.state.timeline.events.len(), 24);
    assert!(!screen.letters().contains("▸ before"));
}

#[test]
fn years_and_the_jump_list() {
    let mut screen = open((120, 30));
    screen.keys("}");
    assert_eq!(title(&screen), "“Sea Shanty” sung at the state dinner");
    screen.keys("j {");
    assert_eq!(title(&screen), "“Sea Shanty” sung at the state dinner");
    screen.keys("24G");
    assert_eq!(title(&screen), "Allies to reach their goal");
    screen.keys("Ctrl-o");
    assert_eq!(title(&screen), "“Sea Shanty” sung at the state dinner");
    screen.keys("Alt-Right");
    assert_eq!(title(&screen), "Allies to reach their goal");
}

#[test]
fn a_typed_date_leads_to_the_nearest_event() {
    let mut screen = open((120, 30));
    screen.keys("gd 2023-07-12 Enter");
    assert_eq!(title(&screen), "Four leaders to meet");
    screen.keys("gd 2025-06-21 Enter");
    assert_eq!(title(&screen), "Talks on tariffs for herring");
    screen.keys("gd what Enter");
    let shown = screen.letters();
    let last = shown.lines().last().unwrap_or_default();
    assert!(last.contains("no date in that"), "{last}");
    assert_eq!(screen.state.context(), Context::Prompt);
    screen.keys("Esc");
    assert_eq!(screen.state.context(), Context::Timeline);
}

#[test]
fn esc_never_quits_and_q_closes_first() {
    let mut screen = open((120, 30));
    screen.keys("Enter");
    assert_eq!(screen.state.focus, Focus::Reader);
    screen.keys("q");
    assert_eq!(
        (screen.state.focus, screen.effects.len()),
        (Focus::Timeline, 0)
    );
    screen.keys("Esc Esc Esc");
    assert!(screen.effects.is_empty());
    screen.keys("q");
    assert_eq!(screen.effects, [Effect::Quit]);
}

#[test]
fn copies_say_what_they_copied() {
    let mut screen = open((120, 30));
    screen.keys("9G yd");
    assert_eq!(screen.effects, [Effect::Copy("10 July 2023".to_owned())]);
    assert!(screen.letters().contains("date copied: 10 July 2023"));
}

#[test]
fn the_help_is_searched_by_typing() {
    let mut screen = open((120, 30));
    screen.keys("? clipb");
    assert!(screen.letters().contains("nothing in the help says that"));
    screen.keys("Ctrl-u citation");
    let shown = screen.letters();
    assert!(
        shown.contains("yc yq yd yl") && !shown.contains("zoom"),
        "{shown}"
    );
    screen.keys("Esc");
    assert!(screen.letters().contains("zoom"));
    screen.keys("Esc");
    assert_eq!(screen.state.context(), Context::Timeline);
}

#[test]
fn the_mouse_points_at_what_keys_reach() {
    let mut screen = open((120, 30));
    let shown = screen.letters();
    let row = shown.lines().position(|line| line.contains("Sea Shanty"));
    let row = row.expect("it is on the screen") as u16;
    screen.act(Action::Press(20, row));
    screen.act(Action::Release(20, row));
    assert_eq!(title(&screen), "“Sea Shanty” sung at the state dinner");
    screen.act(Action::Press(119, 27));
    assert_eq!(title(&screen), "Next summit");
    screen.act(Action::Drag(0, 2));
    assert_eq!(title(&screen), "Ann Miller takes office");
    screen.act(Action::Release(0, 2));
    screen.act(Action::Press(52, 5));
    screen.act(Action::Drag(70, 5));
    screen.act(Action::Release(70, 5));
    assert!(
        screen
            .letters()
            .lines()
            .all(|line| line.chars().nth(52) != Some('│'))
    );
}

#[test]
fn more_articles_keep_the_selection() {
    let mut screen = open((120, 30));
    screen.keys("15G");
    let before = title(&screen).to_owned();
    let mut more = Timeline::clone(&coast::timeline());
    more.events.remove(3);
    more.events.remove(2);
    screen.act(Action::Loaded(Loaded {
        timeline: more.into(),
        progress: Some((2, 3)),
    }));
    assert_eq!(title(&screen), before);
    assert_eq!(screen.state.selected, Some(12));
    assert!(screen.letters().contains("reading 2/3"));
}

#[test]
fn an_empty_timeline_says_what_to_do() {
    let mut screen = Screen::new(&Timeline::default().into(), (80, 24));
    screen.keys("j k Enter + - 0 { } gd 2020 Enter Esc yc yq yd o J K G gg ? Esc");
    assert!(
        screen.letters().contains("dateline FOLDER"),
        "{}",
        screen.letters()
    );
}

#[test]
fn without_utf_8_every_cell_is_ascii() {
    let mut screen = open((120, 30));
    screen.state.theme.ascii = true;
    for keys in ["", "20G", "?", "Esc / rutte"] {
        let shown = screen.keys(keys).letters();
        assert!(shown.is_ascii(), "{shown}");
    }
}

/// Something that a terminal may send.
fn events() -> impl Strategy<Value = Event> {
    let letters = "jkgGdhlJKeEtnN/+-0{}123456789qzMpymoOclx?| {}ä한"
        .chars()
        .collect::<Vec<_>>();
    let codes = [
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Backspace,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::F(1),
        KeyCode::Delete,
    ];
    let kinds = [
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::ScrollDown,
        MouseEventKind::ScrollUp,
        MouseEventKind::Moved,
    ];
    prop_oneof![
        8 => prop::sample::select(letters).prop_map(|c| Event::Key(KeyEvent::from(KeyCode::Char(c)))),
        4 => prop::sample::select(codes.to_vec()).prop_map(|code| Event::Key(KeyEvent::from(code))),
        2 => prop::sample::select("cdunpowxjk".chars().collect::<Vec<_>>()).prop_map(|c| {
            Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL))
        }),
        2 => (prop::sample::select(kinds.to_vec()), 0u16..320, 0u16..120).prop_map(|(kind, column, row)| {
            Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
        }),
        1 => (0u16..300, 0u16..100).prop_map(|(columns, rows)| Event::Resize(columns, rows)),
        1 => (0u16..64, 0u16..30).prop_map(|(columns, rows)| Event::Resize(columns, rows)),
        1 => "\\PC{0,40}".prop_map(Event::Paste),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed and clicked, at whatever size: every frame is drawn, and the cursor,
    /// where there is one, stands on something that can be seen or scrolled to.
    #[test]
    fn any_keys_at_any_size(
        size in (0u16..=300, 0u16..=100),
        ascii in any::<bool>(),
        events in prop::collection::vec(events(), 0..60),
    ) {
        let mut screen = open(size);
        screen.state.theme.ascii = ascii;
        screen.buffer();
        for event in events {
            screen.event(event);
            screen.buffer();
            let list = &screen.state.list;
            if let Some(place) = list.cursor {
                prop_assert!(list.rows.find(place).is_some());
            }
        }
    }
}
