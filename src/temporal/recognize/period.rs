//! Stretches that end with a day, or lie a year before another: "the quarter ended June 30", "the week
//! of March 6", "the same period last year".

use super::{Count, Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::{Unit, Word};

impl Reader<'_> {
    /// "week of March 6", whose day stands at `at`.
    pub(super) fn week_of(&self, i: usize, at: usize, unit: Unit) -> Option<Found> {
        let (month, day, end) = self.named_day(at)?;
        // "the weekend of March 9-10"
        let last = self.tight(end, b'-').then(|| self.day(end + 1)).flatten();
        let end = last.filter(|l| l.0 > day).map_or(end, |l| l.1);
        let (year, end) = self.year_after(end).unwrap_or((Year::Missing, end));
        let when = When::WeekOf {
            unit,
            month,
            day,
            year,
        };
        found(i, end, Expression::Date(when))
    }

    /// Whether a period ends with the date behind the word at `i`: "ended June 30".
    pub(super) fn ended(&self, i: usize) -> bool {
        matches!(
            self.str(i),
            "ended" | "ending" | "ends" | "beginning" | "commencing" | "starting"
        ) && self.named_day(i + 1).is_some()
    }

    /// A day and its month at `i`, in either order, and their end.
    fn named_day(&self, i: usize) -> Option<(u8, u8, usize)> {
        if let Some((month, at)) = self.month(i) {
            return self.day(at).map(|(day, end)| (month, day, end));
        }
        let (day, at) = self.day(i)?;
        self.month(at).map(|(month, end)| (month, day, end))
    }

    /// "the quarter ended June 30": the quarter of that day; a year so told is a length.
    pub(super) fn period(&self, i: usize, unit: Unit) -> Option<Found> {
        let (month, day, at) = self.named_day(i + 3)?;
        let year = self.year_after(at).map_or(Year::Missing, |y| y.0);
        let expression = match unit {
            Unit::Quarter if month.is_multiple_of(3) => Expression::Date(When::Quarter {
                quarter: month / 3,
                year,
            }),
            Unit::Week | Unit::Weekend => Expression::Date(When::WeekOf {
                unit,
                month,
                day,
                year,
            }),
            Unit::Quarter | Unit::Month | Unit::Year => Expression::Duration {
                count: Count::whole(1),
                unit,
                direction: None,
            },
            _ => return None,
        };
        found(i, i + 2, expression)
    }

    /// Whether the words before `i` close a day of trade: "ended the day", "to finish the week".
    pub(super) fn closing(&self, i: usize) -> bool {
        i > 0
            && matches!(
                self.str(i - 1),
                "end"
                    | "ended"
                    | "ending"
                    | "ends"
                    | "finish"
                    | "finished"
                    | "finishing"
                    | "close"
                    | "closed"
                    | "closing"
                    | "started"
                    | "start"
                    | "began"
            )
    }

    /// "month last year", "period a year earlier" behind "the same": the end of it.
    pub(super) fn year_before(&self, i: usize) -> Option<usize> {
        let unit = matches!(
            self.word(i),
            Word::Unit(Unit::Month | Unit::Quarter | Unit::Week)
        ) || self.str(i) == "period";
        let at = i + 1;
        let of = at + usize::from(matches!(self.word(at), Word::Of | Word::In));
        let of = of + usize::from(of > at && self.is(of, Word::The));
        let year = |j| self.is(j, Word::Unit(Unit::Year));
        match (self.word(of), self.word(of + 1), self.word(of + 2)) {
            _ if !unit => None,
            (Word::Last | Word::Previous, ..) if year(of + 1) => Some(of + 2),
            (Word::A, _, Word::Ago | Word::Earlier | Word::Before) if year(of + 1) => Some(of + 3),
            _ => None,
        }
    }

    /// "the last Friday of May", "the last quarter of 2009", "the same period last year".
    pub(super) fn the_part_of(&self, i: usize) -> Option<Found> {
        let at = i + 1;
        if let Some(f) = self.nth_weekday(i, at).or_else(|| self.nth_unit(i, at)) {
            return Some(f);
        }
        if (self.is(at, Word::Last) || self.str(at) == "final")
            && let Some(f) = self
                .last_quarter(i, at + 1)
                .or_else(|| self.unit_of(i, at + 1))
        {
            return Some(f);
        }
        if self.is(at, Word::Same)
            && let Some(end) = self.year_before(at + 1)
        {
            let unit = match self.word(at + 1) {
                Word::Unit(unit) => unit,
                _ => Unit::Month,
            };
            return found(i, end, Expression::Date(When::YearBefore(unit)));
        }
        None
    }

    /// "before last" and "after next" at `i`: how many units away.
    pub(super) fn beyond(&self, i: usize) -> Option<i32> {
        match (self.word(i), self.word(i + 1)) {
            (Word::Before, Word::Last) => Some(-2),
            (Word::After, Word::Next) => Some(2),
            _ => None,
        }
    }
}
