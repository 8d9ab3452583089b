//! The day of publication where the outlet is: a stamp in UTC may lie on the day before or after.
//!
//! What decides: an offset in the stamp itself (then its day is the outlet's own); the day in
//! the dateline; the country in the outlet's address or the script of the text; a weekday of
//! the lead that is told as past and would else lie ahead. Where that contradicts the stamp,
//! the day is inferred, and says from what.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Timelike, Weekday};

use super::{Article, Fact, Source, layout::Page, stamp};
use crate::{
    temporal::{Timestamp, date::WEEKDAYS},
    text::split::{bare, pieces},
};

/// The zones of countries that lie far enough from Greenwich for the day to differ and have
/// one zone, by the last label of a host's name: hours east.
const ZONES: &[(&str, i32)] = &[
    ("ae", 4),
    ("bd", 6),
    ("cn", 8),
    ("hk", 8),
    ("in", 5),
    ("jp", 9),
    ("kr", 9),
    ("lk", 5),
    ("my", 8),
    ("nz", 12),
    ("ph", 8),
    ("pk", 5),
    ("sg", 8),
    ("th", 7),
    ("tw", 8),
    ("vn", 7),
];

/// Hours of UTC before which it may still be the day before in the Americas.
const WEST: u32 = 8;
/// Hours of UTC from which it may already be the next day in East Asia and Australia.
const EAST: u32 = 10;
/// How many words of the text make its lead.
const LEAD: usize = 80;

/// Sets the day of publication right, where the stamp is in UTC and something tells the outlet's
/// own day. `partial` is a day without a year in the dateline.
pub fn settle(article: &mut Article, page: &Page, partial: Option<(u32, u32)>) {
    let Some(known) = article.published.as_ref() else {
        return;
    };
    let stamp = known.value;
    let Some(time) = stamp.time.filter(|_| stamp.offset == Some(0)) else {
        return;
    };
    if known.source == Source::Dossier {
        return;
    }
    let found = by_dateline(page, partial, stamp.date, time)
        .map(|day| (Timestamp::day(day), "the day in the dateline".to_owned()))
        .or_else(|| by_zone(article, stamp, time))
        .or_else(|| by_weekday(&article.text, page, stamp.date, time));
    let Some((value, why)) = found.filter(|(value, _)| value.date != stamp.date) else {
        return;
    };
    article.published = Some(Fact {
        value,
        source: Source::Inferred,
        span: None,
        reason: Some(format!("{why}; the stamp {stamp} counts in UTC")),
    });
}

/// The day that the dateline names, where it lies beside that of the stamp.
fn by_dateline(
    page: &Page,
    partial: Option<(u32, u32)>,
    day: NaiveDate,
    time: NaiveTime,
) -> Option<NaiveDate> {
    let whole = page.dateline.as_ref().and_then(|(_, line)| line.date);
    let named = match (whole, partial) {
        (Some((date, _)), _) => date,
        (None, Some((month, number))) => [day.pred_opt()?, day, day.succ_opt()?]
            .into_iter()
            .find(|near| near.month() == month && near.day() == number)?,
        (None, None) => return None,
    };
    let hour = time.hour();
    let near = Some(named) == day.succ_opt() && hour >= EAST
        || Some(named) == day.pred_opt() && hour < WEST
        || named == day;
    near.then_some(named)
}

/// The moment in the outlet's own zone.
fn by_zone(article: &Article, stamp: Timestamp, time: NaiveTime) -> Option<(Timestamp, String)> {
    let host = article.url.as_ref().and_then(|url| host(&url.value));
    let country = host.and_then(|host| {
        let last = host.rsplit('.').next()?;
        let (_, hours) = ZONES.iter().find(|(label, _)| *label == last)?;
        Some((*hours, format!("the outlet's address ends in .{last}")))
    });
    let (hours, why) = country.or_else(|| script(&article.text))?;
    let local = stamp
        .date
        .and_time(time)
        .checked_add_signed(TimeDelta::hours(i64::from(hours)))?;
    let value = Timestamp {
        date: local.date(),
        time: Some(local.time()),
        seconds: stamp.seconds,
        offset: Some(hours * 3600),
    };
    Some((value, why))
}

/// The host of an address.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    rest.split(['/', ':', '?', '#']).next()
}

/// The zone of the one country whose papers are written in the script of the text.
fn script(text: &str) -> Option<(i32, String)> {
    let (mut hangul, mut kana, mut letters) = (0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(600) {
        letters += 1;
        hangul += usize::from(matches!(c, '\u{ac00}'..='\u{d7a3}'));
        kana += usize::from(matches!(c, '\u{3040}'..='\u{30ff}'));
    }
    if hangul * 2 > letters {
        Some((9, "the text is in Korean".to_owned()))
    } else if kana * 4 > letters {
        Some((9, "the text is in Japanese".to_owned()))
    } else {
        None
    }
}

/// The next day, where the lead tells of its weekday as past and of no other day: "the office
/// said on Friday" in a report stamped on Thursday night.
fn by_weekday(
    text: &str,
    page: &Page,
    day: NaiveDate,
    time: NaiveTime,
) -> Option<(Timestamp, String)> {
    if time.hour() < EAST {
        return None;
    }
    let next = day.checked_add_days(Days::new(1))?;
    let rows = page.rows.get(page.body.0..page.body.1)?;
    let prose = rows.iter().filter(|row| row.prose);
    let words: Vec<&str> = prose
        .flat_map(|row| pieces(row.line.span.of(text)))
        .map(bare)
        .take(LEAD)
        .collect();
    let mut found = None;
    for (i, word) in words.iter().enumerate() {
        let Some(number) = WEEKDAYS.iter().position(|name| name == word) else {
            continue;
        };
        let weekday = Weekday::try_from(u8::try_from(number).ok()?).ok()?;
        let before = i.checked_sub(1).map_or("", |i| words[i]);
        // "next Friday", "last Friday", "Friday, March 12": not the day of writing.
        let other = matches!(
            before,
            "next" | "last" | "every" | "this" | "since" | "until" | "by"
        ) || words
            .get(i + 1)
            .is_some_and(|next| stamp::month(next).is_some());
        let past = words[i.saturating_sub(6)..i]
            .iter()
            .any(|word| word.ends_with("ed") || *word == "said");
        let planned = words[i.saturating_sub(6)..i].contains(&"will");
        if weekday != next.weekday() || other || !past || planned {
            return None;
        }
        found = Some(weekday);
    }
    found.map(|_| {
        let name = WEEKDAYS[next.weekday().num_days_from_monday() as usize];
        (
            Timestamp::day(next),
            format!("the report tells of {name} as past"),
        )
    })
}
