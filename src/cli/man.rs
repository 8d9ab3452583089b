//! `dateline man`: the man page, from the table of arguments and the table of keys.

use std::{fmt::Write, io};

use clap::CommandFactory;
use clap_mangen::Man;

use super::{Status, args::Args, output::Output};
use crate::ui::keymap::{TABLE, shown};

/// Prints the page.
///
/// # Errors
///
/// Where nobody takes it.
pub fn run() -> anyhow::Result<Status> {
    let mut page = Vec::new();
    render(&mut page)?;
    let mut output = Output::new();
    output.bytes(&page)?;
    output.finish()?;
    Ok(Status::Done)
}

/// The page in roff: what clap knows, then a section on each command, then the keys.
fn render(page: &mut Vec<u8>) -> io::Result<()> {
    let mut command = Args::command();
    command.build();
    Man::new(command.clone()).render(page)?;
    for sub in command.get_subcommands() {
        let name = sub.get_name().to_uppercase();
        page.extend_from_slice(format!(".SH \"DATELINE {name}\"\n").as_bytes());
        let man = Man::new(sub.clone());
        man.render_description_section(page)?;
        man.render_options_section(page)?;
    }
    page.extend_from_slice(keys().as_bytes());
    Ok(())
}

/// The section on keys.
fn keys() -> String {
    let mut section = ".SH KEYS\n".to_owned();
    for row in TABLE {
        let keys: Vec<String> = row.keys.iter().map(|key| shown(key.keys, true)).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(
            section,
            ".TP\n\\fB{}\\fR\n{}",
            roff(&keys.join(" ")),
            roff(row.words)
        );
    }
    section
}

/// Text that roff takes as it is.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) {
        format!("\\&{text}")
    } else {
        text
    }
}
