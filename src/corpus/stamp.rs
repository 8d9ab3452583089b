//! Date stamps: the full dates, with time and offset, that pages, feeds and
//! meta elements carry ("June 26, 2025, 16:21", "2025-10-20T17:15:20+09:00").
//!
//! What prose says about time is read by [`crate::temporal`]; this scanner is
//! for the way machines and templates print a moment: glued to labels and to
//! other stamps, with clock time, seconds and zone.

use chrono::{Datelike, NaiveDate};

use super::{cursor::Cursor, months};
use crate::{temporal::Timestamp, text::Span};

/// A full date as a page prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Where it stands, time included.
    pub span: Span,
    /// The moment.
    pub when: Timestamp,
    /// The other reading of "03/04/2025".
    pub other: Option<NaiveDate>,
}

/// The number of a month's English name or usual abbreviation.
pub fn month(word: &str) -> Option<u32> {
    let first = word.as_bytes().first()?.to_ascii_lowercase();
    if !(3..=9).contains(&word.len()) || !b"jfmasond".contains(&first) || !word.is_ascii() {
        return None;
    }
    let mut buffer = [0; 9];
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    Some(match std::str::from_utf8(lower).unwrap_or_default() {
        "january" | "jan" => 1,
        "february" | "feb" | "febr" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// Whether the first letters are those of a month.
fn begins_month(bytes: &[u8]) -> bool {
    let Some(head) = bytes.first_chunk::<3>() else {
        return false;
    };
    matches!(
        &head.map(|byte| byte.to_ascii_lowercase()),
        b"jan"
            | b"feb"
            | b"mar"
            | b"apr"
            | b"may"
            | b"jun"
            | b"jul"
            | b"aug"
            | b"sep"
            | b"oct"
            | b"nov"
            | b"dec"
    )
}

/// Every stamp of `text[range]`, in order.
pub fn scan(text: &str, range: Span) -> Vec<Stamp> {
    let mut found = Vec::new();
    let mut reader = Reader::new(range.of(text));
    while let Some(stamp) = reader.next() {
        found.push(Stamp {
            span: Span::new(range.start + stamp.span.start, range.start + stamp.span.end),
            ..stamp
        });
    }
    found
}

/// The first stamp of a field that holds nothing else: ISO 8601, RFC 2822 and
/// the forms that pages print; also a bare `20250624`, and Unix seconds or milliseconds.
pub fn field(value: &str) -> Option<Stamp> {
    let value = value.trim();
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    match value.len() {
        8 | 14 if digits => {
            let date = ymd(
                value[..4].parse().ok()?,
                value[4..6].parse().ok()?,
                value[6..8].parse().ok()?,
            )?;
            let mut when = Timestamp::day(date);
            if let Some(clock) = value.get(8..14) {
                let part = |at: usize| clock[at..at + 2].parse().ok();
                when.time = chrono::NaiveTime::from_hms_opt(part(0)?, part(2)?, part(4)?);
                when.seconds = when.time.is_some();
            }
            return Some(Stamp {
                span: Span::new(0, value.len()),
                when,
                other: None,
            });
        }
        9 | 10 | 13 if digits => {
            let number: i64 = value.parse().ok()?;
            let seconds = if value.len() == 13 {
                number / 1000
            } else {
                number
            };
            return Some(Stamp {
                span: Span::new(0, value.len()),
                when: unix(seconds)?,
                other: None,
            });
        }
        _ => {}
    }
    let stamp = Reader::new(value).next();
    stamp.or_else(|| Reader::new(&months::englished(value)?).next())
}

/// A month and a day without a year at `text[at..]`: "June 26", "26 June". Gives month, day, length.
pub fn month_day(text: &str) -> Option<(u32, u32, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    if let Some(month) = cursor.month() {
        cursor.spaces();
        let day = cursor.day()?;
        return (!cursor.rest().starts_with(|c: char| c.is_ascii_digit()))
            .then_some((month, day, cursor.at));
    }
    let day = cursor.day()?;
    cursor.spaces();
    let month = cursor.month()?;
    Some((month, day, cursor.at))
}

/// The moment so many seconds after 1970, where it lies in the years of print. A stranger's
/// number may stand for any year, and the calendar ends somewhere.
pub fn unix(seconds: i64) -> Option<Timestamp> {
    let moment = chrono::DateTime::from_timestamp(seconds, 0)?.naive_utc();
    in_print(moment.date()).then(|| Timestamp {
        date: moment.date(),
        time: Some(moment.time()),
        seconds: true,
        offset: Some(0),
    })
}

/// The years in which something may have been published: not older than print, not far ahead.
const PRINT: std::ops::RangeInclusive<i32> = 1600..=2199;

/// Whether a day lies in the years of print.
pub fn in_print(day: NaiveDate) -> bool {
    PRINT.contains(&day.year())
}

/// The day, where it is one and lies in the years of print.
pub fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|day| in_print(*day))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Where the last digit stands behind: no stamp begins there or later.
    end: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let last = text.bytes().rposition(|b| b.is_ascii_digit());
        Self {
            text,
            at: 0,
            end: last.map_or(0, |last| last + 1),
        }
    }

    /// The next stamp, from the next place where one can begin: a digit or a month's name.
    fn next(&mut self) -> Option<Stamp> {
        let bytes = self.text.as_bytes();
        while self.at < self.end {
            let before = |is: fn(&u8) -> bool| self.at > 0 && is(&bytes[self.at - 1]);
            let begins = match bytes[self.at] {
                b'0'..=b'9' => !before(|b| b.is_ascii_digit() || matches!(b, b'$' | b'.')),
                // A label may be glued to the month: "PostedJune 26, 2025".
                b'A'..=b'Z' => !before(u8::is_ascii_uppercase) && begins_month(&bytes[self.at..]),
                b'a'..=b'z' => !before(u8::is_ascii_alphabetic) && begins_month(&bytes[self.at..]),
                _ => false,
            };
            if begins && let Some((stamp, end)) = self.here() {
                self.at = end;
                return Some(stamp);
            }
            self.at += 1;
        }
        None
    }

    fn here(&self) -> Option<(Stamp, usize)> {
        let mut cursor = Cursor {
            text: self.text,
            at: self.at,
        };
        // "09:31 August 20, 2019": the clock may come first.
        let mut clock = None;
        if let Some(time) = cursor.time() {
            cursor.separators();
            if cursor.at - self.at < 24 {
                clock = Some(time);
            } else {
                return None;
            }
        } else {
            cursor.at = self.at;
        }
        let (date, other) = cursor.date()?;
        let mut end = cursor.at;
        if clock.is_none() {
            let mark = cursor.at;
            cursor.separators();
            if cursor.at - mark <= 6
                && let Some(time) = cursor.time()
            {
                clock = Some(time);
                end = cursor.at;
            }
        }
        let mut when = Timestamp::day(date);
        if let Some(clock) = clock {
            when.time = Some(clock.time);
            when.seconds = clock.seconds;
            when.offset = clock.offset;
        }
        Some((
            Stamp {
                span: Span::new(self.at, end),
                when,
                other,
            },
            end,
        ))
    }
}
