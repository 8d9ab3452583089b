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

mod abort;
mod clipboard;
mod copies;
pub mod depth;
mod fault;
pub mod input;
mod leave;
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
use crate::{corpus::guard, search::Item};
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
    /// A signal that ends the program, by its number.
    Signal(i32),
    /// Other signals wait for an answer.
    Woken,
    /// The terminal has vanished.
    Gone,
    /// From a worker.
    News(Action),
    /// Nothing can be read: there is nothing to explore.
    Failed(String),
    /// A worker is no more, and why.
    Fault(Worker, String),
}

/// Who works beside the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Worker {
    /// Who reads the articles.
    Loader,
    /// Who answers queries.
    Finder,
}

/// What is left of the explorer when it has ended.
#[derive(Debug)]
pub struct Ended {
    /// How it ended.
    pub ending: Ending,
    /// What was explored last.
    pub state: State,
    /// What went wrong meanwhile, in a line each.
    pub faults: Vec<String>,
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

/// Where the articles come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    /// From files under their paths.
    Read,
    /// Out of the program: a file of the same name is another one.
    Shipped,
}

/// Reads in the background and hands over what it has, as often as it likes, or
/// says why there is no more.
pub type Loader = Box<dyn FnOnce(&mut dyn FnMut(Result<Loaded, Stop>)) + Send>;

/// Why the loader reads no further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Nothing can be read at all.
    Nothing(String),
    /// The program is at fault; what was handed over stays.
    Fault(String),
}

/// Makes a loader that reads the same again.
pub type Again = Box<dyn Fn() -> Loader>;

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

/// Runs the explorer until it ends; the terminal is given back in every case.
///
/// # Errors
///
/// Where the terminal cannot be set up or written to.
pub fn run(
    state: State,
    depth: Depth,
    files: Files,
    loader: Option<Loader>,
    again: Option<Again>,
) -> io::Result<Ended> {
    start(state, depth, files, (loader, again), None)
}

/// Runs the finder over lines until one is chosen or none; else as [`run`].
///
/// # Errors
///
/// Where the terminal cannot be set up or written to.
pub fn choose(state: State, depth: Depth, lines: Lines) -> io::Result<Ended> {
    start(state, depth, Files::Read, (None, None), Some(lines))
}

fn start(
    state: State,
    depth: Depth,
    files: Files,
    (loader, again): (Option<Loader>, Option<Again>),
    lines: Option<Lines>,
) -> io::Result<Ended> {
    fault::watch();
    let (out, inbox) = sync_channel(QUEUE);
    signals::start(out.clone())?;
    abort::watch()?;
    modes::enter()
        .and_then(|()| {
            let reader = Reader::start(out.clone())?;
            if let Some(load) = loader {
                start_loader(load, out.clone())?;
            }
            let mut session = Session::new(state, depth, files, reader, inbox, out).of_files(again);
            if let Some(lines) = lines {
                session = session.of_lines(lines);
            }
            let ending = session.run();
            leave::for_good();
            let ending = vanished(ending)?;
            let (state, faults) = session.end();
            Ok(Ended {
                ending,
                state,
                faults,
            })
        })
        .inspect_err(|_| leave::for_good())
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
    thread::Builder::new()
        .name("loader".to_owned())
        .spawn(move || {
            let mut is_done = false;
            let mut report = |loaded: Result<Loaded, Stop>| {
                is_done |= !matches!(
                    &loaded,
                    Ok(Loaded {
                        progress: Some(_),
                        ..
                    })
                );
                let message = match loaded {
                    Ok(loaded) => Message::News(Action::Loaded(loaded)),
                    Err(Stop::Nothing(reason)) => Message::Failed(reason),
                    Err(Stop::Fault(reason)) => Message::Fault(Worker::Loader, reason),
                };
                drop(out.send(message));
            };
            let fault = guard::worker("handover", || load(&mut report)).err();
            // Whoever waits for the rest must not wait for ever.
            if !is_done {
                let fault = fault.unwrap_or_else(|| "it ended too early".to_owned());
                drop(out.send(Message::Fault(Worker::Loader, fault)));
            }
        })?;
    Ok(())
}
