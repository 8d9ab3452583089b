//! What the scrubber shows: its scale, its labels, how many events fall on each column.
//! Computed once per change.

use chrono::NaiveDate;

use super::window::Window;
use crate::{
    temporal::{Date, Granularity},
    timeline::Timeline,
    ui::{scale::Scale, ticks},
};

/// Events per column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Density {
    /// What was counted for.
    made_for: Option<(Window, u16, bool)>,
    /// The scale, once there was one.
    pub scale: Option<Scale>,
    /// The labels under it, with their columns.
    pub labels: Vec<(u16, String)>,
    /// Events per column; dates coarser than a season are on none.
    pub counts: Vec<u32>,
    /// The highest count.
    pub most: u32,
}

impl Density {
    /// Counts, where that was not done for this window, width and scale.
    pub fn settle(&mut self, timeline: &Timeline, window: Window, columns: u16, to_scale: bool) {
        if self.made_for == Some((window, columns, to_scale)) {
            return;
        }
        let mut days: Vec<NaiveDate> = timeline
            .events
            .iter()
            .filter_map(|e| place(&e.date))
            .collect();
        days.retain(|day| window.holds(*day));
        days.sort_unstable();
        let scale = if to_scale || days.is_empty() {
            Scale::new(window, columns)
        } else {
            Scale::compressed(window, columns, &days)
        };
        let mut counts = vec![0; usize::from(columns)];
        for day in days {
            if let Some(count) = counts.get_mut(usize::from(scale.column(day))) {
                *count += 1;
            }
        }
        self.most = counts.iter().copied().max().unwrap_or(0);
        self.counts = counts;
        self.labels = ticks::ticks(&scale);
        self.scale = Some(scale);
        self.made_for = Some((window, columns, to_scale));
    }

    /// Forgets the counts: the events are others.
    pub fn forget(&mut self) {
        self.made_for = None;
    }
}

/// Where a date stands on the scrubber; nowhere where it is coarser than a season.
fn place(date: &Date) -> Option<NaiveDate> {
    let fine = date.granularity <= Granularity::Season;
    fine.then(|| date.first + (date.last - date.first) / 2)
}
