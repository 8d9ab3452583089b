//! The one user of fuzzy-matcher.
//!
//! `SkimMatcherV2` 0.3.7 mis-scores when it is used twice (its matrix keeps
//! bonuses of the text before), so every score comes from a fresh matcher. It
//! is slow (about 2 µs a headline) and therefore only asked about the items that
//! the engine could not rule out.

use fuzzy_matcher::{
    FuzzyMatcher,
    skim::{SkimMatcherV2, SkimScoreConfig},
};

/// Points for a matched letter.
pub(super) const MATCH: u8 = 16;
/// More points where the letter begins a word.
pub(super) const START: u8 = 8;
/// More points where the letter follows the one matched before it.
pub(super) const ADJACENT: u8 = 4;
/// Points lost where a gap begins, its first letter included.
pub(super) const GAP: u8 = 4;
/// Points lost for each further letter of a gap.
pub(super) const WIDER: u8 = 1;

/// The settings: both letters are folded, so there is no case to mismatch; any
/// break of a word counts the same; and the first letter of a text counts no
/// more than that of any other word, for headlines begin with any word.
fn settings() -> SkimScoreConfig {
    SkimScoreConfig {
        score_match: i32::from(MATCH),
        gap_start: i32::from(WIDER) - i32::from(GAP),
        gap_extension: -i32::from(WIDER),
        bonus_first_char_multiplier: 1,
        bonus_head: i32::from(START),
        bonus_break: i32::from(START),
        bonus_consecutive: i32::from(ADJACENT),
        penalty_case_mismatch: 0,
        ..SkimScoreConfig::default()
    }
}

/// How well the letters of `term` match `text` in order, and which letters of
/// `text` they are (indices of characters, ascending). Both have to be folded.
///
/// ```
/// use dateline::search::fuzzy::score;
/// let (high, letters) = score("mark rutte", "rutte").unwrap();
/// assert_eq!(letters, [5, 6, 7, 8, 9]);
/// let (low, _) = score("mark runs the test", "rutte").unwrap();
/// assert!(high > low);
/// assert!(score("mark", "rutte").is_none());
/// ```
#[must_use]
pub fn score(text: &str, term: &str) -> Option<(i64, Vec<usize>)> {
    SkimMatcherV2::default()
        .ignore_case()
        .score_config(settings())
        .fuzzy_indices(text, term)
}

/// Whether the matcher takes the letter after this one for the start of a word
/// (`CharType` and `CharRole` of its `skim.rs`, for folded letters).
pub(super) fn is_break(before: char) -> bool {
    matches!(before,
        '\0' | ' ' | '/' | '\\' | '|' | '(' | ')' | '[' | ']' | '{' | '}'
        | '!'..='\'' | '*'..='.' | ':'..='@' | '^'..='`' | '~')
}
