//! The year of a day that stands without one: "Brussels, February 11".
//!
//! What may decide it, the surest first: a full date in the text close by; the
//! weekday beside the day, among the years that the text leaves open; another
//! article of the folder; the day the file was changed. No year is taken on
//! whose calendar a weekday of the text ("on Tuesday, July 11") would be wrong.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::stamp;
use crate::{
    temporal::date::{MONTHS, WEEKDAYS},
    text::{Span, steps},
};

/// The farthest that a full date in the text may lie from the article's day, in days.
const NAMED: i64 = 45;
/// The farthest that another article of the folder may lie from it, in days.
const MATE: i64 = 30;
/// The longest that a file lies unchanged before its day says nothing, in days.
const FILED: i64 = 7;
/// The most years that the text may leave open for a weekday to decide among:
/// a day falls on the same weekday again after five, six or eleven years.
const OPEN: i32 = 5;

/// What stands around an article that may tell its year.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'a> {
    /// What the other articles of its folder make of its day.
    pub mates: &'a [Mate<'a>],
    /// The day the file was changed.
    pub modified: Option<NaiveDate>,
    /// Today: nothing is published later.
    pub today: Option<NaiveDate>,
}

/// An article of the same folder that may tell the year of a day.
#[derive(Clone, Copy, Debug)]
pub struct Mate<'a> {
    /// The day, with the year that puts it close to the article.
    date: NaiveDate,
    /// When the article was published.
    published: NaiveDate,
    /// Its path.
    path: &'a str,
}

/// What the articles of a folder make of `month` and `day`, each date once, in their order.
pub fn mates<'a>(dated: &[(NaiveDate, &'a str)], month: u32, day: u32) -> Vec<Mate<'a>> {
    let mut known = HashSet::new();
    let near = dated.iter().filter_map(|&(published, path)| {
        let date = nearest(published, month, day, MATE)?;
        known.insert(date).then_some(Mate {
            date,
            published,
            path,
        })
    });
    near.collect()
}

/// A weekday that the text sets beside a day without a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Named {
    /// From Monday, 0.
    weekday: u32,
    month: u32,
    day: u32,
}

/// The year that makes `month` and `day` the day of publication, and why, where
/// something decides it.
pub fn of(text: &str, month: u32, day: u32, around: &Around<'_>) -> Option<(NaiveDate, String)> {
    let weekdays = weekdays(text);
    let fits = |date: &NaiveDate| {
        around.today.is_none_or(|today| *date <= today)
            && weekdays.iter().all(|named| named.fits(*date))
    };
    // A report that names a later year was not written in the year of an older date.
    let latest = around
        .today
        .and_then(|today| latest_year(text, today.year()));
    full_dates(text, month, day, &fits)
        .filter(|(date, _)| latest.is_none_or(|latest| date.year() >= latest))
        .or_else(|| by_weekday(text, month, day, &weekdays, around, &fits))
        .or_else(|| {
            let mate = around.mates.iter().find(|mate| fits(&mate.date))?;
            let reason = format!(
                "year of {}, which tells the same story, dated {}",
                mate.path, mate.published
            );
            Some((mate.date, reason))
        })
        .or_else(|| {
            let modified = around.modified?;
            let date = nearest(modified, month, day, FILED).filter(|date| *date <= modified)?;
            fits(&date).then(|| (date, format!("year of the file, changed {modified}")))
        })
}

/// A full date of the text that lies close to the day.
fn full_dates(
    text: &str,
    month: u32,
    day: u32,
    fits: &impl Fn(&NaiveDate) -> bool,
) -> Option<(NaiveDate, String)> {
    let stamps = stamp::scan(text, Span::new(0, text.len()));
    let mut known = HashSet::new();
    let mut full = stamps.iter().filter(|s| s.other.is_none());
    full.find_map(|s| {
        // A date that does not fit does so however often it stands there.
        if !known.insert(s.when.date) {
            return None;
        }
        nearest(s.when.date, month, day, NAMED)
            .filter(fits)
            .map(|date| (date, format!("year of “{}” in the text", s.span.of(text))))
    })
}

/// The one year, from the latest that the text names to that of the file or today,
/// on whose calendar the weekdays of the text are right.
fn by_weekday(
    text: &str,
    month: u32,
    day: u32,
    weekdays: &[Named],
    around: &Around<'_>,
    fits: &impl Fn(&NaiveDate) -> bool,
) -> Option<(NaiveDate, String)> {
    let named = weekdays.first()?;
    let until = around.modified.into_iter().chain(around.today).min()?;
    let since = latest_year(text, until.year())?;
    if until.year() - since > OPEN {
        return None;
    }
    let mut open = (since..=until.year())
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .filter(|date| *date <= until && fits(date));
    let date = open.next()?;
    let reason = format!(
        "the only year from {since}, which the text names, to {} with {} {} on a {}",
        until.year(),
        MONTHS[named.month as usize - 1],
        named.day,
        WEEKDAYS[named.weekday as usize],
    );
    open.next().is_none().then_some((date, reason))
}

impl Named {
    /// Whether the weekday is right in the year that puts the day closest to `date`.
    fn fits(self, date: NaiveDate) -> bool {
        nearest(date, self.month, self.day, 183)
            .is_none_or(|day| day.weekday().num_days_from_monday() == self.weekday)
    }
}

/// "Tuesday, July 11", "Wednesday (26 June)": weekdays with a day behind them. A
/// day that has its year stands for itself and is left out.
fn weekdays(text: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let mut known = HashSet::new();
    for (weekday, word) in (0..).zip(WEEKDAYS) {
        for at in memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()) {
            let rest = &text[at + word.len()..];
            let tail = rest.trim_start_matches([',', ' ', '(', '\u{a0}']);
            if rest.len() - tail.len() > 3 || rest.len() == tail.len() {
                continue;
            }
            let tail = tail.strip_prefix("the ").unwrap_or(tail);
            if let Some((month, day, length)) = stamp::month_day(tail)
                && !year_follows(&tail[length..])
            {
                let named = Named {
                    weekday,
                    month,
                    day,
                };
                if known.insert(named) {
                    found.push(named);
                }
            }
        }
    }
    found
}

fn year_follows(rest: &str) -> bool {
    let rest = rest.trim_start_matches([',', ' ', '\u{a0}', '.']);
    rest.len() >= 4 && rest.bytes().take(4).all(|b| b.is_ascii_digit())
}

/// The latest year that the text names as gone or going, up to `until`: "in 2023",
/// not "by 2030".
fn latest_year(text: &str, until: i32) -> Option<i32> {
    let bytes = text.as_bytes();
    memchr::memmem::find_iter(bytes, b" 20")
        .filter_map(|at| {
            let year = text.get(at + 1..at + 5)?;
            let ends = !bytes.get(at + 5).is_some_and(u8::is_ascii_alphanumeric);
            let before = text[..at].rsplit(' ').next().unwrap_or_default();
            let ahead = [
                "by", "until", "till", "to", "through", "before", "over", "than",
            ];
            let year = year.parse::<i32>().ok().filter(|_| ends)?;
            (!ahead.contains(&before) && year <= until).then_some(year)
        })
        .max()
}

/// The `month`-`day` closest to `near`, where it lies within `reach` days.
fn nearest(near: NaiveDate, month: u32, day: u32, reach: i64) -> Option<NaiveDate> {
    steps::take(1);
    (near.year() - 1..=near.year() + 1)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| (*date - near).num_days().abs() <= reach)
}
