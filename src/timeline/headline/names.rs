//! Pronouns and bare titles → the names they stand for.

use super::{
    super::{
        actors::{Person, Who},
        clause::Sentence,
        lexicon as lex,
        words::Kind,
    },
    Maker, Piece,
};
use crate::text::{Span, sentence::sentences_in};

/// How far back, in bytes, somebody may be named whom "he" means, and how many sentences.
const FAR: usize = 1200;
const BACK: usize = 4;

/// How many bytes before "they" the two may stand whom it means.
const NEAR: usize = 500;

impl<'t> Maker<'_, 't> {
    /// Replaces a pronoun or bare title at the head by the name it stands for.
    pub(super) fn resolve(&self, pieces: &mut Vec<Piece<'t>>) {
        let Some(first) = pieces.first() else { return };
        let offset = first.word.span.start;
        if first.put.is_some() {
            return;
        }
        let both = "two leaders|pair|two|leaders|two sides|presidents|two presidents";
        let title = || self.bare_title(pieces);
        if first.word.any(&["he", "she"]) {
            if let Some(person) = self.antecedent(offset) {
                put(pieces, 1, person.name.clone());
            }
        } else if first.word.any(&["his", "her"])
            && !pieces
                .get(1)
                .is_some_and(|p| p.word.any(&["majesty", "excellency", "highness"]))
        {
            if let Some(person) = self.antecedent(offset) {
                put(pieces, 1, format!("{}’s", person.name));
            }
        } else if first.word.any(&["they", "both"])
            && pieces.get(1).is_some_and(|p| self.is_verb(p))
        {
            if let Some(names) = self.two(offset) {
                put(pieces, 1, names);
            }
        } else if first.word.any(&["the", "both"]) {
            let words = pieces[1..pieces.len().min(3)]
                .iter()
                .map(|p| p.word.text.to_lowercase())
                .collect::<Vec<_>>();
            let one = words.first().is_some_and(|w| w == "pair");
            let two = words.len() == 2 && both.split('|').any(|b| b == words.join(" "));
            let leaders = first.word.is("both")
                && words
                    .first()
                    .is_some_and(|w| w == "leaders" || w == "presidents");
            if one || two || leaders {
                if let Some(names) = self.two(offset) {
                    put(pieces, if two { 3 } else { 2 }, names);
                }
            } else if let Some((count, name)) = title() {
                put(pieces, count, name);
            }
        } else if lex::TITLES.has(first.word.base()) {
            let span = first.word.span;
            if first.word.possessive()
                && let Some(person) = self.holder(&first.word.base().to_lowercase(), span.start)
            {
                // "the president's absence": the owner; alone, the one who acts.
                let ending = if pieces.len() > 1 { "’s" } else { "" };
                put(pieces, 1, format!("{}{ending}", person.name));
            }
        }
    }

    /// "The Deputy Secretary General" → how many words, and the name of the one so titled.
    fn bare_title(&self, pieces: &[Piece<'t>]) -> Option<(usize, String)> {
        let count = pieces[1..]
            .iter()
            .take(4)
            .take_while(|p| p.word.kind == Kind::Word && !p.word.possessive() && !self.is_verb(p))
            .count();
        let last = (1..=count)
            .rev()
            .find(|&i| pieces[i].word.listed(lex::TITLES))?;
        if pieces
            .get(last + 1)
            .is_some_and(|p| p.word.is("of") || p.word.capital())
        {
            return None;
        }
        let title: Vec<String> = pieces[1..=last]
            .iter()
            .map(|p| p.word.text.to_lowercase())
            .collect();
        let title = title.join(" ");
        let person = self.cast.titled(&title, pieces[0].word.span.start)?;
        let sentence = self.sentence.span.start;
        // What the text calls "the president" before it names this one is another.
        let text = self.sentence.text;
        if self.cast.spoken_of_before(text, person, &title, sentence) {
            return None;
        }
        Some((last + 1, self.cast.people[person].name.clone()))
    }

    /// Who is meant by a bare title: the only one who bears it, else the last one named who does.
    fn holder(&self, title: &str, offset: usize) -> Option<&Person> {
        let held = self.cast.titled(title, offset);
        let held = held.or_else(|| self.cast.partly_titled(title, offset));
        held.map(|i| &self.cast.people[i])
    }

    /// Whom "he" or "she" at `offset` means, where the text leaves no doubt: the one person before
    /// the verb of the same sentence, else of the sentence before, pronouns followed back.
    fn antecedent(&self, offset: usize) -> Option<&Person> {
        let start = self.sentence.span.start;
        let inside = self.one(Span::new(start, offset));
        if inside.is_some() || !self.nobody(Span::new(start, offset)) {
            return inside;
        }
        let text = self.sentence.text;
        let mut from = start.saturating_sub(FAR);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        for span in sentences_in(text, Span::new(from, start))
            .into_iter()
            .rev()
            .take(BACK)
        {
            let sentence = Sentence::read(text, span, false);
            let goes_on = sentence
                .words
                .iter()
                .take(3)
                .any(|w| w.any(&["he", "her", "his", "she"]));
            if goes_on {
                continue;
            }
            let verb = sentence.verb_by_form(0..sentence.words.len())?;
            let head = Span::new(span.start, sentence.words[verb].span.start);
            if !self.nobody(head) {
                return self.one(head);
            }
            if !self.nobody(span) {
                return self.one(span);
            }
        }
        None
    }

    /// The people named in `span`; who is only named as a speaker ("MR. HALE:") does not count.
    fn named_in(&self, span: Span) -> impl Iterator<Item = &Person> {
        let text = self.sentence.text;
        self.cast.within(span).filter_map(move |m| match m.who {
            Who::Person(i) if !text[m.span.end..].starts_with(':') => self.cast.people.get(i),
            _ => None,
        })
    }

    fn nobody(&self, span: Span) -> bool {
        self.named_in(span).next().is_none()
    }

    /// The only person named in `span`, by a full name.
    fn one(&self, span: Span) -> Option<&Person> {
        let mut people = self.named_in(span);
        let first = people.next()?;
        let alone = people.all(|p| p.name == first.name);
        (alone && (first.name.contains(' ') || !first.titles.is_empty())).then_some(first)
    }

    /// The last two people named before `offset`, in the order of the text.
    fn two(&self, offset: usize) -> Option<String> {
        let near = Span::new(offset.saturating_sub(NEAR), offset);
        let mut people: Vec<&Person> = Vec::new();
        for mention in self.cast.within(near) {
            if let Who::Person(i) = mention.who
                && let Some(person) = self.cast.people.get(i)
            {
                people.retain(|p| p.name != person.name);
                people.push(person);
            }
        }
        let [.., first, second] = people[..] else {
            return None;
        };
        Some(format!("{} and {}", first.family, second.family))
    }

    /// Leaves the name of a person who stands there with a title.
    pub(super) fn shorten_titles(&self, pieces: &mut Vec<Piece<'t>>) {
        let mentions: Vec<(Span, &Person)> = self
            .cast
            .within(self.sentence.span)
            .filter_map(|m| match m.who {
                Who::Person(i) => self.cast.people.get(i).map(|p| (m.span, p)),
                _ => None,
            })
            .collect();
        for (span, person) in mentions.into_iter().rev() {
            let Some(first) = pieces.iter().position(|p| span.contains(p.word.span)) else {
                continue;
            };
            let last = pieces
                .iter()
                .rposition(|p| span.contains(p.word.span))
                .unwrap_or(first);
            let titled = pieces[first..=last]
                .iter()
                .any(|p| p.word.listed(lex::TITLES) && p.put.is_none());
            if titled {
                let ending = if pieces[last].word.possessive() {
                    "’s"
                } else {
                    ""
                };
                let name = format!("{}{ending}", person.name);
                let start = title_start(pieces, first);
                // "the General Assembly", "an Executive Order": no person is spoken of so.
                let article = |p: &Piece<'_>| p.word.any(&["a", "an", "the"]);
                let described = pieces
                    .get(start + 1)
                    .is_some_and(|p| p.word.any(&["acting", "former", "late", "then"]));
                if article(&pieces[start]) && !described
                    || start > 0 && article(&pieces[start - 1])
                    || pieces
                        .get(last + 1)
                        .is_some_and(|p| p.word.kind == Kind::Number)
                {
                    continue;
                }
                pieces.drain(start..last);
                pieces[start].put = Some(name);
            }
        }
    }
}

/// Puts `text` for the first `count` pieces.
fn put(pieces: &mut Vec<Piece<'_>>, count: usize, text: String) {
    if count == 0 || pieces.len() < count {
        return;
    }
    pieces.drain(1..count);
    pieces[0].put = Some(text);
}

/// Where the title that ends before the name at `first` begins, with what describes it:
/// "former", "South Korean", "NATO", "Secretary of".
fn title_start(pieces: &[Piece<'_>], first: usize) -> usize {
    let mut start = first;
    while start > 0 {
        let word = &pieces[start - 1].word;
        let office = word.any(&["of", "for"])
            && start >= 2
            && pieces[start - 2].word.listed(lex::TITLES)
            && pieces[start - 2].word.capital();
        let described = pieces[start - 1].put.is_none()
            && word.kind == Kind::Word
            && (word.capital()
                && !word.listed(lex::PREPOSITIONS)
                && !word.listed(lex::AUXILIARY)
                && !word.listed(lex::CONNECTORS)
                && !word.listed(lex::SUBORDINATORS)
                && (!word.listed(lex::PRONOUNS) || word.text == "US")
                || word.any(&[
                    "acting", "ex", "former", "incoming", "late", "longtime", "outgoing", "the",
                    "then",
                ])
                || word.listed(lex::TITLES)
                || word.text.starts_with("then-")
                || word.text.starts_with("ex-"));
        if !office && !described {
            break;
        }
        start -= 1;
    }
    start
}
