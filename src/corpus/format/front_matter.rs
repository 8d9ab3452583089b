//! Front matter: the fields between fences at the head of a Markdown file, YAML or TOML.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use crate::corpus::Warning;

/// Whether `text` begins with front matter.
pub fn has_front(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    ["---", "+++"].iter().any(|fence| {
        let mut lines = text.lines();
        lines.next().is_some_and(|line| line.trim_end() == *fence)
            && lines.next().is_some_and(|line| line.contains([':', '=']))
            && lines.take(200).any(|line| line.trim_end() == *fence)
    })
}

/// The keys of front matter with their values as words.
pub type Front = Vec<(String, Vec<String>)>;

pub fn yaml(path: &str, front: &str, warnings: &mut Vec<Warning>) -> Front {
    match serde_saphyr::from_str::<Keys>(front) {
        Ok(fields) => fields.0,
        Err(error) => {
            warnings.push(broken(path, "YAML", &error.to_string()));
            lines(front, ':')
        }
    }
}

/// The warning for front matter that cannot be read as what it says it is.
fn broken(path: &str, kind: &str, error: &str) -> Warning {
    let first = error.lines().next().unwrap_or_default();
    let first = first.strip_prefix("error: ").unwrap_or(first);
    // "line 2 column 1: …", counted from the line below the fence.
    let (line, said) = match first.split_once(": ") {
        Some((at, said)) if at.starts_with("line ") => (
            at.split(' ').nth(1).and_then(|n| n.parse::<usize>().ok()),
            said,
        ),
        _ => (None, first),
    };
    // What the library would have its caller do is nothing to the reader.
    let said = if said.contains("budget") || said.contains("recursion") {
        "it is nested or repeated beyond any need"
    } else {
        said.split(", set ").next().unwrap_or(said)
    };
    let mut warning = Warning::new(path, format!("front matter is not valid {kind}: {said}"));
    warning.line = line.map(|line| line + 1);
    warning.fix = Some("its plain lines are read all the same".to_owned());
    warning
}

/// TOML front matter; where it is broken, its plain lines.
pub fn tables(path: &str, front: &str, warnings: &mut Vec<Warning>) -> Front {
    let table = match front.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            warnings.push(broken(path, "TOML", error.message()));
            return lines(front, '=');
        }
    };
    let mut found = Vec::new();
    for (key, value) in &table {
        // Hugo keeps what it does not know itself under [params].
        match value.as_table().filter(|_| key == "params") {
            Some(inner) => found.extend(inner.iter().map(|(k, v)| (k.clone(), scalars(v)))),
            None => found.push((key.clone(), scalars(value))),
        }
    }
    found
}

/// The words of a TOML value: its own, those of its items, or its `name`.
fn scalars(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::Array(items) => items.iter().flat_map(scalars).collect(),
        toml::Value::Table(table) => table.get("name").map(scalars).unwrap_or_default(),
        toml::Value::String(words) => vec![words.clone()],
        value => vec![value.to_string()],
    }
}

/// Front matter read as lines of `key: value`.
fn lines(front: &str, mark: char) -> Front {
    let strip = |value: &str| {
        value
            .trim()
            .trim_matches(['"', '\'', '[', ']'])
            .trim()
            .to_owned()
    };
    front
        .lines()
        .filter(|line| !line.starts_with([' ', '\t', '-', '#']))
        .filter_map(|line| line.split_once(mark))
        .map(|(key, value)| (key.trim().to_owned(), vec![strip(value)]))
        .filter(|(_, values)| values.iter().any(|value| !value.is_empty()))
        .collect()
}

/// A mapping whose values are words or lists of words; deeper values are passed over.
struct Keys(Front);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Keys;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a mapping of keys to words")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut fields = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    let Words(values) = map.next_value()?;
                    fields.push((key, values));
                }
                Ok(Keys(fields))
            }
        }
        deserializer.deserialize_map(Map)
    }
}

/// A scalar or a list of scalars as words.
struct Words(Vec<String>);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("words")
            }

            fn visit_str<E>(self, words: &str) -> Result<Words, E> {
                Ok(Words(vec![words.to_owned()]))
            }

            fn visit_bool<E>(self, value: bool) -> Result<Words, E> {
                Ok(Words(vec![value.to_string()]))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Words, E> {
                Ok(Words(vec![value.to_string()]))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Words, E> {
                Ok(Words(vec![value.to_string()]))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Words, E> {
                Ok(Words(vec![value.to_string()]))
            }

            fn visit_unit<E>(self) -> Result<Words, E> {
                Ok(Words(Vec::new()))
            }

            fn visit_none<E>(self) -> Result<Words, E> {
                Ok(Words(Vec::new()))
            }

            fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Words, D::Error> {
                Words::deserialize(inner)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Words, A::Error> {
                let mut all = Vec::new();
                while let Some(Words(mut words)) = seq.next_element()? {
                    all.append(&mut words);
                }
                Ok(Words(all))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
                // A person as a table: the name says who.
                let mut found = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    if key == "name" {
                        let Words(mut words) = map.next_value()?;
                        found.append(&mut words);
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(Words(found))
            }
        }
        deserializer.deserialize_any(Any)
    }
}
