//! Any text → ASCII that reads most like it, for locales that are not UTF-8.

use std::borrow::Cow;

use super::fold;

/// `text` with ASCII alone; a letter that has no twin is a `?`.
///
/// ```
/// use dateline::text::ascii::line;
/// assert_eq!(line("“Šekerinska’s visit” – 5 % …"), "\"Sekerinska's visit\" - 5 % ...");
/// ```
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '…' => line.push_str("..."),
            '·' => line.push('-'),
            '\u{300}'..='\u{36f}' => {}
            c if c.is_ascii() => line.push(c),
            c => line.push(twin(c.encode_utf8(&mut [0; 4]))),
        }
    }
    Cow::Owned(line)
}

/// The one ASCII letter that reads most like `symbol`.
#[must_use]
pub fn twin(symbol: &str) -> char {
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
