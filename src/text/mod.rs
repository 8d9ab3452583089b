//! Characters, spans, sentences. This floor knows nothing of dates.

pub mod clean;
pub mod decode;
pub mod fold;
pub mod sentence;
pub mod span;
pub mod token;

pub use span::Span;
