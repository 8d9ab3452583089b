//! Reading dates and times as stamps print them, piece by piece. Every reader
//! moves on where it finds its piece; where it gives `None`, the place may have
//! moved and the caller goes back.

use chrono::{NaiveDate, NaiveTime};

use super::stamp::{month, ymd};

/// A time of day as it is written.
pub struct Clock {
    /// The time.
    pub time: NaiveTime,
    /// Whether the seconds were written.
    pub seconds: bool,
    /// The offset from UTC in seconds.
    pub offset: Option<i32>,
}

/// A place in a text, moved on by what is read there.
pub struct Cursor<'a> {
    /// The text.
    pub text: &'a str,
    /// The byte that is read next.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub fn eat(&mut self, what: char) -> bool {
        let found = self.rest().starts_with(what);
        if found {
            self.at += what.len_utf8();
        }
        found
    }

    pub fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len()
            - rest
                .trim_start_matches([' ', '\u{a0}', '\t', '\u{202f}', '\u{2009}'])
                .len();
    }

    /// What may stand between date and time.
    pub fn separators(&mut self) {
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
            } else if rest
                .get(..3)
                .is_some_and(|w| w.eq_ignore_ascii_case("at ") || w.eq_ignore_ascii_case("on "))
            {
                self.at += 3;
            } else {
                return;
            }
            self.spaces();
        }
    }

    /// One to `max` digits.
    pub fn number(&mut self, max: usize) -> Option<(u32, usize)> {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let length = if length > max { return None } else { length };
        let value = rest[..length].parse().ok()?;
        self.at += length;
        Some((value, length))
    }

    /// A year: four digits; what is glued behind them may be another stamp.
    pub fn year(&mut self) -> Option<u32> {
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
    pub fn short_year(&mut self) -> Option<u32> {
        let mark = self.at;
        let (year, length) = self.number(2)?;
        if length == 2 && (0..=39).contains(&year) && !self.rest().starts_with(['/', '-', '.', ':'])
        {
            return Some(2000 + year);
        }
        self.at = mark;
        None
    }

    pub fn day(&mut self) -> Option<u32> {
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

    pub fn month(&mut self) -> Option<u32> {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let month = month(rest.get(..length)?)?;
        self.at += length;
        self.eat('.');
        Some(month)
    }

    /// A full date in any of its orders, with the other reading where there are two.
    pub fn date(&mut self) -> Option<(NaiveDate, Option<NaiveDate>)> {
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
    pub fn year_first(&mut self) -> Option<NaiveDate> {
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
    pub fn day_and_name(&mut self) -> Option<NaiveDate> {
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
    pub fn numeric(&mut self) -> Option<(NaiveDate, Option<NaiveDate>)> {
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

    pub fn mark(&mut self, allowed: &[char]) -> Option<char> {
        let first = self.rest().chars().next()?;
        if !allowed.contains(&first) {
            return None;
        }
        self.at += first.len_utf8();
        Some(first)
    }

    pub fn joint(&mut self) {
        if !self.eat('-') && !self.eat('/') {
            self.spaces();
        }
    }

    /// "16:21", "17:15:20", "10.27 AM EST", "5pm", "09:31+09:00".
    pub fn time(&mut self) -> Option<Clock> {
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
    pub fn half(&mut self) -> Option<bool> {
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

    /// "+2", "+0530", "-05:00" behind GMT or UTC, in seconds.
    fn hours_from(&mut self) -> Option<i32> {
        let rest = self.rest();
        let sign = match rest.as_bytes().first()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let digits = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
        let (mut hours, mut minutes) = (rest[1..=digits].parse::<i32>().ok()?, 0);
        let mut length = 1 + digits;
        if digits == 4 {
            (hours, minutes) = (hours / 100, hours % 100);
        } else if let Some(more) = rest[length..].strip_prefix(':').and_then(|m| m.get(..2)) {
            minutes = more.parse().ok()?;
            length += 3;
        }
        (hours <= 14 && (0..60).contains(&minutes)).then(|| {
            self.at += length;
            sign * (hours * 3600 + minutes * 60)
        })
    }

    /// An offset from UTC in seconds, written as a number or as an unambiguous zone.
    pub fn offset(&mut self) -> Option<i32> {
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
            let counted = matches!(&rest[..letters], "UTC" | "GMT");
            self.at += letters;
            let from = counted.then(|| self.hours_from()).flatten();
            return Some(from.unwrap_or(hours * 3600));
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
