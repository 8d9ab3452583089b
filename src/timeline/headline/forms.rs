//! What a date is bound to → the words of the line, before they are trimmed.

use std::ops::Range;

use super::{
    super::{
        anchoring::{noun_before, participle_before, phrase_start},
        clause::{Opener, is_gerund, is_participle},
        lexicon as lex,
        words::Kind,
    },
    Maker, Piece,
    verb::third_person,
};

impl<'t> Maker<'_, 't> {
    /// "“Since becoming a partner in 2006, Korea …" → "Korea becomes a partner"
    pub(super) fn leading_gerund(&self) -> Option<Vec<Piece<'t>>> {
        let count = self.sentence.words.len();
        let first = (0..count.min(3)).find(|&i| self.word(i).kind != Kind::Mark)?;
        let opener = self.word(first);
        let prior = opener.is("prior") && self.word((first + 1).min(count - 1)).is("to");
        if !prior && !opener.any(&["after", "before", "since", "upon"]) {
            return None;
        }
        let verb = first + 1 + usize::from(prior);
        if verb >= self.at.start || !is_gerund(self.word(verb).text) {
            return None;
        }
        let comma = (verb..count).find(|&i| self.word(i).text == ",")?;
        if comma < self.at.end || comma - verb > 16 {
            return None;
        }
        let mut pieces = self.subject(comma + 1)?;
        let mut rest = self.plain(verb..comma);
        rest[0].put = third_person(self.word(verb).text);
        pieces.append(&mut rest);
        Some(pieces)
    }

    /// "Founded in 1977, the museum offers …" → "Museum founded"
    pub(super) fn leading_participle(&self) -> Option<Vec<Piece<'t>>> {
        let count = self.sentence.words.len();
        let first = (0..count.min(3)).find(|&i| self.word(i).kind != Kind::Mark)?;
        let word = self.word(first);
        let lower = word.text.to_lowercase();
        let comma =
            (self.at.end..count.min(self.at.end + 8)).find(|&i| self.word(i).text == ",")?;
        let led = is_participle(&lower)
            && first < self.at.start
            && self.at.start < first + 8
            && (first + 1..comma).all(|i| !self.sentence.by_form(i) && self.word(i).text != ",");
        if !led {
            return None;
        }
        let mut pieces = self.subject(comma + 1)?;
        if pieces.len() > 1 && pieces[0].word.any(&["a", "an", "the"]) {
            pieces.remove(0);
        }
        let mut rest = self.plain(first..comma);
        rest[0].put = Some(lower);
        pieces.append(&mut rest);
        Some(pieces)
    }

    /// "since taking office" → "Lee takes office"
    pub(super) fn gerund(&self) -> Option<Vec<Piece<'t>>> {
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
                Some(i) if !self.word(i).capital() => self
                    .named(i..i + 1)
                    .filter(|named| named[0].put.is_some())
                    .or_else(|| Some(self.person_at(i))),
                Some(i) => Some(self.person_at(i)),
                None => self.subject(0),
            }
        };
        let mut pieces = subject?;
        pieces.append(&mut rest);
        Some(pieces)
    }

    /// "a consultative body established last year" → "consultative body established"
    pub(super) fn participle(&self) -> Option<Vec<Piece<'t>>> {
        let index = self.sentence.clause(self.at.start);
        let clause = &self.sentence.clauses[index];
        let before = clause.words.start..self.at.start;
        let verb = self.sentence.verb_by_form(before.clone());
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
        let finite_after = (self.at.end..clause.words.end).find(|&i| self.sentence.by_form(i));
        if finite_after.is_some() && verb.is_none_or(|v| v > participle) {
            return None;
        }
        let mut start = self.phrase_start(participle, clause.words.start);
        let grouped = (start..participle).all(|i| self.word(i).text.ends_with("ly"));
        if start > 0
            && (self.word(start - 1).listed(lex::AUXILIARY)
                || self.word(start - 1).is("to") && grouped)
        {
            // "has essentially decided": a verb group, no description.
            return None;
        }
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
        let end = self.phrase_end(self.at.end, clause.words.end);
        let end = (self.at.end..end)
            .find(|&i| {
                self.sentence.by_form(i) || i == self.at.end && self.begins(i, clause.words.end)
            })
            .unwrap_or(end);
        Some(self.plain(start..end))
    }

    /// "during his U.S. visit in April" → "Yoon's U.S. visit"
    pub(super) fn noun(&self) -> Option<Vec<Piece<'t>>> {
        let index = self.sentence.clause(self.at.start);
        let clause = self.sentence.clauses[index].words.clone();
        let noun = noun_before(self.sentence, &(clause.start..self.at.start))?;
        let start = self.phrase_start(noun + 1, clause.start);
        let many = noun + 1 - start;
        let follows = clause.end < self.sentence.words.len()
            || self
                .sentence
                .verb_by_form(self.at.end..clause.end)
                .is_some();
        let owned = self.word(start).any(&["his", "her", "their", "its"]);
        if many < 3 && follows && !owned && start <= clause.start + 2 {
            return None;
        }
        let start = if start > clause.start + 2 && self.word(start - 1).is("of") {
            // "the Court of the League decision"
            self.phrase_start(start - 1, clause.start)
        } else {
            start
        };
        Some(self.plain(start..self.at.start))
    }

    /// The clause itself, with what it needs to stand alone.
    pub(super) fn clause(&self) -> Vec<Piece<'t>> {
        let sentence = self.sentence;
        let index = sentence.clause(self.at.start);
        let clause = &sentence.clauses[index];
        let end = sentence.words.len();
        if let Some(pieces) = self.quotation(clause.words.clone()) {
            return pieces;
        }
        if let Some(pieces) = self.conjunct() {
            return pieces;
        }
        match clause.opener {
            Opener::Relative => self.relative(clause.words.clone()),
            Opener::Coordinated => {
                let from = sentence.clauses[index.saturating_sub(1)].words.start;
                let mut pieces = self.subject(from).unwrap_or_default();
                pieces.extend(self.plain(clause.words.start + 1..end));
                pieces
            }
            Opener::Subordinate if index > 0 && self.dates_only(clause.words.clone()) => {
                // "the consensus shifted after 2022 to demand": the date goes with the clause before.
                let before = sentence.clauses[index - 1].words.clone();
                let comma = (before.clone()).find(|&i| self.word(i).text == ",");
                let opened = sentence.clauses[index - 1].opener == Opener::Subordinate;
                let start = comma.filter(|_| opened).map_or(before.start, |c| c + 1);
                self.plain(start..end)
            }
            Opener::Subordinate if index > 0 => {
                // "when the government banned classes in 2021 is now applying": the verb of another clause.
                let next = self.at.end;
                let stop = if next < clause.words.end
                    && (sentence.by_form(next) || self.begins(next, clause.words.end))
                {
                    next
                } else {
                    clause.words.end
                };
                self.plain(clause.words.start + 1..stop)
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

    /// Whether the words after a date begin the main clause that no comma sets off: "Shortly after
    /// they met on Monday the council closed the port".
    fn begins(&self, next: usize, end: usize) -> bool {
        let word = self.word(next);
        let subject = word.kind == Kind::Word
            && (word.capital() || word.listed(lex::DETERMINERS) && !word.is("that"))
            && !word.listed(lex::PREPOSITIONS)
            && !word.listed(lex::CONNECTORS);
        subject && (next + 1..end.min(next + 8)).any(|i| self.sentence.by_form(i))
    }

    /// Whether a clause that seems to begin with "after" or "since" is a date and no clause.
    fn dates_only(&self, clause: Range<usize>) -> bool {
        self.at.start <= clause.start + 2
            && self
                .sentence
                .verb_by_form(self.at.end..clause.end)
                .is_none_or(|v| {
                    (self.at.end..v).any(|i| self.word(i).is("to")) || self.word(v - 1).is("to")
                })
    }

    /// "the law, which the president signed" → "the president signed the law"
    pub(super) fn turned(
        &self,
        head: &[Piece<'t>],
        clause: Range<usize>,
    ) -> Option<Vec<Piece<'t>>> {
        let verb = self.sentence.verb_by_form(clause.start + 1..clause.end)?;
        if verb == clause.start + 1 || verb >= self.at.start || verb - clause.start > 8 {
            return None;
        }
        let object = (verb + 1..self.at.start)
            .any(|i| self.word(i).kind == Kind::Word && !self.word(i).listed(lex::PREPOSITIONS));
        if object || self.word(verb).listed(lex::AUXILIARY) || head.len() > 10 {
            return None;
        }
        let mut pieces = self.named(clause.start + 1..verb)?;
        pieces.extend(self.plain(verb..verb + 1));
        let turned = pieces.len();
        pieces.extend(head.iter().cloned());
        if let Some(first) = pieces.get_mut(turned)
            && first.word.listed(lex::DETERMINERS)
        {
            first.put = Some(first.text().to_lowercase());
        }
        pieces.extend(self.plain(verb + 1..self.phrase_end(self.at.end, clause.end)));
        Some(pieces)
    }

    /// “We will go,” said X on Monday. → X: “We will go”
    pub(super) fn quotation(&self, clause: Range<usize>) -> Option<Vec<Piece<'t>>> {
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
    pub(super) fn subject(&self, from: usize) -> Option<Vec<Piece<'t>>> {
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
        let verb = self.sentence.verb_by_form(from..end)?;
        let stop = (from..verb)
            .find(|&i| matches!(self.word(i).text, "," | "("))
            .unwrap_or(verb);
        if from >= stop || stop - from > 12 {
            return None;
        }
        if self.word(from).any(&["who", "which"]) && from > 0 {
            let comma = usize::from(self.word(from - 1).text == ",");
            return self.named(self.phrase_start(from, 0)..from - comma);
        }
        self.named(from..stop)
    }

    /// The words `range`, a pronoun or bare title replaced by the name it stands for.
    pub(super) fn named(&self, range: Range<usize>) -> Option<Vec<Piece<'t>>> {
        let mut pieces = self.plain(range);
        self.resolve(&mut pieces);
        (!pieces.is_empty()).then_some(pieces)
    }

    /// The person whom the possessive at `i` names, as a subject.
    pub(super) fn person_at(&self, i: usize) -> Vec<Piece<'t>> {
        let word = *self.word(i);
        vec![Piece {
            word,
            put: Some(word.base().to_owned()),
        }]
    }

    /// Where the noun phrase that ends before `end` begins.
    pub(super) fn phrase_start(&self, end: usize, floor: usize) -> usize {
        phrase_start(self.sentence, end, floor)
    }

    /// Where the phrase after the date ends: at the next mark or clause.
    pub(super) fn phrase_end(&self, from: usize, limit: usize) -> usize {
        (from..limit)
            .find(|&i| {
                self.word(i).kind == Kind::Mark
                    && !matches!(self.word(i).text, "“" | "”" | "$" | "%" | "’" | "-")
            })
            .unwrap_or(limit)
    }
}
