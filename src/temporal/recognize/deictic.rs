//! Words that point by themselves: "yesterday", "now", "year's end", "year-ago".

use super::{
    AnchorRef, Clock, Count, Expression, Found, Reader, Recurring, Vague, When, Year, found,
};
use crate::temporal::lexicon::{Part, Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// Words that point without an article: "today", "now", "year's end", "day-long".
    pub(super) fn deictic(&self, i: usize) -> Option<Found> {
        let day = |by: i32| {
            self.timed(
                i,
                i + 1,
                When::Shift {
                    unit: Unit::Day,
                    by,
                    base: AnchorRef::Published,
                },
            )
        };
        let vague = |v| found(i, i + 1, Expression::Vague(v));
        match self.word(i) {
            Word::Today if self.masthead(i) => None,
            Word::Today => day(0),
            Word::Yesterday => day(-1),
            Word::Tomorrow if self.far_off(i) => vague(Vague::Future),
            Word::Tomorrow => day(1),
            Word::Overnight if self.all_at_once(i) => None,
            Word::Tonight | Word::Overnight => found(
                i,
                i + 1,
                Expression::Time(
                    Some(When::Shift {
                        unit: Unit::Day,
                        by: 0,
                        base: AnchorRef::Published,
                    }),
                    Clock::Part(Part::Night),
                ),
            ),
            Word::Now | Word::Currently => vague(Vague::Present),
            // "as recently as Tuesday"
            Word::Recently if self.str(i + 1) == "as" => None,
            Word::Recently => vague(Vague::Past),
            Word::Soon if self.soon(i) => vague(Vague::Future),
            Word::Present if self.is(i.wrapping_sub(1), Word::At) => vague(Vague::Present),
            Word::Present if self.is(i + 1, Word::Unit(Unit::Day)) => {
                found(i, i + 2, Expression::Vague(Vague::Present))
            }
            Word::Present if self.mark(i + 1, b'-') && self.is(i + 2, Word::Unit(Unit::Day)) => {
                found(i, i + 3, Expression::Vague(Vague::Present))
            }
            // "the Back to the Future trilogy", "Fostering the Future": a name.
            Word::Future if self.token(i).capital && !self.token(i).upper && i > 0 => None,
            Word::Future => vague(Vague::Future),
            Word::Current => self.pointing(i, false).or_else(|| {
                self.describes_noun(i)
                    .then(|| vague(Vague::Present))
                    .flatten()
            }),
            Word::Former if self.story && self.describes_noun(i) => vague(Vague::Past),
            Word::Lasting(unit) => found(
                i,
                i + 1,
                Expression::Duration {
                    count: Count::whole(1),
                    unit,
                    direction: None,
                },
            ),
            Word::Unit(unit) => {
                if self.mark(i + 1, b'-') && self.is(i + 2, Word::Long) && self.joined(i + 1) {
                    return found(
                        i,
                        i + 3,
                        Expression::Duration {
                            count: Count::whole(1),
                            unit,
                            direction: None,
                        },
                    );
                }
                if let Some(f) = self.year_ago(i, unit).or_else(|| self.past_hour(i)) {
                    return Some(f);
                }
                let end = if self.mark(i + 1, b'\'') && self.is(i + 2, Word::S) {
                    i + 3
                } else {
                    self.skip(i + 1, b'-')
                };
                // "by year end"
                let led = unit == Unit::Year && matches!(self.before(i), Word::By | Word::At);
                ((end > i + 1 || led)
                    && self.is(end, Word::End)
                    && matches!(unit, Unit::Year | Unit::Month | Unit::Week))
                .then(|| self.unit_end(i, end, unit))
                .flatten()
            }
            // "failed to date"; "to date the bones" is a verb.
            Word::Date
                if self.is(i.wrapping_sub(1), Word::To)
                    && (i < 2 || self.str(i - 2) != "up")
                    && (self.ends_clause(i + 1)
                        || matches!(self.word(i + 1), Word::PastVerb | Word::PresentVerb)) =>
            {
                vague(Vague::Present)
            }
            // "long ago", "not long ago"
            Word::Long if self.is(i + 1, Word::Ago) => {
                found(i, i + 2, Expression::Vague(Vague::Past))
            }
            _ => None,
        }
    }

    /// "year-end", "month's end", and "year-end 1988", whose end stands at `end`.
    fn unit_end(&self, i: usize, end: usize, unit: Unit) -> Option<Found> {
        if unit == Unit::Year
            && let Some((year @ Year::Full(_), stop)) = self.year(end + 1)
        {
            let (month, day) = (None, None);
            return found(
                i,
                stop,
                Expression::Date(When::Calendar { year, month, day }),
            );
        }
        let (by, base) = (0, AnchorRef::Published);
        found(i, end + 1, Expression::Date(When::Shift { unit, by, base }))
    }

    /// Whether the part of the day at `i` is led by a word that makes it a time: "at dawn", "by
    /// nightfall"; "at night" is any night.
    fn led_part(&self, i: usize, part: Part) -> bool {
        match self.before(i) {
            Word::At => part != Part::Night,
            Word::By | Word::Until | Word::Before => {
                !self.joined(i) && self.token(i + 1).kind != Kind::Number
            }
            _ => false,
        }
    }

    /// Whether the part of the day at `i` is that of any day: "night attacks", "in daytime".
    fn any(&self, i: usize, part: Part) -> bool {
        const OTHERS: [&str; 10] = [
            "fell", "falls", "came", "sky", "vision", "club", "clubs", "shift", "school", "train",
        ];
        let led = matches!(
            self.before(i),
            Word::None | Word::A | Word::And | Word::By | Word::In
        );
        let next = i + 1 + usize::from(self.tight(i + 1, b'-'));
        let noun = self.token(next);
        let describes = noun.kind == Kind::Word
            && !noun.capital
            && self.word(next) == Word::None
            && !OTHERS.contains(&self.str(next));
        part == Part::Daytime || led && !self.joined(i) && describes
    }

    /// Whether "Today" at `i` ends the name of a paper or a channel: "USA TODAY".
    fn masthead(&self, i: usize) -> bool {
        i > 0
            && self.token(i).capital
            && matches!(
                self.str(i - 1),
                "USA" | "Russia" | "Christianity" | "Psychology"
            )
    }

    /// Whether "overnight" at `i` only says how fast: "almost overnight", "an overnight success",
    /// "became a star overnight", "will not happen overnight".
    fn all_at_once(&self, i: usize) -> bool {
        const SUCCESS: [&str; 8] = [
            "success",
            "successes",
            "sensation",
            "sensations",
            "celebrity",
            "millionaire",
            "fame",
            "stardom",
        ];
        const FAMOUS: [&str; 8] = [
            "star",
            "hero",
            "famous",
            "rich",
            "celebrity",
            "millionaire",
            "household",
            "icon",
        ];
        const SLOW: [&str; 12] = [
            "happen",
            "happened",
            "change",
            "changed",
            "solve",
            "solved",
            "fix",
            "fixed",
            "build",
            "built",
            "heal",
            "transform",
        ];
        let any = |words: &[&str], mut range: std::ops::Range<usize>| {
            range.any(|at| words.contains(&self.str(at)))
        };
        let near = i.saturating_sub(6)..i;
        let wide = i.saturating_sub(10)..i;
        let about = i > 0 && ["almost", "virtually", "practically"].contains(&self.str(i - 1));
        let denied = any(&["not", "t", "never", "nothing", "cannot"], wide);
        about
            || SUCCESS.contains(&self.str(i + 1))
            || any(&["became", "become", "becomes", "becoming"], near.clone())
                && any(&FAMOUS, near.clone())
            || i == 0 && any(&["became", "become"], 1..7) && any(&FAMOUS, 1..9)
            || denied && any(&SLOW, near)
    }

    /// Whether "tomorrow" at `i` is no day: "the industries of tomorrow"; "as of tomorrow" is one.
    fn far_off(&self, i: usize) -> bool {
        i > 1 && self.is(i - 1, Word::Of) && self.str(i - 2) != "as" && self.generic(i + 1)
    }

    /// Whether the adjective of time at `i` stands before a word of its own: "the current rules",
    /// "recent losses"; not in "current affairs" or "the most recent".
    pub(super) fn describes_noun(&self, i: usize) -> bool {
        let next = self.token(i + 1);
        // "the journal Current Biology"
        let name = i > 0 && self.token(i).capital && !self.token(i).upper && next.capital;
        !name
            && next.kind == Kind::Word
            && next.gap < Gap::Blank
            && !self.joined(i + 1)
            && matches!(
                self.word(i + 1),
                Word::None | Word::Weekday(_) | Word::Month(_) | Word::Every(_) | Word::Fiscal
            )
            && !matches!(
                self.str(i + 1),
                "account" | "accounts" | "affairs" | "assets" | "liabilities"
            )
            && !matches!(self.before(i), Word::More | Word::Most)
    }

    /// "the year-ago quarter", "the year-earlier period".
    pub(super) fn year_ago(&self, i: usize, unit: Unit) -> Option<Found> {
        if !self.tight(i + 1, b'-') || !matches!(self.word(i + 2), Word::Ago | Word::Earlier) {
            return None;
        }
        let base = if self.is(i + 2, Word::Ago) {
            AnchorRef::Published
        } else {
            AnchorRef::Named
        };
        // "the year-ago quarter", "the year-earlier period"
        let part = match self.word(i + 3) {
            Word::Unit(part @ (Unit::Quarter | Unit::Month)) => Some(part),
            _ if self.str(i + 3) == "period" => Some(Unit::Quarter),
            _ => None,
        };
        if let Some(part) = part.filter(|_| unit == Unit::Year) {
            return found(i, i + 4, Expression::Date(When::YearBefore(part)));
        }
        let when = When::Offset {
            count: Count::whole(1),
            unit,
            back: true,
            base,
        };
        found(i, i + 3, Expression::Date(when))
    }

    /// Whether "soon" at `i` stands beside a verb that looks ahead: "will soon", "soon to".
    pub(super) fn soon(&self, i: usize) -> bool {
        let before = |n: usize| i.checked_sub(n).map_or(Word::None, |p| self.word(p));
        let ahead = |w| matches!(w, Word::WillVerb | Word::WouldVerb | Word::Plan);
        (1..=6).any(|n| before(n) == Word::WillVerb)
            || ahead(before(1))
            || ahead(self.word(i + 1)) && !self.is(i + 1, Word::WouldVerb)
    }

    /// Seasons, parts, units and ordinals without an article.
    pub(super) fn plain(&self, i: usize) -> Option<Found> {
        match self.word(i) {
            Word::Season(season) => self.bare_season(i, season),
            // "Midnight Express"
            Word::Part(_) if i > 0 && self.token(i).capital && self.name(i + 1) => None,
            Word::Part(Part::Noon) if i > 0 && self.str(i - 1).eq_ignore_ascii_case("high") => None,
            // "midnight EST Nov. 22"
            Word::Part(part @ (Part::Noon | Part::Midnight | Part::Midday)) => {
                Some(self.day_behind(i, self.zone(i + 1).1, Clock::Part(part)))
            }
            // "at dawn on Tuesday", "by nightfall", "until evening"
            Word::Part(part @ (Part::Morning | Part::Evening | Part::Night))
                if self.led_part(i, part) =>
            {
                Some(self.day_behind(i, i + 1, Clock::Part(part)))
            }
            Word::Part(part @ (Part::Night | Part::Daytime)) if self.story && self.any(i, part) => {
                let what = Recurring::Part(part);
                let (quant, times) = (None, None);
                found(i, i + 1, Expression::Set { what, quant, times })
            }
            Word::Units(unit) => self.bare_units(i, unit),
            // "at night": any night.
            Word::Part(Part::Night) if self.is(i.wrapping_sub(1), Word::At) && !self.joined(i) => {
                found(
                    i,
                    i + 1,
                    Expression::Set {
                        what: Recurring::Part(Part::Night),
                        quant: None,
                        times: None,
                    },
                )
            }
            // "Fourth of July weekend"
            Word::Ordinal(_) if self.is(i + 1, Word::Of) && self.month(i + 2).is_some() => {
                self.day_start(i)
            }
            Word::Ordinal(_) => self
                .nth_weekday(i, i)
                .or_else(|| self.century(i))
                .or_else(|| self.ordinal_part(i)),
            Word::Fiscal => self.fiscal(i),
            _ => None,
        }
    }
}
