//! `dateline why`: every dated expression, with the event that it dates or the reason why none.

use std::path::PathBuf;

use serde_json::json;

use super::{Global, Status, open, output::Output, report::report};
use crate::{
    export::{json::line, offsets::CodePoints},
    temporal::Timex,
    text::{Span, clean::clean},
    timeline::{Timeline, Verdict, verdicts},
};

/// The arguments of `dateline why`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders with articles; - is standard input.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Say what each reason means, and show the clause as it was read.
    #[arg(short, long)]
    verbose: bool,
    /// One JSON object a line; offsets in Unicode code points.
    #[arg(long, conflicts_with = "verbose")]
    json: bool,
}

/// Prints the expressions.
///
/// # Errors
///
/// Where nothing can be read, or nobody takes the lines.
pub fn run(global: &Global, args: &Args) -> anyhow::Result<Status> {
    let timeline = open(global, &args.paths)?;
    let mut output = Output::new();
    let mut last = None;
    let mut points: Option<CodePoints<'_>> = None;
    for verdict in verdicts(&timeline) {
        let article = &timeline.articles[verdict.article];
        if last != Some(verdict.article) {
            points = args.json.then(|| CodePoints::new(&article.text));
            if !args.json {
                output.line(clean(&article.path))?;
            }
            last = Some(verdict.article);
        }
        match &points {
            Some(points) => output.line(as_json(&timeline, &verdict, points))?,
            None => as_text(&timeline, &verdict, args.verbose, &mut output)?,
        }
    }
    output.finish()?;
    Ok(report(&timeline.warnings, &args.paths))
}

/// One JSON object for an expression.
fn as_json(timeline: &Timeline, verdict: &Verdict<'_>, points: &CodePoints<'_>) -> String {
    let article = &timeline.articles[verdict.article];
    let span = verdict.timex.span;
    line(&json!({
        "article": article.path,
        "start": points.at(span.start),
        "end": points.at(span.end),
        "text": span.of(&article.text),
        "value": verdict.timex.value,
        "told": verdict.event.map(|event| &event.id),
        "reason": verdict.reason.map(|reason| reason.name),
        "sentence": verdict.sentence.of(&article.text),
    }))
}

/// One line for an expression: value, words, what became of it; with `verbose` what the reason means
/// and the clause.
fn as_text(
    timeline: &Timeline,
    verdict: &Verdict<'_>,
    verbose: bool,
    output: &mut Output,
) -> anyhow::Result<()> {
    let article = &timeline.articles[verdict.article];
    let words = |span: Span| {
        let words: Vec<&str> = span.of(&article.text).split_whitespace().collect();
        clean(&words.join(" ")).to_string()
    };
    output.line(format_args!(
        "  {:12} {:24} {}",
        value(verdict.timex),
        words(verdict.timex.span),
        fate(verdict)
    ))?;
    if verbose {
        if let Some(reason) = verdict.reason {
            output.line(format_args!("    {}", reason.doc))?;
        }
        output.line(format_args!(
            "    \u{201c}{}\u{201d}",
            words(verdict.clause(article))
        ))?;
    }
    Ok(())
}

/// The value of an expression.
fn value(timex: &Timex) -> &str {
    if timex.value.is_empty() {
        "-"
    } else {
        &timex.value
    }
}

/// What became of an expression, in words.
fn fate(verdict: &Verdict<'_>) -> String {
    match (verdict.event, verdict.reason) {
        (Some(event), None) => format!("{}  {}", event.id, clean(&event.summary)),
        (Some(event), Some(reason)) => format!("{}  {}", event.id, reason.name),
        (None, Some(reason)) => format!("no event: {}", reason.name),
        (None, None) => "no event".to_owned(),
    }
}
