//! Dates written in Korean inside other text: "2025년 6월 24일", "지난달", "어제", "24일".

use super::{AnchorRef, Clock, Count, Expression, Found, Reader, Vague, When, Year};
use crate::temporal::lexicon::{Part, Season, Unit};
use crate::text::token::Kind;

/// Words that stand for a day, week, month or year by themselves.
const WORDS: &[(&str, Unit, i32)] = &[
    ("그저께", Unit::Day, -2),
    ("어제", Unit::Day, -1),
    ("오늘", Unit::Day, 0),
    ("내일", Unit::Day, 1),
    ("모레", Unit::Day, 2),
    ("지난주", Unit::Week, -1),
    ("이번주", Unit::Week, 0),
    ("다음주", Unit::Week, 1),
    ("지난달", Unit::Month, -1),
    ("이달", Unit::Month, 0),
    ("이번달", Unit::Month, 0),
    ("다음달", Unit::Month, 1),
    ("지난해", Unit::Year, -1),
    ("작년", Unit::Year, -1),
    ("올해", Unit::Year, 0),
    ("금년", Unit::Year, 0),
    ("내년", Unit::Year, 1),
];

/// Words for now and not long ago.
const VAGUE: &[(&str, Vague)] = &[
    ("최근", Vague::Past),
    ("현재", Vague::Present),
    ("지금", Vague::Present),
];

/// Parts of the day, behind a day.
const PARTS: &[(&str, Part)] = &[
    ("새벽", Part::Morning),
    ("아침", Part::Morning),
    ("오전", Part::Morning),
    ("오후", Part::Afternoon),
    ("저녁", Part::Evening),
    ("밤", Part::Night),
];

/// Weekdays, Monday first.
const WEEKDAYS: [&str; 7] = [
    "월요일",
    "화요일",
    "수요일",
    "목요일",
    "금요일",
    "토요일",
    "일요일",
];

/// Units behind a number that make a length of time.
const LENGTHS: &[(&str, Unit)] = &[
    ("시간", Unit::Hour),
    ("분간", Unit::Minute),
    ("일간", Unit::Day),
    ("주간", Unit::Week),
    ("주", Unit::Week),
    ("개월", Unit::Month),
    ("년간", Unit::Year),
];

impl Reader<'_> {
    /// A Korean word that points, at `i`.
    pub(super) fn korean(&self, i: usize) -> Option<Found> {
        let text = self.str(i);
        if !text.starts_with(|c: char| ('가'..='힣').contains(&c)) {
            return None;
        }
        for (word, unit, by) in WORDS {
            if let Some(rest) = text.strip_prefix(word) {
                let when = When::Shift {
                    unit: *unit,
                    by: *by,
                    base: AnchorRef::Published,
                };
                let day = *unit == Unit::Day && rest.is_empty();
                return Some(
                    day.then(|| self.korean_part(i, i + 1, when))
                        .flatten()
                        .unwrap_or_else(|| cut(i, i + 1, Expression::Date(when), rest.len())),
                );
            }
        }
        for (word, vague) in VAGUE {
            if let Some(rest) = text.strip_prefix(word)
                && rest.chars().count() < 3
            {
                return Some(cut(i, i + 1, Expression::Vague(*vague), rest.len()));
            }
        }
        for (n, word) in (1..).zip(WEEKDAYS) {
            if let Some(rest) = text.strip_prefix(word) {
                return Some(cut(
                    i,
                    i + 1,
                    Expression::Date(When::Weekday(n)),
                    rest.len(),
                ));
            }
        }
        let by = match text {
            "지난" => -1,
            "이번" => 0,
            "다음" | "오는" => 1,
            _ => return None,
        };
        let next = self.str(i + 1);
        // "지난 24일", "오는 화요일"
        if by != 0
            && let Some(
                day @ Found {
                    expression: Expression::Date(When::DayOfMonth { .. }),
                    ..
                },
            ) = self.korean_number(i + 1)
        {
            return Some(Found { start: i, ..day });
        }
        for (weekday, word) in (1..).zip(WEEKDAYS) {
            if let Some(rest) = next.strip_prefix(word) {
                let when = When::WeekdayShift {
                    weekday,
                    by,
                    base: AnchorRef::Published,
                };
                return Some(cut(i, i + 2, Expression::Date(when), rest.len()));
            }
        }
        let units = [
            ("주말", Unit::Weekend),
            ("주", Unit::Week),
            ("달", Unit::Month),
            ("해", Unit::Year),
            ("분기", Unit::Quarter),
        ];
        for (word, unit) in units {
            if let Some(rest) = next.strip_prefix(word) {
                let when = When::Shift {
                    unit,
                    by,
                    base: AnchorRef::Published,
                };
                return Some(cut(i, i + 2, Expression::Date(when), rest.len()));
            }
        }
        None
    }

    /// A part of the day behind the day that ends at `end`: "오늘 오전", "어제 밤".
    fn korean_part(&self, i: usize, end: usize, when: When) -> Option<Found> {
        let text = self.str(end);
        let (word, part) = PARTS.iter().find(|(word, _)| text.starts_with(word))?;
        if self.number(end + 1).is_some() {
            return None;
        }
        let expression = Expression::Time(Some(when), Clock::Part(*part));
        Some(cut(i, end + 1, expression, text.len() - word.len()))
    }

    /// "3분기" behind a year, "2024년 여름".
    fn korean_part_of_year(&self, i: usize, end: usize, year: Year) -> Option<Found> {
        if let Some((quarter @ 1..=4, _)) = self.number(end)
            && let Some(rest) = self.str(end + 1).strip_prefix("분기")
        {
            let quarter = quarter as u8;
            let when = When::Quarter { quarter, year };
            return Some(cut(i, end + 2, Expression::Date(when), rest.len()));
        }
        let text = self.str(end);
        let halves = [("상반기", 1), ("하반기", 2)];
        if let Some((word, half)) = halves.into_iter().find(|(w, _)| text.starts_with(w)) {
            let when = When::Half { half, year };
            let rest = text.len() - word.len();
            return Some(cut(i, end + 1, Expression::Date(when), rest));
        }
        let seasons = [
            ("봄", Season::Spring),
            ("여름", Season::Summer),
            ("가을", Season::Fall),
            ("겨울", Season::Winter),
        ];
        let (word, season) = seasons.into_iter().find(|(w, _)| text.starts_with(w))?;
        let when = When::Season { season, year };
        let rest = text.len() - word.len();
        Some(cut(i, end + 1, Expression::Date(when), rest))
    }

    /// A Korean date or length that begins with the number at `i`.
    pub(super) fn korean_number(&self, i: usize) -> Option<Found> {
        if self.token(i + 1).kind != Kind::Foreign || !self.joined(i + 1) {
            return None;
        }
        let (n, _) = self.number(i)?;
        let suffix = self.str(i + 1);
        if let Some(length) = self.korean_length(i, n, suffix) {
            return Some(length);
        }
        let (mut year, mut month, mut day) = (Year::Missing, None, None);
        let (mut at, mut end, mut rest) = (i, i, 0);
        for (mark, slot) in [("년", 0), ("월", 1), ("일", 2)] {
            let Some((n, _)) = self.number(at) else { break };
            let Some(tail) = self
                .joined(at + 1)
                .then(|| self.str(at + 1).strip_prefix(mark))
                .flatten()
            else {
                continue;
            };
            match slot {
                0 if (1000..=2999).contains(&n) => year = Year::Full(n as i32),
                1 if (1..=12).contains(&n) => month = Some(n as u8),
                2 if (1..=31).contains(&n) => day = Some(n as u8),
                _ => return None,
            }
            at += 2;
            (end, rest) = (at, tail.len());
            if rest > 0 {
                break;
            }
        }
        if end == i || (year != Year::Missing && month.is_none() && day.is_some()) {
            return None;
        }
        let when = match (year, month, day) {
            (Year::Missing, None, Some(day)) => When::day_of_month(day),
            _ => When::Calendar { year, month, day },
        };
        if rest == 0
            && month.is_none()
            && day.is_none()
            && let Some(part) = self.korean_part_of_year(i, end, year)
        {
            return Some(part);
        }
        if rest == 0
            && day.is_some()
            && let Some(part) = self.korean_part(i, end, when)
        {
            return Some(part);
        }
        if rest == 0
            && matches!(self.str(end), "오전" | "오후")
            && let Some((hour @ 0..=12, _)) = self.number(end + 1)
            && self.joined(end + 2)
            && let Some(tail) = self.str(end + 2).strip_prefix("시")
        {
            let afternoon = self.str(end) == "오후";
            let hour = (hour % 12 + if afternoon { 12 } else { 0 }) as u8;
            // "오후 3시 30분"
            let minutes = (tail.is_empty() && self.joined(end + 4))
                .then(|| {
                    Some((
                        self.number(end + 3)?.0,
                        self.str(end + 4).strip_prefix("분")?,
                    ))
                })
                .flatten()
                .filter(|(minute, _)| *minute < 60);
            let (minute, stop, tail) = match minutes {
                Some((minute, tail)) => (Some(minute as u8), end + 5, tail),
                None => (None, end + 3, tail),
            };
            let clock = Clock::At {
                hour,
                minute,
                second: None,
                zone: None,
            };
            let time = Expression::Time(Some(when), clock);
            return Some(cut(i, stop, time, tail.len()));
        }
        Some(cut(i, end, Expression::Date(when), rest))
    }

    /// "3일간", "2년 전": a length, or a date so long ago.
    fn korean_length(&self, i: usize, n: u64, suffix: &str) -> Option<Found> {
        let count = Count::whole(n);
        let plain = [
            ("년", Unit::Year),
            ("일", Unit::Day),
            ("개월", Unit::Month),
            ("주", Unit::Week),
        ];
        if let Some((_, unit)) = plain.iter().find(|(word, _)| *word == suffix)
            && n < 1000
            && let Some(rest) = self.str(i + 2).strip_prefix("전")
        {
            let when = When::Offset {
                count,
                unit: *unit,
                back: true,
                base: AnchorRef::Published,
            };
            return Some(cut(i, i + 3, Expression::Date(when), rest.len()));
        }
        LENGTHS.iter().find_map(|(word, unit)| {
            let rest = suffix.strip_prefix(word)?;
            Some(cut(
                i,
                i + 2,
                Expression::Duration {
                    count,
                    unit: *unit,
                    direction: None,
                },
                rest.len(),
            ))
        })
    }
}

/// An expression whose last token ends in `cut` bytes that do not belong to it.
fn cut(start: usize, end: usize, expression: Expression, cut: usize) -> Found {
    Found {
        cut,
        ..Found::new(start, end, expression)
    }
}
