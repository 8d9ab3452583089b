//! What a call costs: time on the processor and memory at its peak.

use std::{fs, hint::black_box, thread, time::Instant};

/// What a call cost.
pub struct Cost {
    /// Seconds that the calling thread had a processor.
    pub seconds: f64,
    /// Megabytes of the process at its peak, all that it held before included.
    pub megabytes: f64,
}

/// Runs `work` once.
pub fn cost<T>(work: impl FnOnce() -> T) -> Cost {
    forget_peak();
    let (wall, before) = (Instant::now(), processor());
    black_box(work());
    let wall = wall.elapsed().as_secs_f64();
    let seconds = match (before, processor()) {
        (Some(before), Some(after)) => after - before,
        _ => wall,
    };
    Cost {
        seconds,
        megabytes: peak().unwrap_or_default(),
    }
}

/// Seconds that this thread had a processor so far (Linux, `proc(5)`: `schedstat`),
/// brought up to date by giving way once. A busy machine does not spoil it.
fn processor() -> Option<f64> {
    thread::yield_now();
    let line = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = line.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// Sets the peak back to what is held now (Linux, `proc(5)`: `clear_refs`).
fn forget_peak() {
    fs::write("/proc/self/clear_refs", "5").ok();
}

/// Megabytes held at the peak (`VmHWM`).
fn peak() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}
