//! Deeds that a report tells of again and again, by their verbs and their nouns: "was shot on
//! June 3", "the killing".

use crate::text::token::pack;

/// What was done, whichever word says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Killing,
    Blast,
    Crash,
    Quake,
    Raid,
    Invasion,
    Arrest,
    Wedding,
}

impl Deed {
    /// How many there are.
    pub(crate) const COUNT: usize = 8;

    /// Its place among them.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    /// The deed that a word (packed) tells of.
    pub(crate) const fn of(word: u128) -> Option<Self> {
        const fn any(words: &[u128], word: u128) -> bool {
            let mut i = 0;
            while i < words.len() {
                if words[i] == word {
                    return true;
                }
                i += 1;
            }
            false
        }
        if word == 0 {
            return None;
        }
        let mut i = 0;
        while i < WORDS.len() {
            if any(WORDS[i].1, word) {
                return Some(WORDS[i].0);
            }
            i += 1;
        }
        None
    }
}

/// The words of each deed.
const WORDS: [(Deed, &[u128]); Deed::COUNT] = [
    (
        Deed::Killing,
        &[
            pack("shot"),
            pack("shooting"),
            pack("killed"),
            pack("killing"),
            pack("slain"),
            pack("slaying"),
            pack("murder"),
            pack("murdered"),
            pack("stabbed"),
            pack("stabbing"),
            pack("death"),
            pack("assassinated"),
            pack("assassination"),
        ],
    ),
    (
        Deed::Blast,
        &[
            pack("bombed"),
            pack("bombing"),
            pack("bombings"),
            pack("blast"),
            pack("blasts"),
            pack("explosion"),
            pack("explosions"),
            pack("exploded"),
        ],
    ),
    (Deed::Crash, &[pack("crash"), pack("crashed")]),
    (Deed::Quake, &[pack("earthquake"), pack("quake")]),
    (
        Deed::Raid,
        &[
            pack("attack"),
            pack("attacks"),
            pack("attacked"),
            pack("raid"),
            pack("raided"),
        ],
    ),
    (
        Deed::Invasion,
        &[pack("invasion"), pack("invaded"), pack("invade")],
    ),
    (
        Deed::Arrest,
        &[pack("arrest"), pack("arrests"), pack("arrested")],
    ),
    (
        Deed::Wedding,
        &[pack("wedding"), pack("wed"), pack("married")],
    ),
];
