//! What stands between quotation marks, and who says it.

use std::ops::Range;

use crate::language::{Class, Quote, Relation, Sentence};

/// Adds its quotations to `sentence`.
///
/// A mark that is open at the end holds to the end; one that closes what nothing opened holds
/// from the beginning: the quotation runs over several sentences.
pub(super) fn quotes(sentence: Sentence<'_>) -> Sentence<'_> {
    let found = spans(&sentence)
        .into_iter()
        .filter(|words| !words.is_empty())
        .map(|words| {
            let report = report(&sentence, &words);
            Quote {
                speaker: report.and_then(|number| sentence.clauses()[number].subject),
                report,
                words,
            }
        });
    let found = found.collect();
    sentence.with_quotes(found)
}

/// The words between each pair of marks.
fn spans(sentence: &Sentence) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for at in 0..sentence.len() {
        match (sentence.form(at), open) {
            ("\u{201c}" | "\u{ab}", _) | ("\"", None) => open = Some(at + 1),
            ("\u{201d}" | "\u{bb}" | "\"", Some(start)) => {
                found.push(start..at);
                open = None;
            }
            ("\u{201d}" | "\u{bb}", None) if found.is_empty() => found.push(0..at),
            _ => {}
        }
    }
    if let Some(start) = open {
        found.push(start..sentence.len());
    }
    found
}

/// The clause outside `words` whose verb reports them: one that they hang on, one that hangs on
/// them, else the only one that reports.
fn report(sentence: &Sentence, words: &Range<usize>) -> Option<usize> {
    let reports = |number: usize| {
        let clause = &sentence.clauses()[number];
        !words.contains(&clause.head)
            && clause
                .verb
                .as_ref()
                .is_some_and(|verb| verb.classes.has(Class::Report))
    };
    let top = words.clone().find(|at| {
        let head = sentence.tokens()[*at].head;
        head.is_none_or(|head| !words.contains(&head))
    })?;
    let below = sentence.dependents(top).filter(|at| {
        matches!(
            sentence.tokens()[*at].relation,
            Relation::Parataxis | Relation::Ccomp
        )
    });
    let below = below
        .filter_map(|at| sentence.clause_of(at))
        .find(|at| reports(*at));
    let mut above = sentence.clause_of(top);
    let mut steps = 0;
    while let Some(number) = above.filter(|number| !reports(*number) && steps < 8) {
        above = sentence.clauses()[number].parent;
        steps += 1;
    }
    let above = above.filter(|number| reports(*number));
    let mut others = (0..sentence.clauses().len()).filter(|number| reports(*number));
    let only = others.next().filter(|_| others.next().is_none());
    below.or(above).or(only)
}
