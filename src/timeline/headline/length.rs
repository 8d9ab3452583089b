//! Brings a line to its length, where a phrase ends.

use super::{
    super::{clause::is_gerund, lexicon as lex},
    LONGEST, Maker, Piece,
    line::render,
};

impl<'t> Maker<'_, 't> {
    /// Brings the line to its length.
    pub(super) fn shorten(&self, mut pieces: Vec<Piece<'t>>) -> Vec<Piece<'t>> {
        let long = |pieces: &[Piece<'_>]| render(pieces).chars().count() > LONGEST;
        if long(&pieces) {
            cut_at(&mut pieces, |p, next| {
                p.text() == ";"
                    || p.text() == ","
                        && next.is_some_and(|n| {
                            n.word.any(&[
                                "which",
                                "who",
                                "including",
                                "where",
                                "as",
                                "while",
                                "with",
                                "adding",
                                "saying",
                                "after",
                                "according",
                                "such",
                                "bringing",
                                "whose",
                            ]) || next.is_some_and(|n| is_gerund(n.word.text))
                        })
            });
        }
        if long(&pieces) {
            self.shorten_titles(&mut pieces);
        }
        if long(&pieces) {
            cut_at(&mut pieces, |p, _| matches!(p.text(), "—" | "–" | ";"));
        }
        if long(&pieces) {
            cut_phrase(&mut pieces);
        }
        pieces
    }
}

/// Cuts at the last place of the first ones that `here` names, where enough is left.
fn cut_at(pieces: &mut Vec<Piece<'_>>, here: impl Fn(&Piece<'_>, Option<&Piece<'_>>) -> bool) {
    let found = (4..pieces.len()).rev().find(|&i| {
        let length = render(&pieces[..i]).chars().count();
        here(&pieces[i], pieces.get(i + 1)) && (30..=LONGEST).contains(&length)
    });
    if let Some(i) = found {
        pieces.truncate(i);
    }
}

/// Cuts where a phrase ends, as late as the length allows.
fn cut_phrase(pieces: &mut Vec<Piece<'_>>) {
    let mut best = None;
    let mut any = None;
    let mut length = 0;
    for (i, piece) in pieces.iter().enumerate() {
        if i > 0 && length <= LONGEST {
            let before = &pieces[i - 1];
            let weak = before.put.is_none()
                && (before.word.listed(lex::PREPOSITIONS)
                    || before.word.listed(lex::DETERMINERS)
                    || before.word.listed(lex::AUXILIARY)
                    || before.word.listed(lex::SUBORDINATORS)
                    || before.word.listed(lex::SAYING)
                    || before
                        .word
                        .any(&["and", "or", "but", "to", "not", "of", "as", "than", "more"])
                    || before.word.possessive()
                    || is_gerund(before.word.text));
            let opens = piece.put.is_none()
                && (piece.word.listed(lex::PREPOSITIONS) && !piece.word.any(&["of", "per"])
                    || piece.word.listed(lex::SUBORDINATORS)
                    || piece.word.any(&["and", "as", "but", "to", "following"])
                    || piece.text() == ","
                    || piece.text() == ";"
                    || piece.text() == ":");
            if !weak {
                any = Some(i);
                if opens && length >= 30 {
                    best = Some(i);
                }
            }
        }
        length = render(&pieces[..=i]).chars().count();
        if length > LONGEST && best.is_some() {
            break;
        }
    }
    if let Some(i) = best.or(any) {
        pieces.truncate(i);
    }
}
