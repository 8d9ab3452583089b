//! Time ↔ columns of the scrubber, true to scale.

use chrono::{Days, NaiveDate};

use super::state::window::Window;

/// A window of time laid out over so many columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    window: Window,
    columns: u16,
}

impl Scale {
    /// `window` over `columns` columns.
    #[must_use]
    pub const fn new(window: Window, columns: u16) -> Self {
        Self { window, columns }
    }

    /// The column of a day; of days outside the window the first or last.
    #[must_use]
    pub fn column(self, day: NaiveDate) -> u16 {
        let from = (day - self.window.first).num_days().max(0);
        let column = from * i64::from(self.columns) / self.window.days();
        (column as u16).min(self.columns.saturating_sub(1))
    }

    /// First and last day that a column stands for (the same, where a day is wider than a column).
    #[must_use]
    pub fn days(self, column: u16) -> (NaiveDate, NaiveDate) {
        let columns = i64::from(self.columns.max(1));
        let day = |column: i64| {
            // Rounded up: the first day whose own column is this one.
            let days = (column * self.window.days() + columns - 1) / columns;
            self.window
                .first
                .checked_add_days(Days::new(days.max(0) as u64))
                .unwrap_or(self.window.last)
        };
        let first = day(i64::from(column));
        let last = day(i64::from(column) + 1).pred_opt().unwrap_or(first);
        (
            first.min(self.window.last),
            last.max(first).min(self.window.last),
        )
    }
}
