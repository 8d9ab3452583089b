//! Text → lines of a measure, with their source spans.
//!
//! One pass, linear in the text: a line of a megabyte is wrapped once, when the
//! article or the width changes, and drawn line by line from then on.

use crate::text::{
    Span,
    clean::{Shown, sieve},
};

/// What a line break in the source means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// A line ends there: text as it came.
    Keep,
    /// Nothing: it is white space inside a paragraph.
    Flow,
}

/// Wraps the part of `text` that `span` names into lines of at most `measure` columns
/// and gives the bytes of each line, without the white space it was broken at.
///
/// Lines break at white space, after hyphens and dashes, between ideographs (but
/// not before closing nor after opening punctuation), and inside words only where
/// a word is longer than the measure. Hangul breaks between words, as Latin does.
///
/// ```
/// use dateline::{text::Span, ui::wrap::{Breaks, wrap}};
/// let text = "agreed to upgrade the partnership";
/// let lines = wrap(text, Span::new(0, text.len()), 18, Breaks::Flow);
/// let lines: Vec<&str> = lines.iter().map(|line| line.of(text)).collect();
/// assert_eq!(lines, ["agreed to upgrade", "the partnership"]);
/// ```
#[must_use]
pub fn wrap(text: &str, span: Span, measure: usize, breaks: Breaks) -> Vec<Span> {
    let sieved = sieve(text, span);
    let mut lines = Lines {
        measure: measure.max(1),
        breaks,
        done: Vec::new(),
        start: span.start,
        ink: span.start,
        columns: 0,
        fresh: true,
        before: None,
        chance: None,
    };
    for shown in sieved.graphemes() {
        lines.take(&shown);
    }
    if lines.ink > lines.start || lines.done.is_empty() {
        lines.end();
    }
    lines.done
}

/// A place where the current line can be broken.
#[derive(Clone, Copy, Debug)]
struct Chance {
    /// Where the line would end, without the white space.
    end: usize,
    /// Where the next one would start.
    next: usize,
    /// The columns up to there.
    columns: usize,
}

/// The lines so far and the one that is being filled.
#[derive(Debug)]
struct Lines {
    measure: usize,
    breaks: Breaks,
    done: Vec<Span>,
    /// Where the current line starts.
    start: usize,
    /// Where its last letter ends; `start` or before while there is none.
    ink: usize,
    /// The columns it takes so far, white space included.
    columns: usize,
    /// Whether it follows a line break of the source.
    fresh: bool,
    /// The letter before on the same line, `' '` for white space.
    before: Option<char>,
    /// The last place where it can be broken.
    chance: Option<Chance>,
}

impl Lines {
    fn take(&mut self, shown: &Shown<'_>) {
        let first = shown.text.chars().next().unwrap_or(' ');
        if shown.is_break() && self.breaks == Breaks::Keep {
            self.end();
            self.begin(shown.span.end, true);
        } else if shown.is_break() || is_space(first) {
            self.space(shown);
        } else {
            self.letter(shown, first);
        }
    }

    fn space(&mut self, shown: &Shown<'_>) {
        let indent = self.fresh && self.breaks == Breaks::Keep;
        if self.ink <= self.start && !indent {
            self.begin(shown.span.end, self.fresh);
            return;
        }
        match self.breaks {
            Breaks::Keep => self.columns += usize::from(shown.width).max(1),
            // In a paragraph a run of white space is one space.
            Breaks::Flow if self.before == Some(' ') => {}
            Breaks::Flow => self.columns += 1,
        }
        self.before = Some(' ');
    }

    fn letter(&mut self, shown: &Shown<'_>, first: char) {
        if self.ink > self.start && self.before.is_some_and(|before| can_break(before, first)) {
            self.chance = Some(Chance {
                end: self.ink,
                next: shown.span.start,
                columns: self.columns,
            });
        }
        let width = usize::from(shown.width);
        let over = self.columns + width > self.measure;
        if let (true, Some(chance)) = (over, self.chance) {
            self.done.push(Span::new(self.start, chance.end));
            self.start = chance.next;
            self.columns -= chance.columns;
            self.chance = None;
        }
        // A word that is longer than the measure.
        if self.columns + width > self.measure {
            if self.ink > self.start {
                self.end();
            }
            self.begin(shown.span.start, false);
        }
        self.columns += width;
        self.ink = shown.span.end;
        self.before = shown.text.chars().next_back();
    }

    /// Ends the current line after its last letter.
    fn end(&mut self) {
        self.done.push(Span::new(self.start, self.ink));
    }

    /// Begins a line.
    fn begin(&mut self, start: usize, fresh: bool) {
        self.start = start;
        self.ink = start;
        self.columns = 0;
        self.fresh = fresh;
        self.before = None;
        self.chance = None;
    }
}

/// White space that a line may be broken at: not the no-break spaces.
#[must_use]
pub fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Whether a line may be broken between two characters: a small part of Unicode's UAX #14.
fn can_break(before: char, after: char) -> bool {
    if before == ' ' {
        return true;
    }
    let dash = matches!(before, '-' | '\u{2010}' | '\u{2013}' | '\u{2014}' | '/');
    if dash {
        return after.is_alphabetic();
    }
    (is_ideograph(before) || is_ideograph(after)) && !opens(before) && !closes(after)
}

/// Characters between which lines break freely: ideographs, kana, pictures.
fn is_ideograph(c: char) -> bool {
    c >= '\u{2e80}'
        && matches!(c,
        '\u{2e80}'..='\u{2fff}'
        | '\u{3001}'..='\u{312f}'
        | '\u{3190}'..='\u{a4cf}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff9f}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Punctuation that no line may end with.
fn opens(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '“' | '‘' | '「' | '『' | '（' | '【' | '〈' | '《' | '［' | '〔'
    )
}

/// Punctuation and small kana that no line may begin with.
fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '”'
            | '’'
            | ','
            | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | '%'
            | '…'
            | '、'
            | '。'
            | '，'
            | '．'
            | '」'
            | '』'
            | '）'
            | '】'
            | '〉'
            | '》'
            | '］'
            | '〕'
            | '！'
            | '？'
            | '：'
            | '；'
            | '・'
            | 'ー'
            | '々'
            | 'ぁ'
            | 'ぃ'
            | 'ぅ'
            | 'ぇ'
            | 'ぉ'
            | 'っ'
            | 'ゃ'
            | 'ゅ'
            | 'ょ'
            | 'ァ'
            | 'ィ'
            | 'ゥ'
            | 'ェ'
            | 'ォ'
            | 'ッ'
            | 'ャ'
            | 'ュ'
            | 'ョ'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clean::width;

    fn lines(text: &str, measure: usize, breaks: Breaks) -> Vec<&str> {
        let spans = wrap(text, Span::new(0, text.len()), measure, breaks);
        spans.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn paragraphs_flow_and_pages_keep_their_lines() {
        let text = "one two\nthree\n\n  four";
        assert_eq!(lines(text, 20, Breaks::Flow), ["one two\nthree\n\n  four"]);
        assert_eq!(
            lines(text, 20, Breaks::Keep),
            ["one two", "three", "", "  four"]
        );
        assert_eq!(lines("  lead", 20, Breaks::Flow), ["lead"]);
    }

    #[test]
    fn words_break_only_where_they_must() {
        assert_eq!(
            lines("a internationalisation b", 10, Breaks::Flow),
            ["a", "internatio", "nalisation", "b"]
        );
        assert_eq!(
            lines("Korea-NATO ties", 8, Breaks::Flow),
            ["Korea-", "NATO", "ties"]
        );
        assert_eq!(lines("한국과 나토", 9, Breaks::Flow), ["한국과", "나토"]);
        assert_eq!(
            lines("北大西洋条約機構。", 8, Breaks::Flow),
            ["北大西洋", "条約機", "構。"]
        );
        assert_eq!(lines("ab   ", 2, Breaks::Flow), ["ab"]);
        assert_eq!(lines("", 2, Breaks::Flow), [""]);
    }

    #[test]
    fn no_line_is_wider_than_the_measure() {
        let text = "Šekerinska – 나토 사무차장 – said 👩\u{200d}👧 “yes” e\u{301}e\u{301}e\u{301} 漢字かな";
        for measure in 2..40 {
            for line in lines(text, measure, Breaks::Flow) {
                assert!(width(line) <= measure, "{line:?} in {measure}");
            }
        }
    }
}
