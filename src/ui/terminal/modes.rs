//! The eight modes of the terminal that we change, and their way back.
//!
//! Line discipline (termios), alternate screen, cursor, line wrap, mouse, bracketed
//! paste, focus reports, keyboard flags. What has to be undone stands here, so
//! that every way out can undo it: the loop, a panic on any thread, a signal
//! while the loop is stuck in a write. Whoever writes a frame holds the lock of
//! the screen, so nothing is drawn after the terminal was given back; the line
//! discipline has a lock of its own, so that it can be restored even then.

use std::{
    fs::File,
    io::{self, IsTerminal, Write},
    os::fd::{AsFd, OwnedFd},
    sync::{Mutex, MutexGuard, OnceLock, PoisonError, TryLockError},
    thread,
    time::Duration,
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    process::getpgrp,
    termios::{OptionalActions, Termios, tcgetattr, tcgetpgrp, tcgetwinsize, tcsetattr},
};

/// Alternate screen, cursor away, no wrap at the end of a line (a letter that the terminal
/// takes for wider than we do must not move the next line), bracketed paste, focus
/// reports. The keyboard
/// flags come after the alternate screen because each screen has its own stack;
/// `>1u` asks for an unambiguous Esc (kitty's protocol; others ignore it).
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[?1004h\x1b[>1u\x1b[2J";
/// The way back, in reverse; the synchronised update comes first, in case a
/// frame was cut short.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[<u\x1b[?1004l\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";
/// What a program that was killed may have left: a synchronised update, a region that
/// scrolls alone (DECSTBM, DECSLRM), origin and insert mode, line-drawing letters, other
/// codes for cursor keys and keypad, mouse reports of other kinds.
const REPAIR: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?69l\x1b[r\x1b[?6l\x1b[4l\x1b(B\x0f\x1b[?1l\x1b>\
    \x1b[?1003l\x1b[?1005l\x1b[?1015l";
/// What has to be undone where a program has the terminal that we lent it, and we end.
const LENT: &[u8] =
    b"\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?1004l\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";
/// Clicks, drags with a button down, coordinates of any size. Not 1003: a mouse
/// that only moves must cost nothing.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
/// The way back from [`MOUSE_ON`].
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The largest screen that is drawn: a terminal may claim 65,535 × 65,535.
const LARGEST: (u16, u16) = (1000, 500);

/// Where keys come from, and its line discipline as it was found.
#[derive(Debug)]
struct Line {
    input: OwnedFd,
    before: Termios,
    raw: bool,
    /// Whether another program has it, and may leave it in any state.
    lent: bool,
}

/// Where frames go, and which modes are on.
#[derive(Debug)]
struct Screen {
    output: File,
    ours: bool,
    mouse: bool,
    lent: bool,
}

static LINE: Mutex<Option<Line>> = Mutex::new(None);
static SCREEN: Mutex<Option<Screen>> = Mutex::new(None);
/// Another handle on the screen, for when whoever holds its lock never lets go of it.
static OUTPUT: OnceLock<File> = OnceLock::new();

/// A poisoned lock still holds the way back.
fn lock<T>(mutex: &'static Mutex<T>) -> MutexGuard<'static, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Finds the terminal: keys come from standard input where it is one, else
/// from the controlling terminal; the screen is standard output where that is one,
/// else the controlling terminal as well.
///
/// # Errors
///
/// Where there is no terminal to read keys from.
pub fn open() -> io::Result<()> {
    let controlling = || File::options().read(true).write(true).open("/dev/tty");
    let input: OwnedFd = if io::stdin().is_terminal() {
        io::stdin().as_fd().try_clone_to_owned()?
    } else {
        controlling()?.into()
    };
    let output = if io::stdout().is_terminal() {
        File::from(io::stdout().as_fd().try_clone_to_owned()?)
    } else {
        controlling()?
    };
    let before = tcgetattr(&input)?;
    let spare = output.try_clone()?;
    OUTPUT.get_or_init(|| spare);
    *lock(&LINE) = Some(Line {
        input,
        before,
        raw: false,
        lent: false,
    });
    *lock(&SCREEN) = Some(Screen {
        output,
        ours: false,
        mouse: true,
        lent: false,
    });
    Ok(())
}

/// Another handle on the descriptor that keys come from.
///
/// # Errors
///
/// Where no terminal is open, or no descriptor is left.
pub fn input() -> io::Result<OwnedFd> {
    let line = lock(&LINE);
    let line = line.as_ref().ok_or(io::ErrorKind::NotConnected)?;
    line.input.try_clone()
}

/// Takes the terminal: raw line discipline, alternate screen and the rest.
///
/// # Errors
///
/// Where the terminal is gone.
pub fn enter() -> io::Result<()> {
    if let Some(line) = lock(&LINE).as_mut() {
        // A shell may have changed the line discipline while we were stopped. A program
        // that we lent the terminal to may have been killed: what it left is not ours.
        if !line.raw && !std::mem::take(&mut line.lent) {
            line.before = tcgetattr(&line.input)?;
        }
        let mut raw = line.before.clone();
        raw.make_raw();
        line.raw = true;
        tcsetattr(&line.input, OptionalActions::Now, &raw)?;
    }
    if let Some(screen) = lock(&SCREEN).as_mut() {
        // Twice in a row (continued after SIGSTOP) must not stack keyboard flags.
        if std::mem::replace(&mut screen.ours, true) {
            screen.output.write_all(b"\x1b[<u")?;
        }
        if std::mem::take(&mut screen.lent) {
            screen.output.write_all(REPAIR)?;
        }
        screen.output.write_all(ENTER)?;
        if screen.mouse {
            screen.output.write_all(MOUSE_ON)?;
        }
    }
    Ok(())
}

/// Gives the terminal back as it was found. Does nothing where it is not ours;
/// what fails is passed over, for there is nobody left to tell.
pub fn leave() {
    if let Some(screen) = lock(&SCREEN).as_mut() {
        give_back(screen);
    }
    cook();
}

/// Gives the terminal to another program, which may leave it in any state; [`enter`]
/// takes it back.
pub fn lend() {
    leave();
    if let Some(screen) = lock(&SCREEN).as_mut() {
        screen.lent = true;
    }
    if let Some(line) = lock(&LINE).as_mut() {
        line.lent = true;
    }
}

/// Gives the terminal back for good: frames after this are dropped. Never
/// blocks for long, even where the loop is stuck in a write to a dead terminal.
pub fn leave_for_good() {
    cook();
    for _ in 0..30 {
        let mut screen = match SCREEN.try_lock() {
            Ok(screen) => screen,
            Err(TryLockError::Poisoned(error)) => error.into_inner(),
            Err(TryLockError::WouldBlock) => {
                thread::sleep(Duration::from_millis(10));
                continue;
            }
        };
        if let Some(mut screen) = screen.take() {
            give_back(&mut screen);
        }
        return;
    }
    // Its holder is stuck, or the very thread that aborts.
    if let Some(mut output) = OUTPUT.get() {
        let moment = Timespec {
            tv_sec: 0,
            tv_nsec: 300_000_000,
        };
        let mut fds = [PollFd::new(output, PollFlags::OUT)];
        if matches!(poll(&mut fds, Some(&moment)), Ok(1..)) {
            drop(
                output
                    .write_all(MOUSE_OFF)
                    .and_then(|()| output.write_all(LEAVE)),
            );
        }
    }
}

fn give_back(screen: &mut Screen) {
    if std::mem::take(&mut screen.lent) {
        drop(screen.output.write_all(REPAIR));
        drop(screen.output.write_all(LENT));
    }
    if !std::mem::take(&mut screen.ours) {
        return;
    }
    if screen.mouse {
        drop(screen.output.write_all(MOUSE_OFF));
    }
    drop(screen.output.write_all(LEAVE));
}

/// Restores the line discipline.
pub fn cook() {
    if let Some(line) = lock(&LINE).as_mut()
        && (std::mem::take(&mut line.raw) || std::mem::take(&mut line.lent))
    {
        tcsetattr(&line.input, OptionalActions::Now, &line.before).ok();
    }
}

/// Writes to the screen, in one piece; dropped where the terminal is not ours.
///
/// # Errors
///
/// Where the terminal is gone.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    match lock(&SCREEN).as_mut() {
        Some(screen) if screen.ours => screen.output.write_all(bytes),
        _ => Ok(()),
    }
}

/// Takes the mouse, or gives it back to the terminal.
///
/// # Errors
///
/// Where the terminal is gone.
pub fn mouse(on: bool) -> io::Result<()> {
    if let Some(screen) = lock(&SCREEN).as_mut() {
        screen.mouse = on;
    }
    write(if on { MOUSE_ON } else { MOUSE_OFF })
}

/// Columns and rows, at most [`LARGEST`]; 80×24 where the terminal does not say.
#[must_use]
pub fn size() -> (u16, u16) {
    let found = lock(&LINE).as_ref().and_then(|line| {
        tcgetwinsize(io::stdout())
            .or_else(|_| tcgetwinsize(&line.input))
            .ok()
    });
    match found {
        Some(size) if size.ws_col > 0 && size.ws_row > 0 => {
            (size.ws_col.min(LARGEST.0), size.ws_row.min(LARGEST.1))
        }
        _ => (80, 24),
    }
}

/// Whether we stand in the foreground, or come there within a moment: a shell may
/// continue us first and hand over the terminal then. A process in the background that
/// changes the terminal is stopped by it.
#[must_use]
pub fn come_to_foreground() -> bool {
    (0..10).any(|_| {
        let there = lock(&LINE)
            .as_ref()
            .is_none_or(|line| tcgetpgrp(&line.input).map_or(true, |group| group == getpgrp()));
        if !there {
            thread::sleep(Duration::from_millis(10));
        }
        there
    })
}
