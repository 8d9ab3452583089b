//! Lengths of time and sets.

use std::fmt::Write;

use super::point::Point;
use super::{Answer, Resolver, date_timex, rules};
use crate::temporal::Mode;
use crate::temporal::lexicon::classes::{self, ACCOMPLISHMENTS};
use crate::temporal::lexicon::{Unit, Word};
use crate::temporal::recognize::{AnchorRef, Count, Direction, Recurring, Tok, When};
use crate::temporal::resolve::point::season_code;
use crate::temporal::resolve::time::part_code;
use crate::temporal::timex::{Modifier, Timex, TimexType};
use crate::text::Span;
use crate::text::token::{Kind, pack};

/// The letters of a unit in a TIMEX3 duration, and whether they stand behind "T".
#[expect(clippy::match_same_arms, reason = "a table: one row a case")]
const fn code(unit: Unit) -> (&'static str, bool) {
    match unit {
        Unit::Second => ("S", true),
        Unit::Minute => ("M", true),
        Unit::Hour => ("H", true),
        Unit::Day | Unit::Night => ("D", false),
        Unit::Week | Unit::Fortnight => ("W", false),
        Unit::Weekend => ("WE", false),
        Unit::Month => ("M", false),
        Unit::Quarter => ("Q", false),
        Unit::Year => ("Y", false),
        // Counted in years: "the past decade" is P10Y in every news corpus at hand.
        Unit::Decade | Unit::Century | Unit::Millennium => ("Y", false),
    }
}

/// The value of a length: "P2D", "PT5H30M", "PXW". Parts of a year and of an hour are written in the
/// smaller unit ("half a year" is P6M), others with a decimal ("2.5 days" is P2.5D).
pub(super) fn spell(count: Count, unit: Unit) -> String {
    let (letters, clock) = code(unit);
    let mark = if clock { "T" } else { "" };
    let Count::Exact(thousandths) = count else {
        return format!("P{mark}X{letters}");
    };
    let factor = match unit {
        Unit::Fortnight => 2,
        Unit::Decade => 10,
        Unit::Century => 100,
        Unit::Millennium => 1000,
        _ => 1,
    };
    let thousandths = thousandths.saturating_mul(factor);
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 {
        return format!("P{mark}{whole}{letters}");
    }
    match unit {
        Unit::Year if (whole, rest) == (0, 500) => "P6M".to_owned(),
        Unit::Hour if whole == 0 => format!("PT{}M", rest * 60 / 1000),
        Unit::Hour => format!("PT{whole}H{}M", rest * 60 / 1000),
        _ => {
            let digits = format!("{rest:03}");
            format!("P{mark}{whole}.{}{letters}", digits.trim_end_matches('0'))
        }
    }
}

impl Resolver {
    /// "will land in five days": the day that lies so far ahead, where the clause tells of one; "was
    /// built in two years", "the third storm in five days" and "will build it in a year" are lengths.
    pub(super) fn length_ahead(
        &mut self,
        span: Span,
        (count, unit): (Count, Unit),
        around: (&[Tok], usize, usize),
        modifier: Option<Modifier>,
    ) -> Option<Timex> {
        let news = self.mode == Mode::News && self.published.is_some();
        let counted = matches!(count, Count::Exact(_)) && (Unit::Day..=Unit::Year).contains(&unit);
        if !(news && counted && lands(around.0, around.1, around.2)) {
            return None;
        }
        let (back, base) = (false, AnchorRef::Published);
        let when = When::Offset {
            count,
            unit,
            back,
            base,
        };
        let answer = Answer {
            rule: &rules::FROM,
            ..self.date(when, around)
        };
        self.remember(&answer, when, span, around);
        Some(date_timex(span, TimexType::Date, modifier, answer))
    }

    /// A length of time, with its ends where the words say which way it lies: "the past two months"
    /// ends with the month of the anchor and begins two months before. Lengths shorter than a day have
    /// no ends, as the words do not tell the day.
    pub(super) fn length(
        &self,
        span: Span,
        count: Count,
        unit: Unit,
        direction: Option<Direction>,
        modifier: Option<Modifier>,
    ) -> Timex {
        let (rule, words) = match count {
            Count::Exact(_) => (&rules::LENGTH, "a number of units"),
            Count::Vague => (&rules::VAGUE_LENGTH, "an unsaid number of units"),
        };
        let answer = Answer {
            value: Some(spell(count, unit)),
            ..Answer::exact(None, rule, words)
        };
        let mut timex = date_timex(span, TimexType::Duration, modifier, answer);
        if let (Some(direction), Some(anchor)) = (direction, self.published())
            && self.mode == Mode::News
        {
            timex.anchor = Some(anchor);
            let unit = match unit {
                Unit::Fortnight => Unit::Week,
                Unit::Decade | Unit::Century | Unit::Millennium => Unit::Year,
                other => other,
            };
            let here = Point::around(anchor.date, unit);
            let far = match count {
                // A length shorter than a day ends on a day that the words do not tell.
                _ if unit < Unit::Day => None,
                Count::Exact(n) if n.is_multiple_of(1000) => {
                    i64::try_from(n / 1000).ok().and_then(|n| {
                        here.shift(
                            unit,
                            if direction == Direction::Before {
                                -n
                            } else {
                                n
                            },
                        )
                    })
                }
                _ => None,
            };
            let (begin, end) = match direction {
                Direction::Before => (far, Some(here)),
                Direction::After => (Some(here), far),
            };
            timex.begin = begin.map(|p| p.to_string().into());
            timex.end = end.map(|p| p.to_string().into());
        }
        timex
    }
}

/// Whether the length of tokens `start..end` behind "in" is how far ahead the event of its clause
/// lies: its verb is "will" or the present of what is arranged, and tells what happens at once.
fn lands(toks: &[Tok], start: usize, end: usize) -> bool {
    let Some(led) = start.checked_sub(1).filter(|&p| toks[p].word == Word::In) else {
        return false;
    };
    let free = toks.get(end).is_none_or(|t| {
        matches!(t.token.kind, Kind::Mark(mark) if mark != b'-' && mark != b'\'')
            || matches!(t.word, Word::And | Word::At | Word::On)
            || [pack("if"), pack("when"), pack("as"), pack("but")].contains(&t.token.key)
    });
    let before = &toks[led.saturating_sub(14)..led];
    // "the third storm in five days", "for the first time in ten years", "the worst in a month"
    let ranked = before.iter().rev().take(5).any(|t| {
        matches!(
            t.word,
            Word::Ordinal(_) | Word::Most | Word::Times | Word::Unit(Unit::Second)
        ) || t.token.key & 0xff_ffff == pack("est") && t.token.span.len() > 4
            || [pack("time"), pack("worst"), pack("best")].contains(&t.token.key)
    });
    let ahead = |t: &Tok| {
        // "plans to build it in two years" is how long it takes, or may be.
        let hopes = [
            pack("plan"),
            pack("plans"),
            pack("planned"),
            pack("planning"),
        ];
        matches!(t.word, Word::WillVerb | Word::Comes)
            || t.word == Word::Plan && !hopes.contains(&t.token.key)
            || t.token.key == pack("should")
    };
    let fronted = led == 0 || matches!(toks[led - 1].token.kind, Kind::Mark(_));
    let clause = if fronted {
        &toks[end.min(toks.len())..toks.len().min(end + 14)]
    } else {
        before
    };
    let takes = clause
        .iter()
        .any(|t| classes::is(ACCOMPLISHMENTS, t.token.key));
    let verb =
        |t: &&Tok| ahead(t) || matches!(t.word, Word::PastVerb | Word::WouldVerb) || t.ends_ed();
    let next = if fronted {
        clause.iter().find(verb)
    } else {
        clause.iter().rev().find(verb)
    };
    // "In 11 days, it takes a while": what leads its sentence waits for "will".
    let sure = |t: &Tok| ahead(t) && (!fronted || t.word == Word::WillVerb);
    free && !ranked && !takes && next.is_some_and(sure)
}

/// "two hours and ten minutes": the units one after the other, "PT2H10M".
pub(super) fn compound(span: Span, parts: [(u32, Unit); 2], modifier: Option<Modifier>) -> Timex {
    let mut value = "P".to_owned();
    for (n, unit) in parts {
        let (letters, clock) = code(unit);
        if clock && !value.contains('T') {
            value.push('T');
        }
        write!(value, "{n}{letters}").ok();
    }
    let answer = Answer {
        value: Some(value),
        ..Answer::exact(
            None,
            &rules::LENGTH,
            "a number of units and of smaller ones",
        )
    };
    date_timex(span, TimexType::Duration, modifier, answer)
}

/// What recurs, as TIMEX3 writes a SET: "every Tuesday" is XXXX-WXX-2, "daily" P1D, "twice a month" P1M
/// with the frequency 2X.
pub(super) fn set(
    span: Span,
    what: Recurring,
    quant: Option<&'static str>,
    often: Option<u8>,
) -> Timex {
    let value = match what {
        Recurring::Unit(Count::Exact(1000), Unit::Weekend) => "XXXX-WXX-WE".to_owned(),
        Recurring::Unit(count, unit) => spell(count, unit),
        Recurring::Share { each, .. } => spell(Count::whole(1), each),
        Recurring::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
        Recurring::Part(part) => format!("XXXX-XX-XX{}", part_code(part)),
        Recurring::WeekdayPart(weekday, part) => format!("XXXX-WXX-{weekday}{}", part_code(part)),
        Recurring::Season(season) => format!("XXXX-{}", season_code(season)),
        Recurring::Month(month) => format!("XXXX-{month:02}"),
    };
    let answer = Answer {
        value: Some(value),
        ..Answer::exact(None, &rules::SET, "once each period")
    };
    let mut timex = date_timex(span, TimexType::Set, None, answer);
    timex.quant = quant;
    timex.freq = match what {
        Recurring::Share { n, of, .. } => Some(format!("{n}{}", code(of).0).into()),
        _ => often.map(|n| format!("{n}X").into()),
    };
    timex
}
