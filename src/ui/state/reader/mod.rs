//! What the reader shows, and where each article was left.

pub mod page;
pub mod search;

use std::collections::HashMap;

use ratatui::layout::Rect;

use crate::{
    temporal::Timex,
    text::Span,
    timeline::{Event, Telling, Timeline},
};
use page::Page;
use search::Search;

/// The reader's state.
#[derive(Debug, Default)]
pub struct Reader {
    /// The article that is shown, by its index in the timeline.
    pub article: Option<usize>,
    /// The event it is shown for, and which of its tellings, by their indices.
    pub telling: Option<(usize, usize)>,
    /// The sentence it is shown for, where that is no event's.
    pub passage: Option<Span>,
    /// The dated words that were walked to, by their index in the article's timexes.
    pub word: Option<usize>,
    /// The wrapped text.
    pub page: Page,
    /// The first row of the page that is shown.
    pub top: usize,
    /// The first row that was shown after the text was last wrapped anew, and the byte that was
    /// at the top before: wrapped back, it is there again.
    pub held: Option<(usize, usize)>,
    /// The rows of text that are shown.
    pub rows: usize,
    /// Rows of the foot that follow the text.
    pub trailing: usize,
    /// What `rows` and `trailing` were measured for.
    pub fitted: Option<Fitted>,
    /// The first row of the third pane that is shown.
    pub evidence_top: usize,
    /// Whether the page is shown as it came, with its furniture.
    pub as_it_came: bool,
    /// What is to be in sight as soon as there is a pane to show it in.
    pub arriving: Option<Span>,
    /// The search in the text.
    pub search: Option<Search>,
    /// Where each article, and each telling, was left: a byte of its text.
    left: HashMap<Left, usize>,
}

/// All that the height of the reader's head and foot depends on, within one timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fitted {
    /// The reader's pane.
    pub area: Rect,
    /// Whether the arrows are ASCII, which is wider.
    pub ascii: bool,
    /// Whether the third pane tells what the foot would.
    pub third: bool,
    /// The article on the page.
    pub article: Option<usize>,
    /// The event and the telling in the head.
    pub telling: Option<(usize, usize)>,
    /// The dated words in the head.
    pub word: Option<usize>,
}

/// Something that was left at some place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Left {
    Article(usize),
    Telling(usize, usize),
}

impl Reader {
    /// Whether the search in the text is being typed.
    #[must_use]
    pub fn typing(&self) -> bool {
        self.search.as_ref().is_some_and(|search| search.typing)
    }

    /// The event and the telling that are shown.
    #[must_use]
    pub fn shown<'a>(&self, timeline: &'a Timeline) -> Option<(&'a Event, &'a Telling)> {
        let (event, telling) = self.telling?;
        let event = timeline.events.get(event)?;
        Some((event, event.tellings.get(telling)?))
    }

    /// The bytes with a bar beside them: the evidence of the event, or the sentence that was found.
    #[must_use]
    pub fn marked(&self, timeline: &Timeline) -> Option<Span> {
        self.passage
            .or_else(|| Some(self.shown(timeline)?.1.evidence))
    }

    /// The dated words that the head explains: those walked to, or those of the event.
    #[must_use]
    pub fn words<'a>(&self, timeline: &'a Timeline) -> Option<&'a Timex> {
        let dated = || Some(&self.shown(timeline)?.1.timex);
        self.walked(timeline).or_else(dated)
    }

    /// The dated words that were walked to.
    #[must_use]
    pub fn walked<'a>(&self, timeline: &'a Timeline) -> Option<&'a Timex> {
        timeline.timexes.get(self.article?)?.get(self.word?)
    }

    /// The row of the page where the text from byte `offset` on stands.
    #[must_use]
    pub fn row(&self, offset: usize) -> usize {
        self.page.row(offset)
    }

    /// The last row that can be the first one shown.
    #[must_use]
    pub fn last_top(&self) -> usize {
        (self.page.rows.len() + self.trailing).saturating_sub(self.rows.max(1))
    }

    /// Remembers where the article is left.
    pub fn leave(&mut self) {
        let (Some(article), Some(row)) = (self.article, self.page.rows.get(self.top)) else {
            return;
        };
        self.left.insert(Left::Article(article), row.span.start);
        if let Some((event, telling)) = self.telling {
            self.left
                .insert(Left::Telling(event, telling), row.span.start);
        }
    }

    /// Where the article, or the telling, was left.
    #[must_use]
    pub fn was_left(&self) -> Option<usize> {
        let left = match self.telling {
            Some((event, telling)) => Left::Telling(event, telling),
            None => Left::Article(self.article?),
        };
        self.left.get(&left).copied()
    }

    /// Forgets everything that names places of another timeline.
    pub fn forget(&mut self) {
        let (rows, as_it_came) = (self.rows, self.as_it_came);
        *self = Self {
            rows,
            as_it_came,
            ..Self::default()
        };
    }

    /// Where one reads: `paragraph 2 of 12`.
    #[must_use]
    pub fn position(&self, timeline: &Timeline) -> Option<String> {
        let article = timeline.articles.get(self.article?)?;
        let at = self.place(timeline)?;
        let body = article.blocks.iter().filter(|block| block.kind.is_body());
        let count = body.clone().count();
        let paragraph = body.filter(|block| block.span.start <= at).count();
        (count > 0).then(|| format!("paragraph {} of {count}", paragraph.max(1)))
    }

    /// The byte one reads at: the dated words or the evidence while they are in
    /// sight, else the first row shown.
    #[must_use]
    pub fn place(&self, timeline: &Timeline) -> Option<usize> {
        let seen = self.top..self.top + self.rows.max(1);
        let words = self.words(timeline).map(|timex| timex.span.start);
        let marked = self.marked(timeline).map(|span| span.start);
        let mut places = words.into_iter().chain(marked);
        places
            .find(|at| seen.contains(&self.row(*at)))
            .or_else(|| Some(self.page.rows.get(self.top)?.span.start))
    }
}
