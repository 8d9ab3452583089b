//! What the environment says about the terminal.

use std::env;

use super::args::Global;
use crate::ui::{
    terminal::depth::Depth,
    theme::{Palette, Theme},
};

/// What the environment says about the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Environment {
    /// Palette and marks.
    pub theme: Theme,
    /// How many colours there are.
    pub depth: Depth,
    /// Whether the terminal can move its cursor at all.
    pub moves: bool,
}

impl Environment {
    /// Reads the environment; arguments override it.
    #[must_use]
    pub fn read(global: &Global) -> Self {
        Self::from(global, &|name| env::var(name).unwrap_or_default())
    }

    fn from(global: &Global, variable: &dyn Fn(&str) -> String) -> Self {
        let term = variable("TERM");
        let colourless = !variable("NO_COLOR").is_empty() || term.ends_with("-m");
        let palette = match global.theme {
            Some(name) => Palette::from(name),
            None if colourless => Palette::Mono,
            None => Palette::Terminal,
        };
        let depth = if palette == Palette::Mono {
            Depth::None
        } else {
            Depth::of(&term, &variable("COLORTERM"))
        };
        Self {
            theme: Theme {
                palette,
                ascii: global.ascii || !is_utf8(variable),
            },
            depth,
            moves: !term.is_empty() && term != "dumb",
        }
    }
}

/// The fault that a test wants to see held back (`DATELINE_FAULT`). Nothing in a release,
/// where nothing fails on purpose.
#[must_use]
pub fn rehearsed() -> String {
    if cfg!(debug_assertions) {
        env::var("DATELINE_FAULT").unwrap_or_default()
    } else {
        String::new()
    }
}

/// Whether the locale is UTF-8.
#[must_use]
pub fn speaks_utf8() -> bool {
    is_utf8(&|name| env::var(name).unwrap_or_default())
}

/// Whether the locale is UTF-8: the first of these that is set decides (POSIX).
/// Where none is set, nothing speaks against it.
fn is_utf8(variable: &dyn Fn(&str) -> String) -> bool {
    ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .map(|name| variable(name).to_ascii_lowercase())
        .find(|value| !value.is_empty())
        .is_none_or(|value| value.contains("utf-8") || value.contains("utf8"))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::args::Args;

    fn read(arguments: &[&str], variables: &[(&str, &str)]) -> Environment {
        let args = Args::parse_from([&["dateline"], arguments].concat());
        let find = |name: &str| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map_or_else(String::new, |(_, value)| (*value).to_owned())
        };
        Environment::from(&args.global, &find)
    }

    #[test]
    fn the_locale_chooses_the_marks() {
        let ascii = |variables| read(&[], variables).theme.ascii;
        assert!(!ascii(&[("LANG", "ko_KR.UTF-8")]));
        assert!(!ascii(&[]));
        assert!(ascii(&[("LANG", "C")]));
        assert!(ascii(&[("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")]));
        assert!(!ascii(&[
            ("LC_ALL", ""),
            ("LC_CTYPE", "C.utf8"),
            ("LANG", "C")
        ]));
        assert!(read(&["--ascii"], &[("LANG", "ko_KR.UTF-8")]).theme.ascii);
    }

    #[test]
    fn colours_follow_argument_then_environment() {
        let xterm = ("TERM", "xterm-256color");
        assert_eq!(read(&[], &[xterm]).depth, Depth::Indexed);
        assert_eq!(read(&[], &[("TERM", "vt100")]).depth, Depth::Sixteen);
        let none = read(&[], &[xterm, ("NO_COLOR", "1")]);
        assert_eq!(
            (none.theme.palette, none.depth),
            (Palette::Mono, Depth::None)
        );
        let asked = read(&["--theme", "dark"], &[xterm, ("NO_COLOR", "1")]);
        assert_eq!(asked.theme.palette, Palette::Dark);
    }

    #[test]
    fn a_dumb_terminal_gets_no_explorer() {
        assert!(!read(&[], &[("TERM", "dumb")]).moves);
        assert!(!read(&[], &[]).moves);
        assert!(read(&[], &[("TERM", "xterm")]).moves);
    }
}
