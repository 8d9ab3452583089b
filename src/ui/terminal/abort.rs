//! The way out of a process that aborts: memory that is not to be had, a stack that is full.
//!
//! After `SIGABRT` was handled the process is gone, so the terminal has to be given back
//! while the handler runs. A handler of our own would be unsafe code; the two that are
//! used here write a byte into a pipe each. The first pipe wakes a thread. The second is
//! full, so the thread that aborts waits in its handler, until the first has done its
//! work and ended the process.

use std::{
    io::{self, Read, Write, pipe},
    thread,
};

use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use signal_hook::{
    consts::SIGABRT,
    low_level::{self, pipe::register},
};

use super::modes;

/// Nothing may be allocated for it.
const MESSAGE: &[u8] = b"dateline: aborted; most often memory ran out: open fewer files; \
    your files are untouched\n";

/// Starts to watch, for as long as the process lives.
///
/// # Errors
///
/// Where no descriptor or thread is to be had.
pub fn watch() -> io::Result<()> {
    let (mut woken, wake) = pipe()?;
    register(SIGABRT, wake)?;
    let (held, mut full) = pipe()?;
    let handle = full.try_clone()?;
    let flags = fcntl_getfl(&handle)?;
    fcntl_setfl(&handle, flags | OFlags::NONBLOCK)?;
    while full.write(&[0; 4096]).is_ok() {}
    // The last bytes that fit.
    while full.write(&[0]).is_ok() {}
    register(SIGABRT, full)?;
    fcntl_setfl(&handle, flags)?;
    thread::Builder::new()
        .name("abort".to_owned())
        .spawn(move || {
            let read = woken.read_exact(&mut [0]);
            if read.is_ok() {
                modes::leave_for_good();
                drop(io::stderr().write_all(MESSAGE));
                // Without what else is done at an exit: it may need memory.
                low_level::exit(super::status_of(SIGABRT).into());
            }
            drop(held);
        })?;
    Ok(())
}
