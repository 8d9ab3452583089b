//! The names that facts have in fields: keys of JSON and of front matter, meta elements,
//! columns of tables, labels at the head of a text. One table for all formats.
//!
//! Names are compared without case, spaces and punctuation: `published_at`, `publishedAt`,
//! "Published at" and `article:published_time` without its colon are rows of one list. A fact
//! that several fields give is taken from the name that stands first in its list.

/// A fact that a field can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The headline.
    Title,
    /// The outlet.
    Outlet,
    /// The authors.
    Author,
    /// When it was published.
    Published,
    /// When it was changed.
    Updated,
    /// When a reader saved it: it was published by then.
    Saved,
    /// Its address.
    Url,
    /// The text.
    Text,
    /// What stands for the text where that is missing.
    Summary,
    /// CSL's day of publication in parts.
    Issued,
    /// What only a reader's own list has.
    Reader,
}

/// The names of the headline's field.
#[rustfmt::skip]
const TITLE: &[&str] = &[
    "ogtitle", "title", "headline", "headlines", "twittertitle", "parselytitle", "sailthrutitle",
    "citationtitle", "dctitle", "dctermstitle", "titlepage", "titlerss", "articletitle", "name",
    "überschrift", "titel", "titre", "título", "titolo", "제목", "タイトル",
];

/// Of two names the more telling first, of a name and an address the name. `source` says an
/// address or a catalogue as often as an outlet.
#[rustfmt::skip]
const OUTLET: &[&str] = &[
    "ogsitename", "outlet", "containertitle", "publisher", "publication", "newspaper", "sitename",
    "site", "sourcehostname", "infosource", "infosources", "copyrightholder", "journal",
    "citationjournaltitle", "dcpublisher", "dctermspublisher", "sailthrupublisher",
    "applicationname", "medianame", "mediasource", "source", "sourcename", "sourcedomain",
    "hostname", "domainname", "quelle", "zeitung", "fuente", "fonte", "bron", "출처", "매체",
];

#[rustfmt::skip]
const AUTHOR: &[&str] = &[
    "authors", "author", "articleauthor", "byline", "by", "publishedby", "parselyauthor",
    "sailthruauthor", "citationauthor", "dccreator", "dctermscreator", "ogarticleauthor",
    "ogauthor", "byl", "creator", "writer", "authorname", "reporter", "autor", "autoren",
    "verfasser", "auteur", "autore", "기자", "저자", "著者",
];

/// Names that are said of publication alone stand before those that are said of other days too.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "published", "articlepublishedtime", "articlepublished", "ogarticlepublishedtime",
    "ogpublishedtime", "datepublished", "datepublish", "publishedat", "publisheddate",
    "publishdate", "publishedon", "publicationdate", "publisheddatetime", "publishedtime",
    "publicationtime", "pubdate", "dateofpublication", "parselypubdate", "sailthrudate",
    "citationpublicationdate", "citationonlinedate", "citationdate", "dctermsissued", "dcdateissued",
    "firstpublished", "firstcreated", "versioncreated", "date", "articledate", "dcdate",
    "dctermsdate", "dcdatecreated", "dctermscreated", "cxenseparserecspublishtime", "ogregdate",
    "timestamp", "createdutc", "datum", "erschienen", "veröffentlicht", "datepublication",
    "fecha", "data", "datapubblicazione", "게재일", "입력", "날짜", "公開日", "日付",
];

#[rustfmt::skip]
const UPDATED: &[&str] = &[
    "updated", "articlemodifiedtime", "articlemodified", "ogarticlemodifiedtime", "ogupdatedtime",
    "datemodified", "datemodify", "dateupdated", "updatedat", "updateddate", "modified",
    "modifiedat", "modifieddate", "lastmodified", "lastmodifiedat", "lastupdated", "lastmod",
    "dcdatemodified", "dctermsmodified", "versioncreated", "수정",
];

#[rustfmt::skip]
const SAVED: &[&str] = &[
    "saved", "savedat", "datesaved", "saveddate", "clipped", "clippedat", "clippeddate",
    "dateclipped", "created", "createdat", "accessed", "dateaccessed", "accessdate", "retrieved",
    "archived", "archivedat", "timeadded", "dateadded", "added", "downloaded", "dateretrieved",
];

#[rustfmt::skip]
const URL: &[&str] = &[
    "url", "ogurl", "twitterurl", "link", "canonical", "canonicalurl", "externalurl", "uri",
    "articleurl", "sourceurl", "originalurl", "permalink", "source", "givenurl", "originurl",
    "clippedfrom",
];

#[rustfmt::skip]
const TEXT: &[&str] = &[
    "text", "maintext", "bodyxhtml", "bodyhtml", "bodies", "bodytext", "articlebody",
    "contenthtml", "contenttext", "body", "content", "rawtext", "fulltext", "articletext",
    "texto", "본문",
];

#[rustfmt::skip]
const SUMMARY: &[&str] = &[
    "abstract", "description", "summary", "excerpt", "descriptiontext", "descriptions", "snippet",
];

const ISSUED: &[&str] = &["issued"];

/// Names that tell that `updated` is the day on which a reader touched an entry.
#[rustfmt::skip]
const READER: &[&str] = &[
    "isarchived", "isstarred", "savedat", "archivedat", "readat", "readingprogress",
    "readingprogresspercent", "timeadded",
];

/// Which list holds which fact.
const TABLE: &[(Field, &[&str])] = &[
    (Field::Title, TITLE),
    (Field::Outlet, OUTLET),
    (Field::Author, AUTHOR),
    (Field::Published, PUBLISHED),
    (Field::Updated, UPDATED),
    (Field::Saved, SAVED),
    (Field::Url, URL),
    (Field::Text, TEXT),
    (Field::Summary, SUMMARY),
    (Field::Issued, ISSUED),
    (Field::Reader, READER),
];

/// The longest name of a field, in bytes.
const LONGEST: usize = 64;

/// A name as the table writes it: lower case, letters and digits alone.
fn plain(name: &str) -> Option<String> {
    if name.len() > LONGEST {
        return None;
    }
    let mut out = String::with_capacity(name.len());
    for c in name.chars().filter(|c| c.is_alphanumeric()) {
        out.extend(c.to_lowercase());
    }
    (!out.is_empty()).then_some(out)
}

/// Fields with what they hold, in the order in which they are asked for a fact.
#[derive(Debug)]
pub struct Fields<V>(Vec<(Field, usize, V)>);

impl<V: Copy> Fields<V> {
    /// Reads fields under their names; those that hold no fact are left out.
    pub fn read<'n>(fields: impl IntoIterator<Item = (&'n str, V)>) -> Self {
        let mut found = Vec::new();
        for (name, value) in fields {
            let Some(name) = plain(name) else { continue };
            for (field, names) in TABLE {
                if let Some(rank) = names.iter().position(|known| *known == name) {
                    found.push((*field, rank, value));
                }
            }
        }
        found.sort_by_key(|(_, rank, _)| *rank);
        Self(found)
    }

    /// What the fields of one fact hold, the most telling name first.
    pub fn of(&self, field: Field) -> impl Iterator<Item = V> {
        self.0
            .iter()
            .filter(move |(other, ..)| *other == field)
            .map(|(.., value)| *value)
    }

    /// What the fields under the most telling name hold: several, where a name is repeated.
    pub fn same(&self, field: Field) -> impl Iterator<Item = (usize, V)> {
        self.0
            .iter()
            .filter(move |(other, ..)| *other == field)
            .map(|(_, rank, value)| (*rank, *value))
    }
}

/// The fact that a field of this name holds.
pub fn field(name: &str) -> Option<Field> {
    let name = plain(name)?;
    TABLE
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()))
        .map(|(field, _)| *field)
}
