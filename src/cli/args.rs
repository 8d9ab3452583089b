//! The one table of arguments: help, completions and the man page are made from it.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use super::{check, completions, export, list, search, show, tag, why};
use crate::ui::theme::Palette;

/// How to say more, at the foot of `--help`.
const AFTER: &str = "\
Exit status: 0 done, 1 done but something was left out, 2 could not start or wrong usage, \
3 could not write, 128+n ended by signal n.

With no PATH, the dossier that comes with the program is opened. A file or folder whose name \
is that of a command is written ./list.";

/// Turns a folder of news articles into a timeline that you walk through.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, after_help = AFTER)]
#[command(max_term_width = 100, disable_help_subcommand = true)]
pub struct Args {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// Files and folders with articles; - is standard input.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Choose one of the files' lines, whatever they are, and print it (status 130: none).
    #[arg(long)]
    pub lines: bool,
    /// What to do instead of opening the explorer.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What holds for every command.
#[derive(Clone, Debug, clap::Args)]
pub struct Global {
    /// Colours: the terminal's own by default.
    #[arg(long, global = true, value_name = "THEME")]
    pub theme: Option<ThemeName>,
    /// Draw with ASCII marks only.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Leave dateline.toml unread.
    #[arg(long, global = true)]
    pub no_dossier: bool,
    /// Skip files that are larger [default: 32M, of lines 4G]; K, M and G stand for 1024,
    /// 1024² and 1024³ bytes.
    #[arg(long, global = true, value_name = "SIZE", value_parser = size)]
    pub max_file_size: Option<u64>,
}

impl Global {
    /// The most bytes that are read of a file: nobody writes an article of so many.
    #[must_use]
    pub fn limit(&self) -> u64 {
        self.max_file_size.unwrap_or(32 << 20)
    }

    /// The most bytes that are read of a file of lines: a plane holds no more of them.
    #[must_use]
    pub fn limit_of_lines(&self) -> u64 {
        self.max_file_size.unwrap_or(4 << 30)
    }
}

/// The themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeName {
    /// For a light background.
    Light,
    /// For a dark background.
    Dark,
    /// Bold, dim, reverse and underline alone.
    Mono,
}

impl From<ThemeName> for Palette {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self::Light,
            ThemeName::Dark => Self::Dark,
            ThemeName::Mono => Self::Mono,
        }
    }
}

/// What to do instead of opening the explorer.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the events in order, one a line.
    List(list::Args),
    /// Print the finder's answers, best first.
    Search(search::Args),
    /// Print one event or article with its evidence.
    Show(show::Args),
    /// Print every temporal expression of a text with its value.
    Tag(tag::Args),
    /// Print every date of a text with its event, or the reason why it is none.
    Why(why::Args),
    /// Write the timeline for another program: documents, spreadsheets, calendars, web pages.
    Export(export::Args),
    /// Say what could not be read, dated or told apart, file by file.
    Check(check::Args),
    /// Print a completion script for a shell.
    Completions(completions::Args),
    /// Print the man page.
    Man,
}

/// A number of bytes: `4096`, `512K`, `32M`, `1G`.
///
/// # Errors
///
/// Where `text` is not one.
fn size(text: &str) -> Result<u64, String> {
    let (digits, shift) = match text.to_ascii_uppercase().chars().last() {
        Some('K') => (&text[..text.len() - 1], 10),
        Some('M') => (&text[..text.len() - 1], 20),
        Some('G') => (&text[..text.len() - 1], 30),
        _ => (text, 0),
    };
    digits
        .parse::<u64>()
        .ok()
        .and_then(|n| n.checked_mul(1 << shift))
        .ok_or_else(|| "write a number of bytes such as 512K, 32M or 1G".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{Args, size};

    #[test]
    fn the_table_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn sizes_are_read_and_nothing_overflows() {
        assert_eq!(size("4096"), Ok(4096));
        assert_eq!(size("512k"), Ok(512 << 10));
        assert_eq!(size("32M"), Ok(32 << 20));
        for wrong in ["", "M", "-1", "1.5M", "99999999999G", "é"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
