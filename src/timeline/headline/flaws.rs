//! What is wrong with a line, so that the best of several can be taken.

use super::{
    super::{
        clause::{is_gerund, is_participle, is_past},
        factuality::TriggerKind,
        lexicon as lex,
        words::Kind,
    },
    Maker, Piece,
};

use crate::text::Span;

impl<'t> Maker<'_, 't> {
    /// How far the line is from a sentence that can stand alone; 0 when nothing is wrong with it.
    pub(super) fn flaws(&self, pieces: &[Piece<'t>], line: &str, binding: TriggerKind) -> usize {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (Some(first), Some(last)) = (pieces.first(), words.last()) else {
            return 100;
        };
        let length = line.chars().count();
        let short = match length {
            0..8 => 8,
            8..16 => 3,
            16..24 => 1,
            _ => 0,
        };
        let named = pieces.iter().any(|p| {
            p.put.is_some() || p.word.capital() && p.word.span.start > first.word.span.start
        });
        let verb = pieces.iter().skip(1).any(|p| {
            self.is_verb(p) || p.put.is_some() && p.word.listed(lex::AUXILIARY) || p.text() == "to"
        }) || pieces.get(1).is_some_and(|p| p.put.is_some())
            || first.put.is_some() && is_past(first.word.text);
        let happening = pieces
            .iter()
            .any(|p| is_participle(p.word.text) || p.word.listed(lex::EVENTFUL));
        let headless = first.put.is_none() && first_is_weak(first);
        let standing = match binding {
            TriggerKind::Participle => !happening,
            TriggerKind::Noun => !happening || !named || words.len() < 3,
            _ => !(verb || happening && words.len() >= 4),
        };
        let cut =
            lex::SAYING.has(last) && last.starts_with(char::is_lowercase) || line.ends_with('…');
        short
            + 4 * usize::from(headless)
            + 4 * usize::from(standing)
            + 3 * usize::from(cut)
            + usize::from(first.put.is_none() && first.word.any(VAGUE))
    }

    /// Whether a line for what is told inside a clause says enough to stand alone.
    ///
    /// `head`: the first word before the line was tidied.
    pub(super) fn stands(
        &self,
        pieces: &[Piece<'t>],
        line: &str,
        binding: TriggerKind,
        head: Option<Span>,
    ) -> bool {
        let Some(first) = pieces.first() else {
            return false;
        };
        let words = line.split_whitespace().count();
        let own = first.put.is_none() || first.word.text.eq_ignore_ascii_case(first.text());
        // "He won it", "Our talks", "Got sworn": nobody knows who.
        let head = head.map_or("", |span| span.of(self.sentence.text));
        let pointing = ["her", "his", "its", "my", "our", "their", "your", "who"]
            .iter()
            .any(|w| head.eq_ignore_ascii_case(w));
        let nobody = own && (pointing || first.word.listed(lex::PRONOUNS));
        let empty = line.rsplit(' ').next().is_some_and(|w| lex::SAYING.has(w)) && words < 4;
        let headless = own && is_past(&first.text().to_lowercase());
        let named = pieces
            .iter()
            .skip(1)
            .any(|p| p.put.is_some() || p.word.capital())
            || !own;
        let noun = binding == TriggerKind::Noun && !named;
        !empty && words >= 2 + usize::from(noun || headless) + 2 * usize::from(nobody)
    }
}

/// Whether a line cannot begin with this word: it only hangs on to something before.
fn first_is_weak(first: &Piece<'_>) -> bool {
    let word = &first.word;
    word.kind == Kind::Mark && !matches!(word.text, "“" | "\"" | "$" | "‘" | "£" | "€" | "¥")
        || word.listed(lex::SUBORDINATORS) && !word.any(&["that"])
        || word.listed(lex::PREPOSITIONS)
        || word.any(&[
            "to", "and", "or", "but", "than", "those", "himself", "herself",
        ])
        || word.listed(lex::AUXILIARY)
        || is_past(&word.text.to_lowercase())
            && !word.listed(lex::EVENTFUL)
            && !word.listed(lex::TITLES)
        || is_gerund(word.text) && !word.capital()
}

/// Words that say too little at the head of a line, though the line is a sentence.
const VAGUE: &[&str] = &[
    "he", "her", "his", "it", "its", "she", "that", "that's", "that’s", "their", "there", "these",
    "they", "this",
];
