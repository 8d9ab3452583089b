//! Lengths said roughly: "more than two years", "about an hour ago", "at least a week".

use super::{Expression, Found, Reader, When};
use crate::temporal::lexicon::Word;
use crate::temporal::timex::Modifier;

impl Reader<'_> {
    /// "more than two years", "about an hour ago": an approximation and what it approximates.
    pub(super) fn approximate(&self, i: usize) -> Option<Found> {
        if self.is(i, Word::Some)
            && let Some(away) = self.some_units_away(i)
        {
            return Some(away);
        }
        let (modifier, at) = self.approximation(i)?;
        let (count, after) = self.count(at)?;
        let inner = self.counted(at, count, after)?;
        let away = matches!(
            inner.expression,
            Expression::Date(When::Offset { .. }) | Expression::Adjacent { .. }
        );
        if self.is(i, Word::Over) && !away && !self.exceeds(i) {
            return None;
        }
        // "no more than two years"
        let modifier = match modifier {
            Modifier::MoreThan if i > 0 && self.str(i - 1) == "no" => Modifier::EqualOrLess,
            Modifier::LessThan if i > 0 && self.str(i - 1) == "no" => Modifier::EqualOrMore,
            other => other,
        };
        let modifier = match inner.expression {
            Expression::Date(When::Offset { back: true, .. })
            | Expression::Adjacent { back: true, .. } => match modifier {
                Modifier::MoreThan | Modifier::EqualOrMore => Modifier::Before,
                Modifier::LessThan | Modifier::EqualOrLess => Modifier::After,
                other => other,
            },
            _ => modifier,
        };
        Some(Found {
            start: i,
            modifier: Some(modifier),
            ..inner
        })
    }

    /// Whether "over" at `i` means more than: "in over six years", "took over a month"; "spread
    /// over four years" says during which.
    fn exceeds(&self, i: usize) -> bool {
        matches!(
            self.before(i),
            Word::In
                | Word::For
                | Word::After
                | Word::Just
                | Word::Within
                | Word::To
                | Word::By
                | Word::Of
                | Word::Before
                | Word::Until
                | Word::PastVerb
                | Word::PresentVerb
        ) || i > 0
            && matches!(
                self.str(i - 1),
                "well" | "lasted" | "lasts" | "lasting" | "takes" | "been" | "waited" | "where"
            )
    }

    /// The modifier that the words at `i` make, and where what they modify begins.
    #[expect(clippy::match_same_arms, reason = "a table: one row a case")]
    fn approximation(&self, i: usize) -> Option<(Modifier, usize)> {
        Some(match (self.word(i), self.word(i + 1)) {
            (Word::About | Word::Some, _) => (Modifier::Approx, i + 1),
            (Word::Nearly, _) => (Modifier::LessThan, i + 1),
            (Word::More, Word::Than) | (Word::Over, _) => (
                Modifier::MoreThan,
                if self.is(i, Word::Over) { i + 1 } else { i + 2 },
            ),
            (Word::Less | Word::Fewer, Word::Than) => (Modifier::LessThan, i + 2),
            (Word::Under, _) => (Modifier::LessThan, i + 1),
            _ => return None,
        })
    }

    /// "at least two years", "at most a week".
    pub(super) fn at_least(&self, i: usize) -> Option<Found> {
        let modifier = match self.word(i + 1) {
            Word::Least => Modifier::EqualOrMore,
            Word::Most => Modifier::EqualOrLess,
            _ => return None,
        };
        let (count, after) = self.count(i + 2)?;
        let inner = self.counted(i + 2, count, after)?;
        Some(Found {
            start: i,
            modifier: Some(modifier),
            ..inner
        })
    }
}
