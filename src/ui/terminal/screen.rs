//! Cells → bytes: only what changed, in one write, inside synchronised-update marks.

use std::io;

use ratatui::{
    backend::{Backend, CrosstermBackend},
    buffer::Buffer,
    layout::Rect,
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
        self.next.resize(area);
        self.next.reset();
        view::draw(state, area, &mut self.next);
        self.depth.reduce(&mut self.next);
        self.bytes.clear();
        self.bytes.extend_from_slice(BEGIN);
        if self.stale {
            self.shown.resize(area);
            self.shown.reset();
            self.bytes.extend_from_slice(b"\x1b[0m\x1b[2J");
        }
        let changes = self.shown.diff(&self.next);
        if changes.is_empty() && !self.stale {
            return Ok(());
        }
        CrosstermBackend::new(&mut self.bytes).draw(changes.into_iter())?;
        self.bytes.extend_from_slice(END);
        modes::write(&self.bytes)?;
        self.stale = false;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }
}
