//! Items as the engine reads them: letters transposed, 64 texts side by side,
//! and for every letter one bit a text that says whether the text has it, and one
//! for each eighth of the text.
//!
//! About 41 bytes more an item than it has letters. The texts themselves are not
//! kept here: the few that have to be scored exactly are folded again.

use std::{cmp::Reverse, ops::Range, sync::Mutex, thread};

use chrono::Datelike;

use super::{
    Item,
    alphabet::{Alphabet, presence_bit},
    eighths::Eighths,
    encode::encode,
    lanes::{END, LANES, START_BIT},
    memory::Memory,
    rank::Class,
};
use crate::corpus::guard;

/// Most groups in a block.
pub(super) const GROUPS: usize = 64;
/// Most texts in a block: what a thread takes at a time, small enough to be
/// scanned in a fraction of a millisecond.
const BLOCK: usize = GROUPS * LANES;
/// Presence bits a text.
const PRESENCE: usize = 64;
/// The bit of an entry that says that the item's further words are searched too.
const WITH_MORE: u32 = 1 << 31;
/// The day of an item without a date.
const NO_DAY: i32 = i32::MIN;

/// An item, or an item with its further words: what one lane holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry(u32);

impl Entry {
    /// The item of this index without its further words.
    #[cfg(test)]
    pub(super) fn alone(item: u32) -> Self {
        Self(item)
    }

    /// The index of the item.
    pub(super) fn item(self) -> usize {
        (self.0 & !WITH_MORE) as usize
    }

    /// Whether the item's further words belong to the text.
    pub(super) fn with_more(self) -> bool {
        self.0 & WITH_MORE != 0
    }

    /// What a match in this lane weighs.
    pub(super) fn class(self, items: &[Item]) -> Class {
        if self.with_more() {
            Class::More
        } else {
            Class::of(&items[self.item()])
        }
    }
}

/// All entries, transposed.
#[derive(Debug)]
pub(super) struct Plane {
    /// The codes of the letters.
    pub(super) alphabet: Alphabet,
    /// The entries by class, date (newest first), length and index: the order of equals.
    pub(super) entries: Vec<Entry>,
    /// What is scanned together, in the order of the entries.
    pub(super) blocks: Vec<Block>,
    /// The letters, block after block, group after group, column after column; each
    /// group ends with a column of [`END`].
    cells: Memory,
    /// For each presence bit one word a group, of all groups: a letter's bits are read
    /// from end to end.
    presence: Vec<u64>,
    /// How many groups the blocks have in all.
    pub(super) groups: usize,
    /// The items that have two entries, with the bits of both (without and with their
    /// further words) in a bitmap over all groups.
    pub(super) twins: Vec<(u32, u32, u32)>,
    /// How many texts have the letter of each presence bit.
    texts_with: Vec<usize>,
    /// The day of each entry (from the common era); empty where no item has a date.
    days: Vec<i32>,
}

/// Up to 4,096 entries of one class in groups of 64, the shortest texts first. Of
/// texts alike in length those with the same rare letters stand together: a term with
/// such a letter then has to look at fewer groups.
#[derive(Debug)]
pub(super) struct Block {
    /// The class of all its entries.
    pub(super) class: Class,
    /// The number of its first group among all groups.
    pub(super) first_group: usize,
    /// How many groups it has.
    pub(super) groups: usize,
    /// The position of its first entry in the order of equals.
    first_entry: u32,
    /// For each lane, its entry's distance from the first one.
    lanes: Vec<u16>,
    /// Where its letters begin among those of all blocks.
    first_cell: usize,
    /// Where each group begins among its letters, and where the last one ends.
    starts: Vec<u32>,
    /// Its letters, until they stand with all others.
    cells: Vec<u8>,
    /// For each presence bit one word a group, until they stand with all others.
    presence: Vec<u64>,
    /// Which letters each eighth of a text has.
    pub(super) eighths: Eighths,
}

/// Where a text lies in its block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lane {
    /// The group.
    pub(super) group: usize,
    /// The lane of the group.
    pub(super) bit: usize,
}

impl Plane {
    /// Transposes `items`, with so many threads.
    pub(super) fn new(items: &[Item], threads: usize) -> Self {
        let mut entries = Vec::with_capacity(items.len());
        for (index, item) in (0..WITH_MORE).zip(items) {
            entries.push(Entry(index));
            if !item.more.is_empty() {
                entries.push(Entry(index | WITH_MORE));
            }
        }
        entries.sort_by_key(|entry| {
            let item = &items[entry.item()];
            (Reverse((entry.class(items), item.date)), item.text.len())
        });
        let alphabet = Alphabet::count(items);
        let mut blocks = build_blocks(&entries, items, &alphabet, threads);
        let groups: usize = blocks.iter().map(|block| block.groups).sum();
        let presence = gather_presence(&mut blocks, groups);
        let dated = items.iter().any(|item| item.date.is_some());
        let day = |entry: &Entry| {
            items[entry.item()]
                .date
                .map_or(NO_DAY, |d| d.num_days_from_ce())
        };
        let days = if dated {
            entries.iter().map(day).collect()
        } else {
            Vec::new()
        };
        let ones = |words: &[u64]| {
            words
                .iter()
                .map(|word| word.count_ones() as usize)
                .sum::<usize>()
        };
        let texts_with = presence.chunks(groups.max(1)).map(ones).collect();
        let mut plane = Self {
            cells: gather(&mut blocks),
            presence,
            texts_with,
            alphabet,
            entries,
            blocks,
            groups,
            twins: Vec::new(),
            days,
        };
        plane.twins = plane.find_twins(items);
        plane
    }

    /// How many texts have the letter of this presence bit.
    pub(super) fn texts_with(&self, bit: usize) -> usize {
        self.texts_with.get(bit).copied().unwrap_or_default()
    }

    /// The letters of a group of a block.
    pub(super) fn cells(&self, block: &Block, group: usize) -> &[u8] {
        let cells = &self.cells[block.first_cell..];
        &cells[block.starts[group] as usize..block.starts[group + 1] as usize]
    }

    /// For each group of a block, the texts that have the letter of this presence bit.
    pub(super) fn present(&self, block: &Block, bit: usize) -> &[u64] {
        let first = bit * self.groups + block.first_group;
        &self.presence[first..first + block.groups]
    }

    /// Whether the entry at `position` is dated from `first` to `last`.
    pub(super) fn is_dated(&self, position: u32, first: i32, last: i32) -> bool {
        let day = self.days.get(position as usize);
        day.is_some_and(|&day| day != NO_DAY && first <= day && day <= last)
    }

    /// The bytes that the plane takes.
    pub(super) fn bytes(&self) -> usize {
        let blocks: usize = self.blocks.iter().map(Block::bytes).sum();
        blocks
            + self.cells.len()
            + self.presence.len() * 8
            + self.entries.len() * 4
            + self.days.len() * 4
            + self.twins.len() * 12
    }

    fn find_twins(&self, items: &[Item]) -> Vec<(u32, u32, u32)> {
        if items.iter().all(|item| item.more.is_empty()) {
            return Vec::new();
        }
        let mut bits = vec![(0, 0); items.len()];
        for block in &self.blocks {
            for lane in 0..block.lanes.len() {
                let entry = self.entries[block.entry(lane) as usize];
                let bit = (block.first_group * LANES + lane) as u32;
                let (alone, with_more) = &mut bits[entry.item()];
                *if entry.with_more() { with_more } else { alone } = bit;
            }
        }
        let twins = (0..)
            .zip(bits)
            .zip(items)
            .filter(|(_, item)| !item.more.is_empty());
        twins
            .map(|((item, (alone, with_more)), _)| (item, alone, with_more))
            .collect()
    }
}

/// A text on its way into a block.
struct Text {
    /// Its codes among those of the block.
    codes: Range<usize>,
    /// The distance of its entry from the block's first one.
    offset: u16,
    /// Its presence bits.
    present: u64,
    /// Which of the letters it has, those that fewest texts have first.
    rare: u32,
}

/// The letters of English, those first that fewest sentences of news have.
const RAREST: &[u8; 26] = b"zqxjkvbwyfpgmculdhrsionate";
/// Texts of a group differ by less in length: what the shorter ones lack is wasted.
const ALIKE: usize = 4;

impl Text {
    fn new(codes: Range<usize>, offset: u16, all: &[u8]) -> Self {
        let bits = all[codes.clone()]
            .iter()
            .map(|&code| 1 << presence_bit(code & !START_BIT));
        let present = bits.fold(0u64, |present, bit| present | bit);
        let rare = RAREST.iter().fold(0, |rare, &letter| {
            rare << 1 | (present >> presence_bit(letter)) as u32 & 1
        });
        Self {
            codes,
            offset,
            present,
            rare,
        }
    }
}

/// Builds the blocks: runs of one class, cut to size.
fn build_blocks(
    entries: &[Entry],
    items: &[Item],
    alphabet: &Alphabet,
    threads: usize,
) -> Vec<Block> {
    let mut first = 0;
    let runs = entries.chunk_by(|a, b| a.class(items) == b.class(items));
    let parts: Vec<(u32, &[Entry])> = runs
        .flat_map(|run| run.chunks(BLOCK))
        .map(|part| {
            let start = first;
            first += part.len() as u32;
            (start, part)
        })
        .collect();
    let build = |&(first, part): &(u32, &[Entry])| Block::new(first, part, items, alphabet);
    let mut blocks: Vec<Block> = if threads < 2 || parts.len() < 2 {
        parts.iter().map(build).collect()
    } else {
        let next = Mutex::new(parts.iter());
        let done = Mutex::new(Vec::with_capacity(parts.len()));
        let build_all = || {
            while let Some(part) = next.lock().ok().and_then(|mut next| next.next()) {
                let block = build(part);
                if let Ok(mut done) = done.lock() {
                    done.push(block);
                }
            }
        };
        let quiet = guard::held();
        let help = || {
            guard::hold(quiet);
            build_all();
        };
        thread::scope(|scope| {
            for _ in 1..threads {
                // Where no thread is to be had, this one does the work.
                drop(thread::Builder::new().spawn_scoped(scope, help));
            }
            build_all();
        });
        done.into_inner().unwrap_or_default()
    };
    blocks.sort_unstable_by_key(|block| block.first_entry);
    let mut groups = 0;
    for block in &mut blocks {
        block.first_group = groups;
        groups += block.groups;
    }
    blocks
}

/// The letters of all blocks, taken from them.
fn gather(blocks: &mut [Block]) -> Memory {
    let size = blocks.iter().map(|block| block.cells.len()).sum();
    let mut cells = Memory::new(size);
    let mut first = 0;
    for block in blocks {
        let own = std::mem::take(&mut block.cells);
        cells[first..first + own.len()].copy_from_slice(&own);
        block.first_cell = first;
        first += own.len();
    }
    cells
}

/// The presence bits of all blocks, which have so many groups, taken from them.
fn gather_presence(blocks: &mut [Block], groups: usize) -> Vec<u64> {
    let mut presence = vec![0; PRESENCE * groups];
    for block in blocks {
        let own = std::mem::take(&mut block.presence);
        for (bit, words) in own.chunks(block.groups).enumerate() {
            let first = bit * groups + block.first_group;
            presence[first..first + block.groups].copy_from_slice(words);
        }
    }
    presence
}

impl Block {
    fn new(first_entry: u32, entries: &[Entry], items: &[Item], alphabet: &Alphabet) -> Self {
        let mut codes = Vec::new();
        let mut texts: Vec<Text> = Vec::with_capacity(entries.len());
        for (offset, entry) in (0u16..).zip(entries) {
            let start = codes.len();
            encode(*entry, items, alphabet, &mut codes);
            texts.push(Text::new(start..codes.len(), offset, &codes));
        }
        texts.sort_by_key(|text| (text.codes.len() / ALIKE, text.rare));
        let groups = texts.len().div_ceil(LANES);
        let columns = |group: &[Text]| {
            let lengths = group.iter().map(|text| text.codes.len());
            lengths.max().unwrap_or_default() + 1
        };
        let size: usize = texts.chunks(LANES).map(columns).sum();
        let mut block = Self {
            class: entries[0].class(items),
            first_group: 0,
            groups,
            first_entry,
            first_cell: 0,
            lanes: texts.iter().map(|text| text.offset).collect(),
            starts: vec![0],
            cells: Vec::with_capacity(size * LANES),
            presence: vec![0; PRESENCE * groups],
            eighths: Eighths::new(groups),
        };
        for (number, group) in texts.chunks(LANES).enumerate() {
            let start = block.cells.len();
            block.cells.resize(start + columns(group) * LANES, END);
            block.starts.push(block.cells.len() as u32);
            for (lane, text) in group.iter().enumerate() {
                let place = Lane {
                    group: number,
                    bit: lane,
                };
                block.put(place, start, text.present, &codes[text.codes.clone()]);
            }
        }
        block
    }

    /// Puts a text in its place, in the group whose letters begin at `start`.
    fn put(&mut self, lane: Lane, start: usize, mut present: u64, codes: &[u8]) {
        let cells = self.cells[start + lane.bit..].iter_mut().step_by(LANES);
        for (cell, &code) in cells.zip(codes) {
            *cell = code;
        }
        self.eighths.add(lane, codes);
        while present != 0 {
            let bit = present.trailing_zeros() as usize;
            present &= present - 1;
            self.presence[bit * self.groups + lane.group] |= 1 << lane.bit;
        }
    }

    /// The position, in the order of equals, of the entry in a lane of the block.
    pub(super) fn entry(&self, lane: usize) -> u32 {
        self.first_entry + u32::from(self.lanes[lane])
    }

    /// The lanes of a group that hold a text.
    pub(super) fn taken(&self, group: usize) -> u64 {
        match self.lanes.len() - group * LANES {
            LANES.. => u64::MAX,
            lanes => (1 << lanes) - 1,
        }
    }

    fn bytes(&self) -> usize {
        self.eighths.bytes() + self.lanes.len() * 2 + self.starts.len() * 4
    }
}
