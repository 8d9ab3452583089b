//! Feeds: RSS 0.9–2.0, Atom. (JSON Feed is read with the other JSON.)
//!
//! - RSS 2.0 (<https://www.rssboard.org/rss-specification>): `title`, `link`, else a `guid`
//!   that is an address, `pubDate`, `author` (a mail address with the name in brackets),
//!   `source` (the feed that the item came from: its outlet, where an aggregator passes
//!   items on), `description`;
//! - Dublin Core (<https://www.rssboard.org/rss-profile#namespace-elements-dublin>):
//!   `dc:creator`, `dc:date`, `dc:publisher`; `content:encoded` holds the whole text;
//! - Atom (<https://www.rfc-editor.org/rfc/rfc4287>): `title`, `link rel="alternate"`,
//!   `published`, `updated`, `author` (of the entry, else of its `source`, else of the
//!   feed: section 4.2.1), `source` (section 4.2.11), `content`, else `summary`.

use super::{Draft, MOST, fact, feed_repair, marked, markup, moment, names};
use crate::{
    corpus::{Article, Fact, Warning},
    temporal::Timestamp,
};

/// The deepest nesting of elements that is read: the feed libraries recurse.
const DEPTH: usize = 60;
/// The longest tag that is read, in bytes: attributes are compared with one another.
const TAG: usize = 20_000;

/// Reads a feed; of a truncated one, the items that are whole.
pub fn parse(path: &str, text: &str, warnings: &mut Vec<Warning>) -> Vec<Draft> {
    if let Some(reason) = hostile(text) {
        warnings.push(Warning::skipped(path, reason));
        return Vec::new();
    }
    let atom = text
        .get(..text.find("<feed").map_or(0, |_| 1))
        .is_some_and(|s| !s.is_empty())
        && !text.contains("<rss");
    // The text is decoded already, whatever its declaration says.
    let text = feed_repair::undeclared(text);
    let read = |text: &str| {
        if atom {
            read_atom(path, text)
        } else {
            read_rss(path, text)
        }
    };
    let reason = match read(text) {
        Ok(drafts) => return drafts,
        Err(reason) => reason,
    };
    let escaped = feed_repair::escaped(text);
    if let Ok(drafts) = read(&escaped) {
        return drafts;
    }
    let items = feed_repair::items(&escaped, atom);
    let drafts: Vec<Draft> = items
        .iter()
        .filter_map(|item| read(item).ok())
        .flatten()
        .collect();
    let mut warning = Warning::new(path, format!("not a whole feed: {reason}"));
    warning.skipped = drafts.is_empty();
    warnings.push(warning);
    drafts
}

/// Why a feed is not given to the libraries.
fn hostile(text: &str) -> Option<&'static str> {
    let count = |tag: &str| memchr::memmem::find_iter(text.as_bytes(), tag).count();
    if count("<item") + count("<entry") > MOST {
        return Some("a feed with more items than are read together");
    }
    let mut depth = 0_usize;
    for piece in text.split('<').skip(1) {
        let tag = piece.split('>').next().unwrap_or_default();
        if tag.starts_with("![CDATA[") || tag.starts_with("!--") {
            continue;
        }
        if tag.len() > TAG {
            return Some("a tag of the feed is longer than any feed needs");
        }
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !tag.ends_with('/') && !tag.starts_with(['!', '?']) {
            depth += 1;
        }
        // Tags within CDATA need not close: only sheer depth counts.
        if depth > DEPTH * 50 {
            return Some("the feed is nested too deeply");
        }
    }
    None
}

fn read_rss(path: &str, text: &str) -> Result<Vec<Draft>, String> {
    let channel = rss::Channel::read_from(text.as_bytes()).map_err(|error| error.to_string())?;
    let outlet = fact(channel.title());
    Ok(channel
        .items()
        .iter()
        .filter_map(|item| {
            let html = item
                .content()
                .or_else(|| item.description())
                .unwrap_or_default();
            let dublin = item.dublin_core_ext();
            let mut article = Article::new(path, body(html));
            article.title = item
                .title()
                .and_then(|title| fact(&markup::unescape(title)));
            let address = || item.guid().map(rss::Guid::value);
            article.url = item
                .link()
                .or_else(|| address().filter(|guid| guid.contains("://")))
                .and_then(fact);
            article.outlet = item
                .source()
                .and_then(|source| fact(source.title()?))
                .or_else(|| fact(dublin?.publishers().first()?))
                .or_else(|| outlet.clone());
            article.published = item
                .pub_date()
                .or_else(|| dublin?.dates().first().map(String::as_str))
                .and_then(moment);
            let creators = dublin.map(|dublin| {
                dublin
                    .creators()
                    .iter()
                    .map(String::as_str)
                    .collect::<Vec<_>>()
            });
            article.authors = creators
                .and_then(names)
                .or_else(|| names([mail_name(item.author()?)]));
            finish(article)
        })
        .collect())
}

/// RSS gives an author as "jane@example.org (Jane Doe)".
fn mail_name(author: &str) -> &str {
    match (author.find('('), author.rfind(')')) {
        (Some(open), Some(close)) if open < close => &author[open + 1..close],
        _ => author,
    }
}

fn read_atom(path: &str, text: &str) -> Result<Vec<Draft>, String> {
    let feed =
        atom_syndication::Feed::read_from(text.as_bytes()).map_err(|error| error.to_string())?;
    let outlet = fact(&markup::unescape(feed.title().as_str()));
    Ok(feed
        .entries()
        .iter()
        .filter_map(|entry| {
            let html = entry
                .content()
                .and_then(atom_syndication::Content::value)
                .or_else(|| entry.summary().map(atom_syndication::Text::as_str));
            let mut article = Article::new(path, body(html.unwrap_or_default()));
            article.title = fact(&markup::text_of(entry.title().as_str()));
            article.url = entry
                .links()
                .iter()
                .find(|link| link.rel() == "alternate")
                .or(entry.links().first())
                .and_then(|link| fact(link.href()));
            let source = entry.source();
            article.outlet = source
                .and_then(|source| fact(&markup::unescape(source.title().as_str())))
                .or_else(|| outlet.clone());
            // The library fills a moment that is not there with the beginning of its count.
            let updated = Some(*entry.updated()).filter(|when| when.timestamp() != 0);
            article.published = entry.published().copied().or(updated).map(time);
            article.updated = updated.map(time);
            let people = |list: &[atom_syndication::Person]| {
                names(list.iter().map(atom_syndication::Person::name))
            };
            article.authors = people(entry.authors())
                .or_else(|| people(source?.authors()))
                .or_else(|| people(feed.authors()));
            finish(article)
        })
        .collect())
}

/// What an aggregator passes on: the address inside of its own, the outlet behind the headline.
fn passed_on(article: &mut Article) {
    let inner = article.url.as_ref().and_then(|url| {
        let (host, query) = url.value.split_once('?')?;
        let google = host.contains("://www.google.") && host.ends_with("/url");
        let parts = query.split('&').filter(|_| google);
        let given = parts
            .filter_map(|part| part.split_once('='))
            .find(|(key, value)| matches!(*key, "url" | "q") && value.starts_with("http"))?;
        Some(percent_decoded(given.1))
    });
    let named = article.title.as_ref().and_then(|title| {
        let (head, tail) = title.value.rsplit_once(" - ")?;
        (tail.split_whitespace().count() <= 6).then(|| (head.to_owned(), tail.to_owned()))
    });
    let outlet = article.outlet.as_ref().map(|outlet| outlet.value.as_str());
    let Some((head, tail)) = named.filter(|(_, tail)| inner.is_some() || outlet == Some(tail))
    else {
        if let Some(inner) = inner {
            article.url = fact(&inner);
        }
        return;
    };
    article.title = fact(&head);
    if let Some(inner) = inner {
        article.url = fact(&inner);
        article.outlet = fact(&tail);
    }
}

/// A value of an address as it was before it was put into another.
fn percent_decoded(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = value.get(at + 1..at + 3).filter(|_| byte == b'%');
        let decoded = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        out.push(decoded.unwrap_or(byte));
        at += if decoded.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| value.to_owned())
}

fn time(when: chrono::DateTime<chrono::FixedOffset>) -> Fact<Timestamp> {
    marked(Timestamp {
        date: when.date_naive(),
        time: Some(when.time()),
        seconds: true,
        offset: Some(when.offset().local_minus_utc()),
    })
}

fn body(html: &str) -> String {
    if markup::has_tags(html) || html.contains('&') {
        markup::text_of(html)
    } else {
        html.trim().to_owned()
    }
}

fn finish(mut article: Article) -> Option<Draft> {
    passed_on(&mut article);
    (article.title.is_some() || !article.text.is_empty()).then_some(Draft::alone(article))
}
