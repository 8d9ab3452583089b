//! Cells → bytes: only what changed, in one write, inside synchronised-update marks.

use std::io::{self, Write};

use ratatui::{
    buffer::{Buffer, Cell, CellWidth},
    layout::Rect,
    style::{Color, Modifier},
};

use super::{depth::Depth, modes};
use crate::ui::{state::State, view};

/// Holds back what the terminal shows until the frame is whole (mode 2026).
const BEGIN: &[u8] = b"\x1b[?2026h";
/// Shows it.
const END: &[u8] = b"\x1b[?2026l";
/// Letters without colour or attribute from here on (SGR 0).
const PLAIN: &[u8] = b"\x1b[0m";
/// Nothing on the screen (ED 2).
const CLEAR: &[u8] = b"\x1b[2J";

/// The frame that the terminal shows, and the next one.
#[derive(Debug)]
pub struct Screen {
    shown: Buffer,
    next: Buffer,
    /// Whether nothing is known of what the terminal shows.
    stale: bool,
    depth: Depth,
    bytes: Vec<u8>,
}

impl Screen {
    /// A screen of which nothing was drawn yet.
    #[must_use]
    pub fn new(depth: Depth) -> Self {
        Self {
            shown: Buffer::empty(Rect::ZERO),
            next: Buffer::empty(Rect::ZERO),
            stale: true,
            depth,
            bytes: Vec::new(),
        }
    }

    /// Forgets what the terminal shows: the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.stale = true;
    }

    /// Draws the state. Writes nothing where nothing changed.
    ///
    /// # Errors
    ///
    /// Where the terminal is gone.
    pub fn draw(&mut self, state: &State) -> io::Result<()> {
        let area = Rect::new(0, 0, state.size.0, state.size.1);
        if self.shown.area != area {
            self.stale = true;
        }
        blank(&mut self.next, area);
        view::draw(state, area, &mut self.next);
        self.depth.reduce(&mut self.next);
        self.bytes.clear();
        self.bytes.extend_from_slice(BEGIN);
        let changes = if self.stale {
            self.bytes.extend_from_slice(PLAIN);
            self.bytes.extend_from_slice(CLEAR);
            whole(&self.next)
        } else {
            self.shown.diff(&self.next)
        };
        let changes = with_rest_of_rows(&self.next, changes);
        if changes.is_empty() && !self.stale {
            return Ok(());
        }
        write(&mut self.bytes, &changes)?;
        self.bytes.extend_from_slice(END);
        modes::write(&self.bytes)?;
        self.stale = false;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }
}

/// Makes a buffer of so many empty cells.
fn blank(buffer: &mut Buffer, area: Rect) {
    if buffer.area == area {
        buffer.reset();
    } else {
        *buffer = Buffer::empty(area);
    }
}

/// The cells of a frame that is drawn on an empty screen: of each row those from the first
/// that shows something to the last, but for those that a wide letter covers.
fn whole(buffer: &Buffer) -> Vec<(u16, u16, &Cell)> {
    let plain = look(&Cell::EMPTY);
    let shows = |cell: &Cell| cell.symbol() != " " || look(cell) != plain;
    let mut cells = Vec::with_capacity(buffer.content.len());
    let width = usize::from(buffer.area.width).max(1);
    for (row, y) in buffer.content.chunks(width).zip(0..) {
        let first = row.iter().position(shows).unwrap_or(width);
        let end = row.iter().rposition(shows).map_or(0, |last| last + 1);
        let mut covered = 0;
        for (cell, x) in row.iter().zip(0..).take(end).skip(first) {
            if covered > 0 {
                covered -= 1;
                continue;
            }
            if cell.symbol().len() > 1 {
                covered = cell.symbol().cell_width().saturating_sub(1);
            }
            cells.push((x, y, cell));
        }
    }
    cells
}

/// What each attribute of a cell is switched on by.
const ATTRIBUTES: [(Modifier, &[u8]); 5] = [
    (Modifier::BOLD, b"\x1b[1m"),
    (Modifier::DIM, b"\x1b[2m"),
    (Modifier::ITALIC, b"\x1b[3m"),
    (Modifier::UNDERLINED, b"\x1b[4m"),
    (Modifier::REVERSED, b"\x1b[7m"),
];

/// What a letter looks like.
fn look(cell: &Cell) -> (Color, Color, Modifier) {
    (cell.fg, cell.bg, cell.modifier)
}

/// Writes cells in the order of the screen. Most stand right of the one before and look
/// like it: then the letter is all there is to write.
fn write(bytes: &mut Vec<u8>, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
    let plain = look(&Cell::EMPTY);
    let (mut place, mut worn) = (None, plain);
    for &(x, y, cell) in cells {
        if place != Some((x, y)) {
            jump(bytes, x, y)?;
        }
        if worn != look(cell) {
            if worn != plain {
                bytes.extend_from_slice(PLAIN);
            }
            worn = look(cell);
            for (modifier, on) in ATTRIBUTES {
                if cell.modifier.contains(modifier) {
                    bytes.extend_from_slice(on);
                }
            }
            colour(bytes, cell.fg, 30)?;
            colour(bytes, cell.bg, 40)?;
        }
        if disputed(cell.symbol()) {
            // A terminal that takes it for narrower leaves what stood there before.
            let columns = usize::from(cell.symbol().cell_width());
            bytes.resize(bytes.len() + columns, b' ');
            jump(bytes, x, y)?;
            place = None;
        } else {
            place = Some((x + 1, y));
        }
        bytes.extend_from_slice(cell.symbol().as_bytes());
    }
    bytes.extend_from_slice(PLAIN);
    Ok(())
}

/// Puts the cursor on a cell.
fn jump(bytes: &mut Vec<u8>, x: u16, y: u16) -> io::Result<()> {
    write!(bytes, "\x1b[{};{}H", y + 1, x + 1)
}

/// Switches a colour on, for letters (`base` 30) or behind them (40). The 16 have codes that
/// terminals know which do not know 256.
fn colour(bytes: &mut Vec<u8>, colour: Color, base: u8) -> io::Result<()> {
    let code = match colour {
        Color::Reset => return Ok(()),
        Color::Rgb(r, g, b) => return write!(bytes, "\x1b[{};2;{r};{g};{b}m", base + 8),
        Color::Indexed(n) => return write!(bytes, "\x1b[{};5;{n}m", base + 8),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
    };
    write!(bytes, "\x1b[{}m", base + code)
}

/// Whether terminals disagree on how many columns `symbol` takes: several characters that
/// make one letter (marks, joiners, selectors, flags, keycaps), and characters outside of
/// the scripts whose letters have the same width everywhere. Those whose width East Asian
/// terminals may be set to (ambiguous in UAX #11) are taken as they are without that.
fn disputed(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => !matches!(letter,
            ' '..='~'
            // Latin, Greek, Cyrillic without their marks
            | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}'
            | '\u{48a}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}'
            // punctuation, arrows, lines, blocks, shapes, control pictures
            | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2190}'..='\u{21ff}'
            | '\u{2400}'..='\u{2426}' | '\u{2500}'..='\u{259f}' | '\u{25a0}'..='\u{25fc}'
            // Chinese, Japanese, Korean
            | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{309b}'..='\u{30ff}'
            | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
            | '\u{ff01}'..='\u{ff60}' | '\u{fffd}'),
        _ => true,
    }
}

/// Adds to the cells that changed what a disputed letter among them may run over: the rest
/// of its row, as far as the letter that the frame ends it with.
fn with_rest_of_rows<'b>(
    buffer: &'b Buffer,
    changes: Vec<(u16, u16, &'b Cell)>,
) -> Vec<(u16, u16, &'b Cell)> {
    if !changes.iter().any(|(.., cell)| disputed(cell.symbol())) {
        return changes;
    }
    let mut cells = Vec::with_capacity(changes.len());
    // From which column of which row on everything stands in `cells` already.
    let mut done = None;
    for (x, y, cell) in changes {
        if done == Some(y) {
            continue;
        }
        if disputed(cell.symbol()) {
            cells.extend(row_from(buffer, x, y));
            done = Some(y);
        } else {
            cells.push((x, y, cell));
        }
    }
    cells
}

/// The cells of row `y` from `x` on, but for those that a wide letter covers.
fn row_from(buffer: &Buffer, x: u16, y: u16) -> impl Iterator<Item = (u16, u16, &Cell)> {
    let mut next = x;
    (x..buffer.area.right()).filter_map(move |x| {
        let cell = buffer.cell((x, y)).filter(|_| x == next)?;
        next += cell.symbol().cell_width().max(1);
        Some((x, y, cell))
    })
}

#[cfg(test)]
mod tests;
