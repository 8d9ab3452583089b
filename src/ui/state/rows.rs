//! The rows of the timeline pane: computed once per change, found by binary search.

use chrono::NaiveDate;

use super::{
    heads::{self, head, is_fine},
    window::{Unit, Window},
};
use crate::{timeline::Timeline, ui::entry};

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

/// How many bars a header's histogram has.
pub const BARS: usize = 6;

/// A row of the timeline pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A year, month or decade, with its number of events and how they lie within it.
    Header {
        /// Which of them.
        unit: Unit,
        /// Its first day.
        first: NaiveDate,
        /// Events under it.
        count: u32,
        /// Events in each sixth of it; dates that are known no finer than it are in none.
        bars: [u32; BARS],
    },
    /// A stretch of so many days in which nothing happens.
    Gap(i64),
    /// An event, by its index.
    Event(usize),
    /// The events before or after the window: how many.
    Fold(End, usize),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What stands unfolded.
    pub window: Window,
    /// Whether the end before the window is open, and the end after it.
    pub open: [bool; 2],
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
    /// The largest bar of any header.
    highest: u32,
}

impl Rows {
    /// Computes every row. Costs a look at every event.
    #[must_use]
    pub fn new(timeline: &Timeline, shape: &Shape) -> Self {
        let mut parts: [Vec<usize>; 3] = Default::default();
        for (index, event) in timeline.events.iter().enumerate() {
            let part = if event.date.first < shape.window.first {
                0
            } else if event.date.first > shape.window.last {
                2
            } else {
                1
            };
            parts[part].push(index);
        }
        let [before, inside, after] = parts;
        let mut rows = Self {
            tops: vec![0],
            events: vec![None; timeline.events.len()],
            ..Self::default()
        };
        let mut last = None;
        rows.fold(End::Before, before.len());
        if shape.open[0] {
            rows.events(timeline, shape, &before, &mut last);
        }
        rows.events(timeline, shape, &inside, &mut last);
        rows.fold(End::After, after.len());
        if shape.open[1] {
            rows.events(timeline, shape, &after, &mut last);
        }
        let undated: Vec<usize> = timeline.undated().collect();
        if !undated.is_empty() {
            rows.push(Row::Undated(undated.len()), 1);
            for article in undated {
                rows.push(Row::Article(article), 1);
            }
        }
        rows
    }

    fn push(&mut self, row: Row, height: u16) {
        let number = self.all.len();
        match row {
            Row::Header { .. } | Row::Undated(_) => self.headers.push(number),
            Row::Event(_) | Row::Fold(..) | Row::Article(_) => self.stops.push(number),
            Row::Gap(_) => {}
        }
        if let Row::Event(event) = row {
            self.events[event] = Some(number);
        }
        self.tops.push(self.lines() + usize::from(height));
        self.all.push(row);
    }

    fn fold(&mut self, end: End, count: usize) {
        if count > 0 {
            self.push(Row::Fold(end, count), 1);
        }
    }

    /// Adds events with their headers and gaps; `last` is the last day that anything happened on.
    fn events(
        &mut self,
        timeline: &Timeline,
        shape: &Shape,
        indices: &[usize],
        last: &mut Option<NaiveDate>,
    ) {
        let date = |index: &usize| &timeline.events[*index].date;
        let head = |index: &usize| head(shape.window.unit(), date(index));
        for group in indices.chunk_by(|one, next| head(one) == head(next)) {
            // A year says nothing about when within it: a gap ends at what is known more finely.
            let next = group.iter().map(date).find(|date| is_fine(date));
            self.gap(shape, *last, next.unwrap_or(date(&group[0])).first);
            let reached = match next {
                Some(date) => date.first,
                None => group
                    .iter()
                    .map(|index| date(index).last)
                    .fold(NaiveDate::MIN, NaiveDate::max),
            };
            *last = Some(reached).max(*last);
            self.header(timeline, head(&group[0]), group);
            for &index in group {
                let event = &timeline.events[index];
                if is_fine(&event.date) {
                    self.gap(shape, *last, event.date.first);
                    *last = Some(event.date.last).max(*last);
                }
                self.push(Row::Event(index), entry::height(event, shape));
            }
        }
    }

    fn gap(&mut self, shape: &Shape, last: Option<NaiveDate>, next: NaiveDate) {
        if let Some(last) = last {
            let days = (next - last).num_days();
            if days >= shape.window.gap() && !matches!(self.all.last(), Some(Row::Fold(..))) {
                self.push(Row::Gap(days), 1);
            }
        }
    }

    fn header(&mut self, timeline: &Timeline, (unit, first): (Unit, NaiveDate), group: &[usize]) {
        let days = heads::length(unit);
        let mut bars = [0; BARS];
        for &index in group {
            let date = &timeline.events[index].date;
            if date.granularity <= heads::within(unit) {
                let at = (date.first - first).num_days().clamp(0, days - 1);
                bars[at as usize * BARS / days as usize] += 1;
            }
        }
        self.highest = bars.into_iter().fold(self.highest, u32::max);
        let count = group.len() as u32;
        let header = Row::Header {
            unit,
            first,
            count,
            bars,
        };
        self.push(header, 1);
    }

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
            // The folds are two and the articles stand at the foot.
            Place::Fold(_) | Place::Article(_) => self
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

    /// The first selectable row under the header that lies `by` headers from that of row `from`.
    /// Going up from inside a group leads to its own head first.
    #[must_use]
    pub fn step_header(&self, from: usize, by: i64) -> Option<usize> {
        let under = self.headers.partition_point(|&header| header <= from) as i64 - 1;
        let inside = under >= 0
            && self
                .first_under(self.headers[under as usize])
                .is_some_and(|first| first < from);
        let by = if by < 0 && inside { by + 1 } else { by };
        let last = self.headers.len().checked_sub(1)? as i64;
        let header = self.headers[under.saturating_add(by).clamp(0, last) as usize];
        self.first_under(header)
    }

    fn first_under(&self, header: usize) -> Option<usize> {
        let after = self.stops.partition_point(|&stop| stop <= header);
        self.stops.get(after).copied()
    }

    /// The highest bar of any header.
    #[must_use]
    pub fn highest(&self) -> u32 {
        self.highest
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
