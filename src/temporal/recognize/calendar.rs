//! Months, days and years in words: "June 24, 2025", "7 August 1914", "Tuesday, Jan. 6".

use super::{Base, Clock, Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::holidays::HOLIDAYS;
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// The month named at `i` and the end of its name. "May" and abbreviations need a capital
    /// letter or a number beside them.
    pub(super) fn month(&self, i: usize) -> Option<(u8, usize)> {
        let token = self.token(i);
        let led = matches!(
            self.before(i),
            Word::Of
                | Word::In
                | Word::Since
                | Word::Until
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::Last
                | Word::Next
                | Word::During
                | Word::By
        );
        // "YOU MAY GO": capitals say nothing where everything is set in them.
        let capital = token.capital
            && !(token.upper && self.is(i, Word::May) && i > 0 && self.token(i - 1).upper);
        let numbered =
            led || self.number(i + 1).is_some() || (i > 0 && self.number(i - 1).is_some());
        match self.word(i) {
            Word::Month(m) => (capital || numbered).then_some((m, i + 1)),
            Word::May => (capital || numbered).then_some((5, i + 1)),
            Word::MonthShort(m) if capital || numbered => {
                let end = if self.tight(i + 1, b'.') {
                    i + 2
                } else {
                    i + 1
                };
                Some((m, end))
            }
            _ => None,
        }
    }

    /// A day of the month at `i`, as a number, an ordinal or a number word.
    pub(super) fn day(&self, i: usize) -> Option<(u8, usize)> {
        if let Word::Ordinal(n) = self.word(i) {
            return Some((n, i + 1));
        }
        if let (Word::Tens(tens @ (20 | 30)), true, Word::Ordinal(n @ 1..=9)) =
            (self.word(i), self.mark(i + 1, b'-'), self.word(i + 2))
        {
            return (tens + n <= 31).then_some((tens + n, i + 3));
        }
        let (n, digits) = self.number(i)?;
        if digits > 2 || !(1..=31).contains(&n) {
            return None;
        }
        let mut end = i + 1;
        if self.joined(end) {
            match self.word(end) {
                Word::St | Word::Nd | Word::Rd | Word::Th => end += 1,
                _ if self.token(end).kind == Kind::Word => return None,
                _ => {}
            }
            let more = self.number(end + 1).is_some() && self.joined(end + 1);
            if self.tight(end, b'%')
                || (self.tight(end, b':') && more)
                || (self.tight(end, b'.') && more)
                || (self.tight(end, b',') && more && self.number(end + 1).is_some_and(|n| n.1 == 3))
                || (self.tight(end, b'/') && more)
            {
                return None;
            }
        }
        Some((n as u8, end))
    }

    /// Whether an era stands at `i`: the end of it, and whether it is before Christ.
    pub(super) fn era(&self, i: usize) -> Option<(bool, usize)> {
        match self.word(i) {
            Word::Bc => Some((true, i + 1)),
            Word::Ad if self.token(i).upper => Some((false, i + 1)),
            Word::None => {
                let dotted = |a: &str, b: &str| {
                    self.str(i) == a
                        && self.tight(i + 1, b'.')
                        && self.joined(i + 2)
                        && self.str(i + 2) == b
                };
                let bc = dotted("B", "C");
                (bc || dotted("A", "D")).then(|| (bc, self.skip_tight(i + 3, b'.')))
            }
            _ => None,
        }
    }

    /// Past an optional mark joined to the token before.
    pub(super) fn skip_tight(&self, i: usize, mark: u8) -> usize {
        if self.tight(i, mark) { i + 1 } else { i }
    }

    /// A year after a month or a season: four digits, an era, '98, or "last year".
    pub(super) fn year(&self, i: usize) -> Option<(Year, usize)> {
        if self.mark(i, b'\'') && self.joined(i + 1) {
            let (n, digits) = self.number(i + 1)?;
            return (digits == 2).then_some((Year::Short(n as u8), i + 2));
        }
        if let Some((n, digits)) = self.number(i) {
            if self.joined(i + 1)
                && matches!(self.token(i + 1).kind, Kind::Mark(b':' | b',' | b'.'))
                && self.joined(i + 2)
                && self.number(i + 2).is_some()
            {
                return None;
            }
            let spaced = self.era(i + 1);
            return match spaced {
                Some((true, end)) if digits <= 5 => Some((Year::Full(-(n as i32)), end)),
                Some((false, end)) if digits <= 4 => Some((Year::Full(n as i32), end)),
                _ if digits == 4
                    && (1000..=2999).contains(&n)
                    && !self.token_word_joined(i + 1) =>
                {
                    Some((Year::Full(n as i32), i + 1))
                }
                _ => None,
            };
        }
        self.relative_year(i)
    }

    /// Whether a word is glued to the number before `i`.
    pub(super) fn token_word_joined(&self, i: usize) -> bool {
        self.joined(i) && matches!(self.token(i).kind, Kind::Word | Kind::Foreign)
    }

    /// "last year", "of that year", "this year" behind a month or season.
    fn relative_year(&self, i: usize) -> Option<(Year, usize)> {
        let (word, at) = if self.is(i, Word::The) {
            (self.word(i + 1), i + 1)
        } else {
            (self.word(i), i)
        };
        if !self.is(at + 1, Word::Unit(Unit::Year)) {
            return None;
        }
        let year = match word {
            Word::Last => Year::Shift(-1, Base::Published),
            Word::Next => Year::Shift(1, Base::Published),
            Word::This => Year::Shift(0, Base::Published),
            Word::That | Word::Same => Year::Shift(0, Base::Named),
            Word::Previous => Year::Shift(-1, Base::Named),
            Word::Following => Year::Shift(1, Base::Named),
            _ => return None,
        };
        Some((year, at + 2))
    }

    /// A year after an optional comma or "of"; a relative one only after "of" or directly.
    pub(super) fn year_after(&self, i: usize) -> Option<(Year, usize)> {
        let at = self.comma(i);
        let at = if at == i && (self.is(i, Word::Of) || self.is(i, Word::In)) {
            i + 1
        } else {
            at
        };
        let (year, end) = self.year(at)?;
        if matches!(year, Year::Shift(..)) && self.mark(i, b',') {
            return None;
        }
        if self.is(i, Word::In) && !matches!(year, Year::Full(_)) {
            return None;
        }
        Some((year, end))
    }

    /// Month first: "June 24, 2025", "June 29-30", "September 2012", "May".
    pub(super) fn month_start(&self, i: usize) -> Option<Found> {
        let (month, at) = self.month(i)?;
        let at_day = if self.is(at, Word::The) { at + 1 } else { at };
        let dash = self.mark(at_day, b'-') && self.number(at_day + 1).is_some();
        let at_day = if dash { at_day + 1 } else { at_day };
        if let Some((day, end)) = self.day(at_day)
            && !self.measured(end)
        {
            return self.month_day(i, month, day, end);
        }
        if let Some((year, end)) = self.year_after(at) {
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
    fn shared_year(&self, end: usize, month: u8) -> Option<Year> {
        let range = self.mark(end, b'-')
            || matches!(self.word(end), Word::To | Word::Until | Word::Through);
        if !(range || matches!(self.word(end), Word::And | Word::Or) || self.mark(end, b',')) {
            return None;
        }
        let mut at = end + 1;
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
    fn measured(&self, end: usize) -> bool {
        matches!(self.word(end), Word::Power(_)) || self.mark(end, b'%') && self.joined(end)
    }

    /// The rest of "June 24": a range, a year, a time.
    fn month_day(&self, i: usize, month: u8, day: u8, end: usize) -> Option<Found> {
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
                return found(
                    i,
                    stop,
                    Expression::Range {
                        first: When::Calendar {
                            year,
                            month: Some(month),
                            day: Some(day),
                        },
                        last: When::Calendar {
                            year,
                            month: Some(other),
                            day: Some(last),
                        },
                        dash: end,
                    },
                );
            }
        }
        let (year, stop) = self
            .year_after(end)
            .unwrap_or_else(|| (self.shared_year(end, month).unwrap_or(Year::Missing), end));
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

    /// A date that ends at `end`, with a part of the day or a time behind it where there is one.
    pub(super) fn timed(&self, i: usize, end: usize, when: When) -> Option<Found> {
        if let Word::Part(part) = self.word(end)
            && self.token(end).gap != Gap::None
        {
            return found(i, end + 1, Expression::Time(Some(when), Clock::Part(part)));
        }
        let mut at = self.comma(end);
        if self.is(at, Word::At) {
            at += 1;
            at += usize::from(matches!(self.word(at), Word::About));
        }
        if let Some((clock, stop)) = self.clock(at)
            && (at > end || self.token(at).gap != Gap::None)
        {
            return found(i, stop, Expression::Time(Some(when), clock));
        }
        if self.is(end, Word::At)
            && let Word::Part(part) = self.word(end + 1)
        {
            return found(i, end + 2, Expression::Time(Some(when), Clock::Part(part)));
        }
        found(i, end, Expression::Date(when))
    }

    /// Day first: "7 August 1914", "the 25th of August", "29-30 June 2022".
    pub(super) fn day_start(&self, i: usize) -> Option<Found> {
        let (day, end) = self.day(i)?;
        if self.mark(end, b'-') || self.is(end, Word::To) {
            if let Some((last, at)) = self.day(end + 1)
                && let Some((month, stop)) = self.month(at)
                && last > day
                && self.mark(end, b'-')
            {
                let (year, stop) = self.year_after(stop).unwrap_or((Year::Missing, stop));
                return found(
                    i,
                    stop,
                    Expression::Range {
                        first: When::Calendar {
                            year,
                            month: Some(month),
                            day: Some(day),
                        },
                        last: When::Calendar {
                            year,
                            month: Some(month),
                            day: Some(last),
                        },
                        dash: end,
                    },
                );
            }
        }
        let at = if self.is(end, Word::Of) { end + 1 } else { end };
        let at = self.skip(at, b'-');
        if let Some((month, stop)) = self.month(at) {
            let stop_year = if self.mark(stop, b'-') {
                stop + 1
            } else {
                stop
            };
            let (year, stop) = self
                .year(stop_year)
                .filter(|(y, _)| matches!(y, Year::Full(_)))
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
        if self.is(at, Word::This) && self.is(at + 1, Word::Unit(Unit::Month)) && at > end {
            return self.timed(i, at + 2, When::DayOfMonth(day));
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

    /// "Tuesday", "Tuesday morning", "Tuesday, Jan. 6", "Tuesday at noon".
    pub(super) fn weekday_start(&self, i: usize) -> Option<Found> {
        let (weekday, end) = match self.word(i) {
            Word::Weekday(w) => (w, i + 1),
            Word::WeekdayShort(w)
                if self.token(i).capital
                    && (matches!(self.word(i + 1), Word::Part(_) | Word::Parts(_))
                        || self.clock(i + 1).is_some()) =>
            {
                (w, i + 1)
            }
            Word::WeekdayShort(w) if self.token(i).capital => {
                let end = self.skip_tight(i + 1, b'.');
                let at = self.comma(end);
                let dated = self.month(at).is_some()
                    || self.day(at).is_some_and(|(_, a)| self.month(a).is_some());
                if !dated && (end == i + 1 || matches!(w, 6 | 7)) {
                    return None;
                }
                (w, end)
            }
            _ => return None,
        };
        if i > 0
            && matches!(
                self.str(i - 1),
                "Black" | "Bloody" | "Super" | "Fat" | "Holy" | "Cyber" | "Giving"
            )
        {
            return None;
        }
        if self.paper(i) {
            return None;
        }
        let mut at = self.comma(end);
        if self.is(at, Word::The) {
            at += 1;
        }
        if let Some(date) = self.month_start(at).or_else(|| self.day_start(at))
            && let Expression::Date(When::Calendar { day: Some(_), .. }) | Expression::Time(..) =
                date.expression
        {
            return Some(Found { start: i, ..date });
        }
        self.timed(i, end, When::Weekday(weekday))
    }

    /// Whether the weekday at `i` is part of a name such as "The Sunday Times".
    fn paper(&self, i: usize) -> bool {
        self.token(i + 1).capital
            && !matches!(
                self.word(i + 1),
                Word::Part(_) | Word::Month(_) | Word::MonthShort(_) | Word::May
            )
            && self.token(i + 1).gap == Gap::Space
            && i > 0
            && ((self.is(i - 1, Word::The) && (self.token(i - 1).capital || i < 2))
                || (self.name(i - 1) && self.token(i).gap == Gap::Space))
    }

    /// Whether the month word at `i` is rather a name, a verb or a walk.
    fn is_name_not_month(&self, i: usize, end: usize) -> bool {
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
        let named = self.token(i + 1).capital
            && matches!(self.word(i + 1), Word::None | Word::Month(_))
            && self.token(i + 1).kind == Kind::Word
            && self.token(i + 1).gap == Gap::Space;
        let after_name = i > 1
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
            && !self.token(i).upper;
        match word {
            Word::May => {
                i == 0
                    || after_name
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
            Word::Month(3 | 4 | 6 | 8) => named || after_name,
            _ => false,
        }
    }

    /// A holiday's name, with a year behind it where there is one.
    pub(super) fn feast(&self, i: usize) -> Option<Found> {
        for (words, feast) in HOLIDAYS {
            let mut at = i;
            let fits = words.iter().all(|key| {
                if self.mark(at, b'\'') || self.tight(at, b'.') || self.mark(at, b',') && at > i {
                    at += 1;
                }
                let same = self.token(at).key == *key;
                at += 1;
                same
            });
            if fits {
                if words.len() == 1 && self.name(at) && self.token(at).gap == Gap::Space {
                    return None;
                }
                let (year, end) = self.year_after(at).unwrap_or((Year::Missing, at));
                return self.timed(i, end, When::Holiday(*feast, year));
            }
        }
        None
    }
}
