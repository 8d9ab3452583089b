//! Saved pages, those of `SingleFile` included.
//!
//! Facts are read from JSON-LD (schema.org `NewsArticle`: `headline`,
//! `datePublished`, `dateModified`, `author.name`, `publisher.name`), Open Graph
//! and `article:*` meta elements (ogp.me), Dublin Core, and `<time datetime>`;
//! the text by a readability library, and where that finds none, from the whole page.

use dom_smoothie::{Config, Readability, TextMode};
use serde_json::Value;

use super::{
    Draft, fact, json, marked,
    markup::{self, Piece},
    moment, names,
};
use crate::corpus::Article;

/// The deepest nesting that is given to the tree builder, whose work grows with its square.
const DEPTH: usize = 100;
/// The longest page, cleaned, that is given to the tree builder, in bytes.
const LONGEST: usize = 3_000_000;
/// The longest attribute value that is kept, in bytes: `SingleFile` puts whole pictures in them.
const VALUE: usize = 2_000;
/// A text shorter than this, in bytes, is not trusted to be the article.
const SHORTEST: usize = 250;

/// Reads a saved page.
pub fn parse(path: &str, html: &str) -> Draft {
    let page = scan(html);
    let mut article = Article::new(path, String::new());
    page.facts(&mut article);
    let body = page
        .json
        .iter()
        .find_map(|value| value.get("articleBody")?.as_str().map(str::to_owned));
    let found = readable(&page.clean)
        .or(body)
        .filter(|text| text.trim().len() >= SHORTEST);
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
    /// The objects of its JSON-LD that are articles.
    json: Vec<Value>,
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
}

fn scan(html: &str) -> Page {
    let mut page = Page::default();
    let mut depth = 0_usize;
    let mut dropped = 0_usize;
    let mut skip: Option<&str> = None;
    let mut linked = false;
    let mut in_title = false;
    let mut in_heading = false;
    for piece in markup::pieces(html) {
        match piece {
            Piece::Open(name, attributes) => {
                page.note(name, attributes);
                linked = name.eq_ignore_ascii_case("script")
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
            Piece::Text(text) if linked => {
                linked = false;
                json::linked(text, &mut page.json);
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
                    page.clean.push_str(text);
                }
            }
        }
    }
    if page.clean.len() > LONGEST {
        page.clean.clear();
    }
    page
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
                self.meta.push((key.to_ascii_lowercase(), content));
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

    /// The ladder of facts: JSON-LD, then meta elements, then the page's own elements.
    fn facts(&self, article: &mut Article) {
        for object in &self.json {
            json::schema(object, article);
        }
        let meta = |keys: &[&str]| self.meta(keys);
        article.outlet = article
            .outlet
            .take()
            .or_else(|| fact(meta(&["og:site_name", "application-name", "dc.publisher"])?));
        let outlet = article.outlet.as_ref().map(|outlet| outlet.value.clone());
        article.title = article.title.take().or_else(|| {
            fact(meta(&[
                "og:title",
                "twitter:title",
                "dc.title",
                "headline",
            ])?)
            .or_else(|| fact(self.heading.as_deref()?))
            .or_else(|| fact(self.title.as_deref()?))
            .map(|mut title| {
                title.value = without_site(&title.value, outlet.as_deref());
                title
            })
        });
        article.title = article
            .title
            .take()
            .or_else(|| fact(self.heading.as_deref()?))
            .or_else(|| {
                let title = without_site(self.title.as_deref()?, outlet.as_deref());
                fact(&title)
            });
        article.authors = article.authors.take().or_else(|| {
            names(
                meta(&[
                    "author",
                    "article:author",
                    "dc.creator",
                    "parsely-author",
                    "sailthru.author",
                    "byl",
                ])?
                .split([',', ';']),
            )
        });
        article.published = article.published.take().or_else(|| {
            moment(meta(&[
                "article:published_time",
                "og:published_time",
                "datepublished",
                "date",
                "dc.date",
                "dc.date.issued",
                "dcterms.date",
                "dcterms.created",
                "pubdate",
                "publishdate",
                "publish-date",
                "parsely-pub-date",
                "sailthru.date",
                "article.published",
                "citation_publication_date",
                "publication_date",
                "cxenseparse:recs:publishtime",
            ])?)
        });
        article.updated = article.updated.take().or_else(|| {
            moment(meta(&[
                "article:modified_time",
                "og:updated_time",
                "datemodified",
                "last-modified",
                "dcterms.modified",
                "lastmod",
            ])?)
        });
        article.url = article
            .url
            .take()
            .or_else(|| fact(self.canonical.as_deref()?))
            .or_else(|| fact(meta(&["og:url"])?));
        // A bare <time> may be another article's: only where nothing else is known.
        article.published = article.published.take().or_else(|| {
            let mut known = moment(self.time.as_deref()?)?;
            known.reason = Some("the first time element of the page".to_owned());
            Some(marked(known.value)).map(|fact| crate::corpus::Fact {
                reason: known.reason,
                ..fact
            })
        });
    }
}

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
