//! `dateline check`: what could not be read, dated or told apart, file by file.

use std::path::PathBuf;

use super::{Global, Status, open, output::Output};
use crate::{
    corpus::{Article, Fact, Source},
    text::clean::clean,
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
    let mut output = Output::new();
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
    output.finish()?;
    let skipped = timeline.warnings.iter().any(|warning| warning.skipped);
    Ok(if skipped {
        Status::Skipped
    } else {
        Status::Done
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
