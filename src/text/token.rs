//! Words and numbers as byte spans.
//!
//! One linear pass over the bytes, nothing allocated. A word of up to sixteen
//! ASCII letters carries its letters, lower-cased, packed into one integer, so
//! that a lexicon can be asked for it without touching the text again.

use super::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// ASCII letters.
    Word,
    /// Letters of which at least one is not ASCII.
    Foreign,
    /// ASCII digits.
    Number,
    /// One ASCII punctuation mark, or a typographic one as its ASCII twin.
    Mark(u8),
    /// Anything else: symbols, control characters.
    #[default]
    Other,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    #[default]
    None,
    /// Spaces or tabs.
    Space,
    /// One line break.
    Line,
    /// A blank line.
    Blank,
}

/// A word, number or mark of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
    /// What stands before it.
    pub gap: Gap,
    /// Whether its first letter is an upper-case one.
    pub capital: bool,
    /// Whether every letter is upper-case and there are at least two.
    pub upper: bool,
    /// The letters of a [`Kind::Word`] of at most 16 letters, lower-cased, packed by [`pack`]; else 0.
    pub key: u128,
    /// The value of a [`Kind::Number`]; `u64::MAX` where it does not fit.
    pub number: u64,
}

/// The letters of `word`, packed as [`Token::key`] has them; 0 where there are more than 16.
///
/// ```
/// use dateline::text::token::{Tokens, pack};
/// let token = Tokens::new("May").next().unwrap();
/// assert_eq!(token.key, pack("may"));
/// ```
#[must_use]
pub const fn pack(word: &str) -> u128 {
    let bytes = word.as_bytes();
    if bytes.len() > 16 {
        return 0;
    }
    let mut key = 0u128;
    let mut i = 0;
    while i < bytes.len() {
        key = key << 8 | bytes[i] as u128;
        i += 1;
    }
    key
}

/// The `len` letters from `start` on as [`pack`] packs them: one load and one shift, but at the
/// end of a text.
#[inline]
fn packed(bytes: &[u8], start: usize, len: usize) -> u128 {
    /// What tells a small letter from a capital, in each of sixteen.
    const SMALL: u128 = u128::from_ne_bytes([0x20; 16]);
    if !(1..=16).contains(&len) {
        return 0;
    }
    let rest = 8 * (16 - len);
    match bytes.get(start..start + 16).map(<[u8; 16]>::try_from) {
        Some(Ok(sixteen)) => (u128::from_be_bytes(sixteen) | SMALL) >> rest,
        _ => bytes[start..start + len]
            .iter()
            .fold(0, |key, byte| key << 8 | u128::from(byte | 0x20)),
    }
}

/// The tokens of a text, first to last.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Tokens<'t> {
    /// The tokens of `text`.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Skips white space and says what it was.
    #[inline]
    fn gap(&mut self) -> Gap {
        let bytes = self.text.as_bytes();
        let start = self.at;
        // One space or none, as it mostly is.
        let seen = |at: usize| matches!(bytes.get(at), Some(b'!'..=b'~'));
        if seen(start) {
            return Gap::None;
        }
        if bytes.get(start) == Some(&b' ') && seen(start + 1) {
            self.at += 1;
            return Gap::Space;
        }
        let mut lines = 0u32;
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b' ' | b'\t' | 0x0b | 0x0c => self.at += 1,
                b'\n' => {
                    lines += 1;
                    self.at += 1;
                }
                b'\r' => {
                    // CRLF is one line break, a lone CR is one too.
                    lines += u32::from(bytes.get(self.at + 1) != Some(&b'\n'));
                    self.at += 1;
                }
                // No-break space, and the spaces of U+2000–U+200B.
                0xc2 if bytes.get(self.at + 1) == Some(&0xa0) => self.at += 2,
                0xe2 if bytes.get(self.at + 1) == Some(&0x80)
                    && bytes
                        .get(self.at + 2)
                        .is_some_and(|b| (0x80..=0x8b).contains(b) || *b == 0xaf) =>
                {
                    self.at += 3;
                }
                _ => break,
            }
        }
        match lines {
            0 if self.at == start => Gap::None,
            0 => Gap::Space,
            1 => Gap::Line,
            _ => Gap::Blank,
        }
    }

    /// A word: letters, ASCII or not.
    #[inline]
    fn word(&mut self, token: &mut Token) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut at = start;
        let mut lower = 0;
        while let Some(&byte) = bytes.get(at) {
            if !byte.is_ascii_alphabetic() {
                break;
            }
            lower |= byte & 0x20;
            at += 1;
        }
        let ascii = at - start;
        token.kind = Kind::Word;
        if bytes.get(at).is_some_and(|b| *b >= 0x80) {
            let end = self.letters(at);
            if end > at {
                token.kind = Kind::Foreign;
                at = end;
            }
        }
        self.at = at;
        token.span = Span::new(start, at);
        token.capital = bytes[start].is_ascii_uppercase();
        token.upper = lower == 0 && ascii > 1;
        token.key = if token.kind == Kind::Word {
            packed(bytes, start, ascii)
        } else {
            0
        };
        token.number = 0;
    }

    /// Past the letters of any script from `at` on. Whole blocks of letters are known by their first
    /// byte, so that Korean, Chinese, Russian and accented text costs no look into tables.
    fn letters(&self, mut at: usize) -> usize {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(at) {
            at += match byte {
                0..0x80 if byte.is_ascii_alphabetic() => 1,
                0..0x80 => break,
                // U+00C0–U+00FF but for the signs of multiplication and division; U+0400–U+047F.
                0xc3 if !matches!(bytes.get(at + 1), Some(0x97 | 0xb7)) => 2,
                0xd0 | 0xd1 => 2,
                // Chinese characters of U+5000–U+8FFF, Korean syllables of U+B000–U+CFFF.
                0xe5..=0xe8 | 0xeb | 0xec => 3,
                _ => match self.text[at..].chars().next() {
                    Some(c) if c.is_alphabetic() => c.len_utf8(),
                    _ => break,
                },
            };
        }
        at
    }

    /// A run of digits.
    #[inline]
    fn number(&mut self, token: &mut Token) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut number = Some(0u64);
        while let Some(&byte) = bytes.get(self.at) {
            if !byte.is_ascii_digit() {
                break;
            }
            number = number
                .and_then(|n| n.checked_mul(10))
                .and_then(|n| n.checked_add(u64::from(byte - b'0')));
            self.at += 1;
        }
        token.plain(Kind::Number, Span::new(start, self.at));
        token.number = number.unwrap_or(u64::MAX);
    }

    /// One ASCII mark.
    #[inline]
    fn mark(&mut self, byte: u8, token: &mut Token) {
        let start = self.at;
        self.at += 1;
        token.plain(Kind::Mark(byte), Span::new(start, start + 1));
    }

    /// One character that is neither letter, digit, space nor ASCII mark.
    fn other(&mut self, token: &mut Token) {
        let start = self.at;
        let first = self.text[start..].chars().next().unwrap_or(' ');
        self.at += first.len_utf8();
        let kind = match first {
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' => Kind::Mark(b'\''),
            '\u{201c}' | '\u{201d}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => Kind::Mark(b'"'),
            '\u{2010}'..='\u{2013}' | '\u{2212}' => Kind::Mark(b'-'),
            '\u{301c}' | '\u{ff5e}' => Kind::Mark(b'~'),
            _ => Kind::Other,
        };
        token.plain(kind, Span::new(start, self.at));
    }

    /// Reads the next token into `token`, where it is to stand; whether there was one.
    #[inline]
    pub(crate) fn read(&mut self, token: &mut Token) -> bool {
        token.gap = self.gap();
        let Some(&byte) = self.text.as_bytes().get(self.at) else {
            return false;
        };
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => self.word(token),
            b'0'..=b'9' => self.number(token),
            b'!'..=b'~' => self.mark(byte, token),
            // General punctuation: dashes, quotes, ellipses.
            0xe2 if self.text.as_bytes().get(self.at + 1) == Some(&0x80) => self.other(token),
            0x80.. => match self.text[self.at..].chars().next() {
                Some(first) if first.is_alphabetic() => {
                    self.word(token);
                    token.capital = first.is_uppercase();
                }
                _ => self.other(token),
            },
            _ => self.other(token),
        }
        true
    }
}

impl Token {
    /// Makes the token one that is not a word; what stands before it stays.
    #[inline]
    fn plain(&mut self, kind: Kind, span: Span) {
        *self = Self {
            span,
            kind,
            gap: self.gap,
            ..Self::default()
        };
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        let mut token = Token::default();
        self.read(&mut token).then_some(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_blocks_of_letters_are_letters() {
        let blocks = [
            0xc0..=0xd6,
            0xd8..=0xf6,
            0xf8..=0xff,
            0x400..=0x47f,
            0x5000..=0x8fff,
            0xb000..=0xcfff,
        ];
        for c in blocks.into_iter().flatten().filter_map(char::from_u32) {
            assert!(c.is_alphabetic(), "{c:?}");
        }
        for text in ["a×b", "3÷4", "é÷", "б҂", "년\u{2f}월"] {
            let tokens = Tokens::new(text).count();
            assert!(tokens > 1, "{text}");
        }
    }
}
