//! How the named features and reasons are weighed into one decision.
//!
//! The reasons say what speaks against an event; each alone is right more often than not, none is
//! always. The weights say how far each is to be trusted: a logistic regression over the features,
//! with the rules' verdict among them, trained on pages in which people marked the events. They
//! stand in `assets/weights/factuality.tsv`, one row a name, written by
//! `cargo run --release --features train --bin train -- factuality OUT TEXTS GOLD`.

use super::{
    features::{self, Setting},
    reason::{self, Reason},
};

/// Name and weight of each row, in hundredths of the natural logarithm of the odds.
static TABLE: &str = include_str!("../../../assets/weights/factuality.tsv");

/// How many rows there are: the constant, the rules' verdict, each feature, each reason.
pub(super) const ROWS: usize = 2 + features::ALL.len() + reason::ALL.len();

/// The weights, in the order of [`weights`].
static WEIGHTS: [i16; ROWS] = parse(TABLE.as_bytes());

/// What one row of the table of weights says.
#[derive(Clone, Copy, Debug)]
pub struct Weight {
    /// The name of the feature or reason.
    pub name: &'static str,
    /// When it holds.
    pub doc: &'static str,
    /// What it adds to the logarithm of the odds that a date tells an event, in hundredths.
    pub hundredths: i16,
}

/// The table of weights, in order.
///
/// ```
/// use dateline::timeline::factuality::weights;
/// let ahead = weights().find(|row| row.name == "ahead").unwrap();
/// assert_eq!(ahead.doc, "It lies after publication.");
/// assert!(ahead.hundredths < 0);
/// ```
pub fn weights() -> impl Iterator<Item = Weight> {
    let constant = [
        ("constant", "Always."),
        ("accepted by the rules", "No reason holds."),
    ];
    let features = features::ALL.iter().map(|f| (f.name, f.doc));
    let reasons = reason::ALL.iter().map(|r| (r.name, r.doc));
    let rows = constant.into_iter().chain(features).chain(reasons);
    rows.zip(WEIGHTS).map(|((name, doc), hundredths)| Weight {
        name,
        doc,
        hundredths,
    })
}

/// The rows that hold of a dated expression, by their places in [`weights`]; `refused` is the
/// rules' verdict.
pub(super) fn rows(
    setting: &Setting<'_, '_>,
    refused: Option<&'static Reason>,
) -> impl Iterator<Item = usize> {
    let held = features::ALL.iter().enumerate();
    let held = held.filter_map(move |(i, f)| (f.holds)(setting).then_some(2 + i));
    let verdict = match refused {
        None => Some(1),
        Some(refused) => {
            (reason::ALL.iter().position(|&r| r == refused)).map(|i| 2 + features::ALL.len() + i)
        }
    };
    std::iter::once(0).chain(verdict).chain(held)
}

/// The logarithm of the odds that a dated expression tells an event, in hundredths.
pub(super) fn odds(setting: &Setting<'_, '_>, refused: Option<&'static Reason>) -> i32 {
    rows(setting, refused)
        .map(|row| i32::from(WEIGHTS[row]))
        .sum()
}

/// The last field of each line as a number; lines past the last row are left out.
const fn parse(table: &[u8]) -> [i16; ROWS] {
    let mut weights = [0; ROWS];
    let (mut row, mut i) = (0, 0);
    let (mut value, mut negative, mut in_number) = (0, false, false);
    while i < table.len() && row < ROWS {
        match table[i] {
            b'\t' => (value, negative, in_number) = (0, false, true),
            b'-' if in_number => negative = true,
            digit @ b'0'..=b'9' if in_number => value = 10 * value + (digit - b'0') as i16,
            b'\n' => {
                if in_number {
                    weights[row] = if negative { -value } else { value };
                    row += 1;
                }
                in_number = false;
            }
            _ => {}
        }
        i += 1;
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_of_the_table_is_a_feature_or_a_reason() {
        let rows: Vec<&str> = TABLE
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(name, _)| name)
            .collect();
        assert_eq!(rows, weights().map(|row| row.name).collect::<Vec<_>>());
    }
}
