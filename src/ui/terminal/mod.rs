//! The only floor that talks to the terminal: the loop.
//!
//! ```text
//!  keys ─────┐
//!  signals ──┤  Message            Action          Effect
//!  loader ───┼─────────▶ the loop ────────▶ update ───────▶ the world
//!  finder ───┘             │ one frame when the messages are done
//!                          ▼
//!                        screen
//! ```
//!
//! The loop blocks on its messages: while nothing happens nothing is written
//! and no time is spent. What comes in a burst is carried out together and
//! drawn once.

pub mod depth;
mod fault;
pub mod input;
mod modes;
mod open;
mod reader;
mod screen;
mod session;
mod signals;

use std::{
    io,
    sync::mpsc::{SyncSender, sync_channel},
    thread,
};

use crossterm::event::Event;
use signal_hook::consts::SIGHUP;

use super::{
    action::{Action, Loaded},
    state::State,
};
use crate::search::Item;
use depth::Depth;
use reader::Reader;
use session::Session;

/// How many messages wait at most; whoever sends more waits.
const QUEUE: usize = 1024;

/// What reaches the loop.
#[derive(Debug)]
enum Message {
    /// From the keyboard or the mouse.
    Input(Event),
    /// A signal, by its number.
    Signal(i32),
    /// The terminal has vanished.
    Gone,
    /// From a worker.
    News(Action),
    /// Nothing can be read: there is nothing to explore.
    Failed(String),
}

/// How the explorer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The user quit.
    Quit,
    /// A signal asked for it, or the terminal vanished (as SIGHUP).
    Signal(i32),
}

impl Ending {
    /// The exit status: 0, or 128 + the signal's number.
    #[must_use]
    pub fn status(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(signal) => status_of(signal),
        }
    }
}

/// The exit status of a program that a signal ended.
fn status_of(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(u8::MAX)
}

/// Reads in the background and hands over what it has, as often as it likes, or
/// says why nothing can be read at all.
pub type Loader = Box<dyn FnOnce(&mut dyn FnMut(Result<Loaded, String>)) + Send>;

/// Reads the lines to choose from, on the finder's thread.
pub type Lines = Box<dyn FnOnce() -> Vec<Item> + Send>;

/// Whether there is a terminal to open the explorer on; call before [`run`].
///
/// # Errors
///
/// Where there is none to read keys from.
pub fn open() -> io::Result<(u16, u16)> {
    modes::open()?;
    Ok(modes::size())
}

/// Runs the explorer until it ends, and hands back how it ended and what was
/// explored last; the terminal is given back in every case.
///
/// # Errors
///
/// Where the terminal cannot be set up or written to.
pub fn run(state: State, depth: Depth, loader: Option<Loader>) -> io::Result<(Ending, State)> {
    start(state, depth, loader, None)
}

/// Runs the finder over lines until one is chosen or none; else as [`run`].
///
/// # Errors
///
/// Where the terminal cannot be set up or written to.
pub fn choose(state: State, depth: Depth, lines: Lines) -> io::Result<(Ending, State)> {
    start(state, depth, None, Some(lines))
}

fn start(
    state: State,
    depth: Depth,
    loader: Option<Loader>,
    lines: Option<Lines>,
) -> io::Result<(Ending, State)> {
    fault::watch();
    let (out, inbox) = sync_channel(QUEUE);
    signals::start(out.clone())?;
    modes::enter()
        .and_then(|()| {
            let reader = Reader::start(out.clone())?;
            if let Some(load) = loader {
                start_loader(load, out.clone())?;
            }
            let mut session = Session::new(state, depth, reader, inbox, out);
            if let Some(lines) = lines {
                session = session.of_lines(lines);
            }
            let ending = session.run();
            modes::leave_for_good();
            Ok((vanished(ending)?, session.state()))
        })
        .inspect_err(|_| modes::leave_for_good())
}

/// Where drawing failed because the terminal has vanished, that is how we ended.
fn vanished(ending: io::Result<Ending>) -> io::Result<Ending> {
    match ending {
        Err(error) if error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error()) => {
            Ok(Ending::Signal(SIGHUP))
        }
        ending => ending,
    }
}

fn start_loader(load: Loader, out: SyncSender<Message>) -> io::Result<()> {
    let mut report = move |loaded| {
        let message = match loaded {
            Ok(loaded) => Message::News(Action::Loaded(loaded)),
            Err(reason) => Message::Failed(reason),
        };
        drop(out.send(message));
    };
    thread::Builder::new()
        .name("loader".to_owned())
        .spawn(move || load(&mut report))?;
    Ok(())
}
