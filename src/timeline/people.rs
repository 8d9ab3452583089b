//! One person, many spellings: names of all articles → the name that is shown.

use std::collections::HashMap;

use super::{
    actors::Person,
    event::{Actor, ActorKind},
    lexicon as lex,
};
use crate::text::edits;

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
        let mut families: HashMap<&str, Vec<(&String, &Given)>> = HashMap::new();
        for (name, given) in &self.given {
            families
                .entry(given.family.as_str())
                .or_default()
                .push((name, given));
        }
        let mut shown = HashMap::new();
        for mut names in families.into_values() {
            if names.len() < 2 {
                continue;
            }
            // The name that most articles give comes first, of equals the fullest.
            names.sort_by(|a, b| {
                (b.1.articles, b.0.len(), a.0).cmp(&(a.1.articles, a.0.len(), b.0))
            });
            let mut heads: Vec<(&String, &Given)> = Vec::new();
            for (name, given) in names.into_iter().take(200) {
                let full = |head: &&(&String, &Given)| one_person(head, &(name, given));
                if let Some((head, _)) = heads.iter().find(full) {
                    shown.insert(name.clone(), (*head).clone());
                } else {
                    heads.push((name, given));
                }
            }
            alone(&mut shown, &heads);
        }
        Resolved { shown }
    }
}

/// A family name alone is the only person who has it.
fn alone(shown: &mut HashMap<String, String>, heads: &[(&String, &Given)]) {
    let short = |head: &&(&String, &Given)| letters(head.0) == head.1.family;
    let long: Vec<_> = heads.iter().filter(|h| !short(h)).collect();
    if let [(full, _)] = long[..] {
        for (name, _) in heads.iter().filter(short) {
            shown.insert((*name).clone(), (*full).clone());
        }
        for target in shown.values_mut() {
            if heads.iter().filter(short).any(|(name, _)| *name == target) {
                (*full).clone_into(target);
            }
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
        for mut actor in actors.drain(..) {
            if actor.kind == ActorKind::Person
                && let Some(name) = self.shown.get(&actor.name)
            {
                actor.name.clone_from(name);
            }
            if !renamed.contains(&actor) {
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
fn one_person(a: &(&String, &Given), b: &(&String, &Given)) -> bool {
    if letters(a.0) == letters(b.0) {
        return true;
    }
    let (Some(x), Some(y)) = (first_name(a.0, &a.1.family), first_name(b.0, &b.1.family)) else {
        return false;
    };
    if junior(a.0) != junior(b.0) {
        return false;
    }
    let (long_x, long_y) = (long_form(&x), long_form(&y));
    if long_x == long_y {
        return true;
    }
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    if initial(&x, &y) || initial(&y, &x) {
        return true;
    }
    let office = a.1.titles.iter().any(|title| b.1.titles.contains(title));
    let head = |s: &str| s.chars().take(3).collect::<String>();
    office && head(&x) == head(&y) && x.len().min(y.len()) > 3 && edits(&x, &y) <= 2
}

/// The first name in lower case, where the name has one beside the family's.
fn first_name(name: &str, family: &str) -> Option<String> {
    let first = name.split_whitespace().next()?;
    let first = letters(first);
    (first != family && !first.is_empty()).then_some(first)
}

fn junior(name: &str) -> bool {
    name.ends_with("Jr.") || name.ends_with("Jr")
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
