//! The last step for locales that are not UTF-8: every cell gets an ASCII twin.

use ratatui::buffer::Buffer;

use crate::text::fold;

/// Rewrites every cell that holds more than ASCII; a letter that has no twin is a `?`.
pub fn ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            let twin = twin(cell.symbol());
            cell.set_char(twin);
        }
    }
}

/// The one ASCII letter that reads most like `symbol`.
fn twin(symbol: &str) -> char {
    match symbol.chars().next() {
        Some('“' | '”' | '„' | '«' | '»') => '"',
        Some('‘' | '’' | '‚' | '‹' | '›' | '′') => '\'',
        Some('–' | '—' | '‐' | '‑' | '−' | '―' | '─') => '-',
        Some('·' | '•') => '.',
        Some('…') => '~',
        Some('×') => 'x',
        Some('¶' | '§') => '#',
        Some('⇒' | '→' | '▸') => '>',
        Some('▎' | '│' | '▌' | '┊') => '|',
        None | Some('\u{a0}' | '\u{202f}' | '\u{2009}') => ' ',
        Some(letter) => {
            let mut folded = None;
            fold::each(symbol, 1, |ascii, _| folded = folded.or(Some(ascii)));
            match folded {
                Some(ascii) if ascii.is_ascii() && letter.is_uppercase() => {
                    ascii.to_ascii_uppercase()
                }
                Some(ascii) if ascii.is_ascii_graphic() => ascii,
                _ => '?',
            }
        }
    }
}
