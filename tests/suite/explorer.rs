//! Keys in, screen out: timeline, scrubber, status line, help.

use crate::{coast, keys::screen};

#[test]
fn look() {
    for size in [(200, 50), (120, 30), (80, 24), (40, 12), (20, 5)] {
        println!("{}", screen(&coast::timeline(), "j j j j j", size));
    }
}
