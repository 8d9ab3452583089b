//! Bytes from the terminal → keys, clicks, pastes.
//!
//! A decoder of our own, because crossterm's reader cannot be paused while an
//! editor has the terminal, and never returns once the terminal has vanished.
//! It speaks xterm's sequences, SGR mouse reports, bracketed paste and kitty's
//! `CSI u` keys; what it does not know it drops, a sequence at a time.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use memchr::memmem;

/// A longer sequence than any terminal sends is not one.
const LONGEST: usize = 64;
/// What is kept of a paste, in bytes: nobody reads more in a prompt.
const PASTE: usize = 1 << 20;
/// What ends a bracketed paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Turns bytes into events; keeps what is not complete yet.
#[derive(Debug, Default)]
pub struct Decoder {
    buffer: Vec<u8>,
    paste: Option<Vec<u8>>,
}

/// How far a sequence at the head of the buffer goes.
enum Step {
    /// So many bytes, and what they mean.
    Take(usize, Option<Event>),
    /// A paste begins after so many bytes.
    Paste(usize),
    /// It may go on.
    More,
}

impl Decoder {
    /// Reads `bytes`, and gives each event to `sink`.
    pub fn feed(&mut self, bytes: &[u8], sink: &mut impl FnMut(Event)) {
        self.buffer.extend_from_slice(bytes);
        let mut at = 0;
        while at < self.buffer.len() {
            if self.paste.is_some() {
                match self.take_paste(at) {
                    Some((end, text)) => {
                        at = end;
                        sink(Event::Paste(text));
                        continue;
                    }
                    None => return,
                }
            }
            match step(&self.buffer[at..]) {
                Step::Take(length, event) => {
                    at += length.max(1);
                    event.into_iter().for_each(&mut *sink);
                }
                Step::Paste(length) => {
                    at += length;
                    self.paste = Some(Vec::new());
                }
                Step::More => break,
            }
        }
        self.buffer.drain(..at);
    }

    /// Whether a sequence has begun that only time can end: Esc, or the start of one.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.paste.is_none() && !self.buffer.is_empty()
    }

    /// Nothing more came: what is there is all there is.
    pub fn flush(&mut self, sink: &mut impl FnMut(Event)) {
        if self.waits() {
            match self.buffer.as_slice() {
                [0x1b] => sink(key(KeyCode::Esc, KeyModifiers::NONE)),
                [0x1b, letter @ (b'[' | b'O')] => {
                    sink(key(KeyCode::Char(char::from(*letter)), KeyModifiers::ALT));
                }
                _ => {}
            }
            self.buffer.clear();
        }
    }

    /// Moves what belongs to the paste out of the buffer, from `at`; its text where it ends.
    fn take_paste(&mut self, at: usize) -> Option<(usize, String)> {
        let rest = &self.buffer[at..];
        let end = memmem::find(rest, PASTE_END);
        // The end mark may be cut in two: its first bytes stay in the buffer.
        let body = end.unwrap_or_else(|| rest.len().saturating_sub(PASTE_END.len() - 1));
        let paste = self.paste.as_mut()?;
        let room = PASTE.saturating_sub(paste.len());
        paste.extend_from_slice(&rest[..body.min(room)]);
        if end.is_none() {
            self.buffer.drain(..at + body);
            return None;
        }
        let text = String::from_utf8_lossy(paste).into_owned();
        self.paste = None;
        Some((at + body + PASTE_END.len(), text))
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// Reads what stands at the head of `bytes` (which is not empty).
fn step(bytes: &[u8]) -> Step {
    match bytes {
        [0x1b] | [0x1b, b'O'] => Step::More,
        [0x1b, 0x1b, ..] => Step::Take(1, Some(key(KeyCode::Esc, KeyModifiers::NONE))),
        [0x1b, b'[', ..] => control(bytes),
        [0x1b, b'O', last, ..] => {
            let event = letter_key(*last).map(|code| key(code, KeyModifiers::NONE));
            Step::Take(3, event)
        }
        [0x1b, rest @ ..] => match step(rest) {
            Step::Take(length, Some(Event::Key(mut event))) => {
                event.modifiers |= KeyModifiers::ALT;
                Step::Take(length + 1, Some(Event::Key(event)))
            }
            Step::Take(length, event) => Step::Take(length + 1, event),
            Step::Paste(_) | Step::More => Step::More,
        },
        [byte, ..] if *byte < 0x20 || *byte == 0x7f => Step::Take(1, Some(control_key(*byte))),
        _ => character(bytes),
    }
}

/// Control characters as the keys that send them.
fn control_key(byte: u8) -> Event {
    match byte {
        b'\r' => key(KeyCode::Enter, KeyModifiers::NONE),
        b'\t' => key(KeyCode::Tab, KeyModifiers::NONE),
        0x7f => key(KeyCode::Backspace, KeyModifiers::NONE),
        0 => key(KeyCode::Char(' '), KeyModifiers::CONTROL),
        1..=26 => key(
            KeyCode::Char(char::from(byte - 1 + b'a')),
            KeyModifiers::CONTROL,
        ),
        _ => key(
            KeyCode::Char(char::from(byte - 0x1c + b'4')),
            KeyModifiers::CONTROL,
        ),
    }
}

/// One character of UTF-8; a byte that belongs to none is dropped.
fn character(bytes: &[u8]) -> Step {
    let length = match bytes[0] {
        0x00..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Step::Take(1, None),
    };
    let head = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(head) {
        Ok(text) => Step::Take(
            length,
            text.chars()
                .next()
                .map(|c| key(KeyCode::Char(c), KeyModifiers::NONE)),
        ),
        Err(error) if error.error_len().is_none() => Step::More,
        Err(_) => Step::Take(1, None),
    }
}

/// A sequence that begins with CSI.
fn control(bytes: &[u8]) -> Step {
    let parameters = bytes[2..]
        .iter()
        .take(LONGEST)
        .take_while(|byte| (0x20..0x40).contains(*byte))
        .count();
    let Some(&last) = bytes.get(2 + parameters) else {
        return if parameters < LONGEST {
            Step::More
        } else {
            Step::Take(2 + parameters, None)
        };
    };
    if !(0x40..0x7f).contains(&last) {
        return Step::Take(2 + parameters, None);
    }
    let length = 3 + parameters;
    let text = std::str::from_utf8(&bytes[2..2 + parameters]).unwrap_or_default();
    if last == b'~' && text == "200" {
        return Step::Paste(length);
    }
    Step::Take(length, sequence(text, last))
}

/// What the sequence `CSI text last` means.
fn sequence(text: &str, last: u8) -> Option<Event> {
    if let Some(report) = text.strip_prefix('<') {
        return mouse(report, last);
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
fn letter_key(last: u8) -> Option<KeyCode> {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that `bytes` mean, fed in pieces of `size`.
    fn read(bytes: &[u8], size: usize) -> Vec<Event> {
        let mut decoder = Decoder::default();
        let mut events = Vec::new();
        for piece in bytes.chunks(size) {
            decoder.feed(piece, &mut |event| events.push(event));
        }
        decoder.flush(&mut |event| events.push(event));
        events
    }

    fn letter(c: char) -> Event {
        key(KeyCode::Char(c), KeyModifiers::NONE)
    }

    #[test]
    fn keys_of_every_kind_are_read_whole_and_in_pieces() {
        let control = |c| key(KeyCode::Char(c), KeyModifiers::CONTROL);
        let plain = |code| key(code, KeyModifiers::NONE);
        let table: [(&[u8], Event); 22] = [
            (b"j", letter('j')),
            ("나".as_bytes(), letter('나')),
            (b"\x04", control('d')),
            (b"\x1b[100;5u", control('d')),
            (b"\r", plain(KeyCode::Enter)),
            (b"\x7f", plain(KeyCode::Backspace)),
            (b"\x1b", plain(KeyCode::Esc)),
            (b"\x1b[27u", plain(KeyCode::Esc)),
            (b"\x1b[A", plain(KeyCode::Up)),
            (b"\x1bOA", plain(KeyCode::Up)),
            (b"\x1b[5~", plain(KeyCode::PageUp)),
            (b"\x1b[1~", plain(KeyCode::Home)),
            (b"\x1b[24~", plain(KeyCode::F(12))),
            (b"\x1b[Z", key(KeyCode::BackTab, KeyModifiers::SHIFT)),
            (b"\x1b[9;2u", key(KeyCode::BackTab, KeyModifiers::SHIFT)),
            (b"\x1b[1;3D", key(KeyCode::Left, KeyModifiers::ALT)),
            (b"\x1bx", key(KeyCode::Char('x'), KeyModifiers::ALT)),
            (b"\x1b[57414u", plain(KeyCode::Enter)),
            (b"\x1b[57404u", letter('5')),
            (b"\x1b[I", Event::FocusGained),
            (
                b"\x1b[200~two\nlines\x1b[A\x1b[201~",
                Event::Paste("two\nlines\x1b[A".to_owned()),
            ),
            (
                b"\x1b[200~\xff\x1b[201~",
                Event::Paste("\u{fffd}".to_owned()),
            ),
        ];
        for (bytes, event) in table {
            for size in 1..=bytes.len() {
                assert_eq!(
                    read(bytes, size),
                    std::slice::from_ref(&event),
                    "{bytes:?} by {size}"
                );
            }
        }
    }

    #[test]
    fn clicks_drags_and_the_wheel_are_read() {
        let at = |bytes: &[u8]| match read(bytes, bytes.len()).as_slice() {
            [Event::Mouse(mouse)] => Some((mouse.kind, mouse.column, mouse.row)),
            _ => None,
        };
        let left = MouseButton::Left;
        assert_eq!(
            at(b"\x1b[<0;1;1M"),
            Some((MouseEventKind::Down(left), 0, 0))
        );
        assert_eq!(
            at(b"\x1b[<0;300;12m"),
            Some((MouseEventKind::Up(left), 299, 11))
        );
        assert_eq!(
            at(b"\x1b[<32;4;5M"),
            Some((MouseEventKind::Drag(left), 3, 4))
        );
        assert_eq!(at(b"\x1b[<64;4;5M"), Some((MouseEventKind::ScrollUp, 3, 4)));
        assert_eq!(
            at(b"\x1b[<65;4;5M"),
            Some((MouseEventKind::ScrollDown, 3, 4))
        );
        assert_eq!(at(b"\x1b[<0;99999;1M"), None);
    }

    #[test]
    fn what_is_unknown_is_dropped_and_the_next_key_is_read() {
        for noise in [
            &b"\x1b[?1;2c"[..],
            b"\x1b[31337;1;x~",
            b"\x1b[\x07",
            b"\xff",
            b"\xc3(",
        ] {
            let last = read(&[noise, b"j"].concat(), 64).pop();
            assert_eq!(last, Some(letter('j')), "{noise:?}");
        }
        let endless = [&b"\x1b["[..], &[b'1'; 1000]].concat();
        assert!(read(&[&endless[..], b"\rj"].concat(), 64).ends_with(&[letter('j')]));
    }

    #[test]
    fn a_paste_keeps_its_first_megabyte() {
        let bytes = [&b"\x1b[200~"[..], &vec![b'x'; 3 * PASTE], b"\x1b[201~j"].concat();
        let events = read(&bytes, 4096);
        assert!(matches!(&events[0], Event::Paste(text) if text.len() == PASTE));
        assert_eq!(events[1..], [letter('j')]);
    }
}
