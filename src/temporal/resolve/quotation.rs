//! Words inside a quotation count from the day they were spoken: "“We leave tomorrow,” he wrote on
//! 3 May 2019."
//!
//! The day of speaking is the day that the sentence names outside the quotation beside a verb of
//! speaking, else the one that an earlier sentence of the paragraph named so.

use chrono::NaiveDate;

use super::point::Point;
use super::{Named, Resolver};
use crate::temporal::Mode;
use crate::temporal::date::{Granularity, Timestamp};
use crate::temporal::lexicon::Unit;
use crate::temporal::lexicon::classes::{self, SPEAKING};
use crate::temporal::recognize::{AnchorRef, Expression, Found, Reader, Tok, When};
use crate::temporal::timex::{AnchorSource, Timex};
use crate::text::token::{Gap, Kind};

/// How many sentences later of its paragraph a quotation is still of the day of speaking.
const REACH: usize = 3;

/// How far a day of speaking may stand from its verb, in tokens.
const NEAR: usize = 12;

/// Which tokens of a sentence stand inside quotation marks.
struct Quoted<'t> {
    toks: &'t [Tok],
    text: &'t str,
}

impl Quoted<'_> {
    /// Whether token `at` stands inside a quotation: as many marks open as close before it, but one.
    fn holds(&self, at: usize) -> bool {
        let mut open = false;
        for (i, tok) in self.toks[..at].iter().enumerate() {
            if tok.token.kind == Kind::Mark(b'"') {
                open = match tok.token.span.of(self.text) {
                    "“" | "«" => true,
                    "”" | "»" => false,
                    // A straight mark opens where a word is glued to it and nothing before.
                    _ => {
                        let before = i > 0 && tok.token.gap == Gap::None;
                        let behind = self
                            .toks
                            .get(i + 1)
                            .is_some_and(|t| t.token.gap == Gap::None);
                        behind && (!before || !open)
                    }
                };
            }
        }
        open
    }
}

impl Resolver {
    /// Resolves what a sentence holds inside quotation marks against the day of speaking; `timexes`
    /// is what its expressions were resolved to.
    pub(crate) fn quotations(&mut self, reader: &Reader<'_>, timexes: &mut [Timex]) {
        let found = std::mem::take(&mut self.found);
        if !found.is_empty() && self.mode == Mode::News && self.published.is_some() {
            self.quoted(reader, &found, timexes);
        }
        self.found = found;
        self.found.clear();
    }

    /// As [`Self::quotations`], of a sentence that holds expressions.
    fn quoted(&mut self, reader: &Reader<'_>, found: &[Found], timexes: &mut [Timex]) {
        let any = reader.toks.iter().any(|t| t.token.kind == Kind::Mark(b'"'));
        let quoted = Quoted {
            toks: reader.toks,
            text: reader.text,
        };
        let spoken = self.spoken_on(reader, &quoted, found, timexes);
        if spoken.is_some() {
            self.spoken = spoken;
        }
        if !any {
            return;
        }
        let near = self
            .spoken
            .filter(|s| s.paragraph == self.paragraph && s.sentence + REACH >= self.sentence);
        let Some((spoken, Point::Day(day))) = near.map(|s| (s, s.point)) else {
            return;
        };
        for (found, timex) in found.iter().zip(timexes) {
            if counts_from_speaking(found) && quoted.holds(found.start) && timex.span != spoken.span
            {
                *timex = Timex {
                    bound: timex.bound,
                    ..self.spoken_at(reader, found, day, spoken)
                };
            }
        }
    }

    /// The day on which somebody speaks in this sentence: named outside a quotation, near a verb of
    /// speaking, and not ahead.
    fn spoken_on(
        &self,
        reader: &Reader<'_>,
        quoted: &Quoted<'_>,
        found: &[Found],
        timexes: &[Timex],
    ) -> Option<Named> {
        let published = self.published?.date;
        let speaks =
            |at: &usize| classes::is(SPEAKING, reader.toks[*at].token.key) && !quoted.holds(*at);
        let single = |timex: &Timex| {
            timex.bound.is_none()
                && timex.date.is_some_and(|d| {
                    d.granularity == Granularity::Day && d.first == d.last && d.first <= published
                })
        };
        // How many tokens lie between a date and the verb of speaking nearest to it.
        let away = |found: &Found| {
            let before = (found.start.saturating_sub(NEAR)..found.start)
                .rev()
                .find(speaks);
            let behind = (found.end..reader.toks.len().min(found.end + NEAR)).find(speaks);
            let before = before.map(|at| found.start - at);
            let behind = behind.map(|at| at - found.end + 1);
            before.into_iter().chain(behind).min()
        };
        let days = found
            .iter()
            .zip(timexes)
            .filter(|(found, timex)| single(timex) && !quoted.holds(found.start));
        let (_, timex) = days
            .filter_map(|(found, timex)| Some((away(found)?, timex)))
            .min_by_key(|(away, _)| *away)?;
        Some(Named {
            point: Point::Day(timex.date?.first),
            span: timex.span,
            sentence: self.sentence,
            paragraph: self.paragraph,
        })
    }

    /// An expression as somebody said it on `day`.
    fn spoken_at(
        &self,
        reader: &Reader<'_>,
        found: &Found,
        day: NaiveDate,
        spoken: Named,
    ) -> Timex {
        let mut then = Self::new(&crate::temporal::Context::news(day));
        then.published = Some(Timestamp::day(day));
        then.source = AnchorSource::Named(spoken.span);
        then.sentence = self.sentence;
        then.paragraph = self.paragraph;
        then.resolve(reader, found)
    }
}

/// Whether an expression is counted from the moment of speaking: "today", "last week", "two days ago",
/// a weekday.
fn counts_from_speaking(found: &Found) -> bool {
    let (Expression::Date(when) | Expression::Time(Some(when), _)) = found.expression else {
        return false;
    };
    match when {
        When::Shift { unit, base, .. } => base == AnchorRef::Published && unit <= Unit::Month,
        When::Offset { base, .. } | When::WeekdayShift { base, .. } => base == AnchorRef::Published,
        When::Weekday(_) | When::WeekdayIn { .. } => true,
        _ => false,
    }
}
