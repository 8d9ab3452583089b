//! What the reader shows, and where each article was left.

/// The reader's state.
#[derive(Debug, Default)]
pub struct Reader {
    /// The article that is shown, by its index in the timeline.
    pub article: Option<usize>,
}

impl Reader {
    /// Whether the search in the text is being typed.
    #[must_use]
    pub const fn typing(&self) -> bool {
        false
    }
}
