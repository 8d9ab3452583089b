//! The title of an article as a summary.

use std::collections::HashSet;

use super::{
    super::{
        actors::country,
        clause::Sentence,
        headline, lexicon as lex,
        words::{Kind, Word},
    },
    Reader,
};
use crate::{
    language::{Penn, en},
    text::{Span, table::List},
};

impl Reader<'_> {
    /// The title as a summary, where it tells something rather than names a kind of paper.
    pub(super) fn title_line(&self) -> Option<String> {
        let title = self.article.title.as_ref()?.value.trim();
        let title = match title.split_once(':') {
            Some((label, rest)) if is_label(label) && rest.len() > 20 => rest.trim(),
            _ => title,
        };
        let span = Span::new(0, title.len());
        let sentence = Sentence::read(title, span, false);
        if sentence.words.first().is_some_and(|w| is_label(w.text)) || title.chars().count() < 20 {
            return None;
        }
        let capitals: HashSet<&str> = self
            .words
            .windows(2)
            .filter(|pair| pair[1].capital() && pair[0].kind != Kind::Mark)
            .map(|pair| pair[1].base())
            .collect();
        let titled = {
            let words: Vec<&Word<'_>> = sentence
                .words
                .iter()
                .filter(|w| w.kind == Kind::Word && w.text.len() > 3)
                .collect();
            let capital = words.iter().filter(|w| w.capital()).count();
            2 * capital > words.len() && words.len() > 3
        };
        // "President Anna Berg": a name, though the text should say "the president" all along.
        let mut borne: HashSet<&str> = HashSet::new();
        for pair in sentence.words.windows(2) {
            let (before, word) = (&pair[0], &pair[1]);
            // A name that the text never gives is a first name: another may follow.
            let first = !capitals.contains(before.base()) && !word.base().ends_with('s');
            let named = capitals.contains(word.base()) || first;
            let bears = before.listed(lex::TITLES) || named && borne.contains(before.base());
            if bears && word.capital() && !common(word) {
                borne.insert(word.base());
            }
        }
        let lower = |word: &str| {
            let base = Word {
                text: word,
                span: Span::new(0, word.len()),
                kind: Kind::Word,
            };
            titled && base.listed(lex::STOPWORDS) && !base.listed(lex::MONTHS_DAYS)
                || titled
                    && !capitals.contains(base.base())
                    && !borne.contains(base.base())
                    && base.base().len() > 1
                    && country(base.base()).is_none()
                    && !base.listed(lex::MONTHS_DAYS)
        };
        Some(headline::from_title(title, lower))
            .filter(|line| line.chars().count() >= 20 && predicates(line))
    }
}

/// Whether a line in sentence case says that something happens: it has a finite verb, a past
/// participle ("Two arrested after …") or an infinitive of what is to come ("Office to close"),
/// and is no command ("Meet the …").
fn predicates(line: &str) -> bool {
    let tags = en::tags(line, Span::new(0, line.len()));
    let tags: Vec<Penn> = tags.into_iter().map(|(_, penn)| penn).collect();
    let verb = tags.iter().enumerate().any(|(i, tag)| match tag {
        Penn::Vbz | Penn::Vbd | Penn::Vbp | Penn::Vbn | Penn::Md => true,
        Penn::Vb => i > 0 && tags[i - 1] == Penn::To,
        _ => false,
    });
    verb && !matches!(tags.first(), Some(Penn::Vb | Penn::Vbp))
}

/// Whether a word of a headline is none of a name: a verb, a title, a form in -ing or -ed.
fn common(word: &Word<'_>) -> bool {
    let lower = word.base().to_lowercase();
    word.kind != Kind::Word
        || lex::PRESENT.has(&lower)
        || lex::EVENTFUL.has(&lower)
        || lex::IRREGULAR_PAST.has(&lower)
        || lex::TITLES.has(&lower)
        || lex::STOPWORDS.has(&lower)
        || lex::PREPOSITIONS.has(&lower)
        || lower.ends_with("ing")
        || lower.ends_with("ed")
}

/// First words of the labels that documents are headed by.
pub(super) static LABELS: &List = &List::words(&[
    "a",
    "background",
    "bill",
    "bills",
    "breaking",
    "briefing",
    "editorial",
    "exclusive",
    "executive",
    "fact",
    "icymi",
    "joint",
    "letter",
    "letters",
    "live",
    "memorandum",
    "message",
    "nominations",
    "notice",
    "on-the-record",
    "opinion",
    "presidential",
    "press",
    "proclamation",
    "readout",
    "remarks",
    "statement",
    "statements",
    "text",
    "transcript",
    "update",
    "video",
    "what",
]);

/// Whether a word or phrase labels a kind of paper: "FACT SHEET", "Remarks", "Readout".
pub(super) fn is_label(label: &str) -> bool {
    let first = label.split_whitespace().next().unwrap_or("").to_lowercase();
    LABELS.has(&first) || label.contains(' ') && label.chars().all(|c| !c.is_lowercase())
}
