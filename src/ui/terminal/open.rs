//! Other programs: the user's editor, pager and browser.

use std::{
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{self, Command, Stdio},
};

use crate::{corpus::Article, text::clean::clean};

/// What the user named in the first of these variables, or `otherwise`.
fn chosen(variables: &[&str], otherwise: &str) -> String {
    variables
        .iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.trim().is_empty())
        .unwrap_or_else(|| otherwise.to_owned())
}

/// `command` with its own arguments, as the shell splits them, and ours after them.
fn shell(command: &str, arguments: &[String]) -> Command {
    let mut shell = Command::new("sh");
    shell
        .arg("-c")
        .arg(format!("{command} \"$@\""))
        .arg(command)
        .args(arguments);
    shell
}

/// Opens the article in the user's editor at `line`, and waits.
///
/// # Errors
///
/// Where the editor cannot be started, or says that it failed.
pub fn editor(article: &Article, line: usize) -> io::Result<()> {
    let command = chosen(&["VISUAL", "EDITOR"], "vi");
    let (path, copy) = match file_of(article) {
        Some(path) => (path, false),
        None => (write_copy(article)?, true),
    };
    let shown = path.display().to_string();
    let shown = if shown.starts_with('-') {
        format!("./{shown}")
    } else {
        shown
    };
    let program = command.split_whitespace().next().unwrap_or_default();
    let arguments = match Path::new(program)
        .file_stem()
        .and_then(|stem| stem.to_str())
    {
        Some("code" | "codium") => vec!["-g".to_owned(), format!("{shown}:{line}")],
        Some("hx" | "helix" | "subl" | "zed") => vec![format!("{shown}:{line}")],
        _ => vec![format!("+{line}"), shown],
    };
    let outcome = wait(shell(&command, &arguments), &command);
    if copy {
        drop(fs::remove_file(&path));
    }
    outcome
}

/// Shows the article in the user's pager from `line` on, and waits.
///
/// # Errors
///
/// Where the pager cannot be started, or says that it failed.
pub fn pager(article: &Article, line: usize) -> io::Result<()> {
    let command = chosen(&["PAGER"], "less");
    let is_less = command
        .split_whitespace()
        .next()
        .is_some_and(|name| name.ends_with("less"));
    let arguments = if is_less {
        vec![format!("+{line}")]
    } else {
        Vec::new()
    };
    let mut child = shell(&command, &arguments).stdin(Stdio::piped()).spawn()?;
    if let Some(mut pipe) = child.stdin.take() {
        let text: String = article
            .text
            .lines()
            .map(|line| clean(line) + "\n")
            .collect();
        // A pager that is left early closes its end: that is no failure.
        drop(pipe.write_all(text.as_bytes()));
    }
    finished(child.wait()?, &command)
}

/// What the browser has to be asked with, where the article has an address: the
/// user's own choice runs in the terminal, the desktop's beside it.
#[must_use]
pub fn browser(article: &Article) -> Option<(Command, bool)> {
    let url = &article.url.as_ref()?.value;
    if !(url.starts_with("http://") || url.starts_with("https://")) {
        return None;
    }
    let own = chosen(&["BROWSER"], "");
    if own.is_empty() {
        let desktop = if cfg!(target_os = "macos") {
            "open"
        } else {
            "xdg-open"
        };
        let mut command = Command::new(desktop);
        command
            .arg(url)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        Some((command, false))
    } else {
        Some((shell(&own, std::slice::from_ref(url)), true))
    }
}

/// Runs `command` to its end.
///
/// # Errors
///
/// Where it cannot be started, or says that it failed.
pub fn wait(mut command: Command, name: &str) -> io::Result<()> {
    finished(command.status()?, name)
}

fn finished(status: process::ExitStatus, name: &str) -> io::Result<()> {
    if status.success() {
        return Ok(());
    }
    Err(io::Error::other(format!("{name} ended with {status}")))
}

/// The file the article was read from, where its text is that file's.
fn file_of(article: &Article) -> Option<PathBuf> {
    let path = PathBuf::from(&article.path);
    let plain = path
        .extension()
        .is_some_and(|end| end == "txt" || end == "md");
    (plain && path.is_file()).then_some(path)
}

/// The article's text in a file of its own: what is shipped or part of a bigger file has none.
fn write_copy(article: &Article) -> io::Result<PathBuf> {
    let directory = env::temp_dir();
    for n in 0..100 {
        let path = directory.join(format!("dateline-{}-{n}.txt", process::id()));
        match fs::File::create_new(&path) {
            Ok(mut file) => {
                file.write_all(article.text.as_bytes())?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
