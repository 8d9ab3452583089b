//! Sorted tables of words. Most words stand in no table, so each table first
//! looks at what is seen of a word at a glance: its ends and its length.

use super::steps;

/// A row of a table: its key is a lower-case word, or several with a space between.
pub trait Row: Copy {
    /// What the row is found by.
    fn key(&self) -> &'static str;
}

impl Row for &'static str {
    fn key(&self) -> &'static str {
        self
    }
}

impl Row for (&'static str, &'static str) {
    fn key(&self) -> &'static str {
        self.0
    }
}

/// Rows in the order of their keys.
#[derive(Debug)]
pub struct Table<T: 'static> {
    rows: &'static [T],
    index: Index,
}

/// A table of words.
pub type List = Table<&'static str>;

/// A table of words and what each stands for.
pub type Pairs = Table<(&'static str, &'static str)>;

impl List {
    /// The table of `rows`.
    ///
    /// # Panics
    ///
    /// Where they are not sorted: a constant table is then an error of the compiler.
    #[must_use]
    pub const fn words(rows: &'static [&'static str]) -> Self {
        let mut index = Index::EMPTY;
        let mut i = 0;
        while i < rows.len() {
            assert!(
                i == 0 || before(rows[i - 1].as_bytes(), rows[i].as_bytes()),
                "not sorted"
            );
            index.add(rows[i].as_bytes());
            i += 1;
        }
        Self { rows, index }
    }
}

impl Pairs {
    /// The table of `rows`, by their first words.
    ///
    /// # Panics
    ///
    /// Where they are not sorted: a constant table is then an error of the compiler.
    #[must_use]
    pub const fn pairs(rows: &'static [(&'static str, &'static str)]) -> Self {
        let mut index = Index::EMPTY;
        let mut i = 0;
        while i < rows.len() {
            assert!(
                i == 0 || before(rows[i - 1].0.as_bytes(), rows[i].0.as_bytes()),
                "not sorted"
            );
            index.add(rows[i].0.as_bytes());
            i += 1;
        }
        Self { rows, index }
    }
}

impl<T: Row> Table<T> {
    /// Whether `word` stands in the table, whatever its (ASCII) case.
    #[must_use]
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// The row whose key is `word`, whatever its (ASCII) case.
    #[must_use]
    #[inline]
    pub fn find(&self, word: &str) -> Option<T> {
        // Only the glance is worth a copy in every caller.
        if self.index.may_have(word.as_bytes()) {
            self.search(word)
        } else {
            None
        }
    }

    #[inline(never)]
    fn search(&self, word: &str) -> Option<T> {
        steps::take(1);
        let initial = Index::initial(*word.as_bytes().first()?);
        let from = usize::from(self.index.starts[initial]);
        let to = usize::from(self.index.starts[initial + 1]);
        let same = |row: &&T| {
            let key = row.key().as_bytes();
            let letters = word.bytes().map(|letter| letter.to_ascii_lowercase());
            key.len() == word.len() && key.iter().copied().eq(letters)
        };
        self.rows[from..to].iter().find(same).copied()
    }

    /// The rows, in order.
    #[must_use]
    pub fn rows(&self) -> &'static [T] {
        self.rows
    }
}

/// Whether `a` orders before `b`, at compile time.
const fn before(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i < b.len() && (i == a.len() || a[i] < b[i])
}

/// The letters that keys begin with, what orders before them, and what after.
const INITIALS: usize = 28;

/// What is known of the keys of a table before they are compared.
#[derive(Debug)]
struct Index {
    /// For each pair of ends and length, in 1024 classes, whether a key has them.
    seen: [u64; 16],
    /// How many keys order before those with each initial.
    starts: [u16; INITIALS + 1],
}

impl Index {
    const EMPTY: Self = Self {
        seen: [0; 16],
        starts: [0; INITIALS + 1],
    };

    /// The same for both cases of a letter.
    const fn class(word: &[u8]) -> usize {
        let (Some(first), Some(last)) = (word.first(), word.last()) else {
            return 0;
        };
        let (first, last) = (*first as usize | 0x20, *last as usize | 0x20);
        (first * 33 + last * 7 + word.len() % 64 * 131) % 1024
    }

    const fn initial(first: u8) -> usize {
        match first.to_ascii_lowercase() {
            ..b'a' => 0,
            letter @ b'a'..=b'z' => (letter - b'a') as usize + 1,
            _ => INITIALS - 1,
        }
    }

    const fn add(&mut self, key: &[u8]) {
        let class = Self::class(key);
        self.seen[class / 64] |= 1 << (class % 64);
        let mut later = Self::initial(key[0]) + 1;
        while later < self.starts.len() {
            self.starts[later] += 1;
            later += 1;
        }
    }

    fn may_have(&self, word: &[u8]) -> bool {
        let class = Self::class(word);
        self.seen[class / 64] >> (class % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_its_rows_in_any_case_and_nothing_else() {
        const NATIONS: &Pairs = &Pairs::pairs(&[("new zealand", "NZ"), ("norway", "NO")]);
        assert_eq!(NATIONS.find("New Zealand"), Some(("new zealand", "NZ")));
        assert!(NATIONS.has("NORWAY") && !NATIONS.has("noway") && !NATIONS.has(""));
        assert!(!NATIONS.has(&"n".repeat(100)));
    }

    #[test]
    fn every_row_is_found_whatever_it_begins_with() {
        const WORDS: &List = &List::words(&["'tis", "3rd", "a", "ago", "no", "zoo", "état"]);
        for row in WORDS.rows() {
            assert!(WORDS.has(row), "{row}");
            assert!(WORDS.has(&row.to_ascii_uppercase()), "{row}");
        }
        assert!(!WORDS.has("ag") && !WORDS.has("~") && !WORDS.has("été"));
    }
}
