//! What was changed on the disk is read again.

use std::fs;

use super::driver::{DATELINE, Session, command};

const SIZE: (u16, u16) = (120, 30);

#[test]
fn what_was_changed_is_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("harbour.md");
    let article = |last: &str| {
        format!("# Harbour strike ends\n\nMay 15, 2024\n\nThe strike ended on Tuesday.\n\n{last}\n")
    };
    fs::write(&file, article("Talks go on.")).expect("a file");
    let path = folder.path().to_str().expect("UTF-8");
    let mut session = Session::start(command(DATELINE, &[path], &[]), SIZE.0, SIZE.1);
    session.until_screen("the first text", SIZE, |screen| {
        screen.contents().contains("Talks go on.")
    });
    fs::write(&file, article("Ferries sailed on Monday.")).expect("a file");
    session.send(b"R");
    session.until_screen("the second text", SIZE, |screen| {
        let shown = screen.contents();
        shown.contains("Ferries sailed on Monday.") && shown.contains("read again; 1 new event")
    });
    session.send(b"q");
    assert_eq!(session.status(), 0);
}
