//! Which word a span, mostly a date, belongs to.
//!
//! The parser's head is where the search starts: from there it climbs to a verb or an event
//! noun, since a place, an agent or a percentage has no date. A second opinion is the nearest
//! verb that the tags alone show; where both agree the answer is certain.

use std::ops::Range;

use super::{
    clauses::{has_class, is_predicate},
    inflect::plain,
    lexicon::function,
    word::is_calendar_expression,
};
use crate::{
    language::{Class, Governor, GovernorKind, Penn, Pos, Relation, Sentence},
    text::Span,
};

/// What `span` belongs to in `sentence`; none where it is no word of it.
///
/// ```
/// use dateline::{language::{GovernorKind, en::{governor, read}}, text::Span};
/// let text = "The minister, who resigned in March, will testify before parliament on Monday.";
/// let dates = [Span::new(30, 35), Span::new(71, 77)];
/// let sentence = read(text, Span::new(0, text.len()), &dates);
/// let of = |date| sentence.form(governor(&sentence, date).unwrap().place);
/// assert_eq!(dates.map(of), ["resigned", "testify"]);
/// ```
#[must_use]
pub fn governor(sentence: &Sentence, span: Span) -> Option<Governor> {
    let words = sentence.places(span);
    let top = words.clone().find(|at| {
        let head = sentence.tokens()[*at].head;
        head.is_none_or(|head| !words.contains(&head))
    })?;
    let (place, possessed) = climb(sentence, &words, top)?;
    let clause = sentence.clause_of(place)?;
    Some(Governor {
        place,
        kind: kind(sentence, place, possessed),
        clause,
        certain: nearest(sentence, &words) == Some(place),
    })
}

/// The word that the span `words`, whose top word is `top`, belongs to, and whether it owns it.
fn climb(sentence: &Sentence, words: &Range<usize>, top: usize) -> Option<(usize, bool)> {
    use Relation as R;
    let token = |at: usize| sentence.tokens()[at];
    let before = words.start.checked_sub(1);
    // "said Monday", "released Friday that …": a bare date after a verb is that verb's.
    let bare = sentence.dependent(top, &[R::Case, R::Det]).is_none();
    if let Some(verb) = before
        .filter(|at| bare && token(*at).pos == Pos::Verb && token(words.start).pos != Pos::Adj)
    {
        return Some((verb, false));
    }
    if let Some(verb) = opening(sentence, words) {
        return Some((verb, false));
    }
    // The span is the root itself: "Friday's meeting" parsed amiss, or a date alone.
    let Some(mut place) = token(top).head else {
        return beside(sentence, words).map(|place| (place, false));
    };
    if matches!(token(place).relation, R::Aux | R::AuxPassive | R::Cop) {
        place = token(place).head.unwrap_or(place);
    }
    let owns = matches!(token(top).relation, R::Possessor | R::Compound)
        && token(place).pos == Pos::Noun
        && !has_class(sentence, place, Class::Time);
    if owns {
        return Some((place, true));
    }
    let start = place;
    let governs = |at: usize| {
        is_predicate(sentence, at)
            || has_class(sentence, at, Class::Event) && !yields(sentence, at, at == start)
            || token(at).pos == Pos::Adj
    };
    while !governs(place) {
        if let Some(verb) = measured(sentence, place) {
            return Some((verb, false));
        }
        match token(place).head {
            Some(head) => place = head,
            // Nothing on the way up is a verb or an event: the word that was climbed from.
            None => return Some((start, false)),
        }
    }
    Some((place, false))
}

/// Whether an event noun leaves the span to its verb: the agent of a passive ("destroyed by a
/// fire in 2015"), and an object that the span does not hang on itself ("resume its flights to
/// Cairo in October").
fn yields(sentence: &Sentence, noun: usize, itself: bool) -> bool {
    match sentence.tokens()[noun].relation {
        Relation::Agent => true,
        Relation::Obj => !itself,
        _ => false,
    }
}

/// "grew 5 percent in 2023": the verb right before a quantity, whatever the quantity hangs on.
fn measured(sentence: &Sentence, noun: usize) -> Option<usize> {
    let tokens = sentence.tokens();
    if !has_class(sentence, noun, Class::Quantity) {
        return None;
    }
    let number = |at: &usize| matches!(tokens[*at].pos, Pos::Num | Pos::Sym | Pos::Adv);
    let before = (0..noun).rev().find(|at| !number(at))?;
    (tokens[before].pos == Pos::Verb).then_some(before)
}

/// A span that opens a clause belongs to the verb that follows: fenced by commas behind a
/// conjunction ("seized the town and, *on Sunday*, executed"), or right behind it with a verb or
/// a comma next ("and *in 1799* entered", "and *in 1954*, the town was divided").
fn opening(sentence: &Sentence, words: &Range<usize>) -> Option<usize> {
    let tokens = sentence.tokens();
    let comma = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.penn == Penn::Comma)
    };
    let back = words.start.checked_sub(1)?;
    let before = if tokens[back].pos == Pos::Adp {
        back.checked_sub(1)?
    } else {
        back
    };
    let last = before.checked_sub(1)?;
    let fenced =
        comma(before) && comma(words.end) && matches!(tokens[last].pos, Pos::Cconj | Pos::Sconj);
    let verb = |at: usize| matches!(tokens[at].penn, Penn::Vbd | Penn::Vbz | Penn::Vbp);
    // "in 1990 and in 1992, they": two dates are coordinated, not two clauses.
    let joined = tokens[before].pos == Pos::Cconj
        && (comma(words.end) || words.end < tokens.len() && verb(words.end))
        && !is_calendar_expression(sentence.form(last));
    (fenced || joined)
        .then(|| (words.end..tokens.len()).find(|at| tokens[*at].pos == Pos::Verb))
        .flatten()
}

/// A verb beside the span, where the span hangs on nothing: the first after it, else before it.
fn beside(sentence: &Sentence, words: &Range<usize>) -> Option<usize> {
    let verb = |at: &usize| matches!(sentence.tokens()[*at].pos, Pos::Verb);
    (words.end..sentence.len())
        .find(verb)
        .or_else(|| (0..words.start).rev().find(verb))
}

/// What kind of governor the word at `place` is.
fn kind(sentence: &Sentence, place: usize, possessed: bool) -> GovernorKind {
    let token = sentence.tokens()[place];
    let participle = matches!(token.penn, Penn::Vbn | Penn::Vbg)
        && matches!(token.relation, Relation::Acl | Relation::Amod);
    if possessed {
        GovernorKind::Possessed
    } else if participle {
        GovernorKind::Participle
    } else if is_predicate(sentence, place) || token.pos == Pos::Adj {
        GovernorKind::Verb
    } else if has_class(sentence, place, Class::Event) {
        GovernorKind::EventNoun
    } else {
        GovernorKind::Other
    }
}

/// The governor of the span `words` that tags alone show: the nearest verb to the left, or to
/// the right where commas fence the span or nothing stands before it.
fn nearest(sentence: &Sentence, words: &Range<usize>) -> Option<usize> {
    let tokens = sentence.tokens();
    let noun = |at: &usize| matches!(tokens[*at].pos, Pos::Noun | Pos::Propn);
    let verb = |at: &usize| tokens[*at].pos == Pos::Verb;
    let after = tokens.get(words.end);
    // The last noun of the run that the span opens: "Friday's peace talks".
    let run = |start: usize| (start..tokens.len()).take_while(noun).last();
    if after.is_some_and(|token| token.penn == Penn::Possessive) {
        let first = (words.end + 1..tokens.len()).find(noun)?;
        return run(first);
    }
    let before = words.start.checked_sub(1);
    if before.is_some_and(|at| tokens[at].penn == Penn::Dt)
        && after.is_some_and(|token| token.pos == Pos::Noun)
    {
        return run(words.end);
    }
    let preposition = before.filter(|at| matches!(tokens[*at].penn, Penn::In | Penn::To));
    let left = (0..words.start).rev().find(verb);
    let right = (words.end..tokens.len()).find(verb);
    let edge = preposition.unwrap_or(words.start).checked_sub(1);
    let fence = |at: usize| {
        tokens[at].penn == Penn::Comma
            || tokens[at].penn == Penn::Cc
            || function(&plain(sentence.form(at)), Class::Temporal)
            || plain(sentence.form(at)) == "that"
    };
    let fenced = edge.is_some_and(fence) && after.is_some_and(|token| token.penn == Penn::Comma);
    if fenced || left.is_none() {
        if left.is_none() && preposition.is_some() {
            let event = |at: &usize| has_class(sentence, *at, Class::Event);
            if let Some(event) = (0..words.start).rev().find(event) {
                return Some(event);
            }
        }
        return right.or(left);
    }
    // "the attack on Sunday": an event noun right before the preposition.
    left
}
