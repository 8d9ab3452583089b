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
        length |= LENGTH.iter().any(|label| says(line, label))
            && WORDS.iter().any(|unit| line.ends_with(unit));
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
        .is_some_and(|head| head.eq_ignore_ascii_case(label) || head.to_uppercase() == label)
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
    "UPDATE:",
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

/// The labels of the length, in the languages of the databases' pages.
const LENGTH: &[&str] = &[
    "LENGTH:",
    "LÄNGE:",
    "LONGUEUR:",
    "LONGITUD:",
    "LUNGHEZZA:",
    "LENGTE:",
];
/// The labels of the byline.
const BYLINE: &[&str] = &["BYLINE:", "AUTOR:", "AUTEUR:", "AUTORE:", "AUTHOR:"];
/// Lines that stand alone above the text.
const BODY: &[&str] = &["body", "text", "volltext", "fließtext", "corps", "cuerpo"];
/// What a length is counted in.
const WORDS: &[&str] = &["words", "Wörter", "mots", "palabras", "parole", "woorden"];

/// The rows of one article of an export.
struct Rows<'t> {
    text: &'t str,
    rows: Vec<lines::Line>,
}

impl<'t> Rows<'t> {
    fn line(&self, i: usize) -> &'t str {
        self.rows[i].span.of(self.text)
    }

    /// What stands behind one of these labels at the head of row `i`.
    fn label(&self, i: usize, labels: &[&str]) -> Option<&'t str> {
        let line = self.line(i);
        labels
            .iter()
            .find(|label| says(line, label))
            .and_then(|label| line.get(label.len()..))
            .map(str::trim)
    }

    fn find(&self, labels: &[&str]) -> Option<(usize, &'t str)> {
        (0..self.rows.len()).find_map(|i| self.label(i, labels).map(|value| (i, value)))
    }

    /// The day of row `i`, where it is a line of a date: "March 3, 2021 Wednesday".
    fn date(&self, i: usize) -> Option<stamp::Stamp> {
        let span = self.rows[i].span;
        let all = stamp::scan(self.text, span);
        let found = all.into_iter().find(|stamp| stamp.other.is_none());
        let found = found.or_else(|| {
            // "4. März 2021": nothing else stands on the line.
            let short = self.rows[i].words <= 6;
            let stamp = short.then(|| stamp::field(self.line(i))).flatten()?;
            Some(stamp::Stamp { span, ..stamp })
        })?;
        let rest = span.len() - found.span.len();
        let before = found.span.start - span.start;
        (rest <= 40 && before <= 12 && self.rows[i].words <= 10).then_some(found)
    }

    fn fact(&self, i: usize) -> Fact<String> {
        Fact::text(metadata::plain(self.line(i)), self.rows[i].span)
    }

    /// Whether row `i` is the word alone that stands above the text.
    fn opens(&self, i: usize) -> bool {
        BODY.contains(&self.line(i).to_lowercase().as_str())
    }

    /// A draft whose body goes from row `body` to the foot.
    fn draft(&self, article: Article, body: usize) -> Draft {
        let foot = (body + 1..self.rows.len())
            .find(|&i| {
                self.label(i, FOOT).is_some()
                    || self.line(i).starts_with("Copyright ") && self.rows[i].words < 14
            })
            .unwrap_or(self.rows.len());
        let span = Span::new(self.rows[body].span.start, self.rows[foot - 1].span.end);
        Draft {
            body: Some(span),
            ..Draft::new(article)
        }
    }
}

/// One article of an export; `None` where the piece holds no body.
fn article(path: &str, piece: &str) -> Option<Draft> {
    let text = piece.trim();
    let all = Rows {
        text,
        rows: lines::read(text),
    };
    let count = all.rows.len();
    if count < 4 {
        return None;
    }
    if (0..count).any(|i| code(all.line(i), "HD").is_some()) {
        return factiva(path, text, &all.rows);
    }
    if let Some((length, _)) = all.find(LENGTH) {
        return labelled_article(path, &all, length);
    }
    let length = (1..count.min(30)).find(|&i| is_count(all.line(i)))?;
    displayed(path, &all, length)
}

/// An article whose length is labelled: above it stand outlet, date and headline; a byline
/// and a dateline may follow it.
fn labelled_article(path: &str, all: &Rows, length: usize) -> Option<Draft> {
    let count = all.rows.len();
    let mut article = Article::new(path, all.text);
    let body = (length + 1..count).find(|&i| !labelled(all.line(i)) && !all.opens(i))?;
    let apart = (0..count).any(|i| all.opens(i));
    let dates = || (0..length).filter(|&i| all.date(i).is_some());
    // Below a cover page or a list of what was downloaded the last date is the article's.
    let date_row = if apart {
        dates().next_back()
    } else {
        dates().next()
    };
    article.published = date_row
        .and_then(|i| all.date(i))
        .map(|stamp| Fact::text(stamp.when, stamp.span));
    let date_row = date_row.unwrap_or(0);
    let uni = apart && date_row >= 2;
    let (title, outlet) = if uni {
        // Headline, outlet, date; a long headline is set on several lines.
        let first = (0..date_row - 1)
            .rev()
            .take_while(|&i| i + 2 == date_row || !all.rows[i + 1].above)
            .last();
        (first, Some(date_row - 1))
    } else {
        let title = (date_row + 1..length)
            .find(|&i| !labelled(all.line(i)) && !is_edition(all.line(i)) && all.date(i).is_none());
        let outlet = (0..date_row).find(|&i| !all.line(i).starts_with("Copyright "));
        (title, outlet)
    };
    // Older exports label the headline.
    let headline = all.find(&["HEADLINE:"]);
    let headline = headline.filter(|(i, value)| *i < length + 6 && !value.is_empty());
    article.title = headline.and_then(|(_, value)| fact(value)).or_else(|| {
        let first = title?;
        let end = if uni { date_row - 1 } else { length };
        let more = (first + 1..end).take_while(|&j| !all.rows[j].above && !labelled(all.line(j)));
        let span = more.fold(all.rows[first].span, |span, j| span.join(all.rows[j].span));
        Some(Fact::text(metadata::plain(span.of(all.text)), span))
    });
    article.outlet = outlet.map(|i| all.fact(i));
    article.authors = all.find(BYLINE).and_then(|(_, value)| people(value));
    Some(all.draft(article, body))
}

fn people(value: &str) -> Option<Fact<Vec<String>>> {
    names(value.split([',', ';']).flat_map(|part| part.split(" and ")))
}

/// Factiva's page without codes: headline, byline, "823 words", date, time, outlet, code,
/// language, copyright, text.
fn displayed(path: &str, all: &Rows, length: usize) -> Option<Draft> {
    let count = all.rows.len();
    let mut article = Article::new(path, all.text);
    let below = (length + 1..count.min(length + 4)).find(|&i| all.date(i).is_some());
    let date = below.or_else(|| (0..length).find(|&i| all.date(i).is_some()));
    article.published = date
        .and_then(|i| all.date(i))
        .map(|stamp| Fact::text(stamp.when, stamp.span));
    article.title = Some(all.fact(0));
    if length >= 2 && below.is_some() {
        let line = all.line(length - 1);
        let name = line.get(3..).filter(|_| says(line, "BY "));
        article.authors = people(name.unwrap_or(line)).filter(|_| line.len() <= 80);
    }
    let clock =
        |i: usize| all.rows[i].words <= 2 && all.line(i).starts_with(|c: char| c.is_ascii_digit());
    let outlet = below.and_then(|date| (date + 1..count).find(|&i| !clock(i)));
    article.outlet = outlet.map(|i| all.fact(i));
    // The text begins below the copyright, else below the language, the code and the outlet.
    let from = outlet.map_or(length, |outlet| outlet + 1);
    let copyright = (from..count.min(from + 8)).find(|&i| {
        let line = all.line(i);
        line.starts_with("Copyright") || line.starts_with('©') || line.starts_with("(c)")
    });
    let body = copyright
        .map(|i| i + 1)
        .or_else(|| (from..count).find(|&i| all.rows[i].words > 4))
        .filter(|body| *body < count)?;
    Some(all.draft(article, body))
}

/// Lines of the head with a label: `SECTION:`, `BYLINE:`.
fn labelled(line: &str) -> bool {
    const OTHER: &[&str] = &[
        "SECTION:",
        "HEADLINE:",
        "DATELINE:",
        "HIGHLIGHT:",
        "SERIES:",
        "DISTRIBUTION:",
        "SOURCE:",
        "TYPE:",
        "COLUMN:",
        "PUB-TYPE:",
        "JOURNAL-CODE:",
        "RUBRIK:",
        "RESSORT:",
        "RUBRIQUE:",
        "SECCIÓN:",
        "SEZIONE:",
    ];
    let known = [LENGTH, BYLINE, OTHER];
    known
        .iter()
        .any(|labels| labels.iter().any(|label| says(line, label)))
}

/// "Late Edition - Final", "FIRST EDITION"
fn is_edition(line: &str) -> bool {
    line.to_lowercase().contains("edition") && line.split_whitespace().count() <= 6
}

/// "823 words", as Factiva prints it.
fn is_count(line: &str) -> bool {
    line.rsplit_once(' ').is_some_and(|(number, unit)| {
        let counts = |b: u8| b.is_ascii_digit() || matches!(b, b',' | b'.');
        WORDS.contains(&unit) && !number.is_empty() && number.bytes().all(counts)
    })
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
    article.authors = field("BY").and_then(|(_, value)| people(value));
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
