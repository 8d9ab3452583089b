//! Date stamps: the full dates, with time and offset, that pages, feeds and
//! meta elements carry ("June 26, 2025, 16:21", "2025-10-20T17:15:20+09:00").
//!
//! What prose says about time is read by [`crate::temporal`]; this scanner is
//! for the way machines and templates print a moment: glued to labels and to
//! other stamps, with clock time, seconds and zone.

use chrono::{NaiveDate, NaiveTime};

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

/// Every stamp of `text[range]`, in order.
pub fn scan(text: &str, range: Span) -> Vec<Stamp> {
    let mut found = Vec::new();
    let mut reader = Reader {
        text: range.of(text),
        at: 0,
    };
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
            return Some(Stamp {
                span: Span::new(0, 8),
                when: Timestamp::day(date),
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
            let moment = chrono::DateTime::from_timestamp(seconds, 0)?.naive_utc();
            let when = Timestamp {
                date: moment.date(),
                time: Some(moment.time()),
                seconds: true,
                offset: Some(0),
            };
            return Some(Stamp {
                span: Span::new(0, value.len()),
                when,
                other: None,
            });
        }
        _ => {}
    }
    Reader { text: value, at: 0 }.next()
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

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    // Stamps are of publications that lie in files: not older than print, not far ahead.
    if !(1600..=2199).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// The next stamp, from the next place where one can begin: a digit or a month's name.
    fn next(&mut self) -> Option<Stamp> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            let byte = bytes[self.at];
            let before = self.at.checked_sub(1).map(|i| bytes[i]);
            let begins = match byte {
                b'0'..=b'9' => {
                    !before.is_some_and(|b| b.is_ascii_digit() || b == b'$' || b == b'.')
                }
                // A label may be glued to the month: "PostedJune 26, 2025".
                b'A'..=b'Z' => !before.is_some_and(|b| b.is_ascii_uppercase()),
                b'a'..=b'z' => !before.is_some_and(|b| b.is_ascii_alphabetic()),
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

struct Clock {
    time: NaiveTime,
    seconds: bool,
    offset: Option<i32>,
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn eat(&mut self, what: char) -> bool {
        let found = self.rest().starts_with(what);
        if found {
            self.at += what.len_utf8();
        }
        found
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len()
            - rest
                .trim_start_matches([' ', '\u{a0}', '\t', '\u{202f}', '\u{2009}'])
                .len();
    }

    /// What may stand between date and time.
    fn separators(&mut self) {
        self.spaces();
        for _ in 0..3 {
            let rest = self.rest();
            let Some(first) = rest.chars().next() else {
                return;
            };
            if matches!(
                first,
                ',' | '|' | '-' | '–' | '—' | '·' | '•' | '/' | '@' | '('
            ) || (first == 'T' && rest[1..].starts_with(|c: char| c.is_ascii_digit()))
            {
                self.at += first.len_utf8();
            } else if rest.get(..3).is_some_and(|w| w.eq_ignore_ascii_case("at ")) {
                self.at += 3;
            } else if rest.get(..3).is_some_and(|w| w.eq_ignore_ascii_case("on ")) {
                self.at += 3;
            } else {
                return;
            }
            self.spaces();
        }
    }

    /// One to `max` digits.
    fn number(&mut self, max: usize) -> Option<(u32, usize)> {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let length = if length > max { return None } else { length };
        let value = rest[..length].parse().ok()?;
        self.at += length;
        Some((value, length))
    }

    /// A year: four digits; what is glued behind them may be another stamp.
    fn year(&mut self) -> Option<u32> {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        if length < 4 {
            return None;
        }
        // What is glued behind is another stamp, a clock or a counter:
        // "27 August 202229 August 2022", "Dec 22 20234:46 AM".
        if length > 4 && !rest.starts_with("19") && !rest.starts_with("20") {
            return None;
        }
        let value = rest[..4].parse().ok()?;
        self.at += 4;
        Some(value)
    }

    /// "05/26/22": the years of the web.
    fn short_year(&mut self) -> Option<u32> {
        let mark = self.at;
        let (year, length) = self.number(2)?;
        if length == 2 && (0..=39).contains(&year) && !self.rest().starts_with(['/', '-', '.', ':'])
        {
            return Some(2000 + year);
        }
        self.at = mark;
        None
    }

    fn day(&mut self) -> Option<u32> {
        let (day, _) = self.number(2)?;
        for suffix in ["st", "nd", "rd", "th"] {
            let rest = self.rest();
            if rest
                .get(..2)
                .is_some_and(|s| s.eq_ignore_ascii_case(suffix))
                && !rest[2..].starts_with(|c: char| c.is_ascii_alphabetic())
            {
                self.at += 2;
                break;
            }
        }
        (1..=31).contains(&day).then_some(day)
    }

    fn month(&mut self) -> Option<u32> {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let month = month(rest.get(..length)?)?;
        self.at += length;
        self.eat('.');
        Some(month)
    }

    /// A full date in any of its orders, with the other reading where there are two.
    fn date(&mut self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let start = self.at;
        if self.rest().starts_with(|c: char| c.is_ascii_alphabetic()) {
            let month = self.month()?;
            self.spaces();
            let day = self.day()?;
            self.spaces();
            self.eat(',');
            self.spaces();
            return Some((ymd(self.year()?, month, day)?, None));
        }
        if let Some(date) = self.year_first() {
            return Some((date, None));
        }
        self.at = start;
        if let Some(date) = self.day_and_name() {
            return Some((date, None));
        }
        self.at = start;
        self.numeric()
    }

    /// "2025-06-26", "2025/6/26", "2025.06.26", "2025년 6월 26일".
    fn year_first(&mut self) -> Option<NaiveDate> {
        let (year, length) = self.number(4)?;
        if length != 4 {
            return None;
        }
        let first = self.mark(&['-', '/', '.', '년', '年'])?;
        self.spaces();
        let month = match self.month() {
            Some(month) => month,
            None => self.number(2)?.0,
        };
        let second = self.mark(&['-', '/', '.', '월', '月'])?;
        if first.is_ascii() && first != second {
            return None;
        }
        self.spaces();
        let day = self.number(2)?.0;
        if !first.is_ascii() {
            self.mark(&['일', '日'])?;
        }
        ymd(year, month, day)
    }

    /// "26 June 2025", "26-Jun-2025", "26th of June, 2025".
    fn day_and_name(&mut self) -> Option<NaiveDate> {
        let day = self.day()?;
        self.joint();
        if self
            .rest()
            .get(..3)
            .is_some_and(|w| w.eq_ignore_ascii_case("of "))
        {
            self.at += 3;
        }
        let month = self.month()?;
        self.joint();
        self.eat(',');
        self.spaces();
        ymd(self.year()?, month, day)
    }

    /// "26/06/2025", "06/26/2025", "26.06.2025". Dots put the day first; where a
    /// slash leaves two readings, both are given, the American one first.
    fn numeric(&mut self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let (first, _) = self.number(2)?;
        let mark = self.mark(&['/', '.', '-'])?;
        let (second, _) = self.number(2)?;
        if self.mark(&[mark])? != mark {
            return None;
        }
        let year = self.year().or_else(|| self.short_year())?;
        let day_first = ymd(year, second, first);
        let month_first = ymd(year, first, second);
        if mark == '.' && day_first.is_some() {
            return Some((day_first?, None));
        }
        match (month_first, day_first) {
            (Some(a), Some(b)) if a != b => Some((a, Some(b))),
            (Some(a), _) | (None, Some(a)) => Some((a, None)),
            (None, None) => None,
        }
    }

    fn mark(&mut self, allowed: &[char]) -> Option<char> {
        let first = self.rest().chars().next()?;
        if !allowed.contains(&first) {
            return None;
        }
        self.at += first.len_utf8();
        Some(first)
    }

    fn joint(&mut self) {
        if !self.eat('-') && !self.eat('/') {
            self.spaces();
        }
    }

    /// "16:21", "17:15:20", "10.27 AM EST", "5pm", "09:31+09:00".
    fn time(&mut self) -> Option<Clock> {
        let (hour, _) = self.number(2)?;
        let mut minute = 0;
        let mut second = None;
        let (mut full, mut dotted) = (false, false);
        let colon = self.rest().starts_with(':');
        if (colon || self.rest().starts_with('.'))
            && self.rest()[1..].starts_with(|c: char| c.is_ascii_digit())
        {
            self.at += 1;
            let (value, length) = self.number(2)?;
            if length != 2 {
                return None;
            }
            minute = value;
            dotted = !colon;
            full = colon;
            if colon && self.rest().starts_with(':') {
                self.at += 1;
                second = Some(self.number(2)?.0);
                if self.rest().starts_with('.')
                    && self.rest()[1..].starts_with(|c: char| c.is_ascii_digit())
                {
                    self.at += 1;
                    let rest = self.rest();
                    self.at += rest.bytes().take_while(u8::is_ascii_digit).count();
                }
            }
        }
        let half = self.half();
        let offset = self.offset();
        // "15.30 BST": with a dot, only what stands behind makes it a clock.
        if !full && half.is_none() && (offset.is_none() || !dotted) {
            return None;
        }
        let hour = match half {
            Some(pm) if (1..=12).contains(&hour) => hour % 12 + if pm { 12 } else { 0 },
            _ => hour,
        };
        let time = NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0).min(59))?;
        Some(Clock {
            time,
            seconds: second.is_some(),
            offset,
        })
    }

    /// "am" or "pm" in any dress: whether it is pm.
    fn half(&mut self) -> Option<bool> {
        let mark = self.at;
        self.spaces();
        let letter = self.rest().bytes().next().map(|b| b.to_ascii_lowercase());
        if let Some(letter @ (b'a' | b'p')) = letter {
            self.at += 1;
            self.eat('.');
            if self.rest().starts_with(['m', 'M']) {
                self.at += 1;
                if !self.rest().starts_with(|c: char| c.is_ascii_lowercase()) {
                    self.eat('.');
                    return Some(letter == b'p');
                }
            }
        }
        self.at = mark;
        None
    }

    /// An offset from UTC in seconds, written as a number or as an unambiguous zone.
    fn offset(&mut self) -> Option<i32> {
        let mark = self.at;
        self.spaces();
        let rest = self.rest();
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        // IST, CST and AST name several zones each, ET and PT move with the season: left out.
        let hours = match &rest[..letters] {
            "Z" | "UTC" | "GMT" => Some(0),
            "EST" | "CDT" => Some(-5),
            "EDT" => Some(-4),
            "PST" => Some(-8),
            "PDT" | "MST" => Some(-7),
            "MDT" => Some(-6),
            "BST" | "CET" | "WAT" => Some(1),
            "CEST" | "SAST" | "EET" => Some(2),
            "EAT" | "MSK" | "EEST" => Some(3),
            "PKT" => Some(5),
            "SGT" | "HKT" | "AWST" => Some(8),
            "KST" | "JST" => Some(9),
            "AEST" => Some(10),
            "AEDT" => Some(11),
            "NZST" => Some(12),
            "NZDT" => Some(13),
            _ => None,
        };
        if let Some(hours) = hours {
            self.at += letters;
            return Some(hours * 3600);
        }
        let sign = match rest.chars().next() {
            Some('+') => 1,
            Some('-' | '−') => -1,
            _ => 0,
        };
        if sign != 0 {
            self.at += rest.chars().next().map_or(0, char::len_utf8);
            let digits = self.rest().as_bytes();
            let two = |i: usize| -> Option<i32> {
                let pair = digits.get(i..i + 2)?;
                (pair[0].is_ascii_digit() && pair[1].is_ascii_digit())
                    .then(|| i32::from(pair[0] - b'0') * 10 + i32::from(pair[1] - b'0'))
            };
            let colon = usize::from(digits.get(2) == Some(&b':'));
            if let Some(hours) = two(0)
                && let Some(minutes) = two(2 + colon)
                && hours <= 14
                && minutes < 60
            {
                self.at += 4 + colon;
                return Some(sign * (hours * 3600 + minutes * 60));
            }
        }
        self.at = mark;
        None
    }
}
