//! Byte offsets → Unicode code points, as other programs count.

use crate::text::Span;

/// How many bytes apart the marks stand.
const STRIDE: usize = 512;

/// A text's byte offsets as code points: built once a text, asked often.
///
/// ```
/// use dateline::{export::offsets::CodePoints, text::Span};
/// let points = CodePoints::new("한국 NATO");
/// assert_eq!(points.span(Span::new(7, 11)), (3, 7));
/// ```
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// The number of code points that begin before byte `STRIDE * i`.
    marks: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    /// Counts `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for part in text.as_bytes().chunks(STRIDE) {
            marks.push(count);
            count += beginnings(part);
        }
        Self { text, marks }
    }

    /// The number of code points before the byte `offset`; an offset past the end counts as the end.
    #[must_use]
    pub fn at(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let Some(&before) = self.marks.get(offset / STRIDE) else {
            // Only an end that falls right on a mark has none.
            return self.marks.last().map_or(0, |last| {
                last + beginnings(&self.text.as_bytes()[(self.marks.len() - 1) * STRIDE..])
            });
        };
        before + beginnings(&self.text.as_bytes()[offset / STRIDE * STRIDE..offset])
    }

    /// Both ends of `span` in code points.
    #[must_use]
    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }
}

/// How many characters begin in `bytes`.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_counts_as_the_slow_way() {
        let text = "aé한𝄞 ".repeat(300);
        let points = CodePoints::new(&text);
        for offset in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
            assert_eq!(points.at(offset), text[..offset].chars().count());
        }
        assert_eq!(CodePoints::new("").at(3), 0);
        let even = "x".repeat(STRIDE * 2);
        assert_eq!(CodePoints::new(&even).at(STRIDE * 2), STRIDE * 2);
    }
}
