//! Makes the assets that are learnt or derived, and measures them.

use std::{env, fs, process::ExitCode};

use anyhow::{Context, Result, bail};
use dateline::language::train::{
    Plan, WordNet, lexicon, measure, measure_dates, measure_tokens, syntax,
};

/// How the program is used.
const USAGE: &str = "\
usage: train syntax OUT FILE.conllu...        train tagger and parser, write their weights
       train lexicon WORDNET OUT FILE.conllu...
                                              make the tables of verbs and nouns
       train measure WEIGHTS FILE.conllu...   measure weights on treebanks
       train dates WEIGHTS FILE.conllu...     measure which words dates belong to
       train tokens FILE.conllu...            measure the division into words";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["syntax", out, ref files @ ..] if !files.is_empty() => {
            let plan = Plan::default();
            let bytes = syntax(&texts(files)?, plan, &mut |line| println!("{line}")).freeze(plan);
            fs::write(out, bytes).with_context(|| format!("cannot write {out}"))
        }
        ["lexicon", wordnet, out, ref files @ ..] => {
            let (senses, nouns) = (
                text(&format!("{wordnet}/index.sense"))?,
                text(&format!("{wordnet}/data.noun"))?,
            );
            let wordnet = WordNet {
                senses: &senses,
                nouns: &nouns,
            };
            let tables = lexicon(wordnet, &texts(files)?);
            for (name, table) in ["verbs", "nouns"].iter().zip(tables) {
                let path = format!("{out}/{name}.tsv");
                fs::write(&path, table).with_context(|| format!("cannot write {path}"))?;
            }
            Ok(())
        }
        ["measure", weights, ref files @ ..] if !files.is_empty() => {
            let bytes = fs::read(weights).with_context(|| format!("cannot read {weights}"))?;
            for file in files {
                println!("{file}: {}", measure(&bytes, &text(file)?));
            }
            Ok(())
        }
        ["dates", weights, ref files @ ..] if !files.is_empty() => {
            let bytes = fs::read(weights).with_context(|| format!("cannot read {weights}"))?;
            for file in files {
                let dates = measure_dates(&bytes, &text(file)?, &mut |line| println!("  {line}"));
                println!("{file}: {dates}");
            }
            Ok(())
        }
        ["tokens", ref files @ ..] if !files.is_empty() => {
            for file in files {
                let (same, all) = measure_tokens(&text(file)?, &mut |line| println!("  {line}"));
                println!("{file}: {same} of {all} sentences divided as people did");
            }
            Ok(())
        }
        _ => bail!("{USAGE}"),
    }
}

fn text(file: &str) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {file}"))
}

fn texts(files: &[&str]) -> Result<Vec<String>> {
    files.iter().map(|file| text(file)).collect()
}
