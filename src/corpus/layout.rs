//! Body or furniture: a text → blocks.
//!
//! A page is a column of lines. Running text scores for being the article's
//! body, menus and stock phrases against it; the stretch with the best sum is
//! the body, the headline is sought above it, and what is neither is furniture.

use super::{
    Block, BlockKind, byline,
    dateline::{self, Dateline},
    lines::{self, Line},
    phrases::{self, Noise},
    stamp::{self, Stamp},
};
use crate::text::Span;

/// A line and what was seen in it.
#[derive(Debug)]
pub struct Row {
    /// The line.
    pub line: Line,
    /// What it is.
    pub kind: BlockKind,
    /// The stock phrase it is.
    pub noise: Option<Noise>,
    /// Whether it is running text.
    pub prose: bool,
    /// The date stamps of a short line.
    pub stamps: Vec<Stamp>,
}

/// A text laid out.
#[derive(Debug, Default)]
pub struct Page {
    /// Its lines.
    pub rows: Vec<Row>,
    /// The row of the headline.
    pub title: Option<usize>,
    /// The rows from the first to the last of the body (end excluded).
    pub body: (usize, usize),
    /// The dateline, and the row it stands in.
    pub dateline: Option<(usize, Dateline)>,
}

/// What is known of a text before it is laid out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// The headline, from fields around the text.
    pub title: Option<&'a str>,
    /// Whether the text is known to be the article alone, as in a JSON field.
    pub body_only: bool,
}

/// Lays `text` out. Linear in its length.
pub fn read(text: &str, hints: Hints) -> Page {
    let rows: Vec<Row> = lines::read(text)
        .into_iter()
        .map(|line| row(text, line))
        .collect();
    let mut page = Page {
        rows,
        ..Page::default()
    };
    page.body = if hints.body_only {
        whole(&page.rows)
    } else {
        best_stretch(text, &page.rows)
    };
    page.title = match hints.title {
        Some(title) => given_title(text, &page, title),
        None if hints.body_only => None,
        None => super::headline::find(text, &page),
    };
    if let Some(title) = page.title
        && page.body.0 <= title
    {
        page.body.0 = title + 1;
    }
    page.dateline = find_dateline(text, &page);
    classify(text, &mut page);
    page
}

impl Page {
    /// The blocks of the page, in order and disjoint.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::with_capacity(self.rows.len() + 1);
        for (i, row) in self.rows.iter().enumerate() {
            let mut span = row.line.span;
            if let Some((at, dateline)) = &self.dateline
                && *at == i
            {
                blocks.push(Block {
                    kind: BlockKind::Dateline,
                    span: dateline.span,
                });
                span = Span::new(dateline.report, span.end);
                if span.is_empty() {
                    continue;
                }
            }
            match blocks.last_mut() {
                // Furniture has no inner structure worth keeping apart.
                Some(last)
                    if last.kind == BlockKind::Furniture && row.kind == BlockKind::Furniture =>
                {
                    last.span = last.span.join(span);
                }
                _ => blocks.push(Block {
                    kind: row.kind,
                    span,
                }),
            }
        }
        blocks
    }
}

fn row(text: &str, line: Line) -> Row {
    let words = line.span.of(text);
    let noise = phrases::noise(words, line.words);
    let prose = noise.is_none() && line.prose(text);
    let stamps = if line.words <= 40 {
        stamp::scan(text, line.span)
    } else {
        Vec::new()
    };
    Row {
        line,
        kind: BlockKind::Furniture,
        noise,
        prose,
        stamps,
    }
}

fn whole(rows: &[Row]) -> (usize, usize) {
    (0, rows.len())
}

/// The stretch of rows with the best sum of scores.
fn best_stretch(text: &str, rows: &[Row]) -> (usize, usize) {
    let (mut best, mut range) = (0_i64, (0, 0));
    let (mut sum, mut from) = (0_i64, 0);
    let (mut prose, mut open) = (0, 0);
    for (i, row) in rows.iter().enumerate() {
        if row.noise == Some(Noise::Comments) && prose >= 60 && row.line.words <= 12 {
            // What readers wrote below is running text too, but not the article's.
            sum -= 400;
        }
        open = if row.prose || row.line.closed(text) {
            0
        } else {
            open + 1
        };
        let score = score(text, row, open);
        if sum <= 0 {
            sum = 0;
            from = i;
            prose = 0;
        }
        sum += score;
        if row.prose {
            prose += row.line.words;
        }
        if sum > best {
            best = sum;
            range = (from, i + 1);
        }
    }
    range
}

/// What a row adds to a stretch; `open` counts the rows since a sentence last ended one.
fn score(text: &str, row: &Row, open: i64) -> i64 {
    let words = i64::try_from(row.line.words).unwrap_or(i64::MAX).min(150);
    match row.noise {
        Some(Noise::Related) if words <= 6 => -25,
        Some(Noise::Comments) => -25,
        Some(Noise::Legal) => -30,
        Some(_) => -6,
        // A date on a line of its own belongs to a list of articles, or stands above the body.
        None if !row.stamps.is_empty() && words <= 14 && !row.line.closed(text) => -20,
        None if row.prose && row.line.span.of(text).ends_with('…') => -4,
        None if row.prose && row.line.bullet => words / 2,
        None if row.prose && words < 20 => words * 7 / 10,
        None if row.prose => words,
        None if row.line.closed(text) => words.min(5),
        None => -(10 + 1 * (open - 1).min(5)),
    }
}

/// The row that says the title given by the fields around the text.
fn given_title(text: &str, page: &Page, title: &str) -> Option<usize> {
    let same = |row: &Row| {
        let line = row.line.span.of(text);
        line.len() <= title.len() + 8 && line.trim().eq_ignore_ascii_case(title.trim())
    };
    page.rows.iter().take(12).position(same)
}

/// The dateline: at the head of one of the first paragraphs of the body, or alone just above.
fn find_dateline(text: &str, page: &Page) -> Option<(usize, Dateline)> {
    let from = page.title.map_or(page.body.0.saturating_sub(2), |t| t + 1);
    let mut prose = 0;
    for i in from..page.body.1.min(from + 40) {
        let row = &page.rows[i];
        if row.noise.is_some() {
            continue;
        }
        if let Some(found) = dateline::read(text, row.line.span) {
            let alone = found.report >= row.line.span.end;
            let next = page.rows.get(i + 1).is_some_and(|row| row.prose);
            // A whole line with a full date is a stamp unless the report follows at once.
            if (!alone && row.prose) || (alone && next && row.stamps.is_empty()) {
                return Some((i, found));
            }
        }
        prose += usize::from(row.prose);
        if prose > 6 {
            break;
        }
    }
    None
}

/// Gives every row its kind.
fn classify(text: &str, page: &mut Page) {
    let (start, end) = page.body;
    let report = page.dateline.as_ref().map_or(start, |(i, _)| *i);
    let lead = lead(page, report);
    let headings = lone_heading(text, page, report);
    for i in 0..page.rows.len() {
        let inside = i >= start.min(report) && i < end;
        let above = page.title.is_some_and(|t| i > t) && i < start.min(report);
        page.rows[i].kind = if page.title == Some(i) {
            BlockKind::Headline
        } else if is_caption(text, &page.rows, i) && (inside || above) {
            BlockKind::Caption
        } else if is_byline(text, &page.rows, i)
            && (inside || above || i + 3 >= page.rows.len() || i <= end + 2)
        {
            BlockKind::Byline
        } else if page.rows[i].noise.is_some() {
            BlockKind::Furniture
        } else if inside {
            if i < report && !lead {
                BlockKind::Furniture
            } else if Some(i) == headings || is_link(text, &page.rows, i) {
                BlockKind::Furniture
            } else {
                BlockKind::Paragraph
            }
        } else {
            BlockKind::Furniture
        };
    }
}

/// Whether what stands between headline and dateline is a deck (one short
/// paragraph), not a page's summary of the report.
fn lead(page: &Page, report: usize) -> bool {
    let from = page.title.map_or(page.body.0, |t| t + 1);
    let rows = page.rows.get(from..report).unwrap_or_default();
    let prose = rows.iter().filter(|row| row.prose);
    prose.clone().count() <= 1 && prose.map(|row| row.line.words).sum::<usize>() <= 40
}

/// A single line in headline case between the paragraphs of an article is a
/// link to another article; section headings come in numbers and are shorter.
fn lone_heading(text: &str, page: &Page, report: usize) -> Option<usize> {
    let range = report + 1..page.body.1.saturating_sub(1);
    let mut found = range.filter(|&i| {
        let row = &page.rows[i];
        !row.prose
            && row.noise.is_none()
            && row.line.above
            && row.line.below
            && !row.line.closed(text)
            && row.line.words >= 3
    });
    let first = found.next()?;
    let alone = found.next().is_none();
    let line = &page.rows[first].line;
    (alone && line.words >= 6 && headline_case(line.span.of(text))).then_some(first)
}

/// Whether most of the longer words begin with a capital.
pub fn headline_case(line: &str) -> bool {
    let (mut capital, mut all) = (0, 0);
    for word in line
        .split_whitespace()
        .filter(|w| w.chars().count() > 3 && w.starts_with(char::is_alphabetic))
    {
        all += 1;
        capital += usize::from(word.starts_with(char::is_uppercase));
    }
    all > 0 && capital * 5 >= all * 4
}

/// A short bullet without a sentence, in the middle of the body.
fn is_link(text: &str, rows: &[Row], i: usize) -> bool {
    let row = &rows[i];
    row.line.bullet
        && !row.prose
        && !row.line.closed(text)
        && row.line.words <= 14
        && headline_case(row.line.span.of(text))
}

/// Whether the row is a byline or a stamp.
fn is_byline(text: &str, rows: &[Row], i: usize) -> bool {
    let row = &rows[i];
    let line = row.line.span.of(text);
    if row.line.words > 25 || row.prose && row.stamps.is_empty() && row.line.words > 12 {
        return false;
    }
    byline::by(text, row.line.span).is_some()
        || byline::label(line)
        || byline::name_and_role(line).is_some()
        || (!row.stamps.is_empty() && row.line.words <= 20 && !row.prose)
        || signature(line).is_some()
}

/// "- ANI", "— Reuters", "(END)": the agency at the foot of its report.
pub fn signature(line: &str) -> Option<&str> {
    let name = line
        .strip_prefix(['-', '–', '—', '―'])?
        .trim_start_matches(['-', ' ', '\u{a0}']);
    let words = name.split_whitespace().count();
    ((1..=3).contains(&words)
        && name.len() <= 30
        && name.starts_with(char::is_uppercase)
        && name
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '/')))
    .then_some(name.trim_end_matches('.'))
}

/// Whether the row says what a picture shows and who took it.
fn is_caption(text: &str, rows: &[Row], i: usize) -> bool {
    let row = &rows[i];
    let line = row.line.span.of(text);
    if row.line.words > 90 {
        return false;
    }
    if credit(line) {
        return true;
    }
    // "… in The Hague on June 24, 2025. Yonhap": the credit stands alone on the line above or below.
    let tail = line
        .rfind(['.', '!', '?'])
        .map(|at| line[at + 1..].trim())
        .filter(|tail| {
            !tail.is_empty()
                && tail.split_whitespace().count() <= 4
                && tail.starts_with(char::is_uppercase)
        });
    if let Some(tail) = tail {
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| rows.get(at))
                .is_some_and(|row| row.line.span.of(text) == tail)
        };
        if neighbour(i.checked_sub(1)) || neighbour(Some(i + 1)) || is_wire(tail) {
            return true;
        }
    }
    if row.line.words <= 4 && (is_wire(line) || stands_in_next(text, rows, i)) {
        return true;
    }
    // A caption printed twice, as alt text and as caption: the one the beginning of the other.
    false
}

/// Whether this short line is the credit that the line below ends with.
fn stands_in_next(text: &str, rows: &[Row], i: usize) -> bool {
    let name = rows[i].line.span.of(text);
    rows.get(i + 1).is_some_and(|next| {
        let next = next.line.span.of(text);
        next.len() > name.len() + 20
            && next
                .strip_suffix(name)
                .is_some_and(|rest| rest.trim_end().ends_with(['.', '!', '?']))
    })
}

/// News agencies and picture agencies that sign pictures with nothing but their name.
pub fn is_wire(name: &str) -> bool {
    matches!(
        name,
        "AP" | "AP Photo"
            | "Associated Press"
            | "The Associated Press"
            | "Reuters"
            | "REUTERS"
            | "AFP"
            | "Yonhap"
            | "EPA"
            | "Getty Images"
            | "Getty"
            | "UPI"
            | "Xinhua"
            | "dpa"
            | "DPA"
            | "ANI"
            | "PTI"
            | "Kyodo"
            | "TASS"
            | "Bloomberg"
            | "EPA-EFE"
            | "PA"
            | "PA Media"
            | "Shutterstock"
            | "iStock"
            | "AFP/Getty Images"
            | "NurPhoto"
            | "Anadolu"
            | "IANS"
            | "Unsplash"
            | "Handout"
            | "AAP"
            | "AFP-Yonhap"
            | "AP-Yonhap"
            | "Reuters-Yonhap"
    )
}

/// Whether the line carries a picture credit.
pub fn credit(line: &str) -> bool {
    let lower = line.to_lowercase();
    [
        "photo:",
        "photo by",
        "photos by",
        "photograph:",
        "photograph by",
        "image:",
        "images:",
        "image credit",
        "photo credit",
        "credit:",
        "picture:",
        "file photo",
        "photo courtesy",
        "courtesy of",
        "illustration by",
        "illustration:",
        "(photo",
        "[photo",
        "| photo",
        "photo/",
        "caption:",
        "illustration of ",
        "illustration on ",
        "an illustration",
        "image source",
        "(credit",
        "image by",
        "photo illustration",
    ]
    .iter()
    .any(|mark| {
        lower.starts_with(mark)
            || lower.find(mark).is_some_and(|at| {
                lower.len() - at <= 80
                    && !mark.starts_with("courtesy")
                    && !lower[..at].ends_with(char::is_alphanumeric)
                    && (mark.ends_with(':')
                        || mark.starts_with(['(', '[', '|'])
                        || mark.ends_with('/'))
            })
    }) || lower.ends_with("getty images")
        || lower.ends_with("getty images)")
        || lower.ends_with("ap photo)")
        || lower.ends_with("/ap)")
        || lower.ends_with("via ap)")
        || lower.ends_with("/ap") && lower.len() < 80
        || lower.ends_with("shutterstock")
        || lower.ends_with("shutterstock)")
        || lower.ends_with("(reuters)")
        || lower.ends_with("(ap)")
        || lower.ends_with("(afp)")
        || lower.contains("(ap photo")
        || lower.contains("/getty images")
        || lower.contains("/ getty images")
        || lower.contains("via getty images")
        || lower.contains("via reuters") && lower.len() < 300
        || lower.ends_with("file photo")
        || lower.ends_with("file photo.")
        || lower.ends_with("(file)")
        || lower.ends_with("(file photo)")
}
