//! The key table and its decoder.

use std::collections::HashSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use dateline::ui::{
    action::{Action, Copied, Opener},
    keymap::{Chord, Context, Keys, TABLE, rows},
};

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
                  ? M R z x < >";
    for key in design
        .split_whitespace()
        .chain(["g g", "g d", "y c", "y q", "y d", "y l", "y e"])
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
        Action::ToggleScale,
        Action::Reload,
        Action::Divider(1),
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
        (feed('g'), feed('w')),
        (Some(Action::Pending), Some(Action::Pending))
    );
    assert_eq!(feed('w'), None);
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
