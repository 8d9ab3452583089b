//! Cells → bytes: only what changed, in one write, inside synchronised-update marks.

use std::io;

use crossterm::{
    cursor::MoveTo,
    queue,
    style::{Attribute, Colors, SetAttribute, SetColors},
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
            self.bytes.extend_from_slice(b"\x1b[0m\x1b[2J");
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

/// The cells of a frame that is drawn on an empty screen: all that show something, but for
/// those that a wide letter before them covers.
fn whole(buffer: &Buffer) -> Vec<(u16, u16, &Cell)> {
    let mut covered = 0_u16;
    let mut shows = |cell: &Cell| {
        if covered > 0 {
            covered -= 1;
            return false;
        }
        covered = cell.symbol().cell_width().saturating_sub(1);
        *cell != Cell::EMPTY
    };
    let mut cells = Vec::with_capacity(buffer.content.len() / 2);
    for (i, cell) in buffer.content.iter().enumerate() {
        if shows(cell) {
            let (x, y) = buffer.pos_of(i);
            cells.push((x, y, cell));
        }
    }
    cells
}

/// What each attribute of a cell is switched on by.
const ATTRIBUTES: [(Modifier, Attribute); 5] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::REVERSED, Attribute::Reverse),
];

/// Writes cells in the order of the screen. Most stand right of the one before and look
/// like it: then the letter is all there is to write.
fn write(bytes: &mut Vec<u8>, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
    let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
    let mut place = None;
    let mut worn = look(&Cell::EMPTY);
    for &(x, y, cell) in cells {
        if place != Some((x, y)) {
            queue!(bytes, MoveTo(x, y))?;
        }
        place = Some((x + 1, y));
        if worn != look(cell) {
            worn = look(cell);
            queue!(bytes, SetAttribute(Attribute::Reset))?;
            for (modifier, attribute) in ATTRIBUTES {
                if cell.modifier.contains(modifier) {
                    queue!(bytes, SetAttribute(attribute))?;
                }
            }
            if (cell.fg, cell.bg) != (Color::Reset, Color::Reset) {
                let (fg, bg) = (cell.fg.into_crossterm(), cell.bg.into_crossterm());
                queue!(bytes, SetColors(Colors::new(fg, bg)))?;
            }
        }
        bytes.extend_from_slice(cell.symbol().as_bytes());
    }
    queue!(bytes, SetAttribute(Attribute::Reset))
}
