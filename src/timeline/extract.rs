//! One article → the events it tells.
