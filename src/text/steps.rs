//! Steps: how much work a text takes, counted and limited.
//!
//! A text that takes more than others of its length was made to, or meets a mistake of the
//! program. Work is counted in steps, not in seconds, so that the same text meets the same
//! end on every machine. A step is taken where one thing that a text holds is compared with
//! another or looked up: those are the places where work can grow faster than the text does.

use std::cell::Cell;

/// What a fault says whose cause is that a text took too many steps.
pub const TOO_MANY: &str = "it takes more time than any text of its length";

thread_local! {
    /// The steps taken on this thread.
    static TAKEN: Cell<u64> = const { Cell::new(0) };
    /// The count at which the work ends.
    static END: Cell<u64> = const { Cell::new(u64::MAX) };
}

/// Takes so many steps.
///
/// # Panics
///
/// Where there are more than the work was given: the text is given up, as after any fault.
#[inline]
pub fn take(steps: usize) {
    let taken = TAKEN.get().saturating_add(steps as u64);
    TAKEN.set(taken);
    if taken > END.get() {
        give_up();
    }
}

#[cold]
#[inline(never)]
fn give_up() {
    // What is done to tell of it takes steps as well.
    END.set(u64::MAX);
    panic!("{TOO_MANY}");
}

/// The steps that a text, or a file, of so many bytes may take: news takes less than one a byte.
#[must_use]
pub fn allowed(bytes: usize) -> u64 {
    1_000_000 + 100 * bytes as u64
}

/// Does `work` with so many steps at most.
pub fn within<R>(most: u64, work: impl FnOnce() -> R) -> R {
    let before = END.replace(TAKEN.get().saturating_add(most));
    let restored = Restored(before);
    let result = work();
    drop(restored);
    result
}

/// Puts back what limited the work before, however the work ends.
struct Restored(u64);

impl Drop for Restored {
    fn drop(&mut self) {
        END.set(self.0);
    }
}

/// Does `work` and counts the steps that it takes on this thread.
pub fn counted<R>(work: impl FnOnce() -> R) -> (R, u64) {
    let before = TAKEN.get();
    let result = work();
    (result, TAKEN.get() - before)
}

#[cfg(test)]
mod tests {
    use super::{counted, take, within};

    #[test]
    fn work_ends_where_its_steps_do() {
        assert_eq!(counted(|| within(10, || take(10))).1, 10);
        let more = std::panic::catch_unwind(|| within(10, || take(11)));
        assert!(more.is_err());
        within(20, || take(20));
    }
}
