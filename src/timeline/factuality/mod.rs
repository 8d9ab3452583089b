//! Whether a dated clause tells an event.

use std::ops::Range;

use chrono::NaiveDate;

use self::{
    modality::governing,
    near::{Near, Predication},
};
use super::{
    anchoring::{Governor, Nested, governor, noun_before, participle_before},
    clause::{Sentence, is_gerund, is_participle, is_past},
    lexicon as lex,
    words::Kind,
};
use crate::temporal::{Granularity, Timex, TimexType};

mod accounting_period;
mod attitude;
mod attributive_use;
mod comparison;
mod document_date;
mod features;
mod general_present;
mod intention;
mod interval_bound;
mod list_lead;
mod metadiscourse;
mod modality;
mod near;
mod polarity;
mod proper_name_use;
pub mod reason;
mod recurrence;
mod register;
mod statistic;
mod stative;
mod tense;
mod topic;
#[cfg(feature = "train")]
pub mod train;
mod underspecified;
mod verbs;
mod weights;

pub use super::anchoring::TriggerKind;
pub use features::Setting;
pub use reason::Reason;
pub use register::is_spoken;
pub use weights::{Weight, weights};

/// How a date is bound to the event that it dates.
#[derive(Clone, Debug)]
pub struct EventAnchor {
    /// To a verb, a participle or a noun.
    pub binding: TriggerKind,
    /// What is told inside the clause of the date, where that is not the clause itself.
    pub inner: Option<Nested>,
}

/// In what kind of text a sentence stands.
#[derive(Clone, Copy, Debug)]
pub struct Register {
    /// Under a picture.
    pub caption: bool,
    /// In a speech or conversation.
    pub spoken: bool,
    /// The day of publication.
    pub published: Option<NaiveDate>,
}

/// Whether a timex has a date that an event could have: a year or finer, no vague reference.
///
/// # Errors
///
/// The [`Reason`] why no event could have it.
pub fn datable(timex: &Timex) -> Result<(), &'static Reason> {
    match timex.kind {
        TimexType::Duration => return Err(&reason::DURATION),
        TimexType::Set => return Err(&reason::RECURRENCE),
        TimexType::Date | TimexType::Time => {}
    }
    if timex.value.ends_with("_REF") {
        return Err(&reason::VAGUE);
    }
    match timex.date {
        None => Err(&reason::UNRESOLVED),
        Some(date) if date.granularity > Granularity::Year => Err(&reason::TOO_COARSE),
        Some(_) => Ok(()),
    }
}

/// Decides whether the timex at the words `at` of `sentence` dates an event, and how it is bound.
///
/// # Errors
///
/// The first [`Reason`] of the table that holds.
pub fn assess(
    sentence: &Sentence<'_>,
    at: &Range<usize>,
    timex: &Timex,
    register: Register,
) -> Result<EventAnchor, &'static Reason> {
    let near = Near {
        sentence,
        at,
        timex,
        register,
    };
    if let Some(reason) = reason::of_date(&near) {
        return Err(reason);
    }
    let nested = match governor(sentence, at, timex.date, register.published) {
        Governor::Clause => None,
        Governor::Nested(nested) => Some(nested),
        Governor::None => return Err(&reason::NO_GOVERNOR),
    };
    let (range, verb) = if let Some(nested) = &nested {
        (nested.range.clone(), nested.verb)
    } else {
        let range = sentence.clauses[sentence.clause(at.start)].words.clone();
        let verb = governing(sentence, &range, at);
        (range, verb)
    };
    let predication = Predication {
        near,
        range,
        verb,
        nested: nested.as_ref(),
    };
    if let Some(reason) = reason::of_clause(&predication) {
        return Err(reason);
    }
    let binding = match &nested {
        Some(nested) => nested.binding,
        None => binding(sentence, &predication.range, at, register.caption)
            .ok_or(&reason::NOTHING_TOLD)?,
    };
    let verbal = matches!(binding, TriggerKind::Verb | TriggerKind::Gerund);
    match reason::of_verb(&predication).filter(|_| verbal) {
        Some(reason) => Err(reason),
        None => Ok(EventAnchor {
            binding,
            inner: nested,
        }),
    }
}

/// How far the weights have to lean against an event that the rules accept, in hundredths of the
/// logarithm of the odds: seven to one.
const AGAINST: i32 = 195;

/// How far they have to lean to an event that the rules refuse: two to one.
const FOR: i32 = 60;

/// The reasons that the weights may overrule: those that go by the form of a phrase. What grammar
/// decides (negated, conditional, asked, wished …) stands.
const OPEN: [&Reason; 2] = [&reason::ATTRIBUTIVE_USE, &reason::NOTHING_TOLD];

/// Weighs the rules' verdict on a dated expression with its features.
///
/// # Errors
///
/// The rules' [`Reason`], or "improbable" where they accept what the features speak
/// against.
pub fn weigh(
    setting: &Setting<'_, '_>,
    verdict: Result<EventAnchor, &'static Reason>,
) -> Result<EventAnchor, &'static Reason> {
    let odds = weights::odds(setting, verdict.as_ref().err().copied());
    match verdict {
        Ok(_) if odds < -AGAINST => Err(&reason::IMPROBABLE),
        Err(reason) if odds > FOR && OPEN.contains(&reason) => Ok(anchor(setting)),
        verdict => verdict,
    }
}

/// What a date is bound to whose reason was overruled: the clause around it where the rules find
/// nothing closer.
fn anchor(setting: &Setting<'_, '_>) -> EventAnchor {
    let Setting {
        sentence,
        at,
        timex,
        register,
        ..
    } = *setting;
    let clause = sentence.clauses[sentence.clause(at.start)].words.clone();
    match governor(sentence, at, timex.date, register.published) {
        Governor::Nested(nested) => EventAnchor {
            binding: nested.binding,
            inner: Some(nested),
        },
        Governor::Clause | Governor::None => EventAnchor {
            binding: binding(sentence, &clause, at, register.caption).unwrap_or(TriggerKind::Verb),
            inner: None,
        },
    }
}

/// The rows of the table of weights that hold of a dated expression, for the trainer.
#[cfg(feature = "train")]
#[must_use]
pub fn rows(setting: &Setting<'_, '_>, refused: Option<&'static Reason>) -> Vec<usize> {
    weights::rows(setting, refused).collect()
}

/// What the timex is bound to, if its clause tells anything.
fn binding(
    sentence: &Sentence<'_>,
    clause: &Range<usize>,
    at: &Range<usize>,
    caption: bool,
) -> Option<TriggerKind> {
    use super::clause::Opener;
    let opener = sentence.clauses[sentence.clause(at.start)].opener;
    let before = clause.start..at.start;
    if opener == Opener::Gerund && sentence.verb(clause.clone()).is_none_or(|v| v > at.start) {
        return Some(TriggerKind::Gerund);
    }
    // A noun right before the date, through its own prepositional phrases: "his visit in April".
    let verb = sentence.verb(before.clone());
    if participle_before(sentence, &before, verb).is_some() {
        return Some(TriggerKind::Participle);
    }
    if noun_before(sentence, &before).is_some() {
        return Some(TriggerKind::Noun);
    }
    if sentence.verb(clause.clone()).is_some() {
        return Some(TriggerKind::Verb);
    }
    // A clause without a verb of its own: a heading, a list item, an apposition.
    let group = sentence.words[clause.clone()]
        .iter()
        .filter(|w| w.kind == Kind::Word)
        .count();
    let eventful = sentence.words[clause.clone()]
        .iter()
        .any(|w| w.listed(lex::EVENTFUL) || is_past(w.text) || is_gerund(w.text));
    let whole = sentence.verb(0..sentence.words.len()).is_some();
    // "Founded in 1977, the museum …"
    let founded = clause.start == 0
        && is_participle(&sentence.words[0].text.to_lowercase())
        && at.start <= 4
        && sentence.words.get(at.end).is_some_and(|w| w.text == ",");
    if founded {
        return Some(TriggerKind::Verb);
    }
    // "On Monday, officials from the council, and others, met": the verb comes after the cut.
    let leads = clause.start == 0
        && (at.start == 0
            || sentence.words[0].listed(lex::PREPOSITIONS)
                && sentence.leading_adverbial(0, at.end.max(1)));
    // "In June, when the office extended it, the court ruled"
    let set_off = clause.end == at.end + 1 && sentence.words[at.end].text == ",";
    if leads && whole && (group >= 4 || set_off) {
        return Some(TriggerKind::Verb);
    }
    (group >= 4 && (eventful || caption && group >= 6) && (whole || eventful))
        .then_some(TriggerKind::Verb)
}
