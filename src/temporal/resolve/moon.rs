//! Feasts that the moon sets: of the Chinese, the Islamic and the Hindu calendar.

use chrono::{Datelike, NaiveDate};

use super::point::add_days;
use crate::temporal::lexicon::holidays::{IslamicFeast, LunarFeast};

/// The years in which the new moons are good to a few minutes.
const MOONS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// The days of `feast` in `year`: two in a year that holds two of them, as the Islamic year is
/// eleven days shorter.
///
/// A month begins with the evening on which the crescent is first seen. That is reckoned here as
/// the day after the conjunction where that comes before noon UTC, else the one after it, which
/// meets six in seven of the days that Saudi Arabia proclaimed from 2000 to 2025 and is a day off
/// in the others; countries differ by a day as well. Beyond the reach of the new moons it is the
/// tabular calendar's (Calendrical Calculations, ch. 7).
pub(super) fn islamic(feast: IslamicFeast, year: i32) -> impl Iterator<Item = NaiveDate> {
    let (month, day) = match feast {
        IslamicFeast::Ramadan => (9, 1),
        IslamicFeast::EidAlFitr => (10, 1),
        IslamicFeast::EidAlAdha => (12, 10),
    };
    // 33 years of the one are 34 of the other, counted from 622.
    let about = (i64::from(year) - 622) * 33 / 32;
    (about - 1..=about + 2)
        .filter_map(move |of| add_days(crescent(of, month)?, day - 1))
        .filter(move |date| (1..=9999).contains(&year) && date.year() == year)
}

/// How many days a feast of the Islamic calendar lasts from `first`, where it lasts a month.
pub(super) fn islamic_days(feast: IslamicFeast, first: NaiveDate) -> Option<u64> {
    if feast != IslamicFeast::Ramadan {
        return None;
    }
    let next = (first.year()..=first.year() + 1)
        .flat_map(|year| islamic(IslamicFeast::EidAlFitr, year))
        .find(|day| *day > first)?;
    u64::try_from((next - first).num_days()).ok()
}

/// The first day of a month of the Islamic calendar.
fn crescent(year: i64, month: i64) -> Option<NaiveDate> {
    let days = 29 * (month - 1) + month / 2 + (year - 1) * 354 + (3 + 11 * year).div_euclid(30);
    // Day 1 of the calendar is 16 July 622 (Julian).
    let tabular = NaiveDate::from_num_days_from_ce_opt(i32::try_from(227_015 + days).ok()?)?;
    if !MOONS.contains(&tabular.year()) {
        return Some(tabular);
    }
    let number = f64::from(tabular.num_days_from_ce());
    // The new moon before the tabular day: the conjunction is a day or two earlier.
    let lunation = ((number - 1.0 + DAY_ZERO - 2_451_550.1) / 29.530_588_861).round() as i32;
    let moment = new_moon(lunation) - DAY_ZERO;
    let late = moment.rem_euclid(1.0) >= 0.5;
    NaiveDate::from_num_days_from_ce_opt(moment.floor() as i32 + if late { 2 } else { 1 })
}

/// The Julian day at which day 0 before 1 January of the year 1 begins.
const DAY_ZERO: f64 = 1_721_424.5;

/// Diwali: the day on whose evening in India the moon of Ashvin is gone, before the new moon that
/// follows the sun's entry into sidereal Libra (183.85° east of Aries in 2000, moving by 1.4° a
/// century: Lahiri's ayanamsha). Where the new moon falls at sunset, regions keep different days.
pub(super) fn diwali(year: i32) -> Option<NaiveDate> {
    if !MOONS.contains(&year) {
        return None;
    }
    let libra = 180.0 + 23.85 + f64::from(year - 2000) * 0.013_97;
    let mut entry = NaiveDate::from_ymd_opt(year, 10, 10)?;
    let start = |day: NaiveDate| f64::from(day.num_days_from_ce()) + DAY_ZERO;
    while !reached(sun(start(entry)), libra) {
        entry = entry.succ_opt()?;
    }
    let mut lunation = ((f64::from(year) + 0.75 - 2000.0) * 12.3685).floor() as i32 - 1;
    while new_moon(lunation) < start(entry) {
        lunation += 1;
    }
    // The last sunset in India, at noon UTC, before the new moon.
    let day = (new_moon(lunation) - 0.5 - DAY_ZERO).floor();
    NaiveDate::from_num_days_from_ce_opt(day as i32)
}

/// New Year and the autumn feast (15th day of the eighth month) of the Chinese calendar.
///
/// A month begins on the day of the new moon at Beijing. The first month holds
/// the sun's entry into Pisces (longitude 330°), the eighth its entry into
/// Libra (180°); so the feast follows from the last new moon before that entry.
/// New moons by the mean lunation with the largest periodic terms of Meeus
/// (Astronomical Algorithms, ch. 49), good to a few minutes between 1900 and 2100.
pub(super) fn lunar(feast: LunarFeast, year: i32) -> Option<NaiveDate> {
    if !MOONS.contains(&year) {
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
    f64::from(day.num_days_from_ce()) + DAY_ZERO - 8.0 / 24.0
}

/// The day at Beijing on which the moment `jd` falls.
fn from_julian(jd: f64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt((jd + 8.0 / 24.0 - DAY_ZERO).floor() as i32)
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
