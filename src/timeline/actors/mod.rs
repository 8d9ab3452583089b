//! People, organisations and countries that take part.
//!
//! No model stands behind this: a name is a run of capitalised words, and what
//! it names is told by what stands around it (titles, verbs, later short forms)
//! and by small tables of countries and of the nouns that head organisations.

use self::{
    kinds::{alone, family, is_organisation, is_person, joined},
    runs::{Run, middle_capitals, runs, title_after},
};
use super::{lexicon as lex, words::Word};
use crate::text::Span;

mod kinds;
mod runs;

/// By words of the text; seeded, and quicker than the standard one for short keys.
type Map<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

/// A person of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The fullest form of the name in the article, without titles.
    pub name: String,
    /// The part of the name that short forms use.
    pub family: String,
    /// The titles the article gives, lower case: "president", "secretary of state".
    pub titles: Vec<String>,
}

/// What a name names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A person: the index into [`Cast::people`].
    Person(usize),
    /// An organisation, by its name in the text.
    Organisation(String),
    /// A country, by its name in the table.
    Country(&'static str),
}

/// A place in the text where somebody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words, titles included.
    pub span: Span,
    /// Who it is.
    pub who: Who,
}

/// Everybody who is named in an article, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// The people.
    pub people: Vec<Person>,
    /// Where everybody is named.
    pub mentions: Vec<Mention>,
    /// In whose name the text stands: "Remarks by Mayor Hale".
    pub author: Option<String>,
}

impl Cast {
    /// Reads the names of a text's words.
    #[must_use]
    pub fn read(words: &[Word<'_>]) -> Self {
        let known = middle_capitals(words);
        let runs = runs(words, &known);
        let alone = alone(words, &runs);
        let mut cast = Self::default();
        for run in &runs {
            cast.introduce(words, run, &alone);
        }
        for run in &runs {
            cast.mention(words, run);
        }
        cast
    }

    /// In whose name a text with this title stands, where it is one person's.
    pub fn sign(&mut self, title: &str) {
        self.author = self.signed(title);
    }

    fn signed(&self, title: &str) -> Option<String> {
        const PAPERS: [&str; 9] = [
            "address",
            "interview",
            "letter",
            "message",
            "remarks",
            "speech",
            "statement",
            "testimony",
            "words",
        ];
        let words: Vec<&str> = title.split_whitespace().take(16).collect();
        let first = words.first()?.to_lowercase();
        if !PAPERS.contains(&first.as_str()) {
            return None;
        }
        let by = words
            .iter()
            .take(6)
            .position(|w| matches!(*w, "by" | "from" | "of" | "with"))?;
        let run = words[by + 1..]
            .iter()
            .take_while(|w| {
                w.starts_with(char::is_uppercase)
                    && !w.ends_with("ing")
                    && !lex::PREPOSITIONS.has(&w.to_lowercase())
            })
            .count();
        // "Remarks by President Hale and Prime Minister Berg"
        let several = words
            .get(by + 1 + run)
            .is_some_and(|w| matches!(*w, "and" | "&"));
        let run = &words[by + 1..by + 1 + run];
        if several || run.iter().any(|w| w.ends_with(',')) {
            return None;
        }
        let family = run.last()?;
        let mut people = self.people.iter().filter(|p| p.family == **family);
        if let Some(person) = people.next() {
            let alone = people.next().is_none();
            return Some(if alone { &person.name } else { &person.family }.clone());
        }
        let named = run
            .iter()
            .rposition(|w| lex::TITLES.has(&w.to_lowercase()))?
            + 1;
        (named < run.len()).then(|| run[named..].join(" "))
    }

    /// The mentions that lie in `span`.
    pub fn within(&self, span: Span) -> impl Iterator<Item = &Mention> {
        let from = self.mentions.partition_point(|m| m.span.end <= span.start);
        self.mentions[from..]
            .iter()
            .take_while(move |m| m.span.start < span.end)
    }

    /// The person whose title is `title`, last named before `offset`.
    #[must_use]
    pub fn titled(&self, title: &str, offset: usize) -> Option<&Person> {
        // A vice president is no president.
        let held = |person: &Person| {
            person.titles.iter().any(|t| {
                t.strip_suffix(title).is_some_and(|rest| {
                    let lower = ["acting", "assistant", "deputy", "former", "vice"];
                    !lower.contains(&rest.trim_end().rsplit(' ').next().unwrap_or(""))
                })
            })
        };
        let last = self.people_before(offset).find(|person| held(person))?;
        // Of several who bear it, only the one whom the text is about is meant without a name.
        let named = |person: &Person| {
            let of = |m: &&Mention| matches!(m.who, Who::Person(i) if self.people[i].name == person.name);
            self.mentions.iter().filter(of).count()
        };
        let mine = named(last);
        let rival = self
            .people
            .iter()
            .any(|other| other.name != last.name && held(other) && named(other) > mine);
        (!rival).then_some(last)
    }

    /// The people named before `offset`, the last first, repeats included.
    pub fn people_before(&self, offset: usize) -> impl Iterator<Item = &Person> {
        let to = self.mentions.partition_point(|m| m.span.start < offset);
        self.mentions[..to]
            .iter()
            .rev()
            .filter_map(|mention| match mention.who {
                Who::Person(i) => self.people.get(i),
                _ => None,
            })
    }

    /// Makes a person of a run that shows itself as one.
    fn introduce(&mut self, words: &[Word<'_>], run: &Run, alone: &Map<&str, usize>) {
        let name = &words[run.name..run.end];
        if name.is_empty() || !is_person(words, run, alone) {
            return;
        }
        let family = family(name, alone);
        let full = joined(name);
        let title = run.title.clone().or_else(|| title_after(words, run.end));
        let fits = |p: &Person| {
            same_letters(&p.name, &full)
                || (name.len() == 1 && same_letters(&p.family, &full))
                || (name.len() > 1 && p.name == p.family && same_letters(&p.family, family))
        };
        let bears = |p: &Person| title.as_ref().is_some_and(|title| p.titles.contains(title));
        let known = self
            .people
            .iter()
            .position(|p| fits(p) && bears(p))
            .or_else(|| self.people.iter().position(fits))
            .map(|i| &mut self.people[i]);
        match known {
            Some(person) => {
                if full.len() > person.name.len() && name.len() > 1 && person.name == person.family
                {
                    person.name = full.into_owned();
                    family.clone_into(&mut person.family);
                }
                if let Some(title) = title
                    && !person.titles.contains(&title)
                {
                    person.titles.push(title);
                }
            }
            None => self.people.push(Person {
                name: full.into_owned(),
                family: family.to_owned(),
                titles: title.into_iter().collect(),
            }),
        }
    }

    /// Records who a run names.
    fn mention(&mut self, words: &[Word<'_>], run: &Run) {
        let name = &words[run.name..run.end];
        if name.is_empty() {
            return;
        }
        let span = words[run.start].span.join(words[run.end - 1].span);
        let full = joined(name);
        let person = self
            .people
            .iter()
            .position(|p| same_letters(&p.name, &full))
            .or_else(|| self.by_short_form(&full, name.len(), run.title.as_deref()));
        let who = if let Some(i) = person {
            Who::Person(i)
        } else if let Some(country) = country(&full) {
            Who::Country(country)
        } else if is_organisation(name) {
            Who::Organisation(full.into_owned())
        } else {
            return;
        };
        self.mentions.push(Mention { span, who });
    }

    /// The person whose short form is `name`: the one who bears the title that stands
    /// before it, else the one last named.
    fn by_short_form(&self, name: &str, words: usize, title: Option<&str>) -> Option<usize> {
        let fits = |p: &Person| same_letters(&p.family, name);
        if words > 1 {
            return None;
        }
        // "President Biden" is not Hunter Biden, whoever was named last.
        let bears = |p: &Person| title.is_some_and(|title| p.titles.iter().any(|t| t == title));
        if let Some(titled) = self.people.iter().position(|p| fits(p) && bears(p)) {
            return Some(titled);
        }
        let recent = self.mentions.iter().rev().find_map(|m| match m.who {
            Who::Person(i) if fits(&self.people[i]) => Some(i),
            _ => None,
        });
        recent.or_else(|| self.people.iter().position(fits))
    }
}

/// The country that a name or adjective stands for.
#[must_use]
pub fn country(name: &str) -> Option<&'static str> {
    let found = lex::COUNTRIES.find(name)?;
    // "us" and "Us" are pronouns; the country is all capitals.
    (!name.eq_ignore_ascii_case("us") || name == "US").then_some(found.1)
}

/// Whether two names have the same letters, whatever their case, hyphens and spaces.
#[must_use]
#[inline]
pub fn same_letters(a: &str, b: &str) -> bool {
    // Of nearly all pairs the first letters tell.
    if let ([a, ..], [b, ..]) = (a.as_bytes(), b.as_bytes())
        && !a.eq_ignore_ascii_case(b)
        && a.is_ascii_alphanumeric()
        && b.is_ascii_alphanumeric()
    {
        return false;
    }
    a == b || all_letters_same(a, b)
}

fn all_letters_same(a: &str, b: &str) -> bool {
    fn letters(s: &str) -> impl Iterator<Item = char> + '_ {
        s.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
    }
    fn plain(s: &str) -> impl Iterator<Item = u8> + '_ {
        s.bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|b| b.to_ascii_lowercase())
    }
    if a.is_ascii() && b.is_ascii() {
        plain(a).eq(plain(b))
    } else {
        letters(a).eq(letters(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::words::words;

    #[test]
    fn a_title_tells_two_people_of_one_family_apart() {
        let text = "President Joe Biden spoke on Monday. His son Hunter Biden said nothing. \
                    President Biden left.";
        let cast = Cast::read(&words(text, Span::new(0, text.len())));
        let last = cast.people_before(text.len()).next();
        assert_eq!(last.map(|p| p.name.as_str()), Some("Joe Biden"));
    }
}
