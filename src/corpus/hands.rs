//! Many hands: a function over many things in several threads, the order kept.

use std::{panic::resume_unwind, thread};

/// How many threads work at once: more than two seldom help a reader who waits
/// for a few articles, and four keep a large archive short.
const HANDS: usize = 4;

/// From so many things on, the third and fourth hand are worth their start.
const MANY: usize = 16;

/// `work` done on each of `things`, in their order. The calling thread works too;
/// a panic of a hand goes on in the caller.
pub fn each<T: Send, R: Send>(things: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let count = things.len();
    let hands = if count < MANY { count.min(2) } else { HANDS };
    if hands < 2 {
        return things.into_iter().map(work).collect();
    }
    // Turn by turn, since long articles often stand together.
    let mut shares: Vec<Vec<T>> = (0..hands).map(|_| Vec::new()).collect();
    for (i, thing) in things.into_iter().enumerate() {
        shares[i % hands].push(thing);
    }
    let own = shares.pop().unwrap_or_default();
    let carry_out = |share: Vec<T>| share.into_iter().map(&work).collect::<Vec<R>>();
    let mut done: Vec<std::vec::IntoIter<R>> = thread::scope(|scope| {
        let others: Vec<_> = shares
            .into_iter()
            .map(|share| scope.spawn(|| carry_out(share)))
            .collect();
        let own = carry_out(own);
        others
            .into_iter()
            .map(|hand| hand.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .chain([own])
            .map(Vec::into_iter)
            .collect()
    });
    (0..count).filter_map(|i| done[i % hands].next()).collect()
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn the_order_stays_whatever_the_number() {
        for count in [0, 1, 2, 5, 15, 16, 33, 100] {
            let numbers: Vec<usize> = (0..count).collect();
            let doubled: Vec<usize> = numbers.iter().map(|n| n * 2).collect();
            assert_eq!(each(numbers, |n| n * 2), doubled);
        }
    }

    #[test]
    #[should_panic(expected = "seven")]
    fn a_panic_is_not_lost() {
        each((0..40).collect(), |n| assert!(n != 7, "seven"));
    }
}
