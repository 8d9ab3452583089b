//! `dateline export` as a user runs it: what it writes, and what it refuses to write onto.

use std::{
    fs::{self, File},
    os::unix::fs::{PermissionsExt, symlink},
    path::Path,
};

use tempfile::TempDir;

use crate::cli::{dateline, outcome};

const FORMATS: [&str; 9] = [
    "markdown",
    "csv",
    "json",
    "ics",
    "timelinejs",
    "html",
    "mermaid",
    "bibtex",
    "csl-json",
];

/// A folder with a folder of one article in it.
fn desk() -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join("clippings")).unwrap();
    let text = "# Night ferry opens\n\nMay 14, 2024\n\nThe ferry left on May 13, 2024.\n";
    fs::write(desk.path().join("clippings/ferry.md"), text).unwrap();
    desk
}

/// Runs the export of `clippings` in `desk`.
fn export(desk: &TempDir, arguments: &[&str]) -> (i32, String, String) {
    let mut command = dateline(&["export"]);
    outcome(command.args(arguments).current_dir(desk.path()))
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_format_is_written_to_a_file_as_to_the_pipe() {
    let desk = desk();
    for format in FORMATS {
        let (status, out, err) = export(&desk, &["--format", format, "clippings"]);
        assert_eq!((status, err.as_str()), (0, ""), "{format}");
        assert!(
            out.ends_with('\n') && (out.contains("ferry") || out.contains("Ferry")),
            "{format}: {out}"
        );
        let arguments = ["-f", format, "clippings", "-o", "timeline"];
        assert_eq!(export(&desk, &arguments), (0, String::new(), String::new()));
        assert_eq!(
            fs::read_to_string(desk.path().join("timeline")).unwrap(),
            out
        );
    }
    assert_eq!(names(desk.path()), ["clippings", "timeline"]);
    let (_, dash, _) = export(&desk, &["-f", "csv", "clippings", "-o", "-"]);
    assert_eq!(dash, export(&desk, &["-f", "csv", "clippings"]).1);
}

#[test]
fn the_shipped_timeline_goes_into_every_format() {
    for format in FORMATS {
        let (status, out, err) = outcome(&mut dateline(&["export", "-f", format]));
        assert_eq!((status, err.as_str()), (0, ""), "{format}");
        assert!(out.contains("NATO"), "{format}");
    }
}

#[test]
fn what_is_read_and_what_is_no_file_is_never_written_onto() {
    let desk = desk();
    symlink("clippings/ferry.md", desk.path().join("link")).unwrap();
    symlink("round", desk.path().join("round")).unwrap();
    let before = fs::read(desk.path().join("clippings/ferry.md")).unwrap();
    let refused = [
        (
            ["clippings/ferry.md", "clippings/ferry.md"],
            "one of the files that are read",
        ),
        (
            ["clippings/ferry.md", "link"],
            "one of the files that are read",
        ),
        (
            ["link", "clippings/ferry.md"],
            "one of the files that are read",
        ),
        (
            ["clippings", "clippings/ferry.md"],
            "in the folder that is read",
        ),
        (["clippings", "link"], "in the folder that is read"),
        (
            ["clippings", "clippings/new.md"],
            "in the folder that is read",
        ),
        ([".", "new.md"], "in the folder that is read"),
        (["clippings", "clippings"], "a folder, not a file"),
        (["clippings", "new/"], "a folder, not a file"),
        (["clippings", "nowhere/new.md"], "there is no such folder"),
        (["clippings", "clippings/ferry.md/new.md"], "no folder"),
        (["clippings", "round"], "links that lead to each other"),
    ];
    for ([path, file], why) in refused {
        let (status, out, err) = export(&desk, &["-f", "markdown", path, "-o", file]);
        assert_eq!((status, out.as_str()), (3, ""), "{file}: {err}");
        assert_eq!(err.lines().count(), 1, "{err}");
        assert!(err.starts_with(&format!("dateline: {file}: ")), "{err}");
        assert!(err.contains(why) && err.contains("; "), "{err}");
    }
    assert_eq!(
        fs::read(desk.path().join("clippings/ferry.md")).unwrap(),
        before
    );
    assert_eq!(names(desk.path()), ["clippings", "link", "round"]);
    assert_eq!(names(&desk.path().join("clippings")), ["ferry.md"]);
}

#[test]
fn standard_input_is_read_and_not_written_onto() {
    let desk = desk();
    let path = desk.path().join("clippings/ferry.md");
    let mut command = dateline(&["export", "-f", "csv", "-", "-o"]);
    command.arg(&path).stdin(File::open(&path).unwrap());
    let (status, _, err) = outcome(&mut command);
    assert_eq!(status, 3);
    assert!(err.contains("one of the files that are read"), "{err}");
}

#[test]
fn a_hidden_file_in_the_folder_is_written_for_it_is_not_read() {
    let desk = desk();
    let arguments = ["-f", "json", "clippings", "-o", "clippings/.timeline.json"];
    assert_eq!(export(&desk, &arguments).0, 0);
    assert_eq!(export(&desk, &arguments).0, 0);
    assert_eq!(
        names(&desk.path().join("clippings")),
        [".timeline.json", "ferry.md"]
    );
}

#[test]
fn a_full_disk_is_status_3_on_either_way() {
    let desk = desk();
    let (status, _, err) = export(&desk, &["-f", "html", "clippings", "-o", "/dev/full"]);
    assert_eq!(status, 3);
    assert_eq!(err.matches("no space left").count(), 1, "{err}");
    let full = File::options().write(true).open("/dev/full").unwrap();
    let mut command = dateline(&["export", "-f", "html"]);
    let (status, _, err) = outcome(command.stdout(full));
    assert_eq!((status, err.lines().count()), (3, 1), "{err}");
}

#[test]
fn what_stood_there_keeps_its_mode_and_its_link() {
    let desk = desk();
    let at = |name: &str| desk.path().join(name);
    fs::write(at("old"), "old").unwrap();
    fs::set_permissions(at("old"), fs::Permissions::from_mode(0o604)).unwrap();
    symlink("old", at("link")).unwrap();
    assert_eq!(
        export(&desk, &["-f", "ics", "clippings", "-o", "link"]).0,
        0
    );
    assert!(fs::symlink_metadata(at("link")).unwrap().is_symlink());
    assert_eq!(
        fs::metadata(at("old")).unwrap().permissions().mode() & 0o7777,
        0o604
    );
    assert!(
        fs::read_to_string(at("old"))
            .unwrap()
            .starts_with("BEGIN:VCALENDAR")
    );
}

#[test]
fn a_wrong_format_is_wrong_usage_and_the_formats_are_named() {
    let desk = desk();
    for arguments in [&["-f", "word", "clippings"][..], &["clippings"]] {
        let (status, out, err) = export(&desk, arguments);
        assert_eq!(
            (status, out.as_str(), err.lines().count()),
            (2, "", 1),
            "{err}"
        );
    }
    let (_, _, err) = export(&desk, &["-f", "word"]);
    for format in FORMATS {
        assert!(err.contains(format), "{format}: {err}");
    }
}

#[test]
fn what_was_skipped_is_said_and_the_rest_is_written() {
    let desk = desk();
    fs::write(desk.path().join("clippings/b.bin"), b"a\0b\0\0c\0").unwrap();
    let (status, _, err) = export(&desk, &["-f", "csv", "clippings", "-o", "out.csv"]);
    assert_eq!((status, err.lines().count()), (1, 1), "{err}");
    assert!(desk.path().join("out.csv").exists());
}
