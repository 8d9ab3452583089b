//! Times of day.

use std::fmt::Write;

use chrono::NaiveTime;

use super::point::Point;
use super::{Answer, Resolver, anchor, date_timex, rules};
use crate::temporal::Mode;
use crate::temporal::lexicon::classes::{self, HABITUAL, RULES};
use crate::temporal::lexicon::{Part, Word};
use crate::temporal::recognize::{Clock, Tok, When};
use crate::temporal::timex::{Modifier, Timex, TimexType};
use crate::text::Span;
use crate::text::token::{Kind, pack};

/// The TIMEX3 code of a part of the day.
pub(super) const fn part_code(part: Part) -> &'static str {
    match part {
        Part::Morning => "TMO",
        Part::Midday | Part::Noon => "T12:00",
        Part::Afternoon => "TAF",
        Part::Evening => "TEV",
        Part::Night => "TNI",
        Part::Midnight => "T24:00",
        Part::Daytime => "TDT",
    }
}

/// A part of the day as people call it.
const fn part_name(part: Part) -> &'static str {
    match part {
        Part::Morning => "morning",
        Part::Midday | Part::Noon => "noon",
        Part::Afternoon => "afternoon",
        Part::Evening => "evening",
        Part::Night => "night",
        Part::Midnight => "midnight",
        Part::Daytime => "daytime",
    }
}

/// A time of day in TIMEX3, or why there is none.
pub(super) fn spell(clock: Clock) -> Result<String, String> {
    let Clock::At {
        hour,
        minute,
        second,
        zone,
    } = clock
    else {
        let Clock::Part(part) = clock else {
            return Err(String::new());
        };
        return Ok(part_code(part).to_owned());
    };
    let midnight = hour == 24 && minute.unwrap_or(0) == 0 && second.unwrap_or(0) == 0;
    let leap = second == Some(60);
    if !midnight {
        let (m, s) = (
            u32::from(minute.unwrap_or(0)),
            u32::from(second.unwrap_or(0)),
        );
        if NaiveTime::from_hms_opt(u32::from(hour), m, if leap { 59 } else { s }).is_none() {
            return Err(format!("no clock shows hour {hour}"));
        }
    }
    let mut text = format!("T{hour:02}:{:02}", minute.unwrap_or(0));
    if let Some(second) = second {
        write!(text, ":{second:02}").ok();
    }
    if let Some(zone) = zone {
        if zone == 0 {
            text.push('Z');
        } else {
            let sign = if zone < 0 { '-' } else { '+' };
            write!(text, "{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60).ok();
        }
    }
    Ok(text)
}

impl Resolver {
    /// A time on a day that is written or inherited. A day of which only the month is known leaves
    /// its place open ("XXXX-XX-XXT09:00"), and so does a time of any day.
    pub(super) fn time(
        &mut self,
        span: Span,
        when: Option<When>,
        clock: Clock,
        around: (&[Tok], usize, usize),
        modifier: Option<Modifier>,
    ) -> Timex {
        let rule = if matches!(clock, Clock::Part(_)) {
            &rules::PART
        } else {
            &rules::CLOCK
        };
        let time = match spell(clock) {
            Ok(time) => time,
            Err(reason) => {
                return date_timex(span, TimexType::Time, modifier, Answer::impossible(reason));
            }
        };
        let mut answer = match when {
            Some(when) => {
                let answer = self.date(when, around);
                self.remember(&answer, when, span, around);
                self.remember_event(&answer, span, around);
                answer
            }
            None => self.inherited(around),
        };
        let day = match (answer.point, answer.value.take()) {
            (Some(point @ Point::Day(_)), _) => point.to_string(),
            (Some(Point::Month(y, m)), _) => format!("{}-XX", Point::Month(y, m)),
            (None, Some(value)) if value.contains("XX") => value,
            _ if std::ptr::eq(answer.rule, &raw const rules::IMPOSSIBLE) => {
                return date_timex(span, TimexType::Time, modifier, answer);
            }
            _ => "XXXX-XX-XX".to_owned(),
        };
        if !std::ptr::eq(answer.rule, &raw const rules::UNANCHORED) {
            let said = match clock {
                Clock::Part(part) => format!("the {} of", part_name(part)),
                Clock::At { .. } => format!("{} on", time.trim_start_matches('T')),
            };
            answer.explanation = format!("{said} {day}: {}", answer.explanation).into();
        }
        answer.value = Some(format!("{day}{time}"));
        answer.alternative = None;
        answer.rule = rule;
        date_timex(span, TimexType::Time, modifier, answer)
    }

    /// The day that a time without a day belongs to: the last day named nearby, else the anchor's.
    /// What comes "later" goes on with the day that is being told, however many asides lie between.
    fn inherited(&self, (toks, start, end): (&[Tok], usize, usize)) -> Answer {
        let later = toks[start].token.key == pack("later");
        let told = self
            .named_day
            .filter(|n| later && n.sentence + 12 >= self.sentence);
        let near = told.or_else(|| self.near_day()).filter(|n| {
            later
                || self.mode == Mode::Narrative
                || n.sentence + 1 >= self.sentence
                || n.paragraph == self.paragraph
                || self.entry().is_some()
        });
        let near = near.or_else(|| self.event_day(toks, start));
        if let Some(anchor) = near.and_then(anchor) {
            return Answer::from_anchor(
                Some(Point::Day(anchor.date)),
                &rules::CLOCK,
                anchor,
                "the last day named",
            );
        }
        match self.published() {
            Some(_) if any_day(toks, start, end) => Answer {
                value: Some("XXXX-XX-XX".to_owned()),
                ..Answer::exact(None, &rules::CLOCK, "a time of any day")
            },
            Some(anchor) if self.mode == Mode::News => Answer::from_anchor(
                Some(Point::Day(anchor.date)),
                &rules::CLOCK,
                anchor,
                "the day of publication",
            ),
            _ => Answer::unanchored(),
        }
    }
}

/// Whether a time of tokens `start..end` without a day is that of any day: what a rule or a habit sets
/// ("sells out by 9 a.m. every day", "banned the sale of beer after 10 p.m.", "a 10 p.m. curfew").
fn any_day(toks: &[Tok], start: usize, end: usize) -> bool {
    // "banned the sale of beer after 10 p.m."; "came after", "on or after" tell of one day.
    let bounded = start > 1
        && matches!(toks[start - 1].word, Word::After | Word::Before)
        && toks[start - 2].token.kind == Kind::Word
        && toks[start - 2].word == Word::None
        && !toks[start - 2].ends_ed();
    let habit = toks.iter().any(|t| {
        matches!(t.word, Word::Each | Word::Every(_)) || classes::is(HABITUAL, t.token.key)
    });
    let ruled = toks
        .get(end)
        .is_some_and(|t| classes::is(RULES, t.token.key));
    bounded || habit || ruled
}
