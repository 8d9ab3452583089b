//! What comes from the terminal and was not typed, and what never ends.

use std::{thread::sleep, time::Duration};

use super::driver::{DATELINE, Session, command, contains};

/// Longer than an Esc is waited for, so that the line is cut for the program.
const CUT: Duration = Duration::from_millis(60);

#[test]
fn answers_of_the_terminal_start_and_end_nothing() {
    let replies: [&[u8]; 6] = [
        b"\x1bP1$r0 q\x1b\\",
        b"\x1bP>|tmux 3.3a q o |\x1b\\",
        b"\x1b]11;rgb:0000/0000/0000\x07",
        b"\x1b]lvim quo\x1b\\",
        b"\x1b_Gi=1;qo\x1b\\",
        b"\x1b[<35;12;7M",
    ];
    let started = "echo STARTED";
    let mut session = Session::explorer(&[("VISUAL", started), ("PAGER", started)]);
    for reply in replies {
        session.send(reply);
        for cut in [2, reply.len() / 2, reply.len() - 1] {
            session.send(&reply[..cut]);
            sleep(CUT);
            session.send(&reply[cut..]);
            sleep(CUT);
        }
    }
    session.send(b"yd");
    session.until("the clipboard", |bytes| contains(bytes, b"\x1b]52;c;"));
    assert!(!contains(&session.bytes(), b"STARTED"));
    session.send(b"q");
    assert_eq!(session.status(), 0);
}

#[test]
fn what_never_ends_swallows_no_key_for_ever() {
    for begun in [&b"\x1b[200~two"[..], b"\x1bP1$r", b"\x1b[<0;1"] {
        for key in [&b"q"[..], b"\x03"] {
            let mut session = Session::explorer(&[]);
            session.send(begun);
            // Pressed until it works, as people do; not so fast that the line seems busy.
            let ended = (0..10).any(|_| {
                sleep(Duration::from_millis(1200));
                session.send(key);
                session.has_ended(Duration::from_millis(300))
            });
            assert!(ended, "{begun:?}");
            assert_eq!(session.status(), 0);
        }
    }
}

#[test]
fn what_is_typed_for_standard_input_ends_with_ctrl_d() {
    for arguments in [&["-"][..], &["--lines", "-"]] {
        let mut session = Session::start(command(DATELINE, arguments, &[]), 100, 30);
        session.until("the invitation", |bytes| contains(bytes, b"Ctrl-D"));
        session.send(b"On 11 July 2023 the leaders met in Vilnius.\n\x04");
        session.until("the explorer", |bytes| contains(bytes, b"\x1b[?1049h"));
        session.until_screen("what was typed", (100, 30), |screen| {
            screen.alternate_screen() && screen.contents().contains("Vilnius")
        });
        session.send(b"\x1b[A\x03");
        session.until("the way back", |bytes| contains(bytes, b"\x1b[?1049l"));
        assert!([0, 130].contains(&session.status()), "{arguments:?}");
    }
}
