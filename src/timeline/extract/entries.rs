//! The entries of a chronology: each is an event on its own date.
//!
//! "May 2, 2020: An inspector found rust in the hull." No verb of the sentence owns the date; the
//! row does ([`crate::corpus::Article`] finds the rows).

use super::{
    super::{
        clause::Sentence,
        event::{Phase, Role},
        factuality::TriggerKind,
        headline,
        words::{Kind, words},
    },
    Candidate, Reader,
    fate::Fates,
    features::{features, gatherings},
};
use crate::{
    temporal::{Date, Granularity, Timex},
    text::{Span, sentence::sentences_in},
};

/// The fewest words of an entry that tells something.
const LEAST: usize = 3;

impl Reader<'_> {
    /// The events of the entries that no clause of their own has told with their date.
    pub(super) fn entries(&self, told: &[Candidate], fates: &mut Fates<'_>) -> Vec<Candidate> {
        let mut found = Vec::new();
        // Both are in the order of the text: what was passed is not looked at again.
        let mut told = told.iter().peekable();
        for entry in &self.article.chronology {
            while told
                .next_if(|one| one.evidence.end <= entry.label.start)
                .is_some()
            {}
            let known = told.peek().is_some_and(|one| {
                one.evidence.start < entry.text.end && one.date.first == entry.date.first
            });
            let timex = self
                .timexes
                .partition_point(|t| t.span.end <= entry.label.start);
            let timex = self
                .timexes
                .get(timex)
                .filter(|t| t.span.overlaps(entry.label));
            if let Some(timex) = timex
                && !known
                && entry.date.granularity <= Granularity::Year
                && let Some(event) = self.entry(entry.text, entry.date, timex)
            {
                fates.told(timex);
                found.push(event);
            }
        }
        found
    }

    /// The event of an entry: what its first sentence says.
    fn entry(&self, span: Span, date: Date, timex: &Timex) -> Option<Candidate> {
        let text = &self.article.text;
        let evidence = *sentences_in(text, span).first()?;
        let sentence = Sentence::read(text, evidence, false);
        let count = sentence.words.iter().filter(|w| w.kind == Kind::Word);
        if count.count() < LEAST {
            return None;
        }
        let ahead = self.published().is_some_and(|day| date.first > day);
        let words = words(text, evidence);
        Some(Candidate {
            evidence,
            date,
            summary: headline::headline(&sentence, &(0..0), TriggerKind::Verb, self.cast),
            phase: if ahead { Phase::Planned } else { Phase::Past },
            role: Role::Background,
            actors: self.actors(evidence),
            place: None,
            features: features(&words, &[]),
            gatherings: gatherings(&words),
            timex: Timex {
                date: Some(date),
                ..timex.clone()
            },
            caption: false,
        })
    }
}
