//! Things set side by side, each with its own date: "received his J.D. in 1979 and his B.A. in 1976".

use super::{super::words::Kind, Maker, Piece};

/// What begins a thing of its own.
const OWN: &[&str] = &["a", "an", "her", "his", "its", "my", "the", "their"];

impl<'t> Maker<'_, 't> {
    /// The verb with the thing that the date belongs to, where others stand beside it with theirs.
    pub(super) fn conjunct(&self) -> Option<Vec<Piece<'t>>> {
        let sentence = self.sentence;
        let clause = sentence.clauses[sentence.clause(self.at.start)]
            .words
            .clone();
        let verb = (clause.start..self.at.start).find(|&i| sentence.by_form(i))?;
        let quiet = |from: usize, to: usize| (from..to).all(|i| !sentence.by_form(i));
        let from = (verb + 2..self.at.start)
            .rev()
            .find(|&j| self.joins(j) && self.year_before(j) && quiet(j, self.at.start));
        let to = (self.at.end..sentence.words.len().min(self.at.end + 2)).find(|&j| {
            let later = (j..sentence.words.len()).find(|&i| self.year(i));
            self.joins(j) && later.is_some_and(|later| quiet(j, later))
        });
        if from.is_none() && to.is_none() {
            return None;
        }
        let start = from.map_or(verb + 1, |j| j + 1);
        let end = to.unwrap_or(sentence.words.len());
        let mut pieces = self.plain(clause.start..verb + 1);
        pieces.extend(self.plain(start..end));
        Some(pieces)
    }

    /// Whether another thing begins behind the word at `j`: "and his", ", a".
    fn joins(&self, j: usize) -> bool {
        let words = &self.sentence.words;
        (words[j].is("and") || words[j].text == ",") && words.get(j + 1).is_some_and(|w| w.any(OWN))
    }

    fn year(&self, i: usize) -> bool {
        let word = self.word(i);
        word.kind == Kind::Number && word.text.len() == 4 && word.text.parse::<u16>().is_ok()
    }

    /// Whether a year ends right before the word at `j`: "in 1979 and", "in 1979, and".
    fn year_before(&self, j: usize) -> bool {
        let comma = j > 1 && self.word(j - 1).text == ",";
        j.checked_sub(1 + usize::from(comma))
            .is_some_and(|i| self.year(i))
    }
}
