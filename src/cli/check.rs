//! `dateline check`: what could not be read, dated or told apart, file by file.

use std::{cmp::Reverse, path::PathBuf};

use super::{Global, Status, open, output::Output};
use crate::{
    corpus::{Article, Fact, Source},
    text::clean::clean,
    timeline::{Timeline, verdicts},
};

/// The arguments of `dateline check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders with articles; - is standard input.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// Prints one line for each thing to look at.
///
/// # Errors
///
/// Where nothing can be read, or nobody takes the lines.
pub fn run(global: &Global, args: &Args) -> anyhow::Result<Status> {
    let timeline = open(global, &args.paths)?;
    let mut output = Output::of(global, false);
    for warning in &timeline.warnings {
        output.line(clean(&warning.to_string()))?;
    }
    for article in &timeline.articles {
        for remark in remarks(article) {
            output.line(format_args!("{}: {}", clean(&article.path), clean(&remark)))?;
        }
    }
    for event in timeline.events.iter().filter(|event| event.conflict) {
        output.line(format_args!(
            "{}: its tellings disagree on the date: {}",
            event.id,
            clean(&event.summary)
        ))?;
    }
    if let Some(line) = counts(&timeline) {
        output.line(line)?;
    }
    output.finish()?;
    let skipped = timeline.warnings.iter().any(|warning| warning.lost);
    Ok(if skipped {
        Status::Skipped
    } else {
        Status::Done
    })
}

/// How many dates became an event, and of the others how many there are for each reason.
fn counts(timeline: &Timeline) -> Option<String> {
    let mut told = 0;
    let mut reasons: Vec<(&str, usize)> = Vec::new();
    for verdict in verdicts(timeline) {
        let Some(reason) = verdict.reason else {
            told += 1;
            continue;
        };
        match reasons.iter_mut().find(|(name, _)| *name == reason.name) {
            Some((_, count)) => *count += 1,
            None => reasons.push((reason.name, 1)),
        }
    }
    reasons.sort_by_key(|&(_, count)| Reverse(count));
    let others: usize = reasons.iter().map(|(_, count)| count).sum();
    let parts: Vec<String> = reasons
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    (told + others > 0).then(|| {
        let colon = if others > 0 { ": " } else { "" };
        format!(
            "dates: {told} date an event, {others} do not{colon}{}; dateline why names each",
            parts.join(", ")
        )
    })
}

/// What is missing or inferred in an article, and what would mend it.
fn remarks(article: &Article) -> impl Iterator<Item = String> {
    let title = remark("title", article.title.as_ref(), Clone::clone);
    let published = remark("published", article.published.as_ref(), ToString::to_string);
    title.into_iter().chain(published)
}

fn remark<T>(name: &str, fact: Option<&Fact<T>>, words: impl Fn(&T) -> String) -> Option<String> {
    let fix = format!("give it in dateline.toml as {name}");
    let because = |fact: &Fact<T>| {
        let reason = fact.reason.as_ref();
        reason
            .map(|reason| format!(" ({reason})"))
            .unwrap_or_default()
    };
    match fact {
        None => Some(format!(
            "{name} not found: the text does not show it; {fix}"
        )),
        Some(fact) => {
            let from = match fact.source {
                Source::Inferred => "inferred",
                Source::Name => "taken from the file's name",
                Source::Text | Source::Markup | Source::Dossier => return None,
            };
            Some(format!(
                "{name} {from}: {}{}; {fix}",
                words(&fact.value),
                because(fact)
            ))
        }
    }
}
