//! Training of the tagger and its lexicon.

use std::collections::BTreeMap;

use super::{
    conllu::Tree,
    perceptron::{PARTS, Perceptron, shuffle},
};
use crate::language::{
    en::training::{LEXICON, Place, TAGS, Tag, Word, words},
    weights::{Weights, best, mix},
};

/// A word seen as often as this stands in the lexicon.
const KNOWN: u32 = 3;

/// A word seen as often as this, and nearly always with one tag, has no other.
const CERTAIN: (u32, f64) = (20, 0.995);

/// Trains on the tags of `trees`.
pub(super) fn train<'a>(trees: impl IntoIterator<Item = &'a Tree>, rounds: usize) -> Perceptron {
    let data: Vec<(Vec<Word>, Vec<Option<Tag>>)> = trees
        .into_iter()
        .map(|tree| {
            (
                words(tree.forms()),
                tree.leaves.iter().map(|leaf| leaf.tag).collect(),
            )
        })
        .collect();
    let lexicon = lexicon(&data);
    let mut model = Perceptron::new(TAGS.len(), None);
    let mut scores = vec![0; TAGS.len()];
    let mut order: Vec<usize> = (0..data.len()).collect();
    let mut seed = 1;
    for _ in 0..rounds {
        shuffle(&mut order, &mut seed);
        for at in &order {
            let (words, tags) = &data[*at];
            let mut place = Place::first(&lexicon, words);
            for gold in tags {
                let tag = place.only().unwrap_or_else(|| {
                    let keys = place.features();
                    scores.fill(0);
                    for key in keys {
                        model.add(key, &mut scores);
                    }
                    let tag = best(&scores);
                    model.time += 1;
                    if let Some(gold) = gold.map(usize::from).filter(|gold| *gold != tag) {
                        model.learn(&keys, gold, tag);
                    }
                    tag as Tag
                });
                place.next(&lexicon, tag);
            }
        }
    }
    let mut model = model.average();
    model.adopt(&lexicon);
    model
}

/// Each word that is seen often enough, with its commonest tag: a weight above zero where it
/// has no other, below zero where it has.
fn lexicon(data: &[(Vec<Word>, Vec<Option<Tag>>)]) -> Perceptron {
    let mut counts: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
    for (words, tags) in data {
        for (word, tag) in words[2..].iter().zip(tags) {
            if let Some(tag) = tag {
                let count = counts
                    .entry(word.form)
                    .or_insert_with(|| vec![0; TAGS.len()]);
                count[usize::from(*tag)] += 1;
            }
        }
    }
    let mut lexicon = Perceptron::new(TAGS.len(), None);
    for (form, count) in counts {
        let all: u32 = count.iter().sum();
        let tag = (0..TAGS.len()).max_by_key(|tag| count[*tag]).unwrap_or(0);
        if all >= KNOWN {
            let (least, share) = CERTAIN;
            let only = all >= least && f64::from(count[tag]) >= share * f64::from(all);
            // Large enough that it survives rounding, whatever the scale.
            let weight = 100 * PARTS as i32;
            lexicon.change(mix(LEXICON, form), tag, if only { weight } else { -weight });
        }
    }
    lexicon
}
