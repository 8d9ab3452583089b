//! What a run of capitalised words names.

use std::borrow::Cow;

use super::{
    super::{lexicon as lex, words::Word},
    Map, country,
    runs::{Run, title_after},
};

/// How often each capitalised word stands alone, outside longer names.
pub(super) fn alone<'t>(words: &[Word<'t>], runs: &[Run]) -> Map<&'t str, usize> {
    let mut alone =
        Map::with_capacity_and_hasher(runs.len() / 2, foldhash::fast::RandomState::default());
    for run in runs {
        if run.end - run.name == 1 {
            *alone.entry(words[run.name].base()).or_default() += 1;
        }
    }
    alone
}

/// Whether the run shows itself to be a person.
pub(super) fn is_person(words: &[Word<'_>], run: &Run, alone: &Map<&str, usize>) -> bool {
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
pub(super) fn eastern(name: &[Word<'_>]) -> bool {
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
pub(super) fn family<'t>(name: &[Word<'t>], alone: &Map<&str, usize>) -> &'t str {
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
pub(super) fn is_organisation(name: &[Word<'_>]) -> bool {
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
pub(super) fn is_acronym(word: &str) -> bool {
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
pub(super) fn joined<'t>(name: &[Word<'t>]) -> Cow<'t, str> {
    if let [one] = name {
        return Cow::Borrowed(one.base());
    }
    let parts: Vec<&str> = name.iter().map(Word::base).collect();
    Cow::Owned(parts.join(" "))
}
