//! What lies before or after a day that is named with it: "the day after Thanksgiving", "two weeks
//! before Christmas", "the Friday before Labor Day".

use super::clock::day_of;
use super::{AnchorRef, Count, Expression, Found, Reader, Step, When, found};
use crate::temporal::lexicon::event_types::EventType;
use crate::temporal::lexicon::holidays::Feast;
use crate::temporal::lexicon::{Part, Unit, Word};
use crate::text::token::Kind;

impl Reader<'_> {
    /// "the day after Thanksgiving", "the night before Christmas", "the second Sunday after Easter":
    /// "the" at `i` and one stretch beside a day.
    pub(super) fn the_adjacent(&self, i: usize) -> Option<Found> {
        let (nth, at) = match self.ordinal(i + 1) {
            Some((nth, at)) => (nth, at),
            None => (1, i + 1),
        };
        let (step, part) =
            match self.word(at) {
                Word::Weekday(weekday) => (Step::Weekday { weekday, nth }, None),
                Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month))
                    if at == i + 1 =>
                {
                    (Step::Whole(unit), None)
                }
                Word::Part(
                    part @ (Part::Morning | Part::Afternoon | Part::Evening | Part::Night),
                ) if at == i + 1 => (Step::Whole(Unit::Day), Some(part)),
                _ => return None,
            };
        self.stepped(i, at + 1, step, part)
    }

    /// "the day after her death" behind a "the" at `i`, where the text told when it was: the day alone.
    pub(super) fn day_of_event(&self, i: usize) -> Option<Found> {
        let back = match self.word(i + 2) {
            _ if self.told == 0 => return None,
            Word::Before => true,
            Word::After => false,
            _ => return None,
        };
        let event = self.event(i + 3)?;
        let (unit, by, base) = (
            Unit::Day,
            if back { -1 } else { 1 },
            AnchorRef::Event(event),
        );
        found(i, i + 2, Expression::Date(When::Shift { unit, by, base }))
    }

    /// "ten days before the killing" in the clause that goes on at `i`, where the text told when it
    /// was: the day that a time before it belongs to.
    pub(super) fn days_from_event(&self, i: usize) -> Option<When> {
        if self.told == 0 {
            return None;
        }
        for at in i..(i + 8).min(self.toks.len()) {
            if matches!(self.token(at).kind, Kind::Mark(mark) if mark != b'\'') {
                return None;
            }
            let Some((count, end)) = self.count(at) else {
                continue;
            };
            let Some((unit @ (Unit::Day | Unit::Week), _)) = self.unit(end) else {
                continue;
            };
            let back = match self.word(end + 1) {
                Word::Before => true,
                Word::After => false,
                _ => continue,
            };
            let base = AnchorRef::Event(self.event(end + 2)?);
            return Some(When::Offset {
                count,
                unit,
                back,
                base,
            });
        }
        None
    }

    /// The event of known day that the words at `i` name: "the killing", "her death"; "the killing
    /// of another" may be another.
    fn event(&self, i: usize) -> Option<EventType> {
        let led = matches!(self.word(i), Word::The | Word::That | Word::This)
            || matches!(self.str(i), "his" | "her" | "its" | "their");
        let at = (i + 1..i + 3).find(|&at| EventType::of(self.token(at).key).is_some())?;
        let event = EventType::of(self.token(at).key)?;
        let known = self.told >> event.index() & 1 == 1;
        (led && known && !matches!(self.word(at + 1), Word::Of | Word::In)).then_some(event)
    }

    /// "two weeks before Christmas", whose count of units ends at `end`; "for two weeks before
    /// Christmas" and "the two weeks before" are lengths.
    pub(super) fn counted_adjacent(
        &self,
        i: usize,
        end: usize,
        count: Count,
        unit: Unit,
    ) -> Option<Found> {
        let days = matches!(unit, Unit::Day | Unit::Week | Unit::Fortnight | Unit::Month);
        let count = count.units().filter(|_| days)?;
        let before = |n: usize| i.checked_sub(n).map_or(Word::None, |p| self.word(p));
        let length = matches!(
            before(1),
            Word::The | Word::During | Word::Throughout | Word::In | Word::Last | Word::Next
        ) || (1..=3).any(|n| before(n) == Word::For);
        if length {
            return None;
        }
        // "two weeks after the crash", where the text told when it was
        if self.told != 0
            && let back = self.is(end, Word::Before)
            && (back || self.is(end, Word::After))
            && let Some(event) = self.event(end + 1)
        {
            let (days, unit) = match unit {
                Unit::Fortnight => (count.checked_mul(14)?, Unit::Day),
                Unit::Week => (count.checked_mul(7)?, Unit::Day),
                other => (count, other),
            };
            let (count, base) = (Count::whole(u64::from(days)), AnchorRef::Event(event));
            let when = When::Offset {
                count,
                unit,
                back,
                base,
            };
            return found(i, end, Expression::Date(when));
        }
        self.stepped(i, end, Step::Count(count, unit), None)
    }

    /// What begins at `i` and steps from the day behind the word at `end`: "before Christmas".
    fn stepped(&self, i: usize, end: usize, step: Step, part: Option<Part>) -> Option<Found> {
        let (back, at) = match self.word(end) {
            Word::Before => (true, end + 1),
            Word::After | Word::Following => (false, end + 1),
            Word::Previous if self.is(end + 1, Word::To) => (true, end + 2),
            _ => return None,
        };
        let day = self.landmark(at)?;
        // "two days before Saturday's deadline", "the Oct. 23 fire": how long before what happens then.
        let owned = self.mark(day.end, b'\'') && self.is(day.end + 1, Word::S);
        let other = self.is(at, Word::The) && day.start > at;
        if matches!(step, Step::Count(..)) && (owned || other) {
            return None;
        }
        // What lasts many days has no one day after it.
        let lasts = matches!(
            day_named(&day),
            Some(When::Holiday(Feast::Islamic(_) | Feast::Hebrew(_), _))
        );
        if lasts && !back {
            return None;
        }
        let at = day.start;
        found(
            i,
            day.end,
            Expression::Adjacent {
                step,
                back,
                at,
                part,
            },
        )
    }

    /// The day whose first token is `i`, read again to be resolved.
    pub(crate) fn landmark_at(&self, i: usize) -> Option<Found> {
        self.landmark(i)
    }

    /// The day at `i` that something else is counted from.
    fn landmark(&self, i: usize) -> Option<Found> {
        let the = self.is(i, Word::The);
        if !the && !self.word(i).starts() {
            return None;
        }
        // "eight days before the new year"
        if the
            && self.str(i + 1) == "new"
            && self.is(i + 2, Word::Unit(Unit::Year))
            && self.generic(i + 3)
        {
            let year = super::Year::Missing;
            let when = When::Holiday(Feast::Fixed(1, 1), year);
            return found(i, i + 3, Expression::Date(when));
        }
        let named = |at: usize| self.deeper().at(at).filter(|f| day_named(f).is_some());
        // "the Oct. 23 fire": the article is the fire's.
        named(i).or_else(|| the.then(|| named(i + 1)).flatten())
    }
}

/// The one day that an expression names, where it is named by a date.
pub(crate) fn day_named(found: &Found) -> Option<When> {
    match found.expression {
        Expression::Date(when @ (When::Nth { .. } | When::HolidayShift(..))) => Some(when),
        Expression::Date(When::AnyWeekday(_)) | Expression::Time(..) => None,
        _ => day_of(found),
    }
}
