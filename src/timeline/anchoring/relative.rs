//! Relative clauses: "a town that he won in 2020", "Anna Berg, who in 1987 bought the pier".

use std::ops::Range;

use super::{
    super::{
        clause::{Opener, is_participle},
        lexicon as lex,
        words::Kind,
    },
    Governor, Nested, TriggerKind,
    attachment::{Attachment, alone},
    noun::verb_after,
};

/// A relative clause around a date.
struct Relative {
    /// The word that opens it.
    open: usize,
    /// The first word behind the pronoun.
    first: usize,
    /// Its first finite verb.
    verb: usize,
    /// Whether a comma or dash sets it off.
    set_off: bool,
}

impl Attachment<'_, '_> {
    /// What a date inside a relative clause, or behind one that is closed, tells.
    pub(super) fn relative(&self) -> Option<Governor> {
        if self.opined() {
            return Some(Governor::None);
        }
        let (open, contact) = self.opener()?;
        let first = if contact { open } else { open + 1 };
        if !contact && self.word(open).is("whose") {
            return None;
        }
        let set_off = !contact && matches!(self.word(open - 1).text, "," | "(" | "—" | "–");
        let Some(verb) = self.sentence.verb(first..self.from) else {
            return self.behind_pronoun(open);
        };
        // "a place where they asked why he left in 2020"
        let asked = (verb + 1..self.from).any(|i| self.word(i).any(&["how", "what", "why"]));
        if asked {
            return None;
        }
        if let Some(nearer) = self
            .resumed(open, verb, set_off)
            .or_else(|| self.nearer_participle(open, verb, set_off))
        {
            return Some(nearer);
        }
        let around = self.clause().words.end;
        let host = !set_off && verb_after(self.sentence, open..around, self.at).is_some();
        // "which is why"
        let why =
            self.word(verb).any(&["is", "was"]) && self.word(verb + 1).listed(lex::SUBORDINATORS);
        if host || why {
            return None;
        }
        let relative = Relative {
            open,
            first,
            verb,
            set_off,
        };
        self.told_by(&relative, !contact && self.word(open).is("where"))
    }

    /// A participle inside a relative clause that is nearer to the date than its verb.
    fn nearer_participle(&self, open: usize, verb: usize, set_off: bool) -> Option<Governor> {
        let participle = (verb + 1..self.from).rev().find(|&i| self.reduced(i))?;
        if participle + 1 != self.from && !self.word(participle + 1).is("by") {
            return None;
        }
        // "the programme which covered seven sectors signed in 2012": sectors are not signed.
        let signed = self
            .word(participle)
            .any(&["adopted", "ratified", "signed"])
            && !self.is_paper(participle - 1);
        if !signed {
            return Some(self.done(participle, verb + 1));
        }
        let head = self.antecedent(open, set_off)?;
        let parts = vec![head, participle..self.end(self.at.end, true)];
        Some(Nested::phrase(TriggerKind::Participle, parts))
    }

    /// What a relative clause tells, with the noun that it describes.
    fn told_by(&self, relative: &Relative, place: bool) -> Option<Governor> {
        let &Relative {
            open,
            first,
            verb,
            set_off,
        } = relative;
        let sentence = self.sentence;
        // "and this year answered"
        let behind = self.word(self.from - 1).is("and")
            && self.at.end < sentence.words.len()
            && sentence.finite(self.at.end);
        let (told, end) = if behind {
            (self.at.end, self.end(self.at.end + 1, set_off))
        } else {
            (self.conjoined(verb), self.end(self.at.end, set_off))
        };
        let near = (verb..self.from.max(told + 1))
            .rev()
            .find(|&i| sentence.finite(i))
            .unwrap_or(verb);
        if place {
            return Some(Nested::verb(alone(first..end), open..end, near));
        }
        let head = self.antecedent(open, set_off)?;
        if self.word(head.start).any(&["any", "no"]) || self.word(head.end - 1).any(ANYBODY) {
            return Some(Governor::None);
        }
        // "which we know happened in 2018"
        let known = first + 2 == verb && self.word(first + 1).any(OPINIONS);
        if known || self.adverbs(first..verb) {
            let not = sentence.words.get(told + 1).is_some_and(|w| w.is("not"));
            if not {
                return Some(Governor::None);
            }
            let range = head.start..end;
            return Some(Nested::verb(vec![head, told..end], range, near));
        }
        if told != verb || self.word(first).text == "," {
            return None;
        }
        self.turned(relative, head, end, near)
    }

    /// "which the council signed in 2010": the noun is the object of the verb.
    fn turned(
        &self,
        relative: &Relative,
        head: Range<usize>,
        end: usize,
        near: usize,
    ) -> Option<Governor> {
        let &Relative { first, verb, .. } = relative;
        // "which I did in May"
        let empty = self.word(verb).any(&["did", "do", "does"]) && verb + 1 == self.from;
        if empty || self.word(verb).any(OPINIONS) {
            return Some(Governor::None);
        }
        let mut group = verb + 1;
        while group < self.from
            && (is_participle(self.word(group).text) || self.adverbs(group..group + 1))
        {
            group += 1;
        }
        if group + 1 == self.from && self.word(group).listed(lex::PREPOSITIONS) {
            group += 1;
        }
        if group == verb + 1 && self.word(verb).any(&["are", "is", "was", "were"]) {
            return None;
        }
        let range = head.start..end;
        let next = self.word(group);
        if next.is("to") && group + 2 == self.from {
            // "the rights that they sought to destroy in 2001"
            group = self.from;
        } else if next.is("to") || next.listed(lex::PREPOSITIONS) && self.word(verb).any(MOVING) {
            return (group < self.from).then(|| Nested::verb(alone(first..end), range, near));
        }
        let gap = group == self.from || next.listed(lex::PREPOSITIONS);
        let parts = vec![first..group, head, group..end];
        gap.then(|| Nested::verb(parts, range, verb))
    }

    /// "who in 1987 engineered a buyout": the date stands between the pronoun and its verb.
    fn behind_pronoun(&self, open: usize) -> Option<Governor> {
        let sentence = self.sentence;
        if !self.adverbs(open + 1..self.from) || self.word(open).any(&["where", "whom"]) {
            return None;
        }
        let limit = sentence.words.len().min(self.at.end + 4);
        let verb = sentence.verb(self.at.end..limit)?;
        if !self.adverbs(self.at.end..verb) {
            return self.word(verb).any(OPINIONS).then_some(Governor::None);
        }
        let set_off = self.word(open - 1).text == ",";
        let head = self.antecedent(open, set_off)?;
        let end = self.end(verb + 1, set_off);
        let range = head.start..end;
        Some(Nested::verb(vec![head, verb..end], range, verb))
    }

    /// "issues that today I find": what somebody thinks.
    fn opined(&self) -> bool {
        let words = &self.sentence.words;
        let next = |n: usize| words.get(self.at.end + n);
        self.from > 0
            && self.word(self.from - 1).any(&["that", "which"])
            && next(0).is_some_and(|w| w.listed(lex::PRONOUNS))
            && next(1).is_some_and(|w| w.any(OPINIONS))
    }

    /// A date behind the comma that closes the relative clause: "The talks, which began in May,
    /// ended on Friday", "met Anna Berg, who won the cup, on Friday".
    fn resumed(&self, open: usize, verb: usize, set_off: bool) -> Option<Governor> {
        let sentence = self.sentence;
        let index = sentence.clause(open).checked_sub(1)?;
        let host = sentence.clauses[index].words.start;
        let fronted = sentence.clauses[index].opener == Opener::Subordinate && host < 3;
        let host_verb = sentence.verb(host..open).filter(|_| !fronted);
        let end = sentence.words.len();
        let comma = |i: usize| matches!(self.word(i).text, "," | "–" | "—");
        if let Some(told) = host_verb {
            // "met Anna Berg, who won the cup in 2019, on Friday", but "who won in 2019, in 2020"
            let alike = |a: usize, b: usize| self.word(a).kind == self.word(b).kind;
            let mut commas = (verb + 1..self.from).filter(|&i| comma(i));
            let close =
                commas.find(|&i| set_off && i + 1 == self.from && !alike(i - 1, self.at.start))?;
            let subject = self.subject(host, told)?;
            let parts = vec![
                subject.start..open - 1,
                close + 1..self.end(self.at.end, true),
            ];
            return Some(Nested::main(parts, host..end, told));
        }
        self.own_verb(host..open, verb, set_off)
    }

    /// The verb of a sentence whose subject, or what leads up to it, holds the relative clause.
    fn own_verb(&self, host: Range<usize>, verb: usize, set_off: bool) -> Option<Governor> {
        let sentence = self.sentence;
        let end = sentence.words.len();
        let comma = |i: usize| matches!(self.word(i).text, "," | "–" | "—");
        let closes_later =
            (self.at.end..end.saturating_sub(1)).any(|i| comma(i) && sentence.finite(i + 1));
        if closes_later {
            return None;
        }
        // "For those who left, this morning, the council met"
        if comma(self.from - 1) {
            let next = self.at.end + usize::from(self.at.end < end && comma(self.at.end));
            let told = sentence.verb(next..end.min(next + 10))?;
            return Some(Nested::main(alone(next..end), self.from..end, told));
        }
        for close in (verb + 1..self.from).filter(|&i| comma(i)) {
            let mut next = close + 1;
            while next < self.from && self.adverbs(next..next + 1) && !comma(next) {
                next += 1;
            }
            if next < self.from && sentence.finite(next) && set_off {
                let subject = self.subject(host.start, host.end)?;
                return Some(Nested::main(vec![subject, next..end], close..end, next));
            }
            // "A native of the island who grew up on a farm, Anna Berg received the prize in 2001"
            let begins = next < self.from
                && (self.word(next).capital()
                    || self.word(next).listed(lex::DETERMINERS)
                    || self.word(next).listed(lex::PRONOUNS));
            let told = sentence.verb(next..self.from.min(next + 8));
            if let Some(told) = told.filter(|_| begins)
                && (next..told).all(|i| self.word(i).kind != Kind::Mark)
            {
                let told = (told..self.from)
                    .rev()
                    .find(|&i| sentence.finite(i))
                    .unwrap_or(told);
                return Some(Nested::main(alone(next..end), close..end, told));
            }
        }
        None
    }

    /// The last verb that "and" or a comma joins to `verb`, before the date.
    fn conjoined(&self, verb: usize) -> usize {
        (verb + 1..self.from)
            .rev()
            .find(|&i| {
                self.sentence.finite(i) && self.word(i - 1).any(&["and", "but", "then"])
                    || self.sentence.finite(i) && self.word(i - 1).text == ","
            })
            .unwrap_or(verb)
    }
}

/// Whoever is meant by these, no headline can say.
const ANYBODY: &[&str] = &[
    "all",
    "anybody",
    "anyone",
    "anything",
    "everybody",
    "everyone",
    "everything",
    "nothing",
    "somebody",
    "someone",
    "something",
    "those",
    "us",
];

/// Verbs that have no object: "the plan that he met with the council to discuss".
const MOVING: &[&str] = &[
    "appeared",
    "arrived",
    "came",
    "died",
    "lived",
    "met",
    "spoke",
    "talked",
    "traveled",
    "travelled",
    "went",
    "worked",
];

/// Verbs of what somebody thinks now.
const OPINIONS: &[&str] = &["believe", "expect", "feel", "find", "hope", "know", "think"];
