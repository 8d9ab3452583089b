//! `dateline show`: one event or article with its evidence, to read or to pipe.

use std::path::PathBuf;

use anyhow::bail;

use super::{Global, Status, open, output::Output, report::report};
use crate::{
    corpus::{Article, BlockKind, Fact, Source},
    export::{dates, json},
    text::{Span, clean::clean, sentence::sentences_in},
    timeline::{Event, Phase, Telling, Timeline, article_id},
};

/// The arguments of `dateline show`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of an event or article, as list prints it; the start of it will do.
    id: String,
    /// Files and folders with articles; - is standard input.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// One JSON object, as list --json prints it.
    #[arg(long)]
    json: bool,
}

/// What an id stands for.
#[derive(Clone, Copy)]
enum Found<'t> {
    Event(&'t Event),
    Article(usize, &'t Article),
}

/// Prints it.
///
/// # Errors
///
/// Where nothing can be read, nothing or more than one thing has the id, or nobody takes the lines.
pub fn run(global: &Global, args: &Args) -> anyhow::Result<Status> {
    let timeline = open(global, &args.paths)?;
    let mut output = Output::of(global, args.json);
    match find(&timeline, &args.id)? {
        Found::Event(event) if args.json => {
            output.line(json::line(&json::event(&timeline, event)))?;
        }
        Found::Article(index, article) if args.json => {
            let events = told_by(&timeline, index).count();
            output.line(json::line(&json::article(article, events)))?;
        }
        Found::Event(event) => show_event(&timeline, event, &mut output)?,
        Found::Article(index, article) => show_article(&timeline, index, article, &mut output)?,
    }
    output.finish()?;
    Ok(report(&timeline.warnings, &args.paths))
}

/// What has exactly this id or path; failing that, the one thing whose id begins so.
fn find<'t>(timeline: &'t Timeline, id: &str) -> anyhow::Result<Found<'t>> {
    let all = || {
        let events = timeline.events.iter().map(Found::Event);
        let articles = timeline.articles.iter().enumerate();
        events.chain(articles.map(|(i, article)| Found::Article(i, article)))
    };
    if let Some(found) = all().find(|found| match found {
        Found::Event(event) => event.id == id,
        Found::Article(_, article) => article.path == id || article_id(article) == id,
    }) {
        return Ok(found);
    }
    let mut close = all().filter(|found| match found {
        Found::Event(event) => event.id.starts_with(id),
        Found::Article(_, article) => article_id(article).starts_with(id),
    });
    match (close.next(), close.count()) {
        (Some(found), 0) => Ok(found),
        (Some(_), more) => bail!("{} ids begin with {id}; write more of it", more + 1),
        (None, _) => bail!("no event or article {id}; dateline list prints the ids"),
    }
}

fn show_event(timeline: &Timeline, event: &Event, output: &mut Output) -> anyhow::Result<()> {
    let phase = if event.phase == Phase::Planned {
        " · planned"
    } else {
        ""
    };
    output.line(clean(&event.summary))?;
    let date = dates::full(&event.date, false);
    output.line(format_args!("{date}{phase} · {}", event.id))?;
    let actors: Vec<&str> = event
        .actors
        .iter()
        .map(|actor| actor.name.as_str())
        .collect();
    if !actors.is_empty() {
        output.line(clean(&actors.join(", ")))?;
    }
    for telling in &event.tellings {
        output.line("")?;
        show_telling(timeline, telling, output)?;
    }
    Ok(())
}

/// The words, the date they gave, by which rule, and the sentence they stand in.
fn show_telling(timeline: &Timeline, telling: &Telling, output: &mut Output) -> anyhow::Result<()> {
    let Some(article) = timeline.articles.get(telling.article) else {
        return Ok(());
    };
    let timex = &telling.timex;
    output.line(format_args!(
        "{} · {}",
        clean(article.label()),
        clean(&article.path)
    ))?;
    output.line(format_args!(
        "  {} from {} · {} rule · {}",
        dates::full(&telling.date, false),
        clean(&timex.quoted(&article.text)),
        timex.rule.name,
        clean(&timex.explanation),
    ))?;
    let sentence = whole_sentences(article, telling.evidence);
    output.line(format_args!("  > {}", clean(sentence.of(&article.text))))?;
    Ok(())
}

fn show_article(
    timeline: &Timeline,
    index: usize,
    article: &Article,
    output: &mut Output,
) -> anyhow::Result<()> {
    output.line(clean(article.label()))?;
    output.line(clean(&article.path))?;
    fact(output, "outlet", article.outlet.as_ref(), Clone::clone)?;
    fact(output, "agency", article.agency.as_ref(), Clone::clone)?;
    fact(output, "author", article.authors.as_ref(), |names| {
        names.join(", ")
    })?;
    fact(
        output,
        "published",
        article.published.as_ref(),
        ToString::to_string,
    )?;
    fact(
        output,
        "updated",
        article.updated.as_ref(),
        ToString::to_string,
    )?;
    fact(output, "url", article.url.as_ref(), Clone::clone)?;
    let body = |kind: BlockKind| kind.is_body() || kind == BlockKind::Caption;
    for block in article.blocks.iter().filter(|block| body(block.kind)) {
        output.line("")?;
        for line in block.span.of(&article.text).lines() {
            output.line(clean(line))?;
        }
    }
    let mut told = told_by(timeline, index).peekable();
    if told.peek().is_some() {
        output.line("")?;
    }
    for event in told {
        output.line(format_args!(
            "{}  {}  {}",
            event.id,
            event.value,
            clean(&event.summary)
        ))?;
    }
    Ok(())
}

/// The events that an article tells.
fn told_by(timeline: &Timeline, article: usize) -> impl Iterator<Item = &Event> {
    let tells = move |event: &&Event| event.tellings.iter().any(|told| told.article == article);
    timeline.events.iter().filter(tells)
}

/// The sentences that a stretch of a block lies in, whole.
fn whole_sentences(article: &Article, part: Span) -> Span {
    let block = article
        .blocks
        .iter()
        .find(|block| block.span.holds(part.start));
    let block = block.map_or_else(|| Span::new(0, article.text.len()), |block| block.span);
    let sentences = sentences_in(&article.text, block).into_iter();
    let touched = sentences.filter(|sentence| sentence.overlaps(part));
    touched.fold(part, |whole, sentence| {
        Span::new(whole.start.min(sentence.start), whole.end.max(sentence.end))
    })
}

/// One line on a fact: what, and where it was read.
fn fact<T>(
    output: &mut Output,
    name: &str,
    fact: Option<&Fact<T>>,
    words: impl Fn(&T) -> String,
) -> anyhow::Result<()> {
    let Some(fact) = fact else { return Ok(()) };
    let how = match fact.source {
        Source::Text => "",
        Source::Markup => " (from the page's fields)",
        Source::Dossier => " (from dateline.toml)",
        Source::Name => " (from the file's name)",
        Source::Inferred => " (inferred)",
    };
    output.line(format_args!("{name}: {}{how}", clean(&words(&fact.value))))?;
    Ok(())
}
