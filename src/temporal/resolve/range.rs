//! What has a beginning and an end: "June 29-30", "5-8pm", "Ramadan".

use chrono::{Days, NaiveDate};

use super::point::Point;
use super::{Answer, Resolver, date_timex, holiday, rules, time};
use crate::temporal::date::Date;
use crate::temporal::recognize::{Clock, Tok, When};
use crate::temporal::timex::{Timex, TimexType};
use crate::text::Span;

impl Resolver {
    /// "June 29-30": both ends, the second read against the first; as fine as the first.
    pub(super) fn range(
        &mut self,
        span: Span,
        first: When,
        last: When,
        around: (&[Tok], usize, usize),
    ) -> Timex {
        let begin = self.date(first, around);
        self.remember(&begin, first, span, around);
        let end = self.date(last, around);
        self.remember(&end, last, span, around);
        let (Some(a), Some(b)) = (begin.point, end.point) else {
            return date_timex(
                span,
                TimexType::Date,
                None,
                Answer::impossible("one end of the range is no date"),
            );
        };
        let date = a
            .date(begin.certainty)
            .zip(b.date(end.certainty))
            .map(|(a, b)| Date {
                last: b.last.max(a.first),
                range: true,
                ..a
            });
        let mut timex = date_timex(span, TimexType::Date, None, begin);
        between(&mut timex, a.to_string(), b.to_string());
        timex.date = date;
        timex
    }

    /// "5-8pm": both times on the day that is written or inherited; one that is earlier in the day
    /// than the first is on the next.
    pub(super) fn hours(
        &mut self,
        span: Span,
        when: Option<When>,
        (first, last): (Clock, Clock),
        around: (&[Tok], usize, usize),
    ) -> Timex {
        let mut timex = self.time(span, when, first, around, None);
        let (Some((day, from)), Ok(to)) = (timex.value.split_once('T'), time::spell(last)) else {
            return timex;
        };
        let over = to.trim_start_matches('T') <= from;
        let next = over
            .then(|| day.parse::<NaiveDate>().ok())
            .flatten()
            .and_then(|day| day.checked_add_days(Days::new(1)));
        let end = match next {
            Some(next) => format!("{}{to}", Point::Day(next)),
            None => format!("{day}{to}"),
        };
        let begin = timex.value.clone();
        between(&mut timex, begin, end);
        timex
    }
}

/// A feast of many days takes all of them: "Ramadan".
pub(super) fn lasting(timex: &mut Timex, when: When) {
    let (When::Holiday(feast, _) | When::HolidayShift(feast, _)) = when else {
        return;
    };
    let Some((date, days)) = timex
        .date
        .and_then(|date| Some((date, holiday::lasts(feast, date.first)?)))
    else {
        return;
    };
    let Some(last) = date.first.checked_add_days(Days::new(days - 1)) else {
        return;
    };
    between(
        timex,
        Point::Day(date.first).to_string(),
        Point::Day(last).to_string(),
    );
    timex.rule = &rules::HOLIDAY;
    timex.date = Some(Date {
        last,
        range: true,
        ..date
    });
}

/// Makes a range of a timex.
fn between(timex: &mut Timex, begin: String, end: String) {
    timex.value = format!("{begin}/{end}");
    timex.explanation = format!("from {begin} to {end}").into();
    timex.begin = Some(begin.into());
    timex.end = Some(end.into());
    timex.rule = &rules::RANGE;
}
