//! **dateline** turns a folder of news articles into a timeline that you walk
//! through in the terminal. Every date on it shows the words it was read from
//! and the rule that resolved them.
//!
//! # The house
//!
//! Nine floors. A file uses its own floor and those above it in this list,
//! never one below; `tests/` holds this.
//!
//! | floor | from → to |
//! |---|---|
//! | [`text`] | bytes → characters, spans, sentences; knows nothing of dates |
//! | [`language`] | sentences → words, parts of speech, syntax; knows no dates |
//! | [`temporal`] | text + anchor → temporal expressions (timexes) |
//! | [`corpus`] | documents → articles |
//! | [`timeline`] | articles → events → timeline |
//! | [`search`] | query + items → hits |
//! | [`export`] | timeline → another format |
//! | [`ui`] | keys → state → screen |
//! | [`cli`] | arguments → commands, files, exit status |
//!
//! # Invariants
//!
//! 1. The core does no I/O: `text` to `export` are pure. Today is a parameter.
//!    Only `cli` reads disks, only `cli::store` writes them, only `ui::terminal` talks to
//!    the terminal and to other programs (and makes copies for the editor).
//! 2. Spans are sacred: the text of an article is decoded once and never
//!    rewritten; every timex, block and evidence is a byte range into it.
//! 3. Recognise, then resolve: what is written and what it means are two steps.
//!    Whether a dated sentence tells an event is decided by reasons that have names
//!    ([`timeline::factuality`]) and by weights over them.
//! 4. Bad input never fails a load: parsing returns what it found and warnings.
//! 5. State, update, view: a view never writes to the state.
//! 6. One table, many readers: keys, arguments and themes are written once.
//! 7. Nothing untrusted reaches the terminal raw: it passes [`text::clean`].

pub mod cli;
pub mod corpus;
pub mod export;
pub mod language;
pub mod search;
pub mod temporal;
pub mod text;
pub mod timeline;
pub mod ui;
