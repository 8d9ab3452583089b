//! Lengths of time and what is counted from them: "two days", "16-hour", "three years ago".

use super::{Count, Direction, Expression, Found, Reader, Recurring, Vague, found};
use crate::temporal::lexicon::{Part, Unit, Word};
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// A unit of time at `i`, and whether it stands in the plural.
    pub(super) fn unit(&self, i: usize) -> Option<(Unit, bool)> {
        match self.word(i) {
            Word::Unit(unit) => Some((unit, false)),
            Word::Units(unit) | Word::UnitShort(unit) => Some((unit, true)),
            Word::Part(Part::Night) => Some((Unit::Night, false)),
            Word::Parts(Part::Night) => Some((Unit::Night, true)),
            _ => None,
        }
    }

    /// Past adjectives that stand between a count and its unit: "two more weeks".
    fn adjectives(&self, mut i: usize) -> (usize, Option<Direction>) {
        let mut direction = None;
        for _ in 0..2 {
            match self.word(i) {
                Word::More | Word::Full | Word::Long | Word::Other => {}
                Word::Past | Word::Last | Word::Previous | Word::Recent => {
                    direction = Some(Direction::Before);
                }
                Word::Next | Word::Coming | Word::Following => direction = Some(Direction::After),
                // "two bloody weeks", "five trading days": an adjective, as the plural unit behind it shows.
                _ if self.describes(i) => {}
                _ => break,
            }
            i += 1;
        }
        (i, direction)
    }

    /// Whether an unknown word in lower case stands at `i`, right before units in the plural.
    fn describes(&self, i: usize) -> bool {
        let token = self.token(i);
        token.kind == Kind::Word
            && !token.capital
            && token.gap == Gap::Space
            && self.word(i) == Word::None
            && !self.str(i).ends_with('s')
            && matches!(self.word(i + 1), Word::Units(unit) if unit >= Unit::Hour)
    }

    /// A count of units at `i` and what follows from it.
    pub(super) fn quantity_start(&self, i: usize) -> Option<Found> {
        let (count, at) = self.count(i)?;
        self.counted(i, count, at)
            .or_else(|| self.recurring_ago(i, count, at))
    }

    /// A unit at `at` that `count` counts.
    pub(super) fn counted(&self, i: usize, mut count: Count, at: usize) -> Option<Found> {
        let hyphen = self.mark(at, b'-') && self.joined(at);
        let glued = self.joined(at) && !hyphen && !self.mark(at - 1, b'-');
        let (unit_at, direction) = if hyphen {
            (at + 1, None)
        } else {
            self.adjectives(at)
        };
        let (unit, plural) = self.unit(unit_at)?;
        if glued && !matches!(self.word(unit_at), Word::UnitShort(_)) {
            return None;
        }
        if direction.is_some() && !plural {
            return None;
        }
        if self.titled(i, unit_at) || self.war(unit_at) {
            return None;
        }
        let article = self.is(i, Word::A);
        if !self.countable(i, count, unit, plural, hyphen, unit_at) {
            return None;
        }
        // "will one day return"
        let some_day = self.is(i, Word::Cardinal(1)) && unit == Unit::Day && unit_at == i + 1;
        // "One day, he will return"
        let opens = i == 0 && (unit_at + 1..unit_at + 5).any(|j| self.is(j, Word::WillVerb));
        let led = matches!(self.before(i), Word::WillVerb | Word::WouldVerb | Word::May);
        if some_day && (led || opens) {
            return found(i, at + 1, Expression::Vague(Vague::Future));
        }
        // "one day last week"
        if self.is(i, Word::Cardinal(1))
            && matches!(unit, Unit::Day | Unit::Night)
            && matches!(self.word(unit_at + 1), Word::Last | Word::This | Word::Next)
            && let Some(within) = self.deeper().pointing(unit_at + 1, false)
        {
            return Some(Found { start: i, ..within });
        }
        let mut end = unit_at + 1;
        if matches!(self.word(unit_at), Word::UnitShort(_)) {
            end = self.skip_tight(end, b'.');
        }
        // "an hour and a half"
        if article
            && !hyphen
            && let Count::Exact(n) = count
            && let Some(stop) = self.and_a_half(end)
        {
            count = Count::Exact(n + 500);
            end = stop;
        }
        if self.age(end) {
            return None;
        }
        if matches!(self.token(end).kind, Kind::Mark(b'-')) && self.joined(end) {
            if self.is(end + 1, Word::Long) {
                // "a year-long inquiry": the article is the inquiry's.
                let start = if article && unit_at == i + 1 {
                    unit_at
                } else {
                    i
                };
                return found(
                    start,
                    end + 2,
                    Expression::Duration {
                        count,
                        unit,
                        direction,
                    },
                );
            }
        } else if self.is(end, Word::Long) && !plural {
            end += 1;
        }
        if direction.is_none()
            && let Some(share) = self.share(i, end, count, unit)
        {
            return Some(share);
        }
        let offset = self.offset(i, end, count, unit, direction);
        Some(self.compound(&offset).unwrap_or(offset))
    }

    /// Whether the unit at `i` names a war: "the Thirty Years' War", "the Six-Day War".
    fn war(&self, i: usize) -> bool {
        let at = self.skip(i + 1, b'\'');
        self.token(i).capital && matches!(self.str(at), "War" | "Wars")
    }

    /// Whether `i..=last` is a name in quotation marks: the programme "60 Minutes".
    fn titled(&self, i: usize, last: usize) -> bool {
        let quote = |at: usize| self.mark(at, b'\'') || self.mark(at, b'"');
        let stop = self.tight(last + 1, b'.') || self.tight(last + 1, b',');
        let close = last + 1 + usize::from(stop);
        self.token(last).capital
            && i > 0
            && quote(i - 1)
            && self.joined(i)
            && quote(close)
            && self.joined(close)
            && !(self.is(close + 1, Word::S) && self.joined(close + 1))
    }

    /// Whether this count and unit go together as a length of time.
    fn countable(
        &self,
        i: usize,
        count: Count,
        unit: Unit,
        plural: bool,
        hyphen: bool,
        at: usize,
    ) -> bool {
        if count == Count::Exact(0) {
            return false;
        }
        // "three quarters of the city", "three-quarters full": a fraction.
        if unit == Unit::Quarter
            && count == Count::whole(3)
            && (hyphen || self.is(at + 1, Word::Of) || self.is(at + 1, Word::Full))
        {
            return false;
        }
        if self.is(i, Word::A) && at == i + 1 {
            match unit {
                Unit::Second | Unit::Quarter | Unit::Weekend => return false,
                Unit::Day | Unit::Night | Unit::Minute => {
                    // "a day" is a length only beside words that measure.
                    let measured = matches!(
                        self.before(i),
                        Word::For
                            | Word::Within
                            | Word::In
                            | Word::About
                            | Word::Nearly
                            | Word::Than
                            | Word::Under
                            | Word::Over
                            | Word::After
                            | Word::Just
                            | Word::Only
                    ) || matches!(
                        self.word(at + 1),
                        Word::Ago | Word::Later | Word::Earlier | Word::Before | Word::After
                    );
                    return measured && !self.mark(at + 1, b'-');
                }
                _ => return !self.mark(at + 1, b'-') || self.is(at + 2, Word::Long),
            }
        }
        if plural || hyphen {
            return true;
        }
        match unit {
            Unit::Second | Unit::Quarter => false,
            _ => {
                count == Count::whole(1)
                    || matches!(count, Count::Exact(250 | 500))
                    || self.token(at).gap == Gap::Space
                        && self.number(i).is_none_or(|(n, _)| n < 100)
            }
        }
    }

    /// Whether what ends at `end` is an age: "-old", "old", "of age".
    pub(super) fn age(&self, end: usize) -> bool {
        let at = self.skip(end, b'-');
        self.is(at, Word::Old)
            || self.str(at) == "olds"
            || (self.is(end, Word::Of) && self.str(end + 1) == "age")
    }

    /// "weeks", "decades-long": units in the plural without a count.
    pub(super) fn bare_units(&self, i: usize, unit: Unit) -> Option<Found> {
        let vague = |end| {
            found(
                i,
                end,
                Expression::Duration {
                    count: Count::Vague,
                    unit,
                    direction: None,
                },
            )
        };
        if self.mark(i + 1, b'-') && self.is(i + 2, Word::Long) {
            return vague(i + 3);
        }
        // "on weekends"
        if unit == Unit::Weekend && matches!(self.before(i), Word::On | Word::At) {
            let what = Recurring::Unit(Count::whole(1), unit);
            let (quant, times) = (None, None);
            return found(i, i + 1, Expression::Set { what, quant, times });
        }
        if unit < Unit::Hour && !matches!(self.before(i), Word::In | Word::Within | Word::Just)
            || unit == Unit::Second
            || matches!(unit, Unit::Night | Unit::Weekend | Unit::Quarter)
        {
            return None;
        }
        if self.is(i + 1, Word::Ago) || matches!(self.word(i + 1), Word::Later | Word::Earlier) {
            return Some(self.offset(i, i + 1, Count::Vague, unit, None));
        }
        if self.is(i.wrapping_sub(1), Word::The)
            && self.is(i.wrapping_sub(2), Word::In)
            && matches!(
                self.word(i + 1),
                Word::Before | Word::After | Word::That | Word::Since
            )
        {
            return vague(i + 1);
        }
        // "resigned, days after the vote"
        let apart = unit >= Unit::Day
            && matches!(self.word(i + 1), Word::After | Word::Before)
            && !self.ends_clause(i + 2)
            && !matches!(
                self.before(i),
                Word::Number | Word::Cardinal(_) | Word::Tens(_) | Word::Power(_) | Word::The
            );
        if apart {
            return vague(i + 1);
        }
        // "It took years", "months of talks"
        let spent = i > 0
            && matches!(
                self.str(i - 1),
                "took"
                    | "takes"
                    | "take"
                    | "taken"
                    | "spent"
                    | "spend"
                    | "spending"
                    | "lasted"
                    | "waited"
            );
        let of = self.is(i + 1, Word::Of)
            && unit > Unit::Night
            && (i == 0
                || matches!(
                    self.str(i - 1),
                    "with" | "despite" | "following" | "and" | "ended"
                ));
        (spent
            || of
            || matches!(
                self.before(i),
                Word::For
                    | Word::In
                    | Word::Within
                    | Word::After
                    | Word::Over
                    | Word::Since
                    | Word::Just
            ))
        .then(|| vague(i + 1))
        .flatten()
    }
}
