//! What only says how things are, or how much they come to.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_gerund, is_participle, is_past},
        lexicon as lex,
        table::List,
        words::{Kind, Word},
    },
    mood::SETTLED,
};

/// Forms of "to be" that say how things are now.
const IS: &List = &List::words(&[
    "am",
    "are",
    "aren't",
    "aren’t",
    "he's",
    "he’s",
    "i'm",
    "is",
    "isn't",
    "isn’t",
    "it's",
    "it’s",
    "i’m",
    "she's",
    "she’s",
    "that's",
    "that’s",
    "there's",
    "there’s",
    "they're",
    "they’re",
    "we're",
    "we’re",
    "you're",
    "you’re",
]);

/// Verbs in the present that say how things are, not what happens.
const STATIVE: &List = &List::words(&[
    "accounts",
    "believes",
    "comprises",
    "consists",
    "continues",
    "costs",
    "depends",
    "earns",
    "employs",
    "exists",
    "faces",
    "has",
    "holds",
    "includes",
    "keeps",
    "lacks",
    "leads",
    "lives",
    "means",
    "needs",
    "owns",
    "pays",
    "reflects",
    "relies",
    "remains",
    "represents",
    "serves",
    "spends",
    "stands",
    "supports",
    "thinks",
    "uses",
    "wants",
]);

/// Verbs of what goes on for a while: "are struggling today".
const PASSING: &List = &List::words(&[
    "accelerating",
    "asking",
    "becoming",
    "continuing",
    "doing",
    "experiencing",
    "facing",
    "falling",
    "feeling",
    "getting",
    "growing",
    "happening",
    "hearing",
    "helping",
    "living",
    "looking",
    "paying",
    "rising",
    "seeing",
    "struggling",
    "suffering",
    "talking",
    "thinking",
    "trying",
    "watching",
    "working",
]);

/// Nouns of what somebody means to do: "the goal is to".
const AIMS: &List = &List::words(&[
    "aim",
    "date",
    "deadline",
    "focus",
    "goal",
    "objective",
    "plan",
    "priorities",
    "priority",
    "target",
]);

/// Verbs that say what a thing means.
const PRAISING: &List = &List::words(&[
    "builds",
    "demonstrates",
    "follows",
    "highlights",
    "marks",
    "means",
    "proves",
    "reaffirms",
    "reflects",
    "represents",
    "shows",
    "underlines",
    "underscores",
]);

/// Verbs in the plural that say how things stand.
const STAND: &List = &List::words(&[
    "believe",
    "depend",
    "face",
    "have",
    "include",
    "know",
    "lack",
    "live",
    "make",
    "need",
    "rely",
    "remain",
    "represent",
    "struggle",
    "suffer",
    "use",
    "want",
    "work",
]);

/// Whether the clause only says how things are: "is", "are" and no doing with it.
///
/// `verb`: the one that the date goes with.
pub(super) fn is_state(
    sentence: &Sentence<'_>,
    clause: &Range<usize>,
    at: &Range<usize>,
    verb: Option<usize>,
) -> bool {
    let own = sentence.words[at.end - 1].possessive();
    let Some(verb) = verb else {
        return own && praises(&sentence.words[at.end..]) || stands(sentence, clause, at);
    };
    let state = State {
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
    own && (state.words[verb].listed(PRAISING) || praises(&state.words[at.end..]))
        || state.now && verb > at.start && stands(sentence, clause, at)
        || state.goes_on()
        || state.owns()
        || state.comes_to()
        || state.will_be()
        || state.stays()
}

/// A clause with the verb that its date goes with.
struct State<'s, 't> {
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

    /// "is", "are" that tell no event of today and no plan.
    fn is(&self) -> bool {
        let next = self.next(5);
        let subject = self
            .before()
            .iter()
            .rev()
            .take(4)
            .take_while(|w| w.text != ",")
            .any(|w| w.listed(lex::EVENTFUL));
        // "the top priority for 2025 is to"
        let aimed = self.before().iter().rev().take(8).any(|w| w.listed(AIMS))
            && next.first().is_some_and(|w| {
                w.is("to") || w.kind == Kind::Number || w.listed(lex::MONTHS_DAYS)
            });
        let passing = (self.now || self.year()) && next.iter().take(4).any(|w| w.listed(PASSING));
        // "today, many are still denied their rights"
        let passive = self.now
            && self.verb().any(&["are", "is"])
            && next.iter().take(4).any(|w| is_participle(w.text))
            && !next
                .iter()
                .take(4)
                .any(|w| w.listed(SETTLED) || is_gerund(w.text));
        self.own || passing || passive || aimed || !self.doing() && !subject
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
        let stays = self.verb().any(&["will", "won't", "won’t"])
            && first(&["be", "continue", "have", "need", "remain"])
            && !self.doing()
            && !next.iter().any(|w| w.any(&["at", "in", "on"]))
            && !self.before().iter().any(|w| w.listed(lex::EVENTFUL));
        let amounts = self.verb().is("will")
            && first(&["be"])
            && next
                .get(1)
                .is_some_and(|w| w.kind == Kind::Number || sum(w));
        stays || amounts
    }

    /// "remains the largest today".
    fn stays(&self) -> bool {
        let has = self.verb().any(&["has", "have"]);
        let stative =
            self.verb().listed(STATIVE) || self.verb().any(&["have", "do", "does", "don’t"]);
        self.now && stative && !(has && self.doing())
    }
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
