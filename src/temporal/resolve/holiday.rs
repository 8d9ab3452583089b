//! The day of a holiday in a year.

use chrono::{NaiveDate, Weekday};

use super::point::add_days;
use super::{hebrew, moon};
use crate::temporal::lexicon::holidays::{Feast, HebrewFeast};
use crate::temporal::recognize::When;

/// The days of `feast` in `year`, where they can be known.
pub(super) fn days(feast: Feast, year: i32) -> impl Iterator<Item = NaiveDate> {
    let islamic = match feast {
        Feast::Islamic(feast) => Some(moon::islamic(feast, year)),
        _ => None,
    };
    day_of(feast, year)
        .into_iter()
        .chain(islamic.into_iter().flatten())
}

/// The (first) day of `feast` in `year`, where it can be known.
pub(super) fn day(feast: Feast, year: i32) -> Option<NaiveDate> {
    days(feast, year).next()
}

/// How many years away the feast may be held from any year.
pub(super) const fn reach(feast: Feast) -> i32 {
    if matches!(feast, Feast::SuperTuesday) {
        3
    } else {
        1
    }
}

/// How many days a feast that begins on `first` lasts, where they all are meant by its name.
pub(super) fn lasts(feast: Feast, first: NaiveDate) -> Option<u64> {
    match feast {
        Feast::Islamic(feast) => moon::islamic_days(feast, first),
        Feast::Hebrew(HebrewFeast::Hanukkah) => Some(8),
        Feast::Hebrew(HebrewFeast::Passover) => Some(7),
        _ => None,
    }
}

/// Whether a date is that of a feast whose day depends on when the crescent is seen.
pub(super) const fn sighted(when: When) -> bool {
    matches!(
        when,
        When::Holiday(Feast::Islamic(_), _) | When::HolidayShift(Feast::Islamic(_), _)
    )
}

/// The day of `feast` in `year` by the calendars whose year is as long as ours.
fn day_of(feast: Feast, year: i32) -> Option<NaiveDate> {
    match feast {
        Feast::Fixed(month, day) => NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day)),
        Feast::Nth(month, weekday, n) => nth(year, month, weekday, n),
        Feast::Easter(days) => add_days(easter(year)?, i64::from(days)),
        Feast::Lunar(feast) => moon::lunar(feast, year),
        Feast::Hebrew(feast) => hebrew::day(feast, year),
        Feast::Diwali => moon::diwali(year),
        Feast::Islamic(_) => None,
        Feast::ElectionDay => nth(year, 11, 1, 1)?.succ_opt(),
        Feast::After(month, weekday, n, days) => {
            add_days(nth(year, month, weekday, n)?, i64::from(days))
        }
        Feast::SuperTuesday => (year % 4 == 0).then(|| nth(year, 3, 2, 1)).flatten(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temporal::lexicon::holidays::{IslamicFeast, LunarFeast};

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
        for (feast, year, month, on) in [
            (HebrewFeast::RoshHashanah, 2010, 9, 9),
            (HebrewFeast::RoshHashanah, 2013, 9, 5),
            (HebrewFeast::RoshHashanah, 2020, 9, 19),
            (HebrewFeast::YomKippur, 1973, 10, 6),
            (HebrewFeast::YomKippur, 2012, 9, 26),
            (HebrewFeast::Sukkot, 2023, 9, 30),
            (HebrewFeast::Hanukkah, 2010, 12, 2),
            (HebrewFeast::Hanukkah, 2013, 11, 28),
            (HebrewFeast::Hanukkah, 2024, 12, 26),
            (HebrewFeast::Purim, 2014, 3, 16),
            (HebrewFeast::Passover, 2011, 4, 19),
            (HebrewFeast::Passover, 2025, 4, 13),
            (HebrewFeast::Shavuot, 2021, 5, 17),
        ] {
            is(Feast::Hebrew(feast), year, month, on);
        }
        for (feast, year, month, on) in [
            (IslamicFeast::Ramadan, 2010, 8, 11),
            (IslamicFeast::Ramadan, 2024, 3, 11),
            (IslamicFeast::EidAlFitr, 2011, 8, 30),
            (IslamicFeast::EidAlFitr, 2022, 5, 2),
            (IslamicFeast::EidAlAdha, 2006, 1, 10),
            (IslamicFeast::EidAlAdha, 2013, 10, 15),
            (IslamicFeast::EidAlAdha, 2023, 6, 28),
        ] {
            is(Feast::Islamic(feast), year, month, on);
        }
        assert_eq!(
            days(Feast::Islamic(IslamicFeast::EidAlFitr), 2000).count(),
            2
        );
        for (year, month, on) in [
            (2009, 10, 17),
            (2012, 11, 13),
            (2017, 10, 19),
            (2020, 11, 14),
            (2022, 10, 24),
            (2023, 11, 12),
        ] {
            is(Feast::Diwali, year, month, on);
        }
        is(Feast::Nth(5, 1, 5), 2024, 5, 27);
        is(Feast::Nth(11, 4, 4), 1999, 11, 25);
        is(Feast::ElectionDay, 1998, 11, 3);
        is(Feast::After(11, 4, 4, 1), 2023, 11, 24);
        is(Feast::SuperTuesday, 2020, 3, 3);
        assert_eq!(day(Feast::SuperTuesday, 2022), None);
    }
}
