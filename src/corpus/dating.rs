//! When an article was published, changed and saved, as its page shows it: which of the
//! stamps of a page is the article's. (Order of day and month: [`super::day_order`]; the
//! year of a day without one: [`super::year`].)

use chrono::NaiveDate;

use super::{
    Fact, Source,
    cue::{Cue, cue},
    day_order::{day_order, ordered},
    layout::{Page, Row},
    metadata::header,
    stamp::Stamp,
};
use crate::temporal::Timestamp;

/// The moments of an article.
#[derive(Debug, Default)]
pub struct Dates {
    /// When it was published.
    pub published: Option<Fact<Timestamp>>,
    /// When it was changed.
    pub updated: Option<Fact<Timestamp>>,
    /// The day it was saved, printed or looked up: it was published by then.
    pub saved: Option<NaiveDate>,
}

/// A stamp that may be the article's.
struct Candidate {
    score: i32,
    cue: Cue,
    stamp: Stamp,
}

/// The moments that the page shows.
pub fn dates(text: &str, page: &Page) -> Dates {
    let found = candidates(text, page);
    let best = |cue: Cue| {
        let of_cue = found.iter().filter(|one| one.cue == cue && one.score > 0);
        of_cue
            .max_by_key(|one| (one.score, std::cmp::Reverse(one.stamp.span.start)))
            .map(|one| Fact::text(one.stamp.when, one.stamp.span))
    };
    let mut updated = best(Cue::Updated);
    let published = best(Cue::Published)
        .or_else(|| best(Cue::Silent).filter(|_| !contested(&found)))
        .or_else(|| {
            let (_, dateline) = page.dateline.as_ref()?;
            let (date, span) = dateline.date?;
            Some(Fact::text(Timestamp::day(date), span))
        })
        .or_else(|| apart(&found));
    if updated.is_none()
        && let Some(first) = &published
    {
        // Two stamps side by side without words: the second is the revision.
        let second = found.iter().filter(|one| {
            one.cue == Cue::Silent
                && one.score > 0
                && Some(one.stamp.span) > first.span
                && one.stamp.when.date >= first.value.date
        });
        updated = second
            .map(|one| &one.stamp)
            .find(|stamp| first.span.is_some_and(|s| stamp.span.start - s.end < 4))
            .map(|stamp| Fact::text(stamp.when, stamp.span));
    }
    let published = published.or_else(|| {
        updated.clone().map(|fact| Fact {
            source: Source::Inferred,
            reason: Some("the page shows only when it was updated".to_owned()),
            ..fact
        })
    });
    let saved = found.iter().filter(|one| one.cue == Cue::Saved);
    Dates {
        published,
        updated,
        saved: saved.map(|one| one.stamp.when.date).min(),
    }
}

/// The stamps of the page with what speaks for each; one that stands neither at the head
/// nor at the foot of the article has a score of zero.
fn candidates(text: &str, page: &Page) -> Vec<Candidate> {
    let (from, to) = header(page);
    let order = day_order(text, page);
    let mut found = Vec::new();
    for (i, row) in page.rows.iter().enumerate() {
        if row.stamps.is_empty() || row.prose && row.line.words > 25 || row.credit || row.entry {
            continue;
        }
        let inside = (from..to).contains(&i);
        let foot = i >= page.body.1 && i < page.body.1 + 20;
        for (n, stamp) in row.stamps.iter().enumerate() {
            let cue = cue(text, page, i, n);
            let Some(stamp) = ordered(*stamp, order) else {
                continue;
            };
            let score = match cue {
                Cue::Foreign => continue,
                Cue::Saved => 0,
                Cue::Published | Cue::Updated => labelled(page, i, inside, foot),
                // A sentence that names a day speaks of what happened on it.
                Cue::Silent if !inside || sentence(row, text) || teaser(page, i) => continue,
                Cue::Silent => {
                    14 - i32::from(masthead(page, i)) * 6
                        - i32::from(row.line.bullet) * 3
                        - i32::from(row.line.words > 14) * 4
                }
            };
            found.push(Candidate { score, cue, stamp });
        }
    }
    found
}

/// What it counts for a stamp that a label says what it is.
fn labelled(page: &Page, i: usize, inside: bool, foot: bool) -> i32 {
    if inside {
        20 - i32::from(masthead(page, i)) * 4
    } else if foot {
        8 - i32::from(i > page.body.1 + 6) * 3
    } else {
        0
    }
}

/// Whether the row stands above the headline, where mastheads show today's date.
fn masthead(page: &Page, i: usize) -> bool {
    page.title.is_some_and(|title| i < title)
}

/// Whether the row is a sentence rather than a line that a template printed.
fn sentence(row: &Row, text: &str) -> bool {
    let line = row.line.span.of(text);
    row.prose && row.closed && !line.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the stamp belongs to a list of other articles: stamps and single lines by turns,
/// at least three of each.
fn teaser(page: &Page, i: usize) -> bool {
    let rows = &page.rows;
    let alone = |at: usize| {
        rows.get(at)
            .is_some_and(|row| !row.stamps.is_empty() && row.line.words <= 12 && !row.prose)
    };
    let plain = |at: usize| {
        rows.get(at)
            .is_some_and(|row| row.stamps.is_empty() && !row.prose && row.line.words >= 3)
    };
    // Steps of two rows, up and down, as far as the rhythm holds.
    let down = (1..6)
        .take_while(|n| plain(i + 2 * n - 1) && alone(i + 2 * n))
        .count();
    let up = (1..6)
        .take_while(|n| {
            i.checked_sub(2 * n)
                .is_some_and(|at| alone(at) && plain(at + 1))
        })
        .count();
    up + down >= 2
}

/// The day that every labelled stamp of the page names, wherever on the page they stand.
fn apart(found: &[Candidate]) -> Option<Fact<Timestamp>> {
    let mut labelled = found.iter().filter(|one| one.cue == Cue::Published);
    let first = labelled.next()?;
    labelled
        .all(|other| other.stamp.when.date == first.stamp.when.date)
        .then(|| Fact::text(first.stamp.when, first.stamp.span))
}

/// Whether the best of the stamps without words, two apart from each other, name
/// different days: nothing then says which is the article's.
fn contested(found: &[Candidate]) -> bool {
    let silent = || found.iter().filter(|one| one.cue == Cue::Silent);
    let Some(top) = silent().map(|one| one.score).max() else {
        return false;
    };
    let mut best = silent().filter(|one| one.score == top);
    let Some(first) = best.next() else {
        return false;
    };
    best.any(|other| {
        other.stamp.when.date != first.stamp.when.date
            && other.stamp.span.start.abs_diff(first.stamp.span.end) >= 4
    })
}
