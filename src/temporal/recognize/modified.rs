//! Parts of a stretch: "early 2023", "the end of March", "first quarter", "mid-1990s".

use super::{AnchorRef, Clock, Count, Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::{Unit, Word};
use crate::temporal::timex::Modifier;

impl Reader<'_> {
    /// "early", "late", "mid", "earlier", "later" and the date they cut.
    pub(super) fn modified(&self, i: usize) -> Option<Found> {
        let word = self.word(i);
        let mut at = self.skip(i + 1, b'-');
        let modifier = match word {
            Word::Early => Some(Modifier::Start),
            Word::Late => Some(Modifier::End),
            Word::Mid => Some(Modifier::Mid),
            _ => None,
        };
        let inside = self.is(at, Word::In);
        at += usize::from(inside);
        if inside
            && self.is(at, Word::The)
            && let Word::Unit(
                unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century),
            ) = self.word(at + 1)
        {
            if self.is(at + 2, Word::Of) {
                return None;
            }
            let when = When::Shift {
                unit,
                by: 0,
                base: AnchorRef::Named,
            };
            let modifier = match word {
                Word::Earlier => Some(Modifier::Start),
                Word::Later => Some(Modifier::End),
                _ => modifier,
            };
            return Some(Found {
                start: i,
                end: at + 2,
                expression: Expression::Date(when),
                modifier,
                cut: 0,
            });
        }
        if inside && self.is(at, Word::The) && matches!(self.word(at + 1), Word::Part(_)) {
            return self.the_in(i, at, modifier);
        }
        if matches!(word, Word::Earlier | Word::Later) {
            if self.is(at, Word::Today) && word == Word::Earlier {
                return self.deictic(at).map(|f| Found { start: i, ..f });
            }
            let unit = matches!(self.word(at), Word::This | Word::That)
                .then(|| self.pointing(at, false))
                .flatten()
                .filter(|f| !matches!(f.expression, Expression::Duration { .. }))
                .or_else(|| {
                    inside
                        .then(|| self.deeper().at(at))
                        .flatten()
                        .filter(is_date)
                })?;
            return Some(Found { start: i, ..unit });
        }
        if let Some(hours) = self.hours_of(i, at, word) {
            return Some(hours);
        }
        let inner = match self.word(at) {
            Word::Month(_) | Word::MonthShort(_) | Word::May => self.month_start(at),
            Word::Number => self.number_start(at),
            // "the early sixties"; "his early sixties" are an age.
            Word::Decades(_) if self.before(i) == Word::The => self.decade_word(at),
            // "the late '70s"
            _ if self.mark(at, b'\'') => self.short_year(at),
            Word::This | Word::Last | Word::Next => self.pointing(at, false),
            Word::The if !matches!(self.word(at + 1), Word::Early | Word::Late | Word::Mid) => {
                self.deeper().the(at)
            }
            Word::Season(season) => self.modified_season(at, season),
            // "by mid-week", "mid-year"
            Word::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)) if word == Word::Mid => {
                let (by, base) = (0, AnchorRef::Published);
                found(at, at + 1, Expression::Date(When::Shift { unit, by, base }))
            }
            // "by late afternoon", "in mid-morning"
            Word::Part(part)
                if matches!(
                    self.before(i),
                    Word::In
                        | Word::At
                        | Word::By
                        | Word::Until
                        | Word::Since
                        | Word::On
                        | Word::Through
                ) =>
            {
                super::clock::part_only(at, at + 1, part)
            }
            Word::Ordinal(_) | Word::Tens(_) => self.century(at),
            _ => None,
        }?;
        match inner.expression {
            Expression::Date(When::Calendar { day: Some(_), .. } | When::DayOfMonth { .. }) => None,
            Expression::Date(_) | Expression::Time(_, Clock::Part(_)) => Some(Found {
                start: i,
                modifier,
                ..inner
            }),
            _ => None,
        }
    }

    /// "early summer of 1943", "late spring".
    fn modified_season(
        &self,
        at: usize,
        season: crate::temporal::lexicon::Season,
    ) -> Option<Found> {
        let (year, end) = self.year_after(at + 1).unwrap_or((Year::Missing, at + 1));
        found(at, end, Expression::Date(When::Season { season, year }))
    }

    /// "later in the evening": the part of the day last spoken of.
    fn the_in(&self, i: usize, at: usize, modifier: Option<Modifier>) -> Option<Found> {
        let inner = self.the(at)?;
        Some(Found {
            start: i,
            modifier,
            ..inner
        })
    }

    /// "end of March", "the beginning of the year", "middle of the 1990s".
    pub(super) fn edge(&self, i: usize) -> Option<Found> {
        let modifier = match self.word(i) {
            Word::End | Word::Close => Some(Modifier::End),
            Word::Beginning | Word::Start => Some(Modifier::Start),
            Word::Middle => Some(Modifier::Mid),
            Word::Latter => {
                let half = self.is(i + 1, Word::Half);
                if half {
                    return self.half_of(i, i + 2, 2);
                }
                if self.str(i + 1) != "part" {
                    return None;
                }
                Some(Modifier::End)
            }
            _ => None,
        };
        let of = i + 1 + usize::from(self.is(i, Word::Latter));
        if !self.is(of, Word::Of) {
            return None;
        }
        let at = of + 1;
        if matches!(self.word(at), Word::The)
            && let Word::Unit(
                unit @ (Unit::Week
                | Unit::Month
                | Unit::Year
                | Unit::Quarter
                | Unit::Decade
                | Unit::Century),
            ) = self.word(at + 1)
            && !self.is(at + 2, Word::Of)
        {
            let base = if matches!(unit, Unit::Decade) {
                AnchorRef::Named
            } else {
                AnchorRef::Published
            };
            let when = When::Shift { unit, by: 0, base };
            return Some(Found {
                start: i,
                end: at + 2,
                expression: Expression::Date(when),
                modifier,
                cut: 0,
            });
        }
        // "the end of the end of …" has no end.
        let again = matches!(
            self.word(at + 1),
            Word::End
                | Word::Beginning
                | Word::Start
                | Word::Middle
                | Word::Turn
                | Word::Close
                | Word::Rest
        );
        if self.is(at, Word::The) && again {
            return None;
        }
        let inner = self.deeper().at(at)?;
        match inner.expression {
            Expression::Date(
                When::Calendar { day: Some(_), .. } | When::Offset { .. } | When::Weekday(_),
            ) => None,
            Expression::Date(_) => Some(Found {
                start: i,
                modifier: modifier.or(inner.modifier),
                ..inner
            }),
            _ => None,
        }
    }

    /// "week of August" behind "the last": a length that takes in what it is cut from.
    pub(super) fn unit_of(&self, i: usize, at: usize) -> Option<Found> {
        let Word::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) =
            self.word(at)
        else {
            return None;
        };
        if !self.is(at + 1, Word::Of) {
            return None;
        }
        let of = self.deeper().at(at + 2)?;
        if !is_date(&of) {
            return None;
        }
        found(
            i,
            of.end,
            Expression::Duration {
                count: Count::whole(1),
                unit,
                direction: None,
            },
        )
    }

    /// "the first nine months of 2020", "the last two weeks of February", "the third quarter".
    pub(super) fn the_ordinal(&self, i: usize) -> Option<Found> {
        let at = i + 1;
        if let Some(f) = self.century(at).or_else(|| self.ordinal_part(at)) {
            return Some(Found { start: i, ..f });
        }
        if let Some((_, end)) = self.ordinal(at)
            && !self.is(end, Word::A)
            && let Some((count, after)) = self.count(end)
            && count != Count::whole(1)
            && let Some((unit, true)) = self.unit(after)
        {
            let mut end = after + 1;
            if self.is(end, Word::Of) {
                if let Some(f) = self.deeper().at(end + 1)
                    && is_date(&f)
                {
                    end = f.end;
                } else if self.is(end + 1, Word::The)
                    && matches!(self.word(end + 2), Word::Unit(Unit::Year))
                {
                    end += 3;
                }
            }
            return found(
                i,
                end,
                Expression::Duration {
                    count,
                    unit,
                    direction: None,
                },
            );
        }
        // "the first week of August"
        if let Some((_, end)) = self.ordinal(at)
            && let Some(f) = self.unit_of(i, end)
        {
            return Some(f);
        }
        // "the third of May"
        self.day_start(at).map(|f| Found { start: i, ..f })
    }
}

/// Whether a found expression is a date.
fn is_date(f: &Found) -> bool {
    matches!(f.expression, Expression::Date(_))
}
