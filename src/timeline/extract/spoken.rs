//! The day on which a transcript was spoken, where its head shows that this was not the day of its
//! publication: "today" is then the speaker's.
//!
//! Two things show it. A day in brackets on a line of its own, or at the end of the title:
//! "(June 29, 2021)". Or the hour of speaking beside the hour of publication: what began at
//! 6:02 P.M. EDT cannot have been published at seven that morning.

use chrono::{Days, NaiveDate, TimeDelta, Timelike};

use crate::{
    corpus::Article,
    temporal::{Granularity, Timestamp, read_date},
};

/// How many lines with letters make the head.
const HEAD: usize = 6;

/// How many days may lie between speaking and publication.
const LATE: i64 = 7;

/// By how many minutes the hour of speaking must lie behind that of publication, before the day of
/// speaking is moved: clocks of publication are often some hours off (corpus evidence: of 66
/// transcripts that name their day and lie further apart, 64 were spoken a day earlier).
const APART: i64 = 8 * 60;

/// The day of speaking, where it lies before that of publication.
pub fn day(article: &Article) -> Option<NaiveDate> {
    let published = article.published.as_ref()?.value;
    let title = article.title.as_ref().map(|fact| fact.value.as_str());
    let head = || {
        let lines = article
            .text
            .lines()
            .map(|line| line.trim_matches(['*', '_', '#', ' ', '\t']));
        lines.filter(|line| !line.is_empty()).take(HEAD)
    };
    title
        .and_then(|title| in_brackets(&title[title.rfind('(')?..], published.date))
        .or_else(|| head().find_map(|line| in_brackets(line, published.date)))
        .or_else(|| head().find_map(|line| by_the_clock(line, published)))
}

/// The day that is all a pair of brackets holds, some days before publication.
fn in_brackets(words: &str, published: NaiveDate) -> Option<NaiveDate> {
    let inner = words.strip_prefix('(')?.strip_suffix(')')?;
    // A day without its year would be read against the very date in question.
    inner
        .get(inner.len().checked_sub(4)?..)?
        .parse::<u16>()
        .ok()?;
    let date = read_date(inner, published)?;
    let before = (published - date.first).num_days();
    (date.granularity == Granularity::Day && !date.range && (1..=LATE).contains(&before))
        .then_some(date.first)
}

/// The day before publication, where the hour of speaking that is all of `line` says so.
fn by_the_clock(line: &str, published: Timestamp) -> Option<NaiveDate> {
    let [clock, half, zone] = line.split_whitespace().collect::<Vec<_>>()[..] else {
        return None;
    };
    let (hour, minute) = clock.split_once(':')?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    let half = match half.trim_end_matches('.') {
        "A.M" | "a.m" | "AM" => 0,
        "P.M" | "p.m" | "PM" => 12,
        _ => return None,
    };
    if !(1..=12).contains(&hour) || !(0..60).contains(&minute) {
        return None;
    }
    let ahead =
        TimeDelta::hours(zone_hours(zone)?) - TimeDelta::seconds(i64::from(published.offset?));
    let there = published
        .date
        .and_time(published.time?)
        .checked_add_signed(ahead)?;
    let spoken = (hour % 12 + half) * 60 + minute;
    let shown = i64::from(there.hour() * 60 + there.minute());
    let day = there.date().checked_sub_days(Days::new(1))?;
    (spoken - shown >= APART && day < published.date).then_some(day)
}

/// Hours ahead of UTC of the zones that heads of transcripts name.
fn zone_hours(zone: &str) -> Option<i64> {
    Some(match zone {
        "EST" | "CDT" => -5,
        "EDT" => -4,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        "GMT" | "UTC" => 0,
        "BST" | "CET" => 1,
        "CEST" => 2,
        "JST" | "KST" => 9,
        _ => return None,
    })
}
