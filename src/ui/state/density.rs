//! How many events fall on each column of the scrubber: counted once per change.

use super::window::Window;
use crate::{temporal::Granularity, timeline::Timeline, ui::scale::Scale};

/// Events per column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Density {
    /// What was counted for.
    made_for: Option<(Window, u16)>,
    /// Events per column; dates coarser than a season are on none.
    pub counts: Vec<u32>,
    /// The highest count.
    pub most: u32,
}

impl Density {
    /// Counts, where that was not done for this window and width.
    pub fn settle(&mut self, timeline: &Timeline, window: Window, columns: u16) {
        if self.made_for == Some((window, columns)) {
            return;
        }
        let scale = Scale::new(window, columns);
        let mut counts = vec![0; usize::from(columns)];
        for event in &timeline.events {
            let date = &event.date;
            let middle = date.first + (date.last - date.first) / 2;
            if date.granularity <= Granularity::Season
                && window.holds(middle)
                && let Some(count) = counts.get_mut(usize::from(scale.column(middle)))
            {
                *count += 1;
            }
        }
        self.most = counts.iter().copied().max().unwrap_or(0);
        self.counts = counts;
        self.made_for = Some((window, columns));
    }

    /// Forgets the counts: the events are others.
    pub fn forget(&mut self) {
        self.made_for = None;
    }
}
