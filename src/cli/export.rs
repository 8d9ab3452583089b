//! `dateline export`: the timeline in the format of another program.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::{Global, Status, clock, open, output::Output, report::report, say, store::Target};
use crate::{
    export::{bibtex, csl, csv, html, ics, json, markdown, mermaid, timelinejs},
    timeline::Timeline,
};

/// The arguments of `dateline export`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The format to write.
    #[arg(short, long, value_name = "FORMAT")]
    format: Format,
    /// Files and folders with articles; - is standard input.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The file to write, instead of standard output: either whole or not at all, and never
    /// one that is read.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A chronology with footnoted citations.
    Markdown,
    /// One row an event, for spreadsheets; a cell that would begin as a formula gets an
    /// apostrophe before it.
    Csv,
    /// Everything that is known, as one object.
    Json,
    /// All-day entries for a calendar (iCalendar).
    Ics,
    /// The JSON that Knight Lab's timelines for web pages are drawn from.
    #[value(name = "timelinejs")]
    TimelineJs,
    /// One page that needs no network, with search and keys, the evidence quoted.
    Html,
    /// A diagram for pages that draw Mermaid.
    Mermaid,
    /// The articles as a bibliography for LaTeX.
    #[value(name = "bibtex")]
    BibTeX,
    /// The articles as a bibliography for Zotero and Pandoc.
    CslJson,
}

/// Writes the export.
///
/// # Errors
///
/// Where nothing can be read, or what is written cannot be kept.
pub fn run(global: &Global, args: &Args) -> anyhow::Result<Status> {
    let file = args
        .output
        .as_deref()
        .filter(|file| *file != Path::new("-"));
    // What speaks against the file is said before the articles are read.
    let target = file
        .map(|file| Target::new(file, &args.paths))
        .transpose()?;
    let timeline = open(global, &args.paths)?;
    let text = written(args.format, &timeline);
    if let Some(target) = target {
        target.save(text.as_bytes())?;
    } else {
        let mut output = Output::new();
        output.bytes(text.as_bytes())?;
        output.finish()?;
    }
    Ok(report(&timeline.warnings, &args.paths))
}

/// The timeline in this format.
fn written(format: Format, timeline: &Timeline) -> String {
    match format {
        Format::Markdown => markdown::document(timeline),
        Format::Csv => csv::table(timeline),
        Format::Json => json::document(timeline),
        Format::Ics => {
            for event in ics::left_out(timeline) {
                say(&format!(
                    "{}: left out of the calendar, which has no such year: {}",
                    event.id, event.summary
                ));
            }
            ics::calendar(timeline, clock::today())
        }
        Format::TimelineJs => timelinejs::document(timeline),
        Format::Html => html::page(timeline),
        Format::Mermaid => mermaid::diagram(timeline),
        Format::BibTeX => bibtex::bibliography(timeline),
        Format::CslJson => csl::bibliography(timeline),
    }
}
