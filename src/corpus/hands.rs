//! Many hands: a function over many things in several threads, the order kept.

use std::{
    panic::resume_unwind,
    sync::{Mutex, PoisonError},
    thread,
};

use super::guard;

/// How many threads work at once: more than two seldom help a reader who waits
/// for a few articles, and four keep a large archive short.
const HANDS: usize = 4;

/// From so many things on, the third and fourth hand are worth their start.
const MANY: usize = 16;

/// `work` done on each of `things`, in their order. The calling thread works too;
/// a panic of a hand goes on in the caller. The heaviest are taken first, by
/// whichever hand is free, so that none waits long for another at the end.
pub fn each<T: Send, R: Send>(
    things: Vec<T>,
    weight: impl Fn(&T) -> usize,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let count = things.len();
    let hands = if count < MANY { count.min(2) } else { HANDS };
    if hands < 2 {
        return things.into_iter().map(work).collect();
    }
    let mut waiting: Vec<(usize, T)> = things.into_iter().enumerate().collect();
    waiting.sort_by_cached_key(|(_, thing)| weight(thing));
    let waiting = Mutex::new(waiting);
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let carry_out = || {
        let mut done = Vec::new();
        while let Some((i, thing)) = next() {
            done.push((i, work(thing)));
        }
        done
    };
    let quiet = guard::held();
    let help = || {
        guard::hold(quiet);
        carry_out()
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        // Where no thread is to be had, this one does the work.
        let others: Vec<_> = (1..hands)
            .map_while(|_| thread::Builder::new().spawn_scoped(scope, help).ok())
            .collect();
        let mut done = carry_out();
        for hand in others {
            done.extend(hand.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(i, _)| *i);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn the_order_stays_whatever_the_number() {
        for count in [0, 1, 2, 5, 15, 16, 33, 100] {
            let numbers: Vec<usize> = (0..count).collect();
            let doubled: Vec<usize> = numbers.iter().map(|n| n * 2).collect();
            assert_eq!(each(numbers, |n| n % 7, |n| n * 2), doubled);
        }
    }

    #[test]
    #[should_panic(expected = "seven")]
    fn a_panic_is_not_lost() {
        each((0..40).collect(), |_| 1, |n: i32| assert!(n != 7, "seven"));
    }
}
