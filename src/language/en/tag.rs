//! Part-of-speech tagging: a greedy averaged perceptron over joint tags.
//!
//! Each word, from left to right, takes the tag whose weights over 27 features add up to most
//! (Collins 2002). A word that the training data tags one way only takes that tag at once.

use super::{
    tags::{TAGS, Tag},
    word::Word,
};
use crate::language::weights::{Weights, best, mix};

/// Marks the keys of the lexicon among those of features.
pub(crate) const LEXICON: u64 = 0xABCD_0001;

/// What stands before the first tag.
const NO_TAG: Tag = 255;

/// Number of features of a word.
pub(crate) const FEATURES: usize = 27;

/// What the lexicon knows of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    /// One more than the word's commonest tag; zero where the word is unknown.
    commonest: u64,
    /// The tag, where the word has no other.
    only: Option<Tag>,
}

/// What the lexicon that lies among the weights knows of `word`.
pub(crate) fn known(model: &impl Weights, word: Word) -> Known {
    if word.is_none() {
        return Known::default();
    }
    // A weight above zero decides alone; one below only names the commonest tag.
    match model.first(mix(LEXICON, word.form)) {
        Some((tag, weight)) => Known {
            commonest: u64::from(tag) + 1,
            only: (weight > 0).then_some(tag),
        },
        None => Known::default(),
    }
}

/// The keys of a list of features: each a hash of its place in the list and of its values.
macro_rules! keys {
    ($seed:expr; $($($value:expr),+);+ $(;)?) => {{
        let mut place: u64 = $seed;
        [$( {
            place += 1;
            let key = place;
            $( let key = mix(key, u64::from($value)); )+
            key
        } ),+]
    }};
}
pub(crate) use keys;

/// Where a tagger stands: the word and what was decided before it.
pub(crate) struct Place<'s> {
    /// The words of the sentence, two of none before and after them.
    pub(crate) words: &'s [Word],
    /// The word to be tagged.
    pub(crate) at: usize,
    /// What is known of the word and the two after it.
    pub(crate) known: [Known; 3],
    /// The tags of the two words before, the nearer first.
    pub(crate) before: [Tag; 2],
}

impl<'s> Place<'s> {
    /// The first word of `words`.
    pub(crate) fn first(model: &impl Weights, words: &'s [Word]) -> Self {
        let look = |at: usize| words.get(at).map_or(Known::default(), |w| known(model, *w));
        Self {
            words,
            at: 2,
            known: [look(2), look(3), look(4)],
            before: [NO_TAG; 2],
        }
    }

    /// Whether the place is past the last word.
    pub(crate) const fn past(&self) -> bool {
        self.at + 2 >= self.words.len()
    }

    /// The tag that the lexicon alone decides.
    pub(crate) const fn only(&self) -> Option<Tag> {
        self.known[0].only
    }

    /// The next word; this one has `tag`.
    pub(crate) fn next(&mut self, model: &impl Weights, tag: Tag) {
        self.at += 1;
        self.before = [tag, self.before[0]];
        let ahead = self.words.get(self.at + 2);
        let ahead = ahead.map_or(Known::default(), |word| known(model, *word));
        self.known = [self.known[1], self.known[2], ahead];
    }

    /// The features of the word: its form, its ends, its neighbours, their tags.
    #[inline]
    pub(crate) fn features(&self) -> [u64; FEATURES] {
        let at = self.at;
        let (word, last, next) = (self.words[at], self.words[at - 1], self.words[at + 1]);
        let (last2, next2) = (self.words[at - 2], self.words[at + 2]);
        let [tag1, tag2] = self.before;
        let [k0, k1, k2] = self.known.map(|known| known.commonest);
        keys!(0;
            word.form;
            word.form, word.shape;
            word.ending(3), word.capital();
            word.ending(2);
            word.ending(4);
            word.ending(1), word.shape;
            word.prefix;
            word.shape;
            word.shape, tag1;
            tag1;
            tag1, tag2;
            word.form, tag1;
            last.form;
            last.form, word.form;
            next.form;
            word.form, next.form;
            next2.form;
            last2.form;
            next.ending(3);
            k1;
            k1, k2;
            tag1, k0, k1;
            tag1, tag2, k0;
            k0;
            word.plain_shape(), next.plain_shape();
            word.ending(3), tag1;
            word.ending(2), tag1, k1;
        )
    }
}

/// The tags of `words`, which two of none stand before and after.
pub(crate) fn tag(model: &impl Weights, words: &[Word]) -> Vec<Tag> {
    let mut tags = Vec::with_capacity(words.len().saturating_sub(4));
    let mut scores = [0; TAGS.len()];
    let mut place = Place::first(model, words);
    while !place.past() {
        let tag = place.only().unwrap_or_else(|| {
            scores.fill(0);
            for key in place.features() {
                model.add(key, &mut scores);
            }
            best(&scores) as Tag
        });
        tags.push(tag);
        place.next(model, tag);
    }
    tags
}
