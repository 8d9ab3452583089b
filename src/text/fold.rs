//! Folding for search: what a person need not type to find a word.
//!
//! Case, accents, typographic quotes and dashes fold away; Hangul is composed,
//! so that both normal forms of a text fold to the same letters. Nearly every
//! character folds to exactly one; where it does not (a combining mark folds to
//! nothing, `ß` to two letters), [`Folded::origin`] still names the character
//! of the original that each folded letter came from.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

use super::clean::is_invisible;

/// A folded text that remembers where each letter came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded letters.
    pub text: String,
    /// `origin[i]` is the index, in characters of the original, of folded letter `i`;
    /// empty where every letter stands at its own index.
    origin: Vec<u32>,
}

impl Folded {
    /// The index in the original of the folded letter `letter`, both counted in characters.
    ///
    /// ```
    /// use dateline::text::fold::fold;
    /// let folded = fold("Ra\u{301}dio", usize::MAX);
    /// assert_eq!(folded.text, "radio");
    /// assert_eq!(folded.origin(2), 3);
    /// ```
    #[must_use]
    pub fn origin(&self, letter: usize) -> usize {
        match self.origin.get(letter) {
            Some(&index) => index as usize,
            None if self.origin.is_empty() => letter,
            None => self.origin.last().map_or(0, |&last| last as usize + 1),
        }
    }
}

/// Folds the first `limit` letters of `text`.
///
/// ```
/// use dateline::text::fold::fold;
/// assert_eq!(fold("Šekerinska’s", 100).text, "sekerinska's");
/// let (nfc, nfd) = ("이재명", "\u{110b}\u{1175}\u{110c}\u{1162}\u{1106}\u{1167}\u{11bc}");
/// assert_eq!(fold(nfc, 100).text, fold(nfd, 100).text);
/// ```
#[must_use]
pub fn fold(text: &str, limit: usize) -> Folded {
    let head = text.as_bytes();
    if head.len() <= limit && head.is_ascii() {
        return Folded {
            text: text.to_ascii_lowercase(),
            origin: Vec::new(),
        };
    }
    let mut folded = Folded::default();
    each(text, limit, |letter, index| {
        folded.text.push(letter);
        folded.origin.push(index);
    });
    folded
}

/// Calls `emit` with each of the first `limit` folded letters of `text` and the
/// index of the character it came from.
pub fn each(text: &str, limit: usize, mut emit: impl FnMut(char, u32)) {
    let mut left = limit;
    let mut held: Option<(char, u32)> = None;
    for (index, c) in (0u32..).zip(text.chars()) {
        if left == 0 {
            return;
        }
        // A Hangul syllable is held back until no further jamo can join it.
        letters(c, &mut |letter| {
            if let Some((before, at)) = held.take() {
                if let Some(joined) = join_jamo(before, letter) {
                    held = Some((joined, at));
                    return;
                }
                if left > 0 {
                    left -= 1;
                    emit(before, at);
                }
            }
            if takes_jamo(letter) {
                held = Some((letter, index));
            } else if left > 0 {
                left -= 1;
                emit(letter, index);
            }
        });
    }
    if let (Some((letter, at)), true) = (held, left > 0) {
        emit(letter, at);
    }
}

/// The folded letters of one character, before Hangul is composed.
fn letters(c: char, emit: &mut impl FnMut(char)) {
    if c.is_ascii() {
        return emit(c.to_ascii_lowercase());
    }
    if is_syllable(c) {
        return emit(c);
    }
    if is_invisible(c) {
        return;
    }
    for lower in c.to_lowercase() {
        let mut first = true;
        decompose_canonical(lower, |part| {
            if !std::mem::take(&mut first) && canonical_combining_class(part) != 0 {
                return;
            }
            match spelling(part) {
                Some(letters) => letters.chars().for_each(&mut *emit),
                None if canonical_combining_class(part) != 0 => {}
                None => emit(part),
            }
        });
    }
}

/// Characters that stand for others on a keyboard, beyond canonical decomposition.
fn spelling(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2b9}' | '\u{2bc}' | '´' => "'",
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '«' | '»' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '…' => "...",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'ŋ' => "n",
        'ς' => "σ",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        // Full-width forms of ASCII, which Korean and Japanese keyboards make.
        '\u{ff01}'..='\u{ff5e}' => {
            const ASCII: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_`\
                                 abcdefghijklmnopqrstuvwxyz{|}~";
            let at = c as usize - 0xff01;
            return ASCII.get(at..=at);
        }
        _ => return None,
    })
}

// Hangul composition is arithmetic: The Unicode Standard, section 3.12.
const SYLLABLES: u32 = 0xac00;
const LEADS: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
const TAILS: u32 = 0x11a7;

fn is_syllable(c: char) -> bool {
    (SYLLABLES..SYLLABLES + 11_172).contains(&(c as u32))
}

/// Whether a jamo that follows could join `c`: a leading consonant, or a syllable without a tail.
fn takes_jamo(c: char) -> bool {
    (LEADS..LEADS + 19).contains(&(c as u32))
        || (is_syllable(c) && (c as u32 - SYLLABLES).is_multiple_of(28))
}

fn join_jamo(before: char, after: char) -> Option<char> {
    let (before, after) = (before as u32, after as u32);
    if (LEADS..LEADS + 19).contains(&before) && (VOWELS..VOWELS + 21).contains(&after) {
        return char::from_u32(SYLLABLES + ((before - LEADS) * 21 + after - VOWELS) * 28);
    }
    let open =
        char::from_u32(before).is_some_and(is_syllable) && (before - SYLLABLES).is_multiple_of(28);
    if open && (TAILS + 1..TAILS + 28).contains(&after) {
        return char::from_u32(before + after - TAILS);
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn table() {
        for (text, folded) in [
            ("Rutte", "rutte"),
            ("ŠEKERINSKA", "sekerinska"),
            ("Łódź, Ærø, Straße", "lodz, aero, strasse"),
            ("“NATO” – 5…", "\"nato\" - 5..."),
            ("İstanbul", "istanbul"),
            ("Умєров Ἀθῆναι", "умєров αθηναι"),
            ("ＮＡＴＯ", "nato"),
            ("co\u{ad}operate", "cooperate"),
            ("\u{301}", ""),
        ] {
            assert_eq!(fold(text, 100).text, folded, "{text}");
        }
    }

    #[test]
    fn the_limit_counts_letters() {
        assert_eq!(fold("abcdef", 3).text, "abc");
        assert_eq!(fold("ééééé", 3).text, "eee");
        assert_eq!(fold("이재명", 2).text, "이재");
    }

    proptest! {
        #[test]
        fn normal_forms_fold_alike(text in "\\PC*") {
            let nfc: String = text.nfc().collect();
            let nfd: String = text.nfd().collect();
            prop_assert_eq!(fold(&nfc, usize::MAX).text, fold(&nfd, usize::MAX).text);
        }

        #[test]
        fn origins_ascend_and_fit(text in "\\PC*") {
            let folded = fold(&text, usize::MAX);
            let origins: Vec<usize> = (0..folded.text.chars().count()).map(|i| folded.origin(i)).collect();
            prop_assert!(origins.is_sorted());
            prop_assert!(origins.iter().all(|&i| i < text.chars().count()));
        }
    }
}
