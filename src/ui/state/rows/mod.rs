//! The rows of the timeline pane: computed once per change, found by binary search.

mod build;

use chrono::NaiveDate;

use super::window::{Unit, Window};

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
    /// The events of a year that are known by their year alone, folded.
    NoDay(i32),
    /// An article without a date, by its index in the timeline.
    Article(usize),
}

/// How many bars a header's histogram has: one a month.
pub const BARS: usize = 12;

/// A row of the timeline pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A year, month or day, with its number of events and how they lie within it.
    Header {
        /// Which of them.
        unit: Unit,
        /// Its first day.
        first: NaiveDate,
        /// Events under it.
        count: u32,
        /// Of a year: events in each month; dates known no finer than a season are in none.
        bars: [u32; BARS],
        /// Whether it stands under another header: a month in its year, a day in its month.
        nested: bool,
    },
    /// A stretch of so many days in which nothing happens.
    Gap(i64),
    /// An event, by its index.
    Event(usize),
    /// The events before or after the window: how many.
    Fold(End, usize),
    /// The events of a year that are known by their year alone: the year, and how many.
    NoDay(i32, usize),
    /// The head of the group of articles without a date: how many.
    Undated(usize),
    /// An article without a date, by its index.
    Article(usize),
}

/// What events may take a second line for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Nothing: there are few rows.
    None,
    /// The rest of a title that does not fit on the first.
    Title,
    /// That, or who took part and where.
    More,
}

/// What decides how tall rows are, and which there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What stands unfolded.
    pub window: Window,
    /// Whether the end before the window is open, and the end after it.
    pub open: [bool; 2],
    /// The years of which the events without a day are unfolded.
    pub years: Vec<i32>,
    /// The rows of the pane: a year of more events has months, a month of more has days.
    pub rows: usize,
    /// Columns for a title.
    pub columns: u16,
    /// What events may take a second line for.
    pub room: Room,
    /// Whether the second line says where a range ends, for want of room before the title.
    pub until: bool,
}

/// The rows, with where each begins.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    all: Vec<Row>,
    /// The first line of each row, and after them the number of lines.
    tops: Vec<usize>,
    /// The row of each event, unless it is folded away.
    events: Vec<Option<usize>>,
    /// The rows that can be selected, ascending.
    stops: Vec<usize>,
    /// The headers, that of the undated articles included, ascending.
    headers: Vec<usize>,
    /// Those that stand under no other.
    groups: Vec<usize>,
}

impl Rows {
    /// How many lines there are.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.tops.last().copied().unwrap_or(0)
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The row of this number.
    #[must_use]
    pub fn row(&self, number: usize) -> Option<Row> {
        self.all.get(number).copied()
    }

    /// The number of the row that holds a line.
    #[must_use]
    pub fn at_line(&self, line: usize) -> Option<usize> {
        let after = self.tops.partition_point(|&top| top <= line);
        (line < self.lines()).then(|| after - 1)
    }

    /// First line of a row, and the line after its last.
    #[must_use]
    pub fn extent(&self, number: usize) -> (usize, usize) {
        let top = |number: usize| self.tops.get(number).copied().unwrap_or(self.lines());
        (top(number), top(number + 1))
    }

    /// The number of the row of a place, unless it is folded away.
    #[must_use]
    pub fn find(&self, place: Place) -> Option<usize> {
        match place {
            Place::Event(event) => self.events.get(event).copied().flatten(),
            // The folds are few and the articles stand at the foot.
            Place::Fold(_) | Place::NoDay(_) | Place::Article(_) => self
                .stops
                .iter()
                .rev()
                .copied()
                .find(|&row| self.place(row) == Some(place)),
        }
    }

    /// What is selected on a row; nothing on headers and gaps.
    #[must_use]
    pub fn place(&self, number: usize) -> Option<Place> {
        match self.row(number)? {
            Row::Event(event) => Some(Place::Event(event)),
            Row::Fold(end, _) => Some(Place::Fold(end)),
            Row::NoDay(year, _) => Some(Place::NoDay(year)),
            Row::Article(article) => Some(Place::Article(article)),
            Row::Header { .. } | Row::Gap(_) | Row::Undated(_) => None,
        }
    }

    /// The row to land on when one moves by so many from row `from`; stops at the ends.
    #[must_use]
    pub fn step(&self, from: Option<usize>, by: i64) -> Option<usize> {
        let last = self.stops.len().checked_sub(1)? as i64;
        let at = match from {
            Some(row) => self.stops.partition_point(|&stop| stop < row) as i64,
            None => 0,
        };
        let next = at.saturating_add(by).clamp(0, last);
        self.stops.get(next as usize).copied()
    }

    /// The selectable row nearest to a line.
    #[must_use]
    pub fn near_line(&self, line: usize) -> Option<usize> {
        let row = self.at_line(line).unwrap_or(self.all.len());
        let after = self.stops.partition_point(|&stop| stop < row);
        self.stops.get(after).or(self.stops.last()).copied()
    }

    /// The header that row `number` stands under, or is.
    #[must_use]
    pub fn header_of(&self, number: usize) -> Option<usize> {
        let after = self.headers.partition_point(|&header| header <= number);
        after.checked_sub(1).map(|at| self.headers[at])
    }

    /// The first event under the year, or the month where there are no years, that lies `by`
    /// from that of row `from`. Going up from inside a group leads to its own head first.
    #[must_use]
    pub fn step_group(&self, from: usize, by: i64) -> Option<usize> {
        let under = self.groups.partition_point(|&group| group <= from) as i64 - 1;
        let inside = under >= 0
            && self
                .first_under(under as usize)
                .is_some_and(|first| first < from);
        let by = if by < 0 && inside { by + 1 } else { by };
        let last = self.groups.len().checked_sub(1)? as i64;
        self.first_under(under.saturating_add(by).clamp(0, last) as usize)
    }

    /// The first event under a group; where it has none in sight, the first place.
    fn first_under(&self, group: usize) -> Option<usize> {
        let from = self.groups[group];
        let end = self
            .groups
            .get(group + 1)
            .copied()
            .unwrap_or(self.all.len());
        let after = self.stops.partition_point(|&stop| stop <= from);
        let stops = self.stops[after..].iter().copied();
        let mut here = stops.take_while(|&stop| stop < end);
        let event = here.find(|&stop| matches!(self.row(stop), Some(Row::Event(_))));
        event.or_else(|| self.stops.get(after).copied())
    }

    /// How many events stand folded at a place.
    #[must_use]
    pub fn folded(&self, place: Place) -> Option<usize> {
        match self.row(self.find(place)?)? {
            Row::Fold(_, count) | Row::NoDay(_, count) => Some(count),
            _ => None,
        }
    }

    /// First and last event on the lines from `top` on, `height` of them.
    #[must_use]
    pub fn seen(&self, top: usize, height: usize) -> Option<(usize, usize)> {
        let first = self.at_line(top)?;
        let last = self
            .at_line(top + height.max(1) - 1)
            .unwrap_or(self.all.len() - 1);
        let mut events = (first..=last).filter_map(|row| match self.row(row) {
            Some(Row::Event(event)) => Some(event),
            _ => None,
        });
        let first = events.next()?;
        Some((first, events.next_back().unwrap_or(first)))
    }
}
