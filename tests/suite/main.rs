//! The integration tests, one crate so that they link once.

// Tables of cases are long, and a made-up article is written as the program writes one.
#![allow(
    clippy::too_many_lines,
    clippy::unnecessary_wraps,
    clippy::format_push_string
)]

mod anchoring;
mod bounds;
mod cli;
mod coast;
mod corpus;
mod dates;
mod events;
mod explorer;
mod export;
mod factuality;
mod finder;
mod fixture;
mod headlines;
mod hostile;
mod house;
mod keys;
mod language;
mod news;
mod pty;
mod reader;
mod replay;
mod shipped;
mod transcripts;
