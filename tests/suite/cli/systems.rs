//! What a system may do to a program: no threads, odd time zones, other locales.

use std::{
    process::{Command, Output},
    time::{Duration, Instant},
};

use rustix::fs::{CWD, FileType, Mode, mknodat};

/// A text with letters and marks of every kind.
const TEXT: &str =
    "Šekerinska “meets” leaders – 나토\n\nOn 11 July 2023 the “leaders” met in Vilnius… – 나토.\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.txt"), TEXT).expect("written");
    folder
}

/// Runs a command on the folder of one text.
fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let folder = folder();
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(arguments).arg(folder.path());
    command.env_remove("LC_ALL").env_remove("LC_CTYPE");
    command
        .env("LANG", "C.UTF-8")
        .envs(variables.iter().copied());
    command.output().expect("it runs")
}

/// Every thread is refused: its stack would be larger than the address space.
const NO_THREADS: (&str, &str) = ("RUST_MIN_STACK", "140737488355328");

#[test]
fn without_threads_everything_is_read_all_the_same() {
    for arguments in [&["list"][..], &["search", "vilnius"], &["check"]] {
        let (with, without) = (run(arguments, &[]), run(arguments, &[NO_THREADS]));
        assert_eq!(with.status.code(), Some(0), "{arguments:?}");
        assert_eq!(without.status.code(), Some(0), "{arguments:?}: {without:?}");
        let [with, without] = [with, without].map(|output| {
            let text = String::from_utf8(output.stdout).expect("text");
            // Each run has a folder of its own.
            let lines = text
                .lines()
                .map(|line| line.rsplit('/').next().unwrap_or(line));
            lines.map(str::to_owned).collect::<Vec<_>>()
        });
        assert_eq!(with, without, "{arguments:?}");
    }
}

#[test]
fn a_time_zone_that_is_none_is_told_and_passed_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR, 0).expect("a pipe");
    let pipe = pipe.to_str().expect("a path");
    for zone in [
        "/dev/zero",
        ":/dev/zero",
        "../../../dev/zero",
        pipe,
        "/etc/passwd",
    ] {
        let folder = self::folder();
        let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .arg("list")
            .arg(folder.path())
            .env("TZ", zone)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("it runs");
        let began = Instant::now();
        while child.try_wait().expect("it can be waited for").is_none() {
            if began.elapsed() > Duration::from_secs(20) {
                child.kill().expect("killed");
                panic!("TZ={zone}: it hangs");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let output = child.wait_with_output().expect("its output");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains("is no time zone"), "TZ={zone}: {told}");
        assert_eq!(told.lines().count(), 1, "TZ={zone}: {told}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("2023-07-11"));
    }
    for zone in ["UTC", "Asia/Seoul", "KST-9", ""] {
        assert!(
            run(&["list"], &[("TZ", zone)]).stderr.is_empty(),
            "TZ={zone}"
        );
    }
}

#[test]
fn other_locales_get_ascii_marks_from_every_command() {
    let id = run(&["list"], &[]);
    let id = String::from_utf8_lossy(&id.stdout).into_owned();
    assert!(!id.is_empty());
    for (name, value) in [
        ("LANG", "C"),
        ("LC_ALL", "POSIX"),
        ("LC_CTYPE", "ko_KR.eucKR"),
    ] {
        for arguments in [
            &["list"][..],
            &["list", "--articles"],
            &["search", "vilnius"],
            &["check"],
            &[],
        ] {
            let output = run(arguments, &[(name, value)]);
            let text = String::from_utf8(output.stdout).expect("text");
            // Letters go into a pipe as they are.
            let marks: Vec<char> = text
                .chars()
                .filter(|c| !c.is_ascii() && !c.is_alphabetic())
                .collect();
            assert!(marks.is_empty(), "{value} {arguments:?}: {marks:?}");
        }
    }
    // What programs read does not change.
    let json = run(&["list", "--json"], &[("LANG", "C")]).stdout;
    assert!(String::from_utf8_lossy(&json).contains("“leaders”"));
}

#[test]
fn no_command_leaves_a_file() {
    let texts = folder();
    let [here, home, temporary] = [(); 3].map(|()| tempfile::tempdir().expect("a folder"));
    let path = texts.path().to_str().expect("a path");
    for arguments in [
        &["list", path][..],
        &["list", "--json", path],
        &["search", "vilnius", path],
        &["check", path],
        &["show", "a.txt", path],
        &["tag", path],
        &["man"],
        &[path],
        &[],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(arguments)
            .current_dir(here.path())
            .env("HOME", home.path())
            .env("TMPDIR", temporary.path())
            .output()
            .expect("it runs");
        assert!(output.status.code().is_some(), "{arguments:?}");
        for folder in [&here, &home, &temporary] {
            let left = std::fs::read_dir(folder.path())
                .expect("the folder")
                .count();
            assert_eq!(left, 0, "{arguments:?}");
        }
    }
    assert_eq!(
        std::fs::read_dir(texts.path()).expect("the folder").count(),
        1
    );
}
