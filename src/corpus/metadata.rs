//! Title, outlet, author and dates of an article, read from its own text.

use chrono::NaiveDate;

use super::{
    Article, Fact, byline, dating, format,
    layout::{self, Page},
    names, outlet,
};
use crate::text::{Span, split::single_spaced};

/// Fills what the text itself says; facts already known are left alone. Gives the day the
/// page was saved, where that is said: it was published by then.
pub fn read(article: &mut Article, page: &Page) -> Option<NaiveDate> {
    let text = &article.text;
    let title = page.title.map(|i| {
        let span = unmarked(text, unsectioned(text, page.rows[i].line.span));
        Fact::text(plain(&format::unescape(span.of(text))), span)
    });
    let authors = authors(text, page);
    let dates = dating::dates(text, page);
    let (outlet, agency) = outlet::find(text, page);
    article.title = article.title.take().or(title);
    article.authors = article.authors.take().or(authors);
    article.published = article.published.take().or(dates.published);
    article.updated = article.updated.take().or(dates.updated);
    article.outlet = article.outlet.take().or(outlet);
    article.agency = article.agency.take().or(agency);
    dates.saved
}

/// A headline without the mark of a wire's later version: "(LEAD)", "(2nd LD)".
fn unmarked(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let version = line
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(") "))
        .filter(|(mark, _)| {
            let last = mark.rsplit(' ').next().unwrap_or_default();
            matches!(last, "LEAD" | "LD" | "URGENT" | "CORRECTED") && mark.len() <= 16
        });
    match version {
        Some((_, rest)) => Span::new(span.end - rest.trim_start().len(), span.end),
        None => span,
    }
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
    single_spaced(words)
}

/// The rows that can speak about the article at its head: from a little above
/// the headline to where some running text has been read.
pub fn header(page: &Page) -> (usize, usize) {
    let (start, end) = page.body;
    let from = page.title.unwrap_or(start).saturating_sub(10);
    let report = page.dateline.as_ref().map_or(start, |(i, _)| *i);
    let mut words = 0;
    let mut to = start.max(report);
    for row in page.rows.get(to..end).unwrap_or_default() {
        words += if row.prose { row.line.words } else { 0 };
        if words > 160 {
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
        row.line.words <= 5 && line.split_whitespace().any(names::is_role)
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
