//! What a bare month or day is read against: the publication date, or where the text itself stands.

use chrono::Datelike;

use super::point::Point;
use super::{Resolver, Tense, anchor, tense};
use crate::temporal::Mode;
use crate::temporal::recognize::Tok;
use crate::temporal::timex::Anchor;
use crate::text::token::{Kind, pack};

/// Words that begin an aside.
const ASIDES: [u128; 6] = [
    pack("who"),
    pack("which"),
    pack("whose"),
    pack("whom"),
    pack("since"),
    pack("founded"),
];

/// What a bare month or day is read against, and how.
pub(super) struct Stand {
    /// The anchor.
    pub(super) anchor: Anchor,
    /// Whether the text itself named it, so that the tense says nothing.
    pub(super) told: bool,
    /// Whether it is a whole year, so that the month lies within it.
    pub(super) within: bool,
    /// The tense of the clause.
    pub(super) tense: Tense,
}

impl Resolver {
    /// The date that a bare month or day is best read against: the anchor of the mode, or in news
    /// about the distant past the last date named with its year.
    pub(super) fn bare_anchor(&self) -> Option<(Anchor, bool)> {
        if self.mode == Mode::Narrative {
            if let Some(anchor) = self.thread() {
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
            && let Some(anchor) = self.thread()
        {
            return Some((anchor, true));
        }
        match self.published() {
            Some(published) => Some((published, false)),
            // An undated report: only what was just named with its year goes on.
            None => self
                .thread
                .filter(|thread| self.sentence - thread.sentence <= 4)
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
        // "By a law of 1964, Congress has designated October 15 …" speaks from now.
        let now = toks[..start]
            .iter()
            .skip_while(|t| t.token.span.start < dated.span.end)
            .any(|t| [pack("has"), pack("have")].contains(&t.token.key));
        if now {
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

    /// Where a bare month or day is read from.
    pub(super) fn stand(&self, around: (&[Tok], usize, usize)) -> Option<Stand> {
        let here = self.told_here(around);
        let (anchor, told) = here.or_else(|| self.bare_anchor())?;
        let from = if here.is_some() {
            self.dated
        } else {
            self.thread
        };
        let whole = from.is_some_and(|n| matches!(n.point, Point::Year(_) | Point::Half(..)));
        Some(Stand {
            anchor,
            told,
            within: told && whole,
            tense: if told {
                Tense::Unknown
            } else {
                tense(around.0, around.1, around.2)
            },
        })
    }
}
