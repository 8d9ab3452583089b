//! What tells one event, or one text, from another.

use super::{
    super::{
        actors::country,
        lexicon as lex,
        words::{Kind, Word},
    },
    found::Found,
};
use crate::text::{Span, fnv1a, lower::Lower, steps};

/// The telling words of a dated clause's sentence, its date left out.
pub(super) fn telling_words(found: &Found<'_>) -> Vec<(u64, bool)> {
    features(
        &found.sentence.words,
        std::slice::from_ref(&found.timex.span),
    )
}

/// How many features two sorted lists share.
#[must_use]
pub fn shared(a: &[(u64, bool)], b: &[(u64, bool)]) -> usize {
    steps::take(1);
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                i += 1;
                j += 1;
            }
        }
    }
    count
}

/// The telling words of a sentence, hashed, sorted; the words of `dates` left out.
pub(super) fn features(words: &[Word<'_>], dates: &[Span]) -> Vec<(u64, bool)> {
    let mut features: Vec<(u64, bool)> = Vec::with_capacity(words.len());
    let telling = words
        .iter()
        .enumerate()
        .filter(|(_, w)| w.kind != Kind::Mark && !dates.iter().any(|d| d.overlaps(w.span)))
        .filter(|(_, w)| w.text.len() > 2 || w.kind == Kind::Number)
        .map(|(i, w)| (i, w, w.base()))
        .filter(|(_, w, base)| {
            let owner = w.text.len() > base.len();
            let stops = lex::STOPWORDS.has(base) || owner && w.listed(lex::STOPWORDS);
            !stops && !lex::MONTHS_DAYS.has(base)
        })
        .map(|(i, w, base)| (stem_hash(base), w.capital() && i > 0));
    features.extend(telling);
    features.sort_unstable();
    features.dedup_by_key(|f| f.0);
    // They are kept as long as the timeline is.
    features.shrink_to_fit();
    features
}

/// Gatherings named with where they are held: "the summit in Madrid", "the Vilnius summit".
pub(super) fn gatherings(words: &[Word<'_>]) -> Vec<u64> {
    let mut found = Vec::new();
    for (i, noun) in words.iter().enumerate() {
        if !noun.listed(lex::GATHERINGS) {
            continue;
        }
        let place = |at: usize| {
            words
                .get(at)
                .filter(|w| w.kind == Kind::Word && w.capital() && !w.listed(lex::MONTHS_DAYS))
        };
        let skipped = usize::from(words.get(i + 2).is_some_and(|w| w.is("the")));
        let held = words
            .get(i + 1)
            .filter(|w| w.any(&["in", "at"]))
            .and_then(|_| place(i + 2 + skipped));
        let before = i.checked_sub(1).and_then(place);
        for place in [held, before].into_iter().flatten() {
            found.push(stem_hash(noun.base()) ^ stem_hash(place.base()).rotate_left(1));
        }
    }
    found
}

/// A hash of a word's stem: case, plural and verb endings aside; words for the same thing together.
pub(super) fn stem_hash(word: &str) -> u64 {
    if let Some(country) = country(word) {
        return fnv1a(country.bytes());
    }
    let (short, long);
    let lower = if word.is_ascii() && word.len() <= Lower::LONGEST {
        short = Lower::of(word);
        short.as_str()
    } else {
        long = word.to_lowercase();
        &long
    };
    if let Some(row) = lex::SAME.find(lower) {
        return fnv1a(row.1.bytes());
    }
    let stem = ["ing", "ies", "ed", "es", "s"]
        .iter()
        .find_map(|ending| lower.strip_suffix(ending).filter(|s| s.len() >= 3))
        .unwrap_or(lower);
    fnv1a(stem.trim_end_matches('e').bytes())
}

/// How many of the smallest hashes a sketch keeps.
pub(super) const SKETCH: usize = 48;

/// The smallest hashes of all runs of five words: equal texts have equal sketches, near ones near
/// (a bottom-k sketch; Broder 1997, "On the resemblance and containment of documents").
pub(super) fn sketch(words: &[Word<'_>]) -> Vec<u64> {
    let mut hashes = Vec::with_capacity(words.len());
    let spoken = words.iter().filter(|w| w.kind != Kind::Mark);
    hashes.extend(spoken.map(|w| fnv1a(w.text.bytes().map(|b| b.to_ascii_lowercase()))));
    let mut runs: Vec<u64> = hashes
        .windows(5)
        .map(|run| {
            let mixed = run
                .iter()
                .fold(7_u64, |all, h| all.rotate_left(9).wrapping_mul(31) ^ h);
            (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
        })
        .collect();
    if runs.len() > SKETCH {
        runs.select_nth_unstable(SKETCH);
        runs.truncate(SKETCH);
    }
    runs.sort_unstable();
    runs.dedup();
    runs
}
