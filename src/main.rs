//! The `dateline` program: see the library's documentation for the map.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::cli::run(std::env::args_os())
}
