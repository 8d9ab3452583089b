//! Captions: what a picture shows and who took it.

use super::layout::Row;
use crate::text::split::{pieces, said};

/// Beginnings of a line that credits a picture (lower case).
const HEADS: &[&str] = &[
    "photo:",
    "photo by",
    "photos by",
    "photograph:",
    "photograph by",
    "image:",
    "images:",
    "image credit",
    "photo credit",
    "credit:",
    "picture:",
    "file photo",
    "photo courtesy",
    "courtesy of",
    "illustration by",
    "illustration:",
    "caption:",
    "illustration of ",
    "illustration on ",
    "an illustration",
    "image source",
    "image by",
    "image caption ",
    "enlarge / ",
    "photo illustration",
    "(photo",
    "[photo",
    "(credit",
];

/// Marks of a credit within the last words of a line (lower case).
const MARKS: &[&str] = &[
    "photo:",
    "photograph:",
    "image:",
    "images:",
    "credit:",
    "picture:",
    "illustration:",
    "caption:",
    "(photo",
    "[photo",
    "| photo",
    "(credit",
    "photo/",
];

/// Ends of a line that credit a picture (lower case).
const TAILS: &[&str] = &[
    "getty images",
    "getty images)",
    "ap photo)",
    "/ap)",
    "via ap)",
    "shutterstock",
    "shutterstock)",
    "(reuters)",
    "(ap)",
    "(afp)",
    "file photo",
    "file photo.",
    "(file)",
    "(file photo)",
    "via ap file",
    "via ap",
];

/// What each of [`MARKS`] has one of.
const SIGNS: [u8; 5] = *b":([|/";

/// Marks of a credit to one agency, anywhere in a line.
const GETTY: &[&str] = &["/getty images", "/ getty images", "via getty images"];

/// How much of a long line is looked at on either end, in bytes: more than any mark
/// takes that has its place there.
const END: usize = 96;

/// Whether the line carries a picture credit.
pub fn credit(line: &str) -> bool {
    let head = line.as_bytes();
    let begins = |words: &&str| {
        let said = head.get(..words.len());
        said.is_some_and(|said| said.eq_ignore_ascii_case(words.as_bytes()))
    };
    if HEADS.iter().any(begins) {
        return true;
    }
    let tail = &line[line.ceil_char_boundary(line.len().saturating_sub(END))..];
    let ends = |words: &&str| {
        let from = tail.len().checked_sub(words.len());
        from.is_some_and(|from| tail.as_bytes()[from..].eq_ignore_ascii_case(words.as_bytes()))
    };
    let alone = |at: usize| !tail[..at].ends_with(char::is_alphanumeric);
    let marks = |mark: &&str| said(tail, mark).is_some_and(|at| tail.len() - at <= 80 && alone(at));
    TAILS.iter().any(ends)
        || tail.bytes().any(|byte| SIGNS.contains(&byte)) && MARKS.iter().any(marks)
        || line.len() < 80 && ends(&"/ap")
        || line.len() < 300 && said(line, "via reuters").is_some()
        || said(line, "getty images").is_some()
            && GETTY.iter().any(|mark| said(line, mark).is_some())
        || said(line, "(ap photo").is_some()
}

/// Whether row `i` says what a picture shows and who took it.
pub fn is_caption(text: &str, rows: &[Row], i: usize) -> bool {
    let row = &rows[i];
    if row.line.words > 90 {
        return false;
    }
    row.credit
        || signed(text, rows, i)
        || row.line.words <= 4 && (is_wire(row.line.span.of(text)) || signs_next(text, rows, i))
        || twin(text, rows, i)
}

/// "… in The Hague on June 24, 2025. Yonhap": a credit behind the last sentence
/// that is an agency's name, or stands alone on the line above or below.
fn signed(text: &str, rows: &[Row], i: usize) -> bool {
    let line = rows[i].line.span.of(text);
    let Some(at) = line.rfind(['.', '!', '?']) else {
        return false;
    };
    let tail = line[at + 1..].trim();
    if tail.is_empty() || tail.len() > 40 || !tail.starts_with(char::is_uppercase) {
        return false;
    }
    // "… at the launch.Jane Doe / Example Images": the credit glued to the caption.
    let glued = line[at + 1..].starts_with(char::is_uppercase)
        && line[..at].ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        && tail
            .split_whitespace()
            .all(|word| !word.starts_with(char::is_lowercase))
        && !tail.contains('.');
    let neighbour = |at: Option<usize>| {
        at.and_then(|at| rows.get(at))
            .is_some_and(|row| row.line.span.of(text) == tail)
    };
    tail.split_whitespace().count() <= 4
        && (glued || is_wire(tail) || neighbour(i.checked_sub(1)) || neighbour(Some(i + 1)))
}

/// Whether this short line is the credit that the line below ends with.
fn signs_next(text: &str, rows: &[Row], i: usize) -> bool {
    let name = rows[i].line.span.of(text);
    rows.get(i + 1).is_some_and(|next| {
        let next = next.line.span.of(text);
        next.len() > name.len() + 20
            && next
                .strip_suffix(name)
                .is_some_and(|rest| rest.trim_end().ends_with(['.', '!', '?']))
    })
}

/// A caption printed twice, as the picture's text and below it: the one is the
/// beginning of the other, and the other follows at once.
fn twin(text: &str, rows: &[Row], i: usize) -> bool {
    let line = rows[i].line.span.of(text);
    if !(4..=80).contains(&rows[i].line.words) {
        return false;
    }
    let bare = line.trim_end_matches(['.', ' ']);
    let near = |at: Option<usize>| {
        at.and_then(|at| rows.get(at))
            .map(|row| row.line.span.of(text))
    };
    let begins = |other: &str| {
        other.trim_end_matches(['.', ' ']) == bare
            || other.len() < line.len() + 60 && other.starts_with(bare)
    };
    near(Some(i + 1)).is_some_and(begins)
        || near(i.checked_sub(1)).is_some_and(|other| {
            let other = other.trim_end_matches(['.', ' ']);
            other == bare
                || pieces(other).nth(3).is_some()
                    && line.len() < other.len() + 60
                    && line.starts_with(other)
        })
}

/// News agencies and picture agencies that sign with nothing but their name.
pub fn is_wire(name: &str) -> bool {
    matches!(
        name,
        "AP" | "AP Photo"
            | "Associated Press"
            | "The Associated Press"
            | "Reuters"
            | "REUTERS"
            | "AFP"
            | "Yonhap"
            | "EPA"
            | "Getty Images"
            | "Getty"
            | "UPI"
            | "Xinhua"
            | "dpa"
            | "DPA"
            | "ANI"
            | "PTI"
            | "Kyodo"
            | "TASS"
            | "Bloomberg"
            | "EPA-EFE"
            | "PA"
            | "PA Media"
            | "Shutterstock"
            | "iStock"
            | "AFP/Getty Images"
            | "NurPhoto"
            | "Anadolu"
            | "IANS"
            | "Unsplash"
            | "Handout"
            | "AAP"
            | "AFP-Yonhap"
            | "AP-Yonhap"
            | "Reuters-Yonhap"
    )
}
