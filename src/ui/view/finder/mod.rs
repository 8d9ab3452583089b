//! The finder, over the panes.
//!
//! ```text
//!  / vilnius                                             12 hits
//!  ───────────────────────────────────────────────────────────────
//!   EVENTS 3                          │ Korea and NATO upgrade …
//! ▌ 11 Jul 2023 ● Korea and NATO …    │ Korea JoongAng Daily · 11 Jul 2023
//!   SENTENCES 9                       │
//!   11 Jul 2023 ¶ …in Vilnius, …      │ ▎ the text around the hit
//!  ⏎ go there   Esc back
//! ```
//!
//! The preview stands beside the list from `BESIDE` columns, under it where there
//! are rows for both, and is left out on small screens.

mod line;
mod list;
mod preview;
mod times;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    paint::{fill, hairline, put, put_right, wipe},
    status,
};
use crate::ui::{
    marks,
    state::{State, finder::Finder},
    theme::Role,
};
pub use preview::{HEAD, measure};

/// The fewest columns for list and preview side by side.
const BESIDE: u16 = 100;
/// The fewest rows for the hits over time, with list and preview side by side.
const TIMES: u16 = 22;
/// The same with the preview under the list.
const TIMES_BELOW: u16 = 30;
/// The fewest rows for the preview under the list.
const BELOW: u16 = 18;

/// Where the parts of the finder stand; what is not shown is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// What is typed, and how much was found.
    pub prompt: Rect,
    /// The hairline under it.
    pub rule: Rect,
    /// The hits.
    pub list: Rect,
    /// The hairline between list and preview, standing or lying.
    pub between: Rect,
    /// The article around the selected hit.
    pub preview: Rect,
    /// When the hits are, over time, with the labels under it.
    pub times: Rect,
    /// The hairline over it.
    pub base: Rect,
    /// What the keys do.
    pub foot: Rect,
}

/// Where the parts of the finder stand on a screen; the lines of a list have no dates.
#[must_use]
pub fn regions(screen: Rect, lines: bool) -> Regions {
    let mut body = screen;
    let mut top = |rows: u16| {
        let rows = rows.min(body.height);
        let taken = Rect {
            height: rows,
            ..body
        };
        body.y += rows;
        body.height -= rows;
        taken
    };
    let mut places = Regions {
        prompt: top(1),
        rule: top(u16::from(screen.height >= 8)),
        ..Regions::default()
    };
    if screen.height >= 12 {
        body.height -= 1;
        places.foot = Rect {
            y: body.bottom(),
            height: 1,
            ..body
        };
    }
    let beside = screen.width >= BESIDE;
    let times = if beside { TIMES } else { TIMES_BELOW };
    if screen.height >= times && !lines {
        body.height -= 3;
        let row = |y: u16, height: u16| Rect { y, height, ..body };
        places.base = row(body.bottom(), 1);
        places.times = row(body.bottom() + 1, 2);
    }
    places.list = body;
    if beside {
        places.list.width = body.width * 46 / 100;
        let x = places.list.right();
        places.between = Rect {
            x,
            width: 1,
            ..body
        };
        let width = body.right() - x - 1;
        places.preview = Rect {
            x: x + 1,
            width,
            ..body
        };
    } else if screen.height >= BELOW && screen.width >= 40 {
        places.list.height = body.height * 9 / 20;
        let y = places.list.bottom();
        places.between = Rect {
            y,
            height: 1,
            ..body
        };
        let height = body.bottom() - y - 1;
        places.preview = Rect {
            y: y + 1,
            height,
            ..body
        };
    }
    places
}

/// Draws into `area`.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let Some(finder) = &state.finder else { return };
    wipe(buffer, area);
    let places = regions(area, state.source.lines);
    prompt(state, finder, places.prompt, buffer);
    for line in [places.rule, places.between, places.base] {
        hair(state, line, buffer);
    }
    if places.between.width == 1 && places.rule.height == 1 {
        let joint = marks::HEAD.symbol(state.theme.ascii);
        let at = (places.between.x, places.rule.y);
        put(
            buffer,
            at,
            area.right(),
            joint,
            state.theme.style(Role::Rule),
        );
    }
    list::draw(state, finder, places.list, buffer);
    if state.source.lines && finder.hit().is_some() {
        line::draw(state, finder, places.preview, buffer);
    } else if finder.prompt.text.is_empty() || finder.preview.is_none() {
        preview::syntax(state, places.preview, buffer);
    } else {
        preview::draw(state, finder, places.preview, buffer);
    }
    times::draw(state, finder, places.times, buffer);
    if places.foot.height > 0 {
        status::hints(state, places.foot, places.foot.right(), buffer);
    }
}

/// A hairline, standing or lying.
fn hair(state: &State, area: Rect, buffer: &mut Buffer) {
    let style = state.theme.style(Role::Rule);
    if area.width == 1 {
        hairline(buffer, area, marks::LINE.symbol(state.theme.ascii), style);
    } else if area.height == 1 {
        let symbol = marks::RULE.symbol(state.theme.ascii);
        fill(buffer, (area.x, area.y), area.right(), symbol, style);
    }
}

/// How much was found: `12 hits`, and whether more may come.
fn found(state: &State, finder: &Finder) -> String {
    let items = state.source.items.as_ref().map_or(0, |items| items.len());
    let count = match (finder.prompt.text.is_empty(), state.source.lines) {
        (_, true) => format!("{}/{items}", finder.total),
        (true, false) => String::new(),
        (false, false) => crate::ui::dates::count(finder.total as i64, "hit"),
    };
    match (
        finder.complete && state.progress.is_none(),
        finder.hits.is_empty(),
    ) {
        (true, _) => count,
        (false, true) => "…".to_owned(),
        (false, false) => format!("{count} so far …"),
    }
}

/// ` / vilnius          12 hits`
fn prompt(state: &State, finder: &Finder, area: Rect, buffer: &mut Buffer) {
    let theme = state.theme;
    let count = match &state.notice {
        Some(notice) => notice.clone(),
        None => found(state, finder),
    };
    let margin = u16::from(area.width >= 30);
    let end = area.right().saturating_sub(margin);
    let x = put(
        buffer,
        (area.x + margin, area.y),
        end,
        "/ ",
        theme.style(Role::Accent),
    );
    let count = crate::text::clean::truncate(&count, usize::from(end - x) / 2).into_owned();
    let stop = put_right(buffer, (x, end), area.y, &count, theme.style(Role::Dim));
    let stop = stop.saturating_sub(1).max(x + 1);
    let (seen, cursor) = finder.prompt.seen(usize::from(stop.saturating_sub(x)));
    if finder.prompt.text.is_empty() {
        let words = if state.source.lines {
            "find a line"
        } else {
            "find an event, an article, a sentence"
        };
        put(buffer, (x + 1, area.y), stop, words, theme.style(Role::Dim));
    }
    put(buffer, (x, area.y), stop, &seen, theme.style(Role::Strong));
    status::cursor(buffer, x + cursor as u16, area.y);
}
