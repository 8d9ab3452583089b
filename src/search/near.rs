//! One typing error: a letter wrong, missing, too many, or swapped with the next.

/// The fewest letters of a term in which an error is forgiven: of shorter ones too
/// many words are only one letter away.
pub(super) const LEAST_LETTERS: usize = 5;

/// The number of letters, from the first one that `at` gives, that are `term` with
/// at most one error; nothing where they are not.
pub(super) fn near<T: PartialEq + Copy>(
    term: &[T],
    at: impl Fn(usize) -> Option<T>,
) -> Option<usize> {
    let letters = term.len();
    let is = |i: usize, j: usize| term.get(i).is_some_and(|&letter| at(j) == Some(letter));
    let same = |i: usize, j: usize| (0..letters.saturating_sub(i)).all(|k| is(i + k, j + k));
    let Some(first) = (0..letters).find(|&i| !is(i, i)) else {
        return Some(letters);
    };
    let wrong = at(first).is_some() && same(first + 1, first + 1);
    let swapped = is(first, first + 1) && is(first + 1, first) && same(first + 2, first + 2);
    if wrong || swapped {
        Some(letters)
    } else if same(first, first + 1) {
        Some(letters + 1)
    } else if same(first + 1, first) {
        Some(letters - 1)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error() {
        let length = |term: &str, text: &str| {
            let (term, text): (Vec<char>, Vec<char>) =
                (term.chars().collect(), text.chars().collect());
            near(&term, |i| text.get(i).copied())
        };
        assert_eq!(length("rutte", "rutte called"), Some(5));
        assert_eq!(length("ruttw", "rutte called"), Some(5));
        assert_eq!(length("rutet", "rutte"), Some(5));
        assert_eq!(length("vilnus", "vilnius"), Some(7));
        assert_eq!(length("stoltenburg", "stoltenberg"), Some(11));
        assert_eq!(length("ruttte", "rutte"), Some(5));
        assert_eq!(length("ruttex", "rutte"), Some(5));
        assert_eq!(length("urtte", "rutte"), Some(5));
        assert_eq!(length("rutet", "rote"), None);
        assert_eq!(length("rutte", ""), None);
    }
}
