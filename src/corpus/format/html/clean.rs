//! What of a page is given to the readability library, and how it is written.

use super::super::markup;

/// The longest attribute value that is kept, in bytes: `SingleFile` puts whole pictures in them.
pub const VALUE: usize = 2_000;
/// The longest text without an element in it that is given to the tree builder in one, in bytes.
const PART: usize = 16_000;

/// Elements without an end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Whether elements of this name have no end tag.
pub fn is_void(name: &str) -> bool {
    VOID.iter().any(|void| name.eq_ignore_ascii_case(void))
}

/// Appends a text, with a comment between its parts where it is long: for every sign that
/// has to be escaped, the serialiser looks through the rest of the text.
pub fn words(clean: &mut String, mut text: &str) {
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
pub fn is_dropped(name: &str) -> bool {
    [
        "script", "style", "noscript", "template", "svg", "iframe", "object", "math", "canvas",
        "audio",
    ]
    .iter()
    .any(|dropped| name.eq_ignore_ascii_case(dropped))
}

/// Elements that nest: those without an end tag, and those whose end tags may be left out, do not count.
pub fn counts(name: &str) -> bool {
    const FLAT: &[&str] = &[
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "html",
        "head", "body", "colgroup", "rp", "rt", "title",
    ];
    !FLAT
        .iter()
        .chain(VOID)
        .any(|flat| name.eq_ignore_ascii_case(flat))
}

/// The name that an element is given: the library knows nothing of lists of terms.
pub fn written(name: &str) -> &str {
    match name {
        "dl" | "DL" => "div",
        "dt" | "DT" | "dd" | "DD" => "p",
        name => name,
    }
}

/// Writes a start tag with the attributes that readability looks at.
pub fn write_tag(out: &mut String, name: &str, attributes: &str) {
    if !name.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return;
    }
    out.push('<');
    out.push_str(written(name));
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
