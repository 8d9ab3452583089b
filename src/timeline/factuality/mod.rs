//! Whether a dated clause tells an event.

use std::ops::Range;

use chrono::NaiveDate;

use self::{
    attributive_use::{is_feast, is_label},
    intention::is_aim,
    interval_bound::is_edge,
    list_lead::{is_bare, opens_list},
    modality::{governing, is_wish, unsettled},
    pointer::{is_greeting, is_ground_rule, is_hope, is_pointer, is_topic},
    proper_name_use::is_name,
    register::{in_loose_quotation, is_asked, is_formula, is_talk},
    statistic::is_measure,
    stative::{is_duty, is_state, lasting},
    underspecified::is_loose,
};
use super::{
    anchoring::{Governor, Nested, governor, noun_before, participle_before},
    clause::{Sentence, is_gerund, is_participle, is_past},
    lexicon as lex,
    words::Kind,
};
use crate::temporal::{Anchor, AnchorSource, Granularity, Timex, TimexType};

mod attributive_use;
mod intention;
mod interval_bound;
mod limit;
mod list_lead;
mod modality;
mod near;
mod pointer;
mod proper_name_use;
mod register;
mod speech;
mod statistic;
mod stative;
mod underspecified;
mod verbs;

pub use super::anchoring::TriggerKind;
pub use register::is_spoken;

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
#[must_use]
pub fn datable(timex: &Timex) -> bool {
    matches!(timex.kind, TimexType::Date | TimexType::Time)
        && !timex.value.ends_with("_REF")
        && timex
            .date
            .is_some_and(|date| date.granularity <= Granularity::Year)
}

/// Decides whether the timex at the words `at` of `sentence` dates an event, and how it is bound.
#[must_use]
pub fn assess(
    sentence: &Sentence<'_>,
    at: &Range<usize>,
    timex: &Timex,
    register: Register,
) -> Option<EventAnchor> {
    let coarse = timex
        .date
        .is_some_and(|d| d.granularity >= Granularity::Month);
    let year = timex
        .date
        .is_some_and(|d| d.granularity >= Granularity::Year);
    let ahead = timex
        .date
        .zip(register.published)
        .is_some_and(|(date, published)| date.first > published);
    if is_label(sentence, at, coarse, year) || in_loose_quotation(sentence, at, timex) {
        return None;
    }
    if is_name(sentence, at, coarse)
        || is_edge(sentence, at, coarse)
        || is_loose(sentence, at, timex, register.published)
        || is_aim(sentence, at, coarse, ahead)
        || opens_list(sentence, at)
        || lasting(sentence, at)
        || is_duty(sentence, at)
        || is_same(sentence, at, timex, register)
    {
        return None;
    }
    let inner = match governor(sentence, at, timex.date, register.published) {
        Governor::Clause => None,
        Governor::Nested(inner) => Some(inner),
        Governor::None => return None,
    };
    let (range, verb) = if let Some(inner) = &inner {
        (inner.range.clone(), inner.verb)
    } else {
        let range = sentence.clauses[sentence.clause(at.start)].words.clone();
        let verb = governing(sentence, &range, at);
        (range, verb)
    };
    if is_idle(
        sentence,
        at,
        timex,
        register,
        (&range, verb, inner.as_ref()),
    ) {
        return None;
    }
    let binding = match &inner {
        Some(inner) => inner.binding,
        None => binding(sentence, &range, at, register.caption)?,
    };
    let verbal = matches!(binding, TriggerKind::Verb | TriggerKind::Gerund);
    let open = verbal
        && (is_state(sentence, &range, at, verb)
            || is_wish(sentence, &range, at, verb)
            || is_measure(sentence, &range, at, verb, coarse)
            || inner.is_none() && is_bare(sentence, at));
    (!open).then_some(EventAnchor { binding, inner })
}

/// Whether what the date belongs to is talk, a formula, or said without a deed.
///
/// The last part: the words that tell it, their verb, and whether they stand inside a clause.
fn is_idle(
    sentence: &Sentence<'_>,
    at: &Range<usize>,
    timex: &Timex,
    register: Register,
    (range, verb, inner): (&Range<usize>, Option<usize>, Option<&Nested>),
) -> bool {
    // What a noun tells by itself is told whoever speaks and whatever the sentence says of it.
    let noun = inner.is_some_and(|inner| inner.verb.is_none());
    let talk = if noun {
        is_asked(sentence)
    } else {
        is_talk(sentence, range, at, verb, register.spoken)
    };
    if talk
        || is_formula(sentence)
        || is_greeting(sentence)
        || is_hope(sentence, at)
        || is_ground_rule(sentence, at)
        || is_topic(sentence, at)
        || is_feast(sentence, at, timex)
    {
        return true;
    }
    if unsettled(sentence, range, at)
        || speech::is_repeated(sentence, at)
        || speech::is_what(sentence, range, verb)
        || (register.spoken || sentence.quoted[at.start])
            && (speech::is_empty(sentence, range, at, verb, timex)
                || verb.is_some_and(|verb| is_pointer(sentence, range, at, verb)))
    {
        return true;
    }
    register.spoken && inner.is_some_and(|i| i.aside) && is_present(sentence, verb, timex, register)
}

/// "who is here today", "who was with us last week": where somebody is, said in passing; what
/// "is opening on Saturday" is a plan.
fn is_present(
    sentence: &Sentence<'_>,
    verb: Option<usize>,
    timex: &Timex,
    register: Register,
) -> bool {
    let Some(verb) = verb else { return false };
    let next = sentence.words.get(verb + 1..verb + 3).unwrap_or_default();
    let done = next.iter().any(|w| is_participle(w.text));
    let ahead = timex
        .date
        .zip(register.published)
        .is_some_and(|(date, published)| date.first > published);
    let planned = ahead && next.iter().any(|w| is_gerund(w.text));
    sentence.words[verb].any(&["am", "are", "is", "was", "were"]) && !done && !planned
}

/// "the same year" with no year named before but that of writing: the same as each other,
/// whichever that was.
fn is_same(sentence: &Sentence<'_>, at: &Range<usize>, timex: &Timex, register: Register) -> bool {
    let words = &sentence.words[at.clone()];
    let year = words.iter().any(|w| w.is("year"));
    let written = |anchor: &Anchor| {
        anchor.source == AnchorSource::Published || year && Some(anchor.date) == register.published
    };
    words.iter().any(|w| w.is("same")) && timex.anchor.as_ref().is_none_or(written)
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

/// Whether the word `i` is one that the date before it could describe: no word that a
/// sentence is built with, no verb.
fn is_describable(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.words.get(i).is_some_and(|w| {
        w.kind == Kind::Word
            && !w.function()
            && !w.any(&["or", "as", "than"])
            && !sentence.finite(i)
    })
}
