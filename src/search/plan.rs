//! A query as the engine runs it: codes instead of letters, and for each term
//! what its scores can be.

use chrono::{Datelike, NaiveDate};

use super::{
    alphabet::presence_bit,
    eighths::Ordered,
    fuzzy::{ADJACENT, MATCH, START, WIDER},
    lanes::{self, BOUND_LETTERS, END, FIND_LETTERS},
    plane::Plane,
    query::{How, Query, Term},
    rank::{Class, DATED, LETTER, NEAR, WHOLE, total},
};

/// A query as the engine runs it.
#[derive(Debug)]
pub(super) struct Plan<'q> {
    /// The groups: those that exclude last, the others by the length of their terms.
    pub(super) groups: Vec<PlanGroup<'q>>,
    /// How many groups have to match.
    pub(super) asked: i64,
    /// No sum of points is higher.
    most_points: i64,
    /// The codes of the terms side by side, where that is worth a point.
    pub(super) phrase: Option<PlanTerm<'q>>,
    /// No sum of scores is higher.
    most_sum: i64,
}

/// A group of the query.
#[derive(Debug)]
pub(super) struct PlanGroup<'q> {
    /// Whether a match excludes.
    pub(super) not: bool,
    /// Whether only texts that match are looked at, for an earlier query asked the same.
    pub(super) held: bool,
    /// The alternatives.
    pub(super) any: Vec<PlanTerm<'q>>,
}

/// A term of the query.
#[derive(Debug)]
pub(super) struct PlanTerm<'q> {
    /// The term.
    pub(super) term: &'q Term,
    /// What the lanes are searched for.
    pub(super) find: Find,
    /// The codes of its letters.
    pub(super) codes: Vec<u8>,
    /// The presence bits of its letters.
    pub(super) needs: Vec<usize>,
    /// Whether an alternative finds whatever it finds, as far as presence bits tell.
    pub(super) covered: bool,
    /// Its letters in order, for the test of the eighths.
    pub(super) ordered: Option<Ordered>,
    /// Some of the letters in order, few of the texts have: cheap to look for first.
    pub(super) sieve: Option<Vec<u8>>,
    /// Whether a match in the lanes is a match of the letters.
    pub(super) sure: bool,
    /// No match without a gap scores less.
    pub(super) least_exact: u16,
    /// No match scores more.
    pub(super) most: u16,
}

/// What the lanes are searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Find {
    /// The codes in order.
    Subsequence,
    /// The codes without a gap.
    Contiguous,
    /// The codes at the start.
    Prefix,
    /// The codes at the start of a word, with one typing error.
    Near,
    /// The codes at the start of a word.
    Begin,
    /// The codes at the starts of words that follow one another.
    Initials,
    /// A day, from the first to the second (both from the common era).
    Dated(i32, i32),
}

impl<'q> Plan<'q> {
    /// Makes the plan for `query`, asked of what `wider` found.
    pub(super) fn new(
        query: &'q Query,
        phrase: Option<&'q Term>,
        wider: Option<&Query>,
        plane: &Plane,
    ) -> Self {
        let mut groups: Vec<PlanGroup> = query
            .groups
            .iter()
            .map(|group| PlanGroup {
                not: group.not,
                held: !group.not && wider.is_some_and(|wider| wider.groups.contains(group)),
                any: alternatives(&group.any, plane),
            })
            .collect();
        // Long terms leave fewest texts for the others to look at.
        groups.sort_by_key(|group| {
            let shortest = group.any.iter().map(|term| term.codes.len()).min();
            (group.not, std::cmp::Reverse(shortest))
        });
        let asked = groups.iter().filter(|group| !group.not);
        let most = |group: &PlanGroup| group.any.iter().map(|term| i64::from(term.most)).max();
        let points = |group: &PlanGroup| group.any.iter().map(PlanTerm::most_points).max();
        Self {
            asked: asked.clone().count() as i64,
            most_points: asked.clone().filter_map(points).sum::<i64>()
                + i64::from(phrase.is_some()),
            phrase: phrase.map(|term| PlanTerm::new(term, plane)),
            most_sum: asked.filter_map(most).sum(),
            groups,
        }
    }

    /// The least sum of scores with which a text of this class ranks as high as `rank`,
    /// as far as a byte can say it; for a query of one term.
    pub(super) fn least_sum(&self, class: Class, rank: i64) -> u8 {
        let least_exact = self.groups.first().and_then(|group| group.any.first());
        let least_exact = least_exact.map_or(0, |term| term.least_exact);
        let ranks = |sum: u8| {
            let exact = i64::from(u16::from(sum) >= least_exact);
            total(exact, self.asked, class, i64::from(sum)) >= rank
        };
        (0..u8::MAX).find(|&sum| ranks(sum)).unwrap_or(u8::MAX)
    }

    /// No text of this class ranks higher in which a term matches with a gap.
    pub(super) fn most_scattered(&self, class: Class) -> i64 {
        total(self.most_points - 1, self.asked, class, self.most_sum)
    }

    /// No text of this class ranks higher.
    pub(super) fn most(&self, class: Class) -> i64 {
        total(self.most_points, self.asked, class, self.most_sum)
    }
}

impl Plan<'_> {
    /// Whether presence bits alone tell which texts match.
    pub(super) fn is_sure_by_presence(&self) -> bool {
        self.groups
            .iter()
            .all(|group| group.held || group.is_sure_by_presence())
    }
}

impl PlanGroup<'_> {
    fn is_sure_by_presence(&self) -> bool {
        !self.not && self.any.len() == 1 && self.any[0].is_sure_by_presence()
    }
}

impl<'q> PlanTerm<'q> {
    fn new(term: &'q Term, plane: &Plane) -> Self {
        let alphabet = &plane.alphabet;
        let mut codes: Vec<u8> = term.text.chars().map(|c| alphabet.code(c)).collect();
        let mut needs: Vec<usize> = codes.iter().map(|&code| presence_bit(code)).collect();
        needs.sort_unstable();
        needs.dedup();
        // The rarest letter first: where no text has it, the others are not looked at.
        needs.sort_by_key(|&bit| plane.texts_with(bit));
        let letters = codes.len();
        let find = match term.how {
            How::Fuzzy => Find::Subsequence,
            How::Prefix | How::Whole => Find::Prefix,
            How::Near => Find::Near,
            How::Begin if term.text.starts_with(|first: char| first.is_ascii()) => Find::Begin,
            How::Exact | How::Word | How::Suffix | How::Begin => Find::Contiguous,
            How::Initials => Find::Initials,
            How::Dated(first, last) => Find::Dated(day(first), day(last)),
        };
        if matches!(term.how, How::Suffix | How::Whole) {
            codes.push(END);
        }
        let sure = term.text.chars().all(|c| alphabet.is_own(c))
            && term.how != How::Word
            && (codes.len() <= FIND_LETTERS || matches!(find, Find::Prefix));
        let dated = matches!(find, Find::Dated(..));
        Self {
            term,
            find,
            sieve: matches!(find, Find::Subsequence)
                .then(|| sieve(&codes, plane))
                .flatten(),
            covered: false,
            ordered: Ordered::of(&codes, find == Find::Near).filter(|_| !dated),
            sure: sure || dated,
            needs,
            codes,
            least_exact: match find {
                Find::Dated(..) => 0,
                Find::Near | Find::Initials => u16::MAX,
                _ => least_exact(letters),
            },
            most: match find {
                Find::Dated(..) => DATED as u16,
                Find::Near | Find::Initials => NEAR as u16 * letters as u16,
                _ if term.how == How::Begin => LETTER as u16 * letters as u16,
                _ => most(&term.text),
            },
        }
    }

    /// No match has more points.
    fn most_points(&self) -> i64 {
        match self.term.how {
            How::Near | How::Initials => 0,
            How::Begin => i64::from(WHOLE),
            _ => 1,
        }
    }

    /// Whether the presence bit of its one letter tells which texts match.
    pub(super) fn is_sure_by_presence(&self) -> bool {
        let one = matches!(self.codes[..], [b'a'..=b'z' | b'0'..=b'9']);
        one && self.sure && matches!(self.find, Find::Subsequence | Find::Contiguous)
    }

    /// The letters' codes, without the end that a suffix asks for.
    fn letters(&self) -> &[u8] {
        self.codes.strip_suffix(&[END]).unwrap_or(&self.codes)
    }

    /// For each of 64 texts that match, no less than the term's score.
    pub(super) fn bound(&self, arch: pulp::Arch, cells: &[u8], scores: &mut [u16; lanes::LANES]) {
        // A long term is bounded in pieces. A piece scored by itself misses at most
        // what its first letter gains from standing right after the piece before.
        const JOINT: u16 = (ADJACENT + WIDER) as u16;
        *scores = [0; lanes::LANES];
        for (number, piece) in self.letters().chunks(BOUND_LETTERS).enumerate() {
            let bias = lanes::bias(piece.len());
            let joint = if number == 0 { 0 } else { JOINT };
            for (score, bound) in scores.iter_mut().zip(lanes::bound(arch, cells, piece)) {
                *score += u16::from(bound.saturating_sub(bias)) + joint;
            }
        }
    }
}

fn alternatives<'q>(any: &'q [Term], plane: &Plane) -> Vec<PlanTerm<'q>> {
    let is_covered = |term: &Term| {
        let mut others = any.iter();
        matches!(term.how, How::Fuzzy | How::Begin | How::Initials)
            && others.any(|other| other.how == How::Near && other.text == term.text)
    };
    let plan = |term| PlanTerm {
        covered: is_covered(term),
        ..PlanTerm::new(term, plane)
    };
    any.iter().map(plan).collect()
}

/// Letters of a sieve: as many as are tested in little more time than it takes to
/// read the plane.
const SIEVE: usize = 4;

/// The rarest letters of a long term, in its order.
fn sieve(codes: &[u8], plane: &Plane) -> Option<Vec<u8>> {
    if codes.len() <= SIEVE + 2 {
        return None;
    }
    let mut rarest: Vec<usize> = (0..codes.len()).collect();
    rarest.sort_by_key(|&at| plane.texts_with(presence_bit(codes[at])));
    rarest.truncate(SIEVE);
    rarest.sort_unstable();
    Some(rarest.into_iter().map(|at| codes[at]).collect())
}

fn day(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

/// The score of so many letters without a gap, not at the start of a word.
const fn least_exact(letters: usize) -> u16 {
    let adjacent = (letters as u16).saturating_sub(1) * (MATCH + ADJACENT) as u16;
    adjacent + (MATCH - WIDER) as u16
}

/// The score of a term's letters where nothing could be better.
pub(super) fn most(term: &str) -> u16 {
    // Inside a word a letter gains as much from following its neighbour as from
    // starting a word after a gap; after a separator it does both.
    let first = u16::from(MATCH + START - WIDER);
    let letters = term.chars().zip(term.chars().skip(1));
    letters.fold(first, |sum, (before, _)| {
        let joined = if before.is_ascii_alphanumeric() || !before.is_ascii() {
            ADJACENT
        } else {
            START
        };
        sum + u16::from(MATCH + joined)
    })
}
