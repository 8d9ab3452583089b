//! `dateline [PATH]...`: the explorer, or plain text where there is no terminal.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::Duration,
};

use anyhow::{Context, anyhow};

use super::{
    Global, Status, build, clock, environment::Environment, load, open, output::Output,
    report::report,
};
use crate::{
    corpus::{Document, guard},
    export::plain,
    timeline::Timeline,
    ui::{
        action::Loaded,
        state::State,
        terminal::{self, Again, Ending, Files, Loader, Stop},
    },
};

/// How long the first frame waits for the articles; after that it shows progress.
const PATIENCE: Duration = Duration::from_millis(150);

/// From so many documents on a first part is shown before the whole.
const PART: usize = 400;

/// Opens the explorer.
///
/// # Errors
///
/// Where nothing can be read, or the terminal cannot be used.
pub fn run(global: &Global, paths: &[PathBuf]) -> anyhow::Result<Status> {
    let environment = Environment::read(global);
    if !io::stdout().is_terminal() || !environment.moves {
        return print(global, paths, environment.theme.ascii);
    }
    let again = (!paths.is_empty() && !super::is_typed(paths)).then(|| again(global, paths));
    let size = terminal::open().context("no terminal to read keys from; try dateline list")?;
    let (timeline, files, rest) = if paths.is_empty() {
        (Arc::new(open(global, paths)?), Files::Shipped, None)
    } else {
        let (timeline, rest) = start(global, paths.to_vec())?;
        (timeline, Files::Read, rest)
    };
    let mut state = State::new(timeline, size);
    state.theme = environment.theme;
    state.today = clock::today();
    if let Some((progress, _)) = &rest {
        state.progress = *progress;
    }
    let loader = rest.map(|(_, loader)| loader);
    let ended =
        terminal::run(state, environment.depth, files, loader, again).context("the terminal")?;
    let skipped = report(&ended.state.timeline.warnings, paths);
    let status = super::report_faults(&ended.faults, skipped);
    Ok(match ended.ending {
        Ending::Quit => status,
        ending @ Ending::Signal(_) => Status::Other(ending.status()),
    })
}

/// Prints the timeline as plain text.
fn print(global: &Global, paths: &[PathBuf], ascii: bool) -> anyhow::Result<Status> {
    let timeline = open(global, paths)?;
    let mut output = Output::of(global, false);
    for line in plain::lines(&timeline, ascii) {
        output.line(line)?;
    }
    output.finish()?;
    Ok(report(&timeline.warnings, paths))
}

/// What is still being read: how far it is, and who hands over the rest.
type Rest = (Option<(usize, usize)>, Loader);

/// Reads on a thread of its own; a small folder is done before the first frame.
fn start(global: &Global, paths: Vec<PathBuf>) -> anyhow::Result<(Arc<Timeline>, Option<Rest>)> {
    let (send, receive) = channel();
    let typed = super::is_typed(&paths);
    let global = global.clone();
    thread::Builder::new()
        .name("loader".to_owned())
        .spawn(move || {
            let work = || read(&global, &paths, &send);
            if let Err(fault) = guard::worker("loader", work) {
                drop(send.send(Err(Stop::Fault(fault))));
            }
        })
        .context("could not start to read")?;
    // What is typed has to be read before the explorer takes the keys.
    let first = if typed {
        receive.recv().map_err(|_| RecvTimeoutError::Disconnected)
    } else {
        receive.recv_timeout(PATIENCE)
    };
    match first {
        Ok(Ok(Loaded {
            timeline,
            progress: None,
        })) => Ok((timeline, None)),
        Ok(Ok(Loaded { timeline, progress })) => Ok((timeline, Some((progress, rest(receive))))),
        Ok(Err(Stop::Nothing(reason) | Stop::Fault(reason))) => Err(anyhow!(reason)),
        Err(_) => {
            let empty = Arc::new(Timeline::default());
            Ok((empty, Some((Some((0, 0)), rest(receive)))))
        }
    }
}

/// Reads the same again: only the whole, and where nothing can be read nothing changes.
fn again(global: &Global, paths: &[PathBuf]) -> Again {
    let (global, paths) = (global.clone(), paths.to_vec());
    Box::new(move || {
        let (global, paths) = (global.clone(), paths.clone());
        Box::new(move |report| {
            let (send, receive) = channel();
            read(&global, &paths, &send);
            drop(send);
            let whole = |loaded: &Result<Loaded, Stop>| {
                loaded
                    .as_ref()
                    .is_ok_and(|loaded| loaded.progress.is_none())
            };
            receive.into_iter().filter(whole).for_each(report);
        })
    })
}

/// Hands over what is still to come.
fn rest(receive: Receiver<Result<Loaded, Stop>>) -> Loader {
    Box::new(move |report| receive.into_iter().for_each(report))
}

/// The loader's thread: a part first where there is much, then everything.
fn read(global: &Global, paths: &[PathBuf], out: &Sender<Result<Loaded, Stop>>) {
    let load::Loaded { documents, skipped } = load::load(paths, global.limit());
    let total = documents.len();
    if total == 0 {
        let reason = match open(global, paths) {
            Ok(_) => "nothing to read".to_owned(),
            Err(error) => format!("{error:#}"),
        };
        drop(out.send(Err(Stop::Nothing(reason))));
        return;
    }
    if total > PART {
        let part: Vec<Document> = documents.iter().take(PART / 2).cloned().collect();
        let timeline = Arc::new(build(part, Vec::new(), global, paths));
        let progress = Some((PART / 2, total));
        drop(out.send(Ok(Loaded { timeline, progress })));
    }
    let timeline = Arc::new(build(documents, skipped, global, paths));
    drop(out.send(Ok(Loaded {
        timeline,
        progress: None,
    })));
}
