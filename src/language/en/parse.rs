//! Dependency parsing: greedy transitions of the arc-hybrid system.
//!
//! A stack and the words not yet read; each step shifts the next word or makes the top of the
//! stack a dependent of the next word (left) or of the word below it (right), as one model
//! decides; a second model names the relation of each arc as it is made (Kuhlmann, Gómez-
//! Rodríguez and Satta 2011; trained with the dynamic oracle of Goldberg and Nivre 2013).
//! A sentence of n words takes 2n steps.

use super::{
    features::{label_features, step_features},
    tags::{TAGS, Tag},
    word::Word,
};
use crate::language::{
    Penn, Pos, Relation,
    weights::{Weights, best},
};

/// The longest sentence that is parsed as one; its places fit a `u16`.
pub(crate) const LONGEST: usize = 512;

/// A step of the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Puts the next word on the stack.
    Shift,
    /// The next word is the head of the top of the stack.
    Left,
    /// The word below the top of the stack is the head of the top.
    Right,
}

/// The steps in the order of the model's classes.
pub(crate) const STEPS: [Step; 3] = [Step::Shift, Step::Left, Step::Right];

/// A word, what has been attached to it, and to what it has been attached.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Node {
    pub(crate) form: u64,
    pub(crate) tag: Tag,
    pub(crate) pos: u8,
    /// Head, or the absent node.
    pub(crate) head: u16,
    /// Relation to the head, by its place in [`Relation::ALL`].
    pub(crate) label: u8,
    /// The two outermost dependents on the left and on the right, the outer first.
    pub(crate) left: [u16; 2],
    pub(crate) right: [u16; 2],
    /// How many dependents stand on each side.
    pub(crate) lefts: u8,
    pub(crate) rights: u8,
    /// The relations of the dependents on each side, a bit each.
    pub(crate) left_set: u64,
    pub(crate) right_set: u64,
    /// Verbs, commas and conjunctions up to and with this word, modulo 256.
    pub(crate) passed: [u8; 3],
}

/// How far a parser has come: node 0 is above the root, 1 to n are words, n + 1 is absent.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    pub(crate) nodes: Vec<Node>,
    pub(crate) stack: Vec<u16>,
    /// The next word.
    pub(crate) next: usize,
    /// The number of words.
    pub(crate) len: usize,
}

/// Place of [`Relation::Root`].
pub(crate) const ROOT: u8 = 0;

impl State {
    /// Nothing attached yet; at most [`LONGEST`] words are taken.
    pub(crate) fn new(words: &[Word], tags: &[Tag]) -> Self {
        let len = words.len().min(tags.len()).min(LONGEST);
        let absent = (len + 1) as u16;
        let bare = Node {
            head: absent,
            left: [absent; 2],
            right: [absent; 2],
            ..Node::default()
        };
        let mut nodes = Vec::with_capacity(len + 2);
        nodes.push(Node {
            form: 2,
            tag: 254,
            pos: 254,
            ..bare
        });
        let mut passed = [0u8; 3];
        for (word, tag) in words.iter().zip(tags).take(len) {
            let (pos, penn) = TAGS[usize::from(*tag)];
            let counted = [
                matches!(pos, Pos::Verb | Pos::Aux),
                penn == Penn::Comma,
                pos == Pos::Cconj,
            ];
            for (count, is) in passed.iter_mut().zip(counted) {
                *count = count.wrapping_add(u8::from(is));
            }
            nodes.push(Node {
                form: word.form,
                tag: *tag,
                pos: pos as u8,
                passed,
                ..bare
            });
        }
        nodes.push(Node {
            form: 3,
            tag: 255,
            pos: 255,
            label: 63,
            ..bare
        });
        Self {
            nodes,
            stack: vec![0],
            next: 1,
            len,
        }
    }

    /// Which steps can be taken. The root is attached last, so that there is one.
    #[inline]
    pub(crate) fn allowed(&self) -> [bool; 3] {
        let (high, more) = (self.stack.len(), self.next <= self.len);
        [more, more && high > 1, high > 2 || (high == 2 && !more)]
    }

    /// Head and dependent of the arc that `step` makes; none for a shift.
    pub(crate) fn arc(&self, step: Step) -> Option<(u16, u16)> {
        let (dependent, below) = self.stack.split_last()?;
        match step {
            Step::Shift => None,
            Step::Left => Some((self.next as u16, *dependent)),
            Step::Right => Some((*below.last()?, *dependent)),
        }
    }

    /// Takes `step`; its arc, if it makes one, has the relation `label`.
    pub(crate) fn take(&mut self, step: Step, label: u8) {
        let Some((head, dependent)) = self.arc(step) else {
            self.stack.push(self.next as u16);
            self.next += 1;
            return;
        };
        self.stack.pop();
        let node = &mut self.nodes[usize::from(dependent)];
        (node.head, node.label) = (head, label);
        let node = &mut self.nodes[usize::from(head)];
        let bit = 1 << label;
        if step == Step::Left {
            node.left = [dependent, node.left[0]];
            node.lefts = node.lefts.saturating_add(1);
            node.left_set |= bit;
        } else {
            node.right = [dependent, node.right[0]];
            node.rights = node.rights.saturating_add(1);
            node.right_set |= bit;
        }
    }

    /// Whether every word has its head.
    pub(crate) fn done(&self) -> bool {
        self.next > self.len && self.stack.len() <= 1
    }
}

/// The relation of the arc from `head` to `dependent`, by its place in [`Relation::ALL`].
pub(crate) fn label(model: &impl Weights, state: &State, head: u16, dependent: u16) -> u8 {
    if head == 0 {
        return ROOT;
    }
    let mut scores = [0; Relation::ALL.len()];
    for key in label_features(state, head, dependent) {
        model.add(key, &mut scores);
    }
    // Only the head of the sentence is a root.
    scores[usize::from(ROOT)] = i32::MIN;
    best(&scores) as u8
}

/// The allowed step with the highest score; the first of equals.
pub(crate) fn best_step(scores: [i32; 3], allowed: [bool; 3]) -> Step {
    let scores = [0, 1, 2].map(|i| if allowed[i] { scores[i] } else { i32::MIN });
    STEPS[best(&scores)]
}

/// Parses a sentence of at most [`LONGEST`] words: the head (0 above the root, else one more
/// than the word's place) and relation of each.
pub(crate) fn parse(
    steps: &impl Weights,
    labels: &impl Weights,
    words: &[Word],
    tags: &[Tag],
) -> State {
    let mut state = State::new(words, tags);
    while !state.done() {
        let step = match state.allowed() {
            [true, false, false] => Step::Shift,
            [false, false, true] => Step::Right,
            allowed => {
                let mut scores = [0; 3];
                for key in step_features(&state) {
                    steps.add(key, &mut scores);
                }
                best_step(scores, allowed)
            }
        };
        let label = match state.arc(step) {
            Some((head, dependent)) => label(labels, &state, head, dependent),
            None => ROOT,
        };
        state.take(step, label);
    }
    state
}
