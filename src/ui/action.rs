//! What a key, a click, a resize or news from a worker means.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::{
    search::{Hit, Item},
    timeline::Timeline,
};

/// Everything that can happen to the explorer.
///
/// Keys are turned into actions by the key table ([`super::keymap`]); what is
/// typed into a prompt arrives as [`Action::Type`] and its kin.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The screen has this many columns and rows.
    Resize(u16, u16),
    /// A letter for the open prompt (finder, text search, go to date, help search).
    Type(char),
    /// A whole pasted text for the open prompt.
    Paste(String),
    /// Deletes before the cursor of the open prompt.
    Backspace,
    /// Deletes the word before the cursor of the open prompt.
    DeleteWord,
    /// Empties the open prompt, up to the cursor.
    DeleteAll,
    /// Moves the cursor of the open prompt by so many letters, right positive.
    Cursor(i32),
    /// Moves in the focused pane by so many lines or items, down positive.
    Move(i32),
    /// Moves in the focused pane by so many half screens, down positive.
    HalfPage(i32),
    /// Moves in the focused pane by so many screens, down positive.
    Page(i32),
    /// To the top of the focused pane.
    Top,
    /// To the foot of the focused pane (with a count: to that item).
    Bottom(Option<u32>),
    /// One step deeper: opens what is selected.
    Enter,
    /// One step back; never quits.
    Back,
    /// Closes what is open, or quits.
    Close,
    /// Quits whatever is open.
    Quit,
    /// Puts the focus on the pane to the right (−1: to the left), and stops at the last.
    Focus(i32),
    /// Puts the focus on the next pane (−1: the previous one), and after the last on the first.
    Cycle(i32),
    /// The next event (−1: the previous one), while reading.
    Event(i32),
    /// The next dated words (−1: the previous ones) in the reader.
    DatedWords(i32),
    /// The next telling of the selected event.
    NextTelling,
    /// Opens the finder, or in the reader the search in its text.
    Find,
    /// The next match of the search in the text (−1: the previous one).
    Match(i32),
    /// Zooms the timeline in (−1: out; 0: everything).
    Zoom(i32),
    /// Draws time to scale, or empty stretches short again.
    ToggleScale,
    /// To the next year that has events (−1: the previous one).
    Year(i32),
    /// Opens the prompt for a typed date.
    GoToDate,
    /// Back in the jump list (1: forward).
    Jump(i32),
    /// Shows the page as it came, or folds its furniture away again.
    ToggleFurniture,
    /// The reader alone on the screen, or with the timeline again.
    ToggleReader,
    /// Moves the hairline between timeline and reader, right positive.
    Divider(i32),
    /// Reads the articles again.
    Reload,
    /// Gives the mouse back to the terminal, or takes it again.
    ToggleMouse,
    /// Opens the help, or closes it.
    Help,
    /// Copies something to the clipboard.
    Copy(Copied),
    /// Opens the article elsewhere.
    Open(Opener),
    /// The left button went down at this cell.
    Press(u16, u16),
    /// The mouse moved to this cell with the left button down.
    Drag(u16, u16),
    /// The left button went up.
    Release(u16, u16),
    /// The wheel turned by so many notches, down positive, over this cell.
    Wheel(u16, u16, i32),
    /// The finder's worker has made what can be found; it comes before its first answer.
    Items(Items),
    /// The finder's worker answers the query of this number.
    Found {
        /// The number the query was sent with: older answers are dropped.
        ticket: u64,
        /// The best hits so far, best first.
        hits: Vec<Hit>,
        /// How many items match in all, so far.
        total: usize,
        /// On which days they are dated, and how many on each, once the scan is finished.
        days: Vec<(NaiveDate, u32)>,
        /// Whether the scan is finished.
        complete: bool,
    },
    /// A line for the status row, from an effect that was carried out.
    Notice(String),
    /// The loader has read more: the timeline so far.
    Loaded(Loaded),
    /// Part of a count or a key sequence was typed: only the status line changes.
    Pending,
}

/// What can be found: hits name items by their indices here.
#[derive(Clone, Debug)]
pub struct Items(pub Arc<Vec<Item>>);

/// The same items, not equal ones: there may be a million.
impl PartialEq for Items {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What the loader has read so far.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Everything read so far, in order.
    pub timeline: Arc<Timeline>,
    /// Articles done and articles in all, while it still reads; `None` when it is finished.
    pub progress: Option<(usize, usize)>,
}

/// Two loads are the same where they hand over the same timeline, not an equal one:
/// comparing a hundred thousand events would tell nothing more.
impl PartialEq for Loaded {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.timeline, &other.timeline) && self.progress == other.progress
    }
}

/// What `y` copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Copied {
    /// A full citation of the article.
    Citation,
    /// The evidence, in quotation marks, with its source.
    Quote,
    /// The date.
    Date,
    /// The address, or failing that the path.
    Link,
    /// The event as a line of Markdown, with its date and its citations.
    Event,
}

/// Where the article is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Opener {
    /// The user's editor, at the line of the evidence.
    Editor,
    /// The browser, at the article's address.
    Browser,
    /// The user's pager.
    Pager,
}

/// What `update` asks the world to do; [`super::terminal`] does it.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Ask the finder's worker; the answer comes as [`Action::Found`].
    Search {
        /// The number to answer with.
        ticket: u64,
        /// What was typed.
        query: String,
    },
    /// Put this text on the clipboard (OSC 52).
    Copy(String),
    /// Read the articles again; they come as [`Action::Loaded`].
    Reload,
    /// Capture the mouse, or let it go.
    Mouse(bool),
    /// Open an article elsewhere, at a line from 1.
    Open {
        /// Where.
        opener: Opener,
        /// The index of the article in the timeline.
        article: usize,
        /// The line of its text, from 1.
        line: usize,
    },
}
