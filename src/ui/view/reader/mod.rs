//! The reader: an article's own text.
//!
//! ```text
//! ▌ what happened                                   the focus is a bar and a bold title
//! ▌ 11 July 2023 · day · from “Tuesday” ⇒ why       the date and the words it was read from
//!   outlet · author · published
//!
//!   text, set to a measure of at most 72 columns
//! ▎ the evidence has a bar beside it, its date words the accent
//!   ▸ 12 lines of page furniture
//!
//!   ALSO TOLD BY   …                                stays in sight where there is room
//! ```

mod foot;
mod head;
mod search;
pub mod text;
mod told;

pub(super) use foot::known;
pub(super) use head::{name, provenance};
pub use search::draw as search;
pub(super) use told::{value, why};

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span as Run},
};

use super::paint::put;
use crate::ui::{
    layout, marks,
    state::{Focus, State},
    theme::Role,
};

/// The widest text: longer lines tire the eye on its way back.
const MEASURE: u16 = 72;
/// From this many rows on the foot stays in sight.
const PINNED: u16 = 22;

/// Where the parts of the reader stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// What happened, when, who says so.
    pub head: Rect,
    /// The text.
    pub text: Rect,
    /// The other tellings, where they stay in sight.
    pub foot: Rect,
    /// The column of the bars: focus and evidence.
    pub bar: u16,
    /// Rows of the foot where it follows the text instead.
    pub trailing: u16,
}

/// The part of `area` that the text is set in, and the gutter beside it.
fn column(area: Rect) -> (Rect, u16) {
    let gutter = if area.width < 30 { 1 } else { 2 };
    let room = area.width.saturating_sub(2 * gutter - 1).max(1);
    let measure = room.min(MEASURE);
    let left = gutter + (room - measure) / 2;
    let column = Rect {
        x: area.x + left.min(area.width),
        width: measure.min(area.width.saturating_sub(left)),
        ..area
    };
    (column, gutter)
}

/// How many columns the text is set in.
#[must_use]
pub fn measure(area: Rect) -> usize {
    usize::from(column(area).0.width)
}

/// Where the parts of the reader stand in `area`.
#[must_use]
pub fn regions(state: &State, area: Rect) -> Regions {
    Parts::of(state, area).regions
}

/// What stands over the text and under it, and where.
struct Parts {
    regions: Regions,
    head: Vec<Line<'static>>,
    foot: Vec<Line<'static>>,
}

impl Parts {
    fn of(state: &State, area: Rect) -> Self {
        let measure = usize::from(column(area).0.width);
        let head = head::lines(state, measure, area.height);
        let foot = if layout::of(state).evidence.is_empty() {
            foot::lines(state, measure)
        } else {
            Vec::new()
        };
        let regions = stacked(area, head.len() as u16, foot.len() as u16);
        Self {
            regions,
            head,
            foot,
        }
    }
}

/// Where the parts stand in `area` that have so many lines.
fn stacked(area: Rect, head: u16, foot: u16) -> Regions {
    let (column, gutter) = column(area);
    let head = head.min(area.height.saturating_sub(1));
    // A blank row parts the foot from the text.
    let foot = if foot > 0 { foot + 1 } else { 0 };
    let pinned = area.height >= PINNED && foot <= area.height / 3;
    let below = if pinned { foot } else { 0 };
    let text = area.height.saturating_sub(head + below);
    Regions {
        head: Rect {
            height: head,
            ..column
        },
        text: Rect {
            y: area.y + head,
            height: text,
            ..column
        },
        foot: Rect {
            y: area.y + head + text,
            height: below,
            ..column
        },
        bar: column.x.saturating_sub(gutter).max(area.x),
        trailing: if pinned { 0 } else { foot },
    }
}

/// Draws into `area`.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let Parts {
        regions,
        head,
        foot,
    } = Parts::of(state, area);
    lines(&head, regions.head, buffer);
    if state.focus == Focus::Reader {
        let bar = marks::FOCUS.symbol(state.theme.ascii);
        let titled = head.len().min(usize::from(regions.head.height)).min(2) as u16;
        for y in 0..titled {
            let style = state.theme.style(Role::Bar);
            let at = (regions.bar, regions.head.y + y);
            put(buffer, at, regions.bar + 1, bar, style);
        }
    }
    text::draw(state, regions, &foot, buffer);
    if regions.foot.height > 1 {
        let below = Rect {
            y: regions.foot.y + 1,
            height: regions.foot.height - 1,
            ..regions.foot
        };
        lines(&foot, below, buffer);
    }
}

/// Draws lines one below the other, as many as there is room for.
pub(in crate::ui::view) fn lines<'a>(
    lines: impl IntoIterator<Item = &'a Line<'a>>,
    area: Rect,
    buffer: &mut Buffer,
) {
    for (line, y) in lines.into_iter().zip(area.top()..area.bottom()) {
        let mut x = area.x;
        for run in line {
            let style = line.style.patch(run.style);
            x = put(buffer, (x, y), area.right(), &run.content, style);
        }
    }
}

/// `words`, cleaned, in the style of `role`.
pub(in crate::ui::view) fn run(state: &State, role: Role, words: &str) -> Run<'static> {
    let words = crate::text::clean::clean(words).into_owned();
    Run::styled(words, state.theme.style(role))
}
