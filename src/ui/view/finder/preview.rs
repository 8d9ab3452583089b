//! The article around the selected hit, and while nothing is typed what can be typed.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    search::Target,
    text::clean::truncate,
    ui::{
        dates,
        state::{State, finder::Finder},
        theme::Role,
        view::{
            paint::put,
            reader::text::{Marks, page, timexes},
        },
    },
};

/// Rows over the text: what it is, where it is from, a blank one.
pub const HEAD: u16 = 3;
/// What can be typed, and what it finds.
const SYNTAX: [(&str, &str); 8] = [
    ("harbour strike", "both words, or words that begin so"),
    ("'strike", "these letters, inside a word too"),
    ("\"on the sidelines\"", "this phrase"),
    ("^rate   cut$", "at the start, at the end"),
    ("!strike", "without it"),
    ("ferry | harbour", "one or the other"),
    ("june 2025", "dated then, or these words"),
    ("zurich", "Zürich too, in any case"),
];

/// The columns of the text in a preview of so many columns.
#[must_use]
pub fn measure(width: u16) -> u16 {
    width.saturating_sub(4).clamp(1, 72)
}

/// Draws the article.
pub(super) fn draw(state: &State, finder: &Finder, area: Rect, buffer: &mut Buffer) {
    let Some(preview) = &finder.preview else {
        return;
    };
    let Some(article) = state.timeline.articles.get(preview.article) else {
        return;
    };
    let items = state.source.items.as_ref();
    let Some(item) = items.and_then(|items| items.get(preview.made.0)) else {
        return;
    };
    let measure = measure(area.width).min(area.width);
    let x = area.x + (area.width - measure) / 2;
    let end = x + measure;
    let event = match item.target {
        Target::Event(event) => state.timeline.events.get(event),
        _ => None,
    };
    let title = event.map_or_else(|| article.label(), |event| event.summary.as_str());
    let title = truncate(title, usize::from(measure));
    let mut parts: Vec<String> = Vec::new();
    let happened = event.map(|event| dates::full(&event.date, state.theme.ascii));
    parts.extend(happened.map(|date| format!("happened {date}")));
    parts.push(match &article.published {
        Some(published) => format!("published {}", dates::day_short(published.value.date)),
        None => "without a date of publication".to_owned(),
    });
    let outlet = article.outlet.as_ref().or(article.agency.as_ref());
    parts.extend(outlet.map(|fact| fact.value.clone()));
    let source = parts.join(" · ");
    let source = truncate(&source, usize::from(measure));
    let bottom = area.bottom();
    if area.height > HEAD {
        put(
            buffer,
            (x, area.y),
            end,
            &title,
            state.theme.style(Role::Accent),
        );
        put(
            buffer,
            (x, area.y + 1),
            end,
            &source,
            state.theme.style(Role::Dim),
        );
    }
    let y = if area.height > HEAD {
        area.y + HEAD
    } else {
        area.y
    };
    let marks = Marks {
        theme: state.theme,
        marked: preview.marked,
        timexes: timexes(state, Some(preview.article)),
        matches: &preview.matches,
        ..Marks::default()
    };
    let text = Rect {
        x,
        y,
        width: measure,
        height: bottom.saturating_sub(y),
    };
    let rows = preview.page.rows.get(preview.top..).unwrap_or_default();
    page(&marks, article, rows, (x.saturating_sub(2), text), buffer);
}

/// Draws what can be typed.
pub(super) fn syntax(state: &State, area: Rect, buffer: &mut Buffer) {
    let column = if area.width < 56 { 0 } else { 20 };
    let x = area.x + 2;
    let top = area.y + u16::from(area.height > 10);
    if area.width < 24 {
        return;
    }
    for (y, (typed, words)) in (top..area.bottom()).zip(SYNTAX) {
        let strong = state.theme.style(Role::Strong);
        let after = put(buffer, (x, y), area.right(), typed, strong);
        let from = if column > 0 { x + column } else { after + 2 };
        let room = usize::from(area.right().saturating_sub(from + 1));
        let words = truncate(words, room);
        let dim = state.theme.style(Role::Dim);
        put(buffer, (from, y), area.right(), &words, dim);
    }
}
