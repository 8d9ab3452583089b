//! A pronoun that nobody can be put for at the head of a line: the line goes without it.

use super::{
    super::{
        anchoring::Nested,
        clause::{is_participle, is_past},
    },
    Maker, Piece,
};

impl<'t> Maker<'_, 't> {
    /// "Since its founding in 2001, the council has" → "the council’s founding"; "Since it opened
    /// in 2001, the port has" → "the port opened"
    pub(super) fn owner(&self, pieces: &mut Vec<Piece<'t>>, inner: &Nested) {
        let comma = (inner.range.end..self.sentence.words.len())
            .take(2)
            .find(|&i| self.word(i).text == ",");
        let (true, Some(comma), Some(first)) = (inner.range.start <= 3, comma, pieces.first())
        else {
            return;
        };
        let own = first.word.any(&["her", "his", "its", "their"]);
        if !own && !first.word.any(&["he", "it", "she", "they"]) {
            return;
        }
        if let Some(mut owner) = self.subject(comma + 1)
            && let Some(last) = owner.last_mut()
        {
            let ending = match (own, last.text().ends_with('s')) {
                (false, _) => "",
                (true, true) => "’",
                (true, false) => "’s",
            };
            last.put = Some(format!("{}{ending}", last.text()));
            pieces.splice(..1, owner);
        }
    }

    /// "He met the king" → "Met the king", "It was built" → "Built", "They will meet" → "To meet",
    /// "His office closed" → "Office closed".
    pub(super) fn drop_pronoun(&self, pieces: &mut Vec<Piece<'t>>) {
        let Some(first) = pieces.first() else { return };
        if first.put.is_some() || pieces.len() < 4 {
            return;
        }
        if first.word.any(&["her", "his", "its", "my", "our", "their"]) {
            pieces.remove(0);
            return;
        }
        if !first
            .word
            .any(&["he", "i", "it", "she", "they", "we", "who"])
        {
            return;
        }
        let adverb = |p: &Piece<'_>| {
            p.word.any(&["first", "just", "later", "then"]) || p.word.text.ends_with("ly")
        };
        if adverb(&pieces[1]) && pieces.len() > 4 && self.is_verb(&pieces[2]) {
            pieces.remove(1);
        }
        let verb = pieces[1].word;
        let next = pieces[2].word;
        if pieces[1].put.is_some() || pieces[2].put.is_some() {
            return;
        }
        if verb.is("will") && next.kind == super::super::words::Kind::Word && !next.is("not") {
            pieces.remove(0);
            pieces[0].put = Some("To".to_owned());
        } else if verb.any(&["was", "were", "has", "have", "had"])
            && is_participle(next.text)
            && !next.is("been")
        {
            pieces.drain(..2);
            pieces[0].put = Some(next.text.to_owned());
        } else if is_past(verb.text) && self.is_verb(&pieces[1]) {
            pieces.remove(0);
            pieces[0].put = Some(verb.text.to_owned());
        }
    }
}
