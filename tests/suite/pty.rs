//! The binary, driven through a real pseudo-terminal.

mod again;
mod driver;
mod ends;
mod programs;
mod replies;

use std::time::{Duration, Instant};

use driver::{DATELINE, Modes, Session, command, contains, orphan};
use rustix::process::Signal;

/// The modes that the explorer changes, and their value on an ordinary screen.
/// Keyboard flags stand as mode 0; termios is checked on its own.
const MODES: [(u16, i32, &str); 9] = [
    (1049, 0, "alternate screen"),
    (25, 1, "cursor"),
    (7, 1, "line wrap"),
    (1000, 0, "mouse clicks"),
    (1002, 0, "mouse drags"),
    (1006, 0, "mouse coordinates"),
    (2004, 0, "bracketed paste"),
    (1004, 0, "focus reports"),
    (0, 0, "keyboard flags"),
];

/// How the explorer can be made to end.
enum Way {
    Keys(&'static [u8]),
    Fault(&'static str),
    Signal(Signal),
}

/// Every way out but a vanished terminal, with the exit status it has to have.
const WAYS: [(&str, Way, u32); 23] = [
    ("q", Way::Keys(b"q"), 0),
    ("Ctrl-C", Way::Keys(b"\x03"), 0),
    ("an error while drawing", Way::Fault("error"), 2),
    ("a panic on the main thread", Way::Fault("main"), 101),
    ("a panic on a worker", Way::Fault("worker"), 101),
    ("an abort", Way::Fault("abort"), 128 + 6),
    ("a failed allocation", Way::Fault("memory"), 128 + 6),
    ("SIGABRT", Way::Signal(Signal::ABORT), 128 + 6),
    ("SIGUSR1", Way::Signal(Signal::USR1), 128 + 10),
    ("SIGUSR2", Way::Signal(Signal::USR2), 128 + 12),
    ("SIGALRM", Way::Signal(Signal::ALARM), 128 + 14),
    ("SIGVTALRM", Way::Signal(Signal::VTALARM), 128 + 26),
    ("SIGPROF", Way::Signal(Signal::PROF), 128 + 27),
    ("SIGIO", Way::Signal(Signal::IO), 128 + 29),
    ("SIGXCPU", Way::Signal(Signal::XCPU), 128 + 24),
    ("SIGXFSZ", Way::Signal(Signal::XFSZ), 128 + 25),
    ("SIGSYS", Way::Signal(Signal::SYS), 128 + 31),
    ("SIGTRAP", Way::Signal(Signal::TRAP), 128 + 5),
    ("SIGPWR", Way::Signal(Signal::POWER), 128 + 30),
    ("SIGTERM", Way::Signal(Signal::TERM), 128 + 15),
    ("SIGHUP", Way::Signal(Signal::HUP), 128 + 1),
    ("SIGINT", Way::Signal(Signal::INT), 128 + 2),
    ("SIGQUIT", Way::Signal(Signal::QUIT), 128 + 3),
];

#[test]
fn every_way_out_restores_every_mode() {
    for (name, way, status) in WAYS {
        let fault = if let Way::Fault(fault) = way {
            fault
        } else {
            ""
        };
        let mut session = Session::explorer(&[("DATELINE_FAULT", fault)]);
        match way {
            Way::Keys(keys) => session.send(keys),
            Way::Signal(signal) => session.signal(signal),
            Way::Fault(_) => {}
        }
        assert_eq!(session.status(), status, "status after {name}");
        session.until("the way back", |bytes| contains(bytes, b"\x1b[?1049l"));
        let modes = Modes::after(&session.bytes());
        for (mode, value, what) in MODES {
            assert_eq!(modes.get(mode), Some(value), "{what} after {name}");
        }
        let (before, after) = session.disciplines();
        assert_eq!(before, after, "termios after {name}");
    }
}

/// The modes are really changed while the explorer runs: without this, the test
/// above could pass on a program that does nothing.
#[test]
fn every_mode_is_taken_while_it_runs() {
    let session = Session::explorer(&[]);
    let modes = Modes::after(&session.bytes());
    for (mode, ordinary, what) in MODES {
        assert_eq!(modes.get(mode), Some(1 - ordinary), "{what}");
    }
    let (before, now) = session.disciplines();
    assert_ne!(before, now, "termios");
}

#[test]
fn a_fault_is_told_after_the_terminal_is_back() {
    for fault in ["main", "worker"] {
        let mut session = Session::explorer(&[("DATELINE_FAULT", fault)]);
        assert_eq!(session.status(), 101);
        session.until("the message", |bytes| contains(bytes, b"/issues"));
        let bytes = session.bytes();
        let text = String::from_utf8_lossy(&bytes);
        let (back, told) = (text.rfind("\x1b[?1049l"), text.find("a rehearsed fault"));
        assert!(back.is_some() && back < told, "{fault}: {text:?}");
        assert!(
            !text[told.unwrap()..].contains("\x1b["),
            "{fault}: drawn after the end"
        );
    }
}

#[test]
fn a_fault_in_one_text_leaves_the_others_to_be_explored() {
    for step in ["layout", "events"] {
        let fault = format!("{step}:003_4bc7f6b14aea3614.txt");
        let mut session = Session::explorer(&[("DATELINE_FAULT", &fault)]);
        session.send(b"jjjq");
        assert_eq!(session.status(), 1, "{fault}");
        session.until("the message", |bytes| contains(bytes, b"/issues"));
        let bytes = session.bytes();
        let text = String::from_utf8_lossy(&bytes);
        let (back, told) = (text.rfind("\x1b[?1049l"), text.find("a rehearsed fault"));
        assert!(back.is_some() && back < told, "{fault}: {text:?}");
        assert!(text.contains("Rutte"), "{fault}: nothing of the others");
    }
}

#[test]
fn it_does_not_outlive_its_terminal() {
    let outlives = "trap '' HUP; \"$0\"; exit $?";
    let variants: [(&str, &[&str]); 3] = [
        ("SIGHUP as it is", &[DATELINE]),
        (
            "SIGHUP ignored",
            &["sh", "-c", "trap '' HUP; exec \"$0\"", DATELINE],
        ),
        (
            "another leads the session and ignores SIGHUP",
            &["sh", "-c", outlives, DATELINE],
        ),
    ];
    for (name, words) in variants {
        // On a busy machine one of three tries has to be quick.
        let quick = (0..3).any(|_| {
            let (status, took) = orphan(command(words[0], &words[1..], &[]));
            assert_eq!(status, 129, "{name}");
            took < Duration::from_secs(1)
        });
        assert!(quick, "{name}: it outlives its terminal by a second");
    }
}

#[test]
fn nothing_is_written_and_no_time_spent_while_nothing_happens() {
    let session = Session::explorer(&[]);
    // The first frame may come in pieces: two equal looks in a row.
    let mut bytes = session.bytes().len();
    let idle = Duration::from_millis(1500);
    let start = Instant::now();
    let mut ticks = session.ticks();
    let mut since = start;
    while since.elapsed() < idle {
        std::thread::sleep(Duration::from_millis(50));
        let now = session.bytes().len();
        if now != bytes {
            assert!(
                start.elapsed() < driver::PATIENCE,
                "it never stops to write"
            );
            (bytes, since, ticks) = (now, Instant::now(), session.ticks());
        }
    }
    assert!(session.ticks() - ticks <= 1, "time was spent on nothing");
}

#[test]
fn a_resize_is_drawn_at_the_new_size() {
    let mut session = Session::explorer(&[]);
    for (columns, rows) in [(60, 20), (1, 1), (20, 5), (200, 50), (80, 24)] {
        let before = session.bytes().len();
        session.resize(columns, rows);
        session.until("a frame after the resize", |bytes| {
            contains(&bytes[before..], b"\x1b[2J") && contains(&bytes[before..], b"\x1b[?2026l")
        });
    }
    session.send(b"q");
    assert_eq!(session.status(), 0);
}

#[test]
fn a_storm_of_resizes_ends_in_the_last_size() {
    let mut session = Session::explorer(&[]);
    let mut seed: u32 = 7;
    for _ in 0..1500 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        session.resize((seed >> 8) as u16 % 300, (seed >> 20) as u16 % 100);
    }
    let before = session.bytes().len();
    session.resize(90, 20);
    session.until("the last frame", |bytes| {
        contains(&bytes[before..], b"\x1b[?2026l")
    });
    session.send(b"q");
    assert_eq!(session.status(), 0);
}

#[test]
fn a_terminal_that_claims_to_be_endless_is_clamped() {
    let session = Session::start(command(DATELINE, &[], &[]), u16::MAX, u16::MAX);
    session.until("a frame", |bytes| contains(bytes, b"\x1b[?2026l"));
    drop(session);
}

/// A script with job control runs the explorer, is told that it stopped, and continues it.
const JOB_CONTROL: &str =
    "\"$0\"; echo STOPPED; read -r line; fg >/dev/null; echo \"ENDED $?\"; read -r line";

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_draws_anew() {
    for way in ["key", "signal"] {
        let arguments = ["-m", "-c", JOB_CONTROL, DATELINE];
        let mut session = Session::start(command("bash", &arguments, &[]), 100, 30);
        session.until("the first frame", |bytes| contains(bytes, b"\x1b[?2026l"));
        if way == "key" {
            session.send(b"\x1a");
        } else {
            let id = session.job();
            rustix::process::kill_process(id, Signal::TSTP).unwrap();
        }
        session.until("the shell", |bytes| contains(bytes, b"STOPPED"));
        let modes = Modes::after(&session.bytes());
        for (mode, value, what) in MODES {
            assert_eq!(
                modes.get(mode),
                Some(value),
                "{what} while stopped by {way}"
            );
        }
        let before = session.bytes().len();
        session.resize(70, 20);
        session.send(b"\n");
        session.until("the explorer again", |bytes| {
            contains(&bytes[before..], b"\x1b[?1049h") && contains(&bytes[before..], b"\x1b[?2026l")
        });
        session.send(b"q");
        session.until("the end", |bytes| contains(bytes, b"ENDED 0"));
    }
}

#[test]
fn keys_come_from_the_terminal_where_standard_input_is_a_pipe() {
    let script = "true | \"$0\"; echo \"ENDED $?\"; read -r line";
    let mut session = Session::start(command("sh", &["-c", script, DATELINE], &[]), 100, 30);
    session.until("the first frame", |bytes| contains(bytes, b"\x1b[?2026l"));
    session.send(b"q");
    session.until("the end", |bytes| contains(bytes, b"ENDED 0"));
}

#[test]
fn without_a_controlling_terminal_it_says_so_in_one_line() {
    let script = "setsid -w \"$0\" </dev/null; echo \"ENDED $?\"; read -r line";
    let session = Session::start(command("sh", &["-c", script, DATELINE], &[]), 100, 30);
    session.until("the end", |bytes| contains(bytes, b"ENDED 2"));
    let text = String::from_utf8_lossy(&session.bytes()).into_owned();
    assert!(text.starts_with("dateline: "), "{text:?}");
    assert_eq!(text.matches('\n').count(), 2, "{text:?}");
}

#[test]
fn a_dumb_terminal_gets_plain_text() {
    let mut session = Session::start(command(DATELINE, &[], &[("TERM", "dumb")]), 100, 30);
    assert_eq!(session.status(), 0);
    assert!(!contains(&session.bytes(), b"\x1b"));
}

#[test]
fn a_paste_of_ten_megabytes_is_survived() {
    let mut session = Session::explorer(&[]);
    session.send(b"/");
    session.send(b"\x1b[200~");
    for _ in 0..160 {
        session.send(&vec![b'x'; 1 << 16]);
    }
    session.send(b"\x1b[201~\x03");
    assert_eq!(session.status(), 0);
}

#[test]
fn copying_goes_to_the_terminals_clipboard() {
    let mut session = Session::explorer(&[]);
    session.send(b"yd");
    session.until("the clipboard", |bytes| contains(bytes, b"\x1b]52;c;"));
    session.send(b"\x03");
    assert_eq!(session.status(), 0);
}

#[test]
fn an_ascii_locale_gets_ascii_marks() {
    let session = Session::start(
        command(DATELINE, &["--no-dossier"], &[("LANG", "C")]),
        20,
        5,
    );
    session.until("the first frame", |bytes| contains(bytes, b"\x1b[?2026l"));
    assert!(!contains(&session.bytes(), "●".as_bytes()));
    assert!(!contains(&session.bytes(), "│".as_bytes()));
}

#[test]
fn a_folder_that_holds_nothing_is_told_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let mut session = Session::start(command(DATELINE, &[path], &[]), 100, 30);
    assert_eq!(session.status(), 2);
    session.until("the reason", |bytes| {
        contains(bytes, b"dateline: no articles in")
    });
    assert!(!contains(&session.bytes(), b"\x1b[?1049h"));
}

/// As people use fzf: the screen is the terminal, the chosen line goes where the output goes.
#[test]
fn a_chosen_line_is_printed_where_the_output_goes() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = folder.path().join("lines.txt");
    let chosen = folder.path().join("chosen.txt");
    std::fs::write(&lines, "first line\nsecond line\nlast line\n").expect("written");
    let script = "\"$0\" --lines < \"$1\" > \"$2\"; echo ended $?";
    let [lines, chosen] = [&lines, &chosen].map(|path| path.to_str().expect("a path"));
    let arguments = ["-c", script, DATELINE, lines, chosen];
    for (keys, printed, ended) in [
        ("secon\r", "second line\n", "ended 0"),
        ("secon\x1b", "", "ended 130"),
    ] {
        let mut session = Session::start(command("sh", &arguments, &[]), 80, 24);
        session.until("the finder", |bytes| contains(bytes, b"find a line"));
        session.send(keys.as_bytes());
        session.until("the end", |bytes| contains(bytes, ended.as_bytes()));
        assert_eq!(session.status(), 0);
        assert_eq!(std::fs::read_to_string(chosen).expect("read"), printed);
    }
}
