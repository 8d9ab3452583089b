//! Everything the screen is drawn from.

pub mod finder;
pub mod reader;

use std::sync::Arc;

use super::theme::Theme;
use crate::timeline::Timeline;
use finder::Finder;
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
    /// The reader.
    pub reader: Reader,
    /// How it is painted.
    pub theme: Theme,
    /// The finder, while it is open.
    pub finder: Option<Finder>,
}

impl State {
    /// The explorer as it opens.
    #[must_use]
    pub fn new(timeline: Arc<Timeline>, size: (u16, u16)) -> Self {
        let selected = (!timeline.events.is_empty()).then_some(0);
        Self {
            timeline,
            size,
            focus: Focus::default(),
            selected,
            reader: Reader::default(),
            theme: Theme::default(),
            finder: None,
        }
    }
}
