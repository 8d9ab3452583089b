//! What frames the news without being it: "That's why …", "I would note that …", "As you all know",
//! "There was a …".

use super::{Maker, Piece};
use crate::text::table::List;

/// Frames, word by word; "|" parts the forms of one word, "?" marks a word that may be missing.
#[rustfmt::skip]
const FRAMES: &[&str] = &[
    "that’s|that's why ,?",
    "that|this|which is why ,?",
    "i|we would|should|will|want|can|may|just? also? just? to? note|add|mention|stress|emphasize|say ,|that",
    "i’d|i'd|i’ll|i'll just? also? note|add|mention|stress|emphasize|say|highlight ,|that",
    "i|we would|want|just? also? to? point out ,|that",
    "i|we would point you to the fact that",
    "i|we want you to know ,|that",
    "i|we know|think|believe|understand|remember|recall|note|see ,|that",
    "i|we hope that",
    "you all|guys? know|remember|saw|heard|recall ,|that",
    "you all|guys? may|will have seen|heard ,?",
    "as i|we|you|they all|guys? know|noted|said|mentioned|announced ,",
    "it is|was important|worth to? note|noting|remember|remembering ,|that",
    "it’s|it's important|worth to? note|noting|remember|remembering ,|that",
    "what we|i know is that?",
    "the fact is ,?|that",
    "let me tell|say|note you? ,|that",
    "we|i are|am|were|was very|so? pleased|proud|excited|glad|delighted|happy that",
    "we’re|we're|i’m|i'm very|so? pleased|proud|excited|glad|delighted|happy that",
];

/// What [`FRAMES`] begin with.
#[rustfmt::skip]
static OPENINGS: &List = &List::words(&[
    "as", "i", "i'd", "i'll", "i'm", "it", "it's", "it’s", "i’d", "i’ll", "i’m", "let", "that",
    "that's", "that’s", "the", "this", "we", "we're", "we’re", "what", "which", "you",
]);

impl<'t> Maker<'_, 't> {
    /// Drops what only frames the news, where a clause of its own is left.
    pub(super) fn drop_frame(&self, pieces: &mut Vec<Piece<'t>>) {
        for _ in 0..2 {
            if !pieces.first().is_some_and(|p| p.word.listed(OPENINGS)) {
                break;
            }
            let Some(end) = FRAMES
                .iter()
                .filter_map(|frame| matched(pieces, frame))
                .max()
            else {
                break;
            };
            let rest = &pieces[end..];
            if rest.len() < 4 || !rest.iter().take(16).any(|p| self.is_verb(p)) {
                break;
            }
            pieces.drain(..end);
        }
        drop_there(pieces);
    }
}

/// "There was a serious round of talks" → "serious round of talks".
fn drop_there(pieces: &mut Vec<Piece<'_>>) {
    let is = |i: usize, words: &[&str]| {
        pieces
            .get(i)
            .is_some_and(|p: &Piece<'_>| p.put.is_none() && p.word.any(words))
    };
    let be = is(1, &["is", "was", "are", "were", "be"]);
    let verb = match pieces
        .first()
        .map(|p| p.word.text.to_lowercase().replace('\'', "’"))
    {
        Some(first) if first == "there’s" => 1,
        Some(first) if (first == "there" || first == "there’ll") && be => 2,
        _ => return,
    };
    let verb = verb + usize::from(is(verb, &["also"]));
    let article = verb + usize::from(is(verb, &["a", "an", "the"]));
    let empty = ["been", "going", "no", "not", "nothing", "one", "so"];
    if pieces.len() - article > 3 && !is(article, &empty) {
        pieces.drain(..article);
    }
}

/// Where `frame` ends, if the pieces begin with it.
fn matched(pieces: &[Piece<'_>], frame: &str) -> Option<usize> {
    let mut at = 0;
    for slot in frame.split(' ') {
        let (forms, may) = match slot.strip_suffix('?') {
            Some(forms) => (forms, true),
            None => (slot, false),
        };
        let fits = pieces.get(at).is_some_and(|piece| {
            piece.put.is_none()
                && forms
                    .split('|')
                    .any(|form| piece.word.text.eq_ignore_ascii_case(form))
        });
        if fits {
            at += 1;
        } else if !may {
            return None;
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_frame_begins_with_an_opening() {
        for frame in FRAMES {
            let first = frame.split(' ').next().unwrap_or_default();
            assert!(first.split('|').all(|form| OPENINGS.has(form)), "{frame}");
        }
    }
}
