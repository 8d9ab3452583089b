//! Timeline → other formats, one file each.
//!
//! An exporter is a pure function from a timeline to text; whoever calls it
//! decides where it goes. Text from outside is cleaned ([`crate::text::clean`]),
//! or escaped in JSON, before it is written: an export may end on a terminal.
//!
//! | for whom | file |
//! |---|---|
//! | pipes and pagers | [`plain`], [`json`] |
//! | documents | [`markdown`], [`html`], [`mermaid`] |
//! | spreadsheets, calendars, web pages | [`csv`], [`ics`], [`timelinejs`] |
//! | reference managers | [`bibtex`], [`csl`] |
//!
//! [`dated`] says an event's date in words ([`dates`] a date alone), [`told`] says who tells it, [`cite`]
//! cites an article and [`source`] names it in a bibliography: each format
//! takes its words from them, so that all say the same.

pub mod bibtex;
pub mod cite;
pub mod csl;
pub mod csv;
pub mod dated;
pub mod dates;
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod mermaid;
pub mod offsets;
pub mod plain;
pub mod source;
pub mod timelinejs;
pub mod told;

use crate::{
    text::{clean::clean, split::single_spaced},
    timeline::Timeline,
};

/// Text from outside on one line: cleaned, with single spaces.
fn line_of(text: &str) -> String {
    single_spaced(&clean(text))
}

/// What the timeline is called: its title, or failing that "Timeline".
fn title_of(timeline: &Timeline) -> String {
    let title = line_of(&timeline.title);
    if title.is_empty() {
        "Timeline".to_owned()
    } else {
        title
    }
}

/// "1 event", "31 events".
fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// "31 events from 5 articles".
fn counts_of(timeline: &Timeline) -> String {
    format!(
        "{} from {}",
        counted(timeline.events.len(), "event"),
        counted(timeline.articles.len(), "article")
    )
}
