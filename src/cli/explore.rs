//! `dateline [PATH]...`: the explorer, or plain text where there is no terminal.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::Duration,
};

use anyhow::{Context, anyhow};

use super::{Global, Status, build, environment::Environment, load, open, output::Output};
use crate::{
    corpus::Document,
    export::plain,
    timeline::Timeline,
    ui::{
        action::Loaded,
        state::State,
        terminal::{self, Ending, Loader},
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
pub fn run(global: &Global, paths: Vec<PathBuf>) -> anyhow::Result<Status> {
    let environment = Environment::read(global);
    if !io::stdout().is_terminal() || !environment.moves {
        return print(global, &open(global, &paths)?, environment.theme.ascii);
    }
    let size = terminal::open().context("no terminal to read keys from; try dateline list")?;
    let (timeline, rest) = if paths.is_empty() {
        (Arc::new(open(global, &paths)?), None)
    } else {
        start(global, paths)?
    };
    let mut state = State::new(timeline, size);
    state.theme = environment.theme;
    state.today = load::today();
    if let Some((progress, _)) = &rest {
        state.progress = *progress;
    }
    let loader = rest.map(|(_, loader)| loader);
    let (ending, state) =
        terminal::run(state, environment.depth, loader).context("the terminal")?;
    let status = super::report_skipped(&state.timeline.warnings);
    Ok(match ending {
        Ending::Quit => status,
        ending @ Ending::Signal(_) => Status::Other(ending.status()),
    })
}

/// Prints the timeline as plain text.
fn print(global: &Global, timeline: &Timeline, ascii: bool) -> anyhow::Result<Status> {
    let mut output = Output::of(global, false);
    for line in plain::lines(timeline, ascii) {
        output.line(line)?;
    }
    output.finish()?;
    Ok(super::report_skipped(&timeline.warnings))
}

/// What is still being read: how far it is, and who hands over the rest.
type Rest = (Option<(usize, usize)>, Loader);

/// Reads on a thread of its own; a small folder is done before the first frame.
fn start(global: &Global, paths: Vec<PathBuf>) -> anyhow::Result<(Arc<Timeline>, Option<Rest>)> {
    let (send, receive) = channel();
    let global = global.clone();
    thread::Builder::new()
        .name("loader".to_owned())
        .spawn(move || read(&global, &paths, &send))
        .context("could not start to read")?;
    match receive.recv_timeout(PATIENCE) {
        Ok(Ok(Loaded {
            timeline,
            progress: None,
        })) => Ok((timeline, None)),
        Ok(Ok(Loaded { timeline, progress })) => Ok((timeline, Some((progress, rest(receive))))),
        Ok(Err(error)) => Err(error),
        Err(_) => {
            let empty = Arc::new(Timeline::default());
            Ok((empty, Some((Some((0, 0)), rest(receive)))))
        }
    }
}

/// Hands over what is still to come.
fn rest(receive: Receiver<anyhow::Result<Loaded>>) -> Loader {
    Box::new(move |report| {
        for loaded in receive {
            report(loaded.map_err(|error| format!("{error:#}")));
        }
    })
}

/// The loader's thread: a part first where there is much, then everything.
fn read(global: &Global, paths: &[PathBuf], out: &Sender<anyhow::Result<Loaded>>) {
    let load::Loaded { documents, skipped } = load::load(paths, global.limit());
    let total = documents.len();
    if total == 0 {
        drop(out.send(open(global, paths).and_then(|_| Err(anyhow!("nothing to read")))));
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
