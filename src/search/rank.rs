//! How well one item answers a query, exactly: the definition that the engine
//! ([`super::finder`]) has to agree with.
//!
//! In this order:
//! 1. the **points** of the terms: in lines one for a match without a gap, since an exact
//!    substring outranks scattered letters whatever their score; in prose three for a whole
//!    word, one for the beginning of a word, and one where the terms stand side by side as
//!    whole words in the order typed; a date is one; a typing error and initials are none;
//! 2. where there is a point a term, the item's **class**: titles, then sentences, then
//!    what matched only together with an item's further words;
//! 3. the sum of the terms' scores ([`super::fuzzy`]), with a word start's worth
//!    of points a class for scattered letters;
//! 4. of equals the class, the date, newest first, the length in bytes, shortest
//!    first, then the items' own order. Where nothing is asked the length does not count.

use std::ops::Range;

use chrono::NaiveDate;

use super::{
    Item, Target, fuzzy,
    fuzzy::is_break,
    near::near,
    query::{Group, How, Query, Term, is_subsequence},
};
use crate::text::fold::{Folded, fold};

/// Letters of an item beyond this many are not searched: the matcher takes time
/// in proportion to them, and half a second for a line of a megabyte.
pub const SEARCHED_LETTERS: usize = 2_000;

/// What a point is worth: more than any sum of scores.
pub(super) const EXACT: i64 = 1 << 20;
/// What a class is worth where there is a point a term: more than any sum of scores.
pub(super) const CLASS: i64 = 1 << 16;
/// What a class is worth among scattered letters.
pub(super) const CLASS_SCATTERED: i64 = fuzzy::START as i64;
/// What a letter of a term with a typing error is worth: less than scattered letters
/// that begin words, more than those that lie about.
pub(super) const NEAR: i64 = 12;
/// What a letter of a word is worth in prose.
pub(super) const LETTER: i64 = 20;
/// The points of a whole word.
pub(super) const WHOLE: u8 = 3;
/// What a date is worth: a little more than a year's four digits at the start of a word.
pub(super) const DATED: i64 = 100;

/// What an item's match weighs beside others, the higher the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The text alone does not match, but with the further words it does.
    More,
    /// A sentence.
    Sentence,
    /// A title: of an event, an article, or a line of a plain list.
    Title,
}

impl Class {
    /// The class of an item whose text matches.
    pub(super) fn of(item: &Item) -> Self {
        match item.target {
            Target::Sentence { .. } => Self::Sentence,
            Target::Event(_) | Target::Article(_) | Target::Line(_) => Self::Title,
        }
    }
}

/// How well an item answers a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The higher the better.
    pub score: i64,
    /// What matched; of equal scores the higher class is better.
    pub class: Class,
    /// The characters of the item's text that matched, by index, ascending.
    pub positions: Vec<usize>,
}

/// How well `item` answers `query`; nothing where it does not.
#[must_use]
pub fn rank(query: &Query, item: &Item) -> Option<Rank> {
    if is_excluded(query, item) {
        return None;
    }
    let text = rank_text(query, item, false);
    if item.more.is_empty() {
        return text;
    }
    let more = rank_text(query, item, true);
    match (text, more) {
        (Some(text), Some(more)) => Some(if more.score > text.score { more } else { text }),
        (text, more) => text.or(more),
    }
}

/// Whether `term` matches what of `item` is searched.
pub(super) fn matches(term: &Term, item: &Item, with_more: bool) -> bool {
    let text = searched(item, with_more).text;
    match term.how {
        How::Fuzzy => is_subsequence(&term.text, &text),
        How::Near => near_place(&term.text, &text).is_some(),
        How::Initials => initials(&term.text, &text).is_some(),
        _ => place(term, &text).is_some(),
    }
}

/// Whether a term that excludes matches the item's text, or that with the further words.
pub(super) fn is_excluded(query: &Query, item: &Item) -> bool {
    let held = |term: &Term| {
        matches(term, item, false) || !item.more.is_empty() && matches(term, item, true)
    };
    let mut excluding = query.groups.iter().filter(|group| group.not);
    excluding.any(|group| group.any.iter().any(held))
}

/// As [`rank`], of the text alone or of the text with the further words; what
/// excludes is not looked at.
pub(super) fn rank_text(query: &Query, item: &Item, with_more: bool) -> Option<Rank> {
    let folded = searched(item, with_more);
    let class = if with_more {
        Class::More
    } else {
        Class::of(item)
    };
    let mut letters = Vec::new();
    let (mut points, mut sum, mut asked) = (0, 0, 0);
    for group in query.groups.iter().filter(|group| !group.not) {
        let found = best(group, &folded.text, item.date)?;
        asked += 1;
        points += i64::from(found.points);
        sum += found.score;
        letters.extend(found.letters);
    }
    let phrase = query.phrase();
    points += i64::from(phrase.is_some_and(|phrase| stands(&phrase, &folded.text)));
    let shown = item.text.chars().count();
    let mut positions: Vec<usize> = letters.into_iter().map(|i| folded.origin(i)).collect();
    positions.retain(|&position| position < shown);
    positions.sort_unstable();
    positions.dedup();
    Some(Rank {
        score: total(points, asked, class, sum),
        class,
        positions,
    })
}

/// Points, terms in all, class and sum of scores → one number.
pub(super) fn total(points: i64, asked: i64, class: Class, sum: i64) -> i64 {
    let class = class as i64
        * if points >= asked {
            CLASS
        } else {
            CLASS_SCATTERED
        };
    points * EXACT + class + sum.max(0)
}

/// What of an item is searched, folded.
pub(super) fn searched(item: &Item, with_more: bool) -> Folded {
    if with_more {
        fold(&format!("{} {}", item.text, item.more), SEARCHED_LETTERS)
    } else {
        fold(&item.text, SEARCHED_LETTERS)
    }
}

/// How one term matched.
struct Found {
    points: u8,
    score: i64,
    letters: Vec<usize>,
}

/// The best of the alternatives.
fn best(group: &Group, text: &str, date: Option<NaiveDate>) -> Option<Found> {
    let found = group.any.iter().filter_map(|term| find(term, text, date));
    found.max_by_key(|found| (found.points, found.score))
}

fn find(term: &Term, text: &str, date: Option<NaiveDate>) -> Option<Found> {
    if let How::Dated(first, last) = term.how {
        let date = date?;
        return (first <= date && date <= last).then_some(Found {
            points: 1,
            score: DATED,
            letters: Vec::new(),
        });
    }
    if term.how == How::Near {
        let letters = near_place(&term.text, text)?;
        return Some(Found {
            points: 0,
            score: NEAR * term.text.chars().count() as i64,
            letters: letters.collect(),
        });
    }
    if term.how == How::Initials {
        let letters = initials(&term.text, text)?;
        return Some(Found {
            points: 0,
            score: NEAR * letters.len() as i64,
            letters,
        });
    }
    if term.how == How::Begin {
        return begin(term, text);
    }
    let place = place(term, text);
    if place.is_none() && term.how != How::Fuzzy {
        return None;
    }
    let (score, scattered) = fuzzy::score(text, &term.text)?;
    let letters = match place {
        Some(first) => (first..first + term.text.chars().count()).collect(),
        None => scattered,
    };
    Some(Found {
        points: u8::from(place.is_some()),
        score,
        letters,
    })
}

/// A word, preferably whole, or its beginning.
fn begin(term: &Term, text: &str) -> Option<Found> {
    let starts = || starts(&term.text, text);
    let whole = starts().find(|&at| ends_word(text, at + term.text.len()));
    let at = whole.or_else(|| starts().next())?;
    let first = text[..at].chars().count();
    let letters = term.text.chars().count();
    Some(Found {
        points: if whole.is_some() { WHOLE } else { 1 },
        score: LETTER * letters as i64,
        letters: (first..first + letters).collect(),
    })
}

/// Whether `phrase` stands in `text` as whole words.
fn stands(phrase: &Term, text: &str) -> bool {
    starts(&phrase.text, text).any(|at| ends_word(text, at + phrase.text.len()))
}

/// Where words of `text` begin with `term`, in bytes; anywhere, where it begins with no
/// letter of ASCII.
fn starts<'a>(term: &'a str, text: &'a str) -> impl Iterator<Item = usize> + 'a {
    let anywhere = !term.starts_with(|first: char| first.is_ascii());
    occurrences(text, term).filter(move |&at| {
        let before = text[..at].chars().next_back();
        anywhere || before.is_none_or(is_break)
    })
}

/// Whether no word goes on at byte `at`: there the text ends, or a printable mark of ASCII stands.
fn ends_word(text: &str, at: usize) -> bool {
    let after = text[at..].chars().next();
    after.is_none_or(|c| matches!(c, ' '..='~') && !c.is_ascii_alphanumeric())
}

/// The letters, by index, with which words that follow one another begin, where they are `term`.
fn initials(term: &str, text: &str) -> Option<Vec<usize>> {
    let mut before = '\0';
    let mut starts: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.chars().enumerate() {
        if is_break(std::mem::replace(&mut before, c)) && !is_break(c) {
            starts.push((at, c));
        }
    }
    let letters: Vec<char> = term.chars().collect();
    let mut runs = starts.windows(letters.len().max(1));
    let run = runs.find(|run| run.iter().map(|start| start.1).eq(letters.iter().copied()))?;
    Some(run.iter().map(|start| start.0).collect())
}

/// Where `term` stands in `text` without a gap as its kind asks, in characters:
/// preferably at the start of a word.
fn place(term: &Term, text: &str) -> Option<usize> {
    let needle = term.text.as_str();
    let byte = match term.how {
        How::Prefix => text.starts_with(needle).then_some(0),
        How::Suffix => text.ends_with(needle).then(|| text.len() - needle.len()),
        How::Whole => (text == needle).then_some(0),
        How::Dated(..) | How::Near | How::Initials => None,
        How::Begin => starts(needle, text).next(),
        How::Word => occurrences(text, needle).find(|&at| {
            starts_word(text, at) && !text[at + needle.len()..].starts_with(char::is_alphanumeric)
        }),
        How::Fuzzy | How::Exact => {
            let at_start = occurrences(text, needle).find(|&at| starts_word(text, at));
            at_start.or_else(|| text.find(needle))
        }
    }?;
    Some(text[..byte].chars().count())
}

/// The first letters of a word that are `term` with at most one typing error.
fn near_place(term: &str, text: &str) -> Option<Range<usize>> {
    let term: Vec<char> = term.chars().collect();
    let text: Vec<char> = text.chars().collect();
    let starts = (0..text.len()).filter(|&at| at == 0 || is_break(text[at - 1]));
    starts
        .map(|at| (at, near(&term, |i| text.get(at + i).copied())))
        .find_map(|(at, letters)| Some(at..at + letters?))
}

fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(char::is_alphanumeric)
}

/// Where `needle` stands in `text`, overlapping or not, in bytes.
fn occurrences<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    let step = needle.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(needle)?;
        from = at + step;
        Some(at)
    })
}
