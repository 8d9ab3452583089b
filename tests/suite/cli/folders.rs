//! Folders that mean harm: everything good in them loads, the rest is one line each.

use std::{
    ffi::OsStr,
    fs::{self, File, Permissions},
    os::unix::{
        ffi::OsStrExt,
        fs::{PermissionsExt, symlink},
        net::UnixListener,
    },
    path::Path,
    process::Command,
};

use tempfile::TempDir;

use super::{dateline, outcome};

const ARTICLE: &str =
    "Leaders meet in Vilnius\n\nVILNIUS, July 11, 2023 — Leaders met on Tuesday.\n";

fn write(folder: &Path, name: impl AsRef<OsStr>, bytes: impl AsRef<[u8]>) {
    fs::write(folder.join(name.as_ref()), bytes).expect("the file is written");
}

fn folder_with_an_article() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "good.txt", ARTICLE);
    folder
}

/// Lists the articles of `folder`: status, number of articles, lines of complaint.
fn list(folder: &Path, more: &[&str]) -> (i32, usize, Vec<String>) {
    let mut command = dateline(&["list", "--articles"]);
    let (status, out, err) = outcome(command.args(more).arg(folder));
    assert!(
        !out.contains('\x1b') && !err.contains('\x1b'),
        "{out:?} {err:?}"
    );
    (
        status,
        out.lines().count(),
        err.lines().map(str::to_owned).collect(),
    )
}

#[track_caller]
fn skips_one(folder: &Path, more: &[&str], reason: &str) {
    let (status, articles, complaints) = list(folder, more);
    assert_eq!(
        (status, articles, complaints.len()),
        (1, 1, 1),
        "{complaints:?}"
    );
    assert!(complaints[0].contains(reason), "{complaints:?}");
}

#[test]
fn pipes_sockets_and_devices_are_not_opened() {
    let folder = folder_with_an_article();
    let pipe = folder.path().join("pipe.txt");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    skips_one(folder.path(), &[], "a pipe");
    fs::remove_file(&pipe).unwrap();
    let socket = UnixListener::bind(folder.path().join("socket.txt")).unwrap();
    skips_one(folder.path(), &[], "a socket");
    drop(socket);
    fs::remove_file(folder.path().join("socket.txt")).unwrap();
    symlink("/dev/zero", folder.path().join("zero.txt")).unwrap();
    skips_one(folder.path(), &[], "a link out of the folder");
}

#[test]
fn a_fault_of_ours_costs_one_text_and_is_told_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    for (name, place) in [("good.txt", "Vilnius"), ("bad.txt", "Riga")] {
        let report = format!("Leaders signed a treaty in {place} on Tuesday.");
        let text = format!("A treaty\n\nVILNIUS, July 11, 2023 — {report}\n");
        write(folder.path(), name, text);
    }
    for (fault, articles, lost) in [
        ("parse:bad.txt", 1, "it could not be read"),
        ("layout:bad.txt", 1, "it could not be read"),
        ("events:bad.txt", 2, "its events could not be read"),
    ] {
        let mut command = dateline(&["list", "--articles"]);
        let command = command.env("DATELINE_FAULT", fault).arg(folder.path());
        let (status, out, err) = outcome(command);
        assert_eq!(
            (status, out.lines().count()),
            (1, articles),
            "{fault}: {err}"
        );
        assert_eq!(err.lines().count(), 1, "{fault}: {err}");
        for words in [
            "bad.txt: ",
            lost,
            "a rehearsed fault at src/",
            "please report",
        ] {
            assert!(err.contains(words), "{fault}: {err}");
        }
        let mut command = dateline(&["list"]);
        let command = command.env("DATELINE_FAULT", fault).arg(folder.path());
        let (_, events, _) = outcome(command);
        assert!(events.contains("Vilnius"), "{fault}: {events}");
        assert!(!events.contains("Riga"), "{fault}: {events}");
    }
}

#[test]
fn a_fault_of_ours_costs_the_dates_of_one_text() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("first.txt", "They met on July 11, 2023."),
        ("bad.txt", "They met on July 12, 2023."),
        ("last.txt", "They met on July 13, 2023."),
    ] {
        write(folder.path(), name, text);
    }
    for form in ["--json", "--timeml"] {
        let mut command = dateline(&["tag", form]);
        let command = command
            .env("DATELINE_FAULT", "dates:bad.txt")
            .args(["first.txt", "bad.txt", "last.txt"].map(|name| folder.path().join(name)));
        let (status, out, err) = outcome(command);
        assert_eq!((status, err.lines().count()), (1, 1), "{form}: {err}");
        for words in [
            "bad.txt: its dates could not be read",
            "a rehearsed fault at src/",
            "please report it with this text at ",
        ] {
            assert!(err.contains(words), "{form}: {err}");
        }
        let days = ["2023-07-11", "2023-07-12", "2023-07-13"];
        assert_eq!(
            days.map(|day| out.contains(day)),
            [true, false, true],
            "{form}: {out}"
        );
    }
}

#[test]
fn a_pipe_or_device_that_is_named_is_refused_at_once() {
    let folder = folder_with_an_article();
    let pipe = folder.path().join("pipe.txt");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    for path in [
        pipe.as_path(),
        Path::new("/dev/zero"),
        Path::new("/dev/tty"),
    ] {
        let (status, articles, complaints) = list(path, &[]);
        assert_eq!(
            (status, articles, complaints.len()),
            (2, 0, 1),
            "{complaints:?}"
        );
    }
}

#[test]
fn links_are_not_followed_out_or_in_circles() {
    let outside = folder_with_an_article();
    let folder = folder_with_an_article();
    symlink(outside.path(), folder.path().join("out")).unwrap();
    skips_one(folder.path(), &[], "a link out of the folder");
    fs::remove_file(folder.path().join("out")).unwrap();
    symlink("loop.txt", folder.path().join("loop.txt")).unwrap();
    skips_one(folder.path(), &[], "links that lead to each other");
    fs::remove_file(folder.path().join("loop.txt")).unwrap();
    symlink("missing.txt", folder.path().join("dangling.txt")).unwrap();
    skips_one(folder.path(), &[], "there is no such file");
    fs::remove_file(folder.path().join("dangling.txt")).unwrap();
    // A link to something that is read anyway is no news.
    symlink("..", folder.path().join("up")).ok();
    fs::remove_file(folder.path().join("up")).unwrap();
    symlink(".", folder.path().join("here")).unwrap();
    symlink("good.txt", folder.path().join("same.txt")).unwrap();
    assert_eq!(list(folder.path(), &[]), (0, 1, Vec::new()));
}

#[test]
fn files_that_are_too_large_are_refused_unread() {
    let folder = folder_with_an_article();
    let sparse = File::create(folder.path().join("sparse.txt")).unwrap();
    sparse.set_len(4 << 30).unwrap();
    skips_one(
        folder.path(),
        &[],
        "over the limit of 32 MiB: it has 4 GiB; raise it with --max-file-size",
    );
    fs::remove_file(folder.path().join("sparse.txt")).unwrap();
    write(folder.path(), "line.txt", vec![b'x'; 50_000_000]);
    skips_one(folder.path(), &[], "over the limit");
    fs::remove_file(folder.path().join("line.txt")).unwrap();
    write(folder.path(), "small.txt", vec![b'x'; 2000]);
    skips_one(
        folder.path(),
        &["--max-file-size", "1K"],
        "over the limit of 1024 bytes: it has 2000 bytes",
    );
}

#[test]
fn what_is_not_text_is_left_out() {
    let folder = folder_with_an_article();
    write(
        folder.path(),
        "picture.txt",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02",
    );
    skips_one(folder.path(), &[], "a picture");
    write(
        folder.path(),
        "picture.txt",
        b"\0\x01\x02 nothing that is known",
    );
    skips_one(
        folder.path(),
        &[],
        "not a text: it is full of control characters",
    );
    write(
        folder.path(),
        "picture.txt",
        b"\0\x01\0\x02\0\0\x03 nothing",
    );
    skips_one(folder.path(), &[], "not text");
    fs::remove_file(folder.path().join("picture.txt")).unwrap();
    write(folder.path(), "program.py", "print('no article')\n");
    skips_one(folder.path(), &[], "not a kind of file that holds articles");
}

#[test]
fn hidden_files_are_passed_over_in_silence() {
    let folder = folder_with_an_article();
    write(folder.path(), ".hidden.txt", ARTICLE);
    fs::create_dir(folder.path().join(".git")).unwrap();
    write(&folder.path().join(".git"), "config.txt", ARTICLE);
    assert_eq!(list(folder.path(), &[]), (0, 1, Vec::new()));
}

#[test]
fn names_may_hold_anything() {
    let folder = folder_with_an_article();
    for name in [
        &b"new\nline.txt"[..],
        b"esc\x1b[31m.txt",
        b"bad\xff\xfe.txt",
        b"-leading.txt",
    ] {
        write(folder.path(), OsStr::from_bytes(name), ARTICLE);
    }
    assert_eq!(list(folder.path(), &[]), (0, 5, Vec::new()));
}

/// Root reads everything: nothing to see then.
#[test]
fn files_that_may_not_be_read_are_told() {
    let folder = folder_with_an_article();
    write(folder.path(), "secret.txt", ARTICLE);
    let secret = folder.path().join("secret.txt");
    fs::set_permissions(&secret, Permissions::from_mode(0o000)).unwrap();
    if File::open(&secret).is_ok() {
        assert_eq!(list(folder.path(), &[]), (0, 2, Vec::new()));
    } else {
        skips_one(folder.path(), &[], "not allowed to read it");
    }
}

#[test]
fn a_path_that_is_not_there_is_told_and_the_rest_is_read() {
    let folder = folder_with_an_article();
    let missing = folder.path().join("missing");
    skips_one(
        folder.path(),
        &[missing.to_str().unwrap()],
        "there is no such file",
    );
    let (status, articles, complaints) = list(&missing, &[]);
    assert_eq!(
        (status, articles, complaints.len()),
        (2, 0, 1),
        "{complaints:?}"
    );
    let empty = tempfile::tempdir().unwrap();
    let (status, _, complaints) = list(empty.path(), &[]);
    assert_eq!((status, complaints.len()), (2, 1), "{complaints:?}");
}

#[test]
fn folders_may_lie_deep_in_each_other() {
    let folder = folder_with_an_article();
    let mut deep = folder.path().to_owned();
    for _ in 0..100 {
        deep.push("d");
    }
    fs::create_dir_all(&deep).unwrap();
    write(&deep, "deep.txt", ARTICLE);
    skips_one(folder.path(), &[], "64 deep");
}

/// A file is written, cut and replaced while it is read, over and over: every
/// reading ends well, with the article or with a reason.
#[test]
fn files_may_change_while_they_are_read() {
    let folder = folder_with_an_article();
    let path = folder.path().join("changing.txt");
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                fs::write(&path, ARTICLE.repeat(2000)).unwrap();
                File::options()
                    .write(true)
                    .open(&path)
                    .unwrap()
                    .set_len(10)
                    .unwrap();
                fs::remove_file(&path).unwrap();
            }
        });
        for _ in 0..15 {
            let (status, articles, complaints) = list(folder.path(), &[]);
            let skipped = complaints.len();
            assert!(
                status <= 1 && (1..=2).contains(&articles) && skipped <= 1,
                "{complaints:?}"
            );
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

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
