//! `dateline completions`: a completion script for a shell.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Status, output::Output};

/// The arguments of `dateline completions`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell.
    shell: Shell,
}

/// Prints the script.
///
/// # Errors
///
/// Where nobody takes it.
pub fn run(args: &Args) -> anyhow::Result<Status> {
    let mut script = Vec::new();
    let mut command = super::args::Args::command();
    clap_complete::generate(args.shell, &mut command, "dateline", &mut script);
    let mut output = Output::new();
    output.bytes(&script)?;
    output.finish()?;
    Ok(Status::Done)
}
