//! Temporal tagging: text + anchor → timexes.
//!
//! Two steps: `recognize` says what is written (an expression), `resolve`
//! turns it into a TIMEX3 value against an anchor and names the rule it used.
//!
//! | what | where |
//! |---|---|
//! | words the tagger knows, one row each | `lexicon/{words,verbs,holidays}.rs` |
//! | what can be written, a family of expressions a file | `recognize/` |
//! | what it means, a named rule each | `resolve/`, the rules in `resolve/rules.rs` |
//!
//! A new word is one row of the lexicon and one row of a golden table in
//! `tests/suite/dates/`. The text is read once, sentence by sentence, through a
//! buffer of fixed size: where nothing is found, nothing is allocated.

pub mod date;
mod lexicon;
mod recognize;
mod resolve;
mod sentence;
pub mod timex;
pub mod written;

pub use date::{Certainty, Date, Granularity, Timestamp};
pub use timex::{Anchor, AnchorSource, Bound, Modifier, Rule, Timex, TimexType};

use chrono::NaiveDate;

use crate::text::token::Kind;
use recognize::{Expression, Found, Reader, Tok};
use resolve::Resolver;
use resolve::chronology::head;
use sentence::{SENTENCE, Sentences};

/// How a document's relative dates are anchored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Against the publication date, as news is written.
    #[default]
    News,
    /// Against the last date named, as histories are written.
    Narrative,
}

/// What the tagger is told about a document beside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The publication date, where one is known.
    pub published: Option<Timestamp>,
    /// The day at the head of a text that was written or spoken some days before it was
    /// published: relative words count from it.
    pub dateline: Option<NaiveDate>,
    /// How relative dates are anchored.
    pub mode: Mode,
}

impl Context {
    /// News published on `date`.
    #[must_use]
    pub fn news(date: NaiveDate) -> Self {
        Self {
            published: Some(Timestamp::day(date)),
            dateline: None,
            mode: Mode::News,
        }
    }
}

/// Every temporal expression of `text`, in order, disjoint.
///
/// ```
/// use chrono::NaiveDate;
/// use dateline::temporal::{Context, tag};
///
/// let published = NaiveDate::from_ymd_opt(2023, 7, 11).unwrap();
/// let found = tag("They met on Monday.", &Context::news(published));
/// assert_eq!(found[0].value, "2023-07-10");
/// ```
#[must_use]
#[expect(
    clippy::large_stack_arrays,
    reason = "the one buffer, so that nothing is allocated"
)]
pub fn tag(text: &str, context: &Context) -> Vec<Timex> {
    let mut out = Vec::new();
    let mut resolver = Resolver::new(context);
    let mut sentences = Sentences::new(text);
    let mut buffer = [Tok::default(); SENTENCE];
    while let Some((len, paragraph)) = sentences.next(&mut buffer) {
        if paragraph {
            resolver.paragraph += 1;
            resolver.opened = resolver.sentence;
            resolver.open_line();
        }
        tag_sentence(text, &buffer[..len], &mut resolver, &mut out);
        resolver.sentence += 1;
    }
    // A list of dates is kept as long as its text: what it grew ahead is given back.
    out.shrink_to_fit();
    out
}

/// Every rule of resolution, for documentation and tests.
#[must_use]
pub fn rules() -> &'static [&'static Rule] {
    resolve::rules::ALL
}

/// The date that somebody types: "jul 23", "2023Q3", "last summer", "2023-07". The whole text has
/// to be one date; `None` where it is not.
///
/// ```
/// use chrono::NaiveDate;
/// use dateline::temporal::read_date;
///
/// let today = NaiveDate::from_ymd_opt(2023, 9, 5).unwrap();
/// let date = read_date("2023Q3", today).unwrap();
/// assert_eq!(date.first, NaiveDate::from_ymd_opt(2023, 7, 1).unwrap());
/// ```
#[must_use]
pub fn read_date(text: &str, today: NaiveDate) -> Option<Date> {
    let text = text.trim().trim_end_matches(['.', ',']);
    if text.is_empty() || text.len() > 100 {
        return None;
    }
    let context = Context::news(today);
    // Some words are dates only behind a preposition: "summer", "20th".
    ["", "in ", "in the ", "on the "]
        .iter()
        .find_map(|words| whole_behind(text, words, &context))
}

/// The date that `text` is behind `words`.
fn whole_behind(text: &str, words: &str, context: &Context) -> Option<Date> {
    let led = format!("{words}{text}");
    let found = tag(&led, context);
    match found.as_slice() {
        [one] if one.span.end == led.len() && one.span.start <= words.len() => one.date,
        _ => None,
    }
}

/// A found expression as it is handed on: a history counts on from each end of a range, so that
/// in a narrative the two ends are two expressions.
fn parts(found: Found, mode: Mode) -> impl Iterator<Item = Found> {
    let ends = match found.expression {
        Expression::Range { first, last, dash } => {
            Some((Expression::Date(first), Expression::Date(last), dash))
        }
        Expression::Hours {
            when,
            first,
            last,
            dash,
        } => Some((
            Expression::Time(when, first),
            Expression::Time(when, last),
            dash,
        )),
        _ => None,
    };
    let Some((first, last, dash)) = ends.filter(|_| mode == Mode::Narrative) else {
        return [Some(found), None].into_iter().flatten();
    };
    let one = |start, end, expression| Found {
        start,
        end,
        expression,
        ..found
    };
    [
        Some(one(found.start, dash, first)),
        Some(one(dash + 1, found.end, last)),
    ]
    .into_iter()
    .flatten()
}

/// The expressions of one sentence.
fn tag_sentence(text: &str, toks: &[Tok], resolver: &mut Resolver, out: &mut Vec<Timex>) {
    resolver.open_sentence(toks);
    let reader = Reader {
        text,
        toks,
        era: resolver.era(),
        told: resolver.events.known(),
        story: resolver.mode == Mode::Narrative,
        depth: 0,
    };
    let mut last = None;
    let mut i = 0;
    while i < toks.len() {
        // Most words have nothing to do with time, and no mark but the one of "'98" begins a date.
        let near = last.as_ref().is_some_and(|last: &Found| i <= last.end + 2);
        let idle = match toks[i].token.kind {
            Kind::Word => !toks[i].word.starts(),
            Kind::Mark(mark) => mark != b'\'',
            Kind::Other => true,
            Kind::Number | Kind::Foreign => false,
        };
        if idle && !near {
            i += 1;
            continue;
        }
        let found = last
            .as_ref()
            .and_then(|last| reader.follow(last, i))
            .or_else(|| reader.at(i))
            .map(|found| reader.with_owner(found));
        let Some(mut found) = found.filter(|f| !reader.in_link(f.start)) else {
            i += 1;
            continue;
        };
        if found.modifier.is_none() && reader.rough(found.start) {
            found.modifier = Some(Modifier::Approx);
        }
        let bound = reader.bound(&found);
        resolver.chronology.head = head(toks, &found);
        resolver.found.push(found);
        for part in parts(found, resolver.mode) {
            out.push(Timex {
                bound,
                ..resolver.resolve(&reader, &part)
            });
        }
        i = found.end.max(i + 1);
        last = Some(found);
    }
    resolver.chronology.head = None;
    let from = out.len().saturating_sub(resolver.found.len());
    resolver.quotations(&reader, &mut out[from..]);
}
