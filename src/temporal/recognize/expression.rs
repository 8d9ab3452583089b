//! What is written: the expressions a recogniser finds, before any anchor.

use crate::temporal::lexicon::event_types::EventType;
use crate::temporal::lexicon::holidays::Feast;
use crate::temporal::lexicon::{Part, Season, Unit};
use crate::temporal::timex::Modifier;

/// What a relative expression counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AnchorRef {
    /// The moment of writing.
    Published,
    /// The last date named.
    Named,
    /// The day of a event that the text told of.
    Event(EventType),
}

/// A year as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    /// Not at all.
    Missing,
    /// In full; years before Christ are negative (−493 is 493 BC).
    Full(i32),
    /// As two digits.
    Short(u8),
    /// "last year", "that year".
    Shift(i32, AnchorRef),
}

/// A point or stretch of the calendar as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// Year, month and day, each perhaps missing; a weekday beside them only confirms.
    Calendar {
        year: Year,
        month: Option<u8>,
        day: Option<u8>,
    },
    /// Two numbers and a year whose order the document decides: 10/20/2025, 20.10.2025.
    Numeric {
        first: u8,
        second: u8,
        year: Year,
    },
    /// An ISO week of a year.
    IsoWeek {
        year: i32,
        week: u32,
    },
    /// The ten years that begin with this one.
    Decade(i32),
    /// The n-th century; negative before Christ.
    Century(i32),
    Season {
        season: Season,
        year: Year,
    },
    Quarter {
        quarter: u8,
        year: Year,
    },
    Half {
        half: u8,
        year: Year,
    },
    /// A weekday alone.
    Weekday(u8),
    /// "last Tuesday" (−1), "next Tuesday" (1), "this Tuesday" (0).
    WeekdayShift {
        weekday: u8,
        by: i32,
        base: AnchorRef,
    },
    /// "Tuesday of last week" (−1), "Friday next week" (1).
    WeekdayIn {
        weekday: u8,
        by: i32,
    },
    /// "the 5th inst." (0), "the 12th ult." (−1): a day of a month counted from the anchor's.
    DayIn {
        day: u8,
        by: i32,
    },
    /// "last July", "next July", "this July".
    MonthShift {
        month: u8,
        by: i32,
        base: AnchorRef,
    },
    /// "last summer", "next summer", "this summer".
    SeasonShift {
        season: Season,
        by: i32,
        base: AnchorRef,
    },
    /// "last week" (−1), "this year" (0), "the following day" (+1 from the last date named).
    Shift {
        unit: Unit,
        by: i32,
        base: AnchorRef,
    },
    /// "three days ago", "two weeks later".
    Offset {
        count: Count,
        unit: Unit,
        back: bool,
        base: AnchorRef,
    },
    /// "the 20th", and "Friday the 13th".
    DayOfMonth {
        day: u8,
        weekday: Option<u8>,
    },
    Holiday(Feast, Year),
    /// "last Christmas" (−1), "next Easter" (1), "this Thanksgiving" (0).
    HolidayShift(Feast, i32),
    /// "the third Thursday in November", "the last Friday of the month" (n = 5).
    Nth {
        n: u8,
        weekday: u8,
        of: OfMonth,
    },
    /// "the first week of March" (n = 1), "the last day of the month" ([`LAST`](super::LAST)).
    NthUnit {
        n: u8,
        unit: Unit,
        of: OfMonth,
    },
    /// "one Saturday in May", "on a Saturday": any of them.
    AnyWeekday(u8),
    /// "a week from Friday", "40 years ago this month": counted from a day that is named with it.
    From {
        count: u32,
        unit: Unit,
        back: bool,
        start: Start,
    },
    /// "Easter week", "Thanksgiving weekend": the week or weekend of a holiday.
    HolidayWeek(Feast, Unit, Year),
    /// "the week of March 6", "the weekend of July 8".
    WeekOf {
        unit: Unit,
        month: u8,
        day: u8,
        year: Year,
    },
    /// "the same period last year", "the year-ago quarter": a year before the stretch last named, or
    /// before the unit of the anchor.
    YearBefore(Unit),
    /// "the quarter", "the latest period" (`latest`): the period that a report of earnings is about.
    Reported {
        latest: bool,
    },
    /// A date that is written in full and does not exist, such as 31 February.
    Impossible,
}

impl When {
    /// "the 20th".
    pub(crate) const fn day_of_month(day: u8) -> Self {
        let weekday = None;
        Self::DayOfMonth { day, weekday }
    }

    /// Whether its year is written.
    pub(crate) const fn has_year(self) -> bool {
        matches!(
            self,
            Self::Calendar {
                year: Year::Full(_) | Year::Short(_),
                ..
            } | Self::Numeric { .. }
                | Self::Season {
                    year: Year::Full(_),
                    ..
                }
                | Self::Quarter {
                    year: Year::Full(_),
                    ..
                }
                | Self::Half {
                    year: Year::Full(_),
                    ..
                }
                | Self::Holiday(_, Year::Full(_))
                | Self::HolidayWeek(_, _, Year::Full(_))
        )
    }
}

/// The month whose weekdays are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OfMonth {
    /// By its name.
    Named(u8, Year),
    /// "next month", "the month".
    Shift(i32, AnchorRef),
}

/// What a length is counted from, where it is named: "from Friday", "ago this month".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    Weekday(u8),
    /// "today" (a day, 0), "tomorrow" (a day, 1), "last month" (a month, −1).
    Unit(Unit, i8),
}

/// How what stands beside a day is counted from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// "two weeks", "a day".
    Count(u32, Unit),
    /// "the day", "the week": the whole of it right beside the day.
    Whole(Unit),
    /// "the Friday", "the second Sunday".
    Weekday { weekday: u8, nth: u8 },
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    /// Thousandths of a unit.
    Exact(u64),
    /// "several".
    Vague,
}

impl Count {
    /// `n` whole units.
    pub(crate) const fn whole(n: u64) -> Self {
        Self::Exact(n.saturating_mul(1000))
    }

    /// How many whole units it is, where it is.
    pub(crate) fn units(self) -> Option<u32> {
        match self {
            Self::Exact(n) if n.is_multiple_of(1000) => u32::try_from(n / 1000).ok(),
            _ => None,
        }
    }
}

/// A time of day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    /// Hours, minutes and seconds, with minutes east of UTC.
    At {
        hour: u8,
        minute: Option<u8>,
        second: Option<u8>,
        zone: Option<i16>,
    },
    /// A part of the day.
    Part(Part),
}

/// The three vague references of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vague {
    Past,
    Present,
    Future,
}

/// What recurs in a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recurring {
    /// Every so many units.
    Unit(Count, Unit),
    /// "24 hours a day".
    Share {
        n: u16,
        of: Unit,
        each: Unit,
    },
    Weekday(u8),
    Part(Part),
    WeekdayPart(u8, Part),
    Season(Season),
    Month(u8),
}

/// Which way a duration lies from its anchor, where the words say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// "the past two months"
    Before,
    /// "the next two months"
    After,
}

/// An expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    Date(When),
    Time(Option<When>, Clock),
    /// "two weeks before Christmas", "the morning after Halloween": counted from a day whose first
    /// token is `at`.
    Adjacent {
        step: Step,
        back: bool,
        at: usize,
        part: Option<Part>,
    },
    /// Both ends belong to it.
    Range {
        first: When,
        last: When,
        /// The token of the dash between them.
        dash: usize,
    },
    /// "5-8pm": two times of one day.
    Hours {
        when: Option<When>,
        first: Clock,
        last: Clock,
        /// The token of the dash between them.
        dash: usize,
    },
    Duration {
        count: Count,
        unit: Unit,
        direction: Option<Direction>,
    },
    /// "two hours and ten minutes": whole units of two sizes.
    Compound([(u32, Unit); 2]),
    Set {
        what: Recurring,
        quant: Option<&'static str>,
        times: Option<u8>,
    },
    Vague(Vague),
}

/// An expression and where it stands, as token indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The first token.
    pub(crate) start: usize,
    /// One past the last token.
    pub(crate) end: usize,
    pub(crate) expression: Expression,
    pub(crate) modifier: Option<Modifier>,
    /// Bytes of the last token that do not belong to it, such as a Korean particle.
    pub(crate) cut: usize,
}

impl Found {
    /// An expression without a modifier, to whose tokens every byte belongs.
    pub(super) fn new(start: usize, end: usize, expression: Expression) -> Self {
        Self {
            start,
            end,
            expression,
            modifier: None,
            cut: 0,
        }
    }
}
