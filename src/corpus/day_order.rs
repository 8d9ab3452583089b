//! In what order a page writes day and month: "03/04/2025" has two readings.

use super::{layout::Page, stamp::Stamp};

/// How a page writes "03/04/2025", where something on it shows that.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// "26/06/2025"
    DayFirst,
    /// "06/26/2025"
    MonthFirst,
}

/// The order of days and months on the page: from stamps that can be read one
/// way only, from a zone beside one, from the spelling of the text.
pub fn day_order(text: &str, page: &Page) -> Option<Order> {
    let stamps = || page.rows.iter().flat_map(|row| &row.stamps);
    if stamps().all(|s| s.other.is_none()) {
        return None;
    }
    let numeric = |s: &&Stamp| {
        s.span
            .of(text)
            .as_bytes()
            .get(1..3)
            .is_some_and(|b| b.contains(&b'/') || b.contains(&b'-'))
    };
    if let Some(stamp) = stamps().filter(|s| s.other.is_none()).find(numeric) {
        let first: u32 = stamp
            .span
            .of(text)
            .split(['/', '-'])
            .next()?
            .parse()
            .unwrap_or(0);
        return Some(if first > 12 {
            Order::DayFirst
        } else {
            Order::MonthFirst
        });
    }
    // The same day written out elsewhere on the page.
    for stamp in stamps() {
        let Some(other) = stamp.other else { continue };
        for written in stamps().filter(|s| s.other.is_none()) {
            if written.when.date == stamp.when.date {
                return Some(Order::MonthFirst);
            }
            if written.when.date == other {
                return Some(Order::DayFirst);
            }
        }
    }
    for stamp in stamps().filter(|s| s.other.is_some()) {
        let tail = text.get(stamp.span.start..).unwrap_or_default();
        let tail: String = tail.chars().take(40).collect();
        if ["GMT", "BST", "IST", "CET"]
            .iter()
            .any(|zone| tail.contains(zone))
        {
            return Some(Order::DayFirst);
        }
        if ["EST", "EDT", "PST", "PDT", " ET", " PT", "CST", "CDT"]
            .iter()
            .any(|zone| tail.contains(zone))
        {
            return Some(Order::MonthFirst);
        }
    }
    spelling(text)
}

/// Britain's spelling puts the day first, America's the month.
fn spelling(text: &str) -> Option<Order> {
    const BRITISH: &[&str] = &[
        "colour",
        "favour",
        "labour",
        "centre",
        "defence",
        "programme",
        "organis",
        "realis",
        "recognis",
        "travell",
        "neighbour",
        "behaviour",
        "£",
        "whilst",
    ];
    const AMERICAN: &[&str] = &[
        "color", "favor", "labor", "center", "defense", "program ", "organiz", "realiz",
        "recogniz", "travele", "neighbor", "behavior", "$", "gotten",
    ];
    let count = |words: &[&str]| {
        words
            .iter()
            .map(|word| memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()).count())
            .sum::<usize>()
    };
    let (british, american) = (count(BRITISH), count(AMERICAN));
    if british >= 2 && british > american * 2 {
        Some(Order::DayFirst)
    } else if american >= 2 && american > british * 2 {
        Some(Order::MonthFirst)
    } else {
        None
    }
}

/// The stamp read in the page's order; `None` where two readings stay open.
pub fn ordered(stamp: Stamp, order: Option<Order>) -> Option<Stamp> {
    let Some(other) = stamp.other else {
        return Some(stamp);
    };
    let mut read = Stamp {
        other: None,
        ..stamp
    };
    if order? == Order::DayFirst {
        read.when.date = other;
    }
    Some(read)
}
