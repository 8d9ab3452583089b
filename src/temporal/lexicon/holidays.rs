//! Holidays with known dates: one row a name.

use super::Word;
use crate::text::token::pack;

/// How the day of a holiday follows from the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feast {
    /// The same month and day every year.
    Fixed(u8, u8),
    /// The n-th weekday of a month (Monday = 1); n = 5 means the last.
    Nth(u8, u8, u8),
    /// Days from (western) Easter Sunday.
    Easter(i16),
    /// Days from the first day of a month of the Chinese calendar.
    Lunar(LunarFeast),
    /// A feast of the Hebrew calendar.
    Hebrew(HebrewFeast),
    /// A feast of the Islamic calendar.
    Islamic(IslamicFeast),
    /// The Hindu feast of lights, at the new moon between October and November.
    Diwali,
    /// The Tuesday after the first Monday of November, in even years as elections fall.
    ElectionDay,
    /// Days from the n-th weekday of a month: Black Friday is the day after the fourth Thursday of
    /// November.
    After(u8, u8, u8, u8),
    /// The first Tuesday of March in years of a presidential election in the United States.
    SuperTuesday,
}

/// Feasts of the East Asian lunisolar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LunarFeast {
    NewYear,
    Autumn,
}

/// Feasts of the Hebrew calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HebrewFeast {
    Purim,
    Passover,
    Shavuot,
    RoshHashanah,
    YomKippur,
    Sukkot,
    Hanukkah,
}

/// Feasts of the Islamic calendar, and its month of fasting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IslamicFeast {
    Ramadan,
    EidAlFitr,
    EidAlAdha,
}

/// A holiday's name, word by word ("'" and "-" are not counted), and its day.
pub(crate) type Row = (&'static [u128], Feast);

macro_rules! feast {
    ($($word:literal)+ => $feast:expr) => {
        (&[$(pack($word)),+] as &[u128], $feast)
    };
}

/// Longer names before shorter ones that they begin with.
const HOLIDAYS: &[Row] = &[
    feast!("new" "year" "s" "eve" => Feast::Fixed(12, 31)),
    feast!("new" "year" "s" "day" => Feast::Fixed(1, 1)),
    feast!("new" "years" "eve" => Feast::Fixed(12, 31)),
    feast!("new" "years" "day" => Feast::Fixed(1, 1)),
    feast!("christmas" "eve" => Feast::Fixed(12, 24)),
    feast!("christmas" "day" => Feast::Fixed(12, 25)),
    feast!("christmas" => Feast::Fixed(12, 25)),
    feast!("xmas" => Feast::Fixed(12, 25)),
    feast!("boxing" "day" => Feast::Fixed(12, 26)),
    feast!("halloween" => Feast::Fixed(10, 31)),
    feast!("valentine" "s" "day" => Feast::Fixed(2, 14)),
    feast!("patrick" "s" "day" => Feast::Fixed(3, 17)),
    feast!("george" "s" "day" => Feast::Fixed(4, 23)),
    feast!("andrew" "s" "day" => Feast::Fixed(11, 30)),
    feast!("david" "s" "day" => Feast::Fixed(3, 1)),
    feast!("burns" "night" => Feast::Fixed(1, 25)),
    feast!("bonfire" "night" => Feast::Fixed(11, 5)),
    feast!("guy" "fawkes" "night" => Feast::Fixed(11, 5)),
    feast!("guy" "fawkes" "day" => Feast::Fixed(11, 5)),
    feast!("cinco" "de" "mayo" => Feast::Fixed(5, 5)),
    feast!("flag" "day" => Feast::Fixed(6, 14)),
    feast!("international" "women" "s" "day" => Feast::Fixed(3, 8)),
    feast!("international" "workers" "day" => Feast::Fixed(5, 1)),
    feast!("world" "aids" "day" => Feast::Fixed(12, 1)),
    feast!("groundhog" "day" => Feast::Fixed(2, 2)),
    feast!("earth" "day" => Feast::Fixed(4, 22)),
    feast!("juneteenth" => Feast::Fixed(6, 19)),
    feast!("independence" "day" => Feast::Fixed(7, 4)),
    feast!("bastille" "day" => Feast::Fixed(7, 14)),
    feast!("liberation" "day" => Feast::Fixed(8, 15)),
    feast!("armistice" "day" => Feast::Fixed(11, 11)),
    feast!("remembrance" "day" => Feast::Fixed(11, 11)),
    feast!("veterans" "day" => Feast::Fixed(11, 11)),
    feast!("anzac" "day" => Feast::Fixed(4, 25)),
    feast!("australia" "day" => Feast::Fixed(1, 26)),
    feast!("canada" "day" => Feast::Fixed(7, 1)),
    feast!("hangul" "day" => Feast::Fixed(10, 9)),
    feast!("inauguration" "day" => Feast::Fixed(1, 20)),
    feast!("martin" "luther" "king" "jr" "day" => Feast::Nth(1, 1, 3)),
    feast!("mlk" "day" => Feast::Nth(1, 1, 3)),
    feast!("may" "day" => Feast::Fixed(5, 1)),
    feast!("april" "fools" "day" => Feast::Fixed(4, 1)),
    feast!("april" "fool" "s" "day" => Feast::Fixed(4, 1)),
    feast!("martin" "luther" "king" "day" => Feast::Nth(1, 1, 3)),
    feast!("presidents" "day" => Feast::Nth(2, 1, 3)),
    feast!("mother" "s" "day" => Feast::Nth(5, 7, 2)),
    feast!("memorial" "day" => Feast::Nth(5, 1, 5)),
    feast!("father" "s" "day" => Feast::Nth(6, 7, 3)),
    feast!("labor" "day" => Feast::Nth(9, 1, 1)),
    feast!("columbus" "day" => Feast::Nth(10, 1, 2)),
    feast!("thanksgiving" "day" => Feast::Nth(11, 4, 4)),
    feast!("thanksgiving" => Feast::Nth(11, 4, 4)),
    feast!("black" "friday" => Feast::After(11, 4, 4, 1)),
    feast!("cyber" "monday" => Feast::After(11, 4, 4, 4)),
    feast!("giving" "tuesday" => Feast::After(11, 4, 4, 5)),
    feast!("super" "tuesday" => Feast::SuperTuesday),
    feast!("mardi" "gras" => Feast::Easter(-47)),
    feast!("shrove" "tuesday" => Feast::Easter(-47)),
    feast!("fat" "tuesday" => Feast::Easter(-47)),
    feast!("holy" "thursday" => Feast::Easter(-3)),
    feast!("holy" "saturday" => Feast::Easter(-1)),
    feast!("ascension" "day" => Feast::Easter(39)),
    feast!("whit" "sunday" => Feast::Easter(49)),
    feast!("whit" "monday" => Feast::Easter(50)),
    feast!("election" "day" => Feast::ElectionDay),
    feast!("ash" "wednesday" => Feast::Easter(-46)),
    feast!("palm" "sunday" => Feast::Easter(-7)),
    feast!("maundy" "thursday" => Feast::Easter(-3)),
    feast!("good" "friday" => Feast::Easter(-2)),
    feast!("easter" "sunday" => Feast::Easter(0)),
    feast!("easter" "monday" => Feast::Easter(1)),
    feast!("easter" => Feast::Easter(0)),
    feast!("pentecost" => Feast::Easter(49)),
    feast!("lunar" "new" "year" => Feast::Lunar(LunarFeast::NewYear)),
    feast!("chinese" "new" "year" => Feast::Lunar(LunarFeast::NewYear)),
    feast!("seollal" => Feast::Lunar(LunarFeast::NewYear)),
    feast!("chuseok" => Feast::Lunar(LunarFeast::Autumn)),
    feast!("purim" => Feast::Hebrew(HebrewFeast::Purim)),
    feast!("passover" => Feast::Hebrew(HebrewFeast::Passover)),
    feast!("shavuot" => Feast::Hebrew(HebrewFeast::Shavuot)),
    feast!("rosh" "hashanah" => Feast::Hebrew(HebrewFeast::RoshHashanah)),
    feast!("rosh" "hashana" => Feast::Hebrew(HebrewFeast::RoshHashanah)),
    feast!("yom" "kippur" => Feast::Hebrew(HebrewFeast::YomKippur)),
    feast!("sukkot" => Feast::Hebrew(HebrewFeast::Sukkot)),
    feast!("hanukkah" => Feast::Hebrew(HebrewFeast::Hanukkah)),
    feast!("chanukah" => Feast::Hebrew(HebrewFeast::Hanukkah)),
    feast!("ramadan" => Feast::Islamic(IslamicFeast::Ramadan)),
    feast!("eid" "al" "fitr" => Feast::Islamic(IslamicFeast::EidAlFitr)),
    feast!("eid" "ul" "fitr" => Feast::Islamic(IslamicFeast::EidAlFitr)),
    feast!("eid" "al" "adha" => Feast::Islamic(IslamicFeast::EidAlAdha)),
    feast!("eid" "ul" "adha" => Feast::Islamic(IslamicFeast::EidAlAdha)),
    feast!("diwali" => Feast::Diwali),
    feast!("deepavali" => Feast::Diwali),
];

/// Every word that begins the name of a holiday, but for the months' own.
pub(super) const FEASTS: &[&str] = &[
    "christmas",
    "xmas",
    "easter",
    "thanksgiving",
    "halloween",
    "new",
    "independence",
    "labor",
    "labour",
    "memorial",
    "veterans",
    "valentine",
    "good",
    "palm",
    "ash",
    "chuseok",
    "seollal",
    "lunar",
    "boxing",
    "election",
    "martin",
    "mlk",
    "presidents",
    "columbus",
    "mother",
    "father",
    "groundhog",
    "patrick",
    "pentecost",
    "juneteenth",
    "earth",
    "liberation",
    "armistice",
    "remembrance",
    "bastille",
    "inauguration",
    "maundy",
    "constitution",
    "hangul",
    "chinese",
    "anzac",
    "australia",
    "canada",
    "black",
    "cyber",
    "giving",
    "super",
    "george",
    "andrew",
    "david",
    "burns",
    "bonfire",
    "guy",
    "cinco",
    "flag",
    "international",
    "world",
    "mardi",
    "shrove",
    "fat",
    "holy",
    "ascension",
    "whit",
    "purim",
    "passover",
    "shavuot",
    "rosh",
    "yom",
    "sukkot",
    "hanukkah",
    "chanukah",
    "ramadan",
    "eid",
    "diwali",
    "deepavali",
];

/// The rows of [`HOLIDAYS`] among which the names that begin with each word of [`FEASTS`] stand.
const ROWS: [(usize, usize); FEASTS.len()] = {
    let mut rows = [(0, 0); FEASTS.len()];
    let mut feast = 0;
    while feast < FEASTS.len() {
        let key = pack(FEASTS[feast]);
        let (mut first, mut end) = (HOLIDAYS.len(), 0);
        let mut row = 0;
        while row < HOLIDAYS.len() {
            if HOLIDAYS[row].0[0] == key {
                end = row + 1;
                if row < first {
                    first = row;
                }
            }
            row += 1;
        }
        if first < end {
            rows[feast] = (first, end);
        }
        feast += 1;
    }
    rows
};

/// The holidays whose names can begin with `word`, and perhaps others.
pub(crate) fn holidays(word: Word) -> &'static [Row] {
    match word {
        Word::Feast(feast) => {
            let (first, end) = ROWS[usize::from(feast)];
            &HOLIDAYS[first..end]
        }
        _ => HOLIDAYS,
    }
}
