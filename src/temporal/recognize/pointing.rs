//! Words that point: "last week", "that same day", "the past two months".

use super::{
    AnchorRef, Clock, Count, Direction, Expression, Found, Reader, Vague, When, Year, found,
};
use crate::temporal::lexicon::{Part, Unit, Word};
use crate::text::token::Kind;

impl Reader<'_> {
    /// "last", "next", "this", "that", "past" … and what they point at.
    /// `definite` says that "the" stands before.
    #[expect(clippy::match_same_arms, reason = "a table: one row a case")]
    pub(super) fn pointing(&self, i: usize, definite: bool) -> Option<Found> {
        let word = self.word(i);
        let (mut by, mut base) = match word {
            Word::Last => (-1, AnchorRef::Published),
            Word::Past | Word::Recent => (-1, AnchorRef::Published),
            Word::Next if definite => (1, AnchorRef::Named),
            Word::Next | Word::Coming => (1, AnchorRef::Published),
            Word::This | Word::Current => (0, AnchorRef::Published),
            Word::That | Word::Same => (0, AnchorRef::Named),
            Word::Previous => (-1, AnchorRef::Named),
            Word::Following if definite || i == 0 => (1, AnchorRef::Named),
            Word::These => {
                return (self.is(i + 1, Word::Units(Unit::Day)))
                    .then(|| found(i, i + 2, Expression::Vague(Vague::Present)))
                    .flatten();
            }
            _ => return None,
        };
        let mut at = i + 1;
        // "this past week", "that same day", "this coming Friday"
        match (word, self.word(at)) {
            (Word::This, Word::Past | Word::Last) => {
                (by, base, at) = (-1, AnchorRef::Published, at + 1);
            }
            (Word::This, Word::Coming | Word::Next) => {
                (by, base, at) = (1, AnchorRef::Published, at + 1);
            }
            (Word::This | Word::That, Word::Same) => at += 1,
            (Word::Past | Word::Last | Word::Next, Word::Full | Word::Fiscal | Word::Academic) => {
                at += 1;
            }
            (Word::This | Word::Current, Word::Fiscal | Word::Academic) => at += 1,
            _ => {}
        }
        if let Some(length) = self.pointed_length(i, at, by, definite) {
            return Some(length);
        }
        match self.word(at) {
            Word::Unit(unit) => self.pointed_unit(i, at, unit, by, base, definite),
            // "the last Friday of the month" is none that lies behind.
            Word::Weekday(_) if definite && matches!(self.word(at + 1), Word::Of | Word::In) => {
                None
            }
            Word::Weekday(weekday) if word != Word::That || self.names_day(i) => {
                self.timed(i, at + 1, When::WeekdayShift { weekday, by, base })
            }
            // "born that December"
            Word::Month(month) if word == Word::That && self.ends_clause(at + 1) => {
                let (by, base) = (0, AnchorRef::Named);
                let when = When::MonthShift { month, by, base };
                found(i, at + 1, Expression::Date(when))
            }
            Word::Month(month) | Word::MonthShort(month) if word != Word::That => {
                let end = self.month(at)?.1;
                if let Some((day, stop)) = self.day(end).filter(|d| !self.measured(d.1)) {
                    return self.pointed_day(i, at, month, day, stop, by);
                }
                found(
                    i,
                    end,
                    Expression::Date(When::MonthShift { month, by, base }),
                )
            }
            Word::May if self.token(at).capital && word != Word::That => found(
                i,
                at + 1,
                Expression::Date(When::MonthShift { month: 5, by, base }),
            ),
            Word::Season(season) => found(
                i,
                at + 1,
                Expression::Date(When::SeasonShift { season, by, base }),
            ),
            Word::Part(part) => pointed_part(i, at, part, by, base),
            Word::Feast(_) if word == Word::Last || word == Word::Next || word == Word::This => {
                self.feast(at).map(|f| pointed_feast(i, by, f))
            }
            // "at this time"; "by this time next year" is none.
            _ if word == Word::This
                && matches!(self.before(i), Word::At | Word::By | Word::About)
                && self.str(at) == "time"
                && (self.story || !matches!(self.word(at + 1), Word::Next | Word::Last)) =>
            {
                found(i, at + 1, Expression::Vague(Vague::Present))
            }
            _ if word == Word::Recent && self.describes_noun(i) => {
                found(i, i + 1, Expression::Vague(Vague::Past))
            }
            _ if definite && word == Word::Past && self.generic(at) => {
                found(i, at, Expression::Vague(Vague::Past))
            }
            _ => None,
        }
    }

    /// Whether "that" at `i` points at a day rather than at what somebody said: "on that Friday".
    fn names_day(&self, i: usize) -> bool {
        let led = matches!(
            self.before(i),
            Word::On | Word::By | Word::Since | Word::Until | Word::Before | Word::After
        );
        led || i == 0 && self.mark(i + 2, b',') || self.is(i + 1, Word::Same)
    }

    /// "last Oct. 23"; in "this June 20, 2020, file photo" the pointing word belongs to the photo.
    fn pointed_day(
        &self,
        i: usize,
        at: usize,
        month: u8,
        day: u8,
        end: usize,
        by: i32,
    ) -> Option<Found> {
        if by != -1 || self.year_after(end).is_some() {
            let dated = self.month_start(at)?;
            let start = if self.year_after(end).is_some() {
                at
            } else {
                i
            };
            return Some(Found { start, ..dated });
        }
        let (year, month, day) = (Year::Missing, Some(month), Some(day));
        self.timed(i, end, When::Calendar { year, month, day })
    }

    /// "last week", "this year", "the previous day", "that same day".
    pub(super) fn pointed_unit(
        &self,
        i: usize,
        at: usize,
        unit: Unit,
        by: i32,
        base: AnchorRef,
        definite: bool,
    ) -> Option<Found> {
        let end = at + 1;
        let word = self.word(i);
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Millennium => {
                return None;
            }
            Unit::Day if word == Word::This && self.is(i.wrapping_sub(1), Word::To) => {
                return found(i, end, Expression::Vague(Vague::Present));
            }
            Unit::Day
                if matches!(word, Word::This | Word::Last | Word::Current)
                    && !self.is(i + 1, Word::Same) =>
            {
                return None;
            }
            _ => {}
        }
        // "the last day of", "the last week of August" are parts of something else; a story tells how
        // long they were: "the last year of the war".
        let article = self.story && self.before(i) == Word::The;
        if self.is(end, Word::Of) && (definite || article) {
            let length = self.story && word == Word::Last && unit >= Unit::Week;
            let (count, direction) = (Count::whole(1), None);
            return length
                .then(|| {
                    found(
                        i,
                        end,
                        Expression::Duration {
                            count,
                            unit,
                            direction,
                        },
                    )
                })
                .flatten();
        }
        if word == Word::Same
            && !definite
            && self.before(i) != Word::This
            && self.before(i) != Word::That
        {
            return None;
        }
        if definite
            && let Some(direction) = self.stretch(i)
            && (unit > Unit::Weekend && unit != Unit::Quarter
                || unit == Unit::Week
                    && (direction == Direction::After || self.before(i - 1) == Word::For))
        {
            return found(
                i,
                end,
                Expression::Duration {
                    count: Count::whole(1),
                    unit,
                    direction: Some(direction),
                },
            );
        }
        let when = When::Shift { unit, by, base };
        if unit == Unit::Day {
            return self.timed(i, end, when);
        }
        // "next year's", "last week's" keep their extent; "last year-end" is rare.
        found(i, end, Expression::Date(when))
    }

    /// Whether nothing that a word before could describe stands at `i`.
    pub(super) fn generic(&self, i: usize) -> bool {
        match self.toks.get(i) {
            None => true,
            Some(t) => {
                t.token.kind != Kind::Word
                    && t.token.kind != Kind::Number
                    && t.token.kind != Kind::Foreign
                    || matches!(
                        t.word,
                        Word::And
                            | Word::Or
                            | Word::Of
                            | Word::In
                            | Word::On
                            | Word::At
                            | Word::For
                            | Word::To
                            | Word::That
                            | Word::By
                            | Word::WillVerb
                            | Word::WouldVerb
                            | Word::PresentVerb
                            | Word::PastVerb
                            | Word::From
                    )
            }
        }
    }
}

/// "last night", "this morning", "that afternoon", "the next evening".
fn pointed_part(i: usize, at: usize, part: Part, by: i32, base: AnchorRef) -> Option<Found> {
    let when = When::Shift {
        unit: Unit::Day,
        by,
        base,
    };
    if matches!(part, Part::Daytime) {
        return None;
    }
    found(i, at + 1, Expression::Time(Some(when), Clock::Part(part)))
}

/// "last Christmas", "next Thanksgiving": the holiday in the year that the pointing word picks.
fn pointed_feast(i: usize, by: i32, feast: Found) -> Found {
    let shifted = |when| match when {
        When::Holiday(feast, Year::Missing) => When::HolidayShift(feast, by),
        other => other,
    };
    let expression = match feast.expression {
        Expression::Date(when) => Expression::Date(shifted(when)),
        Expression::Time(Some(when), clock) => Expression::Time(Some(shifted(when)), clock),
        other => other,
    };
    Found {
        start: i,
        expression,
        ..feast
    }
}
