//! Every name that a format has for a fact, alone: it is read as that fact.

use super::{facts, open_one};

const DAY: &str = "2020-05-06";

/// One fact of an article: its place among the facts, a value, and the names it goes by.
type Names = (usize, &'static str, &'static str);

const JSON: [Names; 5] = [
    (0, "T", "title headline headlines title_page title_rss name"),
    (
        1,
        "The O",
        "outlet container-title publisher publication newspaper site_name sitename \
            siteName source-hostname infosource infoSources copyrightholder copyrightHolder \
            source source_domain hostname domain_name",
    ),
    (
        2,
        "A B",
        "authors author byline by published_by creator writer",
    ),
    (
        3,
        DAY,
        "published date_publish datePublished date_published published_at publishedAt \
            published_date publication_date pubDate pub_date pubdate published_time \
            firstcreated firstCreated versioncreated versionCreated date timestamp",
    ),
    (
        4,
        DAY,
        "updated date_modify dateModified date_modified updated_at updatedAt modified \
            lastmod",
    ),
];

const FRONT: [Names; 5] = [
    (0, "T", "title headline"),
    (
        1,
        "The O",
        "outlet site site_name sitename publisher publication",
    ),
    (2, "A B", "author authors byline"),
    (
        3,
        DAY,
        "published publishdate publish_date pubdate published_time datepublished date",
    ),
    (4, DAY, "updated lastmod modified last_modified_at"),
];

const META: [Names; 5] = [
    (
        0,
        "T",
        "og:title twitter:title parsely-title sailthru.title citation_title dc.title \
            dcterms.title headline",
    ),
    (
        1,
        "The O",
        "og:site_name application-name citation_journal_title dc.publisher \
            dcterms.publisher publisher sailthru.publisher",
    ),
    (
        2,
        "A B",
        "author article:author parsely-author sailthru.author citation_author dc.creator \
            dcterms.creator og:article:author og:author byl",
    ),
    (
        3,
        DAY,
        "article:published_time article:published og:article:published_time \
            og:published_time datepublished date dc.date dc.date.issued dc.date.created \
            dcterms.issued dcterms.date dcterms.created parsely-pub-date sailthru.date \
            citation_publication_date citation_date pubdate publishdate publish-date \
            publish_date published_date published_time publication_date article.published \
            cxenseparse:recs:publishtime",
    ),
    (
        4,
        DAY,
        "article:modified_time article:modified og:article:modified_time og:updated_time \
            datemodified last-modified lastmod dc.date.modified dcterms.modified",
    ),
];

const RECORD: [Names; 4] = [
    (0, "T", "TI T1 CT"),
    (1, "The O", "T2 JO JF JA J2 BT PB"),
    (2, "A B", "AU A1"),
    (3, DAY, "DA Y1 PY"),
];

const TEXT: &str = "The bridge was closed on Monday after a storm had damaged two of its pillars, \
                    the city said in a statement that was read to reporters at noon.";

/// Each name in a file of its own; what is not read as its fact.
fn unread(path: &str, names: &[Names], file: impl Fn(usize, &str, &str) -> String) -> Vec<String> {
    let each = names
        .iter()
        .flat_map(|&(place, value, names)| names.split(' ').map(move |name| (place, value, name)));
    let wrong = each.filter_map(|(place, value, name)| {
        let corpus = open_one(path, file(place, name, value));
        let read = corpus.articles.first().map(facts).unwrap_or_default();
        (read.split(" | ").nth(place) != Some(value)).then(|| format!("{name}: {read}"))
    });
    wrong.collect()
}

#[test]
fn of_json() {
    let file =
        |_, name: &str, value: &str| format!("{{\"{name}\": \"{value}\", \"text\": \"{TEXT}\"}}");
    assert_eq!(unread("a.json", &JSON, file), [""; 0]);
}

#[test]
fn of_front_matter() {
    let file = |_, name: &str, value: &str| format!("---\n{name}: {value}\n---\n\n{TEXT}\n");
    assert_eq!(unread("a.md", &FRONT, file), [""; 0]);
}

#[test]
fn of_meta_elements() {
    let file = |_, name: &str, value: &str| {
        let body = format!("<p>{TEXT}</p>").repeat(3);
        format!(
            "<!doctype html><html><head><meta name=\"{name}\" content=\"{value}\"></head>\
             <body><article>{body}</article></body></html>"
        )
    };
    assert_eq!(unread("a.html", &META, file), [""; 0]);
}

#[test]
fn of_reference_records() {
    let file = |place, name: &str, value: &str| {
        // Without a title it is no record.
        let title = if place == 0 { "" } else { "TI  - T\n" };
        format!("TY  - NEWS\n{title}{name}  - {value}\nAB  - {TEXT}\nER  - \n")
    };
    assert_eq!(unread("a.ris", &RECORD, file), [""; 0]);
}
