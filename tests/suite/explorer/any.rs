//! Any keys at any size.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use proptest::prelude::*;

use super::open;

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
