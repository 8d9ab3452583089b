//! The news of an article that no words of its own date.
//!
//! A report whose lead names no day still reports something new: its headline says what, and the
//! day of publication says when, give or take a day. Such an event is *inferred* and says so.
//! What reports nothing new (a question, a guide, a list, a review, an opinion, a label of a kind
//! of paper) is a publication and no event.

use chrono::Days;

use super::{
    super::{
        clause::Sentence,
        event::{Phase, Role},
        words::{Word, before_apostrophe, words},
    },
    Candidate, LEAD, Reader,
    features::{features, gatherings, shared},
    found::Found,
};
use crate::{
    corpus::BlockKind,
    language::{self, Penn, Pos, Token, en},
    temporal::Timex,
    text::{Span, sentence::sentences_in},
};

/// How many days before publication an event lies at most that is an article's news because it
/// shares most of the headline's words.
const RECENT: u64 = 45;

impl Reader<'_> {
    /// The dated clause that tells what the headline tells, where none of the lead is the news:
    /// at least three telling words of the headline and half of them all, in the last weeks.
    pub(super) fn headlined(
        &self,
        found: &[Found<'_>],
        features: &[Vec<(u64, bool)>],
    ) -> Option<usize> {
        let published = self.published()?;
        let since = published.checked_sub_days(Days::new(RECENT))?;
        let mut best: Option<(usize, usize)> = None;
        for (i, one) in found.iter().enumerate() {
            let same = shared(&self.title, &features[i]);
            let near = one.date.last >= since && one.date.first <= published;
            if near
                && same >= 3
                && 2 * same >= self.title.len()
                && best.is_none_or(|(most, _)| same > most)
            {
                best = Some((same, i));
            }
        }
        best.map(|(_, i)| i)
    }

    /// The news as an event of the day of publication.
    pub(super) fn undated_news(&self) -> Option<Candidate> {
        let published = self.published()?;
        let lead = self.lead()?;
        let summary = self.title_line()?;
        if !self.reports(&summary, lead.paragraphs) {
            return None;
        }
        let words = words(&self.article.text, lead.first);
        let told = features(&words, &[]);
        let timex = Timex::published(lead.first.start, published);
        Some(Candidate {
            evidence: lead.first,
            date: timex.date?,
            timex,
            summary,
            phase: Phase::Past,
            role: Role::Main,
            actors: self.actors(lead.first),
            place: None,
            features: told,
            gatherings: gatherings(&words),
            caption: false,
        })
    }

    /// Whether the headline, in sentence case, and the lead report something new.
    fn reports(&self, headline: &str, lead: Span) -> bool {
        let span = Span::new(0, headline.len());
        let read = en::read(headline, span, &[]);
        let told = features(&words(&self.article.text, lead), &[]);
        shared(&self.title, &told) >= 2.min(self.title.len())
            && !asks(&words(headline, span), &read)
            && !counts(&read)
            && !addresses(&read)
            && !self.first_person(lead)
    }

    /// Whether the writer speaks of themself in this part of the text, outside quotations: "I have
    /// been playing it for a year".
    fn first_person(&self, span: Span) -> bool {
        let text = span.of(&self.article.text);
        let within = Span::new(0, text.len());
        let first =
            |w: &Word<'_>| before_apostrophe(w.text) == "I" || matches!(w.text, "my" | "My");
        // Few leads have such a word: only they are read for their quotations.
        if !words(text, within).iter().any(first) {
            return false;
        }
        let paragraph = Sentence::read(text, within, false);
        let mut words = paragraph.words.iter().zip(&paragraph.quoted);
        words.any(|(word, quoted)| !quoted && first(word))
    }

    /// The first paragraphs of the body.
    fn lead(&self) -> Option<Lead> {
        let text = &self.article.text;
        let mut body = super::readable(self.article)
            .into_iter()
            .filter(|block| block.kind == BlockKind::Paragraph)
            .map(|block| block.span);
        let first = body.next()?;
        let last = body.take(LEAD - 1).last().unwrap_or(first);
        Some(Lead {
            first: *sentences_in(text, first).first()?,
            paragraphs: first.join(last),
        })
    }
}

/// Where an article begins.
struct Lead {
    /// Its first sentence.
    first: Span,
    /// Its first paragraphs.
    paragraphs: Span,
}

/// Whether a headline asks or points instead of telling: "Why is there no snow?", "How the town
/// got there", "Will it pass", "Here's what we know", "This is …".
fn asks(title: &[Word<'_>], read: &language::Sentence<'_>) -> bool {
    let tags: Vec<Penn> = read
        .tokens()
        .iter()
        .map(|token| token.penn)
        .take(2)
        .collect();
    let wh = |tag: &Penn| matches!(tag, Penn::Wdt | Penn::Wp | Penn::WpS | Penn::Wrb);
    let inverted = read.tokens().first().is_some_and(|t| t.pos == Pos::Aux);
    let points = title.first().is_some_and(|w| {
        let word = before_apostrophe(w.text);
        ["here", "this", "these"]
            .iter()
            .any(|p| p.eq_ignore_ascii_case(word))
    });
    title.last().is_some_and(|w| w.text == "?")
        || tags.first().is_some_and(wh)
        || inverted
        || points
}

/// Whether a headline counts things rather than tells what happened: "10 ways to …", "The 5 best …".
fn counts(read: &language::Sentence<'_>) -> bool {
    let tokens = read.tokens();
    let number = tokens.iter().position(|t| t.pos != Pos::Det);
    let counted = number.is_some_and(|i| tokens[i].pos == Pos::Num);
    let finite = |t: &Token| matches!(t.penn, Penn::Vbz | Penn::Vbd | Penn::Vbn | Penn::Md);
    counted && !tokens.iter().any(finite)
}

/// Whether a headline speaks to the reader or of the writer: "your tree", "my favourite game".
fn addresses(read: &language::Sentence<'_>) -> bool {
    (0..read.len()).any(|i| {
        let token = read.tokens()[i];
        let person = matches!(token.penn, Penn::Prp | Penn::PrpS);
        person && PERSONS.iter().any(|p| p.eq_ignore_ascii_case(read.form(i)))
    })
}

/// The pronouns of the first and second person.
const PERSONS: [&str; 8] = ["i", "me", "my", "our", "us", "we", "you", "your"];
