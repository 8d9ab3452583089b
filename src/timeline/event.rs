//! Something that happened, or is planned, on a date.

use serde::Serialize;

use crate::{
    temporal::{Date, Timex},
    text::Span,
};

/// Whether it had happened when the article was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Before or at publication.
    Past,
    /// After publication.
    Planned,
}

/// What the event is to the article that tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// What the article reports as news.
    Main,
    /// What it recalls.
    Background,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ActorKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A country.
    Country,
}

/// A person, organisation or country that takes part.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Actor {
    /// The fullest form of the name that the articles give.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
}

/// One article's account of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The index of the article in the timeline.
    pub article: usize,
    /// The sentence, or the clause of it, that the event was read from.
    pub evidence: Span,
    /// The temporal expression that dates it.
    pub timex: Timex,
    /// The date that this telling gives.
    pub date: Date,
    /// What this article calls it.
    pub summary: String,
    /// What the event is to this article.
    pub role: Role,
    /// An earlier article with the same text, of which this one is a copy.
    pub copy_of: Option<usize>,
}

/// Something that happened, or is planned, on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// A short name that stays the same while its first telling does.
    pub id: String,
    /// When.
    pub date: Date,
    /// The TIMEX3 value of the date, cut to its granularity; of a range the first end.
    pub value: String,
    /// A line that reads like a headline, at most about 90 characters.
    pub summary: String,
    /// Past or planned at publication.
    pub phase: Phase,
    /// Main if any telling is.
    pub role: Role,
    /// Who takes part.
    pub actors: Vec<Actor>,
    /// Where, if the text says.
    pub place: Option<String>,
    /// Who tells it, at least one; the first is the one the summary and date came from.
    pub tellings: Vec<Telling>,
    /// Whether the tellings disagree on the date.
    pub conflict: bool,
}
