//! The title row: what is explored, and the two keys that lead everywhere else.

use chrono::Datelike;
use ratatui::{buffer::Buffer, layout::Rect};

use super::paint::{put, put_right};
use crate::{
    text::clean::{truncate, width},
    ui::{
        dates,
        keymap::{self, Context},
        state::{State, window::Window},
        theme::Role,
    },
};

/// Draws into `area`.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let end = area.right().saturating_sub(1);
    let keys = keys(state, area, end, buffer);
    let (title, dot) = (name(state), if state.theme.ascii { "-" } else { "·" });
    let events = dates::count(state.timeline.events.len() as i64, "event");
    let articles = dates::count(state.timeline.articles.len() as i64, "article");
    let counts = format!("{events} {dot} {articles}");
    // The counts give way before the title does.
    let room = usize::from(keys.saturating_sub(area.x + 1));
    let with_counts = width(&title) + width(&counts) + 5 <= room;
    if with_counts {
        let style = state.theme.style(Role::Dim);
        put_right(
            buffer,
            (area.x, keys.saturating_sub(4)),
            area.y,
            &counts,
            style,
        );
    }
    let room = room.saturating_sub(if with_counts { width(&counts) + 5 } else { 2 });
    let title = truncate(&title, room);
    let at = put(
        buffer,
        (area.x + 1, area.y),
        keys,
        &title,
        state.theme.style(Role::Strong),
    );
    let span = span(state, state.list.shape.window);
    if usize::from(at - area.x) + span.len() + 2 < room && !state.timeline.events.is_empty() {
        put(
            buffer,
            (at + 2, area.y),
            keys,
            &span,
            state.theme.style(Role::Dim),
        );
    }
}

/// `/ find  ? help`, flush right; returns the column it begins at.
fn keys(state: &State, area: Rect, end: u16, buffer: &mut Buffer) -> u16 {
    let mut x = end;
    for (key, word) in [(Key::HELP, "help"), (Key::FIND, "find")] {
        let Some(key) = key.written() else {
            continue;
        };
        let from = x.saturating_sub(word.len() as u16);
        if from < area.x + 20 {
            break;
        }
        put(
            buffer,
            (from, area.y),
            end,
            word,
            state.theme.style(Role::Text),
        );
        x = from.saturating_sub(1 + key.len() as u16);
        put(buffer, (x, area.y), end, key, state.theme.style(Role::Dim));
        x = x.saturating_sub(2);
    }
    x + 2
}

/// A key that the title row names.
struct Key(crate::ui::action::Action);

impl Key {
    const HELP: Self = Self(crate::ui::action::Action::Help);
    const FIND: Self = Self(crate::ui::action::Action::Find);

    /// As the key table writes it.
    fn written(&self) -> Option<&'static str> {
        keymap::rows(Context::Timeline)
            .flat_map(|row| row.keys)
            .find(|key| (key.action)(None) == self.0)
            .map(|key| key.keys)
    }
}

/// The title without the years at its end, which are shown beside it.
fn name(state: &State) -> String {
    let title = state.timeline.title.trim();
    let years = title.trim_end_matches(|c: char| c.is_ascii_digit() || "–-—/ ".contains(c));
    let name = match years.strip_suffix(',') {
        Some(name) if !name.is_empty() => name,
        _ => title,
    };
    if name.is_empty() { "dateline" } else { name }.to_owned()
}

/// The window in words: `2022–2026`, `Jul 2023`, `3–16 Jul 2023`.
fn span(state: &State, window: Window) -> String {
    let dash = if state.theme.ascii { "-" } else { "–" };
    let (first, last) = (window.first, window.last);
    match window.days() {
        360.. if first.year() == last.year() => first.year().to_string(),
        360.. => format!("{}{dash}{}", first.year(), last.year()),
        45.. => {
            let (from, to) = (dates::month_short(first), dates::month_short(last));
            if first.year() == last.year() {
                format!("{from}{dash}{to} {}", last.year())
            } else {
                format!("{from} {}{dash}{to} {}", first.year(), last.year())
            }
        }
        28.. if first.day() == 1 && first.month() == last.month() => {
            format!("{} {}", dates::month(first), first.year())
        }
        _ => {
            let to = dates::day_short(last);
            format!("{} {}{dash}{to}", first.day(), dates::month_short(first))
        }
    }
}
