//! The help while it is open.

use super::prompt::Prompt;

/// What is searched for in the help, and how far it is scrolled.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// What was typed.
    pub prompt: Prompt,
    /// The first line shown.
    pub top: usize,
}
