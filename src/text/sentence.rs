//! Sentence boundaries as byte spans.
