//! newsboat's `cache.db`: the table `rss_item` (`title`, `author`, `url`, `feedurl`,
//! `pubDate` in Unix seconds, `content`, `content_mime_type`, `deleted`), the names of
//! the feeds from `rss_feed` (`rssurl`, `title`). Read from memory, never written.
//!
//! The columns are those of newsboat's own schema (<https://github.com/newsboat/newsboat>,
//! `src/cache.cpp`); `content_mime_type` came with 2.20, `deleted` is the reader's own bin.

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
    let mut copy = bytes.to_vec();
    // A database in write-ahead mode cannot be opened from memory; the mode is in the header.
    for at in [18, 19] {
        if copy.get(at) == Some(&2) {
            copy[at] = 1;
        }
    }
    let mut connection = Connection::open_in_memory()?;
    connection.deserialize_read_exact("main", copy.as_slice(), copy.len(), true)?;
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
    let mut statement = connection.prepare(&format!(
        "SELECT i.title, i.author, i.url, i.pubDate, i.content, f.title, {kind} \
         FROM rss_item i LEFT JOIN rss_feed f ON f.rssurl = i.feedurl {kept} ORDER BY i.pubDate, i.id",
    ))?;
    let mut rows = statement.query([])?;
    let mut drafts = Vec::new();
    while let Some(row) = rows.next()? {
        let words = |i: usize| -> String {
            row.get_ref(i)
                .ok()
                .and_then(|value| value.as_str().ok().map(str::to_owned))
                .unwrap_or_default()
        };
        let content = words(4);
        let text = if words(6) == "text/plain" {
            content
        } else {
            markup::text_of(&content)
        };
        let mut article = Article::new(path, text);
        article.title = fact(&markup::unescape(&words(0)));
        article.authors = names(words(1).split(','));
        article.url = fact(&words(2));
        article.outlet = fact(&words(5));
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
            drafts.push(Draft {
                article,
                body_only: true,
                body: None,
            });
        }
    }
    Ok(Some(drafts))
}
