//! Inflection: from a form to its lemma and from a lemma to a form.
//!
//! Regular forms are computed by the rules of spelling ("carry" → "carried", "stop" →
//! "stopped"); irregular ones stand in the tables of the lexicon.

use std::borrow::Cow;

use super::lexicon::{DOUBLING, NOUN_FORMS, VERB_FORMS, classes_of};
use crate::language::{Penn, Pos};

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "announces".
    Third,
    /// "announced", in "they announced".
    Past,
    /// "announced", in "was announced".
    Participle,
    /// "announcing".
    Gerund,
}

/// The lemma, in lower case, of the word `form` that has the tag `penn`.
///
/// ```
/// use dateline::language::{Penn, en::lemma_of};
/// assert_eq!(lemma_of("went", Penn::Vbd), "go");
/// assert_eq!(lemma_of("Stopped", Penn::Vbn), "stop");
/// assert_eq!(lemma_of("countries", Penn::Nns), "country");
/// assert_eq!(lemma_of("Seoul", Penn::Nnp), "Seoul");
/// ```
#[must_use]
pub fn lemma_of(form: &str, penn: Penn) -> Cow<'_, str> {
    match penn {
        Penn::Vb | Penn::Vbd | Penn::Vbg | Penn::Vbn | Penn::Vbp | Penn::Vbz | Penn::Md => {
            Cow::Owned(verb_lemma(&plain(form), penn))
        }
        Penn::Nns => Cow::Owned(singular(&plain(form))),
        Penn::Nnp | Penn::Nnps => Cow::Borrowed(form),
        _ => plain(form),
    }
}

/// Lower case, with the typewriter's apostrophe.
pub(super) fn plain(form: &str) -> Cow<'_, str> {
    let changes = |c: char| c.is_uppercase() || c == '\u{2019}' || c == '\u{2018}';
    if form.contains(changes) {
        Cow::Owned(form.to_lowercase().replace(['\u{2019}', '\u{2018}'], "'"))
    } else {
        Cow::Borrowed(form)
    }
}

/// Whether the lexicon has `lemma` as a verb.
fn is_verb(lemma: &str) -> bool {
    classes_of(lemma, Pos::Verb).first().is_some()
}

fn verb_lemma(form: &str, penn: Penn) -> String {
    let irregular = |form: &str| VERB_FORMS.find(form).and_then(|row| row.split('\t').next());
    match penn {
        Penn::Vb | Penn::Vbp if !matches!(form, "'m" | "'re" | "'ve" | "are" | "am") => {
            return form.to_owned();
        }
        Penn::Md => return form.to_owned(),
        _ => {}
    }
    // "found" and "lay" are forms of two verbs: the irregular one is the commoner.
    if let Some(lemma) = irregular(form) {
        return lemma.to_owned();
    }
    let stem = match penn {
        Penn::Vbz => return strip_s(form),
        Penn::Vbg => form.strip_suffix("ing"),
        _ => form.strip_suffix("ed"),
    };
    let Some(stem) = stem.filter(|stem| stem.contains(is_vowel)) else {
        return form.to_owned();
    };
    from_stem(stem, penn == Penn::Vbg)
}

/// The verb whose form without "-ed" or "-ing" is `stem`.
fn from_stem(stem: &str, gerund: bool) -> String {
    let with_e = format!("{stem}e");
    if !gerund && let Some(root) = stem.strip_suffix('i') {
        // "died", "tied"; "carried".
        return if is_verb(&with_e) {
            with_e
        } else {
            format!("{root}y")
        };
    }
    let single = stem
        .char_indices()
        .next_back()
        .map_or("", |(at, _)| &stem[..at]);
    let doubled = stem.len() > 2
        && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2]
        && !stem.ends_with(is_vowel);
    if doubled && is_verb(single) && doubles(single) {
        return single.to_owned();
    }
    match (is_verb(stem), is_verb(&with_e)) {
        (true, false) => return stem.to_owned(),
        (false, true) => return with_e,
        // "planed" or "planned": the form without a second consonant has the silent e.
        (true, true) => {
            return if doubles(stem) {
                with_e
            } else {
                stem.to_owned()
            };
        }
        (false, false) => {}
    }
    if doubled && !stem.ends_with(['s', 'l', 'f', 'z']) {
        single.to_owned()
    } else if wants_e(stem) {
        with_e
    } else {
        stem.to_owned()
    }
}

/// Whether an unknown verb that ends like `stem` is spelt with a silent e.
fn wants_e(stem: &str) -> bool {
    let two = stem.get(stem.len().saturating_sub(2)..).unwrap_or(stem);
    matches!(
        two,
        "at" | "iz"
            | "is"
            | "ut"
            | "ud"
            | "ag"
            | "ak"
            | "ov"
            | "av"
            | "iv"
            | "rg"
            | "dg"
            | "ng"
            | "nc"
            | "rc"
            | "ac"
            | "ic"
            | "uc"
            | "rs"
            | "ns"
            | "ur"
            | "ir"
            | "as"
            | "us"
            | "os"
            | "bl"
            | "pl"
            | "tl"
            | "dl"
            | "gl"
            | "rv"
            | "lv"
            | "id"
            | "od"
            | "ad"
    ) && stem.len() > 2
}

/// A form in "-s" without its ending.
fn strip_s(form: &str) -> String {
    if let Some(root) = form.strip_suffix("ies").filter(|root| root.len() > 1) {
        return format!("{root}y");
    }
    let sibilant = ["sses", "shes", "ches", "xes", "zzes", "oes"];
    if sibilant.iter().any(|end| form.ends_with(end)) {
        return form[..form.len() - 2].to_owned();
    }
    match form
        .strip_suffix('s')
        .filter(|root| !root.ends_with('s') && root.len() > 1)
    {
        Some(root) => root.to_owned(),
        None => form.to_owned(),
    }
}

/// The singular of a plural noun in lower case.
fn singular(form: &str) -> String {
    match NOUN_FORMS.find(form) {
        Some(lemma) => lemma.to_owned(),
        None => strip_s(form),
    }
}

/// Whether `lemma` doubles its last consonant before "-ed" and "-ing".
fn doubles(lemma: &str) -> bool {
    let bytes = lemma.as_bytes();
    let [.., a, b, c] = bytes else {
        return false;
    };
    let closed = is_vowel(char::from(*b)) && !is_vowel(char::from(*c)) && !b"wxyh".contains(c);
    let long = is_vowel(char::from(*a))
        && !(*a == b'u' && bytes.len() > 3 && bytes[bytes.len() - 4] == b'q');
    let syllables = bytes
        .windows(2)
        .filter(|two| is_vowel(char::from(two[0])) && !is_vowel(char::from(two[1])))
        .count();
    DOUBLING.has(lemma) || closed && !long && syllables == 1 && b"y" != &bytes[..1]
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// A form of the verb `lemma` (lower case).
///
/// ```
/// use dateline::language::en::{Form, verb_form};
/// assert_eq!(verb_form("sign", Form::Third), "signs");
/// assert_eq!(verb_form("take", Form::Participle), "taken");
/// assert_eq!(verb_form("admit", Form::Gerund), "admitting");
/// ```
#[must_use]
pub fn verb_form(lemma: &str, form: Form) -> String {
    let wanted = match form {
        Form::Third => "third",
        Form::Past => "past",
        Form::Participle => "participle",
        Form::Gerund => "gerund",
    };
    let irregular = VERB_FORMS.rows().find_map(|row| match row[..] {
        [form, verb, uses] if verb == lemma && uses.split(' ').any(|u| u == wanted) => Some(form),
        _ => None,
    });
    if let Some(form) = irregular.filter(|form| !form.starts_with('\'')) {
        return form.to_owned();
    }
    match form {
        Form::Third => with_s(lemma),
        Form::Past | Form::Participle => with_ending(lemma, "ed"),
        Form::Gerund => with_ending(lemma, "ing"),
    }
}

/// `lemma` with "-s": the third person of a verb, the plural of a noun.
fn with_s(lemma: &str) -> String {
    if let Some(root) = consonant_y(lemma) {
        return format!("{root}ies");
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"];
    let vowel_o =
        lemma.len() > 1 && lemma.ends_with('o') && lemma[..lemma.len() - 1].ends_with(is_vowel);
    if sibilant.iter().any(|end| lemma.ends_with(end)) && !vowel_o {
        return format!("{lemma}es");
    }
    format!("{lemma}s")
}

/// What stands before a "y" that a consonant precedes.
fn consonant_y(lemma: &str) -> Option<&str> {
    let root = lemma.strip_suffix('y')?;
    root.ends_with(|c: char| c.is_ascii_alphabetic() && !is_vowel(c))
        .then_some(root)
}

/// `lemma` with "-ed" or "-ing".
fn with_ending(lemma: &str, ending: &str) -> String {
    let past = ending == "ed";
    if past && let Some(root) = consonant_y(lemma) {
        return format!("{root}ied");
    }
    if doubles(lemma) {
        let last = &lemma[lemma.len() - 1..];
        return format!("{lemma}{last}{ending}");
    }
    match lemma.strip_suffix('e') {
        Some(root) if past || !root.ends_with(['e', 'o', 'y']) => match root.strip_suffix('i') {
            Some(start) if !past => format!("{start}ying"),
            _ => format!("{root}{ending}"),
        },
        _ => format!("{lemma}{ending}"),
    }
}

/// The plural of the noun `lemma` (lower case).
#[must_use]
pub fn plural(lemma: &str) -> String {
    let irregular = NOUN_FORMS.rows().find(|row| row.get(1) == Some(&lemma));
    irregular.map_or_else(|| with_s(lemma), |row| row[0].to_owned())
}
