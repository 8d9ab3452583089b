//! The programs that the explorer starts: what they are told, and what becomes of their work.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use rustix::process::Signal;
use tempfile::TempDir;

use super::{
    MODES,
    driver::{DATELINE, Modes, Session, command, contains},
};

/// A folder with a program in it that is this script.
fn program(script: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("my program");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("its own");
    (folder, path)
}

/// What a script printed behind `mark`, to the end of its line.
fn printed(session: &Session, mark: &str) -> String {
    let ready = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        text.split_once(mark)
            .is_some_and(|(_, rest)| rest.contains('\n'))
    };
    session.until(mark, ready);
    let bytes = session.bytes();
    let text = String::from_utf8_lossy(&bytes);
    let (_, rest) = text.split_once(mark).expect("the mark");
    rest.lines().next().expect("a line").trim_end().to_owned()
}

/// How often the explorer took the terminal so far.
fn taken(bytes: &[u8]) -> usize {
    bytes
        .windows(8)
        .filter(|window| *window == b"\x1b[?1049h")
        .count()
}

/// Quits once the explorer has the terminal again; what it says behind its last frame, which
/// has to hold `wanted`.
fn quit_with(mut session: Session, wanted: &str) -> String {
    session.until("the explorer again", |bytes| taken(bytes) == 2);
    session.send(b"q");
    assert_eq!(session.status(), 0);
    let after = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let parts: Vec<&str> = text.split("\x1b[?1049l").collect();
        (parts.len() == 3).then(|| parts[2].to_owned())
    };
    session.until("the way back", |bytes| {
        after(bytes).is_some_and(|said| said.contains(wanted))
    });
    after(&session.bytes()).unwrap_or_default()
}

/// The same where nothing has to be said.
fn quit(session: Session) -> String {
    quit_with(session, "")
}

#[test]
fn a_file_name_is_a_path_and_nothing_more() {
    let (_keep, script) = program("for last; do :; done; printf 'LAST %s\\n' \"$last\"");
    let folder = tempfile::tempdir().expect("a folder");
    let names = [
        "+!touch PWNED; : .txt",
        "-c quit.txt",
        "$(touch PWNED) ;.md",
        "'\"`.txt",
    ];
    for name in names {
        let text = "On 11 July 2023 the leaders met in Vilnius.\n";
        fs::write(folder.path().join(name), text).expect("written");
        let editor = format!("'{}'", script.display());
        let mut start = command(DATELINE, &["--", name], &[("VISUAL", &editor)]);
        start.cwd(folder.path());
        let mut session = Session::start(start, 100, 30);
        session.until_screen("the article", (100, 30), |screen| {
            screen.contents().contains("Vilnius")
        });
        session.send(b"o");
        let last = printed(&session, "LAST ");
        let whole = fs::canonicalize(folder.path().join(name)).expect("the file");
        assert!(last.starts_with('/'), "{name}: {last}");
        assert_eq!(fs::canonicalize(&last).expect("a file"), whole);
        quit(session);
        assert!(!folder.path().join("PWNED").exists(), "{name}");
        fs::remove_file(folder.path().join(name)).expect("removed");
    }
}

#[test]
fn what_is_shipped_is_opened_as_a_copy_that_nobody_may_write_to() {
    // The working folder has files of the same names.
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").is_dir());
    let (_keep, script) = program("echo \"COPY $2\"; read -r line");
    let editor = format!("'{}'", script.display());
    let folder = tempfile::tempdir().expect("a folder");
    let temporary = folder.path().to_str().expect("a path");
    for (named, real) in [(temporary, temporary), ("", "/tmp/"), (".", "/tmp/")] {
        let mut session = Session::explorer(&[("VISUAL", &editor), ("TMPDIR", named)]);
        session.send(b"o");
        let path = printed(&session, "COPY ");
        assert!(
            path.starts_with(real) && !path.contains("seeds"),
            "{named:?}: {path}"
        );
        let path = Path::new(&path);
        let around = path.parent().expect("its folder");
        for (path, mode) in [(path, 0o400), (around, 0o700)] {
            let about = fs::metadata(path).expect("it is there");
            assert_eq!(
                about.permissions().mode() & 0o777,
                mode,
                "{}",
                path.display()
            );
        }
        session.send(b"\n");
        let told = quit(session);
        assert!(!told.contains("kept in"), "{told}");
        assert!(!around.exists(), "{named:?}: something is left");
    }
}

#[test]
fn what_is_typed_into_a_copy_is_told_and_kept() {
    let (_keep, script) = program("chmod u+w \"$2\"; echo MINE >> \"$2\"; echo \"COPY $2\"");
    let editor = format!("'{}'", script.display());
    let folder = tempfile::tempdir().expect("a folder");
    let temporary = folder.path().to_str().expect("a path");
    let mut session = Session::explorer(&[("VISUAL", &editor), ("TMPDIR", temporary)]);
    session.send(b"o");
    let path = printed(&session, "COPY ");
    session.until_screen("the word that it is kept", (100, 30), |screen| {
        screen.contents().contains("your changes are kept in")
    });
    quit_with(session, &format!("kept in {path}"));
    assert!(fs::read_to_string(path).expect("kept").ends_with("MINE\n"));
}

#[test]
fn a_signal_while_the_editor_runs_leaves_no_copy() {
    let (_keep, script) = program("echo \"COPY $2\"; read -r line");
    let editor = format!("'{}'", script.display());
    let folder = tempfile::tempdir().expect("a folder");
    let temporary = folder.path().to_str().expect("a path");
    let mut start = command(DATELINE, &[], &[("VISUAL", &editor), ("TMPDIR", temporary)]);
    start.cwd(folder.path());
    let mut session = Session::start(start, 100, 30);
    session.until("the first frame", |bytes| contains(bytes, b"\x1b[?2026l"));
    session.send(b"o");
    let path = printed(&session, "COPY ");
    assert!(Path::new(&path).exists());
    session.signal(Signal::TERM);
    assert_eq!(session.status(), 128 + 15);
    let left: Vec<_> = fs::read_dir(folder.path()).expect("the folder").collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_browser_gets_an_address_that_a_terminal_cannot_obey() {
    let (_keep, script) = program("printf 'ADDRESS %s\\n' \"$*\"");
    let browser = format!("/nowhere/browser:'{}' -new '%s' now", script.display());
    let folder = tempfile::tempdir().expect("a folder");
    let text = "---\ntitle: Leaders meet\nurl: \"HTTPS://example.org/a\\e]0;x\\u202Eb?c=d&e\"\n---\n\n\
        On 11 July 2023 the leaders met in Vilnius.\n";
    fs::write(folder.path().join("a.md"), text).expect("written");
    let path = folder.path().to_str().expect("a path");
    let mut session = Session::start(
        command(DATELINE, &[path], &[("BROWSER", &browser)]),
        100,
        30,
    );
    session.until_screen("the article", (100, 30), |screen| {
        screen.contents().contains("Vilnius")
    });
    session.send(b"O");
    let line = printed(&session, "ADDRESS ");
    assert!(line.starts_with("-new https://example.org/a"), "{line}");
    assert!(line.ends_with("b?c=d&e now"), "{line}");
    assert!(
        line.chars().all(|c| c.is_ascii_graphic() || c == ' '),
        "{line:?}"
    );
    quit(session);
}

#[test]
fn a_program_that_is_killed_leaves_no_mess() {
    // A scroll region, insert mode and a raw line discipline, as an editor has them.
    let mess = "stty raw -echo; printf '\\033[2;5r\\033[4h'; kill -9 $$";
    let (_keep, script) = program(mess);
    let program = format!("'{}'", script.display());
    for (variable, key) in [("VISUAL", b"o"), ("PAGER", b"|")] {
        let mut session = Session::explorer(&[(variable, &program)]);
        session.send(key);
        session.until("the explorer again", |bytes| taken(bytes) == 2);
        let bytes = session.bytes();
        let text = String::from_utf8_lossy(&bytes);
        let after = text.rsplit("\x1b[4h").next().expect("the mess");
        assert!(
            after.contains("\x1b[r") && after.contains("\x1b[4l"),
            "{variable}: {after:?}"
        );
        session.send(b"q");
        assert_eq!(session.status(), 0);
        let (before, after) = session.disciplines();
        assert_eq!(before, after, "termios after {variable}");
    }
}

/// What came to both of us while a program had the terminal was meant for that program,
/// however late it is heard.
#[test]
fn ctrl_c_in_a_program_that_dies_of_it_is_not_ours() {
    let (_keep, script) = program("kill -INT 0; kill -QUIT 0; sleep 30");
    let editor = format!("'{}'", script.display());
    let mut session = Session::explorer(&[("VISUAL", &editor), ("DATELINE_FAULT", "late")]);
    session.send(b"o");
    session.until_screen("how it ended", (100, 30), |screen| {
        screen.contents().contains("could not open it")
    });
    // Whatever came before this is heard before this.
    let before = session.bytes().len();
    session.resize(90, 25);
    session.until("a frame after the resize", |bytes| {
        contains(&bytes[before..], b"\x1b[2J")
    });
    quit(session);
}

/// An editor that notes how it was called and what the terminal was like, and waits for a line.
const EDITOR: &str = "#!/bin/sh\nprintf 'EDITOR %s\\n' \"$*\"; stty -a | grep -q ' icanon' && echo COOKED; read -r line; echo \"GOT $line\"\n";

#[test]
fn an_editor_gets_the_terminal_and_every_key_until_it_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("my editor");
    std::fs::write(&script, EDITOR).unwrap();
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    let editor = format!("'{}' --wait", script.display());
    let mut session = Session::explorer(&[("VISUAL", &editor)]);
    session.send(b"o");
    session.until("the editor", |bytes| contains(bytes, b"COOKED"));
    let modes = Modes::after(&session.bytes());
    for (mode, value, what) in MODES {
        assert_eq!(modes.get(mode), Some(value), "{what} in the editor");
    }
    let text = String::from_utf8_lossy(&session.bytes()).into_owned();
    let call = &text[text.find("EDITOR").unwrap()..];
    assert!(call.starts_with("EDITOR --wait +"), "{call}");
    let before = text.len();
    session.send(b"qqq\n");
    session.until("every key", |bytes| contains(&bytes[before..], b"GOT qqq"));
    session.until("the explorer again", |bytes| {
        contains(&bytes[before..], b"\x1b[?2026l")
    });
    session.send(b"q");
    assert_eq!(session.status(), 0);
}

#[test]
fn a_pager_gets_text_that_a_terminal_cannot_obey() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        "Leaders meet\n\nVILNIUS, July 11, 2023 — Leaders met \x1b]52;c;AAAA\x07 on Tuesday.\n";
    std::fs::write(folder.path().join("a.txt"), text).unwrap();
    let path = folder.path().to_str().unwrap();
    let mut session = Session::start(command(DATELINE, &[path], &[("PAGER", "cat")]), 100, 30);
    session.until_screen("the article", (100, 30), |screen| {
        screen.contents().contains("VILNIUS")
    });
    let before = session.bytes().len();
    session.send(b"|");
    session.until("the pager", |bytes| {
        contains(&bytes[before..], b"Leaders met") && contains(&bytes[before..], b"\x1b[?1049h")
    });
    assert!(!contains(&session.bytes(), b"\x1b]52"));
    session.send(b"q");
    assert_eq!(session.status(), 0);
}

#[test]
fn an_editor_that_cannot_be_started_is_told_in_the_explorer() {
    let mut session = Session::explorer(&[("VISUAL", "/nowhere/editor")]);
    let before = session.bytes().len();
    session.send(b"o");
    session.until_screen("the reason", (100, 30), |screen| {
        screen.contents().contains("could not open it")
    });
    assert!(contains(&session.bytes()[before..], b"\x1b[?1049h"));
    session.send(b"q");
    assert_eq!(session.status(), 0);
}
