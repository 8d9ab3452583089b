//! Events → rows: headers, gaps, folds.

use chrono::{Datelike, NaiveDate};

use super::{BARS, End, Row, Rows, Shape};
use crate::{
    temporal::Granularity,
    timeline::Timeline,
    ui::{
        entry,
        state::{
            heads::{head, is_fine, is_year},
            window::Unit,
        },
    },
};

/// So many events of a year without a day stand unfolded.
const FEW: usize = 3;

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
        let mut builder = Builder {
            timeline,
            shape,
            last: None,
            rows: Self {
                tops: vec![0],
                events: vec![None; timeline.events.len()],
                ..Self::default()
            },
        };
        builder.fold(End::Before, before.len());
        if shape.open[0] {
            builder.events(&before);
        }
        builder.events(&inside);
        builder.fold(End::After, after.len());
        if shape.open[1] {
            builder.events(&after);
        }
        builder.undated();
        builder.rows
    }

    fn push(&mut self, row: Row, height: u16) {
        let number = self.all.len();
        match row {
            Row::Header { nested, .. } => {
                self.headers.push(number);
                self.groups.extend((!nested).then_some(number));
            }
            Row::Undated(_) => {
                self.headers.push(number);
                self.groups.push(number);
            }
            Row::Event(_) | Row::Fold(..) | Row::NoDay(..) | Row::Article(_) => {
                self.stops.push(number);
            }
            Row::Gap(_) => {}
        }
        if let Row::Event(event) = row {
            self.events[event] = Some(number);
        }
        self.tops.push(self.lines() + usize::from(height));
        self.all.push(row);
    }
}

/// The rows so far.
struct Builder<'a> {
    timeline: &'a Timeline,
    shape: &'a Shape,
    rows: Rows,
    /// The last day that anything happened on.
    last: Option<NaiveDate>,
}

impl Builder<'_> {
    fn fold(&mut self, end: End, count: usize) {
        if count > 0 {
            self.rows.push(Row::Fold(end, count), 1);
        }
    }

    fn undated(&mut self) {
        let undated: Vec<usize> = self.timeline.undated().collect();
        if !undated.is_empty() {
            self.rows.push(Row::Undated(undated.len()), 1);
            for article in undated {
                self.rows.push(Row::Article(article), 1);
            }
        }
    }

    /// Adds events with their headers and gaps.
    fn events(&mut self, indices: &[usize]) {
        let timeline = self.timeline;
        let unit = self.shape.window.unit();
        let date = |index: &usize| &timeline.events[*index].date;
        let head = |index: &usize| head(unit, date(index));
        for group in indices.chunk_by(|one, next| head(one) == head(next)) {
            // A year says nothing about when within it: a gap ends at what is known more finely.
            let next = group.iter().map(date).find(|date| is_fine(date));
            self.gap(next.unwrap_or(date(&group[0])).first);
            let reached = match next {
                Some(date) => date.first,
                None => group
                    .iter()
                    .map(|index| date(index).last)
                    .fold(NaiveDate::MIN, NaiveDate::max),
            };
            self.last = Some(reached).max(self.last);
            let (unit, first) = head(&group[0]);
            self.header((unit, first), group, false);
            self.group(unit, first.year(), group);
        }
    }

    /// The events under a header: those without a day first, folded where they are many; the
    /// others under headers of their own where they are more than a screen.
    fn group(&mut self, unit: Unit, year: i32, group: &[usize]) {
        let timeline = self.timeline;
        let no_day = |index: &usize| is_year(&timeline.events[*index].date);
        let (years, days): (Vec<usize>, Vec<usize>) = group.iter().copied().partition(no_day);
        let many = years.len() > FEW;
        if many {
            self.rows.push(Row::NoDay(year, years.len()), 1);
        }
        if !many || self.shape.years.contains(&year) {
            for &index in &years {
                self.event(index);
            }
        }
        let finer = match unit {
            Unit::Year => Unit::Month,
            Unit::Month | Unit::Day => Unit::Day,
        };
        self.divided(unit, finer, &days);
    }

    /// Events of a year or a month, under the headers of months or days where they are many.
    fn divided(&mut self, unit: Unit, finer: Unit, indices: &[usize]) {
        if unit == Unit::Day || self.shape.rows == 0 || indices.len() <= self.shape.rows {
            for &index in indices {
                self.event(index);
            }
            return;
        }
        let timeline = self.timeline;
        let head = |index: &usize| head(finer, &timeline.events[*index].date);
        for part in indices.chunk_by(|one, next| head(one) == head(next)) {
            let (of, first) = head(&part[0]);
            if of == finer {
                let dates = part.iter().map(|index| &timeline.events[*index].date);
                if let Some(date) = dates.clone().find(|date| is_fine(date)) {
                    self.gap(date.first);
                    self.last = Some(date.first).max(self.last);
                }
                self.header((of, first), part, true);
            }
            self.divided(of, Unit::Day, part);
        }
    }

    fn event(&mut self, index: usize) {
        let event = &self.timeline.events[index];
        if is_fine(&event.date) {
            self.gap(event.date.first);
            self.last = Some(event.date.last).max(self.last);
        }
        let height = entry::height(event, self.timeline, self.shape);
        self.rows.push(Row::Event(index), height);
    }

    fn gap(&mut self, next: NaiveDate) {
        if let Some(last) = self.last {
            let days = (next - last).num_days();
            let folded = matches!(self.rows.all.last(), Some(Row::Fold(..)));
            if days >= self.shape.window.gap() && !folded {
                self.rows.push(Row::Gap(days), 1);
            }
        }
    }

    fn header(&mut self, (unit, first): (Unit, NaiveDate), group: &[usize], nested: bool) {
        let mut bars = [0; BARS];
        for &index in group {
            let date = &self.timeline.events[index].date;
            if date.granularity <= Granularity::Month {
                bars[date.first.month0() as usize] += 1;
            }
        }
        let header = Row::Header {
            unit,
            first,
            count: group.len() as u32,
            bars,
            nested,
        };
        self.rows.push(header, 1);
    }
}
