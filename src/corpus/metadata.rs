//! Title, outlet, author and dates of an article, read from its own text.

use chrono::NaiveDate;

use super::{
    Article, Fact, Source, byline, caption,
    layout::{self, Page},
    stamp::Stamp,
};
use crate::{temporal::Timestamp, text::Span};

/// Fills what the text itself says; facts already known are left alone.
pub fn read(article: &mut Article, page: &Page) {
    let text = &article.text;
    let title = page.title.map(|i| {
        let span = unsectioned(text, page.rows[i].line.span);
        Fact::text(plain(span.of(text)), span)
    });
    let authors = authors(text, page);
    let (published, updated) = dates(text, page);
    let (outlet, agency) = outlets(text, page);
    article.title = article.title.take().or(title);
    article.authors = article.authors.take().or(authors);
    article.published = article.published.take().or(published);
    article.updated = article.updated.take().or(updated);
    article.outlet = article.outlet.take().or(outlet);
    article.agency = article.agency.take().or(agency);
}

/// A headline without the section or remark set behind it: "… | Editorial", "… [Watch]".
fn unsectioned(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let bar = line
        .rfind(" | ")
        .filter(|&at| line[at + 3..].split_whitespace().count() <= 3);
    let bracket = line.ends_with(']').then(|| line.rfind(" [")).flatten();
    match bar.or(bracket) {
        Some(at) if line[..at].split_whitespace().count() >= 4 => {
            Span::new(span.start, span.start + line[..at].trim_end().len())
        }
        _ => span,
    }
}

/// White space made single.
pub fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows that can speak about the article at its head: from a little above
/// the headline to where some running text has been read.
fn header(page: &Page) -> (usize, usize) {
    let (start, end) = page.body;
    let from = page.title.unwrap_or(start).saturating_sub(10);
    let report = page.dateline.as_ref().map_or(start, |(i, _)| *i);
    let mut words = 0;
    let mut to = start.max(report);
    for row in page.rows.get(to..end).unwrap_or_default() {
        words += if row.prose { row.line.words } else { 0 };
        if words > 130 {
            break;
        }
        to += 1;
    }
    (from, to)
}

fn authors(text: &str, page: &Page) -> Option<Fact<Vec<String>>> {
    let (from, to) = header(page);
    let from = page.title.map_or(from, |title| title.saturating_sub(2));
    let end = page.body.1;
    let foot = end.saturating_sub(3)..(end + 4).min(page.rows.len());
    let head = || from..to;
    let below = || page.title.unwrap_or(from)..to;
    head()
        .find_map(|i| labelled(text, page, i))
        .or_else(|| below().find_map(|i| beside_stamp(text, page, i)))
        .or_else(|| head().find_map(|i| office(text, page, i)))
        .or_else(|| foot.clone().find_map(|i| labelled(text, page, i)))
        .or_else(|| {
            (end.saturating_sub(4)..(end + 12).min(page.rows.len()))
                .find_map(|i| note(text, page, i))
        })
}

/// The author that a label or a role in row `i` names.
fn labelled(text: &str, page: &Page, i: usize) -> Option<Fact<Vec<String>>> {
    let row = page.rows.get(i)?;
    let line = row.line.span;
    if row.line.words > 30 || row.prose && row.line.words > 14 && row.stamps.is_empty() {
        return None;
    }
    if let Some(found) = byline::by(text, line) {
        return Some(Fact::text(found.names, found.span));
    }
    if byline::label(line.of(text)) {
        let next = page.rows.get(i + 1)?;
        if next.line.words <= 12 {
            let found = byline::names(next.line.span.of(text), next.line.span.start, false)?;
            return Some(Fact::text(found.names, found.span));
        }
    }
    if row.prose {
        return None;
    }
    let length = byline::name_and_role(line.of(text))?;
    Some(named(text, Span::new(line.start, line.start + length)))
}

fn named(text: &str, span: Span) -> Fact<Vec<String>> {
    Fact::text(vec![plain(span.of(text))], span)
}

/// A name beside a date stamp: on its line ("Jane Doe | May 3, 2023"), or on a
/// line of its own next to it, or printed twice in a row below the headline.
fn beside_stamp(text: &str, page: &Page, i: usize) -> Option<Fact<Vec<String>>> {
    let row = page.rows.get(i)?;
    let line = row.line.span;
    if row.line.words > 16
        || row.prose
        || row.noise.is_some()
        || page.title == Some(i)
        || row.credit
    {
        return None;
    }
    if let Some(stamp) = row.stamps.first() {
        let head = Span::new(line.start, stamp.span.start).of(text);
        let found = byline::names(head, line.start, false).filter(|found| {
            // Nothing but separators and labels between the name and the stamp.
            head[found.span.end - line.start..]
                .split_whitespace()
                .count()
                <= 3
        })?;
        return Some(Fact::text(found.names, found.span));
    }
    let name = byline::bare_name(line.of(text))?;
    let start = line.start + line.of(text).find(name)?;
    let span = Span::new(start, start + name.len());
    let near = |at: Option<usize>| at.and_then(|at| page.rows.get(at));
    let stamped = |row: Option<&layout::Row>| {
        row.is_some_and(|row| !row.stamps.is_empty() && row.line.words <= 16 && !row.line.bullet)
    };
    let role = near(Some(i + 1)).is_some_and(|row| {
        let line = row.line.span.of(text);
        row.line.words <= 5 && line.split_whitespace().any(byline::is_role)
    });
    let twice = near(Some(i + 1)).is_some_and(|row| row.line.span.of(text).starts_with(name));
    let outlet = name.len() < line.of(text).trim_end().len();
    let below = page.title.is_some_and(|title| i > title && i <= title + 8);
    let dated = stamped(near(Some(i + 1)))
        || stamped(near(Some(i + 2)))
        || below && stamped(near(i.checked_sub(1)));
    (dated || below && (role || twice || outlet)).then(|| named(text, span))
}

/// An office that an explicit "By" names.
fn office(text: &str, page: &Page, i: usize) -> Option<Fact<Vec<String>>> {
    let row = page.rows.get(i)?;
    if row.prose || row.line.words > 10 || row.line.bullet {
        return None;
    }
    let found = byline::by_office(text, row.line.span)?;
    Some(Fact::text(found.names, found.span))
}

/// A note on the author below the article.
fn note(text: &str, page: &Page, i: usize) -> Option<Fact<Vec<String>>> {
    let line = page.rows.get(i)?.line.span;
    let name = byline::note(line.of(text))?;
    let start = line.start + line.of(text).find(name)?;
    Some(named(text, Span::new(start, start + name.len())))
}

/// What the words before a stamp say it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Published,
    Updated,
    Silent,
    /// Another article's, a picture's, an event's.
    Foreign,
}

type Stamped = Option<Fact<Timestamp>>;

fn dates(text: &str, page: &Page) -> (Stamped, Stamped) {
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
                (Cue::Foreign, _) => continue,
                (Cue::Published | Cue::Updated, true) => 20 - i32::from(above) * 4,
                (Cue::Published | Cue::Updated, false) => 8 - i32::from(i > page.body.1 + 6) * 3,
                (Cue::Silent, true) => {
                    14 - i32::from(above) * 6
                        - i32::from(row.line.bullet) * 3
                        - i32::from(row.line.words > 14) * 4
                }
                (Cue::Silent, false) => continue,
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
        .or_else(|| best(Cue::Silent))
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
    for stamp in stamps().filter(|s| s.other.is_none()).filter(numeric) {
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
    {
        if let Some(above) = i.checked_sub(1).map(|i| &page.rows[i])
            && above.line.words <= 4
        {
            before = above.line.span.of(text).to_lowercase();
        }
    }
    let has = |word: &str| before.contains(word);
    if has("updated") || has("modified") || has("revised") || has("last edited") {
        Cue::Updated
    } else if has("publish")
        || has("posted")
        || has("created")
        || has("date:")
        || has("issued")
        || has("released")
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
    {
        Cue::Foreign
    } else if before.split_whitespace().count() > 7 {
        Cue::Foreign
    } else {
        Cue::Silent
    }
}

/// The outlet and the agency, as far as the text names them.
fn outlets(text: &str, page: &Page) -> (Option<Fact<String>>, Option<Fact<String>>) {
    let mark = page
        .dateline
        .as_ref()
        .and_then(|(_, d)| d.agency)
        .map(|span| Fact::text(plain(span.of(text)), span));
    let foot = page
        .rows
        .get(page.body.1.saturating_sub(2)..(page.body.1 + 3).min(page.rows.len()))
        .unwrap_or_default();
    let signed = foot.iter().find_map(|row| {
        let line = row.line.span.of(text);
        let name = layout::signature(line)?;
        let short =
            name.chars().all(char::is_uppercase) && name.len() <= 6 || caption::is_wire(name);
        let start = row.line.span.start + line.rfind(name)?;
        short.then(|| Fact::text(name.to_owned(), Span::new(start, start + name.len())))
    });
    match mark {
        // A wire's report may stand on any site; another mark is the site's own.
        Some(mark) if caption::is_wire(&mark.value) => (None, Some(mark)),
        mark => (mark, signed),
    }
}

/// The year that makes `month` and `day` the day of publication, and why, where something decides it.
pub fn year_of(
    text: &str,
    page: &Page,
    month: u32,
    day: u32,
    hint: &YearHint,
) -> Option<(NaiveDate, String)> {
    // Full dates in the text close by.
    let named = page
        .rows
        .iter()
        .flat_map(|row| &row.stamps)
        .filter(|s| s.other.is_none())
        .find_map(|s| {
            nearest(s.when.date, month, day, 45)
                .map(|date| (date, format!("year of “{}” in the text", s.span.of(text))))
        });
    named
        .or_else(|| {
            hint.mates.iter().find_map(|&(mate, ref path)| {
                nearest(mate, month, day, 30)
                    .map(|date| (date, format!("year of {path}, dated {mate}")))
            })
        })
        .or_else(|| {
            let modified = hint.modified?;
            let date = nearest(modified, month, day, 7).filter(|date| *date <= modified)?;
            Some((date, format!("year of the file, changed {modified}")))
        })
}

/// What stands around an article that may tell its year.
#[derive(Clone, Debug, Default)]
pub struct YearHint {
    /// The days of publication of other articles in its folder, with their paths.
    pub mates: Vec<(NaiveDate, String)>,
    /// The day the file was changed.
    pub modified: Option<NaiveDate>,
}

/// The `month`-`day` closest to `near`, where it lies within `reach` days.
fn nearest(near: NaiveDate, month: u32, day: u32, reach: i64) -> Option<NaiveDate> {
    use chrono::Datelike;
    (near.year() - 1..=near.year() + 1)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| (*date - near).num_days().abs() <= reach)
}
