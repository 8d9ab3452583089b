//! Dates that bound, name, cite or measure something: nothing happens on them.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    near::Near,
};
use crate::text::table::List;

/// Whether the date only bounds something, is part of a name, says when a page was looked at, or
/// measures.
pub(super) fn only(sentence: &Sentence<'_>, at: &Range<usize>) -> bool {
    let near = Near { sentence, at };
    near.bounds()
        || near.spans()
        || near.recurs()
        || near.names()
        || near.papers()
        || near.days()
        || near.seasons()
        || near.cites()
        || near.measures()
        || near.compares()
        || near.against()
        || near.opens()
}

impl Near<'_, '_> {
    /// "on or after May 1", "ahead of today", "ready for Monday", "until 6 a.m. on Saturday",
    /// "since before January 6", "the last month before he took office", "in the lead up to 2024".
    fn bounds(&self) -> bool {
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
            let whole = |i: usize| !self.sentence.finite(i) && self.sentence.words[i].text != ",";
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

    /// "a term expiring June 1", "under embargo until noon", "no later than May 3", "heading into
    /// the winter", "over the next year", "over the course of 2024".
    fn spans(&self) -> bool {
        let lengths = [
            "month", "period", "quarter", "term", "terms", "week", "year", "years",
        ];
        let ends = self.is(1, &["concluding", "ending", "expiring"])
            && (2..=4).any(|n| self.is(n, &lengths));
        let latest = self.is(1, &["than"]) && self.is(2, &["later"]) && self.is(3, &["no", "not"]);
        let into = self.is(1, &["into"])
            && (self.is_number() || self.is(2, &["going", "head", "heading", "heads", "moving"]))
            || self.is(1, &["entering"]);
        let second = self.sentence.words.get(self.at.start + 1);
        let season = self.is(1, &["during", "in"])
            && self.first().is("the")
            && second.is_some_and(|w| w.any(&["spring", "summer", "fall", "autumn", "winter"]))
            && !self.sentence.words.iter().any(|w| is_past(w.text));
        let length = self.is(1, &["during", "over", "throughout", "within"])
            && self.first().is("the")
            && second.is_some_and(|w| w.any(&["coming", "next"]));
        let course = self.is(1, &["of"]) && self.is(2, &["course"])
            || self.is(1, &["about", "around", "nearly"])
                && self.is(2, &["to"])
                && self.is(3, &["up"])
            || self.is(1, &["to"]) && self.is(2, &["way"]);
        let withheld = self.sentence.words[..self.at.start]
            .iter()
            .any(|w| w.any(&["embargo", "embargoed"]));
        ends || latest || into || season || length || course || withheld
    }

    /// "the second Monday of October each year", "this storied Saturday ritual".
    fn recurs(&self) -> bool {
        let ordinals = ["first", "second", "third", "fourth", "fifth", "last"];
        let last = &self.sentence.words[self.at.end - 1];
        let every = |n: usize| self.next(n).is_some_and(|w| w.any(&["each", "every"]));
        let yearly = self.first().is("that")
            && self.sentence.words[..self.at.start].windows(2).any(|two| {
                two[0].any(&["each", "every"]) && two[1].is("year") || two[0].is("annually")
            });
        let each = yearly || every(0) || self.next(0).is_some_and(|w| w.is("of")) && every(1);
        let weekday = self.next(0).is_some_and(|w| w.any(&["in", "of"]))
            && last.listed(lex::MONTHS_DAYS)
            && (self.is(1, &ordinals) || self.first().any(&ordinals));
        // "has called for the designation of the first Monday in October"
        let ordinal = self.sentence.words[self.at.clone()]
            .iter()
            .any(|w| w.any(&ordinals));
        let named = ordinal
            && self.sentence.words[..self.at.start].iter().any(|w| {
                w.any(&[
                    "designate",
                    "designated",
                    "designating",
                    "designation",
                    "proclaim",
                ])
            });
        let month = named
            || self.is(1, &["in", "of"])
                && self.is(3, &ordinals)
                && self.back(2).is_some_and(|w| w.listed(lex::MONTHS_DAYS));
        let determined = |n: usize| self.back(n).is_some_and(|w| w.listed(lex::DETERMINERS));
        let ritual = self.at.len() == 1
            && last.listed(lex::MONTHS_DAYS)
            && (determined(2) || determined(3) && !self.back(1).is_some_and(|w| is_past(w.text)))
            && self.back(1).is_some_and(|w| {
                w.kind == Kind::Word
                    && !w.capital()
                    && !w.listed(lex::PREPOSITIONS)
                    && !w.listed(lex::CONNECTORS)
            })
            && self.describes()
            && !self.next(0).is_some_and(|w| w.listed(lex::EVENTFUL));
        each || weekday || month || ritual
    }

    /// "8 of March 30", "the 2024 and 2025 elections", "whose 2030 targets", "the end of September
    /// retail figures", "started the day".
    fn names(&self) -> bool {
        let number = |w: Option<&Word<'_>>| w.is_some_and(|w| w.kind == Kind::Number);
        let torn = number(Some(self.first()))
            && self.sentence.words[self.at.end - 1].listed(lex::MONTHS_DAYS)
            && number(self.next(0));
        let paired = self.is(1, &["the"])
            && number(Some(self.first()))
            && self.next(0).is_some_and(|w| w.any(&["and", "or"]))
            && number(self.next(1))
            && self.next(2).is_some_and(|w| {
                w.kind == Kind::Word && !w.listed(lex::PREPOSITIONS) && !w.listed(lex::AUXILIARY)
            });
        let second = self.sentence.words.get(self.at.start + 1);
        let partial = self.first().is("the")
            && second.is_some_and(|w| w.any(&["beginning", "end", "middle", "start"]))
            && self.describes()
            && !self.next(0).is_some_and(Word::capital);
        let day =
            self.at.len() == 2 && self.first().is("the") && second.is_some_and(|w| w.is("day"));
        torn || paired || partial || day || self.is(1, &["whose"])
    }

    /// "model years 2027", "Fiscal Year (FY) 2024", "the title of 2022 Soldier of the Year", "and 1999
    /// Visiting Forces Agreement", "one 2024 report", "Appropriations Act, 2023", "33 U.S.C. 1316 or
    /// 1317", "the first quarter of the fiscal year".
    fn papers(&self) -> bool {
        let words = &self.sentence.words;
        let money = words[self.at.clone()]
            .iter()
            .any(|w| w.any(&["fiscal", "fy"]));
        let part = self.next(0).is_some_and(|w| w.is("of"))
            && (1..=2).any(|n| {
                self.next(n)
                    .is_some_and(|w| w.any(&["financial", "fiscal"]))
            });
        if money || part {
            return true;
        }
        if !self.is_number() {
            return false;
        }
        let next_capital = self.next(0).is_some_and(Word::capital);
        let numbered = self.is(1, &["years"]) || self.is_mark(1, ")") && self.is(2, &["fy"]);
        let titled = next_capital
            && (self.is(1, &["including", "of", "with"]) && self.describes()
                || self.is(1, &["and"]) && self.next(1).is_some_and(Word::capital));
        let paper = !self.back(1).is_some_and(|w| w.listed(lex::PREPOSITIONS))
            && self.next(0).is_some_and(|w| w.listed(PAPERS));
        let act = self.is_mark(1, ",")
            && self
                .back(2)
                .is_some_and(|w| w.capital() && w.listed(lex::LAWS));
        let code = (1..=6).any(|n| self.is(n, &["u.s.c", "u.s.c."]));
        numbered || titled || paper || act || code
    }

    /// "In 1920, the king proclaimed October 9 the Day of …" (of every year), "one Friday", "on a
    /// Saturday", "reports from that day", "on the scale of October 7", "You know this, April, you
    /// have asked".
    fn days(&self) -> bool {
        let words = &self.sentence.words;
        let yearly = self.is(
            1,
            &[
                "declared",
                "designated",
                "designating",
                "proclaimed",
                "renamed",
            ],
        ) && !words[self.at.clone()]
            .iter()
            .any(|w| w.kind == Kind::Number && w.text.len() == 4);
        let that = self.is(1, &["from"]) && self.first().is("that");
        if !self.first().listed(lex::MONTHS_DAYS) {
            return yearly || that;
        }
        let one = self.at.len() == 1;
        let some = self.is(1, &["one"]) && !self.is(2, &["another", "this"])
            || self.is(1, &["a"]) && self.is(2, &["on"]) && !self.describes();
        let called = self.first().any(&["april", "august", "june", "may"])
            && [self.back(1), self.next(0)]
                .iter()
                .all(|w| w.is_some_and(|w| w.text == ","));
        let known = self.is(1, &["of"]) && self.back(2).is_some_and(|w| w.listed(KNOWN));
        yearly || known || one && (some || called)
    }

    /// "this Easter season", "late-winter ice", "the beauty of spring", "to open the second quarter"
    /// (of a game), "since their peak in 2004", "a deadline of May 1".
    fn seasons(&self) -> bool {
        let one = self.at.len() == 1;
        let feast = self.at.len() == 2
            && self.first().is("this")
            && self.next(0).is_some_and(|w| w.is("season"));
        let ice = one
            && self.first().kind == Kind::Word
            && self.first().text.contains('-')
            && self.describes()
            && !self.next(0).is_some_and(|w| w.listed(lex::EVENTFUL));
        let bloom = one
            && self.is(1, &["of"])
            && self.first().any(&["autumn", "spring", "summer", "winter"]);
        let quarter = self.first().is("the")
            && self.sentence.words[self.at.end - 1].is("quarter")
            && self.back(1).is_some_and(|w| w.listed(PLAYED));
        let peak = self.is(1, &["in"]) && self.is(2, &["high", "low", "peak"]);
        let due = ["date", "deadline", "goal", "target", "timeline"];
        let set = self.is(1, &["of"]) && (2..=10).any(|n| self.is(n, &due));
        feast || ice || bloom || quarter || peak || set
    }

    /// "last visited July 14, 2022", "(…, 4/18/2023]"; "with the members here today", "a year ago today".
    fn cites(&self) -> bool {
        let press = self.next(0).is_some_and(|w| w.text == ")")
            && self.first().kind == Kind::Number
            && self.at.len() == 1
            && self.back(1).is_some_and(|w| w.text == ",");
        let cited = press
            || self.is(1, &["accessed", "retrieved", "viewed", "visited"])
            || self.next(0).is_some_and(|w| matches!(w.text, "]" | "\\"));
        let before = self.at.start.saturating_sub(4)..self.at.start;
        // "in our world today"
        let now = self.at.len() == 1 && self.first().any(&["now", "today"]);
        let counted = self.is(1, &["including"])
            && self.sentence.words[..self.at.start]
                .iter()
                .any(|w| w.any(&["each", "every"]));
        let times = counted
            || now
                && self.is(
                    1,
                    &[
                        "communities",
                        "community",
                        "country",
                        "nation",
                        "society",
                        "world",
                    ],
                )
                && self.is(2, &["our", "the", "this"]);
        // "pardons to January 6th rioters", "another October 7th"
        let known = self.first().listed(lex::MONTHS_DAYS)
            && (self.is(1, &["another"])
                || self.is(1, &["about", "by", "for", "from", "of", "to", "with"])
                    && self.describes()
                    && self.next(0).is_some_and(|w| {
                        w.text.ends_with('s') && !w.capital() && !w.listed(lex::EVENTFUL)
                    }));
        let present = times
            || known
            || self.is(1, &["here"])
                && (before.clone().all(|i| !self.sentence.finite(i))
                    || before.clone().any(|i| {
                        self.sentence.words[i].any(&[
                            "assembled",
                            "convened",
                            "gathered",
                            "present",
                        ])
                    }));
        cited || present || self.is(1, &["ago"])
    }

    /// "a rate of just 64% in 2020", "up from 49 percent five weeks ago", "the first quarter century".
    fn measures(&self) -> bool {
        let rate =
            self.back(2).is_some_and(|w| w.text == "%") && (4..=6).any(|n| self.is(n, &["of"]));
        let compared = (2..=6).any(|n| self.is(n, &["from"]) && self.is(n + 1, &["down", "up"]));
        let century = self
            .next(0)
            .is_some_and(|w| w.any(&["century", "centuries"]));
        rate || compared || century
    }

    /// "more today than in the past", "from 4,000 in 2022 to 5,000", "compared with 131 on May 3", "the rate in May of 3.5 percent".
    fn compares(&self) -> bool {
        let words = &self.sentence.words;
        let whole = |n: usize| {
            let mut between = (self.at.start - n..self.at.start).skip(1);
            between.all(|i| !self.sentence.finite(i) && words[i].text != ";")
        };
        let number = |w: Option<&Word<'_>>| w.is_some_and(|w| w.kind == Kind::Number);
        let ago = self.sentence.words[self.at.end - 1].is("ago");
        let base = (ago || self.is(1, &["at", "in", "on"]))
            && (3..=8).any(|n| {
                let to = (2..n).any(|k| self.is(k, &["to"]));
                self.is(n, &["from"])
                    && whole(n)
                    && !to
                    && (2 - usize::from(ago)..n).any(|k| number(self.back(k)))
            })
            && (self.next(0).is_some_and(|w| w.is("to"))
                || (4..=9).any(|n| self.is(n, CHANGES) && self.is(n - 1, &["from"])));
        let against = (2..=8).any(|n| {
            self.is(n, &["compared", "versus"]) && self.is(n - 1, &["to", "with"]) && whole(n)
        });
        let valued = self.next(0).is_some_and(|w| w.is("of"))
            && (number(self.next(1)) || self.next(1).is_some_and(|w| w.text == "$"));
        let more = self.next(0).is_some_and(|w| w.is("than"));
        base || against || valued || more
    }
}

impl Near<'_, '_> {
    /// "open from 7 a.m. to 10 p.m.", "each day at 8:30".
    fn opens(&self) -> bool {
        let clock = self.first().kind == Kind::Number
            && (self.sentence.words[self.at.clone()]
                .iter()
                .any(|w| w.any(&["a.m.", "p.m.", "am", "pm"]) || w.text == ":"));
        let ends = self
            .back(1)
            .is_some_and(|w| w.any(&["to", "until", "till"]) || matches!(w.text, "-" | "–"))
            && (2..=6).any(|n| self.back(n).is_some_and(|w| w.kind == Kind::Number));
        let daily = (1..=5).any(|n| self.is(n, &["daily", "each", "every"]));
        clock && (ends || daily)
    }
}

/// What is spoken of by its day: "the trauma of October 7".
static KNOWN: &List = &List::words(&[
    "anniversary",
    "horrors",
    "legacy",
    "memory",
    "scale",
    "terror",
    "trauma",
]);

/// What players do to a quarter.
static PLAYED: &List = &List::words(&[
    "close", "closed", "end", "ended", "finish", "open", "opened", "start", "started",
]);

/// What goes from one figure to another.
const CHANGES: &[&str] = &[
    "decline",
    "decrease",
    "down",
    "drop",
    "fall",
    "increase",
    "jump",
    "reduction",
    "rise",
    "up",
];

/// What a year labels that somebody wrote or counted.
static PAPERS: &List = &List::words(&[
    "analysis",
    "article",
    "book",
    "census",
    "documentary",
    "essay",
    "estimate",
    "film",
    "paper",
    "poll",
    "report",
    "review",
    "study",
    "survey",
]);
