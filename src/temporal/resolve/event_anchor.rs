//! Events whose day the text named, for what is told of them later: "shot at 10 p.m.", "the day
//! after her death", "at 6 a.m. ten days before the killing".

use super::point::Point;
use super::{Answer, Named, Resolver, Tok};
use crate::temporal::Mode;
use crate::temporal::lexicon::Word;
use crate::temporal::lexicon::event_types::EventType;
use crate::text::{Span, token::Kind};

/// How far before a date its event may stand, in tokens.
const REACH: usize = 24;

/// Names kept of the sentence that told a event.
const NAMES: usize = 4;

/// A event and its day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EventAnchor {
    /// The day, where it is one: two days of two such events leave none.
    day: Option<Named>,
    /// Names (packed) of the sentence that told it.
    names: [u128; NAMES],
}

/// What a text told of so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct EventAnchors([Option<EventAnchor>; EventType::COUNT]);

impl EventAnchors {
    /// The day of a event, where the text told it and no other one.
    pub(crate) fn day(&self, event: EventType) -> Option<Named> {
        self.0[event.index()].and_then(|anchor| anchor.day)
    }

    /// The events whose day is known, a bit each.
    pub(crate) fn known(&self) -> u8 {
        let bit = |(i, told): (usize, &Option<EventAnchor>)| {
            u8::from(told.is_some_and(|t| t.day.is_some())) << i
        };
        self.0.iter().enumerate().map(bit).sum()
    }
}

impl Resolver {
    /// Remembers the event that was done on the day of tokens `around`.
    pub(super) fn remember_event(
        &mut self,
        answer: &Answer,
        span: Span,
        (toks, start, end): (&[Tok], usize, usize),
    ) {
        let Some(point @ Point::Day(day)) = answer.point else {
            return;
        };
        let ahead = self.published.is_none_or(|p| p.date < day);
        if self.mode == Mode::Narrative || ahead {
            return;
        }
        let Some(event) = done_on(toks, start, end) else {
            return;
        };
        let done = Named {
            point,
            span,
            sentence: self.sentence,
            paragraph: self.paragraph,
        };
        let known = &mut self.events.0[event.index()];
        if let Some(anchor) = known {
            if anchor.day.is_some_and(|d| d.point != point) {
                anchor.day = None;
            }
            return;
        }
        let mut names = [0; NAMES];
        let all = toks.iter().filter(|t| names_one(t)).map(|t| t.token.key);
        for (slot, name) in names.iter_mut().zip(all) {
            *slot = name;
        }
        let day = Some(done);
        *known = Some(EventAnchor { day, names });
    }

    /// The day of the event that the clause before token `start` tells of again, of somebody who was
    /// named with it.
    pub(super) fn event_day(&self, toks: &[Tok], start: usize) -> Option<Named> {
        if self.events.known() == 0 {
            return None;
        }
        let verb = (start.saturating_sub(8)..start)
            .rev()
            .find(|&i| EventType::of(toks[i].token.key).is_some())?;
        let anchor = self.events.0[EventType::of(toks[verb].token.key)?.index()]?;
        let same = toks[..verb]
            .iter()
            .any(|t| names_one(t) && anchor.names.contains(&t.token.key));
        anchor.day.filter(|_| same)
    }
}

/// Whether a token is a name, as far as its letters tell.
fn names_one(tok: &Tok) -> bool {
    tok.token.capital && tok.word == Word::None && tok.token.span.len() > 3 && tok.token.key != 0
}

/// The event that was done on the day of tokens `start..end`: "was shot at his home on", "the Oct. 23
/// killing"; but not what somebody spoke of on that day.
fn done_on(toks: &[Tok], start: usize, end: usize) -> Option<EventType> {
    // "the Oct. 23 sniper killing", "Friday's bombings"
    let behind = toks[end..toks.len().min(end + 4)]
        .iter()
        .take_while(|t| t.token.kind == Kind::Word || t.token.kind == Kind::Mark(b'\''))
        .find_map(|t| EventType::of(t.token.key).filter(|_| !t.ends_ed()));
    let article = start > 0 && toks[start - 1].word == Word::The;
    let owned = toks
        .get(end)
        .is_some_and(|t| t.token.kind == Kind::Mark(b'\''));
    if behind.is_some() && (article || owned) {
        return behind;
    }
    let mut apart = false;
    for i in (start.saturating_sub(REACH)..start).rev() {
        let tok = &toks[i];
        if tok.token.kind == Kind::Mark(b';') {
            return None;
        }
        if let Some(event) = EventType::of(tok.token.key) {
            return (!apart).then_some(event);
        }
        match tok.word {
            // "was shot shortly after they came home on June 3"
            Word::After => apart = false,
            _ if tok.word == Word::PastVerb || tok.ends_ed() => apart = true,
            _ => {}
        }
    }
    None
}
