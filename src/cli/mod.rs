//! Arguments → commands, files, exit status.

pub mod args;
pub mod check;
pub mod choose;
pub mod clock;
pub mod completions;
pub mod environment;
pub mod explore;
pub mod export;
mod fix;
pub mod list;
pub mod load;
pub mod man;
pub mod output;
pub mod report;
pub mod search;
pub mod show;
pub mod store;
pub mod tag;
pub mod why;

use std::{
    borrow::Cow,
    ffi::OsString,
    io::{self, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::bail;
use clap::Parser;

use crate::{
    corpus::{self, Corpus, Options, Warning, guard},
    text::{ascii, clean::clean},
    timeline::Timeline,
};
use args::{Args, Command, Global};
use output::NotWritten;
use store::NotSaved;

/// How a command that did its work ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Everything was done.
    #[default]
    Done,
    /// Done, but something was left out.
    Skipped,
    /// Ended with this exit status.
    Other(u8),
}

/// Could not start, or wrong usage.
const NOT_STARTED: u8 = 2;
/// Could not save, export or print.
const NOT_WRITTEN: u8 = 3;

/// Runs the program with `arguments` (the first is the program's own name).
#[must_use]
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    guard::enable(environment::rehearsed());
    if let Some(fault) = clock::fault() {
        say(fault);
    }
    let outcome = match Args::try_parse_from(arguments) {
        Ok(args) => dispatch(args),
        Err(error) if error.use_stderr() => Err(anyhow::anyhow!(usage(&error))),
        // Help and version are answers, not errors.
        Err(error) => print(&error.render().to_string()).map_err(anyhow::Error::from),
    };
    match outcome {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::Skipped) => ExitCode::from(1),
        Ok(Status::Other(status)) => ExitCode::from(status),
        Err(error) => match error.downcast_ref::<NotWritten>() {
            Some(error) if error.is_enough() => ExitCode::SUCCESS,
            written => {
                let status = if written.is_some() || error.is::<NotSaved>() {
                    NOT_WRITTEN
                } else {
                    NOT_STARTED
                };
                say(&format!("{error:#}"));
                ExitCode::from(status)
            }
        },
    }
}

fn dispatch(args: Args) -> anyhow::Result<Status> {
    let Args {
        global,
        paths,
        lines,
        command,
    } = args;
    if command.is_some() && !paths.is_empty() {
        bail!("a PATH stands before the command; write it after the command");
    }
    match command {
        Some(_) if lines => bail!("--lines stands before the command; write it after search"),
        None if lines => choose::run(&global, paths),
        None => explore::run(&global, &paths),
        Some(Command::List(args)) => list::run(&global, &args),
        Some(Command::Search(args)) => search::run(&global, &args),
        Some(Command::Show(args)) => show::run(&global, &args),
        Some(Command::Tag(args)) => tag::run(&global, &args),
        Some(Command::Why(args)) => why::run(&global, &args),
        Some(Command::Export(args)) => export::run(&global, &args),
        Some(Command::Check(args)) => check::run(&global, &args),
        Some(Command::Completions(args)) => completions::run(&args),
        Some(Command::Man) => man::run(),
    }
}

/// What clap says of a wrong argument, on one line.
fn usage(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let words: Vec<&str> = text
        .lines()
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"))
        .flat_map(str::split_whitespace)
        .collect();
    let words = words.join(" ");
    let words = words.strip_prefix("error: ").unwrap_or(&words);
    format!("{words}; see dateline --help")
}

/// An answer of several lines.
fn print(text: &str) -> Result<Status, NotWritten> {
    let text = if environment::speaks_utf8() {
        Cow::Borrowed(text)
    } else {
        ascii::line(text)
    };
    let mut output = output::Output::new();
    output.bytes(text.as_bytes())?;
    output.finish()?;
    Ok(Status::Done)
}

/// One line to standard error. Where nobody listens there is nothing to be done.
fn say(line: &str) {
    let line = format!("dateline: {}\n", clean(line));
    let line = if environment::speaks_utf8() {
        line
    } else {
        ascii::line(&line).into_owned()
    };
    io::stderr().write_all(line.as_bytes()).ok();
}

/// Opens what the user named, or the shipped dossier.
///
/// # Errors
///
/// Where nothing at all could be read.
pub fn open(global: &Global, paths: &[PathBuf]) -> anyhow::Result<Timeline> {
    let (documents, skipped) = if paths.is_empty() {
        (corpus::embedded(), Vec::new())
    } else {
        let loaded = load::load(paths, global.limit());
        (loaded.documents, loaded.skipped)
    };
    if documents.is_empty() {
        match skipped.as_slice() {
            [] => bail!("no articles in {}; name another folder", named(paths)),
            [one] => bail!("{one}"),
            [first, rest @ ..] => bail!("{first} (and {} more); nothing to read", rest.len()),
        }
    }
    Ok(build(documents, skipped, global, paths))
}

/// Whether the articles are typed at the terminal; then the one who has to type is told.
fn is_typed(paths: &[PathBuf]) -> bool {
    let typed = paths.iter().any(|path| path.as_os_str() == "-") && io::stdin().is_terminal();
    if typed {
        say("reads what you type; Ctrl-D on a line of its own ends it");
    }
    typed
}

/// Documents → timeline.
fn build(
    documents: Vec<corpus::Document>,
    skipped: Vec<Warning>,
    global: &Global,
    paths: &[PathBuf],
) -> Timeline {
    let options = Options {
        dossier: !global.no_dossier,
        today: clock::today(),
    };
    let mut corpus = Corpus::open(documents, options);
    corpus.warnings.splice(0..0, skipped);
    if corpus.title.is_none() {
        corpus.title = paths.first().map(|_| named(paths));
    }
    Timeline::build(corpus)
}

/// What to call what was opened: the names of the files or folders.
fn named(paths: &[PathBuf]) -> String {
    let name = |path: &PathBuf| {
        let full = path.canonicalize().unwrap_or_else(|_| path.clone());
        full.file_name()
            .unwrap_or(full.as_os_str())
            .to_string_lossy()
            .into_owned()
    };
    match paths {
        [] => "the shipped dossier".to_owned(),
        [one] => name(one),
        [first, rest @ ..] => format!("{} and {} more", name(first), rest.len()),
    }
}

/// One line to standard error for each fault; then `status` is not that all was done.
fn report_faults(faults: &[String], status: Status) -> Status {
    for fault in faults {
        say(fault);
    }
    if faults.is_empty() {
        status
    } else {
        Status::Skipped
    }
}
