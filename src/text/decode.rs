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

/// Decodes `bytes`: by their byte order mark, else as UTF-8 where they are
/// (nearly) valid, else as UTF-16 where every other byte says so, else in the
/// legacy encoding that `chardetng` finds most likely.
///
/// ```
/// use dateline::text::decode::decode;
/// assert_eq!(decode("\u{feff}né".as_bytes()).text, "né");
/// assert_eq!(decode(b"n\xe9e le 1er mai \xe0 Paris").text, "née le 1er mai à Paris");
/// ```
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return read(bytes.get(length..).unwrap_or_default(), encoding, false);
    }
    match std::str::from_utf8(bytes) {
        // UTF-16 of plain letters is valid UTF-8 full of NULs.
        Ok(text) if memchr::memchr(0, &bytes[..bytes.len().min(SAMPLE)]).is_none() => Decoded {
            text: Cow::Borrowed(text),
            encoding: "UTF-8",
            replaced: 0,
            guessed: false,
        },
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

fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some(encoding) = utf16(sample) {
        return encoding;
    }
    if mostly_utf8(sample) || sample.is_ascii() {
        return encoding_rs::UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(sample, true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
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
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && good >= bad * 4
}
