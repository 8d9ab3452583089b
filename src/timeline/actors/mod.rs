//! People, organisations and countries that take part.
//!
//! No model stands behind this: a name is a run of capitalised words, and what
//! it names is told by what stands around it (titles, verbs, later short forms)
//! and by small tables of countries and of the nouns that head organisations.

use self::{
    index::{By, Index, Key},
    kinds::{alone, family, is_organisation, is_person, joined},
    office::Gathered,
    runs::{Run, middle_capitals, runs, title_after},
};
use super::{lexicon as lex, words::Word};
use crate::text::Span;

mod index;
mod kinds;
mod office;
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
    gathered: Gathered,
}

impl Cast {
    /// Reads the names of a text's words.
    #[must_use]
    pub fn read(words: &[Word<'_>]) -> Self {
        let known = middle_capitals(words);
        let runs = runs(words, &known);
        let alone = alone(words, &runs);
        let mut cast = Self::default();
        let mut index = Index::default();
        for run in &runs {
            cast.introduce(words, run, &alone, &mut index);
        }
        let families: Vec<Key> = cast.people.iter().map(|p| index.key(&p.family)).collect();
        for run in &runs {
            cast.mention(words, run, &families, &mut index);
        }
        cast.gathered = Gathered::of(&cast.people, &cast.mentions);
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

    /// Makes a person of a run that shows itself as one.
    fn introduce(
        &mut self,
        words: &[Word<'_>],
        run: &Run,
        alone: &Map<&str, usize>,
        index: &mut Index,
    ) {
        let name = &words[run.name..run.end];
        if name.is_empty() || !is_person(words, run, alone) {
            return;
        }
        let family = family(name, alone);
        let full = joined(name);
        let title = run.title.clone().or_else(|| title_after(words, run.end));
        let key = index.key(&full);
        let short = if name.len() == 1 {
            (By::Family, key)
        } else {
            (By::Bare, index.key(family))
        };
        let borne = title.as_ref().map(|title| index.title(title));
        let fits = |title: Option<Key>| {
            let whole = index.first(By::Name, key, title);
            let part = index.first(short.0, short.1, title);
            whole.into_iter().chain(part).min()
        };
        let known = borne
            .and_then(|title| fits(Some(title)))
            .or_else(|| fits(None));
        let Some(i) = known else {
            let person = Person {
                name: full.into_owned(),
                family: family.to_owned(),
                titles: title.into_iter().collect(),
            };
            index.insert(self.people.len(), &person);
            self.people.push(person);
            return;
        };
        let person = &mut self.people[i];
        if full.len() > person.name.len() && name.len() > 1 && person.name == person.family {
            index.remove(i, person);
            person.name = full.into_owned();
            family.clone_into(&mut person.family);
            index.insert(i, person);
        }
        if let (Some(title), Some(borne)) = (title, borne)
            && index.bears(i, person, borne)
        {
            person.titles.push(title);
        }
    }

    /// Records who a run names.
    fn mention(&mut self, words: &[Word<'_>], run: &Run, families: &[Key], index: &mut Index) {
        let name = &words[run.name..run.end];
        if name.is_empty() {
            return;
        }
        let span = words[run.start].span.join(words[run.end - 1].span);
        let full = joined(name);
        let key = index.key(&full);
        // The person whose short form it is: the one who bears the title that stands before it,
        // else the one last named. "President Biden" is not Hunter Biden, whoever was named last.
        let short = || {
            let title = run.title.as_ref().map(|title| index.title(title));
            title
                .and_then(|title| index.first(By::Family, key, Some(title)))
                .or_else(|| index.last(key))
                .or_else(|| index.first(By::Family, key, None))
        };
        let person = index
            .first(By::Name, key, None)
            .or_else(|| if name.len() > 1 { None } else { short() });
        let who = if let Some(i) = person {
            index.named(i, families[i]);
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
}

/// The country that a name or adjective stands for.
#[must_use]
pub fn country(name: &str) -> Option<&'static str> {
    let found = lex::COUNTRIES.find(name)?;
    // "us" and "Us" are pronouns; the country is all capitals.
    (!name.eq_ignore_ascii_case("us") || name == "US").then_some(found.1)
}

/// Whether `name` begins with a family name of a language that puts it first ("Lee Do-woon").
#[must_use]
pub fn family_first(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    lex::SURNAMES_FIRST.has(first)
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
        let last = cast.mentions.last().map(|mention| &mention.who);
        let Some(Who::Person(i)) = last else {
            panic!("the last one named is a person");
        };
        assert_eq!(cast.people[*i].name, "Joe Biden");
    }
}
