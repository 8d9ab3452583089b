//! The stock phrases of web pages around an article: what they announce.

use super::stock::{PHRASES, PREFIXES};
use crate::text::split::{pieces, runs};

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

/// What sites ask their readers to take, in lines that ask nothing else.
const NEWSLETTERS: &[&str] = &["newsletter", "newsletters"];

/// What `line` is, where it is a stock phrase; `words` is its number of words.
pub fn noise(line: &str, words: usize) -> Option<Noise> {
    if line.starts_with(['©', 'Ⓒ', 'ⓒ'])
        || line.contains("ookie") && cookies(line, words)
        || words >= 20 && line.contains("our ") && dialogue(line)
    {
        return Some(Noise::Legal);
    }
    if words > 60 {
        return None;
    }
    if words <= 12 && runs(line).any(|word| NEWSLETTERS.contains(&&*word.to_ascii_lowercase())) {
        return Some(Noise::Promo);
    }
    // No phrase that a long line begins with is longer than this.
    let head = if words <= 8 {
        line
    } else {
        &line[..line.floor_char_boundary(LONGEST)]
    };
    let bare = head.trim_matches(|c: char| !c.is_alphanumeric());
    let first = bare.chars().next().and_then(|c| c.to_lowercase().next());
    let mut prefixes = first
        .into_iter()
        .flat_map(|first| starting(first as u32))
        .filter(|(_, most, _)| words <= *most)
        .peekable();
    if words > 8 && prefixes.peek().is_none() {
        return None;
    }
    let key = key(bare);
    if words <= 8
        && let Some(noise) = exact(&key).or_else(|| counted(&key))
    {
        return Some(noise);
    }
    prefixes
        .find(|(phrase, ..)| {
            key.strip_prefix(phrase)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
        .map(|&(_, _, noise)| noise)
}

/// The prefixes that begin with this letter.
fn starting(letter: u32) -> impl Iterator<Item = &'static (&'static str, usize, Noise)> {
    const INITIALS: [u8; PREFIXES.len()] = {
        let mut initials = [0; PREFIXES.len()];
        let mut i = 0;
        while i < initials.len() {
            initials[i] = PREFIXES[i].0.as_bytes()[0];
            assert!(initials[i].is_ascii());
            i += 1;
        }
        initials
    };
    let letter = u8::try_from(letter).unwrap_or_default();
    memchr::memchr_iter(letter, &INITIALS).map(|i| &PREFIXES[i])
}

/// Whether a line that names cookies asks for consent to them.
fn cookies(line: &str, words: usize) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| line.contains(word));
    let about = line.contains("cookies") && says(&["site", "browser", "consent", "privacy"]);
    consent(line) || words <= 120 && about
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

/// What dialogues of consent speak of, a subject a row.
const CONSENT: &[&[&str]] = &[
    &["ookie"],
    &["opt out", "opt-out"],
    &["personal information", "personal data"],
    &["your browser", "your device"],
    &[
        "consent",
        "preferences",
        "privacy choices",
        "privacy controls",
    ],
    &["third parties", "third party", "third-party"],
    &[
        "targeting",
        "targeted ads",
        "advertising partners",
        "advertis",
    ],
    &["our site", "our website", "this website", "this site"],
    &["personalize", "personalise", "interests"],
];

/// Whether a paragraph tells the reader what the site does with what it knows of him: four
/// subjects of such dialogues in one paragraph.
fn dialogue(line: &str) -> bool {
    let subjects = CONSENT
        .iter()
        .filter(|subject| subject.iter().any(|words| line.contains(words)));
    subjects.count() >= 4 && (line.contains("your ") || line.contains("You "))
}

/// Lower case, typographic apostrophes made plain, spaces single.
fn key(bare: &str) -> String {
    let mut out = String::with_capacity(bare.len());
    for piece in pieces(bare) {
        if !out.is_empty() {
            out.push(' ');
        }
        if piece.is_ascii() {
            out.push_str(piece);
            continue;
        }
        for c in piece.chars() {
            match c {
                '’' | '‘' => out.push('\''),
                c => out.extend(c.to_lowercase()),
            }
        }
    }
    out.make_ascii_lowercase();
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

/// "4 min read", "Reading time: 3 minutes": set beside the byline.
pub fn reading_time(line: &str, words: usize) -> bool {
    words <= 5
        && line.bytes().any(|b| b.is_ascii_digit())
        && runs(line).any(|word| matches!(word, "min" | "mins" | "minute" | "minutes" | "Min"))
        && runs(line).any(|word| {
            ["read", "reading", "watch"]
                .iter()
                .any(|known| word.eq_ignore_ascii_case(known))
        })
}

/// A line of figures that is a date stamp, not a counter.
fn is_year_or_date(key: &str) -> bool {
    key.bytes().filter(u8::is_ascii_digit).count() >= 4
}
