//! Dates inside names: "Expo 2030", "Small Business Saturday", "Section 1201".

use super::{
    super::{
        lexicon as lex,
        words::{Kind, Word},
    },
    near::Near,
    register::DEICTIC,
};
use crate::text::table::List;

/// What is named after a season: "the next Summer Olympics".
static SEASONAL: &List = &List::words(&[
    "academy",
    "festival",
    "games",
    "institute",
    "league",
    "olympic",
    "olympics",
    "palace",
    "paralympic",
    "paralympics",
    "school",
]);

impl Near<'_, '_> {
    /// "Sweet July Books", "the Secured Overnight Financing Rate".
    pub(super) fn inside_name(&self) -> bool {
        let Some(before) = self.back(1) else {
            return false;
        };
        let word = self.at.len() == 1 && self.first().kind == Kind::Word;
        let month =
            word && self.coarse() && !self.next(0).is_some_and(|w| w.listed(lex::MONTHS_DAYS));
        let other = word
            && self.first().capital()
            && before.kind == Kind::Word
            && !self.first().listed(lex::MONTHS_DAYS)
            && !self.first().listed(DEICTIC);
        (month || other)
            && before.capital()
            && !before.listed(lex::PREPOSITIONS)
            && self.next(0).is_some_and(Word::capital)
    }

    /// "Expo 2030", "COP 28", "Act, 2022", "PACC 2030"; "the Class of 2020".
    pub(super) fn ends_name(&self) -> bool {
        let Some(before) = self.back(1) else {
            return false;
        };
        let named = before.capital()
            && before.kind == Kind::Word
            && self.first().kind == Kind::Number
            && !before.listed(lex::PREPOSITIONS)
            && self.at.start > 1;
        let acronym = self.is_number()
            && before.text.len() > 2
            && before.text.chars().all(|c| c.is_ascii_uppercase());
        let of = before.is("of")
            && self
                .back(2)
                .is_some_and(|w| w.is("class") || w.capital() && !w.listed(lex::LAWS));
        self.coarse() && (named || acronym || of)
    }

    /// "on Small Business Saturday", "a “Super Refund Saturday”": the day ends a name.
    pub(super) fn day_ends_name(&self) -> bool {
        let named = |n: usize| {
            self.back(n)
                .is_some_and(|w| w.kind == Kind::Word && w.capital() && !w.listed(lex::MONTHS_DAYS))
        };
        let on = (2..=4).any(|n| self.is(n, &["on"]) && (1..n).all(named));
        let called = self.at.len() == 1 && self.first().listed(lex::MONTHS_DAYS) && on;
        let closes = self
            .next(0)
            .is_some_and(|w| matches!(w.text, "”" | "\"" | "’"));
        let opens = (2..=5).any(|n| {
            self.back(n)
                .is_some_and(|w| matches!(w.text, "“" | "\"" | "‘"))
        });
        let last = self
            .back(1)
            .is_some_and(|w| w.capital() && w.kind == Kind::Word);
        let quoted =
            self.at.len() == 1 && self.first().kind == Kind::Word && closes && last && opens;
        called || quoted
    }

    /// "the next Summer Olympics".
    pub(super) fn seasonal(&self) -> bool {
        self.last().capital()
            && self
                .last()
                .any(&["autumn", "fall", "spring", "summer", "winter"])
            && self
                .next(0)
                .is_some_and(|w| w.capital() && w.listed(SEASONAL))
    }

    /// "the title of 2022 Soldier of the Year", "and 1999 Visiting Forces Agreement".
    pub(super) fn begins_name(&self) -> bool {
        self.is_number()
            && self.next(0).is_some_and(Word::capital)
            && (self.is(1, &["including", "of", "with"]) && self.describes()
                || self.is(1, &["and"]) && self.next(1).is_some_and(Word::capital))
    }

    /// "coronavirus disease 2019 (COVID-19)".
    pub(super) fn abbreviated(&self) -> bool {
        self.coarse()
            && self.is_number()
            && self
                .back(1)
                .is_some_and(|w| w.kind == Kind::Word && !w.listed(lex::PREPOSITIONS))
            && self.next(0).is_some_and(|w| w.text == "(")
            && self.next(1).is_some_and(|w| {
                let year = self.first().text;
                year.len() == 4 && w.capital() && w.text.ends_with(&year[2..])
            })
    }

    /// "You know this, April, you have asked": a first name.
    pub(super) fn is_person(&self) -> bool {
        self.at.len() == 1
            && self.first().any(&["april", "august", "june", "may"])
            && [self.back(1), self.next(0)]
                .iter()
                .all(|w| w.is_some_and(|w| w.text == ","))
    }

    /// "no. 2024", "section 1201", "33 U.S.C. 1316 or 1317", "sections 1249, 1268, 1507", "8 of March 30".
    pub(super) fn numbers(&self) -> bool {
        let number = |w: Option<&Word<'_>>| w.is_some_and(|w| w.kind == Kind::Number);
        let torn = number(Some(self.first()))
            && self.last().listed(lex::MONTHS_DAYS)
            && number(self.next(0));
        let code = (1..=6).any(|n| self.is(n, &["u.s.c", "u.s.c."]));
        let listed = (1..=16)
            .take_while(|&n| {
                self.back(n - 1).is_none_or(|w| {
                    n == 1
                        || w.kind != Kind::Word
                        || w.any(&["and", "or", "section", "sections", "through"])
                })
            })
            .any(|n| self.is(n, &["section", "sections"]));
        torn || self.is(1, &["no.", "section"])
            || self.is_number() && (code || self.coarse() && (listed || self.is(1, &["at"])))
    }
}
