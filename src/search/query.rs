//! What a person types → terms.
//!
//! The syntax is fzf's (`fzf(1)`, "Extended search mode"), with double quotes
//! for phrases and dates read as dates:
//!
//! | typed | finds |
//! |---|---|
//! | `rute` | letters in this order, with gaps |
//! | `nato summit` | both |
//! | `lee \| rutte` | either |
//! | `'seoul` | these letters without a gap |
//! | `'seoul'` | this word |
//! | `"on the sidelines"` | this phrase |
//! | `^nato` | at the start |
//! | `partners$` | at the end |
//! | `!trump` | without these letters in a row (`!'x` scattered ones) |
//! | `north\ korea` | one term with a space in it |
//! | `june 2025` | dated then, or with these words |
//!
//! That is how lines are searched: names, paths, commands. In prose people look for words,
//! and letters strewn over a sentence are no hit: there a bare term is the beginning of a
//! word ([`Query::words`]).
//!
//! Where a query finds few items, one typing error is forgiven in each of its longer
//! terms, and in prose a term may be the first letters of words ([`Query::forgiving`]).

use chrono::NaiveDate;

use super::{
    near::LEAST_LETTERS,
    token::{Token, tokens},
};
use crate::{temporal, text::fold::fold};

/// Characters of a query beyond this many are not read: nobody types them, and
/// scores stay in their range. Whoever takes a longer one says so.
pub const MOST_LETTERS: usize = 400;

/// So many letters of a query are looked for with gaps between them, which takes time by
/// their number and by the length of each text; words beyond are looked for as they stand.
const MOST_LOOSE: usize = 64;

/// The part of what was typed that is read: its first [`MOST_LETTERS`] characters.
///
/// ```
/// use dateline::search::query::{MOST_LETTERS, part_read};
/// assert_eq!(part_read("rutte"), "rutte");
/// assert_eq!(part_read(&"나토 ".repeat(1_000)).chars().count(), MOST_LETTERS);
/// ```
#[must_use]
pub fn part_read(typed: &str) -> &str {
    let end = typed.char_indices().nth(MOST_LETTERS);
    &typed[..end.map_or(typed.len(), |(at, _)| at)]
}

/// How a term has to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// Its letters in order, with gaps.
    Fuzzy,
    /// Its letters without a gap.
    Exact,
    /// Its letters without a gap, from word boundary to word boundary.
    Word,
    /// At the start of a word; where it is no letter of ASCII that it begins with, anywhere:
    /// Hangul writes on without a space.
    Begin,
    /// The first letters of words that follow one another.
    Initials,
    /// At the start of the text.
    Prefix,
    /// At the end of the text.
    Suffix,
    /// The whole text.
    Whole,
    /// At the start of a word, with one typing error.
    Near,
    /// Not by letters: the item is dated from the first of these days to the last.
    Dated(NaiveDate, NaiveDate),
}

/// One thing to look for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// How it has to match.
    pub how: How,
    /// Its letters, folded.
    pub text: String,
}

/// Terms of which one has to match, or with `not` none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Group {
    /// Whether a match excludes.
    pub not: bool,
    /// The alternatives, at least one.
    pub any: Vec<Term>,
}

/// A query: groups that all have to hold. No group: everything matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// The groups, in the order typed.
    pub groups: Vec<Group>,
}

impl Query {
    /// Reads what was typed, as much as [`part_read`] says. All that can be typed means something.
    ///
    /// ```
    /// use dateline::search::query::{How, Query};
    /// let today = chrono::NaiveDate::from_ymd_opt(2026, 2, 1).unwrap();
    /// let query = Query::parse("rutte 'seoul | ^lee !trump", today);
    /// assert_eq!(query.groups.len(), 3);
    /// assert_eq!(query.groups[1].any[1].how, How::Prefix);
    /// assert!(query.groups[2].not);
    /// ```
    #[must_use]
    pub fn parse(typed: &str, today: NaiveDate) -> Self {
        let tokens = tokens(part_read(typed));
        let mut groups: Vec<Group> = Vec::new();
        let mut joined = false;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            if token.text == "|" && !token.quoted {
                joined = !groups.is_empty();
                continue;
            }
            if let Some((words, (first, last))) = date_words(&tokens[at - 1..], today) {
                for word in &tokens[at - 1..at - 1 + words] {
                    let text = fold(&word.text, MOST_LETTERS).text;
                    let dated = Term {
                        how: How::Dated(first, last),
                        text: String::new(),
                    };
                    let written = Term {
                        how: How::Exact,
                        text,
                    };
                    groups.push(Group {
                        not: false,
                        any: vec![dated, written],
                    });
                }
                at += words - 1;
                joined = false;
                continue;
            }
            let Some((not, term)) = term(token) else {
                continue;
            };
            match groups.last_mut() {
                Some(group) if joined && group.not == not => group.any.push(term),
                _ => groups.push(Group {
                    not,
                    any: vec![term],
                }),
            }
            joined = false;
        }
        Self { groups }.cut()
    }

    /// The query without the terms beyond [`MOST_LETTERS`] letters in all: folding makes more
    /// of some.
    fn cut(mut self) -> Self {
        let mut left = MOST_LETTERS;
        let mut loose = MOST_LOOSE;
        for group in &mut self.groups {
            for term in group.any.iter_mut().filter(|term| term.how == How::Fuzzy) {
                let letters = term.text.chars().count();
                if letters > loose {
                    term.how = How::Exact;
                }
                loose -= letters.min(loose);
            }
            group.any.retain(|term| {
                let letters = term.text.chars().count();
                let fits = letters <= left;
                left -= letters.min(left);
                fits
            });
        }
        self.groups.retain(|group| !group.any.is_empty());
        self
    }

    /// This query as it is asked of prose: a bare term is the beginning of a word.
    #[must_use]
    pub fn words(mut self) -> Self {
        for group in self.groups.iter_mut().filter(|group| !group.not) {
            for term in group.any.iter_mut().filter(|term| term.how == How::Fuzzy) {
                term.how = How::Begin;
            }
        }
        self
    }

    /// The terms as they would stand side by side in a text, where there are several and
    /// each is a word or its beginning.
    #[must_use]
    pub fn phrase(&self) -> Option<Term> {
        let mut words = Vec::new();
        for group in self.groups.iter().filter(|group| !group.not) {
            let word = group.any.iter().find(|term| term.how == How::Begin)?;
            words.push(word.text.as_str());
        }
        (words.len() > 1).then(|| Term {
            how: How::Begin,
            text: words.join(" "),
        })
    }

    /// This query with one typing error forgiven in each bare term that is long enough, and in
    /// prose with short ones read as initials; nothing where no term is so.
    #[must_use]
    pub fn forgiving(&self) -> Option<Self> {
        let mut forgiving = self.clone();
        for group in forgiving.groups.iter_mut().filter(|group| !group.not) {
            let more: Vec<Term> = group.any.iter().flat_map(Term::forgiven).collect();
            group.any.extend(more);
        }
        (forgiving != *self).then_some(forgiving)
    }

    /// Whether everything that matches this query is sure to match `wider` as well,
    /// so that only the matches of `wider` need to be looked at.
    #[must_use]
    pub fn narrows(&self, wider: &Self) -> bool {
        wider.groups.iter().all(|wide| {
            self.groups.iter().any(|group| {
                group == wide
                    || (!group.not
                        && !wide.not
                        && group
                            .any
                            .iter()
                            .all(|term| wide.any.iter().any(|wide_term| term.implies(wide_term))))
            })
        })
    }
}

/// So many letters can be the initials of a name.
const INITIALS: std::ops::RangeInclusive<usize> = 3..=6;

impl Term {
    /// What else this term may have been meant as.
    fn forgiven(&self) -> Vec<Self> {
        let letters = self.text.chars().count();
        let bare = matches!(self.how, How::Fuzzy | How::Begin);
        let near = bare && letters >= LEAST_LETTERS;
        let initials = self.how == How::Begin
            && INITIALS.contains(&letters)
            && self.text.chars().all(|c| c.is_ascii_alphabetic());
        let kinds = [(near, How::Near), (initials, How::Initials)];
        let meant = kinds.into_iter().filter(|(meant, _)| *meant);
        let text = || self.text.clone();
        meant.map(|(_, how)| Self { how, text: text() }).collect()
    }

    /// Whether a match of this term is sure to be a match of `wider`.
    fn implies(&self, wider: &Self) -> bool {
        use How::{Begin, Dated, Exact, Fuzzy, Initials, Near, Prefix, Suffix, Whole, Word};
        match (self.how, wider.how) {
            (Dated(first, last), Dated(from, to)) => from <= first && last <= to,
            (Dated(..), _) | (_, Dated(..)) => false,
            (Near | Initials, _) | (_, Near | Initials) => self == wider,
            (_, Fuzzy) => is_subsequence(&wider.text, &self.text),
            (Fuzzy, _) => false,
            (_, Exact) => self.text.contains(&wider.text),
            (Begin, Begin) | (Prefix | Whole, Prefix) => self.text.starts_with(&wider.text),
            (Suffix | Whole, Suffix) => self.text.ends_with(&wider.text),
            (Word, Word) | (Whole, Whole) => self.text == wider.text,
            _ => false,
        }
    }
}

/// Whether the letters of `needle` occur in `hay` in order.
pub(super) fn is_subsequence(needle: &str, hay: &str) -> bool {
    let mut hay = hay.chars();
    needle
        .chars()
        .all(|letter| hay.any(|other| other == letter))
}

/// The term that a token means, and whether it excludes; nothing where no letter is left.
fn term(token: &Token) -> Option<(bool, Term)> {
    let (mut not, mut rest, mut how) = (token.not, token.text.as_str(), How::Exact);
    if !token.quoted {
        how = How::Fuzzy;
        if let Some(after) = rest.strip_prefix('!') {
            (not, rest, how) = (true, after, How::Exact);
        }
        if let Some(after) = rest.strip_prefix('\'') {
            // fzf: a quote turns fuzzy into exact, and after `!` exact into fuzzy.
            (rest, how) = match after.strip_suffix('\'') {
                Some(word) if !word.is_empty() => (word, How::Word),
                _ if not => (after, How::Fuzzy),
                _ => (after, How::Exact),
            };
        } else if let Some(after) = rest.strip_prefix('^') {
            (rest, how) = match after.strip_suffix('$') {
                Some(whole) => (whole, How::Whole),
                None => (after, How::Prefix),
            };
        } else if let Some(before) = rest.strip_suffix('$').filter(|before| !before.is_empty()) {
            (rest, how) = (before, How::Suffix);
        }
    }
    let text = fold(rest, MOST_LETTERS + 1).text;
    (!text.trim().is_empty()).then_some((not, Term { how, text }))
}

/// Most words that are read together as one date ("the 24th of june 2025").
const DATE_WORDS: usize = 5;

/// How many of the first tokens are a date, and its first and last day: the longest such run.
fn date_words(tokens: &[Token], today: NaiveDate) -> Option<(usize, (NaiveDate, NaiveDate))> {
    let plain = tokens
        .iter()
        .take(DATE_WORDS)
        .take_while(|token| !token.quoted && is_date_word(&token.text))
        .count();
    let alternative = |words: usize| tokens.get(words).is_some_and(|token| token.text == "|");
    (1..=plain).rev().find_map(|words| {
        let text: Vec<&str> = tokens[..words].iter().map(|t| t.text.as_str()).collect();
        let text = text.join(" ");
        // A bare small number or a bare word is more likely a part of a name.
        let telling = text.chars().any(|c| c.is_ascii_digit()) && text.len() >= 4 || words > 1;
        if !telling || alternative(words) {
            return None;
        }
        Some((words, read_date(&text, today)?))
    })
}

/// The first and last day that `text` names, if it is a date from end to end.
fn read_date(text: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let timexes = temporal::tag(text, &temporal::Context::news(today));
    let whole = timexes
        .iter()
        .find(|timex| timex.span.len() == text.len())?;
    let date = whole.date?;
    Some((date.first, date.last))
}

/// Whether a token can be a part of a date: cheap, and false for most of what is typed.
fn is_date_word(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | ','))
        && text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 2, 1).unwrap_or_default()
    }

    /// A query in one line: `!` for not, `|` between alternatives, the letters of each term.
    fn shape(typed: &str) -> String {
        let groups = Query::parse(typed, today()).groups;
        let groups: Vec<String> = groups
            .iter()
            .map(|group| {
                let any: Vec<String> = group
                    .any
                    .iter()
                    .map(|term| match term.how {
                        How::Fuzzy => term.text.clone(),
                        How::Dated(first, last) => format!("{first}..{last}"),
                        how => format!("{how:?}({})", term.text),
                    })
                    .collect();
                format!("{}{}", if group.not { "!" } else { "" }, any.join("|"))
            })
            .collect();
        groups.join(" ")
    }

    #[test]
    fn syntax() {
        for (typed, meant) in [
            ("", ""),
            ("  ", ""),
            ("Rutte", "rutte"),
            ("nato summit", "nato summit"),
            ("lee | rutte", "lee|rutte"),
            ("| lee |", "lee"),
            ("a | b c | d", "a|b c|d"),
            ("'seoul", "Exact(seoul)"),
            ("'seoul'", "Word(seoul)"),
            ("^nato", "Prefix(nato)"),
            ("partners$", "Suffix(partners)"),
            ("^nato$", "Whole(nato)"),
            ("!trump", "!Exact(trump)"),
            ("!'trump", "!trump"),
            ("!^nato", "!Prefix(nato)"),
            ("!\"north korea\" x", "!Exact(north korea) x"),
            ("\"On the sidelines\"", "Exact(on the sidelines)"),
            ("“on the side", "Exact(on the side)"),
            ("north\\ korea", "north korea"),
            ("' ! ^ $", "$"),
            ("Šekerinska", "sekerinska"),
            ("C:\\dir", "c:\\dir"),
        ] {
            assert_eq!(shape(typed), meant, "{typed}");
        }
    }

    #[test]
    fn longer_queries_narrow() {
        let narrows = |longer, shorter| {
            Query::parse(longer, today()).narrows(&Query::parse(shorter, today()))
        };
        assert!(narrows("rutte", "rut"));
        assert!(narrows("rutte lee", "rutte"));
        assert!(narrows("lee rutte", "rutte"));
        assert!(narrows("'rutte", "rut"));
        assert!(narrows("a | bc", "a | b"));
        assert!(!narrows("rut", "rutte"));
        assert!(!narrows("a | b", "a"));
        assert!(!narrows("!ab", "!a"));
        assert!(!narrows("ab$", "a$"));
        assert!(!narrows("ruet", "rutt"));
    }

    #[test]
    fn no_more_letters_than_are_read() {
        let long = "abc ".repeat(1_000);
        let query = Query::parse(&long, today());
        let letters: usize = query.groups.iter().map(|g| g.any[0].text.len()).sum();
        assert!(letters <= MOST_LETTERS);
        let loose = |query: &Query| {
            let terms = query.groups.iter().flat_map(|group| &group.any);
            let fuzzy = terms.filter(|term| term.how == How::Fuzzy);
            fuzzy.map(|term| term.text.chars().count()).sum::<usize>()
        };
        for typed in ["a".repeat(400), "abcdefgh ".repeat(40)] {
            let query = Query::parse(&typed, NaiveDate::default());
            assert!(loose(&query) <= MOST_LOOSE, "{typed}");
        }
    }
}
