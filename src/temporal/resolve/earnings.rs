//! Periods of a report of earnings: "the quarter", "the latest period", "from a year earlier".
//!
//! Such a report is about one period, the quarter or half that it names last or that ended last
//! before it was published; what it compares with is the same period of the year before, as coarse
//! as the reported one (AP business style; corpus: MEANTIME).

use super::point::{Point, add_years};
use super::{Answer, Named, Resolver, Tense, anchor, rules, tense};
use crate::temporal::Mode;
use crate::temporal::lexicon::classes::{self, COMPARING, Class};
use crate::temporal::lexicon::{Unit, Word};
use crate::temporal::recognize::Tok;
use crate::temporal::timex::Anchor;
use crate::text::token::{Kind, pack};

/// How many sentences later a figure is still compared with that of the period reported.
const COMPARED: usize = 2;

impl Resolver {
    /// Remembers the period that is reported: a quarter or half that is told as past, or the one that
    /// ends with the day of tokens `around`: "three months ended June 30".
    pub(super) fn report_period(&mut self, named: Named, around: (&[Tok], usize, usize)) {
        if self.mode == Mode::Narrative {
            return;
        }
        let point = match named.point {
            Point::Quarter(..) | Point::Half(..) => Some(named.point),
            Point::Day(_) => ended_period(named.point, around.0, around.1),
            _ => None,
        };
        let ahead = || tense(around.0, around.1, around.2) == Tense::Future;
        if let Some(point) = point.filter(|_| !ahead()) {
            self.reported = Some(Named { point, ..named });
        }
    }

    /// "the quarter", "the latest quarter", "the latest period": the period that is reported; where
    /// the clause looks ahead, the one that is running.
    pub(super) fn reported(&self, latest: bool, around: (&[Tok], usize, usize)) -> Answer {
        let Some(published) = self.published() else {
            return Answer::unanchored();
        };
        let running = Point::around(published.date, Unit::Quarter);
        let (point, anchor, words) =
            if !latest && tense(around.0, around.1, around.2) == Tense::Future {
                (Some(running), published, "the quarter that is running on")
            } else if let Some((point, anchor)) = self.reported_period() {
                (Some(point), anchor, "the period reported, named at")
            } else {
                let ended = running.shift(Unit::Quarter, -1);
                (ended, published, "the quarter that ended before")
            };
        let explanation = format!("{words} {}", anchor.date);
        Answer::from_anchor(point, &rules::QUARTER, anchor, explanation)
    }

    /// The period that the report named last, where it named one.
    pub(super) fn reported_period(&self) -> Option<(Point, Anchor)> {
        let named = self.reported?;
        Some((named.point, anchor(named)?))
    }

    /// "from a year ago", "against 2 million a year earlier": the period reported, so many years
    /// before, where a figure is compared with it.
    pub(super) fn compared_period(
        &self,
        years: i32,
        (toks, start, _): (&[Tok], usize, usize),
    ) -> Option<Answer> {
        let named = self
            .reported
            .filter(|n| n.sentence + COMPARED >= self.sentence)?;
        let compares = toks[start.saturating_sub(10)..start]
            .iter()
            .any(|t| classes::is(COMPARING, t.token.key));
        let point = compares.then(|| years_before(named.point, years))??;
        let anchor = anchor(named)?;
        let explanation = format!("the period of {} a year before", anchor.date);
        Some(Answer::from_anchor(
            Some(point),
            &rules::LATER,
            anchor,
            explanation,
        ))
    }
}

/// A quarter, half or year so many years before.
pub(super) fn years_before(point: Point, years: i32) -> Option<Point> {
    let back = |y: i32| add_years(y, -years);
    Some(match point {
        Point::Quarter(y, q) => Point::Quarter(back(y)?, q),
        Point::Half(y, h) => Point::Half(back(y)?, h),
        Point::Season(y, s) => Point::Season(back(y)?, s),
        Point::Year(y) => Point::Year(back(y)?),
        _ => return None,
    })
}

/// The quarter or half that the day at token `start` ends: "the three months ended June 30".
fn ended_period(day: Point, toks: &[Tok], start: usize) -> Option<Point> {
    let before = |n: usize| start.checked_sub(n).map(|p| &toks[p]);
    let ends = before(1)?;
    let ended = ends.word == Word::To
        || ends.word == Word::Through
        || [pack("ended"), pack("ending"), pack("ends")].contains(&ends.token.key);
    let months = ended && before(2)?.word == Word::Units(Unit::Month);
    let count = match before(3).filter(|_| months)?.word {
        Word::Cardinal(n) => u64::from(n),
        Word::Number => before(3)?.token.number,
        _ => return None,
    };
    let last = day.first()?;
    match (count, Point::around(last, Unit::Quarter)) {
        (3, quarter) => Some(quarter),
        (6, Point::Quarter(y, q @ (2 | 4))) => Some(Point::Half(y, q / 2)),
        _ => None,
    }
}

/// Whether words of a class stand right behind the period that ends at token `end`: "second-quarter
/// earnings", "first-half net profit".
pub(super) fn followed_by(class: Class, toks: &[Tok], end: usize) -> bool {
    toks.iter()
        .skip(end)
        .take(3)
        .take_while(|t| t.token.kind == Kind::Word)
        .any(|t| classes::is(class, t.token.key))
}
