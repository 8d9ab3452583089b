//! Figures that say how much something came to, and what they are held against.

use std::ops::Range;

use super::{
    super::{
        clause::{Sentence, is_participle, is_past},
        lexicon as lex,
        words::{Kind, Word},
    },
    near::{Near, Predication},
    verbs::STATIVE,
};
use crate::{
    language::{Penn, en},
    text::table::List,
};

/// Verbs of what a part is of the whole: "made up a tenth of all sales".
static SHARES: &List = &List::words(&[
    "accounted",
    "comprised",
    "constituted",
    "controlled",
    "held",
    "made",
    "owned",
    "represented",
    "supplied",
]);

/// Verbs of what something comes to, with the word that has to follow: "exports totaled two billion".
const SUMS: &[(&str, &str)] = &[
    ("account", "for"),
    ("amount", "to"),
    ("average", ""),
    ("come", "to"),
    ("stand", "at"),
    ("total", ""),
];

/// Verbs that say so of a figure right behind them: "reached two billion crowns in 2021".
const REACHES: &[&str] = &["exceed", "hit", "reach", "surpass", "top"];

/// Verbs in the present of what goes on all the time: "today produces a tenth of it".
static YIELDS: &List = &List::words(&[
    "consumes",
    "contains",
    "covers",
    "exports",
    "generates",
    "imports",
    "makes",
    "produces",
    "receives",
    "supplies",
]);

/// Past forms of how people stand to a thing: "only 34% wanted it".
static STOOD: &List = &List::words(&[
    "believed", "had", "knew", "lacked", "liked", "lived", "needed", "owned", "reported", "wanted",
]);

/// What something can be at: "was at its lowest level".
static MARKS: &List = &List::words(&[
    "average", "capacity", "high", "highest", "level", "levels", "low", "lowest", "pace",
    "percent", "rate",
]);

/// Whether the clause only says what a figure was, or what share of a whole had something.
///
/// `verb`: the one that the date goes with.
pub(super) fn is_measure(predication: &Predication<'_, '_>) -> bool {
    let Predication {
        near,
        range: clause,
        verb,
        ..
    } = predication;
    let Near { sentence, at, .. } = *near;
    if comes(sentence, clause) {
        return true;
    }
    let Some(verb) = *verb else {
        return near.yields();
    };
    let figure = Figure {
        words: &sentence.words,
        clause,
        at,
        verb,
        tag: sentence.tags[verb],
        coarse: near.coarse(),
    };
    near.yields()
        || figure.shares()
        || figure.baseline()
        || figure.by_then()
        || figure.stands()
        || figure.differs()
        || figure.found()
        || figure.rates()
}

/// A clause with the verb that its date goes with.
struct Figure<'s, 't> {
    words: &'s [Word<'t>],
    clause: &'s Range<usize>,
    at: &'s Range<usize>,
    verb: usize,
    tag: Penn,
    coarse: bool,
}

impl<'s, 't> Figure<'s, 't> {
    /// The verb.
    fn verb(&self) -> &'s Word<'t> {
        &self.words[self.verb]
    }

    /// The verb without its ending.
    fn lemma(&self) -> String {
        let lemma = en::lemma_of(self.verb().text, self.tag).into_owned();
        // "totalled": the British doubling.
        match lemma.strip_suffix("ll") {
            Some(stem) if lemma.len() > 5 => format!("{stem}l"),
            _ => lemma,
        }
    }

    /// The `n` words of the clause after the verb.
    fn next(&self, n: usize) -> &'s [Word<'t>] {
        let from = self.verb + 1;
        &self.words[from..self.clause.end.min(from + n).max(from)]
    }

    /// Whether a figure that is not the date stands among the `n` words after the verb.
    fn figures(&self, n: usize) -> bool {
        let first = self.verb + 1;
        (first..self.clause.end.min(first + n))
            .any(|i| !self.at.contains(&i) && is_figure(&self.words[i]))
    }

    /// Where a share of a whole is the subject: "only 8 percent of the islanders".
    fn share(&self) -> Option<usize> {
        let from = self.clause.start.max(if self.at.end <= self.verb {
            self.at.end
        } else {
            0
        });
        let whole = |i: usize| {
            let between = &self.words[i..self.verb];
            !between.iter().any(|w| w.text == "," || is_plain_past(w))
                && !between
                    .windows(2)
                    .any(|two| two[0].any(&["and", "but"]) && two[1].is("another"))
        };
        let mut subject = from..self.verb;
        subject.find(|&i| is_share(self.words, i) && !self.at.contains(&i) && whole(i))
    }

    /// "made up a tenth of all sales", "exports totaled two billion".
    fn shares(&self) -> bool {
        let next = self.next(7);
        let measured = next.iter().take_while(|w| is_measuring(w)).count();
        let whole = self.verb().listed(SHARES)
            && (0..next.len().min(measured + 1)).any(|i| is_share(next, i));
        let lemma = self.lemma();
        let led = |word: &str| word.is_empty() || next.first().is_some_and(|w| w.is(word));
        let sums = SUMS.iter().any(|(verb, word)| lemma == *verb && led(word));
        let reaches = self.coarse
            && REACHES.contains(&lemma.as_str())
            && self.figures(3)
            && !next
                .iter()
                .take(3)
                .any(|w| w.text == "%" || w.is("percent"));
        whole || sums && self.figures(6) || reaches
    }

    /// "On the first day, only 8 percent had a berth", "less than half of the ports were open".
    fn baseline(&self) -> bool {
        let Some(share) = self.share() else {
            return false;
        };
        let few = self.words[share.saturating_sub(4)..share]
            .iter()
            .any(|w| w.any(&["fewer", "just", "less", "only"]));
        let passive = self.next(2).iter().any(|w| is_participle(w.text));
        let was = self.verb().any(&["was", "were"]);
        let percent = self.coarse && !self.words[share].is("half");
        self.verb().listed(STOOD) || was && (percent || few || !passive)
    }

    /// "by March, the storm had already led to ten closures": what had come about till then.
    fn by_then(&self) -> bool {
        let by = self.at.start > 0 && self.words[self.at.start - 1].is("by");
        let already = self.next(1).iter().any(|w| w.is("already"));
        by && self.verb().is("had") && (already || self.figures(10))
    }

    /// "was at its lowest level".
    fn stands(&self) -> bool {
        let next = self.next(9);
        self.verb().any(&["are", "is", "was", "were"])
            && next.iter().take(2).any(|w| w.is("at"))
            && !next
                .iter()
                .take(1)
                .any(|w| is_participle(w.text) && !w.is("unchanged"))
            && next.iter().any(|w| w.listed(MARKS) || w.text == "%")
            && !next.iter().any(|w| w.listed(lex::EVENTFUL))
    }

    /// "In January, the tables showed that just 46% of the ports were open".
    fn found(&self) -> bool {
        let shown = self
            .verb()
            .any(&["found", "indicated", "revealed", "show", "showed", "shows"]);
        let from = self.words.len().min(self.verb + 2);
        let rest = &self.words[from..self.words.len().min(from + 16)];
        let that = self.words.get(self.verb + 1).is_some_and(|w| w.is("that"));
        let share = (0..rest.len().min(6)).find(|&i| is_share(rest, i));
        shown
            && that
            && share.is_some_and(|i| rest[i..].iter().any(|w| w.any(&["are", "had", "were"])))
    }

    /// "The typical sailor earned $12 per hour in 2020".
    fn rates(&self) -> bool {
        let next = self.next(9);
        let paid = self
            .verb()
            .any(&["cost", "earned", "made", "paid", "received"]);
        let each = next.windows(2).any(|two| {
            two[0].any(&["a", "an", "per"])
                && two[1].any(&[
                    "barrel", "day", "gallon", "hour", "month", "person", "week", "year",
                ])
        });
        paid && each && next.iter().take(4).any(is_figure)
    }

    /// "A hundred votes made a difference in 2020".
    fn differs(&self) -> bool {
        self.verb().any(&["made", "makes"]) && self.next(5).iter().any(|w| w.is("difference"))
    }
}

impl Near<'_, '_> {
    /// "but today produces about a tenth of it".
    fn yields(&self) -> bool {
        let now = self.at.len() == 1 && self.first().any(&["currently", "now", "today"]);
        let comma = usize::from(self.next(0).is_some_and(|w| w.text == ","));
        let stative = self
            .next(comma)
            .is_some_and(|w| !w.capital() && (w.listed(YIELDS) || w.listed(STATIVE)));
        let opens = self.back(1).is_none_or(|w| {
            w.kind == Kind::Mark || w.listed(lex::CONNECTORS) || w.listed(lex::SUBORDINATORS)
        });
        now && opens && stative && (1..=5).any(|n| self.next(comma + n).is_some_and(is_figure))
    }

    /// "a rate of just 64% in 2020", "the rate in May of 3.5 percent", "from 155 tons in 2021 to around
    /// 80 tons in 2022".
    pub(super) fn dates_rate(&self) -> bool {
        let rate = self.is_mark(2, "%") && (4..=6).any(|n| self.is(n, &["of"]));
        let valued = self.next(0).is_some_and(|w| w.is("of"))
            && self
                .next(1)
                .is_some_and(|w| w.kind == Kind::Number || w.text == "$");
        let number = |n: usize| self.back(n).is_some_and(|w| w.kind == Kind::Number);
        let to = (3..=9).find(|&n| self.is(n, &["to"]) && (2..n).any(number));
        let rises = self.coarse()
            && self.is(1, &["in"])
            && to.is_some_and(|to| {
                (to + 2..=to + 10).any(|n| {
                    self.is(n, &["from"])
                        && (to + 1..n).any(|k| self.is(k, &["in"]))
                        && (to + 1..n).filter(|&k| number(k)).count() >= 2
                })
            });
        rate || valued || rises
    }
}

/// Whether a sentence only says what a figure comes to: "That’s almost a million more berths in
/// April than the month before".
fn comes(sentence: &Sentence<'_>, clause: &Range<usize>) -> bool {
    let words = &sentence.words[clause.clone()];
    let Some(first) = words
        .iter()
        .position(|w| w.kind == Kind::Word && !w.listed(lex::CONNECTORS))
    else {
        return false;
    };
    let rest = &words[first + 1..];
    words[first].any(&["it's", "it’s", "that's", "that’s"])
        && rest.iter().take(4).any(is_figure)
        && rest
            .iter()
            .take(8)
            .any(|w| w.any(&["fewer", "higher", "less", "lower", "more", "percent"]))
}

/// Whether the word `i` says what part of a whole: "8 percent", "half of", "a third of".
fn is_share(words: &[Word<'_>], i: usize) -> bool {
    let of = words.get(i + 1).is_some_and(|w| w.is("of"));
    words[i].text == "%"
        || words[i].any(&["half", "percent"])
        || of
            && words[i].any(&[
                "majority", "quarter", "quarters", "tenth", "third", "thirds",
            ])
}

/// Whether a word only leads up to a figure: "about", "up".
fn is_measuring(word: &Word<'_>) -> bool {
    word.kind != Kind::Word
        || is_figure(word)
        || word.any(&[
            "a",
            "about",
            "almost",
            "an",
            "around",
            "approximately",
            "as",
            "at",
            "estimated",
            "for",
            "fully",
            "just",
            "least",
            "less",
            "more",
            "nearly",
            "only",
            "over",
            "roughly",
            "some",
            "than",
            "the",
            "under",
            "up",
        ])
}

/// Whether a word is a past form and no participle: "fell", "had".
fn is_plain_past(word: &Word<'_>) -> bool {
    is_past(word.text) && !is_participle(word.text)
}

/// Whether a word is a figure: "17", "$", "half".
fn is_figure(word: &Word<'_>) -> bool {
    word.kind == Kind::Number
        || matches!(word.text, "$" | "€" | "£" | "%")
        || word.any(&["billion", "half", "million", "most", "percent", "thousand"])
}
