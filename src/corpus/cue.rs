//! What the words before a date stamp say it is: the day of publication, of the
//! last change, of saving, or the day of something else.

use super::layout::Page;
use crate::text::{Span, split::runs};

/// What the words before a stamp say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// The day of publication.
    Published,
    /// The day of the last change.
    Updated,
    /// The day a reader saved, printed or looked the page up: it bounds the day of publication.
    Saved,
    /// Nothing is said.
    Silent,
    /// Another article's, a picture's, an event's.
    Foreign,
}

/// Parts of words that label a stamp, lower case; they may be glued to what stands before.
/// English, German, French, Spanish, Italian, Portuguese, Dutch, Korean, Japanese; the first
/// row that fits decides.
const PARTS: &[(&str, Cue)] = &[
    ("updated", Cue::Updated),
    ("modified", Cue::Updated),
    ("revised", Cue::Updated),
    ("last edited", Cue::Updated),
    ("aktualisiert", Cue::Updated),
    ("mis à jour", Cue::Updated),
    ("mise à jour", Cue::Updated),
    ("actualizado", Cue::Updated),
    ("aggiornato", Cue::Updated),
    ("atualizado", Cue::Updated),
    ("bijgewerkt", Cue::Updated),
    ("수정", Cue::Updated),
    ("更新", Cue::Updated),
    ("publish", Cue::Published),
    ("posted", Cue::Published),
    ("created", Cue::Published),
    ("date:", Cue::Published),
    ("issued", Cue::Published),
    ("released", Cue::Published),
    ("veröffentlicht", Cue::Published),
    ("publié", Cue::Published),
    ("publicado", Cue::Published),
    ("pubblicato", Cue::Published),
    ("gepubliceerd", Cue::Published),
    ("입력", Cue::Published),
    ("등록", Cue::Published),
    ("승인", Cue::Published),
    ("송고", Cue::Published),
    ("발행", Cue::Published),
    ("기사입력", Cue::Published),
    ("公開", Cue::Published),
    ("掲載", Cue::Published),
    ("配信", Cue::Published),
];

/// Whole words before a stamp that is not the article's, lower case.
const FOREIGN: &[&str] = &[
    "copyright",
    "expires",
    "file",
    "joined",
    "photo",
    "photograph",
    "photos",
    "since",
    "taken",
    "until",
    "version",
];

/// Words for what a reader or a program does with a page that is published already.
const SAVED: &[&str] = &[
    "accessed",
    "archived",
    "captured",
    "clipped",
    "downloaded",
    "exported",
    "fetched",
    "printed",
    "retrieved",
    "saved",
    "visited",
];

/// What the words before the `n`-th stamp of row `i` say of it.
pub fn cue(text: &str, page: &Page, i: usize, n: usize) -> Cue {
    let row = &page.rows[i];
    let stamp = &row.stamps[n];
    let from = if n == 0 {
        row.line.span.start
    } else {
        row.stamps[n - 1].span.end
    };
    let mut before = Span::new(from, stamp.span.start).of(text).to_lowercase();
    if before
        .trim_matches(|c: char| !c.is_alphanumeric())
        .is_empty()
        && n == 0
        && let Some(above) = i.checked_sub(1).map(|i| &page.rows[i])
        && above.line.words <= 4
    {
        before = above.line.span.of(text).to_lowercase();
    }
    said(&before)
}

/// What these words, in lower case, say of the stamp behind them.
fn said(before: &str) -> Cue {
    let has = |words: &[&str]| runs(before).any(|word| words.contains(&word));
    if has(SAVED) {
        return Cue::Saved;
    }
    if let Some((_, cue)) = PARTS.iter().find(|(part, _)| before.contains(part)) {
        return *cue;
    }
    // "(@": the signature of an embedded post: "— Name (@name) June 3, 2025".
    if has(FOREIGN) || before.contains('©') || before.contains("(@") {
        return Cue::Foreign;
    }
    // What stands before a separator speaks of itself: "By Jana Moll, in News · 3 May 2023".
    let own = ['·', '•', '|', '–', '—']
        .iter()
        .filter_map(|mark| Some(before.rfind(*mark)? + mark.len_utf8()))
        .chain(before.rfind(" - ").map(|at| at + 3))
        .max()
        .map_or(before, |at| &before[at..]);
    if own.split_whitespace().count() > 7 {
        Cue::Foreign
    } else {
        Cue::Silent
    }
}
