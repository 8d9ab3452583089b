//! Who wrote an article: names as bylines print them.

use crate::text::{
    Span,
    split::{self, runs},
    table::List,
};

use super::{
    names::{is_name, is_role, plain, recased},
    stamp,
};

/// Names in a byline, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Byline {
    /// The names, in order.
    pub names: Vec<String>,
    /// From the first name to the last.
    pub span: Span,
}

/// The names after a "By" at the head of `line`, or after a separator within it
/// ("Nov 9, 2023 | By …"). `line` is a range of `text`.
pub fn by(text: &str, line: Span) -> Option<Byline> {
    let raw = line.of(text);
    if let Some(found) = super::hangul::byline(raw, line.start) {
        return Some(found);
    }
    let from = marker(raw)?;
    let rest = &raw[from..];
    names(
        rest,
        line.start + from,
        raw[..from].trim_end().ends_with("BY"),
    )
}

/// Who an explicit "By" names that is not a person: "By University of Tokyo".
pub fn by_office(text: &str, line: Span) -> Option<Byline> {
    let raw = line.of(text);
    let from = marker(raw).filter(|&from| from <= 4)?;
    let rest = &raw[from..];
    let end = stop(rest);
    let name =
        rest[..end].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-'));
    let words: Vec<&str> = name.split_whitespace().collect();
    let proper = words.iter().all(|w| {
        w.starts_with(char::is_uppercase) || matches!(*w, "of" | "the" | "and" | "for" | "in" | "&")
    });
    let start = line.start + from;
    (proper
        && (1..=6).contains(&words.len())
        && words[0].len() > 2
        && words[0].starts_with(char::is_uppercase)
        && !raw.ends_with(['!', '?']))
    .then(|| Byline {
        names: vec![plain(name)],
        span: Span::new(start, start + name.len()),
    })
}

/// Whether `line` is a byline's label alone ("By"), with the name on the next line.
pub fn label(line: &str) -> bool {
    let bare = split::bare(line);
    [
        "by",
        "written by",
        "posted by",
        "published by",
        "reported by",
        "author",
        "story by",
    ]
    .iter()
    .any(|l| bare.eq_ignore_ascii_case(l))
}

/// Where the names begin: behind the first label of the line.
fn marker(raw: &str) -> Option<usize> {
    const LABELS: &[&str] = &[
        "by ",
        "by: ",
        "by:",
        "by\u{a0}",
        "written by ",
        "written by: ",
        "posted by ",
        "published by ",
        "reported by ",
        "story by ",
        "words by ",
        "text by ",
        "author: ",
        "authored by ",
        "reporter: ",
        "article by ",
        "opinion by ",
        "analysis by ",
        "review by ",
        "reviewed by ",
        "column by ",
        "from our correspondent ",
    ];
    let first = raw.as_bytes().first()?.to_ascii_lowercase();
    let said = LABELS.iter().filter(|label| {
        label.as_bytes()[0] == first
            && raw
                .get(..label.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(label))
    });
    if let Some(length) = said.map(|label| label.len()).max() {
        return Some(length);
    }
    // "ByRahul Singh", "Headshot of Jane DoeBy Jane Doe"
    if matches!(raw.get(..2), Some("By" | "by")) && raw[2..].starts_with(|c: char| c.is_uppercase())
    {
        return Some(2);
    }
    // In a sentence "by" names doers, not writers.
    let mut words = raw.as_bytes().windows(3);
    if raw.len() > 240 || !words.any(|word| matches!(word, b"By " | b"by " | b"BY ")) {
        return None;
    }
    if let Some(at) = raw.find("By ")
        && at > 0
        && raw[..at].ends_with(|c: char| c.is_lowercase() || c == ')')
    {
        return Some(at + 3);
    }
    // After a stamp or a separator.
    raw.char_indices()
        .filter(|&(_, c)| matches!(c, '|' | '·' | '•' | '–' | '—' | '-' | ',' | ' ' | '\u{a0}'))
        .find_map(|(i, c)| {
            let at = i + c.len_utf8();
            let rest = &raw[at..];
            if !matches!(rest.get(..3)?, "By " | "by " | "BY ") {
                return None;
            }
            // A bare space must be followed by a capital "By" after a date.
            let strong = !matches!(c, ' ' | ',' | '\u{a0}');
            let before = raw[..i].trim_end();
            let dated = [
                "EST", "EDT", "PST", "PDT", "UTC", "GMT", "IST", "ET", "PT", "a.m.", "p.m.",
            ]
            .iter()
            .any(|zone| before.ends_with(zone))
                || before.ends_with(|c: char| c.is_ascii_digit())
                || before.ends_with(['|', '·', '•', '–', '—'])
                || before.ends_with("AM")
                || before.ends_with("PM")
                || before.ends_with("am")
                || before.ends_with("pm");
            (strong || dated).then_some(at + 3)
        })
}

/// Names at the head of `rest`, which begins at `offset` of the text.
/// `shouted` says that the label was in capitals, so that the names' case says nothing.
pub fn names(rest: &str, offset: usize, shouted: bool) -> Option<Byline> {
    let end = stop(rest);
    let rest = rest[..end].trim_end();
    let mut found = Vec::new();
    let mut first = None;
    let mut last = 0;
    let mut at = 0;
    for piece in pieces(rest) {
        let bare = piece
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '*'));
        let bare = bare.strip_prefix("and ").unwrap_or(bare).trim_start();
        let start = piece.as_ptr() as usize - rest.as_ptr() as usize;
        let start = start + piece.find(bare).unwrap_or(0);
        if bare.is_empty() {
            continue;
        }
        let cut = role_cut(bare);
        let name = bare[..cut].trim_end_matches(|c: char| c.is_whitespace() || c == ',');
        if !is_name(name) {
            break;
        }
        first.get_or_insert(start);
        last = start + name.len();
        found.push(if shouted { recased(name) } else { plain(name) });
        if cut < bare.len() || found.len() == 6 {
            break;
        }
        at = start;
    }
    let _ = at;
    let first = first?;
    Some(Byline {
        names: found,
        span: Span::new(offset + first, offset + last),
    })
}

/// Where the names end at the latest: a stamp, a separator, an address, a digit.
fn stop(rest: &str) -> usize {
    let mut end = rest.len();
    for (i, c) in rest.char_indices() {
        let double = |what: &str| rest[i..].starts_with(what);
        if matches!(
            c,
            '|' | '·' | '•' | '[' | '(' | '@' | '/' | '<' | '\n' | '\r' | '\t' | '–' | '—' | '>'
        ) || c.is_ascii_digit()
            || double(" - ")
            || double("   ")
            || double(" \u{a0}")
        {
            end = i;
            break;
        }
    }
    end = glued(&rest[..end]).unwrap_or(end);
    // A label or a month's name set behind: "Jane Doe Published", "Im Yoon-seo Posted :".
    let mut at = 0;
    for word in rest[..end].split_inclusive(char::is_whitespace) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let label = matches!(
            bare.to_ascii_lowercase().as_str(),
            "posted"
                | "published"
                | "updated"
                | "on"
                | "for"
                | "last"
                | "first"
                | "modified"
                | "is"
                | "in"
                | "with"
                | "at"
                | "from"
                | "to"
                | "via"
                | "share"
                | "follow"
                | "email"
                | "date"
                | "special"
                | "photos"
                | "photo"
        );
        if at > 0
            && (label
                || (stamp::month(bare).is_some()
                    && end < rest.len()
                    && !bare.eq_ignore_ascii_case("may")))
        {
            return at;
        }
        at += word.len();
    }
    end
}

/// Where a label or a month is glued to a name: "Jane `DoePublished`", "Kent `GermanDec`".
fn glued(rest: &str) -> Option<usize> {
    const LABELS: &[&str] = &[
        "Published",
        "Updated",
        "Posted",
        "Twitter",
        "Facebook",
        "Follow",
        "Last ",
        "archive page",
        "Email",
        "Share",
        "Staff",
        "Senior",
        "Contributor",
        "Writer",
        "Reporter",
        "Editor",
    ];
    let bytes = rest.as_bytes();
    (1..bytes.len()).find(|&i| {
        rest.is_char_boundary(i)
            && bytes[i - 1].is_ascii_lowercase()
            && (bytes[i].is_ascii_uppercase() || bytes[i] == b'a')
            && (LABELS.iter().any(|label| rest[i..].starts_with(label))
                || bytes[i] != b'a' && {
                    let word = rest[i..]
                        .split(|c: char| !c.is_ascii_alphabetic())
                        .next()
                        .unwrap_or_default();
                    stamp::month(word).is_some() && rest.len() - i <= word.len() + 2
                })
    })
}

/// The pieces of a list of names: at commas, "and", "&", ";".
fn pieces(rest: &str) -> impl Iterator<Item = &str> {
    rest.split([',', ';', '&'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" AND "))
}

/// Length of the name before a role or an outlet that follows it without a comma.
fn role_cut(piece: &str) -> usize {
    let mut at = 0;
    for word in piece.split_inclusive(char::is_whitespace) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if at > 0 && (is_role(bare) || bare.eq_ignore_ascii_case("The")) {
            return at;
        }
        at += word.len();
    }
    piece.len()
}

/// A name followed by a role on one line ("KO YONG-CHUL Reporter"): the name's length.
pub fn name_and_role(line: &str) -> Option<usize> {
    let mut at = 0;
    for word in line.split_inclusive(char::is_whitespace) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if at > 0 && is_role(bare) {
            let name = line[..at].trim_end_matches(|c: char| {
                c.is_whitespace() || matches!(c, ',' | '|' | '-' | '–')
            });
            let rest = line[at..].split_whitespace().count();
            return (is_name(name) && rest <= 6).then_some(name.len());
        }
        at += word.len();
        if at > 60 {
            break;
        }
    }
    None
}

/// A line that is a name, whatever handle, outlet or repetition stands behind it:
/// "EJ Antoni `@RealEJAntoni`", "Sarah Barnacle \u{a0} Worcester Telegram", "Ann Lee Ann Lee".
pub fn bare_name(line: &str) -> Option<&str> {
    let handle = line.find(['@', '/', '|', '·', '•']);
    let wide = line
        .find(" \u{a0}")
        .or_else(|| line.find("   "))
        .or_else(|| line.find("\u{a0} "));
    let end = [handle, wide]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(line.len());
    let mut name = line[..end].trim();
    let words = name.split_whitespace().count();
    if words.is_multiple_of(2) && words >= 4 {
        // Printed twice, as a picture's text and as a link.
        let half = name.len() / 2;
        if name.is_char_boundary(half) && name[..half].trim() == name[half..].trim() {
            name = name[..half].trim();
        }
    }
    is_name(name).then_some(name)
}

/// What follows the last word for a writer: the name in "NRO contributor Jane Doe".
fn after_role(head: &str) -> Option<&str> {
    let mut at = 0;
    let mut name = None;
    for word in head.split_inclusive([' ', '\u{a0}']) {
        at += word.len();
        if is_role(word.trim()) && at < head.len() {
            name = Some(head[at..].trim());
        }
    }
    name
}

/// Words that say that someone writes for a living.
#[rustfmt::skip]
static WRITES: List = List::words(&[
    "author", "blogger", "columnist", "contributor", "correspondent", "covering", "covers",
    "critic", "editor", "freelancer", "intern", "journalist", "photographer", "podcast",
    "reporter", "reporting", "writer", "writes",
]);

/// The name at the head of a note on the author: "Jane Doe is a senior reporter at …".
pub fn note(line: &str) -> Option<&str> {
    let verbs = [
        " is ",
        " covers ",
        " writes ",
        " was a ",
        " has been ",
        " hails from ",
        " works for ",
    ];
    let bytes = line.as_bytes();
    let verb = |at: usize| match bytes.get(at + 1) {
        Some(b'i' | b'c' | b'w' | b'h') => verbs.iter().any(|verb| line[at..].starts_with(verb)),
        Some(0xa0) => line[at..].starts_with("\u{a0}is a "),
        _ => false,
    };
    let mut at = 0;
    loop {
        let rest = &bytes[at..];
        at += rest.iter().position(|byte| matches!(byte, b' ' | 0xc2))?;
        if verb(at) {
            break;
        }
        at += 1;
    }
    // "Prize-winning journalist Jane Doe writes …": the role may stand before the name.
    let head = line[..at].trim();
    let name = after_role(head).unwrap_or(head);
    let sentence = line[at..].split(['.', ';']).next().unwrap_or_default();
    let writes = runs(sentence).any(|word| WRITES.has(word));
    (writes && is_name(name)).then_some(name)
}
