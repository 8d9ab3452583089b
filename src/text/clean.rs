//! The one door through which text from outside reaches a screen or a pipe.
//!
//! A terminal obeys what it is sent, and a reader believes what it shows: so
//! control characters become visible marks, and characters that nobody can see
//! (bidirectional overrides, zero-width spaces, fillers, tags, private use) go.
//! What makes letters stays: combining marks (at most [`MARKS`] a base), the
//! joiners of Persian and of emoji families, variation selectors — each only
//! where it has something to join.
//!
//! The original is never changed: [`sieve`] keeps for every grapheme the bytes
//! it came from, so that spans still point into the text as it came.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::span::Span;

mod fate;
mod sieve;

use fate::{Fate, Walk};
pub use fate::{MARKS, alone, is_invisible};
use sieve::TAB;
pub use sieve::{Shown, Sieved, sieve};

/// Whether nothing has to be done to show `text` on one line, and each byte is a column.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The columns of `text` where each of its characters stands alone: then nothing has to be
/// done to show it on one line.
fn apart(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |columns, c| match alone(c) {
        0 => None,
        more => Some(columns + usize::from(more)),
    })
}

/// `text` on one line, without anything that a terminal could obey or a reader
/// could not see. Line breaks become spaces. Cleaning twice changes nothing.
///
/// ```
/// use dateline::text::clean::clean;
/// assert_eq!(clean("a\u{1b}[31mb\u{9b}m"), "a␛[31mb\u{fffd}m");
/// assert_eq!(clean("two\r\nlines\u{202e}, \u{feff}one\u{200b}"), "two lines, one");
/// assert_eq!(clean("e\u{301}"), "é");
/// ```
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if apart(text).is_some() {
        return Cow::Borrowed(text);
    }
    match sieve(text, Span::new(0, text.len())).text {
        Cow::Borrowed(kept) => match one_line(kept) {
            Cow::Borrowed(line) => compose(line),
            Cow::Owned(line) => Cow::Owned(compose(&line).into_owned()),
        },
        Cow::Owned(kept) => Cow::Owned(compose(&one_line(&kept)).into_owned()),
    }
}

/// Line breaks and tabs to spaces.
fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\t']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace('\n', " ").replace('\t', TAB))
}

/// Composes to NFC, which may gather marks that have to be counted again.
fn compose(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    let composed: String = text.nfc().collect();
    let again = sieve(&composed, Span::new(0, composed.len()));
    match again.text {
        Cow::Borrowed(_) => Cow::Owned(composed),
        Cow::Owned(fewer) => Cow::Owned(fewer),
    }
}

/// What [`clean`] finds in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Control characters, which are shown as marks.
    pub controls: usize,
    /// Characters that cannot be seen, or too many of a kind, which are left out.
    pub hidden: usize,
}

/// Counts what [`clean`] would change in `text`, line breaks, tabs and composition apart.
///
/// ```
/// use dateline::text::clean::tally;
/// let found = tally("a\u{202e}b\u{1b}");
/// assert_eq!((found.controls, found.hidden), (1, 1));
/// ```
#[must_use]
pub fn tally(text: &str) -> Tally {
    let mut found = Tally::default();
    let mut walk = Walk::default();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match walk.step(c, rest.peek().copied()) {
            Fate::Mark(_) => found.controls += 1,
            Fate::Remove => found.hidden += 1,
            _ => {}
        }
    }
    found
}

/// How many columns `text` takes on one line, once it is cleaned.
///
/// ```
/// assert_eq!(dateline::text::clean::width("나토 NATO"), 9);
/// ```
#[must_use]
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    if let Some(columns) = apart(text) {
        return columns;
    }
    let line = clean(text);
    let sieved = sieve(&line, Span::new(0, line.len()));
    sieved
        .graphemes()
        .map(|shown| usize::from(shown.width))
        .sum()
}

/// `text`, cleaned, in at most `columns` columns; what does not fit is replaced
/// by `…`, which never cuts a grapheme (so the result may be a column short).
///
/// ```
/// use dateline::text::clean::truncate;
/// assert_eq!(truncate("Vilnius summit", 8), "Vilnius…");
/// assert_eq!(truncate("나토 정상회의", 4), "나…");
/// ```
#[must_use]
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    if is_plain(text) && text.len() <= columns {
        return Cow::Borrowed(text);
    }
    // A title of a megabyte is not read to its end to show its beginning.
    let mut enough = columns.saturating_mul(16).max(256);
    while enough < text.len() {
        let head = &text[..text.floor_char_boundary(enough)];
        if let Some(cut) = cut(&clean(head), columns) {
            return Cow::Owned(cut);
        }
        enough *= 4;
    }
    let line = clean(text);
    match cut(&line, columns) {
        Some(cut) => Cow::Owned(cut),
        None => line,
    }
}

/// The beginning of a clean line with `…`, where the line is wider than `columns`.
fn cut(line: &str, columns: usize) -> Option<String> {
    let mut end = 0;
    let mut used = 0;
    let mut letters = line.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let wide = usize::from(alone(letter));
        used += wide;
        // What follows may belong to this letter and make it wider or narrower.
        let joined = letters.peek().is_some_and(|&(_, next)| alone(next) == 0);
        if wide == 0 || used > columns && joined {
            return cut_graphemes(line, columns);
        }
        if used > columns {
            return Some(ended(&line[..end], columns));
        }
        if used < columns {
            end = at + letter.len_utf8();
        }
    }
    None
}

/// The same for lines whose letters join.
fn cut_graphemes(line: &str, columns: usize) -> Option<String> {
    let mut end = 0;
    let mut used = 0;
    for shown in sieve(line, Span::new(0, line.len())).graphemes() {
        used += usize::from(shown.width);
        if used > columns {
            return Some(ended(&line[..end], columns));
        }
        if used < columns {
            end = shown.span.end;
        }
    }
    None
}

/// What is left of a line, with the mark that says that there was more.
fn ended(line: &str, columns: usize) -> String {
    let mark = if columns == 0 { "" } else { "…" };
    format!("{}{mark}", line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(usize, usize, String, u8)> {
        sieve(text, Span::new(0, text.len()))
            .graphemes()
            .map(|s| (s.span.start, s.span.end, s.text.into_owned(), s.width))
            .collect()
    }

    #[test]
    fn spans_point_into_the_original() {
        assert_eq!(
            shown("\u{feff}xa\u{200b}b\u{1b}\r\n한"),
            [
                (0, 4, "x".into(), 1),
                (4, 8, "a".into(), 1),
                (8, 9, "b".into(), 1),
                (9, 10, "␛".into(), 1),
                (10, 12, "\n".into(), 0),
                (12, 15, "한".into(), 2),
            ]
        );
    }

    #[test]
    fn decomposed_hangul_is_composed() {
        assert_eq!(shown("\u{1112}\u{1161}\u{11ab}"), [(0, 9, "한".into(), 2)]);
        assert_eq!(clean("\u{1112}\u{1161}\u{11ab}"), "한");
    }

    #[test]
    fn joiners_stay_only_where_they_join() {
        assert_eq!(clean("👩\u{200d}👧"), "👩\u{200d}👧");
        assert_eq!(clean("می\u{200c}خواهم"), "می\u{200c}خواهم");
        assert_eq!(clean("🏳\u{fe0f}\u{200d}🌈"), "🏳\u{fe0f}\u{200d}🌈");
        assert_eq!(clean("1\u{fe0f}\u{20e3}"), "1\u{fe0f}\u{20e3}");
        assert_eq!(
            clean("NA\u{200d}TO\u{200c} a\u{fe0f}b \u{fe0f}"),
            "NATO ab "
        );
    }

    #[test]
    fn marks_are_limited() {
        let tower = format!("e{}x", "\u{327}".repeat(1000));
        assert_eq!(
            clean(&tower).chars().count(),
            1 + MARKS,
            "é-like base composes with one"
        );
        assert_eq!(width(&tower), 2);
        assert_eq!(shown("\u{301}")[0].2, "\u{25cc}\u{301}");
    }

    #[test]
    fn truncation_respects_columns() {
        for columns in 0..12 {
            let cut = truncate("한국 👩\u{200d}👧 e\u{301}t", columns);
            assert!(width(&cut) <= columns, "{cut:?} in {columns}");
        }
        assert_eq!(truncate("한국", 4), "한국");
        assert_eq!(truncate("한국", 3), "한…");
        assert_eq!(truncate("한국", 2), "…");
    }

    #[test]
    fn letters_that_stand_alone_are_cut_where_graphemes_are() {
        for text in [
            "Vilnius  summit",
            "나토 정상회의",
            "a한b국c",
            "☺\u{fe0f}☺",
            "한e\u{301}",
            "",
        ] {
            for columns in 0..14 {
                assert_eq!(cut(text, columns), cut_graphemes(text, columns), "{text:?}");
            }
        }
    }
}
