//! `dateline check`: what could not be read, dated or told apart, file by file.

use std::{cmp::Reverse, fmt, path::PathBuf};

use super::{Global, Status, fix, open, output::Output};
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
    /// Write what is missing or doubtful into a dateline.toml of the folder, to be filled in;
    /// one that is there already stays as it is
    #[arg(long)]
    fix: bool,
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
    let remarks: Vec<_> = timeline
        .articles
        .iter()
        .map(|article| (article, remarks(article)))
        .collect();
    for (article, remarks) in &remarks {
        for remark in remarks {
            let remark = remark.to_string();
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
    if args.fix {
        for line in fix::write(&args.paths, &remarks)? {
            output.line(clean(&line))?;
        }
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

/// A fact of an article to look at.
#[derive(Debug)]
pub struct Remark {
    /// Its name in `dateline.toml`.
    pub key: &'static str,
    /// What is taken for it.
    pub value: Option<String>,
    /// What is wrong or doubtful.
    pub why: String,
}

/// What is missing, inferred or doubtful in an article.
#[must_use]
pub fn remarks(article: &Article) -> Vec<Remark> {
    let mut found = Vec::new();
    found.extend(remark("title", article.title.as_ref(), Clone::clone));
    found.extend(remark("outlet", article.outlet.as_ref(), Clone::clone));
    let names = |names: &Vec<String>| names.join(", ");
    found.extend(remark("author", article.authors.as_ref(), names));
    let when = ToString::to_string;
    found.extend(remark("published", article.published.as_ref(), when));
    let language = article.language.filter(|language| !language.is_read());
    found.extend(language.map(|language| Remark {
        key: "language",
        value: Some(language.name.to_owned()),
        why: "dates are read in English and Korean only".to_owned(),
    }));
    found
}

fn remark<T>(
    key: &'static str,
    fact: Option<&Fact<T>>,
    words: impl Fn(&T) -> String,
) -> Option<Remark> {
    let Some(fact) = fact else {
        return Some(Remark {
            key,
            value: None,
            why: "the text does not show it".to_owned(),
        });
    };
    let from = match fact.source {
        Source::Inferred => "inferred",
        Source::Name => "taken from the file's name or address",
        Source::Text | Source::Markup | Source::Dossier => return None,
    };
    let reason = fact.reason.as_ref();
    let because = reason.map(|reason| format!(" ({reason})"));
    Some(Remark {
        key,
        value: Some(words(&fact.value)),
        why: format!("{from}{}", because.unwrap_or_default()),
    })
}

/// A remark as one line.
impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, value, why } = self;
        match value {
            None => write!(
                f,
                "{key} not found: {why}; give it in dateline.toml as {key}"
            ),
            Some(value) if *key == "language" => write!(f, "the text is in {value}: {why}"),
            Some(value) => {
                write!(f, "{key} {why}: {value}; give it in dateline.toml as {key}")
            }
        }
    }
}
