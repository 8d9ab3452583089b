//! Ranges of times whose first takes its half of the day from the second: "5-8pm", "9:30-11 a.m.
//! Tuesday", "November 11, 5-8pm". Two times that are each written in full are two expressions.

use super::{Clock, Expression, Found, Reader, When};
use crate::text::token::Gap;

impl Reader<'_> {
    /// A range of times from `first`, which ends at `end`, of an expression that begins at `i`: its
    /// day stands before it, as `when` says, or behind it.
    pub(super) fn hours(
        &self,
        i: usize,
        end: usize,
        when: Option<When>,
        first: Clock,
    ) -> Option<Found> {
        if !self.mark(end, b'-') || self.token(end + 1).gap > Gap::Space {
            return None;
        }
        let told = |from: usize, end: usize| (from..end).any(|at| self.half_day(at).is_some());
        let (last, stop) = self.clock(end + 1)?;
        if told(i, end) || !told(end + 1, stop) {
            return None;
        }
        let behind = self.day_behind(end + 1, stop, last);
        let (when, stop) = match behind.expression {
            _ if when.is_some() => (when, stop),
            Expression::Time(day, _) => (day, behind.end),
            _ => return None,
        };
        Some(Found::new(
            i,
            stop,
            Expression::Hours {
                when,
                first,
                last,
                dash: end,
            },
        ))
    }
}
