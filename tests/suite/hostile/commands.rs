//! The commands on a folder of hostile files with hostile names: what they print.

use std::{
    ffi::OsString,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use super::{cases, sinks::harmless};

/// Runs a command and looks at every line of both its outputs.
fn check(folder: &Path, arguments: &[&str], data: bool) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .current_dir(folder)
        .env("LANG", "C.UTF-8")
        .env_remove("LC_ALL")
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    let name = format!("dateline {arguments:?}");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    out.lines().for_each(|line| harmless(&name, line, data));
    let err = String::from_utf8(output.stderr).expect("UTF-8");
    err.lines().for_each(|line| harmless(&name, line, false));
    assert!(
        output.status.code().is_some(),
        "{name} was ended by a signal"
    );
    out + &err
}

#[test]
fn no_command_prints_what_a_terminal_obeys() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut names = Vec::new();
    for (number, (harm, bytes)) in cases::all().into_iter().enumerate() {
        // Names as a file system takes them: no slash, no NUL, at most 255 bytes.
        let harm: String = harm.chars().filter(|c| *c != '/').take(40).collect();
        let raw = cases::harm().get(number).cloned().unwrap_or_default();
        let raw: String = raw
            .chars()
            .filter(|c| !matches!(c, '/' | '\0'))
            .take(40)
            .collect();
        let name = match number % 3 {
            0 => format!("{number:03}.txt"),
            1 => format!("-{raw}{number}.txt"),
            _ => format!("{raw}\n{}{number}.txt", harm.len()),
        };
        fs::write(folder.path().join(&name), bytes).expect("a file");
        names.push(name);
    }
    let all = check(folder.path(), &["list", "--articles", "."], false);
    assert!(all.lines().count() > names.len() / 2, "{all}");
    for arguments in [
        &["list", "."][..],
        &["list", "--json", "."],
        &["list", "--articles", "--json", "."],
        &["check", "."],
        &["search", "ferry", "."],
        &["search", "--json", "ferry", "."],
        &["search", "\u{1b}]0;owned\u{7}", "."],
        &["."],
    ] {
        check(folder.path(), arguments, arguments.contains(&"--json"));
    }
    for name in names.iter().skip(1).step_by(17) {
        let path = format!("./{name}");
        check(folder.path(), &["show", name, "."], false);
        check(folder.path(), &["tag", &path], false);
        check(folder.path(), &["tag", "--json", &path], true);
        check(folder.path(), &["tag", "--timeml", &path], true);
    }
}

/// What nobody sees is written as what it is, so that XML still holds the text as it came.
#[test]
fn timeml_shows_what_nobody_sees_and_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let hidden = "Met \u{202e}on\u{200b} Tuesday\u{e0041}, \u{7f}\u{9b}31m 11 July 2023\u{feff}.";
    fs::write(folder.path().join("a.txt"), hidden).expect("a file");
    let xml = check(folder.path(), &["tag", "--timeml", "a.txt"], false);
    let (mut text, mut rest) = (String::new(), xml.as_str());
    while let Some((before, after)) = rest.split_once("&#x") {
        let (number, after) = after.split_once(';').expect("a reference");
        let number = u32::from_str_radix(number, 16).expect("a number");
        text += before;
        text.extend(char::from_u32(number));
        rest = after;
    }
    text += rest;
    assert!(text.contains("\u{202e}on\u{200b} <TIMEX3"), "{text:?}");
    assert!(
        text.contains("\u{e0041}, \u{7f}\u{9b}31m <TIMEX3"),
        "{text:?}"
    );
}

#[test]
fn no_error_prints_what_a_terminal_obeys() {
    let folder = tempfile::tempdir().expect("a folder");
    for harm in [
        "\u{1b}]0;owned\u{7}",
        "\u{9b}31m",
        "\u{202e}txt",
        "a\nb",
        "\u{1b}[31m",
    ] {
        for arguments in [
            &["list", harm][..],
            &["show", harm],
            &["tag", harm],
            &["tag", "--date", harm, "-"],
            &["--theme", harm],
            &["list", &format!("--{harm}")],
            &["completions", harm],
            &["export", "--format", harm],
            &[&format!("nosuch{harm}")],
        ] {
            check(folder.path(), arguments, false);
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("list")
        .arg(invalid())
        .current_dir(folder.path())
        .output()
        .expect("the program runs");
    let err = String::from_utf8(output.stderr).expect("UTF-8");
    err.lines()
        .for_each(|line| harmless("an invalid name", line, false));
}

/// A name that is no UTF-8, where names can be that.
fn invalid() -> OsString {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStringExt;
        OsString::from_vec(b"no\xff\xfe\x1b[31msuch".to_vec())
    }
    #[cfg(not(unix))]
    OsString::from("nosuch")
}
