//! The one door through which text from outside reaches a screen or a pipe.

use std::borrow::Cow;

/// `text` without anything that a terminal could obey.
///
/// ```
/// assert_eq!(dateline::text::clean::clean("a\u{1b}[31mb"), "a␛[31mb");
/// ```
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| !c.is_control()) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|c| match c {
            '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
            '\u{7f}' => '\u{2421}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect::<String>()
        .into()
}
