//! Parts of speech and classes of the words of a sentence.

use super::Sentence;
use crate::{
    language::{Class, Classes, Penn, Pos, en},
    text::Span,
    timeline::words::Word,
};

/// Classes of verbs that say how things are or what is felt: nothing comes about by them.
const STATES: &[Class] = &[
    Class::Stative,
    Class::Perception,
    Class::Cognition,
    Class::Emotion,
    Class::Body,
    Class::Weather,
    Class::Belief,
    Class::Continue,
];

/// Classes of verbs of what goes on in a mind or body.
const MINDS: &[Class] = &[
    Class::Perception,
    Class::Cognition,
    Class::Emotion,
    Class::Body,
    Class::Weather,
];

/// Classes of verbs of what is done once and then is done.
const ONCE: &[Class] = &[
    Class::Creation,
    Class::Social,
    Class::Communication,
    Class::Competition,
    Class::Contact,
    Class::Motion,
    Class::Begin,
    Class::End,
];

impl Sentence<'_> {
    /// Whether the word `i` is a verb in any form.
    pub(in super::super) fn is_verb(&self, i: usize) -> bool {
        matches!(
            self.tags[i],
            Penn::Vb | Penn::Vbd | Penn::Vbg | Penn::Vbn | Penn::Vbp | Penn::Vbz
        )
    }

    /// Whether the word `i` is a past form or a participle of the past.
    pub(in super::super) fn is_done(&self, i: usize) -> bool {
        matches!(self.tags[i], Penn::Vbd | Penn::Vbn)
    }

    /// The classes of the word `i` as the part of speech that it has here.
    pub(in super::super) fn classes(&self, i: usize) -> Classes {
        let tag = self.tags[i];
        let pos = match tag {
            Penn::Nn | Penn::Nns => Pos::Noun,
            Penn::Nnp | Penn::Nnps => Pos::Propn,
            Penn::Jj | Penn::Jjr | Penn::Jjs => Pos::Adj,
            _ if self.is_verb(i) => Pos::Verb,
            _ => Pos::X,
        };
        let lemma = en::lemma_of(self.words[i].base(), tag).to_lowercase();
        let classes = en::classes_of(&lemma, pos);
        // "cancelled", "totalled": the British doubling.
        match lemma.strip_suffix("ll") {
            Some(stem) if classes == Classes::NONE => en::classes_of(&format!("{stem}l"), pos),
            _ => classes,
        }
    }

    /// Whether the word `i` has `class`.
    pub(in super::super) fn is_a(&self, i: usize, class: Class) -> bool {
        self.classes(i).has(class)
    }

    /// Whether the word `i` is a common noun of something that happens.
    pub(in super::super) fn is_event_noun(&self, i: usize) -> bool {
        let noun = matches!(self.tags[i], Penn::Nn | Penn::Nns);
        noun && (self.is_a(i, Class::Event) || is_verb_and_particle(self.words[i].base()))
    }

    /// Whether the word `i` is a common noun of people.
    pub(in super::super) fn is_people(&self, i: usize) -> bool {
        let classes = self.classes(i);
        matches!(classes.first(), Some(Class::Person | Class::Group))
    }

    /// Whether the word `i` is a verb by which something comes about, no state and no feeling.
    pub(in super::super) fn is_deed(&self, i: usize) -> bool {
        let classes = self.classes(i);
        let felt = classes.first().is_none_or(|class| MINDS.contains(&class));
        let acts = Class::ALL
            .iter()
            .any(|class| classes.has(*class) && !STATES.contains(class));
        self.is_verb(i) && acts && !felt && !classes.has(Class::Belief)
    }

    /// Whether the word `i` is a verb of what is done once: "inaugurate", no growth and no state.
    pub(in super::super) fn is_once(&self, i: usize) -> bool {
        self.is_verb(i) && self.classes(i).any(ONCE)
    }
}

/// Whether a noun is made of a verb and its particle: "sell-off", "walk-out".
fn is_verb_and_particle(noun: &str) -> bool {
    noun.split_once('-').is_some_and(|(verb, particle)| {
        ["back", "down", "in", "off", "out", "over", "up"].contains(&particle)
            && en::classes_of(&verb.to_lowercase(), Pos::Verb) != Classes::NONE
    })
}

/// The part of speech of each word. Where the floor of language cuts a word into several
/// ("don’t", "Lee’s"), that of the first piece.
pub(super) fn tags(text: &str, span: Span, words: &[Word<'_>]) -> Vec<Penn> {
    let mut tokens = en::tags(text, span).into_iter().peekable();
    words
        .iter()
        .map(|word| {
            while tokens
                .next_if(|(token, _)| token.end <= word.span.start)
                .is_some()
            {}
            tokens.peek().map_or(Penn::Nn, |(_, penn)| *penn)
        })
        .collect()
}
