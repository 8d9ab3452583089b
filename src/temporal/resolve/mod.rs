//! What it means: expressions + anchor → values, each by a named rule.

mod adjacent;
mod calendar;
pub(crate) mod chronology;
mod counted;
mod day;
mod direction;
mod discourse;
mod earnings;
mod episode;
mod event_anchor;
mod hebrew;
mod holiday;
mod length;
mod moon;
mod point;
mod prominence;
mod quotation;
mod range;
mod relative;
pub(crate) mod rules;
mod season;
mod time;

use std::borrow::Cow;

use super::date::{Certainty, Timestamp};
use super::lexicon::Unit;
use super::recognize::{Count, Expression, Found, Reader, Tok, Vague, When};
use super::timex::{Anchor, AnchorSource, Modifier, Rule, Timex, TimexType};
use super::{Context, Mode};
use crate::text::Span;
use direction::{Tense, tense};
use episode::Episode;
use point::Point;
use prominence::Prominence;

/// A date named in the text, and where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    pub(crate) point: Point,
    pub(crate) span: Span,
    /// The number of the sentence it stands in.
    pub(crate) sentence: usize,
    /// The number of the paragraph it stands in.
    pub(crate) paragraph: usize,
}

/// What a date resolves to.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) point: Option<Point>,
    /// The value, where it is not the point's own.
    pub(crate) value: Option<String>,
    pub(crate) rule: &'static Rule,
    pub(crate) anchor: Option<Anchor>,
    pub(crate) alternative: Option<Point>,
    pub(crate) certainty: Certainty,
    pub(crate) explanation: Cow<'static, str>,
}

impl Answer {
    /// A date that the words name in full.
    pub(crate) fn exact(
        point: Option<Point>,
        rule: &'static Rule,
        explanation: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            point,
            value: None,
            rule,
            anchor: None,
            alternative: None,
            certainty: Certainty::Exact,
            explanation: explanation.into(),
        }
    }

    /// A date counted from an anchor: as exact as the anchor is.
    pub(crate) fn from_anchor(
        point: Option<Point>,
        rule: &'static Rule,
        anchor: Anchor,
        explanation: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            anchor: Some(anchor),
            ..Self::exact(point, rule, explanation)
        }
    }

    /// A relative date in a text whose own date is not known.
    pub(crate) fn unanchored() -> Self {
        Self::exact(
            None,
            &rules::UNANCHORED,
            "relative to a date that is not known",
        )
    }

    /// A date that does not exist.
    pub(crate) fn impossible(reason: impl Into<Cow<'static, str>>) -> Self {
        Self::exact(None, &rules::IMPOSSIBLE, reason)
    }
}

/// The state of a document while its expressions are resolved one after the other.
pub(crate) struct Resolver {
    pub(crate) mode: Mode,
    /// The day of writing: that of the dateline, else of publication.
    pub(crate) published: Option<Timestamp>,
    /// Where that day was read.
    pub(crate) source: AnchorSource,
    /// Whether the document writes the day before the month in digits.
    pub(crate) day_first: Option<bool>,
    /// The last date named.
    pub(crate) named: Option<Named>,
    /// The last single day named.
    pub(crate) named_day: Option<Named>,
    /// The last date of the story itself: what bare months and days go on from.
    pub(crate) reference: Option<Named>,
    /// The stretch of an earlier year that a report is telling of.
    pub(crate) episode: Option<Episode>,
    /// The expressions of the sentence that is being read.
    pub(crate) found: Vec<Found>,
    /// The last day on which somebody spoke.
    pub(crate) spoken: Option<Named>,
    /// Where a chronology stands.
    pub(crate) chronology: chronology::Chronology,
    /// The quarter or half that a report of earnings is about.
    pub(crate) reported: Option<Named>,
    /// The last date named with its year written.
    pub(crate) dated: Option<Named>,
    /// How many dates far from the publication date were named with month and year.
    pub(crate) distant: u32,
    /// How many words pointed at the publication date.
    pub(crate) near: u32,
    /// The events told of so far, with their days.
    pub(crate) events: event_anchor::EventAnchors,
    pub(crate) sentence: usize,
    /// The number of the sentence that opened the paragraph.
    pub(crate) opened: usize,
    pub(crate) paragraph: usize,
}

impl Resolver {
    /// The beginning of a document.
    pub(crate) fn new(context: &Context) -> Self {
        Self {
            mode: context.mode,
            published: context.dateline.map(Timestamp::day).or(context.published),
            source: match context.dateline {
                Some(_) => AnchorSource::Dateline,
                None => AnchorSource::Published,
            },
            day_first: None,
            named: None,
            named_day: None,
            reference: None,
            episode: None,
            chronology: chronology::Chronology::default(),
            reported: None,
            found: Vec::new(),
            spoken: None,
            dated: None,
            distant: 0,
            near: 0,
            events: event_anchor::EventAnchors::default(),
            sentence: 0,
            opened: 0,
            paragraph: 0,
        }
    }

    /// The year that the text last spoke of.
    pub(crate) fn era(&self) -> Option<i32> {
        self.dated.and_then(|d| d.point.year())
    }

    /// The day of writing as an anchor: the publication date, or in a narrative the last date
    /// named. An undated report has none: a date that it happens to name is not the day it was
    /// written, and no date is better than a wrong one.
    pub(crate) fn published(&self) -> Option<Anchor> {
        let published = self.published.map(|p| Anchor {
            date: p.date,
            source: self.source,
        });
        if self.mode == Mode::Narrative {
            return self.named().or(published);
        }
        published
    }

    /// Where the story stands, as an anchor.
    pub(crate) fn reference(&self) -> Option<Anchor> {
        self.reference.and_then(anchor)
    }

    /// The last date named as an anchor.
    pub(crate) fn named(&self) -> Option<Anchor> {
        self.named.and_then(anchor)
    }

    /// Resolves what was found in a sentence.
    pub(crate) fn resolve(&mut self, reader: &Reader<'_>, found: &Found) -> Timex {
        let mut span = reader.span(found.start, found.end);
        span.end -= found.cut.min(span.len());
        let around = (reader.toks, found.start, found.end);
        match found.expression {
            Expression::Date(when) => {
                let answer = self.date(when, around);
                self.remember(&answer, when, span, around);
                self.follow_later(when, &answer);
                self.remember_event(&answer, span, around);
                let kind = match when {
                    When::Offset { unit, .. } if unit <= Unit::Hour => TimexType::Time,
                    _ => TimexType::Date,
                };
                // A story counts the week as a length, and goes on from it.
                if let When::NthUnit {
                    unit: Unit::Week, ..
                } = when
                    && self.mode == Mode::Narrative
                {
                    return self.length(span, Count::whole(1), Unit::Week, None, found.modifier);
                }
                // A day that follows from a crescent seen is a reckoning.
                let reckoned = holiday::sighted(when).then_some(Modifier::Approx);
                let mut timex = date_timex(span, kind, found.modifier.or(reckoned), answer);
                range::lasting(&mut timex, when);
                timex
            }
            Expression::Time(when, clock) => self.time(span, when, clock, around, found.modifier),
            Expression::Adjacent {
                step,
                back,
                at,
                part,
            } => self.adjacent(reader, found, span, (step, back, at, part)),
            Expression::Range { first, last, .. } => self.range(span, first, last, around),
            Expression::Hours {
                when, first, last, ..
            } => self.hours(span, when, (first, last), around),
            Expression::Duration {
                count,
                unit,
                direction,
            } => {
                if direction.is_none()
                    && let Some(timex) =
                        self.length_ahead(span, (count, unit), around, found.modifier)
                {
                    return timex;
                }
                self.length(span, count, unit, direction, found.modifier)
            }
            Expression::Compound(parts) => length::compound(span, parts, found.modifier),
            Expression::Set { what, quant, times } => length::set(span, what, quant, times),
            Expression::Vague(vague) => vague_timex(span, vague),
        }
    }
}

/// A date named, as an anchor.
pub(crate) fn anchor(named: Named) -> Option<Anchor> {
    Some(Anchor {
        date: named.point.first()?,
        source: AnchorSource::Named(named.span),
    })
}

/// A timex of a resolved date.
pub(crate) fn date_timex(
    span: Span,
    kind: TimexType,
    modifier: Option<Modifier>,
    answer: Answer,
) -> Timex {
    let certainty = if modifier == Some(Modifier::Approx) {
        Certainty::Approximate
    } else {
        answer.certainty
    };
    Timex {
        span,
        kind,
        value: answer
            .value
            .or_else(|| answer.point.map(|p| p.to_string()))
            .unwrap_or_default(),
        modifier,
        bound: None,
        quant: None,
        freq: None,
        begin: None,
        end: None,
        date: answer.point.and_then(|p| p.date(certainty)),
        rule: answer.rule,
        anchor: answer.anchor,
        alternative: answer.alternative.map(|p| p.to_string().into()),
        explanation: answer.explanation,
    }
}

/// "now", "recently", "soon".
fn vague_timex(span: Span, vague: Vague) -> Timex {
    let (code, words) = match vague {
        Vague::Past => ("PAST_REF", "some time in the past"),
        Vague::Present => ("PRESENT_REF", "the time of writing"),
        Vague::Future => ("FUTURE_REF", "some time in the future"),
    };
    let answer = Answer {
        value: Some(code.to_owned()),
        ..Answer::exact(None, &rules::VAGUE, words)
    };
    date_timex(span, TimexType::Date, None, answer)
}
