//! Where each pane stands at a given size.
//!
//! ```text
//! title
//! timeline │ reader │ evidence      (evidence from 160 columns)
//! ─────────┴────────┴─────────
//! scrubber, two rows (three from 40 rows)
//! status
//! ```
//!
//! Under [`TWO_PANES`] columns one pane holds the screen; under [`STAYS`] Enter swaps in the
//! reader, which then has the room.
//! Rows are given up from the least needed: rule, title, scrubber. Below [`LEAST`]
//! there is one line.

use ratatui::layout::Rect;

use super::state::{Focus, State};

/// The fewest columns for timeline and reader side by side.
pub const TWO_PANES: u16 = 72;
/// The fewest columns with which the timeline stays while one reads.
pub const STAYS: u16 = 100;
/// The fewest columns for the third pane beside a reader that is alone.
const ALONE: u16 = 120;
/// The fewest columns for the third pane.
pub const THREE_PANES: u16 = 160;
/// The fewest columns and rows for panes at all; below that there is one line.
pub const LEAST: (u16, u16) = (20, 5);

/// From so many rows on, the scrubber has two rows for its blocks.
const TALL: u16 = 40;

/// The areas of the screen; what is not shown is empty (no columns or no rows).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The whole screen.
    pub screen: Rect,
    /// The title row.
    pub title: Rect,
    /// The timeline.
    pub timeline: Rect,
    /// The hairline between timeline and reader, which can be dragged.
    pub divider: Rect,
    /// The reader.
    pub reader: Rect,
    /// The hairline between reader and evidence.
    pub second: Rect,
    /// The third pane.
    pub evidence: Rect,
    /// The hairline over the scrubber.
    pub rule: Rect,
    /// The blocks of the scrubber.
    pub scrubber: Rect,
    /// The years under them.
    pub labels: Rect,
    /// The status line, which is also the line of a prompt.
    pub status: Rect,
    /// Whether there is room for one line only.
    pub line: bool,
}

/// Where everything stands for this state.
#[must_use]
pub fn of(state: &State) -> Layout {
    let (columns, rows) = state.size;
    let screen = Rect::new(0, 0, columns, rows);
    if columns < LEAST.0 || rows < LEAST.1 {
        return Layout {
            screen,
            line: true,
            ..Layout::default()
        };
    }
    let mut layout = Layout {
        screen,
        ..Layout::default()
    };
    let body = stack(&mut layout, rows);
    split(&mut layout, body, state);
    layout
}

/// Cuts the rows off the screen that run across it; what is left is for the panes.
fn stack(layout: &mut Layout, rows: u16) -> Rect {
    let mut body = layout.screen;
    let mut foot = |rows: u16| {
        body.height -= rows;
        Rect::new(0, body.bottom(), body.width, rows)
    };
    layout.status = foot(1);
    if rows >= 12 {
        layout.labels = foot(1);
        layout.scrubber = foot(if rows >= TALL { 2 } else { 1 });
    }
    if rows >= 20 {
        layout.rule = foot(1);
    }
    if rows >= 10 {
        layout.title = Rect { height: 1, ..body };
        body.y += 1;
        body.height -= 1;
    }
    body
}

/// Shares the columns of `body` among the panes.
fn split(layout: &mut Layout, body: Rect, state: &State) {
    if state.alone {
        layout.reader = body;
        if body.width >= ALONE {
            let right = (body.width * 23 / 100).max(36);
            layout.reader.width -= right + 1;
            third_of(layout, body, right);
        }
        return;
    }
    // One who reads has the room for it.
    let reads = state.focus != Focus::Timeline && body.width < STAYS;
    if body.width < TWO_PANES || reads {
        match state.focus {
            Focus::Timeline => layout.timeline = body,
            Focus::Reader | Focus::Evidence => layout.reader = body,
        }
        return;
    }
    let third = body.width >= THREE_PANES;
    let percent = |part: u32| u32::from(body.width) * part / 100;
    let right = if third { percent(23) as u16 } else { 0 };
    let left = match state.divider {
        Some(share) => u32::from(body.width) * u32::from(share) / 1000,
        None if third => percent(37),
        None => percent(44),
    };
    let left = u16::try_from(left).unwrap_or(body.width);
    // Neither side can be squeezed to nothing.
    let most = body.width.saturating_sub(right + 25).max(20);
    let left = left.clamp(20, most);
    layout.timeline = Rect {
        width: left,
        ..body
    };
    layout.divider = Rect {
        x: left,
        width: 1,
        ..body
    };
    let middle = body.width - left - 1 - right;
    layout.reader = Rect {
        x: left + 1,
        width: middle,
        ..body
    };
    if third {
        layout.reader.width = middle - 1;
        third_of(layout, body, right);
    }
}

/// The third pane, to the right of the reader.
fn third_of(layout: &mut Layout, body: Rect, right: u16) {
    layout.second = Rect {
        x: layout.reader.right(),
        width: 1,
        ..body
    };
    layout.evidence = Rect {
        x: layout.second.right(),
        width: right,
        ..body
    };
}

impl Layout {
    /// Whether a cell lies in `area`.
    #[must_use]
    pub const fn holds(area: Rect, column: u16, row: u16) -> bool {
        area.x <= column && column < area.right() && area.y <= row && row < area.bottom()
    }
}

/// The columns of the timeline pane, counted from its left edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Where dates begin.
    pub date: u16,
    /// Where dates end: they are set flush right.
    pub date_end: u16,
    /// Where marks stand.
    pub mark: u16,
    /// Where titles begin.
    pub title: u16,
    /// One past the last column that is written.
    pub end: u16,
}

/// From so many columns on, dates have room for both ends of a range.
const WIDE_DATES: u16 = 64;
/// Below so many columns, the pane goes without its left margin.
const TIGHT: u16 = 34;

/// The columns of a timeline pane of this width.
#[must_use]
pub const fn columns(width: u16) -> Columns {
    let date = if width < TIGHT { 1 } else { 2 };
    let date_end = date + if width >= WIDE_DATES { 9 } else { 6 };
    Columns {
        date,
        date_end,
        mark: date_end + 1,
        title: date_end + 3,
        end: width.saturating_sub(1),
    }
}

impl Columns {
    /// Whether dates have room for both ends of a range.
    #[must_use]
    pub const fn wide(self) -> bool {
        self.date_end - self.date > 6
    }

    /// Columns for a title.
    #[must_use]
    pub const fn titles(self) -> u16 {
        self.end.saturating_sub(self.title)
    }
}
