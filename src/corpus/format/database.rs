//! newsboat's `cache.db`: the table `rss_item` (`title`, `author`, `url`, `feedurl`,
//! `pubDate` in Unix seconds, `content`, `content_mime_type`, `deleted`), the names of
//! the feeds from `rss_feed` (`rssurl`, `title`). Read from memory, never written.
//!
//! The columns are those of newsboat's own schema (<https://github.com/newsboat/newsboat>,
//! `src/cache.cpp`); `content_mime_type` came with 2.20, `deleted` is the reader's own bin.
//!
//! A database holds a language, so a stranger's may do more than lie there
//! (<https://www.sqlite.org/security.html>). Only rows are read that stand in the file:
//! tables and columns that are stored, one after the other, without a function, a view or a
//! sorting. The engine counts its steps and gives up where they are more than a file of this
//! size can need; so does the reader where the rows hold more than the file does.

use std::{collections::HashMap, io::Read};

use rusqlite::{
    Connection, Row,
    config::DbConfig,
    hooks::{AuthAction, Authorization},
    limits::Limit,
};

use super::{Draft, fact, marked, markup, names};
use crate::{
    corpus::{Article, Warning, stamp},
    temporal::Timestamp,
};

/// The longest row, in bytes. A field that lies in the file as it is is no longer than the file.
const LONGEST: usize = 16 << 20;

/// What the engine may keep of the pages that it read, in KiB.
///
/// Beside the file it then holds these pages and one row, and nothing of what it read before:
/// 2 MiB, and twice 16 MiB where letters are written anew in UTF-8.
const PAGES: usize = 2 << 10;

/// The steps that any database may take, however small.
const STEPS: usize = 1_000_000;

/// So many steps are taken between two looks at the count.
const STRIDE: i32 = 1_000;

/// The most feeds and items that are read.
const MOST: usize = 1_000_000;

/// Why a database gives nothing.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("a database without newsboat's table rss_item")]
    Foreign,
    #[error("a database whose {0} is computed, not stored")]
    Computed(&'static str),
    #[error("a database that holds more than its size allows")]
    Grown,
    #[error("a database that cannot be read: {0}")]
    Engine(#[from] rusqlite::Error),
}

/// Reads the items of a newsboat cache.
pub fn parse(path: &str, bytes: &[u8], warnings: &mut Vec<Warning>) -> Vec<Draft> {
    let mut found = Vec::new();
    let outcome = read(path, bytes, &mut found);
    found.sort_by_key(|(order, _)| *order);
    let drafts: Vec<Draft> = found.into_iter().map(|(_, draft)| draft).collect();
    match outcome {
        Ok(()) if drafts.is_empty() => {
            warnings.push(Warning::skipped(path, "the database holds no items"));
        }
        Ok(()) => {}
        Err(fault) if drafts.is_empty() => {
            warnings.push(Warning::skipped(path, fault.to_string()));
        }
        Err(fault) => {
            let reason = format!("{fault}; the items before that were read");
            warnings.push(Warning::new(path, reason));
        }
    }
    drafts
}

/// An item with what the order goes by: its time and its number.
type Item = ((i64, i64), Draft);

fn read(path: &str, bytes: &[u8], found: &mut Vec<Item>) -> Result<(), Fault> {
    let connection = open(bytes)?;
    let item = Columns::of(&connection, "rss_item")?.ok_or(Fault::Foreign)?;
    // What a row holds stands in the file; in UTF-16 letters may take less room there.
    let mut room = 2 * bytes.len();
    let feeds = feeds(&connection, &mut room)?;
    let fields = [
        item.column("title")?,
        item.column("author")?,
        item.column("url")?,
        item.column("feedurl")?,
        item.column("pubDate")?,
        item.column("content")?,
        item.column("id")?,
        item.column_or("content_mime_type", "''"),
        item.column_or("deleted", "0"),
    ];
    let query = format!("SELECT {} FROM rss_item NOT INDEXED", fields.join(", "));
    let mut statement = connection.prepare(&query)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let used = (0..fields.len()).map(|i| words(row, i).len() + 8).sum();
        room = room.checked_sub(used).ok_or(Fault::Grown)?;
        if number(row, 8) == 0
            && let Some(draft) = draft(path, row, &feeds)
        {
            found.push(((number(row, 4), number(row, 6)), draft));
        }
        if found.len() >= MOST {
            return Err(Fault::Grown);
        }
    }
    Ok(())
}

/// Opens a database of which nothing but stored rows can be had.
fn open(bytes: &[u8]) -> rusqlite::Result<Connection> {
    // A database in write-ahead mode cannot be opened from memory; the mode is in the header.
    let (head, rest) = bytes.split_at(bytes.len().min(20));
    let mut head = head.to_vec();
    for mode in head.iter_mut().skip(18) {
        if *mode == 2 {
            *mode = 1;
        }
    }
    let mut connection = Connection::open_in_memory()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, longest(bytes.len())),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 256),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 16),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 2),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, most)?;
    }
    connection.execute_batch(&format!(
        "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA cache_size = -{PAGES};"
    ))?;
    // A row takes about twenty steps and, with its place in a page, ten bytes at least.
    let mut steps = STEPS + 4 * bytes.len();
    let count = move || {
        steps = steps.saturating_sub(STRIDE as usize);
        steps == 0
    };
    connection.progress_handler(STRIDE, Some(count))?;
    connection.deserialize_read_exact("main", head.as_slice().chain(rest), bytes.len(), true)?;
    connection.execute_batch("PRAGMA query_only = ON;")?;
    connection.authorizer(Some(
        |context: rusqlite::hooks::AuthContext<'_>| match context.action {
            AuthAction::Select
            | AuthAction::Read { .. }
            | AuthAction::Pragma {
                pragma_name: "table_list" | "table_xinfo",
                ..
            } => Authorization::Allow,
            _ => Authorization::Deny,
        },
    ))?;
    Ok(connection)
}

/// The longest row of a database of so many bytes: what stands in the file, in UTF-16 as in
/// UTF-8, and enough for the statements that read a small one.
fn longest(bytes: usize) -> i32 {
    (2 * bytes).clamp(1 << 20, LONGEST) as i32
}

/// The columns of a table, and whether each is stored.
struct Columns(HashMap<String, bool>);

impl Columns {
    /// The columns of `table`, where it is one that is stored.
    fn of(connection: &Connection, table: &'static str) -> Result<Option<Self>, Fault> {
        let mut kind = None;
        connection.pragma(None, "table_list", table, |row| {
            kind = Some(words(row, 2).to_owned());
            Ok(())
        })?;
        match kind.as_deref() {
            None => return Ok(None),
            Some("table") => {}
            Some(_) => return Err(Fault::Computed(table)),
        }
        let mut columns = HashMap::new();
        connection.pragma(None, "table_xinfo", table, |row| {
            // Hidden and generated columns have another number here than 0.
            columns.insert(words(row, 1).to_lowercase(), number(row, 6) == 0);
            Ok(())
        })?;
        Ok(Some(Self(columns)))
    }

    /// The name of a column that has to be there.
    fn column(&self, name: &'static str) -> Result<&'static str, Fault> {
        match self.0.get(&name.to_lowercase()) {
            None => Err(Fault::Foreign),
            Some(false) => Err(Fault::Computed(name)),
            Some(true) => Ok(name),
        }
    }

    /// The name of a column that older versions do not have, or what stands for it.
    fn column_or(&self, name: &'static str, other: &'static str) -> &'static str {
        if self.0.get(name) == Some(&true) {
            name
        } else {
            other
        }
    }
}

/// The names of the feeds by their addresses.
fn feeds(connection: &Connection, room: &mut usize) -> Result<HashMap<String, String>, Fault> {
    let mut feeds = HashMap::new();
    let Some(feed) = Columns::of(connection, "rss_feed")? else {
        return Ok(feeds);
    };
    let (address, title) = (feed.column("rssurl")?, feed.column("title")?);
    let query = format!("SELECT {address}, {title} FROM rss_feed NOT INDEXED");
    let mut statement = connection.prepare(&query)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (address, title) = (words(row, 0), words(row, 1));
        let used = address.len() + title.len() + 8;
        *room = room.checked_sub(used).ok_or(Fault::Grown)?;
        feeds.insert(address.to_owned(), title.to_owned());
        if feeds.len() >= MOST {
            return Err(Fault::Grown);
        }
    }
    Ok(feeds)
}

/// A text of a row; empty where it is something else.
fn words<'r>(row: &'r Row<'_>, i: usize) -> &'r str {
    let value = row.get_ref(i).ok();
    value
        .and_then(|value| value.as_str().ok())
        .unwrap_or_default()
}

/// A number of a row; 0 where it is something else.
fn number(row: &Row<'_>, i: usize) -> i64 {
    row.get(i).unwrap_or_default()
}

/// A row of `rss_item` as an article.
fn draft(path: &str, row: &Row<'_>, feeds: &HashMap<String, String>) -> Option<Draft> {
    let text = if words(row, 7) == "text/plain" {
        words(row, 5).to_owned()
    } else {
        markup::text_of(words(row, 5))
    };
    let mut article = Article::new(path, text);
    article.title = fact(&markup::unescape(words(row, 0)));
    article.authors = names(words(row, 1).split(','));
    article.url = fact(words(row, 2));
    let feed = feeds.get(words(row, 3));
    article.outlet = feed.and_then(|title| fact(title));
    let seconds = number(row, 4);
    let when = stamp::unix(seconds).filter(|_| seconds > 0);
    article.published = when.map(|when: Timestamp| marked(when));
    (article.title.is_some() || !article.text.is_empty()).then_some(Draft::alone(article))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::open;

    fn database(statements: &str) -> Vec<u8> {
        let mut database = Connection::open_in_memory().unwrap();
        database.execute_batch(statements).unwrap();
        database.serialize("main").unwrap().to_vec()
    }

    /// Whether the engine runs a query to its end.
    fn ends(bytes: &[u8], query: &str) -> rusqlite::Result<usize> {
        let connection = open(bytes)?;
        let mut statement = connection.prepare(query)?;
        let mut rows = statement.query([])?;
        let mut n = 0;
        while rows.next()?.is_some() {
            n += 1;
        }
        Ok(n)
    }

    const ROWS: &str = "CREATE TABLE t (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL \
                        SELECT i + 1 FROM n) INSERT INTO t SELECT i FROM n LIMIT 200;";

    #[test]
    fn the_engine_gives_up_after_its_steps() {
        let bytes = database(ROWS);
        assert_eq!(ends(&bytes, "SELECT a FROM t"), Ok(200));
        // Eight million pairs of pairs, none of which is a row.
        let fault = ends(
            &bytes,
            "SELECT t.a FROM t, t u, t v WHERE t.a + u.a + v.a < 0",
        );
        let code = fault.unwrap_err().sqlite_error_code();
        assert_eq!(code, Some(rusqlite::ErrorCode::OperationInterrupted));
    }

    #[test]
    fn the_engine_runs_nothing_but_rows() {
        let bytes = database(&format!("{ROWS} CREATE VIEW w AS SELECT a FROM t;"));
        for query in [
            "SELECT a FROM w",
            "SELECT hex(a) FROM t",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
            "DELETE FROM t",
            "PRAGMA temp_store = FILE",
            "ATTACH 'a.db' AS a",
        ] {
            assert!(ends(&bytes, query).is_err(), "{query}");
        }
    }

    #[test]
    fn no_row_is_longer_than_the_file_allows() {
        let short = database("CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(900000));");
        assert_eq!(ends(&short, "SELECT a FROM t"), Ok(1));
        assert_eq!(super::longest(10), 1 << 20);
        assert_eq!(super::longest(usize::MAX / 2), 16 << 20);
        // A row that is longer than any is refused before it is held.
        let long = database("CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(17000000));");
        assert!(ends(&long, "SELECT a FROM t").is_err());
    }
}
