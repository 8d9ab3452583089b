//! The date of an event in words, with all that is doubtful about it.
//!
//! No format shows an event by its calendar days alone: "about March 2015" and
//! "planned" go with it everywhere.

use crate::{
    temporal::{Bound, Certainty, Date, Granularity, Modifier, Timex, written},
    timeline::{Event, Phase, Telling},
};

/// The date as a person writes it: `11 July 2023`, `29–30 June 2022`, `about March 2015`,
/// `early 2023`, `by 2035`.
#[must_use]
pub fn words(event: &Event) -> String {
    words_of(&event.date, timex(event))
}

/// The date of one telling in words, as [`words`] has it of the event.
#[must_use]
pub fn told(telling: &Telling) -> String {
    words_of(&telling.date, Some(&telling.timex))
}

/// Whether the words say more than the calendar days: "about", "early", "after".
#[must_use]
pub fn is_rough(event: &Event) -> bool {
    let timex = timex(event);
    event.date.certainty == Certainty::Approximate
        || timex.is_some_and(|timex| timex.bound.is_some())
        || !before(&event.date, timex).is_empty()
}

/// What the event's date was read from.
fn timex(event: &Event) -> Option<&Timex> {
    event.tellings.first().map(|telling| &telling.timex)
}

fn words_of(date: &Date, timex: Option<&Timex>) -> String {
    let bound = timex.and_then(|timex| timex.bound).map_or("", limit);
    let (before, words) = (before(date, timex), written::full(date, false));
    if before.is_empty() && date.certainty == Certainty::Approximate {
        format!("{bound}about {words}")
    } else {
        format!("{bound}{before}{words}")
    }
}

/// How a date that only bounds an event is said.
const fn limit(bound: Bound) -> &'static str {
    match bound {
        Bound::After => "after ",
        Bound::Since => "since ",
        Bound::Before => "before ",
        Bound::By => "by ",
        Bound::Until => "until ",
    }
}

/// What stands before a date for its modifier, or nothing.
fn before(date: &Date, timex: Option<&Timex>) -> &'static str {
    // A bound that is named as such says the same as the modifier for it.
    let (bound, modifier) = timex.map_or((None, None), |t| (t.bound, t.modifier));
    let limits = matches!(
        modifier,
        Some(Modifier::Before | Modifier::After | Modifier::OnOrBefore | Modifier::OnOrAfter)
    );
    if bound.is_some() && limits {
        return "";
    }
    modifier
        .and_then(|modifier| qualifier(modifier, date))
        .unwrap_or_default()
}

/// What stands before a date with this modifier.
fn qualifier(modifier: Modifier, date: &Date) -> Option<&'static str> {
    match modifier {
        Modifier::Before => Some("before "),
        Modifier::After => Some("after "),
        Modifier::OnOrBefore => Some("by "),
        Modifier::OnOrAfter => Some("not before "),
        Modifier::Approx => Some("about "),
        // It tells the end of a range, not the whole of it.
        Modifier::Start | Modifier::Mid | Modifier::End if date.range => None,
        Modifier::Start => Some(part(date, ["early ", "early on ", "early in "])),
        Modifier::Mid => Some(part(
            date,
            ["mid-", "in the middle of ", "in the middle of "],
        )),
        Modifier::End => Some(part(date, ["late ", "late on ", "late in "])),
        // Of lengths of time.
        Modifier::LessThan | Modifier::MoreThan | Modifier::EqualOrLess | Modifier::EqualOrMore => {
            None
        }
    }
}

/// How a part of `date` is named: as one word with it ("early 2023"), or as a part of a day, or
/// of another stretch ("early in Q3 2025").
fn part(date: &Date, [whole, day, stretch]: [&'static str; 3]) -> &'static str {
    match date.granularity {
        Granularity::Month | Granularity::Season | Granularity::Year | Granularity::Decade => whole,
        Granularity::Day => day,
        Granularity::Week | Granularity::Quarter | Granularity::Half | Granularity::Century => {
            stretch
        }
    }
}

/// What has to be said beside the date: "planned", "inferred date", "dates differ". That
/// it is approximate the words say.
#[must_use]
pub fn notes(event: &Event) -> Vec<&'static str> {
    let mut notes = Vec::new();
    if event.phase == Phase::Planned {
        notes.push("planned");
    }
    if event.date.certainty == Certainty::Inferred {
        notes.push("inferred date");
    }
    if event.conflict {
        notes.push("dates differ");
    }
    notes
}

/// The notes in brackets with a space before, or nothing: ` (planned; dates differ)`.
#[must_use]
pub fn bracketed(event: &Event) -> String {
    let notes = notes(event);
    if notes.is_empty() {
        String::new()
    } else {
        format!(" ({})", notes.join("; "))
    }
}

/// Whether the words that give the date stand in the text: a date may be inferred from the
/// day of publication alone.
#[must_use]
pub const fn has_words(timex: &Timex) -> bool {
    timex.span.end > timex.span.start
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::temporal::{Context, tag};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, month, day).unwrap()
    }

    /// A timex with these.
    fn timex(bound: Option<Bound>, modifier: Option<Modifier>) -> Timex {
        let mut found = tag("June 2025", &Context::news(day(7, 1)));
        Timex {
            modifier,
            bound,
            ..found.remove(0)
        }
    }

    #[test]
    fn a_part_of_a_date_is_said_as_one_says_it() {
        let date = |last, granularity| Date {
            last,
            granularity,
            ..Date::day(day(6, 1))
        };
        let (week, month) = (
            date(day(6, 7), Granularity::Week),
            date(day(6, 30), Granularity::Month),
        );
        let range = Date {
            range: true,
            ..month
        };
        let one = Date::day(day(6, 1));
        for (date, modifier, words) in [
            (month, Modifier::Start, "early June 2025"),
            (month, Modifier::Mid, "mid-June 2025"),
            (week, Modifier::Start, "early in 1–7 June 2025"),
            (week, Modifier::Mid, "in the middle of 1–7 June 2025"),
            (one, Modifier::End, "late on 1 June 2025"),
            (one, Modifier::After, "after 1 June 2025"),
            (one, Modifier::MoreThan, "1 June 2025"),
            (range, Modifier::Start, "June–June 2025"),
        ] {
            assert_eq!(words_of(&date, Some(&timex(None, Some(modifier)))), words);
        }
        let about = Date {
            certainty: Certainty::Approximate,
            ..month
        };
        assert_eq!(words_of(&about, None), "about June 2025");
        let approx = timex(None, Some(Modifier::Approx));
        assert_eq!(words_of(&about, Some(&approx)), "about June 2025");
        for (bound, modifier, words) in [
            (Bound::By, None, "by June 2025"),
            (Bound::By, Some(Modifier::OnOrBefore), "by June 2025"),
            (Bound::Since, Some(Modifier::Start), "since early June 2025"),
            (Bound::Until, Some(Modifier::End), "until late June 2025"),
        ] {
            let timex = timex(Some(bound), modifier);
            assert_eq!(words_of(&month, Some(&timex)), words);
        }
    }
}
