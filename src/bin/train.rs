//! Makes the assets that are learnt or derived, and measures them.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use dateline::{
    corpus::{Corpus, Document, Options},
    language::train::{Plan, WordNet, lexicon, measure, measure_dates, measure_tokens, syntax},
    timeline::factuality::train::{self as factuality, Example, Marked},
};

/// How the program is used.
const USAGE: &str = "\
usage: train syntax OUT FILE.conllu...        train tagger and parser, write their weights
       train lexicon WORDNET OUT FILE.conllu...
                                              make the tables of verbs and nouns
       train factuality OUT TEXTS GOLD...     train the weights of the decision on marked texts
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
        ["factuality", out, texts, ref gold @ ..] if !gold.is_empty() => weigh(out, texts, gold),
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

/// Trains the weights of the decision on the texts in the folder `texts` in which people marked the
/// events; `gold` are files, or folders of files, one a text. Writes the table to `out`.
fn weigh(out: &str, texts: &str, gold: &[&str]) -> Result<()> {
    let mut pages: Vec<(String, Vec<Example>)> = Vec::new();
    for name in marked_files(gold)? {
        let text = fs::read_to_string(&name)?;
        let marked: Marked = serde_json::from_str(&text)
            .with_context(|| format!("cannot read {}", name.display()))?;
        let path = Path::new(texts).join(&marked.path);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let document = Document {
            path: marked.path.clone(),
            bytes: bytes.into(),
            modified: None,
        };
        let options = Options {
            dossier: false,
            today: chrono::Local::now().date_naive(),
        };
        let articles = Corpus::open(vec![document], options).articles.into_iter();
        let examples = articles.flat_map(|article| factuality::examples(article, &marked));
        pages.push((marked.path.clone(), examples.collect()));
    }
    println!("{}", factuality::cross_validate(&pages));
    let all: Vec<Example> = pages.into_iter().flat_map(|(_, e)| e).collect();
    let weights = factuality::fit(&all);
    println!(
        "{} dated expressions, {} of them events; F1 on them {:.3}",
        all.len(),
        all.iter().filter(|(_, tells)| *tells).count(),
        factuality::f1(&weights, &all)
    );
    fs::write(out, factuality::table(&weights)).with_context(|| format!("cannot write {out}"))
}

/// The JSON files among `paths` and in the folders among them, in order.
fn marked_files(paths: &[&str]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        let path = Path::new(path);
        if path.is_dir() {
            let entries =
                fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
            files.extend(entries.filter_map(|entry| Some(entry.ok()?.path())));
        } else {
            files.push(path.to_owned());
        }
    }
    files.retain(|file| file.extension().is_some_and(|e| e == "json"));
    files.sort();
    Ok(files)
}
