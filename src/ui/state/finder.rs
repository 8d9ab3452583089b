//! The finder while it is open.

/// The finder's state.
#[derive(Debug, Default)]
pub struct Finder {
    /// What was typed.
    pub query: String,
}
