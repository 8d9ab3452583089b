//! The stock phrases of web pages around an article: what they announce.

use super::stock::{PHRASES, PREFIXES};

/// Longer than any stock phrase, in bytes.
const LONGEST: usize = 100;

/// What a stock phrase announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noise {
    /// Share buttons, printing, listening.
    Share,
    /// Advertisements, subscriptions, newsletters.
    Promo,
    /// Readers' comments and the form for them: what follows is not the article.
    Comments,
    /// Links to other articles.
    Related,
    /// Copyright, terms, cookies.
    Legal,
    /// Menus and navigation.
    Menu,
}

/// What `line` is, where it is a stock phrase; `words` is its number of words.
pub fn noise(line: &str, words: usize) -> Option<Noise> {
    if line.starts_with(['©', 'Ⓒ', 'ⓒ']) || consent(line) {
        return Some(Noise::Legal);
    }
    if words > 120 {
        return None;
    }
    if line.contains("cookies")
        && ["site", "browser", "consent", "privacy"]
            .iter()
            .any(|w| line.contains(w))
    {
        return Some(Noise::Legal);
    }
    if words > 60 {
        return None;
    }
    // No phrase that a long line begins with is longer than this.
    let head = if words <= 8 {
        line
    } else {
        &line[..line.floor_char_boundary(LONGEST)]
    };
    let key = key(head);
    if words <= 8 {
        if let Some(noise) = exact(&key) {
            return Some(noise);
        }
        if let Some(noise) = counted(&key) {
            return Some(noise);
        }
    }
    let first = key.as_bytes().first();
    PREFIXES
        .iter()
        .find(|(phrase, most, _)| {
            phrase.as_bytes().first() == first
                && words <= *most
                && key
                    .strip_prefix(phrase)
                    .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
        .map(|&(_, _, noise)| noise)
}

/// The paragraphs of a consent dialogue, however long: they speak of cookies more
/// than once, and to the reader about the site that sets them.
fn consent(line: &str) -> bool {
    let mut at = memchr::memmem::find_iter(line.as_bytes(), b"ookie");
    at.next().is_some()
        && at.next().is_some()
        && ["our site", "website", "browser", "opt out", "opt-out"]
            .iter()
            .any(|word| line.contains(word))
        && (line.contains("your ") || line.contains("You "))
}

/// Lower case, typographic apostrophes made plain, marks at both ends dropped, spaces single.
fn key(line: &str) -> String {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let mut out = String::with_capacity(bare.len());
    for c in bare.chars() {
        match c {
            '’' | '‘' => out.push('\''),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

fn exact(key: &str) -> Option<Noise> {
    let found = PHRASES.binary_search_by_key(&key, |(phrase, _)| phrase);
    found.ok().map(|i| PHRASES[i].1)
}

/// "12 comments", "comments (12)", "0 / 300", "2 min read", "8 shares".
fn counted(key: &str) -> Option<Noise> {
    let mut words = key
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.bytes().all(|b| b.is_ascii_digit()));
    let first = words.next();
    if !key.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    match (first, words.next(), words.next()) {
        (None, ..) => Some(Noise::Share).filter(|_| key.len() <= 12 && !is_year_or_date(key)),
        (Some("comment" | "comments" | "replies" | "responses" | "thoughts"), None, _) => {
            Some(Noise::Comments)
        }
        (Some("share" | "shares" | "likes" | "views" | "read"), None, _)
        | (Some("min" | "mins" | "minute" | "minutes"), Some("read" | "to" | "watch"), _)
        | (Some("reading"), Some("time"), _) => Some(Noise::Share),
        _ => None,
    }
}

/// A line of figures that is a date stamp, not a counter.
fn is_year_or_date(key: &str) -> bool {
    key.bytes().filter(u8::is_ascii_digit).count() >= 4
}
