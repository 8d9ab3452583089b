//! newsboat's `cache.db`: the table `rss_item` (`title`, `author`, `url`, `feedurl`,
//! `pubDate` in Unix seconds, `content`, `content_mime_type`, `deleted`), the names of
//! the feeds from `rss_feed` (`rssurl`, `title`). Read from memory, never written.
//!
//! The columns are those of newsboat's own schema (<https://github.com/newsboat/newsboat>,
//! `src/cache.cpp`); `content_mime_type` came with 2.20, `deleted` is the reader's own bin.

use std::io::Read;

use rusqlite::{Connection, OptionalExtension};

use super::{Draft, fact, marked, markup, names};
use crate::{
    corpus::{Article, Warning},
    temporal::Timestamp,
};

/// Reads the items of a newsboat cache.
pub fn parse(path: &str, bytes: &[u8], warnings: &mut Vec<Warning>) -> Vec<Draft> {
    match read(path, bytes) {
        Ok(Some(drafts)) if drafts.is_empty() => {
            warnings.push(Warning::skipped(path, "the database holds no items"));
            Vec::new()
        }
        Ok(Some(drafts)) => drafts,
        Ok(None) => {
            warnings.push(Warning::skipped(
                path,
                "a database without newsboat's table rss_item",
            ));
            Vec::new()
        }
        Err(error) => {
            warnings.push(Warning::skipped(
                path,
                format!("a database that cannot be read: {error}"),
            ));
            Vec::new()
        }
    }
}

fn read(path: &str, bytes: &[u8]) -> rusqlite::Result<Option<Vec<Draft>>> {
    // A database in write-ahead mode cannot be opened from memory; the mode is in the header.
    let (head, rest) = bytes.split_at(bytes.len().min(20));
    let mut head = head.to_vec();
    for mode in head.iter_mut().skip(18) {
        if *mode == 2 {
            *mode = 1;
        }
    }
    let mut connection = Connection::open_in_memory()?;
    connection.deserialize_read_exact("main", head.as_slice().chain(rest), bytes.len(), true)?;
    connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON;")?;
    let table: Option<String> = connection
        .query_row(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'rss_item'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    if table.is_none() {
        return Ok(None);
    }
    let has = |column: &str| {
        connection.query_row(
            "SELECT count(*) FROM pragma_table_info('rss_item') WHERE name = ?1",
            [column],
            |row| row.get::<_, i64>(0),
        )
    };
    let kind = if has("content_mime_type")? > 0 {
        "i.content_mime_type"
    } else {
        "''"
    };
    let kept = if has("deleted")? > 0 {
        "WHERE i.deleted = 0"
    } else {
        ""
    };
    // Not ordered here: the database would copy every text to sort it, large ones into a file.
    let mut statement = connection.prepare(&format!(
        "SELECT i.title, i.author, i.url, i.pubDate, i.content, f.title, {kind}, i.id \
         FROM rss_item i LEFT JOIN rss_feed f ON f.rssurl = i.feedurl {kept}",
    ))?;
    let mut rows = statement.query([])?;
    let mut drafts = Vec::new();
    while let Some(row) = rows.next()? {
        let words = |i: usize| -> &str {
            let value = row.get_ref(i).ok();
            value
                .and_then(|value| value.as_str().ok())
                .unwrap_or_default()
        };
        let text = if words(6) == "text/plain" {
            words(4).to_owned()
        } else {
            markup::text_of(words(4))
        };
        let mut article = Article::new(path, text);
        article.title = fact(&markup::unescape(words(0)));
        article.authors = names(words(1).split(','));
        article.url = fact(words(2));
        article.outlet = fact(words(5));
        let seconds: i64 = row.get(3).unwrap_or_default();
        article.published = chrono::DateTime::from_timestamp(seconds, 0)
            .filter(|_| seconds > 0)
            .map(|when| {
                marked(Timestamp {
                    date: when.date_naive(),
                    time: Some(when.time()),
                    seconds: true,
                    offset: Some(0),
                })
            });
        if article.title.is_some() || !article.text.is_empty() {
            let id: i64 = row.get(7).unwrap_or_default();
            let draft = Draft::alone(article);
            drafts.push(((seconds, id), draft));
        }
    }
    drafts.sort_by_key(|(order, _)| *order);
    Ok(Some(drafts.into_iter().map(|(_, draft)| draft).collect()))
}
