//! What happens when the program itself is at fault: a panic on any thread.
//!
//! The terminal is given back first, then one message says what happened and
//! where to report it, then the process ends with status 101. A thread that
//! dies never leaves a living screen on a terminal that was given back, for
//! the process does not outlive the message.

use std::{
    backtrace::{Backtrace, BacktraceStatus},
    io::{self, Write},
    panic::{self, PanicHookInfo},
    process,
};

use super::leave;
use crate::corpus::guard::{self, REPORTS};

/// The exit status of a Rust program that panicked.
const STATUS: i32 = 101;

/// Sets the hook for as long as the process lives.
pub fn watch() {
    panic::set_hook(Box::new(|fault| {
        if guard::note(fault) {
            return;
        }
        leave::for_good();
        // Not eprintln: it panics where standard error is a dead terminal.
        drop(io::stderr().write_all(message(fault).as_bytes()));
        process::exit(STATUS);
    }));
}

/// What happened, where, and what to do.
fn message(fault: &PanicHookInfo<'_>) -> String {
    let mut text = format!(
        "dateline: a fault in the program: {}; your files are untouched; please report it at {REPORTS}\n",
        guard::told(fault),
    );
    let trace = Backtrace::capture();
    if trace.status() == BacktraceStatus::Captured {
        text.push_str(&trace.to_string());
        text.push('\n');
    }
    text
}

/// Fails on purpose, so that the tests can see every way out; `DATELINE_FAULT`
/// says how. Not in a release.
///
/// # Errors
///
/// Where the rehearsed fault is an error.
#[cfg(debug_assertions)]
pub fn rehearse() -> io::Result<()> {
    match std::env::var("DATELINE_FAULT").as_deref() {
        Ok("error") => Err(io::Error::other("a rehearsed error")),
        Ok("abort") => process::abort(),
        Ok("memory") => {
            // More than any system has: the allocation fails.
            std::hint::black_box(Vec::<u8>::with_capacity(isize::MAX as usize));
            Ok(())
        }
        Ok("main") => panic!("a rehearsed fault"),
        Ok("worker") => {
            std::thread::spawn(|| panic!("a rehearsed fault"))
                .join()
                .ok();
            Ok(())
        }
        _ => Ok(()),
    }
}

/// In a release nothing fails on purpose.
#[cfg(not(debug_assertions))]
#[allow(clippy::unnecessary_wraps)]
pub const fn rehearse() -> io::Result<()> {
    Ok(())
}

/// Hears signals late where that is rehearsed: the longest that a busy machine may take.
#[cfg(debug_assertions)]
pub fn rehearse_late() {
    if std::env::var("DATELINE_FAULT").as_deref() == Ok("late") {
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}

/// In a release nothing is late on purpose.
#[cfg(not(debug_assertions))]
pub const fn rehearse_late() {}
