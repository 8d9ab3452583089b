//! The binary, driven through a real pseudo-terminal.
