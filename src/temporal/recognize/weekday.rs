//! Weekdays and holidays: "Tuesday, Jan. 6", "Tuesday morning", "New Year's Eve".

use super::{AnchorRef, Clock, Expression, Found, Reader, Recurring, Start, When, Year, found};
use crate::temporal::lexicon::holidays::holidays;
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
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
                // "Sat & Sun." at the end of a sentence: the stop is the sentence's.
                let last = i + 2 >= self.toks.len() && self.listed(i, i + 1);
                let end = if last {
                    i + 1
                } else {
                    self.skip_tight(i + 1, b'.')
                };
                let at = self.comma(end);
                let dated = self.month(at).is_some()
                    || self.day(at).is_some_and(|(_, a)| self.month(a).is_some());
                if !dated && (end == i + 1 || matches!(w, 6 | 7)) && !self.listed(i, end) {
                    return None;
                }
                (w, end)
            }
            _ => return None,
        };
        if i > 0
            && matches!(
                self.str(i - 1),
                "Black"
                    | "Bloody"
                    | "Super"
                    | "Fat"
                    | "Holy"
                    | "Cyber"
                    | "Giving"
                    | "Bowl"
                    | "Good"
                    | "Ash"
                    | "Palm"
            )
        {
            return None;
        }
        // "Saturday Night Live", "Monday Night Football"
        let show = matches!(self.word(end), Word::Part(_))
            && self.token(end).capital
            && !self.token(end).upper
            && self.name(end + 1)
            && self.token(end + 1).gap == Gap::Space;
        // "the third Thursday in November"
        let counted = matches!(
            self.before(i),
            Word::Ordinal(_) | Word::Unit(Unit::Second) | Word::Last
        ) && matches!(self.word(end), Word::Of | Word::In);
        let school = matches!(self.str(end), "school" | "schools" | "best") && weekday == 7;
        if show || counted || school || self.paper(i) {
            return None;
        }
        // "Friday afternoons": every Friday's.
        if let Word::Parts(part) = self.word(end)
            && self.token(end).gap == Gap::Space
        {
            let what = Recurring::WeekdayPart(weekday, part);
            let (quant, times) = (None, None);
            return found(i, end + 1, Expression::Set { what, quant, times });
        }
        if let Some(day) = self.day_in_brackets(end) {
            return found(i, end, Expression::Date(day));
        }
        if let Some(found) = self.weekday_of(i, end, weekday) {
            return Some(found);
        }
        let mut at = self.comma(end);
        if self.is(at, Word::The) {
            at += 1;
        }
        if let Some(date) = self.month_start(at).or_else(|| self.day_start(at))
            && let Expression::Date(When::Calendar { day: Some(_), .. })
            | Expression::Time(..)
            | Expression::Hours { .. } = date.expression
        {
            return Some(Found { start: i, ..date });
        }
        // "Friday the 13th"
        if self.is(at - 1, Word::The)
            && let Some((day, stop)) = self.day(at)
            && stop == at + 2
        {
            let weekday = Some(weekday);
            return self.timed(i, stop, When::DayOfMonth { day, weekday });
        }
        if self.any_weekday(i, end) {
            return self.timed(i, end, When::AnyWeekday(weekday));
        }
        self.timed(i, end, When::Weekday(weekday))
    }

    /// What stands behind a weekday and says which is meant: "Friday week", "Tuesday of last week",
    /// "Monday next", "Thursday evening last".
    fn weekday_of(&self, i: usize, end: usize, weekday: u8) -> Option<Found> {
        if self.joined(end) || self.token(end).gap == Gap::Blank {
            return None;
        }
        if self.is(end, Word::Unit(Unit::Week)) && self.ends_clause(end + 1) {
            let when = When::From {
                count: 1,
                unit: Unit::Week,
                back: false,
                start: Start::Weekday(weekday),
            };
            return found(i, end + 1, Expression::Date(when));
        }
        let part = match self.word(end) {
            Word::Part(part) => Some(part),
            _ => None,
        };
        let at = end + usize::from(part.is_some());
        let of = at + usize::from(self.is(at, Word::Of));
        let by = match self.word(of) {
            Word::Last => -1,
            Word::Next => 1,
            Word::This if self.is(of + 1, Word::Unit(Unit::Week)) => 0,
            _ => return None,
        };
        let owner = self.mark(of + 2, b'\'') && self.is(of + 3, Word::S);
        let (when, stop) = if self.is(of + 1, Word::Unit(Unit::Week)) && !owner {
            (When::WeekdayIn { weekday, by }, of + 2)
        } else if of == at && self.generic(of + 1) {
            let base = AnchorRef::Published;
            (When::WeekdayShift { weekday, by, base }, of + 1)
        } else {
            return None;
        };
        match part {
            Some(part) => found(i, stop, Expression::Time(Some(when), Clock::Part(part))),
            None => self.timed(i, stop, when),
        }
    }

    /// The date between brackets at `i`, which says which weekday is meant: "on Thursday (Nov 16)".
    fn day_in_brackets(&self, i: usize) -> Option<When> {
        if !self.mark(i, b'(') {
            return None;
        }
        let dated = self.month_start(i + 1).or_else(|| self.day_start(i + 1))?;
        match dated.expression {
            Expression::Date(when @ When::Calendar { day: Some(_), .. })
                if self.mark(dated.end, b')') =>
            {
                Some(when)
            }
            _ => None,
        }
    }

    /// Whether the short weekday of tokens `i..end` stands beside another: "Mon-Fri", "Sat & Sun".
    fn listed(&self, i: usize, end: usize) -> bool {
        let link = |j: usize| {
            matches!(
                self.word(j),
                Word::To | Word::And | Word::Or | Word::Through
            ) || matches!(self.token(j).kind, Kind::Mark(b'-' | b'&' | b'/' | b','))
        };
        let day = |j: usize| {
            matches!(self.word(j), Word::WeekdayShort(_) | Word::Weekday(_))
                && self.token(j).capital
        };
        let before = i > 1 && link(i - 1) && {
            let at = if self.mark(i - 2, b'.') {
                i.saturating_sub(3)
            } else {
                i - 2
            };
            day(at)
        };
        before || link(end) && day(end + 1)
    }

    /// Whether the weekday at `i` is part of a name such as "The Sunday Times".
    pub(super) fn paper(&self, i: usize) -> bool {
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

    /// A holiday's name, with a year behind it where there is one.
    pub(super) fn feast(&self, i: usize) -> Option<Found> {
        let first = self.token(i).key;
        let next = self.token(i + 1);
        let marked = matches!(next.kind, Kind::Mark(_));
        for (words, feast) in holidays(self.word(i)) {
            let other = !marked && words.get(1).is_some_and(|word| *word != next.key);
            if words[0] != first || other {
                continue;
            }
            let mut at = i + 1;
            let fits = words[1..].iter().all(|key| {
                let joint = matches!(self.token(at).kind, Kind::Mark(b'\'' | b',' | b'-'));
                if joint || self.tight(at, b'.') {
                    at += 1;
                }
                let same = self.token(at).key == *key;
                at += 1;
                same
            });
            if fits {
                if matches!(self.str(at), "Agreement" | "Accord" | "Accords" | "War") {
                    return None;
                }
                // "Operation Ramadan"
                if i > 0 && self.str(i - 1) == "Operation" {
                    return None;
                }
                if words.len() == 1 && self.name(at) && self.token(at).gap == Gap::Space {
                    return None;
                }
                if let Word::Unit(unit @ (Unit::Week | Unit::Weekend)) = self.word(at)
                    && self.token(at).gap == Gap::Space
                    && !self.mark(at + 1, b'-')
                {
                    let (year, end) = self.year_after(at + 1).unwrap_or((Year::Missing, at + 1));
                    let when = When::HolidayWeek(*feast, unit, year);
                    return found(i, end, Expression::Date(when));
                }
                // "St. Patrick's Day"
                let saint = i > 1 && self.mark(i - 1, b'.') && self.is(i - 2, Word::St);
                let i = if saint { i - 2 } else { i };
                let (year, end) = self.year_after(at).unwrap_or((Year::Missing, at));
                return self.timed(i, end, When::Holiday(*feast, year));
            }
        }
        None
    }
}
