//! Personal names: how they are built, and the words that are none.

use super::stamp;
use crate::text::{
    lower::Lower,
    split::{pieces, single_spaced},
    table::List,
};

/// Words for those who write for a living.
#[rustfmt::skip]
static ROLES: List = List::words(&[
    "analyst", "assistant", "associate", "associated", "author", "bureau", "business", "chief",
    "columnist", "contributing", "contributor", "correspondent", "deputy", "desk", "digital",
    "editor", "editors", "executive", "fellow", "freelance", "guest", "intern", "investigative",
    "journalist", "managing", "multimedia", "national", "news", "newsroom", "photographer",
    "political", "producer", "professor", "reporter", "reporters", "senior", "special", "sports",
    "staff", "writer", "writers",
]);

/// Whether `word` is one for those who write for a living.
pub fn is_role(word: &str) -> bool {
    ROLES.has(word)
}

/// Whether `name` is built like a person's name: two to five words, capitals at
/// their heads, particles allowed between, none of them a word that names an office or a page.
#[must_use]
pub fn is_name(name: &str) -> bool {
    let words: Vec<&str> = pieces(name).take(6).collect();
    if !(2..=5).contains(&words.len()) || name.len() > 60 {
        return false;
    }
    let last = words.len() - 1;
    words.iter().enumerate().all(|(i, word)| {
        let bare = word.trim_end_matches(['.', ',']);
        let particle = i > 0
            && i < last
            && matches!(
                *word,
                "de" | "da"
                    | "di"
                    | "del"
                    | "della"
                    | "dos"
                    | "van"
                    | "von"
                    | "der"
                    | "den"
                    | "la"
                    | "le"
                    | "bin"
                    | "al"
                    | "el"
                    | "ter"
                    | "ibn"
                    | "y"
                    | "du"
                    | "of"
                    | "the"
            )
            && !matches!(*word, "of" | "the");
        let letters = bare
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '‑' | '.'));
        particle || (letters && bare.starts_with(char::is_uppercase) && !not_in_names(bare))
    }) && words[last].trim_end_matches('.').chars().count() > 1
}

/// Words of offices, pages and labels.
#[rustfmt::skip]
static OFFICES: List = List::words(&[
    "advertisement", "afp", "agency", "ap", "association", "bbc", "bio", "bloomberg", "center",
    "centre", "city", "click", "cnn", "comment", "comments", "committee", "company", "contact",
    "contributed", "council", "county", "culture", "daily", "department", "education", "email",
    "entertainment", "est", "et", "federal", "follow", "foundation", "friday", "getty", "gmt",
    "government", "group", "health", "home", "house", "image", "images", "inc", "institute",
    "international", "journal", "latest", "lifestyle", "live", "llc", "ltd", "magazine", "media",
    "ministry", "minute", "minutes", "monday", "more", "network", "news", "office", "online",
    "opinion", "photo", "photos", "pm", "politics", "post", "posted", "press", "profile",
    "published", "radio", "read", "report", "reports", "reuters", "saturday", "science",
    "service", "services", "services.", "share", "society", "state", "subscribe", "sunday",
    "team", "technology", "thursday", "times", "today", "top", "travel", "tuesday", "tv",
    "university", "updated", "video", "view", "wednesday", "wire", "world",
]);

/// Capitalised words that stand in headings, offices and labels, not in names.
fn not_in_names(word: &str) -> bool {
    let lower = Lower::of(word);
    let lower = lower.as_str();
    is_role(lower)
        || super::lines::is_small(lower)
            && lower.len() > 1
            && !matches!(
                lower,
                "an" | "may" | "so" | "do" | "will" | "he" | "my" | "see" | "no" | "us" | "you"
            )
        || stamp::month(lower).is_some()
            && !matches!(lower, "may" | "june" | "april" | "august" | "jan" | "mar")
        || OFFICES.has(lower)
}

/// A name with its spaces made single.
pub fn plain(name: &str) -> String {
    single_spaced(name)
}

/// A name set in capitals, in the case it is usually written in.
pub fn recased(name: &str) -> String {
    let plain = plain(name);
    if plain.chars().any(char::is_lowercase) {
        return plain;
    }
    let mut out = String::with_capacity(plain.len());
    let mut head = true;
    for c in plain.chars() {
        if head {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        head = !c.is_alphabetic();
    }
    out
}
