//! What stands inside an article's body without belonging to its text: lines
//! said twice, pointers to other pages, notes on the author at the foot.

use super::{
    byline,
    layout::{Page, Row},
};

/// A set that is quick to ask; see [`foldhash`] on what it withstands.
type Set<K> = std::collections::HashSet<K, foldhash::fast::RandomState>;

/// How many rows on either side are searched for the fuller form of a line.
const REACH: usize = 6;
/// How many rows at the foot of the body may be a note on the author or an appeal.
const FOOT: usize = 5;
/// How many rows at either end of the body may be the site speaking of itself.
const EDGE: usize = 12;
/// How much of a line is looked for before the whole of it is compared, in bytes.
const BEGINNING: usize = 12;
/// What sites say of their own pages, their income and their duties (lower case, sorted):
/// no report says these words of anyone else.
const STATEMENTS: &[&str] = &[
    "affiliate advertising program",
    "affiliate commission",
    "affiliate link",
    "affiliate marketing",
    "affiliate partner",
    "all rights reserved",
    "any fair dealing",
    "as an amazon associate",
    "constitute medical advice",
    "contributed to this report",
    "contributed to this story",
    "do you have info to share",
    "for educational and informational purposes only",
    "for informational purposes only",
    "if you enjoyed this",
    "intended as medical advice",
    "is subject to copyright",
    "our editorial guidelines",
    "our submission guidelines",
    "our trust principles",
    "receive compensation when you",
    "share your thoughts in the comments",
    "the opinions expressed in this",
    "the views expressed in this",
    "this article was amended on",
    "this article was originally published",
    "this story has been updated",
    "this story was originally published",
    "we may earn a commission",
];
/// The words that a pointer begins with, before its colon (lower case).
const POINTERS: &[&str] = &[
    "also",
    "journal information",
    "listen",
    "more",
    "more information",
    "next",
    "read",
    "read also",
    "read more",
    "read next",
    "related",
    "see also",
    "source",
    "sources",
    "watch",
];

/// Which of the rows from `start` to `end` are such lines, as a set of row numbers.
pub fn find(text: &str, rows: &[Row], start: usize, end: usize) -> Set<usize> {
    let mut seen = Set::default();
    let mut found = Set::default();
    for (i, row) in rows.iter().enumerate().take(end) {
        let line = row.line.span.of(text);
        // A sentence that stands above the body too is the body's own.
        let told = row.line.words >= 5 && (i >= start || !row.prose);
        let again = told && !seen.insert(line);
        let foot = i + FOOT >= end && i >= start + FOOT && row.line.words <= 80;
        let edge = (i + EDGE >= end || i <= start + FOOT) && row.line.words <= 150;
        if i >= start
            && (again
                || pointer(line)
                || line.contains("</")
                || foot && (byline::note(line).is_some() || appeal(line))
                || edge && statement(line)
                || within_neighbour(text, rows, i))
        {
            found.insert(i);
        }
    }
    found
}

/// A single line in headline case between the paragraphs of an article is a
/// link to another article; section headings come in numbers and are shorter.
pub fn lone_heading(text: &str, page: &Page, report: usize) -> Option<usize> {
    let range = report + 1..page.body.1.saturating_sub(1);
    let mut found = range.filter(|&i| {
        let row = &page.rows[i];
        !row.prose
            && row.noise.is_none()
            && row.line.above
            && row.line.below
            && !row.closed
            && row.line.words >= 3
    });
    let first = found.next()?;
    let alone = found.next().is_none();
    let line = &page.rows[first].line;
    (alone && line.words >= 6 && headline_case(line.span.of(text))).then_some(first)
}

/// Whether most of the longer words begin with a capital.
pub fn headline_case(line: &str) -> bool {
    let (mut capital, mut all) = (0, 0);
    for word in line
        .split_whitespace()
        .filter(|w| w.chars().count() > 3 && w.starts_with(char::is_alphabetic))
    {
        all += 1;
        capital += usize::from(word.starts_with(char::is_uppercase));
    }
    all > 0 && capital * 5 >= all * 4
}

/// A short bullet without a sentence, in the middle of the body.
pub fn is_link(text: &str, rows: &[Row], i: usize) -> bool {
    let row = &rows[i];
    row.line.bullet
        && !row.prose
        && !row.closed
        && row.line.words <= 14
        && headline_case(row.line.span.of(text))
}

/// The letters that a statement may go on with, one bit each, for each that it may begin with.
const SECOND: [u32; 26] = {
    let mut second = [0; 26];
    let mut i = 0;
    while i < STATEMENTS.len() {
        let words = STATEMENTS[i].as_bytes();
        second[(words[0] - b'a') as usize] |= 1 << (words[1] - b'a');
        i += 1;
    }
    second
};

/// Whether the line is the site speaking of itself.
fn statement(line: &str) -> bool {
    let mut rest = line.as_bytes();
    loop {
        if begins(rest) {
            let first = rest[0].to_ascii_lowercase();
            let mut same = STATEMENTS
                .iter()
                .filter(|words| words.as_bytes()[0] == first);
            let said = |words: &&str| {
                let said = rest.get(..words.len());
                said.is_some_and(|said| said.eq_ignore_ascii_case(words.as_bytes()))
            };
            if same.any(said) {
                return true;
            }
        }
        // To what stands behind the next byte that is neither letter nor digit.
        match rest.iter().position(|byte| !byte.is_ascii_alphanumeric()) {
            Some(end) => rest = &rest[end + 1..],
            None => return false,
        }
    }
}

/// Whether a statement begins with the first two letters.
fn begins(rest: &[u8]) -> bool {
    let [first, second, ..] = rest else {
        return false;
    };
    let letter = |byte: &u8| byte.to_ascii_lowercase().wrapping_sub(b'a');
    let seconds = SECOND.get(usize::from(letter(first)));
    letter(second) < 26 && seconds.is_some_and(|seconds| seconds >> letter(second) & 1 == 1)
}

/// Whether the line asks the reader to write, subscribe or follow.
fn appeal(line: &str) -> bool {
    let address = line
        .split_once('@')
        .is_some_and(|(_, host)| host.split(' ').next().unwrap_or_default().contains('.'));
    let asks = [
        "newsletter",
        "subscrib",
        "sign up",
        "follow us",
        "click here",
    ];
    let lower = line.to_lowercase();
    address || asks.iter().any(|word| lower.contains(word))
}

/// "Also: …", "Read more: …": a label and what it points to.
fn pointer(line: &str) -> bool {
    line.split_once(':').is_some_and(|(label, rest)| {
        label.len() <= 20
            && !rest.trim().is_empty()
            && POINTERS
                .binary_search(&label.trim().to_lowercase().as_str())
                .is_ok()
    })
}

/// Whether a longer line close by says all of this one: a picture's description
/// and its caption, a pulled quotation and its paragraph.
fn within_neighbour(text: &str, rows: &[Row], i: usize) -> bool {
    let line = &rows[i].line;
    if !(5..=60).contains(&line.words) {
        return false;
    }
    let own = line.span.of(text).trim_end_matches(['.', ' ']);
    let close = i.saturating_sub(REACH)..(i + REACH + 1).min(rows.len());
    let mut longer = close
        .filter(|&j| j != i && rows[j].line.span.len() > line.span.len())
        .peekable();
    if longer.peek().is_none() {
        return false;
    }
    // Most neighbours do not even say its beginning, for which a short search is enough.
    let begun = memchr::memmem::Finder::new(&own.as_bytes()[..own.len().min(BEGINNING)]);
    longer.any(|j| {
        let other = rows[j].line.span.of(text).as_bytes();
        let mut places = begun.find_iter(other);
        places.any(|at| other[at..].starts_with(own.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_sorted_and_need_a_target() {
        assert!(POINTERS.is_sorted());
        assert!(pointer("Read more: Why the river rose"));
        assert!(!pointer("Read more:"));
        assert!(!pointer("The minister said: it rains"));
    }
}
