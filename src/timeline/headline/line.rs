//! Words → one line of text.

use super::{super::words::Kind, LONGEST, Piece};

/// The pieces as a line, one space where the text had white space.
pub(super) fn render(pieces: &[Piece<'_>]) -> String {
    let mut line = String::new();
    let mut last: Option<&Piece<'_>> = None;
    for piece in pieces {
        let text = piece.text();
        let tight = last.is_none_or(|before| {
            let touching = before.word.span.end == piece.word.span.start && before.put.is_none();
            let closing = matches!(text, "," | "." | ";" | ":" | "?" | "!" | "%" | "”" | ")");
            let after_open = matches!(before.text(), "“" | "(" | "$" | "‘");
            touching || closing || after_open
        });
        if !tight {
            line.push(' ');
        }
        line.push_str(text);
        last = Some(piece);
    }
    line
}

/// Ends that are no end: marks and dangling words; balances quotation marks; begins with a capital.
pub(super) fn finish(pieces: &[Piece<'_>]) -> String {
    let mut end = pieces.len();
    while end > 1 {
        let piece = &pieces[end - 1];
        let dangling = piece.put.is_none()
            && (piece.word.kind == Kind::Mark
                && !matches!(piece.text(), "”" | "\"" | "%" | "’" | "?" | "!" | "»")
                || piece.word.any(&[
                    "and", "or", "but", "the", "a", "an", "to", "of", "which", "who", "that",
                    "with", "as", "while", "from", "by", "for", "at",
                ]));
        if !dangling {
            break;
        }
        end -= 1;
    }
    let line = render(&pieces[..end]);
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut line: String = line.chars().filter(|c| !c.is_control()).collect();
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
    while line.ends_with([',', ';', ':', '.', ' ', '-', '–', '—']) && !line.ends_with("U.S.") {
        line.pop();
    }
    clip(&mut line);
    let mut chars = line.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => line,
    }
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
