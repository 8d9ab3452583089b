//! The reference time of the discourse: what a bare month or day is read against.
//!
//! A report speaks from its day of publication, a history from the date it has reached. A report
//! that tells an episode of an earlier year speaks from that year until it comes back to the
//! present: "… on 22 April 2023. On 23 April he …" (Reichenbach's point of reference, Elements of
//! Symbolic Logic §51; the narrative progression of Kamp & Rohrer 1983).

use chrono::{Datelike, NaiveDate};

use super::episode::{ASIDES, perfect, yearly};
use super::point::Point;
use super::{Answer, Named, Prominence, Resolver, Tense, anchor, tense};
use crate::temporal::Mode;
use crate::temporal::lexicon::Unit;
use crate::temporal::recognize::{AnchorRef, Tok, When};
use crate::temporal::timex::{Anchor, AnchorSource};
use crate::text::Span;
use crate::text::token::{Kind, pack};

/// What a bare month or day is read against, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReferenceTime {
    /// The anchor.
    pub(super) anchor: Anchor,
    /// Whether the text itself named it, so that the tense says nothing.
    pub(super) told: bool,
    /// Whether it is a whole year, so that the month lies within it.
    pub(super) within: bool,
    /// The tense of the clause.
    pub(super) tense: Tense,
    /// The day of writing, which no date of an episode told as past lies behind.
    pub(super) latest: Option<NaiveDate>,
}

impl Resolver {
    /// The date that a bare month or day is best read against: the anchor of the mode, or in news
    /// about the distant past the last date named with its year.
    pub(super) fn bare_anchor(&self) -> Option<(Anchor, bool)> {
        if self.mode == Mode::Narrative {
            if let Some(anchor) = self.reference() {
                return Some((anchor, true));
            }
            return self.published().map(|a| (a, false));
        }
        if let (Some(published), Some(dated)) = (self.published, self.dated)
            && let Some(year) = dated.point.year()
            && year < published.date.year() - 1
            && (self.sentence - dated.sentence <= 12 || self.distant > 8 * self.near.max(1))
            && self.distant > 2
            && self.distant > self.near
            && let Some(anchor) = self.reference()
        {
            return Some((anchor, true));
        }
        match self.published() {
            Some(published) => Some((published, false)),
            // An undated report: only what was just named with its year goes on.
            None => self
                .reference
                .filter(|reference| self.sentence - reference.sentence <= 4)
                .and_then(anchor)
                .map(|anchor| (anchor, true)),
        }
    }

    /// The date of an earlier year that the same sentence named with its month, where the clause
    /// looks back: "returned in March 1815 and was defeated on 18 June"; or the year that the
    /// sentence begins with, or that stands before "when": "since 2005, when they were killed on July 7".
    fn told_here(&self, around: (&[Tok], usize, usize)) -> Option<(Anchor, bool)> {
        let (published, dated) = (self.published?, self.dated?);
        let (toks, start, end) = around;
        if self.mode == Mode::Narrative
            || dated.sentence != self.sentence
            || dated.point.year()? >= published.date.year()
        {
            return None;
        }
        let when = || {
            let behind = toks.iter().find(|t| {
                t.token.span.start >= dated.span.end && matches!(t.token.kind, Kind::Word)
            });
            behind.is_some_and(|t| t.token.key == pack("when"))
        };
        // "The shop, which opened in March 2007, closed in June": an aside, told of another year.
        let aside = toks
            .iter()
            .take_while(|t| t.token.span.start < dated.span.start)
            .any(|t| ASIDES.contains(&t.token.key));
        // "In 1988 the council asked for a day each year" speaks of every year.
        if yearly(toks) {
            return None;
        }
        // "By a law of 1964, Congress has designated October 15 …" speaks from now.
        let behind = toks.partition_point(|t| t.token.span.start < dated.span.end);
        if perfect(&toks[behind.min(start)..start]) {
            return None;
        }
        let known = match dated.point {
            Point::Day(_) | Point::Month(..) | Point::Season(..) => !aside,
            Point::Year(_) => when() || toks.iter().take(4).any(|t| t.token.span == dated.span),
            _ => false,
        };
        (known && tense(toks, start, end).past())
            .then(|| anchor(dated))
            .flatten()
            .map(|anchor| (anchor, true))
    }

    /// Where a bare month, day, season or quarter is read from.
    pub(super) fn reference_time(&self, around: (&[Tok], usize, usize)) -> Option<ReferenceTime> {
        let here = self.told_here(around).map(|told| (told, self.dated));
        let here = here.or_else(|| {
            let entry = self.entry_of(around.0)?;
            Some(((anchor(entry)?, true), Some(entry)))
        });
        let episode = here.or_else(|| {
            let reached = self.episode(around)?.reached;
            Some(((anchor(reached)?, true), Some(reached)))
        });
        let latest = episode.and(self.published).map(|p| p.date);
        let ((anchor, told), from) =
            episode.or_else(|| Some((self.bare_anchor()?, self.reference)))?;
        let whole = from.is_some_and(|n| matches!(n.point, Point::Year(_) | Point::Half(..)));
        Some(ReferenceTime {
            anchor,
            told,
            within: told && whole,
            tense: if told {
                Tense::Unknown
            } else {
                tense(around.0, around.1, around.2)
            },
            latest,
        })
    }

    /// Remembers a date as the last one named.
    pub(crate) fn remember(
        &mut self,
        answer: &Answer,
        when: When,
        span: Span,
        around: (&[Tok], usize, usize),
    ) {
        let Some(point) = answer.point else { return };
        let prominence = Prominence::of(around.0, around.1, around.2);
        let named = Named {
            point,
            span,
            sentence: self.sentence,
            paragraph: self.paragraph,
        };
        // What this year is compared with is not where the report goes on: "from a year earlier".
        let compared = self.mode == Mode::News
            && matches!(
                when,
                When::YearBefore(_)
                    | When::Offset {
                        unit: Unit::Year,
                        back: true,
                        base: AnchorRef::Named,
                        ..
                    }
            );
        // "the quarter ended Dec. 31, up from a year earlier": the quarter is what is spoken of.
        let ends = self.named.is_some_and(|n| {
            n.sentence == self.sentence
                && matches!(n.point, Point::Quarter(..))
                && matches!(point, Point::Day(day) if n.point.days().is_some_and(|d| d.1 == day))
        });
        if !compared && !ends {
            self.named = Some(named);
        }
        if !compared {
            self.report_period(named, around);
        }
        if self.carries(point, when, prominence) {
            self.reference = Some(named);
        }
        if matches!(point, Point::Day(_)) && !prominence.awaited {
            self.named_day = Some(named);
        }
        self.follow_chronology(named);
        self.follow_episode(named, answer, when, around);
        if when.has_year() {
            self.dated = Some(named);
            if let (Some(year), Some(published)) = (point.year(), self.published)
                && !matches!(point, Point::Year(_))
                && year < chrono::Datelike::year(&published.date) - 1
            {
                self.distant += 1;
            }
        } else if answer
            .anchor
            .is_some_and(|a| !matches!(a.source, AnchorSource::Named(_)))
        {
            self.near += 1;
        }
    }

    /// Whether a date carries the story on. A whole year in brackets or in the middle of a sentence,
    /// far from where the story stands, is an aside; so are dates counted ahead.
    fn carries(&self, point: Point, when: When, prominence: Prominence) -> bool {
        let Some(reference) = self.reference else {
            return true;
        };
        // What is recalled lies before where the story stands.
        let earlier = point.first() < reference.point.first();
        if self.mode == Mode::Narrative && prominence.recalled && earlier {
            return false;
        }
        match point {
            Point::Day(_) | Point::Month(..) => {
                !prominence.bracketed || !matches!(when, When::Shift { .. })
            }
            Point::Year(year) => {
                let before = reference.point.year().unwrap_or(year);
                // "died ten years later, on 3 February": the story has gone on.
                let later = matches!(
                    when,
                    When::Offset {
                        unit: Unit::Year,
                        back: false,
                        base: AnchorRef::Named,
                        ..
                    }
                );
                if later && self.mode == Mode::Narrative {
                    return !prominence.bracketed;
                }
                // "Both firms came together in 1921 in Leeds. In June …": a paragraph says first when
                // its story begins.
                let opens = self.mode == Mode::Narrative
                    && self.sentence == self.opened
                    && (year - before).abs() <= 3;
                !prominence.bracketed
                    && (prominence.leads || opens || year == before)
                    && !matches!(when, When::Shift { .. } | When::Offset { .. })
            }
            Point::Season(..) | Point::Half(..) | Point::Quarter(..) => {
                !matches!(when, When::SeasonShift { by: 1, .. })
            }
            _ => false,
        }
    }
}
