//! The words of time, as tables.
