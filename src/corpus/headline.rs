//! The headline of a page.

use super::{
    byline, dateline,
    layout::{Page, Row},
    lines, names, phrases,
};
use crate::text::{fnv1a, split::runs, table::List};

/// What hashes without a guard against chosen keys that many short lines would pay for.
type Map<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

type Set<K> = std::collections::HashSet<K, foldhash::fast::RandomState>;

/// How many rows above the body are looked at: menus can be long.
const REACH: usize = 250;
/// How many rows below the body's first line are looked at: a teaser may have
/// been taken for its beginning.
const DEPTH: usize = 30;
/// How many paragraphs tell what the article is about.
const PARAGRAPHS: usize = 40;
/// How many paragraphs make the lead.
const LEAD: usize = 3;
/// The least score that makes a line the headline.
const LEAST: i32 = 11;
/// What it counts that another line names this one, and that it says what it names.
const NAMED: i32 = 3;
const NAMED_SURELY: i32 = 8;
/// How many places are looked at for such a line.
const MOST_NAMED: usize = 20;

/// What pages call their article where they name it.
static NAMERS: List = List::words(&["article", "post", "story"]);

/// The row of the headline; `None` where no line is clearly one.
pub fn find(text: &str, page: &Page) -> Option<usize> {
    let (start, end) = page.body;
    if start == end {
        return None;
    }
    let (lead, body) = content(text, &page.rows[start..end]);
    let view = View {
        text,
        page,
        body,
        lead,
        copies: copies(text, &page.rows),
        menu: menu(text, &page.rows),
    };
    let from = start.saturating_sub(REACH);
    let to = (start + DEPTH).min(end);
    let mut best: Option<(i32, usize)> = None;
    for i in from..to {
        let score = view.score(i);
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, i));
        }
    }
    let (score, i) = best.filter(|(score, _)| *score >= LEAST)?;
    // A deck below the headline can look as good as the headline itself.
    let above = i.saturating_sub(6)..i;
    let first = above.into_iter().find(|&j| {
        view.score(j) >= (score - view.lead_over(j, i)).max(LEAST)
            && !view.far(j, i)
            && (view.said_again(j) || !view.said_again(i))
    });
    Some(view.bare(first.unwrap_or(i)))
}

/// What the candidates are judged by.
struct View<'a> {
    text: &'a str,
    page: &'a Page,
    /// The content words of the body, sorted.
    body: Vec<u64>,
    /// The content words of the body's first paragraphs, sorted.
    lead: Vec<u64>,
    /// How often each line of the page stands on it.
    copies: Map<&'a str, usize>,
    /// The items of the page's menus.
    menu: Set<&'a str>,
}

impl View<'_> {
    fn score(&self, i: usize) -> i32 {
        let row = &self.page.rows[i];
        let line = row.line.span.of(self.text);
        let words = row.line.words;
        if !(2..=32).contains(&words) || row.noise.is_some() || Self::is_label(row, line) {
            return 0;
        }
        let own = distinct(words_of(line).collect());
        let shared = own
            .iter()
            .filter(|word| self.body.binary_search(word).is_ok())
            .count();
        // What the page itself calls its article needs no word of the text.
        let named = if words >= 3 { self.named(line) } else { 0 };
        let heads_text = self.heads_text(i) || self.heads_byline(i, line);
        if shared == 0 && named < NAMED_SURELY && !heads_text {
            return 0;
        }
        let mut score = i32::try_from(shared * 7 / own.len().max(1)).unwrap_or(0);
        let led = own
            .iter()
            .filter(|word| self.lead.binary_search(word).is_ok())
            .count();
        score += i32::try_from(led * 3 / own.len().max(1)).unwrap_or(0);
        score += match words {
            2 => -3,
            3 => -1,
            4..=5 | 19..=24 => 2,
            6..=18 => 4,
            _ => -2,
        };
        score += i32::from(row.line.above) + 2 * i32::from(row.line.above && row.line.below);
        if line.ends_with('.') && !line.ends_with("...") && words > 3 {
            // Some papers close a headline; a long sentence is the report's first.
            score -= if row.prose && words >= 16 { 12 } else { 7 };
        }
        if row.line.bullet {
            score -= 6;
        }
        if line.starts_with(['"', '“']) && line.ends_with(['"', '”']) {
            score -= 4;
        }
        if line.starts_with(|c: char| c.is_lowercase()) || doubled(line) {
            score -= 4;
        }
        if !line.contains(|c: char| c.is_lowercase()) {
            // Sections and names of pictures shout more often than headlines.
            score -= 4;
        }
        if self.copies.get(line).is_some_and(|n| (2..=6).contains(n)) {
            score += 2;
        }
        if self.heads_report(i) {
            score += 8;
        }
        if self.listed(i) {
            score -= 8;
        }
        if self.section(line) {
            score -= 6;
        }
        score += self.marks(i) - self.distance(i);
        score + named + if heads_text { 4 } else { 0 }
    }

    /// Whether the line is the first of the text, by itself, with a byline or a stamp soon below.
    fn heads_text(&self, i: usize) -> bool {
        let rows = &self.page.rows;
        i == 0 && rows[0].line.below && rows.iter().skip(1).take(3).any(|row| row.mark)
    }

    /// Whether a Korean line, whose words the particles of the text hide, stands right above the
    /// byline or the stamp.
    fn heads_byline(&self, i: usize, line: &str) -> bool {
        let rows = &self.page.rows;
        let hangul = line
            .chars()
            .filter(|c| matches!(c, '\u{ac00}'..='\u{d7a3}'));
        hangul.count() >= 6 && rows.get(i + 1).is_some_and(|row| row.mark)
    }

    /// Whether the line ends with an item of a menu, as the name of a section does: "COMMENTARY
    /// Trade" beside "• Trade".
    fn section(&self, line: &str) -> bool {
        line.split_once(' ')
            .is_some_and(|(_, rest)| self.menu.contains(rest))
    }

    /// How much better than a headline its deck may look: a summary of the lead, right below
    /// and longer, more than any other line.
    fn lead_over(&self, upper: usize, lower: usize) -> i32 {
        let words = |i: usize| self.page.rows[i].line.words;
        let summary = upper + 1 == lower
            && words(upper) >= 6
            && words(lower) >= 12
            && words(lower) * 3 >= words(upper) * 4;
        if summary { 6 } else { 4 }
    }

    /// Whether the page says the line again: as a line of its own, or named by another.
    fn said_again(&self, i: usize) -> bool {
        let line = self.page.rows[i].line.span.of(self.text);
        self.copies.get(line).is_some_and(|n| (2..=6).contains(n)) || self.named(line) > 0
    }

    /// Whether the line belongs to a list of other articles, with a stamp for each.
    fn listed(&self, i: usize) -> bool {
        let stamped = |at: Option<usize>| {
            at.and_then(|at| self.page.rows.get(at))
                .is_some_and(|row| !row.stamps.is_empty() && row.line.words <= 12)
        };
        let up = stamped(i.checked_sub(1)) && stamped(i.checked_sub(3));
        let down = stamped(Some(i + 1)) && stamped(Some(i + 3));
        let both = stamped(i.checked_sub(1)) && stamped(Some(i + 1));
        both && (up || down)
    }

    /// What it counts that a longer line, which is no sentence, names this one: "Image for
    /// article titled Ferry returns", "Share this story: Ferry returns", "Home News Ferry returns".
    fn named(&self, line: &str) -> i32 {
        let rows = &self.page.rows;
        let mut places = memchr::memmem::find_iter(self.text.as_bytes(), line.as_bytes());
        let mut counts = 0;
        places.by_ref().take(MOST_NAMED).for_each(|at| {
            let row = rows.partition_point(|row| row.line.span.end <= at);
            let Some(row) = rows.get(row).filter(|row| !row.prose) else {
                return;
            };
            let other = row.line.span;
            let more = other.len().saturating_sub(line.len());
            if other.start > at || at + line.len() > other.end || !(3..=60).contains(&more) {
                return;
            }
            let rest = other.of(self.text).replacen(line, " ", 1);
            let sure = runs(&rest).any(|word| NAMERS.has(word));
            counts = counts.max(if sure { NAMED_SURELY } else { NAMED });
        });
        counts
    }

    /// Whether the line stands by itself right above a report that opens with its place
    /// and the day or the agency: wire copy puts nothing but its headline there.
    fn heads_report(&self, i: usize) -> bool {
        let rows = &self.page.rows;
        rows[i].line.below
            && rows.get(i + 1).is_some_and(|next| {
                next.prose
                    && dateline::read(self.text, next.line.span).is_some_and(|head| {
                        head.place.is_some()
                            && (head.day.is_some() || head.date.is_some() || head.agency.is_some())
                    })
            })
    }

    /// The same headline without the breadcrumbs before it, where the page has that too.
    fn bare(&self, i: usize) -> usize {
        let rows = &self.page.rows;
        let line = rows[i].line.span.of(self.text);
        let close = i.saturating_sub(12)..(i + 12).min(rows.len());
        close
            .into_iter()
            .find(|&j| {
                let other = rows[j].line.span.of(self.text);
                rows[j].line.words >= 4
                    && line.strip_suffix(other).is_some_and(|crumbs| {
                        // What stands before a colon is the headline's own first half.
                        !crumbs.is_empty() && !crumbs.trim_end().ends_with(':')
                    })
            })
            .unwrap_or(i)
    }

    /// Whether a menu or a mark stands between two lines, so that they are no headline and deck.
    fn far(&self, upper: usize, lower: usize) -> bool {
        self.page.rows[upper + 1..lower]
            .iter()
            .any(|row| row.line.bullet || row.mark)
    }

    /// Lines that are a name, a byline, a stamp, a credit or the end of a list.
    fn is_label(row: &Row, line: &str) -> bool {
        let stamped: usize = row.stamps.iter().map(|s| s.span.len()).sum();
        stamped * 3 > line.len()
            || row.mark
            || row.line.words <= 8
                && (names::is_name(line) || byline::name_and_role(line).is_some())
            || row.credit
            || line.ends_with([',', ';', '>', '/', ':'])
            || line.contains(" / ") && row.line.words < 8
    }

    /// Byline or stamp soon after speaks for a line, soon before against it.
    fn marks(&self, i: usize) -> i32 {
        let rows = &self.page.rows;
        let reading =
            |row: &Row| phrases::reading_time(row.line.span.of(self.text), row.line.words);
        let after = rows
            .iter()
            .skip(i + 1)
            .take(8)
            .position(|row| row.mark || reading(row));
        let before = rows[i.saturating_sub(12)..i]
            .iter()
            .rev()
            .position(|row| row.mark || reading(row));
        match (before, after) {
            (None, Some(n)) => 5 - i32::try_from(n / 2).unwrap_or(0),
            (Some(_), Some(n)) => 2 - i32::try_from(n / 3).unwrap_or(0),
            (Some(_), None) => -3,
            (None, None) => 0,
        }
    }

    /// How far the line is from where the body was found to begin.
    fn distance(&self, i: usize) -> i32 {
        let start = self.page.body.0;
        let rows = if i < start { (start - i - 1) / 16 } else { 1 };
        // Running text that would be cut off.
        let lost: usize = self.page.rows[start.min(i)..i]
            .iter()
            .filter(|row| row.prose)
            .map(|row| row.line.words)
            .sum();
        i32::try_from(rows.min(7) + lost / 10).unwrap_or(i32::MAX)
    }
}

fn copies<'a>(text: &'a str, rows: &[Row]) -> Map<&'a str, usize> {
    let mut copies = Map::default();
    for row in rows.iter().filter(|row| (4..=30).contains(&row.line.words)) {
        *copies.entry(row.line.span.of(text)).or_insert(0) += 1;
    }
    copies
}

fn menu<'a>(text: &'a str, rows: &[Row]) -> Set<&'a str> {
    let items = rows
        .iter()
        .filter(|row| row.line.bullet && (1..=4).contains(&row.line.words));
    items.map(|row| row.line.span.of(text)).collect()
}

/// The content words of the first paragraphs, and of the whole body as far as it is read.
fn content(text: &str, rows: &[Row]) -> (Vec<u64>, Vec<u64>) {
    let (mut body, mut lead) = (Vec::new(), 0);
    let prose = rows.iter().filter(|row| row.prose).take(PARAGRAPHS);
    for (i, row) in prose.enumerate() {
        body.extend(words_of(row.line.span.of(text)));
        if i < LEAD {
            lead = body.len();
        }
    }
    (distinct(body[..lead].to_vec()), distinct(body))
}

/// Sorted, each once.
fn distinct(mut words: Vec<u64>) -> Vec<u64> {
    words.sort_unstable();
    words.dedup();
    words
}

/// The content words of a line, as hashes of their first six letters, so that
/// forms of one word meet.
fn words_of(line: &str) -> impl Iterator<Item = u64> + '_ {
    runs(line)
        .filter(|word| word.len() > 2 && !lines::is_small(word))
        .map(|word| {
            if word.starts_with(|c| matches!(c, '\u{ac00}'..='\u{d7a3}')) {
                // Particles are set behind a Korean word: its first two syllables tell it.
                fnv1a(word.bytes().take(6))
            } else if word.is_ascii() {
                fnv1a(word.bytes().take(6).map(|b| b.to_ascii_lowercase()))
            } else {
                fnv1a(word.chars().take(6).flat_map(char::to_lowercase))
            }
        })
}

/// "The Daily The Daily": a logo and its text.
fn doubled(line: &str) -> bool {
    let half = line.len() / 2;
    line.is_char_boundary(half) && line[..half].trim() == line[half..].trim()
}
