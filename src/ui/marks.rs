//! The marks of the timeline and the lines between panes, each with its ASCII twin.

use crate::{
    temporal::Granularity,
    timeline::{Event, Phase, Timeline},
    ui::entry,
};

/// A mark as it is drawn, in ASCII, and what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    unicode: &'static str,
    ascii: &'static str,
    /// What it says.
    pub words: &'static str,
}

impl Mark {
    const fn new(unicode: &'static str, ascii: &'static str, words: &'static str) -> Self {
        Self {
            unicode,
            ascii,
            words,
        }
    }

    /// The symbol, one column wide.
    #[must_use]
    pub const fn symbol(self, ascii: bool) -> &'static str {
        if ascii { self.ascii } else { self.unicode }
    }
}

/// Known to the day.
pub const DAY: Mark = Mark::new("●", "*", "on this day");
/// Known to the month, or coarser but finer than half a year.
pub const MONTH: Mark = Mark::new("◐", "o", "some time in this week, month, quarter or season");
/// Known to the year, or coarser.
pub const YEAR: Mark = Mark::new("○", "O", "some time in this half year, year or longer");
/// Roughly known, or concluded.
pub const ROUGH: Mark = Mark::new("◌", "~", "about this date, before or after it, or inferred");
/// From one date to another.
pub const RANGE: Mark = Mark::new("━", "=", "from this date to another");
/// Not yet when it was written about.
pub const PLANNED: Mark = Mark::new("◇", "+", "planned when it was written about");

/// The marks of events, for the help.
pub const EVENTS: [Mark; 6] = [DAY, MONTH, YEAR, ROUGH, RANGE, PLANNED];

/// Beside what has the focus.
pub const FOCUS: Mark = Mark::new("▌", ">", "where the keys go");
/// A stretch of time in which nothing happens.
pub const GAP: Mark = Mark::new("┊", ":", "a stretch without events");
/// The rail under a mark, beside a second line.
pub const RAIL: Mark = Mark::new("│", "|", "more about the event above");
/// Folded events.
pub const FOLDED: Mark = Mark::new("▸", ">", "folded; Enter opens it");
/// Folded events that were opened.
pub const OPENED: Mark = Mark::new("▾", "v", "open; Enter folds it");
/// Beside the sentence that an event was read from.
pub const EVIDENCE: Mark = Mark::new("▎", "#", "in the reader: what the event was read from");
/// Where one is on the scrubber.
pub const HERE: Mark = Mark::new("▲", "^", "where you are in time");
/// Before the first column of the scrubber.
pub const EARLIER: Mark = Mark::new("◂", "<", "before what the scrubber shows");
/// After the last column of the scrubber.
pub const LATER: Mark = Mark::new("▸", ">", "after what the scrubber shows");
/// The tellings of an event give different dates.
pub const CONFLICT: Mark = Mark::new("≠", "!", "told with different dates");
/// How many articles tell an event.
pub const TOLD: Mark = Mark::new("×2", "x2", "told by two articles, copies not counted");
/// How the events of a year lie in its months.
pub const SHARE: Mark = Mark::new("▂▅█", ".:#", "beside a year: its events, month by month");
/// A stretch without events on the scrubber.
pub const SHORT: Mark = Mark::new(".", "~", "below: a stretch without events, drawn short");
/// The other marks that the help explains.
pub const OTHERS: [Mark; 9] = [
    GAP, FOLDED, FOCUS, EVIDENCE, CONFLICT, TOLD, SHARE, SHORT, HERE,
];

/// A horizontal hairline.
pub const RULE: Mark = Mark::new("─", "-", "");
/// A vertical hairline.
pub const LINE: Mark = Mark::new("│", "|", "");
/// Where a vertical hairline hangs from a horizontal one.
pub const HEAD: Mark = Mark::new("┬", "+", "");
/// Where a vertical hairline stands on a horizontal one.
pub const FOOT: Mark = Mark::new("┴", "+", "");

/// Bars from nothing to full.
const BARS: [Mark; 8] = [
    Mark::new("▁", "_", ""),
    Mark::new("▂", ".", ""),
    Mark::new("▃", ".", ""),
    Mark::new("▄", ":", ""),
    Mark::new("▅", ":", ""),
    Mark::new("▆", "|", ""),
    Mark::new("▇", "|", ""),
    Mark::new("█", "#", ""),
];

/// The bar for `count` where the highest stands for `most`: something is always
/// higher than nothing.
#[must_use]
pub fn bar(count: u32, most: u32, ascii: bool) -> &'static str {
    bar_of(count, most, 1, 0, ascii)
}

/// The part of a bar `rows` high that stands in row `row` from below.
#[must_use]
pub fn bar_of(count: u32, most: u32, rows: u16, row: u16, ascii: bool) -> &'static str {
    let each = BARS.len() as u64;
    // The line that the lowest bars stand on counts as one step.
    let steps = u64::from(rows) * each - 1;
    let (count, most) = (u64::from(count), u64::from(most));
    let height = match count {
        0 => 0,
        // Few events do not tower: a bar is full from three on.
        _ => (count * steps).div_ceil(most.max(3)).clamp(1, steps),
    };
    match (height + 1).saturating_sub(u64::from(row) * each) {
        0 => " ",
        part => BARS[(part.min(each) - 1) as usize].symbol(ascii),
    }
}

/// The mark of an event.
#[must_use]
pub fn of(event: &Event, timeline: &Timeline) -> Mark {
    let date = &event.date;
    match date.granularity {
        _ if event.phase == Phase::Planned => PLANNED,
        _ if entry::doubt(event, timeline).is_some() => ROUGH,
        _ if date.range => RANGE,
        Granularity::Day => DAY,
        Granularity::Week | Granularity::Month | Granularity::Quarter | Granularity::Season => {
            MONTH
        }
        Granularity::Half | Granularity::Year | Granularity::Decade | Granularity::Century => YEAR,
    }
}
