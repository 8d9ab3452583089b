//! One article → the events it tells.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};

pub use self::features::shared;
pub(super) use self::found::clause_span;
use self::{
    fate::Fates,
    features::{features, gatherings, sketch, telling_words},
    found::{Found, Place, aside, in_block},
    place::place,
    twins::Twins,
};
use super::{
    actors::{Cast, Person, Who},
    event::{Actor, ActorKind, Phase, Role},
    factuality::{self, Reason, TriggerKind, reason},
    headline, lexicon as lex,
    words::{self, Word, words},
};
use crate::{
    corpus::{
        Article, Block, BlockKind, Warning,
        guard::{Step, guarded},
    },
    temporal::{self, Date, Granularity, Mode, Timex},
    text::{Span, steps},
};

mod entries;
mod fate;
mod features;
mod found;
mod news;
mod place;
mod spoken;
mod title;
mod twins;

/// How many days before publication the news of an article may lie.
const NEWS_DAYS: u64 = 8;

/// How many paragraphs make the lead: headline news stands in the first three.
const LEAD: usize = 3;

/// An event as one article tells it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The sentence, or the clause of it.
    pub evidence: Span,
    /// The expression that dates it.
    pub timex: Timex,
    /// The date, with the far end of a range.
    pub date: Date,
    /// What to call it.
    pub summary: String,
    /// Past or planned at publication.
    pub phase: Phase,
    /// News or recalled.
    pub role: Role,
    /// Who takes part, in the order of the text.
    pub actors: Vec<Actor>,
    /// Where.
    pub place: Option<String>,
    /// The words that tell it apart, hashed and sorted; whether each is a name.
    pub features: Vec<(u64, bool)>,
    /// The gatherings it names with their place ("the summit in Madrid"), hashed.
    pub gatherings: Vec<u64>,
    /// Whether it stands under a picture.
    pub caption: bool,
}

impl Candidate {
    /// Joins what tells of the same event in the same article: the news leads, then what stands
    /// in the body. Returns the one that is dropped.
    fn absorb(&mut self, other: Self) -> Self {
        let role = self.role.min(other.role);
        let dropped = if other.role < self.role || self.caption && !other.caption {
            std::mem::replace(self, other)
        } else {
            other
        };
        self.role = role;
        dropped
    }
}

/// One article, read: what it says by itself, before it is compared with others.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// Its temporal expressions, in order.
    pub timexes: Vec<Timex>,
    /// The events it tells, in the order of the text.
    pub candidates: Vec<Candidate>,
    /// For each temporal expression, the reason why it dates no event; nothing where it dates one.
    pub reasons: Vec<Option<&'static Reason>>,
    /// The people it names.
    pub people: Vec<Person>,
    /// A sketch of its text: the smallest hashes of its runs of words, sorted.
    pub sketch: Vec<u64>,
    /// Why nothing was read from it, where the program itself is at fault.
    pub fault: Option<Warning>,
    /// What the trainer learns from: for the expression at a place, the rows that hold of it.
    #[cfg(feature = "train")]
    pub rows: Vec<(usize, Vec<usize>)>,
}

/// Tags an article and reads its events. Pure: articles can be read in any order and thread.
#[must_use]
pub fn read(article: Article) -> Reading {
    let context = temporal::Context {
        published: article.published.as_ref().map(|fact| fact.value),
        dateline: spoken::day(&article),
        mode: Mode::News,
    };
    let told = guarded(Step::Events, &article.path, || {
        steps::within(steps::allowed(article.text.len()), || {
            let timexes = temporal::tag(&article.text, &context);
            let told = tell(&article, &timexes);
            (timexes, told)
        })
    });
    match told {
        Ok((timexes, told)) => told.of(article, timexes),
        Err(fault) => Reading {
            fault: Some(fault),
            ..Told::default().of(article, Vec::new())
        },
    }
}

/// As [`read`], with the temporal expressions given.
#[must_use]
pub fn read_tagged(article: Article, timexes: Vec<Timex>) -> Reading {
    tell(&article, &timexes).of(article, timexes)
}

/// What an article tells.
#[derive(Default)]
struct Told {
    candidates: Vec<Candidate>,
    reasons: Vec<Option<&'static Reason>>,
    people: Vec<Person>,
    sketch: Vec<u64>,
    #[cfg(feature = "train")]
    rows: Vec<(usize, Vec<usize>)>,
}

impl Told {
    fn of(self, article: Article, timexes: Vec<Timex>) -> Reading {
        Reading {
            article,
            timexes,
            candidates: self.candidates,
            reasons: self.reasons,
            people: self.people,
            sketch: self.sketch,
            fault: None,
            #[cfg(feature = "train")]
            rows: self.rows,
        }
    }
}

fn tell(article: &Article, timexes: &[Timex]) -> Told {
    let blocks = readable(article);
    let mut all = Vec::with_capacity(article.text.len() / 5);
    for block in &blocks {
        words::append(&article.text, block.span, &mut all);
    }
    let mut cast = Cast::read(&all);
    if let Some(title) = &article.title {
        cast.sign(&title.value);
    }
    let sketch = sketch(&all);
    let spoken = factuality::is_spoken(&all);
    let mut found = Vec::new();
    let mut fates = Fates::new(timexes);
    let mut paragraph = 0;
    for block in &blocks {
        let place = Place {
            paragraph,
            register: factuality::Register {
                caption: block.kind == BlockKind::Caption,
                spoken,
                published: article.published.as_ref().map(|fact| fact.value.date),
            },
        };
        in_block(&article.text, block.span, place, &mut fates, &mut found);
        paragraph += usize::from(block.kind.is_body());
    }
    let reader = Reader {
        article,
        timexes,
        cast: &cast,
        words: &all,
        title: article
            .title
            .as_ref()
            .map(|t| features(&words(&t.value, Span::new(0, t.value.len())), &[]))
            .unwrap_or_default(),
    };
    let candidates = reader.candidates(&found, &mut fates);
    drop(all);
    Told {
        candidates,
        #[cfg(feature = "train")]
        rows: std::mem::take(&mut fates.rows),
        reasons: fates.reasons(),
        people: cast.people,
        sketch,
    }
}

/// The blocks that events are read from: the body and the captions; of a text that was not laid out, all.
fn readable(article: &Article) -> Vec<Block> {
    if article.blocks.is_empty() {
        return vec![Block {
            kind: BlockKind::Paragraph,
            span: Span::new(0, article.text.len()),
        }];
    }
    article
        .blocks
        .iter()
        .copied()
        .filter(|b| {
            (b.kind.is_body() && b.kind != BlockKind::Dateline) || b.kind == BlockKind::Caption
        })
        .filter(|b| b.span.fits(&article.text))
        .collect()
}

/// What is known of the article while its events are made.
struct Reader<'a> {
    article: &'a Article,
    timexes: &'a [Timex],
    cast: &'a Cast,
    words: &'a [Word<'a>],
    title: Vec<(u64, bool)>,
}

impl Reader<'_> {
    fn published(&self) -> Option<NaiveDate> {
        self.article.published.as_ref().map(|fact| fact.value.date)
    }

    /// Makes the events, names the news among them, and drops what is told twice.
    fn candidates(&self, found: &[Found<'_>], fates: &mut Fates<'_>) -> Vec<Candidate> {
        let features: Vec<Vec<(u64, bool)>> = found.iter().map(telling_words).collect();
        let top = self
            .top(found, &features)
            .or_else(|| self.headlined(found, &features));
        let mut made: Vec<Candidate> = Vec::with_capacity(found.len());
        let mut known = Twins::default();
        for (i, (one, features)) in found.iter().zip(features).enumerate() {
            let main = top.is_some_and(|t| t == i || self.beside(found, t, i, &features))
                || self.is_fresh(one, &features);
            let Some(candidate) = self.candidate(one, features, main, top == Some(i)) else {
                fates.refuse(one.timex, &reason::TOO_LITTLE);
                continue;
            };
            let twin = known.of(&made, &candidate);
            if refers_back(one) && known.dates(&candidate) {
                fates.refuse(one.timex, &reason::TOLD_TWICE);
            } else if let Some(twin) = twin {
                let dropped = made[twin].absorb(candidate);
                fates.refuse(&dropped.timex, &reason::TOLD_TWICE);
            } else {
                known.add(made.len(), &candidate);
                made.push(candidate);
            }
        }
        let entries = self.entries(&made, fates);
        made.extend(entries);
        if top.is_none()
            && let Some(news) = self.undated_news()
        {
            made.insert(0, news);
        }
        made
    }

    /// The news of the article: the dated clause of the lead that lies nearest to its title and date.
    fn top(&self, found: &[Found<'_>], features: &[Vec<(u64, bool)>]) -> Option<usize> {
        let mut best: Option<(i32, usize)> = None;
        for (i, one) in found.iter().enumerate() {
            let title = i32::try_from(shared(&self.title, &features[i]).min(6)).unwrap_or(6);
            if !self.is_news(one, title) {
                continue;
            }
            let lead = i32::try_from(LEAD.saturating_sub(one.place.paragraph)).unwrap_or(0);
            let bound = match one.bound.binding {
                _ if one.bound.inner.as_ref().is_some_and(|i| i.aside) => -4,
                TriggerKind::Verb if aside(one) => -4,
                TriggerKind::Verb => 2,
                TriggerKind::Noun => 1,
                TriggerKind::Participle | TriggerKind::Gerund => -4,
            };
            let score = 2 * lead + title + bound;
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, i));
            }
        }
        best.filter(|&(score, _)| score > 0).map(|(_, i)| i)
    }

    /// Whether a clause lies near enough to publication and the head of the article to be its news.
    fn is_news(&self, found: &Found<'_>, title: i32) -> bool {
        let lead = found.place.paragraph < LEAD || title >= 3 && found.place.paragraph < 2 * LEAD;
        let fine = found.date.granularity <= Granularity::Week
            || found.date.granularity == Granularity::Month && title >= 2;
        let near = self.published().is_none_or(|published| {
            let since = published
                .checked_sub_days(Days::new(NEWS_DAYS))
                .unwrap_or(published);
            let until = published
                .checked_add_days(Days::new(2 * NEWS_DAYS))
                .unwrap_or(published);
            found.date.last >= since && found.date.first <= until
        });
        lead && fine && near
    }

    /// Whether a clause tells of the day of publication or the day before, and of what the
    /// headline names: three telling words in common. That is news, whatever else the article tells.
    fn is_fresh(&self, found: &Found<'_>, features: &[(u64, bool)]) -> bool {
        let Some(published) = self.published() else {
            return false;
        };
        found.date.granularity == Granularity::Day
            && found.date.first == found.date.last
            && (0..=1).contains(&(published - found.date.first).num_days())
            && shared(&self.title, features) >= 3
    }

    /// Whether a clause tells the news of clause `top` from another side: a caption of the same
    /// day, or a sentence right beside it with the same date.
    fn beside(&self, found: &[Found<'_>], top: usize, i: usize, features: &[(u64, bool)]) -> bool {
        let (news, one) = (&found[top], &found[i]);
        let same_day = news.date.first == one.date.first && news.date.last == one.date.last;
        let title = shared(&self.title, features);
        same_day
            && !aside(one)
            && !one.bound.inner.as_ref().is_some_and(|i| i.aside)
            && (one.place.register.caption && title >= 2
                || one.place.paragraph == news.place.paragraph
                    && one.place.paragraph == 0
                    && one.bound.binding == TriggerKind::Verb
                || news.place.register.caption && title >= 2 && one.place.paragraph < LEAD)
    }

    /// The event that a clause tells; none where it says too little to stand alone.
    fn candidate(
        &self,
        found: &Found<'_>,
        features: Vec<(u64, bool)>,
        main: bool,
        top: bool,
    ) -> Option<Candidate> {
        let phase = self.phase(found);
        let (sentence, at) = (&found.sentence, &found.at);
        let mut summary = match &found.bound.inner {
            Some(inner) => headline::inner(sentence, at, inner, self.cast)?,
            None => headline::headline(sentence, at, found.bound.binding, self.cast),
        };
        if top
            && !found.place.register.caption
            && shared(&self.title, &features) >= 2
            && let Some(title) = self.title_line()
        {
            summary = title;
        }
        Some(Candidate {
            evidence: found.evidence,
            date: found.date,
            summary,
            phase,
            role: if main { Role::Main } else { Role::Background },
            actors: self.actors(found.evidence),
            place: place(
                &found.sentence,
                found.sentence.clause(found.at.start),
                self.cast,
            ),
            features,
            gatherings: gatherings(&found.sentence.words),
            timex: found.timex.clone(),
            caption: found.place.register.caption,
        })
    }

    /// Past or planned: by the date where it lies wholly on one side of publication, by the verbs where it does not.
    fn phase(&self, found: &Found<'_>) -> Phase {
        let words = &found.sentence.words;
        let clause = found.sentence.clauses[found.sentence.clause(found.at.start)]
            .words
            .clone();
        let ahead = || {
            words[clause].iter().any(|w| {
                w.any(&[
                    "will",
                    "scheduled",
                    "expected",
                    "plans",
                    "plan",
                    "set",
                    "slated",
                    "upcoming",
                ])
            })
        };
        let planned = match self.published() {
            Some(published) if found.date.first > published => true,
            Some(published) if found.date.last <= published => false,
            Some(_) => found.date.granularity > Granularity::Day && ahead(),
            None => words.iter().any(|w| w.is("will")),
        };
        if planned { Phase::Planned } else { Phase::Past }
    }

    /// Everybody named in the evidence.
    fn actors(&self, evidence: Span) -> Vec<Actor> {
        let mut actors: Vec<Actor> = Vec::new();
        let mut known = HashSet::new();
        for mention in self.cast.within(evidence) {
            let actor = match &mention.who {
                Who::Person(i) => Actor {
                    name: self.cast.people[*i].name.clone(),
                    kind: ActorKind::Person,
                },
                Who::Organisation(name) => Actor {
                    name: name.clone(),
                    kind: ActorKind::Organisation,
                },
                Who::Country(name) => Actor {
                    name: (*name).to_owned(),
                    kind: ActorKind::Country,
                },
            };
            if known.insert(actor.clone()) {
                actors.push(actor);
            }
        }
        actors
    }
}

/// Whether the date only describes an event that was told before: "the December 14 incident",
/// "Friday's verdict" tell no second one.
fn refers_back(found: &Found<'_>) -> bool {
    let words = &found.sentence.words;
    let described = words
        .get(found.at.end)
        .is_some_and(|w| w.listed(lex::EVENTFUL));
    let definite = found.at.start > 0 && words[found.at.start - 1].is("the");
    let owned = words[found.at.end - 1].possessive();
    described && (definite || owned)
}
