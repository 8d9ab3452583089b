//! Keys in, screen out: drives the explorer as a terminal would and prints what it shows.

use std::{fmt::Write, sync::Arc};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use dateline::{
    timeline::Timeline,
    ui::{
        action::{Action, Effect},
        input,
        state::State,
        update::update,
        view,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier},
};

/// An explorer on `timeline` at `size`, with the effects that it asked for.
pub struct Screen {
    /// The state behind the screen.
    pub state: State,
    /// What `update` asked of the world, in order.
    pub effects: Vec<Effect>,
}

impl Screen {
    pub fn new(timeline: &Arc<Timeline>, size: (u16, u16)) -> Self {
        Self {
            state: State::new(Arc::clone(timeline), size),
            effects: Vec::new(),
        }
    }

    /// Types keys, written as words: `j j Enter`, `Ctrl-d`, `gd`; any word that is not the
    /// name of a key is typed letter by letter.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            match named(word) {
                Some(key) => self.event(Event::Key(key)),
                None => word.chars().for_each(|c| {
                    self.event(Event::Key(KeyEvent::from(KeyCode::Char(c))));
                }),
            }
        }
        self
    }

    /// Hands over one event of the terminal.
    pub fn event(&mut self, event: Event) {
        if let Some(action) = input(event, &mut self.state) {
            self.act(action);
        }
    }

    /// Carries out one action.
    pub fn act(&mut self, action: Action) {
        self.effects.extend(update(&mut self.state, action));
    }

    /// The cells as they are drawn now.
    pub fn buffer(&self) -> Buffer {
        let (columns, rows) = self.state.size;
        let area = Rect::new(0, 0, columns, rows);
        let mut buffer = Buffer::empty(area);
        view::draw(&self.state, area, &mut buffer);
        buffer
    }

    /// The letters, one line a row, and under them the runs of style that are not plain.
    pub fn text(&self) -> String {
        print(&self.buffer())
    }

    /// The letters alone.
    pub fn letters(&self) -> String {
        letters(&self.buffer())
    }
}

/// A key by its name, with `Ctrl-` and `Alt-` before it.
fn named(word: &str) -> Option<KeyEvent> {
    let mut modifiers = KeyModifiers::NONE;
    let mut name = word;
    while let Some((modifier, rest)) = [
        ("Ctrl-", KeyModifiers::CONTROL),
        ("Alt-", KeyModifiers::ALT),
    ]
    .iter()
    .find_map(|(prefix, modifier)| Some((*modifier, name.strip_prefix(prefix)?)))
    {
        modifiers |= modifier;
        name = rest;
    }
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Shift-Tab" => KeyCode::BackTab,
        "Space" => KeyCode::Char(' '),
        "Backspace" => KeyCode::Backspace,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        _ if !modifiers.is_empty() => KeyCode::Char(name.chars().next()?),
        _ => return None,
    };
    Some(KeyEvent::new(code, modifiers))
}

/// The letters of a buffer: a wide letter stands once, blanks at the end of a row are cut.
pub fn letters(buffer: &Buffer) -> String {
    let mut text = String::new();
    for row in 0..buffer.area.height {
        let mut line = String::new();
        let mut column = 0;
        while column < buffer.area.width {
            let symbol = buffer[(column, row)].symbol();
            line.push_str(symbol);
            column += unicode_width(symbol);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Letters, then for every row its runs of style: `12: 2-7 dim · 9-9 cyan bold`.
pub fn print(buffer: &Buffer) -> String {
    let mut text = letters(buffer);
    text.push_str("---\n");
    for row in 0..buffer.area.height {
        let mut runs: Vec<(u16, u16, String)> = Vec::new();
        let mut next = 0;
        for column in 0..buffer.area.width {
            // The cell behind a wide letter is the letter's own.
            if column < next {
                if let Some((_, last, _)) = runs.last_mut() {
                    *last = column;
                }
                continue;
            }
            next = column + unicode_width(buffer[(column, row)].symbol());
            let style = style(buffer, column, row);
            match runs.last_mut() {
                Some((_, last, name)) if *name == style => *last = column,
                _ => runs.push((column, column, style)),
            }
        }
        let runs: Vec<String> = runs
            .into_iter()
            .filter(|(.., style)| !style.is_empty())
            .map(|(first, last, style)| format!("{first}-{last} {style}"))
            .collect();
        if !runs.is_empty() {
            let _ = writeln!(text, "{row}: {}", runs.join(" · "));
        }
    }
    text
}

/// A style in words; a plain one is empty.
fn style(buffer: &Buffer, column: u16, row: u16) -> String {
    let cell = &buffer[(column, row)];
    let mut words = Vec::new();
    if cell.fg != Color::Reset {
        words.push(cell.fg.to_string().to_lowercase());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {}", cell.bg).to_lowercase());
    }
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::CROSSED_OUT, "crossed"),
    ] {
        if cell.modifier.contains(modifier) {
            words.push(name.to_owned());
        }
    }
    words.join(" ")
}

/// Columns of a cell's symbol, at least one.
fn unicode_width(symbol: &str) -> u16 {
    u16::try_from(ratatui::text::Span::raw(symbol).width())
        .unwrap_or(1)
        .max(1)
}
