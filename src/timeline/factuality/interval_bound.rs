//! Dates at the edge of a stretch of time, or that something is counted from: nothing is said to
//! happen on them.

use super::{
    super::{
        clause::is_past,
        lexicon as lex,
        words::{Kind, Word},
    },
    near::Near,
    polarity,
};
use crate::temporal::TimexType;

impl<'s, 't> Near<'s, 't> {
    /// The first word after the date that is no comma.
    fn after(&self) -> Option<(usize, &'s Word<'t>)> {
        let words = &self.words();
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

    /// "since 2019", "until May", "through June", "beyond 2030", "prior to Monday".
    pub(super) fn bounded(&self) -> bool {
        let subsequent = self.is(1, &["to"]) && self.is(2, &["subsequent", "prior", "up"]);
        let edges = [
            "since", "until", "till", "through", "pre", "post", "mid", "beyond",
        ];
        !self.is_new_day() && (subsequent || self.is(1, &edges))
    }

    /// Whether the edge is itself what is told: "postponed until May 21", "has until May 21 to
    /// decide", "did not win a title until 1993".
    fn is_new_day(&self) -> bool {
        polarity::put_off_until(self) || polarity::deadline_to(self) || polarity::not_until(self)
    }

    /// "The payments were made between October 2016 and December 2017": a range of both ends that
    /// something was done in, no figure.
    fn filled(&self) -> bool {
        let joined = self.own().iter().any(|w| w.any(&["and", "to"]));
        let clause = &self.sentence.clauses[self.sentence.clause(self.at.start)].words;
        let figure = clause.clone().any(|i| {
            let word = &self.words()[i];
            !self.at.contains(&i) && (word.kind == Kind::Number || matches!(word.text, "%" | "$"))
        });
        let deed = clause
            .clone()
            .any(|i| self.sentence.is_done(i) && self.sentence.is_deed(i));
        joined && !figure && deed
    }

    /// "until 10 p.m.", "after 8:30": an hour of no day bounds every day.
    pub(super) fn bare_hour(&self) -> bool {
        let bare = self.timex.kind == TimexType::Time
            && self.own().iter().all(|w| {
                w.kind != Kind::Word || w.any(&["a.m.", "p.m.", "am", "pm", "noon", "midnight"])
            });
        bare && self.is(1, &["after", "before", "by", "past", "until"])
            && !self.next(0).is_some_and(|w| w.is("on"))
    }

    /// "for the year ended June 30, 2023", "for the years ended December 31, 2016, 2015 and 2014".
    pub(super) fn ended(&self) -> bool {
        let lengths = [
            "month", "months", "period", "quarter", "week", "weeks", "year", "years",
        ];
        let list = |n: usize| {
            self.back(n)
                .is_some_and(|w| w.kind != Kind::Word || w.listed(lex::MONTHS_DAYS) || w.is("and"))
        };
        (1..=12)
            .take_while(|&n| n == 1 || list(n - 1))
            .any(|n| self.is(n, &["ended", "ending"]) && self.is(n + 1, &lengths))
    }

    /// "from 1996 to 2001", "2006-2008": a length of time.
    pub(super) fn stretch(&self) -> bool {
        let dash = self
            .back(1)
            .is_some_and(|w| matches!(w.text, "-" | "–" | "—"));
        self.coarse()
            && self.at.start > 0
            && !self.filled()
            && !self.modifies_event()
            && (self.is(1, &["to", "from", "between"]) || dash && self.at.start > 1)
    }

    /// "the end of 2024" of a day, "as of May 3": a part of a time.
    pub(super) fn part_of(&self) -> bool {
        let part = [
            "class",
            "summer",
            "spring",
            "autumn",
            "winter",
            "fall",
            "end",
            "start",
            "beginning",
            "rest",
        ];
        let era = self.year() && self.is(2, &["period", "war"]);
        self.is(1, &["of"]) && (era || !self.coarse() && self.is(2, &part) || self.is(2, &["as"]))
    }

    /// "between April 2020 and February 2022", where the two are not read as one.
    pub(super) fn between(&self) -> bool {
        let opens = self.is(1, &["between"])
            && self
                .after()
                .is_some_and(|(i, w)| w.is("and") && self.dated(i));
        // "between now and 2030"
        let on = self.is(1, &["and"]) && self.is(2, &["now", "today"]) && self.is(3, &["between"]);
        opens || on || self.is(1, &["and"]) && self.other_end(&["between"])
    }

    /// "from January 20, 2017, to January 20, 2021", "through the end of 2025".
    pub(super) fn from(&self) -> bool {
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
    pub(super) fn within(&self) -> bool {
        self.is(1, &["of"])
            && (2..=5).any(|n| self.is(n, &["days", "hours", "months", "weeks"]))
            && (3..=7).any(|n| self.is(n, &["within"]))
    }

    /// "a week before 9/11", "two days after Monday": some other day.
    pub(super) fn counted(&self) -> bool {
        let units = [
            "day", "days", "month", "months", "week", "weeks", "year", "years",
        ];
        self.is(1, &["after", "before"])
            && self.is(2, &units)
            && !self.describes()
            && !self.words()[self.at.end - 1].possessive()
    }

    /// "entered before 12:01 a.m. on June 4", "on or after 9 a.m. on Monday".
    pub(super) fn by_the_hour(&self) -> bool {
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
    pub(super) fn put_off(&self) -> bool {
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

    /// "before the end of the fiscal year on June 30", "in 2027, 2030, and beyond".
    pub(super) fn closes(&self) -> bool {
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
        end || beyond
    }

    /// "on or after May 1", "ahead of today", "ready for Monday", "until 6 a.m. on Saturday",
    /// "since before January 6", "the last month before he took office", "in the lead up to 2024".
    pub(super) fn bounds(&self) -> bool {
        let after = (1..=9).any(|n| {
            self.is(n, &["after", "before"]) && self.is(n + 1, &["or"]) && self.is(n + 2, &["on"])
        });
        let ahead = self.is(1, &["of"]) && self.is(2, &["ahead", "advance"])
            || self.is(1, &["to"]) && self.is(2, &["prior"]);
        let ready = [
            "prepare",
            "prepared",
            "prepares",
            "preparing",
            "ready",
            "time",
        ];
        let awaited = self.is(1, &["for"]) && self.is(2, &ready);
        let leads = (2..=5).any(|n| {
            self.is(n, &["up"])
                && self.is(n - 1, &["to"])
                && self.is(n + 1, &["lead", "leading", "run"])
        });
        let until = (2..=6).any(|n| {
            let whole = |i: usize| !self.sentence.finite(i) && self.words()[i].text != ",";
            self.is(n, &["until", "till"]) && (self.at.start - n..self.at.start).all(whole)
        });
        // "before 2021", "before Wednesday", but "the day before the 2021 vote", "shortly before May"
        let near = [
            "day", "days", "hours", "just", "month", "months", "shortly", "week", "weeks", "year",
            "years",
        ];
        let until_then = self.is(1, &["before"]) && !self.describes() && !self.is(2, &near)
            || self.is(1, &["and"]) && self.is(2, &["now"]) && self.is(3, &["between"]);
        let since = until_then || self.is(1, &["of"]) && self.is(2, &["all"]);
        let last = self.first().is("the") && self.next(0).is_some_and(|w| w.is("before"));
        after || ahead || awaited || leads || until || since || last
    }

    /// "a term expiring June 1", "no later than May 3", "heading into
    /// the winter", "over the next year", "over the course of 2024".
    pub(super) fn spans(&self) -> bool {
        let lengths = [
            "month", "period", "quarter", "term", "terms", "week", "year", "years",
        ];
        let ends = self.is(1, &["concluding", "ending", "expiring"])
            && (2..=4).any(|n| self.is(n, &lengths));
        let latest = self.is(1, &["than"]) && self.is(2, &["later"]) && self.is(3, &["no", "not"]);
        let into = self.is(1, &["into"])
            && (self.is_number() || self.is(2, &["going", "head", "heading", "heads", "moving"]))
            || self.is(1, &["entering"]);
        let second = self.words().get(self.at.start + 1);
        let season = self.is(1, &["during", "in"])
            && self.first().is("the")
            && second.is_some_and(|w| w.any(&["spring", "summer", "fall", "autumn", "winter"]))
            && !self.words().iter().any(|w| is_past(w.text));
        let length = self.is(1, &["during", "over", "throughout", "within"])
            && self.first().is("the")
            && second.is_some_and(|w| w.any(&["coming", "next"]));
        let course = self.is(1, &["of"]) && self.is(2, &["course"])
            || self.is(1, &["about", "around", "nearly"])
                && self.is(2, &["to"])
                && self.is(3, &["up"])
            || self.is(1, &["to"]) && self.is(2, &["way"]);
        ends || latest || into || season || length || course
    }

    /// "under embargo until noon".
    pub(super) fn embargoed(&self) -> bool {
        self.words()[..self.at.start]
            .iter()
            .any(|w| w.any(&["embargo", "embargoed"]))
    }
}
