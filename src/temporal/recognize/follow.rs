//! What goes on from an expression: "April 24 and 25", "1915-17".

use super::years::calendar_year;
use super::{AnchorRef, Expression, Found, Reader, Recurring, When, Year, found};
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// An expression at `i` that takes what it lacks from the one that ended just before.
    pub(crate) fn follow(&self, last: &Found, i: usize) -> Option<Found> {
        if i > last.end + 2 {
            return None;
        }
        if let Some(found) = self.within_year(last, i) {
            return Some(found);
        }
        if i != last.end + 1 {
            return None;
        }
        self.until_weekday(last, i)
            .or_else(|| self.another_weekday(last, i))
            .or_else(|| self.until_month(last, i))
            .or_else(|| self.up_to(last, i))
            .or_else(|| self.next_number(last, i))
    }

    /// Whether the word or the dash before `i` leads to the end of a range.
    fn leads_on(&self, i: usize) -> bool {
        matches!(self.word(i - 1), Word::To | Word::Through | Word::Until) || self.mark(i - 1, b'-')
    }

    /// Whether what begins at `i` ends the range that `last` begins: "June to", "between June and".
    fn ends_range(&self, last: &Found, i: usize) -> bool {
        self.leads_on(i) || self.is(i - 1, Word::And) && self.before(last.start) == Word::Between
    }

    /// "Monday to Friday": the next Friday from that Monday on.
    fn until_weekday(&self, last: &Found, i: usize) -> Option<Found> {
        let Expression::Date(When::Weekday(_)) = last.expression else {
            return None;
        };
        let (Word::Weekday(weekday) | Word::WeekdayShort(weekday)) = self.word(i) else {
            return None;
        };
        let (by, base) = (1, AnchorRef::Named);
        let when = When::WeekdayShift { weekday, by, base };
        self.leads_on(i)
            .then(|| found(i, i + 1, Expression::Date(when)))
            .flatten()
    }

    /// "Thursday" behind "every Tuesday and".
    fn another_weekday(&self, last: &Found, i: usize) -> Option<Found> {
        let Expression::Set {
            what: Recurring::Weekday(_),
            quant,
            times,
        } = last.expression
        else {
            return None;
        };
        let Word::Weekday(weekday) = self.word(i) else {
            return None;
        };
        let linked = matches!(self.word(i - 1), Word::And | Word::Or) || self.mark(i - 1, b',');
        let what = Recurring::Weekday(weekday);
        (linked && quant.is_some())
            .then(|| found(i, i + 1, Expression::Set { what, quant, times }))
            .flatten()
    }

    /// "June to August": the next August from that June on.
    fn until_month(&self, last: &Found, i: usize) -> Option<Found> {
        let Expression::Date(
            When::Calendar {
                year: Year::Missing,
                month: Some(first),
                day: None,
            }
            | When::MonthShift {
                month: first,
                by: 1,
                base: AnchorRef::Named,
            },
        ) = last.expression
        else {
            return None;
        };
        let (month, end) = self.month(i)?;
        let linked = self.ends_range(last, i)
            || month > first
                && (matches!(self.word(i - 1), Word::And | Word::Or) || self.mark(i - 1, b','));
        let alone = self.day(end).is_none() && self.year_after(end).is_none();
        let (by, base) = (1, AnchorRef::Named);
        let when = When::MonthShift { month, by, base };
        (linked && alone)
            .then(|| found(i, end, Expression::Date(when)))
            .flatten()
    }

    /// "1915-17", "1957/58", "April 24 and 25".
    fn next_number(&self, last: &Found, i: usize) -> Option<Found> {
        let (n, digits) = self.number(i)?;
        match last.expression {
            Expression::Date(When::Calendar {
                year: Year::Full(year),
                month: None,
                day: None,
            }) => {
                let dash = (self.mark(i - 1, b'-') || self.mark(i - 1, b'/'))
                    && self.joined(i - 1)
                    && self.joined(i);
                let both = i64::from(year / 100 * 100) + i64::try_from(n).ok()?;
                let free = !(self.joined(i + 1)
                    && matches!(self.token(i + 1).kind, Kind::Word | Kind::Mark(b'-')));
                (dash
                    && digits == 2
                    && free
                    && both > i64::from(year)
                    && self.number(last.end - 1).is_some())
                .then(|| found(i, i + 1, Expression::Date(calendar_year(both as i32))))
                .flatten()
            }
            Expression::Date(When::Calendar {
                year,
                month: Some(month),
                day: Some(day),
            }) => self.another_day(i, year, month, day),
            _ => None,
        }
    }

    /// "25" behind "April 24 and".
    fn another_day(&self, i: usize, year: Year, month: u8, day: u8) -> Option<Found> {
        let linked = matches!(
            self.word(i - 1),
            Word::And | Word::Or | Word::To | Word::Through
        ) || self.mark(i - 1, b',');
        let (next, end) = self.day(i)?;
        let counts = matches!(
            self.word(end),
            Word::Power(_) | Word::Units(_) | Word::Unit(_)
        ) || self.plural_noun(end)
            || self.name(end) && self.mark(i - 1, b',')
            || self.month(end).is_some();
        if !linked || counts || next <= day || (year != Year::Missing && self.mark(i - 1, b',')) {
            return None;
        }
        let (year, end) = self.year_after(end).unwrap_or((year, end));
        let (month, day) = (Some(month), Some(next));
        found(
            i,
            end,
            Expression::Date(When::Calendar { year, month, day }),
        )
    }

    /// "two years ago, on January the 6th", "last year, on March 3": the day of the year named just
    /// before.
    fn within_year(&self, last: &Found, i: usize) -> Option<Found> {
        let owned = self.mark(last.end, b'\'') && self.is(last.end + 1, Word::S);
        if owned && i == last.end + 2 {
            return self.owned_part(last, i);
        }
        let at = self.comma(last.end);
        let led = matches!(self.word(at), Word::On | Word::In);
        if i != at + 1 || !led || self.token(at).gap == Gap::Blank {
            return None;
        }
        let year = self.named_year(last)?;
        if matches!(year, Year::Full(_)) && !self.mark(last.end, b',') && !self.is(at, Word::On) {
            return None;
        }
        let inner = self.at(i)?;
        let dated = |when| match when {
            When::Calendar {
                year: Year::Missing,
                month,
                day,
            } => Some(When::Calendar { year, month, day }),
            _ => None,
        };
        let expression = match inner.expression {
            Expression::Date(when) => Expression::Date(dated(when)?),
            Expression::Time(Some(when), clock) => Expression::Time(Some(dated(when)?), clock),
            _ => return None,
        };
        Some(Found {
            expression,
            ..inner
        })
    }

    /// "last year's third quarter", "1988's first half": the quarter, half or season with the year
    /// that owns it, one expression; "last year's war" stays as it is.
    pub(crate) fn with_owner(&self, year: Found) -> Found {
        let owned = self.mark(year.end, b'\'') && self.is(year.end + 1, Word::S);
        let part = owned
            .then(|| self.owned_part(&year, year.end + 2))
            .flatten();
        match part {
            Some(part)
                if matches!(
                    part.expression,
                    Expression::Date(
                        When::Quarter { .. } | When::Half { .. } | When::Season { .. }
                    )
                ) =>
            {
                Found {
                    start: year.start,
                    ..part
                }
            }
            _ => year,
        }
    }

    /// "last year's third quarter", "1988's first half": a part of the year that owns it.
    fn owned_part(&self, last: &Found, i: usize) -> Option<Found> {
        let year = self.named_year(last)?;
        // A half is no part of a year where no year owns it: "the second half of the game".
        if let Some((half @ 1..=2, end)) = self.ordinal(i)
            && self.is(end, Word::Half)
        {
            return found(i, end + 1, Expression::Date(When::Half { half, year }));
        }
        let inner = self.at(i)?;
        let Expression::Date(when) = inner.expression else {
            return None;
        };
        let missing = Year::Missing;
        let when = match when {
            When::Quarter { quarter, year: y } if y == missing => When::Quarter { quarter, year },
            When::Half { half, year: y } if y == missing => When::Half { half, year },
            When::Season { season, year: y } if y == missing => When::Season { season, year },
            When::Holiday(feast, y) if y == missing => When::Holiday(feast, year),
            When::Calendar {
                year: y,
                month,
                day,
            } if y == missing => When::Calendar { year, month, day },
            _ => return None,
        };
        Some(Found {
            expression: Expression::Date(when),
            ..inner
        })
    }

    /// "June 1 to November 30": the second day is the next one of its name after the first.
    fn up_to(&self, last: &Found, i: usize) -> Option<Found> {
        let first = match last.expression {
            Expression::Date(When::Calendar {
                year: Year::Missing,
                month: Some(month),
                day: Some(day),
            }) => (month, day),
            _ => return None,
        };
        if !self.ends_range(last, i) {
            return None;
        }
        let inner = self.at(i)?;
        let Expression::Date(When::Calendar {
            year: Year::Missing,
            month: Some(month),
            day: Some(day),
        }) = inner.expression
        else {
            return None;
        };
        let year = i32::from((month, day) < first);
        let when = When::Calendar {
            year: Year::Shift(year, AnchorRef::Named),
            month: Some(month),
            day: Some(day),
        };
        Some(Found {
            expression: Expression::Date(when),
            ..inner
        })
    }

    /// The year that an expression names, where it names a whole one. "The following year" is by now
    /// the last date named, and is not counted twice; what a report only compares with is not.
    fn named_year(&self, found: &Found) -> Option<Year> {
        let year = named_year(found)?;
        let back = matches!(
            found.expression,
            Expression::Date(When::Offset { back: true, .. })
        );
        Some(match year {
            Year::Shift(_, AnchorRef::Named) if self.story || !back => {
                Year::Shift(0, AnchorRef::Named)
            }
            year => year,
        })
    }
}

/// The year that an expression names, where it names a whole one.
fn named_year(found: &Found) -> Option<Year> {
    match found.expression {
        Expression::Date(When::Shift {
            unit: Unit::Year,
            by,
            base,
        }) => Some(Year::Shift(by, base)),
        Expression::Date(When::Offset {
            count,
            unit: unit @ (Unit::Year | Unit::Decade),
            back,
            base,
        }) => {
            let years = i32::try_from(count.units()?).ok()?;
            let years = years.checked_mul(if unit == Unit::Year { 1 } else { 10 })?;
            Some(Year::Shift(if back { -years } else { years }, base))
        }
        Expression::Date(When::Calendar {
            year: year @ Year::Full(_),
            month: None,
            day: None,
        }) => Some(year),
        _ => None,
    }
}
