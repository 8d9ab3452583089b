//! The thread that waits for keys, and notices when the terminal vanishes.
//!
//! It sleeps in `poll` on the terminal and on a socket of its own, so that it
//! costs nothing while nothing happens, and lets go of the terminal at once
//! when an editor needs it.

use std::{
    io::{self, Write},
    os::{fd::OwnedFd, unix::net::UnixStream},
    process,
    sync::mpsc::{Receiver, Sender, SyncSender, channel},
    thread,
    time::Duration,
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::{Errno, read},
};

use super::{Message, input::Decoder, leave, modes};

/// How long the loop has to leave by itself once the terminal is gone.
const GRACE: Duration = Duration::from_millis(500);

/// The reading thread's handle.
#[derive(Debug)]
pub struct Reader {
    wake: UnixStream,
    orders: Sender<Order>,
}

/// What the thread is told.
enum Order {
    /// Let go of the terminal, say so, and wait for the next order.
    Pause(Sender<()>),
    /// Read on.
    Resume,
}

impl Reader {
    /// Starts to read; messages go to `out`.
    ///
    /// # Errors
    ///
    /// Where no thread or descriptor is to be had.
    pub fn start(out: SyncSender<Message>) -> io::Result<Self> {
        let input = modes::input()?;
        let (wake, woken) = UnixStream::pair()?;
        let (orders, received) = channel();
        thread::Builder::new()
            .name("keys".to_owned())
            .spawn(move || run(&input, &woken, &received, &out))?;
        Ok(Self { wake, orders })
    }

    /// Asks for a pause; once the answer has come, no key is taken from whoever is next.
    pub fn pause(&mut self) -> Receiver<()> {
        let (done, wait) = channel();
        drop(self.orders.send(Order::Pause(done)));
        drop(self.wake.write_all(&[0]));
        wait
    }

    /// Reads again.
    pub fn resume(&mut self) {
        drop(self.orders.send(Order::Resume));
    }
}

fn run(input: &OwnedFd, woken: &UnixStream, orders: &Receiver<Order>, out: &SyncSender<Message>) {
    let mut decoder = Decoder::default();
    let mut bytes = [0; 4096];
    let mut open = true;
    loop {
        let mut send = |event| open &= out.send(Message::Input(event)).is_ok();
        let mut fds = [
            PollFd::new(input, PollFlags::IN),
            PollFd::new(woken, PollFlags::IN),
        ];
        let timeout = decoder
            .patience()
            .and_then(|patience| Timespec::try_from(patience).ok());
        match poll(&mut fds, timeout.as_ref()) {
            Ok(0) => decoder.silent(&mut send),
            Ok(_) => {
                let (terminal, order) = (fds[0].revents(), fds[1].revents());
                if !order.is_empty() && !obey(woken, orders) {
                    return;
                }
                if order.is_empty() && !terminal.is_empty() {
                    match read(input, &mut bytes) {
                        outcome if is_gone(outcome) => break,
                        Ok(length) => decoder.feed(&bytes[..length], &mut send),
                        Err(_) => {}
                    }
                }
            }
            Err(Errno::INTR) => {}
            Err(_) => break,
        }
        if !open {
            return;
        }
    }
    // The terminal has vanished, with or without SIGHUP.
    drop(out.try_send(Message::Gone));
    thread::sleep(GRACE);
    leave::in_time();
    process::exit(super::status_of(signal_hook::consts::SIGHUP).into());
}

/// Whether what came of reading says that the terminal will never give a key again:
/// its end, a line that was hung up, a process that nobody may bring to the foreground
/// (`EIO`, `termios(3)`), a descriptor or a device that is no more.
fn is_gone(outcome: rustix::io::Result<usize>) -> bool {
    matches!(outcome, Ok(0) | Err(Errno::IO | Errno::BADF | Errno::NXIO))
}

/// Carries out the order that woke us; false where nobody gives orders any more.
fn obey(mut woken: &UnixStream, orders: &Receiver<Order>) -> bool {
    let mut byte = [0; 1];
    if !matches!(io::Read::read(&mut woken, &mut byte), Ok(1)) {
        return false;
    }
    loop {
        match orders.recv() {
            // A Resume without a pause before it asks for nothing.
            Ok(Order::Resume) => return true,
            Ok(Order::Pause(done)) => drop(done.send(())),
            Err(_) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_that_gives_no_more_is_gone() {
        for gone in [Ok(0), Err(Errno::IO), Err(Errno::BADF), Err(Errno::NXIO)] {
            assert!(is_gone(gone), "{gone:?}");
        }
        for there in [Ok(1), Ok(4096), Err(Errno::INTR), Err(Errno::AGAIN)] {
            assert!(!is_gone(there), "{there:?}");
        }
    }
}
