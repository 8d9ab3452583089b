//! The reference time of the discourse: what a bare month or day is read against.
//!
//! A report speaks from its day of publication, a history from the date it has reached. A report
//! that tells an episode of an earlier year speaks from that year until it comes back to the
//! present: "… on 22 April 2023. On 23 April he …" (Reichenbach's point of reference, Elements of
//! Symbolic Logic §51; the narrative progression of Kamp & Rohrer 1983).

use chrono::{Datelike, NaiveDate};

use super::point::Point;
use super::{Answer, Named, Prominence, Resolver, Tense, anchor, tense};
use crate::temporal::Mode;
use crate::temporal::date::Granularity;
use crate::temporal::lexicon::{Unit, Word};
use crate::temporal::recognize::{AnchorRef, Tok, When};
use crate::temporal::timex::{Anchor, AnchorSource};
use crate::text::Span;
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

/// How many sentences of its paragraph an episode goes on without naming a date.
const EPISODE: usize = 4;

/// How many sentences of the next paragraph it does.
const EPISODE_ACROSS: usize = 2;

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

/// A stretch of a report that tells of an earlier year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Episode {
    /// The date it has reached.
    pub(crate) reached: Named,
    /// Whether that date was named with its weekday, so that the next weekday counts from it.
    pub(crate) by_weekday: bool,
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

    /// The episode that a clause told as past goes on with: one that reached its date a few
    /// sentences ago, in this paragraph or at the end of the one before.
    ///
    /// "The quake struck on Jan. 12, 2010. By Jan. 20, …" goes on; "On Jan. 20 the mayor will …" and
    /// "It has since Jan. 20 …" speak from the day of writing.
    pub(super) fn episode(&self, (toks, start, end): (&[Tok], usize, usize)) -> Option<Episode> {
        let episode = self.episode?;
        let reached = episode.reached;
        let gap = self.sentence - reached.sentence;
        let near = if reached.paragraph == self.paragraph {
            gap <= EPISODE
        } else {
            gap <= EPISODE_ACROSS
        };
        // What the same sentence named with its year is weighed by `told_here`.
        let other = self.dated.is_some_and(|d| d.sentence == self.sentence);
        let clause = start.saturating_sub(12)..toks.len().min(end + 12);
        let goes_on = near
            && !other
            && !attributive(toks, start, end)
            && !perfect(&toks[clause])
            && !toks[start.saturating_sub(24)..start]
                .iter()
                .any(|t| t.word == Word::PresentVerb)
            && tense(toks, start, end).past();
        goes_on.then_some(episode)
    }

    /// Ends the episode at a sentence that speaks from the day of writing: in the present perfect, or
    /// as a new paragraph in the present ("Residents have complained for years").
    pub(crate) fn open_sentence(&mut self, toks: &[Tok]) {
        let Some(episode) = self.episode else {
            return;
        };
        let next = episode.reached.paragraph != self.paragraph;
        let first = toks.iter().find(|t| {
            t.ends_ed() || matches!(t.word, Word::PastVerb | Word::PresentVerb | Word::WillVerb)
        });
        let present = first.is_some_and(|t| t.word == Word::PresentVerb);
        if perfect(toks) || next && present {
            self.episode = None;
        }
    }

    /// Goes on with the date last named where a sentence counts from it: "late in the 1998 season.
    /// Then, a week later — on Sept. 20 —".
    pub(super) fn follow_later(&mut self, when: When, answer: &Answer) {
        let later = matches!(
            when,
            When::Offset {
                back: false,
                base: AnchorRef::Named,
                ..
            }
        );
        let counted = answer
            .anchor
            .is_some_and(|a| matches!(a.source, AnchorSource::Named(_)));
        let Some((named, published)) = self.named.zip(self.published) else {
            return;
        };
        let earlier = named
            .point
            .year()
            .is_some_and(|year| year < published.date.year());
        if later && counted && earlier && self.mode == Mode::News {
            self.episode = Some(Episode {
                reached: Named {
                    sentence: self.sentence,
                    paragraph: self.paragraph,
                    ..named
                },
                by_weekday: false,
            });
        }
    }

    /// Begins an episode at a date of an earlier year that is told as past, goes on with one at a
    /// date read from it, and ends it at a date counted from the day of writing.
    fn follow_episode(
        &mut self,
        named: Named,
        answer: &Answer,
        when: When,
        (toks, start, end): (&[Tok], usize, usize),
    ) {
        let Some(published) = self.published.filter(|_| self.mode == Mode::News) else {
            return;
        };
        let Some(year) = named.point.year() else {
            return;
        };
        let by_weekday = toks[start..end.min(toks.len())]
            .iter()
            .any(|t| matches!(t.word, Word::Weekday(_) | Word::WeekdayShort(_)));
        let begun = Episode {
            reached: named,
            by_weekday,
        };
        if when.has_year() {
            if year >= published.date.year() {
                self.episode = None;
            } else if begins_episode(named.point, toks, start, end) {
                self.episode = Some(begun);
            }
            return;
        }
        match answer.anchor.map(|a| a.source) {
            Some(AnchorSource::Named(_)) => {
                if let Some(episode) = &mut self.episode
                    && year < published.date.year()
                {
                    *episode = Episode {
                        by_weekday: by_weekday || episode.by_weekday,
                        ..begun
                    };
                }
            }
            Some(_) => self.episode = None,
            None => {}
        }
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

/// Whether the clause of tokens `toks` tells in the present perfect what holds now: "has since June".
fn perfect(toks: &[Tok]) -> bool {
    toks.iter()
        .any(|t| [pack("has"), pack("have")].contains(&t.token.key))
}

/// Whether the date of tokens `start..end` only tells which thing is meant: "the December 1988
/// bombing", "the late-June trip".
fn attributive(toks: &[Tok], start: usize, end: usize) -> bool {
    let led = start > 0 && matches!(toks[start - 1].word, Word::The | Word::A);
    // "the Dec. 21, 1988, bombing"
    let comma = toks
        .get(end)
        .is_some_and(|t| t.token.kind == Kind::Mark(b','));
    led && toks.get(end + usize::from(comma)).is_some_and(|t| {
        t.token.kind == Kind::Word
            && matches!(t.word, Word::None | Word::Plan)
            && !t.token.capital
            && !t.ends_ed()
    })
}

/// Whether a sentence speaks of what comes every year.
fn yearly(toks: &[Tok]) -> bool {
    toks.windows(2).any(|t| {
        t[0].word == Word::Each && t[1].word == Word::Unit(Unit::Year)
            || t[0].word == Word::Every(Unit::Year)
    })
}

/// Whether an episode begins at the date of tokens `start..end`: the clause tells it as past, and it
/// is no aside and nothing that is compared. A whole year begins one at the head of its sentence
/// only ("In 1987 the two countries went to war", "The crash of 2008 wiped out"), or as a heading.
///
/// "Her label, founded in 1987, grew" and "sales rose from 3 million in May 2021" begin none.
fn begins_episode(point: Point, toks: &[Tok], start: usize, end: usize) -> bool {
    let prominence = Prominence::of(toks, start, end);
    let whole = point.granularity() >= Granularity::Half;
    if prominence.heading {
        // "Dreamers (2022)", "May 1987"; "Best songs of 2022 so far" heads no story of that year.
        let bracket = toks
            .last()
            .is_some_and(|t| t.token.kind == Kind::Mark(b')'));
        return end + usize::from(bracket) == toks.len();
    }
    let before = &toks[..start];
    let aside = before
        .iter()
        .rev()
        .take(8)
        .take_while(|t| t.token.kind != Kind::Mark(b';'))
        .any(|t| ASIDES.contains(&t.token.key));
    let compared =
        before.iter().rev().take(6).any(|t| {
            t.word == Word::Than || [pack("versus"), pack("compared")].contains(&t.token.key)
        });
    let bounded = before
        .last()
        .is_some_and(|t| matches!(t.word, Word::Since | Word::Until | Word::From));
    !(prominence.bracketed || prominence.recalled || prominence.awaited)
        && !(aside || compared || bounded || attributive(toks, start, end))
        && (!whole || start <= 3)
        && !perfect(toks)
        && tense(toks, start, end).past()
}
