//! Dates that are part of a name, or are spoken of themselves.

use std::ops::Range;

use super::{
    super::{
        clause::Sentence,
        lexicon as lex,
        words::{Kind, Word},
    },
    near::Near,
};
use crate::text::table::List;

/// What a paper that bears its date is called: "the Memorandum of January 27, 2021".
static PAPERS: &List = &List::words(&[
    "decision",
    "declaration",
    "directive",
    "letter",
    "memoranda",
    "memorandum",
    "notice",
    "notices",
    "order",
    "orders",
    "proclamation",
    "proclamations",
]);

/// What a year names that somebody wrote.
static WRITTEN: &List = &List::words(&[
    "analysis", "article", "book", "paper", "poll", "report", "study", "survey",
]);

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

/// What is set for a date and need not come: "the goal for July 4th".
static AIMS: &List = &List::words(&[
    "deadline",
    "forecast",
    "forecasts",
    "goal",
    "goals",
    "plans",
    "priorities",
    "target",
    "targets",
    "timeline",
]);

/// What comes down to us from a year: "the spirit of 1776".
static HERITAGE: &List = &List::words(&[
    "ghosts", "horrors", "legacy", "lessons", "memory", "promise", "spirit", "trauma",
]);

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

/// Whether the date stands in a name, measures something, or is itself what is spoken of.
pub(super) fn is_name(sentence: &Sentence<'_>, at: &Range<usize>, coarse: bool) -> bool {
    let name = Near { sentence, at };
    coarse && (name.reckons() || name.written() || name.meant())
        || name.dates_paper()
        || name.seasonal()
        || name.figures()
        || name.called()
        || name.quoted()
        || name.subject()
        || name.noun()
}

impl Near<'_, '_> {
    /// "above 2023 enacted levels", "calendar year 2025", "advance 2030 goals", "le
    /// Protocole de 1967".
    fn reckons(&self) -> bool {
        let level = |n: usize| {
            self.next(n)
                .is_some_and(|w| w.any(&["baseline", "level", "levels", "prices"]))
        };
        let compared = self.is(
            1,
            &[
                "above", "at", "below", "from", "of", "over", "than", "under",
            ],
        ) && (level(0) || level(1));
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
        let reckoned = self.is(1, &["year", "years"]) && self.is(2, &kinds);
        // No English preposition: the year belongs to a text in another language.
        let foreign = self.is(1, &["de", "del", "du", "des"]);
        // "advance 2030 climate goals"
        let bare = self.back(1).is_some_and(|w| {
            w.kind == Kind::Word
                && !w.capital()
                && !w.listed(lex::PREPOSITIONS)
                && !w.listed(lex::CONNECTORS)
                && !w.listed(lex::SUBORDINATORS)
                && !w.listed(lex::AUXILIARY)
                && !w.any(&["as", "or", "than", "year"])
        }) && self.describes()
            && !self.next(0).is_some_and(|w| w.listed(lex::EVENTFUL));
        // "PACC 2030", "2395 East Hill Road"
        let called = self
            .back(1)
            .is_some_and(|w| w.text.len() > 2 && w.text.chars().all(|c| c.is_ascii_uppercase()));
        let numbered = called || self.is(1, &["at"]);
        // "ten times the levels recorded in 2025"
        let recorded = self.is(1, &["in"])
            && self.is(2, &["recorded", "reported", "seen", "set"])
            && self.is(3, &["level", "levels", "rate", "rates"]);
        // "sections 1249, 1268, 1507"
        let listed = (1..=16)
            .take_while(|&n| {
                self.back(n - 1).is_none_or(|w| {
                    n == 1
                        || w.kind != Kind::Word
                        || w.any(&["and", "or", "section", "sections", "through"])
                })
            })
            .any(|n| self.is(n, &["section", "sections"]));
        // "coronavirus disease 2019 (COVID-19)"
        let short = self
            .back(1)
            .is_some_and(|w| w.kind == Kind::Word && !w.listed(lex::PREPOSITIONS))
            && self.next(0).is_some_and(|w| w.text == "(")
            && self.next(1).is_some_and(|w| {
                let year = self.first().text;
                year.len() == 4 && w.capital() && w.text.ends_with(&year[2..])
            });
        self.is_number()
            && (short || compared || reckoned || foreign || bare || numbered || recorded || listed)
    }

    /// "a 2017 Harvard study", "a [2021 Pew survey]", "(2022 Memorandum)".
    fn written(&self) -> bool {
        // "an August 2023 poll", "the Spring 2023 session"
        let edition = [
            "class", "cohort", "edition", "issue", "poll", "semester", "session", "survey",
        ];
        let numbered = self.sentence.words[self.at.clone()]
            .iter()
            .any(|w| w.kind == Kind::Number);
        if self.at.len() > 1 && numbered && self.next(0).is_some_and(|w| w.any(&edition)) {
            return true;
        }
        let paper = (0..4).find(|&n| self.next(n).is_some_and(|w| w.listed(WRITTEN)));
        let opens = |n: usize| {
            self.back(n)
                .is_some_and(|w| matches!(w.text, "[" | "(" | "“" | "*"))
        };
        let before = if opens(1) { 2 } else { 1 };
        let owned = self
            .back(before)
            .is_some_and(|w| w.listed(lex::DETERMINERS) || w.possessive());
        let bracketed = self.is_mark(1, "(") && self.next(0).is_some_and(Word::capital);
        self.is_number()
            && (bracketed
                || owned
                    && paper
                        .is_some_and(|n| (0..n).all(|k| self.next(k).is_some_and(Word::capital))))
    }

    /// "pay rates for 2025", "the jobs data for May"; but "the vote scheduled for May", "reported a
    /// profit for 2024".
    fn meant(&self) -> bool {
        let month = self.is(1, &["of"]) && self.is(2, &["month"]) && self.is(4, &["for"]);
        let bare = self.is_number() || self.first().listed(lex::MONTHS_DAYS);
        let arranged = (2..=3).any(|n| self.back(n).is_some_and(|w| w.listed(ARRANGED)));
        let told = ["booked", "earned", "posted", "recorded", "reported"];
        let result = self.sentence.words[..self.at.start]
            .iter()
            .any(|w| w.any(&told));
        // "the rates for 2022 and 2023"
        let second = self.is(1, &["and"])
            && self.back(2).is_some_and(|w| w.kind == Kind::Number)
            && self.is(3, &["for"]);
        month || bare && (self.is(1, &["for"]) || second) && !arranged && !result
    }

    /// "the Memorandum of January 27, 2021", "1950, as amended", "the week in which June 14 occurs".
    fn dates_paper(&self) -> bool {
        let paper = self.is(1, &["of"]) && self.back(2).is_some_and(|w| w.listed(PAPERS));
        let amended = self.at.start == 0
            && self.next(0).is_some_and(|w| w.text == ",")
            && self.next(1).is_some_and(|w| w.is("as"))
            && self.next(2).is_some_and(|w| w.is("amended"));
        let occurs =
            self.is(1, &["which"]) && self.next(0).is_some_and(|w| w.any(&["falls", "occurs"]));
        let heritage = self.is(1, &["of"]) && self.back(2).is_some_and(|w| w.listed(HERITAGE));
        paper || amended || occurs || heritage
    }

    /// "the August data", "the April and May figures", "Sunday mornings",
    /// "Sunday services".
    fn figures(&self) -> bool {
        let figures = [
            "data",
            "figures",
            "inflation",
            "numbers",
            "payrolls",
            "sales",
        ];
        let bare = self.at.len() == 1 && self.first().listed(lex::MONTHS_DAYS);
        let paired = self.next(0).is_some_and(|w| w.is("and"))
            && self.next(1).is_some_and(|w| w.listed(lex::MONTHS_DAYS))
            && self.next(2).is_some_and(|w| w.any(&figures));
        let parts = [
            "afternoons",
            "evenings",
            "mass",
            "mornings",
            "nights",
            "school",
            "services",
        ];
        bare && (paired
            || self
                .next(0)
                .is_some_and(|w| w.any(&figures) || w.any(&parts)))
    }

    /// "on Small Business Saturday": the day ends a name.
    fn called(&self) -> bool {
        let named = |n: usize| {
            self.back(n)
                .is_some_and(|w| w.kind == Kind::Word && w.capital() && !w.listed(lex::MONTHS_DAYS))
        };
        let on = (2..=4).any(|n| self.is(n, &["on"]) && (1..n).all(named));
        self.at.len() == 1 && self.first().listed(lex::MONTHS_DAYS) && on
    }

    /// "the next Summer Olympics".
    fn seasonal(&self) -> bool {
        let last = &self.sentence.words[self.at.end - 1];
        last.capital()
            && last.any(&["autumn", "fall", "spring", "summer", "winter"])
            && self
                .next(0)
                .is_some_and(|w| w.capital() && w.listed(SEASONAL))
    }

    /// "a “Super Refund Saturday”": the day is the last word of a quoted name.
    fn quoted(&self) -> bool {
        let closes = self
            .next(0)
            .is_some_and(|w| matches!(w.text, "”" | "\"" | "’"));
        let named = self
            .back(1)
            .is_some_and(|w| w.capital() && w.kind == Kind::Word);
        let opens = (2..=5).any(|n| {
            self.back(n)
                .is_some_and(|w| matches!(w.text, "“" | "\"" | "‘"))
        });
        self.at.len() == 1 && self.first().kind == Kind::Word && closes && named && opens
    }

    /// "June 5th is a Monday", "January 6th was a dark day", "yesterday reminded me": the day itself
    /// is spoken of; but "2020 saw three fires".
    fn subject(&self) -> bool {
        let leads = match self.back(1) {
            None => true,
            Some(w) => {
                w.any(&["and", "but", "because", "that", "so"])
                    || matches!(w.text, "," | "—" | "–" | ":" | "“")
            }
        };
        let comma = self.next(0).is_some_and(|w| w.text == ",");
        let said = ["is", "isn’t", "remains", "stands", "was", "wasn’t"];
        // "2021 should be a turning point", too
        let spoken_of = [
            "serves", "changed", "cost", "could", "happened", "has", "may", "might", "must",
            "reminded", "should", "will",
        ];
        let verb = self
            .next(usize::from(comma))
            .is_some_and(|w| w.any(&said) || !comma && w.any(&spoken_of));
        leads && verb && !(comma && self.back(1).is_some_and(|w| w.text == ","))
    }

    /// "belief in tomorrow", "the industries of tomorrow", "the goal for July 4th", "the timeline was
    /// August 31st".
    fn noun(&self) -> bool {
        let tomorrow =
            self.at.len() == 1 && self.first().is("tomorrow") && self.is(1, &["in", "of"]);
        // "to mark 9/11", "imagine March of 1865"
        let kept = [
            "commemorate",
            "commemorated",
            "commemorates",
            "commemorating",
            "imagine",
            "mark",
            "marked",
            "marking",
            "marks",
            "recall",
            "remember",
            "remembering",
        ];
        let dated = self.first().kind == Kind::Number || self.first().listed(lex::MONTHS_DAYS);
        if dated && self.is(1, &kept) {
            return true;
        }
        let aim = |n: usize| self.back(n).is_some_and(|w| w.listed(AIMS));
        let aimed = self.is(1, &["for"]) && aim(2) || self.is(1, &["was"]) && aim(2);
        tomorrow || aimed
    }
}
