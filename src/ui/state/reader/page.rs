//! An article, wrapped: computed once per article and width.

use crate::{
    corpus::{Article, BlockKind},
    text::{
        Span,
        clean::{Tally, tally},
    },
    ui::wrap::{Breaks, wrap},
};

/// A row of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A line of text, of a block of this kind.
    Text(BlockKind),
    /// A line of the page as it came: its white space stays.
    Page(BlockKind),
    /// So many lines of furniture that are folded away.
    Folded(usize),
    /// A blank line.
    Blank,
}

/// A row of the page and the bytes it shows. The spans of the rows ascend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// The bytes of the article's text.
    pub span: Span,
}

/// The rows of an article at a measure.
#[derive(Debug, Default)]
pub struct Page {
    /// What it was made from: article, columns, and whether the furniture is shown.
    pub made: Option<(usize, usize, bool)>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What the text holds that is not shown as it is.
    pub tally: Tally,
}

/// Blocks that flow into each other, such as a dateline and the paragraph it begins.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    kind: BlockKind,
    span: Span,
}

impl Page {
    /// Wraps `article`, which has this index, to `measure` columns.
    #[must_use]
    pub fn of(index: usize, article: &Article, measure: usize, as_it_came: bool) -> Self {
        let mut rows = Vec::new();
        if as_it_came || article.blocks.is_empty() {
            as_it_came_rows(article, measure, &mut rows);
        } else {
            folded_rows(article, measure, &mut rows);
        }
        Self {
            made: Some((index, measure, as_it_came)),
            rows,
            tally: tally(&article.text),
        }
    }

    /// The row where the text from byte `offset` on stands: the last that begins at or before it.
    #[must_use]
    pub fn row(&self, offset: usize) -> usize {
        let after = self.rows.partition_point(|row| row.span.start <= offset);
        let mut row = after.saturating_sub(1);
        // A blank row begins where the row after it does.
        while row > 0 && self.rows[row].kind == RowKind::Blank {
            row -= 1;
        }
        row
    }

    /// Whether the text at `span` is on the page, and not folded away.
    #[must_use]
    pub fn shows(&self, span: Span) -> bool {
        self.rows.get(self.row(span.start)).is_some_and(|row| {
            matches!(row.kind, RowKind::Text(_) | RowKind::Page(_))
                && row.span.start <= span.start
                && span.start < row.span.end
        })
    }
}

fn as_it_came_rows(article: &Article, measure: usize, rows: &mut Vec<Row>) {
    let text = &article.text;
    let mut blocks = article.blocks.iter().peekable();
    for span in wrap(text, Span::new(0, text.len()), measure, Breaks::Keep) {
        while blocks.next_if(|b| b.span.end <= span.start).is_some() {}
        let kind = blocks.peek().filter(|block| block.span.overlaps(span));
        let kind = kind.map_or(BlockKind::Paragraph, |block| block.kind);
        let kind = RowKind::Page(kind);
        rows.push(Row { kind, span });
    }
}

fn folded_rows(article: &Article, measure: usize, rows: &mut Vec<Row>) {
    let text = &article.text;
    let mut before: Option<BlockKind> = None;
    for stretch in stretches(article) {
        let close = matches!(
            (before, stretch.kind),
            (
                Some(BlockKind::Headline | BlockKind::Byline),
                BlockKind::Byline
            )
        );
        if before.is_some() && !close {
            let span = Span::new(stretch.span.start, stretch.span.start);
            let kind = RowKind::Blank;
            rows.push(Row { kind, span });
        }
        before = Some(stretch.kind);
        if stretch.kind == BlockKind::Furniture {
            let lines = stretch.span.of(text).lines();
            let lines = lines.filter(|line| !line.trim().is_empty()).count();
            let kind = RowKind::Folded(lines);
            let span = stretch.span;
            rows.push(Row { kind, span });
            continue;
        }
        let breaks = match stretch.kind {
            BlockKind::Byline => Breaks::Keep,
            _ => Breaks::Flow,
        };
        let kind = RowKind::Text(stretch.kind);
        let lines = wrap(text, stretch.span, measure, breaks);
        rows.extend(lines.into_iter().map(|span| Row { kind, span }));
    }
}

/// Whether a paragraph is nothing but the mark of an entry of a list.
fn is_bullet(text: &str) -> bool {
    matches!(
        text.trim(),
        "•" | "·" | "‣" | "◦" | "▪" | "■" | "*" | "-" | "–" | "—"
    )
}

/// The blocks, with those joined that stand on one line or fold into one row, and
/// with what no block names: nothing of a text is lost.
fn stretches(article: &Article) -> Vec<Stretch> {
    let text = &article.text;
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut end = 0;
    let unnamed = |from: usize, to: usize| {
        let gap = Span::new(from, to).of(text);
        let start = from + (gap.len() - gap.trim_start().len());
        (!gap.trim().is_empty()).then(|| Span::new(start, start + gap.trim().len()))
    };
    for block in &article.blocks {
        let gap = Span::new(end, block.span.start).of(text);
        let joins = |last: &Stretch| match (last.kind, block.kind) {
            (BlockKind::Furniture, BlockKind::Furniture) => gap.trim().is_empty(),
            // A bullet that stands alone belongs to what follows it.
            (BlockKind::Paragraph, BlockKind::Paragraph) if is_bullet(last.span.of(text)) => {
                gap.trim().is_empty()
            }
            // A dateline, its dash and the paragraph it begins stand on one line.
            (last, next) => last.is_body() && next.is_body() && !gap.contains('\n'),
        };
        match stretches.last_mut() {
            Some(last) if last.span.end == end && joins(last) => {
                last.span.end = block.span.end;
                last.kind = block.kind;
            }
            _ => {
                if let Some(span) = unnamed(end, block.span.start) {
                    let kind = BlockKind::Paragraph;
                    stretches.push(Stretch { kind, span });
                }
                stretches.push(Stretch {
                    kind: block.kind,
                    span: block.span,
                });
            }
        }
        end = end.max(block.span.end);
    }
    if let Some(span) = unnamed(end, text.len()) {
        let kind = BlockKind::Paragraph;
        stretches.push(Stretch { kind, span });
    }
    stretches
}
