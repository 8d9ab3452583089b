//! The loop: messages → actions → effects, and one frame when they are done.

use std::{
    collections::VecDeque,
    io,
    process::Command,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, SyncSender},
    },
    thread,
    time::{Duration, Instant},
};

use crossterm::{
    Command as _,
    clipboard::CopyToClipboard,
    event::{Event, KeyCode, KeyEvent, KeyModifiers},
};
use rustix::process::{Signal, getpid, getppid, getsid, kill_current_process_group};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGTSTP, SIGTTOU, SIGWINCH},
    low_level::emulate_default_handler,
};

use super::{
    Again, Ending, Files, Lines, Message, clipboard,
    depth::Depth,
    fault, modes,
    open::{self, Browser},
    reader::Reader,
    screen::Screen,
    signals, start_loader,
};
use crate::{
    search::{
        Finder, items, titles,
        worker::{Build, Found, Worker},
    },
    ui::{
        action::{Action, Effect, Items, Loaded, Opener},
        input,
        state::State,
        update::{copy::SENT, update},
    },
};

/// How long a burst of messages may put off the next frame: three frames of a slow screen.
const BURST: Duration = Duration::from_millis(50);

/// The loop and what it holds.
pub struct Session {
    state: State,
    screen: Screen,
    reader: Reader,
    inbox: Receiver<Message>,
    /// What came in while the terminal was being lent.
    kept: VecDeque<Message>,
    out: SyncSender<Message>,
    /// The finder's thread, once it was asked for.
    finder: Option<Worker>,
    /// The number of the last query.
    asked: u64,
    /// What went wrong so far, in a line each.
    faults: Vec<String>,
    /// Where the articles come from.
    files: Files,
    /// Reads the articles again, where that can be.
    again: Option<Again>,
    /// What the finder finds, where that is not the timeline.
    lines: Option<Lines>,
    /// Whether we were stopped and do not have the terminal back yet.
    stopped: bool,
    /// Whether the size has to be asked for before the next frame.
    resized: bool,
}

impl Session {
    /// A session with nothing drawn yet.
    pub fn new(
        state: State,
        depth: Depth,
        files: Files,
        reader: Reader,
        inbox: Receiver<Message>,
        out: SyncSender<Message>,
    ) -> Self {
        Self {
            state,
            screen: Screen::new(depth),
            reader,
            inbox,
            kept: VecDeque::new(),
            out,
            finder: None,
            asked: 0,
            faults: Vec::new(),
            files,
            lines: None,
            again: None,
            stopped: false,
            resized: false,
        }
    }

    /// A session that can read its articles again.
    pub fn of_files(mut self, again: Option<Again>) -> Self {
        self.again = again;
        self
    }

    /// A session that only chooses one of these lines.
    pub fn of_lines(mut self, lines: Lines) -> Self {
        self.state.source.lines = true;
        self.lines = Some(lines);
        self
    }

    /// What was explored last, and what went wrong meanwhile.
    pub fn end(self) -> (State, Vec<String>) {
        (self.state, self.faults)
    }

    /// Runs until something ends it.
    ///
    /// # Errors
    ///
    /// Where the terminal is gone, or nothing can be read.
    pub fn run(&mut self) -> io::Result<Ending> {
        if self.state.source.lines
            && let Some(effect) = update(&mut self.state, Action::Find)
        {
            self.carry_out(effect)?;
        }
        loop {
            if !self.stopped {
                self.screen.draw(&self.state)?;
                fault::rehearse()?;
            }
            let Ok(first) = self.next() else {
                return Ok(Ending::Quit);
            };
            let began = Instant::now();
            let mut message = Some(first);
            while let Some(now) = message {
                if let Some(ending) = self.receive(now)? {
                    return Ok(ending);
                }
                message = if began.elapsed() < BURST {
                    self.kept.pop_front().or_else(|| self.inbox.try_recv().ok())
                } else {
                    None
                };
            }
            for signal in signals::waiting() {
                self.answer(signal)?;
            }
            if std::mem::take(&mut self.resized) {
                let (columns, rows) = modes::size();
                update(&mut self.state, Action::Resize(columns, rows));
            }
        }
    }

    /// The next message, as long as it takes.
    fn next(&mut self) -> Result<Message, std::sync::mpsc::RecvError> {
        match self.kept.pop_front() {
            Some(message) => Ok(message),
            None => self.inbox.recv(),
        }
    }

    fn receive(&mut self, message: Message) -> io::Result<Option<Ending>> {
        let action = match message {
            Message::Gone => return Ok(Some(Ending::Signal(SIGHUP))),
            // Signals wait until the burst is done.
            Message::Woken => None,
            Message::Signal(signal) => return Ok(Some(Ending::Signal(signal))),
            Message::Input(Event::Key(key)) if is_stop(key) => {
                // To the whole group, as the terminal itself would: a script that
                // runs us stops too. It comes back to us as SIGTSTP.
                kill_current_process_group(Signal::TSTP)?;
                None
            }
            Message::Input(event) => input(event, &mut self.state),
            Message::News(action) => Some(self.news(action)),
            Message::Fault(worker, reason) => Some(self.fault(worker, &reason)),
            Message::Failed(reason) => return Err(io::Error::other(reason)),
        };
        match action.and_then(|action| update(&mut self.state, action)) {
            Some(effect) => self.carry_out(effect),
            None => Ok(None),
        }
    }

    /// A signal that asks for something.
    fn answer(&mut self, signal: i32) -> io::Result<()> {
        match signal {
            SIGTSTP => self.stop(),
            SIGCONT => self.go_on(),
            SIGWINCH => {
                self.resized = true;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What a worker has to say. A new timeline needs a new finder.
    fn news(&mut self, action: Action) -> Action {
        if matches!(action, Action::Loaded(_)) {
            self.finder = None;
        }
        action
    }

    /// A worker is no more: nothing may look as if there were still something to come.
    fn fault(&mut self, worker: super::Worker, reason: &str) -> Action {
        let (line, end) = match worker {
            super::Worker::Loader => {
                let timeline = Arc::clone(&self.state.timeline);
                let progress = None;
                (
                    "not all articles were read",
                    Action::Loaded(Loaded { timeline, progress }),
                )
            }
            super::Worker::Finder => {
                self.finder = None;
                let none = Action::Found {
                    ticket: self.asked,
                    hits: Vec::new(),
                    total: 0,
                    days: Vec::new(),
                    complete: true,
                };
                ("the finder gave up", none)
            }
        };
        update(&mut self.state, end);
        let line = format!("{line}: {reason}");
        if !self.faults.contains(&line) {
            self.faults.push(line.clone());
        }
        Action::Notice(line)
    }

    /// Asks the finder, which is built by its own thread when it is first asked.
    fn search(&mut self, ticket: u64, query: String) {
        self.asked = ticket;
        if self.finder.is_none() {
            let out = self.out.clone();
            let answer = move |found: Found| {
                let Found {
                    ticket,
                    hits,
                    total,
                    days,
                    complete,
                } = found;
                let action = Action::Found {
                    ticket,
                    hits,
                    total,
                    days,
                    complete,
                };
                drop(out.send(Message::News(action)));
            };
            let (first, whole) = if let Some(lines) = self.lines.take() {
                (None, self.build(lines))
            } else {
                let timeline = Arc::clone(&self.state.timeline);
                let first = self.build(Box::new(move || titles(&timeline)));
                let timeline = Arc::clone(&self.state.timeline);
                (Some(first), self.build(Box::new(move || items(&timeline))))
            };
            let out = self.out.clone();
            let fault = move |reason| {
                drop(out.send(Message::Fault(super::Worker::Finder, reason)));
            };
            match Worker::spawn(first, whole, self.state.today, answer, fault) {
                Ok(worker) => self.finder = Some(worker),
                Err(error) => {
                    let notice = self.fault(super::Worker::Finder, &error.to_string());
                    update(&mut self.state, notice);
                }
            }
        }
        if let Some(finder) = &self.finder {
            finder.send(ticket, query);
        }
    }

    /// Makes a finder of some items, and tells of them.
    fn build(&self, items: Lines) -> Build {
        let news = self.out.clone();
        Box::new(move || {
            let threads = std::thread::available_parallelism().map_or(1, usize::from);
            let finder = Finder::with_threads(items(), threads);
            let items = Items(Arc::clone(finder.items()));
            drop(news.send(Message::News(Action::Items(items))));
            finder
        })
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<Option<Ending>> {
        match effect {
            Effect::Quit => return Ok(Some(Ending::Quit)),
            Effect::Search { ticket, query } => self.search(ticket, query),
            Effect::Copy(text) => {
                copy(&text)?;
                if let Some(taken) = clipboard::take(&text)
                    && let Some(notice) = &mut self.state.notice
                {
                    *notice = notice.replace(SENT, &format!("copied to {taken}"));
                }
            }
            Effect::Mouse(on) => modes::mouse(on)?,
            Effect::Reload => self.reload()?,
            Effect::Open {
                opener,
                article,
                line,
            } => self.open(opener, article, line)?,
        }
        Ok(None)
    }

    /// Opens an article elsewhere; what there is to tell is said in the status line.
    fn open(&mut self, opener: Opener, article: usize, line: usize) -> io::Result<()> {
        let timeline = self.state.timeline.clone();
        let Some(article) = timeline.articles.get(article) else {
            return Ok(());
        };
        let files = self.files;
        let outcome = match opener {
            Opener::Editor => self.lend(|| open::editor(article, line, files))?,
            Opener::Pager => self.lend(|| open::pager(article, line).map(|()| None))?,
            Opener::Browser => match open::browser(article) {
                None => Err(io::Error::other("the article shows no address")),
                Some(Browser::Own(all)) => self.lend(|| open::first(all).map(|()| None))?,
                Some(Browser::Desktop(command)) => self.start(command).map(|()| None),
            },
        };
        if outcome.is_ok()
            && opener == Opener::Editor
            && let Some(again) = &self.again
        {
            // What was changed is shown as soon as it is read.
            self.state.reloading = true;
            start_loader(again(), self.out.clone())?;
        }
        let told = outcome.unwrap_or_else(|error| Some(format!("could not open it: {error}")));
        if let Some(line) = told {
            update(&mut self.state, Action::Notice(line));
        }
        Ok(())
    }

    /// Reads the articles again, on a thread of its own.
    fn reload(&mut self) -> io::Result<()> {
        if let Some(again) = &self.again {
            return start_loader(again(), self.out.clone());
        }
        self.state.reloading = false;
        let line = "these articles are in no files of yours: there is nothing to read again";
        update(&mut self.state, Action::Notice(line.to_owned()));
        Ok(())
    }

    /// Starts a program beside us, and tells when it fails.
    fn start(&self, mut command: Command) -> io::Result<()> {
        let mut child = command.spawn()?;
        let out = self.out.clone();
        thread::Builder::new()
            .name("browser".to_owned())
            .spawn(move || {
                if !child.wait().is_ok_and(|status| status.success()) {
                    let line = "the browser could not be opened; set BROWSER".to_owned();
                    drop(out.send(Message::News(Action::Notice(line))));
                }
            })?;
        Ok(())
    }

    /// Gives the terminal to another program and takes it back.
    fn lend<T>(&mut self, program: impl FnOnce() -> T) -> io::Result<T> {
        let paused = self.reader.pause();
        // The reader may be stuck on a full queue: what was typed ahead is dropped.
        while paused.recv_timeout(Duration::from_millis(5)) == Err(RecvTimeoutError::Timeout) {
            while let Ok(message) = self.inbox.try_recv() {
                if !matches!(message, Message::Input(_)) {
                    self.kept.push_back(message);
                }
            }
        }
        signals::lend();
        modes::lend();
        let outcome = program();
        signals::take_back();
        self.take_back()?;
        self.reader.resume();
        Ok(outcome)
    }

    /// Gives the terminal to the shell and stops.
    fn stop(&mut self) -> io::Result<()> {
        if is_orphaned() {
            return Ok(());
        }
        modes::leave();
        self.stopped = true;
        emulate_default_handler(SIGTSTP)?;
        self.go_on()
    }

    /// Continued: takes the terminal back where it is ours to take. In the background there
    /// is nothing to do without one, and a shell that moves us to the foreground later
    /// continues only what is stopped.
    fn go_on(&mut self) -> io::Result<()> {
        while !modes::come_to_foreground() {
            self.stopped = true;
            if is_orphaned() {
                return Ok(());
            }
            emulate_default_handler(SIGTTOU)?;
        }
        self.take_back()
    }

    fn take_back(&mut self) -> io::Result<()> {
        modes::enter()?;
        self.stopped = false;
        self.resized = true;
        self.screen.forget();
        Ok(())
    }
}

/// Whether nobody could continue us if we stopped: the kernel does not stop such a group either.
fn is_orphaned() -> bool {
    let parent = getppid().and_then(|parent| getsid(Some(parent)).ok());
    parent != getsid(Some(getpid())).ok()
}

/// Ctrl-Z, which raw mode hands to us.
fn is_stop(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('z') && key.modifiers == KeyModifiers::CONTROL
}

/// Puts `text` on the clipboard of whoever sits at the terminal (OSC 52).
fn copy(text: &str) -> io::Result<()> {
    let mut sequence = String::new();
    CopyToClipboard::to_clipboard_from(text)
        .write_ansi(&mut sequence)
        .map_err(io::Error::other)?;
    modes::write(clipboard::passed(&sequence).as_bytes())
}
