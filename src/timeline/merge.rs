//! Tellings of one event across articles → one event.
