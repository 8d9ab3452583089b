//! A linear reader of HTML: tags, attributes, entities, text.
//!
//! The tree builders of the web are quadratic in depth and in attributes, so
//! that hostile pages stop them. This reader takes one pass and keeps no tree.

pub use super::references::unescape;

/// One piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text between tags, entities not yet decoded.
    Text(&'a str),
    /// A start tag: its name and everything between the name and `>`.
    Open(&'a str, &'a str),
    /// An end tag.
    Close(&'a str),
}

/// The pieces of `html`; comments, doctypes and processing instructions are left out.
pub struct Pieces<'a> {
    html: &'a str,
    at: usize,
    /// The raw-text element that was opened last, whose content is text up to its end tag.
    raw: Option<&'a str>,
}

/// Reads `html` piece by piece.
pub fn pieces(html: &str) -> Pieces<'_> {
    Pieces {
        html,
        at: 0,
        raw: None,
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let rest = self.html.get(self.at..)?;
            if rest.is_empty() {
                return None;
            }
            if let Some(name) = self.raw.take() {
                let end = raw_end(rest, name);
                self.at += end;
                if end > 0 {
                    return Some(Piece::Text(&rest[..end]));
                }
                continue;
            }
            let Some(open) = memchr::memchr(b'<', rest.as_bytes()) else {
                self.at = self.html.len();
                return Some(Piece::Text(rest));
            };
            if open > 0 {
                self.at += open;
                return Some(Piece::Text(&rest[..open]));
            }
            if let Some(piece) = self.tag(rest) {
                return Some(piece);
            }
        }
    }
}

impl<'a> Pieces<'a> {
    /// The tag at the head of `rest`; `None` where something without meaning was passed over.
    fn tag(&mut self, rest: &'a str) -> Option<Piece<'a>> {
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
            self.at += end;
            return None;
        }
        let second = rest.as_bytes().get(1).copied().unwrap_or_default();
        if second == b'!' || second == b'?' {
            self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
            return None;
        }
        if !(second.is_ascii_alphabetic() || second == b'/') {
            self.at += 1;
            return Some(Piece::Text("<"));
        }
        let end = tag_end(rest);
        self.at += end;
        let inner = rest[1..end].trim_end_matches('>');
        if let Some(name) = inner.strip_prefix('/') {
            return Some(Piece::Close(name.trim()));
        }
        let split = inner
            .find(|c: char| c.is_whitespace() || c == '/')
            .unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(split);
        if [
            "script", "style", "textarea", "title", "noscript", "template",
        ]
        .iter()
        .any(|raw| name.eq_ignore_ascii_case(raw))
            && !inner.ends_with('/')
        {
            self.raw = Some(name);
        }
        Some(Piece::Open(name, attributes))
    }
}

/// Where a tag that begins `rest` ends, `>` included; quoted values may hold `>`.
fn tag_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut quote = None;
    let mut after_equals = false;
    for (i, &b) in bytes.iter().enumerate().skip(1) {
        match quote {
            Some(q) if b == q => quote = None,
            None if (b == b'"' || b == b'\'') && after_equals => quote = Some(b),
            None if b == b'>' => return i + 1,
            _ => {}
        }
        if !b.is_ascii_whitespace() {
            after_equals = b == b'=';
        }
    }
    // A quote that never closes: the tag ends at the first `>` there is.
    memchr::memchr(b'>', bytes).map_or(bytes.len(), |end| end + 1)
}

/// Where the text of a raw element ends: at `</name`.
fn raw_end(rest: &str, name: &str) -> usize {
    let bytes = rest.as_bytes();
    memchr::memmem::find_iter(bytes, b"</")
        .find(|&at| {
            bytes
                .get(at + 2..at + 2 + name.len())
                .is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()))
        })
        .unwrap_or(bytes.len())
}

/// The most attributes of one tag that are looked at.
const ATTRIBUTES: usize = 40;

/// The value of attribute `name` among `attributes`, entities decoded.
pub fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    for _ in 0..ATTRIBUTES {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '=' || c == '/')
            .unwrap_or(rest.len());
        if rest.is_empty() {
            return None;
        }
        let key = &rest[..end];
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            (value, rest) = match quote {
                Some(q) => after[1..].split_once(q).unwrap_or((&after[1..], "")),
                None => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            };
        } else if end == 0 {
            rest = rest.get(1..).unwrap_or_default();
        }
        if key.eq_ignore_ascii_case(name) {
            return Some(unescape(value));
        }
    }
    None
}

/// Whether some tag of a page stands in `text`.
pub fn has_tags(text: &str) -> bool {
    pieces(text).take(200).any(|piece| {
        matches!(piece, Piece::Open(name, _) if ["p", "div", "html", "body", "a", "br", "span", "h1", "ul", "img", "em", "strong", "b", "i", "figure", "blockquote"].iter().any(|n| name.eq_ignore_ascii_case(n)))
    })
}

/// Elements that stand on lines of their own.
pub fn is_block(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "p",
        "div",
        "br",
        "hr",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "aside",
        "main",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "form",
        "fieldset",
        "address",
        "time",
        "button",
        "details",
        "summary",
        "option",
        "select",
        "label",
        "video",
    ];
    BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block))
}

/// The text of a page or of a piece of one: a line a block, an empty line
/// between paragraphs and around headings, a bullet before list items.
pub fn text_of(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut hidden: Option<&str> = None;
    for piece in pieces(html) {
        match piece {
            // A head that is never closed ends where the body begins.
            Piece::Open(name, _) if name.eq_ignore_ascii_case("body") => hidden = None,
            Piece::Open(name, _) if is_hidden(name) => hidden = hidden.or(Some(name)),
            Piece::Close(name) if hidden.is_some_and(|h| h.eq_ignore_ascii_case(name)) => {
                hidden = None;
            }
            Piece::Text(text) if hidden.is_none() => push_text(&mut out, text),
            Piece::Open(name, _) | Piece::Close(name) if hidden.is_none() && is_block(name) => {
                let open = matches!(piece, Piece::Open(..));
                break_line(&mut out, is_apart(name));
                if open && name.eq_ignore_ascii_case("li") {
                    out.push_str("• ");
                }
            }
            _ => {}
        }
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out
}

fn is_hidden(name: &str) -> bool {
    [
        "script", "style", "noscript", "template", "svg", "iframe", "head", "textarea", "object",
        "math",
    ]
    .iter()
    .any(|h| name.eq_ignore_ascii_case(h))
}

/// Elements with an empty line around them.
fn is_apart(name: &str) -> bool {
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figure",
        "article",
        "section",
        "ul",
        "ol",
        "table",
        "pre",
    ]
    .iter()
    .any(|h| name.eq_ignore_ascii_case(h))
}

fn break_line(out: &mut String, apart: bool) {
    let end = out.trim_end_matches([' ', '\t']).len();
    out.truncate(end);
    if out.is_empty() {
        return;
    }
    let wanted = if apart { 2 } else { 1 };
    let have = out.len() - out.trim_end_matches('\n').len();
    for _ in have..wanted {
        out.push('\n');
    }
}

/// Whether a character only says where a word may be broken: it is no part of it.
pub fn breaks(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Appends text with its white space made single.
fn push_text(out: &mut String, text: &str) {
    let decoded = unescape(text);
    for c in decoded.chars() {
        if c.is_whitespace() && c != '\u{a0}' {
            if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
        } else if !breaks(c) {
            out.push(c);
        }
    }
}
