//! The place and date at the head of a report: "SEOUL, June 26 (AJP) -".

use chrono::NaiveDate;

use super::{byline, stamp};
use crate::text::Span;

/// The parts of a dateline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// From the place to the agency, without the dash.
    pub span: Span,
    /// Where the report itself begins; the end of the line where the dateline stands alone.
    pub report: usize,
    /// The place.
    pub place: Option<Span>,
    /// Month, day and the words, where the date has no year.
    pub day: Option<(u32, u32, Span)>,
    /// The date, where it has a year.
    pub date: Option<(NaiveDate, Span)>,
    /// The agency in brackets.
    pub agency: Option<Span>,
}

/// The longest head, in bytes, that can be a dateline.
const LONGEST: usize = 90;

/// The dateline at the head of `line`, a range of `text`.
pub fn read(text: &str, line: Span) -> Option<Dateline> {
    let raw = line.of(text);
    if !raw.starts_with(|c: char| c.is_uppercase() || c == '(') {
        return None;
    }
    let (head, report, colon) = cut(raw)?;
    let alone = report == raw.len();
    let mut found = Dateline {
        span: Span::new(line.start, line.start + head.trim_end().len()),
        report: line.start + report,
        place: None,
        day: None,
        date: None,
        agency: None,
    };
    let mut place = head.trim_end();
    if place.ends_with(')') {
        let open = place.rfind('(')?;
        let inner = Span::new(open + 1, place.len() - 1);
        let at = Span::new(line.start + inner.start, line.start + inner.end);
        let dates = stamp::scan(place, inner);
        if let Some(date) = dates
            .first()
            .filter(|date| date.other.is_none() && date.span == inner)
        {
            // "RIVERTON, N.J. (July 11, 2023) -"
            found.date = Some((date.when.date, at));
        } else if is_agency(inner.of(place)) {
            found.agency = Some(at);
        } else {
            return None;
        }
        place = place[..open].trim_end();
        // "Nairobi (Kenya) (AFP) -"
        if place.ends_with(')')
            && let Some(open) = place.rfind('(')
            && is_place(&place[open + 1..place.len() - 1], true)
        {
            place = place[..open].trim_end();
        }
    }
    place = split_date(place, line.start, &mut found).trim_end_matches([',', ' ', '\u{a0}', '.']);
    let dated = found.day.is_some() || found.date.is_some();
    // "VILNIUS, Tuesday, July 11", "Tuesday, July 11": the weekday is no place.
    let last = place
        .rsplit([' ', ',', '\u{a0}'])
        .next()
        .map_or(0, str::len);
    let last = place.len() - last;
    let weekday = dated && is_day(&place[last..]);
    if weekday {
        place = place[..last].trim_end_matches([',', ' ', '\u{a0}']);
    }
    if place.is_empty() && weekday {
        return Some(found);
    }
    if place.is_empty() {
        // "(KRON) —"
        return (found.agency.is_some() && !dated && !alone).then_some(found);
    }
    if !is_place(place, dated || found.agency.is_some())
        || (colon || alone) && !dated && found.agency.is_none()
    {
        return None;
    }
    if alone && !dated {
        return None;
    }
    found.place = Some(Span::new(line.start, line.start + place.len()));
    Some(found)
}

/// The head of `raw`, where the report begins, and whether a colon parts them.
fn cut(raw: &str) -> Option<(&str, usize, bool)> {
    let mut limit = raw.len().min(LONGEST);
    while !raw.is_char_boundary(limit) {
        limit -= 1;
    }
    let window = &raw[..limit];
    let mut depth = 0_i32;
    for (i, c) in window.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '-' | '—' | '–' | '―' | ':' => {}
            _ => continue,
        }
        if depth > 0 {
            continue;
        }
        let rest = &raw[i..];
        let spaced = raw[..i].ends_with([' ', '\u{a0}', ')']);
        let length = if rest.starts_with("--") || rest.starts_with("- -") {
            rest.bytes()
                .take_while(|b| matches!(b, b'-' | b' '))
                .count()
        } else if matches!(c, '—' | '–' | '―') {
            c.len_utf8()
        } else if (c == '-' && spaced || c == ':') && rest[1..].starts_with([' ', '\u{a0}']) {
            1
        } else {
            continue;
        };
        let tail = &rest[length..];
        let report = i + length + (tail.len() - tail.trim_start().len());
        return (i > 0 && report < raw.len()).then_some((&raw[..i], report, c == ':'));
    }
    (raw.len() <= 60).then_some((raw, raw.len(), false))
}

/// Takes the date off the end of a dateline's head; gives what is left.
fn split_date<'a>(head: &'a str, start: usize, found: &mut Dateline) -> &'a str {
    let range = Span::new(0, head.len());
    if let Some(full) = stamp::scan(head, range)
        .into_iter()
        .find(|s| s.span.end + 1 >= head.len())
    {
        found.date = Some((
            full.when.date,
            Span::new(start + full.span.start, start + full.span.end),
        ));
        return &head[..full.span.start];
    }
    // Only the last comma can part the place from the date.
    if let Some(comma) = head.rfind([',', '·']) {
        let tail = head[comma..].trim_start_matches([',', '·', ' ', '\u{a0}']);
        let at = head.len() - tail.len();
        if let Some((month, day, length)) = stamp::month_day(tail)
            && length == tail.len()
        {
            found.day = Some((month, day, Span::new(start + at, start + head.len())));
            return &head[..comma];
        }
    }
    // "SEOUL Aug. 20"
    for (i, _) in head.match_indices(' ') {
        let tail = &head[i + 1..];
        if let Some((month, day, length)) = stamp::month_day(tail)
            && length == tail.len()
        {
            found.day = Some((month, day, Span::new(start + i + 1, start + head.len())));
            return &head[..i];
        }
    }
    head
}

/// Agencies sign with a short name: "AP", "Yonhap", "Thomson Reuters Foundation".
fn is_agency(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=4).contains(&words)
        && name.len() <= 40
        && name.starts_with(char::is_uppercase)
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '/' | '-' | '&' | '\''))
        && name.chars().filter(char::is_ascii_digit).count() <= 1
        && !matches!(name, "Reuters File" | "Left" | "Right")
}

/// Whether `place` can be one: words of capitals, or capitalised words where a
/// date or an agency stands beside it.
fn is_place(place: &str, vouched: bool) -> bool {
    let words: Vec<&str> = place
        .split([' ', ',', '/', '\u{a0}'])
        .filter(|w| !w.is_empty())
        .collect();
    if words.is_empty() || words.len() > 7 {
        return false;
    }
    let letters = |w: &str| {
        w.chars()
            .all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'))
    };
    if !words.iter().all(|w| letters(w)) {
        return false;
    }
    let shouted = |w: &&str| {
        w.chars().filter(|c| c.is_alphabetic()).count() >= 2 && w.chars().all(|c| !c.is_lowercase())
    };
    let first = words[0];
    if super::lines::is_small(first) && !shouted(&first)
        || byline::label(first)
        || is_day(first)
        || stamp::month(first).is_some() && first != "MARCH"
    {
        return false;
    }
    if shouted(&first) {
        // "BATTLE CREEK", "VILNIUS, Lithuania": what follows the city may be in lower case.
        let headline_words = matches!(
            first,
            "BREAKING"
                | "UPDATE"
                | "UPDATED"
                | "WATCH"
                | "VIDEO"
                | "EXCLUSIVE"
                | "OPINION"
                | "EDITORIAL"
                | "LIVE"
                | "NOTE"
                | "PHOTOS"
                | "RELATED"
                | "READ"
                | "MORE"
                | "WARNING"
                | "NEW"
                | "ANALYSIS"
                | "Q"
                | "A"
                | "TV"
                | "US"
                | "FILE"
                | "PUBLISHED"
                | "POSTED"
        );
        return !headline_words
            || first == "NEW"
                && words.len() > 1
                && matches!(
                    words[1],
                    "YORK" | "DELHI" | "ORLEANS" | "HAVEN" | "JERSEY" | "BRUNSWICK"
                );
    }
    vouched
        && words.len() <= 5
        && words.iter().all(|w| {
            w.starts_with(char::is_uppercase) || matches!(*w, "de" | "of" | "the" | "la" | "del")
        })
        && !matches!(
            first,
            "Published" | "Updated" | "Posted" | "Last" | "First" | "Photo" | "File" | "Image"
        )
}

/// Whether `word` is the name of a weekday.
fn is_day(word: &str) -> bool {
    let lower = word.trim_end_matches('.').to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thur"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
    )
}
