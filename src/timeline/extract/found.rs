//! The dated clauses of a text that tell an event.

use std::ops::Range;

use chrono::Days;

use super::{
    super::{
        clause::{Opener, Sentence},
        factuality::{self, EventAnchor, reason},
        words::Kind,
    },
    fate::Fates,
};
use crate::{
    temporal::{Certainty, Date, Granularity, Timex, TimexType},
    text::{Span, sentence::sentences_in},
};

/// Where a sentence stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// How many paragraphs of the body stand before.
    pub(super) paragraph: usize,
    /// In what kind of text: under a picture, in a speech.
    pub(super) register: factuality::Register,
}

/// A dated clause that tells an event.
pub(super) struct Found<'t> {
    pub(super) sentence: std::rc::Rc<Sentence<'t>>,
    pub(super) at: Range<usize>,
    pub(super) timex: &'t Timex,
    pub(super) date: Date,
    pub(super) bound: EventAnchor,
    pub(super) evidence: Span,
    pub(super) place: Place,
}

/// The longest sentence that is read for events, in bytes: some five hundred words. What
/// goes on for longer without an end is a list or was made to take time.
const LONGEST: usize = 3_000;
/// So many dates of a sentence are read, the first ones.
const MOST_DATES: usize = 16;

/// Finds the dated clauses of a block.
pub(super) fn in_block<'t>(
    text: &'t str,
    span: Span,
    place: Place,
    fates: &mut Fates<'t>,
    found: &mut Vec<Found<'t>>,
) {
    let inside = fates.inside(span);
    if !inside.iter().any(|t| factuality::datable(t).is_ok()) {
        return;
    }
    let mut open = false;
    for span in sentences_in(text, span) {
        let part = span.of(text);
        let was_open = open;
        open = match (part.rfind('“'), part.rfind('”')) {
            (Some(a), Some(b)) => a > b,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => open,
        };
        let from = inside.partition_point(|t| t.span.start < span.start);
        let mine: Vec<&'t Timex> = inside[from..]
            .iter()
            .take_while(|t| t.span.end <= span.end)
            .take(MOST_DATES)
            .collect();
        if span.len() <= LONGEST && mine.iter().any(|t| factuality::datable(t).is_ok()) {
            in_sentence(text, (span, was_open), place, &mine, fates, found);
        }
    }
}

/// Finds the dated clauses of a sentence; `open` says whether a quotation was left open before it.
fn in_sentence<'t>(
    text: &'t str,
    (span, open): (Span, bool),
    place: Place,
    timexes: &[&'t Timex],
    fates: &mut Fates<'t>,
    found: &mut Vec<Found<'t>>,
) {
    let sentence = std::rc::Rc::new(Sentence::read(text, span, open));
    let mut mine: Vec<Found<'t>> = Vec::new();
    let mut i = 0;
    while i < timexes.len() {
        let timex = timexes[i];
        i += 1;
        let (Some(mut date), true) = (timex.date, factuality::datable(timex).is_ok()) else {
            continue;
        };
        let mut at = sentence.covered(timex.span);
        if at.is_empty() || in_address(text, timex.span) || in_word(text, timex.span) {
            fates.refuse(timex, &reason::IDENTIFIER);
            continue;
        }
        if is_hour(timex, timexes) {
            fates.refuse(timex, &reason::HOUR);
            continue;
        }
        if let Some(next) = timexes.get(i)
            && let Some(joined) = join(&sentence, timex, next)
        {
            date = joined;
            at.end = sentence.covered(next.span).end;
            fates.refuse(next, &reason::RANGE_END);
            i += 1;
        }
        // "2022-2026": the second half of one word.
        let word = sentence.words[at.start].span;
        if timex.span.start > word.start && word.of(text).contains('-') {
            fates.refuse(timex, &reason::INTERVAL_BOUND);
            continue;
        }
        let mut bound = factuality::assess(&sentence, &at, timex, place.register);
        if bound.is_err()
            && let Some(when) = told_then(&sentence, &at)
        {
            bound = factuality::assess(&sentence, &when, timex, place.register);
            at = when;
        }
        let setting = factuality::Setting {
            sentence: &sentence,
            at: &at,
            timex,
            register: place.register,
            paragraph: place.paragraph,
            in_sentence: timexes.len(),
            in_article: fates.datable(),
            repeated: fates.repeats(timex),
        };
        #[cfg(feature = "train")]
        fates.learn(
            timex,
            factuality::rows(&setting, bound.as_ref().err().copied()),
        );
        let bound = match factuality::weigh(&setting, bound) {
            Ok(bound) => bound,
            Err(reason) => {
                fates.refuse(timex, reason);
                continue;
            }
        };
        fates.told(timex);
        mine.push(Found {
            evidence: span,
            sentence: sentence.clone(),
            at,
            timex,
            date,
            bound,
            place,
        });
    }
    one_a_clause(&mut mine, fates);
    if mine.len() > 1 {
        for one in &mut mine {
            one.evidence = clause_span(&one.sentence, one.at.start).join(one.timex.span);
        }
    }
    found.append(&mut mine);
}

/// "since May 1998, when the ship ran aground": the word that opens what happened then.
pub(super) fn told_then(sentence: &Sentence<'_>, at: &Range<usize>) -> Option<Range<usize>> {
    let comma = sentence.words.get(at.end)?;
    let when = sentence.words.get(at.end + 1)?;
    (comma.text == "," && when.is("when")).then_some(at.end + 1..at.end + 2)
}

/// Whether a timex is only the hour of a day that the sentence names elsewhere, or right after it:
/// "three o'clock this morning".
pub(super) fn is_hour(timex: &Timex, timexes: &[&Timex]) -> bool {
    let day = |t: &Timex| {
        t.kind == TimexType::Date && t.date.is_some_and(|d| d.granularity == Granularity::Day)
    };
    let part = |t: &&Timex| t.span.start > timex.span.end && t.span.start <= timex.span.end + 4;
    timex.kind == TimexType::Time
        && (timexes.iter().any(|t| day(t)) && timex.value.contains(':') || timexes.iter().any(part))
}

/// Whether a date is part of a web address: "…/2023/06/23/…".
pub(super) fn in_address(text: &str, span: Span) -> bool {
    text[..span.start].ends_with('/') || text[span.end..].starts_with('/')
}

/// Whether a date is the head of a longer word: "H1N1", "3AD".
pub(super) fn in_word(text: &str, span: Span) -> bool {
    text[span.end..].starts_with(char::is_alphanumeric)
        && span.of(text).ends_with(|c: char| c.is_ascii_digit())
}

/// "June 29-30", "Tuesday and Wednesday", "in January and February", "July or August", "from 3 to 5
/// May": two dates that are the ends of one.
pub(super) fn join(sentence: &Sentence<'_>, a: &Timex, b: &Timex) -> Option<Date> {
    let (first, last) = (a.date?, b.date?);
    let between = sentence.text.get(a.span.end..b.span.start)?.trim();
    // "from December 20, 2022, to January 1, 2023"
    let between = between.strip_prefix(',').unwrap_or(between).trim_start();
    let month = first.granularity == last.granularity && first.granularity <= Granularity::Month;
    let dash = matches!(
        between,
        "-" | "–" | "—" | "to" | "through" | "until" | "till"
    );
    let next = month && first.last.succ_opt() == Some(last.first);
    let either = between == "or" && next;
    let follows = between == "and" && next;
    let led = sentence
        .covered(a.span)
        .start
        .checked_sub(1)
        .is_some_and(|i| sentence.words[i].is("between") && between == "and" && month);
    let soon =
        last.first > first.first && last.last < first.first.checked_add_days(Days::new(400))?;
    let certainty = first.certainty.max(last.certainty);
    (soon && (dash && month || follows || either || led)).then_some(Date {
        last: last.last,
        range: true,
        certainty: if either {
            certainty.max(Certainty::Approximate)
        } else {
            certainty
        },
        ..first
    })
}

/// One event for each date in a clause; of two dates of which one holds the other, the finer.
fn one_a_clause(found: &mut Vec<Found<'_>>, fates: &mut Fates<'_>) {
    let mut i = 0;
    while i < found.len() {
        let mine = &found[i];
        let clause = mine.sentence.clause(mine.at.start);
        let doubled = found.iter().enumerate().any(|(j, other)| {
            let same_clause = other.sentence.clause(other.at.start) == clause;
            let same = (other.date.first, other.date.last) == (mine.date.first, mine.date.last);
            let coarser = mine.date.contains(&other.date) && !same;
            i != j && (same && j < i || coarser && same_clause)
        });
        if doubled {
            let doubled = found.remove(i);
            fates.refuse(doubled.timex, &reason::SAME_CLAUSE);
        } else {
            i += 1;
        }
    }
}

/// The part of the sentence that the clause at `at` covers, without the marks around it.
pub(in super::super) fn clause_span(sentence: &Sentence<'_>, at: usize) -> Span {
    let mut range = sentence.clauses[sentence.clause(at)].words.clone();
    while range.len() > 1
        && sentence.words[range.end - 1].kind == Kind::Mark
        && !matches!(sentence.words[range.end - 1].text, "”" | "\"" | ")" | ".")
    {
        range.end -= 1;
    }
    sentence.words[range.start]
        .span
        .join(sentence.words[range.end - 1].span)
}

/// Whether a clause is one that only adds to another.
pub(super) fn aside(found: &Found<'_>) -> bool {
    let clause = &found.sentence.clauses[found.sentence.clause(found.at.start)];
    matches!(clause.opener, Opener::Relative | Opener::Gerund)
        || clause.opener == Opener::Subordinate
            && !found.sentence.words[clause.words.start].is("that")
}
