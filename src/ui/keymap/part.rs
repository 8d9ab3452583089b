//! The parts of the key table: the heads of the help.

/// What keys are for: the heads of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Moving about.
    Walk,
    /// The text of an article.
    Read,
    /// Searching.
    Find,
    /// Moving in time.
    Time,
    /// To the clipboard and to other programs.
    Take,
    /// The program itself.
    Rest,
    /// A line of typing.
    Type,
}

impl Part {
    /// Every part, in the order of the help.
    pub const ALL: [Self; 7] = [
        Self::Walk,
        Self::Read,
        Self::Find,
        Self::Time,
        Self::Take,
        Self::Rest,
        Self::Type,
    ];

    /// Its head.
    #[must_use]
    pub const fn head(self) -> &'static str {
        match self {
            Self::Walk => "Walk",
            Self::Read => "Read",
            Self::Find => "Find",
            Self::Time => "Move in time",
            Self::Take => "Take away",
            Self::Rest => "The program",
            Self::Type => "While typing",
        }
    }
}
