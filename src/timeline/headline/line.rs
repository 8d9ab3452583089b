//! Words → one line of text.

use super::{
    super::{lexicon as lex, words::Kind},
    LONGEST, Piece,
};
use crate::text::{split::single_spaced, table::List};

/// The pieces as a line, one space where the text had white space.
pub(super) fn render(pieces: &[Piece<'_>]) -> String {
    let mut line = String::with_capacity(8 * pieces.len());
    let mut last: Option<&Piece<'_>> = None;
    for piece in pieces {
        if last.is_some_and(|before| spaced(before, piece)) {
            line.push(' ');
        }
        line.push_str(piece.text());
        last = Some(piece);
    }
    line
}

/// Whether a space stands between two pieces.
fn spaced(before: &Piece<'_>, piece: &Piece<'_>) -> bool {
    let touching = before.word.span.end == piece.word.span.start && before.put.is_none();
    let closing = matches!(
        piece.text(),
        "," | "." | ";" | ":" | "?" | "!" | "%" | "”" | ")"
    );
    let after_open = matches!(before.text(), "“" | "(" | "$" | "‘");
    !(touching || closing || after_open)
}

/// How many characters the line has up to and with each piece, without drawing it up.
pub(super) fn lengths(pieces: &[Piece<'_>]) -> impl Iterator<Item = usize> {
    let mut length = 0;
    pieces.iter().enumerate().map(move |(i, piece)| {
        length += characters(piece.text());
        length += usize::from(i > 0 && spaced(&pieces[i - 1], piece));
        length
    })
}

/// How many characters a word has; most have as many as bytes.
fn characters(word: &str) -> usize {
    if word.is_ascii() {
        word.len()
    } else {
        word.chars().count()
    }
}

/// How many characters the line has.
pub(super) fn length(pieces: &[Piece<'_>]) -> usize {
    lengths(pieces).last().unwrap_or(0)
}

/// Ends that are no end: marks and dangling words; balances quotation marks; begins with a capital.
pub(super) fn finish(pieces: &[Piece<'_>]) -> String {
    let mut end = pieces.len();
    while end > 1 {
        let piece = &pieces[end - 1];
        // "sparked a fight over", but "the war was over"
        let over = piece.word.is("over")
            && !pieces[end - 2]
                .word
                .any(&["are", "be", "is", "was", "were"]);
        let dangling = piece.put.is_none()
            && (over
                || piece.word.kind == Kind::Mark
                    && !matches!(piece.text(), "”" | "\"" | "%" | "’" | "?" | "!" | "»")
                || dangling_word(piece));
        if !dangling {
            break;
        }
        end -= 1;
    }
    end = lone_tail(pieces, end);
    let mut line = single_spaced(&render(&pieces[..end]));
    line.retain(|c| !c.is_control());
    for (open, close) in [('“', '”'), ('«', '»')] {
        if line.matches(open).count() != line.matches(close).count() {
            if line.contains(':')
                && line.matches(open).count() == 1
                && !line.contains(close)
                && line.chars().count() < LONGEST
            {
                line.push(close);
            } else {
                line.retain(|c| c != open && c != close);
            }
        }
    }
    if line.matches('"').count() % 2 == 1 {
        if line.contains(':') && line.chars().count() < LONGEST {
            line.push('"');
        } else {
            line.retain(|c| c != '"');
        }
    }
    loop {
        while line.ends_with([',', ';', ':', '.', ' ', '-', '–', '—']) && !line.ends_with("U.S.")
        {
            line.pop();
        }
        // A word that a mark hid until now.
        match line.rsplit_once(' ') {
            Some((rest, last)) if rest.len() > 8 && BARE.has(last) => line.truncate(rest.len()),
            // "received his B.A. from Westport College and his J.D": the rest stood behind the mark.
            Some((rest, last)) if is_degree(last) => match conjoined(rest) {
                Some(length) => line.truncate(length),
                None => break,
            },
            _ => break,
        }
    }
    for (ending, close) in [(",”", '”'), (",\"", '"')] {
        if line.ends_with(ending) {
            line.truncate(line.len() - ending.len());
            line.push(close);
        }
    }
    let mut line = single_spaced(&line);
    clip(&mut line);
    capitalised(line)
}

/// The line with a capital at its head.
pub(super) fn capitalised(mut line: String) -> String {
    match line.chars().next() {
        Some(first) if !first.is_ascii() => {
            let rest = &line[first.len_utf8()..];
            first.to_uppercase().chain(rest.chars()).collect()
        }
        first => {
            let head = first.map_or(0, char::len_utf8);
            line[..head].make_ascii_uppercase();
            line
        }
    }
}

/// Whether a word is an abbreviation of initials that lost its last full stop: "J.D", "M.P.H".
fn is_degree(word: &str) -> bool {
    let mut parts = word.split('.');
    word.len() > 2
        && parts.clone().count() > 1
        && parts.all(|part| {
            (1..=2).contains(&part.len()) && part.starts_with(|c: char| c.is_ascii_uppercase())
        })
        && word != "U.S"
        && word != "D.C"
}

/// Where "…, and his" or "and an" at the end of a line begins.
fn conjoined(rest: &str) -> Option<usize> {
    let own = ["his", "her", "their", "a", "an"].iter().find_map(|own| {
        rest.strip_suffix(own)
            .and_then(|rest| rest.strip_suffix(' '))
    })?;
    let line = own
        .strip_suffix("and")
        .unwrap_or(own)
        .trim_end_matches([',', ' ']);
    (line.len() > 24 && line.len() < own.len()).then_some(line.len())
}

/// Cuts a line that no phrase could shorten, between words; a single word that is too long is no word.
fn clip(line: &mut String) {
    if line.chars().count() <= LONGEST {
        return;
    }
    let limit = line
        .char_indices()
        .nth(LONGEST - 1)
        .map_or(line.len(), |(i, _)| i);
    let cut = line[..limit].rfind(' ').unwrap_or(0);
    line.truncate(if cut == 0 { limit } else { cut });
    while line.ends_with([',', ';', ':', ' ']) {
        line.pop();
    }
    line.push('…');
}

/// Whether a line cannot end with this word: "of", "the", "was", "and", "which".
pub(super) fn dangling_word(piece: &Piece<'_>) -> bool {
    let word = &piece.word;
    piece.put.is_none()
        && (word.listed(lex::PREPOSITIONS)
            && !word.any(&["off", "out", "over", "up", "past", "inside", "outside"])
            || word.listed(lex::DETERMINERS)
                && !word.any(&[
                    "all", "another", "any", "both", "each", "her", "some", "that", "this", "those",
                ])
            || word.listed(lex::AUXILIARY)
            || word.listed(lex::SUBORDINATORS)
            || word.listed(DANGLING))
}

/// More words that a line cannot end with.
#[rustfmt::skip]
static DANGLING: &List = &List::words(&[
    "able", "according", "also", "and", "as", "because", "but", "even", "former", "he", "he's",
    "how", "i", "if", "just", "mostly", "nor", "only", "or", "prior", "pursuant", "she", "than",
    "they", "very", "we", "whether", "who",
]);

/// ", expected" at the end: a single word after a comma goes with it.
fn lone_tail(pieces: &[Piece<'_>], end: usize) -> usize {
    if end > 5
        && pieces[end - 2].text() == ","
        && pieces[end - 1].put.is_none()
        && !pieces[end - 1].word.capital()
        && pieces[end - 1].word.kind == Kind::Word
    {
        end - 2
    } else {
        end
    }
}

/// Words that never end a line.
static BARE: &List = &List::words(&[
    "a", "an", "and", "as", "but", "by", "for", "from", "of", "or", "the", "to", "which", "with",
]);
