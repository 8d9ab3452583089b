//! Characters, spans, sentences. This floor knows nothing of dates.

pub mod ascii;
pub mod clean;
pub mod decode;
mod edits;
pub mod fold;
mod hash;
pub mod lower;
pub mod sentence;
pub mod span;
pub mod split;
pub mod steps;
pub mod table;
pub mod token;

pub use edits::edits;
pub use hash::fnv1a;
pub use span::Span;
