//! Seasons and fiscal years: "the spring of 1916", "in summer", "fiscal 2023".

use super::{Expression, Found, Reader, When, Year, found};
use crate::temporal::lexicon::{Season, Unit, Word};
use crate::text::token::Kind;

impl Reader<'_> {
    /// "the spring of 1916", "the summer".
    pub(super) fn the_season(&self, i: usize, season: Season) -> Option<Found> {
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

    /// "spring 2023", "in summer".
    pub(super) fn bare_season(&self, i: usize, season: Season) -> Option<Found> {
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
        let told = self.story && season != Season::Fall && self.token(i + 1).kind == Kind::Word;
        let noun = self.ends_clause(i + 1) || self.generic(i + 1);
        let fall = season == Season::Fall && self.str(i).eq_ignore_ascii_case("fall");
        ((led || paired) && noun && (paired || !fall) || told || year != Year::Missing)
            .then(|| found(i, i + 1, Expression::Date(When::Season { season, year })))
            .flatten()
    }

    /// The year of the season behind "and" or a dash at `end`: "summer and autumn 1918".
    pub(super) fn season_year(&self, end: usize) -> Year {
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
    pub(super) fn fiscal(&self, i: usize) -> Option<Found> {
        let at = i + 1 + usize::from(self.is(i + 1, Word::Unit(Unit::Year)));
        let at = self.skip(at, b'-');
        if let Some((year, end)) = self.year(at).or_else(|| self.glued_year(at))
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
