//! What becomes of each character.

use unicode_normalization::char::is_combining_mark;

/// Combining marks that a base may carry. Vietnamese needs two, pointed Hebrew
/// and romanised Sanskrit four; the Unicode stream-safe format allows thirty.
pub const MARKS: usize = 8;

/// Joiners and variation selectors in one grapheme: the longest emoji family in
/// use (four people with skin tones) has three joiners.
const JOINS: usize = 8;

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is shown as it is.
    Keep,
    /// It is shown as this visible mark.
    Mark(char),
    /// It is a tab.
    Tab,
    /// It ends a line.
    Break,
    /// It joins its neighbours, or picks a form of the letter before it.
    Join,
    /// It is a combining mark.
    Combine,
    /// It is invisible and goes.
    Remove,
}

/// Sorts one character. The ranges are those of Unicode 16's
/// `Default_Ignorable_Code_Point`, `Bidi_Control`, private use and noncharacters.
fn fate(c: char) -> Fate {
    match c {
        ' '..='~' => Fate::Keep,
        '\t' => Fate::Tab,
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Fate::Break,
        '\0'..='\u{1f}' => Fate::Mark(char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}')),
        '\u{7f}' => Fate::Mark('\u{2421}'),
        '\u{80}'..='\u{9f}' => Fate::Mark('\u{fffd}'),
        '\u{180b}'..='\u{180d}'
        | '\u{180f}'
        | '\u{200c}'
        | '\u{200d}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}' => Fate::Join,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffc}'
        | '\u{fffe}'..='\u{ffff}'
        | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{10ffff}' => Fate::Remove,
        c if (c as u32) & 0xfffe == 0xfffe => Fate::Remove,
        // The vowels and finals of decomposed Hangul stack like marks.
        '\u{1161}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}' => Fate::Combine,
        c if c >= '\u{300}' && is_combining_mark(c) => Fate::Combine,
        _ => Fate::Keep,
    }
}

/// The columns of a character that is kept as it is and is a grapheme of its own whatever
/// other such characters stand beside it; 0 for all others. It spares most letters of most
/// texts the tables: Latin, dashes and quotes, our own lines and marks, Han, Hangul.
#[must_use]
#[inline]
pub const fn alone(c: char) -> u8 {
    match c {
        ' '..='~'
        | '\u{a1}'..='\u{ac}'
        | '\u{ae}'..='\u{24f}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2018}'..='\u{201f}'
        | '\u{2022}'
        | '\u{2026}'
        | '\u{2500}'..='\u{259f}'
        | '\u{25b2}'
        | '\u{25c7}'..='\u{25d3}' => 1,
        '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => 2,
        _ => 0,
    }
}

/// Whether `c` is a character that nobody sees: one that [`super::clean`] leaves out, or
/// keeps only for what it does to its neighbours. Search looks through it.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(fate(c), Fate::Remove | Fate::Join)
}

/// The context in which a character's fate is decided.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// The last character that was kept, where one can be joined or marked.
    base: Option<char>,
    /// The last character kept of all.
    last: Option<char>,
    /// Combining marks on the base so far.
    marks: usize,
    /// Joiners and selectors since the last space.
    joins: usize,
}

impl Walk {
    /// Decides on `c`, which `next` follows.
    pub(super) fn step(&mut self, c: char, next: Option<char>) -> Fate {
        // Most characters are letters that nothing is said about.
        if c.is_ascii_graphic() {
            self.marks = 0;
            self.last = Some(c);
            self.base = Some(c);
            return Fate::Keep;
        }
        let fate = match fate(c) {
            Fate::Join if self.joins(c, next) => {
                self.joins += 1;
                self.last = Some(c);
                return Fate::Keep;
            }
            Fate::Combine => {
                // A deprecated few stand for two marks each (U+0344, U+0F73 …).
                self.marks += if matches!(c, '\u{344}' | '\u{f73}'..='\u{f81}') {
                    2
                } else {
                    1
                };
                if self.marks > MARKS {
                    return Fate::Remove;
                }
                self.last = Some(c);
                return Fate::Keep;
            }
            Fate::Join | Fate::Remove => return Fate::Remove,
            other => other,
        };
        self.marks = 0;
        self.last = Some(c);
        // A mark is a letter like any other once it is shown: cleaning twice changes nothing.
        if matches!(fate, Fate::Tab | Fate::Break) || c == ' ' {
            self.joins = 0;
        }
        self.base = (fate == Fate::Keep && !c.is_whitespace()).then_some(c);
        fate
    }

    /// Whether the joiner or selector `c` has something to do between its neighbours.
    fn joins(&self, c: char, next: Option<char>) -> bool {
        let Some(base) = self.base else { return false };
        let again = self.last.is_some_and(|last| fate(last) == Fate::Join);
        match c {
            // Joiners stand between two letters of a script that joins, or two pictures;
            // after a selector (as in the rainbow flag) too.
            '\u{200c}' | '\u{200d}' => {
                let after = next.is_some_and(|next| {
                    !next.is_ascii() && !next.is_whitespace() && fate(next) == Fate::Keep
                });
                let selector = self
                    .last
                    .is_some_and(|last| matches!(last, '\u{fe0e}' | '\u{fe0f}'));
                !base.is_ascii() && after && (!again || selector) && self.joins < JOINS
            }
            // Keycaps are the ASCII signs that have two forms.
            '\u{fe0e}' | '\u{fe0f}' => {
                !again && (!base.is_ascii() || matches!(base, '0'..='9' | '#' | '*'))
            }
            _ => !again && !base.is_ascii(),
        }
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::{IsNormalized, is_nfc_quick};
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;

    use super::{Fate, alone, fate};

    #[test]
    fn what_stands_alone_needs_nothing_done() {
        let all: Vec<char> = ('\0'..=char::MAX).filter(|c| alone(*c) > 0).collect();
        assert!(all.len() > 30_000);
        for c in &all {
            assert_eq!(fate(*c), Fate::Keep, "{c:?}");
            assert_eq!(c.to_string().width(), usize::from(alone(*c)), "{c:?}");
        }
        // In this order and in the other, no two of them join.
        let text: String = all.iter().chain(all.iter().rev()).collect();
        assert_eq!(is_nfc_quick(text.chars()), IsNormalized::Yes);
        assert_eq!(text.graphemes(true).count(), 2 * all.len());
    }
}
