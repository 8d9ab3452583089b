//! The end of the explorer, on every way: the terminal is given back, and the copies that
//! an editor was given go, but for those that somebody changed.

use std::{
    io::{self, Write},
    sync::mpsc::channel,
    thread,
    time::Duration,
};

use super::{copies, modes};
use crate::text::clean::clean;

/// How long a terminal that does not read is waited for.
const PATIENCE: Duration = Duration::from_millis(500);

/// Gives everything back; what the user has to know is told after that.
pub fn for_good() {
    modes::leave_for_good();
    for kept in copies::tidy() {
        let line = format!("dateline: {}\n", clean(&kept));
        // Not eprintln: it panics where standard error is a dead terminal.
        drop(io::stderr().write_all(line.as_bytes()));
    }
}

/// The same, but never longer than a moment: a terminal that does not read may hold up
/// whoever writes to it for ever.
pub fn in_time() {
    modes::cook();
    let (done, wait) = channel();
    let all = move || {
        for_good();
        done.send(()).ok();
    };
    match thread::Builder::new().spawn(all) {
        Ok(_) => drop(wait.recv_timeout(PATIENCE)),
        Err(_) => for_good(),
    }
}
