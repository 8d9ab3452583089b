//! `dateline search`: the finder's answers, best first.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use super::{Global, Status, clock::today, load::load, open, output::Output, report::report, say};
use crate::{
    corpus::Warning,
    export::{json::line, offsets::CodePoints},
    search::{
        Finder, Hit, Item, Target, items,
        query::{MOST_LETTERS, part_read},
    },
    text::{clean::clean, decode::decode},
    timeline::{Timeline, article_id},
};

/// The arguments of `dateline search`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to find: words, or how they begin; 'part ^start end$ !not, a | b; every word has
    /// to match. Its first 400 characters are read.
    #[arg(value_name = "QUERY")]
    query: OsString,
    /// More words of the query, then files and folders with articles; - is standard input.
    #[arg(value_name = "PATH")]
    rest: Vec<OsString>,
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
    /// Search the lines of the files, whatever they are, instead of articles.
    #[arg(long)]
    lines: bool,
    /// Print at most so many answers.
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: usize,
}

/// Prints the answers.
///
/// # Errors
///
/// Where nothing can be read, or nobody takes the lines.
pub fn run(global: &Global, args: &Args) -> anyhow::Result<Status> {
    let (query, paths) = args.parted();
    let timeline = if args.lines {
        Timeline::default()
    } else {
        open(global, &paths)?
    };
    let (items, skipped) = if args.lines {
        let (items, skipped) = lines(global, &paths);
        if let (true, Some(reason)) = (items.is_empty(), skipped.first()) {
            anyhow::bail!("{reason}");
        }
        (items, report(&skipped, &paths))
    } else {
        (items(&timeline), report(&timeline.warnings, &paths))
    };
    if part_read(&query).len() < query.len() {
        say(&format!("the query was cut to {MOST_LETTERS} characters"));
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut finder = Finder::with_threads(items, threads);
    let answer = finder.search(&query, args.limit, today());
    let mut output = Output::of(global, args.json);
    for hit in &answer.hits {
        let item = &finder.items()[hit.item];
        if args.json {
            output.line(line(&object(&timeline, item, hit)))?;
        } else {
            let (kind, id) = place(&timeline, item.target);
            let date = item
                .date
                .map_or_else(|| "-".to_owned(), |date| date.to_string());
            output.line(format_args!(
                "{kind:8}  {date:10}  {id}  {}",
                clean(&item.text)
            ))?;
        }
    }
    output.finish()?;
    if answer.hits.is_empty() {
        say(&format!("nothing matches {query}; fewer words find more"));
        return Ok(Status::Other(NOTHING));
    }
    Ok(skipped)
}

/// Nothing was found: what grep says of it.
const NOTHING: u8 = 1;

impl Args {
    /// The query and the paths: from the first word on that is one, all are paths.
    fn parted(&self) -> (String, Vec<PathBuf>) {
        let is_path = |word: &OsString| {
            word == "-" || word.to_string_lossy().contains('/') || Path::new(word).exists()
        };
        let words = self
            .rest
            .iter()
            .position(is_path)
            .unwrap_or(self.rest.len());
        let mut query = self.query.to_string_lossy().into_owned();
        for word in &self.rest[..words] {
            query.push(' ');
            query.push_str(&word.to_string_lossy());
        }
        (
            query,
            self.rest[words..].iter().map(PathBuf::from).collect(),
        )
    }
}

/// The most lines that are held together; each takes some hundred bytes beside its letters.
const MOST_LINES: usize = 5_000_000;

/// The lines of the files, counted through all of them, and what was skipped.
pub(super) fn lines(global: &Global, paths: &[PathBuf]) -> (Vec<Item>, Vec<Warning>) {
    let mut loaded = load(paths, global.limit_of_lines());
    let mut items = Vec::new();
    for document in &loaded.documents {
        let decoded = decode(&document.bytes);
        let mut lines = decoded.text.lines().filter(|line| !line.trim().is_empty());
        let room = MOST_LINES.saturating_sub(items.len());
        items.extend(lines.by_ref().take(room).map(|line| Item::line(0, line)));
        let more = lines.count();
        if more > 0 {
            let reason = format!("{more} lines beyond the {MOST_LINES} that are held together");
            let warning = Warning::new(&document.path, reason);
            loaded.skipped.push(warning);
        }
    }
    for (number, item) in items.iter_mut().enumerate() {
        item.target = Target::Line(number);
    }
    (items, loaded.skipped)
}

/// The kind of a target and the id that `show` takes.
fn place(timeline: &Timeline, target: Target) -> (&'static str, String) {
    let article = |index: usize| {
        timeline
            .articles
            .get(index)
            .map(article_id)
            .unwrap_or_default()
    };
    match target {
        Target::Event(index) => {
            let event = timeline.events.get(index);
            (
                "event",
                event.map(|event| event.id.clone()).unwrap_or_default(),
            )
        }
        Target::Article(index) => ("article", article(index)),
        Target::Sentence { article: index, .. } => ("sentence", article(index)),
        Target::Line(number) => ("line", number.to_string()),
    }
}

/// One answer as JSON; `positions` are the matched code points of `text`.
fn object(timeline: &Timeline, item: &Item, hit: &Hit) -> Value {
    let (kind, id) = place(timeline, item.target);
    let mut object = json!({
        "kind": kind,
        "id": id,
        "date": item.date,
        "text": item.text,
        "score": hit.score,
        "positions": hit.positions,
    });
    if let Target::Sentence { article, span } = item.target
        && let Some(article) = timeline.articles.get(article)
    {
        let (start, end) = CodePoints::new(&article.text).span(span);
        object["article"] = json!(article.path);
        object["start"] = json!(start);
        object["end"] = json!(end);
    }
    object
}
