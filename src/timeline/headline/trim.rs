//! What the line can do without: the date, asides, linking words, attributions.

use super::{
    super::{clause::is_gerund, lexicon as lex, words::Kind},
    Maker, Piece,
};

impl<'t> Maker<'_, 't> {
    /// Drops the date with its preposition.
    pub(super) fn drop_date(&self, pieces: &mut Vec<Piece<'t>>) {
        if self.at.is_empty() {
            return;
        }
        let span = self
            .word(self.at.start)
            .span
            .join(self.word(self.at.end - 1).span);
        let Some(first) = pieces.iter().position(|p| span.contains(p.word.span)) else {
            return;
        };
        let last = pieces
            .iter()
            .rposition(|p| span.contains(p.word.span))
            .unwrap_or(first);
        let mut from = first;
        while from > 0 && from + 4 > first {
            let word = &pieces[from - 1].word;
            let glue = word.any(&[
                "on", "in", "at", "by", "since", "during", "early", "late", "of", "from", "around",
                "about", "this", "the", "until", "through", "last", "next", "for", "after",
                "before",
            ]);
            if !glue
                || word.is("of")
                    && from >= 2
                    && !pieces[from - 2].word.any(&[
                        "end",
                        "start",
                        "beginning",
                        "as",
                        "morning",
                        "evening",
                    ])
            {
                break;
            }
            from -= 1;
        }
        if from > 0 && (pieces[from - 1].word.is("as") || pieces[from - 1].word.is("again")) {
            from -= 1;
        }
        let mut to = last + 1;
        if pieces.get(to).is_some_and(|p| p.word.is("of"))
            || (to < pieces.len()
                && pieces[to].text() == ","
                && (from == 0 || pieces[from - 1].text() == ","))
        {
            to += usize::from(pieces[to].text() == ",");
        }
        if from > 0 && pieces[from - 1].text() == "," && to >= pieces.len() {
            from -= 1;
        }
        pieces.drain(from..to);
    }

    /// Drops ", who …," and ", Deputy Secretary General of …," between a subject and its verb.
    pub(super) fn drop_apposition(&self, pieces: &mut Vec<Piece<'t>>) {
        let Some(open) = pieces.iter().take(14).position(|p| p.text() == ",") else {
            return;
        };
        if open == 0 {
            return;
        }
        let Some(close) = (open + 1..pieces.len().min(open + 36)).rev().find(|&i| {
            pieces[i].text() == ","
                && pieces
                    .get(i + 1)
                    .is_some_and(|p| self.is_verb(p) || p.word.is("also"))
        }) else {
            return;
        };
        if pieces[..open].iter().any(|p| self.is_verb(p)) {
            return;
        }
        let relative = pieces[open + 1]
            .word
            .any(&["who", "which", "whose", "where"]);
        let verbless = !pieces[open + 1..close].iter().any(|p| self.is_verb(p));
        // "Japan, Australia and New Zealand, …" is a list, not an apposition.
        let listing = pieces[open + 1..close].iter().any(|p| p.word.is("and"))
            && verbless
            && pieces[open + 1].word.capital()
            && !pieces[open + 1..close]
                .iter()
                .any(|p| p.word.listed(lex::TITLES));
        if relative || verbless && !listing {
            // "South Korea's National Security Adviser, Kim Sung-Han, announced": the name is worth keeping.
            let title = pieces[open - 1].word.listed(lex::TITLES);
            if title && close - open <= 5 {
                pieces.remove(close);
                pieces.remove(open);
            } else {
                pieces.drain(open..=close);
            }
        }
    }

    pub(super) fn is_verb(&self, piece: &Piece<'t>) -> bool {
        let range = self.sentence.covered(piece.word.span);
        piece.put.is_none()
            && range
                .clone()
                .next()
                .is_some_and(|i| self.sentence.finite(i))
    }
}

/// Drops what stands in brackets, and marks of mark-up.
pub(super) fn drop_asides(pieces: &mut Vec<Piece<'_>>) {
    let mut depth = 0_usize;
    pieces.retain(|p| match p.text() {
        "(" | "[" | "<" => {
            depth += usize::from(p.text() != "[");
            false
        }
        ")" | ">" => {
            depth = depth.saturating_sub(1);
            false
        }
        "]" | "*" | "_" | "#" | "\\" | "•" | "|" | "@" => false,
        _ => depth == 0,
    });
}

/// Drops linking words and adverbials before the subject.
pub(super) fn drop_head(pieces: &mut Vec<Piece<'_>>) {
    for _ in 0..4 {
        let Some(first) = pieces.first() else { return };
        let mark = first.word.kind == Kind::Mark
            && first.put.is_none()
            && !matches!(first.text(), "“" | "\"" | "$" | "‘");
        let link = first.put.is_none()
            && first.word.listed(lex::CONNECTORS)
            && pieces.get(1).is_some_and(|p| {
                p.text() == ","
                    || first
                        .word
                        .any(&["and", "but", "so", "also", "then", "thus"])
            });
        if mark || link {
            pieces.remove(0);
            continue;
        }
        // "In a written briefing, …", "According to reports, …"
        let comma = pieces.iter().take(18).position(|p| p.text() == ",");
        let adverbial = first.put.is_none()
            && (first.word.listed(lex::PREPOSITIONS)
                || first.word.any(&[
                    "according",
                    "following",
                    "amid",
                    "speaking",
                    "building",
                    "meeting",
                    "as",
                ])
                || is_gerund(first.word.text) && !first.word.listed(lex::TITLES));
        if let Some(comma) = comma
            && adverbial
            && pieces.len() - comma > 4
            && !pieces[..comma]
                .iter()
                .any(|p| p.word.any(&["is", "was", "were", "are", "will"]))
        {
            pieces.drain(..=comma);
            continue;
        }
        return;
    }
}

/// Drops ", said Lee", ", according to …", ", he added" at the end.
pub(super) fn drop_attribution(pieces: &mut Vec<Piece<'_>>) {
    let Some(comma) = pieces.iter().rposition(|p| p.text() == ",") else {
        return;
    };
    let tail = &pieces[comma + 1..];
    let says = tail
        .iter()
        .any(|p| p.word.listed(lex::SAYING) && !p.word.capital());
    let short = tail.len() <= 9;
    if comma >= 4 && (says && short || tail.first().is_some_and(|p| p.word.is("according"))) {
        pieces.truncate(comma);
    }
}

/// Adverbs that only link.
pub(super) fn drop_adverbs(pieces: &mut Vec<Piece<'_>>) {
    pieces.retain(|p| {
        p.put.is_some()
            || !p.word.any(&[
                "also",
                "previously",
                "recently",
                "reportedly",
                "already",
                "separately",
            ])
    });
    if pieces
        .first()
        .is_some_and(|p| p.put.is_none() && p.word.any(&["the", "a", "an", "this", "that"]))
        && pieces.len() > 3
    {
        pieces.remove(0);
    }
}
