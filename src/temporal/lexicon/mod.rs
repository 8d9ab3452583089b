//! The words of time, as tables.
//!
//! A word is looked up by its packed letters in a hash table that the compiler
//! builds from `words.rs` and `verbs.rs`: nothing is built at start-up. To teach the
//! tagger a word, add a row.

pub(crate) mod classes;
pub(crate) mod event_types;
pub(crate) mod holidays;
mod verbs;
mod words;

use crate::text::token::{Kind, Token, pack};
use holidays::FEASTS;
use verbs::VERBS;
use words::WORDS;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A part of the day (TIMEX3 `TMO TMI TAF TEV TNI TDT`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Morning,
    Midday,
    Noon,
    Afternoon,
    Evening,
    Night,
    Midnight,
    Daytime,
}

/// A season (TIMEX3 `-SP -SU -FA -WI`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// What a word can mean to the tagger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Word {
    /// Nothing to do with time.
    #[default]
    None,
    /// A month's name, 1–12.
    Month(u8),
    /// A month's abbreviation, 1–12.
    MonthShort(u8),
    /// A weekday's name, Monday = 1.
    Weekday(u8),
    /// Several of them: "Tuesdays".
    Weekdays(u8),
    /// A weekday's abbreviation.
    WeekdayShort(u8),
    /// A unit of time in the singular.
    Unit(Unit),
    /// A unit of time in the plural.
    Units(Unit),
    /// A unit of time abbreviated: "yr", "hrs", "mins".
    UnitShort(Unit),
    /// A number word below twenty.
    Cardinal(u8),
    /// Twenty to ninety.
    Tens(u8),
    /// "sixties": the ten years from 1960 on.
    Decades(u8),
    /// Hundred, thousand, million …
    Power(u64),
    /// First to twentieth, thirtieth.
    Ordinal(u8),
    /// A part of the day.
    Part(Part),
    /// Several of them: "mornings".
    Parts(Part),
    Season(Season),
    Seasons(Season),
    /// "daily", "weekly" …: once each unit.
    Every(Unit),
    /// "semiannual": once in so many units.
    Cycle(u8, Unit),
    /// "weeklong": as long as one unit.
    Lasting(Unit),
    /// A word that stands for now, the past or the future.
    Now,
    Currently,
    Recently,
    Soon,
    Once,
    Present,
    /// "date": the present behind "to".
    Date,
    Future,
    Past,
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    Overnight,
    // Words that point.
    Last,
    Next,
    This,
    These,
    That,
    Those,
    The,
    A,
    Another,
    Previous,
    Following,
    Coming,
    Same,
    Current,
    /// "former", which a history marks as past.
    Former,
    Recent,
    Other,
    Ago,
    Later,
    Earlier,
    Before,
    After,
    From,
    To,
    Between,
    And,
    Or,
    Of,
    In,
    On,
    At,
    By,
    Until,
    Since,
    During,
    Within,
    For,
    Over,
    Per,
    Through,
    Throughout,
    Early,
    Late,
    Mid,
    End,
    Beginning,
    Start,
    Middle,
    Turn,
    Rest,
    Close,
    Latter,
    Half,
    Each,
    All,
    Few,
    Several,
    Many,
    Some,
    Couple,
    Dozen,
    Dozens,
    Twice,
    Times,
    About,
    Nearly,
    More,
    Less,
    Fewer,
    Than,
    Least,
    Most,
    Only,
    Just,
    Under,
    Fiscal,
    Academic,
    Full,
    Long,
    Old,
    Clock,
    Am,
    Pm,
    Zone,
    Bc,
    Ad,
    St,
    Nd,
    Rd,
    Th,
    S,
    T,
    Z,
    // Verbs and what governs them, for the tense of a clause.
    WillVerb,
    WouldVerb,
    PastVerb,
    PresentVerb,
    Plan,
    /// "Q" and "H" before a number: quarters and halves.
    Q,
    H,
    /// A present form that says what is arranged: "arrives", "they meet".
    Comes,
    /// A verb of intent, a plan before "to": "decided to close in March".
    Aims,
    /// "set", "forecast": a plan before "to" and "for".
    Set,
    May,
    /// A word that begins the name of a holiday: which of them.
    Feast(u8),
    /// Digits.
    Number,
}

impl Word {
    /// Whether an expression can begin with this word.
    pub(crate) const fn starts(self) -> bool {
        !matches!(
            self,
            Self::None
                | Self::WillVerb
                | Self::WouldVerb
                | Self::PastVerb
                | Self::PresentVerb
                | Self::Plan
                | Self::Aims
                | Self::Decades(_)
                | Self::Comes
                | Self::Set
                | Self::Of
                | Self::In
                | Self::On
                | Self::And
                | Self::Or
                | Self::To
                | Self::For
                | Self::By
                | Self::From
                | Self::Before
                | Self::After
                | Self::S
                | Self::T
                | Self::Th
                | Self::Am
                | Self::Pm
                | Self::Zone
                | Self::Z
                | Self::Ago
                | Self::Than
        )
    }
}

/// Slots of the hash table: a power of two, at most half full.
const SLOTS: usize = 2048;

const fn hash(key: u128) -> u64 {
    let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(29);
    folded.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

const fn slot(key: u128) -> usize {
    (hash(key) >> 53) as usize
}

/// How many rows the lexicon has.
const ROWS: usize = WORDS.len() + VERBS.len() + FEASTS.len();

/// The i-th row of the lexicon.
const fn row(i: usize) -> (&'static str, Word) {
    if i < WORDS.len() {
        WORDS[i]
    } else if i < WORDS.len() + VERBS.len() {
        VERBS[i - WORDS.len()]
    } else {
        let feast = i - WORDS.len() - VERBS.len();
        (FEASTS[feast], Word::Feast(feast as u8))
    }
}

/// Which of 16,384 hashes a word of the lexicon has: two kilobytes that tell most words apart from
/// the lexicon's without a look at the table, which is too large for the nearest cache.
static KNOWN: [u64; 256] = {
    let mut known = [0u64; 256];
    let mut i = 0;
    while i < ROWS {
        let hash = hash(pack(row(i).0)) >> 50;
        known[(hash >> 6) as usize] |= 1 << (hash & 63);
        i += 1;
    }
    known
};

/// The table: packed letters and meaning, open addressing with linear probing.
static TABLE: [(u128, Word); SLOTS] = {
    let mut table = [(0u128, Word::None); SLOTS];
    let mut i = 0;
    while i < ROWS {
        let (word, meaning) = row(i);
        let key = pack(word);
        assert!(key != 0, "a word of the lexicon is too long");
        let mut at = slot(key);
        while table[at].0 != 0 {
            assert!(table[at].0 != key, "a word stands twice in the lexicon");
            at = (at + 1) % SLOTS;
        }
        table[at] = (key, meaning);
        i += 1;
    }
    table
};

/// What `token` means.
#[inline]
pub(crate) fn look_up(token: &Token) -> Word {
    match token.kind {
        Kind::Number => Word::Number,
        Kind::Word if token.key != 0 => {
            let hash = hash(token.key) >> 50;
            if KNOWN[(hash >> 6) as usize] >> (hash & 63) & 1 == 0 {
                return Word::None;
            }
            let mut at = slot(token.key);
            loop {
                let (key, word) = TABLE[at];
                if key == token.key {
                    return word;
                }
                if key == 0 {
                    return Word::None;
                }
                at = (at + 1) % SLOTS;
            }
        }
        _ => Word::None,
    }
}
