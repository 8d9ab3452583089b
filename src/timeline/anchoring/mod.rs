//! What a date belongs to: the clause around it, or something told inside that clause.
//!
//! "He will visit a town that he won in 2020" tells of no visit in 2020. What stands inside a
//! relative clause, behind a noun or in a phrase at the head has its own date; the clause around
//! it has another one or none.

use std::ops::Range;

use chrono::NaiveDate;

use self::attachment::Attachment;
pub use self::before::{noun_before, participle_before};
pub(super) use self::noun::{list_start, phrase_start, verb_after};
use super::clause::Sentence;
use crate::temporal::Date;

mod agree;
mod attachment;
mod before;
mod noun;
mod opener;
mod phrase;
mod relative;

/// How the date of a clause is bound to what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TriggerKind {
    /// To a verb of its clause.
    Verb,
    /// To a participle after a noun: "a body established last year".
    Participle,
    /// To a gerund: "since taking office this month".
    Gerund,
    /// To a noun that names something that happens: "the talks on Tuesday".
    Noun,
}

/// What a date belongs to.
#[derive(Clone, Debug)]
pub enum Governor {
    /// The clause around it, as far as is seen here.
    Clause,
    /// Something told inside that clause.
    Nested(Nested),
    /// Nothing that happens: "since the latest update in January".
    None,
}

/// Something told inside a clause, with a date of its own.
#[derive(Clone, Debug)]
pub struct Nested {
    /// How the date is bound to it.
    pub binding: TriggerKind,
    /// Its words in the order that tells it: "a town that he won in 2020" → "he won", "a town", "in 2020".
    pub parts: Vec<Range<usize>>,
    /// Where it stands in the sentence, from the word that opens it.
    pub range: Range<usize>,
    /// The finite verb that the date stands with.
    pub verb: Option<usize>,
    /// Whether the sentence only mentions it: no verb of the sentence itself tells it.
    pub aside: bool,
}

/// What the date at the words `at` belongs to; `published` is the day of publication.
#[must_use]
pub fn governor(
    sentence: &Sentence<'_>,
    at: &Range<usize>,
    date: Option<Date>,
    published: Option<NaiveDate>,
) -> Governor {
    let site = Attachment::new(sentence, at, date);
    site.detached()
        .or_else(|| site.owned())
        .or_else(|| site.relative())
        .or_else(|| site.reached())
        .or_else(|| site.embedded())
        .or_else(|| site.conjunct())
        .or_else(|| site.set_off_participle())
        .or_else(|| site.against(published?))
        .unwrap_or(Governor::Clause)
}
