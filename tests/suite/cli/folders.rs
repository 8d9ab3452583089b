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

pub(super) const ARTICLE: &str =
    "Leaders meet in Vilnius\n\nVILNIUS, July 11, 2023 — Leaders met on Tuesday.\n";

pub(super) fn write(folder: &Path, name: impl AsRef<OsStr>, bytes: impl AsRef<[u8]>) {
    fs::write(folder.join(name.as_ref()), bytes).expect("the file is written");
}

pub(super) fn folder_with_an_article() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "good.txt", ARTICLE);
    folder
}

/// Lists the articles of `folder`: status, number of articles, lines of complaint.
pub(super) fn list(folder: &Path, more: &[&str]) -> (i32, usize, Vec<String>) {
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
