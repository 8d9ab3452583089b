//! Which events are shown.
