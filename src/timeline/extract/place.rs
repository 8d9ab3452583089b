//! Where something happened.

use super::super::{
    actors::{Cast, Who},
    clause::Sentence,
    lexicon as lex,
    words::{Kind, Word},
};

/// Where the clause says it happened: a name after "in" or "at" that is no person, organisation or month.
pub(super) fn place(sentence: &Sentence<'_>, clause: usize, cast: &Cast) -> Option<String> {
    let range = sentence.clauses[clause].words.clone();
    let words = &sentence.words;
    for i in range.clone() {
        if !words[i].any(&["in", "at", "near"]) {
            continue;
        }
        let the = usize::from(words.get(i + 1).is_some_and(|w| w.is("the")));
        let from = i + 1 + the;
        let to = (from..range.end)
            .take(4)
            .take_while(|&j| {
                words[j].capital()
                    && words[j].kind == Kind::Word
                    && !words[j].listed(lex::MONTHS_DAYS)
            })
            .last()
            .map(|j| j + 1);
        let Some(to) = to else { continue };
        let span = words[from].span.join(words[to - 1].span);
        let taken = cast.within(span).any(|m| !matches!(m.who, Who::Country(_)));
        if taken || words[to - 1].possessive() || words[from].text == "U.S." && to - from == 1 {
            continue;
        }
        let followed = words.get(to).is_some_and(|w| {
            w.kind == Kind::Word
                && !w.listed(lex::PREPOSITIONS)
                && !w.listed(lex::CONNECTORS)
                && !sentence.finite(to)
                && w.listed(lex::ORG_HEADS)
        });
        if followed {
            continue;
        }
        let name: Vec<&str> = words[from - the..to].iter().map(Word::base).collect();
        return Some(name.join(" "));
    }
    None
}
