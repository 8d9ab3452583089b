//! Training of tagger and parser from treebanks, and measuring them. Not part of the program.
//!
//! ```text
//! cargo run --release --features train --bin train -- syntax assets/language/en/syntax.bin \
//!     ewt-train.conllu gum-train-free.conllu
//! cargo run --release --features train --bin train -- lexicon WORDNET assets/lexicon/en \
//!     ewt-train.conllu gum-train-free.conllu
//! ```

mod conllu;
mod dates;
mod freeze;
mod lexicon;
mod measure;
mod merge;
mod parser;
mod perceptron;
mod tagger;

pub use dates::{Dates, measure_dates};
pub use lexicon::{WordNet, lexicon};
pub use measure::{Score, measure, measure_tokens};

use super::{
    en::training::{TAGS, Tag, tag, words},
    weights::Weights,
};
use conllu::Tree;
use parser::Gold;
use perceptron::Perceptron;

/// How much is trained.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How often the tagger sees each sentence.
    pub tagger_rounds: usize,
    /// How often the parser does.
    pub parser_rounds: usize,
    /// Into how many parts the data are cut to tag each part by the others.
    pub folds: usize,
    /// How many features the parser learns again: of steps and of labels.
    pub again: [usize; 2],
    /// How much is kept of the weights of the tagger.
    pub tagger: Kept,
    /// Of the steps of the parser.
    pub steps: Kept,
    /// Of the labels.
    pub labels: Kept,
}

/// How much of a table is kept.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// The most features that there is room for.
    pub features: usize,
    /// What a weight of one becomes; what would be more than 127 is cut.
    pub scale: f64,
    /// How much the number of its changes counts in what a feature matters.
    pub changes: f64,
}

impl Default for Plan {
    fn default() -> Self {
        let kept = |features, scale, changes| Kept {
            features,
            scale,
            changes,
        };
        Self {
            tagger_rounds: 8,
            parser_rounds: 12,
            folds: 8,
            again: [330_000, 60_000],
            tagger: kept(60_000, 1.8, 0.3),
            steps: kept(330_000, 1.5, 0.3),
            labels: kept(62_000, 1.5, 0.3),
        }
    }
}

/// Weights as they were learnt.
pub struct Trained {
    tagger: Perceptron,
    steps: Perceptron,
    labels: Perceptron,
}

/// Trains tagger and parser on the sentences of `treebanks` (texts in CoNLL-U); `say` is told
/// how far it is. The same texts and plan give the same weights.
pub fn syntax(treebanks: &[String], plan: Plan, say: &mut dyn FnMut(&str)) -> Trained {
    let mut trees: Vec<Tree> = treebanks
        .iter()
        .flat_map(|text| conllu::read(text))
        .collect();
    let merged: Vec<Tree> = trees.iter().filter_map(merge::dates).collect();
    say(&format!(
        "{} sentences, {} again with whole dates",
        trees.len(),
        merged.len()
    ));
    trees.extend(merged);
    let tagger = tagger::train(&trees, plan.tagger_rounds);
    say(&format!("tagger: {} features", tagger.len()));
    let gold = jackknife(&trees, plan);
    say("tagged each part by the others");
    let first = parser::train(&gold, [None, None], plan.parser_rounds, say);
    // What is not kept is not leant on: the features that matter are learnt again alone.
    let kept = [
        Some(freeze::important(&first.0, plan.again[0])),
        Some(freeze::important(&first.1, plan.again[1])),
    ];
    let (steps, labels) = parser::train(&gold, kept, plan.parser_rounds, say);
    Trained {
        tagger,
        steps,
        labels,
    }
}

impl Trained {
    /// The weights as the program reads them: three sections, each behind its length.
    #[must_use]
    pub fn freeze(&self, plan: Plan) -> Vec<u8> {
        let sections = [
            freeze::sparse(&self.tagger, plan.tagger),
            freeze::ternary(&self.steps, plan.steps),
            freeze::sparse(&self.labels, plan.labels),
        ];
        let mut bytes = Vec::new();
        for section in sections {
            bytes.extend((section.len() as u32).to_le_bytes());
            bytes.extend(section);
        }
        bytes
    }
}

/// The trees with tags as wrong as the parser will meet them: each part of the data is tagged
/// by a tagger that has not seen it.
fn jackknife(trees: &[Tree], plan: Plan) -> Vec<Gold> {
    /// Sentences that stand together, being of one document mostly.
    const RUN: usize = 50;
    let fold = |at: usize| at / RUN % plan.folds;
    let mut gold = Vec::with_capacity(trees.len());
    for part in 0..plan.folds {
        let others: Vec<&Tree> = trees
            .iter()
            .enumerate()
            .filter(|(at, _)| fold(*at) != part)
            .map(|(_, tree)| tree)
            .collect();
        let tagger = tagger::train(others, plan.tagger_rounds.min(5));
        let mine = trees.iter().enumerate().filter(|(at, _)| fold(*at) == part);
        gold.extend(mine.map(|(at, tree)| (at, Gold::new(tree, &tagger))));
    }
    gold.sort_by_key(|(at, _)| *at);
    gold.into_iter().map(|(_, gold)| gold).collect()
}

impl Gold {
    fn new(tree: &Tree, tagger: &impl Weights) -> Self {
        let words = words(tree.forms());
        let tags = tag(tagger, &words);
        Self {
            words: words[2..words.len() - 2].to_vec(),
            tags,
            heads: tree.heads(),
            labels: tree.labels(),
        }
    }
}

/// The place of the tag of a word in [`TAGS`], if it is one of them.
fn tag_of(upos: &str, xpos: &str) -> Option<Tag> {
    TAGS.iter()
        .position(|(pos, penn)| pos.name() == upos && penn.name() == xpos)
        .map(|at| at as Tag)
}
