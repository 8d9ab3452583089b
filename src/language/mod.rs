//! Sentences of a language: words, parts of speech, syntax. This floor knows no dates.
//!
//! One folder a language: [`en`] is English. What it makes of a text is a [`Sentence`], the same
//! for every language: words with their parts of speech and, as Universal Dependencies has
//! them, heads and relations; above these its [`Clause`]s with their verbs, subjects and
//! objects, and its quotations. [`en::governor`] tells which word a span belongs to.
//!
//! ```
//! use dateline::{
//!     language::{ClauseKind, GovernorKind, Tense, en},
//!     text::Span,
//! };
//!
//! let text = "The bridge, which was built in 1931, will be closed on Monday, officials said.";
//! let dates = [Span::new(31, 35), Span::new(55, 61)];
//! let sentence = en::read(text, Span::new(0, text.len()), &dates);
//!
//! // 1931 belongs to "built", Monday to "closed".
//! let [built, closed] = dates.map(|date| en::governor(&sentence, date).unwrap());
//! assert_eq!(sentence.form(built.place), "built");
//! assert_eq!(sentence.form(closed.place), "closed");
//! assert_eq!(closed.kind, GovernorKind::Verb);
//!
//! // The clause of each: what kind it is, its verb and its subject.
//! let clause = &sentence.clauses()[built.clause];
//! assert_eq!(clause.kind, ClauseKind::Relative);
//! assert_eq!(sentence.form(clause.subject.unwrap()), "bridge");
//! let verb = sentence.clauses()[closed.clause].verb.as_ref().unwrap();
//! assert_eq!((verb.lemma.as_str(), verb.tense, verb.passive), ("close", Some(Tense::Future), true));
//! ```
//!
//! Words are classed by the rows of a lexicon ([`Class`]); a rule asks for a class, never for a
//! word. Nothing here is opened when the program starts: weights and rows are read where they
//! lie in the program.
//!
//! Bounds: a sentence is parsed as one up to 512 words; a longer one in pieces of 512, each with
//! a tree of its own; what stands past [`en::MOST_TOKENS`] words is not read. All steps take
//! time in proportion to the words.

mod class;
mod clause;
pub mod en;
mod sentence;
mod tagset;
#[cfg(feature = "train")]
pub mod train;
mod weights;

pub use class::{Class, Classes};
pub use clause::{
    Aspect, Clause, ClauseKind, Governor, GovernorKind, Modality, Quote, Tense, VerbForm, VerbGroup,
};
pub use sentence::{Sentence, Token};
pub use tagset::{Penn, Pos, Relation};
