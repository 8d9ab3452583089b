//! One key with its modifiers: how it is written, typed and shown.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Chord {
    /// What a terminal sent. Shift stands in the letter itself (`J`, `{`), except for keys
    /// that have no second letter (Shift-Tab, which arrives as a key of its own).
    #[must_use]
    pub fn typed(event: KeyEvent) -> Self {
        let mut modifiers = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        let code = match event.code {
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            // Some terminals report Ctrl-H as such and mean Backspace.
            KeyCode::Char('h') if modifiers == KeyModifiers::CONTROL => {
                modifiers = KeyModifiers::NONE;
                KeyCode::Backspace
            }
            KeyCode::Char(c) if modifiers.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(c.to_ascii_lowercase())
            }
            code => code,
        };
        Self { code, modifiers }
    }

    /// The letter, where the key types one.
    #[must_use]
    pub const fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => Some(c),
            _ => None,
        }
    }

    /// Reads a chord as the key table writes it: `j`, `Ctrl-d`, `Alt-Left`, `Space`.
    ///
    /// ```
    /// use dateline::ui::keymap::Chord;
    /// assert!(Chord::parse("Ctrl-d").is_some());
    /// assert!(Chord::parse("Ctrl-").is_none());
    /// ```
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = written;
        loop {
            if let Some(key) = rest.strip_prefix("Ctrl-") {
                modifiers |= KeyModifiers::CONTROL;
                rest = key;
            } else if let Some(key) = rest.strip_prefix("Alt-") {
                modifiers |= KeyModifiers::ALT;
                rest = key;
            } else {
                break;
            }
        }
        let code = match rest {
            "Enter" => KeyCode::Enter,
            "Esc" => KeyCode::Esc,
            "Tab" => KeyCode::Tab,
            "Shift-Tab" => KeyCode::BackTab,
            "Space" => KeyCode::Char(' '),
            "Backspace" => KeyCode::Backspace,
            "Up" => KeyCode::Up,
            "Down" => KeyCode::Down,
            "Left" => KeyCode::Left,
            "Right" => KeyCode::Right,
            "PgUp" => KeyCode::PageUp,
            "PgDn" => KeyCode::PageDown,
            "Home" => KeyCode::Home,
            "End" => KeyCode::End,
            letter => {
                let mut letters = letter.chars();
                let first = letters.next()?;
                if letters.next().is_some() {
                    return None;
                }
                KeyCode::Char(first)
            }
        };
        Some(Self { code, modifiers })
    }
}

/// A chord or sequence as people read it: `↓` for `Down`, `⏎` for `Enter`, `gd` for `g d`.
///
/// ```
/// use dateline::ui::keymap::shown;
/// assert_eq!(shown("g d", false), "gd");
/// assert_eq!(shown("Alt-Left", false), "Alt-←");
/// assert_eq!(shown("Alt-Left", true), "Alt-Left");
/// ```
#[must_use]
pub fn shown(keys: &str, ascii: bool) -> String {
    keys.split(' ').map(|key| one(key, ascii)).collect()
}

fn one(key: &str, ascii: bool) -> String {
    let (modifier, name) = match key.rfind('-') {
        Some(at) if at > 0 && at + 1 < key.len() => key.split_at(at + 1),
        _ => ("", key),
    };
    let name = match name {
        _ if ascii => name,
        "Enter" => "⏎",
        "Up" => "↑",
        "Down" => "↓",
        "Left" => "←",
        "Right" => "→",
        "-" => "−",
        other => other,
    };
    format!("{modifier}{name}")
}
