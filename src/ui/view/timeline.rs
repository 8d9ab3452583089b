//! The timeline: headers that stay in sight, events on a rail, gaps, folded ends.
//!
//! ```text
//!  2023 ─────────────────────── ▁▁▃▂█▁ 11
//!     Jun ◐ Yoon presents Busan’s Expo bid
//! ▌11 Jul ● Korea and NATO upgrade partnership
//! ▌       │ Yoon, Stoltenberg · Vilnius
//!         ┊ 23 months
//! ```

use chrono::{Datelike, NaiveDate};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::paint::{fill, put, put_right, wipe};
use crate::{
    text::clean::truncate,
    timeline::{Event, Phase, Role as EventRole},
    ui::{
        dates, entry,
        layout::{self, Columns},
        marks,
        state::{
            Focus, State,
            rows::{BARS, End, Row},
            window::Unit,
        },
        theme::Role,
    },
};

/// From so many columns on, the headers of years have their histogram.
const HISTOGRAM: u16 = 34;

/// Where a row is drawn.
struct Pen<'a> {
    state: &'a State,
    columns: Columns,
    area: Rect,
    y: u16,
}

/// Draws into `area`.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let rows = &state.list.rows;
    let columns = layout::columns(area.width);
    let pen = |y| Pen {
        state,
        columns,
        area,
        y,
    };
    if state.timeline.events.is_empty() {
        // Articles without a date stand above what is said.
        let used = rows
            .lines()
            .saturating_sub(state.list.top)
            .min(area.height.into()) as u16;
        let rest = Rect {
            y: area.y + used,
            height: area.height - used,
            ..area
        };
        super::empty::draw(state, rest, buffer);
    }
    let top = state.list.top;
    let mut line = top;
    while line < top + usize::from(area.height) {
        let Some(number) = rows.at_line(line) else {
            break;
        };
        let (first, end) = rows.extent(number);
        for within in line - first..end - first {
            let y = area.y + (first + within - top) as u16;
            if y < area.bottom() {
                pen(y).row(buffer, number, within, false);
            }
        }
        line = end;
    }
    // The header of what is seen first stays in sight; over a gap there is nothing to head.
    let first = rows.at_line(top);
    if let Some(header) = first.and_then(|row| rows.header_of(row))
        && rows.extent(header).0 < top
        && !matches!(first.and_then(|row| rows.row(row)), Some(Row::Gap(_)))
    {
        wipe(buffer, Rect { height: 1, ..area });
        pen(area.y).row(buffer, header, 0, true);
    }
}

impl Pen<'_> {
    fn style(&self, role: Role) -> Style {
        self.state.theme.style(role)
    }

    /// The column so many columns from the left edge of the pane.
    fn x(&self, column: u16) -> u16 {
        self.area.x + column
    }

    /// Writes from a column of the pane on.
    fn put(&self, buffer: &mut Buffer, column: u16, text: &str, role: Role) -> u16 {
        let at = (self.x(column), self.y);
        put(buffer, at, self.x(self.columns.end), text, self.style(role)) - self.area.x
    }

    fn symbol(&self, mark: marks::Mark) -> &'static str {
        mark.symbol(self.state.theme.ascii)
    }

    /// Draws line `within` of a row; a header that `stays` in sight is said in full.
    fn row(&self, buffer: &mut Buffer, number: usize, within: usize, stays: bool) {
        let Some(row) = self.state.list.rows.row(number) else {
            return;
        };
        let place = self.state.list.rows.place(number);
        let selected = place.is_some() && place == self.state.list.cursor;
        if selected {
            let here = self.state.focus == Focus::Timeline;
            let bar = if here { Role::Bar } else { Role::Dim };
            let at = (self.area.x, self.y);
            put(
                buffer,
                at,
                self.area.right(),
                self.symbol(marks::FOCUS),
                self.style(bar),
            );
        }
        match row {
            Row::Header {
                unit,
                first,
                count,
                bars,
                nested,
            } => self.header(buffer, (unit, first), count, (bars, nested && !stays)),
            Row::Gap(days) => {
                self.put(
                    buffer,
                    self.columns.mark,
                    self.symbol(marks::GAP),
                    Role::Dim,
                );
                self.put(buffer, self.columns.title, &dates::stretch(days), Role::Dim);
            }
            Row::Event(event) => {
                let event = &self.state.timeline.events[event];
                let (first, end) = self.state.list.rows.extent(number);
                self.event(buffer, event, selected, (within, end - first));
            }
            Row::Fold(end, count) => self.fold(buffer, end, count, selected),
            Row::NoDay(year, count) => self.no_day(buffer, year, count, selected),
            Row::Undated(count) => {
                self.put(buffer, 1, "no date", Role::Strong);
                self.rule(buffer, 9, &count.to_string(), false);
            }
            Row::Article(article) => {
                let label = self.state.timeline.articles[article].label();
                let role = if selected { Role::Accent } else { Role::Text };
                let label = truncate(label, usize::from(self.columns.titles()));
                self.put(buffer, self.columns.title, &label, role);
            }
        }
    }

    /// `2023 ────────── ▁▁▃▂█▁ 11`
    fn header(
        &self,
        buffer: &mut Buffer,
        (unit, first): (Unit, NaiveDate),
        count: u32,
        (bars, nested): ([u32; BARS], bool),
    ) {
        if nested {
            return self.nested(buffer, (unit, first), count);
        }
        let label = match unit {
            Unit::Day => dates::day(first),
            Unit::Month => format!("{} {}", dates::month(first), first.year()),
            Unit::Year => first.year().to_string(),
        };
        let from = self.put(buffer, 1, &label, Role::Strong) + 1;
        let bars_fit = unit == Unit::Year && self.area.width >= HISTOGRAM;
        let end = self.rule(buffer, from, &count.to_string(), bars_fit);
        if bars_fit {
            let highest = bars.into_iter().max().unwrap_or(0);
            let text: String = bars
                .iter()
                .map(|&bar| marks::bar(bar, highest, self.state.theme.ascii))
                .collect();
            self.put(buffer, end, &text, Role::Dim);
        }
    }

    /// `    May ──────────────── 12`, under a year; `20 May ── 12` under a month.
    fn nested(&self, buffer: &mut Buffer, (unit, first): (Unit, NaiveDate), count: u32) {
        let label = match unit {
            Unit::Day => format!("{} {}", first.day(), dates::month_short(first)),
            Unit::Month | Unit::Year => dates::month(first).to_owned(),
        };
        let span = (self.x(1), self.x(self.columns.date_end));
        let role = self.style(Role::Dim);
        let label = truncate(&label, usize::from(span.1 - span.0)).into_owned();
        put_right(buffer, span, self.y, &label, role);
        self.rule(buffer, self.columns.mark, &count.to_string(), false);
    }

    /// A hairline from a column on, and a number after it; returns where a histogram
    /// has its place before the number.
    fn rule(&self, buffer: &mut Buffer, from: u16, number: &str, histogram: bool) -> u16 {
        let end = self.columns.end;
        let digits = number.len().max(2) as u16;
        let bars = if histogram {
            end.saturating_sub(digits + 1 + BARS as u16)
        } else {
            end.saturating_sub(digits)
        };
        let (y, style) = (self.y, self.style(Role::Rule));
        let rule = self.symbol(marks::RULE);
        fill(
            buffer,
            (self.x(from), y),
            self.x(bars.saturating_sub(1)),
            rule,
            style,
        );
        put_right(
            buffer,
            (self.x(bars), self.x(end)),
            y,
            number,
            self.style(Role::Dim),
        );
        bars
    }

    /// `11 Jul ● Title` and the line under it.
    fn event(
        &self,
        buffer: &mut Buffer,
        event: &Event,
        selected: bool,
        (within, lines): (usize, usize),
    ) {
        let role = match event.role {
            _ if selected => Role::Accent,
            EventRole::Main if event.phase == Phase::Past => Role::Strong,
            _ => Role::Text,
        };
        let columns = self.columns;
        // What is not certain of the date goes before the rest of a title.
        let doubt = lines > 1 && entry::doubt(event, &self.state.timeline).is_some();
        let rows = if doubt { 1 } else { lines as u16 };
        let (title, rest) = entry::title(event, columns.titles(), rows);
        if within > 0 {
            self.put(buffer, columns.mark, self.symbol(marks::RAIL), Role::Dim);
            match rest {
                Some(rest) => self.put(buffer, columns.title, &rest, role),
                None => self.second(buffer, event),
            };
            return;
        }
        self.date(buffer, event, selected);
        self.put(
            buffer,
            columns.mark,
            self.symbol(marks::of(event, &self.state.timeline)),
            role,
        );
        self.put(buffer, columns.title, &title, role);
        let mut at = self.x(columns.end);
        let told = entry::articles(event);
        if told > 1 {
            let times = if self.state.theme.ascii { "x" } else { "×" };
            let span = (self.x(columns.title), at);
            let style = self.style(Role::Dim);
            at = put_right(buffer, span, self.y, &format!("{times}{told}"), style);
            at = at.saturating_sub(1);
        }
        if event.conflict {
            let span = (self.x(columns.title), at);
            let style = self.style(Role::Warning);
            put_right(buffer, span, self.y, self.symbol(marks::CONFLICT), style);
        }
    }

    fn date(&self, buffer: &mut Buffer, event: &Event, selected: bool) {
        let columns = self.columns;
        let date = if columns.wide() {
            dates::wide(&event.date, self.state.theme.ascii)
        } else {
            dates::narrow(&event.date)
        };
        let role = if selected { Role::Accent } else { Role::Dim };
        let span = (self.x(columns.date), self.x(columns.date_end));
        put_right(buffer, span, self.y, &date, self.style(role));
    }

    fn second(&self, buffer: &mut Buffer, event: &Event) -> u16 {
        let text = entry::second(
            event,
            &self.state.timeline,
            !self.columns.wide(),
            self.state.theme.ascii,
        );
        let text = truncate(&text, usize::from(self.columns.titles()));
        self.put(buffer, self.columns.title, &text, Role::Dim)
    }

    /// `▸ 2021, no day · 853`
    fn no_day(&self, buffer: &mut Buffer, year: i32, count: usize, selected: bool) {
        let mark = if self.state.list.shape.years.contains(&year) {
            marks::OPENED
        } else {
            marks::FOLDED
        };
        let role = if selected { Role::Accent } else { Role::Dim };
        self.put(buffer, self.columns.mark, self.symbol(mark), role);
        let dot = if self.state.theme.ascii { "-" } else { "·" };
        let text = format!("{year}, no day {dot} {count}");
        let text = truncate(&text, usize::from(self.columns.titles()));
        self.put(buffer, self.columns.title, &text, role);
    }

    /// `▸ before 2022 · 4 events`
    fn fold(&self, buffer: &mut Buffer, end: End, count: usize, selected: bool) {
        let window = self.state.list.shape.window;
        let (word, day) = match end {
            End::Before => ("before", window.first),
            End::After => ("after", window.last),
        };
        let year = (day.month(), day.day()) == if end == End::Before { (1, 1) } else { (12, 31) };
        let when = match window.days() {
            _ if year => day.year().to_string(),
            45.. => format!("{} {}", dates::month_short(day), day.year()),
            _ => dates::day_short(day),
        };
        let mark = if self.state.list.is_open(end) {
            marks::OPENED
        } else {
            marks::FOLDED
        };
        let role = if selected { Role::Accent } else { Role::Dim };
        self.put(buffer, self.columns.mark, self.symbol(mark), role);
        let dot = if self.state.theme.ascii { "-" } else { "·" };
        let count = dates::count(count as i64, "event");
        let text = format!("{word} {when} {dot} {count}");
        let text = truncate(&text, usize::from(self.columns.titles()));
        self.put(buffer, self.columns.title, &text, role);
    }
}
