//! `dateline list`: events or articles, one a line.

use std::path::PathBuf;

use super::{Global, Status, open, output::Output, report::report};
use crate::{
    export::{dates, json},
    temporal::Granularity,
    text::clean::clean,
    timeline::{Event, Timeline, article_id},
};

/// The arguments of `dateline list`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders with articles; - is standard input.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// List the articles instead of the events.
    #[arg(long)]
    articles: bool,
    /// One JSON object a line, with everything that is known.
    #[arg(long)]
    json: bool,
}

/// Prints the list.
///
/// # Errors
///
/// Where nothing can be read, or nobody takes the lines.
pub fn run(global: &Global, args: &Args) -> anyhow::Result<Status> {
    let timeline = open(global, &args.paths)?;
    let mut output = Output::of(global, args.json);
    match (args.articles, args.json) {
        (false, true) => json::events(&timeline).try_for_each(|line| output.line(line))?,
        (true, true) => json::articles(&timeline).try_for_each(|line| output.line(line))?,
        (false, false) => events(&timeline, &mut output)?,
        (true, false) => articles(&timeline, &mut output)?,
    }
    output.finish()?;
    Ok(report(&timeline.warnings, &args.paths))
}

/// Id, date and summary, so that an id can be handed to `show`.
fn events(timeline: &Timeline, output: &mut Output) -> anyhow::Result<()> {
    let events = &timeline.events;
    let ids = events.iter().map(|event| event.id.len()).max().unwrap_or(0);
    let dates = events
        .iter()
        .map(|event| date(event).len())
        .max()
        .unwrap_or(0);
    for event in events {
        let told = match event.tellings.len() {
            0 | 1 => String::new(),
            n => format!("  x{n}"),
        };
        let (id, date, summary) = (&event.id, date(event), clean(&event.summary));
        output.line(format_args!("{id:ids$}  {date:dates$}  {summary}{told}"))?;
    }
    Ok(())
}

/// The date as ISO 8601 writes it; a season, which it has no sign for, in words.
fn date(event: &Event) -> String {
    let (first, last) = (event.date.first, event.date.last);
    match (event.ends(), event.date.granularity) {
        (Some(last), _) => format!("{}/{last}", event.value),
        (None, Granularity::Week) => format!("{first}/{last}"),
        (None, Granularity::Quarter | Granularity::Half) => {
            format!("{}/{}", first.format("%Y-%m"), last.format("%Y-%m"))
        }
        (None, Granularity::Season | Granularity::Decade | Granularity::Century) => {
            dates::full(&event.date, false)
        }
        (None, _) => event.value.clone(),
    }
}

/// Id, publication date, title and outlet.
fn articles(timeline: &Timeline, output: &mut Output) -> anyhow::Result<()> {
    let ids: Vec<String> = timeline.articles.iter().map(article_id).collect();
    let width = ids.iter().map(String::len).max().unwrap_or(0);
    for (article, id) in timeline.articles.iter().zip(&ids) {
        let published = article.published.as_ref();
        let date = published.map_or_else(|| "-".to_owned(), |fact| fact.value.date.to_string());
        let outlet = article
            .outlet
            .as_ref()
            .map(|fact| format!(" · {}", clean(&fact.value)));
        output.line(format_args!(
            "{id:width$}  {date:10}  {}{}",
            clean(article.label()),
            outlet.unwrap_or_default()
        ))?;
    }
    Ok(())
}
