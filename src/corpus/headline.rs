//! The headline of a page.

use std::collections::HashSet;

use super::{
    byline,
    layout::{Page, Row},
    lines,
};

/// How many rows above the body are looked at.
const REACH: usize = 60;

/// The row of the headline; `None` where no line is clearly one.
pub fn find(text: &str, page: &Page) -> Option<usize> {
    let (start, end) = page.body;
    if start == end {
        return None;
    }
    let body = content(text, &page.rows[start..end]);
    let from = start.saturating_sub(REACH);
    let to = (start + 4).min(end);
    let mut best: Option<(i32, usize)> = None;
    for i in from..to {
        let score = score(text, page, i, &body);
        if score > 0 && best.is_none_or(|(top, _)| score > top) {
            best = Some((score, i));
        }
    }
    best.filter(|(score, _)| *score >= 6).map(|(_, i)| i)
}

fn score(text: &str, page: &Page, i: usize, body: &HashSet<String>) -> i32 {
    let row = &page.rows[i];
    let line = row.line.span.of(text);
    let words = row.line.words;
    if !(2..=32).contains(&words)
        || row.noise.is_some()
        || !row.stamps.is_empty()
            && row.stamps.iter().map(|s| s.span.len()).sum::<usize>() * 2 > line.len()
        || byline::by(text, row.line.span).is_some()
        || line.ends_with([',', ';', '>', '/', ':'])
    {
        return 0;
    }
    let mut score = 0;
    let ends_plain = line.ends_with('.') && !line.ends_with("...") && words > 3;
    if ends_plain {
        score -= 6;
    }
    if row.line.bullet {
        score -= 5;
    }
    score += match words {
        2 => -2,
        3 => 0,
        4..=5 => 2,
        6..=18 => 4,
        19..=24 => 2,
        _ => -2,
    };
    if row.line.above && row.line.below {
        score += 3;
    }
    // The share of its content words that the body uses.
    let own: HashSet<String> = words_of(line).collect();
    let shared = own.iter().filter(|word| body.contains(*word)).count();
    score += i32::try_from(shared * 6 / own.len().max(1)).unwrap_or(0);
    if shared == 0 {
        score -= 4;
    }
    // A byline or stamp soon after.
    let marked = page.rows.iter().skip(i + 1).take(4).any(|row| {
        !row.stamps.is_empty() && row.line.words <= 14 || byline::by(text, row.line.span).is_some()
    });
    score += if marked { 3 } else { 0 };
    // Lines between it and the body.
    let between = page.body.0.saturating_sub(i + 1);
    score -= i32::try_from(between.min(40) / 3).unwrap_or(0);
    score
}

fn content(text: &str, rows: &[Row]) -> HashSet<String> {
    rows.iter()
        .filter(|row| row.prose)
        .take(30)
        .flat_map(|row| words_of(row.line.span.of(text)))
        .collect()
}

/// The content words of a line, shortened so that forms of one word meet.
fn words_of(line: &str) -> impl Iterator<Item = String> + '_ {
    line.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && !lines::is_small(word))
        .map(|word| word.chars().take(6).flat_map(char::to_lowercase).collect())
}
