//! Periods that figures, plans and years of account are for: "fiscal 2024", "the rates for 2025".

use super::{
    super::{lexicon as lex, words::Kind},
    near::Near,
};
use crate::text::table::List;

/// What is settled for a date: "scheduled for May".
static ARRANGED: &List = &List::words(&[
    "announced",
    "arranged",
    "booked",
    "called",
    "due",
    "expected",
    "planned",
    "reserved",
    "scheduled",
    "set",
    "slated",
]);

/// What players do to a quarter.
static PLAYED: &List = &List::words(&[
    "close", "closed", "end", "ended", "finish", "open", "opened", "start", "started",
]);

impl Near<'_, '_> {
    /// "fiscal 2024", "FY 2024", "the class of 2020", "the 2024 model year", "Fiscal Year (FY) 2024",
    /// "the first quarter of the fiscal year".
    pub(super) fn fiscal(&self) -> bool {
        let led = self.is(1, &["fiscal", "fy", "fy2", "class", "model", "academic"]);
        let head = self.first().text.get(..2).unwrap_or("");
        let bracket = self.is_number() && self.is_mark(1, ")") && self.is(2, &["fy"]);
        let money = self.own().iter().any(|w| w.any(&["fiscal", "fy"]));
        let part = self.next(0).is_some_and(|w| w.is("of"))
            && (1..=2).any(|n| {
                self.next(n)
                    .is_some_and(|w| w.any(&["financial", "fiscal"]))
            });
        led || bracket || money || part || self.at.start > 0 && head == "FY"
    }

    /// "tax year 2025", "model years 2027".
    pub(super) fn year_of(&self) -> bool {
        let kinds = [
            "academic",
            "calendar",
            "crop",
            "financial",
            "fiscal",
            "model",
            "plan",
            "program",
            "school",
            "tax",
        ];
        // "in the first half of calendar year 2024" is half of a year like any other.
        let half = self.is(2, &["calendar"]) && self.is(3, &["of"]);
        let year = self.is(1, &["year", "years"]) && !half;
        self.is_number() && (self.is(1, &["years"]) || self.coarse() && year && self.is(2, &kinds))
    }

    /// "pay rates for 2025", "the jobs data for May"; but "the vote scheduled for May", "reported a
    /// profit for 2024".
    pub(super) fn meant_for(&self) -> bool {
        let month = self.is(1, &["of"]) && self.is(2, &["month"]) && self.is(4, &["for"]);
        let bare = self.is_number() || self.first().listed(lex::MONTHS_DAYS);
        let arranged = (2..=3).any(|n| self.back(n).is_some_and(|w| w.listed(ARRANGED)));
        let told = ["booked", "earned", "posted", "recorded", "reported"];
        let result = self.words()[..self.at.start].iter().any(|w| w.any(&told));
        // "the rates for 2022 and 2023"
        let second = self.is(1, &["and"])
            && self.back(2).is_some_and(|w| w.kind == Kind::Number)
            && self.is(3, &["for"]);
        self.coarse() && (month || bare && (self.is(1, &["for"]) || second) && !arranged && !result)
    }

    /// "to open the second quarter" (of a game).
    pub(super) fn played(&self) -> bool {
        self.first().is("the")
            && self.last().is("quarter")
            && self.back(1).is_some_and(|w| w.listed(PLAYED))
    }

    /// "the first quarter century".
    pub(super) fn counts_centuries(&self) -> bool {
        self.next(0)
            .is_some_and(|w| w.any(&["century", "centuries"]))
    }
}
