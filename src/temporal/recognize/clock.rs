//! Times of day: "8 p.m. Tuesday", "15:00 GMT", "four o'clock", "0735 GMT".

use super::{Clock, DEPTH, Expression, Found, Reader, When, found};
use crate::temporal::lexicon::{Part, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// A clock time at `i`, with its zone.
    pub(super) fn clock(&self, i: usize) -> Option<(Clock, usize)> {
        let (hour, digits) = self.number(i)?;
        if digits == 4 {
            return self.packed_clock(i, hour);
        }
        if let Some(noon) = self.noon(i) {
            return Some(noon);
        }
        if digits > 2 || hour > 24 {
            return None;
        }
        let (mut minute, mut second, mut end) = (None, None, i + 1);
        let colon = self.tight(i + 1, b':');
        if (colon || self.tight(i + 1, b'.'))
            && self.joined(i + 2)
            && let Some((m, 2)) = self.number(i + 2)
        {
            if m > 59 {
                return None;
            }
            minute = Some(m);
            end = i + 3;
            if colon
                && self.tight(end, b':')
                && self.joined(end + 1)
                && let Some((s, 2)) = self.number(end + 1)
            {
                if s > 60 {
                    return None;
                }
                second = Some(s);
                end += 2;
                // Fractions of a second are passed over.
                if self.tight(end, b'.') && self.joined(end + 1) && self.number(end + 1).is_some() {
                    end += 2;
                }
            } else if (colon
                && self.tight(end, b'.')
                && self.joined(end + 1)
                && self.number(end + 1).is_some())
                || self.tight(end, b':')
                || (!colon
                    && self.tight(end, b'.')
                    && self.joined(end + 1)
                    && self.number(end + 1).is_some())
            {
                return None;
            }
        }
        if let Some((afternoon, stop)) = self.half_day(end) {
            if hour > 12 && !(13..=23).contains(&hour) {
                return None;
            }
            let hour = of_half(hour, afternoon);
            let (zone, stop) = self.zone(stop);
            return Some((at(hour, minute, second, zone), stop));
        }
        if (1..=12).contains(&hour)
            && let Some(hour) = self.shared_half(i, hour, end)
        {
            return Some((at(hour, minute, second, None), end));
        }
        if minute.is_none()
            && let Some(found) = self.lettered(i, hour, end)
        {
            return Some(found);
        }
        if let Some(stop) = self.o_clock(end) {
            return Some(self.day_half(hour, minute, stop));
        }
        if let Some(stop) = self.in_part(end)
            && hour <= 12
            && minute.is_none()
        {
            // "4 in the morning"
            let part = self.word(stop - 1);
            return Some((at(shift(hour, part), None, None, None), stop));
        }
        if !colon || minute.is_none() {
            let zoned = self.is(end, Word::Zone) && minute.is_some();
            if !zoned {
                return None;
            }
        }
        let (zone, stop) = self.zone(end);
        let stop = if stop == end && matches!(self.str(end), "hrs" | "hours" | "h") {
            end + 1
        } else {
            stop
        };
        if stop < self.toks.len() && stop == end && self.in_part(end).is_some() && hour <= 12 {
            let stop = self.in_part(end)?;
            return Some((
                at(shift(hour, self.word(stop - 1)), minute, second, None),
                stop,
            ));
        }
        Some((at(hour, minute, second, zone), stop))
    }

    /// "a.m.", "pm", "P.M." at `i`: whether it is the afternoon, and its end.
    pub(super) fn half_day(&self, i: usize) -> Option<(bool, usize)> {
        match self.word(i) {
            Word::Am => Some((false, i + 1)),
            Word::Pm => Some((true, i + 1)),
            _ => {
                let first = self.str(i);
                let afternoon = match first {
                    "p" | "P" => true,
                    "a" | "A" => false,
                    _ => return None,
                };
                let dotted = self.tight(i + 1, b'.') && matches!(self.str(i + 2), "m" | "M");
                if !dotted {
                    return None;
                }
                // The stop that ends the abbreviation belongs to it, unless it ends the sentence.
                let last = self.tight(i + 3, b'.');
                Some((afternoon, if last { i + 4 } else { i + 3 }))
            }
        }
    }

    /// "in the morning", "at night" at `i`.
    pub(super) fn in_part(&self, i: usize) -> Option<usize> {
        let at = match (self.word(i), self.word(i + 1)) {
            (Word::In, Word::The) => i + 2,
            (Word::At, Word::Part(Part::Night)) => i + 1,
            _ => return None,
        };
        matches!(self.word(at), Word::Part(_)).then_some(at + 1)
    }

    /// A time zone at `i`: minutes east of UTC and the end; `i` itself where there is none.
    pub(super) fn zone(&self, i: usize) -> (Option<i16>, usize) {
        let sign = match self.token(i).kind {
            Kind::Mark(b'+') => 1,
            Kind::Mark(b'-') => -1,
            _ => 0,
        };
        if sign != 0
            && self.joined(i)
            && self.joined(i + 1)
            && let Some((hours, digits)) = self.number(i + 1)
        {
            if digits == 4 && hours <= 1459 && hours % 100 < 60 {
                return (Some(sign * (hours / 100 * 60 + hours % 100) as i16), i + 2);
            }
            // "19:00-03:00" is from evening to morning; an offset stands behind the date or the seconds.
            let dated = i > 3
                && (self.is(i - 4, Word::T) || self.mark(i - 2, b':') && self.mark(i - 4, b':'));
            if sign < 0 && !dated && self.tight(i + 2, b':') {
                return (None, i);
            }
            if digits == 2 && hours <= 14 {
                if self.tight(i + 2, b':')
                    && self.joined(i + 3)
                    && let Some((minutes @ 0..=59, 2)) = self.number(i + 3)
                {
                    return (Some(sign * (hours * 60 + minutes) as i16), i + 4);
                }
                return (Some(sign * (hours * 60) as i16), i + 2);
            }
        }
        if self.is(i, Word::Z) && self.joined(i) && self.token(i).capital {
            return (Some(0), i + 1);
        }
        if self.is(i, Word::Zone)
            && (self.token(i).upper || matches!(self.str(i), "gmt" | "utc" | "Gmt" | "Utc"))
        {
            let zone = matches!(self.str(i), "GMT" | "UTC").then_some(0);
            return (zone, i + 1);
        }
        if self.name(i) && self.str(i + 1) == "time" && !self.mark(i, b',') {
            return (None, i + 2);
        }
        // "9 p.m. Eastern"
        if matches!(self.str(i), "Eastern" | "Pacific") && !self.name(i + 1) {
            return (None, i + 1);
        }
        if self.str(i) == "local" && self.str(i + 1) == "time" {
            return (None, i + 2);
        }
        (None, i)
    }

    /// A clock time that begins an expression, with its day behind it where there is one.
    pub(super) fn clock_start(&self, i: usize) -> Option<Found> {
        if self.depth > DEPTH {
            return None;
        }
        let Some((clock, end)) = self.clock(i) else {
            return self.hour_of_part(i);
        };
        // "9-11 a.m.", but no time at the end of a name.
        let half_before = |n: usize| {
            let at = i.checked_sub(n);
            at.and_then(|at| self.half_day(at))
                .is_some_and(|half| half.1 + 1 == i)
        };
        let ranged = i > 1
            && self.mark(i - 1, b'-')
            && ((i + 1..end).any(|at| self.half_day(at).is_some())
                && (self.number(i - 2).is_some() || (2..=5).any(half_before))
                // "19:00-21:00"
                || end > i + 2 && i > 3 && self.number(i - 2).is_some() && self.mark(i - 3, b':'));
        if i > 0 && self.joined(i) && !self.mark(i - 1, b'(') && !self.mark(i - 1, b'"') && !ranged
        {
            return None;
        }
        // "the marathon in 2:24:15"
        let ran = end == i + 5 && matches!(self.before(i), Word::In | Word::Of);
        if ran || end == i + 3 && self.score(i) {
            return None;
        }
        Some(
            self.hours(i, end, None, clock)
                .or_else(|| self.paired(i, end, clock))
                .unwrap_or_else(|| self.day_behind(i, end, clock)),
        )
    }

    /// Whether hours and minutes at `i` are rather a score, a ratio, a length or a verse: "in 3:45",
    /// "a 10:20 lead", "John 3:16".
    fn score(&self, i: usize) -> bool {
        matches!(self.before(i), Word::In | Word::Of | Word::A)
            || matches!(self.str(i + 3), "left" | "remaining" | "lead")
            || i > 0
                && (matches!(self.str(i - 1), "ratio" | "score" | "won" | "lost" | "beat")
                    || self.name(i - 1)
                        && self.token(i).gap == Gap::Space
                        && self.number(i).is_some_and(|n| n.1 == 1))
    }

    /// The day behind a time: "8 p.m. Tuesday", "15:00 on June 24".
    pub(super) fn day_behind(&self, i: usize, end: usize, clock: Clock) -> Found {
        // "10:35 a.m. (0735 GMT) Friday": the other zone's time stands between.
        let aside = self
            .mark(end, b'(')
            .then(|| self.clock(end + 1))
            .flatten()
            .filter(|(_, stop)| self.mark(*stop, b')'))
            .and_then(|(_, stop)| {
                let at = stop + 1 + usize::from(self.is(stop + 1, Word::On));
                matches!(self.word(at), Word::Weekday(_))
                    .then(|| self.weekday_start(at))
                    .flatten()
            })
            .and_then(|day| day_of(&day));
        if let Some(when) = aside {
            return Found::new(i, end, Expression::Time(Some(when), clock));
        }
        let comma = self.mark(end, b',');
        let mut at = self.comma(end);
        let linked = matches!(self.word(at), Word::On | Word::Of);
        at += usize::from(linked);
        let deeper = self.deeper();
        let day = match self.word(at) {
            Word::Weekday(_) | Word::WeekdayShort(_) => self.weekday_start(at),
            Word::Month(_) | Word::MonthShort(_) | Word::May => self.month_start(at),
            Word::Number if linked || comma || self.month(at + 1).is_some() => {
                deeper.number_start(at)
            }
            Word::Today | Word::Tomorrow | Word::Yesterday | Word::Tonight if !comma => {
                self.deictic(at)
            }
            // "11 o'clock on the morning of 9 April"
            Word::The if linked && self.depth == 0 => match self.word(at + 1) {
                Word::Part(part) => self.the_part(at, part),
                _ => deeper.the(at),
            },
            Word::The if linked => deeper.the(at),
            // "11 p.m. last night"
            Word::This | Word::Last | Word::That
                if !comma && matches!(self.word(at + 1), Word::Part(_)) =>
            {
                self.pointing(at, false)
            }
            Word::This | Word::That | Word::Next | Word::Last if linked => self.pointing(at, false),
            _ => None,
        };
        // A date at the head of the next line begins an entry of its own: "at 9 a.m.\nJuly 9: …".
        let entry = |day: &Found| {
            self.token(at).gap == Gap::Line
                && day.end < self.toks.len()
                && matches!(
                    self.token(day.end).kind,
                    Kind::Mark(b':' | b'|' | b'-') | Kind::Other
                )
        };
        if self.token(at).gap < Gap::Blank
            && let Some(day) = day.filter(|day| !entry(day))
            && let Some(when) = day_of(&day)
        {
            // A day behind "on" is an expression of its own; the time knows it all the same.
            return Found::new(
                i,
                if linked { end } else { day.end },
                Expression::Time(Some(when), self.in_its_half(i, end, clock, &day)),
            );
        }
        let when = self.days_from_event(end);
        Found::new(i, end, Expression::Time(when, clock))
    }
}

/// The day of an expression that names one day.
pub(super) fn day_of(day: &Found) -> Option<When> {
    let expression = match day.expression {
        // "10 p.m. on Friday night", "11 p.m. tonight"
        Expression::Time(Some(when), Clock::Part(_)) => Expression::Date(when),
        other => other,
    };
    match expression {
        Expression::Date(
            when @ (When::Calendar { day: Some(_), .. }
            | When::Numeric { .. }
            | When::Weekday(_)
            | When::AnyWeekday(_)
            | When::WeekdayShift { .. }
            | When::WeekdayIn { .. }
            | When::DayIn { .. }
            | When::DayOfMonth { .. }
            | When::Holiday(..)
            | When::Shift {
                unit: crate::temporal::lexicon::Unit::Day,
                ..
            }),
        ) => Some(when),
        _ => None,
    }
}

/// The hour of the day of an hour before or after noon.
pub(super) const fn of_half(hour: u64, afternoon: bool) -> u64 {
    match (hour, afternoon) {
        (12, false) => 0,
        (h, true) if h < 12 => h + 12,
        (h, _) => h,
    }
}

/// A time from numbers already checked.
pub(super) fn at(hour: u64, minute: Option<u64>, second: Option<u64>, zone: Option<i16>) -> Clock {
    Clock::At {
        hour: hour as u8,
        minute: minute.map(|m| m as u8),
        second: second.map(|s| s as u8),
        zone,
    }
}

/// The hour of the day that a part of the day makes of an hour of the clock.
pub(super) fn shift(hour: u64, part: Word) -> u64 {
    match part {
        Word::Part(Part::Afternoon | Part::Evening) if hour < 12 => hour + 12,
        Word::Part(Part::Night) if (6..12).contains(&hour) => hour + 12,
        _ => hour,
    }
}

/// A part of the day as an expression of its own.
pub(super) fn part_only(i: usize, end: usize, part: Part) -> Option<Found> {
    found(i, end, Expression::Time(None, Clock::Part(part)))
}
