//! Sentence boundaries as byte spans.
//!
//! One pass from left to right. A full stop ends a sentence unless what stands
//! before it is an abbreviation, an initial or an acronym that the next word
//! carries on, or what follows cannot begin a sentence. A blank line or a list
//! bullet always ends one; a single line break never does, since texts come
//! wrapped at any width.

use super::{Span, steps};

/// Abbreviations that a capitalised word or a number carries on, lower case, sorted.
const CARRIED_ON: &[&str] = &[
    "adm", "amb", "approx", "apr", "art", "assn", "asst", "attys", "aug", "ave", "bldg", "blvd",
    "brig", "capt", "cdr", "cf", "cmdr", "col", "comdr", "cpl", "dec", "del", "dept", "dr", "eg",
    "ens", "est", "feb", "fig", "fr", "ft", "gen", "gov", "hon", "ie", "insp", "jan", "jul", "jun",
    "lt", "maj", "mar", "messrs", "mlle", "mme", "mr", "mrs", "ms", "mt", "nov", "oct", "op", "ph",
    "pp", "pres", "prof", "pvt", "rep", "reps", "rev", "sec", "sen", "sens", "sep", "sept", "sgt",
    "spc", "st", "ste", "supt", "treas", "univ", "vol", "vp", "vs",
];

/// Abbreviations that may also end a sentence: they do where the next word often begins one.
const MAY_END: &[&str] = &[
    "ala", "ariz", "ark", "bros", "calif", "co", "colo", "conn", "corp", "dist", "esq", "etc",
    "fla", "inc", "jr", "ltd", "mass", "mich", "minn", "plc", "sr", "tenn", "va", "wash",
];

/// Words that often begin a sentence and seldom follow an acronym inside one, lower case, sorted.
const OPENERS: &[&str] = &[
    "a",
    "according",
    "after",
    "all",
    "also",
    "although",
    "among",
    "an",
    "and",
    "another",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "earlier",
    "for",
    "from",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "moreover",
    "most",
    "my",
    "no",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "our",
    "she",
    "since",
    "so",
    "some",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "to",
    "today",
    "under",
    "until",
    "we",
    "what",
    "when",
    "while",
    "with",
    "you",
];

/// The sentences of `text`, in order, disjoint, without the white space around them.
///
/// ```
/// use dateline::text::sentence::sentences;
/// let text = "Mr. Lee met U.S. officials on Jun. 22. \"Good talk,\" he said. They agreed.";
/// let found: Vec<&str> = sentences(text).iter().map(|s| s.of(text)).collect();
/// assert_eq!(found, [
///     "Mr. Lee met U.S. officials on Jun. 22.",
///     "\"Good talk,\" he said.",
///     "They agreed.",
/// ]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    sentences_in(text, Span::new(0, text.len()))
}

/// The sentences of the part `within` of `text`; spans are into `text`.
/// A `within` that does not fit the text holds no sentence.
#[must_use]
pub fn sentences_in(text: &str, within: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let Some(part) = text.get(within.start..within.end) else {
        return found;
    };
    steps::take(part.len() / 16);
    let mut start = 0;
    let mut next = 0;
    while let Some(&byte) = part.as_bytes().get(next) {
        let at = next;
        // Letters, most of a text, are passed over without decoding.
        if byte.is_ascii_alphanumeric() || byte == b' ' {
            next += 1;
            continue;
        }
        let c = part[at..].chars().next().unwrap_or_default();
        next += c.len_utf8();
        let end = match c {
            '\n' if breaks_here(&part[next..]) => at,
            '。' | '！' | '？' => closers(part, next),
            '.' | '!' | '?' | '…' => {
                let after = closers(part, next);
                if !ends(part, start, at, after, c) {
                    continue;
                }
                after
            }
            _ => continue,
        };
        push(&mut found, part, within.start, start, end);
        start = end;
        next = next.max(end);
    }
    push(&mut found, part, within.start, start, part.len());
    found
}

/// Adds `start..end` of `part`, trimmed, if anything is left of it.
fn push(found: &mut Vec<Span>, part: &str, base: usize, start: usize, end: usize) {
    let whole = &part[start..end];
    let left = whole.len() - whole.trim_start().len();
    let trimmed = whole.trim();
    if trimmed.chars().any(char::is_alphanumeric) {
        let from = base + start + left;
        found.push(Span::new(from, from + trimmed.len()));
    }
}

/// Whether a line break before `rest` ends a sentence: a blank line or a list bullet follows.
fn breaks_here(rest: &str) -> bool {
    let line = rest.trim_start_matches([' ', '\t', '\r', '\u{a0}']);
    if line.starts_with('\n') {
        return true;
    }
    let mut chars = line.chars();
    match chars.next() {
        Some('•' | '▪' | '◦' | '·' | '○' | '●' | '#') => true,
        Some('-' | '*' | '+' | '–' | '—') => chars.next().is_some_and(char::is_whitespace),
        _ => false,
    }
}

/// The offset after closing quotes, brackets, further terminators and note marks ("[12]") at `at`.
fn closers(part: &str, mut at: usize) -> usize {
    loop {
        let rest = &part[at..];
        let Some(c) = rest.chars().next() else {
            return at;
        };
        match c {
            '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '」' | '』' | '.' | '!' | '?' | '…'
            | '*' | '_' => at += c.len_utf8(),
            '[' => {
                let digits = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
                if digits == 0 || rest.as_bytes().get(1 + digits) != Some(&b']') {
                    return at;
                }
                at += digits + 2;
            }
            _ => return at,
        }
    }
}

/// Whether the terminator `mark` at `at` ends the sentence begun at `start`; `after` is past its closers.
fn ends(part: &str, start: usize, at: usize, after: usize, mark: char) -> bool {
    let rest = &part[after..];
    let next = rest.trim_start_matches(|c: char| c.is_whitespace());
    if next.is_empty() {
        return true;
    }
    if next.len() == rest.len() {
        // Nothing but white space may stand between two sentences.
        return false;
    }
    let opening = next.trim_start_matches(|c: char| "\"'“‘([«「『*_—–-•".contains(c) || c == ' ');
    let Some(first) = opening.chars().next() else {
        return true;
    };
    if first.is_lowercase() {
        return false;
    }
    if mark != '.' {
        return true;
    }
    let closed = part[at + 1..after].contains(|c: char| !matches!(c, '.' | '\'' | '’'));
    let word = last_word(&part[start..at]);
    closed || !carries_on(word, &part[start..at], opening, first)
}

/// The word that stands right before a full stop, inner full stops included.
fn last_word(before: &str) -> &str {
    let from = before
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '.')
        .last()
        .map_or(before.len(), |(i, _)| i);
    &before[from..]
}

/// Whether the abbreviation `word` is carried on by what follows.
fn carries_on(word: &str, before: &str, opening: &str, first: char) -> bool {
    if word.is_empty() {
        return false;
    }
    let opener = || {
        let end = opening
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(opening.len());
        listed(OPENERS, &opening[..end])
    };
    if word.contains('.') {
        // "U.S.", "p.m.", "Ph.D.", "J.D."
        return word.rsplit('.').next().is_some_and(|p| p.len() <= 2) && !opener();
    }
    let mut letters = word.chars();
    let (only, more) = (letters.next(), letters.next());
    if more.is_none() && only.is_some_and(char::is_uppercase) {
        // An initial stands beside other names; "World War I" or "Plan B" ends on a letter.
        let roman = matches!(only, Some('I' | 'V' | 'X'));
        return !(opener() && (roman || !before.trim_end_matches(word).trim_end().is_empty()))
            || opening.chars().nth(1) == Some('.');
    }
    if listed(CARRIED_ON, word) {
        // "Mar" and "Sun" are months and days only before a number, but no sentence ends on them either.
        return true;
    }
    if word.eq_ignore_ascii_case("no") || word.eq_ignore_ascii_case("nos") {
        return first.is_ascii_digit();
    }
    listed(MAY_END, word) && !opener()
}

/// Whether `word` is written with a full stop of its own: "Sen", "Inc", "Ph.D".
#[must_use]
pub fn is_abbreviation(word: &str) -> bool {
    listed(CARRIED_ON, word)
        || listed(MAY_END, word)
        || word == "No"
        || word.eq_ignore_ascii_case("ph.d")
}

/// Whether `word` stands in the sorted lower-case `list`, whatever its case.
fn listed(list: &[&str], word: &str) -> bool {
    list.binary_search_by(|probe| {
        probe
            .bytes()
            .cmp(word.bytes().map(|b| b.to_ascii_lowercase()))
    })
    .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn tables_are_sorted() {
        for list in [CARRIED_ON, MAY_END, OPENERS] {
            assert!(list.windows(2).all(|w| w[0] < w[1]), "{list:?}");
        }
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        for whole in [
            "Sen. John D. Smith met U.S. Senators on Jun. 22, 2022.",
            "It grew 3.5 percent vs. No. 2 Japan, he told Yonhap.",
            "He left at 5 p.m. Monday.",
            "Acme Inc. Chairman Kim resigned.",
            "\"What now?\" he asked.",
            "Gen. Mark A. Milley, Lt. Gov. Mandela Barnes and Dr. Fauci spoke.",
        ] {
            assert_eq!(split(whole), [whole]);
        }
    }

    #[test]
    fn ends_are_found() {
        assert_eq!(
            split("They came to the U.S. The visit went well."),
            ["They came to the U.S.", "The visit went well."]
        );
        assert_eq!(
            split("“It is over.” He left! “Go?” Yes."),
            ["“It is over.”", "He left!", "“Go?”", "Yes."]
        );
        assert_eq!(
            split("대통령이 말했다. 회담이 열렸다."),
            ["대통령이 말했다.", "회담이 열렸다."]
        );
        assert_eq!(
            split("東京で会談した。次は大阪。"),
            ["東京で会談した。", "次は大阪。"]
        );
        assert_eq!(
            split("Wrapped\nline. Next one\n\nA new paragraph"),
            ["Wrapped\nline.", "Next one", "A new paragraph"]
        );
        assert_eq!(
            split("As noted.[3] Another followed."),
            ["As noted.[3]", "Another followed."]
        );
        assert_eq!(
            split("List:\n-   One\n-   Two"),
            ["List:", "-   One", "-   Two"]
        );
        assert!(split(" \n… !").is_empty());
    }
}
