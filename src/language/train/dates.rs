//! How often the governor of a date and its subject are those of the tree that people drew.

use std::fmt;

use super::{
    conllu::{self, Leaf, Tree},
    merge,
};
use crate::{
    language::{
        Sentence, Token,
        en::{
            governor,
            training::{TAGS, read_with},
        },
    },
    text::Span,
};

/// Dates, and of how many each thing is as in the tree that people drew.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dates {
    /// All dates.
    pub dates: usize,
    /// Those with the same governor.
    pub governors: usize,
    /// Those whose governor has a subject there, and those of them with the same.
    pub subjects: [usize; 2],
    /// Those whose governor is called certain, and those of them with the same governor.
    pub certain: [usize; 2],
}

impl fmt::Display for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        write!(
            f,
            "{} dates: governor {:.1} %, subject {:.1} % of {}, certain {:.1} %, right of these {:.1} %",
            self.dates,
            share(self.governors, self.dates),
            share(self.subjects[1], self.subjects[0]),
            self.subjects[0],
            share(self.certain[0], self.dates),
            share(self.certain[1], self.certain[0]),
        )
    }
}

/// Measures the weights `bytes` on the dates of the treebank `text`; `differs` is told the
/// sentences where a governor is another.
pub fn measure_dates(bytes: &[u8], text: &str, differs: &mut dyn FnMut(&str)) -> Dates {
    let mut score = Dates::default();
    for tree in conllu::read(text) {
        let tree = merge::dates(&tree).unwrap_or(tree);
        let dates = tree.leaves.iter().map(|leaf| merge::is_date(&leaf.form));
        let dates: Vec<usize> = dates
            .enumerate()
            .filter(|(_, is)| *is)
            .map(|(at, _)| at)
            .collect();
        if dates.is_empty() {
            continue;
        }
        let (text, spans) = laid_out(&tree);
        let drawn = drawn(&text, &spans, &tree);
        let read = read_with(bytes, &text, &spans);
        for at in dates {
            compare(&mut score, [&drawn, &read], spans[at], differs);
        }
    }
    score
}

fn compare(
    score: &mut Dates,
    [drawn, read]: [&Sentence; 2],
    date: Span,
    differs: &mut dyn FnMut(&str),
) {
    let [Some(wanted), Some(found)] = [drawn, read].map(|sentence| governor(sentence, date)) else {
        return;
    };
    let subject = |sentence: &Sentence, place: usize| {
        let clause = sentence
            .clauses()
            .iter()
            .find(|clause| clause.head == place)?;
        clause.subject
    };
    let same = wanted.place == found.place;
    score.dates += 1;
    score.governors += usize::from(same);
    score.certain[0] += usize::from(found.certain);
    score.certain[1] += usize::from(found.certain && same);
    if let Some(wanted) = subject(drawn, wanted.place) {
        score.subjects[0] += 1;
        score.subjects[1] += usize::from(subject(read, found.place) == Some(wanted));
    }
    if !same {
        let [wanted, found] = [drawn.form(wanted.place), read.form(found.place)];
        differs(&format!(
            "{}: {wanted}, not {found}: {}",
            date.of(drawn.text()),
            drawn.text()
        ));
    }
}

/// The words of `tree` with a space between each two, and where each stands.
fn laid_out(tree: &Tree) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for form in tree.forms() {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text += form;
        spans.push(Span::new(start, text.len()));
    }
    (text, spans)
}

/// The sentence as people drew it.
fn drawn<'t>(text: &'t str, spans: &[Span], tree: &Tree) -> Sentence<'t> {
    let token = |(leaf, span): (&Leaf, &Span)| {
        let (pos, penn) = leaf.tag.map_or(TAGS[0], |tag| TAGS[usize::from(tag)]);
        Token {
            span: *span,
            pos,
            penn,
            head: usize::from(leaf.head).checked_sub(1),
            relation: leaf.relation,
        }
    };
    let tokens = tree.leaves.iter().zip(spans).map(token).collect();
    crate::language::en::training::analysed(text, tokens)
}
