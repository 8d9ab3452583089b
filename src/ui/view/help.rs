//! The help: the key table and the marks, searched by typing.

use std::collections::VecDeque;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    paint::{put, put_right, wipe},
    status,
};
use crate::{
    text::Span,
    ui::{
        keymap::{self, Part, TABLE},
        layout, marks,
        state::{State, help::Help},
        theme::Role,
        wrap::{Breaks, wrap},
    },
};

/// Columns of the help, at most.
const MEASURE: u16 = 96;
/// Columns for keys.
const KEYS: u16 = 26;
/// Below so many columns, words stand under their keys.
const NARROW: u16 = 56;

/// One line of the help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Line {
    head: bool,
    keys: String,
    words: String,
}

/// Draws over the whole screen.
pub fn draw(state: &State, help: &Help, area: Rect, buffer: &mut Buffer) {
    wipe(buffer, area);
    let theme = state.theme;
    let (left, measure) = frame(area);
    let end = left + measure;
    let x = put(
        buffer,
        (left, area.y),
        end,
        "help  ",
        theme.style(Role::Strong),
    );
    let (seen, cursor) = help.prompt.seen(usize::from(end.saturating_sub(x)));
    if help.prompt.text.is_empty() {
        put(
            buffer,
            (x + 2, area.y),
            end,
            "type to search",
            theme.style(Role::Dim),
        );
    }
    put(buffer, (x, area.y), end, &seen, theme.style(Role::Text));
    status::cursor(buffer, x + cursor as u16, area.y);
    let lines = lines(state, measure);
    let shown = usize::from(area.height.saturating_sub(air(area) + 2));
    if lines.is_empty() {
        put(
            buffer,
            (left, area.y + 1 + air(area)),
            end,
            "nothing in the help says that",
            theme.style(Role::Dim),
        );
    }
    for (y, line) in (area.y + 1 + air(area)..).zip(lines.iter().skip(help.top).take(shown)) {
        one(state, line, (left, y), end, buffer);
    }
    foot(
        state,
        lines.len(),
        shown,
        help.top,
        (left, area.bottom().saturating_sub(1)),
        end,
        buffer,
    );
}

/// The last row: how to leave, and how much there is beyond what is seen.
fn foot(
    state: &State,
    lines: usize,
    shown: usize,
    top: usize,
    at: (u16, u16),
    end: u16,
    buffer: &mut Buffer,
) {
    let style = state.theme.style(Role::Dim);
    put(buffer, at, end, "Esc back", style);
    if lines > shown {
        let last = (top + shown).min(lines);
        put_right(
            buffer,
            (at.0 + 9, end),
            at.1,
            &format!("{}-{last}/{lines}", top + 1),
            style,
        );
    }
}

/// The left edge and the columns of the text: centred, not wider than it reads well.
fn frame(area: Rect) -> (u16, u16) {
    let measure = area.width.saturating_sub(2).min(MEASURE);
    (area.x + (area.width - measure) / 2, measure)
}

fn one(state: &State, line: &Line, (x, y): (u16, u16), end: u16, buffer: &mut Buffer) {
    let theme = state.theme;
    if line.head {
        put(buffer, (x, y), end, &line.words, theme.style(Role::Strong));
        return;
    }
    let narrow = end - x < NARROW;
    if !line.keys.is_empty() {
        put(
            buffer,
            (x + 2, y),
            end,
            &line.keys,
            theme.style(Role::Strong),
        );
    }
    let from = if narrow { 4 } else { 2 + KEYS };
    put(
        buffer,
        (x + from, y),
        end,
        &line.words,
        theme.style(Role::Text),
    );
}

/// Empty rows under the prompt, where there is room for air.
const fn air(area: Rect) -> u16 {
    if area.height < 10 { 0 } else { 1 }
}

/// The last line that can be the first one shown.
#[must_use]
pub fn last(state: &State) -> usize {
    let area = layout::of(state).screen;
    let (_, measure) = frame(area);
    let shown = usize::from(area.height.saturating_sub(air(area) + 2));
    lines(state, measure).len().saturating_sub(shown)
}

/// Every line that holds what was typed, with the head of its section.
fn lines(state: &State, measure: u16) -> Vec<Line> {
    let sought = match &state.help {
        Some(help) => help.prompt.text.trim().to_lowercase(),
        None => String::new(),
    };
    let mut lines = Vec::new();
    for part in Part::ALL {
        let rows = TABLE.iter().filter(|row| row.part == part);
        let entries = rows.map(|row| (keys(row, state.theme.ascii), row.words));
        add(&mut lines, part.head(), entries, &sought, measure);
    }
    let ascii = state.theme.ascii;
    let marks = marks::EVENTS.iter().chain(&marks::OTHERS);
    let entries = marks.map(|mark| (mark.symbol(ascii).to_owned(), mark.words));
    let mut head = Vec::new();
    add(&mut head, "Marks", entries, &sought, measure);
    if !head.is_empty() && !lines.is_empty() {
        head.push(Line::default());
    }
    // What one sees is explained before what one can do.
    head.extend(lines);
    head
}

fn add(
    lines: &mut Vec<Line>,
    head: &str,
    entries: impl Iterator<Item = (String, &'static str)>,
    sought: &str,
    measure: u16,
) {
    let mut begun = false;
    for (keys, words) in entries {
        let found = |text: &str| text.to_lowercase().contains(sought);
        if !found(&keys) && !found(words) {
            continue;
        }
        if !begun {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            begun = true;
            lines.push(Line {
                head: true,
                words: head.to_owned(),
                ..Line::default()
            });
        }
        entry(lines, &keys, words, measure);
    }
}

/// One row of the table: keys, and words wrapped beside or under them.
fn entry(lines: &mut Vec<Line>, keys: &str, words: &str, measure: u16) {
    let narrow = measure < NARROW;
    let room = measure.saturating_sub(if narrow { 4 } else { 2 + KEYS });
    let whole = Span::new(0, words.len());
    let beside = if narrow {
        measure.saturating_sub(2)
    } else {
        KEYS - 2
    };
    let all = Span::new(0, keys.len());
    let keys = wrap(keys, all, usize::from(beside.max(1)), Breaks::Flow)
        .into_iter()
        .map(|span| span.of(keys).trim_end().to_owned());
    let mut keys: VecDeque<String> = keys.collect();
    if narrow {
        lines.extend(keys.drain(..).map(|keys| Line {
            keys,
            ..Line::default()
        }));
    }
    for span in wrap(words, whole, usize::from(room.max(1)), Breaks::Flow) {
        lines.push(Line {
            keys: keys.pop_front().unwrap_or_default(),
            words: span.of(words).trim_end().to_owned(),
            ..Line::default()
        });
    }
    // Keys that had no room beside the words.
    lines.extend(keys.into_iter().map(|keys| Line {
        keys,
        ..Line::default()
    }));
}

/// The keys of a row as people read them.
fn keys(row: &keymap::Row, ascii: bool) -> String {
    let shown: Vec<String> = row
        .keys
        .iter()
        .map(|key| keymap::shown(key.keys, ascii))
        .collect();
    shown.join(" ")
}
