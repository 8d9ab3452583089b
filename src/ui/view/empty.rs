//! What an empty timeline says, and what to do about it.

use ratatui::{buffer::Buffer, layout::Rect};

use super::paint::put;
use crate::{
    text::Span,
    ui::{
        state::State,
        theme::Role,
        wrap::{Breaks, wrap},
    },
};

/// The widest measure of what is said, in columns.
const MEASURE: u16 = 60;

/// Draws into `area`.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let (head, advice) = words(state);
    let left = area.x + if area.width < 34 { 1 } else { 2 };
    let end = area.right().saturating_sub(1);
    let mut y = area.y + area.height.saturating_sub(1).min(2);
    let measure = end.saturating_sub(left).min(MEASURE);
    for (text, role) in [(head.as_str(), Role::Strong), (advice, Role::Text)] {
        let whole = Span::new(0, text.len());
        for span in wrap(text, whole, usize::from(measure.max(1)), Breaks::Flow) {
            if y < area.bottom() {
                let line = span.of(text).trim_end();
                put(buffer, (left, y), end, line, state.theme.style(role));
            }
            y += 1;
        }
        y += 1;
    }
}

/// The head, and what to do.
fn words(state: &State) -> (String, &'static str) {
    if let Some((done, all)) = state.progress {
        let head = match all {
            0 => "Reading …".to_owned(),
            all => format!("Reading {} of {all} files …", done.min(all)),
        };
        return (head, "The first events come in a moment.");
    }
    let (head, advice) = match state.timeline.articles.len() {
        0 => (
            "No articles here.",
            "Open a folder of articles with: dateline FOLDER. With no folder, dateline shows the \
             articles it ships with.",
        ),
        _ => (
            "No dated events.",
            "The articles were read, but nothing in them could be given a date. \
             dateline check says why, file by file; / finds words in their text.",
        ),
    };
    (head.to_owned(), advice)
}
