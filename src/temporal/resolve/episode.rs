//! Episodes: stretches of a report that tell of an earlier year.
//!
//! "… on 22 April 2023. On 23 April he …" is 2023: a report that begins to tell of an earlier year as
//! past goes on with it, sentence by sentence, until it speaks from its own day again.

use chrono::Datelike;

use super::point::Point;
use super::{Answer, Named, Prominence, Resolver, tense};
use crate::temporal::Mode;
use crate::temporal::date::Granularity;
use crate::temporal::lexicon::{Unit, Word};
use crate::temporal::recognize::{AnchorRef, Tok, When};
use crate::temporal::timex::AnchorSource;
use crate::text::token::{Kind, pack};

/// Words that begin an aside.
pub(super) const ASIDES: [u128; 6] = [
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

/// A stretch of a report that tells of an earlier year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Episode {
    /// The date it has reached.
    pub(crate) reached: Named,
    /// Whether that date was named with its weekday, so that the next weekday counts from it.
    pub(crate) by_weekday: bool,
}

impl Resolver {
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
    pub(super) fn follow_episode(
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
}

/// Whether the clause of tokens `toks` tells in the present perfect what holds now: "has since June".
pub(super) fn perfect(toks: &[Tok]) -> bool {
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
pub(super) fn yearly(toks: &[Tok]) -> bool {
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
