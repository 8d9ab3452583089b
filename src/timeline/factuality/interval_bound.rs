//! Dates at the edge of a stretch of time: nothing is said to happen on them.

use std::ops::Range;

use super::{
    super::{
        clause::Sentence,
        lexicon as lex,
        words::{Kind, Word},
    },
    near::Near,
};

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

/// Whether the date only opens, closes or bounds a stretch, or is what something was put off from.
pub(super) fn is_edge(sentence: &Sentence<'_>, at: &Range<usize>, coarse: bool) -> bool {
    let edge = Near { sentence, at };
    edge.between()
        || edge.from()
        || edge.within()
        || edge.by_the_hour()
        || edge.put_off()
        || edge.closes()
        || !coarse && edge.counted()
        || coarse && (edge.compared() || edge.rises())
}

impl<'s, 't> Near<'s, 't> {
    /// The first word after the date that is no comma.
    fn after(&self) -> Option<(usize, &'s Word<'t>)> {
        let words = &self.sentence.words;
        (self.at.end..words.len().min(self.at.end + 2))
            .map(|i| (i, &words[i]))
            .find(|(_, w)| w.text != ",")
    }

    /// Whether a date begins right after the word `i`.
    fn dated(&self, i: usize) -> bool {
        self.sentence
            .words
            .get(i + 1)
            .is_some_and(|w| w.kind == Kind::Number || w.listed(lex::MONTHS_DAYS))
    }

    /// Whether one of `any` stands before with nothing but a date and its marks between.
    fn other_end(&self, any: &[&str]) -> bool {
        (2..=8).any(|n| {
            self.is(n, any)
                && (2..n).any(|k| {
                    self.back(k)
                        .is_some_and(|w| w.kind == Kind::Number || w.listed(lex::MONTHS_DAYS))
                })
                && (2..n).all(|k| {
                    self.back(k).is_some_and(|w| {
                        w.kind != Kind::Word
                            || w.listed(lex::MONTHS_DAYS)
                            || w.any(&["the", "of", "early", "late", "mid"])
                    })
                })
        })
    }

    /// "between April 2020 and February 2022", where the two are not read as one.
    fn between(&self) -> bool {
        let opens = self.is(1, &["between"])
            && self
                .after()
                .is_some_and(|(i, w)| w.is("and") && self.dated(i));
        // "between now and 2030"
        let on = self.is(1, &["and"]) && self.is(2, &["now", "today"]) && self.is(3, &["between"]);
        opens || on || self.is(1, &["and"]) && self.other_end(&["between"])
    }

    /// "from January 20, 2017, to January 20, 2021", "through the end of 2025".
    fn from(&self) -> bool {
        let until = ["through", "to", "till", "until"];
        let opens = self.is(1, &["from"])
            && self
                .after()
                .is_some_and(|(i, w)| w.any(&until) && self.dated(i));
        // "from 1987-94 and 1997-2022"
        let again = self.is(1, &["and"]) && self.other_end(&["from"]);
        opens || again || self.is(1, &until) && self.other_end(&["from"])
    }

    /// "within ten days of March 12".
    fn within(&self) -> bool {
        self.is(1, &["of"])
            && (2..=5).any(|n| self.is(n, &["days", "hours", "months", "weeks"]))
            && (3..=7).any(|n| self.is(n, &["within"]))
    }

    /// "a week before 9/11", "two days after Monday": some other day.
    fn counted(&self) -> bool {
        let units = [
            "day", "days", "month", "months", "week", "weeks", "year", "years",
        ];
        self.is(1, &["after", "before"])
            && self.is(2, &units)
            && !self.describes()
            && !self.sentence.words[self.at.end - 1].possessive()
    }

    /// "entered before 12:01 a.m. on June 4", "on or after 9 a.m. on Monday".
    fn by_the_hour(&self) -> bool {
        let clock = |w: &Word<'_>| {
            w.kind == Kind::Number
                || w.text == ":"
                || w.any(&[
                    "a.m.", "p.m.", "am", "pm", "daylight", "eastern", "midnight", "noon",
                    "standard", "time", "et", "edt", "est",
                ])
        };
        let Some(n) = (2..=10).find(|&n| self.back(n).is_some_and(|w| !clock(w))) else {
            return false;
        };
        let near = ["just", "hours", "minutes", "moments", "shortly", "soon"];
        // "after 12:01 a.m.": nobody but a law counts so.
        let legal = (2..n).any(|k| self.back(k).is_some_and(|w| w.text == "01"))
            && self.is(n, &["after", "before"]);
        self.is(1, &["on"])
            && n > 2
            && (legal
                || self.is(n, &["before"]) && !self.is(n + 1, &near)
                || self.is(n, &["after"]) && self.is(n + 1, &["or"]))
    }

    /// "originally planned for July", "extended the deadline to August 15th".
    fn put_off(&self) -> bool {
        let planned = self.is(1, &["for", "on", "in"])
            && self.is(
                2,
                &["due", "expected", "planned", "scheduled", "set", "slated"],
            )
            && self.is(3, &["initially", "originally", "previously"]);
        let to = self.is(1, &["to", "through", "until"])
            || self.back(1).is_some_and(|w| matches!(w.text, "“" | "\""))
                && self.is(2, &["to", "until", "through"]);
        let extended = to
            && (2..=12).any(|n| {
                self.is(
                    n,
                    &["extend", "extended", "extending", "extends", "extension"],
                )
            });
        planned || extended
    }

    /// "comparing the first half of 2023 with the first half of 2022".
    fn compared(&self) -> bool {
        (1..=12).any(|n| self.is(n, &["comparing"]))
    }

    /// "before the end of the fiscal year on June 30", "in 2027, 2030, and beyond", "as set out in
    /// the report in 2022", "the observance of May 3".
    fn closes(&self) -> bool {
        let edge = |n: usize| {
            self.is(n, &["close", "end", "expiration", "start"])
                && self.is(n + 1, &["the"])
                && self.is(n + 2, &["before", "until"])
        };
        let end = self.is(1, &["on"]) && (2..=8).any(edge);
        let list = (0..=8)
            .take_while(|&n| {
                self.next(n)
                    .is_some_and(|w| w.kind != Kind::Word || w.any(&["and", "or", "through"]))
            })
            .last()
            .map_or(0, |n| n + 1);
        let beyond = list > 0
            && self
                .next(list)
                .is_some_and(|w| w.any(&["beyond", "onward", "onwards"]));
        let set_out = (4..=14)
            .take_while(|&n| self.back(n).is_some_and(|w| w.text != ","))
            .any(|n| {
                self.is(n, &["as"])
                    && self.is(n - 1, SET_OUT)
                    && self.is(n - 2, &["by", "forth", "in", "out", "under"])
            });
        let observed =
            self.is(1, &["of"]) && self.is(2, &["celebration", "commemoration", "observance"]);
        end || beyond || self.is(1, &["in"]) && set_out || observed
    }

    /// "from 155 tons in 2021 to around 80 tons in 2022": how far it came.
    fn rises(&self) -> bool {
        let number = |n: usize| self.back(n).is_some_and(|w| w.kind == Kind::Number);
        let to = (3..=9).find(|&n| self.is(n, &["to"]) && (2..n).any(number));
        self.is(1, &["in"])
            && to.is_some_and(|to| {
                (to + 2..=to + 10).any(|n| {
                    self.is(n, &["from"])
                        && (to + 1..n).any(|k| self.is(k, &["in"]))
                        && (to + 1..n).filter(|&k| number(k)).count() >= 2
                })
            })
    }
}
