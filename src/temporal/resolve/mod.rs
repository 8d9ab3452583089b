//! What it means: expressions + anchor → values, each by a named rule.

mod beside;
mod calendar;
mod counted;
mod day;
mod done;
mod hebrew;
mod holiday;
mod length;
mod moon;
pub(crate) mod plans;
mod point;
mod range;
mod relative;
pub(crate) mod rules;
mod season;
mod story;
mod tense;
mod time;
mod told;

use std::borrow::Cow;

use super::date::{Certainty, Timestamp};
use super::lexicon::Unit;
use super::recognize::{Base, Count, Expression, Found, Reader, Tok, Vague, When};
use super::timex::{Anchor, AnchorSource, Modifier, Rule, Timex, TimexType};
use super::{Context, Mode};
use crate::text::Span;
use crate::text::token::{Kind, pack};
use point::Point;
pub(crate) use tense::{Tense, tense};

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

/// How an expression stands in its sentence.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub(crate) struct Aside {
    /// Between brackets.
    pub(crate) bracketed: bool,
    /// Among the first words.
    pub(crate) leads: bool,
    /// What somebody looks forward to, which is not where the story stands.
    pub(crate) awaited: bool,
    /// What the story looks back to: "a peak of 300 in June 2006", "this followed the vote in May".
    pub(crate) recalled: bool,
}

impl Aside {
    /// How the tokens from `start` on stand in their sentence.
    fn of(toks: &[Tok], start: usize, end: usize) -> Self {
        let before = |n: usize| toks[start.saturating_sub(n)..start].iter();
        let open = before(12).rev().find_map(|t| match t.token.kind {
            Kind::Mark(b'(') => Some(true),
            Kind::Mark(b')') => Some(false),
            _ => None,
        });
        let heading = heading(toks);
        Self {
            bracketed: open.unwrap_or(false) && !heading,
            leads: start <= 3 || heading,
            recalled: recalled(toks, start, end),
            awaited: before(10).any(|t| t.token.key == pack("forward")),
        }
    }
}

/// Whether a history only looks back to the date of tokens `start..end`: what a later one is compared
/// with, or what "back in 1938" was.
fn recalled(toks: &[Tok], start: usize, end: usize) -> bool {
    const COMPARED: [u128; 6] = [
        pack("peak"),
        pack("high"),
        pack("low"),
        pack("compared"),
        pack("surpassing"),
        pack("exceeding"),
    ];
    let before = |n: usize| start.checked_sub(n).map_or(0, |p| toks[p].token.key);
    let behind = toks.get(end).map_or(0, |t| t.token.key);
    let compared = (1..=6).any(|n| COMPARED.contains(&before(n)))
        || [pack("high"), pack("low"), pack("peak")].contains(&behind);
    let followed = (2..=7).any(|n| before(n) == pack("followed") && before(n - 1) != pack("by"));
    compared || followed || before(2) == pack("back")
}

/// Whether a whole sentence is a heading, whose year is that of what follows: a few words and no stop.
fn heading(toks: &[Tok]) -> bool {
    let open = toks
        .last()
        .is_some_and(|t| matches!(t.token.kind, Kind::Word | Kind::Number | Kind::Mark(b')')));
    open && toks.len() <= 12
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
    pub(crate) thread: Option<Named>,
    /// The last date named with its year written.
    pub(crate) dated: Option<Named>,
    /// How many dates far from the publication date were named with month and year.
    pub(crate) distant: u32,
    /// How many words pointed at the publication date.
    pub(crate) near: u32,
    /// The deeds told of so far, with their days.
    pub(crate) deeds: told::Deeds,
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
            thread: None,
            dated: None,
            distant: 0,
            near: 0,
            deeds: told::Deeds::default(),
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
    pub(crate) fn thread(&self) -> Option<Anchor> {
        self.thread.and_then(anchor)
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
                let answer = self.date(when, around, found.modifier);
                self.remember(&answer, when, span, Aside::of(around.0, around.1, around.2));
                self.tell(&answer, span, around);
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
            Expression::Beside {
                step,
                back,
                at,
                part,
            } => self.beside(reader, found, span, (step, back, at, part)),
            Expression::Range { first, last, .. } => self.range(span, first, last, around),
            Expression::Hours {
                when, first, last, ..
            } => self.hours(span, when, (first, last), around),
            Expression::Duration { count, unit, lying } => {
                self.length(span, count, unit, lying, found.modifier)
            }
            Expression::Compound(parts) => length::compound(span, parts, found.modifier),
            Expression::Set { what, quant, times } => length::set(span, what, quant, times),
            Expression::Vague(vague) => vague_timex(span, vague),
        }
    }

    /// Remembers a date as the last one named.
    pub(crate) fn remember(&mut self, answer: &Answer, when: When, span: Span, aside: Aside) {
        let Some(point) = answer.point else { return };
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
                        base: Base::Named,
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
        if self.carries(point, when, aside) {
            self.thread = Some(named);
        }
        if matches!(point, Point::Day(_)) && !aside.awaited {
            self.named_day = Some(named);
        }
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
    fn carries(&self, point: Point, when: When, aside: Aside) -> bool {
        let Some(thread) = self.thread else {
            return true;
        };
        // What is recalled lies before where the story stands.
        let earlier = point.first() < thread.point.first();
        if self.mode == Mode::Narrative && aside.recalled && earlier {
            return false;
        }
        match point {
            Point::Day(_) | Point::Month(..) => {
                !aside.bracketed || !matches!(when, When::Shift { .. })
            }
            Point::Year(year) => {
                let before = thread.point.year().unwrap_or(year);
                // "died ten years later, on 3 February": the story has gone on.
                let later = matches!(
                    when,
                    When::Offset {
                        unit: Unit::Year,
                        back: false,
                        base: Base::Named,
                        ..
                    }
                );
                if later && self.mode == Mode::Narrative {
                    return !aside.bracketed;
                }
                // "Both firms came together in 1921 in Leeds. In June …": a paragraph says first when
                // its story begins.
                let opens = self.mode == Mode::Narrative
                    && self.sentence == self.opened
                    && (year - before).abs() <= 3;
                !aside.bracketed
                    && (aside.leads || opens || year == before)
                    && !matches!(when, When::Shift { .. } | When::Offset { .. })
            }
            Point::Season(..) | Point::Half(..) | Point::Quarter(..) => {
                !matches!(when, When::SeasonShift { by: 1, .. })
            }
            _ => false,
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
