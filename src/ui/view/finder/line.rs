//! The selected line, whole, among the lines around it.
//!
//! ```text
//!   line 1203 of 100000
//!
//!   what stands in the line before
//! ▎ the selected line, as long as it is, with
//! ▎ the letters that match
//!   what stands in the line after
//! ```

use ratatui::{buffer::Buffer, layout::Rect};

use super::{list::Letters, preview::measure};
use crate::{
    search::Item,
    text::{
        Span,
        clean::{clean, sieve, truncate},
    },
    ui::{
        state::{State, finder::Finder},
        theme::Role,
        view::paint::put,
        wrap::{Breaks, wrap},
    },
};

/// Draws into `area`.
pub(super) fn draw(state: &State, finder: &Finder, area: Rect, buffer: &mut Buffer) {
    let (Some(items), Some(hit)) = (&state.source.items, finder.hit()) else {
        return;
    };
    let Some(item) = items.get(hit.item) else {
        return;
    };
    let measure = measure(area.width).min(area.width);
    let x = area.x + (area.width - measure) / 2;
    let mut rows = area.top()..area.bottom();
    let dim = state.theme.style(Role::Dim);
    if area.height > 6 {
        let head = format!("line {} of {}", hit.item + 1, items.len());
        rows.next();
        put(
            buffer,
            (x, area.y),
            x + measure,
            &head,
            state.theme.style(Role::Accent),
        );
        rows.next();
    }
    let beside = |item: &Item, y: u16, buffer: &mut Buffer| {
        let head = item.text.floor_char_boundary(usize::from(measure) * 16);
        let text = clean(&item.text[..head]);
        let text = truncate(&text, usize::from(measure)).into_owned();
        put(buffer, (x, y), x + measure, &text, dim);
    };
    let before = hit.item.min(rows.len() / 3);
    for item in &items[hit.item - before..hit.item] {
        let Some(y) = rows.next() else { return };
        beside(item, y, buffer);
    }
    let enough = item
        .text
        .floor_char_boundary(usize::from(measure) * rows.len() * 16);
    let whole = wrap(
        &item.text,
        Span::new(0, enough),
        usize::from(measure),
        Breaks::Flow,
    );
    let mut letters = Letters::new(&item.text, &hit.positions);
    for span in whole {
        let Some(y) = rows.next() else { return };
        one(
            state,
            (&item.text, span),
            &mut letters,
            (x, y),
            x + measure,
            buffer,
        );
    }
    for (item, y) in items[hit.item + 1..].iter().zip(rows) {
        beside(item, y, buffer);
    }
}

/// One row of the selected line.
fn one(
    state: &State,
    (text, span): (&str, Span),
    letters: &mut Letters,
    (mut x, y): (u16, u16),
    end: u16,
    buffer: &mut Buffer,
) {
    put(
        buffer,
        (x.saturating_sub(2), y),
        end,
        "▎",
        state.theme.style(Role::Accent),
    );
    let plain = state.theme.style(Role::Text);
    let hit = plain.patch(state.theme.style(Role::Hit));
    for grapheme in sieve(text, span).graphemes() {
        let style = if letters.holds(grapheme.span) {
            hit
        } else {
            plain
        };
        let shown = if grapheme.is_break() {
            " "
        } else {
            &grapheme.text
        };
        x = put(buffer, (x, y), end, shown, style);
    }
}
