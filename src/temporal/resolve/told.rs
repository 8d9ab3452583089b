//! Deeds whose day the text named, for what is told of them later: "shot at 10 p.m.", "the day
//! after her death", "at 6 a.m. ten days before the killing".

use super::point::Point;
use super::{Answer, Named, Resolver, Tok};
use crate::temporal::Mode;
use crate::temporal::lexicon::Word;
use crate::temporal::lexicon::deeds::Deed;
use crate::text::{Span, token::Kind};

/// How far before a date its deed may stand, in tokens.
const REACH: usize = 24;

/// Names kept of the sentence that told a deed.
const NAMES: usize = 4;

/// A deed and its day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    /// The day, where it is one: two days of two such deeds leave none.
    day: Option<Named>,
    /// Names (packed) of the sentence that told it.
    names: [u128; NAMES],
}

/// What a text told of so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Deeds([Option<Told>; Deed::COUNT]);

impl Deeds {
    /// The day of a deed, where the text told it and no other one.
    pub(crate) fn day(&self, deed: Deed) -> Option<Named> {
        self.0[deed.index()].and_then(|told| told.day)
    }

    /// The deeds whose day is known, a bit each.
    pub(crate) fn known(&self) -> u8 {
        let bit = |(i, told): (usize, &Option<Told>)| {
            u8::from(told.is_some_and(|t| t.day.is_some())) << i
        };
        self.0.iter().enumerate().map(bit).sum()
    }
}

impl Resolver {
    /// Remembers the deed that was done on the day of tokens `around`.
    pub(super) fn tell(
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
        let Some(deed) = done_on(toks, start, end) else {
            return;
        };
        let done = Named {
            point,
            span,
            sentence: self.sentence,
            paragraph: self.paragraph,
        };
        let known = &mut self.deeds.0[deed.index()];
        if let Some(told) = known {
            if told.day.is_some_and(|d| d.point != point) {
                told.day = None;
            }
            return;
        }
        let mut names = [0; NAMES];
        let all = toks.iter().filter(|t| names_one(t)).map(|t| t.token.key);
        for (slot, name) in names.iter_mut().zip(all) {
            *slot = name;
        }
        let day = Some(done);
        *known = Some(Told { day, names });
    }

    /// The day of the deed that the clause before token `start` tells of again, of somebody who was
    /// named with it.
    pub(super) fn retold(&self, toks: &[Tok], start: usize) -> Option<Named> {
        if self.deeds.known() == 0 {
            return None;
        }
        let verb = (start.saturating_sub(8)..start)
            .rev()
            .find(|&i| Deed::of(toks[i].token.key).is_some())?;
        let told = self.deeds.0[Deed::of(toks[verb].token.key)?.index()]?;
        let same = toks[..verb]
            .iter()
            .any(|t| names_one(t) && told.names.contains(&t.token.key));
        told.day.filter(|_| same)
    }
}

/// Whether a token is a name, as far as its letters tell.
fn names_one(tok: &Tok) -> bool {
    tok.token.capital && tok.word == Word::None && tok.token.span.len() > 3 && tok.token.key != 0
}

/// The deed that was done on the day of tokens `start..end`: "was shot at his home on", "the Oct. 23
/// killing"; but not what somebody spoke of on that day.
fn done_on(toks: &[Tok], start: usize, end: usize) -> Option<Deed> {
    // "the Oct. 23 sniper killing", "Friday's bombings"
    let behind = toks[end..toks.len().min(end + 4)]
        .iter()
        .take_while(|t| t.token.kind == Kind::Word || t.token.kind == Kind::Mark(b'\''))
        .find_map(|t| Deed::of(t.token.key).filter(|_| !t.ends_ed()));
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
        if let Some(deed) = Deed::of(tok.token.key) {
            return (!apart).then_some(deed);
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
