//! Entries of a chronology: "May 2, 2020: An inspector found …", a date alone on its line above its
//! paragraph, a year above days and months.
//!
//! The head of an entry gives the context date of the sentences below it. A head without a year
//! takes the year of the heading above it, else the one that brings it nearest to the entry before.

use chrono::NaiveDate;

use super::point::Point;
use super::{Named, Resolver, anchor};
use crate::temporal::Mode;
use crate::temporal::lexicon::Word;
use crate::temporal::recognize::{Expression, Found, Tok, When, Year};
use crate::temporal::timex::Anchor;
use crate::text::token::{Gap, Kind};

/// How near the day of writing, in days, the head of an entry only says when the text was written.
const WRITTEN: i64 = 3;

/// How many lines an entry goes on below a head that stands alone on its line.
const BELOW: usize = 6;

/// How a date stands at the head of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// Before its sentence: "May 2, 2020: An inspector", "May 2, 2020 — An inspector".
    Inline,
    /// Alone on its line.
    Alone,
}

/// Where a chronology stands.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Chronology {
    /// The year that a heading sets for the entries below it.
    year: Option<i32>,
    /// The head of the entry that is being read, and how it stands.
    entry: Option<(Named, Head)>,
    /// The head of the entry before, where another one takes its year from it.
    last: Option<Named>,
    /// How many heads were read.
    heads: u32,
    /// How the date that is being resolved stands at the head of an entry.
    pub(crate) head: Option<Head>,
}

impl Resolver {
    /// Ends an entry whose head stands before its sentence where a new line begins, and one whose head
    /// stands alone some lines below it.
    pub(crate) fn open_line(&mut self) {
        if let Some((named, head)) = self.chronology.entry {
            let over = head == Head::Inline || self.paragraph > named.paragraph + BELOW;
            if over {
                self.chronology.entry = None;
            }
        }
    }

    /// The year of a day or month at the head of an entry that is written without one.
    pub(super) fn head_year(&self, month: u8, day: Option<u8>) -> Option<(i32, Anchor)> {
        self.chronology.head?;
        let last = self.chronology.last;
        if let Some(year) = self.chronology.year {
            let date = NaiveDate::from_ymd_opt(year, u32::from(month), 1)?;
            let source = last.and_then(anchor).or_else(|| self.published())?.source;
            return Some((year, Anchor { date, source }));
        }
        let last = last?;
        let from = anchor(last)?;
        let year = last.point.year()?;
        let away = |year: &i32| {
            let point = match day {
                Some(day) => Point::day(*year, month, day),
                None => Some(Point::Month(*year, month)),
            };
            let days = point
                .and_then(Point::first)
                .map_or(i64::MAX / 100, |d| (d - from.date).num_days());
            // A chronology goes on more often than back.
            days.abs() * if days < 0 { 14 } else { 10 }
        };
        let year = (year - 1..=year + 1).min_by_key(away)?;
        Some((year, from))
    }

    /// Remembers the date at the head of an entry as the context of what stands below it.
    pub(super) fn follow_chronology(&mut self, named: Named) {
        let Some(head) = self.chronology.head else {
            return;
        };
        let chronology = &mut self.chronology;
        if let (Point::Year(year), Head::Alone) = (named.point, head) {
            chronology.year = Some(year);
        } else if named.point.year() != chronology.year {
            chronology.year = None;
        }
        chronology.heads += 1;
        chronology.last = Some(named);
        // The day of writing stands alone under a headline too.
        let written = self
            .published
            .zip(named.point.first())
            .is_some_and(|(p, d)| {
                matches!(named.point, Point::Day(_)) && (p.date - d).num_days().abs() <= WRITTEN
            });
        let listed = head == Head::Inline || chronology.heads > 1;
        chronology.entry = (listed && !written).then_some((named, head));
    }

    /// The date of the entry that a sentence tells on; entries are told in the present as well
    /// ("By Friday the line is closed").
    pub(super) fn entry_of(&self, toks: &[Tok]) -> Option<Named> {
        self.entry().filter(|_| !looks_ahead(toks))
    }

    /// The date of the entry that is being read.
    pub(super) fn entry(&self) -> Option<Named> {
        let news = self.mode == Mode::News;
        self.chronology
            .entry
            .filter(|_| news && self.chronology.head.is_none())
            .map(|e| e.0)
    }
}

/// Whether a sentence looks ahead from the day of writing: "will", "is due".
fn looks_ahead(toks: &[Tok]) -> bool {
    toks.iter()
        .any(|t| !t.token.capital && matches!(t.word, Word::WillVerb | Word::Plan))
}

/// How `found` stands at the head of an entry: nothing but marks stands before it on its line, and
/// behind it the line ends, or a colon, a dash or a bar divides it from its sentence.
pub(crate) fn head(toks: &[Tok], found: &Found) -> Option<Head> {
    let Expression::Date(when) = found.expression else {
        return None;
    };
    let dated = matches!(
        when,
        When::Calendar {
            year: Year::Full(_) | Year::Missing,
            ..
        } | When::Numeric { .. }
    );
    // A line that begins within a sentence is a wrapped one: "since\n2016.".
    let line = (0..=found.start)
        .rev()
        .find(|&i| toks[i].token.gap >= Gap::Line || i == 0)
        .unwrap_or(0);
    let begins = match line.checked_sub(1) {
        None => toks[0].token.gap >= Gap::Line || toks[0].token.span.start == 0,
        Some(before) => matches!(toks[before].token.kind, Kind::Mark(b'.' | b'!' | b'?')),
    };
    let bare = toks[line..found.start]
        .iter()
        .all(|t| matches!(t.token.kind, Kind::Mark(_) | Kind::Other));
    if !(dated && begins && bare) {
        return None;
    }
    // "**May 2, 2020**"
    let mut end = found.end;
    while toks.get(end).is_some_and(|t| {
        matches!(t.token.kind, Kind::Mark(b'*' | b'_')) && t.token.gap == Gap::None
    }) {
        end += 1;
    }
    match toks.get(end) {
        None => Some(Head::Alone),
        Some(t) if t.token.gap >= Gap::Line => Some(Head::Alone),
        Some(t) => match t.token.kind {
            Kind::Mark(b':' | b'|') => {
                let next = toks.get(end + 1);
                let alone = next.is_none_or(|t| t.token.gap >= Gap::Line);
                Some(if alone { Head::Alone } else { Head::Inline })
            }
            // A hyphen, or an em dash.
            Kind::Mark(b'-') | Kind::Other if t.token.gap != Gap::None => {
                let spaced = toks.get(end + 1).is_some_and(|t| {
                    t.token.gap != Gap::None && !matches!(t.token.kind, Kind::Number)
                });
                spaced.then_some(Head::Inline)
            }
            _ => None,
        },
    }
}
