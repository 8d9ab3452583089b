//! Writing words into cells: never past the end given, never outside the buffer.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::text::clean::{alone, width};

/// Writes `text` from column `x` on, up to column `end`; returns the column after it.
///
/// The text must be clean: what comes from outside passes `text::clean` before.
pub fn put(buffer: &mut Buffer, (x, y): (u16, u16), end: u16, text: &str, style: Style) -> u16 {
    let end = end.min(buffer.area.right());
    if x >= end || y < buffer.area.top() || y >= buffer.area.bottom() {
        return x;
    }
    if text.chars().any(|c| alone(c) == 0) {
        return buffer
            .set_stringn(x, y, text, usize::from(end - x), style)
            .0;
    }
    let mut at = x;
    for (i, c) in text.char_indices() {
        let width = u16::from(alone(c));
        if end - at < width {
            break;
        }
        letter(buffer, (at, y), &text[i..i + c.len_utf8()], width, style);
        at += width;
    }
    at
}

/// Writes one grapheme of so many columns, for which there is room: as [`put`], but a single
/// character is not asked again where it ends.
pub fn letter(buffer: &mut Buffer, (x, y): (u16, u16), text: &str, width: u16, style: Style) {
    if text.chars().nth(1).is_some() {
        put(buffer, (x, y), x + width, text, style);
        return;
    }
    if let Some(cell) = buffer.cell_mut((x, y)) {
        cell.set_symbol(text).set_style(style);
    }
    // What was under its other column would be drawn over it.
    for column in x + 1..x + width {
        if let Some(cell) = buffer.cell_mut((column, y)) {
            cell.reset();
        }
    }
}

/// Writes `text` so that it ends before column `end`, and not left of `from`.
/// Returns the column it begins at.
pub fn put_right(
    buffer: &mut Buffer,
    (from, end): (u16, u16),
    y: u16,
    text: &str,
    style: Style,
) -> u16 {
    let width = u16::try_from(width(text)).unwrap_or(u16::MAX);
    let x = end.saturating_sub(width).max(from);
    put(buffer, (x, y), end, text, style);
    x
}

/// Fills a row of `area` with `symbol` from column `x` up to column `end`.
pub fn fill(buffer: &mut Buffer, (x, y): (u16, u16), end: u16, symbol: &str, style: Style) {
    for column in x..end {
        if let Some(cell) = buffer.cell_mut((column, y)) {
            cell.set_symbol(symbol).set_style(style);
        }
    }
}

/// Empties `area`, whatever was drawn there before.
pub fn wipe(buffer: &mut Buffer, area: Rect) {
    for position in area.intersection(buffer.area).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
        }
    }
}

/// Draws a vertical hairline.
pub fn hairline(buffer: &mut Buffer, area: Rect, symbol: &str, style: Style) {
    for y in area.top()..area.bottom() {
        put(buffer, (area.x, y), area.right(), symbol, style);
    }
}
