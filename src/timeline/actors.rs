//! People, organisations and countries that take part.
//!
//! No model stands behind this: a name is a run of capitalised words, and what
//! it names is told by what stands around it (titles, verbs, later short forms)
//! and by small tables of countries and of the nouns that head organisations.

use super::{
    clause::is_gerund,
    lexicon as lex,
    words::{Kind, Word},
};
use crate::text::Span;

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
}

/// A run of capitalised words: the name proper, and the title before it.
struct Run {
    /// First word of the run, titles included.
    start: usize,
    /// First word of the name.
    name: usize,
    /// One past the last word.
    end: usize,
    /// The title, lower case.
    title: Option<String>,
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
        self.people_before(offset).find(|person| held(person))
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
        let known = self.people.iter_mut().find(|p| {
            same_letters(&p.name, &full)
                || (name.len() == 1 && same_letters(&p.family, &full))
                || (name.len() > 1 && p.name == p.family && same_letters(&p.family, family))
        });
        let title = run.title.clone().or_else(|| title_after(words, run.end));
        match known {
            Some(person) => {
                if full.len() > person.name.len() && name.len() > 1 && person.name == person.family
                {
                    person.name = full;
                    family.clone_into(&mut person.family);
                }
                if let Some(title) = title
                    && !person.titles.contains(&title)
                {
                    person.titles.push(title);
                }
            }
            None => self.people.push(Person {
                name: full,
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
            .or_else(|| self.by_short_form(&full, name.len()));
        let who = if let Some(i) = person {
            Who::Person(i)
        } else if let Some(country) = country(&full) {
            Who::Country(country)
        } else if is_organisation(name) {
            Who::Organisation(full)
        } else {
            return;
        };
        self.mentions.push(Mention { span, who });
    }

    /// The person, last named, whose short form is `name`.
    fn by_short_form(&self, name: &str, words: usize) -> Option<usize> {
        let fits = |p: &Person| same_letters(&p.family, name);
        if words > 1 {
            return None;
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

/// Capitalised words that stand inside sentences, with their number: these are names, not first words.
fn middle_capitals<'t>(words: &[Word<'t>]) -> Map<&'t str, usize> {
    let mut known = Map::default();
    for (i, word) in words.iter().enumerate() {
        if word.capital() && !opens(words, i) {
            *known.entry(word.base()).or_default() += 1;
        }
    }
    known
}

/// Whether the word `i` stands where any word would have a capital.
fn opens(words: &[Word<'_>], i: usize) -> bool {
    match i.checked_sub(1).map(|before| &words[before]) {
        None => true,
        Some(before) => {
            before.kind == Kind::Mark
                && matches!(
                    before.text,
                    "." | "!" | "?" | ":" | "\"" | "“" | "•" | "*" | "-" | "–" | "—" | "#" | "…"
                )
        }
    }
}

/// Whether a word can be part of a name.
fn nameable(word: &Word<'_>) -> bool {
    word.kind == Kind::Word
        && word.capital()
        && !word.listed(lex::MONTHS_DAYS)
        && (!word.listed(lex::STOPWORDS) || word.text == "US" || word.text.ends_with('.'))
}

/// Lower-case words that stand inside names.
const PARTICLES: &[&str] = &[
    "al", "ben", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la",
    "le", "ten", "ter", "van", "von",
];

/// The runs of capitalised words.
fn runs(words: &[Word<'_>], known: &Map<&str, usize>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let first = &words[i];
        let begins = nameable(first)
            && (!opens(words, i)
                || known.contains_key(first.base())
                // "Addressing NATO's affairs" opens with no name.
                || !is_gerund(first.text) && words.get(i + 1).is_some_and(nameable)
                || country(first.base()).is_some()
                || !first.listed(lex::CONNECTORS) && is_acronym(first.base()));
        if !begins {
            i += 1;
            continue;
        }
        let end = run_end(words, i);
        split_run(words, i, end, &mut runs);
        i = end;
    }
    runs
}

/// One past the last word of the run that begins at `start`.
fn run_end(words: &[Word<'_>], start: usize) -> usize {
    let mut end = start + 1;
    while let Some(word) = words.get(end) {
        if words[end - 1].possessive() {
            break;
        }
        let next = words.get(end + 1);
        let carried = next.is_some_and(|n| nameable(n));
        let inner = nameable(word)
            || (carried && (word.is("of") || PARTICLES.contains(&word.text)))
            || (carried
                && word.any(&["and", "&", "for"])
                && words[start..end].iter().any(|w| w.listed(lex::ORG_HEADS)))
            || (PARTICLES.contains(&word.text)
                && next.is_some_and(|n| PARTICLES.contains(&n.text)));
        if !inner {
            break;
        }
        end += 1;
    }
    end
}

/// Cuts a run into the country before it, the title and the name.
fn split_run(words: &[Word<'_>], start: usize, end: usize, runs: &mut Vec<Run>) {
    let mut start = start;
    // "South Korean President Lee", "NATO Secretary-General Mark Rutte", "U.S. Senators ..."
    let title = (start..end).rev().find(|&i| words[i].listed(lex::TITLES));
    for width in [2, 1] {
        let Some(lead) = words.get(start..start + width) else {
            continue;
        };
        let cut = start + width;
        if cut <= end && country(&joined(lead)).is_some() && (cut < end || width == 2) {
            runs.push(run(start, start, cut, None));
            start = cut;
            break;
        }
    }
    if start >= end {
        return;
    }
    let Some(title) = title.filter(|&t| t >= start) else {
        let small = start
            .checked_sub(1)
            .filter(|&i| words[i].listed(lex::TITLES) && !words[i].capital());
        let name = small.map(|i| words[i].text.to_lowercase());
        runs.push(run(start, start, end, name));
        return;
    };
    if title + 1 >= end {
        // A title alone: "the Secretary General"; what stands before it may be an organisation.
        if title > start && is_organisation(&words[start..title]) {
            runs.push(run(start, start, title, None));
        }
        return;
    }
    let mut name = title + 1;
    if words[name].is("of") || words[name].is("for") {
        // "Secretary of State Mark Rubio": the last two words are the name, with initials three.
        let initial = end >= 2 && words[end - 2].text.ends_with('.');
        name = end.saturating_sub(if initial { 3 } else { 2 }).max(name);
        if words[name].is("of") || end - title <= 3 {
            return;
        }
    }
    let head = titles_from(words, start, title);
    if head > start && is_organisation(&words[start..head]) {
        runs.push(run(start, start, head, None));
        start = head;
    }
    let label = words[head..name]
        .iter()
        .map(|w| w.text.to_lowercase())
        .collect::<Vec<_>>()
        .join(" ");
    runs.push(run(start, name, end, Some(label)));
}

fn run(start: usize, name: usize, end: usize, title: Option<String>) -> Run {
    Run {
        start,
        name,
        end,
        title,
    }
}

/// Where the words of the title that ends at `title` begin, as far as the tables tell.
fn titles_from(words: &[Word<'_>], start: usize, title: usize) -> usize {
    let mut head = title;
    while head > start && !is_organisation(&words[head - 1..head]) {
        head -= 1;
    }
    head
}

/// A title that follows a name: "Radmila Šekerinska, Deputy Secretary General of ...".
fn title_after(words: &[Word<'_>], end: usize) -> Option<String> {
    if words.get(end)?.text != "," {
        return None;
    }
    let tail = words.get(end + 1..(end + 7).min(words.len()))?;
    let last = tail
        .iter()
        .take_while(|w| w.kind == Kind::Word)
        .take(5)
        .enumerate()
        .filter(|(_, w)| w.listed(lex::TITLES))
        .map(|(i, _)| i)
        .last()?;
    let from = usize::from(tail[0].listed(lex::DETERMINERS));
    (from <= last).then(|| {
        let title: Vec<String> = tail[from..=last]
            .iter()
            .map(|w| w.text.to_lowercase())
            .collect();
        title.join(" ")
    })
}

/// How often each capitalised word stands alone, outside longer names.
fn alone<'t>(words: &[Word<'t>], runs: &[Run]) -> Map<&'t str, usize> {
    let mut alone = Map::default();
    for run in runs {
        if run.end - run.name == 1 {
            *alone.entry(words[run.name].base()).or_default() += 1;
        }
    }
    alone
}

/// Whether the run shows itself to be a person.
fn is_person(words: &[Word<'_>], run: &Run, alone: &Map<&str, usize>) -> bool {
    let name = &words[run.name..run.end];
    if country(&joined(name)).is_some() || name.len() > 5 {
        return false;
    }
    if is_organisation(name) || name.iter().any(|w| w.listed(lex::TITLES)) {
        return false;
    }
    if run.title.is_some() {
        return true;
    }
    let thing = name
        .iter()
        .any(|w| w.listed(lex::THINGS) || w.listed(lex::DETERMINERS));
    if thing || name[0].any(&["q", "yeah", "yes", "well", "okay"]) {
        return false;
    }
    if name.len() < 2 || name.iter().any(|w| w.is("of") || w.is("and")) {
        return false;
    }
    let says = words
        .get(run.end)
        .is_some_and(|next| next.listed(lex::SAYING));
    let short = [name[0].base(), name[name.len() - 1].base()]
        .iter()
        .any(|part| alone.get(part).is_some_and(|&n| n > 0) && country(part).is_none());
    eastern(name) || title_after(words, run.end).is_some() || says || short && name.len() <= 3
}

/// Whether a name is written family name first: "Wi Sung-lac", "Lee Do-woon".
fn eastern(name: &[Word<'_>]) -> bool {
    let (Some(first), Some(second)) = (name.first(), name.get(1)) else {
        return false;
    };
    let hyphened = second
        .base()
        .split_once(['-', '‑'])
        .is_some_and(|(a, b)| !a.is_empty() && !b.is_empty() && a.len() + b.len() <= 12);
    first.listed(lex::SURNAMES_FIRST) && (hyphened && name.len() == 2 || name.len() == 3)
}

/// The part of a name that short forms use.
fn family<'t>(name: &[Word<'t>], alone: &Map<&str, usize>) -> &'t str {
    let suffixes = ["jr.", "jr", "sr.", "sr", "ii", "iii", "iv"];
    let last = name
        .iter()
        .rev()
        .find(|w| !w.any(&suffixes))
        .unwrap_or(&name[0]);
    let count = |word: &Word<'_>| alone.get(word.base()).copied().unwrap_or(0);
    let first = &name[0];
    let east = first.listed(lex::SURNAMES_FIRST) && name.len() <= 3 && count(last) <= count(first);
    if eastern(name) && count(last) == 0 || east && name.len() > 1 {
        first.base()
    } else {
        last.base()
    }
}

/// Whether a name is headed by a noun that organisations are named by, or is an acronym.
fn is_organisation(name: &[Word<'_>]) -> bool {
    let Some(last) = name.last() else {
        return false;
    };
    let headed = last.listed(lex::ORG_HEADS) || last.listed(lex::ORG_TAILS);
    (name.len() > 1 && (headed || name[0].listed(lex::ORG_HEADS)))
        || name
            .iter()
            .skip(1)
            .zip(name)
            .any(|(of, head)| of.is("of") && head.listed(lex::ORG_HEADS))
        || (name.len() == 1 && is_acronym(last.base()))
        || last.base() == "Congress"
        || last.base() == "Parliament"
}

/// Whether a word is written as an acronym: "NATO", "EU", "G7".
fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (2..=7).contains(&letters)
        && word
            .chars()
            .all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '&' || c == '-')
        && !matches!(
            word,
            "AM" | "PM"
                | "EST"
                | "EDT"
                | "ET"
                | "PT"
                | "GMT"
                | "UTC"
                | "II"
                | "III"
                | "IV"
                | "VI"
                | "VII"
                | "MR"
                | "MS"
                | "MRS"
                | "DR"
                | "OK"
                | "TV"
                | "PRESIDENT"
                | "THE"
                | "GDP"
                | "CEO"
                | "DC"
                | "FACT"
                | "SHEET"
                | "SEOUL"
                | "DNA"
                | "HIV"
                | "SUV"
                | "PDF"
        )
}

/// The words of a name, without possessive endings, one space between.
fn joined(name: &[Word<'_>]) -> String {
    let parts: Vec<&str> = name.iter().map(Word::base).collect();
    parts.join(" ")
}

/// Whether two names have the same letters, whatever their case, hyphens and spaces.
#[must_use]
pub fn same_letters(a: &str, b: &str) -> bool {
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
