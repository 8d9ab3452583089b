//! Feeds that are not quite XML: what is done so that one fault costs one item.

use super::references;

/// The feed without its XML declaration, which names the encoding that it came in.
pub fn undeclared(text: &str) -> &str {
    let bare = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    match bare
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"))
    {
        Some((_, rest)) => rest,
        None => bare,
    }
}

/// The feed with every `&` that begins no reference of XML as text: "Ferry & bridge". The
/// references of HTML become their characters.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some(at) = memchr::memchr2(b'&', b'<', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(end) = rest
            .starts_with("<![CDATA[")
            .then(|| rest.find("]]>").map_or(rest.len(), |end| end + 3))
        {
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        if rest.starts_with('<') {
            out.push('<');
            rest = &rest[1..];
            continue;
        }
        let Some((c, length)) = references::reference(rest) else {
            out.push_str("&amp;");
            rest = &rest[1..];
            continue;
        };
        let own = matches!(&rest[1..length - 1], "amp" | "lt" | "gt" | "quot" | "apos");
        if own || rest[1..].starts_with('#') {
            out.push_str(&rest[..length]);
        } else {
            out.push(c);
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// The longest head of a feed that is read again for each of its items, in bytes.
const HEAD: usize = 8_000;

/// Each item of a feed as a feed of its own; one that is cut off is left out.
pub fn items(text: &str, atom: bool) -> Vec<String> {
    let (open, close) = if atom {
        ("<entry", "</entry>")
    } else {
        ("<item", "</item>")
    };
    // Of RSS 1.0 the list of items stands behind the channel; `items` is none of them.
    let begins =
        |at: usize| text[at + open.len()..].starts_with(|c: char| c == '>' || c.is_whitespace());
    let starts: Vec<usize> = text
        .match_indices(open)
        .map(|(at, _)| at)
        .filter(|at| begins(*at))
        .collect();
    let Some(&first) = starts.first() else {
        return Vec::new();
    };
    let tail = if atom {
        "</feed>"
    } else if text.contains("<rdf:RDF") {
        "</rdf:RDF>"
    } else {
        "</channel></rss>"
    };
    let head = &text[..first];
    let head = if head.len() <= HEAD {
        head
    } else if atom {
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
    } else {
        "<rss version=\"2.0\"><channel>"
    };
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(&at, next)| {
            let end = text[at..next].find(close)? + close.len();
            Some(format!("{head}{}{tail}", &text[at..at + end]))
        })
        .collect()
}
