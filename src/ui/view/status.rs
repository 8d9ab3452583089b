//! The status line: a prompt, a notice, or what the keys do here; and where one is.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

use super::{
    paint::{put, put_right},
    reader,
};
use crate::{
    text::clean::{truncate, width},
    ui::{
        dates,
        keymap::{self, Context},
        state::{State, prompt::Prompt, rows::Place},
        theme::Role,
        typed,
    },
};

/// Draws into `area`.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    if let Some(date) = &state.date {
        return self::date(state, date, area, buffer);
    }
    let left = position(state, area, buffer).saturating_sub(2);
    let style = state.theme.style(Role::Text);
    if let Some(notice) = &state.notice {
        let room = usize::from(left.saturating_sub(area.x + 1));
        let notice = truncate(notice, room);
        put(buffer, (area.x + 1, area.y), left, &notice, style);
    } else if !reader::search(state, area, left, buffer) {
        hints(state, area, left, buffer);
    }
}

/// `⏎ read   e next date`: keys dim, words plain, as many as there is room for.
pub fn hints(state: &State, area: Rect, end: u16, buffer: &mut Buffer) {
    let mut x = area.x + 1;
    let context = state.context();
    if context == Context::Reader && state.reader.word.is_some() {
        let enter = keymap::shown("Enter", state.theme.ascii);
        let keys = state.theme.style(Role::Dim);
        x = put(buffer, (x, area.y), end, &enter, keys) + 1;
        x = put(
            buffer,
            (x, area.y),
            end,
            "its event",
            state.theme.style(Role::Text),
        ) + 2;
    }
    for row in keymap::rows(context) {
        let Some(hint) = row.hint.filter(|hint| hint.contexts.contains(&context)) else {
            continue;
        };
        let words = if state.source.lines {
            hint.of_lines
        } else {
            hint.words
        };
        let keys: Vec<String> = row.keys[..hint.keys.min(row.keys.len())]
            .iter()
            .map(|key| keymap::shown(key.keys, state.theme.ascii))
            .collect();
        let keys = keys.join(" ");
        if usize::from(x) + width(&keys) + 1 + words.len() > usize::from(end) {
            break;
        }
        x = put(
            buffer,
            (x, area.y),
            end,
            &keys,
            state.theme.style(Role::Dim),
        ) + 1;
        x = put(
            buffer,
            (x, area.y),
            end,
            words,
            state.theme.style(Role::Text),
        ) + 2;
    }
}

/// `12g   003 ¶2 · 8 %   13/31`, flush right; returns the column it begins at.
fn position(state: &State, area: Rect, buffer: &mut Buffer) -> u16 {
    let mut x = area.right().saturating_sub(1);
    let mut before = |x: &mut u16, text: &str, role: Role, gap: u16| {
        if !text.is_empty() {
            *x = put_right(buffer, (area.x, *x), area.y, text, state.theme.style(role));
            *x = x.saturating_sub(gap);
        }
    };
    let total = state.timeline.events.len();
    match state.list.cursor {
        Some(Place::Event(event)) => {
            before(&mut x, &format!("/{total}"), Role::Dim, 0);
            before(&mut x, &(event + 1).to_string(), Role::Strong, 3);
        }
        Some(place) => {
            if let Some(count) = state.list.rows.folded(place) {
                before(&mut x, &format!(" of {total}"), Role::Dim, 0);
                before(&mut x, &format!("{count} folded"), Role::Strong, 3);
            }
        }
        None => {}
    }
    if area.width >= 60 {
        let reading = state.reader.position(&state.timeline).unwrap_or_default();
        // The number beside it changes its width; this stays where it is.
        let digits = total.to_string().len() as u16 * 2 + 1;
        let stays = area.right().saturating_sub(1 + digits + 3);
        x = x.min(stays);
        before(&mut x, &reading, Role::Dim, 3);
    }
    if let Some((done, all)) = state.progress {
        let dots = if state.theme.ascii { "..." } else { "…" };
        let reading = match all {
            0 => format!("reading {dots}"),
            _ => format!("reading {done}/{all} {dots}"),
        };
        before(&mut x, &reading, Role::Text, 3);
    }
    let lost = state.timeline.warnings.iter().filter(|w| w.lost).count();
    if lost > 0 {
        let words = if area.width < 60 { "" } else { " left out" };
        before(&mut x, &format!("! {lost}{words}"), Role::Text, 3);
    }
    let pending = state.keys.pending();
    before(&mut x, &pending, Role::Strong, 3);
    x + 3
}

/// The prompt for a date, with the date as it is understood so far.
fn date(state: &State, prompt: &Prompt, area: Rect, buffer: &mut Buffer) {
    let theme = state.theme;
    let end = area.right();
    let label = if area.width < 40 {
        "date "
    } else {
        "go to date  "
    };
    let x = put(
        buffer,
        (area.x + 1, area.y),
        end,
        label,
        theme.style(Role::Dim),
    );
    // At least half of the line is for what one types.
    let room = usize::from(end.saturating_sub(x + 1));
    let (seen, cursor) = prompt.seen(room.min(width(&prompt.text) + 1).max(room / 2).max(1));
    let after = put(buffer, (x, area.y), end, &seen, theme.style(Role::Strong));
    self::cursor(buffer, x + cursor as u16, area.y);
    let (said, role) = match (&prompt.trouble, prompt.text.trim()) {
        (Some(trouble), _) => (trouble.clone(), Role::Warning),
        (None, "") => ("jul 23, 2023Q3, last summer".to_owned(), Role::Dim),
        (None, typed) => match typed::read(state, typed) {
            Some(date) => {
                let arrow = if theme.ascii { "=" } else { "⇒" };
                (
                    format!("{arrow} {}", dates::full(&date, theme.ascii)),
                    Role::Dim,
                )
            }
            None => (String::new(), Role::Dim),
        },
    };
    let from = after.max(x + cursor as u16 + 1) + 2;
    let said = truncate(&said, usize::from(end.saturating_sub(from + 1)));
    put(buffer, (from, area.y), end, &said, theme.style(role));
}

/// The cursor of a prompt: its cell reversed.
pub fn cursor(buffer: &mut Buffer, x: u16, y: u16) {
    if let Some(cell) = buffer.cell_mut((x, y)) {
        cell.set_style(Style::new().add_modifier(Modifier::REVERSED));
    }
}

/// The one line that is left of everything on the smallest screens.
pub fn line(state: &State, area: Rect, buffer: &mut Buffer) {
    let row = Rect { height: 1, ..area };
    if let Some(prompt) = &state.date {
        return date(state, prompt, row, buffer);
    }
    let end = row.right();
    if let Some(notice) = &state.notice {
        let notice = truncate(notice, usize::from(row.width));
        put(
            buffer,
            (row.x, row.y),
            end,
            &notice,
            state.theme.style(Role::Text),
        );
        return;
    }
    let (date, title) = match state.list.cursor {
        Some(Place::Event(event)) => {
            let event = &state.timeline.events[event];
            (
                dates::full(&event.date, state.theme.ascii),
                event.summary.as_str(),
            )
        }
        Some(Place::Article(article)) => (
            "no date".to_owned(),
            state.timeline.articles[article].label(),
        ),
        Some(Place::Fold(_) | Place::NoDay(_)) => (String::new(), "folded; Enter opens it"),
        None => (String::new(), "no events"),
    };
    let x = put(
        buffer,
        (row.x, row.y),
        end,
        &date,
        state.theme.style(Role::Dim),
    );
    let x = if date.is_empty() { x } else { x + 1 };
    let title = truncate(title, usize::from(end.saturating_sub(x)));
    put(
        buffer,
        (x, row.y),
        end,
        &title,
        state.theme.style(Role::Accent),
    );
}
