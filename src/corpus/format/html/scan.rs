//! One pass over a page: what its elements say of the article, and the page made
//! clean for the readability library.

use super::{
    super::markup::{self, Piece},
    clean::{VALUE, counts, is_dropped, is_void, words, write_tag, written},
    linked::Linked,
};

/// The deepest nesting that is given to the tree builder, whose work grows with its square.
const DEPTH: usize = 100;
/// The longest page, cleaned, that is given to the tree builder, in bytes.
const LONGEST: usize = 3_000_000;
/// How many characters at the head of a page may hold `SingleFile`'s comment.
const HEAD: usize = 4_000;
/// The most elements of a kind that are kept.
const MOST: usize = 500;
/// The longest name or date that an element may hold, in bytes.
const SHORT: usize = 200;

/// What one pass over a page gathers.
#[derive(Default)]
pub struct Page {
    /// The page without scripts, styles and needless attributes, bounded in
    /// depth; empty where it is too long for the tree builder.
    pub clean: String,
    /// Its JSON-LD.
    pub linked: Linked,
    /// Its meta elements: name or property, content.
    pub meta: Vec<(String, String)>,
    /// Its microdata: property, value.
    pub items: Vec<(Item, String)>,
    /// Its `<title>`.
    pub title: Option<String>,
    /// Its canonical address.
    pub canonical: Option<String>,
    /// Its `<time datetime>` elements outside of menus and lists.
    pub times: Vec<Time>,
    /// Its first `<h1>`.
    pub heading: Option<String>,
    /// The address in `SingleFile`'s comment.
    pub saved: Option<String>,
}

/// A property of the article that an element carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Headline,
    Author,
    Publisher,
    Published,
    Updated,
}

/// A `<time>` element.
pub struct Time {
    /// Its `datetime`.
    pub when: String,
    /// Whether the headline stands above it.
    pub below: bool,
}

/// An element whose text is gathered.
struct Capture<'h> {
    item: Item,
    name: &'h str,
    /// How many elements of the same name are open inside of it.
    nested: usize,
    text: String,
    /// Whether an inner element gives the name itself.
    named: bool,
}

/// The state of the pass.
#[derive(Default)]
struct Scan<'h> {
    page: Page,
    depth: usize,
    dropped: usize,
    skip: Option<&'h str>,
    in_data: bool,
    in_title: bool,
    in_heading: bool,
    /// The open element that holds menus, other articles or comments, and how many elements
    /// of the same name are open inside of it.
    aside: Option<(&'h str, usize)>,
    capture: Option<Capture<'h>>,
}

/// Reads a page.
pub fn scan(html: &str) -> Page {
    let mut scan = Scan {
        page: Page {
            saved: saved_from(html),
            ..Page::default()
        },
        ..Scan::default()
    };
    for piece in markup::pieces(html) {
        match piece {
            Piece::Open(name, attributes) => scan.open(name, attributes),
            Piece::Close(name) => scan.close(name),
            Piece::Text(text) => scan.text(text),
        }
    }
    scan.captured();
    let mut page = scan.page;
    if page.clean.len() > LONGEST {
        page.clean.clear();
    }
    page
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

impl<'h> Scan<'h> {
    fn open(&mut self, name: &'h str, attributes: &'h str) {
        let is = |other: &str| name.eq_ignore_ascii_case(other);
        let empty = attributes.ends_with('/') || is_void(name);
        match &mut self.aside {
            Some((open, nested)) => *nested += usize::from(!empty && is(open)),
            None if !empty && is_aside(name, attributes) => self.aside = Some((name, 0)),
            None => {}
        }
        self.note(name, attributes, empty);
        self.in_data = is("script")
            && markup::attribute(attributes, "type")
                .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"));
        self.in_title = is("title") && self.page.title.is_none() && self.skip.is_none();
        if is("h1") && self.page.heading.is_none() {
            self.in_heading = true;
            self.page.heading = Some(String::new());
        }
        if is_dropped(name) {
            self.skip = self
                .skip
                .or(Some(name))
                .filter(|_| !attributes.ends_with('/'));
        } else if self.skip.is_none() {
            if counts(name) {
                if self.depth >= DEPTH {
                    self.dropped += 1;
                    self.page.clean.push(' ');
                    return;
                }
                self.depth += 1;
            }
            write_tag(&mut self.page.clean, name, attributes);
        }
    }

    fn close(&mut self, name: &'h str) {
        let same = |other: &str| other.eq_ignore_ascii_case(name);
        self.in_heading = self.in_heading && !same("h1");
        self.aside = match self.aside {
            Some((open, nested)) if same(open) => nested.checked_sub(1).map(|n| (open, n)),
            open => open,
        };
        if let Some(capture) = self.capture.as_mut().filter(|c| same(c.name)) {
            if capture.nested == 0 {
                self.captured();
            } else {
                capture.nested -= 1;
            }
        }
        if self.skip.is_some_and(same) {
            self.skip = None;
        } else if self.skip.is_none()
            && name.bytes().all(|b| b.is_ascii_alphanumeric())
            && !is_dropped(name)
        {
            if counts(name) {
                if self.dropped > 0 {
                    self.dropped -= 1;
                    return;
                }
                self.depth = self.depth.saturating_sub(1);
            }
            self.page.clean.push_str("</");
            self.page.clean.push_str(written(name));
            self.page.clean.push('>');
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_data {
            self.in_data = false;
            self.page.linked.read(text);
            return;
        }
        if self.in_title {
            self.page.title = Some(markup::unescape(text));
            self.in_title = false;
        }
        if self.in_heading
            && let Some(heading) = &mut self.page.heading
        {
            heading.push_str(&markup::unescape(text));
        }
        if self.skip.is_none() {
            if let Some(capture) = &mut self.capture
                && !capture.named
                && capture.text.len() < SHORT
            {
                capture.text.push_str(&markup::unescape(text));
            }
            words(&mut self.page.clean, text);
        }
    }

    /// Gathers what an element says of the whole page.
    fn note(&mut self, name: &'h str, attributes: &'h str, empty: bool) {
        let is = |other: &str| name.eq_ignore_ascii_case(other);
        let get =
            |key: &str| markup::attribute(attributes, key).filter(|value| value.len() <= VALUE);
        if is("meta") && self.capture.is_some() {
            self.item(name, attributes, empty);
        } else if is("meta") && self.page.meta.len() < MOST {
            let key = get("property")
                .or_else(|| get("name"))
                .or_else(|| get("itemprop"));
            if let (Some(key), Some(content)) = (key, get("content")) {
                self.page.meta.push((key, content));
            }
        } else if is("link") && self.page.canonical.is_none() {
            if get("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
                self.page.canonical = get("href");
            }
        } else if self.aside.is_none() && !attributes.is_empty() {
            self.item(name, attributes, empty);
        }
    }

    /// What an element that is no part of a menu says of the article.
    fn item(&mut self, name: &'h str, attributes: &'h str, empty: bool) {
        let get =
            |key: &str| markup::attribute(attributes, key).filter(|value| value.len() <= VALUE);
        let when = name
            .eq_ignore_ascii_case("time")
            .then(|| get("datetime"))
            .flatten();
        let property = get("itemprop").unwrap_or_default();
        let item = property
            .split_whitespace()
            .find_map(item)
            .or_else(|| {
                get("rel")
                    .is_some_and(|rel| rel.eq_ignore_ascii_case("author"))
                    .then_some(Item::Author)
            })
            .or_else(|| when.as_ref().and_then(|_| marked_time(attributes)));
        if let Some(when) = &when
            && self.page.times.len() < MOST
        {
            let below = self.page.heading.is_some();
            let when = when.clone();
            self.page.times.push(Time { when, below });
        }
        if let Some(capture) = &mut self.capture {
            if capture.name.eq_ignore_ascii_case(name) && !empty {
                capture.nested += 1;
            }
            // The name of an author or a publisher that has other properties too.
            if property == "name" {
                capture.text.clear();
                if let Some(content) = get("content") {
                    capture.text = content;
                    capture.named = true;
                }
            }
            return;
        }
        let Some(item) = item.filter(|_| self.page.items.len() < MOST) else {
            return;
        };
        match get("content").or(when) {
            Some(value) => self.page.items.push((item, value)),
            None if !empty => {
                self.capture = Some(Capture {
                    item,
                    name,
                    nested: 0,
                    text: String::new(),
                    named: false,
                });
            }
            None => {}
        }
    }

    /// Keeps what was gathered of an element.
    fn captured(&mut self) {
        if let Some(capture) = self.capture.take()
            && capture.text.len() <= SHORT
            && !capture.text.trim().is_empty()
        {
            self.page.items.push((capture.item, capture.text));
        }
    }
}

/// The property of an article that has this name in schema.org's vocabulary.
fn item(property: &str) -> Option<Item> {
    let is = |name: &str| property.eq_ignore_ascii_case(name);
    if is("headline") {
        Some(Item::Headline)
    } else if is("author") || is("creator") {
        Some(Item::Author)
    } else if is("publisher") {
        Some(Item::Publisher)
    } else if is("datePublished") || is("dateCreated") {
        Some(Item::Published)
    } else if is("dateModified") {
        Some(Item::Updated)
    } else {
        None
    }
}

/// What the class of a `<time>` element, or its `pubdate`, says that it is.
fn marked_time(attributes: &str) -> Option<Item> {
    let class = markup::attribute(attributes, "class").unwrap_or_default();
    let class = class.to_ascii_lowercase();
    if class.contains("updated") || class.contains("modified") {
        // "entry-date published updated": never changed.
        class
            .contains("publish")
            .then_some(Item::Published)
            .or(Some(Item::Updated))
    } else if class.contains("publish") || markup::attribute(attributes, "pubdate").is_some() {
        Some(Item::Published)
    } else {
        None
    }
}

/// Whether an element holds menus, other articles or readers' comments.
fn is_aside(name: &str, attributes: &str) -> bool {
    if ["nav", "aside", "footer"]
        .iter()
        .any(|aside| name.eq_ignore_ascii_case(aside))
    {
        return true;
    }
    if !(name.eq_ignore_ascii_case("div")
        || name.eq_ignore_ascii_case("section")
        || name.eq_ignore_ascii_case("ol")
        || name.eq_ignore_ascii_case("ul"))
    {
        return false;
    }
    // "comments", "comment-list", "related-posts", but not "post comments-open".
    ["id", "class"].iter().any(|key| {
        markup::attribute(attributes, key).is_some_and(|value| {
            let first = value.split_whitespace().next().unwrap_or_default();
            let first = first.to_ascii_lowercase();
            first.starts_with("comment") || first.starts_with("related") || first == "disqus_thread"
        })
    })
}
