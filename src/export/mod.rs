//! Timeline → other formats, one file each.
//!
//! An exporter is a pure function from a timeline to lines of text; whoever
//! calls it decides where they go.

pub mod json;
pub mod offsets;
pub mod plain;
