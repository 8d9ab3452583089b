//! The labels under the scrubber: as many as there is room for, on round dates.

use chrono::{Datelike, NaiveDate};

use super::{dates, scale::Scale};

/// A step between labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(i64),
    Months(u32),
    Years(i32),
}

/// From the finest to the coarsest.
const STEPS: [Step; 14] = [
    Step::Days(1),
    Step::Days(7),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(500),
    Step::Years(1000),
];

/// The fewest columns between the beginnings of two labels.
const APART: u16 = 14;

/// Labels with their columns, ascending.
#[must_use]
pub fn ticks(scale: &Scale) -> Vec<(u16, String)> {
    if scale.is_compressed() {
        return of_stretches(scale);
    }
    let (window, columns) = (scale.window, scale.columns);
    let room = i64::from((columns / APART).max(1));
    let step = STEPS
        .into_iter()
        .find(|step| window.days() / length(*step) <= room);
    let step = step.unwrap_or(Step::Years(10_000));
    let mut labels = Vec::new();
    let mut day = begin(step, window.first);
    while day <= window.last {
        if window.holds(day) {
            labels.push((scale.column(day), label(step, day)));
        }
        match next(step, day) {
            Some(later) if later > day => day = later,
            _ => break,
        }
    }
    labels
}

/// Labels where some stretches are drawn short: each of the others has its beginning labelled,
/// the widest first, and what is wide enough is divided.
fn of_stretches(scale: &Scale) -> Vec<(u16, String)> {
    let mut placed: Vec<(u16, String)> = Vec::new();
    let mut stretches: Vec<_> = scale.stretches().collect();
    stretches.sort_by_key(|(first, _, _, columns)| (std::cmp::Reverse(*columns), *first));
    for &(first, last, column, _) in &stretches {
        let days = (last - first).num_days() + 1;
        let words = match days {
            2..=92 => dates::day_short(first),
            93..=730 => format!("{} {}", dates::month_short(first), first.year()),
            _ => first.year().to_string(),
        };
        place(scale, &mut placed, column, words);
    }
    let step = STEPS
        .into_iter()
        .find(|step| scale.width(length(*step)) >= i64::from(APART));
    for &(first, last, _, columns) in stretches.iter().filter(|_| step.is_some()) {
        let Some(step) = step.filter(|_| columns >= APART) else {
            continue;
        };
        let mut day = begin(step, first);
        while day <= last {
            if day > first {
                place(scale, &mut placed, scale.column(day), label(step, day));
            }
            match next(step, day) {
                Some(later) if later > day => day = later,
                _ => break,
            }
        }
    }
    placed.sort_unstable();
    // A year is said once.
    placed.dedup_by(|later, earlier| later.1 == earlier.1);
    placed
}

/// Adds a label where there is room for it.
fn place(scale: &Scale, placed: &mut Vec<(u16, String)>, column: u16, words: String) {
    let end = |column: u16, words: &str| column + words.len() as u16 + 2;
    let free = placed
        .iter()
        .all(|(other, said)| end(column, &words) <= *other || end(*other, said) <= column);
    if free && end(column, &words) <= scale.columns + 2 {
        placed.push((column, words));
    }
}

/// About how many days a step takes, rounded down.
const fn length(step: Step) -> i64 {
    match step {
        Step::Days(days) => days,
        Step::Months(months) => months as i64 * 30,
        Step::Years(years) => years as i64 * 365,
    }
}

/// The last round date that is not after `day`.
fn begin(step: Step, day: NaiveDate) -> NaiveDate {
    let round = match step {
        Step::Days(1) => Some(day),
        Step::Days(_) => day.checked_sub_days(chrono::Days::new(u64::from(
            day.weekday().num_days_from_monday(),
        ))),
        Step::Months(months) => {
            NaiveDate::from_ymd_opt(day.year(), day.month0() / months * months + 1, 1)
        }
        Step::Years(years) => NaiveDate::from_ymd_opt(day.year().div_euclid(years) * years, 1, 1),
    };
    round.unwrap_or(day)
}

fn next(step: Step, day: NaiveDate) -> Option<NaiveDate> {
    match step {
        Step::Days(days) => day.checked_add_days(chrono::Days::new(days as u64)),
        Step::Months(months) => day.checked_add_months(chrono::Months::new(months)),
        Step::Years(years) => NaiveDate::from_ymd_opt(day.year().checked_add(years)?, 1, 1),
    }
}

/// A year stands where one begins, so that months are known by it.
fn label(step: Step, day: NaiveDate) -> String {
    match step {
        Step::Days(_) => format!("{} {}", day.day(), dates::month_short(day)),
        Step::Months(_) if day.month() > 1 => dates::month_short(day).to_owned(),
        Step::Months(_) | Step::Years(_) => day.year().to_string(),
    }
}
