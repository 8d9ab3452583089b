//! Words in lower case, where they are only looked at.

/// A word with its ASCII letters in lower case, on the stack.
#[derive(Clone, Copy, Debug)]
pub struct Lower {
    bytes: [u8; Self::LONGEST],
    length: usize,
}

impl Lower {
    /// No word of any list is longer, in bytes.
    pub const LONGEST: usize = 32;

    /// `word` in lower case; empty where it is longer than the words of lists are.
    ///
    /// ```
    /// use dateline::text::lower::Lower;
    /// assert_eq!(Lower::of("Sept").as_str(), "sept");
    /// assert_eq!(Lower::of(&"x".repeat(40)).as_str(), "");
    /// ```
    #[must_use]
    #[inline]
    pub fn of(word: &str) -> Self {
        let mut bytes = [0; Self::LONGEST];
        let mut length = 0;
        if let Some(lower) = bytes.get_mut(..word.len()) {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            length = word.len();
        }
        Self { bytes, length }
    }

    /// The word.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}
