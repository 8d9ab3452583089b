//! Rows of the lexicon, made from the database files of `WordNet` 3.1
//! (<https://wordnet.princeton.edu/documentation/wndb5wn>).

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::language::Class;

/// The files of `WordNet` that rows are made of, as texts.
#[derive(Clone, Copy, Debug)]
pub struct WordNet<'t> {
    /// `index.sense`: every sense of every word, with how often it was met.
    pub senses: &'t str,
    /// `data.noun`: what nouns mean and what they are derived from.
    pub nouns: &'t str,
}

/// A word has to be met this often, in the texts that `WordNet` counted and in the treebanks.
const COMMON: u32 = 1;

/// What share of a word's senses a class needs beside that of the first.
const SHARE: f64 = 0.2;

/// The class of `WordNet`'s file number `file`; none for adjectives, adverbs and top concepts.
fn class(file: u32) -> Option<Class> {
    use Class as C;
    const NOUNS: [Class; 25] = [
        C::Act,
        C::Animal,
        C::Artifact,
        C::Attribute,
        C::Body,
        C::Cognition,
        C::Communication,
        C::Event,
        C::Feeling,
        C::Food,
        C::Group,
        C::Location,
        C::Motive,
        C::Object,
        C::Person,
        C::Phenomenon,
        C::Plant,
        C::Possession,
        C::Process,
        C::Quantity,
        C::Relation,
        C::Shape,
        C::State,
        C::Substance,
        C::Time,
    ];
    const VERBS: [Class; 15] = [
        C::Body,
        C::Change,
        C::Cognition,
        C::Communication,
        C::Competition,
        C::Consumption,
        C::Contact,
        C::Creation,
        C::Emotion,
        C::Motion,
        C::Perception,
        C::Possession,
        C::Social,
        C::Stative,
        C::Weather,
    ];
    let at = file as usize;
    match file {
        4..=28 => NOUNS.get(at - 4).copied(),
        29..=43 => VERBS.get(at - 29).copied(),
        _ => None,
    }
}

/// How often each lemma stands as each part of speech.
type Counts = HashMap<(String, String), u32>;

/// What the senses of a word add up to.
#[derive(Default)]
struct Word {
    /// File and place of the first sense.
    first: Option<(u32, u64, u32)>,
    /// How often each class was met, and how often the word was.
    classes: BTreeMap<Class, u32>,
    met: u32,
}

/// The tables of verbs and of nouns, of what stands in the texts that `WordNet` counted or in
/// `treebanks` (texts in CoNLL-U).
#[must_use]
pub fn lexicon(wordnet: WordNet, treebanks: &[String]) -> [String; 2] {
    let mut lemmas = Counts::new();
    for text in treebanks {
        count_lemmas(text, &mut lemmas);
    }
    let deeds = deeds(wordnet.nouns);
    let mut words: [BTreeMap<&str, Word>; 2] = Default::default();
    for line in wordnet.senses.lines() {
        let Some((sense, offset, number, met)) = sense(line) else {
            continue;
        };
        let Some((lemma, kind, file)) = sense_key(sense) else {
            continue;
        };
        let table = match kind {
            "1" => 1,
            "2" => 0,
            _ => continue,
        };
        let word = words[table].entry(lemma).or_default();
        word.met += met;
        if let Some(class) = class(file) {
            *word.classes.entry(class).or_default() += met;
        }
        if word.first.is_none_or(|(first, ..)| number < first) {
            word.first = Some((number, offset, file));
        }
    }
    [("VERB", 0), ("NOUN", 1)].map(|(pos, table)| {
        let rows = words[table].iter().filter_map(|(lemma, word)| {
            let seen = lemmas.get(&((*lemma).to_owned(), pos.to_owned()));
            let met = word.met + seen.copied().unwrap_or(0);
            (met >= COMMON)
                .then(|| row(lemma, word, table == 1, &deeds))
                .flatten()
        });
        rows.collect()
    })
}

/// The row of a word: its classes, that of the first sense first.
fn row(lemma: &str, word: &Word, noun: bool, deeds: &HashSet<u64>) -> Option<String> {
    let (_, offset, file) = word.first?;
    let first = class(file)?;
    let mut names = vec![first.name()];
    let enough = |met: u32| f64::from(met) >= SHARE * f64::from(word.met.max(1));
    names.extend(
        word.classes
            .iter()
            .filter(|(class, met)| **class != first && **met > 1 && enough(**met))
            .map(|(class, _)| class.name()),
    );
    // A noun that names what its verb does: "attack", "departure".
    let deed = first == Class::Act && deeds.contains(&offset);
    if noun && deed && !names.contains(&"event") {
        names.push("event");
    }
    Some(format!("{lemma}\t{}\n", names.join(" ")))
}

/// Sense, place of what it means, number of the sense, and how often it was met.
fn sense(line: &str) -> Option<(&str, u64, u32, u32)> {
    let mut fields = line.split(' ');
    Some((
        fields.next()?,
        fields.next()?.parse().ok()?,
        fields.next()?.parse().ok()?,
        fields.next()?.parse().ok()?,
    ))
}

/// Lemma, part of speech and file of a sense; none for what is no single word in small letters.
fn sense_key(sense: &str) -> Option<(&str, &str, u32)> {
    let (lemma, rest) = sense.split_once('%')?;
    let mut fields = rest.split(':');
    let (kind, file) = (fields.next()?, fields.next()?.parse().ok()?);
    let plain = lemma.len() > 1 && lemma.bytes().all(|byte| byte.is_ascii_lowercase());
    plain.then_some((lemma, kind, file))
}

/// The places in `data.noun` of meanings that are derived from those of a verb.
fn deeds(nouns: &str) -> HashSet<u64> {
    let lines = nouns.lines().filter(|line| !line.starts_with(' '));
    lines
        .filter_map(|line| {
            let (fields, _) = line.split_once(" | ")?;
            let fields: Vec<&str> = fields.split(' ').collect();
            let derived = fields.windows(3).any(|w| w[0] == "+" && w[2] == "v");
            derived.then(|| fields[0].parse().ok())?
        })
        .collect()
}

/// How often each lemma stands in the treebank `text` as each part of speech.
fn count_lemmas(text: &str, counts: &mut Counts) {
    for line in text.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if let [_, _, lemma, pos @ ("VERB" | "NOUN"), ..] = fields[..] {
            *counts
                .entry((lemma.to_lowercase(), pos.to_owned()))
                .or_default() += 1;
        }
    }
}
