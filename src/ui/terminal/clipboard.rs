//! The clipboards beside that of the terminal: the system's, by the program that it comes
//! with, and the buffer of tmux.

use std::{
    env,
    io::Write,
    process::{Command, Stdio},
};

/// The programs that fill a clipboard: what has to be set for them, what they are called, and
/// what they fill.
const PROGRAMS: [(&str, &[&str], &str); 4] = [
    ("TMUX", &["tmux", "load-buffer", "-w", "-"], "tmux’s buffer"),
    ("WAYLAND_DISPLAY", &["wl-copy"], "the clipboard"),
    (
        "DISPLAY",
        &["xclip", "-selection", "clipboard"],
        "the clipboard",
    ),
    ("__CF_USER_TEXT_ENCODING", &["pbcopy"], "the clipboard"),
];

/// Hands `text` to the programs that are there, and says which clipboards took it.
pub(super) fn take(text: &str) -> Option<String> {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let there = PROGRAMS.iter().filter(|(needs, ..)| set(needs));
    let took = there.filter(|(_, command, _)| fill(command, text));
    let names: Vec<&str> = took.map(|(.., name)| *name).collect();
    (!names.is_empty()).then(|| names.join(" and "))
}

/// Whether the program took the text.
fn fill(command: &[&str], text: &str) -> bool {
    let [program, arguments @ ..] = command else {
        return false;
    };
    let started = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = started else { return false };
    let given = child
        .stdin
        .take()
        .is_some_and(|mut stdin| stdin.write_all(text.as_bytes()).is_ok());
    child.wait().is_ok_and(|status| status.success()) && given
}

/// A sequence as it reaches the terminal through a multiplexer: GNU screen hands on what
/// stands in a device control string, tmux as well with every escape doubled, where it is
/// allowed to.
pub(super) fn passed(sequence: &str) -> String {
    wrapped(
        sequence,
        env::var_os("TMUX").is_some(),
        env::var_os("STY").is_some(),
    )
}

fn wrapped(sequence: &str, tmux: bool, screen: bool) -> String {
    if tmux {
        // Its own clipboard takes the plain one; the other goes through to what is outside.
        let doubled = sequence.replace('\u{1b}', "\u{1b}\u{1b}");
        format!("{sequence}\u{1b}Ptmux;{doubled}\u{1b}\\")
    } else if screen {
        format!("\u{1b}P{sequence}\u{1b}\\")
    } else {
        sequence.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiplexers_hand_it_on() {
        let copy = "\u{1b}]52;c;eA==\u{7}";
        assert_eq!(wrapped(copy, false, false), copy);
        assert_eq!(wrapped(copy, false, true), format!("\u{1b}P{copy}\u{1b}\\"));
        let inner = "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;eA==\u{7}\u{1b}\\";
        assert_eq!(wrapped(copy, true, false), format!("{copy}{inner}"));
    }

    #[test]
    fn a_program_that_is_not_there_takes_nothing() {
        assert!(!fill(&["dateline-no-such-program"], "x"));
        assert!(fill(&["cat"], "x"));
    }
}
