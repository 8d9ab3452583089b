//! The integration tests, one crate so that they link once.

mod cli;
mod coast;
mod corpus;
mod dates;
mod events;
mod explorer;
mod finder;
mod fixture;
mod headlines;
mod hostile;
mod house;
mod keys;
mod pty;
mod reader;
mod replay;
mod shipped;
