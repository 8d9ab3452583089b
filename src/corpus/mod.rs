//! Documents → articles.

mod address;
pub mod article;
mod byline;
mod caption;
mod chronology;
mod cue;
mod cursor;
mod dateline;
mod dating;
mod day_order;
pub mod dossier;
pub mod entries;
mod extra;
mod field_lines;
mod fields;
pub mod format;
pub mod guard;
pub mod hands;
mod hangul;
mod headline;
pub mod language;
mod layout;
mod lines;
mod metadata;
mod months;
mod names;
mod open;
mod outlet;
mod own_day;
mod phrases;
mod shown;
mod stamp;
mod stock;
mod story;
mod year;

pub use article::{Article, Block, BlockKind, Fact, Source, Warning};
pub use chronology::DatedEntry;
pub use names::is_name;

use std::borrow::Cow;

use chrono::NaiveDate;

/// A file as it was opened: what `cli::load` hands to this floor.
#[derive(Clone, Debug)]
pub struct Document {
    /// The path as it was opened, for display and as the article's identity.
    pub path: String,
    /// The bytes as they lie on the disk.
    pub bytes: Cow<'static, [u8]>,
    /// The day the file was last changed, where known: a hint for a missing year.
    pub modified: Option<NaiveDate>,
}

/// The articles of one opening, in the order of their paths, with what is known of the whole.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The dossier's title, from `dateline.toml`.
    pub title: Option<String>,
    /// The dossier's span of time, first and last day, from `dateline.toml`.
    pub span: Option<(NaiveDate, NaiveDate)>,
    /// The articles.
    pub articles: Vec<Article>,
    /// What could not be read or told, file by file.
    pub warnings: Vec<Warning>,
}

/// How documents are opened.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether `dateline.toml` files are read.
    pub dossier: bool,
    /// Today, for years that nothing else decides.
    pub today: NaiveDate,
}

/// The shipped dossier: five articles and their `dateline.toml`.
#[must_use]
pub fn embedded() -> Vec<Document> {
    macro_rules! shipped {
        ($($path:literal from $file:literal),* $(,)?) => {
            vec![$(Document {
                path: $path.to_owned(),
                bytes: Cow::Borrowed(include_bytes!(concat!("../../", $file))),
                modified: None,
            }),*]
        };
    }
    shipped![
        "dateline.toml" from "assets/dateline.toml",
        "seeds/000_e8b2fe9ec3e4ab21.txt" from "seeds/000_e8b2fe9ec3e4ab21.txt",
        "seeds/001_5fcc3b0b6a5f046b.txt" from "seeds/001_5fcc3b0b6a5f046b.txt",
        "seeds/002_0786d34240ad74f5.txt" from "seeds/002_0786d34240ad74f5.txt",
        "seeds/003_4bc7f6b14aea3614.txt" from "seeds/003_4bc7f6b14aea3614.txt",
        "seeds/004_f8c8f4a6be7c1175.txt" from "seeds/004_f8c8f4a6be7c1175.txt",
    ]
}
