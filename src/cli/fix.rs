//! `dateline check --fix`: a `dateline.toml` to fill in, with a table for each article of which
//! a fact is missing or doubtful.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};

use super::{check::Remark, store};
use crate::{corpus::Article, text::clean::clean};

/// Writes a `dateline.toml` into each of the folders; gives the lines that say what was written.
///
/// # Errors
///
/// Where one stands there already, or the system refuses.
pub fn write(
    paths: &[PathBuf],
    articles: &[(&Article, Vec<Remark>)],
) -> anyhow::Result<Vec<String>> {
    let folders: Vec<&PathBuf> = paths.iter().filter(|path| path.is_dir()).collect();
    if folders.is_empty() {
        bail!("--fix writes a dateline.toml into a folder; name the folder of the articles");
    }
    // Nothing is written where one of them cannot be.
    for folder in &folders {
        let path = folder.join("dateline.toml");
        if path.symlink_metadata().is_ok() {
            bail!(
                "{}: is there already, and is left as it is; add to it what check names",
                path.display()
            );
        }
    }
    let mut said = Vec::new();
    for folder in folders {
        let inside = articles.iter().filter_map(|(article, remarks)| {
            let file = Path::new(&article.path).strip_prefix(folder).ok()?;
            Some((file.to_str()?, remarks.as_slice())).filter(|(_, remarks)| !remarks.is_empty())
        });
        let tables: Vec<String> = inside.map(|(file, remarks)| table(file, remarks)).collect();
        let path = folder.join("dateline.toml");
        if tables.is_empty() {
            said.push(format!("{}: nothing to fill in", folder.display()));
            continue;
        }
        let text = format!("{HEAD}{}", tables.concat());
        store::create(&path, text.as_bytes()).context("could not write it")?;
        let (count, path) = (tables.len(), path.display());
        said.push(format!("{path}: written, with {count} articles to fill in"));
    }
    Ok(said)
}

/// What stands above the tables.
const HEAD: &str = "\
# What the texts do not show or show doubtfully. Take the # from a line and fill it in;
# a fact may say why it is known: outlet = { is = \"Harbour Wire\", why = \"the page's logo\" }
";

/// The table of one article: its facts as comments, each with what is known of it.
fn table(file: &str, remarks: &[Remark]) -> String {
    let mut out = String::new();
    let file = toml::Value::String(file.to_owned());
    let _ = write!(out, "\n[[article]]\nfile = {file}\n");
    for remark in remarks.iter().filter(|remark| remark.key != "language") {
        let value = toml::Value::String(remark.value.clone().unwrap_or_default());
        let why = clean(&remark.why).replace(['\n', '\r'], " ");
        let _ = writeln!(out, "# {} = {value}  # {why}", remark.key);
    }
    out
}
