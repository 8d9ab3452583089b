//! Kinds of events that a report tells of again and again, by their verbs and their nouns: "was shot on
//! June 3", "the killing".

use crate::text::token::pack;

/// What was done, whichever word says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventType {
    Killing,
    Blast,
    Crash,
    Quake,
    Raid,
    Invasion,
    Arrest,
    Wedding,
}

impl EventType {
    /// How many there are.
    pub(crate) const COUNT: usize = 8;

    /// Its place among them.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    /// The event that a word (packed) tells of.
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

/// The words of each event.
const WORDS: [(EventType, &[u128]); EventType::COUNT] = [
    (
        EventType::Killing,
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
        EventType::Blast,
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
    (
        EventType::Crash,
        &[
            pack("accident"),
            pack("collision"),
            pack("crash"),
            pack("crashed"),
        ],
    ),
    (EventType::Quake, &[pack("earthquake"), pack("quake")]),
    (
        EventType::Raid,
        &[
            pack("attack"),
            pack("attacks"),
            pack("attacked"),
            pack("raid"),
            pack("raided"),
        ],
    ),
    (
        EventType::Invasion,
        &[pack("invasion"), pack("invaded"), pack("invade")],
    ),
    (
        EventType::Arrest,
        &[pack("arrest"), pack("arrests"), pack("arrested")],
    ),
    (
        EventType::Wedding,
        &[pack("wedding"), pack("wed"), pack("married")],
    ),
];
