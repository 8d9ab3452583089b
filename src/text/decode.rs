//! Bytes to text: UTF-8, UTF-16 and legacy encodings.
//!
//! A text is decoded once, here. Line ends stay as they came: every span of the
//! program points into the decoded text, so nothing may be rewritten later.

use std::borrow::Cow;

use encoding_rs::Encoding;

/// A decoded text and how it was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// The encoding's name in the WHATWG registry, such as `UTF-8` or `EUC-KR`.
    pub encoding: &'static str,
    /// How many characters could not be read and stand as U+FFFD.
    pub replaced: usize,
    /// Whether the encoding was guessed from the bytes.
    pub guessed: bool,
}

/// How many bytes the guess of a legacy encoding looks at.
const SAMPLE: usize = 64 * 1024;
/// How many bytes at the head of a page or a feed may name its encoding.
const DECLARED: usize = 4096;

/// Decodes `bytes`: by their byte order mark, else as UTF-8 where they are
/// (nearly) valid, else as UTF-16 or UTF-32 where the NULs say so, else in the encoding that
/// a page or a feed names, else in the
/// legacy encoding that `chardetng` finds most likely.
///
/// ```
/// use dateline::text::decode::decode;
/// assert_eq!(decode("\u{feff}né".as_bytes()).text, "né");
/// assert_eq!(decode(b"n\xe9e le 1er mai \xe0 Paris").text, "née le 1er mai à Paris");
/// ```
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(is_big) = utf32(bytes) {
        return read_utf32(bytes, is_big);
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return read(bytes.get(length..).unwrap_or_default(), encoding, false);
    }
    match std::str::from_utf8(bytes) {
        // UTF-16 of plain letters is valid UTF-8 full of NULs.
        // ISO-2022-JP is plain letters too, with escapes between them.
        Ok(text) if memchr::memchr2(0, 0x1b, &bytes[..bytes.len().min(SAMPLE)]).is_none() => {
            Decoded {
                text: Cow::Borrowed(text),
                encoding: "UTF-8",
                replaced: 0,
                guessed: false,
            }
        }
        _ => read(bytes, guess(bytes), true),
    }
}

fn read<'a>(bytes: &'a [u8], encoding: &'static Encoding, guessed: bool) -> Decoded<'a> {
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    let replaced = if bad {
        text.chars().filter(|&c| c == '\u{fffd}').count()
    } else {
        0
    };
    Decoded {
        text,
        encoding: encoding.name(),
        replaced,
        guessed,
    }
}

/// Whether `bytes` are UTF-32, and if so, whether the high byte comes first: by their mark,
/// else because all the units of their head are characters with a NUL on the high side.
#[must_use]
pub fn utf32(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0, 0, 0xfe, 0xff, ..] => return Some(true),
        // UTF-16 of the other order begins so too, but goes on with a NUL at once.
        [0xff, 0xfe, 0, 0, _, ..] => return Some(false),
        _ => {}
    }
    let (units, _) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<4>();
    let all = |read: fn([u8; 4]) -> u32| {
        units.iter().all(|unit| {
            let number = read(*unit);
            number != 0 && char::from_u32(number).is_some()
        })
    };
    match units.len() {
        0 | 1 => None,
        _ if all(u32::from_be_bytes) => Some(true),
        _ if all(u32::from_le_bytes) => Some(false),
        _ => None,
    }
}

fn read_utf32<'a>(bytes: &[u8], is_big: bool) -> Decoded<'a> {
    let (units, rest) = bytes.as_chunks::<4>();
    let mut replaced = usize::from(!rest.is_empty());
    let mut text = String::with_capacity(units.len());
    for unit in units {
        let number = if is_big {
            u32::from_be_bytes(*unit)
        } else {
            u32::from_le_bytes(*unit)
        };
        let c = char::from_u32(number).unwrap_or_else(|| {
            replaced += 1;
            char::REPLACEMENT_CHARACTER
        });
        text.push(c);
    }
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Decoded {
        text: Cow::Owned(text),
        encoding: if is_big { "UTF-32BE" } else { "UTF-32LE" },
        replaced,
        guessed: false,
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some(encoding) = utf16(sample) {
        return encoding;
    }
    if mostly_utf8(sample) {
        return encoding_rs::UTF_8;
    }
    if let Some(encoding) = declared(sample) {
        return encoding;
    }
    if sample.is_ascii() {
        return encoding_rs::UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(sample, true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

/// The encoding that a page or a feed says it is in: `<?xml … encoding="…"?>`,
/// `<meta charset="…">`, `<meta … content="text/html; charset=…">`. One that says UTF-8 is
/// wrong here: the bytes are none.
fn declared(sample: &[u8]) -> Option<&'static Encoding> {
    let head = &sample[..sample.len().min(DECLARED)];
    if !head.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    [&b"encoding="[..], b"charset="].iter().find_map(|key| {
        let at = memchr::memmem::find(head, key)? + key.len();
        let rest = head.get(at..)?;
        let rest = rest
            .strip_prefix(b"\"")
            .or(rest.strip_prefix(b"'"))
            .unwrap_or(rest);
        let end = rest
            .iter()
            .position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':')))?;
        let named = Encoding::for_label(&rest[..end])?;
        (named != encoding_rs::UTF_8 && !named.name().starts_with("UTF-16")).then_some(named)
    })
}

/// UTF-16 without a mark: NULs stand on one side of the pairs only.
fn utf16(sample: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = sample.as_chunks::<2>();
    let low = pairs.iter().filter(|pair| pair[0] == 0).count();
    let high = pairs.iter().filter(|pair| pair[1] == 0).count();
    let some = (pairs.len() / 10).max(2);
    if high >= some && low * 20 < high {
        Some(encoding_rs::UTF_16LE)
    } else if low >= some && high * 20 < low {
        Some(encoding_rs::UTF_16BE)
    } else {
        None
    }
}

/// Whether a few bad bytes stand in what is otherwise UTF-8 (a truncated or patched file).
fn mostly_utf8(sample: &[u8]) -> bool {
    let (mut good, mut usual, mut bad) = (0_usize, 0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        for c in chunk.valid().chars().filter(|c| !c.is_ascii()) {
            good += 1;
            usual += usize::from(is_usual(c));
        }
        bad += usize::from(!chunk.invalid().is_empty());
    }
    // Two bytes of a legacy encoding may look like some letter, but hardly each time
    // like one of those that stand in most texts.
    good > 0 && (good >= bad * 4 || usual == good && 2 * good >= bad)
}

/// Whether a character stands in texts of most languages that are written in Latin letters:
/// their letters, quotation marks, dashes, the sign of the euro.
fn is_usual(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{17f}' | '\u{2010}'..='\u{2026}' | '\u{2039}' | '\u{203a}' | '€')
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn one_bad_byte_does_not_change_the_encoding() {
        let mut bytes = "“Nobody came,” she said.".as_bytes().to_vec();
        bytes.push(0xe9);
        let decoded = decode(&bytes);
        assert_eq!(decoded.encoding, "UTF-8");
        assert_eq!(decoded.replaced, 1);
        assert!(decoded.text.starts_with("“Nobody came,” she said."));
    }

    #[test]
    fn four_bytes_a_character_are_read() {
        let text = "Vilnius, 11 July — 나토";
        let bytes = |of: fn(u32) -> [u8; 4], text: &str| -> Vec<u8> {
            text.chars().flat_map(|c| of(u32::from(c))).collect()
        };
        let marked = format!("\u{feff}{text}");
        for text_in in [text, &marked] {
            for of in [u32::to_be_bytes, u32::to_le_bytes] {
                assert_eq!(decode(&bytes(of, text_in)).text, text);
            }
        }
    }

    #[test]
    fn a_nul_in_a_text_leaves_it_a_text() {
        let decoded = decode("Vilnius, 11\0 July — “there”".as_bytes());
        assert_eq!(decoded.text, "Vilnius, 11\0 July — “there”");
    }
}
