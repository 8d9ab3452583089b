//! What the tense of a verb says together with the side of publication that its date lies on.

use std::ops::Range;

use super::{
    super::{
        clause::{is_participle, is_past},
        lexicon as lex,
    },
    near::{Near, Predication},
};
use crate::language::{Class, Penn, en};

/// "Analysts see growth coming back in 2025": somebody foresees it for a month or year ahead; "expects to
/// open it in 2026" is a plan.
pub(super) fn is_foreseen(predication: &Predication<'_, '_>) -> bool {
    let near = &predication.near;
    predication.verb.is_some_and(|verb| {
        let word = &near.words()[verb];
        let present = matches!(near.sentence.tags[verb], Penn::Vbz | Penn::Vbp);
        let sees = en::lemma_of(word.text, near.sentence.tags[verb]);
        let plan = near.words().get(verb + 1).is_some_and(|w| w.is("to"));
        let foresees = [
            "anticipate",
            "envisage",
            "expect",
            "foresee",
            "predict",
            "see",
        ];
        present && near.ahead() && near.coarse() && !plan && foresees.contains(&sees.as_ref())
    })
}

/// "Hobbyists paint miniatures on the weekend", "Many earn more today": the simple present of a date
/// that does not lie ahead tells what is done as a rule. What somebody says is news in the present,
/// too, and captions tell in it what a picture shows.
pub(super) fn is_present_habit(predication: &Predication<'_, '_>) -> bool {
    let near = &predication.near;
    predication.verb.is_some_and(|verb| {
        let present = matches!(near.sentence.tags[verb], Penn::Vbz | Penn::Vbp);
        let auxiliary = near.words()[verb].listed(lex::AUXILIARY);
        let says = near.sentence.is_a(verb, Class::Report);
        // "beat", "cut": the past looks the same.
        let past = is_past(near.words()[verb].text);
        // "helped them win it in 1994": an infinitive without "to".
        let infinitive = (predication.range.start..verb).any(|i| near.sentence.finite(i));
        // "Founded in 1977, the museum keeps the ships": the date is the participle's.
        let first = near.words()[0].text.to_lowercase();
        let fronted = verb > near.at.end && is_participle(&first);
        present
            && !past
            && !infinitive
            && !fronted
            && !auxiliary
            && !says
            && !near.ahead()
            && !near.register.caption
    })
}

/// "The probe should land on May 21", "Its owners must appear in court on June 5": a modal verb with a
/// day that lies ahead tells a plan; of people it says what they ought to do, unless they must.
pub(super) fn is_due(near: &Near<'_, '_>, clause: &Range<usize>, verb: usize) -> bool {
    let words = near.words();
    let should = words[verb].is("should") && near.ahead();
    let must = words[verb].is("must") && near.is_day_ahead();
    let subject = (clause.start..verb).rev().find(|&i| {
        matches!(
            near.sentence.tags[i],
            Penn::Nn | Penn::Nns | Penn::Nnp | Penn::Nnps | Penn::Prp
        )
    });
    let thing = subject.is_some_and(|i| {
        matches!(near.sentence.tags[i], Penn::Nn | Penn::Nns) && !near.sentence.is_people(i)
    });
    let once = (verb + 1..words.len().min(verb + 4)).any(|i| near.sentence.is_once(i));
    let deed = (verb + 1..words.len().min(verb + 4)).any(|i| near.sentence.is_deed(i));
    must && deed || once && should && thing
}
