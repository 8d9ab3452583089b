//! One person, many spellings: names of all articles → the name that is shown.

use std::collections::{HashMap, HashSet};

use super::{
    actors::Person,
    event::{Actor, ActorKind},
    lexicon as lex,
};
use crate::text::{edits, steps};

/// The names that people were given so far, with how many articles gave them and with what titles.
#[derive(Clone, Debug, Default)]
pub struct Names {
    given: HashMap<String, Given>,
}

#[derive(Clone, Debug)]
struct Given {
    family: String,
    articles: u32,
    titles: Vec<String>,
}

/// For each name as an article has it, the name to show.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    shown: HashMap<String, String>,
}

impl Names {
    /// Adds the people of one article.
    pub fn add(&mut self, people: &[Person]) {
        for person in people {
            let given = self
                .given
                .entry(person.name.clone())
                .or_insert_with(|| Given {
                    family: letters(&person.family),
                    articles: 0,
                    titles: Vec::new(),
                });
            given.articles += 1;
            for title in &person.titles {
                if given.titles.len() < 8 && !given.titles.contains(title) {
                    given.titles.push(title.clone());
                }
            }
        }
    }

    /// Puts the names of one person together: the same letters, a short and a long first name,
    /// an initial, or a slip of the pen in the first name of one who holds the same office.
    #[must_use]
    pub fn resolved(&self) -> Resolved {
        let mut families: HashMap<&str, Vec<Spelling<'_>>> = HashMap::new();
        for (name, given) in &self.given {
            let spelling = Spelling::new(name, given);
            let family = families.entry(given.family.as_str()).or_default();
            family.push(spelling);
        }
        let mut shown = HashMap::new();
        for names in families.into_values().filter(|names| names.len() > 1) {
            shown.extend(family(names));
        }
        Resolved { shown }
    }
}

/// So many spellings of one family are compared, those that most articles give.
const COMPARED: usize = 200;

/// The names of one family that are shown by another, and by which.
fn family(mut names: Vec<Spelling<'_>>) -> HashMap<String, String> {
    // The name that most articles give comes first, of equals the fullest.
    names.sort_by(|a, b| {
        let (x, y) = (a.given.articles, b.given.articles);
        (y, b.name.len(), a.name).cmp(&(x, a.name.len(), b.name))
    });
    let mut shown = HashMap::new();
    let mut heads: Vec<Spelling<'_>> = Vec::new();
    for name in names.into_iter().take(COMPARED) {
        if let Some(head) = heads.iter().find(|head| one_person(head, &name)) {
            shown.insert(name.name.to_owned(), head.name.to_owned());
        } else {
            heads.push(name);
        }
    }
    alone(&mut shown, &heads);
    shown
}

/// A family name alone is the only person who has it.
fn alone(shown: &mut HashMap<String, String>, heads: &[Spelling<'_>]) {
    let (short, long): (Vec<_>, Vec<_>) = heads
        .iter()
        .partition(|head| head.letters == head.given.family);
    if let [full] = long[..] {
        let short: HashSet<&str> = short.iter().map(|head| head.name).collect();
        for target in shown.values_mut() {
            if short.contains(target.as_str()) {
                full.name.clone_into(target);
            }
        }
        for name in short {
            shown.insert(name.to_owned(), full.name.to_owned());
        }
    }
}

/// The longest first name, in bytes, in which a slip of the pen is looked for.
const LONGEST: usize = 64;

/// One spelling of a name, taken apart once.
struct Spelling<'n> {
    name: &'n str,
    given: &'n Given,
    letters: String,
    /// The first name in lower case, where the name has one beside the family's.
    first: Option<String>,
    is_junior: bool,
}

impl<'n> Spelling<'n> {
    fn new(name: &'n str, given: &'n Given) -> Self {
        let first = name.split_whitespace().next().map(letters);
        Self {
            name,
            given,
            letters: letters(name),
            first: first.filter(|first| *first != given.family && !first.is_empty()),
            is_junior: name.ends_with("Jr.") || name.ends_with("Jr"),
        }
    }
}

impl Resolved {
    /// The name to show for `name`.
    #[cfg(test)]
    fn name<'a>(&'a self, name: &'a str) -> &'a str {
        self.shown.get(name).map_or(name, String::as_str)
    }

    /// Renames people, and drops those that stand there twice then.
    pub fn rename(&self, actors: &mut Vec<Actor>) {
        let mut renamed: Vec<Actor> = Vec::with_capacity(actors.len());
        let mut known = HashSet::new();
        for mut actor in actors.drain(..) {
            if actor.kind == ActorKind::Person
                && let Some(name) = self.shown.get(&actor.name)
            {
                actor.name.clone_from(name);
            }
            if known.insert(actor.clone()) {
                renamed.push(actor);
            }
        }
        *actors = renamed;
    }
}

/// The letters of a name in lower case.
fn letters(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether two names of one family are one person's.
fn one_person(a: &Spelling<'_>, b: &Spelling<'_>) -> bool {
    steps::take(1);
    if a.letters == b.letters {
        return true;
    }
    let (Some(x), Some(y)) = (&a.first, &b.first) else {
        return false;
    };
    if a.is_junior != b.is_junior {
        return false;
    }
    if long_form(x) == long_form(y) {
        return true;
    }
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    if initial(x, y) || initial(y, x) {
        return true;
    }
    let head = |s: &str| s.char_indices().nth(3).map_or(s.len(), |(at, _)| at);
    let titles = &b.given.titles;
    x[..head(x)] == y[..head(y)]
        && x.len().min(y.len()) > 3
        && x.len().max(y.len()) <= LONGEST
        && a.given.titles.iter().any(|title| titles.contains(title))
        && edits(x, y) <= 2
}

/// "joe" → "joseph"
fn long_form(first: &str) -> &str {
    lex::NICKNAMES.find(first).map_or(first, |row| row.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, family: &str, title: &str) -> Person {
        Person {
            name: name.to_owned(),
            family: family.to_owned(),
            titles: vec![title.to_owned()],
        }
    }

    #[test]
    fn spellings_of_one_person_are_one() {
        let mut names = Names::default();
        for _ in 0..2 {
            names.add(&[person("Anthony Norwood", "Norwood", "secretary of state")]);
            names.add(&[person("Park Min-soo", "Park", "president")]);
        }
        names.add(&[
            person("Antony Norwood", "Norwood", "secretary of state"),
            person("Tony Norwood", "Norwood", "minister"),
            person("Grace Norwood", "Norwood", "secretary of state"),
            person("Park Minsoo", "Park", "president"),
        ]);
        let resolved = names.resolved();
        assert_eq!(resolved.name("Antony Norwood"), "Anthony Norwood");
        assert_eq!(resolved.name("Tony Norwood"), "Anthony Norwood");
        assert_eq!(resolved.name("Grace Norwood"), "Grace Norwood");
        assert_eq!(resolved.name("Park Minsoo"), "Park Min-soo");
    }
}
