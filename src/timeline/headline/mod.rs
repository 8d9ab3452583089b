//! A clause → a line that reads like a headline.
//!
//! The date goes (the timeline shows it), as do linking words, asides and
//! attributions; pronouns are replaced by names; what is too long is cut where a
//! phrase ends.

use std::{iter, ops::Range};

use self::{
    line::finish,
    trim::{drop_adverbs, drop_asides, drop_attribution, drop_head},
    verb::plan,
};
use super::{
    actors::Cast,
    anchoring::Nested,
    clause::Sentence,
    factuality::TriggerKind,
    lexicon as lex,
    words::{Kind, Word},
};
use crate::text::Span;

mod conjunct;
mod dates;
mod flaws;
mod forms;
mod frame;
mod length;
mod line;
mod names;
mod nouns;
mod relative;
mod speaker;
mod subject;
mod trim;
mod verb;

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
    binding: TriggerKind,
    cast: &Cast,
) -> String {
    let maker = Maker {
        sentence,
        at: at.clone(),
        cast,
    };
    if let Some(line) = maker.hereby() {
        return line;
    }
    let bound = match binding {
        TriggerKind::Gerund => maker.leading_gerund().or_else(|| maker.gerund()),
        TriggerKind::Participle => maker.participle(),
        TriggerKind::Noun => maker.verbed().or_else(|| maker.noun()),
        TriggerKind::Verb => maker
            .leading_gerund()
            .or_else(|| maker.leading_participle()),
    };
    let mut best: Option<(usize, String)> = None;
    let forms = bound
        .into_iter()
        .map(|pieces| (pieces, binding))
        .chain(iter::once_with(|| (maker.clause(), TriggerKind::Verb)))
        .chain(iter::once_with(|| {
            (maker.plain(0..sentence.words.len()), TriggerKind::Verb)
        }));
    for (step, (mut pieces, binding)) in forms.enumerate() {
        maker.tidy(&mut pieces);
        let pieces = maker.shorten(pieces);
        let line = finish(&pieces);
        let flaws = maker.flaws(&pieces, &line, binding);
        // What the date is bound to tells more truly what happened than the clause around it.
        if best
            .as_ref()
            .is_none_or(|(least, _)| flaws + 2 * step < *least)
        {
            best = Some((flaws + 2 * step, line));
        }
        if flaws == 0 {
            break;
        }
    }
    let line = best.map_or_else(String::new, |(_, line)| line);
    if line.chars().any(char::is_alphanumeric) {
        return line;
    }
    // Nothing stands there but the date: then that is all there is to say.
    finish(&maker.plain(0..sentence.words.len()))
}

/// Makes the line for what is told inside a clause; none where too little is said there.
#[must_use]
pub fn inner(
    sentence: &Sentence<'_>,
    at: &Range<usize>,
    inner: &Nested,
    cast: &Cast,
) -> Option<String> {
    let maker = Maker {
        sentence,
        at: at.clone(),
        cast,
    };
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for part in &inner.parts {
        let first = pieces.len();
        pieces.extend(maker.plain(part.clone()));
        if first > 0
            && let Some(piece) = pieces.get_mut(first)
            && piece.word.listed(lex::DETERMINERS)
        {
            piece.put = Some(piece.word.text.to_lowercase());
        }
    }
    maker.owner(&mut pieces, inner);
    let head = pieces.first().map(|p| p.word.span);
    maker.tidy(&mut pieces);
    let pieces = maker.shorten(pieces);
    let line = finish(&pieces);
    maker
        .stands(&pieces, &line, inner.binding, head)
        .then_some(line)
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
    let mut end = 0;
    for (i, piece) in pieces.iter_mut().enumerate() {
        let word = piece.word.text;
        // The second half of a double name keeps its capital: "Anna Berg-Lind".
        let joined = i > 0 && piece.word.span.start == end;
        end = piece.word.span.end;
        if i == 0 || joined && piece.word.kind == Kind::Word {
            continue;
        }
        let plain = word.chars().skip(1).all(|c| !c.is_uppercase());
        if piece.word.capital()
            && plain
            && !matches!(word, "Jr." | "Sr." | "Jr" | "Sr")
            && sentence_case(word)
        {
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

    /// Drops the date, asides, linking words and attributions.
    fn tidy(&self, pieces: &mut Vec<Piece<'t>>) {
        self.drop_label(pieces);
        self.drop_date(pieces);
        if pieces.first().is_some_and(|p| p.text() == "(")
            && pieces.iter().filter(|p| p.text() == "(").count() == 1
            && pieces.iter().rev().take(2).any(|p| p.text() == ")")
        {
            // The whole sentence stands in brackets.
            pieces.remove(0);
        }
        drop_asides(pieces);
        drop_head(pieces);
        self.drop_frame(pieces);
        drop_head(pieces);
        self.drop_dashes(pieces);
        self.drop_apposition(pieces);
        drop_attribution(pieces);
        self.resolve(pieces);
        self.name_speaker(pieces);
        drop_adverbs(pieces);
        self.drop_pronoun(pieces);
        plan(pieces);
    }
}
