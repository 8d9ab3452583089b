//! Other programs: the user's editor, pager and browser.
//!
//! Whatever is handed to them came from a stranger and must mean one thing: a path is
//! absolute, so that it begins with no sign that a program takes for an option or a
//! command (`-`, `+`); an address is ASCII without blanks and quotes.

use std::{
    env,
    ffi::{OsStr, OsString},
    fmt::Write as _,
    io::{self, Write},
    path::{self, Path, PathBuf},
    process::{self, Command, Stdio},
};

use super::{Files, copies};
use crate::{corpus::Article, text::clean::clean};

/// What the user named in the first of these variables, or `otherwise`.
fn chosen(variables: &[&str], otherwise: &str) -> String {
    variables
        .iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.trim().is_empty())
        .unwrap_or_else(|| otherwise.to_owned())
}

/// `command` as the shell reads it, with these as its `$1` and so on.
fn shell(command: &str, arguments: &[OsString]) -> Command {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(command).arg("sh").args(arguments);
    shell
}

/// The file name of the program that `command` begins with.
fn program(command: &str) -> &str {
    let program = command.split_whitespace().next().unwrap_or_default();
    let stem = Path::new(program).file_stem().and_then(OsStr::to_str);
    stem.unwrap_or_default()
}

/// Opens the article in the user's editor at `line`, and waits; what there is to tell.
///
/// # Errors
///
/// Where the editor cannot be started, or says that it failed.
pub fn editor(article: &Article, line: usize, files: Files) -> io::Result<Option<String>> {
    let command = chosen(&["VISUAL", "EDITOR"], "vi");
    let file = file_of(article, files);
    let is_copy = file.is_none();
    let path = match file {
        Some(path) => path,
        None => copies::make(article)?,
    };
    let arguments = editor_arguments(program(&command), &path, line);
    let outcome = wait(shell(&format!("{command} \"$@\""), &arguments), &command);
    let told = if is_copy { copies::told(&path) } else { None };
    match (outcome, told) {
        (Err(error), Some(told)) => Err(io::Error::other(format!("{error}; {told}"))),
        (outcome, told) => outcome.map(|()| told),
    }
}

/// How this editor is told file and line.
fn editor_arguments(program: &str, path: &Path, line: usize) -> Vec<OsString> {
    let mut at_line = path.as_os_str().to_owned();
    at_line.push(format!(":{line}"));
    match program {
        "code" | "codium" => vec!["-g".into(), at_line],
        "hx" | "helix" | "subl" | "zed" => vec![at_line],
        _ => vec![format!("+{line}").into(), path.into()],
    }
}

/// Shows the article in the user's pager from `line` on, and waits.
///
/// # Errors
///
/// Where the pager cannot be started, or says that it failed.
pub fn pager(article: &Article, line: usize) -> io::Result<()> {
    let command = chosen(&["PAGER"], "less");
    let arguments = if program(&command).ends_with("less") {
        vec![format!("+{line}").into()]
    } else {
        Vec::new()
    };
    let mut child = shell(&format!("{command} \"$@\""), &arguments)
        .stdin(Stdio::piped())
        .spawn()?;
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

/// Who opens the article's address.
#[derive(Debug)]
pub enum Browser {
    /// What the user named in `BROWSER`, one after the other until one is there; they run
    /// in the terminal.
    Own(Vec<(Command, String)>),
    /// The desktop's, beside it.
    Desktop(Command),
}

/// What opens the article's address, where it has one.
#[must_use]
pub fn browser(article: &Article) -> Option<Browser> {
    let url = address(&article.url.as_ref()?.value)?;
    let own = chosen(&["BROWSER"], "");
    let commands: Vec<(Command, String)> = own
        .split(':')
        .filter(|command| !command.trim().is_empty())
        .map(|command| {
            let words = with_address(command);
            (shell(&words, &[OsString::from(&url)]), command.to_owned())
        })
        .collect();
    if !commands.is_empty() {
        return Some(Browser::Own(commands));
    }
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
    Some(Browser::Desktop(command))
}

/// An address that a browser may be given: of the web, and all that is not plain ASCII in
/// it, or that a command line could stumble over, as `%` and two digits (RFC 3986).
fn address(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(&*scheme, "http" | "https") || rest.is_empty() {
        return None;
    }
    let mut plain = format!("{scheme}://");
    for byte in rest.bytes() {
        if byte.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&byte) {
            plain.push(char::from(byte));
        } else {
            write!(plain, "%{byte:02X}").ok()?;
        }
    }
    Some(plain)
}

/// A command of `BROWSER` as the shell is to read it: `%s` is the address, `%c` a colon,
/// `%%` a percent sign; where no `%s` stands in it, the address comes last.
fn with_address(command: &str) -> String {
    let (mut words, mut quote, mut named) = (String::new(), None, false);
    let mut letters = command.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '%' => match letters.next() {
                Some('s') => {
                    named = true;
                    words.push_str(match quote {
                        Some('"') => "$1",
                        Some(_) => "'\"$1\"'",
                        None => "\"$1\"",
                    });
                }
                Some('c') => words.push(':'),
                Some('%') => words.push('%'),
                other => {
                    words.push('%');
                    words.extend(other);
                }
            },
            '\\' if quote != Some('\'') => {
                words.push(letter);
                words.extend(letters.next());
            }
            '"' | '\'' if quote.is_none_or(|quote| quote == letter) => {
                quote = if quote.is_none() { Some(letter) } else { None };
                words.push(letter);
            }
            _ => words.push(letter),
        }
    }
    if !named {
        words.push_str(" \"$1\"");
    }
    words
}

/// Runs the first of these that is there to its end.
///
/// # Errors
///
/// Where none can be started, or the one that was says that it failed.
pub fn first(commands: Vec<(Command, String)>) -> io::Result<()> {
    let mut outcome = Ok(());
    for (mut command, name) in commands {
        let status = command.status()?;
        outcome = finished(status, &name);
        // What the shell says of a program that is not there, or is none.
        if !matches!(status.code(), Some(126 | 127)) {
            break;
        }
    }
    outcome
}

fn wait(mut command: Command, name: &str) -> io::Result<()> {
    finished(command.status()?, name)
}

fn finished(status: process::ExitStatus, name: &str) -> io::Result<()> {
    if status.success() {
        return Ok(());
    }
    Err(io::Error::other(format!("{name} ended with {status}")))
}

/// The file the article was read from, where its text is that file's. What is shipped has
/// none, whatever stands in the working folder under the same name.
fn file_of(article: &Article, files: Files) -> Option<PathBuf> {
    if files == Files::Shipped {
        return None;
    }
    let path = Path::new(&article.path);
    let plain = path
        .extension()
        .is_some_and(|end| end == "txt" || end == "md");
    (plain && path.is_file()).then(|| path::absolute(path).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_of_the_web_and_plain() {
        for (written, given) in [
            (
                "https://example.org/a?b=1&c=2#d",
                "https://example.org/a?b=1&c=2#d",
            ),
            (" HTTPS://example.org/", "https://example.org/"),
            (
                "http://example.org/\u{1b}]0;x\u{7}",
                "http://example.org/%1B]0;x%07",
            ),
            (
                "http://example.org/\u{202e}gpj",
                "http://example.org/%E2%80%AEgpj",
            ),
            (
                "http://뉴스.example/가",
                "http://%EB%89%B4%EC%8A%A4.example/%EA%B0%80",
            ),
            (
                "http://example.org/' --new 'x",
                "http://example.org/%27%20--new%20%27x",
            ),
        ] {
            assert_eq!(address(written).as_deref(), Some(given));
        }
        for refused in [
            "",
            "http://",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "--help",
        ] {
            assert_eq!(address(refused), None, "{refused}");
        }
    }

    #[test]
    fn a_browser_is_told_the_address_where_it_wants_it() {
        for (command, words) in [
            ("lynx", "lynx \"$1\""),
            ("lynx -dump", "lynx -dump \"$1\""),
            ("firefox %s", "firefox \"$1\""),
            ("firefox '%s' &", "firefox ''\"$1\"'' &"),
            ("open \"url=%s\"", "open \"url=$1\""),
            ("p%c%%a %s %x", "p:%a \"$1\" %x"),
            ("'a b' \\\"%s", "'a b' \\\"\"$1\""),
        ] {
            assert_eq!(with_address(command), words);
        }
    }

    #[test]
    fn an_editor_is_never_given_a_path_that_begins_with_a_sign() {
        let path = path::absolute("+!touch x; : .txt").expect("a working folder");
        for program in ["vi", "nvim", "nano", "code", "hx", ""] {
            let arguments = editor_arguments(program, &path, 3);
            let last = arguments.last().expect("a path").to_string_lossy();
            assert!(last.starts_with('/'), "{program}: {last}");
        }
    }
}
