//! Chronologies: entries that begin with their date.
//!
//! "May 2, 2020: An inspector found rust.", "2 May 2020 — …", a date alone on its line above
//! its paragraphs, a year above days and months. What stands in an entry happened on its date,
//! unless its own words name another.
//!
//! A label is a date at the head of a line, with a mark behind it or alone; a date that only
//! begins a sentence ("May 2, 2020 was a Saturday.") is none. A day with its year and a colon
//! or dash behind it is a label by itself. The other forms have to come at least twice, in the
//! order of time or against it: one date alone on a line is the article's own.

use chrono::{Datelike, NaiveDate};

use super::{
    layout::Row,
    names,
    stamp::{self, month},
};
use crate::{
    temporal::{Certainty, Date, Granularity, read_date},
    text::{Span, split::pieces},
};

/// An entry of a chronology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedEntry {
    /// The words of its date.
    pub label: Span,
    /// What they date: from behind the date to the end of the entry.
    pub text: Span,
    /// The date; inferred, where its year stands elsewhere.
    pub date: Date,
}

/// The longest label, in bytes.
const LONGEST: usize = 48;
/// The most rows that one date alone on its line heads.
const ROWS: usize = 12;

/// A date at the head of a row.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// The row.
    pub row: usize,
    /// The words of the date.
    span: Span,
    /// Where what it dates begins; the end of the row, where the date stands alone.
    rest: usize,
    /// What the words say.
    when: When,
    /// Whether a colon or a dash stands behind it.
    marked: bool,
}

/// What the words of a label say.
#[derive(Clone, Copy, Debug)]
enum When {
    /// A date with its year.
    Whole(Date),
    /// A month and a day.
    Day(u32, u32),
    /// A month.
    Month(u32),
    /// A year: it dates its entry, and heads days without one.
    Year(i32),
}

impl Label {
    /// Whether nothing stands behind the date on its line.
    fn alone(&self, rows: &[Row]) -> bool {
        self.rest >= rows[self.row].line.span.end
    }

    /// Whether the label is one without any others around it.
    fn sure(&self) -> bool {
        let day = |date: &Date| date.granularity == Granularity::Day;
        self.marked && matches!(&self.when, When::Whole(date) if day(date))
    }
}

/// The labels of a text: empty where it is no chronology.
pub fn labels(text: &str, rows: &[Row]) -> Vec<Label> {
    let mut all: Vec<Label> = (0..rows.len())
        .filter_map(|i| label(text, rows, i))
        .collect();
    // One date alone on its line is the article's own.
    let alone = |label: &Label| label.alone(rows) && !matches!(label.when, When::Year(_));
    if all.iter().filter(|label| alone(label)).count() == 1 {
        all.retain(|label| !alone(label));
    }
    if !ordered(&all) && all.first().is_some_and(alone) && ordered(&all[1..]) {
        all.remove(0);
    }
    let list = all.len() >= 2 && ordered(&all);
    all.retain(|label| list || label.sure());
    all
}

/// Whether the dates follow each other in time, or each other backwards.
fn ordered(labels: &[Label]) -> bool {
    let dates: Vec<NaiveDate> = labels
        .iter()
        .filter_map(|label| match label.when {
            When::Whole(date) => Some(date.first),
            When::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            When::Day(..) | When::Month(_) => None,
        })
        .collect();
    let pairs = dates.len().saturating_sub(1);
    let up = dates.windows(2).filter(|pair| pair[0] <= pair[1]).count();
    let down = dates.windows(2).filter(|pair| pair[0] >= pair[1]).count();
    // One entry out of its place in ten is a slip.
    let most = up.max(down);
    most == pairs || pairs >= 10 && (pairs - most) * 10 <= pairs
}

/// The date at the head of row `i`.
fn label(text: &str, rows: &[Row], i: usize) -> Option<Label> {
    let row = &rows[i];
    if row.noise.is_some() || row.credit {
        return None;
    }
    let line = row.line.span;
    let raw = line.of(text);
    // What Markdown sets before a heading or around bold words.
    let inner = raw.trim_start_matches(['#', '*', '_', ' ', '[']);
    let start = line.start + (raw.len() - inner.len());
    if !begins(inner) {
        return None;
    }
    let (words, rest, marked) = cut(inner)?;
    let words = words.trim_end_matches([' ', '*', '_', ']', ',', '.', '\u{a0}']);
    let when = read(words)?;
    let label = Label {
        row: i,
        span: Span::new(start, start + words.len()),
        rest: start + rest,
        when,
        marked,
    };
    if label.alone(rows) {
        heads(text, rows, &label).then_some(label)
    } else {
        // What it dates is a sentence, not a time of day, a place or another column.
        let tail = text.get(label.rest..line.end)?;
        let sentence = pieces(tail).count() >= 3 && tail.starts_with(opens);
        sentence.then_some(label)
    }
}

/// Whether a sentence can begin with this character.
fn opens(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '"' | '“' | '‘' | '\'' | '«' | '[')
}

/// Whether a date that stands alone heads what is below it: running text, another date, or
/// the end of the text before. The date of a comment or of another article has a name or a
/// headline beside it.
fn heads(text: &str, rows: &[Row], label: &Label) -> bool {
    let Some(next) = rows.get(label.row + 1) else {
        return false;
    };
    let next_label = || begins(next.line.span.of(text)) && !next.prose;
    if !(next.prose || matches!(label.when, When::Year(_)) && next_label()) {
        return false;
    }
    label.row.checked_sub(1).is_none_or(|above| {
        let above = &rows[above];
        let line = above.line.span.of(text);
        above.prose || above.closed || begins(line) || above.line.below && !names::is_name(line)
    })
}

/// Whether a line can begin with a date: a number, a month, a weekday, a season, a part of a year.
fn begins(line: &str) -> bool {
    const FIRST: &[&str] = &[
        "early",
        "mid",
        "late",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "in",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    ];
    let first = pieces(line).next().unwrap_or_default();
    let first = first.trim_end_matches([',', '.', ':', '*', '_']);
    if first.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let word = first.split('-').next().unwrap_or_default();
    month(word).is_some() || FIRST.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// The words before the mark that ends a label, where what it dates begins, and whether there
/// is such a mark.
fn cut(line: &str) -> Option<(&str, usize, bool)> {
    let head = &line[..line.floor_char_boundary(LONGEST)];
    let bytes = line.as_bytes();
    for (at, c) in head.char_indices() {
        let end = at + c.len_utf8();
        let spaced = line[..at].ends_with([' ', '\u{a0}', '*', '_']);
        let open = line[end..].starts_with([' ', '\u{a0}', '*', '_', '\t']);
        let mark = match c {
            ':' => open || end == line.len(),
            '—' | '―' | '|' | '\t' => true,
            // "May 2–4": between numbers a dash belongs to the date.
            '–' | '-' => spaced && open,
            _ => false,
        };
        if mark {
            let tail = line[end..]
                .trim_start_matches([' ', '\u{a0}', '*', '_', '\t', '-', '–', '—', '|', ':']);
            return Some((&line[..at], line.len() - tail.len(), true));
        }
    }
    // "2020. The line closed.", "**May 2, 2020** The line closed.": bold, then the sentence.
    for mark in ["** ", "__ ", "  ", ". "] {
        if let Some(at) = head.find(mark)
            && at > 0
            && bytes[at - 1].is_ascii_digit()
        {
            let tail = line[at + mark.len()..].trim_start();
            return Some((&line[..at], line.len() - tail.len(), false));
        }
    }
    if line.len() <= LONGEST {
        return Some((line, line.len(), false));
    }
    // The cells of a table: "March 2, 2018 An inspector found …".
    let stamps = stamp::scan(head, Span::new(0, head.len()));
    let date = stamps
        .first()
        .filter(|s| s.span.start == 0 && s.when.time.is_none())?;
    let tail = line[date.span.end..].trim_start();
    let apart = line.as_bytes().get(date.span.end) == Some(&b' ');
    (apart && tail.starts_with(char::is_uppercase))
        .then(|| (&line[..date.span.end], line.len() - tail.len(), false))
}

/// What the words of a label say; `None` where they are no date.
fn read(words: &str) -> Option<When> {
    let bare = words
        .strip_prefix("In ")
        .or_else(|| words.strip_prefix("On "))
        .unwrap_or(words);
    if bare.len() == 4 && bare.bytes().all(|b| b.is_ascii_digit()) {
        let year = bare.parse().ok()?;
        return (1000..=2199).contains(&year).then_some(When::Year(year));
    }
    let day = weekday_off(bare);
    if let Some((month, number, length)) = stamp::month_day(day)
        && length == day.len()
    {
        return Some(When::Day(month, number));
    }
    if let Some(month) = month(bare.trim_end_matches('.')) {
        return Some(When::Month(month));
    }
    // Without its own year a date would be read against today.
    let year = bare
        .split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4);
    if !year {
        return None;
    }
    let today = NaiveDate::from_ymd_opt(2000, 1, 1)?;
    let date = read_date(bare, today).or_else(|| read_date(day, today))?;
    Some(When::Whole(date))
}

/// A label without the weekday before its day: "Saturday, May 2".
fn weekday_off(label: &str) -> &str {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let first = label.split([' ', ',', '.']).next().unwrap_or_default();
    let lower = first.to_ascii_lowercase();
    if DAYS.iter().any(|day| lower.starts_with(day)) && month(first).is_none() {
        return label[first.len()..].trim_start_matches([' ', ',', '.']);
    }
    label
}

/// The entries under the labels, from the rows `from` to `to` of the body.
pub fn entries(
    text: &str,
    rows: &[Row],
    labels: &[Label],
    published: Option<NaiveDate>,
) -> Vec<DatedEntry> {
    let dates = dates(labels, published);
    let mut found: Vec<DatedEntry> = Vec::new();
    let mut longest = 1;
    for (n, (label, date)) in labels.iter().zip(dates).enumerate() {
        let next = labels.get(n + 1).map_or(rows.len(), |next| next.row);
        let last = if label.alone(rows) {
            // The last entry is no longer than the longest of the others.
            let most = if n + 1 < labels.len() { ROWS } else { longest };
            let own = rows[label.row + 1..next].iter().take(most);
            let length = own
                .take_while(|row| row.noise.is_none() && row.prose)
                .count();
            longest = longest.max(length);
            label.row + length
        } else {
            label.row
        };
        let end = rows[last].line.span.end;
        let start = if label.alone(rows) && last > label.row {
            rows[label.row + 1].line.span.start
        } else {
            label.rest
        };
        if let Some(date) = date.filter(|_| start < end) {
            found.push(DatedEntry {
                label: label.span,
                text: Span::new(start, end),
                date,
            });
        }
    }
    debug_assert!(found.iter().all(|entry| entry.text.fits(text)));
    found
}

/// The dates of labels; what has no year takes it from the year or the entry above, going on in
/// the order of the list, or from the day of publication.
fn dates(labels: &[Label], published: Option<NaiveDate>) -> Vec<Option<Date>> {
    let firsts: Vec<NaiveDate> = labels
        .iter()
        .filter_map(|label| match label.when {
            When::Whole(date) => Some(date.first),
            _ => None,
        })
        .collect();
    let down = firsts.windows(2).any(|pair| pair[0] > pair[1]);
    let mut above: Option<NaiveDate> = None;
    let mut headed = false;
    let mut found = Vec::with_capacity(labels.len());
    for label in labels {
        let date = match label.when {
            When::Whole(date) => Some(date),
            When::Year(year) => {
                headed = true;
                above = NaiveDate::from_ymd_opt(year, 1, 1);
                span(year, 1, 12, Granularity::Year, Certainty::Exact)
            }
            When::Month(month) => {
                let near = after(above, month, 1, down, headed, published);
                near.and_then(|day| {
                    span(
                        day.year(),
                        month,
                        month,
                        Granularity::Month,
                        Certainty::Inferred,
                    )
                })
            }
            When::Day(month, day) => {
                after(above, month, day, down, headed, published).map(|day| Date {
                    certainty: Certainty::Inferred,
                    ..Date::day(day)
                })
            }
        };
        if !matches!(label.when, When::Year(_)) {
            above = date.map(|date| date.first).or(above);
        }
        found.push(date);
    }
    found
}

/// The day of this month and day that goes on from `above`; under a year as heading the year is
/// that one. Without anything above it is the last one before publication.
fn after(
    above: Option<NaiveDate>,
    month: u32,
    day: u32,
    down: bool,
    headed: bool,
    published: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let of = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    match above {
        Some(above) if headed => of(above.year()),
        Some(above) => {
            let same = of(above.year())?;
            match (down, same < above, same > above) {
                (false, true, _) => of(above.year() + 1),
                (true, _, true) => of(above.year() - 1),
                _ => Some(same),
            }
        }
        None => {
            let published = published?;
            let same = of(published.year())?;
            if same > published {
                of(published.year() - 1)
            } else {
                Some(same)
            }
        }
    }
}

/// From the first to the last month of a year.
fn span(
    year: i32,
    first: u32,
    last: u32,
    granularity: Granularity,
    certainty: Certainty,
) -> Option<Date> {
    let end = NaiveDate::from_ymd_opt(year, last, 1)?
        .checked_add_months(chrono::Months::new(1))?
        .pred_opt()?;
    Some(Date {
        first: NaiveDate::from_ymd_opt(year, first, 1)?,
        last: end,
        granularity,
        certainty,
        range: false,
    })
}
