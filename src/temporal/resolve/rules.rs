//! The named rules: the answer to "why this date?".
//!
//! One row a rule. The tests hold that each rule's example resolves through it.

use crate::temporal::timex::Rule;

macro_rules! rules {
    ($($id:ident: $name:literal, $doc:literal, $example:literal, $source:literal;)+) => {
        $(pub(crate) static $id: Rule = Rule { name: $name, doc: $doc, example: $example, source: $source };)+
        /// Every rule, in the order of this file.
        pub(crate) static ALL: &[&Rule] = &[$(&$id),+];
    };
}

rules! {
    FULL: "full date", "Year, month and day are written.", "June 24, 2025", "ISO 8601";
    MONTH_YEAR: "month and year", "Month and year are written.", "September 2012", "ISO 8601";
    YEAR: "year", "A year in digits that nothing makes a plain number.", "in 2014", "TIMEX3 §2.2";
    SHORT_YEAR: "two-digit year", "The century is the one that brings the year nearest to the anchor, at most 10 years ahead.", "in '98", "corpus: WikiWars";
    NUMERIC: "numeric date", "Day and month in digits, in the order the document proves, else month first.", "10/20/2025", "ISO 8601; CLDR";
    ISO_WEEK: "ISO week", "The week of an ISO week number.", "2025-W26", "ISO 8601 §4.1.4";
    MONTH_DAY: "month and day", "The year is the one that brings the day nearest to the anchor; the verb decides between two that are close.", "on Jan. 14", "corpus: AQUAINT";
    MONTH: "month", "The latest such month up to the anchor, or the next one where the words look ahead.", "in April", "corpus: AQUAINT";
    DAY_OF_MONTH: "day of the month", "The day of that number nearest to the anchor, within the month of the anchor.", "on the 20th", "corpus: news";
    WEEKDAY: "weekday", "The latest such day up to the anchor, or the next one where the words look ahead.", "on Tuesday", "TIMEX3 §2.3; corpus: AQUAINT";
    WEEKDAY_SHIFT: "last/next weekday", "The weekday before or after the anchor that the pointing word names.", "last Wednesday", "TIMEX3 §2.3";
    MONTH_SHIFT: "last/next month name", "The month of that name before or after the anchor.", "last October", "TIMEX3 §2.3";
    SEASON: "season", "A season of a year, written or nearest to the anchor.", "the spring of 1916", "TIMEX3 §2.2";
    QUARTER: "quarter or half", "A quarter or half of a year, written or nearest to the anchor; one told as past has ended.", "third quarter of 1999", "TIMEX3 §2.2";
    DAY_WORD: "today", "A day counted from the day of writing.", "yesterday", "TIMEX3 §2.3";
    UNIT: "this/last/next unit", "The anchor cut to the unit and moved by the pointing word.", "last week", "TIMEX3 §2.3; ISO 8601";
    NAMED: "that/the previous unit", "Counted from the last date named.", "the previous day", "TIMEX3 §2.3";
    AGO: "ago", "A length of time before the anchor, as fine as its unit; hours leave the day with an unsaid time.", "three days ago", "TIMEX3 §2.3";
    FROM: "from", "A length of time after a day that is named with it.", "a week from Friday", "TIMEX3 §2.3";
    ADJACENT: "before/after a day", "Counted from a day that is named with it.", "the day after Thanksgiving", "TIMEX3 §2.3";
    NTH: "nth weekday", "The weekdays of a month, counted.", "the third Thursday in November", "calendar rules";
    LATER: "later/earlier", "A length of time from the last date named.", "two days later", "TIMEX3 §2.3";
    DECADE: "decade", "The first three digits of the years.", "the 1990s", "TIMEX3 §2.2";
    CENTURY: "century", "The first two digits of the years.", "the 19th century", "TIMEX3 §2.2";
    HOLIDAY: "holiday", "The day of the holiday in the year written, or nearest to the anchor.", "Christmas", "calendar rules";
    WEEK_OF: "week of a day", "The ISO week, or the weekend of it, that holds the day.", "the week of March 6", "ISO 8601";
    RANGE: "range", "Two days, both included.", "June 29-30", "ISO 8601 §4.4";
    CLOCK: "clock time", "A time of day on the day written, else on the last day named.", "8 p.m. Tuesday", "ISO 8601; TIMEX3 §2.2";
    PART: "part of the day", "A part of the day written, else of the last day named.", "Tuesday morning", "TIMEX3 §2.2";
    LENGTH: "length", "A number of units.", "two days", "ISO 8601 §4.4.3";
    VAGUE_LENGTH: "vague length", "An unsaid number of units.", "for weeks", "TIMEX3 §2.2";
    SET: "set", "What recurs, by its period.", "every day", "TIMEX3 §2.2.3";
    VAGUE: "now, past, future", "A word that stands for the present, the past or the future.", "currently", "TIMEX3 §2.2";
    IMPOSSIBLE: "no such date", "Written like a date that the calendar does not have.", "31 February 2020", "ISO 8601";
    UNANCHORED: "no anchor", "A relative date in a text whose own date is not known.", "(last year)", "TIMEX3 §2.2";
}

/// What dates an article's own news where none of its words do. It resolves no expression, and so
/// stands apart from [`ALL`].
pub(crate) static PUBLICATION: Rule = Rule {
    name: "publication",
    doc: "News that no words of its article date takes the day of publication.",
    example: "",
    source: "TIMEX3 §2.3: functionInDocument",
};
