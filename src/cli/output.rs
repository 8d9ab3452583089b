//! Lines to standard output, and what becomes of them when nobody reads.

use std::{
    fmt::Display,
    io::{self, BufWriter, StdoutLock, Write},
};

use super::{args::Global, environment::Environment};
use crate::text::ascii;

/// Standard output could not be written to.
#[derive(Debug, thiserror::Error)]
#[error("standard output: {0}; nothing more was written")]
pub struct NotWritten(io::Error);

impl From<io::Error> for NotWritten {
    // Not as its source: the reason stands in the message already.
    fn from(error: io::Error) -> Self {
        Self(error)
    }
}

impl NotWritten {
    /// Whether the reader has simply had enough, as `head` does.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.0.kind() == io::ErrorKind::BrokenPipe
    }
}

/// Standard output, in large pieces.
#[derive(Debug)]
pub struct Output {
    to: BufWriter<StdoutLock<'static>>,
    /// Whether every line is written with ASCII alone.
    ascii: bool,
}

impl Output {
    /// Opens it.
    #[must_use]
    pub fn new() -> Self {
        Self {
            to: BufWriter::with_capacity(1 << 16, io::stdout().lock()),
            ascii: false,
        }
    }

    /// Opens it for lines to read: where the locale is not UTF-8 they are of ASCII. `data`,
    /// which programs read, is UTF-8 everywhere.
    #[must_use]
    pub fn of(global: &Global, data: bool) -> Self {
        Self {
            ascii: !data && Environment::read(global).theme.ascii,
            ..Self::new()
        }
    }

    /// Writes one line. The text has to be clean.
    ///
    /// # Errors
    ///
    /// Where nobody takes it.
    pub fn line(&mut self, text: impl Display) -> Result<(), NotWritten> {
        if self.ascii {
            return Ok(writeln!(self.to, "{}", ascii::line(&text.to_string()))?);
        }
        Ok(writeln!(self.to, "{text}")?)
    }

    /// Writes bytes that the program made itself.
    ///
    /// # Errors
    ///
    /// Where nobody takes them.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), NotWritten> {
        Ok(self.to.write_all(bytes)?)
    }

    /// Writes out what is held back; every command ends with it.
    ///
    /// # Errors
    ///
    /// Where nobody takes it.
    pub fn finish(mut self) -> Result<(), NotWritten> {
        Ok(self.to.flush()?)
    }
}

impl Default for Output {
    fn default() -> Self {
        Self::new()
    }
}
