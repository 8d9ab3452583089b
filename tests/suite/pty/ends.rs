//! Signals that find the program busy, stuck or in the background.

use rustix::{
    fs::{Mode, OFlags, open},
    process::Signal,
    termios::{Action, tcflow},
};

use super::{
    MODES,
    driver::{DATELINE, Modes, Session, command, contains},
};

/// The terminal takes nothing, the queue is full of keys: nobody answers a signal, and yet
/// it is heard.
#[test]
fn a_signal_ends_it_where_the_terminal_does_not_read() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::QUIT, 131)] {
        let mut session = Session::explorer(&[]);
        let flags = OFlags::RDWR | OFlags::NOCTTY;
        let terminal = open(session.terminal(), flags, Mode::empty()).expect("the terminal");
        tcflow(&terminal, Action::OOff).expect("it stops");
        session.send(&b"jk".repeat(1500));
        for _ in 0..20 {
            session.signal(Signal::WINCH);
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        session.signal(signal);
        assert_eq!(session.status(), status, "{signal:?}");
        let (before, after) = session.disciplines();
        assert_eq!(before, after, "termios after {signal:?}");
    }
}

#[test]
fn a_worker_that_fails_is_told_at_once_and_in_the_end() {
    let many = tempfile::tempdir().expect("a folder");
    for n in 0..500 {
        let text = format!("Meeting {n}\n\nOn 11 July 2023 the leaders met in hall {n}.\n");
        std::fs::write(many.path().join(format!("{n}.txt")), text).expect("written");
    }
    let folder = many.path().to_str().expect("a path");
    let cases: [(&str, &[u8], &str); 3] = [
        (
            "builder",
            b"/hall",
            "the finder gave up: a fault in the program (a rehearsed fault",
        ),
        (
            "finder",
            b"/hall",
            "the finder gave up: a fault in the program (a rehearsed fault",
        ),
        (
            "handover",
            b"",
            "not all articles were read: a fault in the program (a rehearsed fault",
        ),
    ];
    for (fault, keys, told) in cases {
        let start = command(DATELINE, &[folder], &[("DATELINE_FAULT", fault)]);
        let mut session = Session::start(start, 160, 30);
        session.until("the first frame", |bytes| contains(bytes, b"\x1b[?2026l"));
        session.send(keys);
        session.until_screen(told, (160, 30), |screen| screen.contents().contains(told));
        session.until_screen("nothing to wait for", (160, 30), |screen| {
            !screen.contents().to_lowercase().contains("reading")
        });
        session.send(b"\x03");
        assert_eq!(session.status(), 1, "{fault}");
        session.until("the line behind it", |bytes| {
            let text = String::from_utf8_lossy(bytes);
            let after = text.rsplit("\x1b[?1049l").next().unwrap_or_default();
            after.contains(told)
        });
    }
}

/// A script with job control that moves the stopped explorer to the background and back
/// again, at once or when it has stopped there.
const BACKGROUND: &str = "\"$0\"; echo STOPPED; read -r line; bg >/dev/null; \
    if [ \"$line\" = wait ]; then until [ -n \"$(jobs -s)\" ]; do sleep 0.01; done; fi; \
    fg >/dev/null; echo \"ENDED $?\"; read -r line";

#[test]
fn what_goes_on_in_the_background_is_drawn_when_it_comes_back() {
    for how in ["wait\n", "at once\n"] {
        let arguments = ["-m", "-c", BACKGROUND, DATELINE];
        let mut session = Session::start(command("bash", &arguments, &[]), 100, 30);
        session.until("the first frame", |bytes| contains(bytes, b"\x1b[?2026l"));
        session.send(b"\x1a");
        session.until("the shell", |bytes| contains(bytes, b"STOPPED"));
        let before = session.bytes().len();
        session.send(how.as_bytes());
        session.until("the explorer again", |bytes| {
            contains(&bytes[before..], b"\x1b[?1049h") && contains(&bytes[before..], b"\x1b[?2026l")
        });
        session.send(b"q");
        session.until("the end", |bytes| contains(bytes, b"ENDED 0"));
        let modes = Modes::after(&session.bytes());
        for (mode, value, what) in MODES {
            assert_eq!(modes.get(mode), Some(value), "{what}, {how:?}");
        }
    }
}

#[test]
fn without_threads_it_says_so_and_touches_nothing() {
    let no_threads = ("RUST_MIN_STACK", "140737488355328");
    let folder = env!("CARGO_MANIFEST_DIR").to_owned() + "/seeds";
    for arguments in [&[][..], &[folder.as_str()]] {
        let mut session = Session::start(command(DATELINE, arguments, &[no_threads]), 100, 30);
        assert_eq!(session.status(), 2, "{arguments:?}");
        session.until("the reason", |bytes| contains(bytes, b"dateline: "));
        let bytes = session.bytes();
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("\x1b[?1049h") && !text.contains("panicked"),
            "{text}"
        );
        assert_eq!(text.lines().count(), 1, "{text}");
        let (before, after) = session.disciplines();
        assert_eq!(before, after);
    }
}

#[test]
fn a_terminal_of_sixteen_colours_gets_no_other() {
    for theme in ["dark", "light"] {
        let start = command(DATELINE, &["--theme", theme], &[("TERM", "xterm")]);
        let mut session = Session::start(start, 100, 30);
        session.until("the first frame", |bytes| contains(bytes, b"\x1b[?2026l"));
        session.send(b"\r/nato");
        session.until_screen("the finder", (100, 30), |screen| {
            screen.contents().contains("nato")
        });
        let bytes = session.bytes();
        assert!(
            !contains(&bytes, b"8;5;") && !contains(&bytes, b"8;2;"),
            "{theme}"
        );
        assert!(
            contains(&bytes, b"\x1b[3") || contains(&bytes, b"\x1b[9"),
            "{theme}: no colour"
        );
        session.send(b"\x03");
        assert_eq!(session.status(), 0);
    }
}
