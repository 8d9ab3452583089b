//! The thread that waits for signals.

use std::{
    io, process,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc::SyncSender,
    },
    thread,
    time::Duration,
};

use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
    low_level::emulate_default_handler,
};

use super::{Message, modes};

/// How long the loop has to leave by itself after a signal that ends the
/// program: it may be stuck in a write to a terminal that does not read.
const GRACE: Duration = Duration::from_millis(500);

/// Whether another program has the terminal: then Ctrl-C and Ctrl-Z are meant for it.
static LENT: AtomicBool = AtomicBool::new(false);

/// Says whether another program has the terminal.
pub fn lend(lent: bool) {
    LENT.store(lent, Ordering::SeqCst);
}

/// Starts to listen; messages go to `out`.
///
/// # Errors
///
/// Where a handler cannot be set or no thread is to be had.
pub fn start(out: SyncSender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                hear(signal, &out);
            }
        })?;
    Ok(())
}

fn hear(signal: i32, out: &SyncSender<Message>) {
    let lent = LENT.load(Ordering::SeqCst);
    match signal {
        SIGTERM | SIGHUP => end(signal, out),
        SIGINT | SIGQUIT if !lent => end(signal, out),
        // Stopped together with the program that has the terminal.
        SIGTSTP if lent => drop(emulate_default_handler(SIGTSTP)),
        // A burst may drop news of a size that the next frame asks for anyway;
        // the channel is full only while the loop has work.
        SIGTSTP | SIGCONT | SIGWINCH if !lent => drop(out.send(Message::Signal(signal))),
        _ => {}
    }
}

/// Asks the loop to end, and ends the process if it does not.
fn end(signal: i32, out: &SyncSender<Message>) {
    drop(out.try_send(Message::Signal(signal)));
    thread::sleep(GRACE);
    modes::leave_for_good();
    process::exit(super::status_of(signal).into());
}
