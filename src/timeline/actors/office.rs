//! Bare titles ("the president") and labels ("MS. HALE:") → the people whom they mean.
//!
//! What a text says of a title is gathered once, at the first question, so that a text
//! that asks again in every sentence is not read again for each.

use std::{cell::RefCell, rc::Rc};

use super::{Cast, Map, Mention, Person, Who};
use crate::text::{Span, sentence::sentences_in, steps};

/// So many different titles of a text are looked up; a text with more was made to take time.
const MOST: usize = 64;

/// How a title has to agree with the one that somebody bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Agree {
    /// As its end: "president" of "former president", not of "vice president".
    End,
    /// As any part.
    Part,
}

/// What was gathered of the people of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    /// How often each person is named, by the index; whom the same name stands for counts together.
    named: Vec<usize>,
    /// Where each person is named first, likewise.
    first: Vec<Option<Span>>,
    offices: RefCell<Map<(Agree, String), Rc<Office>>>,
    spoken: RefCell<Map<String, Rc<Spoken>>>,
    text: RefCell<Option<Rc<Lower>>>,
    families: RefCell<Option<Families>>,
}

/// For each family in capitals, the first of it and whether there are more.
type Families = Map<String, (usize, bool)>;

/// Those who bear a title.
#[derive(Debug, Default)]
struct Office {
    /// The places where one of them is named, in order: start, and the index of the person.
    named: Vec<(usize, usize)>,
    /// How often the one is named who is named most.
    most: usize,
}

/// A text in lower case, and its sentences.
#[derive(Debug)]
struct Lower {
    text: String,
    sentences: Vec<Span>,
}

/// Where a text speaks of "the president".
#[derive(Debug)]
struct Spoken {
    /// Where the words end, and whether the sentence begins before them.
    ends: Vec<(usize, bool)>,
    /// The first end that neither "of Norland" nor a name follows.
    alone: Option<usize>,
}

impl Gathered {
    /// Counts who is named how often.
    pub(super) fn of(people: &[Person], mentions: &[Mention]) -> Self {
        let mut names: Map<&str, usize> = Map::default();
        let shared: Vec<usize> = people
            .iter()
            .enumerate()
            .map(|(i, person)| *names.entry(person.name.as_str()).or_insert(i))
            .collect();
        let mut count = vec![0; people.len()];
        let mut first = vec![None; people.len()];
        for mention in mentions {
            if let Who::Person(i) = mention.who {
                count[shared[i]] += 1;
                first[shared[i]].get_or_insert(mention.span);
            }
        }
        Self {
            named: shared.iter().map(|&i| count[i]).collect(),
            first: shared.iter().map(|&i| first[i]).collect(),
            ..Self::default()
        }
    }
}

impl Cast {
    /// The person (an index) whose title is `title`, last named before `offset`: the only one who
    /// bears it, or of several the one whom the text is about.
    #[must_use]
    pub fn titled(&self, title: &str, offset: usize) -> Option<usize> {
        let office = self.office(Agree::End, title)?;
        let last = office.last_before(offset)?;
        (office.most <= self.gathered.named[last]).then_some(last)
    }

    /// The person (an index) last named before `offset` of whose titles `title` is a part.
    #[must_use]
    pub fn partly_titled(&self, title: &str, offset: usize) -> Option<usize> {
        self.office(Agree::Part, title)?.last_before(offset)
    }

    /// Whether the text speaks of "the president" before it names this person, if it names
    /// the person before `offset`.
    #[must_use]
    pub fn spoken_of_before(&self, text: &str, person: usize, title: &str, offset: usize) -> bool {
        let first = self.gathered.first.get(person).copied().flatten();
        let Some(named) = first.filter(|named| named.start < offset) else {
            return false;
        };
        let Some(spoken) = self.spoken(text, title) else {
            return true;
        };
        let to = spoken.ends.partition_point(|(end, _)| *end <= named.start);
        let touches = |&(end, inside): &(usize, bool)| {
            inside
                && text
                    .get(end..named.start)
                    .is_some_and(|gap| gap.trim().is_empty())
        };
        spoken.alone.is_some_and(|end| end <= named.start)
            || spoken.ends[..to].last().is_some_and(touches)
    }

    /// The one person of a family written in capitals, or that there are several.
    #[must_use]
    pub fn of_family(&self, family: &str) -> Option<(&Person, bool)> {
        let mut gathered = self.gathered.families.borrow_mut();
        let families = gathered.get_or_insert_with(|| {
            let mut families: Map<String, (usize, bool)> = Map::default();
            for (i, person) in self.people.iter().enumerate() {
                let family = person.family.to_uppercase();
                let entry = families.entry(family);
                entry.and_modify(|one| one.1 = true).or_insert((i, false));
            }
            families
        });
        let &(first, several) = families.get(family)?;
        Some((&self.people[first], several))
    }

    /// Those who bear a title; `None` where the text asked for too many titles.
    fn office(&self, agree: Agree, title: &str) -> Option<Rc<Office>> {
        let mut offices = self.gathered.offices.borrow_mut();
        let key = (agree, title.to_owned());
        if let Some(office) = offices.get(&key) {
            return Some(Rc::clone(office));
        }
        if offices.len() >= MOST {
            return None;
        }
        steps::take(self.people.len() + self.mentions.len());
        let holds = self.people.iter().map(|person| {
            let mut titles = person.titles.iter();
            titles.any(|own| match agree {
                Agree::End => ends_so(own, title),
                Agree::Part => own.contains(title),
            })
        });
        let holds: Vec<bool> = holds.collect();
        let mut office = Office::default();
        for (i, _) in holds.iter().enumerate().filter(|(_, holds)| **holds) {
            office.most = office.most.max(self.gathered.named[i]);
        }
        for mention in &self.mentions {
            if let Who::Person(i) = mention.who
                && holds[i]
            {
                office.named.push((mention.span.start, i));
            }
        }
        let office = Rc::new(office);
        offices.insert(key, Rc::clone(&office));
        Some(office)
    }

    /// Where a text speaks of "the president"; `None` where it asked for too many titles.
    fn spoken(&self, text: &str, title: &str) -> Option<Rc<Spoken>> {
        let mut known = self.gathered.spoken.borrow_mut();
        if let Some(found) = known.get(title) {
            return Some(Rc::clone(found));
        }
        if known.len() >= MOST {
            return None;
        }
        let mut lower = self.gathered.text.borrow_mut();
        let lower = lower.get_or_insert_with(|| {
            Rc::new(Lower {
                text: text.to_ascii_lowercase(),
                sentences: sentences_in(text, Span::new(0, text.len())),
            })
        });
        steps::take(text.len() / 16);
        let bare = format!("the {title}");
        let mut found = Spoken {
            ends: Vec::new(),
            alone: None,
        };
        for (start, _) in lower.text.match_indices(&bare) {
            let end = start + bare.len();
            let i = lower.sentences.partition_point(|s| s.end <= start);
            let Some(sentence) = lower.sentences.get(i) else {
                break;
            };
            if start < sentence.start || sentence.end < end {
                continue;
            }
            // "the president of Norland" and "the president Anna Berg" say who.
            let rest = text[end..sentence.end].trim_start();
            let named = rest.starts_with("of ") || rest.starts_with(char::is_uppercase);
            if !named && sentence.len() > bare.len() {
                found.alone.get_or_insert(end);
            }
            found.ends.push((end, sentence.start < start));
        }
        let found = Rc::new(found);
        known.insert(title.to_owned(), Rc::clone(&found));
        Some(found)
    }
}

impl Office {
    /// Who of them was named last before `offset`.
    fn last_before(&self, offset: usize) -> Option<usize> {
        let to = self.named.partition_point(|(start, _)| *start < offset);
        self.named[..to].last().map(|(_, i)| *i)
    }
}

/// Whether a title ends in another. A vice president is no president.
fn ends_so(own: &str, title: &str) -> bool {
    own.strip_suffix(title).is_some_and(|rest| {
        let lower = ["acting", "assistant", "deputy", "former", "vice"];
        !lower.contains(&rest.trim_end().rsplit(' ').next().unwrap_or(""))
    })
}
