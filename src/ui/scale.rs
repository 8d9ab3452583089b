//! Time ↔ columns of the scrubber: true to scale, or with stretches in which nothing
//! happens drawn short.

use chrono::{Days, NaiveDate};

use super::state::window::Window;

/// A stretch in which nothing happens takes at most one in so many columns.
const SHARE: i64 = 20;
/// What a day of the true scale is worth: small enough to be divided.
const DAY: i64 = 64;

/// A window of time laid out over so many columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The window.
    pub window: Window,
    /// The columns.
    pub columns: u16,
    /// The stretches, in order: they fill the window.
    parts: Vec<Part>,
    /// What all of them are worth.
    total: i64,
}

/// A stretch of the window that is drawn to one scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its first day, counted from that of the window.
    from: i64,
    /// Its days, at least one.
    days: i64,
    /// What is worth of it all that goes before.
    at: i64,
    /// What it is worth.
    worth: i64,
    /// Whether it is drawn short.
    pub short: bool,
}

impl Scale {
    /// `window` over `columns` columns, true to scale.
    #[must_use]
    pub fn new(window: Window, columns: u16) -> Self {
        Self::of(window, columns, &[], i64::MAX)
    }

    /// `window` over `columns` columns. Where many `busy` days, which ascend, would fall on few
    /// columns, the stretches between them are drawn short.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use dateline::ui::{scale::Scale, state::window::Window};
    /// let day = |year, day| NaiveDate::from_ymd_opt(year, 5, day).unwrap();
    /// let window = Window::around(day(1931, 1), day(2024, 20));
    /// let week = [14, 15, 16, 18].map(|at| day(2024, at));
    /// let week = [&[day(1931, 19)], &week[..]].concat();
    /// let scale = Scale::compressed(window, 100, &week);
    /// assert!(scale.column(week[4]) - scale.column(week[1]) > 30);
    /// let true_scale = Scale::new(window, 100);
    /// assert_eq!(true_scale.column(week[4]), true_scale.column(week[1]));
    /// ```
    #[must_use]
    pub fn compressed(window: Window, columns: u16, busy: &[NaiveDate]) -> Self {
        let scale = Self::new(window, columns);
        if !scale.hides(busy) {
            return scale;
        }
        let gaps = gaps(window, busy);
        let quiet: i64 = gaps.iter().map(|(_, days)| days).sum();
        let rest = window.days() - quiet;
        let mut cap = window.days();
        // What is drawn short leaves less of it all, of which the others then are too much.
        for _ in 0..60 {
            let total: i64 = gaps.iter().map(|(_, days)| cap.min(*days)).sum();
            let next = ((rest + total) / SHARE).max(1);
            if next >= cap {
                break;
            }
            cap = next;
        }
        Self::of(window, columns, &gaps, cap)
    }

    /// Whether busy days, which ascend, fall together on so few columns that little is seen
    /// of them.
    fn hides(&self, busy: &[NaiveDate]) -> bool {
        let (mut days, mut columns) = (0, 0);
        let mut last = None;
        for day in busy.chunk_by(|one, next| one == next) {
            let column = self.column(day[0]);
            days += 1;
            columns += usize::from(last != Some(column));
            last = Some(column);
        }
        columns * 2 < days.min(usize::from(self.columns))
    }

    /// With the stretches `gaps` that are longer than `cap` days drawn as so many.
    fn of(window: Window, columns: u16, gaps: &[(i64, i64)], cap: i64) -> Self {
        let mut parts: Vec<Part> = Vec::new();
        let (mut day, mut at) = (0, 0);
        let mut push = |from: i64, days: i64, worth: i64, short: bool| {
            if days > 0 {
                parts.push(Part {
                    from,
                    days,
                    at,
                    worth,
                    short,
                });
                at += worth;
            }
        };
        for &(from, days) in gaps.iter().filter(|(_, days)| *days > cap) {
            push(day, from - day, (from - day) * DAY, false);
            push(from, days, cap * DAY, true);
            day = from + days;
        }
        let rest = window.days() - day;
        push(day, rest, rest * DAY, false);
        Self {
            window,
            columns,
            total: at.max(1),
            parts,
        }
    }

    /// Whether some stretch is drawn short.
    #[must_use]
    pub fn is_compressed(&self) -> bool {
        self.parts.iter().any(|part| part.short)
    }

    /// The column of a day; of days outside the window the first or last.
    #[must_use]
    pub fn column(&self, day: NaiveDate) -> u16 {
        self.column_of((day - self.window.first).num_days())
    }

    fn column_of(&self, day: i64) -> u16 {
        let day = day.clamp(0, self.window.days() - 1);
        let part = self.part(day);
        let worth = part.at + (day - part.from) * part.worth / part.days;
        let column = worth * i64::from(self.columns) / self.total;
        (column as u16).min(self.columns.saturating_sub(1))
    }

    fn part(&self, day: i64) -> Part {
        let after = self.parts.partition_point(|part| part.from <= day);
        self.parts[after.saturating_sub(1).min(self.parts.len() - 1)]
    }

    /// First and last day that a column stands for (the same, where a day is wider than a column).
    #[must_use]
    pub fn days(&self, column: u16) -> (NaiveDate, NaiveDate) {
        let first = self.first_at(column);
        let last = (self.first_at(column.saturating_add(1)) - 1).max(first);
        (self.day(first), self.day(last))
    }

    /// The first day, counted from that of the window, whose own column is this or a later one.
    fn first_at(&self, column: u16) -> i64 {
        let (mut low, mut high) = (0, self.window.days());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.column_of(middle) < column {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn day(&self, day: i64) -> NaiveDate {
        let day = self.window.first.checked_add_days(Days::new(day as u64));
        day.unwrap_or(self.window.last).min(self.window.last)
    }

    /// Whether a column lies within a stretch that is drawn short.
    #[must_use]
    pub fn is_short(&self, column: u16) -> bool {
        let (first, last) = (self.first_at(column), self.first_at(column + 1) - 1);
        let part = self.part(first);
        part.short && part == self.part(last.max(first))
    }

    /// The stretches that are drawn to scale: first and last day, first column and columns.
    pub fn stretches(&self) -> impl Iterator<Item = (NaiveDate, NaiveDate, u16, u16)> + '_ {
        let whole = self.parts.iter().filter(|part| !part.short);
        whole.map(|part| {
            let last = part.from + part.days - 1;
            let from = self.column_of(part.from);
            let columns = self.column_of(last) + 1 - from;
            (self.day(part.from), self.day(last), from, columns)
        })
    }

    /// About how many columns so many days take in what is drawn to scale.
    #[must_use]
    pub fn width(&self, days: i64) -> i64 {
        days * DAY * i64::from(self.columns) / self.total
    }
}

/// The stretches of the window without a busy day: first day, counted from that of the window,
/// and days.
fn gaps(window: Window, busy: &[NaiveDate]) -> Vec<(i64, i64)> {
    let mut gaps = Vec::new();
    let mut from = 0;
    let inside = busy.iter().filter(|day| window.holds(**day));
    for day in inside.map(|day| (*day - window.first).num_days()) {
        if day > from {
            gaps.push((from, day - from));
        }
        from = from.max(day + 1);
    }
    if from < window.days() {
        gaps.push((from, window.days() - from));
    }
    gaps
}
