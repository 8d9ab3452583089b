//! The named features of a dated expression that the weights count.
//!
//! A feature is a yes/no question that any English text can answer: how the date is written, what
//! stands around it, where the sentence stands, how the date lies to publication. A new feature is
//! one row of the table and a row of `assets/weights/factuality.tsv`, which the trainer writes.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_participle, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    Register,
};
use crate::temporal::{Granularity, Timex};

/// A dated expression with what the features ask about.
pub struct Setting<'s, 't> {
    /// The sentence.
    pub sentence: &'s Sentence<'t>,
    /// The words of the date.
    pub at: &'s Range<usize>,
    /// The date.
    pub timex: &'s Timex,
    /// In what kind of text the sentence stands.
    pub register: Register,
    /// How many paragraphs of the body stand before.
    pub paragraph: usize,
    /// How many dates the sentence has.
    pub in_sentence: usize,
    /// How many dates the article has.
    pub in_article: usize,
    /// Whether the article gave this date before.
    pub repeated: bool,
}

/// A named feature.
pub struct Feature {
    /// The name, as the table of weights has it.
    pub name: &'static str,
    /// When it holds.
    pub doc: &'static str,
    /// Asks it.
    pub holds: fn(&Setting<'_, '_>) -> bool,
}

macro_rules! features {
    ($($name:literal, $doc:literal, $holds:expr;)+) => {
        /// Every feature, in the order of the table of weights.
        pub const ALL: &[Feature] = &[$(Feature { name: $name, doc: $doc, holds: $holds }),+];
    };
}

features! {
    "day", "The date is a day.", |s| s.granularity() == Some(Granularity::Day);
    "week", "The date is a week.", |s| s.granularity() == Some(Granularity::Week);
    "month", "The date is a month.", |s| s.granularity() == Some(Granularity::Month);
    "year", "The date is a year.", |s| s.granularity() == Some(Granularity::Year);
    "weekday", "A day of the week is named.", |s| s.words().iter().any(|w| weekday(w));
    "month and number", "A month stands with a day or a year.", |s| s.names_month() && s.has_number();
    "bare month", "A month stands alone.", |s| s.names_month() && !s.has_number();
    "bare year", "A year stands alone.", |s| s.words().len() == 1 && s.has_number();
    "relative", "It counts from another date and names no weekday.", |s| s.timex.anchor.is_some() && !s.words().iter().any(weekday);
    "holiday", "A holiday is named.", |s| s.timex.rule.name == "holiday";
    "after in", "It follows \"in\".", |s| s.follows(&["in"]);
    "after on", "It follows \"on\".", |s| s.follows(&["on"]);
    "after by", "It follows \"by\".", |s| s.follows(&["by"]);
    "after since", "It follows \"since\".", |s| s.follows(&["since"]);
    "after from", "It follows \"from\".", |s| s.follows(&["from"]);
    "after until", "It follows \"until\".", |s| s.follows(&["until", "till"]);
    "after for", "It follows \"for\".", |s| s.follows(&["for"]);
    "after bound", "It follows \"after\" or \"before\".", |s| s.follows(&["after", "before"]);
    "after of", "It follows \"of\".", |s| s.follows(&["of"]);
    "after at", "It follows \"at\".", |s| s.follows(&["at"]);
    "after other word", "It follows a word that is none of the prepositions of time.", |s| s.before().is_some_and(|w| w.kind == Kind::Word && !w.listed(lex::PREPOSITIONS));
    "first", "It begins the sentence.", |s| s.at.start == 0;
    "early", "It stands among the first five words.", |s| s.at.start < 5;
    "caption", "It stands under a picture.", |s| s.register.caption;
    "spoken", "It stands in a speech or conversation.", |s| s.register.spoken;
    "first paragraph", "It stands in the first paragraph.", |s| s.paragraph == 0 && !s.register.caption;
    "lead", "It stands in the second to fourth paragraph.", |s| (1..4).contains(&s.paragraph) && !s.register.caption;
    "no final stop", "The sentence has no mark at its end: a heading, an item.", |s| s.unfinished();
    "ahead", "It lies after publication.", |s| s.age().is_some_and(|days| days < 0);
    "fresh", "A day: that of publication or the day before.", |s| s.day_age(0..2);
    "of the week", "A day in the week before publication.", |s| s.day_age(2..8);
    "of two months", "A day in the two months before publication.", |s| s.day_age(8..61);
    "old day", "A day more than two months before publication.", |s| s.day_age(61..i64::MAX);
    "this year", "Coarser than a day, not over at publication or in its year.", |s| s.coarse_age(i64::MIN..366);
    "last year", "Coarser than a day, of the year before.", |s| s.coarse_age(366..731);
    "old", "Coarser than a day, more than two years back.", |s| s.coarse_age(731..i64::MAX);
    "publication unknown", "The day of publication is not known.", |s| s.register.published.is_none();
    "percent", "The sentence gives a percentage.", |s| s.sentence.words.iter().any(|w| w.text == "%" || w.any(&["percent", "per"]));
    "money", "A sum of money stands near.", |s| s.near(8).any(|w| matches!(w.text, "$" | "€" | "£") || w.any(&["million", "billion"]));
    "comparison", "A comparison stands near.", |s| s.near(8).any(|w| w.any(&["than", "average", "record", "compared", "total", "rose", "fell", "increase", "increased", "up", "down"]));
    "many numbers", "The sentence has more than three numbers.", |s| s.sentence.words.iter().filter(|w| w.kind == Kind::Number).count() > 3;
    "another date", "The sentence has another date.", |s| s.in_sentence > 1;
    "two other dates", "The sentence has two other dates or more.", |s| s.in_sentence > 2;
    "article of dates", "The article has more than twelve dates.", |s| s.in_article > 12;
    "repeated", "The article gave this date before.", |s| s.repeated;
    "short", "The sentence is shorter than 60 bytes.", |s| s.sentence.span.len() < 60;
    "long", "The sentence is longer than 260 bytes.", |s| s.sentence.span.len() > 260;
    "quoted", "It stands inside a quotation.", |s| s.sentence.quoted.get(s.at.start).copied().unwrap_or(false);
    "noun follows", "A word that no sentence is built with follows: \"the July meeting\".", |s| s.after().is_some_and(|w| w.kind == Kind::Word && !w.capital() && !w.function());
    "possessive", "It owns what follows: \"Friday’s verdict\".", |s| s.words().last().is_some_and(Word::possessive);
    "past verb", "The verb of the clause is past.", |s| s.verb().is_some_and(|w| is_past(w.text) || w.any(&["was", "were", "did", "had"]));
    "present verb", "The verb of the clause is present.", |s| s.verb().is_some_and(|w| !is_past(w.text) && !w.any(&["was", "were", "did", "had", "will"]) && !w.any(MODALS));
    "will", "The verb of the clause is in the future.", |s| s.verb().is_some_and(|w| w.is("will"));
    "modal", "The verb of the clause is a modal.", |s| s.verb().is_some_and(|w| w.any(MODALS));
    "perfect", "The verb of the clause is in the perfect.", |s| s.verb().is_some_and(|w| w.any(&["has", "have", "had"]));
    "no verb", "The clause has no verb.", |s| s.verb().is_none();
    "passive", "The verb of the clause is passive.", |s| s.passive();
    "copula", "The verb of the clause joins a subject to what it is.", |s| s.copula();
    "name before verb", "A name stands before the verb.", |s| s.subject().is_some_and(|w| w.capital() && !w.listed(lex::PRONOUNS));
    "pronoun before verb", "A pronoun stands before the verb.", |s| s.subject().is_some_and(|w| w.listed(lex::PRONOUNS));
    "relative clause", "It stands in a relative clause.", |s| s.opener(super::super::clause::Opener::Relative);
    "subordinate clause", "It stands in a subordinate clause.", |s| s.opener(super::super::clause::Opener::Subordinate);
}

/// Modal verbs that leave open whether something happens.
const MODALS: &[&str] = &["can", "could", "may", "might", "must", "should", "would"];

fn weekday(word: &Word<'_>) -> bool {
    word.capital() && word.base().ends_with("day") && word.listed(lex::MONTHS_DAYS)
}

impl<'t> Setting<'_, 't> {
    fn words(&self) -> &[Word<'t>] {
        self.sentence.words.get(self.at.clone()).unwrap_or_default()
    }

    fn before(&self) -> Option<&Word<'t>> {
        self.sentence.words.get(self.at.start.checked_sub(1)?)
    }

    fn after(&self) -> Option<&Word<'t>> {
        self.sentence.words.get(self.at.end)
    }

    fn follows(&self, words: &[&str]) -> bool {
        self.before().is_some_and(|w| w.any(words))
    }

    fn near(&self, reach: usize) -> impl Iterator<Item = &Word<'t>> {
        let words = &self.sentence.words;
        let from = self.at.start.saturating_sub(reach);
        let to = words.len().min(self.at.end + reach);
        words[from.min(to)..to].iter()
    }

    fn names_month(&self) -> bool {
        self.words()
            .iter()
            .any(|w| w.capital() && w.listed(lex::MONTHS_DAYS) && !weekday(w))
    }

    fn has_number(&self) -> bool {
        self.words().iter().any(|w| w.kind == Kind::Number)
    }

    fn granularity(&self) -> Option<Granularity> {
        self.timex.date.map(|date| date.granularity)
    }

    /// How many days before publication the date ends.
    fn age(&self) -> Option<i64> {
        let (date, published) = self.timex.date.zip(self.register.published)?;
        if date.first > published {
            return Some(-1);
        }
        Some((published - date.last).num_days().max(0))
    }

    fn day_age(&self, days: Range<i64>) -> bool {
        self.granularity() == Some(Granularity::Day)
            && self
                .age()
                .is_some_and(|age| age >= 0 && days.contains(&age))
    }

    fn coarse_age(&self, days: Range<i64>) -> bool {
        self.granularity().is_some_and(|g| g > Granularity::Day)
            && self
                .age()
                .is_some_and(|age| age >= 0 && days.contains(&age))
    }

    /// The first finite verb of the clause.
    fn verb_at(&self) -> Option<usize> {
        let clause = &self.sentence.clauses[self.sentence.clause(self.at.start)];
        self.sentence.verb(clause.words.clone())
    }

    fn verb(&self) -> Option<&Word<'t>> {
        self.sentence.words.get(self.verb_at()?)
    }

    fn subject(&self) -> Option<&Word<'t>> {
        self.sentence.words.get(self.verb_at()?.checked_sub(1)?)
    }

    /// The word that the form of "be" at the verb leads to, past "not" and adverbs.
    fn predicate(&self) -> Option<&Word<'t>> {
        let verb = self.verb_at()?;
        let words = &self.sentence.words;
        let be = words[verb].any(&["is", "are", "was", "were", "am"]);
        words[verb + 1..]
            .iter()
            .find(|w| !w.any(&["not", "also", "been"]) && !w.text.ends_with("ly"))
            .filter(|_| be)
    }

    fn passive(&self) -> bool {
        self.predicate().is_some_and(|w| is_participle(w.text))
    }

    fn copula(&self) -> bool {
        self.predicate()
            .is_some_and(|w| !is_participle(w.text) && !w.text.ends_with("ing"))
    }

    fn opener(&self, opener: super::super::clause::Opener) -> bool {
        self.sentence.clauses[self.sentence.clause(self.at.start)].opener == opener
    }

    /// Whether the sentence ends without a mark.
    fn unfinished(&self) -> bool {
        let mut last = self.sentence.words.iter().rev();
        let end = last.find(|w| !matches!(w.text, "”" | "\"" | "’" | "'" | ")" | "]"));
        end.is_some_and(|w| w.kind != Kind::Mark && !w.text.ends_with('.'))
    }
}
