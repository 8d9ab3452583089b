//! `dateline tag`: every temporal expression of a text.

use std::{
    collections::HashMap,
    fmt::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use serde_json::json;

use super::{
    Global, Status, load,
    output::{NotWritten, Output},
    report::report,
};
use crate::{
    corpus::guard::{Step, guarded},
    temporal::{AnchorSource, Context, Mode, Timestamp, Timex, TimexType, tag},
    text::{
        clean::{clean, is_invisible},
        decode::decode,
        steps,
    },
};

/// The arguments of `dateline tag`.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Args {
    /// Text files; - is standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    paths: Vec<PathBuf>,
    /// The day the texts were written.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<NaiveDate>,
    /// A list of file stems and their days, tab-separated, one a line.
    #[arg(long, value_name = "FILE")]
    dct: Option<PathBuf>,
    /// Resolve relative dates against the last date named, as histories are written.
    #[arg(long)]
    narrative: bool,
    /// Say for each expression by which rule it was resolved, and from what.
    #[arg(long)]
    explain: bool,
    /// One JSON object a line; offsets in Unicode code points.
    #[arg(long, conflicts_with = "timeml")]
    json: bool,
    /// The text itself with TIMEX3 tags, as XML.
    #[arg(long, conflicts_with = "explain")]
    timeml: bool,
}

/// Prints the expressions.
///
/// # Errors
///
/// Where nothing can be read, or nobody takes the lines.
pub fn run(global: &Global, args: &Args) -> anyhow::Result<Status> {
    let days = args
        .dct
        .as_deref()
        .map(list_of_days)
        .transpose()?
        .unwrap_or_default();
    let mut loaded = load::load(&args.paths, global.limit());
    if loaded.documents.is_empty() {
        match loaded.skipped.first() {
            Some(reason) => bail!("{reason}"),
            None => bail!("no text files there; name a file"),
        }
    }
    let mut output = Output::of(global, args.json || args.timeml);
    for document in &loaded.documents {
        let stem = stem(&document.path);
        let published = days.get(stem).copied().or(args.date).map(Timestamp::day);
        let mode = if args.narrative {
            Mode::Narrative
        } else {
            Mode::News
        };
        let read = guarded(Step::Dates, &document.path, || {
            let text = decode(&document.bytes).text;
            let context = Context {
                published,
                dateline: None,
                mode,
            };
            let most = steps::allowed(text.len());
            let found = steps::within(most, || tag(&text, &context));
            (text, found)
        });
        let (text, found) = match read {
            Ok(read) => read,
            Err(fault) => {
                loaded.skipped.push(fault);
                continue;
            }
        };
        if args.json {
            as_json(stem, &text, &found, args.explain, &mut output)?;
        } else if args.timeml {
            as_timeml(&text, published, &found, &mut output)?;
        } else {
            as_text(&text, &found, args.explain, &mut output)?;
        }
    }
    output.finish()?;
    Ok(report(&loaded.skipped, &args.paths))
}

/// A day as `--date` takes it.
fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| "write a day as 2023-07-11".to_owned())
}

/// File stem → day, from a tab-separated list; a time behind the day is passed over.
fn list_of_days(path: &Path) -> anyhow::Result<HashMap<String, NaiveDate>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let rows = text.lines().filter_map(|line| {
        let (stem, date) = line.split_once('\t')?;
        Some((stem.to_owned(), day(date.trim().get(..10)?).ok()?))
    });
    Ok(rows.collect())
}

/// The name of a file without its last extension.
fn stem(path: &str) -> &str {
    Path::new(path)
        .file_stem()
        .and_then(|s| s.to_str())
        .unwrap_or(path)
}

/// The name of a type in TIMEX3.
const fn kind(timex: &Timex) -> &'static str {
    match timex.kind {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}

/// One JSON object for each expression.
fn as_json(
    stem: &str,
    text: &str,
    found: &[Timex],
    explain: bool,
    output: &mut Output,
) -> Result<(), NotWritten> {
    let (mut byte, mut chars) = (0, 0);
    let mut count = |to: usize| {
        chars += text.get(byte..to).map_or(0, |t| t.chars().count());
        byte = to;
        chars
    };
    for timex in found {
        let (start, end) = (count(timex.span.start), count(timex.span.end));
        let mut object = json!({
            "doc": stem, "start": start, "end": end, "text": timex.span.of(text),
            "type": kind(timex), "value": timex.value, "rule": timex.rule.name,
            "anchor": timex.anchor.map(|a| a.date.to_string()),
        });
        let mut put = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                object[key] = value.into();
            }
        };
        put("mod", timex.modifier.map(modifier));
        put("bound", timex.bound.map(bound));
        put("quant", timex.quant.map(str::to_owned));
        put("freq", timex.freq.as_deref().map(str::to_owned));
        put("begin", timex.begin.as_deref().map(str::to_owned));
        put("endpoint", timex.end.as_deref().map(str::to_owned));
        if explain {
            put("explanation", Some(timex.explanation.to_string()));
            put(
                "anchor_source",
                timex.anchor.map(|a| source(a.source, text)),
            );
            put(
                "alternative",
                timex.alternative.as_deref().map(str::to_owned),
            );
        }
        output.line(crate::export::json::line(&object))?;
    }
    Ok(())
}

/// A modifier as TIMEX3 spells it.
fn modifier(modifier: crate::temporal::Modifier) -> String {
    serde_json::to_value(modifier)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// A bound as JSON has it: "after", "since", "before", "by", "until".
fn bound(bound: crate::temporal::Bound) -> String {
    serde_json::to_value(bound)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// Where an anchor came from, in words.
fn source(source: AnchorSource, text: &str) -> String {
    match source {
        AnchorSource::Published => "the date given".to_owned(),
        AnchorSource::Dateline => "the dateline".to_owned(),
        AnchorSource::Named(span) => format!("\u{201c}{}\u{201d}", span.of(text)),
    }
}

/// Columns for a person: value, type, words; with `explain` the rule, the anchor and the other reading.
fn as_text(
    text: &str,
    found: &[Timex],
    explain: bool,
    output: &mut Output,
) -> Result<(), NotWritten> {
    for timex in found {
        let words = timex
            .span
            .of(text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let value = if timex.value.is_empty() {
            "-"
        } else {
            &timex.value
        };
        output.line(format_args!(
            "{value:22} {:8} {}",
            kind(timex),
            clean(&words)
        ))?;
        if !explain {
            continue;
        }
        output.line(format_args!(
            "    {}: {}",
            timex.rule.name,
            clean(&timex.explanation)
        ))?;
        if let Some(anchor) = timex.anchor {
            output.line(format_args!(
                "    anchor {}, from {}",
                anchor.date,
                clean(&source(anchor.source, text))
            ))?;
        }
        if let Some(other) = &timex.alternative {
            output.line(format_args!("    else {other}"))?;
        }
    }
    Ok(())
}

/// The text with TIMEX3 elements around the expressions.
fn as_timeml(
    text: &str,
    published: Option<Timestamp>,
    found: &[Timex],
    output: &mut Output,
) -> Result<(), NotWritten> {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n");
    if let Some(published) = published {
        writeln!(xml, "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{published}\" functionInDocument=\"CREATION_TIME\">{published}</TIMEX3></DCT>").ok();
    }
    xml.push_str("<TEXT>");
    let mut at = 0;
    for (n, timex) in found.iter().enumerate() {
        xml.push_str(&escape(text.get(at..timex.span.start).unwrap_or_default()));
        write!(
            xml,
            "<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"{}\"",
            n + 1,
            kind(timex),
            escape(&timex.value)
        )
        .ok();
        let attributes = [
            ("mod", timex.modifier.map(modifier)),
            ("quant", timex.quant.map(str::to_owned)),
            ("freq", timex.freq.as_deref().map(str::to_owned)),
        ];
        for (name, value) in attributes {
            if let Some(value) = value {
                write!(xml, " {name}=\"{}\"", escape(&value)).ok();
            }
        }
        xml.push('>');
        xml.push_str(&escape(timex.span.of(text)));
        xml.push_str("</TIMEX3>");
        at = timex.span.end;
    }
    xml.push_str(&escape(text.get(at..).unwrap_or_default()));
    xml.push_str("</TEXT>\n</TimeML>");
    output.line(xml)
}

/// Text as XML takes it; characters that XML cannot hold become U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\r' => out.push_str("&#13;"),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            // What nobody can see, or a terminal obeys, is written as what it is.
            c if is_invisible(c) || matches!(c, '\u{7f}'..='\u{9f}') => {
                write!(out, "&#x{:X};", u32::from(c)).ok();
            }
            c => out.push(c),
        }
    }
    out
}
