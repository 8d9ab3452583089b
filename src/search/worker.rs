//! A finder on a thread of its own, so that no frame waits for it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use chrono::NaiveDate;

use super::{Answer, Finder, Hit};
use crate::corpus::guard;

/// Makes a finder.
pub type Build = Box<dyn FnOnce() -> Finder + Send>;

/// What reaches the thread.
#[derive(Debug)]
enum Message {
    /// A query, with its number.
    Query(u64, String),
    /// The finder of everything, in the place of that of the first part.
    Whole(Box<Finder>),
}

/// Most hits that an answer holds: more than anyone scrolls through.
pub const MOST_HITS: usize = 100;

/// What the worker found so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The number the query was sent with.
    pub ticket: u64,
    /// The best hits so far, best first.
    pub hits: Vec<Hit>,
    /// How many items match in all, so far.
    pub total: usize,
    /// On which days they are dated, and how many on each, once the scan is finished.
    pub days: Vec<(NaiveDate, u32)>,
    /// Whether the scan is finished, and was one of everything.
    pub complete: bool,
}

/// A finder on a thread of its own. Dropping it ends the thread.
#[derive(Debug)]
pub struct Worker {
    queries: Sender<Message>,
    /// The number of the newest query: a scan for an older one gives up.
    newest: Arc<AtomicU64>,
}

impl Worker {
    /// Starts the thread, which first builds the finder and then answers queries
    /// through `on_answer`. Where building takes long there is a `first` part, in which is
    /// looked while the `whole` is built; the last query is then answered again. Should the
    /// program or the system fail there, `on_fault` is told what happened.
    ///
    /// # Errors
    /// Where the system refuses a thread.
    pub fn spawn(
        first: Option<Build>,
        whole: Build,
        today: NaiveDate,
        on_answer: impl Fn(Found) + Send + 'static,
        on_fault: impl Fn(String) + Clone + Send + 'static,
    ) -> std::io::Result<Self> {
        let (queries, inbox) = channel();
        let newest = Arc::new(AtomicU64::new(0));
        let thread = Thread {
            inbox,
            newest: Arc::clone(&newest),
            today,
            on_answer,
        };
        let own = queries.clone();
        thread::Builder::new()
            .name("finder".to_owned())
            .spawn(move || {
                let tell = on_fault.clone();
                let work = || match first {
                    None => {
                        drop(own);
                        thread.run(whole(), true);
                    }
                    Some(first) => {
                        let finder = first();
                        if let Err(error) = build(own, whole, on_fault) {
                            tell(format!("no thread is to be had: {error}"));
                        }
                        thread.run(finder, false);
                    }
                };
                if let Err(fault) = guard::worker("finder", work) {
                    tell(fault);
                }
            })?;
        Ok(Self { queries, newest })
    }

    /// Asks for the hits of `query`, to be answered with the number `ticket`, which
    /// has to grow from query to query. A query that is still being answered is given up.
    pub fn send(&self, ticket: u64, query: String) {
        self.newest.store(ticket, Ordering::Relaxed);
        // The thread only ends when this sender is gone.
        let _ = self.queries.send(Message::Query(ticket, query));
    }
}

/// Builds the whole finder on a thread of its own and sends it to the one that answers.
fn build(
    to: Sender<Message>,
    whole: Build,
    on_fault: impl Fn(String) + Send + 'static,
) -> std::io::Result<()> {
    thread::Builder::new()
        .name("finder".to_owned())
        .spawn(move || match guard::worker("builder", whole) {
            // Where nobody waits any more, nobody takes it.
            Ok(whole) => drop(to.send(Message::Whole(Box::new(whole)))),
            Err(fault) => on_fault(fault),
        })?;
    Ok(())
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.newest.store(u64::MAX, Ordering::Relaxed);
    }
}

/// The thread: what it is asked, and whom it tells.
struct Thread<F> {
    inbox: Receiver<Message>,
    newest: Arc<AtomicU64>,
    today: NaiveDate,
    on_answer: F,
}

impl<F: Fn(Found)> Thread<F> {
    /// Answers until nobody can ask any more. `is_whole`: whether this finder has everything.
    fn run(&self, mut finder: Finder, mut is_whole: bool) {
        let mut last = None;
        while let Ok(message) = self.inbox.recv() {
            match message {
                Message::Query(ticket, query) => last = Some((ticket, query)),
                Message::Whole(whole) => (finder, is_whole) = (*whole, true),
            }
            if let Some((ticket, query)) = &last
                && self.newest.load(Ordering::Relaxed) == *ticket
            {
                self.answer(&mut finder, is_whole, *ticket, query);
            }
        }
    }

    fn answer(&self, finder: &mut Finder, is_whole: bool, ticket: u64, query: &str) {
        let newest = &*self.newest;
        let is_outdated = || newest.load(Ordering::Relaxed) != ticket;
        let found = |answer: Answer, complete| Found {
            ticket,
            hits: answer.hits,
            total: answer.total,
            days: answer.days,
            complete: complete && is_whole,
        };
        let mut early = |answer| (self.on_answer)(found(answer, false));
        let answer = finder.search_until(query, MOST_HITS, self.today, &is_outdated, &mut early);
        if let Some(answer) = answer {
            (self.on_answer)(found(answer, true));
        }
    }
}
