//! What a terminal would make of a frame, and whether the frame is whole.

use dateline::{
    text::clean::is_invisible,
    ui::{layout, state::State},
};
use ratatui::{
    backend::{Backend, CrosstermBackend},
    buffer::{Buffer, Cell},
};
use unicode_width::UnicodeWidthStr;

/// Most characters of one cell: a family of four with skin tones has eleven.
const LONGEST: usize = 24;

/// What a terminal does with the bytes it is sent.
#[derive(Debug, Default, PartialEq)]
struct Obeyed {
    printed: String,
    commands: Vec<String>,
}

impl Obeyed {
    fn of(bytes: &[u8]) -> Self {
        let mut obeyed = Self::default();
        vte::Parser::new().advance(&mut obeyed, bytes);
        obeyed
    }

    fn note(&mut self, command: String) {
        self.commands.push(command);
    }
}

impl vte::Perform for Obeyed {
    fn print(&mut self, c: char) {
        self.printed.push(c);
    }

    fn execute(&mut self, byte: u8) {
        self.note(format!("control {byte:#x}"));
    }

    fn hook(&mut self, _: &vte::Params, _: &[u8], _: bool, action: char) {
        self.note(format!("device control {action}"));
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _: bool) {
        self.note(format!("system command {params:?}"));
    }

    fn csi_dispatch(&mut self, params: &vte::Params, between: &[u8], _: bool, action: char) {
        let params: Vec<Vec<u16>> = params.iter().map(<[u16]>::to_vec).collect();
        self.note(format!("control sequence {params:?} {between:?} {action}"));
    }

    fn esc_dispatch(&mut self, between: &[u8], _: bool, byte: u8) {
        self.note(format!("escape {between:?} {byte:#x}"));
    }
}

/// The cells that are drawn: those under the second half of a wide letter are not.
fn drawn(buffer: &Buffer) -> Vec<(u16, u16, &Cell)> {
    let mut cells = Vec::new();
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            cells.push((x, y, cell));
            x += columns(cell.symbol());
        }
    }
    cells
}

fn columns(symbol: &str) -> u16 {
    let sound_marks = symbol
        .chars()
        .filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}'));
    (symbol.width() as u16 + sound_marks.count() as u16).max(1)
}

/// The bytes that crossterm sends for these cells.
fn bytes(cells: &[(u16, u16, &Cell)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    CrosstermBackend::new(&mut bytes)
        .draw(cells.iter().copied())
        .expect("a vector takes every byte");
    bytes
}

/// What a terminal would do at the sight of `buffer` that it should not.
///
/// The frame is painted twice: as it is, and with every letter replaced by an `x`. Our own
/// commands are the same both times; any other came out of a letter.
pub fn faults(buffer: &Buffer) -> Vec<String> {
    let cells = drawn(buffer);
    let harmless: Vec<(u16, u16, Cell)> = cells
        .iter()
        .map(|(x, y, cell)| {
            let mut cell = (*cell).clone();
            cell.set_symbol("x");
            (*x, *y, cell)
        })
        .collect();
    let harmless: Vec<(u16, u16, &Cell)> =
        harmless.iter().map(|(x, y, cell)| (*x, *y, cell)).collect();
    let (ours, seen) = (Obeyed::of(&bytes(&harmless)), Obeyed::of(&bytes(&cells)));
    let mut faults = Vec::new();
    if ours.commands != seen.commands {
        let foreign = seen
            .commands
            .iter()
            .find(|command| !ours.commands.contains(command));
        faults.push(format!("obeyed: {foreign:?}"));
    }
    for (x, y, cell) in &cells {
        if let Some(fault) = fault(cell.symbol()) {
            faults.push(format!("cell {x},{y} {fault}"));
        }
        if x + columns(cell.symbol()) > buffer.area.width {
            faults.push(format!("cell {x},{y} reaches over the edge"));
        }
    }
    faults
}

fn fault(symbol: &str) -> Option<String> {
    let joins = |c: char| matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180f}' | '\u{e0100}'..='\u{e01ef}');
    let wrong = symbol
        .chars()
        .find(|c| c.is_control() || is_invisible(*c) && !joins(*c));
    match wrong {
        Some(wrong) => Some(format!("holds {wrong:?}")),
        None if symbol.chars().count() > LONGEST => Some("holds a tower of marks".to_owned()),
        None => None,
    }
}

/// What is wrong with the hairlines between the panes.
pub fn borders(state: &State, buffer: &Buffer) -> Vec<String> {
    if state.finder.is_some() || state.help.is_some() {
        return Vec::new();
    }
    let layout = layout::of(state);
    let mut wrong = Vec::new();
    let drawn = drawn(buffer);
    for area in [layout.divider, layout.second] {
        for y in area.top()..area.bottom() {
            let at = drawn
                .iter()
                .find(|(column, row, _)| (*column, *row) == (area.x, y));
            let line = at.map(|(.., cell)| cell.symbol());
            if line != Some("│") {
                wrong.push(format!("the border at {},{y} is {line:?}", area.x));
            }
        }
    }
    wrong
}
