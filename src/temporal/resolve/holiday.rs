//! The day of a holiday in a year.

use chrono::{Datelike, NaiveDate, Weekday};

use super::point::add_days;
use crate::temporal::lexicon::holidays::{Feast, LunarFeast};

/// The day of `feast` in `year`, where it can be known.
pub(crate) fn day(feast: Feast, year: i32) -> Option<NaiveDate> {
    match feast {
        Feast::Fixed(month, day) => NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day)),
        Feast::Nth(month, weekday, n) => nth(year, month, weekday, n),
        Feast::Easter(days) => add_days(easter(year)?, i64::from(days)),
        Feast::Lunar(feast) => lunar(feast, year),
        Feast::ElectionDay => nth(year, 11, 1, 1)?.succ_opt(),
    }
}

/// The n-th weekday (Monday = 1) of a month; n = 5 is the last one.
fn nth(year: i32, month: u8, weekday: u8, n: u8) -> Option<NaiveDate> {
    let weekday = Weekday::try_from(weekday.checked_sub(1)?).ok()?;
    let month = u32::from(month);
    if n < 5 {
        return NaiveDate::from_weekday_of_month_opt(year, month, weekday, n);
    }
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, 5)
        .or_else(|| NaiveDate::from_weekday_of_month_opt(year, month, weekday, 4))
}

/// Easter Sunday of the Gregorian calendar, by the anonymous computus that Meeus prints
/// (Astronomical Algorithms, ch. 8).
#[expect(
    clippy::many_single_char_names,
    reason = "the names of the published algorithm"
)]
fn easter(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (n / 31) as u32, (n % 31 + 1) as u32)
}

/// New Year and the autumn feast (15th day of the eighth month) of the Chinese calendar.
///
/// A month begins on the day of the new moon at Beijing. The first month holds
/// the sun's entry into Pisces (longitude 330°), the eighth its entry into
/// Libra (180°); so the feast follows from the last new moon before that entry.
/// New moons by the mean lunation with the largest periodic terms of Meeus
/// (Astronomical Algorithms, ch. 49), good to a few minutes between 1900 and 2100.
fn lunar(feast: LunarFeast, year: i32) -> Option<NaiveDate> {
    if !(1900..=2100).contains(&year) {
        return None;
    }
    let (longitude, month) = match feast {
        LunarFeast::NewYear => (330.0, 2),
        LunarFeast::Autumn => (180.0, 9),
    };
    // The sun enters both signs between the 18th and the 24th of the month.
    let mut entry = NaiveDate::from_ymd_opt(year, month, 15)?;
    while !reached(sun(julian_day(entry) + 1.0), longitude) {
        entry = entry.succ_opt()?;
    }
    let limit = julian_day(entry) + 1.0;
    let mut lunation =
        ((f64::from(year) + f64::from(month) / 12.0 - 2000.0) * 12.3685).floor() as i32 + 2;
    while new_moon(lunation) >= limit {
        lunation -= 1;
    }
    let first = from_julian(new_moon(lunation))?;
    match feast {
        LunarFeast::NewYear => Some(first),
        LunarFeast::Autumn => add_days(first, 14),
    }
}

/// Whether the sun at `at` degrees has passed `goal` by less than half a turn.
fn reached(at: f64, goal: f64) -> bool {
    (at - goal).rem_euclid(360.0) < 180.0
}

/// The Julian day number at the beginning of `day` at Beijing (UTC+8).
fn julian_day(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce()) + 1_721_424.5 - 8.0 / 24.0
}

/// The day at Beijing on which the moment `jd` falls.
fn from_julian(jd: f64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt((jd + 8.0 / 24.0 - 1_721_424.5).floor() as i32)
}

/// The apparent longitude of the sun in degrees (Meeus, ch. 25, low accuracy: 0.01°).
fn sun(jd: f64) -> f64 {
    let t = (jd - 2_451_545.0) / 36_525.0;
    let mean = 280.466_46 + 36_000.769_83 * t;
    let anomaly = (357.529_11 + 35_999.050_29 * t).to_radians();
    let centre = (1.914_602 - 0.004_817 * t) * anomaly.sin()
        + 0.019_993 * (2.0 * anomaly).sin()
        + 0.000_289 * (3.0 * anomaly).sin();
    let node = (125.04 - 1_934.136 * t).to_radians();
    (mean + centre - 0.005_69 - 0.004_78 * node.sin()).rem_euclid(360.0)
}

/// The moment of the `k`-th new moon since January 2000, as a Julian day in universal time.
fn new_moon(k: i32) -> f64 {
    let k = f64::from(k);
    let t = k / 1_236.85;
    let sun = (2.5534 + 29.105_356_70 * k).to_radians();
    let moon = (201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t).to_radians();
    let latitude = (160.7108 + 390.670_502_84 * k).to_radians();
    let node = (124.7746 - 1.563_755_88 * k).to_radians();
    let mean = 2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t * t;
    // Dynamical time runs ahead of universal time by about a minute in these centuries.
    mean - 0.407_20 * moon.sin()
        + 0.172_41 * sun.sin()
        + 0.016_08 * (2.0 * moon).sin()
        + 0.010_39 * (2.0 * latitude).sin()
        + 0.007_39 * (moon - sun).sin()
        - 0.005_14 * (moon + sun).sin()
        + 0.002_08 * (2.0 * sun).sin()
        - 0.001_11 * (moon - 2.0 * latitude).sin()
        - 0.000_57 * (moon + 2.0 * latitude).sin()
        + 0.000_56 * (2.0 * moon + sun).sin()
        - 0.000_42 * (3.0 * moon).sin()
        + 0.000_42 * (sun + 2.0 * latitude).sin()
        + 0.000_38 * (sun - 2.0 * latitude).sin()
        - 0.000_24 * (2.0 * moon - sun).sin()
        - 0.000_17 * node.sin()
        - 0.000_8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(feast: Feast, year: i32, month: u32, on: u32) {
        assert_eq!(
            day(feast, year),
            NaiveDate::from_ymd_opt(year, month, on),
            "{feast:?} {year}"
        );
    }

    #[test]
    fn computed_holidays() {
        is(Feast::Easter(0), 2000, 4, 23);
        is(Feast::Easter(0), 2024, 3, 31);
        is(Feast::Easter(-2), 2025, 4, 18);
        for (year, month, on) in [
            (2020, 1, 25),
            (2021, 2, 12),
            (2022, 2, 1),
            (2023, 1, 22),
            (2024, 2, 10),
            (2025, 1, 29),
            (2026, 2, 17),
        ] {
            is(Feast::Lunar(LunarFeast::NewYear), year, month, on);
        }
        for (year, month, on) in [
            (2020, 10, 1),
            (2021, 9, 21),
            (2022, 9, 10),
            (2023, 9, 29),
            (2024, 9, 17),
            (2025, 10, 6),
        ] {
            is(Feast::Lunar(LunarFeast::Autumn), year, month, on);
        }
        is(Feast::Nth(5, 1, 5), 2024, 5, 27);
        is(Feast::Nth(11, 4, 4), 1999, 11, 25);
        is(Feast::ElectionDay, 1998, 11, 3);
    }
}
