//! Body or furniture: a text → blocks.
//!
//! A page is a column of lines. Running text scores for being the article's
//! body, menus and stock phrases against it; the stretch with the best sum is
//! the body, the headline is sought above it, and what is neither is furniture.

use chrono::NaiveDate;

use super::{
    Block, BlockKind, byline, caption,
    chronology::{self, DatedEntry, Label},
    dateline::{self, Dateline},
    extra,
    lines::{self, Line},
    phrases::{self, Noise},
    stamp::{self, Stamp},
};
use crate::text::Span;

/// A line and what was seen in it.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a separate observation"
)]
pub struct Row {
    /// The line.
    pub line: Line,
    /// What it is.
    pub kind: BlockKind,
    /// The stock phrase it is.
    pub noise: Option<Noise>,
    /// Whether it is running text.
    pub prose: bool,
    /// Whether it closes like a sentence.
    pub closed: bool,
    /// Whether it credits a picture.
    pub credit: bool,
    /// Whether it is a byline or a stamp and little else.
    pub mark: bool,
    /// Whether it begins an entry of a chronology.
    pub entry: bool,
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
    /// The dates at the heads of its entries, where it is a chronology.
    pub labels: Vec<Label>,
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
    /// The part of the text that is the body, where the format says so.
    pub body: Option<Span>,
    /// Lines of fields that were read already.
    pub fields: Option<Span>,
}

/// Lays `text` out. Linear in its length.
pub fn read(text: &str, hints: Hints) -> Page {
    let mut rows: Vec<Row> = lines::read(text)
        .into_iter()
        .map(|line| row(text, line))
        .collect();
    if let Some(fields) = hints.fields {
        let (from, to) = within(&rows, fields);
        for row in &mut rows[from..to] {
            row.noise = Some(Noise::Menu);
            row.prose = false;
            row.mark = true;
            row.stamps.clear();
        }
    }
    let labels = chronology::labels(text, &rows);
    for label in &labels {
        rows[label.row].entry = true;
        rows[label.row].mark = false;
    }
    let mut page = Page {
        rows,
        labels,
        ..Page::default()
    };
    page.body = match hints.body {
        Some(span) => within(&page.rows, span),
        None if hints.body_only => (0, page.rows.len()),
        None => best_stretch(text, &page.rows),
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
    /// The share of the small words of English among the words of the body, in percent.
    pub fn small(&self) -> usize {
        let body = self.rows.get(self.body.0..self.body.1).unwrap_or_default();
        let sum = |of: fn(&Line) -> usize| body.iter().map(|row| of(&row.line)).sum::<usize>();
        sum(|line| line.small) * 100 / sum(|line| line.words).max(1)
    }

    /// The entries of its body, where it is a chronology; `published` gives the years that
    /// nothing else does.
    pub fn entries(&self, text: &str, published: Option<NaiveDate>) -> Vec<DatedEntry> {
        let body = &self.rows[..self.body.1.min(self.rows.len())];
        let inside = |label: &&Label| (self.body.0..self.body.1).contains(&label.row);
        let labels: Vec<Label> = self.labels.iter().filter(inside).copied().collect();
        chronology::entries(text, body, &labels, published)
    }

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
    let closed = line.closed(text);
    let prose = noise.is_none() && line.prose(closed);
    let stamps = if line.words <= 40 {
        stamp::scan(text, line.span)
    } else {
        Vec::new()
    };
    let credit = line.words <= 90 && caption::credit(words);
    let mark = line.words <= 20
        && !prose
        && (!stamps.is_empty() && !credit
            || byline::by(text, line.span).is_some()
            || byline::label(words));
    Row {
        line,
        kind: BlockKind::Furniture,
        noise,
        prose,
        closed,
        credit,
        mark,
        entry: false,
        stamps,
    }
}

/// The rows that lie in `span`.
fn within(rows: &[Row], span: Span) -> (usize, usize) {
    let start = rows.partition_point(|row| row.line.span.end <= span.start);
    let end = rows.partition_point(|row| row.line.span.start < span.end);
    (start, end.max(start))
}

/// The stretch of rows with the best sum of scores.
fn best_stretch(text: &str, rows: &[Row]) -> (usize, usize) {
    let (mut best, mut range) = (0_i64, (0, 0));
    let (mut sum, mut from) = (0_i64, 0);
    let (mut prose, mut open) = (0, 0);
    let mut weight = 1;
    for (i, row) in rows.iter().enumerate() {
        if prose >= 60 && ends_article(text, row) {
            // What readers wrote below is running text too, but not the article's.
            sum -= 400;
            weight = if prose >= 70 { 4 } else { weight };
        }
        open = if row.prose || row.closed { 0 } else { open + 1 };
        let score = score(text, row, open);
        if sum <= 0 {
            sum = 0;
            from = i;
            prose = 0;
        }
        sum += if score > 0 { score / weight } else { score };
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

/// Whether the article is over where this row stands below its text: the head of
/// the readers' comments, or a note on the author.
fn ends_article(text: &str, row: &Row) -> bool {
    row.line.words <= 12 && row.noise == Some(Noise::Comments)
        || row.line.words <= 80 && byline::note(row.line.span.of(text)).is_some()
}

/// "Jane Doe on May 3, 2023 at 4:47 pm said:": the head of a reader's comment.
fn heads_comment(text: &str, row: &Row) -> bool {
    !row.stamps.is_empty()
        && row.line.words <= 16
        && ["said:", "says:", "wrote:", "writes:"]
            .iter()
            .any(|verb| row.line.span.of(text).ends_with(verb))
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
        None if heads_comment(text, row) => -120,
        None if row.entry && !row.prose => 1,
        None if !row.stamps.is_empty() && words <= 14 && !row.closed => -20,
        None if row.prose && row.line.span.of(text).ends_with('…') => -4,
        None if row.prose && row.line.bullet => words / 2,
        None if row.prose && words < 20 => words * 7 / 10,
        None if row.prose => words,
        None if row.closed => words.min(5),
        None => -(9 + open.min(6)),
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
    let heading = extra::lone_heading(text, page, report);
    let extras = extra::find(text, &page.rows, start, end);
    for i in 0..page.rows.len() {
        let inside = i >= start.min(report) && i < end;
        let above = page.title.is_some_and(|t| i > t) && i < start.min(report);
        page.rows[i].kind = if page.title == Some(i) {
            BlockKind::Headline
        } else if (inside || above) && caption::is_caption(text, &page.rows, i) {
            BlockKind::Caption
        } else if (inside || above || i + 3 >= page.rows.len() || i <= end + 2)
            && is_byline(text, &page.rows, i)
        {
            BlockKind::Byline
        } else if inside
            && page.rows[i].noise.is_none()
            && (i >= report || lead)
            && Some(i) != heading
            && !extras.contains(&i)
            && !extra::is_link(text, &page.rows, i)
        {
            BlockKind::Paragraph
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

/// Whether the row is a byline or a stamp.
fn is_byline(text: &str, rows: &[Row], i: usize) -> bool {
    let row = &rows[i];
    let line = row.line.span.of(text);
    if row.entry {
        return false;
    }
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
