//! What a word's first letters tell of the scores that it can have with one more.
//!
//! A letter typed on adds no more than a fixed number of points to a text's score. So
//! the upper bound that the shorter word had, kept in one byte a text, rules out most
//! texts for the longer one without another look at their letters.

use super::{
    lanes::LANES,
    plan::most,
    query::{How, Query, Term},
};

/// How far the upper bound of each text of the plane falls short of 255, one byte a
/// lane; 0 where nothing is known, so that memory nobody wrote to is right.
pub(super) type Shortfall = Vec<u8>;

/// What a shorter word left behind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Earlier<'a> {
    /// Its shortfalls, of all lanes of the plane.
    pub(super) short: &'a [u8],
    /// What the letters typed since add at most.
    pub(super) gain: u8,
}

impl<'a> Earlier<'a> {
    /// What `wider` left behind in `short`, for `query`, if that is the same word typed on.
    pub(super) fn new(query: &Query, wider: &Query, short: &'a [u8]) -> Option<Self> {
        let (word, begun) = (word(query)?, word(wider)?);
        let gain = most(&word.text).checked_sub(most(&begun.text))?;
        let typed_on = !short.is_empty() && word.text.starts_with(&begun.text);
        typed_on.then_some(Self {
            short,
            gain: u8::try_from(gain).ok()?,
        })
    }

    /// Of 64 lanes from `first` on those whose sum of scores can be `least` or more;
    /// notes in `short` what that leaves known of them.
    pub(super) fn possible(self, first: usize, least: u8, short: &mut [u8]) -> u64 {
        let Some(earlier) = self.short.get(first..first + LANES) else {
            return u64::MAX;
        };
        for (short, &earlier) in short.iter_mut().zip(earlier) {
            *short = earlier.saturating_sub(self.gain);
        }
        let most_short = u8::MAX.saturating_sub(least);
        short.iter().rev().fold(0, |possible, &short| {
            possible << 1 | u64::from(short <= most_short)
        })
    }
}

/// Whether shortfalls are kept for `query`: where it is one word, of a score that fits a byte.
pub(super) fn is_kept(query: &Query) -> bool {
    word(query).is_some()
}

fn word(query: &Query) -> Option<&Term> {
    let [group] = &query.groups[..] else {
        return None;
    };
    let [term] = &group.any[..] else { return None };
    let fuzzy = term.how == How::Fuzzy && !group.not;
    (fuzzy && u8::try_from(most(&term.text)).is_ok()).then_some(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(typed: &str) -> Query {
        Query::parse(typed, chrono::NaiveDate::default())
    }

    #[test]
    fn only_a_word_typed_on_gains_from_the_one_before() {
        let short = [0; LANES];
        let gain = |longer: &str, shorter: &str| {
            Earlier::new(&query(longer), &query(shorter), &short).map(|earlier| earlier.gain)
        };
        assert_eq!(gain("rutt", "rut"), Some(20));
        assert_eq!(gain("rutte", "rut"), Some(40));
        assert_eq!(gain("rutt", "utt"), None);
        assert_eq!(gain("'rutt", "rut"), None);
        assert_eq!(gain("rut lee", "rut"), None);
    }

    #[test]
    fn what_fell_short_by_more_than_a_letter_adds_is_ruled_out() {
        let mut earlier = [0; LANES];
        (earlier[1], earlier[2], earlier[3]) = (100, 175, 176);
        let mut short = [0; LANES];
        let typed_on = Earlier {
            short: &earlier,
            gain: 20,
        };
        assert_eq!(typed_on.possible(0, 100, &mut short), !0b1000);
        assert_eq!(short[..4], [0, 80, 155, 156]);
    }
}
