//! The last step for locales that are not UTF-8: every cell gets an ASCII twin.

use ratatui::buffer::Buffer;

use crate::text::ascii::twin;

/// Rewrites every cell that holds more than ASCII; a letter that has no twin is a `?`.
pub fn ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            let twin = twin(cell.symbol());
            cell.set_char(twin);
        }
    }
}
