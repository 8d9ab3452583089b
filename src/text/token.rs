//! Words and numbers as byte spans.
