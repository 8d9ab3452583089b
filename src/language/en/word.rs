//! What the tagger and the parser know of a word's form.

use crate::language::weights::mix;

/// The form of a word, as the features of a model take it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// Hash of the form: lower case, every digit as 0, days, months and years as one word each.
    pub(crate) form: u64,
    /// The last eight bytes.
    pub(crate) suffix: u64,
    /// The first four bytes.
    pub(crate) prefix: u64,
    /// Capitals, digits, marks, length and whether it opens the sentence; see the constants.
    pub(crate) shape: u64,
}

/// What stands before the first and after the last word.
pub(crate) const NO_WORD: Word = Word {
    form: 1,
    suffix: 0,
    prefix: 0,
    shape: 1 << 20,
};

/// Hash of nothing, from which the hash of a form starts.
const EMPTY: u64 = 7;

/// Bits of [`Word::shape`].
mod shape {
    pub(super) const CAPITAL_FIRST: u64 = 1;
    pub(super) const CAPITAL_INSIDE: u64 = 1 << 1;
    pub(super) const DIGIT_FIRST: u64 = 1 << 2;
    pub(super) const DIGIT_INSIDE: u64 = 1 << 3;
    pub(super) const HYPHEN: u64 = 1 << 4;
    pub(super) const STOP: u64 = 1 << 5;
    pub(super) const MARK: u64 = 1 << 6;
    pub(super) const SMALL: u64 = 1 << 7;
    pub(super) const FOREIGN: u64 = 1 << 8;
    pub(super) const ALL_CAPITALS: u64 = 1 << 9;
    /// Where the length, up to three, stands.
    pub(super) const LENGTH: u32 = 11;
    pub(super) const OPENS: u64 = 1 << 13;
}

impl Word {
    /// What `form` shows; `opens` where no word stands before it in its sentence.
    ///
    /// An expression of several words ("March 3, 2022", "the end of the week") is known by the
    /// word in it that says most: a day of the week, a month, a year, else the last.
    pub(crate) fn new(form: &str, opens: bool) -> Self {
        let form = if form.contains(char::is_whitespace) {
            telling(form)
        } else {
            form
        };
        // A word is the same with ' and with ’.
        if form.contains(['\u{2019}', '\u{2018}']) {
            return Self::new(&form.replace(['\u{2019}', '\u{2018}'], "'"), opens);
        }
        let mut word = Self {
            form: EMPTY,
            ..Self::default()
        };
        let mut capitals = 0;
        for (at, byte) in form.bytes().enumerate() {
            let (seen, small) = look(byte, at == 0);
            word.shape |= seen;
            capitals += usize::from(byte.is_ascii_uppercase());
            word.form = mix(word.form, u64::from(small));
            word.suffix = word.suffix << 8 | u64::from(small);
            if at < 4 {
                word.prefix = word.prefix << 8 | u64::from(small);
            }
        }
        if let Some(calendar) = Calendar::of(form) {
            word.form = mix(EMPTY, 1000 + calendar as u64);
        }
        if capitals > 1 && capitals == form.len() {
            word.shape |= shape::ALL_CAPITALS;
        }
        word.shape |= (form.len().min(3) as u64) << shape::LENGTH;
        word.shape |= u64::from(opens) * shape::OPENS;
        word
    }

    /// Whether nothing stands here.
    pub(crate) const fn is_none(self) -> bool {
        self.form == NO_WORD.form
    }

    /// The shape without what depends on the place in the sentence.
    pub(crate) const fn plain_shape(self) -> u64 {
        self.shape & ((shape::ALL_CAPITALS * 2 - 1) | 0xC00)
    }

    /// The last `n` bytes.
    pub(crate) const fn ending(self, n: u32) -> u64 {
        self.suffix & ((1 << (8 * n)) - 1)
    }

    /// Whether the first letter is a capital.
    pub(crate) const fn capital(self) -> u64 {
        self.shape & shape::CAPITAL_FIRST
    }
}

/// What `byte` adds to a shape, and how it stands in a hash.
const fn look(byte: u8, first: bool) -> (u64, u8) {
    match byte {
        b'A'..=b'Z' if first => (shape::CAPITAL_FIRST, byte | 0x20),
        b'A'..=b'Z' => (shape::CAPITAL_INSIDE, byte | 0x20),
        b'0'..=b'9' if first => (shape::DIGIT_FIRST, b'0'),
        b'0'..=b'9' => (shape::DIGIT_INSIDE, b'0'),
        b'-' => (shape::HYPHEN, byte),
        b'.' => (shape::STOP, byte),
        b',' | b':' | b'/' | b'@' => (shape::MARK, byte),
        b'a'..=b'z' => (shape::SMALL, byte),
        0x80.. => (shape::FOREIGN, byte),
        _ => (0, byte),
    }
}

/// Words that are one to the models: which day or year it is says nothing of syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Calendar {
    Weekday = 1,
    Month,
    Year,
}

impl Calendar {
    fn of(form: &str) -> Option<Self> {
        const WEEKDAYS: [&str; 7] = ["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"];
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let year = || {
            form.len() == 4
                && form.starts_with(['1', '2'])
                && ["18", "19", "20"].contains(&form.get(..2).unwrap_or_default())
                && form.bytes().all(|byte| byte.is_ascii_digit())
        };
        let short = |month: &str| form.len() == 4 && form.get(..3) == month.get(..3);
        if form.len() > 9 {
            None
        } else if form
            .strip_suffix("day")
            .is_some_and(|day| WEEKDAYS.contains(&day))
        {
            Some(Self::Weekday)
        } else if MONTHS.contains(&form)
            || form == "Sept."
            || form.ends_with('.') && MONTHS.iter().any(|month| short(month))
        {
            Some(Self::Month)
        } else {
            year().then_some(Self::Year)
        }
    }
}

/// Whether `form` is a day of the week, a month or a year.
#[cfg(feature = "train")]
pub(crate) fn is_calendar(form: &str) -> bool {
    Calendar::of(form).is_some()
}

/// Whether a day of the week, a month or a year stands in `expression`.
pub(crate) fn is_calendar_expression(expression: &str) -> bool {
    Calendar::of(telling(expression)).is_some()
}

/// The word of an expression that says most: a day of the week, a month, a year, else the last.
fn telling(expression: &str) -> &str {
    let words = || {
        let words = expression.split_whitespace();
        words.map(|word| word.trim_matches([',', '(', ')']))
    };
    words()
        .filter_map(|word| Some((Calendar::of(word)?, word)))
        .min_by_key(|(kind, _)| *kind)
        .map(|(_, word)| word)
        .or_else(|| words().next_back())
        .unwrap_or_default()
}

/// The words of `forms`, with two of [`NO_WORD`] before and after them.
pub(crate) fn words<'f>(forms: impl Iterator<Item = &'f str>) -> Vec<Word> {
    let mut words = vec![NO_WORD; 2];
    let mut opens = true;
    for form in forms {
        words.push(Word::new(form, opens));
        opens = opens && !form.bytes().any(|byte| byte.is_ascii_alphanumeric());
    }
    words.extend([NO_WORD; 2]);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_of_several_words_is_known_by_the_word_that_says_most() {
        let same = |a: &str, b: &str| {
            assert_eq!(Word::new(a, false).form, Word::new(b, false).form, "{a}");
        };
        same("March 3, 2022", "June");
        same("Friday, June 5", "Monday");
        same("3 March 2022", "Dec.");
        same("last week", "week");
        same("1998", "2024");
        same("3 (Friday", "Monday");
        same("3 (\u{a30}", "\u{a30}");
        assert_ne!(Word::new("2500", false).form, Word::new("1998", false).form);
    }

    #[test]
    fn a_word_is_the_same_with_either_apostrophe() {
        assert_eq!(Word::new("don’t", true).form, Word::new("don't", true).form);
    }
}
