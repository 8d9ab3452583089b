//! What only says how things are, or how much they come to.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_gerund, is_participle, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    modality::SETTLED,
    near::{Near, Predication},
    verbs::{AIMS, DONE, IS, PASSING, PRAISING, STAND, STATIVE},
};
use crate::language::Class;

/// Whether the clause only says how things are: "is", "are" and no doing with it.
///
/// `verb`: the one that the date goes with.
pub(super) fn is_state(predication: &Predication<'_, '_>) -> bool {
    let Predication {
        near,
        range: clause,
        verb,
        ..
    } = predication;
    let Near { sentence, at, .. } = *near;
    // "This Sunday’s ballot is the fourth": the noun has its day, and tells of itself.
    let now = ["today", "tonight", "tomorrow", "yesterday"];
    let today = now
        .iter()
        .any(|day| sentence.words[at.end - 1].base().eq_ignore_ascii_case(day));
    let own = near.owns() && (today || !near.before_event());
    let Some(verb) = *verb else {
        return own && praises(&sentence.words[at.end..]) || stands(sentence, clause, at);
    };
    let state = State {
        sentence,
        ahead: near.ahead(),
        words: &sentence.words,
        clause,
        at,
        verb,
        own,
        now: sentence.words[at.clone()]
            .iter()
            .any(|w| w.any(&["today", "now", "currently", "this", "tonight", "present"])),
    };
    if state.words[verb].listed(IS) {
        return state.is();
    }
    // "today’s announcement further continues that trend"
    let goes_on = own
        && state.words[at.end..]
            .iter()
            .take(3)
            .any(|w| w.is("continues"));
    goes_on
        || own && (state.words[verb].listed(PRAISING) || praises(&state.words[at.end..]))
        || state.now && verb > at.start && stands(sentence, clause, at)
        || state.goes_on()
        || state.owns()
        || state.comes_to()
        || state.will_be()
        || state.will_go_on()
        || state.has_become()
        || state.was()
        || state.budgets()
        || state.stays()
}

/// A clause with the verb that its date goes with.
struct State<'s, 't> {
    sentence: &'s Sentence<'t>,
    /// Whether the date lies after the day of publication.
    ahead: bool,
    words: &'s [Word<'t>],
    clause: &'s Range<usize>,
    at: &'s Range<usize>,
    verb: usize,
    /// Whether the date owns something: "today's decision".
    own: bool,
    /// Whether the date is of now: "today", "this year".
    now: bool,
}

impl<'s, 't> State<'s, 't> {
    /// The verb.
    fn verb(&self) -> &'s Word<'t> {
        &self.words[self.verb]
    }

    /// The `n` words of the clause after the verb.
    fn next(&self, n: usize) -> &'s [Word<'t>] {
        let from = self.verb + 1;
        &self.words[from..self.clause.end.min(from + n).max(from)]
    }

    /// The words of the clause before the verb.
    fn before(&self) -> &'s [Word<'t>] {
        &self.words[self.clause.start..self.verb]
    }

    /// Whether the date is a bare number: a year.
    fn year(&self) -> bool {
        self.words[self.at.clone()]
            .iter()
            .all(|w| w.kind == Kind::Number)
    }

    /// Whether something done or happening goes with the verb.
    fn doing(&self) -> bool {
        let next = self.next(5);
        next.first().is_some_and(|w| w.is("to"))
            || next.iter().any(|w| w.listed(lex::EVENTFUL))
            || next
                .iter()
                .take(4)
                .any(|w| done(w) || w.any(&["set", "due"]))
            || next
                .iter()
                .take(3)
                .any(|w| is_gerund(w.text) || w.is("being"))
    }

    /// "is likely to rule in June": an adjective of what is to be, with a verb, of a time ahead.
    fn is_likely(&self) -> bool {
        let from = self.verb + 1;
        let track = self
            .next(3)
            .iter()
            .zip(["on", "track", "to"])
            .all(|(word, want)| word.is(want));
        if track && self.ahead && self.next(3).len() == 3 {
            return true;
        }
        (from..self.clause.end.min(from + 3)).any(|i| {
            self.ahead
                && self
                    .sentence
                    .classes(i)
                    .any(&[Class::Possibility, Class::Plan])
                && self
                    .words
                    .get(i + 1)
                    .is_some_and(|w| w.is("to") || w.is("for"))
                && !self.words[i].listed(AIMS)
        })
    }

    /// "is", "are" that tell no event of today and no plan.
    fn is(&self) -> bool {
        let next = self.next(5);
        if self.is_likely() {
            return false;
        }
        let subject = self
            .before()
            .iter()
            .rev()
            .take(4)
            .take_while(|w| w.text != ",")
            .any(|w| w.listed(lex::EVENTFUL));
        let from = self.verb.saturating_sub(3).max(self.clause.start);
        let subject = subject
            || (from..self.verb).any(|i| self.sentence.is_event_noun(i) && i == self.at.end);
        // "the top priority for 2025 is to"
        let aimed = self.before().iter().rev().take(8).any(|w| w.listed(AIMS))
            && next.first().is_some_and(|w| {
                w.is("to") || w.kind == Kind::Number || w.listed(lex::MONTHS_DAYS)
            });
        let passing = (self.now || self.year()) && next.iter().take(4).any(|w| w.listed(PASSING));
        // "today, many are still denied their rights"
        let passive = self.now
            && self.verb().any(&["are", "is"])
            && next.iter().take(4).any(done)
            && !next
                .iter()
                .take(4)
                .any(|w| w.listed(SETTLED) || is_gerund(w.text));
        // "Anna is going to be our helper today"
        let to_be = next.len() > 3
            && next[0].is("going")
            && next[2].is("be")
            && !next[3].any(&["at", "in", "on"])
            && !next[3..].iter().any(|w| done(w) || is_gerund(w.text));
        self.own || passing || passive || aimed || to_be || !self.doing() && !subject
    }

    /// "the challenges facing the industry today", "today, 46 states have launched one", "the cars on
    /// the road today were made in", "lower than what the office pays today".
    fn goes_on(&self) -> bool {
        let moment = self.words[self.at.clone()]
            .iter()
            .any(|w| w.any(&["today", "now"]));
        let after = self.at.start > self.verb;
        let held = moment
            && after
            && self.at.start < self.clause.end
            && self.words[self.verb..self.at.start]
                .iter()
                .any(|w| w.any(&["affecting", "facing", "living", "serving", "working"]));
        let counted = self.now
            && self.verb().any(&["has", "have"])
            && self.at.end < self.verb
            && self.words[self.at.end..self.verb]
                .iter()
                .any(|w| w.kind == Kind::Number);
        // "Today, about half of the ferries sold here are made abroad"
        let from = self.at.end.min(self.words.len());
        let rest = &self.words[from..self.words.len().min(from + 24)];
        let share = moment
            && self.at.len() == 1
            && rest
                .iter()
                .position(|w| w.text == "%" || w.any(&["half", "majority", "percent", "quarter"]))
                .is_some_and(|i| rest[i..].iter().any(|w| w.any(&["are", "is"])));
        let inner = share
            || moment
                && self.at.len() == 1
                && self.at.start > self.clause.start
                && self.words[self.at.start - 1].kind == Kind::Word
                && self
                    .words
                    .get(self.at.end)
                    .is_some_and(|w| w.any(&["are", "can", "have", "is", "was", "were"]));
        let measured = self.now
            && after
            && self.verb().listed(lex::PRESENT)
            && self.before().iter().any(|w| w.any(&["than", "what"]));
        held || counted || inner || measured
    }

    /// "In 1913, women were not guaranteed it", "I have a long history of it from my time there in
    /// 2000".
    fn owns(&self) -> bool {
        let next = self.next(4);
        let lacked = self.verb().any(&["was", "were"]) && next.first().is_some_and(|w| w.is("not"));
        let until = self.at.start.max(self.verb);
        let has = self.verb().any(&["has", "have"])
            && !self.words[self.verb..until]
                .iter()
                .any(|w| is_gerund(w.text))
            && !next.iter().any(|w| done(w) || w.listed(lex::EVENTFUL))
            && !next.first().is_some_and(|w| w.is("to"));
        // "Today’s accord was a product of long talks"
        let last = &self.words[self.at.end - 1];
        let praised = ["today", "tonight"]
            .iter()
            .any(|day| last.base().eq_ignore_ascii_case(day))
            && self.own
            && self.verb().any(&["was", "were"])
            && !self.doing();
        praised || self.year() && (lacked || has)
    }

    /// "gas was about $3 a gallon", "there were 56 percent fewer".
    fn comes_to(&self) -> bool {
        self.verb().any(&["was", "were"])
            && !self.next(4).iter().any(done)
            && self
                .next(3)
                .iter()
                .any(|w| sum(w) || w.any(&["fewer", "higher", "less", "lower", "more", "percent"]))
    }

    /// "will continue to be", "will be better next year", "will be $3,521 in 2026".
    fn will_be(&self) -> bool {
        let next = self.next(5);
        let first = |words: &[&str]| next.first().is_some_and(|w| w.any(words));
        // "will have a meeting tomorrow"
        let holds = first(&["have"])
            && next.get(1).is_some_and(|w| w.listed(lex::DETERMINERS))
            && !next
                .iter()
                .any(|w| w.any(&["access", "chance", "effect", "impact", "opportunity"]));
        let stays = !holds
            && self.verb().any(&["will", "won't", "won’t"])
            && first(&["be", "continue", "have", "need", "remain"])
            && !self.doing()
            && !next.iter().any(|w| w.any(&["at", "in", "on"]))
            && !self.before().iter().any(|w| w.listed(lex::EVENTFUL));
        let amounts = self.verb().is("will")
            && first(&["be"])
            && next
                .get(1)
                .is_some_and(|w| w.kind == Kind::Number || sum(w));
        // "a billion will be available to the towns in 2024"
        let available =
            self.year() && self.verb().is("will") && next.iter().take(2).any(|w| w.is("available"));
        stays || amounts || available
    }

    /// "will continue to help them in 2023", "today’s accord will change lives".
    fn will_go_on(&self) -> bool {
        let will = self.verb().any(&["will", "would"]);
        let first = |words: &[&str]| self.next(3).iter().take(2).any(|w| w.any(words));
        let year = self.year()
            || self.words[self.at.end - 1].is("year") && !self.words[self.at.start].is("later");
        let goes_on = year
            && first(&[
                "allow", "continue", "ensure", "explore", "help", "maintain", "remain", "support",
            ]);
        let owned = self.words.get(self.at.end).is_some_and(|w| {
            w.any(&[
                "accord",
                "action",
                "actions",
                "announcement",
                "announcements",
                "news",
            ])
        });
        let praised = self.own && owned && !first(&["be", "take", "include", "mark"]);
        // "will play a critical role this summer"
        let part = first(&["play"]) && self.next(6).iter().any(|w| w.is("role"));
        will && (praised || goes_on || part)
    }

    /// "The port was number eight in the world 30 years ago", "fares were at their highest in 2021".
    fn was(&self) -> bool {
        let year = self.year()
            || self.words[self.at.clone()]
                .iter()
                .any(|w| w.any(&["year", "years", "decade", "decades"]));
        let subject = self
            .before()
            .iter()
            .rev()
            .take(5)
            .take_while(|w| w.text != ",")
            .any(|w| w.listed(lex::EVENTFUL));
        let next = self.next(8);
        let tells = self.doing()
            || next.iter().any(|w| {
                w.listed(lex::EVENTFUL)
                    || w.any(&["first", "born", "elected", "only", "here", "there"])
            });
        let ago = self.words[self.at.end - 1].is("ago")
            && self.at.end <= self.verb
            && self.verb - self.at.end <= 3;
        // "was worn", "was greenlit": no table has all participles.
        let stood = self.next(1).iter().any(|w| {
            w.kind == Kind::Number
                || w.listed(lex::DETERMINERS)
                || w.listed(lex::PREPOSITIONS)
                || w.any(&["number", "president", "real"])
        });
        let near = ago || self.at.start > self.verb && self.at.start - self.verb <= 12;
        year && near && stood && self.verb().any(&["was", "were"]) && !tells && !subject
    }

    /// "Today, the phone has changed how we talk": what has come about by now.
    fn has_become(&self) -> bool {
        let fronted = self.at.start <= self.clause.start + 1 && self.at.len() == 1;
        fronted
            && self.now
            && self.verb().any(&["has", "have"])
            && self.next(3).iter().any(done)
            && !self.next(4).iter().any(|w| w.listed(DONE))
    }

    /// "the budget provides a billion in 2024".
    fn budgets(&self) -> bool {
        self.year()
            && self.at.start > self.verb
            && self.verb().any(&[
                "allocates",
                "authorizes",
                "calls",
                "funds",
                "includes",
                "proposes",
                "provides",
                "requests",
                "requires",
                "supports",
            ])
    }

    /// "remains the largest today".
    fn stays(&self) -> bool {
        let has = self.verb().any(&["has", "have"]);
        let stative =
            self.verb().listed(STATIVE) || self.verb().any(&["have", "do", "does", "don’t"]);
        self.now && stative && !(has && self.doing())
    }
}

/// Whether the date only says from when something is demanded: "reports that will be required
/// beginning in 2025".
pub(super) fn is_duty(near: &Near<'_, '_>) -> bool {
    let (words, at) = (near.words(), near.at);
    let required = words[at.start.saturating_sub(14)..at.start]
        .windows(4)
        .any(|four| {
            four[0].any(&["that", "which"])
                && four[1].is("will")
                && four[2].is("be")
                && four[3].is("required")
        });
    let from = words[at.start.saturating_sub(2)..at.start]
        .iter()
        .any(|w| w.any(&["beginning", "from", "starting"]));
    required && from
}

/// Whether a word is a past form or a participle.
fn done(word: &Word<'_>) -> bool {
    is_past(word.text) || is_participle(word.text)
}

/// Whether a mark opens or closes a sum.
fn sum(word: &Word<'_>) -> bool {
    matches!(word.text, "$" | "€" | "£" | "%")
}

/// Whether the words right after "today’s" go on to say what a thing means: "announcement marks a
/// step" (a verb that could be a noun).
fn praises(words: &[Word<'_>]) -> bool {
    words.iter().take(5).any(|w| w.listed(PRAISING))
}

/// Whether a plural subject and a verb of how things stand are all that goes with a date of now:
/// "Today, millions of islanders live in places that …".
fn stands(sentence: &Sentence<'_>, clause: &Range<usize>, at: &Range<usize>) -> bool {
    let words = &sentence.words;
    let now = words[at.clone()]
        .iter()
        .any(|w| w.any(&["currently", "now", "this", "today"]));
    let plural = |w: &Word<'_>| {
        w.kind == Kind::Word
            && (w.text.ends_with('s') && !w.possessive()
                || w.any(&["also", "children", "men", "people", "women"]))
    };
    let from = at.end.min(clause.end) + 1;
    now && (from..clause.end.min(at.end + 24)).any(|i| {
        let has = words[i].is("have") && words[i + 1..words.len().min(i + 4)].iter().any(done);
        words[i].listed(STAND) && !has && plural(&words[i - 1])
    })
}

/// "who is here today", "who was with us last week": where somebody is, said in passing; what
/// "is opening on Saturday" is a plan.
pub(super) fn is_present(predication: &Predication<'_, '_>) -> bool {
    let near = predication.near;
    let aside = predication.nested.is_some_and(|nested| nested.aside);
    let Some(verb) = predication.verb.filter(|_| aside && near.register.spoken) else {
        return false;
    };
    let next = near.words().get(verb + 1..verb + 3).unwrap_or_default();
    let done = next.iter().any(|w| is_participle(w.text));
    let planned = near.ahead() && next.iter().any(|w| is_gerund(w.text));
    near.words()[verb].any(&["am", "are", "is", "was", "were"]) && !done && !planned
}
