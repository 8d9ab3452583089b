//! Classes of words: what a rule asks for instead of words.

/// Classes with the names that the rows of a lexicon use.
macro_rules! classes {
    ($($Variant:ident = $name:literal, $doc:literal;)*) => {
        /// A class of words by meaning.
        ///
        /// Those of verbs and nouns are `WordNet`'s files of senses (`verb.communication`,
        /// `noun.act`), a word having the class of its commonest sense first; below them stand
        /// the classes that news needs, which are told by hand. A name that verbs and nouns
        /// share ("communication") is one class: the part of speech says which.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Class {
            $(#[doc = $doc] $Variant,)*
        }

        impl Class {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$Variant),*];

            /// The name in the rows of a lexicon.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)*
                }
            }
        }
    };
}

classes! {
    Body = "body", "Care and functions of the body: sleep, dress; a part of it.";
    Change = "change", "Change of size, state, temperature: grow, end, open.";
    Cognition = "cognition", "Thinking, judging; an idea.";
    Communication = "communication", "Telling, asking, ordering; what is told.";
    Competition = "competition", "Fighting, playing, running for an office.";
    Consumption = "consumption", "Eating, drinking, using.";
    Contact = "contact", "Touching, hitting, tying.";
    Creation = "creation", "Making, building, performing.";
    Emotion = "emotion", "Feeling: fear, admire.";
    Motion = "motion", "Walking, flying, travelling.";
    Perception = "perception", "Seeing, hearing, showing.";
    Possession = "possession", "Buying, selling, owning; what is owned.";
    Social = "social", "Political and social acts: elect, meet, sentence.";
    Stative = "stative", "Being, having, relations in space: remain, contain.";
    Weather = "weather", "Raining, shining.";

    Act = "act", "An act: visit, attack, policy.";
    Animal = "animal", "An animal.";
    Artifact = "artifact", "A thing that people made: bridge, missile.";
    Attribute = "attribute", "A property: height, safety.";
    Event = "event", "What happens: noun of an event by its class or because it names what its verb does.";
    Feeling = "feeling", "A feeling: anger.";
    Food = "food", "Food and drink.";
    Group = "group", "A group of people or things: party, parliament, company.";
    Location = "location", "A place: city, border.";
    Motive = "motive", "A motive: reason, conscience.";
    Object = "object", "A thing of nature: river, moon.";
    Person = "person", "A person: minister, soldier.";
    Phenomenon = "phenomenon", "A phenomenon of nature: storm, light.";
    Plant = "plant", "A plant.";
    Process = "process", "A process of nature: growth, decay.";
    Quantity = "quantity", "A quantity or a unit: percent, kilometre, dozen.";
    Relation = "relation", "A relation: share, ratio.";
    Shape = "shape", "A shape: line, square.";
    State = "state", "A state: peace, illness.";
    Substance = "substance", "A substance: oil, water.";
    Time = "time", "A stretch or point of time: year, deadline.";

    Report = "report", "Verb that tells what somebody says: say, announce, warn.";
    Begin = "begin", "Verb or noun of a beginning: start, launch, take effect.";
    End = "end", "Verb or noun of an end: end, expire, close.";
    Continue = "continue", "Verb of going on: continue, remain, last.";
    Plan = "plan", "Verb, noun or adjective of what is meant to be: plan, expect, schedule, due.";
    Cancel = "cancel", "Verb of what is called off or put off: cancel, postpone.";
    Deny = "deny", "Verb that denies its complement: deny, reject, refute.";
    Fail = "fail", "Verb whose complement does not come about: fail, refuse, decline.";
    Order = "order", "Verb that asks or lets another do it: order, urge, allow.";
    Occur = "occur", "Verb that says only that its subject happens: occur, take place.";
    Light = "light", "Verb whose object names what is done: make, hold, take.";
    Belief = "belief", "Verb of what is held true: think, believe, assume.";
    Hypothesis = "hypothesis", "Verb of what is imagined: imagine, suppose.";
    Ability = "ability", "Modal of ability: can, could.";
    Possibility = "possibility", "Modal of possibility: may, might.";
    Obligation = "obligation", "Modal of obligation: must, should.";
    Future = "future", "Modal of the future: will, shall.";
    Would = "would", "The modal \"would\".";
    Negative = "negative", "Word that negates: not, never, no, nobody.";
    Condition = "condition", "Conjunction of a condition: if, unless.";
    Temporal = "temporal", "Conjunction of time: when, after, until.";
    Cause = "cause", "Conjunction of a cause: because, since.";
    Concession = "concession", "Conjunction of a concession: although, despite.";
    Honorific = "honorific", "Title before a name: Mr, President, General.";
}

/// A set of classes; the one that the word has first of all is kept apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    first: Option<Class>,
    bits: u64,
}

impl Classes {
    /// No class.
    pub const NONE: Self = Self {
        first: None,
        bits: 0,
    };

    /// The classes that a row names, separated by spaces; a name that is none is passed over.
    #[must_use]
    pub fn parse(names: &str) -> Self {
        let known = names
            .split(' ')
            .filter_map(|name| Class::ALL.iter().find(|class| class.name() == name));
        known.fold(Self::NONE, |classes, class| classes.with(*class))
    }

    /// The set with `class` in it.
    #[must_use]
    pub const fn with(self, class: Class) -> Self {
        let first = match self.first {
            None => Some(class),
            some => some,
        };
        Self {
            first,
            bits: self.bits | 1 << class as u8,
        }
    }

    /// The class of the commonest sense.
    #[must_use]
    pub const fn first(self) -> Option<Class> {
        self.first
    }

    /// Whether `class` is in the set.
    #[must_use]
    pub const fn has(self, class: Class) -> bool {
        self.bits >> class as u8 & 1 == 1
    }

    /// Whether one of `classes` is in the set.
    #[must_use]
    pub fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.has(*class))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_named() {
        let classes = Classes::parse("communication report nonsense");
        assert_eq!(classes.first(), Some(Class::Communication));
        assert!(classes.has(Class::Report) && !classes.has(Class::Motion));
        assert!(Class::ALL.len() <= 64);
    }
}
