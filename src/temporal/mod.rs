//! Temporal tagging: text + anchor → timexes.
//!
//! Two steps: [`recognize`] says what is written (an expression), [`resolve`]
//! turns it into a TIMEX3 value against an anchor and names the rule it used.

pub mod date;
pub mod lexicon;
pub mod recognize;
pub mod resolve;
pub mod timex;

pub use date::{Certainty, Date, Granularity, Timestamp};
pub use timex::{Anchor, AnchorSource, Modifier, Rule, Timex, TimexType};

use chrono::NaiveDate;

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
    /// How relative dates are anchored.
    pub mode: Mode,
}

impl Context {
    /// News published on `date`.
    #[must_use]
    pub fn news(date: NaiveDate) -> Self {
        Self {
            published: Some(Timestamp::day(date)),
            mode: Mode::News,
        }
    }
}

/// Every temporal expression of `text`, in order, disjoint.
#[must_use]
pub fn tag(text: &str, context: &Context) -> Vec<Timex> {
    let _ = (text, context);
    Vec::new()
}

/// The date that a person typed, as they would say it.
#[must_use]
pub fn read_date(text: &str, today: NaiveDate) -> Option<Date> {
    let _ = today;
    text.trim().parse().ok().map(Date::day)
}
