//! The table itself.

use super::{Chord, Context, Part};
use crate::ui::action::{Action, Copied, Opener};

/// A chord or sequence and what it does.
#[derive(Debug)]
pub struct Key {
    /// As written: `j`, `Ctrl-d`, or a sequence with spaces, `g d`.
    pub keys: &'static str,
    /// The action, given the count that was typed before.
    pub action: fn(Option<u32>) -> Action,
}

impl Key {
    /// The chords of the sequence. A chord that does not parse is left out: a test holds that
    /// there is none.
    pub fn chords(&self) -> impl Iterator<Item = Chord> + use<> {
        let keys: &'static str = self.keys;
        keys.split(' ').filter_map(Chord::parse)
    }
}

/// One line of the help: keys that belong together, and what they do.
#[derive(Debug)]
pub struct Row {
    /// The keys, the most usual first.
    pub keys: &'static [Key],
    /// What they are for.
    pub part: Part,
    /// Where they hold.
    pub contexts: &'static [Context],
    /// What they do, for help, man page and README.
    pub words: &'static str,
    /// How the status line shows it.
    pub hint: Option<Hint>,
}

/// How the status line shows a row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Hint {
    /// How many of the keys are shown.
    pub keys: usize,
    /// In a word or two.
    pub words: &'static str,
    /// The same where nothing but a line is chosen.
    pub of_lines: &'static str,
    /// Where.
    pub contexts: &'static [Context],
}

const fn hint(keys: usize, words: &'static str, contexts: &'static [Context]) -> Hint {
    Hint {
        keys,
        words,
        of_lines: words,
        contexts,
    }
}

impl Hint {
    const fn of_lines(self, of_lines: &'static str) -> Self {
        Self { of_lines, ..self }
    }
}

const fn key(keys: &'static str, action: fn(Option<u32>) -> Action) -> Key {
    Key { keys, action }
}

/// The count as a distance, 1 where none was typed.
fn n(count: Option<u32>) -> i32 {
    count.map_or(1, |count| i32::try_from(count).unwrap_or(i32::MAX))
}

use Context::{Evidence, Finder, Help, Prompt, Reader, Timeline};

/// The three panes.
const PANES: &[Context] = &[Timeline, Reader, Evidence];
/// Where letters are text.
const TYPING: &[Context] = &[Finder, Prompt, Help];
/// Lists under a line of typing.
const LISTS: &[Context] = &[Finder, Help];
/// Everywhere.
const ALL: &[Context] = &Context::ALL;

/// Every key, in the order in which help shows them.
pub const TABLE: &[Row] = &[
    Row {
        keys: &[
            key("j", |c| Action::Move(n(c))),
            key("k", |c| Action::Move(-n(c))),
            key("Down", |c| Action::Move(n(c))),
            key("Up", |c| Action::Move(-n(c))),
            key("Ctrl-n", |c| Action::Move(n(c))),
            key("Ctrl-p", |c| Action::Move(-n(c))),
        ],
        part: Part::Walk,
        contexts: PANES,
        words: "down, up; a count goes before: 5j",
        hint: None,
    },
    Row {
        keys: &[key("Enter", |_| Action::Enter)],
        part: Part::Walk,
        contexts: PANES,
        words: "read the event, open what is folded; on dated words, go to their event",
        hint: Some(hint(1, "read", &[Timeline])),
    },
    Row {
        keys: &[key("Esc", |_| Action::Back)],
        part: Part::Walk,
        contexts: PANES,
        words: "one step back; never quits",
        hint: Some(hint(1, "back", &[Reader, Evidence])),
    },
    Row {
        keys: &[
            key("Ctrl-d", |c| Action::HalfPage(n(c))),
            key("Ctrl-u", |c| Action::HalfPage(-n(c))),
        ],
        part: Part::Walk,
        contexts: PANES,
        words: "half a screen down, up",
        hint: None,
    },
    Row {
        keys: &[
            key("Space", |c| Action::Page(n(c))),
            key("PgDn", |c| Action::Page(n(c))),
            key("PgUp", |c| Action::Page(-n(c))),
        ],
        part: Part::Walk,
        contexts: PANES,
        words: "a screen down, up",
        hint: None,
    },
    Row {
        keys: &[
            key("g g", |_| Action::Top),
            key("G", Action::Bottom),
            key("Home", |_| Action::Top),
            key("End", |_| Action::Bottom(None)),
        ],
        part: Part::Walk,
        contexts: PANES,
        words: "to the first, to the last; 12G to the twelfth",
        hint: None,
    },
    Row {
        keys: &[
            key("Tab", |_| Action::Cycle(1)),
            key("Shift-Tab", |_| Action::Cycle(-1)),
            key("l", |_| Action::Focus(1)),
            key("h", |_| Action::Focus(-1)),
            key("Right", |_| Action::Focus(1)),
            key("Left", |_| Action::Focus(-1)),
        ],
        part: Part::Walk,
        contexts: PANES,
        words: "to the next pane, to the previous one",
        hint: None,
    },
    Row {
        keys: &[
            key("J", |c| Action::Event(n(c))),
            key("K", |c| Action::Event(-n(c))),
        ],
        part: Part::Read,
        contexts: PANES,
        words: "next, previous event, while reading too",
        hint: Some(hint(2, "events", &[Reader, Evidence])),
    },
    Row {
        keys: &[
            key("e", |c| Action::DatedWords(n(c))),
            key("E", |c| Action::DatedWords(-n(c))),
        ],
        part: Part::Read,
        contexts: PANES,
        words: "next, previous dated words in the text",
        hint: Some(hint(1, "next date", &[Timeline, Reader])),
    },
    Row {
        keys: &[key("t", |_| Action::NextTelling)],
        part: Part::Read,
        contexts: PANES,
        words: "next telling of the event",
        hint: Some(hint(1, "next telling", &[Reader, Evidence])),
    },
    Row {
        keys: &[key("p", |_| Action::ToggleFurniture)],
        part: Part::Read,
        contexts: &[Reader],
        words: "the page as it came, or without its furniture",
        hint: Some(hint(1, "whole page", &[Reader])),
    },
    Row {
        keys: &[key("z", |_| Action::ToggleReader)],
        part: Part::Read,
        contexts: PANES,
        words: "the reader alone, or with the timeline again",
        hint: Some(hint(1, "alone", &[Reader])),
    },
    Row {
        keys: &[
            key("<", |c| Action::Divider(-n(c))),
            key(">", |c| Action::Divider(n(c))),
        ],
        part: Part::Read,
        contexts: PANES,
        words: "more room for the reader, for the timeline",
        hint: None,
    },
    Row {
        keys: &[key("/", |_| Action::Find)],
        part: Part::Find,
        contexts: PANES,
        words: "find an event, article or sentence; in the reader, words of the text (// everything)",
        hint: None,
    },
    Row {
        keys: &[
            key("n", |c| Action::Match(n(c))),
            key("N", |c| Action::Match(-n(c))),
        ],
        part: Part::Find,
        contexts: PANES,
        words: "next, previous place of the words that were looked for",
        hint: None,
    },
    Row {
        keys: &[
            key("+", |c| Action::Zoom(n(c))),
            key("-", |c| Action::Zoom(-n(c))),
            key("=", |c| Action::Zoom(n(c))),
        ],
        part: Part::Time,
        contexts: PANES,
        words: "+ or = zooms in around the selected event, − zooms out",
        hint: Some(hint(2, "zoom", &[Timeline])),
    },
    Row {
        keys: &[key("0", |_| Action::Zoom(0))],
        part: Part::Time,
        contexts: PANES,
        words: "show all of time, and again what it opened on",
        hint: None,
    },
    Row {
        keys: &[key("x", |_| Action::ToggleScale)],
        part: Part::Time,
        contexts: PANES,
        words: "draw time to scale, or stretches without events short",
        hint: None,
    },
    Row {
        keys: &[
            key("}", |c| Action::Year(n(c))),
            key("{", |c| Action::Year(-n(c))),
        ],
        part: Part::Time,
        contexts: PANES,
        words: "to the next, previous year that has events",
        hint: None,
    },
    Row {
        keys: &[key("g d", |_| Action::GoToDate)],
        part: Part::Time,
        contexts: PANES,
        words: "go to a date, typed as you would say it: jul 23, 2023Q3, last summer",
        hint: Some(hint(1, "go to date", &[Timeline])),
    },
    Row {
        keys: &[
            key("Ctrl-o", |c| Action::Jump(-n(c))),
            key("Alt-Left", |c| Action::Jump(-n(c))),
            key("Alt-Right", |c| Action::Jump(n(c))),
        ],
        part: Part::Time,
        contexts: PANES,
        words: "back to where you jumped from, and forward again",
        hint: None,
    },
    Row {
        keys: &[
            key("y c", |_| Action::Copy(Copied::Citation)),
            key("y q", |_| Action::Copy(Copied::Quote)),
            key("y d", |_| Action::Copy(Copied::Date)),
            key("y l", |_| Action::Copy(Copied::Link)),
            key("y e", |_| Action::Copy(Copied::Event)),
        ],
        part: Part::Take,
        contexts: PANES,
        words: "copy citation, quote, date, link, or the event as Markdown",
        hint: None,
    },
    Row {
        keys: &[
            key("o", |_| Action::Open(Opener::Editor)),
            key("O", |_| Action::Open(Opener::Browser)),
            key("|", |_| Action::Open(Opener::Pager)),
        ],
        part: Part::Take,
        contexts: PANES,
        words: "open the article in the editor at its line, the browser, the pager",
        hint: None,
    },
    Row {
        keys: &[key("R", |_| Action::Reload)],
        part: Part::Rest,
        contexts: PANES,
        words: "read the articles again; what is selected stays so",
        hint: None,
    },
    Row {
        keys: &[key("M", |_| Action::ToggleMouse)],
        part: Part::Rest,
        contexts: PANES,
        words: "let the terminal have the mouse, to select text; take it back",
        hint: None,
    },
    Row {
        keys: &[key("?", |_| Action::Help)],
        part: Part::Rest,
        contexts: PANES,
        words: "this help; type to search it",
        hint: None,
    },
    Row {
        keys: &[key("q", |_| Action::Close)],
        part: Part::Rest,
        contexts: PANES,
        words: "close what is open, or quit",
        hint: None,
    },
    Row {
        keys: &[key("Ctrl-c", |_| Action::Quit)],
        part: Part::Rest,
        contexts: ALL,
        words: "quit, whatever is open",
        hint: None,
    },
    Row {
        keys: &[key("Enter", |_| Action::Enter)],
        part: Part::Type,
        contexts: TYPING,
        words: "accept what is typed or chosen",
        hint: Some(hint(1, "go there", &[Finder]).of_lines("print")),
    },
    Row {
        keys: &[key("Esc", |_| Action::Back)],
        part: Part::Type,
        contexts: TYPING,
        words: "close it without accepting",
        hint: Some(hint(1, "back", &[Finder]).of_lines("quit")),
    },
    Row {
        keys: &[
            key("Down", |_| Action::Move(1)),
            key("Up", |_| Action::Move(-1)),
            key("Ctrl-n", |_| Action::Move(1)),
            key("Ctrl-p", |_| Action::Move(-1)),
            key("Ctrl-j", |_| Action::Move(1)),
            key("Ctrl-k", |_| Action::Move(-1)),
            key("Tab", |_| Action::Move(1)),
            key("Shift-Tab", |_| Action::Move(-1)),
        ],
        part: Part::Type,
        contexts: LISTS,
        words: "down, up in the list",
        hint: Some(hint(2, "choose", &[Finder])),
    },
    Row {
        keys: &[
            key("PgDn", |_| Action::Page(1)),
            key("PgUp", |_| Action::Page(-1)),
        ],
        part: Part::Type,
        contexts: LISTS,
        words: "a screen down, up in the list",
        hint: None,
    },
    Row {
        keys: &[
            key("Backspace", |_| Action::Backspace),
            key("Ctrl-w", |_| Action::DeleteWord),
            key("Ctrl-u", |_| Action::DeleteAll),
        ],
        part: Part::Type,
        contexts: TYPING,
        words: "delete a letter, a word, everything typed",
        hint: None,
    },
    Row {
        keys: &[
            key("Left", |_| Action::Cursor(-1)),
            key("Right", |_| Action::Cursor(1)),
            key("Home", |_| Action::Cursor(i32::MIN)),
            key("End", |_| Action::Cursor(i32::MAX)),
        ],
        part: Part::Type,
        contexts: TYPING,
        words: "move in what is typed: by a letter, to its start, to its end",
        hint: None,
    },
];
