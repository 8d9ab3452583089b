//! Text exports of news databases, many articles in one file.
//!
//! - `LexisNexis`: "3 of 27 DOCUMENTS" above each ("FOCUS - 3 of 27 DOCUMENTS" where words
//!   were sought in a search), outlet, date and headline on lines of their own (older
//!   exports: `HEADLINE:`), `BYLINE:`, `SECTION:`, `LENGTH:`, `DATELINE:`, below the text
//!   `LOAD-DATE:`, `LANGUAGE:`, `GRAPHIC:`.
//! - Nexis Uni: headline, outlet and date on lines of their own, `Byline:`, `Length:`,
//!   `Body`, `Load-Date:`, "End of Document" below each.
//! - Factiva: `HD`, `BY`, `CR`, `WC`, `PD`, `SN`, `LP`, `TD` at the head of lines, or
//!   "Document ABC0000020250624…" below each.
//!
//! None of the three publishes a grammar; the labels are those that the research tools
//! for them look for: `LexisNexisTools` (<https://github.com/JBGruber/LexisNexisTools>),
//! the `LexisNexis` and Factiva plugins of R's tm (<https://github.com/nalimilan/R.TeMiS>)
//! and `AmCAT` (<https://github.com/amcat/amcat>).

use super::{Draft, fact, moment, names};
use crate::{
    corpus::{Article, Fact, lines, metadata, stamp},
    text::{Span, split::pieces},
};

/// Whether the text is such an export.
pub fn looks(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    let (mut length, mut load, mut coded) = (false, false, 0);
    lines.by_ref().take(20_000).any(|line| {
        length |= says(line, "LENGTH:") && line.ends_with("words");
        load |= says(line, "LOAD-DATE:");
        coded += usize::from(matches!(
            pieces(line).next(),
            Some("HD" | "WC" | "PD" | "SN" | "LP" | "TD")
        ));
        is_numbered(line)
            || line == "End of Document"
            || length && load
            || coded >= 5
            || is_factiva_end(line)
    })
}

/// Whether the line begins with this label, whatever its case.
fn says(line: &str, label: &str) -> bool {
    line.get(..label.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(label))
}

/// "3 of 27 DOCUMENTS"
fn is_numbered(line: &str) -> bool {
    let mut words = pieces(line.strip_prefix("FOCUS - ").unwrap_or(line));
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    words.next().is_some_and(number)
        && words.next() == Some("of")
        && words.next().is_some_and(number)
        && matches!(words.next(), Some("DOCUMENTS" | "DOCUMENT"))
        && words.next().is_none()
}

/// "Document `NYTF000020250624el6o0002x`"
fn is_factiva_end(line: &str) -> bool {
    line.strip_prefix("Document ").is_some_and(|id| {
        id.len() >= 20
            && id.len() <= 40
            && id.bytes().all(|b| b.is_ascii_alphanumeric())
            && id.contains("0000")
    })
}

/// Cuts the export into its articles.
pub fn parse(path: &str, text: &str) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let end = at + line.len();
        if is_numbered(bare) || bare == "End of Document" || is_factiva_end(bare) {
            drafts.extend(article(path, &text[start..at]));
            start = end;
        }
        at = end;
    }
    drafts.extend(article(path, &text[start..]));
    drafts
}

/// The words of labelled lines that end the body.
const FOOT: &[&str] = &[
    "LOAD-DATE:",
    "LANGUAGE:",
    "GRAPHIC:",
    "PUBLICATION-TYPE:",
    "DOCUMENT-TYPE:",
    "CLASSIFICATION",
    "SUBJECT:",
    "CORRECTION-DATE:",
    "URL:",
    "NOTES:",
];

/// One article of an export; `None` where the piece holds no body.
fn article(path: &str, piece: &str) -> Option<Draft> {
    let text = piece.trim();
    let rows = lines::read(text);
    if rows.len() < 4 {
        return None;
    }
    let line = |i: usize| rows[i].span.of(text);
    let label = |i: usize, label: &str| {
        line(i)
            .get(..label.len())
            .filter(|head| head.eq_ignore_ascii_case(label))
            .map(|_| line(i)[label.len()..].trim())
    };
    let find = |name: &str| (0..rows.len()).find_map(|i| label(i, name).map(|value| (i, value)));
    if rows
        .iter()
        .any(|row| code(row.span.of(text), "HD").is_some())
    {
        return factiva(path, text, &rows);
    }
    let (length, _) = find("LENGTH:").or_else(|| {
        (0..rows.len().min(30))
            .find(|&i| is_count(line(i)))
            .map(|i| (i, ""))
    })?;
    let mut article = Article::new(path, text);
    // Above the length stand outlet, date and headline; a byline and a dateline may follow it.
    let body = (length + 1..rows.len())
        .find(|&i| !labelled(line(i)) && !line(i).eq_ignore_ascii_case("body"))?;
    let foot = (body..rows.len())
        .find(|&i| {
            FOOT.iter().any(|foot| label(i, foot).is_some())
                || line(i).starts_with("Copyright ") && rows[i].words < 14
        })
        .unwrap_or(rows.len());
    let head = 0..length;
    let dated = head.clone().find_map(|i| {
        stamp::scan(text, rows[i].span)
            .into_iter()
            .find(|s| s.other.is_none())
            .map(|s| (i, s))
    });
    if let Some((_, stamp)) = &dated {
        article.published = Some(Fact::text(stamp.when, stamp.span));
    }
    let date_row = dated.map_or(0, |(i, _)| i);
    let uni = find("Body").is_some() && label(0, "BYLINE:").is_none() && date_row >= 2;
    let (title, outlet) = if uni {
        (Some(0), date_row.checked_sub(1))
    } else {
        let title = (date_row + 1..length).find(|&i| {
            !labelled(line(i)) && !is_edition(line(i)) && stamp::scan(text, rows[i].span).is_empty()
        });
        (
            title,
            (0..date_row).find(|&i| !line(i).starts_with("Copyright ")),
        )
    };
    // Older exports label the headline.
    let labelled_title =
        find("HEADLINE:").filter(|(i, value)| *i < length + 6 && !value.is_empty());
    article.title = labelled_title
        .and_then(|(_, value)| fact(value))
        .or_else(|| {
            title.map(|i| {
                // A long headline is set on several lines.
                let more =
                    (i + 1..length).take_while(|&j| !uni && !rows[j].above && !labelled(line(j)));
                let span = more.fold(rows[i].span, |span, j| span.join(rows[j].span));
                Fact::text(metadata::plain(span.of(text)), span)
            })
        });
    article.outlet = outlet.map(|i| Fact::text(metadata::plain(line(i)), rows[i].span));
    article.authors = find("BYLINE:")
        .and_then(|(_, value)| names(value.split([',', ';']).flat_map(|part| part.split(" and "))));
    let span = Span::new(rows[body].span.start, rows[foot - 1].span.end);
    Some(Draft {
        body: Some(span),
        ..Draft::new(article)
    })
}

/// Lines of the head with a label: `SECTION:`, `BYLINE:`.
fn labelled(line: &str) -> bool {
    let Some((label, _)) = line.split_once(':') else {
        return false;
    };
    [
        "section",
        "byline",
        "headline",
        "length",
        "dateline",
        "highlight",
        "series",
        "distribution",
        "source",
        "type",
        "column",
        "pub-type",
        "journal-code",
    ]
    .iter()
    .any(|known| label.eq_ignore_ascii_case(known))
}

/// "Late Edition - Final"
fn is_edition(line: &str) -> bool {
    line.contains("Edition") && line.split_whitespace().count() <= 6
}

/// "823 words", as Factiva prints it.
fn is_count(line: &str) -> bool {
    line.strip_suffix(" words")
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit() || b == b','))
}

/// The value of a Factiva field whose code begins the line.
fn code<'a>(line: &'a str, code: &str) -> Option<&'a str> {
    let rest = line.strip_prefix(code)?;
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| rest.trim())
}

fn factiva(path: &str, text: &str, rows: &[lines::Line]) -> Option<Draft> {
    const CODES: &[&str] = &[
        "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "LA", "CY", "LP", "TD",
        "NS", "RE", "IPC", "IPD", "PUB", "AN", "CO", "IN", "CT", "RF", "ART", "CLM", "VOL",
    ];
    let line = |i: usize| rows[i].span.of(text);
    let any = |i: usize| CODES.iter().find(|c| code(line(i), c).is_some());
    // A field's value stands behind its code or on the line below.
    let field = |name: &str| {
        let i = (0..rows.len()).find(|&i| code(line(i), name).is_some())?;
        let value = code(line(i), name)?;
        let row = if value.is_empty() { i + 1 } else { i };
        let value = if value.is_empty() {
            line((row < rows.len()).then_some(row)?)
        } else {
            value
        };
        Some((row, value))
    };
    let mut article = Article::new(path, text);
    article.title = field("HD").and_then(|(_, value)| fact(value));
    article.outlet = field("SN").and_then(|(_, value)| fact(value));
    article.published = field("PD").and_then(|(_, value)| moment(value));
    article.authors = field("BY")
        .and_then(|(_, value)| names(value.split([',', ';']).flat_map(|part| part.split(" and "))));
    let (start, _) = field("LP").or_else(|| field("TD"))?;
    let end = (start + 1..rows.len())
        .find(|&i| any(i).is_some_and(|c| !matches!(*c, "LP" | "TD")))
        .unwrap_or(rows.len());
    let from = match code(line(start), "LP").or_else(|| code(line(start), "TD")) {
        Some(value) if !value.is_empty() => rows[start].span.end - value.len(),
        _ => rows[start].span.start,
    };
    let span = Span::new(from, rows[end - 1].span.end);
    Some(Draft {
        body: Some(span),
        ..Draft::new(article)
    })
}
