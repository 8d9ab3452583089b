//! `dateline --lines [PATH]...`: the finder over lines of any kind.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    sync::{Arc, mpsc::channel},
};

use anyhow::{Context, bail};

use super::{
    Global, Status, clock, environment::Environment, is_typed, load, output::Output,
    report::report, report_faults, search::lines,
};
use crate::{
    text::clean::clean,
    timeline::Timeline,
    ui::{
        state::State,
        terminal::{self, Ended, Ending, Lines},
    },
};

/// No line was chosen: what shells say of a program that Ctrl-C ended.
const NONE_CHOSEN: u8 = 130;

/// Lets one line be chosen, and prints it.
///
/// # Errors
///
/// Where there are no lines, or no terminal, or nobody takes the line.
pub fn run(global: &Global, mut paths: Vec<PathBuf>) -> anyhow::Result<Status> {
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            bail!("no lines to choose from; name a file, or pipe them in");
        }
        paths.push(PathBuf::from("-"));
    }
    if let Some(missing) = load::missing(&paths) {
        bail!("{missing}");
    }
    let environment = Environment::read(global);
    if !environment.moves {
        bail!("the terminal cannot move its cursor; try dateline search --lines");
    }
    let hint = "no terminal to choose on; try dateline search --lines";
    let size = terminal::open().context(hint)?;
    let mut state = State::new(Arc::new(Timeline::default()), size);
    state.theme = environment.theme;
    state.today = clock::today();
    let named = paths.clone();
    let (send, skipped) = channel();
    let global = global.clone();
    let typed = is_typed(&paths);
    let read = move || {
        let (items, skipped) = lines(&global, &paths);
        drop(send.send(skipped));
        items
    };
    // What is typed has to be read before the finder takes the keys.
    let lines: Lines = if typed {
        let items = read();
        Box::new(move || items)
    } else {
        Box::new(read)
    };
    let chosen = terminal::choose(state, environment.depth, lines);
    let Ended {
        ending,
        state,
        faults,
    } = chosen.context("the terminal")?;
    let skipped = report(&skipped.try_recv().unwrap_or_default(), &named);
    let status = report_faults(&faults, skipped);
    let items = state.source.items.unwrap_or_default();
    let chosen = state.source.chosen.and_then(|chosen| items.get(chosen));
    match (ending, chosen) {
        (Ending::Quit, Some(item)) => {
            let mut output = Output::new();
            output.line(clean(&item.text))?;
            output.finish()?;
            Ok(status)
        }
        (Ending::Quit, None) => Ok(Status::Other(NONE_CHOSEN)),
        (ending @ Ending::Signal(_), _) => Ok(Status::Other(ending.status())),
    }
}
