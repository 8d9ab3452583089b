//! Articles → events, scored against annotated articles.
