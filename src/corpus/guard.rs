//! A fault of the program costs the text that it was reading, not all the others.
//!
//! What strangers wrote goes through many small rules. Should one of them fail on a text,
//! the user still gets every other text, and one line that says which one it was.

use std::{
    cell::{Cell, RefCell},
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    sync::OnceLock,
};

use super::Warning;
use crate::text::{clean::clean, steps};

/// Where faults are reported.
pub const REPORTS: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/issues");

/// Set once faults are held back: the one that is rehearsed, which is mostly none.
static ON: OnceLock<String> = OnceLock::new();

thread_local! {
    /// Whether this thread is inside of [`guarded`].
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    /// What this thread noted of the last fault there.
    static NOTED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What is done with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Its format is parsed.
    Parse,
    /// Body and furniture are told apart, the facts are found.
    Layout,
    /// Its dates and events are read.
    Events,
    /// Its dates alone are read.
    Dates,
}

/// From now on [`guarded`] holds faults back. For the program itself: tests and fuzzers
/// want to see every one. What `rehearsed` names fails on purpose, so that tests can see
/// that too: `parse:PATH`, `layout:PATH`, `events:PATH` or `dates:PATH`, the end of a path being enough.
pub fn enable(rehearsed: String) {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |fault| {
        if !note(fault) {
            usual(fault);
        }
    }));
    ON.get_or_init(|| rehearsed);
}

/// Notes a fault that [`guarded`] will hold back on this thread; whether it is one. To be
/// asked first by every panic hook.
#[must_use]
pub fn note(fault: &PanicHookInfo<'_>) -> bool {
    if !GUARDED.get() {
        return false;
    }
    NOTED.replace(told(fault));
    true
}

/// What happened and where: "index out of bounds at src/text.rs:12".
#[must_use]
pub fn told(fault: &PanicHookInfo<'_>) -> String {
    let what = clean(fault.payload_as_str().unwrap_or("no reason given"));
    let at = fault
        .location()
        .map(|at| format!(" at {}:{}", at.file(), at.line()));
    format!("{what}{}", at.unwrap_or_default())
}

/// Does `work` on the text of `path`.
///
/// # Errors
///
/// Where the program is at fault: a warning that says so, once [`enable`] was called.
pub fn guarded<R>(step: Step, path: &str, work: impl FnOnce() -> R) -> Result<R, Warning> {
    let Some(rehearsed) = ON.get() else {
        return Ok(work());
    };
    let before = GUARDED.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        rehearse(rehearsed, step, path);
        work()
    }));
    GUARDED.set(before);
    outcome.map_err(|_| {
        let lost = match step {
            Step::Parse | Step::Layout => "it could not be read",
            Step::Events => "its events could not be read",
            Step::Dates => "its dates could not be read",
        };
        let noted = NOTED.take();
        let why = if noted.contains(steps::TOO_MANY) {
            steps::TOO_MANY.to_owned()
        } else {
            format!("a fault in the program ({noted})")
        };
        Warning {
            fix: Some(format!("please report it with this text at {REPORTS}")),
            skipped: true,
            ..Warning::new(path, format!("{lost}: {why}"))
        }
    })
}

/// Does the `work` of a whole thread, which is called `name`.
///
/// # Errors
///
/// Where the program is at fault: what happened, once [`enable`] was called.
pub fn worker<R>(name: &str, work: impl FnOnce() -> R) -> Result<R, String> {
    let Some(rehearsed) = ON.get() else {
        return Ok(work());
    };
    let before = GUARDED.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        rehearse_worker(rehearsed, name);
        work()
    }));
    GUARDED.set(before);
    outcome.map_err(|panic| {
        let noted = NOTED.take();
        // A helper's fault was noted on its own thread.
        let what = panic.downcast_ref::<&str>().copied().unwrap_or_default();
        let what = if noted.is_empty() { what } else { &noted };
        format!("a fault in the program ({what}); please report it at {REPORTS}")
    })
}

/// Whether faults are held back on this thread, for the threads that help it.
#[must_use]
pub fn held() -> bool {
    GUARDED.get()
}

/// Holds faults back on this thread as on the one that it helps, which joins it.
pub fn hold(held: bool) {
    GUARDED.set(held);
}

/// Fails where this is the worker whose fault is to be rehearsed.
fn rehearse_worker(rehearsed: &str, name: &str) {
    assert!(rehearsed != name, "a rehearsed fault");
}

/// Fails where this is the fault to rehearse.
fn rehearse(rehearsed: &str, step: Step, path: &str) {
    if let Some((name, end)) = rehearsed.split_once(':') {
        let same = format!("{step:?}").eq_ignore_ascii_case(name) && path.ends_with(end);
        assert!(!same, "a rehearsed fault");
    }
}
