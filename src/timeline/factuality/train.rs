//! Trains the weights of the decision on texts in which people marked the events.
//!
//! Each dated expression of a text is an example: its rows ([`super::weights`]) and whether a
//! marked event stands in its sentence with its date. Those of optional events are left out.
//! The weights are those of a logistic regression with a quadratic penalty (Hosmer and Lemeshow,
//! "Applied Logistic Regression"), found by gradient descent from zero; the result is the same on
//! every machine that adds alike.

use std::{fmt::Write, iter};

use super::{
    super::read,
    weights::{ROWS, weights as rows},
};
use crate::{
    corpus::Article,
    text::{Span, fnv1a, sentence::sentences_in},
};

/// A dated expression: the rows that hold of it, and whether it tells an event.
pub type Example = (Vec<usize>, bool);

/// How strongly weights are drawn to zero.
const PENALTY: f64 = 7.0;

/// How many steps are taken.
const STEPS: usize = 3000;

/// How far a step goes along the mean slope: below the bound at which the descent diverges, eight
/// over the number of rows that hold at once.
const RATE: f64 = 0.25;

/// The weights of each row, in natural logarithms of odds.
#[must_use]
pub fn fit(examples: &[Example]) -> Vec<f64> {
    let mut weights = vec![0.0; ROWS];
    let rate = RATE / (examples.len().max(1) as f64);
    for _ in 0..STEPS {
        let mut slope = vec![0.0; ROWS];
        for (rows, tells) in examples {
            let error = chance(&weights, rows) - f64::from(u8::from(*tells));
            for &row in rows {
                slope[row] += error;
            }
        }
        for (row, weight) in weights.iter_mut().enumerate() {
            // The constant is free.
            let drawn = if row == 0 { 0.0 } else { PENALTY * *weight };
            *weight -= rate * (slope[row] + drawn);
        }
    }
    weights
}

/// The chance that an expression with these rows tells an event.
fn chance(weights: &[f64], rows: &[usize]) -> f64 {
    let odds: f64 = rows.iter().map(|&row| weights[row]).sum();
    1.0 / (1.0 + (-odds).exp())
}

/// The F1 of the decision that more speaks for an event than against it.
#[must_use]
pub fn f1(weights: &[f64], examples: &[Example]) -> f64 {
    let (mut right, mut accepted, mut told) = (0, 0, 0);
    for (rows, tells) in examples {
        let odds: f64 = rows.iter().map(|&row| weights[row]).sum();
        let accept = odds > 0.0;
        right += usize::from(accept && *tells);
        accepted += usize::from(accept);
        told += usize::from(*tells);
    }
    2.0 * right as f64 / ((accepted + told) as f64).max(1.0)
}

/// The table as it is shipped, in hundredths.
#[must_use]
pub fn table(weights: &[f64]) -> String {
    let mut table = String::new();
    for (row, weight) in rows().zip(weights) {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{}\t{}", row.name, (weight * 100.0).round());
    }
    table
}

/// A text in which somebody marked the events.
#[derive(serde::Deserialize)]
pub struct Marked {
    /// The file.
    pub path: String,
    /// What they marked.
    events: Vec<Mark>,
}

/// A marked event.
#[derive(serde::Deserialize)]
struct Mark {
    date: String,
    #[serde(default)]
    accept: Vec<String>,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    date_words: Option<String>,
    evidence: Vec<Place>,
}

/// A part of the text, in Unicode code points.
#[derive(serde::Deserialize)]
struct Place {
    start: usize,
    end: usize,
}

/// What is to be learnt of a dated expression.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Label {
    Nothing,
    /// The event is one that may be left out, or its date is read wrong.
    Unsure,
    Tells,
}

impl Mark {
    /// What this event says of the expression `words` with `value` in the sentence `start..end`.
    fn label(&self, (start, end): (usize, usize), words: &str, value: &str) -> Label {
        let here = (self.evidence.iter()).any(|p| p.start < end && start < p.end);
        let named = self.date_words.as_ref().is_none_or(|marked| {
            marked.contains(words) || words.split_whitespace().any(|w| marked.contains(w))
        });
        if !here || !named {
            return Label::Nothing;
        }
        let day = value.get(..10).unwrap_or(value);
        let right = iter::once(&self.date)
            .chain(&self.accept)
            .any(|date| date == day || date.split('/').next() == Some(day));
        match right {
            true if !self.optional => Label::Tells,
            true => Label::Unsure,
            false if self.date_words.is_some() => Label::Unsure,
            false => Label::Nothing,
        }
    }
}

/// The examples of an article.
#[must_use]
pub fn examples(article: Article, marked: &Marked) -> Vec<Example> {
    let reading = read(article);
    let text = &reading.article.text;
    let points = |at: usize| text[..at].chars().count();
    let sentences: Vec<Span> = (reading.article.blocks.iter())
        .flat_map(|block| sentences_in(text, block.span))
        .collect();
    let label = |at: usize| {
        let timex = &reading.timexes[at];
        let i = sentences.partition_point(|s| s.end <= timex.span.start);
        let sentence = sentences.get(i).copied().unwrap_or(timex.span);
        let words = timex.span.of(text);
        (marked.events.iter())
            .map(|mark| {
                mark.label(
                    (points(sentence.start), points(sentence.end)),
                    words,
                    &timex.value,
                )
            })
            .max()
            .unwrap_or(Label::Nothing)
    };
    (reading.rows.iter())
        .map(|(at, rows)| (rows.clone(), label(*at)))
        .filter(|(_, label)| *label != Label::Unsure)
        .map(|(rows, label)| (rows, label == Label::Tells))
        .collect()
}

/// How well the decision does on pages that it was not trained on, five parts by turns, and how
/// well the rules do alone.
#[must_use]
pub fn cross_validate(pages: &[(String, Vec<Example>)]) -> String {
    let part = |name: &str| fnv1a(name.bytes()) % 5;
    let (mut ruled, mut weighed) = ((0, 0, 0), (0, 0, 0));
    for held in 0..5 {
        let of = |out: bool| -> Vec<Example> {
            (pages.iter())
                .filter(|(name, _)| (part(name) == held) == out)
                .flat_map(|(_, examples)| examples.clone())
                .collect()
        };
        let (train, test) = (of(false), of(true));
        let weights = fit(&train);
        for (rows, tells) in &test {
            let odds: f64 = rows.iter().map(|&row| weights[row]).sum();
            let count = |sum: &mut (usize, usize, usize), accept: bool| {
                sum.0 += usize::from(accept && *tells);
                sum.1 += usize::from(accept);
                sum.2 += usize::from(*tells);
            };
            count(&mut ruled, rows.contains(&1));
            count(&mut weighed, odds > 0.0);
        }
    }
    let f1 = |(right, accepted, told): (usize, usize, usize)| {
        2.0 * right as f64 / ((accepted + told) as f64).max(1.0)
    };
    format!(
        "F1 on pages held out: rules {:.3}, weights {:.3}",
        f1(ruled),
        f1(weighed)
    )
}
