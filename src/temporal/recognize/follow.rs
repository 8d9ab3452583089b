//! What goes on from an expression: "April 24 and 25", "1915-17".

use super::years::calendar_year;
use super::{Base, Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::Word;
use crate::text::token::Kind;

impl Reader<'_> {
    /// An expression at `i` that takes what it lacks from the one that ended just before.
    pub(crate) fn follow(&self, last: &Found, i: usize) -> Option<Found> {
        if i != last.end + 1 {
            return None;
        }
        if let (Expression::Date(When::Weekday(_)), Word::Weekday(weekday)) =
            (last.expression, self.word(i))
            && (matches!(self.word(i - 1), Word::To | Word::Through | Word::Until)
                || self.mark(i - 1, b'-'))
        {
            let when = When::WeekdayShift {
                weekday,
                by: 1,
                base: Base::Named,
            };
            return found(i, i + 1, Expression::Date(when));
        }
        // "June to August": the next August from that June on.
        if let Expression::Date(
            When::Calendar {
                year: Year::Missing,
                month: Some(first),
                day: None,
            }
            | When::MonthShift {
                month: first,
                by: 1,
                base: Base::Named,
            },
        ) = last.expression
            && let Some((month, end)) = self.month(i)
            && (matches!(self.word(i - 1), Word::To | Word::Through | Word::Until)
                || self.mark(i - 1, b'-')
                || self.is(i - 1, Word::And) && self.before(last.start) == Word::Between
                || month > first
                    && (matches!(self.word(i - 1), Word::And | Word::Or) || self.mark(i - 1, b',')))
            && self.day(end).is_none()
            && self.year_after(end).is_none()
        {
            let when = When::MonthShift {
                month,
                by: 1,
                base: Base::Named,
            };
            return found(i, end, Expression::Date(when));
        }
        let (n, digits) = self.number(i)?;
        match last.expression {
            // "1915-17", "1957/58"
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
                    && last.end == last.start + 1)
                    .then(|| found(i, i + 1, Expression::Date(calendar_year(both as i32))))
                    .flatten()
            }
            // "April 24 and 25"
            Expression::Date(When::Calendar {
                year,
                month: Some(month),
                day: Some(day),
            }) => {
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
                if !linked
                    || counts
                    || next <= day
                    || (year != Year::Missing && self.mark(i - 1, b','))
                {
                    return None;
                }
                let (year, end) = self.year_after(end).unwrap_or((year, end));
                found(
                    i,
                    end,
                    Expression::Date(When::Calendar {
                        year,
                        month: Some(month),
                        day: Some(next),
                    }),
                )
            }
            _ => None,
        }
    }
}
