//! The one user of fuzzy-matcher.
