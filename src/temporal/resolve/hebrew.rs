//! Feasts of the Hebrew calendar, by its arithmetic: exact in every year.
//!
//! The rules are those of Dershowitz and Reingold, Calendrical Calculations, ch. 8. A feast begins
//! with the evening before the day that is given here.

use chrono::NaiveDate;

use super::point::add_days;
use crate::temporal::lexicon::holidays::HebrewFeast;

/// The day number of 1 Tishri of the year 1 (day 1 is 1 January of the year 1).
const EPOCH: i64 = -1_373_427;

/// The years of creation at the end of the year 0.
const CREATION: i64 = 3760;

/// The day of `feast` in the Gregorian year `year`.
pub(super) fn day(feast: HebrewFeast, year: i32) -> Option<NaiveDate> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    // The year that begins in the autumn of this one.
    let autumn = i64::from(year) + CREATION + 1;
    let new_year = new_year(autumn);
    // From 15 Nisan to 1 Tishri there are always as many days.
    let passover = new_year - 163;
    let number = match feast {
        HebrewFeast::Purim => passover - 30,
        HebrewFeast::Passover => passover,
        HebrewFeast::Shavuot => passover + 50,
        HebrewFeast::RoshHashanah => new_year,
        HebrewFeast::YomKippur => new_year + 9,
        HebrewFeast::Sukkot => new_year + 14,
        HebrewFeast::Hanukkah => {
            // Heshvan, the second month, has a day more in a year of 355 or 385 days.
            let long = (self::new_year(autumn + 1) - new_year) % 10 == 5;
            new_year + 83 + i64::from(long)
        }
    };
    add_days(NaiveDate::from_num_days_from_ce_opt(0)?, number)
}

/// Days from the epoch to the new year of `year`, before the last two postponements.
const fn elapsed(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    day + ((3 * (day + 1)).rem_euclid(7) < 3) as i64
}

/// The day number of 1 Tishri of `year`.
const fn new_year(year: i64) -> i64 {
    let (last, this, next) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    // No year may have 356 days, none before a leap year 382.
    let postponed = if next - this == 356 {
        2
    } else {
        (this - last == 382) as i64
    };
    EPOCH + this + postponed
}
