//! Cells → bytes: only what changed, in one write, inside synchronised-update marks.

use std::io::{self, Write};

use crossterm::{
    queue,
    style::{Colors, SetColors},
};
use ratatui::{
    backend::IntoCrossterm,
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
            write!(bytes, "\x1b[{};{}H", y + 1, x + 1)?;
        }
        place = Some((x + 1, y));
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
            if (cell.fg, cell.bg) != (Color::Reset, Color::Reset) {
                let (fg, bg) = (cell.fg.into_crossterm(), cell.bg.into_crossterm());
                queue!(bytes, SetColors(Colors::new(fg, bg)))?;
            }
        }
        bytes.extend_from_slice(cell.symbol().as_bytes());
    }
    bytes.extend_from_slice(PLAIN);
    Ok(())
}
