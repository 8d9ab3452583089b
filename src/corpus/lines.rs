//! The lines of a text and what they look like.

use crate::text::{
    Span,
    split::{bare, pieces},
    table::List,
};

/// One line with something visible on it, or several that a fixed width has broken apart.
#[derive(Clone, Debug)]
pub struct Line {
    /// The visible part, without indent, bullet and trailing space.
    pub span: Span,
    /// Whether a bullet or list number stands before it.
    pub bullet: bool,
    /// Whether an empty line (or the start of the text) stands above it.
    pub above: bool,
    /// Whether an empty line (or the end of the text) stands below it.
    pub below: bool,
    /// Words: runs of non-space with a letter or digit; two ideographs count as one word.
    pub words: usize,
    /// How many of the words are the small words that sentences are made with.
    pub small: usize,
}

impl Line {
    /// Whether the line closes like a sentence, quotation marks and brackets aside.
    pub fn closed(&self, text: &str) -> bool {
        const MARKS: [char; 8] = ['.', '!', '?', '…', ':', '。', '！', '？'];
        const QUOTES: [char; 8] = ['"', '\'', '”', '’', '»', ')', ']', '*'];
        let line = self.span.of(text);
        let bare = line.trim_end_matches(|c: char| QUOTES.contains(&c) || c.is_ascii_digit());
        // "… in 2024", "10:15", "10.15": a number is not the end of a sentence, a footnote mark
        // after one is.
        let clock = bare.ends_with(':')
            || bare
                .strip_suffix('.')
                .is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
        let noted = bare.len() < line.len() && bare.ends_with(MARKS) && !clock;
        let bare = if noted { bare } else { line };
        bare.trim_end_matches(QUOTES).ends_with(MARKS)
    }

    /// Whether the line reads as running text rather than as a label, a link or a
    /// heading; `closed` says whether it closes like a sentence.
    pub fn prose(&self, closed: bool) -> bool {
        let dense = self.small * 100 / self.words.max(1);
        if !closed {
            // Headlines leave out the small words and the full stop.
            return self.words >= 25 && dense >= 25 && !self.bullet;
        }
        (self.words >= 25 && dense >= 15)
            || (self.words >= 9 && dense >= 20)
            || (self.words >= 6 && dense >= 15 && !self.bullet)
    }
}

/// The lines of `text`, empty ones left out. Any of LF, CRLF and CR ends a line.
/// Where the text was broken at a fixed width, the pieces of a paragraph are one line.
pub fn read(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut above = true;
    let mut start = 0;
    let bytes = text.as_bytes();
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes).chain(std::iter::once(text.len())) {
        if end < start {
            continue;
        }
        if let Some(mut line) = line(text, start, end) {
            line.above = above;
            above = false;
            lines.push(line);
        } else {
            above = true;
            if let Some(last) = lines.last_mut() {
                last.below = true;
            }
        }
        let crlf = bytes.get(end..end + 2) == Some(b"\r\n");
        start = end + if crlf { 2 } else { 1 };
    }
    if let Some(last) = lines.last_mut() {
        last.below = true;
    }
    match width(text, &lines) {
        Some(width) => joined(text, lines, width),
        None => lines,
    }
}

/// The first `most` lines of `text`, as they are written.
pub fn head(text: &str, most: usize) -> Vec<Line> {
    let mut start = 0;
    let lines = text.split_inclusive(['\n', '\r']).filter_map(|raw| {
        let found = line(text, start, start + raw.len());
        start += raw.len();
        found
    });
    lines.take(most).collect()
}

fn line(text: &str, start: usize, end: usize) -> Option<Line> {
    let raw = text.get(start..end)?;
    let body = raw.trim_start_matches(blank);
    let (marker, bullet) = marker(body);
    let inner = body[marker..].trim_start_matches(blank);
    let from = start + raw.len() - inner.len();
    let inner = inner.trim_end_matches(blank);
    if inner.is_empty() {
        return None;
    }
    let (words, small) = count(inner);
    Some(Line {
        span: Span::new(from, from + inner.len()),
        bullet,
        above: false,
        below: false,
        words,
        small,
    })
}

/// White space, and characters that are drawn as nothing.
fn blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
}

/// Length of a bullet or list number at the head of a line.
fn marker(body: &str) -> (usize, bool) {
    let mut chars = body.chars();
    let Some(first) = chars.next() else {
        return (0, false);
    };
    let spaced = chars.next().is_none_or(blank);
    if matches!(first, '•' | '◦' | '▪' | '‣' | '·' | '●' | '■' | '○')
        || (matches!(first, '*' | '+') && spaced)
    {
        return (first.len_utf8(), true);
    }
    // "- ANI" is a signature, "1. Home" a list number: both are lists to the eye.
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) && body[digits..].starts_with(". ") {
        return (0, true);
    }
    (0, false)
}

fn count(line: &str) -> (usize, usize) {
    let (mut words, mut small) = (0, 0);
    for word in pieces(line) {
        let wide = ideographs(word);
        let bare = bare(word);
        if wide > 1 {
            words += wide / 2;
            // Their small words are not set apart by spaces: taken as a share of the text.
            small += wide / 6;
        } else if !bare.is_empty() {
            words += 1;
            // Hangul carries its particles in the word: every third word counts as one.
            let hangul = bare.starts_with(|c| matches!(c, '\u{ac00}'..='\u{d7a3}'));
            small += usize::from(is_small(bare) || (hangul && words % 3 == 0));
        }
    }
    (words, small)
}

/// How many letters of a word are ones that stand for half a word.
fn ideographs(word: &str) -> usize {
    if word.is_ascii() {
        return 0;
    }
    let wide = |c: &char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    word.chars().filter(wide).count()
}

/// The small words of English.
#[rustfmt::skip]
static SMALL: List = List::words(&[
    "a", "about", "after", "all", "also", "although", "am", "among", "an", "and", "any", "are",
    "as", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by", "can",
    "could", "did", "do", "does", "during", "each", "even", "for", "from", "get", "had", "has",
    "have", "he", "her", "him", "his", "how", "i", "i'm", "if", "in", "into", "is", "it", "it's",
    "its", "just", "like", "many", "may", "me", "might", "more", "most", "much", "must", "my",
    "no", "not", "of", "off", "on", "one", "only", "or", "other", "our", "out", "over", "own",
    "said", "says", "she", "should", "since", "so", "some", "still", "such", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to",
    "too", "under", "until", "up", "us", "very", "was", "we", "were", "what", "when", "where",
    "which", "while", "who", "whom", "why", "will", "with", "without", "would", "you", "your",
]);

/// Whether `word` is one of the words that hold English sentences together: articles, pronouns,
/// prepositions, conjunctions, auxiliaries, and the reporter's "said".
pub fn is_small(word: &str) -> bool {
    SMALL.has(word)
        || matches!(
            word,
            "don’t" | "it’s" | "didn’t" | "I’m" | "that’s" | "isn’t"
        )
}

/// The narrowest column that a text is set in, in bytes: shorter lines are verses or menus.
const NARROW: usize = 24;

/// The width that paragraphs were broken at: many lines stop in mid sentence and go on in
/// lower case on the next, and none is long.
fn width(text: &str, lines: &[Line]) -> Option<usize> {
    let (mut pairs, mut broken, mut widest) = (0_usize, 0_usize, 0);
    for pair in lines.windows(2) {
        let [this, next] = pair else { continue };
        if this.below || this.span.len() < NARROW {
            continue;
        }
        if this.span.len() > 160 {
            return None;
        }
        pairs += 1;
        widest = widest.max(this.span.len());
        let goes_on = next.span.of(text).starts_with(char::is_lowercase);
        broken += usize::from(goes_on && !this.closed(text) && !next.bullet);
    }
    (pairs >= 3 && broken * 3 >= pairs).then_some(widest)
}

fn joined(text: &str, lines: Vec<Line>, width: usize) -> Vec<Line> {
    // A line is full where the next word would not have fitted any more.
    let full = if width >= 60 { 45 } else { width * 2 / 3 };
    let mut out: Vec<Line> = Vec::with_capacity(lines.len() / 3 + 1);
    let mut last_len = 0;
    for line in lines {
        let len = line.span.len();
        match out.last_mut() {
            // A paragraph goes on while its lines are full; a short line ends it.
            Some(last) if !line.above && !line.bullet && last_len >= full => {
                last.span = last.span.join(line.span);
                last.words += line.words;
                last.small += line.small;
                last.below = line.below;
            }
            _ => out.push(line),
        }
        last_len = len;
    }
    debug_assert!(out.iter().all(|line| line.span.fits(text)));
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_small_word_is_one() {
        assert!(super::SMALL.rows().iter().all(|word| super::is_small(word)));
    }
}
