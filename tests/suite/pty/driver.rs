//! A program on a pseudo-terminal: keys in, bytes and screen out.

use std::{
    collections::HashMap,
    io::{Read, Write},
    num::NonZero,
    path::PathBuf,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, channel},
    },
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// Long enough for a loaded machine; nothing waits this long unless it fails.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The binary under test.
pub const DATELINE: &str = env!("CARGO_BIN_EXE_dateline");

/// What the program wrote so far.
type Output = Arc<(Mutex<Vec<u8>>, Condvar)>;

/// A failed test must not make its neighbours' threads noisy.
fn lock(bytes: &Mutex<Vec<u8>>) -> MutexGuard<'_, Vec<u8>> {
    bytes.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A program that runs on a pseudo-terminal.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    output: Output,
    /// The line discipline before the program started.
    before: String,
}

/// A program, its arguments and environment.
pub fn command(program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    for name in [
        "LC_ALL",
        "LC_CTYPE",
        "NO_COLOR",
        "COLORTERM",
        "DATELINE_FAULT",
    ] {
        command.env_remove(name);
    }
    for (name, value) in variables {
        command.env(name, value);
    }
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

impl Session {
    /// Starts the explorer of the shipped dossier and waits for its first frame.
    pub fn explorer(variables: &[(&str, &str)]) -> Self {
        let session = Self::start(command(DATELINE, &[], variables), 100, 30);
        session.until("the first frame", |bytes| contains(bytes, b"\x1b[?2026l"));
        session
    }

    /// Starts a program.
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system()
            .openpty(size(columns, rows))
            .expect("a pseudo-terminal");
        let before = format!("{:?}", pair.master.get_termios());
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        let output: Output = Arc::default();
        let shared = Arc::clone(&output);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                lock(&shared.0).extend_from_slice(&bytes[..length]);
                shared.1.notify_all();
            }
        });
        Self {
            child,
            master: pair.master,
            writer,
            output,
            before,
        }
    }

    /// Types.
    pub fn send(&mut self, keys: &[u8]) {
        self.writer
            .write_all(keys)
            .expect("the terminal takes keys");
        self.writer.flush().expect("the terminal takes keys");
    }

    /// Sends a signal to the program itself.
    pub fn signal(&self, signal: Signal) {
        let id = self
            .child
            .process_id()
            .and_then(|id| Pid::from_raw(id as i32));
        kill_process(id.expect("the program runs"), signal).expect("the signal arrives");
    }

    /// The first child of the program: what a script runs.
    pub fn job(&self) -> Pid {
        let id = self.child.process_id().expect("the program runs");
        let children = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children"));
        let first = children.expect("a list of children");
        let first = first
            .split_whitespace()
            .next()
            .and_then(|id| id.parse().ok());
        first.and_then(Pid::from_raw).expect("a child")
    }

    /// Gives the terminal another size.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.master
            .resize(size(columns, rows))
            .expect("the terminal changes its size");
    }

    /// Everything the program wrote so far.
    pub fn bytes(&self) -> Vec<u8> {
        lock(&self.output.0).clone()
    }

    /// Waits until what was written satisfies `wanted`.
    pub fn until(&self, what: &str, wanted: impl Fn(&[u8]) -> bool) {
        let (bytes, changed) = &*self.output;
        let guard = lock(bytes);
        let (guard, timeout) = changed
            .wait_timeout_while(guard, PATIENCE, |bytes| !wanted(bytes))
            .unwrap();
        assert!(
            !timeout.timed_out(),
            "{what} did not come; the screen was\n{}",
            String::from_utf8_lossy(&guard)
        );
    }

    /// Waits until the screen of so many columns and rows satisfies `wanted`.
    pub fn until_screen(
        &self,
        what: &str,
        (columns, rows): (u16, u16),
        wanted: impl Fn(&vt100::Screen) -> bool,
    ) {
        self.until(what, |bytes| {
            let side = |n| NonZero::new(n).expect("a screen of some size");
            let mut parser = vt100::Parser::new(side(rows), side(columns), 0);
            parser.process(bytes);
            wanted(parser.screen())
        });
    }

    /// Waits for the end: the exit status.
    pub fn status(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self
                .child
                .try_wait()
                .expect("the program can be waited for")
            {
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Whether it ends within so long.
    pub fn has_ended(&mut self, patience: Duration) -> bool {
        let start = Instant::now();
        while start.elapsed() < patience {
            if self
                .child
                .try_wait()
                .expect("it can be waited for")
                .is_some()
            {
                return true;
            }
            thread::sleep(Duration::from_millis(5));
        }
        false
    }

    /// The name of its terminal.
    pub fn terminal(&self) -> PathBuf {
        self.master.tty_name().expect("a terminal with a name")
    }

    /// The line discipline before the start, and now.
    pub fn disciplines(&self) -> (&str, String) {
        (&self.before, format!("{:?}", self.master.get_termios()))
    }

    /// Processor time used so far, in ticks of the system's clock.
    pub fn ticks(&self) -> u64 {
        let id = self.child.process_id().expect("the program runs");
        let text = std::fs::read_to_string(format!("/proc/{id}/stat")).expect("a line on it");
        let fields: Vec<&str> = text[text.rfind(')').unwrap()..].split(' ').collect();
        fields[12].parse::<u64>().unwrap() + fields[13].parse::<u64>().unwrap()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Starts a program, waits for its first frame, and takes its terminal away;
/// the answer is the exit status, and how long it took.
pub fn orphan(command: CommandBuilder) -> (u32, Duration) {
    let pair = native_pty_system()
        .openpty(size(100, 30))
        .expect("a pseudo-terminal");
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let mut child = pair
        .slave
        .spawn_command(command)
        .expect("the program starts");
    drop(pair.slave);
    let (ready, wait): (_, Receiver<()>) = channel();
    let watcher = thread::spawn(move || {
        let (mut all, mut bytes) = (Vec::new(), [0; 4096]);
        while !contains(&all, b"\x1b[?2026l") {
            let length = reader.read(&mut bytes).expect("the program writes");
            all.extend_from_slice(&bytes[..length]);
        }
        drop(reader);
        ready.send(()).ok();
    });
    wait.recv_timeout(PATIENCE).expect("the first frame");
    watcher.join().expect("the watcher ends");
    let start = Instant::now();
    drop(pair.master);
    loop {
        if let Some(status) = child.try_wait().expect("the program can be waited for") {
            return (status.exit_code(), start.elapsed());
        }
        if start.elapsed() > PATIENCE {
            child.kill().ok();
            panic!("the program outlives its terminal");
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// Whether `needle` stands in `hay`.
pub fn contains(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window == needle)
}

/// Which modes are set after `bytes`: private modes by number, and the depth of
/// the stack of keyboard flags as mode 0.
#[derive(Debug, Default)]
pub struct Modes(pub HashMap<u16, i32>);

impl Modes {
    /// Reads everything a program wrote.
    pub fn after(bytes: &[u8]) -> Self {
        let mut modes = Self::default();
        vte::Parser::new().advance(&mut modes, bytes);
        modes
    }

    /// The value of a mode, where the program touched it.
    pub fn get(&self, mode: u16) -> Option<i32> {
        self.0.get(&mode).copied()
    }
}

impl vte::Perform for Modes {
    fn csi_dispatch(&mut self, params: &vte::Params, marks: &[u8], _: bool, action: char) {
        match (marks, action) {
            (b"?", 'h' | 'l') => {
                for param in params {
                    self.0.insert(param[0], i32::from(action == 'h'));
                }
            }
            (b">", 'u') => *self.0.entry(0).or_default() += 1,
            (b"<", 'u') => *self.0.entry(0).or_default() -= 1,
            _ => {}
        }
    }
}
