//! The thread that hears signals. It never waits for anybody: what the loop has to do is
//! noted, and what ends the program ends it even where the loop is stuck.

use std::{
    io, process,
    sync::{
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::SyncSender,
    },
    thread,
    time::{Duration, Instant},
};

use signal_hook::{
    consts::{
        SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP,
        SIGTSTP, SIGURG, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
    },
    iterator::Signals,
    low_level::{emulate_default_handler, raise},
};

use super::{Message, fault, leave};

/// What the loop answers itself.
const HEARD: [i32; 3] = [SIGTSTP, SIGCONT, SIGWINCH];
/// What ends a program that does not say otherwise, on every system. `SIGABRT` has a
/// thread of its own ([`super::abort`]).
const ENDS: [i32; 14] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO,
    SIGXCPU, SIGXFSZ, SIGSYS, SIGTRAP,
];
/// The same of Linux alone: a coprocessor's stack, a failing power supply, and real time.
#[cfg(target_os = "linux")]
const MORE: [std::ops::RangeInclusive<i32>; 3] = [16..=16, 30..=30, 34..=64];
#[cfg(not(target_os = "linux"))]
const MORE: [std::ops::RangeInclusive<i32>; 0] = [];

/// How long the loop has to leave by itself after a signal that ends the
/// program: it may be stuck in a write to a terminal that does not read.
const GRACE: Duration = Duration::from_millis(500);
/// How long [`settle`] waits for this thread at most.
const SETTLE: Duration = Duration::from_secs(2);

/// Whether another program has the terminal: then Ctrl-C and Ctrl-Z are meant for it.
static LENT: AtomicBool = AtomicBool::new(false);
/// What the loop has to answer: a bit a signal.
static WAITING: AtomicU64 = AtomicU64::new(0);
/// How many marks of [`settle`] were heard.
static MARKS: AtomicU64 = AtomicU64::new(0);

/// Says that another program has the terminal.
pub fn lend() {
    LENT.store(true, Ordering::SeqCst);
}

/// Says that the terminal is ours again. What came until now was meant for the other
/// program: it is heard first.
pub fn take_back() {
    settle();
    LENT.store(false, Ordering::SeqCst);
}

/// Waits until every signal that came so far was heard, by sending one behind them.
fn settle() {
    // Twice, for within one look at all signals a later one may be seen first.
    for _ in 0..2 {
        let before = MARKS.load(Ordering::SeqCst);
        let began = Instant::now();
        if raise(SIGURG).is_err() {
            return;
        }
        while MARKS.load(Ordering::SeqCst) == before && began.elapsed() < SETTLE {
            thread::sleep(Duration::from_millis(1));
        }
    }
}

/// What the loop has to answer now, in the order in which it has to.
pub fn waiting() -> impl Iterator<Item = i32> {
    let waiting = WAITING.swap(0, Ordering::SeqCst);
    HEARD
        .into_iter()
        .filter(move |signal| waiting & bit(*signal) != 0)
}

fn bit(signal: i32) -> u64 {
    1 << signal
}

/// Starts to listen; messages go to `out`.
///
/// # Errors
///
/// Where a handler cannot be set or no thread is to be had.
pub fn start(out: SyncSender<Message>) -> io::Result<()> {
    let more = MORE.into_iter().flatten();
    let all = HEARD.into_iter().chain(ENDS).chain(more).chain([SIGURG]);
    let mut signals = Signals::new(all)?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                fault::rehearse_late();
                hear(signal, &out);
            }
        })?;
    Ok(())
}

fn hear(signal: i32, out: &SyncSender<Message>) {
    let lent = LENT.load(Ordering::SeqCst);
    match signal {
        SIGURG => {
            MARKS.fetch_add(1, Ordering::SeqCst);
        }
        SIGINT | SIGQUIT | SIGCONT | SIGWINCH if lent => {}
        // Stopped together with the program that has the terminal.
        SIGTSTP if lent => drop(emulate_default_handler(SIGTSTP)),
        SIGTSTP | SIGCONT | SIGWINCH => {
            WAITING.fetch_or(bit(signal), Ordering::SeqCst);
            // Where the queue is full the loop has work, and asks for what waits after it.
            drop(out.try_send(Message::Woken));
        }
        _ => end(signal, out),
    }
}

/// Asks the loop to end, and ends the process if it does not.
fn end(signal: i32, out: &SyncSender<Message>) {
    drop(out.try_send(Message::Signal(signal)));
    thread::sleep(GRACE);
    leave::in_time();
    process::exit(super::status_of(signal).into());
}
