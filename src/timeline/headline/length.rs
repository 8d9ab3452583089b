//! Brings a line to its length, where a phrase ends.

use super::{
    super::{
        clause::{is_gerund, is_participle, is_past},
        lexicon as lex,
        words::Kind,
    },
    LONGEST, Maker, Piece,
    line::{dangling_word, length, lengths},
    trim::drop_adverbs,
    verb::plan,
};
use crate::text::table::List;

/// Above this many characters a line gives up what it can do without.
const FAIR: usize = 70;

/// A line of the greatest length has fewer words and marks than this.
const REACH: usize = LONGEST / 2;

/// A line shorter than this, in characters, is not cut further.
const LEAST: usize = 30;

/// Verbs whose that-clause is the news; those of opinion keep the one who holds it.
const ANNOUNCING: &[&str] = &[
    "announced",
    "announces",
    "confirmed",
    "confirms",
    "disclosed",
    "informed",
    "reported",
    "reports",
    "revealed",
    "reveals",
];

/// Words that open what a line can do without.
#[rustfmt::skip]
static OPENING: &List = &List::words(&[
    "according", "after", "although", "amid", "as", "because", "despite", "especially",
    "following", "he", "i", "including", "it", "particularly", "she", "such", "they", "though",
    "we", "when", "where", "whereas", "which", "while", "who", "whose", "with",
]);

/// Verbs that leave what is held to stand by itself where both have no room.
#[rustfmt::skip]
static HOLDING: &List = &List::words(&[
    "added", "argued", "believes", "concluded", "estimated", "found", "held", "noted", "reported",
    "ruled", "said", "says", "showed", "shows", "stated", "told", "warned",
]);

impl<'t> Maker<'_, 't> {
    /// Brings the line to its length: trailing clauses first, then titles, then phrases.
    pub(super) fn shorten(&self, mut pieces: Vec<Piece<'t>>) -> Vec<Piece<'t>> {
        if length(&pieces) <= FAIR {
            return pieces;
        }
        self.cut_trailing(&mut pieces);
        if length(&pieces) <= FAIR {
            return pieces;
        }
        self.shorten_titles(&mut pieces);
        let over = |pieces: &[Piece<'_>]| length(pieces) > LONGEST;
        if over(&pieces) {
            self.reported(&mut pieces);
            if over(&pieces) {
                cut_last(&mut pieces, |p, _| matches!(p.text(), "—" | "–" | ";"));
            }
            if over(&pieces) {
                self.cut_phrase(&mut pieces);
            }
        }
        pieces
    }

    /// Cuts at the first comma after the verb that opens something the line can do without.
    fn cut_trailing(&self, pieces: &mut Vec<Piece<'t>>) {
        let Some(verb) = pieces
            .iter()
            .position(|p| self.is_verb(p) || p.text() == "to")
        else {
            return;
        };
        let found = (verb + 2..pieces.len().saturating_sub(1).min(REACH)).find(|&i| {
            let next = &pieces[i + 1];
            let opens = || {
                next.put.is_none()
                    && (next.word.listed(OPENING)
                        || is_gerund(next.word.text)
                        || is_participle(next.word.text)
                            && (!self.is_verb(next)
                                || pieces
                                    .get(i + 2)
                                    .is_some_and(|p| p.word.listed(lex::PREPOSITIONS))))
            };
            (pieces[i].text() == ";" || pieces[i].text() == "," && opens())
                && (LEAST..=LONGEST).contains(&length(&pieces[..i]))
                && pieces[..i]
                    .iter()
                    .filter(|p| matches!(p.text(), "“" | "\""))
                    .count()
                    % 2
                    == 0
        });
        if let Some(i) = found {
            pieces.truncate(i);
        }
    }

    /// "The office announced on Monday that the building would be closed" → what was announced.
    fn reported(&self, pieces: &mut Vec<Piece<'t>>) {
        let Some(that) = pieces.iter().take(24).position(|p| p.word.is("that")) else {
            return;
        };
        let says = pieces[..that]
            .iter()
            .any(|p| p.put.is_none() && p.word.any(ANNOUNCING) && self.is_verb(p));
        let own = pieces.get(that + 1).is_some_and(|p| {
            p.word.kind != Kind::Mark
                && !p.word.listed(lex::PRONOUNS)
                && !p.word.listed(lex::PREPOSITIONS)
                && !p.word.listed(lex::SUBORDINATORS)
                && !p.word.listed(lex::AUXILIARY)
                && !p.word.any(&["his", "her", "their", "its", "this", "there"])
        });
        let verb = pieces[that..].iter().take(16).any(|p| self.is_verb(p));
        if says && own && verb && pieces.len() - that > 5 {
            pieces.drain(..=that);
            drop_adverbs(pieces);
            plan(pieces);
        }
    }

    /// Cuts where a phrase ends and what stands before is whole, as late as the length allows.
    fn cut_phrase(&self, pieces: &mut Vec<Piece<'t>>) {
        let mut best = None;
        let (mut any, mut last) = (None, None);
        // The last word that opened a clause, while that clause has no verb yet.
        let mut open: Option<usize> = None;
        let mut main = false;
        for (i, length) in (1..pieces.len()).zip(lengths(pieces)) {
            let before = &pieces[i - 1];
            if before.put.is_none() && before.word.listed(lex::SUBORDINATORS) && main {
                open = Some(i - 1);
            }
            // "…, but the general told": a second clause that is not whole without its verb.
            let second = i >= 2
                && before.put.is_none()
                && pieces[i - 2].text() == ","
                && before.word.any(&["but", "and"])
                && !self.is_verb(&pieces[i])
                && (before.word.is("but")
                    || pieces[i].word.listed(lex::PRONOUNS)
                    || pieces[i].word.is("the"));
            if second && main {
                open = Some(i - 1);
            }
            let verb = self.is_verb(before);
            main |= verb || before.text() == "to";
            if verb && open.is_some_and(|o| o + 1 < i) {
                open = None;
            }
            if length > LONGEST {
                break;
            }
            let owner = before
                .put
                .as_deref()
                .is_some_and(|name| name.ends_with("’s"));
            let weak = owner
                || before.put.is_none()
                    && (dangling_word(before)
                        || before.word.listed(lex::SAYING)
                        || before.word.possessive()
                        || before.text() == ","
                        || before.word.any(&["more", "most", "not", "so", "then"])
                        || is_gerund(before.word.text)
                        || is_participle(before.word.text)
                            && !(i >= 2 && pieces[i - 2].word.listed(lex::AUXILIARY))
                        || verb);
            if weak {
                continue;
            }
            last = Some(i);
            if !main || open.is_some() {
                continue;
            }
            any = Some(i);
            if length >= LEAST && self.ends_phrase(pieces, i) {
                best = Some(i);
            }
        }
        if best.or(any).is_none() && self.unattributed(pieces) {
            if length(pieces) > LONGEST {
                self.cut_phrase(pieces);
            }
            return;
        }
        if let Some(i) = best.or(any).or(last) {
            pieces.truncate(i);
        }
    }

    /// "The court ruled that …", too long to be cut behind the ruling: leaves what was ruled.
    fn unattributed(&self, pieces: &mut Vec<Piece<'t>>) -> bool {
        let Some(that) = pieces.iter().take(16).position(|p| p.word.is("that")) else {
            return false;
        };
        let says = that > 0 && {
            let verb = &pieces[that - 1];
            verb.put.is_none() && verb.word.listed(HOLDING) && self.is_verb(verb)
        };
        let own = pieces.get(that + 1).is_some_and(|p| {
            p.word.kind != Kind::Mark
                && !p.word.listed(lex::PRONOUNS)
                && !p.word.listed(lex::SUBORDINATORS)
                && !p.word.listed(lex::AUXILIARY)
        });
        let leaves = says && own && pieces.len() - that > 5;
        if leaves {
            pieces.drain(..=that);
            drop_adverbs(pieces);
            plan(pieces);
        }
        leaves
    }

    /// Whether what stands before `i` can end there, what follows being a phrase of its own.
    fn ends_phrase(&self, pieces: &[Piece<'t>], i: usize) -> bool {
        let (before, piece) = (&pieces[i - 1], &pieces[i]);
        if piece.put.is_some() {
            return false;
        }
        let modifier = (is_past(before.word.text) || is_participle(before.word.text))
            && !before.word.capital()
            && !(i >= 2 && pieces[i - 2].word.listed(lex::AUXILIARY))
            || ["ly", "ive", "al", "ic", "ous", "ful"]
                .iter()
                .any(|end| before.word.text.ends_with(end))
            || before.word.text.contains('-')
            || before.word.kind == Kind::Number
            || before.word.any(&["down", "up", "out", "off", "away"])
                && piece.word.any(&["and", "or"]);
        if piece.text() == "," {
            // Not inside a list: "diplomatic, development, and technical".
            let phrase = pieces
                .get(i + 1)
                .is_some_and(|p| p.word.listed(lex::PREPOSITIONS));
            let listing = !phrase
                && pieces[i + 1..pieces.len().min(i + 6)]
                    .iter()
                    .any(|p| p.word.any(&["and", "or"]));
            return !listing && !modifier;
        }
        if matches!(piece.text(), ";" | ":" | "—" | "–") {
            return true;
        }
        if piece.word.any(&["and", "or", "but"]) {
            let next = pieces.get(i + 1);
            let clause = next.is_some_and(|p| {
                p.word.listed(lex::DETERMINERS) || p.word.listed(lex::PRONOUNS) || self.is_verb(p)
            });
            let between = pieces[..i]
                .iter()
                .rev()
                .take(8)
                .any(|p| p.word.is("between"));
            return !between && !modifier && (clause || !before.word.capital());
        }
        // "the demand that …" and "able to …" are not whole without it; "of" binds too closely.
        if piece.word.is("to") {
            return !modifier
                && !before
                    .word
                    .any(&["able", "ready", "likely", "set", "due", "expected"]);
        }
        let preposition = piece.word.listed(lex::PREPOSITIONS)
            && !piece
                .word
                .any(&["of", "per", "between", "than", "like", "into", "onto"])
            && !modifier;
        preposition
            || piece.word.any(&[
                "because", "although", "while", "when", "where", "after", "before",
            ])
    }
}

/// Cuts at the last place that `here` names, where enough is left.
fn cut_last(pieces: &mut Vec<Piece<'_>>, here: impl Fn(&Piece<'_>, Option<&Piece<'_>>) -> bool) {
    let found = (4..pieces.len().min(REACH)).rev().find(|&i| {
        here(&pieces[i], pieces.get(i + 1)) && (LEAST..=LONGEST).contains(&length(&pieces[..i]))
    });
    if let Some(i) = found {
        pieces.truncate(i);
    }
}
