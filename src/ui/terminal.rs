//! The only file that talks to the terminal.
