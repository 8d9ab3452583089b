//! The one table of keys, and the decoder that reads it.
//!
//! Input, the hints of the status line, the help screen, the man page and the
//! table in the README all come from [`TABLE`]: a key is written in one place.

mod chord;
mod part;
mod table;

pub use chord::{Chord, shown};
pub use part::Part;
pub use table::{Hint, Key, Row, TABLE};

use crossterm::event::KeyEvent;

use super::action::Action;

/// What keys are typed into: it decides which rows of the table hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The timeline has the focus.
    Timeline,
    /// The reader has the focus.
    Reader,
    /// The third pane has the focus.
    Evidence,
    /// The finder is open.
    Finder,
    /// A one-line prompt is open: go to date, search in the text.
    Prompt,
    /// The help is open.
    Help,
}

impl Context {
    /// Every context.
    pub const ALL: [Self; 6] = [
        Self::Timeline,
        Self::Reader,
        Self::Evidence,
        Self::Finder,
        Self::Prompt,
        Self::Help,
    ];

    /// Whether letters are text here, not commands.
    #[must_use]
    pub const fn types(self) -> bool {
        matches!(self, Self::Finder | Self::Prompt | Self::Help)
    }
}

/// The largest count that can be typed: more than any list is long, and no overflow.
const MOST: u32 = 9_999_999;

/// Turns keys into actions; remembers the count and the sequence typed so far.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    count: Option<u32>,
    sequence: Vec<(Chord, String)>,
}

impl Keys {
    /// What the key means in `context`, if it completes something.
    ///
    /// [`Action::Pending`] says that a count or sequence has begun, gone on, or been dropped.
    pub fn feed(&mut self, event: KeyEvent, context: Context) -> Option<Action> {
        let chord = Chord::typed(event);
        if context.types() {
            self.clear();
            return find(&[chord], context)
                .map(|key| (key.action)(None))
                .or_else(|| chord.letter().map(Action::Type));
        }
        if self.sequence.is_empty() && self.counts(chord) {
            return Some(Action::Pending);
        }
        let waited = self.count.is_some() || !self.sequence.is_empty();
        let mut typed: Vec<Chord> = self.sequence.iter().map(|(chord, _)| *chord).collect();
        typed.push(chord);
        if let Some(key) = find(&typed, context) {
            let count = self.count;
            // Esc drops a count that waits, and does nothing else.
            let dropped = waited && key.keys == "Esc";
            self.clear();
            return Some(if dropped {
                Action::Pending
            } else {
                (key.action)(count)
            });
        }
        if let Some(written) = begins(&typed, context) {
            self.sequence.push((chord, written));
            return Some(Action::Pending);
        }
        self.clear();
        waited.then_some(Action::Pending)
    }

    /// What waits for its end, as it was typed: `5`, `g`, `12y`.
    #[must_use]
    pub fn pending(&self) -> String {
        let mut text = self
            .count
            .map(|count| count.to_string())
            .unwrap_or_default();
        for (_, written) in &self.sequence {
            text.push_str(written);
        }
        text
    }

    /// Forgets what was typed so far.
    pub fn clear(&mut self) {
        self.count = None;
        self.sequence.clear();
    }

    /// Takes a digit of a count; a count does not begin with 0.
    fn counts(&mut self, chord: Chord) -> bool {
        let Some(digit) = chord.letter().and_then(|c| c.to_digit(10)) else {
            return false;
        };
        if digit == 0 && self.count.is_none() {
            return false;
        }
        let count = self
            .count
            .unwrap_or(0)
            .saturating_mul(10)
            .saturating_add(digit);
        self.count = Some(count.min(MOST));
        true
    }
}

/// The key of the table that `typed` is, in `context`.
fn find(typed: &[Chord], context: Context) -> Option<&'static Key> {
    rows(context)
        .flat_map(|row| row.keys)
        .find(|key| key.chords().eq(typed.iter().copied()))
}

/// How the last chord of `typed` is written, where `typed` begins a sequence of the table.
fn begins(typed: &[Chord], context: Context) -> Option<String> {
    rows(context)
        .flat_map(|row| row.keys)
        .find(|key| {
            let mut chords = key.chords();
            typed.iter().all(|chord| chords.next() == Some(*chord)) && chords.next().is_some()
        })
        .and_then(|key| key.keys.split(' ').nth(typed.len() - 1))
        .map(str::to_owned)
}

/// The rows that hold in `context`, in the order of the table.
pub fn rows(context: Context) -> impl Iterator<Item = &'static Row> {
    TABLE
        .iter()
        .filter(move |row| row.contexts.contains(&context))
}
