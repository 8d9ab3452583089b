//! A text → graphemes that may be shown, with the bytes they came from.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::fate::{Fate, Walk, alone};
use crate::text::{Span, split::char_at};

/// Columns of a tab. A stop would depend on where the line was wrapped.
pub(super) const TAB: &str = "    ";

/// A part of a text that may be shown, and where each piece of it came from.
#[derive(Clone, Debug)]
pub struct Sieved<'a> {
    /// What is left: line breaks are `\n`, tabs `\t`.
    pub(super) text: Cow<'a, str>,
    /// Where runs begin: offset in `text`, offset in the original; both ascend.
    runs: Vec<(usize, usize)>,
    /// The bytes of the original.
    span: Span,
}

/// Prepares the part of `text` that `span` names for drawing, in one pass.
/// A span that does not fit `text` gives nothing.
#[must_use]
pub fn sieve(text: &str, span: Span) -> Sieved<'_> {
    let part = span.of(text);
    let span = Span::new(span.start, span.start + part.len());
    if part.chars().all(is_apart) {
        return Sieved {
            text: Cow::Borrowed(part),
            runs: vec![(0, span.start)],
            span,
        };
    }
    let mut walk = Walk::default();
    let mut kept: Option<String> = None;
    let mut runs = vec![(0, span.start)];
    let mut rest = part.char_indices().peekable();
    let mut before = None;
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map(|&(_, next)| next);
        let shown = match walk.step(c, next) {
            Fate::Mark(mark) => Some(mark),
            Fate::Break if c == '\n' && before == Some('\r') => None,
            Fate::Break => Some('\n'),
            Fate::Remove => None,
            _ => Some(c),
        };
        match (&mut kept, shown) {
            (None, Some(shown)) if shown == c => {}
            (Some(kept), Some(shown)) if shown == c => kept.push(c),
            (kept, shown) => {
                let kept = kept.get_or_insert_with(|| part[..at].to_owned());
                if let Some(shown) = shown {
                    run(&mut runs, kept.len(), span.start + at);
                    kept.push(shown);
                }
                run(&mut runs, kept.len(), span.start + at + c.len_utf8());
            }
        }
        before = Some(c);
    }
    let text = kept.map_or(Cow::Borrowed(part), Cow::Owned);
    Sieved { text, runs, span }
}

/// Whether a character is kept and a grapheme of its own beside others such: the line
/// breaks and tabs of a sieved text too.
fn is_apart(c: char) -> bool {
    alone(c) > 0 || matches!(c, '\n' | '\t')
}

/// Notes that what follows `kept` came from `source`; a later note on the same place wins.
fn run(runs: &mut Vec<(usize, usize)>, kept: usize, source: usize) {
    match runs.last_mut() {
        Some(last) if last.0 == kept => last.1 = source,
        _ => runs.push((kept, source)),
    }
}

/// One grapheme as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The bytes of the original that it stands for, with what was removed after it.
    pub span: Span,
    /// What is drawn, in NFC; `"\n"` for a line break.
    pub text: Cow<'a, str>,
    /// Columns: 0 for a line break, else at least 1.
    pub width: u8,
}

impl Shown<'_> {
    /// Whether it ends a line.
    #[must_use]
    pub fn is_break(&self) -> bool {
        self.width == 0
    }
}

impl Sieved<'_> {
    /// The graphemes in order. Their spans are in order, disjoint and leave nothing out.
    pub fn graphemes(&self) -> impl Iterator<Item = Shown<'_>> {
        let mut run = 0;
        let mut source = move |offset: usize| {
            while self.runs.get(run + 1).is_some_and(|next| next.0 <= offset) {
                run += 1;
            }
            self.runs[run].1 + (offset - self.runs[run].0)
        };
        let mut pieces = pieces(&self.text);
        // What is hidden at the very start belongs to the first letter.
        let mut start = self.span.start;
        std::iter::from_fn(move || {
            let (at, piece) = pieces.next()?;
            let next = at + piece.len();
            let end = if next == self.text.len() {
                self.span.end
            } else {
                source(next)
            };
            let (text, width) = shown(piece);
            let span = Span::new(start, end);
            start = end;
            Some(Shown { span, text, width })
        })
    }
}

/// Graphemes with their offsets; one too wide for any terminal falls into its characters.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    // Where a grapheme that falls apart ends.
    let mut apart = 0;
    std::iter::from_fn(move || {
        let first = char_at(text, at)?;
        let next = char_at(text, at + first.len_utf8());
        let len = if at < apart || is_apart(first) && next.is_none_or(is_apart) {
            first.len_utf8()
        } else {
            let grapheme = text[at..].graphemes(true).next()?;
            if grapheme.len() <= 16 || (grapheme.len() <= 128 && columns(grapheme) <= 4) {
                grapheme.len()
            } else {
                apart = at + grapheme.len();
                first.len_utf8()
            }
        };
        let start = at;
        at += len;
        Some((start, &text[start..at]))
    })
}

/// How a grapheme is drawn and how many columns it takes.
fn shown(grapheme: &str) -> (Cow<'_, str>, u8) {
    if matches!(grapheme.as_bytes(), [b' '..=b'~']) {
        return (Cow::Borrowed(grapheme), 1);
    }
    let mut letters = grapheme.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        match (letter, alone(letter)) {
            ('\n', _) => return (Cow::Borrowed("\n"), 0),
            ('\t', _) => return (Cow::Borrowed(TAB), TAB.len() as u8),
            (_, 0) => {}
            (_, columns) => return (Cow::Borrowed(grapheme), columns),
        }
    }
    let text = match is_nfc_quick(grapheme.chars()) {
        IsNormalized::Yes => Cow::Borrowed(grapheme),
        _ => Cow::Owned(grapheme.nfc().collect::<String>()),
    };
    match columns(&text) {
        // A mark without a letter would fall on the border: it gets the
        // dotted circle that Unicode's charts give it.
        0 => (Cow::Owned(format!("\u{25cc}{text}")), 1),
        columns => (text, u8::try_from(columns).unwrap_or(u8::MAX)),
    }
}

/// Columns as terminals count them: halfwidth sound marks take one of their own,
/// though Unicode has them combine.
fn columns(text: &str) -> usize {
    let sound_marks = text
        .chars()
        .filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}'))
        .count();
    text.width() + sound_marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_graphemes_of_the_standard() {
        let text = "Šek e\u{301}x\u{301} 나토 🇰🇷🇺🇸🇯🇵 👩‍👩‍👧 \n\t क्षि \u{600}5 a\u{200d}b ’s";
        assert!(pieces(text).eq(text.grapheme_indices(true)));
        let stack = format!("a{}b", "\u{301}".repeat(200));
        assert_eq!(pieces(&stack).count(), 202);
    }
}
