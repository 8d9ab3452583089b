//! Saved pages, those of `SingleFile` included.
//!
//! The ladder of facts, the first that says something wins:
//! 1. JSON-LD ([`super::linked`]);
//! 2. meta elements: Open Graph and its `article:*` (<https://ogp.me/#type_article>),
//!    Dublin Core (<https://www.dublincore.org/specifications/dublin-core/dcq-html/>),
//!    Highwire's `citation_*` (<https://scholar.google.com/intl/en/scholar/inclusion.html>),
//!    Parse.ly's (<https://docs.parse.ly/metatags/>), Sailthru's
//!    (<https://getstarted.sailthru.com/site/personalization-engine/meta-tags/>);
//!    the rarer spellings are those of trafilatura (`metadata.py`) and htmldate (`core.py`),
//!    which have met them on real pages;
//! 3. the page's own `<h1>`, `<title>`, canonical link and first `<time datetime>`;
//! 4. of the address, `SingleFile`'s comment ("Page saved with `SingleFile` / url: … /
//!    saved date: …", <https://github.com/gildas-lormeau/single-file-core>); the day of
//!    saving is not the article's.
//!
//! The text is found by a readability library, and where that finds none, it is the whole page.

use super::{
    Draft, fact, json,
    linked::Linked,
    markup::{self, Piece},
    moment, names,
};
use crate::corpus::Article;
use dom_smoothie::{Config, Readability, TextMode};

/// The deepest nesting that is given to the tree builder, whose work grows with its square.
const DEPTH: usize = 100;
/// The longest page, cleaned, that is given to the tree builder, in bytes.
const LONGEST: usize = 3_000_000;
/// The longest attribute value that is kept, in bytes: `SingleFile` puts whole pictures in them.
const VALUE: usize = 2_000;
/// How many characters at the head of a page may hold `SingleFile`'s comment.
const HEAD: usize = 4_000;
/// The longest text without an element in it that is given to the tree builder in one, in bytes.
const PART: usize = 16_000;
/// A text shorter than this, in bytes, is not trusted to be the article.
const SHORTEST: usize = 250;

/// Reads a saved page.
pub fn parse(path: &str, html: &str) -> Draft {
    let page = scan(html);
    let mut article = Article::new(path, String::new());
    page.facts(&mut article);
    let long = |text: &String| text.trim().len() >= SHORTEST;
    let found = readable(&page.clean)
        .filter(long)
        .or_else(|| page.linked.body().map(markup::text_of).filter(long));
    let body_only = found.is_some();
    article.text = found.unwrap_or_else(|| markup::text_of(html));
    Draft {
        article,
        body_only,
        body: None,
    }
}

/// The article's text as the readability library finds it.
fn readable(clean: &str) -> Option<String> {
    if clean.is_empty() {
        return None;
    }
    let config = Config {
        text_mode: TextMode::Formatted,
        disable_json_ld: true,
        max_elements_to_parse: 60_000,
        ..Config::default()
    };
    let article = Readability::new(clean, None, Some(config))
        .ok()?
        .parse()
        .ok()?;
    Some(article.text_content.trim().to_owned())
}

/// What one pass over a page gathers.
#[derive(Default)]
struct Page {
    /// The page without scripts, styles and needless attributes, bounded in
    /// depth; empty where it is too long for the tree builder.
    clean: String,
    /// Its JSON-LD.
    linked: Linked,
    /// Its meta elements: name or property, content.
    meta: Vec<(String, String)>,
    /// Its `<title>`.
    title: Option<String>,
    /// Its canonical address.
    canonical: Option<String>,
    /// The first `<time datetime>`.
    time: Option<String>,
    /// Its first `<h1>`.
    heading: Option<String>,
    /// The address in `SingleFile`'s comment.
    saved: Option<String>,
}

/// The address that `SingleFile` writes into a comment at the head of what it saves.
fn saved_from(html: &str) -> Option<String> {
    let head = html
        .char_indices()
        .nth(HEAD)
        .map_or(html, |(at, _)| &html[..at]);
    let comment = head
        .split("<!--")
        .skip(1)
        .find(|comment| comment.contains("SingleFile"))?;
    let comment = comment.split("-->").next()?;
    let line = comment
        .lines()
        .find_map(|line| line.trim().strip_prefix("url: "))?;
    Some(line.trim().to_owned())
}

fn scan(html: &str) -> Page {
    let mut page = Page {
        saved: saved_from(html),
        ..Page::default()
    };
    let mut depth = 0_usize;
    let mut dropped = 0_usize;
    let mut skip: Option<&str> = None;
    let mut in_data = false;
    let mut in_title = false;
    let mut in_heading = false;
    for piece in markup::pieces(html) {
        match piece {
            Piece::Open(name, attributes) => {
                page.note(name, attributes);
                in_data = name.eq_ignore_ascii_case("script")
                    && markup::attribute(attributes, "type").is_some_and(|kind| {
                        kind.trim().eq_ignore_ascii_case("application/ld+json")
                    });
                in_title =
                    name.eq_ignore_ascii_case("title") && page.title.is_none() && skip.is_none();
                if name.eq_ignore_ascii_case("h1") && page.heading.is_none() {
                    in_heading = true;
                    page.heading = Some(String::new());
                }
                if is_dropped(name) {
                    skip = skip.or(Some(name)).filter(|_| !attributes.ends_with('/'));
                } else if skip.is_none() {
                    if counts(name) {
                        if depth >= DEPTH {
                            dropped += 1;
                            page.clean.push(' ');
                            continue;
                        }
                        depth += 1;
                    }
                    open(&mut page.clean, name, attributes);
                }
            }
            Piece::Close(name) => {
                in_heading = in_heading && !name.eq_ignore_ascii_case("h1");
                if skip.is_some_and(|s| s.eq_ignore_ascii_case(name)) {
                    skip = None;
                } else if skip.is_none()
                    && name.bytes().all(|b| b.is_ascii_alphanumeric())
                    && !is_dropped(name)
                {
                    if counts(name) {
                        if dropped > 0 {
                            dropped -= 1;
                            continue;
                        }
                        depth = depth.saturating_sub(1);
                    }
                    page.clean.push_str("</");
                    page.clean.push_str(name);
                    page.clean.push('>');
                }
            }
            Piece::Text(text) if in_data => {
                in_data = false;
                page.linked.read(text);
            }
            Piece::Text(text) => {
                if in_title {
                    page.title = Some(markup::unescape(text));
                    in_title = false;
                }
                if in_heading && let Some(heading) = &mut page.heading {
                    heading.push_str(&markup::unescape(text));
                }
                if skip.is_none() {
                    words(&mut page.clean, text);
                }
            }
        }
    }
    if page.clean.len() > LONGEST {
        page.clean.clear();
    }
    page
}

/// Appends a text, with a comment between its parts where it is long: for every sign that
/// has to be escaped, the serialiser looks through the rest of the text.
fn words(clean: &mut String, mut text: &str) {
    while text.len() > PART {
        let most = text.floor_char_boundary(PART);
        let head = &text[..most];
        let cut = head.rfind(char::is_whitespace).or_else(|| head.rfind('&'));
        let (part, rest) = text.split_at(cut.filter(|cut| *cut > 0).unwrap_or(most));
        clean.push_str(part);
        clean.push_str("<!---->");
        text = rest;
    }
    clean.push_str(text);
}

/// Elements that hold nothing to read.
fn is_dropped(name: &str) -> bool {
    [
        "script", "style", "noscript", "template", "svg", "iframe", "object", "math", "canvas",
        "audio",
    ]
    .iter()
    .any(|dropped| name.eq_ignore_ascii_case(dropped))
}

/// Elements that nest: those without an end tag, and those whose end tags may be left out, do not count.
fn counts(name: &str) -> bool {
    const FLAT: &[&str] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody",
        "thead", "tfoot", "html", "head", "body", "colgroup", "rp", "rt", "title",
    ];
    !FLAT.iter().any(|flat| name.eq_ignore_ascii_case(flat))
}

/// Writes a start tag with the attributes that readability looks at.
fn open(out: &mut String, name: &str, attributes: &str) {
    if !name.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return;
    }
    out.push('<');
    out.push_str(name);
    if !attributes.is_empty() {
        for key in [
            "id",
            "class",
            "itemprop",
            "role",
            "href",
            "rel",
            "hidden",
            "aria-hidden",
        ] {
            if let Some(value) =
                markup::attribute(attributes, key).filter(|value| value.len() <= VALUE)
            {
                out.push(' ');
                out.push_str(key);
                out.push_str("=\"");
                out.push_str(&value.replace('&', "&amp;").replace('"', "&quot;"));
                out.push('"');
            }
        }
    }
    out.push('>');
}

impl Page {
    /// Gathers what an element says of the whole page.
    fn note(&mut self, name: &str, attributes: &str) {
        let get =
            |key: &str| markup::attribute(attributes, key).filter(|value| value.len() <= VALUE);
        if name.eq_ignore_ascii_case("meta") && self.meta.len() < 500 {
            let key = get("property")
                .or_else(|| get("name"))
                .or_else(|| get("itemprop"));
            if let (Some(key), Some(content)) = (key, get("content")) {
                let mut key = key.to_ascii_lowercase();
                // "DC.date" and "dc:date" are one.
                if key.starts_with("dc:") || key.starts_with("dcterms:") {
                    key = key.replace(':', ".");
                }
                self.meta.push((key, content));
            }
        } else if name.eq_ignore_ascii_case("link") && self.canonical.is_none() {
            if get("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
                self.canonical = get("href");
            }
        } else if name.eq_ignore_ascii_case("time") && self.time.is_none() {
            self.time = get("datetime");
        }
    }

    fn meta(&self, keys: &[&str]) -> Option<&str> {
        keys.iter().find_map(|key| {
            self.meta
                .iter()
                .find(|(name, value)| name == key && !value.trim().is_empty())
                .map(|(_, value)| value.as_str())
        })
    }

    /// The names that the first of `keys` gives, in all the elements with that key.
    fn authors(&self) -> Option<crate::corpus::Fact<Vec<String>>> {
        AUTHOR.iter().find_map(|key| {
            let values = self.meta.iter().filter(|(name, _)| name == key);
            names(values.flat_map(|(_, value)| json::split(value)))
        })
    }

    fn facts(&self, article: &mut Article) {
        self.linked.facts(article);
        let outlet = article.outlet.take();
        article.outlet = outlet
            .or_else(|| fact(self.meta(OUTLET)?).filter(|outlet| !outlet.value.contains("://")));
        let site = article.outlet.as_ref().map(|outlet| outlet.value.clone());
        let bare = |title: &str| fact(&without_site(title, site.as_deref()));
        let title = article.title.take();
        article.title = title
            .or_else(|| bare(self.meta(TITLE)?))
            .or_else(|| fact(self.heading.as_deref()?))
            .or_else(|| bare(self.title.as_deref()?));
        let authors = article.authors.take();
        article.authors = authors.or_else(|| self.authors());
        let published = article.published.take();
        article.published = published
            .or_else(|| moment(self.meta(PUBLISHED)?))
            .or_else(|| {
                // A bare <time> may be another article's: only where nothing else is known.
                let mut known = moment(self.time.as_deref()?)?;
                known.reason = Some("the first time element of the page".to_owned());
                Some(known)
            });
        let updated = article.updated.take();
        article.updated = updated.or_else(|| moment(self.meta(UPDATED)?));
        let url = article.url.take();
        article.url = url
            .or_else(|| fact(self.canonical.as_deref()?))
            .or_else(|| fact(self.meta(&["og:url", "twitter:url"])?))
            .or_else(|| fact(self.saved.as_deref()?));
    }
}

/// Meta elements that name the site.
const OUTLET: &[&str] = &[
    "og:site_name",
    "application-name",
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "sailthru.publisher",
];

/// Meta elements that give the headline.
const TITLE: &[&str] = &[
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "headline",
];

/// Meta elements that name the author.
const AUTHOR: &[&str] = &[
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "og:article:author",
    "og:author",
    "byl",
];

/// Meta elements that say when the article was published.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_date",
    "published_time",
    "publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
];

/// Meta elements that say when it was last changed.
const UPDATED: &[&str] = &[
    "article:modified_time",
    "article:modified",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dc.date.modified",
    "dcterms.modified",
];

/// A page's title without the site's name behind a bar or dash.
fn without_site(title: &str, site: Option<&str>) -> String {
    let title = title.trim();
    for bar in [" | ", " - ", " – ", " — ", " :: ", " • "] {
        if let Some(at) = title.rfind(bar) {
            let tail = title[at + bar.len()..].trim();
            let named = site.is_some_and(|site| {
                let (site, tail) = (site.to_lowercase(), tail.to_lowercase());
                site.contains(&tail) || tail.contains(&site)
            });
            if named || site.is_none() && bar == " | " && tail.split_whitespace().count() <= 4 {
                return title[..at].trim().to_owned();
            }
        }
    }
    title.to_owned()
}

#[cfg(test)]
mod tests {
    use super::parse;

    /// A long text is given to the tree builder in parts, and comes back as one.
    #[test]
    fn a_long_paragraph_stays_whole() {
        for unit in ["The ferry « Anna » left & came back. ", "나&amp", "x"] {
            let text = unit.repeat(100_000 / unit.len());
            let html = format!("<html><body><article><p>{text}</p></article></body></html>");
            let (wanted, found) = (
                text.replace("&amp", "&"),
                parse("a.html", &html).article.text,
            );
            assert!(
                found.trim() == wanted.trim(),
                "{unit}: {} bytes of {}",
                found.len(),
                wanted.len()
            );
        }
    }
}
