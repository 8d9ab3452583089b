//! What is beyond a bound or cannot be read is left out, told in one line, and shows in the status.

use std::{ffi::OsStr, fs, os::unix::ffi::OsStrExt, path::Path, process::Command};

use super::{
    dateline,
    folders::{ARTICLE, folder_with_an_article, list, write},
    outcome,
};

#[test]
fn a_stamp_from_the_far_future_costs_nothing() {
    // Most disks hold no such stamp; memory does.
    let memory = Path::new("/dev/shm");
    let folders = [
        tempfile::tempdir(),
        tempfile::tempdir_in(if memory.is_dir() {
            memory.to_owned()
        } else {
            std::env::temp_dir()
        }),
    ];
    for folder in folders {
        let folder = folder.unwrap();
        write(folder.path(), "good.txt", ARTICLE);
        let file = fs::File::options()
            .append(true)
            .open(folder.path().join("good.txt"))
            .unwrap();
        let far = std::time::UNIX_EPOCH + std::time::Duration::from_secs(9_999_999_999_999);
        // Where the disk refuses the stamp there is nothing to read.
        if file.set_modified(far).is_ok() {
            assert_eq!(list(folder.path(), &[]), (0, 1, Vec::new()));
        }
    }
}

#[test]
fn a_lost_line_is_told_and_shows_in_the_status() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "a.jsonl",
        "{\"title\":\"a\",\"text\":\"b\"}\n{\"title\"\n",
    );
    let (status, articles, complaints) = list(folder.path(), &[]);
    assert_eq!(
        (status, articles, complaints.len()),
        (1, 1, 1),
        "{complaints:?}"
    );
    assert!(
        complaints[0].contains("a.jsonl:2: not valid JSON"),
        "{complaints:?}"
    );
    write(folder.path(), "dateline.toml", "titel = \"x\"\n");
    let (status, _, complaints) = list(folder.path(), &[]);
    assert_eq!((status, complaints.len()), (1, 1), "{complaints:?}");
    let told = "2 things were left out: not valid JSON (1), unknown key (1); dateline check ";
    assert!(complaints[0].contains(told), "{complaints:?}");
}

#[test]
fn however_much_is_left_out_one_line_says_so() {
    let folder = folder_with_an_article();
    for n in 0..200 {
        write(folder.path(), format!("{n}.bin"), b"\x00\x01\x02\x00");
    }
    let (status, articles, complaints) = list(folder.path(), &[]);
    assert_eq!(
        (status, articles, complaints.len()),
        (1, 1, 1),
        "{complaints:?}"
    );
    assert!(
        complaints[0].contains("200 things were left out: not text (200)"),
        "{complaints:?}"
    );
    let (status, out, _) = outcome(dateline(&["check"]).arg(folder.path()));
    assert_eq!((status, out.matches(": not text").count()), (1, 200));
}

#[test]
fn more_than_a_machine_holds_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for n in 10..40 {
        write(folder.path(), format!("{n}.txt"), ARTICLE.repeat(10));
    }
    let (status, articles, complaints) = list(folder.path(), &["--max-file-size", "1K"]);
    assert_eq!((status, complaints.len()), (1, 1), "{complaints:?}");
    assert!((16..30).contains(&articles), "{articles}");
    assert!(
        complaints[0].contains("beyond the 16 KiB that are read together"),
        "{complaints:?}"
    );
}

#[test]
fn a_file_just_over_the_limit_is_told_to_the_byte() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.txt", "x".repeat(2049));
    let (status, _, err) = outcome(dateline(&["list", "--max-file-size", "2K"]).arg(folder.path()));
    assert_eq!(status, 2);
    assert!(
        err.contains("over the limit of 2048 bytes: it has 2049 bytes"),
        "{err}"
    );
}

#[test]
fn two_names_that_are_no_text_are_two_articles() {
    let folder = tempfile::tempdir().unwrap();
    for name in [&b"caf\xe9.txt"[..], b"caf\xe8.txt"] {
        write(folder.path(), OsStr::from_bytes(name), ARTICLE);
    }
    let (status, out, _) = outcome(dateline(&["list", "--articles", "--json"]).arg(folder.path()));
    let ids: std::collections::HashSet<&str> = out.lines().map(|line| &line[..24]).collect();
    assert_eq!((status, ids.len()), (0, 2), "{out}");
    assert!(out.contains("caf\\\\xE9.txt"), "{out}");
}

#[test]
fn what_a_shell_pipes_in_is_read() {
    let folder = folder_with_an_article();
    let piped = "cat \"$1\" | \"$0\" list --articles /dev/stdin";
    let mut shell = Command::new("sh");
    shell.args(["-c", piped, env!("CARGO_BIN_EXE_dateline")]);
    let (status, out, err) = outcome(shell.arg(folder.path().join("good.txt")));
    assert_eq!((status, out.lines().count(), err.as_str()), (0, 1, ""));
}

#[test]
fn a_missing_file_of_lines_is_told() {
    for command in [
        &["--lines", "missing.txt"][..],
        &["search", "--lines", "x", "./missing.txt"],
    ] {
        let (status, _, err) = outcome(&mut dateline(command));
        assert_eq!(status, 2, "{err}");
        assert!(err.contains("missing.txt: there is no such file"), "{err}");
    }
}

#[test]
fn a_database_with_a_journal_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cache.db");
    let database = rusqlite::Connection::open(&path).unwrap();
    database
        .execute_batch(
            "PRAGMA journal_mode = WAL;
             CREATE TABLE rss_item (id INTEGER PRIMARY KEY, title, author, url, feedurl, pubDate, content);
             INSERT INTO rss_item VALUES (1, 'A', 'A', 'u', 'f', 1, 'It opened on 3 May 1999.');
             PRAGMA wal_checkpoint(TRUNCATE);
             INSERT INTO rss_item VALUES (2, 'B', 'A', 'u', 'f', 1, 'It closed on 3 May 2001.');",
        )
        .unwrap();
    let (status, out, err) = outcome(dateline(&["list", "--articles"]).arg(&path));
    assert_eq!((status, out.lines().count()), (1, 1), "{err}");
    assert!(
        err.contains("its newest items are still in the journal beside it"),
        "{err}"
    );
}

/// In 256 MiB of memory a database of 200 KB is read whose rows would fill 500 MB.
#[test]
fn a_database_takes_no_more_memory_than_its_size_allows() {
    let folder = folder_with_an_article();
    let path = folder.path().join("cache.db");
    let long = "x".repeat(50_000);
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch(&format!(
            "CREATE TABLE rss_item (id INTEGER PRIMARY KEY, title, author, url, feedurl, pubDate);
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
             INSERT INTO rss_item (title) SELECT 'a' FROM n LIMIT 10000;
             ALTER TABLE rss_item ADD COLUMN content DEFAULT '{long}';"
        ))
        .unwrap();
    let bounded = "ulimit -v 262144 && exec \"$0\" list --articles \"$1\"";
    let mut shell = Command::new("sh");
    shell.args(["-c", bounded, env!("CARGO_BIN_EXE_dateline")]);
    // Room that is only set aside counts too: one pool for all threads.
    shell.env("MALLOC_ARENA_MAX", "1");
    let (status, out, err) = outcome(shell.arg(folder.path()));
    assert_eq!(status, 1, "{err}");
    assert!(
        out.contains("good.txt") || out.contains("Leaders meet"),
        "{out}"
    );
    assert!(err.contains("holds more than its size allows"), "{err}");
}
