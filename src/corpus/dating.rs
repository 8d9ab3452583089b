//! When an article was published: the stamps of a page, which is whose, and in what
//! order days and months stand. (The year of a day without one: [`super::year`].)

use super::{Fact, Source, layout::Page, metadata::header, stamp::Stamp};
use crate::{temporal::Timestamp, text::Span};

/// What the words before a stamp say it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Published,
    Updated,
    Silent,
    /// Another article's, a picture's, an event's.
    Foreign,
}

/// A moment read from the page, if any.
type Stamped = Option<Fact<Timestamp>>;

/// When the article was published and updated, as the page shows it.
pub fn dates(text: &str, page: &Page) -> (Stamped, Stamped) {
    let (from, to) = header(page);
    let order = day_order(text, page);
    let mut found: Vec<(i32, Cue, Stamp)> = Vec::new();
    for (i, row) in page.rows.iter().enumerate() {
        if row.stamps.is_empty() || row.prose && row.line.words > 25 {
            continue;
        }
        let inside = (from..to).contains(&i);
        let foot = i >= page.body.1 && i < page.body.1 + 20;
        if !inside && !foot || row.credit {
            continue;
        }
        for (n, stamp) in row.stamps.iter().enumerate() {
            let cue = cue(text, page, i, n);
            let Some(stamp) = ordered(*stamp, order) else {
                continue;
            };
            // Above the headline stand mastheads with today's date.
            let above = page.title.is_some_and(|title| i < title);
            let score = match (cue, inside) {
                (Cue::Published | Cue::Updated, true) => 20 - i32::from(above) * 4,
                (Cue::Published | Cue::Updated, false) => 8 - i32::from(i > page.body.1 + 6) * 3,
                // A sentence that names a day speaks of what happened on it.
                (Cue::Silent, true) if sentence(row, text) => continue,
                (Cue::Silent, true) => {
                    14 - i32::from(above) * 6
                        - i32::from(row.line.bullet) * 3
                        - i32::from(row.line.words > 14) * 4
                }
                (Cue::Foreign, _) | (Cue::Silent, false) => continue,
            };
            found.push((score, cue, stamp));
        }
    }
    let best = |cue: Cue| {
        found
            .iter()
            .filter(|(_, c, _)| *c == cue)
            .max_by_key(|(score, _, stamp)| (*score, std::cmp::Reverse(stamp.span.start)))
            .map(|(.., stamp)| Fact::text(stamp.when, stamp.span))
    };
    let mut updated = best(Cue::Updated);
    let published = best(Cue::Published)
        .or_else(|| best(Cue::Silent).filter(|_| !contested(&found)))
        .or_else(|| {
            let (_, dateline) = page.dateline.as_ref()?;
            let (date, span) = dateline.date?;
            Some(Fact::text(Timestamp::day(date), span))
        });
    if updated.is_none()
        && let Some(first) = &published
    {
        // Two stamps side by side without words: the second is the revision.
        updated = found
            .iter()
            .filter(|(_, cue, stamp)| {
                *cue == Cue::Silent
                    && Some(stamp.span) > first.span
                    && stamp.when.date >= first.value.date
            })
            .find(|(.., stamp)| first.span.is_some_and(|s| stamp.span.start - s.end < 4))
            .map(|(.., stamp)| Fact::text(stamp.when, stamp.span));
    }
    let published = published.or_else(|| {
        updated.clone().map(|fact| Fact {
            source: Source::Inferred,
            reason: Some("the page shows only when it was updated".to_owned()),
            ..fact
        })
    });
    (published, updated)
}

/// Whether the row is a sentence rather than a line that a template printed.
fn sentence(row: &super::layout::Row, text: &str) -> bool {
    let line = row.line.span.of(text);
    row.prose && row.closed && !line.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the best of the stamps without words, two apart from each other, name
/// different days: nothing then says which is the article's.
fn contested(found: &[(i32, Cue, Stamp)]) -> bool {
    let silent = || found.iter().filter(|(_, cue, _)| *cue == Cue::Silent);
    let Some(top) = silent().map(|(score, ..)| *score).max() else {
        return false;
    };
    let mut best = silent().filter(|(score, ..)| *score == top);
    let Some((.., first)) = best.next() else {
        return false;
    };
    best.any(|(.., other)| {
        other.when.date != first.when.date && other.span.start.abs_diff(first.span.end) >= 4
    })
}

/// How a page writes "03/04/2025", where something on it shows that.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
}

/// The order of days and months on the page: from stamps that can be read one
/// way only, from a zone beside one, from the spelling of the text.
fn day_order(text: &str, page: &Page) -> Option<Order> {
    let stamps = || page.rows.iter().flat_map(|row| &row.stamps);
    if stamps().all(|s| s.other.is_none()) {
        return None;
    }
    let numeric = |s: &&Stamp| {
        s.span
            .of(text)
            .as_bytes()
            .get(1..3)
            .is_some_and(|b| b.contains(&b'/') || b.contains(&b'-'))
    };
    if let Some(stamp) = stamps().filter(|s| s.other.is_none()).find(numeric) {
        let first: u32 = stamp
            .span
            .of(text)
            .split(['/', '-'])
            .next()?
            .parse()
            .unwrap_or(0);
        return Some(if first > 12 {
            Order::DayFirst
        } else {
            Order::MonthFirst
        });
    }
    // The same day written out elsewhere on the page.
    for stamp in stamps() {
        let Some(other) = stamp.other else { continue };
        for written in stamps().filter(|s| s.other.is_none()) {
            if written.when.date == stamp.when.date {
                return Some(Order::MonthFirst);
            }
            if written.when.date == other {
                return Some(Order::DayFirst);
            }
        }
    }
    for stamp in stamps().filter(|s| s.other.is_some()) {
        let tail = text.get(stamp.span.start..).unwrap_or_default();
        let tail: String = tail.chars().take(40).collect();
        if ["GMT", "BST", "IST", "CET"]
            .iter()
            .any(|zone| tail.contains(zone))
        {
            return Some(Order::DayFirst);
        }
        if ["EST", "EDT", "PST", "PDT", " ET", " PT", "CST", "CDT"]
            .iter()
            .any(|zone| tail.contains(zone))
        {
            return Some(Order::MonthFirst);
        }
    }
    spelling(text)
}

/// Britain's spelling puts the day first, America's the month.
fn spelling(text: &str) -> Option<Order> {
    const BRITISH: &[&str] = &[
        "colour",
        "favour",
        "labour",
        "centre",
        "defence",
        "programme",
        "organis",
        "realis",
        "recognis",
        "travell",
        "neighbour",
        "behaviour",
        "£",
        "whilst",
    ];
    const AMERICAN: &[&str] = &[
        "color", "favor", "labor", "center", "defense", "program ", "organiz", "realiz",
        "recogniz", "travele", "neighbor", "behavior", "$", "gotten",
    ];
    let count = |words: &[&str]| {
        words
            .iter()
            .map(|word| memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()).count())
            .sum::<usize>()
    };
    let (british, american) = (count(BRITISH), count(AMERICAN));
    if british >= 2 && british > american * 2 {
        Some(Order::DayFirst)
    } else if american >= 2 && american > british * 2 {
        Some(Order::MonthFirst)
    } else {
        None
    }
}

/// The stamp read in the page's order; `None` where two readings stay open.
fn ordered(stamp: Stamp, order: Option<Order>) -> Option<Stamp> {
    let Some(other) = stamp.other else {
        return Some(stamp);
    };
    let mut read = Stamp {
        other: None,
        ..stamp
    };
    if order? == Order::DayFirst {
        read.when.date = other;
    }
    Some(read)
}

/// What the words before the `n`-th stamp of row `i` say of it.
fn cue(text: &str, page: &Page, i: usize, n: usize) -> Cue {
    let row = &page.rows[i];
    let stamp = &row.stamps[n];
    let from = if n == 0 {
        row.line.span.start
    } else {
        row.stamps[n - 1].span.end
    };
    let mut before = Span::new(from, stamp.span.start).of(text).to_lowercase();
    if before
        .trim_matches(|c: char| !c.is_alphanumeric())
        .is_empty()
        && n == 0
        && let Some(above) = i.checked_sub(1).map(|i| &page.rows[i])
        && above.line.words <= 4
    {
        before = above.line.span.of(text).to_lowercase();
    }
    let has = |word: &str| before.contains(word);
    // 수정: changed; 입력, 등록, 송고, 발행: entered, filed, sent, issued.
    if has("updated") || has("수정") || has("modified") || has("revised") || has("last edited") {
        Cue::Updated
    } else if has("publish")
        || has("posted")
        || has("created")
        || has("date:")
        || has("issued")
        || has("released")
        || ["입력", "등록", "송고", "발행"]
            .iter()
            .any(|word| has(word))
    {
        Cue::Published
    } else if has("photo")
        || has("taken")
        || has("©")
        || has("copyright")
        || has("file")
        || has("expires")
        || has("joined")
        || has("until")
        || has("since")
        || has("version")
        // The signature of an embedded post: "— Name (@name) June 3, 2025".
        || has("(@")
        || before.split_whitespace().count() > 7
    {
        Cue::Foreign
    } else {
        Cue::Silent
    }
}
