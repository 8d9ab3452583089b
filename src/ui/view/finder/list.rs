//! The hits of the finder.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::{
    search::{Item, Target},
    temporal::{Date, Granularity},
    text::{
        Span,
        clean::{sieve, truncate, width},
    },
    ui::{
        dates, marks,
        state::{
            State,
            finder::{Finder, Kind, Row},
        },
        theme::Role,
        view::paint::{put, put_right},
    },
};

/// The fewest columns for a date before each hit.
const DATED: u16 = 40;
/// Columns of a date: `11 Jul 2023`.
const DATE: u16 = 11;

/// Draws into `area`.
pub(super) fn draw(state: &State, finder: &Finder, area: Rect, buffer: &mut Buffer) {
    if finder.rows.is_empty() && area.height > 0 {
        let words = nothing(state, finder);
        let words = truncate(&words, usize::from(area.width.saturating_sub(2)));
        let style = state.theme.style(Role::Dim);
        put(
            buffer,
            (area.x + 1, area.y + area.height.min(2) - 1),
            area.right(),
            &words,
            style,
        );
    }
    let Some(items) = &state.source.items else {
        return;
    };
    let rows = finder.rows.iter().enumerate().skip(finder.top);
    for ((index, row), y) in rows.zip(area.top()..area.bottom()) {
        let place = Rect {
            y,
            height: 1,
            ..area
        };
        match row {
            Row::Gap => {}
            Row::Head(kind, count) => head(state, *kind, *count, place, buffer),
            Row::Hit(hit) => {
                let Some(hit) = finder.hits.get(*hit) else {
                    continue;
                };
                let Some(item) = items.get(hit.item) else {
                    continue;
                };
                let selected = index == finder.selected;
                one(state, item, &hit.positions, selected, place, buffer);
            }
        }
    }
}

/// Why there is no hit.
fn nothing(state: &State, finder: &Finder) -> String {
    match (state.progress, finder.complete) {
        (Some((done, all)), _) if all > 0 => format!("nothing yet; {done} of {all} files are read"),
        (Some(_), _) => "nothing yet; files are being read".to_owned(),
        (None, false) => "looking …".to_owned(),
        (None, true) if state.source.lines => "nothing matches; fewer letters find more".to_owned(),
        (None, true) => "nothing matches; fewer words find more".to_owned(),
    }
}

fn head(state: &State, kind: Kind, count: usize, area: Rect, buffer: &mut Buffer) {
    let words = match kind {
        Kind::Event => "EVENTS",
        Kind::Article => "ARTICLES",
        Kind::Sentence => "SENTENCES",
    };
    let words = format!("{words} {count}");
    put(
        buffer,
        (area.x + 2, area.y),
        area.right(),
        &words,
        state.theme.style(Role::Dim),
    );
}

/// `▌ 11 Jul 2023 ● Korea and NATO upgrade partnership`
fn one(
    state: &State,
    item: &Item,
    positions: &[usize],
    selected: bool,
    area: Rect,
    buffer: &mut Buffer,
) {
    let theme = state.theme;
    let end = area.right().saturating_sub(u16::from(area.width >= 30));
    let (words, dim) = if selected {
        (theme.style(Role::Accent), theme.style(Role::Accent))
    } else {
        let role = match item.target {
            Target::Event(_) => Role::Strong,
            _ => Role::Text,
        };
        (theme.style(role), theme.style(Role::Dim))
    };
    if selected {
        let bar = marks::FOCUS.symbol(theme.ascii);
        put(buffer, (area.x, area.y), end, bar, theme.style(Role::Bar));
    }
    let mut x = area.x + 1;
    let is_line = matches!(item.target, Target::Line(_));
    if area.width >= DATED && !is_line {
        x += 1;
        let date = truncate(&date(state, item), usize::from(DATE)).into_owned();
        put_right(buffer, (x, x + DATE), area.y, &date, dim);
        x += DATE + 1;
    }
    let mark = match item.target {
        Target::Event(event) => state.timeline.events.get(event).map_or("●", |event| {
            marks::of(event, &state.timeline).symbol(theme.ascii)
        }),
        Target::Article(_) => "≡",
        Target::Sentence { .. } | Target::Line(_) => "¶",
    };
    if is_line {
        x += u16::from(area.width >= 30);
    } else {
        x = put(buffer, (x, area.y), end, mark, dim) + 1;
    }
    let hit = theme.style(Role::Hit);
    let end_of_text = matched(
        &item.text,
        positions,
        (x, area.y),
        end,
        (words, hit),
        buffer,
    );
    // Found by who tells it or takes part: that is said, since no letter is marked.
    let typed = state
        .finder
        .as_ref()
        .is_some_and(|finder| !finder.prompt.text.is_empty());
    if typed && positions.is_empty() && !item.more.is_empty() && end_of_text + 6 < end {
        let more = truncate(&item.more, usize::from(end - end_of_text - 3));
        let more = format!(" · {more}");
        put(
            buffer,
            (end_of_text, area.y),
            end,
            &more,
            theme.style(Role::Dim),
        );
    }
}

/// When it is dated, to the precision it is known with.
fn date(state: &State, item: &Item) -> String {
    match (item.target, item.date) {
        (Target::Event(event), _) => state
            .timeline
            .events
            .get(event)
            .map_or_else(String::new, |event| short(&event.date, state.theme.ascii)),
        (_, Some(day)) => dates::day_short(day),
        (_, None) => "undated".to_owned(),
    }
}

fn short(date: &Date, ascii: bool) -> String {
    match date.granularity {
        Granularity::Day | Granularity::Week => dates::day_short(date.first),
        Granularity::Month => {
            let full = dates::full(date, ascii);
            match full.split_once(' ') {
                Some((month, year)) if !date.range => format!("{} {year}", &month[..3]),
                _ => dates::day_short(date.first),
            }
        }
        _ => dates::full(date, ascii),
    }
}

/// Writes a text with the letters that matched marked, from its beginning or, where the
/// first match would not be seen, from a little before it.
fn matched(
    text: &str,
    positions: &[usize],
    (mut x, y): (u16, u16),
    end: u16,
    (plain, hit): (Style, Style),
    buffer: &mut Buffer,
) -> u16 {
    let room = usize::from(end.saturating_sub(x));
    let start = start(text, positions, room);
    if start > 0 {
        x = put(buffer, (x, y), end, "…", plain);
    }
    let mut hits = Letters::new(text, positions);
    // A sentence may be a megabyte; what is seen of it is not.
    let enough = text.floor_char_boundary(start + room * 16 + 64);
    let sieved = sieve(text, Span::new(start, enough));
    let mut shown = sieved.graphemes().peekable();
    while let Some(grapheme) = shown.next() {
        let columns = u16::from(grapheme.width).max(1);
        let last = shown.peek().is_none();
        if x + columns + u16::from(!last) > end {
            return put(buffer, (x, y), end, "…", plain);
        }
        let style = if hits.holds(grapheme.span) {
            plain.patch(hit)
        } else {
            plain
        };
        let letters = if grapheme.is_break() {
            " "
        } else {
            &grapheme.text
        };
        x = put(buffer, (x, y), end, letters, style);
    }
    x
}

/// The byte to begin at: 0 where a match is seen from there, else as little further on as
/// shows all that matches, failing that the first of it, with the words before it.
fn start(text: &str, positions: &[usize], room: usize) -> usize {
    let byte = |letter: usize| {
        text.char_indices()
            .nth(letter)
            .map(|(at, c)| (at, at + c.len_utf8()))
    };
    let ends = || {
        positions
            .first()
            .copied()
            .and_then(byte)
            .zip(positions.last().copied().and_then(byte))
    };
    let Some(((first, _), (_, last))) = ends() else {
        return 0;
    };
    let run = positions
        .windows(2)
        .take_while(|pair| pair[1] == pair[0] + 1)
        .count();
    let own = byte(positions[run]).map_or(last, |(_, end)| end);
    // A column says that the row is cut, at its end and at its beginning.
    let within = |end: usize| room.saturating_sub(usize::from(end < text.len()));
    let fits = width(&text[first..last]) < within(last);
    let end = if fits { last } else { own };
    if width(&text[..end]) <= within(end) {
        return 0;
    }
    let room = within(end).saturating_sub(1);
    let starts = text[..first].match_indices(' ').map(|(at, _)| at + 1);
    let mut fitting = starts.filter(|&at| width(&text[at..end]) <= room);
    fitting.next().unwrap_or(first)
}

/// The letters that matched, asked for in order.
pub(super) struct Letters<'a> {
    characters: std::iter::Enumerate<std::str::CharIndices<'a>>,
    positions: &'a [usize],
}

impl<'a> Letters<'a> {
    pub(super) fn new(text: &'a str, positions: &'a [usize]) -> Self {
        Self {
            characters: text.char_indices().enumerate(),
            positions,
        }
    }

    /// Whether a letter of `span` matched. Spans have to ascend.
    pub(super) fn holds(&mut self, span: Span) -> bool {
        let mut found = false;
        while let Some((index, (at, _))) = self.characters.clone().next() {
            if at >= span.end {
                break;
            }
            self.characters.next();
            found |= at >= span.start && self.positions.binary_search(&index).is_ok();
        }
        found
    }
}
