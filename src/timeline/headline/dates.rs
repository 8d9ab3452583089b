//! A date goes from the middle of a line with its whole phrase, or stays.

use super::{
    super::{
        clause::{is_gerund, is_past},
        lexicon as lex,
        words::Kind,
    },
    Piece,
};

/// Words that a date takes with it when it goes.
const GLUE: &[&str] = &[
    "about",
    "after",
    "around",
    "at",
    "before",
    "by",
    "during",
    "early",
    "for",
    "from",
    "in",
    "last",
    "late",
    "later",
    "next",
    "of",
    "on",
    "over",
    "since",
    "the",
    "this",
    "through",
    "throughout",
    "until",
    "within",
];

/// Whether a word belongs to a date: a number, a month, a weekday.
fn dated(piece: &Piece<'_>) -> bool {
    let text = piece.word.text;
    piece.word.kind == Kind::Number
        || piece.word.listed(lex::MONTHS_DAYS)
        || piece
            .word
            .any(&["a.m.", "p.m.", "am", "pm", "noon", "midnight"])
        || matches!(text, "," | ":")
}

/// The pieces that go when the date `first..=last` goes, or `None` where the line needs it.
pub(super) fn date_phrase(
    pieces: &[Piece<'_>],
    first: usize,
    last: usize,
    is_verb: impl Fn(&Piece<'_>) -> bool,
) -> Option<(usize, usize)> {
    let before = |i: usize| i.checked_sub(1).map(|j| &pieces[j]);
    let comma = |i: usize| pieces.get(i).is_some_and(|p| p.text() == ",");
    if joined(pieces, first, last) {
        return None;
    }
    let (mut from, mut to) = whole_range(pieces, first, last, glue_start(pieces, first))?;
    if let Some(next) = pieces.get(to)
        && attached(next)
        && !is_verb(next)
    {
        return attributive(pieces, first, last, from);
    }
    let verb_next = pieces.get(to).is_some_and(&is_verb);
    if needed(pieces, first, from, verb_next) {
        return None;
    }
    if before(from).is_some_and(|p| p.word.any(&["again", "as", "back", "even", "just", "only"])) {
        from -= 1;
    }
    let led = before(from).is_some_and(|p| p.text() == ",");
    // "The sun, today, will": both commas go.
    if led && comma(to) && pieces.get(to + 1).is_some_and(&is_verb) {
        return Some((from - 1, to + 1));
    }
    if comma(to) && (led || from == 0) {
        to += 1;
    } else if led && to >= pieces.len() {
        from -= 1;
    }
    Some((from, to))
}

/// Whether the date is part of a compound: "the 10-6 curfew", "$2000".
fn joined(pieces: &[Piece<'_>], first: usize, last: usize) -> bool {
    let after = pieces.get(last + 1).is_some_and(|p| {
        p.word.span.start == pieces[last].word.span.end
            && p.word.kind == Kind::Mark
            && matches!(p.text(), "-" | "–" | "—" | "/" | "’" | "'")
    });
    let before = first.checked_sub(1).map(|i| &pieces[i]);
    after
        || before.is_some_and(|p| {
            p.word.span.end == pieces[first].word.span.start
                && matches!(p.text(), "-" | "–" | "/" | "$" | "€" | "£" | "#")
        })
}

/// Where the phrase of the date begins: "by the end of", "early in".
fn glue_start(pieces: &[Piece<'_>], first: usize) -> usize {
    let mut from = first;
    while from > 0 && from + 6 > first {
        let word = &pieces[from - 1].word;
        let part = from >= 2 && pieces[from - 2].word.any(PARTS);
        let of = word.is("of") && !part;
        let after_of = word.any(PARTS) && pieces[from].word.is("of");
        let length = word.is("for") && pieces[from].word.any(&["the", "a"]);
        // "turned himself in at noon": the first word belongs to the verb.
        let particle = word.any(&["in", "on", "over"]) && pieces[from].word.is("at");
        if of || length || particle || !word.any(GLUE) && !after_of {
            break;
        }
        from -= 1;
    }
    from
}

/// Parts of a time: "the end of June".
const PARTS: &[&str] = &[
    "ahead",
    "as",
    "beginning",
    "end",
    "evening",
    "middle",
    "morning",
    "start",
];

/// The date with the other half of its range: "between July and September", "on Tuesday and Wednesday".
fn whole_range(
    pieces: &[Piece<'_>],
    first: usize,
    last: usize,
    from: usize,
) -> Option<(usize, usize)> {
    let before = |i: usize| i.checked_sub(1).map(|j| &pieces[j]);
    let (mut from, mut to) = (from, last + 1);
    let between = before(first).is_some_and(|p| p.word.is("between"));
    let ranged = between || before(first).is_some_and(|p| p.word.is("from"));
    let next = pieces.get(to);
    if ranged || next.is_some_and(|p| p.word.any(&["and", "or"])) {
        let link = next.is_some_and(|p| {
            p.word.any(&["and", "to", "through", "until", "or"]) || p.text() == "–"
        });
        let rest = pieces[(to + 1).min(pieces.len())..]
            .iter()
            .take_while(|p| dated(p) && p.text() != ",")
            .count();
        if link && rest > 0 {
            to += 1 + rest;
        } else if between {
            return None;
        }
        from = from.min(first - usize::from(between));
    }
    // The second half alone cannot go.
    let second = from >= 2
        && pieces[from - 1].word.any(&["and", "to", "or", "than"])
        && dated(&pieces[from - 2]);
    (!second).then_some((from, to))
}

/// Whether the line cannot do without the date: its subject, its object, a name.
fn needed(pieces: &[Piece<'_>], first: usize, from: usize, verb_next: bool) -> bool {
    let before = from.checked_sub(1).map(|i| &pieces[i]);
    let bare = from == first;
    // "Today marks", "what today is"
    let subject = verb_next
        && bare
        && before.is_none_or(|p| {
            p.word.listed(lex::SUBORDINATORS)
                || p.word.any(&["and", "but", "what"])
                || matches!(p.text(), "," | "\"" | "“" | "‘" | "'")
        });
    // "into 2028", "a Monday", "is dated December 15"
    let governed = before.is_some_and(|p| {
        p.word.listed(lex::DETERMINERS) && !p.word.any(&["that", "all"])
            || p.word.listed(lex::PREPOSITIONS)
                && !p.word.any(&["as", "off", "out", "through", "up"])
            || bare
                && (p.word.possessive()
                    || p.word.any(&["is", "was", "are", "were", "than", "dated"]))
    });
    // "a white Christmas": the name of a day, described.
    let named = bare
        && first >= 2
        && pieces[first].word.capital()
        && !dated(&pieces[first])
        && pieces[first - 2]
            .word
            .any(&["a", "an", "the", "this", "no"]);
    subject || governed || named
}

/// Whether a word after a date can be the noun that the date describes: "the July meeting".
fn attached(piece: &Piece<'_>) -> bool {
    piece.put.is_none()
        && piece.word.kind == Kind::Word
        && !piece.word.capital()
        && !piece.word.listed(lex::PREPOSITIONS)
        && !piece.word.listed(lex::AUXILIARY)
        && !piece.word.listed(lex::SUBORDINATORS)
        && !piece.word.listed(lex::PRONOUNS)
        && !piece.word.listed(lex::DETERMINERS)
        && !piece.word.listed(lex::CONNECTORS)
        && (!is_gerund(piece.word.text) || piece.word.listed(lex::EVENTFUL))
        && !is_past(piece.word.text)
        && !piece.word.any(&[
            "or",
            "if",
            "than",
            "again",
            "alone",
            "as",
            "together",
            "here",
            "there",
            "not",
            "according",
            "what",
            "how",
        ])
        && !piece.word.text.ends_with("ly")
}

/// "a July 10 meeting" → "a meeting"; "Wednesday’s hearing" → "the hearing".
fn attributive(
    pieces: &[Piece<'_>],
    first: usize,
    last: usize,
    from: usize,
) -> Option<(usize, usize)> {
    let before = first.checked_sub(1).map(|i| &pieces[i].word);
    if pieces[last].word.possessive() {
        return (from == 0 && first == 0).then_some((0, last + 1));
    }
    // "the day", "this week" bring their own determiner: an adverbial after all.
    if pieces[first].word.any(&[
        "the",
        "this",
        "last",
        "next",
        "that",
        "today",
        "tomorrow",
        "yesterday",
        "tonight",
    ]) {
        return Some((from, last + 1));
    }
    match before {
        Some(word) if word.listed(lex::DETERMINERS) || word.possessive() => Some((first, last + 1)),
        _ => None,
    }
}
