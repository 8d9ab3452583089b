//! The third pane: the words and the rule, who else tells it, who takes part.
//!
//! ```text
//! TOLD BY
//! ▸ Korea JoongAng Daily · 11 Jul 2023
//!   “Meeting in Lithuania on Tuesday, the pair …”
//! WHY THIS DATE
//!   “Tuesday” ⇒ 11 July 2023
//!   The rule: a weekday alone is the nearest one …
//! WHO · WHERE · REPORTED
//! ```

use ratatui::{buffer::Buffer, layout::Rect, text::Line};

use super::reader::{known, lines, name, provenance, run, value, why};
use crate::{
    temporal::{AnchorSource, Timex},
    text::{Span, clean},
    timeline::{ActorKind, Event, Telling},
    ui::{
        dates, entry, layout, marks,
        state::{Focus, State},
        theme::Role,
        view::paint::put,
        wrap::{Breaks, wrap},
    },
};

/// Most lines of one telling's sentence.
const QUOTED: usize = 6;

/// Draws into `area`.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let content = content(state, measure(area));
    let inner = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(3),
        ..area
    };
    let top = state.reader.evidence_top.min(content.len());
    lines(&content[top..], inner, buffer);
    if state.focus == Focus::Evidence {
        let bar = marks::FOCUS.symbol(state.theme.ascii);
        let style = state.theme.style(Role::Bar);
        put(buffer, (area.x, area.y), area.right(), bar, style);
    }
}

/// The last row that can be the first one shown.
#[must_use]
pub fn last_top(state: &State) -> usize {
    let area = layout::of(state).evidence;
    let rows = content(state, measure(area)).len();
    rows.saturating_sub(usize::from(area.height))
}

fn measure(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(3).max(1))
}

/// Everything the pane has to say.
fn content(state: &State, measure: usize) -> Vec<Line<'static>> {
    let mut pane = Pane {
        state,
        measure,
        lines: Vec::new(),
    };
    let shown = state.reader.shown(&state.timeline);
    if let Some((event, telling)) = shown {
        pane.tellings(event, telling);
    }
    if let Some(timex) = state.reader.words(&state.timeline) {
        pane.why(timex);
    }
    if let Some((event, _)) = shown {
        pane.people(event);
    }
    pane.published();
    pane.lines
}

/// The lines so far.
struct Pane<'a> {
    state: &'a State,
    measure: usize,
    lines: Vec<Line<'static>>,
}

impl Pane<'_> {
    fn head(&mut self, words: &str) {
        if !self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        self.lines
            .push(Line::from(run(self.state, Role::Strong, words)));
    }

    /// A paragraph, wrapped.
    fn words(&mut self, role: Role, words: &str) {
        self.indented(role, words, 0, usize::MAX);
    }

    /// A paragraph of at most `most` lines, after so many blanks.
    fn indented(&mut self, role: Role, words: &str, indent: usize, most: usize) {
        let words = clean::clean(words);
        let measure = self.measure.saturating_sub(indent).max(1);
        let spans = wrap(&words, Span::new(0, words.len()), measure, Breaks::Flow);
        let blank = " ".repeat(indent);
        for (index, span) in spans.iter().enumerate().take(most) {
            let cut = index + 1 == most && index + 1 < spans.len();
            let line = if cut {
                clean::truncate(&words[span.start..], measure)
            } else {
                span.of(&words).into()
            };
            self.lines
                .push(Line::from(run(self.state, role, &format!("{blank}{line}"))));
        }
    }

    /// Who tells it, each with its own sentence and date.
    fn tellings(&mut self, event: &Event, shown: &Telling) {
        let count = event.tellings.len();
        let head = match (entry::articles(event), entry::copies(event)) {
            (1, 0) => "Told by one article".to_owned(),
            (articles, copies) => {
                let told = dates::count(articles as i64, "article");
                match copies {
                    0 => format!("Told by {told}"),
                    1 => format!("Told by {told} and 1 copy"),
                    copies => format!("Told by {told} and {copies} copies"),
                }
            }
        };
        self.head(&head);
        let ascii = self.state.theme.ascii;
        for (index, telling) in event.tellings.iter().enumerate() {
            if index > 0 {
                self.lines.push(Line::default());
            }
            let Some(article) = self.state.timeline.articles.get(telling.article) else {
                continue;
            };
            let here = telling == shown;
            let published = article.published.as_ref();
            let published = published.map_or_else(
                || "undated".to_owned(),
                |fact| dates::day_short(fact.value.date),
            );
            let mark = if here {
                marks::FOLDED.symbol(ascii)
            } else {
                " "
            };
            let name = format!("{mark} {} · {published}", name(article));
            let name = clean::truncate(&name, self.measure).into_owned();
            let role = if here { Role::Accent } else { Role::Text };
            self.lines.push(Line::from(run(self.state, role, &name)));
            if count > 1 {
                let date = dates::full(&telling.date, ascii);
                let words = telling.timex.quoted(&article.text);
                let role = if event.conflict {
                    Role::Warning
                } else {
                    Role::Dim
                };
                self.indented(role, &format!("{date}, from {words}"), 2, 2);
            }
            let quote = format!("“{}”", telling.evidence.of(&article.text).trim());
            self.indented(Role::Dim, &quote, 2, QUOTED);
            if telling.copy_of.is_some() {
                self.indented(Role::Dim, "the same text as an article before", 2, 1);
            }
        }
        if event.conflict {
            self.indented(Role::Warning, "the tellings differ on the date", 0, 1);
        }
    }

    /// The words, the value, the rule, where the rule comes from, the other reading.
    fn why(&mut self, timex: &Timex) {
        let article = self.state.reader.article;
        let Some(article) = article.and_then(|i| self.state.timeline.articles.get(i)) else {
            return;
        };
        self.head("Why this date");
        let words = timex.quoted(&article.text);
        let ascii = self.state.theme.ascii;
        let value = value(timex, timex.date, ascii);
        self.words(Role::Accent, &format!("{words} ⇒ {value}"));
        self.words(Role::Text, &why(timex));
        if let Some(anchor) = timex.anchor {
            let from = match anchor.source {
                AnchorSource::Published => "the day of publication".to_owned(),
                AnchorSource::Dateline => "the dateline".to_owned(),
                AnchorSource::Named(span) => format!("“{}” before it", span.of(&article.text)),
            };
            let day = dates::day(anchor.date);
            self.words(Role::Dim, &format!("counted from {day}, {from}"));
        }
        self.words(Role::Dim, &format!("The rule: {}", timex.rule.doc));
    }

    /// When the article was published, and how that is known where its text does not show it.
    fn published(&mut self) {
        let article = self.state.reader.article;
        let Some(article) = article.and_then(|i| self.state.timeline.articles.get(i)) else {
            return;
        };
        self.head("Published");
        let Some(fact) = &article.published else {
            return self.words(Role::Dim, "undated: neither text nor dossier says when");
        };
        let day = dates::day(fact.value.date);
        self.words(Role::Text, &day);
        if let Some(from) = provenance(fact) {
            let reason = fact.reason.as_deref().unwrap_or_default();
            let joint = if reason.is_empty() { "" } else { ": " };
            self.words(Role::Dim, &format!("{from}{joint}{reason}"));
        }
    }

    /// Who takes part, where, and when it became known.
    fn people(&mut self, event: &Event) {
        if !event.actors.is_empty() {
            self.head("Who");
        }
        for actor in &event.actors {
            let kind = match actor.kind {
                ActorKind::Person => "",
                ActorKind::Organisation => " · organisation",
                ActorKind::Country => " · country",
            };
            let name = clean::clean(&actor.name);
            let name = clean::truncate(&name, self.measure.saturating_sub(kind.len()).max(1));
            self.lines.push(Line::from(vec![
                run(self.state, Role::Text, &name),
                run(self.state, Role::Dim, kind),
            ]));
        }
        if let Some(place) = &event.place {
            self.head("Where");
            self.words(Role::Text, place);
        }
        if let Some(known) = known(self.state, event) {
            self.head("Reported");
            self.words(Role::Text, &known);
        }
    }
}
