//! Words that point: "last week", "the previous day", "this morning", "yesterday", "now".

use super::clock::part_only;
use super::{Base, Clock, Count, Expression, Found, Lying, Reader, Vague, When, Year, found};
use crate::temporal::lexicon::{Part, Season, Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// "last", "next", "this", "that", "past" … and what they point at.
    /// `definite` says that "the" stands before.
    pub(super) fn pointing(&self, i: usize, definite: bool) -> Option<Found> {
        let word = self.word(i);
        let (mut by, mut base) = match word {
            Word::Last => (-1, Base::Published),
            Word::Past | Word::Recent => (-1, Base::Published),
            Word::Next if definite => (1, Base::Named),
            Word::Next | Word::Coming => (1, Base::Published),
            Word::This | Word::Current => (0, Base::Published),
            Word::That | Word::Same => (0, Base::Named),
            Word::Previous => (-1, Base::Named),
            Word::Following if definite || i == 0 => (1, Base::Named),
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
            (Word::This, Word::Past | Word::Last) => (by, base, at) = (-1, Base::Published, at + 1),
            (Word::This, Word::Coming | Word::Next) => {
                (by, base, at) = (1, Base::Published, at + 1)
            }
            (Word::This | Word::That, Word::Same) => at += 1,
            (Word::Past | Word::Last | Word::Next, Word::Full | Word::Fiscal | Word::Academic) => {
                at += 1
            }
            (Word::This, Word::Fiscal | Word::Academic) => at += 1,
            _ => {}
        }
        if let Some(length) = self.pointed_length(i, at, by, definite) {
            return Some(length);
        }
        match self.word(at) {
            Word::Unit(unit) => self.pointed_unit(i, at, unit, by, base, definite),
            Word::Weekday(weekday) if word != Word::That && word != Word::Same => {
                self.timed(i, at + 1, When::WeekdayShift { weekday, by, base })
            }
            Word::Month(month) | Word::MonthShort(month) if word != Word::That => {
                let end = self.month(at)?.1;
                if by == -1
                    && let Some((day, stop)) = self.day(end)
                {
                    return self.timed(
                        i,
                        stop,
                        When::Calendar {
                            year: Year::Missing,
                            month: Some(month),
                            day: Some(day),
                        },
                    );
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
            Word::Part(part) => self.pointed_part(i, at, part, by, base),
            Word::Feast if word == Word::Last || word == Word::Next || word == Word::This => {
                self.feast(at).map(|f| Found { start: i, ..f })
            }
            _ if definite && word == Word::Past && self.generic(at) => {
                found(i, at, Expression::Vague(Vague::Past))
            }
            _ => None,
        }
    }

    /// "the past two months", "recent weeks", "next few days".
    fn pointed_length(&self, i: usize, at: usize, by: i32, definite: bool) -> Option<Found> {
        let lying = match by {
            -1 => Some(Lying::Before),
            1 => Some(Lying::After),
            _ => return None,
        };
        let word = self.word(i);
        if let Word::Units(unit) = self.word(at) {
            let some = matches!(word, Word::Recent | Word::Coming | Word::Past)
                || definite
                    && matches!(
                        word,
                        Word::Last | Word::Next | Word::Previous | Word::Following
                    );
            return some
                .then(|| {
                    found(
                        i,
                        at + 1,
                        Expression::Duration {
                            count: Count::Vague,
                            unit,
                            lying,
                        },
                    )
                })
                .flatten();
        }
        if matches!(word, Word::Past)
            && let Word::Unit(unit) = self.word(at)
            && !matches!(
                unit,
                Unit::Second | Unit::Weekend | Unit::Day | Unit::Quarter
            )
        {
            return found(
                i,
                at + 1,
                Expression::Duration {
                    count: Count::whole(1),
                    unit,
                    lying,
                },
            );
        }
        if self.is(at, Word::A) {
            return None;
        }
        let (count, end) = self.count(at)?;
        let end = self.skip(end, b'-');
        let end = if matches!(self.word(end), Word::More | Word::Full | Word::Fiscal) {
            end + 1
        } else {
            end
        };
        let (unit, _) = self.unit(end)?;
        (self.token(end).gap < Gap::Blank)
            .then(|| found(i, end + 1, Expression::Duration { count, unit, lying }))
            .flatten()
    }

    /// "last week", "this year", "the previous day", "that same day".
    fn pointed_unit(
        &self,
        i: usize,
        at: usize,
        unit: Unit,
        by: i32,
        base: Base,
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
        // "the last day of", "the last week of August" are parts of something else.
        if definite && self.is(end, Word::Of) {
            return None;
        }
        if word == Word::Same
            && !definite
            && self.before(i) != Word::This
            && self.before(i) != Word::That
        {
            return None;
        }
        if definite
            && word == Word::Last
            && unit > Unit::Weekend
            && unit != Unit::Quarter
            && matches!(
                self.before(i.saturating_sub(1)),
                Word::Over | Word::In | Word::During | Word::For | Word::Within | Word::Throughout
            )
        {
            return found(
                i,
                end,
                Expression::Duration {
                    count: Count::whole(1),
                    unit,
                    lying: Some(Lying::Before),
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

    /// "last night", "this morning", "that afternoon", "the next evening".
    fn pointed_part(&self, i: usize, at: usize, part: Part, by: i32, base: Base) -> Option<Found> {
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

    /// Whether nothing that a word before could describe stands at `i`.
    fn generic(&self, i: usize) -> bool {
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

    /// "the" and what it makes definite.
    pub(super) fn the(&self, i: usize) -> Option<Found> {
        let at = i + 1;
        let from = |f: Found| Found { start: i, ..f };
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
            return found(i, end, Expression::Date(When::YearBefore));
        }
        match self.word(at) {
            Word::Last
            | Word::Next
            | Word::Past
            | Word::Coming
            | Word::Previous
            | Word::Following
            | Word::Same
            | Word::Current => self.pointing(at, true).map(from),
            Word::Recent => self.pointing(at, true),
            Word::Early | Word::Late | Word::Mid => {
                // "the late-November trip": the article belongs to the trip.
                let hyphen = self.tight(at + 1, b'-') && !matches!(self.word(at + 2), Word::Number);
                self.modified(at).map(|f| if hyphen { f } else { from(f) })
            }
            Word::End
            | Word::Beginning
            | Word::Start
            | Word::Middle
            | Word::Turn
            | Word::Close
            | Word::Latter
            | Word::Rest => self.edge(at, true).map(from),
            Word::Number => self.the_number(i),
            Word::Ordinal(_) | Word::Tens(_) => self.the_ordinal(i).or_else(|| self.the_counted(i)),
            Word::Cardinal(_) | Word::Few | Word::Several | Word::Many => self.the_counted(i),
            Word::Season(season) => self.the_season(i, season),
            Word::Part(part) => self.the_part(i, part),
            Word::Unit(unit) => self.the_unit(i, unit),
            Word::Future if self.generic(at + 1) => {
                found(i, at + 1, Expression::Vague(Vague::Future))
            }
            Word::Present if self.generic(at + 1) => {
                found(i, at + 1, Expression::Vague(Vague::Present))
            }
            Word::Fiscal => self.plain(at).map(from),
            Word::Month(_) | Word::Weekday(_) => None,
            _ if self.str(at) == "time" && self.str(at + 1) == "being" => {
                found(i, at + 2, Expression::Vague(Vague::Present))
            }
            _ if self.str(at) == "near" && self.is(at + 1, Word::Future) => {
                found(i, at + 2, Expression::Vague(Vague::Future))
            }
            _ => None,
        }
    }

    /// "the 20th", "the 1990s", "the 19th century", "the 25th of August", "the 15 September".
    fn the_number(&self, i: usize) -> Option<Found> {
        let at = i + 1;
        let from = |f: Found| Found { start: i, ..f };
        if let Some(f) = self.decade(at).or_else(|| self.century(at)) {
            return Some(from(f));
        }
        if let Some(f) = self.day_start(at) {
            return Some(from(f));
        }
        if let Some(f) = self.the_counted(i).or_else(|| self.the_ordinal(i)) {
            return Some(f);
        }
        let (day, end) = self.day(at)?;
        let suffixed = end == at + 2;
        let free = self.token(end).kind != Kind::Word
            || matches!(
                self.word(end),
                Word::And
                    | Word::Or
                    | Word::To
                    | Word::At
                    | Word::In
                    | Word::For
                    | Word::PastVerb
                    | Word::PresentVerb
                    | Word::WillVerb
            )
            || (self.token(end).gap == Gap::Blank);
        (suffixed
            && free
            && !self.mark(end, b'-')
            && matches!(
                self.before(i),
                Word::On
                    | Word::By
                    | Word::Until
                    | Word::Since
                    | Word::From
                    | Word::To
                    | Word::Through
                    | Word::And
                    | Word::Before
                    | Word::After
                    | Word::Between
            ))
        .then(|| self.timed(i, end, When::DayOfMonth(day)))
        .flatten()
    }

    /// "the four previous weeks", "the two weeks since": only where a word points.
    fn the_counted(&self, i: usize) -> Option<Found> {
        let f = self.quantity_start(i + 1)?;
        matches!(f.expression, Expression::Duration { lying: Some(_), .. })
            .then_some(Found { start: i, ..f })
    }

    /// "the spring of 1916", "the summer".
    fn the_season(&self, i: usize, season: Season) -> Option<Found> {
        let at = i + 1;
        if let Some((year, end)) = self.year_after(at + 1)
            && (!self.mark(at + 1, b',') || matches!(year, Year::Full(_)))
        {
            return found(i, end, Expression::Date(When::Season { season, year }));
        }
        let led = matches!(
            self.before(i),
            Word::In | Word::During | Word::Throughout | Word::Over | Word::Until | Word::Since
        );
        let fall = season == Season::Fall && self.str(at).eq_ignore_ascii_case("fall");
        let alone = self.ends_clause(at + 1) || self.generic(at + 1) && !self.is(at + 1, Word::Of);
        (alone && (led || !fall)
            || matches!(self.before(i), Word::In | Word::By | Word::During)
                && !self.token(at + 1).capital
                && !fall)
            .then(|| {
                found(
                    i,
                    at + 1,
                    Expression::Date(When::Season {
                        season,
                        year: self.season_year(at + 1),
                    }),
                )
            })
            .flatten()
    }

    /// "the morning of April 19", "in the evening".
    fn the_part(&self, i: usize, part: Part) -> Option<Found> {
        let at = i + 1;
        if matches!(self.word(at + 1), Word::Of | Word::On) {
            let day = self
                .at(at + 2)
                .as_ref()
                .and_then(|f| super::clock::day_of(f).map(|w| (w, f.end)));
            if let Some((when, end)) = day {
                return found(i, end, Expression::Time(Some(when), Clock::Part(part)));
            }
        }
        if matches!(self.word(at + 1), Word::Before | Word::After) && self.ends_clause(at + 2) {
            let by = if self.is(at + 1, Word::Before) { -1 } else { 1 };
            let when = When::Shift {
                unit: Unit::Day,
                by,
                base: Base::Named,
            };
            return found(i, at + 2, Expression::Time(Some(when), Clock::Part(part)));
        }
        let led = matches!(
            self.before(i),
            Word::In | Word::During | Word::Throughout | Word::Through
        ) && self.token(i).gap != Gap::Blank;
        (led && !matches!(part, Part::Daytime))
            .then(|| part_only(i, at + 1, part))
            .flatten()
    }

    /// "the weekend", "the week of March 6", "the day before", "the year after".
    fn the_unit(&self, i: usize, unit: Unit) -> Option<Found> {
        let at = i + 1;
        let next = self.word(at + 1);
        let shift = |by, base, end| found(i, end, Expression::Date(When::Shift { unit, by, base }));
        match (unit, next) {
            (Unit::Week, Word::Of) => {
                let (month, end) = self.month(at + 2)?;
                let (day, end) = self.day(end)?;
                let (year, end) = self.year_after(end).unwrap_or((Year::Missing, end));
                found(i, end, Expression::Date(When::WeekOf { month, day, year }))
            }
            (Unit::Day, Word::Before) if self.is(at + 2, Word::Yesterday) => {
                shift(-2, Base::Published, at + 3)
            }
            (Unit::Day, Word::After) if self.is(at + 2, Word::Tomorrow) => {
                shift(2, Base::Published, at + 3)
            }
            (
                Unit::Day | Unit::Week | Unit::Month | Unit::Year,
                Word::Before | Word::Earlier | Word::Previous,
            ) if self.ends_clause(at + 2) => shift(-1, Base::Named, at + 2),
            (Unit::Day | Unit::Week | Unit::Month | Unit::Year, Word::After | Word::Following)
                if self.ends_clause(at + 2) =>
            {
                shift(1, Base::Named, at + 2)
            }
            (Unit::Weekend, _) => shift(0, Base::Published, at + 1),
            (Unit::Day | Unit::Week, _) if self.closing(i) => shift(0, Base::Published, at + 1),
            (Unit::Quarter, _)
                if matches!(
                    self.before(i),
                    Word::In | Word::For | Word::During | Word::Of
                ) && !self.is(at + 1, Word::Of) =>
            {
                shift(0, Base::Published, at + 1)
            }
            _ => None,
        }
    }

    /// Whether the words before `i` close a day of trade: "ended the day", "to finish the week".
    fn closing(&self, i: usize) -> bool {
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

    /// Words that point without an article: "today", "now", "year's end", "day-long".
    pub(super) fn deictic(&self, i: usize) -> Option<Found> {
        let day = |by: i32| {
            self.timed(
                i,
                i + 1,
                When::Shift {
                    unit: Unit::Day,
                    by,
                    base: Base::Published,
                },
            )
        };
        let vague = |v| found(i, i + 1, Expression::Vague(v));
        match self.word(i) {
            Word::Today => day(0),
            Word::Yesterday => day(-1),
            Word::Tomorrow => day(1),
            Word::Tonight | Word::Overnight => found(
                i,
                i + 1,
                Expression::Time(
                    Some(When::Shift {
                        unit: Unit::Day,
                        by: 0,
                        base: Base::Published,
                    }),
                    Clock::Part(Part::Night),
                ),
            ),
            Word::Now | Word::Currently => vague(Vague::Present),
            Word::Recently => vague(Vague::Past),
            Word::Soon if self.soon(i) => vague(Vague::Future),
            Word::Once if self.once(i) => vague(Vague::Past),
            Word::Present if self.is(i.wrapping_sub(1), Word::At) => vague(Vague::Present),
            Word::Present if self.is(i + 1, Word::Unit(Unit::Day)) => {
                found(i, i + 2, Expression::Vague(Vague::Present))
            }
            Word::Present if self.mark(i + 1, b'-') && self.is(i + 2, Word::Unit(Unit::Day)) => {
                found(i, i + 3, Expression::Vague(Vague::Present))
            }
            Word::Future => vague(Vague::Future),
            Word::Current => None,
            Word::Unit(unit) => {
                if self.mark(i + 1, b'-') && self.is(i + 2, Word::Long) && self.joined(i + 1) {
                    return found(
                        i,
                        i + 3,
                        Expression::Duration {
                            count: Count::whole(1),
                            unit,
                            lying: None,
                        },
                    );
                }
                if let Some(f) = self.year_ago(i, unit) {
                    return Some(f);
                }
                let end = if self.mark(i + 1, b'\'') && self.is(i + 2, Word::S) {
                    i + 3
                } else {
                    self.skip(i + 1, b'-')
                };
                (end > i + 1
                    && self.is(end, Word::End)
                    && matches!(unit, Unit::Year | Unit::Month | Unit::Week))
                .then(|| {
                    found(
                        i,
                        end + 1,
                        Expression::Date(When::Shift {
                            unit,
                            by: 0,
                            base: Base::Published,
                        }),
                    )
                })
                .flatten()
            }
            _ if matches!(self.word(i), Word::Least | Word::Most) => None,
            _ => None,
        }
    }

    /// "month last year", "period a year earlier" behind "the same": the end of it.
    fn year_before(&self, i: usize) -> Option<usize> {
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

    /// "the year-ago quarter", "the year-earlier period".
    fn year_ago(&self, i: usize, unit: Unit) -> Option<Found> {
        if !self.tight(i + 1, b'-') || !matches!(self.word(i + 2), Word::Ago | Word::Earlier) {
            return None;
        }
        let base = if self.is(i + 2, Word::Ago) {
            Base::Published
        } else {
            Base::Named
        };
        let when = When::Offset {
            count: Count::whole(1),
            unit,
            back: true,
            base,
        };
        found(i, i + 3, Expression::Date(when))
    }

    /// Whether "soon" at `i` stands beside a verb that looks ahead: "will soon", "soon to".
    fn soon(&self, i: usize) -> bool {
        let before = |n: usize| i.checked_sub(n).map_or(Word::None, |p| self.word(p));
        let ahead = |w| matches!(w, Word::WillVerb | Word::WouldVerb | Word::Plan);
        (1..=6).any(|n| before(n) == Word::WillVerb)
            || ahead(before(1))
            || ahead(self.word(i + 1)) && !self.is(i + 1, Word::WouldVerb)
    }

    /// Whether "once" at `i` means formerly, not one time or as soon as.
    fn once(&self, i: usize) -> bool {
        let _ = i;
        false
    }

    /// Seasons, parts, units and ordinals without an article.
    pub(super) fn plain(&self, i: usize) -> Option<Found> {
        match self.word(i) {
            Word::Season(season) => self.bare_season(i, season),
            Word::Part(Part::Noon) if i > 0 && self.str(i - 1).eq_ignore_ascii_case("high") => None,
            Word::Part(part @ (Part::Noon | Part::Midnight | Part::Midday)) => {
                Some(self.day_behind(i, i + 1, Clock::Part(part)))
            }
            Word::Units(unit) => self.bare_units(i, unit),
            Word::Ordinal(_) => self.century(i).or_else(|| self.ordinal_part(i)),
            Word::Fiscal => self.fiscal(i),
            _ => None,
        }
    }

    /// "spring 2023", "in summer".
    fn bare_season(&self, i: usize, season: Season) -> Option<Found> {
        if let Some((year, end)) = self.year_after(i + 1)
            && !(self.mark(i + 1, b',') && season == Season::Fall)
        {
            return found(i, end, Expression::Date(When::Season { season, year }));
        }
        let year = self.season_year(i + 1);
        let paired = self.is(i.wrapping_sub(1), Word::And)
            && i > 1
            && matches!(self.word(i - 2), Word::Season(_));
        let led = matches!(
            self.before(i),
            Word::In
                | Word::By
                | Word::Until
                | Word::Since
                | Word::Through
                | Word::During
                | Word::Of
        );
        let noun = self.ends_clause(i + 1) || self.generic(i + 1);
        let fall = season == Season::Fall && self.str(i).eq_ignore_ascii_case("fall");
        ((led || paired) && noun && (paired || !fall) || year != Year::Missing)
            .then(|| found(i, i + 1, Expression::Date(When::Season { season, year })))
            .flatten()
    }

    /// The year of the season behind "and" or a dash at `end`: "summer and autumn 1918".
    fn season_year(&self, end: usize) -> Year {
        if !(self.is(end, Word::And) || self.mark(end, b'-')) {
            return Year::Missing;
        }
        let mut at = end + 1;
        at += usize::from(self.is(at, Word::The));
        at += usize::from(matches!(self.word(at), Word::Early | Word::Late));
        if !matches!(self.word(at), Word::Season(_)) {
            return Year::Missing;
        }
        match self.year_after(at + 1) {
            Some((year @ Year::Full(_), _)) => year,
            _ => Year::Missing,
        }
    }

    /// "fiscal 2023", "fiscal year 2023".
    fn fiscal(&self, i: usize) -> Option<Found> {
        let at = i + 1 + usize::from(self.is(i + 1, Word::Unit(Unit::Year)));
        let at = self.skip(at, b'-');
        if let Some((year, end)) = self.year(at)
            && matches!(year, Year::Full(_) | Year::Short(_))
        {
            return found(
                i,
                end,
                Expression::Date(When::Calendar {
                    year,
                    month: None,
                    day: None,
                }),
            );
        }
        self.ordinal_part(i + 1).map(|f| Found { start: i, ..f })
    }
}
