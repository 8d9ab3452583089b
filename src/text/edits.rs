//! How far apart two words are.

use super::steps;

/// How many letters must be put in, left out or changed to make `a` of `b`
/// (Levenshtein 1966, "Binary codes capable of correcting deletions, insertions and
/// reversals"). Takes time by the product of their lengths.
///
/// ```
/// use dateline::text::edits;
/// assert_eq!(edits("outlet", "oulett"), 2);
/// assert_eq!(edits("kitten", "sitting"), 3);
/// assert_eq!(edits("", "abc"), 3);
/// ```
#[must_use]
pub fn edits(a: &str, b: &str) -> usize {
    steps::take(a.len());
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let next = (diagonal + usize::from(x != y))
                .min(row[j] + 1)
                .min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}
