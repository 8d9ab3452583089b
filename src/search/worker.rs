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
    /// Whether the scan is finished.
    pub complete: bool,
}

/// A finder on a thread of its own. Dropping it ends the thread.
#[derive(Debug)]
pub struct Worker {
    queries: Sender<(u64, String)>,
    /// The number of the newest query: a scan for an older one gives up.
    newest: Arc<AtomicU64>,
}

impl Worker {
    /// Starts the thread, which first builds the finder and then answers queries
    /// through `on_answer`.
    ///
    /// # Errors
    /// Where the system refuses a thread.
    pub fn spawn(
        build: impl FnOnce() -> Finder + Send + 'static,
        today: NaiveDate,
        on_answer: impl Fn(Found) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (queries, inbox) = channel();
        let newest = Arc::new(AtomicU64::new(0));
        let current = Arc::clone(&newest);
        thread::Builder::new()
            .name("finder".to_owned())
            .spawn(move || answer(build(), &inbox, &current, today, on_answer))?;
        Ok(Self { queries, newest })
    }

    /// Asks for the hits of `query`, to be answered with the number `ticket`, which
    /// has to grow from query to query. A query that is still being answered is given up.
    pub fn send(&self, ticket: u64, query: String) {
        self.newest.store(ticket, Ordering::Relaxed);
        // The thread only ends when this sender is gone.
        let _ = self.queries.send((ticket, query));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.newest.store(u64::MAX, Ordering::Relaxed);
    }
}

fn answer(
    mut finder: Finder,
    inbox: &Receiver<(u64, String)>,
    newest: &AtomicU64,
    today: NaiveDate,
    on_answer: impl Fn(Found),
) {
    while let Ok((ticket, query)) = inbox.recv() {
        if newest.load(Ordering::Relaxed) != ticket {
            continue;
        }
        let is_outdated = || newest.load(Ordering::Relaxed) != ticket;
        let found = |answer: Answer, complete| Found {
            ticket,
            hits: answer.hits,
            total: answer.total,
            complete,
        };
        let mut early = |answer| on_answer(found(answer, false));
        let answer = finder.search_until(&query, MOST_HITS, today, &is_outdated, &mut early);
        if let Some(answer) = answer {
            on_answer(found(answer, true));
        }
    }
}
