//! Relative clauses: "the man who shot the mayor in May was sentenced on Monday".

use std::ops::Range;

use super::{
    super::{
        anchoring::{list_start, verb_after},
        lexicon as lex,
        words::Kind,
    },
    Maker, Piece,
};

impl<'t> Maker<'_, 't> {
    /// The line of a date that stands in or behind the relative clause `clause`.
    pub(super) fn relative(&self, clause: Range<usize>) -> Vec<Piece<'t>> {
        let head = list_start(self.sentence, self.phrase_start(clause.start, 0));
        let mut pieces = self.plain(head..clause.start);
        let set_off = pieces.last().is_some_and(|p| p.word.text == ",");
        if set_off && pieces.iter().all(|p| p.word.kind != Kind::Word) && head > 1 {
            // "Anna Berg, 39, who": her age.
            let owner = self.phrase_start(head - 1, 0);
            pieces = self.plain(owner..head - 1);
        }
        while pieces
            .last()
            .is_some_and(|p| p.word.text == "," || p.word.listed(lex::PREPOSITIONS))
        {
            pieces.pop();
        }
        if pieces.is_empty() || !self.word(clause.start).any(&["which", "who", "that"]) {
            return self.plain(0..self.sentence.words.len());
        }
        if !set_off && let Some(verb) = verb_after(self.sentence, clause.clone(), &self.at) {
            pieces.extend(self.plain(verb..clause.end));
            return pieces;
        }
        if !self.word(clause.start).is("who")
            && let Some(turned) = self.turned(&pieces, clause.clone())
        {
            return turned;
        }
        // What comes after the second comma, or the verb of the clause around, is not its own.
        let stop = (self.at.end..clause.end).find(|&i| {
            set_off && self.word(i).text == "," || i == self.at.end && self.sentence.by_form(i)
        });
        let stop = stop.unwrap_or(clause.end);
        pieces.extend(self.plain(clause.start + 1..stop));
        pieces
    }
}
