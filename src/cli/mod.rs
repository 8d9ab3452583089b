//! Arguments → commands, files, exit status.

pub mod load;

use std::{ffi::OsString, process::ExitCode};

/// Runs the program with `arguments` (the first is the program's own name).
#[must_use]
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let _ = arguments;
    ExitCode::SUCCESS
}
