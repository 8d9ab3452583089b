//! The rows of the timeline pane: computed once per change, found by binary search.

use chrono::NaiveDate;

/// One of the two ends at which events outside the window stand folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// Before the window.
    Before,
    /// After the window.
    After,
}

/// Something in the timeline pane that can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// An event, by its index in the timeline.
    Event(usize),
    /// The events that stand folded at an end.
    Fold(End),
    /// An article without a date, by its index in the timeline.
    Article(usize),
}

/// First and last day that the timeline pane and the scrubber show unfolded.
pub type Window = (NaiveDate, NaiveDate);
