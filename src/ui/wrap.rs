//! Text → lines of a measure, with their source spans.
