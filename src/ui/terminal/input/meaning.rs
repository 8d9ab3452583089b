//! What a sequence means that stands there whole.

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::key;

/// What the sequence `CSI text last` means.
pub fn sequence(text: &str, last: u8) -> Option<Event> {
    if let Some(report) = text.strip_prefix('<') {
        return mouse(report, last);
    }
    if !text.bytes().all(|byte| matches!(byte, b'0'..=b';')) {
        return None; // an answer to a question about the terminal
    }
    let mut fields = text.split(';');
    let first: u32 = fields.next().and_then(number).unwrap_or(1);
    let second = fields.next().unwrap_or_default();
    if second.split(':').nth(1) == Some("3") {
        return None; // a key that was let go
    }
    let mut modifiers = modifiers(number(second).unwrap_or(1));
    let code = match last {
        b'I' if text.is_empty() => return Some(Event::FocusGained),
        b'O' if text.is_empty() => return Some(Event::FocusLost),
        b'Z' => {
            modifiers |= KeyModifiers::SHIFT;
            KeyCode::BackTab
        }
        b'~' => tilde_key(first)?,
        b'u' => unicode_key(first, modifiers)?,
        // A click as urxvt tells it.
        b'M' => return None,
        _ => letter_key(last)?,
    };
    Some(key(code, modifiers))
}

/// The number before a colon.
fn number(field: &str) -> Option<u32> {
    field.split(':').next()?.parse().ok()
}

/// xterm's modifier parameter: 1 + Shift 1, Alt 2, Ctrl 4.
fn modifiers(parameter: u32) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, bits & 1 != 0);
    modifiers.set(KeyModifiers::ALT, bits & 2 != 0);
    modifiers.set(KeyModifiers::CONTROL, bits & 4 != 0);
    modifiers
}

/// Keys that end in a letter, after CSI or SS3.
pub fn letter_key(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

/// Keys that end in `~`.
fn tilde_key(first: u32) -> Option<KeyCode> {
    Some(match first {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(first as u8 - 10),
        17..=21 => KeyCode::F(first as u8 - 11),
        23 | 24 => KeyCode::F(first as u8 - 12),
        _ => return None,
    })
}

/// kitty's `CSI u` keys, the keypad included.
fn unicode_key(code: u32, modifiers: KeyModifiers) -> Option<KeyCode> {
    const KEYPAD: [KeyCode; 10] = [
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Insert,
        KeyCode::Delete,
    ];
    Some(match code {
        27 => KeyCode::Esc,
        13 | 57414 => KeyCode::Enter,
        9 if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        127 => KeyCode::Backspace,
        57399..=57408 => KeyCode::Char(char::from(b'0' + (code - 57399) as u8)),
        57417..=57426 => KEYPAD[(code - 57417) as usize],
        57344..=63743 => return None,
        _ => KeyCode::Char(char::from_u32(code).filter(|c| !c.is_control())?),
    })
}

/// An SGR mouse report, `button;column;row` from 1.
fn mouse(report: &str, last: u8) -> Option<Event> {
    let mut fields = report.split(';').map(|field| field.parse::<u16>().ok());
    let (button, column, row) = (fields.next()??, fields.next()??, fields.next()??);
    let which = match button & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let kind = match (button & 0xe0, last) {
        (0, b'M') => MouseEventKind::Down(which),
        (0, b'm') => MouseEventKind::Up(which),
        (32, b'M') if button & 3 == 3 => MouseEventKind::Moved,
        (32, b'M') => MouseEventKind::Drag(which),
        (64, b'M') if which == MouseButton::Left => MouseEventKind::ScrollUp,
        (64, b'M') if which == MouseButton::Middle => MouseEventKind::ScrollDown,
        _ => return None,
    };
    Some(Event::Mouse(MouseEvent {
        kind,
        column: column.saturating_sub(1),
        row: row.saturating_sub(1),
        modifiers: KeyModifiers::NONE,
    }))
}
