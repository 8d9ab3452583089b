//! Dates of papers: when something was written, printed or looked at, not when something happened.

use super::{
    super::{
        lexicon as lex,
        words::{Kind, Word},
    },
    near::{Near, Predication},
};
use crate::text::table::List;

/// From how many days before publication on the picture of a caption is one of an archive.
const ARCHIVED: i64 = 30;

/// Whether the date stands in the caption of a picture that was taken long before the article was
/// published: news agencies write "FILE" before it, or nothing.
pub(super) fn is_archive(predication: &Predication<'_, '_>) -> bool {
    let near = &predication.near;
    near.register.caption
        && near
            .timex
            .date
            .zip(near.published())
            .is_some_and(|(date, published)| (published - date.last).num_days() > ARCHIVED)
}

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

/// What a year names that somebody wrote or counted: "one 2024 report".
static WRITTEN: &List = &List::words(&[
    "analysis",
    "article",
    "book",
    "census",
    "column",
    "documentary",
    "essay",
    "estimate",
    "film",
    "interview",
    "memo",
    "paper",
    "poll",
    "report",
    "review",
    "study",
    "survey",
]);

/// What a paper does with what it says: "as set out in the report".
const SET_OUT: &[&str] = &[
    "agreed",
    "called",
    "defined",
    "described",
    "identified",
    "noted",
    "outlined",
    "recommended",
    "required",
    "set",
    "specified",
    "stated",
];

impl Near<'_, '_> {
    /// "(2006)", "(1/28/23, Oslo)", "(2022 Memorandum)".
    pub(super) fn in_brackets(&self) -> bool {
        let slashed =
            self.first().text.contains('/') && self.next(0).is_some_and(|w| w.text == ",");
        let alone = self
            .next(0)
            .is_none_or(|w| matches!(w.text, ")" | "-" | "–" | "—"));
        let named = self.coarse() && self.is_number() && self.next(0).is_some_and(Word::capital);
        self.is_mark(1, "(") && (slashed || alone || named)
    }

    /// "last visited July 14, 2022", "(…, 4/18/2023]".
    pub(super) fn visited(&self) -> bool {
        let press = self.next(0).is_some_and(|w| w.text == ")")
            && self.first().kind == Kind::Number
            && self.at.len() == 1
            && self.is_mark(1, ",");
        press
            || self.is(1, &["accessed", "retrieved", "viewed", "visited"])
            || self.next(0).is_some_and(|w| matches!(w.text, "]" | "\\"))
    }

    /// "Order 13978 of January 18", "the Memorandum of January 27, 2021", "the Treaty of 1967".
    pub(super) fn dates_paper(&self) -> bool {
        let numbered = self.is(1, &["of"]) && self.back(2).is_some_and(|w| w.kind == Kind::Number);
        let law = self.is(1, &["of"]) && self.back(2).is_some_and(|w| w.listed(lex::LAWS));
        let paper = self.is(1, &["of"]) && self.back(2).is_some_and(|w| w.listed(PAPERS));
        let act = self.is_number()
            && self.is_mark(1, ",")
            && self
                .back(2)
                .is_some_and(|w| w.capital() && w.listed(lex::LAWS));
        numbered || law || paper || act
    }

    /// Whether something written follows: "an August column".
    pub(super) fn is_written(&self) -> bool {
        self.next(0).is_some_and(|w| w.listed(WRITTEN))
    }

    /// "1950, as amended".
    pub(super) fn amended(&self) -> bool {
        self.at.start == 0
            && self.next(0).is_some_and(|w| w.text == ",")
            && self.next(1).is_some_and(|w| w.is("as"))
            && self.next(2).is_some_and(|w| w.is("amended"))
    }

    /// "a 2017 Harvard study", "a [2021 Pew survey]", "an August 2023 poll", "one 2024 report".
    pub(super) fn written(&self) -> bool {
        let plain = self.is_number()
            && !self.back(1).is_some_and(|w| w.listed(lex::PREPOSITIONS))
            && self.next(0).is_some_and(|w| w.listed(WRITTEN));
        if plain {
            return true;
        }
        let edition = [
            "class", "cohort", "edition", "issue", "poll", "semester", "session", "survey",
        ];
        let numbered = self.own().iter().any(|w| w.kind == Kind::Number);
        let issue = self.at.len() > 1 && numbered && self.next(0).is_some_and(|w| w.any(&edition));
        let paper = (0..4).find(|&n| self.next(n).is_some_and(|w| w.listed(WRITTEN)));
        let opens = self
            .back(1)
            .is_some_and(|w| matches!(w.text, "[" | "(" | "“" | "*"));
        let owned = self
            .back(1 + usize::from(opens))
            .is_some_and(|w| w.listed(lex::DETERMINERS) || w.possessive());
        let named = paper.is_some_and(|n| (0..n).all(|k| self.next(k).is_some_and(Word::capital)));
        self.coarse() && (issue || self.is_number() && owned && named)
    }

    /// "as set out in the report in 2022".
    pub(super) fn set_out(&self) -> bool {
        self.is(1, &["in"])
            && (4..=14)
                .take_while(|&n| self.back(n).is_some_and(|w| w.text != ","))
                .any(|n| {
                    self.is(n, &["as"])
                        && self.is(n - 1, SET_OUT)
                        && self.is(n - 2, &["by", "forth", "in", "out", "under"])
                })
    }

    /// "le Protocole de 1967": no English preposition, a text in another language.
    pub(super) fn foreign(&self) -> bool {
        self.coarse() && self.is_number() && self.is(1, &["de", "del", "du", "des"])
    }
}
