//! The lexicon: rows of words with their classes and irregular forms.
//!
//! The rows lie in `assets/lexicon/en`, a file a table, one row a line, columns divided by tabs,
//! sorted by the first column. They are searched where they lie by halving, so that nothing is
//! built when the program starts. What is told by hand (`*_news.tsv`) stands before what was
//! made from `WordNet`: the first row of a word decides.

use crate::language::{Class, Classes, Pos};

/// A table of rows, sorted by their first column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows(&'static str);

/// Verbs, nouns and adjectives as `WordNet` has them, and as news uses them.
static VERBS: Rows = Rows(include_str!("../../../assets/lexicon/en/verbs.tsv"));
static VERBS_NEWS: Rows = Rows(include_str!("../../../assets/lexicon/en/verbs_news.tsv"));
static NOUNS: Rows = Rows(include_str!("../../../assets/lexicon/en/nouns.tsv"));
static NOUNS_NEWS: Rows = Rows(include_str!("../../../assets/lexicon/en/nouns_news.tsv"));
static ADJECTIVES: Rows = Rows(include_str!("../../../assets/lexicon/en/adjectives.tsv"));
/// Words of grammar: modals, conjunctions, negations.
static FUNCTION: Rows = Rows(include_str!("../../../assets/lexicon/en/function.tsv"));
/// Irregular forms: form, lemma, what it is of it.
pub(super) static VERB_FORMS: Rows =
    Rows(include_str!("../../../assets/lexicon/en/verb_forms.tsv"));
pub(super) static NOUN_FORMS: Rows =
    Rows(include_str!("../../../assets/lexicon/en/noun_forms.tsv"));
/// Verbs of more than one syllable that double their last consonant.
pub(super) static DOUBLING: Rows = Rows(include_str!("../../../assets/lexicon/en/doubling.tsv"));

impl Rows {
    /// The rest of the first row whose first column is `key`, without the tab.
    pub(super) fn find(self, key: &str) -> Option<&'static str> {
        let bytes = self.0.as_bytes();
        // Between `low` and `high` lie whole rows; those before `low` sort before `key`.
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low.midpoint(high);
            let line = |byte: &u8| *byte == b'\n';
            let start = bytes[low..middle].iter().rposition(line);
            let start = start.map_or(low, |at| low + at + 1);
            let end = bytes[start..].iter().position(line);
            let end = end.map_or(bytes.len(), |at| start + at);
            let first = bytes[start..end].split(|byte| *byte == b'\t').next();
            if first.unwrap_or_default() < key.as_bytes() {
                low = end + 1;
            } else {
                high = start;
            }
        }
        let row = self.0.get(low..)?.lines().next()?;
        match row.split_once('\t') {
            Some((first, rest)) => (first == key).then_some(rest),
            None => (row == key).then_some(""),
        }
    }

    /// Whether a row's first column is `key`.
    pub(super) fn has(self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// The columns of each row.
    pub(super) fn rows(self) -> impl Iterator<Item = Vec<&'static str>> {
        self.0.lines().map(|row| row.split('\t').collect())
    }
}

/// The classes of `lemma` (lower case) as a word of part of speech `pos`.
///
/// ```
/// use dateline::language::{Class, Pos, en::classes_of};
/// assert!(classes_of("announce", Pos::Verb).has(Class::Report));
/// assert!(classes_of("summit", Pos::Noun).has(Class::Event));
/// assert!(!classes_of("bridge", Pos::Noun).has(Class::Event));
/// ```
#[must_use]
pub fn classes_of(lemma: &str, pos: Pos) -> Classes {
    let tables: &[Rows] = match pos {
        Pos::Verb => &[VERBS_NEWS, VERBS],
        Pos::Noun | Pos::Propn => &[NOUNS_NEWS, NOUNS],
        Pos::Adj => &[ADJECTIVES],
        _ => &[FUNCTION],
    };
    tables
        .iter()
        .find_map(|table| table.find(lemma))
        .map_or(Classes::NONE, |row| {
            Classes::parse(row.split('\t').next().unwrap_or_default())
        })
}

/// Whether `word` (lower case) stands among the words of grammar with `class`.
pub(super) fn function(word: &str, class: Class) -> bool {
    classes_of(word, Pos::X).has(class)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every table, how many columns it has, and whether the second names classes.
    const TABLES: [(Rows, usize, bool); 9] = [
        (VERBS, 2, true),
        (VERBS_NEWS, 2, true),
        (NOUNS, 2, true),
        (NOUNS_NEWS, 2, true),
        (ADJECTIVES, 2, true),
        (FUNCTION, 2, true),
        (VERB_FORMS, 3, false),
        (NOUN_FORMS, 2, false),
        (DOUBLING, 1, false),
    ];

    #[test]
    fn every_row_is_found_and_names_only_classes() {
        for (table, columns, classes) in TABLES {
            let mut last = "";
            for row in table.rows() {
                assert_eq!(row.len(), columns, "{row:?}");
                assert!(last <= row[0], "{last} stands before {}", row[0]);
                assert!(table.has(row[0]), "{}", row[0]);
                last = row[0];
                if classes {
                    for name in row[1].split(' ').filter(|name| !name.is_empty()) {
                        assert!(Class::ALL.iter().any(|c| c.name() == name), "{row:?}");
                    }
                }
            }
            for absent in ["", "zzz", "a b", "\u{ac00}"] {
                assert!(!table.has(absent), "{absent}");
            }
        }
    }
}
