//! What becomes of each dated expression of a text: an event, or the reason why none.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::super::factuality::{Reason, datable, reason};
use crate::{temporal::Timex, text::Span};

/// The expressions of a text with what became of each.
pub(super) struct Fates<'t> {
    timexes: &'t [Timex],
    reasons: Vec<Option<&'static Reason>>,
    /// How many of them an event could have.
    datable: usize,
    /// The dates that were read so far, as their first and last day.
    given: HashSet<(NaiveDate, NaiveDate)>,
    /// What the trainer learns from: for the expression at a place, the rows that hold of it.
    #[cfg(feature = "train")]
    pub(super) rows: Vec<(usize, Vec<usize>)>,
}

impl<'t> Fates<'t> {
    /// Nothing is read yet: all of them stand outside of what events are read from.
    pub(super) fn new(timexes: &'t [Timex]) -> Self {
        Self {
            timexes,
            reasons: vec![Some(&reason::OUTSIDE_BODY); timexes.len()],
            datable: timexes.iter().filter(|t| datable(t).is_ok()).count(),
            given: HashSet::new(),
            #[cfg(feature = "train")]
            rows: Vec::new(),
        }
    }

    /// How many expressions of the text an event could have.
    pub(super) fn datable(&self) -> usize {
        self.datable
    }

    /// Whether the text gave the date of `timex` before; from now on it did.
    pub(super) fn repeats(&mut self, timex: &Timex) -> bool {
        timex
            .date
            .is_some_and(|date| !self.given.insert((date.first, date.last)))
    }

    /// Remembers for the trainer what holds of `timex`.
    #[cfg(feature = "train")]
    pub(super) fn learn(&mut self, timex: &Timex, rows: Vec<usize>) {
        let at = (self.timexes).partition_point(|t| t.span.start < timex.span.start);
        self.rows.push((at, rows));
    }

    /// The expressions that begin inside `span`; they are read now.
    pub(super) fn inside(&mut self, span: Span) -> &'t [Timex] {
        let from = self.timexes.partition_point(|t| t.span.end <= span.start);
        let count = self.timexes[from..].partition_point(|t| t.span.start < span.end);
        let inside = &self.timexes[from..from + count];
        for (timex, slot) in inside.iter().zip(&mut self.reasons[from..]) {
            *slot = Some(datable(timex).err().unwrap_or(&reason::TOO_LONG));
        }
        inside
    }

    /// `timex` dates an event.
    pub(super) fn told(&mut self, timex: &Timex) {
        self.put(timex, None);
    }

    /// `timex` dates none, for this reason.
    pub(super) fn refuse(&mut self, timex: &Timex, reason: &'static Reason) {
        self.put(timex, Some(reason));
    }

    fn put(&mut self, timex: &Timex, reason: Option<&'static Reason>) {
        let at = self
            .timexes
            .partition_point(|t| t.span.start < timex.span.start);
        if let Some(slot) = self.reasons.get_mut(at) {
            *slot = reason;
        }
    }

    /// For each expression, in order, the reason why it dates no event.
    pub(super) fn reasons(self) -> Vec<Option<&'static Reason>> {
        self.reasons
    }
}
