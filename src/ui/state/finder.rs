//! The finder while it is open.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{prompt::Prompt, reader::page::Page};
use crate::{
    search::{Hit, Item, Target},
    text::Span,
};

/// What the worker finds things in.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The items; hits name them by their indices.
    pub items: Option<Arc<Vec<Item>>>,
    /// The number of the last query: they grow as long as the program runs.
    pub ticket: u64,
    /// Whether the finder is all there is: it chooses one of a list of lines.
    pub lines: bool,
    /// The item that was chosen, by its index.
    pub chosen: Option<usize>,
}

/// The finder's state.
#[derive(Debug, Default)]
pub struct Finder {
    /// What was typed.
    pub prompt: Prompt,
    /// The number of the query that was sent last.
    pub ticket: u64,
    /// The best hits, as they came.
    pub hits: Vec<Hit>,
    /// How many items match in all.
    pub total: usize,
    /// On which days they are dated, and how many on each.
    pub days: Vec<(NaiveDate, u32)>,
    /// Whether the answer to the last query is here, and whole.
    pub complete: bool,
    /// Whether Enter was pressed before it was: what was typed decides, not what is
    /// still on the screen.
    pub awaited: bool,
    /// The list: heads and hits.
    pub rows: Vec<Row>,
    /// The selected hit, by its row in the list.
    pub selected: usize,
    /// The first row of the list that is shown.
    pub top: usize,
    /// The selected hit's article, around it.
    pub preview: Option<Preview>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The head of the hits of one kind: how many there are below.
    Head(Kind, usize),
    /// A hit, by its index.
    Hit(usize),
    /// A blank row between two kinds.
    Gap,
}

/// What a hit leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An event.
    Event,
    /// An article.
    Article,
    /// A sentence of an article.
    Sentence,
}

impl Kind {
    /// The kind of a target.
    #[must_use]
    pub const fn of(target: Target) -> Self {
        match target {
            Target::Event(_) => Self::Event,
            Target::Article(_) => Self::Article,
            Target::Sentence { .. } | Target::Line(_) => Self::Sentence,
        }
    }
}

/// An article around a hit.
#[derive(Debug)]
pub struct Preview {
    /// The item it shows, the columns and rows it was made for.
    pub made: (usize, u16, u16),
    /// The article, by its index in the timeline.
    pub article: usize,
    /// The wrapped text.
    pub page: Page,
    /// The first row shown.
    pub top: usize,
    /// The passage with a bar beside it.
    pub marked: Option<Span>,
    /// The letters that match, in order.
    pub matches: Vec<Span>,
}

impl Finder {
    /// Takes an answer: one group a kind, the group of the best hit first, heads
    /// where there is more than one kind and room for them.
    pub fn arrange(&mut self, items: &[Item], heads: bool) {
        let kind = |hit: &Hit| items.get(hit.item).map(|item| Kind::of(item.target));
        let mut kinds: Vec<Kind> = Vec::new();
        for kind in self.hits.iter().filter_map(kind) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        self.rows.clear();
        for group in &kinds {
            let hits = self.hits.iter().enumerate();
            let hits = hits.filter(|(_, hit)| kind(hit) == Some(*group));
            let hits: Vec<Row> = hits.map(|(index, _)| Row::Hit(index)).collect();
            if heads && kinds.len() > 1 {
                self.rows
                    .extend((!self.rows.is_empty()).then_some(Row::Gap));
                self.rows.push(Row::Head(*group, hits.len()));
            }
            self.rows.extend(hits);
        }
        self.selected = self.rows.iter().position(is_hit).unwrap_or(0);
        self.top = 0;
    }

    /// The selected hit.
    #[must_use]
    pub fn hit(&self) -> Option<&Hit> {
        match self.rows.get(self.selected)? {
            Row::Hit(hit) => self.hits.get(*hit),
            Row::Head(..) | Row::Gap => None,
        }
    }

    /// Moves the selection by so many hits, down positive.
    pub fn step(&mut self, by: i32) {
        let mut left = by.unsigned_abs();
        let mut at = self.selected;
        while left > 0 {
            let next = if by < 0 {
                at.checked_sub(1)
            } else {
                Some(at + 1)
            };
            let Some(next) = next.filter(|next| *next < self.rows.len()) else {
                break;
            };
            at = next;
            if is_hit(&self.rows[at]) {
                self.selected = at;
                left -= 1;
            }
        }
    }

    /// Scrolls as little as needed for the selection, and a head right above it, to be seen.
    pub fn reveal(&mut self, shown: usize) {
        let first = match self.selected.checked_sub(1) {
            Some(above) if !is_hit(&self.rows[above]) => above,
            _ => self.selected,
        };
        let last = (self.selected + 1).saturating_sub(shown.max(1));
        self.top = self.top.clamp(last, first.max(last));
    }
}

fn is_hit(row: &Row) -> bool {
    matches!(row, Row::Hit(_))
}

/// The bytes in `source` of the letters `positions` (characters, ascending) of its
/// one-line form, in which every run of white space is one space.
#[must_use]
pub fn letters(source: &str, positions: &[usize]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut wanted = positions.iter().peekable();
    let mut index = 0;
    let mut space = true;
    for (at, c) in source.char_indices() {
        if c.is_whitespace() {
            index += usize::from(!space);
            space = true;
            continue;
        }
        space = false;
        // The space before the word was counted when it was met.
        while wanted.next_if(|position| **position < index).is_some() {}
        if wanted.next_if(|position| **position == index).is_some() {
            match spans.last_mut() {
                Some(last) if last.end == at => last.end = at + c.len_utf8(),
                _ => spans.push(Span::new(at, at + c.len_utf8())),
            }
        }
        index += 1;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_one_line_form() {
        let source = "\n the  Vilnius\nsummit ";
        // "the Vilnius summit": V is letter 4, s is letter 12.
        let spans = letters(source, &[4, 5, 12]);
        let words: Vec<&str> = spans.iter().map(|span| span.of(source)).collect();
        assert_eq!(words, ["Vi", "s"]);
    }
}
