//! Where a relative clause opens, with a pronoun or without one.

use std::ops::Range;

use super::{
    super::{clause::Opener, lexicon as lex, words::Kind},
    attachment::Attachment,
    noun::phrase_start,
};

impl Attachment<'_, '_> {
    /// The word that opens the relative clause around the date, and whether it opens without a
    /// pronoun of its own: "the deal we signed".
    pub(super) fn opener(&self) -> Option<(usize, bool)> {
        let clauses = &self.sentence.clauses;
        let index = self.sentence.clause(self.at.start);
        let clause = &clauses[index];
        let open = match clause.opener {
            Opener::Relative => clause.words.start,
            Opener::Coordinated
                if index > 0
                    && clauses[index - 1].opener == Opener::Relative
                    && self.word(clause.words.start - 1).text != "," =>
            {
                clauses[index - 1].words.start
            }
            Opener::Gerund => return None,
            _ => return self.object_relative(clause.words.clone()),
        };
        let before = self.word(open.checked_sub(1)?);
        // "asked who won in 2020", "know where"
        let asked = before.kind == Kind::Word
            && (self.sentence.finite(open - 1)
                || before.any(ASKING)
                || before.listed(lex::PREPOSITIONS) && !self.word(open).any(&["which", "whom"]));
        (!asked).then_some((open, false))
    }

    /// "a town that he won in 2020", "the deal we signed in May": the noun before is the object.
    fn object_relative(&self, clause: Range<usize>) -> Option<(usize, bool)> {
        let sentence = self.sentence;
        (clause.start + 2..self.from).rev().find_map(|i| {
            let that = self.word(i).is("that");
            if that && self.content(i - 1) && sentence.finite(i + 1) && !sentence.finite(i - 1) {
                let start = phrase_start(sentence, i, clause.start);
                let led = self.word(start).listed(lex::DETERMINERS)
                    || start > 0 && self.word(start - 1).listed(lex::PREPOSITIONS);
                let says = self.word(i - 1).listed(lex::SAYING);
                return (led && !says && start + 1 < i || led && self.word(i - 1).capital())
                    .then_some((i, false));
            }
            let subject = i + usize::from(that);
            let begins = subject < self.from
                && (self.word(subject).listed(lex::DETERMINERS) || self.word(subject).capital());
            let noun = begins && !self.word(i).capital() && !self.word(i - 1).capital();
            let opens = if that {
                begins || subject < self.from && self.word(subject).listed(lex::PRONOUNS)
            } else {
                noun || self.word(i).any(SUBJECTS)
            };
            if !opens || !self.content(i - 1) || sentence.finite(i - 1) {
                return None;
            }
            let reach = if that || noun { 5 } else { 2 };
            let verb = sentence.verb(subject + 1..(subject + 1 + reach).min(self.from))?;
            // "the plan the mayor announced": only the verb and the date tell it from two objects.
            let plain = (subject + 1..verb).all(|j| self.content(j) || self.word(j).is("of"));
            if noun && !that && (verb + 1 != self.from || !plain) {
                return None;
            }
            let start = phrase_start(sentence, i, clause.start);
            let described = self.word(i - 1);
            let governed = that && start > 0 && self.word(start - 1).listed(lex::PREPOSITIONS);
            let led = governed
                || start + 1 < i
                    && (self.word(start).listed(lex::DETERMINERS) || self.word(start).possessive());
            let hosted = sentence.verb(clause.start..start).is_some()
                || sentence.verb(self.at.end..clause.end).is_some();
            let told = self.word(verb).any(SAID)
                || sentence.words[start.saturating_sub(2)..start]
                    .iter()
                    .any(|w| w.listed(lex::SAYING) || w.listed(lex::HOLDING) || w.any(TELLING));
            let object = verb + 1 < self.from
                && (self.word(verb + 1).listed(lex::DETERMINERS)
                    || self.word(verb + 1).listed(lex::PRONOUNS)
                    || self.word(verb + 1).capital());
            (led && hosted && !told && !object && !described.any(CONTENTS) && !described.any(TIMES))
                .then_some((i, !that))
        })
    }
}

/// Pronouns that are subjects and no objects, or both.
const SUBJECTS: &[&str] = &["he", "i", "it", "she", "they", "we", "you"];

/// Verbs of saying that have no noun for an object: "the day he said".
const SAID: &[&str] = &[
    "added", "adds", "noted", "said", "say", "says", "tells", "thought", "told",
];

/// Verbs before a question inside a sentence.
const ASKING: &[&str] = &[
    "ask",
    "asking",
    "determine",
    "determining",
    "know",
    "knowing",
    "matter",
    "remember",
    "see",
    "tell",
    "understand",
];

/// Verbs of telling somebody something.
const TELLING: &[&str] = &[
    "assure",
    "assured",
    "convince",
    "convinced",
    "inform",
    "informed",
    "notified",
    "notify",
    "promise",
    "promised",
    "remind",
    "reminded",
    "show",
    "tell",
    "telling",
    "warn",
    "warned",
];

/// Nouns with "that" behind them, where the clause says what they are: "the claim that he won".
const CONTENTS: &[&str] = &[
    "announcement",
    "argument",
    "assertion",
    "belief",
    "case",
    "chance",
    "claim",
    "concern",
    "conclusion",
    "confidence",
    "decision",
    "evidence",
    "fact",
    "fear",
    "feeling",
    "hope",
    "idea",
    "indication",
    "message",
    "news",
    "notion",
    "point",
    "possibility",
    "promise",
    "proof",
    "report",
    "risk",
    "sense",
    "sign",
    "statement",
    "suggestion",
    "thought",
    "truth",
    "view",
];

/// Nouns of time and manner: "the day he was born" dates and does not tell of the day.
const TIMES: &[&str] = &[
    "day", "hour", "minute", "moment", "month", "night", "reason", "time", "times", "way", "week",
    "year",
];
