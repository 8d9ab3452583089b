//! A clause → a line that reads like a headline.
//!
//! The date goes (the timeline shows it), as do linking words, asides and
//! attributions; pronouns are replaced by names; what is too long is cut where a
//! phrase ends.

use std::ops::Range;

use super::{
    actors::{Cast, Person, Who},
    clause::{Opener, Sentence, is_gerund, is_past},
    judge::{Binding, noun_before, participle_before},
    lexicon as lex,
    words::{Kind, Word},
};
use crate::text::Span;

/// The longest headline, in characters.
pub const LONGEST: usize = 90;

/// A word of the line being made: as it stood, or put in its place.
#[derive(Clone, Debug)]
struct Piece<'t> {
    word: Word<'t>,
    /// What stands there instead.
    put: Option<String>,
}

impl Piece<'_> {
    fn text(&self) -> &str {
        self.put.as_deref().unwrap_or(self.word.text)
    }
}

/// Makes the line for the event whose date stands at the words `at`.
#[must_use]
pub fn headline(
    sentence: &Sentence<'_>,
    at: &Range<usize>,
    binding: Binding,
    cast: &Cast,
) -> String {
    let maker = Maker {
        sentence,
        at: at.clone(),
        cast,
    };
    let mut pieces = match binding {
        Binding::Gerund => maker.gerund(),
        Binding::Participle => maker.participle(),
        Binding::Noun => maker.noun(),
        Binding::Verb => None,
    }
    .unwrap_or_else(|| maker.clause());
    maker.tidy(&mut pieces);
    if render(&pieces).chars().count() < 12 {
        pieces = maker.plain(0..sentence.words.len());
        maker.tidy(&mut pieces);
    }
    finish(&maker.shorten(pieces))
}

/// A title made by an editor, brought to the length and case of the other lines.
#[must_use]
pub fn from_title(title: &str, sentence_case: impl Fn(&str) -> bool) -> String {
    let sentence = Sentence::read(title, Span::new(0, title.len()), false);
    let cast = Cast::default();
    let maker = Maker {
        sentence: &sentence,
        at: 0..0,
        cast: &cast,
    };
    let mut pieces = maker.plain(0..sentence.words.len());
    for piece in pieces.iter_mut().skip(1) {
        let word = piece.word.text;
        let plain = word.chars().skip(1).all(|c| !c.is_uppercase());
        if piece.word.capital() && plain && sentence_case(word) {
            piece.put = Some(word.to_lowercase());
        }
    }
    finish(&maker.shorten(pieces))
}

struct Maker<'s, 't> {
    sentence: &'s Sentence<'t>,
    at: Range<usize>,
    cast: &'s Cast,
}

impl<'t> Maker<'_, 't> {
    fn plain(&self, range: Range<usize>) -> Vec<Piece<'t>> {
        self.sentence.words[range]
            .iter()
            .map(|&word| Piece { word, put: None })
            .collect()
    }

    fn word(&self, i: usize) -> &Word<'t> {
        &self.sentence.words[i]
    }

    /// "since taking office" → "Lee takes office"
    fn gerund(&self) -> Option<Vec<Piece<'t>>> {
        let index = self.sentence.clause(self.at.start);
        let clause = self.sentence.clauses[index].words.clone();
        let verb = clause
            .clone()
            .take(3)
            .find(|&i| is_gerund(self.word(i).text))?;
        let third = third_person(self.word(verb).text)?;
        let mut rest = self.plain(verb..self.phrase_end(self.at.end, clause.end));
        rest[0].put = Some(third);
        let subject = if clause.start == 0 {
            // The subject of the main clause that follows; a main clause without one has the news itself.
            let comma = (clause.clone()).find(|&i| i > self.at.start && self.word(i).text == ",");
            let from = comma.map_or(clause.end, |c| c + 1);
            if verb == clause.start {
                return None;
            }
            self.subject(from)
        } else {
            // "the president's absence since taking office", else the subject of the sentence
            let owner = (clause.start.saturating_sub(14)..clause.start)
                .rev()
                .find(|&i| self.word(i).possessive());
            match owner {
                Some(i) if !self.word(i).capital() => self.named(i..i + 1),
                Some(i) => self.person_at(i),
                None => self.subject(0),
            }
        };
        let mut pieces = subject?;
        pieces.append(&mut rest);
        Some(pieces)
    }

    /// "a consultative body established last year" → "consultative body established"
    fn participle(&self) -> Option<Vec<Piece<'t>>> {
        let index = self.sentence.clause(self.at.start);
        let clause = &self.sentence.clauses[index];
        let before = clause.words.start..self.at.start;
        let verb = self.sentence.verb(before.clone());
        let participle = participle_before(self.sentence, &before, verb)?;
        // "According to a declaration released on Monday, leaders agreed": what they agreed is the news.
        if clause.opener == Opener::Main && clause.words.start == 0 {
            let comma = (self.at.end..(self.at.end + 2).min(clause.words.end))
                .find(|&i| self.word(i).text == ",");
            if let Some(comma) = comma
                && self.sentence.leading_adverbial(0, comma)
            {
                return None;
            }
        }
        let finite_after = (self.at.end..clause.words.end).find(|&i| self.sentence.finite(i));
        if finite_after.is_some() && verb.is_none_or(|v| v > participle) {
            return None;
        }
        let mut start = self.phrase_start(participle, clause.words.start);
        if clause.opener == Opener::Relative && start > clause.words.start {
            // "the programme which covered seven sectors signed in 2012": the programme was signed.
            let head = self.phrase_start(clause.words.start, 0);
            if head < clause.words.start && verb.is_some_and(|v| v < participle) {
                let mut pieces = self.plain(head..clause.words.start);
                pieces
                    .extend(self.plain(participle..self.phrase_end(self.at.end, clause.words.end)));
                return Some(pieces);
            }
        }
        // "rendition of “…” sung at": the head stands before the preposition.
        if start > clause.words.start + 1 && self.word(start - 1).any(&["of", "for"]) {
            start = self.phrase_start(start - 1, clause.words.start);
        }
        Some(self.plain(start..self.phrase_end(self.at.end, clause.words.end)))
    }

    /// "during his U.S. visit in April" → "Yoon's U.S. visit"
    fn noun(&self) -> Option<Vec<Piece<'t>>> {
        let index = self.sentence.clause(self.at.start);
        let clause = self.sentence.clauses[index].words.clone();
        let noun = noun_before(self.sentence, &(clause.start..self.at.start))?;
        let start = self.phrase_start(noun + 1, clause.start);
        let many = noun + 1 - start;
        let follows = clause.end < self.sentence.words.len()
            || self.sentence.verb(self.at.end..clause.end).is_some();
        let owned = self.word(start).any(&["his", "her", "their", "its"]);
        if many < 3 && follows && !owned && start <= clause.start + 2 {
            return None;
        }
        Some(self.plain(start..self.at.start))
    }

    /// The clause itself, with what it needs to stand alone.
    fn clause(&self) -> Vec<Piece<'t>> {
        let sentence = self.sentence;
        let index = sentence.clause(self.at.start);
        let clause = &sentence.clauses[index];
        let end = sentence.words.len();
        if let Some(pieces) = self.quotation(clause.words.clone()) {
            return pieces;
        }
        match clause.opener {
            Opener::Relative => {
                let head = self.phrase_start(clause.words.start, 0);
                let mut pieces = self.plain(head..clause.words.start);
                while pieces
                    .last()
                    .is_some_and(|p| p.word.text == "," || p.word.listed(lex::PREPOSITIONS))
                {
                    pieces.pop();
                }
                if pieces.is_empty()
                    || !self.word(clause.words.start).any(&["which", "who", "that"])
                {
                    return self.plain(0..end);
                }
                pieces.extend(self.plain(clause.words.start + 1..clause.words.end));
                pieces
            }
            Opener::Coordinated => {
                let from = sentence.clauses[index.saturating_sub(1)].words.start;
                let mut pieces = self.subject(from).unwrap_or_default();
                pieces.extend(self.plain(clause.words.start + 1..end));
                pieces
            }
            Opener::Subordinate if index > 0 => {
                self.plain(clause.words.start + 1..clause.words.end)
            }
            Opener::Gerund if index > 0 => self.plain(0..end),
            Opener::Subordinate => {
                // "While NATO agreed in 2014 to …, the consensus shifted"
                let comma = (self.at.end..clause.words.end).find(|&i| self.word(i).text == ",");
                self.plain(1..comma.unwrap_or(clause.words.end))
            }
            Opener::Main | Opener::Gerund => {
                let mut start = clause.words.start;
                if clause.opener == Opener::Main && self.word(start).any(&["and", "but", "or"]) {
                    start += 1;
                }
                self.plain(start..end)
            }
        }
    }

    /// “We will go,” said X on Monday. → X: “We will go”
    fn quotation(&self, clause: Range<usize>) -> Option<Vec<Piece<'t>>> {
        let sentence = self.sentence;
        let says = clause.clone().find(|&i| self.word(i).listed(lex::SAYING))?;
        if clause.start == 0 || !sentence.quoted[clause.start - 1] || clause.len() > 14 {
            return None;
        }
        let open = (0..clause.start).find(|&i| sentence.quoted[i])?;
        let mut speaker = if says > clause.start {
            self.plain(clause.start..says)
        } else {
            let stop = (says + 1..clause.end)
                .find(|&i| {
                    self.at.contains(&i)
                        || self.word(i).kind == Kind::Mark
                        || self.word(i).listed(lex::PREPOSITIONS)
                })
                .unwrap_or(clause.end);
            self.plain(says + 1..stop)
        };
        if let Some(first) = speaker.first()
            && first.word.listed(lex::PRONOUNS)
        {
            speaker = self.subject(clause.start)?;
        }
        let last = speaker.last_mut()?;
        last.put = Some(format!("{}:", last.text()));
        speaker.extend(self.plain(open..clause.start));
        Some(speaker)
    }

    /// The subject of the clause that begins at `from`, pronouns resolved.
    fn subject(&self, from: usize) -> Option<Vec<Piece<'t>>> {
        let mut from = from;
        let end = self.sentence.words.len();
        if let Some(comma) = (from..end.min(from + 18)).find(|&i| self.word(i).text == ",")
            && self.sentence.leading_adverbial(from, comma)
        {
            from = comma + 1;
        }
        while from < end
            && (self.word(from).any(&["and", "but", "that"]) || self.word(from).text == ",")
        {
            from += 1;
        }
        let verb = self.sentence.verb(from..end)?;
        let stop = (from..verb)
            .find(|&i| matches!(self.word(i).text, "," | "("))
            .unwrap_or(verb);
        if from >= stop || stop - from > 12 {
            return None;
        }
        self.named(from..stop)
    }

    /// The words `range`, a pronoun or bare title replaced by the name it stands for.
    fn named(&self, range: Range<usize>) -> Option<Vec<Piece<'t>>> {
        let mut pieces = self.plain(range);
        self.resolve(&mut pieces);
        (!pieces.is_empty()).then_some(pieces)
    }

    /// The person whom the possessive at `i` names, as a subject.
    fn person_at(&self, i: usize) -> Option<Vec<Piece<'t>>> {
        let word = *self.word(i);
        Some(vec![Piece {
            word,
            put: Some(word.base().to_owned()),
        }])
    }

    /// Where the noun phrase that ends before `end` begins.
    fn phrase_start(&self, end: usize, floor: usize) -> usize {
        let mut start = end;
        while start > floor {
            let word = self.word(start - 1);
            let stops = (word.kind == Kind::Mark
                && !matches!(
                    word.text,
                    "“" | "”" | "\"" | "(" | ")" | "-" | "%" | "$" | "‘" | "’"
                ))
                && !(word.text == "," && start == end)
                || word.listed(lex::PREPOSITIONS) && !(word.is("of") || word.is("for"))
                || word.is("to")
                || word.listed(lex::SUBORDINATORS) && start < end
                || word.listed(lex::PRONOUNS)
                || word.listed(lex::AUXILIARY)
                || self.sentence.finite(start - 1)
                || is_gerund(word.text) && start < end;
            if stops {
                break;
            }
            start -= 1;
            if word.listed(lex::DETERMINERS)
                && start + 1 < end
                && !word.is("all")
                && !word.is("both")
            {
                break;
            }
        }
        start
    }

    /// Where the phrase after the date ends: at the next mark or clause.
    fn phrase_end(&self, from: usize, limit: usize) -> usize {
        (from..limit)
            .find(|&i| {
                self.word(i).kind == Kind::Mark
                    && !matches!(self.word(i).text, "“" | "”" | "$" | "%" | "’" | "-")
            })
            .unwrap_or(limit)
    }

    /// Drops the date, asides, linking words and attributions.
    fn tidy(&self, pieces: &mut Vec<Piece<'t>>) {
        self.drop_date(pieces);
        drop_asides(pieces);
        drop_head(pieces);
        self.drop_apposition(pieces);
        drop_attribution(pieces);
        self.resolve(pieces);
        plan(pieces);
        drop_adverbs(pieces);
    }

    /// Drops the date with its preposition.
    fn drop_date(&self, pieces: &mut Vec<Piece<'t>>) {
        if self.at.is_empty() {
            return;
        }
        let span = self
            .word(self.at.start)
            .span
            .join(self.word(self.at.end - 1).span);
        let Some(first) = pieces.iter().position(|p| span.contains(p.word.span)) else {
            return;
        };
        let last = pieces
            .iter()
            .rposition(|p| span.contains(p.word.span))
            .unwrap_or(first);
        let mut from = first;
        while from > 0 && from + 4 > first {
            let word = &pieces[from - 1].word;
            let glue = word.any(&[
                "on", "in", "at", "by", "since", "during", "early", "late", "of", "from", "around",
                "about", "this", "the", "until", "through", "last", "next", "for", "after",
                "before",
            ]);
            if !glue
                || word.is("of")
                    && from >= 2
                    && !pieces[from - 2].word.any(&[
                        "end",
                        "start",
                        "beginning",
                        "as",
                        "morning",
                        "evening",
                    ])
            {
                break;
            }
            from -= 1;
        }
        if from > 0 && (pieces[from - 1].word.is("as") || pieces[from - 1].word.is("again")) {
            from -= 1;
        }
        let mut to = last + 1;
        if pieces.get(to).is_some_and(|p| p.word.is("of"))
            || (to < pieces.len()
                && pieces[to].text() == ","
                && (from == 0 || pieces[from - 1].text() == ","))
        {
            to += usize::from(pieces[to].text() == ",");
        }
        if from > 0 && pieces[from - 1].text() == "," && to >= pieces.len() {
            from -= 1;
        }
        pieces.drain(from..to);
    }

    /// Drops ", who …," and ", Deputy Secretary General of …," between a subject and its verb.
    fn drop_apposition(&self, pieces: &mut Vec<Piece<'t>>) {
        let Some(open) = pieces.iter().take(14).position(|p| p.text() == ",") else {
            return;
        };
        if open == 0 {
            return;
        }
        let Some(close) = (open + 1..pieces.len().min(open + 36)).rev().find(|&i| {
            pieces[i].text() == ","
                && pieces
                    .get(i + 1)
                    .is_some_and(|p| self.is_verb(p) || p.word.is("also"))
        }) else {
            return;
        };
        if pieces[..open].iter().any(|p| self.is_verb(p)) {
            return;
        }
        let relative = pieces[open + 1]
            .word
            .any(&["who", "which", "whose", "where"]);
        let verbless = !pieces[open + 1..close].iter().any(|p| self.is_verb(p));
        // "Japan, Australia and New Zealand, …" is a list, not an apposition.
        let listing = pieces[open + 1..close].iter().any(|p| p.word.is("and"))
            && verbless
            && pieces[open + 1].word.capital()
            && !pieces[open + 1..close]
                .iter()
                .any(|p| p.word.listed(lex::TITLES));
        if relative || verbless && !listing {
            // "South Korea's National Security Adviser, Kim Sung-Han, announced": the name is worth keeping.
            let title = pieces[open - 1].word.listed(lex::TITLES);
            if title && close - open <= 5 {
                pieces.remove(close);
                pieces.remove(open);
            } else {
                pieces.drain(open..=close);
            }
        }
    }

    fn is_verb(&self, piece: &Piece<'t>) -> bool {
        let range = self.sentence.covered(piece.word.span);
        piece.put.is_none()
            && range
                .clone()
                .next()
                .is_some_and(|i| self.sentence.finite(i))
    }

    /// Replaces a pronoun or bare title at the head by the name it stands for.
    fn resolve(&self, pieces: &mut Vec<Piece<'t>>) {
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
        } else if first.word.any(&["his", "her"]) {
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
        } else if first.word.listed(lex::TITLES) {
            let span = first.word.span;
            if first.word.possessive()
                && let Some(person) = self
                    .cast
                    .titled(&first.word.base().to_lowercase(), span.start)
            {
                put(pieces, 1, person.name.clone());
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
        let person = self
            .cast
            .titled(&title.join(" "), pieces[0].word.span.start)?;
        Some((last + 1, person.name.clone()))
    }

    /// Whom "he" or "she" at `offset` means: the first person of the sentence before, else the last one named.
    fn antecedent(&self, offset: usize) -> Option<&Person> {
        // Earlier in the same sentence first: "Yoon said he …"
        let inside = self
            .cast
            .within(Span::new(self.sentence.span.start, offset))
            .find_map(|m| match m.who {
                Who::Person(i) => self.cast.people.get(i),
                _ => None,
            });
        inside.or_else(|| {
            let before = Span::new(
                self.sentence.span.start.saturating_sub(500),
                self.sentence.span.start,
            );
            let stop = before_last_sentence(self.sentence.text, before);
            self.cast
                .within(Span::new(stop, before.end))
                .find_map(|m| match m.who {
                    Who::Person(i) => self.cast.people.get(i),
                    _ => None,
                })
                .or_else(|| self.cast.people_before(offset).next())
        })
    }

    /// The last two people named before `offset`, in the order of the text.
    fn two(&self, offset: usize) -> Option<String> {
        let mut people = self.cast.people_before(offset);
        let second = people.next()?;
        let first = people.find(|p| p.name != second.name)?;
        Some(format!("{} and {}", first.name, second.name))
    }

    /// Brings the line to its length.
    fn shorten(&self, mut pieces: Vec<Piece<'t>>) -> Vec<Piece<'t>> {
        let long = |pieces: &[Piece<'_>]| render(pieces).chars().count() > LONGEST;
        if long(&pieces) {
            cut_at(&mut pieces, |p, next| {
                p.text() == ";"
                    || p.text() == ","
                        && next.is_some_and(|n| {
                            n.word.any(&[
                                "which",
                                "who",
                                "including",
                                "where",
                                "as",
                                "while",
                                "with",
                                "adding",
                                "saying",
                                "after",
                                "according",
                                "such",
                                "bringing",
                                "whose",
                            ]) || next.is_some_and(|n| is_gerund(n.word.text))
                        })
            });
        }
        if long(&pieces) {
            self.shorten_titles(&mut pieces);
        }
        if long(&pieces) {
            cut_at(&mut pieces, |p, _| matches!(p.text(), "—" | "–" | ";"));
        }
        if long(&pieces) {
            cut_phrase(&mut pieces);
        }
        pieces
    }

    /// Leaves the name of a person who stands there with a title.
    fn shorten_titles(&self, pieces: &mut Vec<Piece<'t>>) {
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
                pieces.drain(first..last);
                pieces[first].put = Some(name);
            }
        }
    }
}

/// Where the last sentence of `before` begins, roughly: after its last full stop but one.
fn before_last_sentence(text: &str, before: Span) -> usize {
    let mut start = before.start;
    while !text.is_char_boundary(start) {
        start += 1;
    }
    crate::text::sentence::sentences_in(text, Span::new(start, before.end))
        .last()
        .map_or(start, |s| s.start)
}

/// Puts `text` for the first `count` pieces.
fn put(pieces: &mut Vec<Piece<'_>>, count: usize, text: String) {
    if count == 0 || pieces.len() < count {
        return;
    }
    pieces.drain(1..count);
    pieces[0].put = Some(text);
}

/// Drops what stands in brackets, and marks of mark-up.
fn drop_asides(pieces: &mut Vec<Piece<'_>>) {
    let mut depth = 0_usize;
    pieces.retain(|p| match p.text() {
        "(" | "[" | "<" => {
            depth += usize::from(p.text() != "[");
            false
        }
        ")" | ">" => {
            depth = depth.saturating_sub(1);
            false
        }
        "]" | "*" | "_" | "#" | "\\" | "•" | "|" | "@" => false,
        _ => depth == 0,
    });
}

/// Drops linking words and adverbials before the subject.
fn drop_head(pieces: &mut Vec<Piece<'_>>) {
    for _ in 0..4 {
        let Some(first) = pieces.first() else { return };
        let mark = first.word.kind == Kind::Mark
            && first.put.is_none()
            && !matches!(first.text(), "“" | "\"" | "$" | "‘");
        let link = first.put.is_none()
            && first.word.listed(lex::CONNECTORS)
            && pieces.get(1).is_some_and(|p| {
                p.text() == ","
                    || first
                        .word
                        .any(&["and", "but", "so", "also", "then", "thus"])
            });
        if mark || link {
            pieces.remove(0);
            continue;
        }
        // "In a written briefing, …", "According to reports, …"
        let comma = pieces.iter().take(18).position(|p| p.text() == ",");
        let adverbial = first.put.is_none()
            && (first.word.listed(lex::PREPOSITIONS)
                || first.word.any(&[
                    "according",
                    "following",
                    "amid",
                    "speaking",
                    "building",
                    "meeting",
                    "as",
                ])
                || is_gerund(first.word.text) && !first.word.listed(lex::TITLES));
        if let Some(comma) = comma
            && adverbial
            && pieces.len() - comma > 4
            && !pieces[..comma]
                .iter()
                .any(|p| p.word.any(&["is", "was", "were", "are", "will"]))
        {
            pieces.drain(..=comma);
            continue;
        }
        return;
    }
}

/// Drops ", said Lee", ", according to …", ", he added" at the end.
fn drop_attribution(pieces: &mut Vec<Piece<'_>>) {
    let Some(comma) = pieces.iter().rposition(|p| p.text() == ",") else {
        return;
    };
    let tail = &pieces[comma + 1..];
    let says = tail
        .iter()
        .any(|p| p.word.listed(lex::SAYING) && !p.word.capital());
    let short = tail.len() <= 9;
    if comma >= 4 && (says && short || tail.first().is_some_and(|p| p.word.is("according"))) {
        pieces.truncate(comma);
    }
}

/// "was scheduled to take part", "will moderate" → "to take part", "to moderate".
fn plan(pieces: &mut Vec<Piece<'_>>) {
    let Some(i) = pieces
        .iter()
        .take(16)
        .position(|p| p.put.is_none() && (p.word.any(&["is", "are", "was", "were", "will"])))
    else {
        return;
    };
    if i == 0
        || pieces[..i].iter().any(|p| {
            p.put.is_none()
                && (is_past(p.word.text)
                    || matches!(p.text(), "“" | "\"" | ":")
                    || p.word.listed(lex::SUBORDINATORS))
        })
    {
        return;
    }
    if pieces[i].word.is("will") {
        let mut next = i + 1;
        while pieces
            .get(next)
            .is_some_and(|p| p.word.any(&["also", "then", "later"]))
        {
            pieces.remove(next);
            next = i + 1;
        }
        if pieces
            .get(i + 1)
            .is_some_and(|p| p.word.kind == Kind::Word && !p.word.is("not"))
        {
            pieces[i].put = Some("to".to_owned());
        }
        return;
    }
    let planned = |p: &Piece<'_>| {
        p.word
            .any(&["scheduled", "expected", "set", "due", "slated", "poised"])
    };
    let at = (i + 1..pieces.len().min(i + 3))
        .find(|&j| planned(&pieces[j]) && pieces.get(j + 1).is_some_and(|p| p.word.is("to")));
    if let Some(at) = at {
        pieces.drain(i..=at);
        // a comma left between subject and "to"
        if i > 0 && pieces[i - 1].text() == "," {
            pieces.remove(i - 1);
        }
    }
}

/// Adverbs that only link.
fn drop_adverbs(pieces: &mut Vec<Piece<'_>>) {
    pieces.retain(|p| {
        p.put.is_some()
            || !p.word.any(&[
                "also",
                "previously",
                "recently",
                "reportedly",
                "already",
                "separately",
            ])
    });
    if pieces
        .first()
        .is_some_and(|p| p.put.is_none() && p.word.any(&["the", "a", "an", "this", "that"]))
        && pieces.len() > 3
    {
        pieces.remove(0);
    }
}

/// Cuts at the last place of the first ones that `here` names, where enough is left.
fn cut_at(pieces: &mut Vec<Piece<'_>>, here: impl Fn(&Piece<'_>, Option<&Piece<'_>>) -> bool) {
    let found = (4..pieces.len()).rev().find(|&i| {
        let length = render(&pieces[..i]).chars().count();
        here(&pieces[i], pieces.get(i + 1)) && (30..=LONGEST).contains(&length)
    });
    if let Some(i) = found {
        pieces.truncate(i);
    }
}

/// Cuts where a phrase ends, as late as the length allows.
fn cut_phrase(pieces: &mut Vec<Piece<'_>>) {
    let mut best = None;
    let mut any = None;
    let mut length = 0;
    for (i, piece) in pieces.iter().enumerate() {
        if i > 0 && length <= LONGEST {
            let before = &pieces[i - 1];
            let weak = before.put.is_none()
                && (before.word.listed(lex::PREPOSITIONS)
                    || before.word.listed(lex::DETERMINERS)
                    || before.word.listed(lex::AUXILIARY)
                    || before.word.listed(lex::SUBORDINATORS)
                    || before.word.listed(lex::SAYING)
                    || before
                        .word
                        .any(&["and", "or", "but", "to", "not", "of", "as", "than", "more"])
                    || before.word.possessive()
                    || is_gerund(before.word.text));
            let opens = piece.put.is_none()
                && (piece.word.listed(lex::PREPOSITIONS) && !piece.word.any(&["of", "per"])
                    || piece.word.listed(lex::SUBORDINATORS)
                    || piece.word.any(&["and", "as", "but", "to", "following"])
                    || piece.text() == ","
                    || piece.text() == ";"
                    || piece.text() == ":");
            if !weak {
                any = Some(i);
                if opens && length >= 30 {
                    best = Some(i);
                }
            }
        }
        length = render(&pieces[..=i]).chars().count();
        if length > LONGEST && best.is_some() {
            break;
        }
    }
    if let Some(i) = best.or(any) {
        pieces.truncate(i);
    }
}

/// The pieces as a line, one space where the text had white space.
fn render(pieces: &[Piece<'_>]) -> String {
    let mut line = String::new();
    let mut last: Option<&Piece<'_>> = None;
    for piece in pieces {
        let text = piece.text();
        let tight = last.is_none_or(|before| {
            let touching = before.word.span.end == piece.word.span.start && before.put.is_none();
            let closing = matches!(text, "," | "." | ";" | ":" | "?" | "!" | "%" | "”" | ")");
            let after_open = matches!(before.text(), "“" | "(" | "$" | "‘");
            touching || closing || after_open
        });
        if !tight {
            line.push(' ');
        }
        line.push_str(text);
        last = Some(piece);
    }
    line
}

/// Ends that are no end: marks and dangling words; balances quotation marks; begins with a capital.
fn finish(pieces: &[Piece<'_>]) -> String {
    let mut end = pieces.len();
    while end > 1 {
        let piece = &pieces[end - 1];
        let dangling = piece.put.is_none()
            && (piece.word.kind == Kind::Mark
                && !matches!(piece.text(), "”" | "\"" | "%" | "’" | "?" | "!" | "»")
                || piece.word.any(&[
                    "and", "or", "but", "the", "a", "an", "to", "of", "which", "who", "that",
                    "with", "as", "while", "from", "by", "for", "at",
                ]));
        if !dangling {
            break;
        }
        end -= 1;
    }
    let line = render(&pieces[..end]);
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut line: String = line.chars().filter(|c| !c.is_control()).collect();
    for (open, close) in [('“', '”'), ('«', '»')] {
        if line.matches(open).count() != line.matches(close).count() {
            if line.contains(':')
                && line.matches(open).count() == 1
                && !line.contains(close)
                && line.chars().count() < LONGEST
            {
                line.push(close);
            } else {
                line.retain(|c| c != open && c != close);
            }
        }
    }
    if line.matches('"').count() % 2 == 1 {
        if line.contains(':') && line.chars().count() < LONGEST {
            line.push('"');
        } else {
            line.retain(|c| c != '"');
        }
    }
    while line.ends_with([',', ';', ':', '.', ' ', '-', '–', '—']) && !line.ends_with("U.S.") {
        line.pop();
    }
    clip(&mut line);
    let mut chars = line.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => line,
    }
}

/// Cuts a line that no phrase could shorten, between words; a single word that is too long is no word.
fn clip(line: &mut String) {
    if line.chars().count() <= LONGEST {
        return;
    }
    let limit = line
        .char_indices()
        .nth(LONGEST - 1)
        .map_or(line.len(), |(i, _)| i);
    let cut = line[..limit].rfind(' ').unwrap_or(0);
    line.truncate(if cut == 0 { limit } else { cut });
    while line.ends_with([',', ';', ':', ' ']) {
        line.pop();
    }
    line.push('…');
}

/// "taking" → "takes": the third person that headlines use.
fn third_person(gerund: &str) -> Option<String> {
    let lower = gerund.to_ascii_lowercase();
    let stem = lower.strip_suffix("ing")?;
    let double =
        stem.len() > 3 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
    let candidates = [
        format!("{stem}s"),
        format!("{stem}es"),
        if double {
            format!("{}s", &stem[..stem.len() - 1])
        } else {
            String::new()
        },
        stem.strip_suffix('y')
            .map(|s| format!("{s}ies"))
            .unwrap_or_default(),
    ];
    let known = |third: &String| {
        super::words::listed(lex::PRESENT, third)
            || lex::IRREGULAR_PAST.iter().any(|row| row.1 == third)
    };
    if let Some(third) = candidates.iter().find(|c| known(c)) {
        return Some(third.clone());
    }
    let vowel = |b: u8| b"aeiou".contains(&b);
    let bytes = stem.as_bytes();
    let n = bytes.len();
    if n < 2 {
        return None;
    }
    Some(
        if stem.ends_with("sh")
            || stem.ends_with("ch")
            || stem.ends_with('x')
            || stem.ends_with("ss")
        {
            format!("{stem}es")
        } else if double && !stem.ends_with("ll") && !stem.ends_with("ss") {
            format!("{}s", &stem[..n - 1])
        } else if !vowel(bytes[n - 1])
            && vowel(bytes[n - 2])
            && (n < 3 || !vowel(bytes[n - 3]))
            && b"cgsuvz".contains(&bytes[n - 1])
            || stem.ends_with("at")
            || stem.ends_with("ut") && n > 4
        {
            format!("{stem}es")
        } else {
            format!("{stem}s")
        },
    )
}
