//! Dates that come again: "the second Monday of October each year", "Sunday mornings".

use super::{
    super::{clause::is_past, lexicon as lex, words::Kind},
    near::Near,
};

/// Numbers of order.
const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "fifth", "last"];

impl Near<'_, '_> {
    /// "May 1 of each year", "October 9 every year".
    pub(super) fn yearly(&self) -> bool {
        let every = |n: usize| self.next(n).is_some_and(|w| w.any(&["each", "every"]));
        let that = self.first().is("that")
            && self.words()[..self.at.start].windows(2).any(|two| {
                two[0].any(&["each", "every"]) && two[1].is("year") || two[0].is("annually")
            });
        let counted = self.is(1, &["including"])
            && self.words()[..self.at.start]
                .iter()
                .any(|w| w.any(&["each", "every"]));
        let occurs =
            self.is(1, &["which"]) && self.next(0).is_some_and(|w| w.any(&["falls", "occurs"]));
        that || counted
            || occurs
            || every(0)
            || self.next(0).is_some_and(|w| w.is("of")) && every(1)
    }

    /// "the second Monday of October", "the first Sunday in May".
    pub(super) fn nth_weekday(&self) -> bool {
        let weekday = self.next(0).is_some_and(|w| w.any(&["in", "of"]))
            && self.last().listed(lex::MONTHS_DAYS)
            && (self.is(1, ORDINALS) || self.first().any(ORDINALS));
        let month = self.is(1, &["in", "of"])
            && self.is(3, ORDINALS)
            && self.back(2).is_some_and(|w| w.listed(lex::MONTHS_DAYS));
        weekday || month
    }

    /// "In 1920, the king proclaimed October 9 the Day of …", "has called for the designation of the
    /// first Monday in October".
    pub(super) fn designated(&self) -> bool {
        let yearly = self.is(
            1,
            &[
                "declared",
                "designated",
                "designating",
                "proclaimed",
                "renamed",
            ],
        ) && !self
            .own()
            .iter()
            .any(|w| w.kind == Kind::Number && w.text.len() == 4);
        let ordinal = self.own().iter().any(|w| w.any(ORDINALS));
        let named = ordinal
            && self.words()[..self.at.start].iter().any(|w| {
                w.any(&[
                    "designate",
                    "designated",
                    "designating",
                    "designation",
                    "proclaim",
                ])
            });
        yearly || named
    }

    /// "this storied Saturday ritual", "Sunday mornings", "Sunday services".
    pub(super) fn ritual(&self) -> bool {
        let determined = |n: usize| self.back(n).is_some_and(|w| w.listed(lex::DETERMINERS));
        let plain = |n: usize| {
            self.back(n).is_some_and(|w| {
                w.kind == Kind::Word
                    && !w.capital()
                    && !w.listed(lex::PREPOSITIONS)
                    && !w.listed(lex::CONNECTORS)
            })
        };
        let day = self.at.len() == 1 && self.first().listed(lex::MONTHS_DAYS);
        let custom = (determined(2)
            || determined(3) && !self.back(1).is_some_and(|w| is_past(w.text)))
            && plain(1)
            && self.describes()
            && !self.next(0).is_some_and(|w| w.listed(lex::EVENTFUL));
        let parts = [
            "afternoons",
            "evenings",
            "mass",
            "mornings",
            "nights",
            "school",
            "services",
        ];
        day && (custom || self.next(0).is_some_and(|w| w.any(&parts)))
    }

    /// "open from 7 a.m. to 10 p.m.", "each day at 8:30".
    pub(super) fn opening_hours(&self) -> bool {
        let clock = self.first().kind == Kind::Number
            && self
                .own()
                .iter()
                .any(|w| w.any(&["a.m.", "p.m.", "am", "pm"]) || w.text == ":");
        let ends = self
            .back(1)
            .is_some_and(|w| w.any(&["to", "until", "till"]) || matches!(w.text, "-" | "–"))
            && (2..=6).any(|n| self.back(n).is_some_and(|w| w.kind == Kind::Number));
        let daily = (1..=5).any(|n| self.is(n, &["daily", "each", "every"]));
        clock && (ends || daily)
    }
}
