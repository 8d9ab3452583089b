//! Dates that something is held against: "more than in 2019", "up from 49 percent five weeks ago".

use super::{
    super::{
        lexicon as lex,
        words::{Kind, Word},
    },
    near::Near,
};
use crate::text::table::List;

/// What is told of a figure before what it is held against: "an increase over last year".
static MOVES: &List = &List::words(&[
    "bump",
    "decline",
    "decrease",
    "down",
    "drop",
    "fewer",
    "gain",
    "growth",
    "higher",
    "increase",
    "jump",
    "less",
    "lower",
    "more",
    "percent",
    "reduction",
    "rise",
    "up",
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

impl Near<'_, '_> {
    /// Whether the words from `n` places before up to the date are of one clause.
    fn one_clause(&self, n: usize) -> bool {
        let mut between = (self.at.start - n..self.at.start).skip(1);
        between.all(|i| !self.sentence.finite(i) && self.words()[i].text != ";")
    }

    /// Whether the word `n` places before is a number.
    fn number(&self, n: usize) -> bool {
        self.back(n).is_some_and(|w| w.kind == Kind::Number)
    }

    /// "a different phase than we were in March 2020", "just as the town did in 2020", "the work you
    /// did back in 2020"; but "more than 300 died in 2020".
    pub(super) fn than(&self) -> bool {
        let on = usize::from(self.is(1, &["in", "on"]));
        let did = 1 + on + usize::from(self.is(1 + on, &["back"]));
        if self.is(did, &["did"]) || self.is(1, &["like"]) {
            return true;
        }
        let words = self.words();
        let near = self.at.start.saturating_sub(6);
        let than = (near..self.at.start).any(|i| {
            words[i].is("than")
                && words[i + 1].any(&["it", "in", "they", "we", "was", "were", "what"])
        });
        let far = &words[self.at.start.saturating_sub(3)..self.at.start];
        let compares =
            |w: &Word<'_>| w.listed(lex::COMPARING) && !w.any(&["over", "under", "above", "below"]);
        !self.is(1, &["of"]) && !self.modifies_event() && (than || far.iter().any(compares))
            || self.next(0).is_some_and(|w| w.is("than"))
    }

    /// "above 2023 enacted levels", "at levels of 2019", "over 2019 levels", "ten times the levels
    /// recorded in 2025".
    pub(super) fn level(&self) -> bool {
        let level = |n: usize| {
            self.next(n)
                .is_some_and(|w| w.any(&["baseline", "level", "levels", "prices"]))
        };
        let compared = self.is_number()
            && self.is(
                1,
                &[
                    "above", "at", "below", "from", "of", "over", "than", "under",
                ],
            )
            && (level(0) || level(1));
        let recorded = self.is_number()
            && self.is(1, &["in"])
            && self.is(2, &["recorded", "reported", "seen", "set"])
            && self.is(3, &["level", "levels", "rate", "rates"]);
        let of = self.is(1, &["of"])
            && self.is(
                2,
                &["levels", "prices", "that", "those", "much", "most", "half"],
            );
        let over = self.is(1, &["from", "over"])
            && self
                .next(0)
                .is_some_and(|w| w.any(&["levels", "to", "figures"]));
        self.coarse() && (compared || recorded || of || over)
    }

    /// "from 4,000 in 2022 to 5,000".
    pub(super) fn base(&self) -> bool {
        let ago = self.last().is("ago");
        let first = 2 - usize::from(ago);
        (ago || self.is(1, &["at", "in", "on"]))
            && (3..=8).any(|n| {
                let to = (2..n).any(|k| self.is(k, &["to"]));
                self.is(n, &["from"])
                    && self.one_clause(n)
                    && !to
                    && (first..n).any(|k| self.number(k))
            })
            && (self.next(0).is_some_and(|w| w.is("to"))
                || (4..=9).any(|n| self.is(n, CHANGES) && self.is(n - 1, &["from"])))
    }

    /// "compared with 131 on May 3", "comparing the first half of 2023 with the first half of 2022".
    pub(super) fn compared(&self) -> bool {
        let with = (2..=12).any(|n| {
            self.is(n, &["compared", "versus"])
                && self.is(n - 1, &["to", "with"])
                && self.one_clause(n)
        });
        with || self.coarse() && (1..=12).any(|n| self.is(n, &["comparing"]))
    }

    /// "up from 49 percent five weeks ago".
    pub(super) fn up_from(&self) -> bool {
        (2..=6).any(|n| self.is(n, &["from"]) && self.is(n + 1, &["down", "up"]))
    }

    /// "to 4.1% in April from 3.8% a year earlier".
    pub(super) fn up_from_earlier(&self) -> bool {
        let earlier = self.last().any(&["ago", "before", "earlier"]);
        earlier
            && (2..=6).any(|n| {
                self.is(n, &["from"])
                    && (1..n).any(|k| self.number(k))
                    && (1..n).all(|k| !self.back(k).is_some_and(|w| w.any(&["to", "in"])))
            })
    }

    /// "since their peak in 2004".
    pub(super) fn peak(&self) -> bool {
        self.is(1, &["in"]) && self.is(2, &["high", "low", "peak"])
    }

    /// "fell by 17% over last year", "18 percent more than in the same period of 2018", "at lower
    /// costs relative to today": what a figure is held against.
    pub(super) fn against(&self) -> bool {
        let words = self.own();
        let prior = words
            .iter()
            .any(|w| w.any(&["last", "preceding", "previous", "prior"]))
            && !words
                .iter()
                .any(|w| w.any(&["day", "days", "week", "weeks"]))
            && !(self.first().is("the") && words.iter().any(|w| w.is("last")));
        let measured = (2..=9).any(|n| {
            self.back(n)
                .is_some_and(|w| w.listed(MOVES) || w.text == "%")
        });
        let over = self.is(1, &["over"]) && (prior || self.is_number()) && measured;
        let periods = ["month", "period", "point", "quarter", "season", "time"];
        let same = self.is(1, &["in", "of"]) && self.is(2, &periods) && self.is(3, &["same"])
            || self.is(1, &periods) && self.is(2, &["same"]);
        let relative = self.is(1, &["to"]) && self.is(2, &["compared", "relative"]);
        over || same || relative
    }
}
