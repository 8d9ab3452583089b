//! Temporal expressions with their TIMEX3 values.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    date::{Certainty, Date},
    resolve::rules::PUBLICATION,
};
use crate::text::Span;

/// The four TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A calendar date of any granularity.
    Date,
    /// A time of day or a part of one.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// TIMEX3 `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Modifier {
    /// "more than a decade ago"
    Before,
    /// "after 2022"
    After,
    /// "no later than July"
    OnOrBefore,
    /// "no earlier than July"
    OnOrAfter,
    /// "less than two hours"
    LessThan,
    /// "more than two hours"
    MoreThan,
    /// "at most two hours"
    EqualOrLess,
    /// "at least two hours"
    EqualOrMore,
    /// "early 2023"
    Start,
    /// "mid-2023"
    Mid,
    /// "late 2023"
    End,
    /// "about three years"
    Approx,
}

/// How a date only bounds what it dates (the relation that the guidelines of TIMEX3 leave to a signal).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    /// Later than the date: "after 2022", "not before May", "beyond 2030".
    After,
    /// From the date on: "since 1997", "from 2015 on".
    Since,
    /// Earlier than the date: "before June 3", "prior to 2019".
    Before,
    /// No later than the date: "by May", "no later than Friday".
    By,
    /// Up to the date: "until 1992", "through 2030".
    Until,
}

impl Bound {
    /// Whether what is bounded lies behind the date (on the timeline to its right).
    #[must_use]
    pub const fn is_lower(self) -> bool {
        matches!(self, Self::After | Self::Since)
    }
}

/// A named rule of resolution: the answer to "why this date?".
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// The name shown to the user, such as "weekday".
    pub name: &'static str,
    /// One sentence on what it does.
    pub doc: &'static str,
    /// An expression it resolves.
    pub example: &'static str,
    /// Where the rule comes from: TIMEX3 guideline, ISO 8601, corpus evidence.
    pub source: &'static str,
}

/// Where an anchor came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AnchorSource {
    /// The article's publication date.
    Published,
    /// A date in the dateline of the article.
    Dateline,
    /// A date named just before, at this span.
    Named(Span),
}

/// The date that relative words were resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Anchor {
    /// The date itself (its first day where it was coarser).
    pub date: NaiveDate,
    /// Where it came from.
    pub source: AnchorSource,
}

/// A temporal expression in a text.
///
/// One that no words stand for has an empty span: it dates an article's own news by the day of
/// publication ([`Timex::published`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timex {
    /// The words, without preposition.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value, such as `2025-06-24`, `2025-W26`, `P6D`, `PRESENT_REF`; empty where nothing resolves it.
    pub value: String,
    /// TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// How the words before it make it a bound, where they do.
    pub bound: Option<Bound>,
    /// TIMEX3 `quant` of a SET ("EVERY").
    pub quant: Option<&'static str>,
    /// TIMEX3 `freq` of a SET ("2X").
    pub freq: Option<Box<str>>,
    /// First point of a DURATION or range, where the text gives it.
    pub begin: Option<Box<str>>,
    /// Last point of a DURATION or range, where the text gives it.
    pub end: Option<Box<str>>,
    /// The calendar interval, for a DATE or TIME that has one.
    pub date: Option<Date>,
    /// The rule that made the value.
    pub rule: &'static Rule,
    /// What relative words were resolved against.
    pub anchor: Option<Anchor>,
    /// The value of the other reading, where it was a close call.
    pub alternative: Option<Box<str>>,
    /// One sentence that says how the value was made, such as
    /// "Tuesday before or on 2023-07-11".
    pub explanation: Cow<'static, str>,
}

impl Timex {
    /// The words that date it, in quotation marks, or what stands for them where there are none.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use dateline::temporal::{Context, Timex, tag};
    /// let day = NaiveDate::from_ymd_opt(2024, 5, 3).unwrap();
    /// let text = "They met on Tuesday.";
    /// assert_eq!(tag(text, &Context::news(day))[0].quoted(text), "“Tuesday”");
    /// assert_eq!(Timex::published(0, day).quoted(text), "the day of publication");
    /// ```
    #[must_use]
    pub fn quoted(&self, text: &str) -> String {
        if self.span.is_empty() {
            "the day of publication".to_owned()
        } else {
            format!("“{}”", self.span.of(text))
        }
    }

    /// The day of publication as the date of an article's own news, told at byte `at` of the text.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use dateline::temporal::{Certainty, Timex};
    /// let day = NaiveDate::from_ymd_opt(2024, 5, 3).unwrap();
    /// let timex = Timex::published(0, day);
    /// assert!(timex.span.is_empty());
    /// assert_eq!(timex.value, "2024-05-03");
    /// assert_eq!(timex.date.unwrap().certainty, Certainty::Inferred);
    /// ```
    #[must_use]
    pub fn published(at: usize, day: NaiveDate) -> Self {
        Self {
            span: Span::new(at, at),
            kind: TimexType::Date,
            value: day.to_string(),
            modifier: None,
            bound: None,
            quant: None,
            freq: None,
            begin: None,
            end: None,
            date: Some(Date {
                certainty: Certainty::Inferred,
                ..Date::day(day)
            }),
            rule: &PUBLICATION,
            anchor: Some(Anchor {
                date: day,
                source: AnchorSource::Published,
            }),
            alternative: None,
            explanation: Cow::Borrowed("no words date it: the day of publication"),
        }
    }
}
