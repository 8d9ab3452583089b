//! Everything the screen is drawn from.

pub mod density;
pub mod finder;
pub mod heads;
pub mod help;
pub mod jumps;
pub mod list;
pub mod prompt;
pub mod reader;
pub mod rows;
pub mod window;

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    keymap::{Context, Keys},
    theme::Theme,
};
use crate::timeline::{Event, Timeline};
use finder::{Finder, Source};
use help::Help;
use jumps::Jumps;
use list::List;
use prompt::Prompt;
use reader::Reader;

/// The pane that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The timeline.
    #[default]
    Timeline,
    /// The reader.
    Reader,
    /// The third pane, where there is one.
    Evidence,
}

/// What the mouse holds while its button is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grip {
    /// The hairline between timeline and reader.
    Divider,
    /// The scrubber.
    Scrubber,
}

/// The whole explorer.
#[derive(Debug)]
pub struct State {
    /// What is explored.
    pub timeline: Arc<Timeline>,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The pane that keys go to.
    pub focus: Focus,
    /// The index of the selected event, where there is one.
    pub selected: Option<usize>,
    /// The timeline pane.
    pub list: List,
    /// The reader.
    pub reader: Reader,
    /// How it is painted.
    pub theme: Theme,
    /// The finder, while it is open.
    pub finder: Option<Finder>,
    /// What the finder's worker finds things in.
    pub source: Source,
    /// The help, while it is open.
    pub help: Option<Help>,
    /// The prompt for a typed date, while it is open.
    pub date: Option<Prompt>,
    /// The count and the sequence typed so far.
    pub keys: Keys,
    /// Where one came from.
    pub jumps: Jumps,
    /// A line for the status row, until the next key.
    pub notice: Option<String>,
    /// Articles read and articles in all, while the loader reads.
    pub progress: Option<(usize, usize)>,
    /// Whether the articles are being read again.
    pub reloading: bool,
    /// Whether the reader has the screen alone.
    pub alone: bool,
    /// Whether the mouse is ours.
    pub mouse: bool,
    /// What the mouse holds.
    pub grip: Option<Grip>,
    /// The share of the timeline in the width, in thousandths, once it was dragged.
    pub divider: Option<u16>,
    /// Today, for dates as people type them; whoever makes the state sets it.
    pub today: NaiveDate,
}

impl State {
    /// The explorer as it opens.
    #[must_use]
    pub fn new(timeline: Arc<Timeline>, size: (u16, u16)) -> Self {
        let mut state = Self {
            list: List::new(&timeline),
            timeline,
            size,
            focus: Focus::default(),
            selected: None,
            reader: Reader::default(),
            theme: Theme::default(),
            finder: None,
            source: Source::default(),
            help: None,
            date: None,
            keys: Keys::default(),
            jumps: Jumps::default(),
            notice: None,
            progress: None,
            reloading: false,
            alone: false,
            mouse: true,
            grip: None,
            divider: None,
            today: NaiveDate::default(),
        };
        super::update::open(&mut state);
        state
    }

    /// The event that is shown, where there is one.
    #[must_use]
    pub fn event(&self) -> Option<&Event> {
        self.timeline.events.get(self.selected?)
    }

    /// What keys are typed into.
    #[must_use]
    pub fn context(&self) -> Context {
        if self.help.is_some() {
            Context::Help
        } else if self.finder.is_some() {
            Context::Finder
        } else if self.date.is_some() || self.reader.typing() {
            Context::Prompt
        } else {
            match self.focus {
                Focus::Timeline => Context::Timeline,
                Focus::Reader => Context::Reader,
                Focus::Evidence => Context::Evidence,
            }
        }
    }
}
