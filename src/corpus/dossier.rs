//! The optional `dateline.toml` of a folder.
