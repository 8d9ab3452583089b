//! Splitting a text where most of its characters are ASCII: a byte is decoded only
//! where it begins something else.

/// The character that begins at byte `at`, where one does.
#[must_use]
#[inline]
pub fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The pieces between white space, as [`str::split_whitespace`] gives them.
///
/// ```
/// use dateline::text::split::pieces;
/// assert!(pieces(" the\u{a0}old\nbridge ").eq(["the", "old", "bridge"]));
/// ```
pub fn pieces(text: &str) -> impl Iterator<Item = &str> + Clone {
    Parts {
        rest: text,
        plain: |byte: u8| matches!(byte, b'!'..=b'~'),
        inside: |c: char| !c.is_whitespace(),
    }
}

/// The runs of letters and digits.
///
/// ```
/// use dateline::text::split::runs;
/// assert!(runs("Lee’s 2-day café").eq(["Lee", "s", "2", "day", "café"]));
/// ```
pub fn runs(text: &str) -> impl Iterator<Item = &str> + Clone {
    Parts {
        rest: text,
        plain: |byte: u8| byte.is_ascii_alphanumeric(),
        inside: char::is_alphanumeric,
    }
}

/// The pieces between white space with one space between them.
///
/// ```
/// use dateline::text::split::single_spaced;
/// assert_eq!(single_spaced(" the\u{a0}old\nbridge "), "the old bridge");
/// ```
#[must_use]
pub fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(piece);
    }
    out
}

/// The longest parts of a text whose characters are all of a kind.
#[derive(Clone, Copy, Debug)]
struct Parts<'t, P, F> {
    rest: &'t str,
    /// Whether this byte is a whole character of the kind.
    plain: P,
    /// Whether this character is of the kind.
    inside: F,
}

impl<'t, P: Fn(u8) -> bool, F: Fn(char) -> bool> Iterator for Parts<'t, P, F> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        let text = self.rest;
        let mut start = 0;
        loop {
            let c = char_at(text, start)?;
            if (self.inside)(c) {
                break;
            }
            start += c.len_utf8();
        }
        let mut end = start;
        loop {
            let rest = &text.as_bytes()[end..];
            let plain = rest.iter().position(|&byte| !(self.plain)(byte));
            end += plain.unwrap_or(rest.len());
            match char_at(text, end) {
                Some(c) if (self.inside)(c) => end += c.len_utf8(),
                _ => break,
            }
        }
        self.rest = &text[end..];
        Some(&text[start..end])
    }
}

/// `text` without what stands before its first and behind its last letter or digit.
///
/// ```
/// use dateline::text::split::bare;
/// assert_eq!(bare("“(café’s)”…"), "café’s");
/// assert_eq!(bare("—"), "");
/// ```
#[must_use]
#[inline]
pub fn bare(text: &str) -> &str {
    let ends = (text.as_bytes().first(), text.as_bytes().last());
    if let (Some(first), Some(last)) = ends
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return text;
    }
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Where `words`, of ASCII in lower case, first stand in `text`, whatever their case there.
///
/// ```
/// use dateline::text::split::said;
/// assert_eq!(said("© Jane Doe/Getty Images", "getty images"), Some(12));
/// ```
#[must_use]
pub fn said(text: &str, words: &str) -> Option<usize> {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let first = *words.first()?;
    memchr::memchr2_iter(first, first.to_ascii_uppercase(), text).find(|&at| {
        text.get(at..at + words.len())
            .is_some_and(|said| said.eq_ignore_ascii_case(words))
    })
}
