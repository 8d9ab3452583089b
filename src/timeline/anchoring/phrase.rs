//! Phrases with a date of their own: "since the invasion last year", "bills passed in May".

use super::{
    super::{
        clause::{Opener, is_gerund, is_participle},
        lexicon as lex,
        words::Kind,
    },
    Governor, Nested, TriggerKind,
    attachment::{Attachment, alone},
    noun::phrase_start,
};

/// How far a phrase keeps its date from the clause around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// Wholly: "since", "prior to", "in addition to".
    Fast,
    /// Where it names something that happened: "after the death of", "thanks to".
    Loose,
}

impl Attachment<'_, '_> {
    /// The date of a phrase that only goes with the clause: "since Russia’s invasion last year",
    /// "in addition to the relief announced in August".
    pub(super) fn detached(&self) -> Option<Governor> {
        let sentence = self.sentence;
        let clause = self.clause();
        let start = clause.words.start;
        // "Since the Ports Act (PA) became law in 1984, …": brackets hide the verb from the cut.
        let led = clause.opener == Opener::Subordinate || start == 0;
        if led
            && self.word(start).any(&["since", "until"])
            && (start..self.from).all(|i| self.word(i).text != ",")
            && let Some(verb) = sentence.verb(start + 1..self.from)
        {
            let end = self.end(self.at.end, true);
            return Some(Nested::verb(alone(start + 1..end), start..end, verb));
        }
        let mut open = None;
        for i in (start..self.from).rev() {
            let word = self.word(i);
            let mark = word.kind == Kind::Mark
                && !matches!(
                    word.text,
                    "“" | "”" | "\"" | "(" | ")" | "-" | "$" | "%" | "’" | "‘"
                );
            // "since that meeting in May"
            let determined = word.is("that") && i > 0 && self.word(i - 1).listed(lex::PREPOSITIONS);
            let opens = word.listed(lex::SUBORDINATORS) && !determined;
            if mark || opens || sentence.finite(i) && !self.reduced(i) {
                break;
            }
            // "as identified in the report of 2022"
            if word.is("as") && i + 1 < self.from && is_participle(self.word(i + 1).text) {
                return Some(Governor::None);
            }
            // "By a joint resolution approved December 18, 2001, the Congress has designated"
            if word.is("by")
                && let Some(done) = (i + 2..self.from).find(|&j| self.reduced(j))
                && self.is_paper(done - 1)
            {
                return Some(self.done(done, i + 1));
            }
            if let Some(hold) = self.holds(i) {
                open = Some((i + 1, hold));
                break;
            }
        }
        let (first, hold) = open?;
        if self.word(first).is("being") {
            let verb = sentence.verb(start..first)?;
            let subject = self.subject(start, verb)?;
            let parts = vec![subject, first + 1..self.end(self.at.end, true)];
            return Some(Nested::phrase(TriggerKind::Participle, parts));
        }
        if let Some(noun) = self.described(first) {
            return match hold {
                _ if self.happens(noun) => Some(self.noun(first, noun + 1)),
                Hold::Fast => Some(Governor::None),
                Hold::Loose => None,
            };
        }
        if is_gerund(self.word(first).text)
            || (first..self.from).all(|i| !self.content(i) || self.word(i).any(TIMES))
        {
            return None;
        }
        if let Some(participle) = (first + 1..self.from).rev().find(|&i| self.reduced(i)) {
            return Some(self.done(participle, first));
        }
        let head = (first + 1..self.from)
            .find(|&i| self.word(i).listed(lex::PREPOSITIONS))
            .unwrap_or(self.from)
            - 1;
        match hold {
            _ if (self.happens(head) || self.begins(head))
                && (hold == Hold::Fast || self.from - first > 2) =>
            {
                Some(self.noun(first, self.at.end))
            }
            Hold::Fast => Some(Governor::None),
            Hold::Loose => None,
        }
    }

    /// Whether the word `i` opens a phrase that keeps its date to itself, and how far.
    fn holds(&self, i: usize) -> Option<Hold> {
        let word = self.word(i);
        let back = |n: usize| i.checked_sub(n).map(|j| self.word(j));
        let is = |n: usize, any: &[&str]| back(n).is_some_and(|w| w.any(any));
        let own = self
            .sentence
            .words
            .get(i + 1)
            .is_some_and(|w| w.listed(lex::DETERMINERS) || w.possessive())
            || (i + 2..self.from.min(i + 5)).any(|j| self.word(j).possessive());
        let within = word.is("of")
            && is(
                1,
                &["days", "hours", "months", "weeks", "years", "year", "month"],
            )
            && (2..=4).any(|n| is(n, &["within"]));
        let fast = word.is("since")
            || word.is("to") && is(1, &["prior"])
            || word.is("to") && is(1, &["addition"]) && is(2, &["in"])
            || word.is("on") && is(1, &["build", "building", "builds"])
            || within
            || word.is("before") && own && (self.coarse() || self.ends(i + 1));
        let described = self.described(i + 1).is_some();
        let bare = i + 1 < self.from && self.happens(i + 1);
        let loose =
            word.any(&["after", "following"]) && (own || bare) && (self.coarse() || described)
                || word.any(&["amid", "despite", "unlike"])
                || word.is("to") && is(1, &["due", "response", "thanks"])
                || word.is("of") && is(1, &["because", "light", "result", "wake", "heels"])
                || word.is("as") && is(1, &["such"]);
        if fast {
            Some(Hold::Fast)
        } else {
            loose.then_some(Hold::Loose)
        }
    }

    /// "the end of", where the date is told behind it.
    fn ends(&self, i: usize) -> bool {
        self.word(i).is("the") && self.word(i + 1).is("end")
    }

    /// Nouns with a date of their own: "the establishment last year of a club", "the order on Friday
    /// will ensure".
    pub(super) fn owned(&self) -> Option<Governor> {
        let noun = self.from.checked_sub(1)?;
        if !self.content(noun) || self.word(noun).capital() || self.sentence.finite(noun) {
            return None;
        }
        let clause = self.clause().words.clone();
        let start = phrase_start(self.sentence, self.from, clause.start);
        let next = self.sentence.words.get(self.at.end)?;
        let led = self.word(start).listed(lex::DETERMINERS)
            || (start..noun).any(|i| self.word(i).possessive());
        if !led || !self.happens(noun) {
            return None;
        }
        if next.is("of") && !self.word(self.at.start).any(&["the"]) {
            let end = self.phrase_end(self.at.end, clause.end);
            return Some(Nested::phrase(TriggerKind::Noun, alone(start..end)));
        }
        let will = next.any(&["will", "would"]);
        let subject = self.sentence.verb(clause.start..start).is_none();
        (will && subject).then(|| self.noun(start, self.at.end))
    }

    /// "by March 2021, had already led to": a state that was reached by then.
    pub(super) fn reached(&self) -> Option<Governor> {
        let by = self
            .from
            .checked_sub(1)
            .is_some_and(|i| self.word(i).is("by"));
        let clause = self.clause().words.clone();
        let near = self.from.saturating_sub(8).max(clause.start)..clause.end.min(self.at.end + 8);
        let had = near
            .clone()
            .any(|i| self.word(i).is("had") && self.sentence.finite(i));
        (by && had).then_some(Governor::None)
    }

    /// "why he held the summit yesterday", "what they earned in 2020".
    pub(super) fn embedded(&self) -> Option<Governor> {
        let clause = self.clause();
        let floor = clause.words.start;
        let open = (floor..self.from)
            .rev()
            .take(24)
            .find(|&i| self.word(i).any(&["how", "what", "why"]))?;
        let verb = self.sentence.verb(open + 1..self.from)?;
        let single = (verb + 1..self.from).all(|i| {
            self.word(i).text != "," && (!self.sentence.finite(i) || self.adverbs(i..i + 1))
        });
        if !single || open == floor && clause.opener == Opener::Main && floor == 0 {
            return None;
        }
        if self.word(open).is("what") {
            let named = self
                .word(verb)
                .any(&["called", "calls", "described", "is", "was"]);
            return (!named).then_some(Governor::None);
        }
        let subject = verb > open + 1 && !self.word(open + 1).any(&["far", "long", "many", "much"]);
        let end = self.end(self.at.end, true);
        (subject && self.word(open).is("why"))
            .then(|| Nested::verb(alone(open + 1..end), open..end, verb))
    }

    /// Of several verbs with one subject the one that the date stands with: "has been a champion of
    /// it, led the ban in 1994, and has never stopped".
    pub(super) fn conjunct(&self) -> Option<Governor> {
        let clause = self.clause();
        if !matches!(clause.opener, Opener::Main | Opener::Subordinate) {
            return None;
        }
        let start = clause.words.start;
        let verb = (start..self.from)
            .rev()
            .find(|&i| self.sentence.finite(i))?;
        let joined = verb > start && self.word(verb - 1).text == ",";
        let first = self.sentence.verb(start..verb)?;
        let next = self.word(verb + 1);
        let object = next.listed(lex::DETERMINERS) || next.capital() || next.kind == Kind::Number;
        let told = self.word(verb).listed(lex::SAYING) || self.word(verb).listed(lex::AUXILIARY);
        if !joined || told || !object {
            return None;
        }
        let subject = self.subject(start, first)?;
        let end = self.end(self.at.end, true);
        Some(Nested::main(vec![subject, verb..end], verb..end, verb))
    }

    /// "the Treaty (…), signed at Oslo on May 3": a participle set off behind its noun.
    pub(super) fn set_off_participle(&self) -> Option<Governor> {
        let floor = self.clause().words.start;
        let found = (floor + 2..self.from)
            .rev()
            .take(14)
            .take_while(|&i| !self.sentence.finite(i) || is_participle(self.word(i).text))
            .find(|&i| is_participle(self.word(i).text))?;
        let behind = self.word(found - 1).text == ","
            && (self.content(found - 2) || matches!(self.word(found - 2).text, ")" | "”"));
        let led = found + 1 == self.from || self.word(found + 1).any(&["at", "by", "in", "on"]);
        if !behind || !led || !self.reduced(found) || self.word(found).is("followed") {
            return None;
        }
        // The sentence has its verb elsewhere: "Ann Lee, the mayor, announced on Monday" is no such noun.
        let clause = self.clause().words.clone();
        let closed = self.at.end + 1 < clause.end
            && self.word(self.at.end).text == ","
            && self.sentence.finite(self.at.end + 1);
        let hosted = closed || self.sentence.verb(floor..found - 1).is_some();
        let papers = found > floor + 6 && (floor..found).any(|i| self.is_paper(i));
        (hosted || papers).then(|| self.done(found, floor))
    }
}

/// Nouns of time, which with "since" are a date themselves: "since the spring of".
const TIMES: &[&str] = &[
    "autumn",
    "beginning",
    "end",
    "fall",
    "least",
    "middle",
    "spring",
    "start",
    "summer",
    "time",
    "winter",
];
