//! Bytes from the terminal → keys, clicks, pastes.
//!
//! A decoder of our own, because crossterm's reader cannot be paused while an
//! editor has the terminal, and never returns once the terminal has vanished.
//! It speaks xterm's sequences, SGR mouse reports, bracketed paste and kitty's
//! `CSI u` keys; what it does not know it drops, a whole sequence at a time.
//!
//! Terminals also send what nobody typed: answers to questions that another
//! program asked (DCS, OSC, APC, PM and SOS strings). Their letters are no keys,
//! wherever a slow line cuts them. So silence ends a lone Esc after [`BRIEF`],
//! but a sequence, a string or a paste that has begun only after [`LONG`]: then
//! its end is not coming, and what is typed next is meant.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use memchr::memmem;

mod meaning;

use meaning::{letter_key, sequence};

/// How long an Esc may be the start of a sequence: terminals send those in one
/// piece, slow lines within this time.
pub const BRIEF: Duration = Duration::from_millis(25);
/// How long a line may stand still inside of what has begun.
pub const LONG: Duration = Duration::from_secs(1);

/// A longer sequence than any terminal sends: its bytes are not kept.
const LONGEST: usize = 64;
/// What is kept of a paste, in bytes: nobody reads more in a prompt.
const PASTE: usize = 1 << 20;
/// What ends a bracketed paste.
const PASTE_END: &[u8] = b"\x1b[201~";
const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
/// Ctrl-C as a byte.
const INTERRUPT: u8 = 0x03;

/// Turns bytes into events; keeps what is not complete yet.
#[derive(Debug, Default)]
pub struct Decoder {
    buffer: Vec<u8>,
    inside: Inside,
    /// What was made of the silence since the last byte.
    silence: Silence,
}

/// What the next bytes belong to.
#[derive(Debug, Default, PartialEq, Eq)]
enum Inside {
    /// Nothing: a key or a sequence begins.
    #[default]
    Nothing,
    /// A paste, with its text so far.
    Paste(Vec<u8>),
    /// A control string, which is dropped; BEL ends it too (only OSC).
    String { bell: bool },
    /// A sequence that is too long to be kept, which is dropped.
    Sequence,
}

/// What was made of the silence since the last byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Silence {
    /// None was told of.
    #[default]
    None,
    /// A brief one, while something goes on.
    Brief,
    /// A brief one, which made an Esc of its byte.
    Escaped,
}

/// How far a sequence at the head of the buffer goes.
#[derive(Debug)]
enum Step {
    /// So many bytes, and what they mean.
    Take(usize, Option<Event>),
    /// After so many bytes, and what they mean, comes something else.
    Turn(usize, Option<Event>, Inside),
    /// It may go on.
    More,
}

impl Decoder {
    /// Reads `bytes`, and gives each event to `sink`.
    pub fn feed(&mut self, bytes: &[u8], sink: &mut impl FnMut(Event)) {
        let silence = std::mem::take(&mut self.silence);
        if silence == Silence::Escaped && goes_on(bytes) {
            self.buffer.push(ESC);
        }
        if silence == Silence::Brief {
            if bytes == [INTERRUPT] {
                // Typed by somebody whose terminal does not answer.
                self.abandon(sink);
            } else if let (Inside::String { .. }, [ESC]) = (&self.inside, &self.buffer[..])
                && !bytes.starts_with(b"\\")
            {
                // An Esc that was typed, not the first half of a string's end.
                self.abandon(sink);
            }
        }
        self.buffer.extend_from_slice(bytes);
        let mut at = 0;
        while at < self.buffer.len() {
            let rest = &self.buffer[at..];
            let step = match &mut self.inside {
                Inside::Nothing => step(rest),
                Inside::Paste(text) => pasted(rest, text),
                Inside::String { bell } => string_end(rest, *bell),
                Inside::Sequence => sequence_end(rest),
            };
            match step {
                Step::Take(length, event) => {
                    at += length;
                    event.into_iter().for_each(&mut *sink);
                }
                Step::Turn(length, event, inside) => {
                    at += length;
                    self.inside = inside;
                    event.into_iter().for_each(&mut *sink);
                }
                Step::More => break,
            }
        }
        self.buffer.drain(..at);
    }

    /// How long the silence may last before [`Decoder::silent`] has to be told of it;
    /// `None` where nothing has begun that only time can end.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match self.silence {
            _ if self.buffer.is_empty() && self.inside == Inside::Nothing => {
                (self.silence == Silence::Escaped).then_some(LONG)
            }
            Silence::None => Some(BRIEF),
            Silence::Brief | Silence::Escaped => Some(LONG),
        }
    }

    /// Nothing came for as long as [`Decoder::patience`] said.
    pub fn silent(&mut self, sink: &mut impl FnMut(Event)) {
        match self.silence {
            Silence::None if self.inside == Inside::Nothing && self.buffer == [ESC] => {
                self.buffer.clear();
                self.silence = Silence::Escaped;
                sink(key(KeyCode::Esc, KeyModifiers::NONE));
            }
            Silence::None => self.silence = Silence::Brief,
            Silence::Brief | Silence::Escaped => self.abandon(sink),
        }
    }

    /// What has begun does not end: of a paste that is there, of the rest nothing.
    fn abandon(&mut self, sink: &mut impl FnMut(Event)) {
        if let Inside::Paste(mut text) = std::mem::take(&mut self.inside) {
            let room = PASTE.saturating_sub(text.len()).min(self.buffer.len());
            text.extend_from_slice(&self.buffer[..room]);
            sink(Event::Paste(String::from_utf8_lossy(&text).into_owned()));
        }
        self.buffer.clear();
        self.silence = Silence::None;
    }
}

/// Whether a read that follows on an Esc after a brief silence is the rest of a sequence
/// that the line cut there. A hand types one letter at a time.
fn goes_on(bytes: &[u8]) -> bool {
    match bytes {
        [b'O', letter, ..] => letter_key(*letter).is_some(),
        [b'[' | b'P' | b']' | b'X' | b'^' | b'_', _, ..] => true,
        _ => false,
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// Moves what belongs to the paste out of `rest`; its text where it ends.
fn pasted(rest: &[u8], text: &mut Vec<u8>) -> Step {
    let end = memmem::find(rest, PASTE_END);
    // The end mark may be cut in two: its first bytes stay in the buffer.
    let body = end.unwrap_or_else(|| rest.len().saturating_sub(PASTE_END.len() - 1));
    let room = PASTE.saturating_sub(text.len());
    text.extend_from_slice(&rest[..body.min(room)]);
    if end.is_some() {
        let event = Event::Paste(String::from_utf8_lossy(text).into_owned());
        return Step::Turn(body + PASTE_END.len(), Some(event), Inside::Nothing);
    }
    if body == 0 {
        Step::More
    } else {
        Step::Take(body, None)
    }
}

/// Where a control string ends: at its terminator, at what cancels it (CAN, SUB, the start
/// of another sequence), at Ctrl-C.
fn string_end(rest: &[u8], bell: bool) -> Step {
    const CANCEL: [u8; 2] = [0x18, 0x1a];
    let ends =
        |byte: u8| matches!(byte, ESC | INTERRUPT) || CANCEL.contains(&byte) || bell && byte == BEL;
    let Some(end) = rest.iter().position(|byte| ends(*byte)) else {
        return Step::Take(rest.len(), None);
    };
    match rest[end..] {
        [ESC] if end == 0 => Step::More,
        [ESC] => Step::Take(end, None),
        [ESC, b'\\', ..] => Step::Turn(end + 2, None, Inside::Nothing),
        [ESC | INTERRUPT, ..] => Step::Turn(end, None, Inside::Nothing),
        _ => Step::Turn(end + 1, None, Inside::Nothing),
    }
}

/// Where a sequence that is too long ends: at its last letter, or at what cannot belong to it.
fn sequence_end(rest: &[u8]) -> Step {
    match rest.iter().position(|byte| !(0x20..0x40).contains(byte)) {
        None => Step::Take(rest.len(), None),
        Some(end) => {
            let last = usize::from((0x40..0x7f).contains(&rest[end]));
            Step::Turn(end + last, None, Inside::Nothing)
        }
    }
}

/// Reads what stands at the head of `bytes` (which is not empty).
fn step(bytes: &[u8]) -> Step {
    match bytes {
        [0x1b] | [0x1b, b'O'] => Step::More,
        [0x1b, 0x1b, ..] => Step::Take(1, Some(key(KeyCode::Esc, KeyModifiers::NONE))),
        [0x1b, b'[', ..] => control(bytes),
        [0x1b, b']', ..] => Step::Turn(2, None, Inside::String { bell: true }),
        [0x1b, b'P' | b'X' | b'^' | b'_', ..] => {
            Step::Turn(2, None, Inside::String { bell: false })
        }
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
            Step::Turn(..) | Step::More => Step::More,
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
                .filter(|c| !c.is_control())
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
    if parameters == LONGEST {
        return Step::Turn(2 + parameters, None, Inside::Sequence);
    }
    let Some(&last) = bytes.get(2 + parameters) else {
        return Step::More;
    };
    if !(0x40..0x7f).contains(&last) {
        return Step::Take(2 + parameters, None);
    }
    // After these two come bytes that are no keys: a click as terminals without SGR
    // reports tell it, and a function key of the Linux console.
    let more = match (parameters, last) {
        (0, b'M') => 3,
        (0, b'[') => 1,
        _ => 0,
    };
    let length = 3 + parameters + more;
    if bytes.len() < length {
        return Step::More;
    }
    if more > 0 {
        return Step::Take(length, None);
    }
    let text = std::str::from_utf8(&bytes[2..2 + parameters]).unwrap_or_default();
    if last == b'~' && text == "200" {
        return Step::Turn(length, None, Inside::Paste(Vec::new()));
    }
    Step::Take(length, sequence(text, last))
}

#[cfg(test)]
mod tests {
    use crossterm::event::{MouseButton, MouseEventKind};

    use super::*;

    /// Everything that `bytes` mean, fed in pieces of `size`.
    fn read(bytes: &[u8], size: usize) -> Vec<Event> {
        let mut decoder = Decoder::default();
        let mut events = Vec::new();
        for piece in bytes.chunks(size) {
            decoder.feed(piece, &mut |event| events.push(event));
        }
        rest(&mut decoder, &mut events);
        events
    }

    /// Nothing more comes, for as long as the decoder waits.
    fn rest(decoder: &mut Decoder, events: &mut Vec<Event>) {
        for _ in 0..2 {
            if decoder.patience().is_some() {
                decoder.silent(&mut |event| events.push(event));
            }
        }
        assert_eq!(decoder.patience(), None, "it waits for ever");
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

    /// Answers and reports that terminals send, none of them a key.
    const REPLIES: [&[u8]; 14] = [
        b"\x1bP1$r0 q\x1b\\",
        b"\x1bP>|tmux 3.3a q\x1b\\",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1b]11;rgb:ffff/ffff/ffff\x07",
        b"\x1b]lvim quo\x1b\\",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b^q\x1b\\",
        b"\x1bXq\x1b\\",
        b"\x1b[?62;22;52c",
        b"\x1b[?1u",
        b"\x1b[?2026;2$y",
        b"\x1b[<99;12;7M",
        b"\x1b[M !!",
        b"\x1b[32;10;5M",
    ];

    #[test]
    fn answers_of_the_terminal_are_no_keys_wherever_the_line_cuts_them() {
        for reply in REPLIES {
            for cut in 0..reply.len() {
                for pauses in 0..2 {
                    let mut decoder = Decoder::default();
                    let mut events = Vec::new();
                    decoder.feed(&reply[..cut], &mut |event| events.push(event));
                    for _ in 0..pauses {
                        if decoder.patience().is_some() {
                            decoder.silent(&mut |event| events.push(event));
                        }
                    }
                    decoder.feed(&reply[cut..], &mut |event| events.push(event));
                    rest(&mut decoder, &mut events);
                    // What an Esc stands for when nothing follows it cannot be taken back.
                    events.retain(|event| *event != key(KeyCode::Esc, KeyModifiers::NONE));
                    assert_eq!(events, [], "{reply:?} cut at {cut}, {pauses} pauses");
                    decoder.feed(b"j", &mut |event| events.push(event));
                    assert_eq!(events, [letter('j')], "after {reply:?} cut at {cut}");
                }
            }
        }
    }

    #[test]
    fn a_string_without_an_end_gives_the_keys_back() {
        let quit = key(KeyCode::Char('c'), KeyModifiers::CONTROL);
        for begun in [
            &b"\x1bPq"[..],
            b"\x1b]11;",
            b"\x1b[<0;1",
            b"\x1b[200~two",
            b"\x1b_",
        ] {
            // After a long silence every key is a key again.
            let mut decoder = Decoder::default();
            let mut events = Vec::new();
            decoder.feed(begun, &mut |event| events.push(event));
            rest(&mut decoder, &mut events);
            decoder.feed(b"q", &mut |event| events.push(event));
            assert_eq!(events.pop(), Some(letter('q')), "{begun:?}");
            // After a brief one Ctrl-C is.
            let mut decoder = Decoder::default();
            decoder.feed(begun, &mut |event| events.push(event));
            decoder.silent(&mut |event| events.push(event));
            decoder.feed(b"\x03", &mut |event| events.push(event));
            assert_eq!(events.pop(), Some(quit.clone()), "{begun:?}");
            // Of a paste that is there nothing is lost.
            let pastes = if begun.ends_with(b"two") { 2 } else { 0 };
            let texts = vec![Event::Paste("two".to_owned()); pastes];
            assert_eq!(events, texts, "{begun:?}");
        }
    }

    #[test]
    fn esc_is_a_key_inside_and_after_everything() {
        let esc = key(KeyCode::Esc, KeyModifiers::NONE);
        let mut decoder = Decoder::default();
        let mut events = Vec::new();
        for piece in [&b"\x1b"[..], b"[", b"\x1b", b"O", b"\x1b", b"Pq\x1b", b"j"] {
            decoder.feed(piece, &mut |event| events.push(event));
            decoder.silent(&mut |event| events.push(event));
        }
        // "[" and "O" alone are letters that somebody typed.
        let typed = [
            esc.clone(),
            letter('['),
            esc.clone(),
            letter('O'),
            esc,
            letter('j'),
        ];
        assert_eq!(events, typed);
    }

    #[test]
    fn a_sequence_without_end_is_dropped_to_its_end() {
        let long = [&b"\x1b["[..], &vec![b'1'; 1 << 16], b"q"].concat();
        assert_eq!(read(&[&long[..], b"j"].concat(), 1000), [letter('j')]);
    }
}
