//! Nouns with what goes with them: "the Secretary of the Treasury", "bills passed in May".

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_gerund, is_participle},
        lexicon as lex,
        words::Kind,
    },
    Governor, Nested, TriggerKind,
    attachment::{Attachment, alone},
};
use crate::text::table::List;

impl Attachment<'_, '_> {
    /// The noun phrase that the relative clause at `open` describes.
    pub(super) fn antecedent(&self, open: usize, set_off: bool) -> Option<Range<usize>> {
        let mut end = open;
        while end > 0
            && (matches!(self.word(end - 1).text, "," | "—" | "–")
                || self.word(end - 1).listed(lex::PREPOSITIONS))
        {
            end -= 1;
        }
        if end > 0 && self.word(end - 1).text == ")" {
            end = (0..end)
                .rev()
                .find(|&i| self.word(i).text == "(")
                .unwrap_or(end);
        }
        // "aid to the government of Norland, which began": a government does not begin.
        let begins = set_off
            && (open + 1..self.from).any(|i| {
                self.word(i).any(&[
                    "began", "begin", "begins", "ended", "ends", "started", "starts",
                ])
            });
        let whole = match (set_off, begins) {
            (true, true) => &["between", "for", "in", "of", "on", "to", "with"][..],
            (true, false) => &["between", "of"][..],
            _ => &[],
        };
        let mut start = self.whole_phrase(end, 0, whole);
        if (start..end).all(|i| self.word(i).kind != Kind::Word) && start > 1 {
            // "Anna Berg, 39, who": her age.
            end = start - 1;
            start = self.whole_phrase(end, 0, whole);
        }
        if self.sentence.words[start..end].iter().any(|w| w.is("and")) {
            start = list_start(self.sentence, start);
        }
        let last = self.word(end.checked_sub(1)?);
        let noun = last.kind != Kind::Mark || matches!(last.text, "”" | ")" | "\"" | "’");
        (start < end && noun && (start..end).any(|i| self.word(i).kind == Kind::Word))
            .then_some(start..end)
    }

    /// Where the noun phrase that ends before `end` begins, with what it is a part of by one of
    /// the prepositions `links`.
    pub(super) fn whole_phrase(&self, end: usize, floor: usize, links: &[&str]) -> usize {
        let sentence = self.sentence;
        let mut start = phrase_start(sentence, end, floor);
        // "relief of up to $20,000"
        let sum = (start..end).all(|i| {
            self.word(i).kind != Kind::Word
                || self
                    .word(i)
                    .any(&["billion", "million", "percent", "thousand"])
        });
        while sum
            && start > floor + 1
            && self.word(start - 1).any(&[
                "about", "least", "more", "nearly", "of", "over", "than", "to", "up",
            ])
        {
            let of = self.word(start - 1).is("of");
            start -= 1;
            if of {
                start = phrase_start(sentence, start, floor);
                break;
            }
        }
        for _ in 0..4 {
            if start < floor + 2 || !self.content(start - 2) && self.word(start - 2).text != ")" {
                break;
            }
            // A name without an article needs no "that": "an attack in Oslo that".
            let proper = (start..end).all(|i| self.word(i).capital())
                && !self.word(start - 2).capital()
                && self.word(start - 1).any(&["at", "in", "near"]);
            let part = self.word(start - 1).any(links)
                && (links.len() > 2
                    || self.word(start - 1).is("between")
                    || self.word(start - 2).capital());
            // "the talks with Norland, which began"
            let event = links.len() == 2
                && self.happens(start - 2)
                && self
                    .word(start - 1)
                    .any(&["against", "at", "for", "in", "on", "to", "with"]);
            let next = phrase_start(sentence, start - 1, floor);
            let whole = end - next <= 14 && next < start - 1 && !sentence.finite(start - 2);
            if !(proper || part || event) || !whole {
                break;
            }
            start = next;
        }
        self.behind_verb(start..end, floor)
    }

    /// Where a phrase begins that seems to begin with a verb: "to help restore the museum that",
    /// "NSM-16 supersedes Directive 9, issued".
    fn behind_verb(&self, phrase: Range<usize>, floor: usize) -> usize {
        let Range { mut start, end } = phrase;
        let modal = [
            "can", "could", "did", "not", "should", "to", "will", "would",
        ];
        let adverb = |i: usize| self.word(i).any(&["already", "also", "just", "now"]);
        let verb = |i: usize| {
            let word = self.word(i);
            let plain = !word.listed(lex::DETERMINERS) && !word.capital();
            let led = i > floor && self.word(i - 1).any(&modal);
            // "We’ve also bought three ships, which": the participle of "have".
            let done = i > floor
                && is_participle(word.text)
                && (self.word(i - 1).listed(lex::AUXILIARY) || adverb(i - 1));
            word.is("help") || plain && (led || done)
        };
        while start + 1 < end && (self.word(start).listed(lex::PREPOSITIONS) || adverb(start)) {
            start += 1;
        }
        if start + 1 < end && verb(start) {
            start += 1 + usize::from(self.word(start).is("help") && start + 2 < end);
        }
        let third = (start + 1..end.saturating_sub(1)).find(|&i| {
            let word = self.word(i);
            let s = word.text.ends_with('s') && !word.text.ends_with("ss") && !word.possessive();
            s && !word.capital()
                && word.kind == Kind::Word
                && !word.listed(lex::DETERMINERS)
                && (self.word(i - 1).capital() || self.word(i - 1).kind == Kind::Number)
                && (self.word(i + 1).capital() || self.word(i + 1).listed(lex::DETERMINERS))
        });
        third.map_or(start, |i| i + 1)
    }

    /// A noun with the participle behind it.
    pub(super) fn done(&self, participle: usize, floor: usize) -> Governor {
        let mut end = self.before_adverb(participle);
        let set_off = self.word(end - 1).text == ",";
        while end > floor && matches!(self.word(end - 1).text, "," | ")") {
            end -= 1;
            if self.word(end).text == ")" {
                end = (floor..end)
                    .rev()
                    .find(|&i| self.word(i).text == "(")
                    .unwrap_or(end);
            }
        }
        let links = ["between", "for", "in", "of", "on", "to", "with"];
        let links = if set_off { &links[..] } else { &[] };
        let start = self.whole_phrase(end, floor, links);
        let until = self.end(self.at.end, true);
        let noun = self.paper(start..end, floor).unwrap_or(start..end);
        Nested::phrase(TriggerKind::Participle, vec![noun, participle..until])
    }

    /// "the Treaty" in "the Treaty between the two states, signed": states are not signed.
    fn paper(&self, phrase: Range<usize>, floor: usize) -> Option<Range<usize>> {
        let Range { start, end } = phrase;
        let links = [
            "between",
            "concerning",
            "for",
            "in",
            "of",
            "on",
            "regarding",
            "relating",
            "to",
            "with",
        ];
        let noun = (floor..start)
            .rev()
            .take(40)
            .find(|&i| self.is_paper(i) && self.word(i + 1).any(&links))?;
        let named = |i: usize| {
            let word = self.word(i);
            let link =
                word.listed(lex::PREPOSITIONS) || word.listed(lex::DETERMINERS) || word.any(&links);
            word.capital() || word.text == "," || word.is("and") || link
        };
        let whole = (noun..start)
            .all(|i| !self.sentence.finite(i) && (self.word(i).text != "," || named(i + 1)));
        let from = phrase_start(self.sentence, noun + 1, floor);
        let end = if start - from <= 6 { end } else { noun + 1 };
        (whole && from <= noun).then_some(from..end)
    }

    /// The noun phrase from `start`, with what goes on behind `end`: "his visit", "to Oslo".
    pub(super) fn noun(&self, start: usize, end: usize) -> Governor {
        let limit = self.clause().words.end;
        let links = [
            "against", "at", "between", "by", "in", "of", "on", "to", "with",
        ];
        let goes_on = end < limit && self.word(end).any(&links);
        let end = if goes_on {
            self.phrase_end(end, limit)
        } else {
            end
        };
        Nested::phrase(TriggerKind::Noun, alone(start..end))
    }

    /// Where a phrase that goes on at `from` ends: at a mark, a verb, or after some words at the
    /// next preposition.
    pub(super) fn phrase_end(&self, from: usize, limit: usize) -> usize {
        (from + 1..limit)
            .find(|&i| {
                let word = self.word(i);
                word.kind == Kind::Mark
                    && !matches!(word.text, "“" | "”" | "\"" | "’" | "-" | "$" | "%")
                    || i > from + 6 && word.listed(lex::PREPOSITIONS)
                    || word.listed(lex::SUBORDINATORS)
                    || self.sentence.finite(i)
            })
            .unwrap_or(limit)
    }

    /// The noun that the date describes, in the phrase that begins at `first`: "his July 1 inauguration".
    pub(super) fn described(&self, first: usize) -> Option<usize> {
        let led = self.from == self.at.start
            && self.from > first
            && (self.word(self.from - 1).possessive()
                || self.word(self.from - 1).listed(lex::DETERMINERS));
        let next = self.at.end;
        let words = &self.sentence.words;
        let noun = |i: usize| i < words.len() && self.content(i) && !self.sentence.finite(i);
        (led && noun(next)).then(|| next + usize::from(noun(next + 1)))
    }

    /// "the start of Russia’s invasion": a beginning of something that happens.
    pub(super) fn begins(&self, head: usize) -> bool {
        self.word(head)
            .any(&["beginning", "onset", "outset", "start"])
            && (head + 1..self.from).any(|i| self.happens(i))
    }

    /// Whether the word `i` is a noun of what is signed, adopted or issued.
    pub(super) fn is_paper(&self, i: usize) -> bool {
        let base = self.word(i).base();
        let one = base.strip_suffix('s').unwrap_or(base);
        [base, one]
            .iter()
            .any(|w| lex::LAWS.has(w) || PAPERS.has(w))
    }

    /// Whether the word `i` is a noun of something that happens.
    pub(super) fn happens(&self, i: usize) -> bool {
        let word = self.word(i);
        let one = word.text.strip_suffix('s').unwrap_or(word.text);
        let listed = |list: &List| word.listed(list) || list.has(one);
        listed(lex::EVENTFUL) || listed(ACTS) || self.sentence.is_event_noun(i)
    }
}

/// What is signed, adopted or issued, besides laws.
const PAPERS: &List = &List::words(&[
    "accord",
    "agreement",
    "communiqué",
    "compact",
    "contract",
    "deal",
    "declaration",
    "framework",
    "guidance",
    "letter",
    "memorandum",
    "pact",
    "plan",
    "report",
    "statement",
    "strategy",
    "study",
]);

/// Nouns of what somebody did, besides those that news tell as happenings.
const ACTS: &List = &List::words(&[
    "acquisition",
    "adoption",
    "annexation",
    "approval",
    "completion",
    "creation",
    "death",
    "enactment",
    "establishment",
    "expansion",
    "formation",
    "founding",
    "inception",
    "introduction",
    "order",
    "overthrow",
    "passage",
    "publication",
    "purchase",
    "ratification",
    "removal",
    "repeal",
    "return",
    "takeover",
    "victory",
]);

/// "the man who shot the mayor was sentenced on Monday": the verb before the date `at` that
/// belongs to the clause around the relative one, `clause`.
pub(in super::super) fn verb_after(
    sentence: &Sentence<'_>,
    clause: Range<usize>,
    at: &Range<usize>,
) -> Option<usize> {
    let word = |i: usize| &sentence.words[i];
    let first = sentence.verb(clause.start + 1..at.start)?;
    let grouped = |i: usize| {
        sentence.finite(i)
            || is_participle(word(i).text)
            || word(i).text.ends_with("ly")
            || word(i).any(&["not", "been", "also", "finally", "later"])
    };
    let own = (first..at.start).find(|&i| !grouped(i))?;
    let last = (own..at.start).rev().find(|&i| sentence.finite(i))?;
    let verb = (own..=last).rev().find(|&i| i == own || !grouped(i - 1))?;
    let before = word(verb - 1);
    // "who said that profits fell", "who shot the mayor and fled", "who knew she left".
    let told = word(first).listed(lex::SAYING) || word(first).listed(lex::HOLDING);
    let joined = (own..verb)
        .any(|i| word(i).any(&["and", "or", "but", "that", "what", "how"]) || word(i).text == ",");
    let alone =
        before.kind != Kind::Mark && !before.listed(lex::PRONOUNS) && !is_gerund(before.text);
    (!told && !joined && alone && verb > own).then_some(verb)
}

/// Where the list begins whose last part begins at `start`: "Japan, Australia and New Zealand, who …"
pub(in super::super) fn list_start(sentence: &Sentence<'_>, mut start: usize) -> usize {
    let word = |i: usize| &sentence.words[i];
    for _ in 0..6 {
        let listed = start >= 2
            && word(start - 1).text == ","
            && word(start - 2).capital()
            && word(start).capital();
        if !listed {
            break;
        }
        let next = phrase_start(sentence, start - 1, 0);
        if next >= start - 1 {
            break;
        }
        start = next;
    }
    start
}

/// Where the noun phrase that ends before `end` begins, not before `floor`.
pub(in super::super) fn phrase_start(sentence: &Sentence<'_>, end: usize, floor: usize) -> usize {
    let mut start = end;
    while start > floor {
        let word = &sentence.words[start - 1];
        let stops = (word.kind == Kind::Mark
            && !matches!(
                word.text,
                "“" | "”" | "\"" | "(" | ")" | "-" | "%" | "$" | "‘" | "’"
            ))
            && !(word.text == "," && start == end)
            || word.listed(lex::PREPOSITIONS) && !(word.is("of") || word.is("for"))
            || word.is("to")
            || word.listed(lex::SUBORDINATORS) && start < end
            || word.listed(lex::PRONOUNS) && !(word.is("her") && start < end)
            || word.listed(lex::AUXILIARY)
            || sentence.finite(start - 1)
            || is_gerund(word.text) && start < end;
        if stops {
            break;
        }
        start -= 1;
        if word.listed(lex::DETERMINERS) && start + 1 < end && !word.is("all") && !word.is("both") {
            break;
        }
    }
    start
}
