//! Sorted tables of words. Most words stand in no table, so each table first
//! looks at what is seen of a word at a glance: its ends and its length.

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
    glance: Glance,
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
        let mut glance = Glance([0; 16]);
        let mut i = 0;
        while i < rows.len() {
            assert!(
                i == 0 || before(rows[i - 1].as_bytes(), rows[i].as_bytes()),
                "not sorted"
            );
            glance.add(rows[i].as_bytes());
            i += 1;
        }
        Self { rows, glance }
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
        let mut glance = Glance([0; 16]);
        let mut i = 0;
        while i < rows.len() {
            assert!(
                i == 0 || before(rows[i - 1].0.as_bytes(), rows[i].0.as_bytes()),
                "not sorted"
            );
            glance.add(rows[i].0.as_bytes());
            i += 1;
        }
        Self { rows, glance }
    }
}

impl<T: Row> Table<T> {
    /// Whether `word` stands in the table, whatever its (ASCII) case.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// The row whose key is `word`, whatever its (ASCII) case.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<T> {
        if !self.glance.may_have(word.as_bytes()) {
            return None;
        }
        let found = position(self.rows, Row::key, word)?;
        Some(self.rows[found])
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

/// For each pair of ends and length, in 1024 classes, whether a key has them.
#[derive(Debug)]
struct Glance([u64; 16]);

impl Glance {
    const fn class(word: &[u8]) -> usize {
        let (Some(first), Some(last)) = (word.first(), word.last()) else {
            return 0;
        };
        let first = first.to_ascii_lowercase() as usize;
        let last = last.to_ascii_lowercase() as usize;
        (first * 33 + last * 7 + word.len() * 131) % 1024
    }

    const fn add(&mut self, key: &[u8]) {
        let class = Self::class(key);
        self.0[class / 64] |= 1 << (class % 64);
    }

    fn may_have(&self, word: &[u8]) -> bool {
        let class = Self::class(word);
        self.0[class / 64] >> (class % 64) & 1 == 1
    }
}

/// The row of the sorted table `rows` whose lower-case key is `word`, whatever its (ASCII) case.
fn position<T>(rows: &[T], key: impl Fn(&T) -> &'static str, word: &str) -> Option<usize> {
    // Lowered once, on the stack; no table has a key that long.
    let mut buffer = [0; 64];
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let first = head(lower);
    rows.binary_search_by(|row| {
        let key = key(row).as_bytes();
        debug_assert!(key.len() <= 64);
        // Two letters decide nearly every comparison.
        head(key).cmp(&first).then_with(|| key.cmp(lower))
    })
    .ok()
}

/// The first two bytes as a number that orders as they do.
fn head(word: &[u8]) -> u16 {
    match word {
        [a, b, ..] => u16::from_be_bytes([*a, *b]),
        [a] => u16::from_be_bytes([*a, 0]),
        [] => 0,
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
    fn every_row_of_every_table_is_found() {
        for row in crate::timeline::lexicon::STOPWORDS.rows() {
            assert!(crate::timeline::lexicon::STOPWORDS.has(row), "{row}");
        }
        for row in crate::timeline::lexicon::COUNTRIES.rows() {
            assert_eq!(crate::timeline::lexicon::COUNTRIES.find(row.0), Some(*row));
        }
    }
}
