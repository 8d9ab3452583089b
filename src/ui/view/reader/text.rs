//! The text of the reader: rows of the page → cells.

use std::borrow::Cow;

use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Line};

use super::Regions;
use crate::{
    corpus::{Article, BlockKind},
    temporal::Timex,
    text::{
        Span,
        clean::{Sieved, sieve},
    },
    ui::{
        dates, marks,
        state::{
            State,
            reader::page::{Row, RowKind},
        },
        theme::{Role, Theme},
        view::paint::{letter, put},
        wrap::is_space,
    },
};

/// Draws the rows that are in sight, and under the last one the foot where it follows the text.
pub(super) fn draw(state: &State, regions: Regions, foot: &[Line<'_>], buffer: &mut Buffer) {
    let reader = &state.reader;
    let Some(article) = reader.article.and_then(|i| state.timeline.articles.get(i)) else {
        return empty(state, regions.text, buffer);
    };
    let marks = Marks::of(state);
    let area = regions.text;
    let rows = reader.page.rows.get(reader.top..).unwrap_or_default();
    page(&marks, article, rows, (regions.bar, area), buffer);
    let shown = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    if regions.trailing > 0 && shown < area.height {
        let skipped = reader.top.saturating_sub(reader.page.rows.len());
        let below = Rect {
            y: area.y + shown,
            height: area.height - shown,
            ..area
        };
        let blank = Line::default();
        let rows = std::iter::once(&blank).chain(foot).skip(skipped);
        super::lines(rows, below, buffer);
    }
}

/// Draws rows of a page, with bars in the column `bar` beside what is marked.
pub fn page(
    given: &Marks<'_>,
    article: &Article,
    rows: &[Row],
    (bar, area): (u16, Rect),
    buffer: &mut Buffer,
) {
    for (row, y) in rows.iter().zip(area.top()..area.bottom()) {
        let place = Rect {
            y,
            height: 1,
            ..area
        };
        let marked = given.marked.is_some_and(|marked| marked.overlaps(row.span));
        if marked && is_text(row) {
            let style = given.theme.style(Role::Bar);
            let mark = marks::EVIDENCE.symbol(given.theme.ascii);
            put(buffer, (bar, y), bar + 1, mark, style);
        }
        match row.kind {
            RowKind::Blank => {}
            RowKind::Folded(lines) => folded(given.theme, lines, place, buffer),
            RowKind::Text(kind) => line(given, article, row.span, (kind, true), place, buffer),
            RowKind::Page(kind) => line(given, article, row.span, (kind, false), place, buffer),
        }
    }
}

fn is_text(row: &Row) -> bool {
    matches!(row.kind, RowKind::Text(_) | RowKind::Page(_))
}

/// The dated words of an article.
pub fn timexes(state: &State, article: Option<usize>) -> &[Timex] {
    let timexes = article.and_then(|article| state.timeline.timexes.get(article));
    timexes.map_or(&[], Vec::as_slice)
}

/// Nothing to read: says so, and what to do.
fn empty(state: &State, area: Rect, buffer: &mut Buffer) {
    let words = if state.progress.is_some() {
        // The timeline beside it says that files are being read.
        ""
    } else if state.timeline.articles.is_empty() {
        "no articles here"
    } else {
        "nothing selected"
    };
    let style = state.theme.style(Role::Dim);
    put(buffer, (area.x, area.y), area.right(), words, style);
}

fn folded(theme: Theme, lines: usize, area: Rect, buffer: &mut Buffer) {
    let lines = dates::count(lines as i64, "line");
    let words = format!(
        "{} {lines} of page furniture",
        marks::FOLDED.symbol(theme.ascii)
    );
    put(
        buffer,
        (area.x, area.y),
        area.right(),
        &words,
        theme.style(Role::Dim),
    );
}

/// What is marked in the text of one article.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks<'a> {
    /// How it is painted.
    pub theme: Theme,
    /// The passage with a bar: the evidence, or the sentence that was found.
    pub marked: Option<Span>,
    /// The date words of the event.
    pub accent: Option<Span>,
    /// The date words that were walked to.
    pub word: Option<Span>,
    /// All dated words, in order.
    pub timexes: &'a [Timex],
    /// What a search found, in order.
    pub matches: &'a [Span],
    /// The match one stands at.
    pub current: Option<Span>,
}

impl<'a> Marks<'a> {
    /// What is marked in the reader.
    fn of(state: &'a State) -> Self {
        let reader = &state.reader;
        let timexes = timexes(state, reader.article);
        let shown = reader.shown(&state.timeline);
        let search = reader.search.as_ref();
        Self {
            theme: state.theme,
            marked: reader.marked(&state.timeline),
            accent: shown.map(|(_, telling)| telling.timex.span),
            word: reader.word.and_then(|word| Some(timexes.get(word)?.span)),
            timexes,
            matches: search.map_or(&[], |search| &search.matches),
            current: search.and_then(|search| search.matches.get(search.current).copied()),
        }
    }

    /// The style of the letter at byte `at` of a block of this kind.
    fn style(&self, at: usize, kind: BlockKind) -> Style {
        let holds = |span: Option<Span>| span.is_some_and(|span| span.holds(at));
        let mut style = self.theme.style(match kind {
            BlockKind::Headline => Role::Strong,
            BlockKind::Byline | BlockKind::Caption | BlockKind::Furniture => Role::Dim,
            _ => Role::Text,
        });
        let dated = self.timexes.partition_point(|timex| timex.span.start <= at);
        if dated > 0 && self.timexes[dated - 1].span.holds(at) {
            style = style.patch(self.theme.style(Role::Dated));
        }
        if holds(self.accent) {
            style = style
                .patch(self.theme.style(Role::Accent))
                .patch(self.theme.style(Role::Dated));
        }
        if holds(self.word) {
            style = style
                .patch(self.theme.style(Role::Accent))
                .patch(self.theme.style(Role::Selected));
        }
        let found = self.matches.partition_point(|span| span.start <= at);
        if found > 0 && self.matches[found - 1].holds(at) {
            style = style.patch(self.theme.style(Role::Hit));
        }
        if holds(self.current) {
            style = style.patch(self.theme.style(Role::Selected));
        }
        style
    }
}

/// The graphemes of a row: source bytes, what is drawn, columns. In a flowing line a run
/// of white space is one space.
fn cells<'s>(row: &'s Sieved<'_>, flows: bool) -> impl Iterator<Item = (Span, Cow<'s, str>, u16)> {
    let mut after_space = flows;
    row.graphemes().filter_map(move |shown| {
        let space = shown.is_break() || flows && shown.text.starts_with(is_space);
        if space && after_space {
            return None;
        }
        after_space = flows && space;
        Some(if space {
            (shown.span, Cow::Borrowed(" "), 1)
        } else {
            (shown.span, shown.text, shown.width.into())
        })
    })
}

/// Draws the bytes of `span` on one row.
fn line(
    marks: &Marks<'_>,
    article: &Article,
    span: Span,
    (kind, flows): (BlockKind, bool),
    area: Rect,
    buffer: &mut Buffer,
) {
    let mut x = area.x;
    for (span, text, width) in cells(&sieve(&article.text, span), flows) {
        if x + width > area.right() {
            // A letter wider than the pane leaves it blank.
            break;
        }
        let style = marks.style(span.start, kind);
        letter(buffer, (x, area.y), &text, width, style);
        x += width;
    }
}

/// The byte of the text that is shown at a cell.
#[must_use]
pub fn at(state: &State, area: Rect, column: u16, row: u16) -> Option<usize> {
    let article = state.timeline.articles.get(state.reader.article?)?;
    let shown = state
        .reader
        .page
        .rows
        .get(state.reader.top + usize::from(row - area.y))?;
    let flows = match shown.kind {
        RowKind::Text(_) => true,
        RowKind::Page(_) => false,
        RowKind::Folded(_) => return Some(shown.span.start),
        RowKind::Blank => return None,
    };
    let mut x = area.x;
    cells(&sieve(&article.text, shown.span), flows).find_map(|(span, _, width)| {
        x += width;
        (column < x).then_some(span.start)
    })
}
