//! English: words, tags, syntax.

mod clauses;
mod features;
mod governor;
mod inflect;
mod lexicon;
mod parse;
mod quotes;
mod realize;
mod repair;
mod tag;
mod tags;
mod tokens;
mod verbs;
mod word;

#[cfg(feature = "train")]
pub(crate) mod training {
    //! What the trainer uses.
    pub(crate) use super::{analysed, read_with};
    pub(crate) use super::{
        features::{label_features, step_features},
        parse::{LONGEST, ROOT, STEPS, State, Step, best_step, label, parse},
        tag::{LEXICON, Place, tag},
        tags::{TAGS, Tag},
        tokens::tokens,
        word::{Word, is_calendar, is_calendar_expression, words},
    };
}

pub use governor::governor;
pub use inflect::{Form, lemma_of, plural, verb_form};
pub use lexicon::classes_of;
pub use realize::realize;

use super::{
    Penn, Relation, Sentence, Token,
    weights::{Sparse, Ternary, section},
};
use crate::text::Span;
use tags::TAGS;

/// The weights of tagger and parser, as the trainer wrote them.
static WEIGHTS: &[u8] = include_bytes!("../../../assets/language/en/syntax.bin");

/// The most words of one sentence that are read; the rest of it is left unread.
pub const MOST_TOKENS: usize = 8192;

/// Tagger and parser over weights that lie in a byte slice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Model<'m> {
    pub(crate) tagger: Sparse<'m>,
    pub(crate) steps: Ternary<'m>,
    pub(crate) labels: Sparse<'m>,
}

impl<'m> Model<'m> {
    /// The model that `bytes` hold: three sections, each behind its length.
    pub(crate) fn new(bytes: &'m [u8]) -> Self {
        let (tagger, rest) = section(bytes);
        let (steps, rest) = section(rest);
        let (labels, _) = section(rest);
        Self {
            tagger: Sparse::new(tagger),
            steps: Ternary::new(steps),
            labels: Sparse::new(labels),
        }
    }
}

/// Reads the sentence `within` of `text`.
///
/// A span of `whole` (sorted, disjoint) that holds a day of the week, a month or a year is one
/// word: a date that is known beforehand need not be parsed.
#[must_use]
pub fn read<'t>(text: &'t str, within: Span, whole: &[Span]) -> Sentence<'t> {
    let calendar = |span: &&Span| word::is_calendar_expression(span.of(text));
    let whole: Vec<Span> = whole.iter().filter(calendar).copied().collect();
    let spans = tokens::tokens(text, within, &whole, MOST_TOKENS);
    analysed(text, tree(&Model::new(WEIGHTS), text, &spans))
}

/// The words of the sentence `within` of `text` with their parts of speech, not parsed: a third of
/// the time of [`read`]. What the tree alone shows (a participle that is the verb of its
/// sentence) is not mended.
///
/// ```
/// use dateline::{language::{Penn, en}, text::Span};
/// let text = "The pier closed in May.";
/// let tags: Vec<Penn> = en::tags(text, Span::new(0, text.len())).iter().map(|tag| tag.1).collect();
/// assert_eq!(tags[..4], [Penn::Dt, Penn::Nn, Penn::Vbd, Penn::In]);
/// ```
#[must_use]
pub fn tags(text: &str, within: Span) -> Vec<(Span, Penn)> {
    let spans = tokens::tokens(text, within, &[], MOST_TOKENS);
    let words = word::words(spans.iter().map(|span| span.of(text)));
    let mut tags = tag::tag(&Model::new(WEIGHTS).tagger, &words);
    repair::finite_verb(&mut tags, |at| spans[at].of(text));
    let penn = tags.iter().map(|tag| TAGS[usize::from(*tag)].1);
    spans.iter().copied().zip(penn).collect()
}

/// The sentence of the words `spans`, read with the weights `bytes`.
#[cfg(feature = "train")]
pub(crate) fn read_with<'t>(bytes: &[u8], text: &'t str, spans: &[Span]) -> Sentence<'t> {
    analysed(text, tree(&Model::new(bytes), text, spans))
}

/// The sentence of `tokens` with its clauses and quotations.
pub(crate) fn analysed(text: &str, tokens: Vec<Token>) -> Sentence<'_> {
    quotes::quotes(clauses::clauses(Sentence::new(text, tokens)))
}

/// Tags and parses the words `spans` of `text`.
fn tree(model: &Model, text: &str, spans: &[Span]) -> Vec<Token> {
    let words = word::words(spans.iter().map(|span| span.of(text)));
    let mut tags = tag::tag(&model.tagger, &words);
    repair::finite_verb(&mut tags, |at| spans[at].of(text));
    let words = &words[2..words.len() - 2];
    let mut tokens = Vec::with_capacity(spans.len());
    // A sentence too long for the parser is parsed in pieces.
    for (words, tags) in words
        .chunks(parse::LONGEST)
        .zip(tags.chunks(parse::LONGEST))
    {
        let base = tokens.len();
        let state = parse::parse(&model.steps, &model.labels, words, tags);
        for (at, tag) in tags.iter().enumerate() {
            let node = &state.nodes[at + 1];
            let (pos, penn) = TAGS[usize::from(*tag)];
            tokens.push(Token {
                span: spans[base + at],
                pos,
                penn,
                head: usize::from(node.head)
                    .checked_sub(1)
                    .map(|head| base + head),
                relation: Relation::ALL[usize::from(node.label)],
            });
        }
    }
    if tokens.len() <= parse::LONGEST {
        repair::tree(&mut tokens);
    }
    tokens
}
