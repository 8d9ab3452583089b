//! Lengths that a word points at: "the past two months", "over the next week".

use super::{Count, Direction, Expression, Found, Reader, When, found};
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::Gap;

impl Reader<'_> {
    /// "the past two months", "recent weeks", "next few days".
    pub(super) fn pointed_length(
        &self,
        i: usize,
        at: usize,
        by: i32,
        definite: bool,
    ) -> Option<Found> {
        let direction = match by {
            -1 => Some(Direction::Before),
            1 => Some(Direction::After),
            _ => return None,
        };
        let word = self.word(i);
        if let Word::Units(unit) = self.word(at) {
            let some = matches!(word, Word::Recent | Word::Coming | Word::Past)
                || definite
                    && matches!(
                        word,
                        Word::Last | Word::Next | Word::Previous | Word::Following
                    );
            return some
                .then(|| {
                    found(
                        i,
                        at + 1,
                        Expression::Duration {
                            count: Count::Vague,
                            unit,
                            direction,
                        },
                    )
                })
                .flatten();
        }
        let past = word == Word::Past
            || word == Word::This
                && self.is(i + 1, Word::Past)
                && matches!(
                    self.before(i),
                    Word::Over | Word::In | Word::During | Word::Throughout | Word::Within
                );
        if past
            && let Word::Unit(unit) = self.word(at)
            && !matches!(
                unit,
                Unit::Second | Unit::Weekend | Unit::Day | Unit::Quarter
            )
        {
            let half = self.and_a_half(at + 1);
            return found(
                i,
                half.unwrap_or(at + 1),
                Expression::Duration {
                    count: Count::Exact(if half.is_some() { 1500 } else { 1000 }),
                    unit,
                    direction,
                },
            );
        }
        // "will last 12 days", "is to last two weeks": the verb.
        let verb = word == Word::Last
            && !definite
            && (matches!(
                self.before(i),
                Word::WillVerb | Word::WouldVerb | Word::To | Word::May
            ) || i > 0 && matches!(self.str(i - 1), "not" | "t" | "did"));
        if verb || self.is(at, Word::A) {
            return None;
        }
        let (count, end) = self.count(at)?;
        let end = self.skip(end, b'-');
        let end = if matches!(self.word(end), Word::More | Word::Full | Word::Fiscal) {
            end + 1
        } else {
            end
        };
        let (unit, _) = self.unit(end)?;
        // "the last six months of 1989"
        if definite
            && word == Word::Last
            && self.is(end + 1, Word::Of)
            && let Some(of) = self.deeper().at(end + 2)
            && matches!(of.expression, Expression::Date(When::Calendar { .. }))
        {
            let direction = None;
            return found(
                i,
                of.end,
                Expression::Duration {
                    count,
                    unit,
                    direction,
                },
            );
        }
        (self.token(end).gap < Gap::Blank)
            .then(|| {
                found(
                    i,
                    end + 1,
                    Expression::Duration {
                        count,
                        unit,
                        direction,
                    },
                )
            })
            .flatten()
    }

    /// Which way the unit behind "the last" or "the next" at `i` stretches: "over the next week".
    pub(super) fn stretch(&self, i: usize) -> Option<Direction> {
        let the = i.saturating_sub(1);
        let led = self.before(the);
        let over = matches!(led, Word::Over | Word::Within | Word::Throughout)
            || led == Word::Of && the > 1 && self.str(the - 2) == "course";
        match self.word(i) {
            Word::Last if over || matches!(led, Word::In | Word::During | Word::For) => {
                Some(Direction::Before)
            }
            Word::Next | Word::Coming if over || led == Word::For && !self.story => {
                Some(Direction::After)
            }
            _ => None,
        }
    }
}
