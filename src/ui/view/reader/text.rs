//! The text of the reader: rows of the page → cells.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{Regions, trailing};
use crate::{
    corpus::{Article, BlockKind},
    temporal::Timex,
    text::{Span, clean::sieve},
    ui::{
        dates,
        state::{
            State,
            reader::page::{Row, RowKind},
        },
        theme::{Role, Theme},
        wrap::is_space,
    },
};

/// Draws the rows that are in sight.
pub(super) fn draw(state: &State, regions: Regions, buffer: &mut Buffer) {
    let reader = &state.reader;
    let Some(article) = reader.article.and_then(|i| state.timeline.articles.get(i)) else {
        return empty(state, regions.text, buffer);
    };
    let marks = Marks::of(state, article);
    let area = regions.text;
    let rows = reader.page.rows.iter().skip(reader.top);
    for (row, y) in rows.zip(area.top()..area.bottom()) {
        let place = Rect {
            y,
            height: 1,
            ..area
        };
        if marks
            .marked
            .is_some_and(|marked| is_text(row) && marked.overlaps(row.span))
        {
            let bar = if state.theme.ascii { "|" } else { "▎" };
            buffer.set_stringn(regions.bar, y, bar, 1, state.theme.style(Role::Accent));
        }
        match row.kind {
            RowKind::Blank => {}
            RowKind::Folded(lines) => folded(state, lines, place, buffer),
            RowKind::Text(kind) => line(&marks, article, row.span, (kind, true), place, buffer),
            RowKind::Page(kind) => line(&marks, article, row.span, (kind, false), place, buffer),
        }
    }
    let shown = reader.page.rows.len().saturating_sub(reader.top) as u16;
    if regions.trailing > 0 && shown < area.height {
        let skipped = reader.top.saturating_sub(reader.page.rows.len());
        let below = Rect {
            y: area.y + shown,
            height: area.height - shown,
            ..area
        };
        let foot = trailing(state, usize::from(area.width));
        super::lines(foot.get(skipped..).unwrap_or_default(), below, buffer);
    }
}

fn is_text(row: &Row) -> bool {
    matches!(row.kind, RowKind::Text(_) | RowKind::Page(_))
}

/// Nothing to read: says so, and what to do.
fn empty(state: &State, area: Rect, buffer: &mut Buffer) {
    let words = if state.timeline.articles.is_empty() {
        "no articles here"
    } else {
        "nothing selected"
    };
    buffer.set_stringn(
        area.x,
        area.y,
        words,
        usize::from(area.width),
        state.theme.style(Role::Dim),
    );
}

fn folded(state: &State, lines: usize, area: Rect, buffer: &mut Buffer) {
    let mark = if state.theme.ascii { ">" } else { "▸" };
    let words = format!(
        "{mark} {} of page furniture",
        dates::count(lines as i64, "line")
    );
    buffer.set_stringn(
        area.x,
        area.y,
        words,
        usize::from(area.width),
        state.theme.style(Role::Dim),
    );
}

/// What is marked in the text of one article.
pub struct Marks<'a> {
    theme: Theme,
    /// The evidence, or the sentence that was found.
    pub marked: Option<Span>,
    /// The date words of the event.
    accent: Option<Span>,
    /// The date words that were walked to.
    word: Option<Span>,
    timexes: &'a [Timex],
    matches: &'a [Span],
    current: Option<Span>,
}

impl<'a> Marks<'a> {
    fn of(state: &'a State, article: &Article) -> Self {
        let reader = &state.reader;
        let index = reader.article.unwrap_or(usize::MAX);
        let timexes = state
            .timeline
            .timexes
            .get(index)
            .map_or(&[][..], Vec::as_slice);
        let search = reader.search.as_ref();
        debug_assert!(timexes.iter().all(|timex| timex.span.fits(&article.text)));
        Self {
            theme: state.theme,
            marked: reader.marked(&state.timeline),
            accent: reader
                .shown(&state.timeline)
                .map(|(_, telling)| telling.timex.span),
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
fn cells(article: &Article, span: Span, flows: bool) -> Vec<(Span, String, u16)> {
    let mut cells = Vec::new();
    let mut after_space = flows;
    for shown in sieve(&article.text, span).graphemes() {
        let space = shown.is_break() || flows && shown.text.starts_with(is_space);
        if space && after_space {
            continue;
        }
        after_space = flows && space;
        cells.push(if space {
            (shown.span, " ".to_owned(), 1)
        } else {
            (shown.span, shown.text.into_owned(), u16::from(shown.width))
        });
    }
    cells
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
    for (span, text, width) in cells(article, span, flows) {
        if x + width > area.right() {
            // A letter wider than the pane leaves it blank.
            break;
        }
        let style = marks.style(span.start, kind);
        buffer.set_stringn(x, area.y, text, usize::from(width), style);
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
    let cells = cells(article, shown.span, flows);
    let mut x = area.x;
    for (span, _, width) in &cells {
        x += width;
        if column < x {
            return Some(span.start);
        }
    }
    None
}
