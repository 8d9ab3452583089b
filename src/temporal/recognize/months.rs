//! Months and days in words: "June 24, 2025", "7 August 1914", "June 29-30".

use super::{Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// Month first: "June 24, 2025", "June 29-30", "September 2012", "May".
    pub(super) fn month_start(&self, i: usize) -> Option<Found> {
        // "May Day", "April Fools' Day"
        if matches!(self.word(i + 1), Word::None | Word::Unit(Unit::Day))
            && self.token(i + 1).capital
            && matches!(self.str(i + 1), "Day" | "Fools" | "Fool")
            && let Some(feast) = self.feast(i)
        {
            return Some(feast);
        }
        let (month, at) = self.month(i)?;
        let at_day = if self.is(at, Word::The) { at + 1 } else { at };
        let dash = self.mark(at_day, b'-') && self.number(at_day + 1).is_some();
        let at_day = if dash { at_day + 1 } else { at_day };
        // Most words behind a month are neither a day nor a year of it.
        let dated = self.token(at_day).kind != Kind::Word
            || !matches!(
                self.word(at_day),
                Word::None | Word::Month(_) | Word::May | Word::PastVerb | Word::PresentVerb
            );
        if dated
            && let Some((day, end)) = self.day(at_day)
            && !self.measured(end)
        {
            return self.month_day(i, month, day, end);
        }
        if dated && let Some((year, end)) = self.year_after(at) {
            return found(
                i,
                end,
                Expression::Date(When::Calendar {
                    year,
                    month: Some(month),
                    day: None,
                }),
            );
        }
        if self.is_name_not_month(i, at) {
            return None;
        }
        if let Some(year) = self.shared_year(at, month) {
            return found(
                i,
                at,
                Expression::Date(When::Calendar {
                    year,
                    month: Some(month),
                    day: None,
                }),
            );
        }
        found(
            i,
            at,
            Expression::Date(When::Calendar {
                year: Year::Missing,
                month: Some(month),
                day: None,
            }),
        )
    }

    /// The year of the month that stands behind "and", "to" or a dash at `end`: "April and June 1955",
    /// "26 June - 4 August 1952". A span that runs over New Year began the year before.
    pub(super) fn shared_year(&self, end: usize, month: u8) -> Option<Year> {
        // "In March [2020]": the year was put in by who quotes it.
        if self.mark(end, b'[')
            && self.mark(end + 2, b']')
            && let Some((year @ Year::Full(_), _)) = self.year(end + 1)
        {
            return Some(year);
        }
        let range = self.mark(end, b'-')
            || matches!(self.word(end), Word::To | Word::Until | Word::Through);
        if !(range || matches!(self.word(end), Word::And | Word::Or) || self.mark(end, b',')) {
            return None;
        }
        let mut at = end + 1;
        // "the May-to-July 2023 season"
        if self.mark(end, b'-') && matches!(self.word(at), Word::To | Word::Through) {
            at = self.skip(at + 1, b'-');
        }
        at += usize::from(matches!(
            self.word(at),
            Word::Early | Word::Late | Word::The
        ));
        if let Some((_, next)) = self.day(at) {
            at = next;
        }
        let (other, next) = self.month(at)?;
        let next = self.day(next).map_or(next, |d| d.1);
        let (year, _) = self.year_after(next)?;
        match year {
            Year::Full(y) if range && other < month => Some(Year::Full(y - 1)),
            Year::Full(_) => Some(year),
            _ => None,
        }
    }

    /// Whether the number that ends at `end` counts something: "May 10 percent", "June 3 million".
    pub(super) fn measured(&self, end: usize) -> bool {
        matches!(self.word(end), Word::Power(_)) || self.mark(end, b'%') && self.joined(end)
    }

    /// The rest of "June 24": a range, a year, a time.
    pub(super) fn month_day(&self, i: usize, month: u8, day: u8, end: usize) -> Option<Found> {
        // "June 29-30", "June 29 - July 2"
        if self.mark(end, b'-') {
            let (other, at) = self
                .month(end + 1)
                .map_or((month, end + 1), |(m, at)| (m, at));
            if let Some((last, stop)) = self.day(at)
                && (other != month || last > day)
                && !self.tight(stop, b'-')
            {
                let (year, stop) = self.year_after(stop).unwrap_or((Year::Missing, stop));
                return found(i, stop, days(year, (month, day), (other, last), end));
            }
        }
        let (year, stop) = self
            .year_after(end)
            .unwrap_or_else(|| (self.shared_year(end, month).unwrap_or(Year::Missing), end));
        let year = if year == Year::Missing && (month, day) == (9, 11) && self.attacked(i, stop) {
            Year::Full(2001)
        } else {
            year
        };
        self.timed(
            i,
            stop,
            When::Calendar {
                year,
                month: Some(month),
                day: Some(day),
            },
        )
    }

    /// Whether attacks stand before the day at `start` or behind it at `end`: those of September 11
    /// were in 2001.
    fn attacked(&self, start: usize, end: usize) -> bool {
        let attack = |j| self.str(j).starts_with("attack");
        attack(end)
            || matches!(
                self.str(end),
                "terrorist" | "terror" | "hijackings" | "hijackers"
            )
            || start > 1 && matches!(self.word(start - 1), Word::Of | Word::On) && attack(start - 2)
    }

    /// Day first: "7 August 1914", "the 25th of August", "29-30 June 2022".
    pub(super) fn day_start(&self, i: usize) -> Option<Found> {
        let (day, end) = self.day(i)?;
        if (self.mark(end, b'-') || self.is(end, Word::To))
            && let Some((last, at)) = self.day(end + 1)
            && let Some((month, stop)) = self.month(at)
            && last > day
            && self.mark(end, b'-')
        {
            let (year, stop) = self.year_after(stop).unwrap_or((Year::Missing, stop));
            return found(i, stop, days(year, (month, day), (month, last), end));
        }
        let at = if self.is(end, Word::Of) { end + 1 } else { end };
        let at = self.skip(at, b'-');
        // "Memorandum 14 of September 18, 2018" numbers a paper.
        let dated = |stop| {
            self.day(stop)
                .is_some_and(|(_, end)| self.year_after(end).is_some())
        };
        if let Some((month, stop)) = self.month(at)
            && !dated(stop)
        {
            let stop_year = if self.mark(stop, b'-') {
                stop + 1
            } else {
                stop
            };
            let short = self
                .number(stop_year)
                .filter(|n| n.1 == 2 && at > end && stop_year > stop && self.joined(stop_year))
                .map(|(n, _)| (Year::Short(n as u8), stop_year + 1));
            let (year, stop) = self
                .year(stop_year)
                .filter(|(y, _)| matches!(y, Year::Full(_)))
                .or(short)
                .or_else(|| self.year_after(stop))
                .unwrap_or_else(|| (self.shared_year(stop, month).unwrap_or(Year::Missing), stop));
            return self.timed(
                i,
                stop,
                When::Calendar {
                    year,
                    month: Some(month),
                    day: Some(day),
                },
            );
        }
        // "the 5th inst.", "the 12th ult."
        let by = match self.str(end) {
            "inst" | "instant" => Some(0),
            "ult" | "ultimo" => Some(-1),
            "prox" | "proximo" => Some(1),
            _ => None,
        };
        if let Some(by) = by {
            let stop = self.skip_tight(end + 1, b'.');
            return found(i, stop, Expression::Date(When::DayIn { day, by }));
        }
        if at > end && self.is(at + 1, Word::Unit(Unit::Month)) {
            let when = match self.word(at) {
                Word::This => Some(When::DayIn { day, by: 0 }),
                Word::Next => Some(When::DayIn { day, by: 1 }),
                Word::Last => Some(When::DayIn { day, by: -1 }),
                _ => None,
            };
            if let Some(when) = when {
                return self.timed(i, at + 2, when);
            }
        }
        // "24 VI 2025"
        if at == end
            && let Some((month, _)) = self.roman_month(at)
            && let Some((year @ Year::Full(_), stop)) = self.year(at + 1)
        {
            let when = When::Calendar {
                year,
                month: Some(month as u8),
                day: Some(day),
            };
            return self.timed(i, stop, when);
        }
        // "28 and 29 August": the first number shares the month of the second.
        if (matches!(self.word(end), Word::And | Word::Or | Word::To) || self.mark(end, b','))
            && let Some((_, at)) = self.day(end + 1)
            && let Some((month, stop)) = self.month(at)
        {
            let (year, _) = self.year_after(stop).unwrap_or((Year::Missing, stop));
            return found(
                i,
                end,
                Expression::Date(When::Calendar {
                    year,
                    month: Some(month),
                    day: Some(day),
                }),
            );
        }
        None
    }

    /// Whether the word at `i` is whom a wish is for: "may he", "may God".
    fn blessed(&self, i: usize) -> bool {
        [
            "he", "she", "it", "they", "we", "you", "i", "god", "your", "his", "her",
        ]
        .iter()
        .any(|w| w.eq_ignore_ascii_case(self.str(i)))
    }

    /// Whether the month word at `i` is rather a name, a verb or a walk.
    pub(super) fn is_name_not_month(&self, i: usize, end: usize) -> bool {
        let word = self.word(i);
        if matches!(word, Word::MonthShort(m) if m != 9 || end == i + 1) && end == i + 1 {
            return true;
        }
        let led = matches!(
            self.before(i),
            Word::In
                | Word::Of
                | Word::Since
                | Word::Until
                | Word::By
                | Word::From
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::Last
                | Word::Next
                | Word::This
                | Word::Through
                | Word::During
                | Word::Before
                | Word::After
                | Word::Between
                | Word::Throughout
                | Word::Each
                | Word::Previous
                | Word::Following
                | Word::To
        );
        if led && !(self.is(i - 1, Word::To) && self.name(i + 1)) {
            return false;
        }
        if !self.token(i).capital {
            return true;
        }
        let named = || {
            self.token(i + 1).capital
                && matches!(self.word(i + 1), Word::None | Word::Month(_))
                && self.token(i + 1).kind == Kind::Word
                && self.token(i + 1).gap == Gap::Space
        };
        let after_name = || {
            i > 1
                && self.token(i - 1).capital
                && !matches!(
                    self.word(i - 1),
                    Word::Month(_)
                        | Word::MonthShort(_)
                        | Word::Weekday(_)
                        | Word::The
                        | Word::Number
                        | Word::Season(_)
                )
                && self.token(i).gap == Gap::Space
                && self.token(i - 1).kind == Kind::Word
                && !self.token(i).upper
        };
        match word {
            // "May He raise you up", "“May the force be with you”"
            Word::May
                if matches!(
                    self.word(i + 1),
                    Word::The | Word::This | Word::That | Word::All
                ) || self.word(i + 1) == Word::None && self.blessed(i + 1) =>
            {
                true
            }
            Word::May => {
                i == 0
                    || after_name()
                    || self.name(i - 1)
                    || !matches!(self.before(i), Word::And | Word::Or | Word::The)
                        && !self.mark(i - 1, b',')
                        && !self.mark(i - 1, b'(')
                        && !self.mark(i - 1, b'-')
                        && (self.token(i).gap == Gap::Line || self.toks.get(i + 1).is_none())
            }
            Word::Month(3)
                if matches!(self.word(i + 1), Word::Of | Word::For) || self.str(i + 1) == "on" =>
            {
                true
            }
            Word::Month(3)
                if matches!(
                    self.word(i + 1),
                    Word::Of
                        | Word::For
                        | Word::On
                        | Word::To
                        | Word::Through
                        | Word::From
                        | Word::In
                ) || matches!(self.str(i + 1), "against" | "into" | "toward" | "towards") =>
            {
                true
            }
            Word::Month(3 | 4 | 6 | 8) => named() || after_name(),
            _ => false,
        }
    }
}

/// From one day to another of the same year, each as month and day, divided at token `dash`.
const fn days(year: Year, first: (u8, u8), last: (u8, u8), dash: usize) -> Expression {
    Expression::Range {
        first: When::Calendar {
            year,
            month: Some(first.0),
            day: Some(first.1),
        },
        last: When::Calendar {
            year,
            month: Some(last.0),
            day: Some(last.1),
        },
        dash,
    }
}
