//! What the line can do without: the date, asides, linking words, attributions.

use super::{
    super::{
        clause::{is_gerund, is_participle, is_past},
        lexicon as lex,
        words::Kind,
    },
    Maker, Piece,
    dates::date_phrase,
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
        if let Some((from, to)) = date_phrase(pieces, first, last, |p| self.is_verb(p)) {
            pieces.drain(from..to);
        }
    }

    /// Drops " – which …, – " between a subject and its verb.
    pub(super) fn drop_dashes(&self, pieces: &mut Vec<Piece<'t>>) {
        let dash = |p: &Piece<'_>| p.put.is_none() && matches!(p.text(), "-" | "–" | "—");
        let Some(open) = pieces.iter().take(14).position(dash) else {
            return;
        };
        let close = (open + 2..pieces.len().min(open + 40)).find(|&i| dash(&pieces[i]));
        let Some(close) = close else { return };
        let goes_on = pieces
            .get(close + 1)
            .is_some_and(|p| self.is_verb(p) || p.word.any(&["all", "also", "both"]));
        if open > 0 && goes_on && !pieces[..open].iter().any(|p| self.is_verb(p)) {
            pieces.drain(open..=close);
        }
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
        let participial = pieces
            .get(open + 1)
            .is_some_and(|p| is_participle(p.word.text));
        let verbless = participial || !pieces[open + 1..close].iter().any(|p| self.is_verb(p));
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
                .is_some_and(|i| self.sentence.by_form(i))
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
        let aside = first.put.is_none()
            && pieces.len() > 4
            && pieces[1].text() == ","
            && (first.word.any(ASIDES) || first.word.text.ends_with("ly"));
        // "I mean, …", "you know, …"
        let filler = pieces.len() > 6
            && pieces[2].text() == ","
            && (first.word.is("i") && pieces[1].word.is("mean")
                || first.word.is("you") && pieces[1].word.is("know"));
        if filler {
            pieces.drain(..3);
            continue;
        }
        if mark || link || aside {
            pieces.remove(0);
            continue;
        }
        if let Some(comma) = time_phrase(pieces) {
            pieces.drain(..=comma);
            continue;
        }
        // "when the mayor announced it, …"
        if first.put.is_none()
            && first
                .word
                .any(&["after", "although", "as", "because", "when", "while"])
            && let Some(comma) = pieces.iter().take(24).position(|p| p.text() == ",")
            && comma > 2
            && pieces.len() - comma > 4
        {
            let past = |part: &[Piece<'_>]| part.iter().any(|p| is_past(p.word.text));
            if past(&pieces[..comma]) && !past(&pieces[comma..]) {
                // What happened then is told by the clause itself.
                pieces.truncate(comma);
                pieces.remove(0);
            } else {
                pieces.drain(..=comma);
            }
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
                    "pursuant",
                    "prior",
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

/// Words before a comma at the head that say nothing of what happened.
const ASIDES: &[&str] = &[
    "first",
    "folks",
    "just",
    "last",
    "likewise",
    "lastly",
    "look",
    "next",
    "now",
    "ok",
    "okay",
    "second",
    "so",
    "third",
    "today",
    "tomorrow",
    "tonight",
    "well",
    "yeah",
    "yes",
    "yesterday",
];

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
        .is_some_and(|p| p.put.is_none() && p.word.any(&["the", "a", "an"]))
        && pieces.len() > 3
    {
        pieces.remove(0);
    }
}

/// Where the comma stands after a phrase of time at the head: "This afternoon,", "Thirty years ago,".
fn time_phrase(pieces: &[Piece<'_>]) -> Option<usize> {
    let comma = pieces.iter().take(8).position(|p| p.text() == ",")?;
    let first = &pieces[..comma].first()?.word;
    let last = &pieces[comma - 1].word;
    let counted = pieces.get(1).is_some_and(|p| {
        p.word.any(TIMES)
            || p.word
                .text
                .strip_suffix('s')
                .is_some_and(|one| TIMES.contains(&one))
    }) && pieces
        .get(2)
        .is_some_and(|p| p.word.any(&["after", "before"]));
    let led = first.any(&[
        "this", "last", "next", "earlier", "later", "that", "one", "every",
    ]) && last.any(TIMES);
    (pieces.len() - comma > 3 && (last.any(&["ago", "later", "earlier"]) || led || counted))
        .then_some(comma)
}

/// Nouns of time that a leading phrase may end in.
const TIMES: &[&str] = &[
    "afternoon",
    "day",
    "evening",
    "fall",
    "month",
    "morning",
    "night",
    "spring",
    "summer",
    "time",
    "week",
    "weekend",
    "winter",
    "year",
];
