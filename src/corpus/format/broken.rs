//! JSON that is not quite JSON: what can be read of it.

use serde_json::Value;

/// JSON as it is written: half a surrogate pair, which the grammar allows and no
/// text can hold, is read as the mark for an unknown character.
pub fn value(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str(text).or_else(|error| {
        if text.contains("\\ud") || text.contains("\\uD") {
            serde_json::from_str(&whole_pairs(text))
        } else {
            Err(error)
        }
    })
}

/// Several objects one after another, each on many lines; `None` where something else
/// stands between them.
pub fn sequence(text: &str) -> Option<Vec<Value>> {
    let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(text)
        .into_iter::<Value>()
        .collect();
    values.ok().filter(|values| values.len() > 1)
}

/// JSON as pages write it: line breaks and tabs within strings, commas too many. `None`
/// where it cannot be read all the same.
pub fn lenient(text: &str) -> Option<Value> {
    value(text)
        .or_else(|_| value(&text.replace(|c: char| c.is_control(), " ")))
        .or_else(|_| value(&without_last_commas(text)))
        .ok()
}

/// `text` with control characters made spaces, and without the commas that stand before
/// a closing bracket or another comma.
fn without_last_commas(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        if quoted {
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else {
            quoted = c == '"';
            if matches!(c, '}' | ']' | ',') {
                let end = out.trim_end().len();
                if out[..end].ends_with(',') {
                    out.truncate(end - 1);
                }
            }
        }
        out.push(c);
    }
    out
}

/// `text` with every escaped half of a surrogate pair that stands alone replaced.
fn whole_pairs(text: &str) -> String {
    let half = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(digits, 16).ok()
    };
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    while let Some(at) = text[from..].find('\\').map(|at| from + at) {
        out.push_str(&text[from..at]);
        let (piece, length) = match (half(at), half(at + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (&text[at..at + 12], 12),
            (Some(0xd800..=0xdfff), _) => ("\\ufffd", 6),
            // The escaped character belongs to its backslash.
            _ => {
                let end = text.ceil_char_boundary(at + 2);
                (&text[at..end], end - at)
            }
        };
        out.push_str(piece);
        from = at + length;
    }
    out.push_str(&text[from..]);
    out
}

/// The objects of a broken list that can still be read, up to the break.
pub fn whole_objects(text: &str) -> Vec<Value> {
    let Some(start) = text.find('[') else {
        return Vec::new();
    };
    let mut rest = text[start + 1..].trim_start();
    let mut found = Vec::new();
    while rest.starts_with('{') {
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        let Some(Ok(value)) = stream.next() else {
            break;
        };
        found.push(value);
        rest = rest[stream.byte_offset()..]
            .trim_start()
            .trim_start_matches(',')
            .trim_start();
    }
    found
}
