//! Keys in, screen out: timeline, scrubber, status line, help.
