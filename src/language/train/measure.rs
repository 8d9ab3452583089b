//! How often tagger and parser are right on a treebank.

use std::fmt;

use super::conllu::{self, Tree};
use crate::{
    language::{
        Relation,
        en::{
            Model,
            training::{TAGS, parse, tag, tokens, words},
        },
    },
    text::Span,
};

/// Words, and of how many each thing is right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// All words.
    pub words: usize,
    /// Those with the right part of speech.
    pub upos: usize,
    /// Those with the right fine tag.
    pub xpos: usize,
    /// Those with the right head.
    pub heads: usize,
    /// Those with the right head and universal relation.
    pub labelled: usize,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: usize| 100.0 * part as f64 / self.words.max(1) as f64;
        let [upos, xpos, uas, las] = [self.upos, self.xpos, self.heads, self.labelled].map(share);
        write!(
            f,
            "UPOS {upos:.2}  XPOS {xpos:.2}  UAS {uas:.2}  LAS {las:.2}  ({} words)",
            self.words
        )
    }
}

/// Measures the weights `bytes` on the treebank `text`, whose division into words is given.
#[must_use]
pub fn measure(bytes: &[u8], text: &str) -> Score {
    let model = Model::new(bytes);
    let mut score = Score::default();
    for tree in conllu::read(text) {
        add(&mut score, &model, &tree);
    }
    score
}

fn add(score: &mut Score, model: &Model, tree: &Tree) {
    let words = words(tree.forms());
    let tags = tag(&model.tagger, &words);
    let state = parse(
        &model.steps,
        &model.labels,
        &words[2..words.len() - 2],
        &tags,
    );
    let universal = |relation: Relation| relation.name().split(':').next();
    for ((leaf, tag), node) in tree.leaves.iter().zip(&tags).zip(&state.nodes[1..]) {
        let (pos, penn) = TAGS[usize::from(*tag)];
        let head = node.head == leaf.head;
        let relation = Relation::ALL[usize::from(node.label)];
        score.words += 1;
        score.upos += usize::from(pos.name() == leaf.upos);
        score.xpos += usize::from(penn.name() == leaf.xpos);
        score.heads += usize::from(head);
        score.labelled += usize::from(head && universal(relation) == universal(leaf.relation));
    }
}

/// How many sentences of the treebank `text` are divided into words as people did, of how many;
/// `differs` is told the words of the others from the first difference on.
pub fn measure_tokens(text: &str, differs: &mut dyn FnMut(&str)) -> (usize, usize) {
    let (mut same, mut all) = (0, 0);
    for tree in conllu::read(text) {
        let whole = Span::new(0, tree.text.len());
        let found = tokens(&tree.text, whole, &[], usize::MAX);
        let mine: Vec<&str> = found.iter().map(|span| span.of(&tree.text)).collect();
        let gold: Vec<&str> = tree.forms().collect();
        all += 1;
        if mine == gold {
            same += 1;
            continue;
        }
        let at = mine.iter().zip(&gold).take_while(|(a, b)| a == b).count();
        let few = |words: &[&str]| {
            words
                .iter()
                .skip(at)
                .take(4)
                .copied()
                .collect::<Vec<_>>()
                .join(" ")
        };
        differs(&format!("{} ≠ {}", few(&mine), few(&gold)));
    }
    (same, all)
}
