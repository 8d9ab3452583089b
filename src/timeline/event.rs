//! Something that happened, or is planned, on a date.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::{
    corpus::Article,
    temporal::{Date, Granularity, Timex},
    text::{Span, fnv1a},
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

impl Event {
    /// The last day where the date is a range ("June 29–30"), else nothing.
    #[must_use]
    pub fn ends(&self) -> Option<NaiveDate> {
        (self.date.range && self.date.last > self.date.first).then_some(self.date.last)
    }
}

/// The TIMEX3 value of `date` cut to its granularity: `2025-06-24`, `2025-W26`,
/// `2012-09`, `2025-Q3`, `2023-SU`, `2022-H1`, `2035`, `201`, `20`; of a range
/// the value of its first end. (ISO 8601 §5; TIMEX3 guidelines 1.2.1 §2.2.)
///
/// ```
/// use chrono::NaiveDate;
/// use dateline::{temporal::{Date, Granularity}, timeline::value_of};
/// let first = NaiveDate::from_ymd_opt(2025, 6, 23).unwrap();
/// let mut date = Date::day(first);
/// assert_eq!(value_of(&date), "2025-06-23");
/// date.granularity = Granularity::Week;
/// assert_eq!(value_of(&date), "2025-W26");
/// ```
#[must_use]
pub fn value_of(date: &Date) -> String {
    let first = date.first;
    let (year, month) = (first.year(), first.month());
    match date.granularity {
        Granularity::Day => first.to_string(),
        Granularity::Week => {
            let week = first.iso_week();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Granularity::Month => format!("{year:04}-{month:02}"),
        Granularity::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
        Granularity::Season => {
            let season = match month {
                3..=5 => "SP",
                6..=8 => "SU",
                9..=11 => "FA",
                _ => "WI",
            };
            format!("{year:04}-{season}")
        }
        Granularity::Half => format!("{year:04}-H{}", (month - 1) / 6 + 1),
        Granularity::Year => format!("{year:04}"),
        Granularity::Decade => format!("{:03}", year.div_euclid(10)),
        Granularity::Century => format!("{:02}", year.div_euclid(100)),
    }
}

/// A short name for an article that stays the same while its file name and text do.
#[must_use]
pub fn article_id(article: &Article) -> String {
    let name = article
        .path
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or(&article.path);
    format!("a{}", short_hash([name, article.text.as_str()]))
}

/// Six letters and digits that stand for `parts`: FNV-1a, 64 bit, folded to 30 bits.
#[must_use]
pub fn short_hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let hash = fnv1a(
        parts
            .into_iter()
            .flat_map(|part| part.bytes().chain([0xff])),
    );
    let folded = hash ^ (hash >> 32);
    (0..6)
        .map(|i| char::from(LETTERS[(folded >> (5 * i)) as usize & 31]))
        .collect()
}
