//! Lengths that lead away from a date, and lengths of two units: "two days later", "three years ago",
//! "two hours and ten minutes".

use super::{AnchorRef, Count, Direction, Expression, Found, Reader, Start, When};
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// "ago", "later", "before" behind a count of units.
    pub(super) fn offset(
        &self,
        i: usize,
        end: usize,
        count: Count,
        unit: Unit,
        direction: Option<Direction>,
    ) -> Found {
        let date = |end: usize, back: bool, base: AnchorRef| {
            Found::new(
                i,
                end,
                Expression::Date(When::Offset {
                    count,
                    unit,
                    back,
                    base,
                }),
            )
        };
        if let Some(count) = count.units().filter(|_| unit >= Unit::Day) {
            let back = self.is(end, Word::Ago);
            let start = if back {
                self.ago_from(end + 1, unit)
            } else {
                self.length_from(i, end)
            };
            if let Some((start, end)) = start {
                return Found::new(
                    i,
                    end,
                    Expression::Date(When::From {
                        count,
                        unit,
                        back,
                        start,
                    }),
                );
            }
        }
        // "in two weeks' time"
        let time = usize::from(self.mark(end, b'\''))
            + usize::from(self.is(end + 1, Word::S) && self.joined(end + 1));
        if self.is(i.wrapping_sub(1), Word::In) && time > 0 && self.str(end + time) == "time" {
            return date(end + time + 1, false, AnchorRef::Published);
        }
        if let Some(when) = self.weeks_ahead(i, end, count, unit) {
            return Found::new(i, end + 1, Expression::Date(when));
        }
        if direction.is_none()
            && let Some(beside) = self.counted_adjacent(i, end, count, unit)
        {
            return beside;
        }
        match self.word(end) {
            // "three days later than planned": how long, from no day that is named.
            Word::Earlier | Word::Later if self.is(end + 1, Word::Than) => {}
            Word::Ago => return date(end + 1, true, AnchorRef::Published),
            // "two years back"
            _ if self.str(end) == "back" && unit >= Unit::Day && self.ends_clause(end + 1) => {
                return date(end + 1, true, AnchorRef::Published);
            }
            Word::Earlier => return date(end + 1, true, AnchorRef::Named),
            Word::Later => return date(end + 1, false, AnchorRef::Named),
            Word::From if matches!(self.word(end + 1), Word::Now | Word::Today) => {
                return date(end + 2, false, AnchorRef::Published);
            }
            Word::Before if self.ends_clause(end + 1) => {
                return date(end + 1, true, AnchorRef::Named);
            }
            Word::After if self.ends_clause(end + 1) => {
                return date(end + 1, false, AnchorRef::Named);
            }
            _ => {}
        }
        Found::new(
            i,
            end,
            Expression::Duration {
                count,
                unit,
                direction,
            },
        )
    }

    /// "a week today", "a fortnight tomorrow": so many weeks after it, as the British count.
    fn weeks_ahead(&self, i: usize, end: usize, count: Count, unit: Unit) -> Option<When> {
        let ahead = match self.word(end) {
            Word::Today => 0,
            Word::Tomorrow => 1,
            _ => return None,
        };
        let weeks = matches!(unit, Unit::Week | Unit::Fortnight);
        (weeks && self.before(i) != Word::For && self.ends_clause(end + 1)).then_some(())?;
        Some(When::From {
            count: count.units()?,
            unit,
            back: false,
            start: Start::Unit(Unit::Day, ahead),
        })
    }

    /// "two hours and ten minutes", "9 minutes, 58 seconds", "two years and three months": a length
    /// that goes on with the next smaller unit.
    pub(super) fn compound(&self, first: &Found) -> Option<Found> {
        let Expression::Duration {
            count,
            unit,
            direction: None,
        } = first.expression
        else {
            return None;
        };
        let at = self.comma(first.end);
        let at = at + usize::from(self.is(at, Word::And));
        let whole = (count.units()?, unit);
        if at == first.end || self.is(at, Word::A) || self.token(at).gap == Gap::Blank {
            return None;
        }
        let (count, after) = self.count(at)?;
        let (next, _) = self.unit(after)?;
        let smaller = matches!(
            (unit, next),
            (Unit::Year, Unit::Month | Unit::Week | Unit::Day)
                | (Unit::Month, Unit::Week | Unit::Day)
                | (Unit::Week, Unit::Day)
                | (Unit::Day, Unit::Hour)
                | (Unit::Hour, Unit::Minute)
                | (Unit::Minute, Unit::Second)
        );
        let more = self.offset(at, after + 1, count, next, None);
        // "two years and three months ago"
        if let Expression::Date(When::Offset {
            unit: Unit::Month,
            back,
            base,
            ..
        }) = more.expression
            && unit == Unit::Year
        {
            let months = u64::from(whole.0) * 12 + u64::from(count.units()?);
            let when = When::Offset {
                count: Count::whole(months),
                unit: Unit::Month,
                back,
                base,
            };
            return Some(Found {
                end: more.end,
                expression: Expression::Date(when),
                ..*first
            });
        }
        let length = matches!(more.expression, Expression::Duration { .. });
        let hyphen = self.mark(after + 1, b'-') || self.age(after + 1);
        if !smaller || !length || hyphen {
            return None;
        }
        Some(Found {
            end: after + 1,
            expression: Expression::Compound([whole, (count.units()?, next)]),
            ..*first
        })
    }

    /// "some weeks ago", "some years later".
    pub(super) fn some_units_away(&self, i: usize) -> Option<Found> {
        let Word::Units(unit) = self.word(i + 1) else {
            return None;
        };
        let away = self.offset(i, i + 2, Count::Vague, unit, None);
        matches!(away.expression, Expression::Date(_)).then_some(away)
    }

    /// "the weeks ahead", "the years to come": a length that has yet to begin.
    pub(super) fn ahead(&self, i: usize, at: usize, unit: Unit) -> Option<Found> {
        let end = match self.word(at + 1) {
            Word::To if self.str(at + 2) == "come" => at + 3,
            _ if self.str(at + 1) == "ahead" && !self.is(at + 2, Word::Of) => at + 2,
            _ => return None,
        };
        let (count, direction) = (Count::Vague, Some(Direction::After));
        Some(Found::new(
            i,
            end,
            Expression::Duration {
                count,
                unit,
                direction,
            },
        ))
    }

    /// Whether a clause ends before token `i`.
    pub(super) fn ends_clause(&self, i: usize) -> bool {
        match self.toks.get(i) {
            None => true,
            Some(t) => {
                matches!(
                    t.token.kind,
                    Kind::Mark(
                        b'.' | b',' | b';' | b':' | b')' | b'"' | b'\'' | b'!' | b'?' | b'-'
                    )
                ) || matches!(t.word, Word::And)
            }
        }
    }
}
